"""The pictures a film owns: copied into its folder when they are imported, and found again by what they hold.

An order names a picture by its digest alone, so that a renamed file renders nothing again; the digest's beginning stands in the file's
name, which finds it at once, and a file that was renamed all the same is looked for by its bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from engine.errors import BadInput, storage_failed
from engine.film.cast import Reference
from engine.film.durable import replace_file

PANELS = "panels"
CAST, PROPS, PLACES = "cast", "props", "places"
ROOMS = (PANELS, CAST, PROPS, PLACES)
"""Folders of a film that hold pictures."""

_NAMED = 12  # digits of the digest in a file's name

_LETTERS = 40
"""Kept of a name: a file's name has 255 bytes at most, and a Chinese letter takes three or four."""


def keep(folder: Path, room: str, source: Path, stem: str) -> Reference:
    """Copy a picture into a room of the film's folder; one that is there already is left alone. Raises BadInput for a file that cannot
    be read, StorageFailed."""
    try:
        content = source.read_bytes()
    except OSError as unread:
        raise BadInput(f"{source.name} cannot be read.", "Check that the file is there and may be read.") from unread
    return keep_bytes(folder, room, content, stem, source.suffix.lower())


def keep_bytes(folder: Path, room: str, content: bytes, stem: str, suffix: str = ".png") -> Reference:
    """Lay a picture that was drawn or pasted, and is no file yet, in a room of the film's folder. Raises StorageFailed."""
    digest = hashlib.sha256(content).hexdigest()
    path = f"{room}/{plain_name(stem) or 'picture'}-{digest[:_NAMED]}{suffix}"
    target = folder / path
    if not target.exists():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, content)
        except OSError as error:
            raise storage_failed(error, target) from error
    return Reference(path=path, digest=digest)


def plain_name(stem: str) -> str:
    """The beginning of a file's name on any disk, of what a person or another program wrote; "" where no letter is left."""
    return re.sub(r"[^\w-]+", "-", stem)[:_LETTERS].strip("-")


def find(folder: Path, digest: str) -> Path:
    """Where the picture with that digest lies. Raises BadInput when the film has it no more."""
    files = sorted(_files(folder), key=lambda path: digest[:_NAMED] not in path.name)
    for path in files:
        if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return path
    raise BadInput("A panel's picture is missing from the film's folder.", "Import the board again.")


def _files(folder: Path) -> Iterator[Path]:
    for room in ROOMS:
        if (folder / room).is_dir():
            yield from (path for path in (folder / room).rglob("*") if path.is_file())
