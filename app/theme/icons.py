"""The icons: Lucide's line drawings (ISC licence, assets/icons), in the colour of the theme and sharp on any screen."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import cache, lru_cache
from math import ceil
from typing import Any

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.theme import tokens
from engine.assets import assets_folder

SIZES = (16, 20, 24, 32, 48, 64, 96)
"""Pixels; a screen with two pixels to the point takes the 32 for a 16."""


def icon(name: str, color: str = "") -> QIcon:
    """The icon in the theme's text colour (or `color`, #rrggbb); it does not follow the theme: `dress_icon` does."""
    now = tokens.now()
    return _icon(name, color or now.text, now.faint)


def pixmap(name: str, size: int, color: str = "", ratio: float = 1.0) -> QPixmap:
    """The icon as a square of `size` points, at `ratio` pixels a point."""
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, QRectF(0, 0, drawn.width(), drawn.height()), name, color)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def spaced(drawn: QIcon) -> QIcon:
    """The icon with a quarter of its width free on the right: Qt puts a button's words too close to it."""
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for size in SIZES:
            wide = QPixmap(QSize(size + size // 4, size))
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, drawn.pixmap(QSize(size, size), 1.0, mode))
            painter.end()
            made.addPixmap(wide, mode)
    return made


def paint(painter: QPainter, box: QRectF, name: str, color: str = "") -> None:
    """Draw the icon into a box of a painted view; on an upright one from the print that was made before."""
    color = color or tokens.now().text
    turned = painter.worldTransform()
    if turned.isScaling() or turned.isRotating():
        _renderer(name, color).render(painter, box)
        return
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.toRect().topLeft(), _printed(name, color, box.width(), box.height(), ratio))


def dress_icon(setter: Callable[[QIcon], object], name: str, color: Callable[[], str] | None = None) -> None:
    """Give a widget or action an icon by its bound setter, and again whenever the theme changes."""
    owner = getattr(setter, "__self__", None)
    if owner is None:
        raise TypeError("dress_icon() needs a bound method: it ends with the widget the method belongs to")
    _worn[(id(owner), setter.__name__)] = worn = _Worn(owner, setter.__name__, name, color)
    worn.again()


class _Worn:
    def __init__(self, owner: Any, setter: str, name: str, color: Callable[[], str] | None) -> None:
        self._owner = weakref.ref(owner)
        self._setter, self._name, self._color = setter, name, color

    def again(self) -> bool:
        owner = self._owner()
        if owner is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            return False
        getattr(owner, self._setter)(icon(self._name, self._color() if self._color else ""))
        return True


_worn: dict[tuple[int, str], _Worn] = {}


def _dress_again() -> None:
    for key, worn in list(_worn.items()):
        if not worn.again():
            _worn.pop(key, None)


tokens.changed.connect(_dress_again)


@cache
def _icon(name: str, color: str, faint: str) -> QIcon:
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(name, size, color))
        made.addPixmap(pixmap(name, size, faint), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _printed(name: str, color: str, width: float, height: float, ratio: float) -> QPixmap:
    """The icon as a painted view needs it; drawing its lines anew costs a tenth of a millisecond each time."""
    drawn = QPixmap(ceil(width * ratio), ceil(height * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, color).render(painter, QRectF(0, 0, width * ratio, height * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = (assets_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
