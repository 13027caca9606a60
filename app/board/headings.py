"""Paints a scene's heading row: fold it, its number, what it is called, how many shots it has and how long they last.

Rows are kept as they were painted: the one that is pinned is seen in every frame of a scroll.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from app.board.durations import in_seconds
from app.board.layout import MARGIN, HeadingRow
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import figures, letters
from app.words import tr
from engine.film.cast import Place
from engine.film.document import Film
from engine.film.rate import Rate
from engine.film.shots import Scene

_BUTTON = 24
_KEPT = 32


def fold_box(row: QRect) -> QRect:
    """The arrow that folds the scene."""
    return QRect(row.left() + MARGIN - 4, row.center().y() - _BUTTON // 2, _BUTTON, _BUTTON)


def add_box(row: QRect) -> QRect:
    """The button that adds a shot."""
    return QRect(row.right() - MARGIN - 2 * _BUTTON - 4, row.center().y() - _BUTTON // 2, _BUTTON, _BUTTON)


def more_box(row: QRect) -> QRect:
    """The button that opens the scene's menu."""
    return QRect(row.right() - MARGIN - _BUTTON, row.center().y() - _BUTTON // 2, _BUTTON, _BUTTON)


def text_box(row: QRect) -> QRect:
    """Where the heading is written, and edited."""
    left = row.left() + MARGIN + _BUTTON
    return QRect(left, row.top(), max(80, row.right() - MARGIN - 3 * _BUTTON - 140 - left), row.height())


def field_box(row: QRect, scene: Scene) -> QRect:
    """Where a field for the heading lies: behind the number, over the heading."""
    return text_box(row).adjusted(QFontMetrics(figures(strong=True)).horizontalAdvance(scene.number) + 3, 4, 0, -4)


def title_of(scene: Scene, places: Iterable[Place]) -> str:
    """What the scene is called: as somebody wrote it, or else where its cards say that it plays."""
    where = next((place.name for place in places if place.id == scene.place), "")
    return scene.heading or where or tr("Scene {number}", number=scene.number)


@dataclass(frozen=True, slots=True)
class _Printed:
    row: HeadingRow
    facts: tuple[object, ...]
    pixmap: QPixmap

    def holds(self, row: HeadingRow, facts: tuple[object, ...]) -> bool:
        same = (row.collapsed, row.shown) == (self.row.collapsed, self.row.shown)
        return same and self.row.scene is row.scene and self.facts == facts


class HeadingPrints:
    """The headings that were painted last."""

    def __init__(self) -> None:
        self._prints: OrderedDict[tuple[str, bool], _Printed] = OrderedDict()

    def paint(self, painter: QPainter, box: QRect, row: HeadingRow, film: Film, *, hovered: bool, pinned: bool) -> None:
        """As `paint_heading`."""
        ratio = painter.device().devicePixelRatioF()
        facts = (box.size(), ratio, film.rate, title_of(row.scene, film.places), hovered)
        known = self._prints.pop((row.scene.id, pinned), None)
        if known is None or not known.holds(row, facts):
            known = _Printed(row, facts, _printed(box.size(), ratio, row, film, hovered=hovered, pinned=pinned))
        self._prints[row.scene.id, pinned] = known
        if len(self._prints) > _KEPT:
            self._prints.popitem(last=False)
        painter.drawPixmap(box.topLeft(), known.pixmap)

    def forget(self) -> None:
        """Theme or language have changed."""
        self._prints.clear()


def _printed(size: QSize, ratio: float, row: HeadingRow, film: Film, *, hovered: bool, pinned: bool) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    paint_heading(painter, QRect(QPoint(0, 0), size), row, film, hovered=hovered, pinned=pinned)
    painter.end()
    return pixmap


def paint_heading(
    painter: QPainter, box: QRect, row: HeadingRow, film: Film, *, hovered: bool, pinned: bool = False
) -> None:
    """Paint the row into the box; `pinned` is the one that stays at the head of the window while its scene scrolls by."""
    now = tokens.now()
    painter.fillRect(box, QColor(now.ground))
    if pinned:
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(now.line))
    ink = QColor(now.faint if row.scene.omitted else now.text)
    paint_icon(
        painter,
        QRectF(fold_box(box)).adjusted(5, 5, -5, -5),
        "chevron-right" if row.collapsed else "chevron-down",
        now.muted,
    )
    words = text_box(box)
    painter.setFont(figures(strong=True))
    painter.setPen(QColor(now.accent))
    number = row.scene.number
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, number)
    words.setLeft(words.left() + QFontMetrics(painter.font()).horizontalAdvance(number) + 12)
    painter.setFont(letters(strong=True))
    painter.setPen(ink)
    title = QFontMetrics(painter.font()).elidedText(
        title_of(row.scene, film.places), Qt.TextElideMode.ElideRight, words.width()
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
    _paint_sums(painter, box, row, film.rate)
    for place, icon in ((add_box(box), "plus"), (more_box(box), "ellipsis")):
        paint_icon(painter, QRectF(place).adjusted(4, 4, -4, -4), icon, now.text if hovered else now.faint)


def _paint_sums(painter: QPainter, box: QRect, row: HeadingRow, rate: Rate) -> None:
    frames = sum(shot.duration for shot in row.scene.shots if not shot.omitted)
    count = tr("{n} shots", n=len(row.scene.shots))
    if row.shown < len(row.scene.shots) and not row.collapsed:
        count = tr("{found} of {n} shots", found=row.shown, n=len(row.scene.shots))
    text = f"{count}  ·  {in_seconds(frames, rate)}" if frames else count
    painter.setFont(figures())
    painter.setPen(QColor(tokens.now().muted))
    right = add_box(box).left() - 12
    painter.drawText(
        QRect(right - 240, box.top(), 240, box.height()),
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        text,
    )
