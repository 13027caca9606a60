"""Files that are either the old one or the new one, whatever happens in between.

A rename is only as good as what it renames: the bytes are on the disk (fsync) before the name moves, and the folder is
synced after it, so that a power cut leaves one whole version.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path


def nothing() -> None:
    """A step that does nothing."""


def replace_file(
    path: Path, text: bytes, *, before_write: Callable[[], None] = nothing, before_replace: Callable[[], None] = nothing
) -> None:
    """Write `path` whole or not at all; the two calls run just before the temp file and just before the rename.

    One process at a time writes a path (for a film: the holder of its lock), because the temp files of others are taken
    for those of the dead and thrown away. Raises OSError, with `path` as it was and no temp file left.
    """
    _sweep(path)
    temp = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    before_write()
    try:
        with temp.open("wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        before_replace()
        temp.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def keep_as(path: Path, kept: Path) -> None:
    """Let `kept` be what `path` is now, in one step: a second name for the same bytes, or a copy where the disk has no
    hard links. Raises OSError."""
    temp = kept.with_name(f".{kept.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    temp.unlink(missing_ok=True)
    try:
        os.link(path, temp)
    except OSError:
        replace_file(kept, path.read_bytes())
        return
    temp.replace(kept)
    # Renaming one hard link over another of the same file does nothing and leaves the first name behind (POSIX).
    temp.unlink(missing_ok=True)
    sync_folder(kept.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in the folder last. Windows cannot, and some network disks refuse; the files are whole either way."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(path: Path) -> None:
    """Throw away temp files of processes that died while they wrote; this process's own may still be in use."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        if not left.name.startswith(f".{path.name}.{os.getpid()}-"):
            with contextlib.suppress(OSError):
                left.unlink()
