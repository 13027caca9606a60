"""Painted cards, kept: while nothing about a card changes, scrolling past it costs one blit."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from app.board.card import Card
from app.board.card_painter import paint_card

_KEPT = 240


@dataclass(slots=True)
class _Print:
    card: Card
    size: QSize
    ratio: float
    pixmap: QPixmap


class CardPrints:
    """The last few hundred cards, as they were painted."""

    def __init__(self) -> None:
        self._prints: OrderedDict[str, _Print] = OrderedDict()

    def print_of(self, card: Card, picture: QImage | None, size: QSize, ratio: float, aspect: float) -> QPixmap:
        """The card, painted now unless it was before and looks the same."""
        known = self._prints.get(card.shot.id)
        if known and known.size == size and known.ratio == ratio and known.card.looks_like(card):
            self._prints.move_to_end(card.shot.id)
            return known.pixmap
        pixmap = _painted(card, picture, size, ratio, aspect)
        self._prints[card.shot.id] = _Print(card, size, ratio, pixmap)
        self._prints.move_to_end(card.shot.id)
        while len(self._prints) > _KEPT:
            self._prints.popitem(last=False)
        return pixmap

    def forget(self) -> None:
        """Theme, language or size have changed."""
        self._prints.clear()


def _painted(card: Card, picture: QImage | None, size: QSize, ratio: float, aspect: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_card(painter, QRect(0, 0, size.width(), size.height()), card, picture, aspect)
    painter.end()
    return pixmap
