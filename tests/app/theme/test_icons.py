"""The icons: those that are used are there, those that are there are used, in the colour of the theme."""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.theme import icons, tokens
from app.theme.icons import SIZES, dress_icon

ROOT = Path(__file__).resolve().parents[3]
DRAWINGS = {path.stem for path in (ROOT / "assets" / "icons").glob("*.svg")}


def words() -> set[str]:
    """Every text in the editor's source."""
    nodes = (
        node for path in (ROOT / "app").rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_only_icons_that_are_used_are_shipped_with_their_licence() -> None:
    assert DRAWINGS - words() == set()
    assert "ISC License" in (ROOT / "assets" / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_every_drawing_can_be_drawn_in_every_size(qtbot: QtBot) -> None:
    for name in sorted(DRAWINGS):
        for size in SIZES[:2]:
            picture = icons.pixmap(name, size, "#ff0000").toImage()
            seen = {picture.pixelColor(x, y).alpha() > 0 for x in range(size) for y in range(size)}
            assert True in seen, name


def test_an_icon_follows_the_theme_and_ends_with_its_widget(qtbot: QtBot) -> None:
    button = QPushButton()
    dress_icon(button.setIcon, "play")
    dark = button.icon().cacheKey()
    tokens.use("light")
    assert button.icon().cacheKey() != dark
    picture = button.icon().pixmap(32, 32).toImage()
    solid = [picture.pixelColor(x, y) for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() == 255]
    assert QColor(tokens.LIGHT.text) in solid
    button.deleteLater()
    qtbot.wait(1)
    tokens.use("dark")
