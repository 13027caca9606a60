"""Painted cards, kept: while nothing about a card changes, scrolling past it costs one blit.

A print hides all that is behind it, its corners in the board's own ground: such a blit is a copy and blends nothing.

A frame has so many milliseconds for cards that are new to it. What does not get its turn stands as it was, or with its slate and picture alone,
for one frame longer: the board never stutters because a page of it is new. Counted is what the window's own thread uses of a core, so that a machine
that renders at the same time gets no fewer cards into a frame.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from app.board.card import Card
from app.board.card_painter import paint_card, paint_face, paint_hasty, paint_waiting
from app.theme import tokens

_KEPT = 72
"""Cards at least; the board asks for more where more are seen at once."""
_SPARE = 8
BUDGET = 0.004
"""Seconds of one frame for cards that have to be painted."""
_MORE = 0.003
"""Seconds after those for cards that get their slate and picture alone."""


@dataclass(frozen=True, slots=True)
class _Print:
    """Not `whole`: its slate and picture alone."""

    card: Card
    pixmap: QPixmap
    whole: bool = True


class CardPrints:
    """The last cards, as they were painted. Call `begin` before each frame; `owing` are the shots whose cards need one more."""

    def __init__(self) -> None:
        self._prints: OrderedDict[str, _Print] = OrderedDict()
        self._spare: list[QPixmap] = []
        self._until = 0.0
        self.kept = _KEPT
        self.owing: set[str] = set()

    def begin(self) -> None:
        """A frame begins."""
        self._until = time.thread_time() + BUDGET

    def print_of(self, card: Card, picture: QImage | None, size: QSize, ratio: float, aspect: float) -> QPixmap:
        """The card: painted before and still good, painted now, or, when the time is up, what there is."""
        known = self._prints.get(card.shot.id)
        known = known if known is not None and _fits(known.pixmap, size, ratio) else None
        if known is not None and known.whole and known.card.looks_like(card):
            self._prints.move_to_end(card.shot.id)
            return known.pixmap
        late = time.thread_time() - self._until
        if late > 0:
            self.owing.add(card.shot.id)
            if known is not None and (known.whole or known.card.picture == card.picture):
                return known.pixmap
            if late > _MORE:
                return known.pixmap if known is not None else _waiting(size, ratio, tokens.now().name)
            pixmap = _painted(paint_hasty, self._blank(size, ratio), card, picture, aspect)
            return self._keep(card.shot.id, _Print(card, pixmap, whole=False))
        self.owing.discard(card.shot.id)
        if known is not None and known.whole and known.card.reads_like(card) and not card.shot.omitted:
            pixmap = _painted(paint_face, known.pixmap, card, picture, aspect)
        else:
            pixmap = _painted(paint_card, self._blank(size, ratio), card, picture, aspect)
        return self._keep(card.shot.id, _Print(card, pixmap))

    def _keep(self, shot_id: str, print_: _Print) -> QPixmap:
        old = self._prints.pop(shot_id, None)
        self._prints[shot_id] = print_
        if old is None and len(self._prints) > self.kept:
            _, old = self._prints.popitem(last=False)
        if old is not None and old.pixmap is not print_.pixmap and len(self._spare) < _SPARE:
            self._spare.append(old.pixmap)
        return print_.pixmap

    def _blank(self, size: QSize, ratio: float) -> QPixmap:
        """One that nobody needs is painted over: memory that is new to the process takes a third of a card's time."""
        while self._spare:
            pixmap = self._spare.pop()
            if _fits(pixmap, size, ratio):
                return pixmap
        return _blank(size, ratio)

    def room_for(self, cards: int) -> None:
        """So many cards are seen at once: as many again are kept."""
        self.kept = max(_KEPT, 2 * cards)

    def forget(self) -> None:
        """Theme, language or size have changed."""
        self._prints.clear()


_Paint = Callable[[QPainter, QRect, Card, QImage | None, float], None]


def _painted(paint: _Paint, pixmap: QPixmap, card: Card, picture: QImage | None, aspect: float) -> QPixmap:
    painter, box = QPainter(pixmap), QRect(QPoint(0, 0), pixmap.deviceIndependentSize().toSize())
    paint(painter, box, card, picture, aspect)
    _round(painter, box.size(), pixmap.devicePixelRatio())
    painter.end()
    return pixmap


def _fits(pixmap: QPixmap, size: QSize, ratio: float) -> bool:
    return pixmap.size() == size * ratio and pixmap.devicePixelRatio() == ratio


@lru_cache(maxsize=8)
def _waiting(size: QSize, ratio: float, theme: str) -> QPixmap:
    """A card that had no turn yet."""
    pixmap = _blank(size, ratio)
    painter = QPainter(pixmap)
    paint_waiting(painter, QRect(0, 0, size.width(), size.height()))
    _round(painter, size, ratio)
    painter.end()
    return pixmap


def _blank(size: QSize, ratio: float, ground: QColor | None = None) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ground or QColor(tokens.now().ground))
    return pixmap


def _round(painter: QPainter, size: QSize, ratio: float) -> None:
    """Take the corners off."""
    by = tokens.now().radius + 2
    corners, part = _corners(by, ratio, tokens.now().name), by * ratio
    for right, below in ((0, 0), (1, 0), (0, 1), (1, 1)):
        box = QRectF(right * (size.width() - by), below * (size.height() - by), by, by)
        painter.drawPixmap(box, corners, QRectF(right * part, below * part, part, part))


@lru_cache(maxsize=8)
def _corners(by: int, ratio: float, theme: str) -> QPixmap:
    """What is seen of the ground around the four corners of a card, the corners pushed together."""
    pixmap = _blank(QSize(2 * by, 2 * by), ratio, QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    painter.fillRect(0, 0, 2 * by, 2 * by, QColor(tokens.now().ground))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(Qt.GlobalColor.black))
    painter.drawEllipse(QRect(0, 0, 2 * by, 2 * by))
    painter.end()
    return pixmap
