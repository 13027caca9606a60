"""Painted cards, kept: while nothing about a card changes, scrolling past it costs one blit.

A frame has so many milliseconds for cards that are new to it. What does not get its turn stands as it was, or as an empty card, for one
frame longer: the board never stutters because a page of it is new. Counted is what the window's own thread uses of a core, so that a machine
that renders at the same time gets no fewer cards into a frame.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from app.board.card import Card
from app.board.card_painter import paint_card, paint_waiting
from app.theme import tokens

_KEPT = 240
BUDGET = 0.005
"""Seconds of one frame for cards that have to be painted."""


@dataclass(slots=True)
class _Print:
    card: Card
    size: QSize
    ratio: float
    pixmap: QPixmap


class CardPrints:
    """The last few hundred cards, as they were painted. Call `begin` before each frame; `owing` says that one more is needed."""

    def __init__(self) -> None:
        self._prints: OrderedDict[str, _Print] = OrderedDict()
        self._until = 0.0
        self.owing = False

    def begin(self) -> None:
        """A frame begins."""
        self._until = time.thread_time() + BUDGET
        self.owing = False

    def print_of(self, card: Card, picture: QImage | None, size: QSize, ratio: float, aspect: float) -> QPixmap:
        """The card: painted before and still good, painted now, or, when the time is up, what there is."""
        known = self._prints.get(card.shot.id)
        fits = known is not None and known.size == size and known.ratio == ratio
        if known is not None and fits and known.card.looks_like(card):
            self._prints.move_to_end(card.shot.id)
            return known.pixmap
        if time.thread_time() > self._until:
            self.owing = True
            return known.pixmap if known is not None and fits else _waiting(size, ratio, tokens.now().name)
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
    pixmap = _blank(size, ratio)
    painter = QPainter(pixmap)
    paint_card(painter, QRect(0, 0, size.width(), size.height()), card, picture, aspect)
    _round(painter, size, ratio)
    painter.end()
    return pixmap


@lru_cache(maxsize=8)
def _waiting(size: QSize, ratio: float, theme: str) -> QPixmap:
    """A card that had no turn yet."""
    pixmap = _blank(size, ratio)
    painter = QPainter(pixmap)
    paint_waiting(painter, QRect(0, 0, size.width(), size.height()))
    _round(painter, size, ratio)
    painter.end()
    return pixmap


def _blank(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _round(painter: QPainter, size: QSize, ratio: float) -> None:
    """Take the corners off."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, _stencil(size, ratio))


@lru_cache(maxsize=8)
def _stencil(size: QSize, ratio: float) -> QPixmap:
    """A card's outline, filled; cheaper to cut with than a path is to clip by."""
    pixmap = _blank(size, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(Qt.GlobalColor.black))
    round_by = tokens.now().radius + 2
    painter.drawRoundedRect(QRect(0, 0, size.width(), size.height()), round_by, round_by)
    painter.end()
    return pixmap
