"""Dresses the application: Fusion, a palette and one style sheet from the tokens.

Fusion is drawn by Qt alone and looks the same on every system; `setColorScheme` does nothing without a desktop, so the
palette says it all.
"""

from __future__ import annotations

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.theme import tokens
from app.theme.lettering import letters
from app.theme.sheet import style_sheet
from app.theme.tokens import Tokens
from engine.assets import assets_folder

Role = QPalette.ColorRole


def dress(application: QApplication) -> None:
    """Put the theme on, and again whenever it changes."""
    QDir.setSearchPaths("icons", [str(assets_folder() / "icons")])
    application.setStyle("Fusion")
    _put_on(application)
    tokens.changed.connect(lambda: _put_on(application))


def palette(now: Tokens) -> QPalette:
    """The theme as Qt's palette, for what no style sheet reaches."""
    made = QPalette()
    for role, color in (
        (Role.Window, now.panel), (Role.WindowText, now.text), (Role.Base, now.raised), (Role.AlternateBase, now.panel),
        (Role.Text, now.text), (Role.Button, now.raised), (Role.ButtonText, now.text), (Role.BrightText, now.bad),
        (Role.ToolTipBase, now.raised), (Role.ToolTipText, now.text), (Role.PlaceholderText, now.muted),
        (Role.Highlight, now.accent), (Role.HighlightedText, now.accent_text), (Role.Link, now.accent),
        (Role.Accent, now.accent), (Role.Light, now.outline), (Role.Midlight, now.hover), (Role.Mid, now.outline),
        (Role.Dark, now.line), (Role.Shadow, now.line),
    ):  # fmt: skip
        made.setColor(role, QColor(color))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(now.faint))
    return made


def _put_on(application: QApplication) -> None:
    now = tokens.now()
    application.setFont(letters())
    application.setPalette(palette(now))
    application.setStyleSheet(style_sheet(now))
