"""About Storyreel: its licence, what it stands on, and how a film tells that it was made by a machine."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QWidget

from app.overlays import Overlay, sheet_of
from app.theme.frames import button, row, text
from app.words import word

_PARTS = (
    word("One person, one workstation, one short film. Nothing leaves this computer and nothing is fetched while it works."),
    word("Storyreel is free software under the Apache License 2.0."),
    word("It stands on Qt (LGPL 3), FFmpeg (GPL 3, a program of its own), Skia, OpenCV, NumPy and pydantic; the icons are Lucide's (ISC), the letters Noto Sans SC (OFL)."),
    word("Every take keeps its recipe: the engine, its version, the order and the seed. An exported film can say in its own file that a machine drew it."),
)  # fmt: skip


def show_about(host: QWidget) -> Overlay:
    """Open the sheet over a window."""
    frame, inside = sheet_of(word("About Storyreel"))
    inside.addWidget(text(word("Version {version}"), "muted", version=_version()))
    for part in _PARTS:
        inside.addWidget(text(part, wrap=True))
    line = row()
    line.addStretch(1)
    close = button(word("Close"))
    line.addWidget(close)
    inside.addLayout(line)
    overlay = Overlay(host, frame, width=520)
    close.clicked.connect(overlay.close_sheet)
    return overlay


def _version() -> str:
    try:
        return version("storyreel")
    except PackageNotFoundError:  # a checkout
        return "0.1.0"
