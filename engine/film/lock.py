"""Who has a film open: an exclusive lock of the kernel's on one file in its folder.

The kernel lets go when the holder dies, however it dies, so no stale lock ever has to be broken by hand. The file's
text only says who holds it; it is believed only while the lock is held.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.errors import Locked, storage_failed

LOCK_FILE = "film.lock"

_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}
_LONGEST_TEXT = 4096
# On Windows a locked byte cannot be read by others, so the byte that is locked lies far behind the text.
_LOCKED_BYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that has the film open: its id, machine, start of the lock (local time) and program."""

    pid: int
    host: str
    since: str
    program: str

    def __str__(self) -> str:
        return f"{self.program} (process {self.pid} on {self.host}, since {self.since})"


class FilmLock:
    """The lock of the film in `folder`, which must exist. `program` is what others are told, "storyreel render" say.

    A context manager; a lock taken is let go by `release`, by leaving the block, or by the process's end. Not
    inherited by programs the process starts.
    """

    def __init__(self, folder: Path, program: str = "storyreel") -> None:
        self._folder = folder
        self._program = program
        self._handle: int | None = None

    def acquire(self) -> Self:
        """Take the lock or raise Locked, naming the holder; StorageFailed where no lock file can be made."""
        path = self._folder / LOCK_FILE
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise storage_failed(error, path if self._folder.exists() else self._folder) from error
        try:
            if not _try_lock(handle):
                raise _locked(self._folder, _read_holder(handle))
            _write_holder(handle, self._program)
        except OSError as error:
            os.close(handle)
            raise storage_failed(error, path) from error
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        return self

    def release(self) -> None:
        """Let go; harmless when nothing is held."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with contextlib.suppress(OSError):
            os.ftruncate(handle, 0)
            _unlock(handle)
        os.close(handle)

    def __enter__(self) -> Self:
        return self.acquire()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def _locked(folder: Path, who: Holder | None) -> Locked:
    return Locked(f"{folder.name} is open in {who or 'another program'}.", "Close it there, or wait until it is done.")


def _write_holder(handle: int, program: str) -> None:
    who = Holder(os.getpid(), socket.gethostname(), datetime.now().strftime("%H:%M on %d %b %Y"), program)
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, (json.dumps(asdict(who)) + "\n").encode())


def _read_holder(handle: int) -> Holder | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        return Holder(**json.loads(os.read(handle, _LONGEST_TEXT)))
    except (ValueError, TypeError):
        return None


def _try_lock(handle: int) -> bool:
    """Whether the lock is now ours. Raises OSError where the disk has no locks."""
    try:
        _lock(handle)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(handle: int) -> None:
    """Let go for good: a forked child that still has the handle would otherwise keep the lock."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_UN)
