"""Showing a file where it lies: in the system's own file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def reveal(path: Path) -> bool:
    """Open the folder that holds the file (or the folder itself); False where the system has nothing that opens one."""
    return open_file(path if path.is_dir() else path.parent)


def open_file(path: Path) -> bool:
    """Open a file with whatever the system opens it with."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
