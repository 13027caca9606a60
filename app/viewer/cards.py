"""The slate that stands for a picture nobody has rendered yet, drawn with Qt so that the editor needs no other painter.

It is drawn in the picture thread onto a QImage, which Qt allows; a pixmap would have to wait for the window.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from app.theme.lettering import family
from app.viewer.programme import Card
from app.words import tr, word

_NOTES = {"render": word("Not rendered yet"), "footage": word("The footage is missing")}
_GROUND, _BOARD, _INK, _FAINT, _LINE = "#3a3f44", "#464c52", "#e9e4da", "#a9a8a2", "#5b6268"


def draw_card(card: Card, width: int, height: int) -> NDArray[np.uint8]:
    """The card as uint8 (height, width, 4) in BGRA order, opaque."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(_GROUND))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, card, float(width), float(height))
    painter.end()
    return np.array(image.constBits(), np.uint8).reshape(height, image.bytesPerLine() // 4, 4)[:, :width]


def _draw(painter: QPainter, card: Card, width: float, height: float) -> None:
    side = min(width, height)
    board = QRectF(width * 0.12, height * 0.14, width * 0.76, height * 0.72)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BOARD))
    painter.drawRoundedRect(board, side / 48, side / 48)
    _stripes(painter, board, side)
    inner = board.adjusted(side * 0.05, side * 0.15, -side * 0.05, -side * 0.05)
    painter.setPen(QColor(_INK))
    _letters(painter, side * 0.13, strong=True)
    top = QRectF(inner.left(), inner.top(), inner.width(), side * 0.17)
    painter.drawText(top, Qt.AlignmentFlag.AlignCenter, _short(painter, card.slate, top.width()))
    _letters(painter, side * 0.052)
    middle = QRectF(inner.left(), top.bottom() + side * 0.01, inner.width(), side * 0.26)
    wrap = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(middle, wrap, _clamped(card.action))
    painter.setPen(QColor(_FAINT))
    _letters(painter, side * 0.045)
    foot = QRectF(inner.left(), inner.bottom() - side * 0.06, inner.width(), side * 0.06)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, tr(_NOTES[card.missing]))


def _stripes(painter: QPainter, board: QRectF, side: float) -> None:
    """The clapper: slanted bars along the board's upper edge."""
    clapper = QRectF(board.left(), board.top(), board.width(), side * 0.08)
    painter.save()
    rounded = QPainterPath()
    rounded.addRoundedRect(board, side / 48, side / 48)
    painter.setClipPath(rounded)
    painter.setClipRect(clapper, Qt.ClipOperation.IntersectClip)
    painter.setBrush(QColor(_LINE))
    step = side * 0.12
    x = clapper.left() - clapper.height()
    while x < clapper.right():
        painter.save()
        painter.translate(x, clapper.top())
        painter.shear(-0.8, 0)
        painter.drawRect(QRectF(clapper.height(), 0, step / 2, clapper.height()))
        painter.restore()
        x += step
    painter.restore()


def _letters(painter: QPainter, pixels: float, *, strong: bool = False) -> None:
    font = QFont(family())
    font.setPixelSize(max(6, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)


def _short(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(width))


def _clamped(text: str, longest: int = 110) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
