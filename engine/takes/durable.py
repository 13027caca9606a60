"""Putting a take's bytes where a power cut cannot take them, and telling later whether they are still the same.

ffmpeg writes the media and does not flush them; without an fsync before the rename a power cut could leave a take that
has its name and no content. (`engine.film.durable` syncs the folders.)
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Flush one file's bytes to the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file and flush it. Raises OSError."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def digest_of(path: Path) -> str:
    """sha256 of a file, in hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
