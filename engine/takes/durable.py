"""Putting bytes where a power cut cannot take them: fsync of a file is not enough, its folder must be told as well.

A rename is durable only once the folder that holds the name is synced (POSIX says nothing about it; ext4, xfs and btrfs
need it). Windows cannot sync a folder and does not need to.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


def sync_file(path: Path) -> None:
    """Flush one file's bytes to the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Flush the names in `folder` to the disk. Raises OSError."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
