"""Where everything on the board lies: a heading for each scene, below it rows of cards. Pure arithmetic, no widget.

The board paints itself from this, finds what is under the pointer in it, and walks it with the arrow keys; two thousand cards are laid
out in a few milliseconds, so that any edit may lay out everything anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QPoint, QRect

from engine.film.document import Film
from engine.film.shots import Scene, Shot

HEADING = 40
GAP = 16
MARGIN = 16
ADDER = 56
"""Width of the place for a new shot."""
FOOT = 24
"""Free space below a scene's last row."""

Way: TypeAlias = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, slots=True)
class Measures:
    """How large a card is; `columns` cards stand side by side."""

    width: int
    height: int
    columns: int


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A scene's heading; `shown` of its shots are laid out below it, none while it is collapsed."""

    scene: Scene
    rect: QRect
    collapsed: bool
    shown: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """Cards side by side; the first is shot `first` of those shown of the scene. The last row of a scene has room for a new one."""

    scene: Scene
    rect: QRect
    shots: tuple[Shot, ...]
    first: int
    last: bool


Row: TypeAlias = HeadingRow | CardRow


@dataclass(frozen=True, slots=True)
class Slot:
    """A place between cards: before the shot at position `at` of the scene; the caret stands there."""

    scene_id: str
    at: int
    caret: QRect


class Layout:
    """A film laid out; make a new one for every change."""

    def __init__(
        self, film: Film, measures: Measures, *, collapsed: Collection[str], found: Collection[str] | None
    ) -> None:
        self.measures = measures
        self.rows: list[Row] = list(_rows(film, measures, collapsed, found))
        self._tops = [row.rect.top() for row in self.rows]
        self.order: tuple[str, ...] = tuple(s.id for row in self.rows if isinstance(row, CardRow) for s in row.shots)
        self._row_of = {s.id: i for i, row in enumerate(self.rows) if isinstance(row, CardRow) for s in row.shots}

    @property
    def height(self) -> int:
        """Of all of it, in pixels."""
        return self.rows[-1].rect.bottom() + 1 + FOOT if self.rows else 0

    def between(self, top: int, bottom: int) -> Iterator[Row]:
        """The rows that reach into [top, bottom)."""
        for index in range(max(0, bisect_right(self._tops, top) - 1), len(self.rows)):
            row = self.rows[index]
            if row.rect.top() >= bottom:
                return
            if row.rect.bottom() >= top:
                yield row

    def card(self, row: CardRow, column: int) -> QRect:
        """Where a card of the row lies; `column` may be one behind the last card."""
        across = self.measures.width + GAP
        return QRect(row.rect.left() + column * across, row.rect.top(), self.measures.width, self.measures.height)

    def card_of(self, shot_id: str) -> QRect | None:
        """Where the shot's card lies, if it is shown."""
        row = self._row(shot_id)
        return self.card(row, [shot.id for shot in row.shots].index(shot_id)) if row else None

    def heading_of(self, scene_id: str) -> HeadingRow | None:
        """The scene's heading."""
        return next((row for row in self.rows if isinstance(row, HeadingRow) and row.scene.id == scene_id), None)

    def adder(self, row: CardRow) -> QRect | None:
        """Where a new shot may be added behind the last card, if the row is its scene's last."""
        if not row.last:
            return None
        box = self.card(row, len(row.shots))
        box.setWidth(min(ADDER, box.width()))
        return box if len(row.shots) < self.measures.columns else None

    def shot_at(self, point: QPoint) -> Shot | None:
        """The shot whose card lies there."""
        row = self.row_at(point)
        if not isinstance(row, CardRow):
            return None
        for column, shot in enumerate(row.shots):
            if self.card(row, column).contains(point):
                return shot
        return None

    def row_at(self, point: QPoint) -> Row | None:
        """The row there."""
        return next((row for row in self.between(point.y(), point.y() + 1)), None)

    def shots_in(self, box: QRect) -> tuple[str, ...]:
        """The shots whose cards the box touches."""
        found: list[str] = []
        for row in self.between(box.top(), box.bottom() + 1):
            if isinstance(row, CardRow):
                found += [s.id for column, s in enumerate(row.shots) if self.card(row, column).intersects(box)]
        return tuple(found)

    def neighbour(self, shot_id: str, way: Way, by: int = 1) -> str:
        """The shot `by` cards to that side ("up" and "down" keep the column); the same where there is none."""
        if shot_id not in self._row_of:
            return self.order[0] if self.order else ""
        if way in ("left", "right"):
            at = self.order.index(shot_id) + (by if way == "right" else -by)
            return self.order[max(0, min(at, len(self.order) - 1))]
        for _ in range(by):
            shot_id = self._above_or_below(shot_id, -1 if way == "up" else 1)
        return shot_id

    def slot_at(self, point: QPoint) -> Slot | None:
        """The place for a drop, the nearest to the point."""
        row = self.row_at(point) or (self.rows[-1] if self.rows and point.y() > self._tops[-1] else None)
        if row is None:
            return None
        if isinstance(row, HeadingRow):
            below = row.rect.adjusted(0, row.rect.height() - 3, 0, 0)
            return Slot(row.scene.id, 0 if not row.collapsed else len(row.scene.shots), below)
        across = self.measures.width + GAP
        column = max(0, min(len(row.shots), (point.x() - row.rect.left() + across // 2) // across))
        box = self.card(row, column)
        caret = QRect(box.left() - GAP // 2 - 1, box.top(), 3, box.height())
        return Slot(row.scene.id, _position(row, column), caret)

    def _row(self, shot_id: str) -> CardRow | None:
        index = self._row_of.get(shot_id)
        row = self.rows[index] if index is not None else None
        return row if isinstance(row, CardRow) else None

    def _above_or_below(self, shot_id: str, step: int) -> str:
        index = self._row_of[shot_id]
        row = self._row(shot_id)
        column = [s.id for s in row.shots].index(shot_id) if row else 0
        index += step
        while 0 <= index < len(self.rows):
            other = self.rows[index]
            if isinstance(other, CardRow) and other.shots:
                return other.shots[min(column, len(other.shots) - 1)].id
            index += step
        return shot_id


def measured(width: int, card: int, aspect: float) -> Measures:
    """Cards of about `card` pixels that fill a board of that width; `aspect` is the film's width to height."""
    room = max(card, width - 2 * MARGIN)
    columns = max(1, (room + GAP) // (card + GAP))
    wide = min((room - (columns - 1) * GAP) // columns, card + card // 3)
    return Measures(wide, card_height(wide, aspect), columns)


def card_height(width: int, aspect: float) -> int:
    """A card's height: its picture and what is written below it."""
    return picture_height(width, aspect) + WORDS


WORDS = 96
"""Height of what is written below the picture."""


def picture_height(width: int, aspect: float) -> int:
    """Height of a card's picture; a tall film is shown in a frame that is no taller than wide."""
    return round(width / max(1.0, min(aspect, 2.4)))


def _rows(film: Film, measures: Measures, collapsed: Collection[str], found: Collection[str] | None) -> Iterator[Row]:
    y = 0
    across = measures.columns * (measures.width + GAP) - GAP
    for scene in film.scenes:
        shots = scene.shots if found is None else tuple(shot for shot in scene.shots if shot.id in found)
        if found is not None and not shots:
            continue
        shut = scene.id in collapsed and found is None
        yield HeadingRow(scene, QRect(0, y, across + 2 * MARGIN, HEADING), shut, len(shots))
        y += HEADING
        if shut:
            continue
        for row in _card_rows(scene, shots, measures, y, add=found is None):
            yield row
            y = row.rect.bottom() + 1 + GAP
        y += FOOT - GAP


def _card_rows(scene: Scene, shots: Sequence[Shot], measures: Measures, y: int, *, add: bool) -> Iterator[CardRow]:
    """Rows of cards; the last one has room for a new shot, so a full row is followed by an empty one only when there is no shot at all."""
    across = measures.columns * (measures.width + GAP) - GAP
    for first in range(0, max(1, len(shots)), measures.columns):
        row = tuple(shots[first : first + measures.columns])
        last = add and first + measures.columns >= len(shots)
        yield CardRow(scene, QRect(MARGIN, y, across, measures.height), row, first, last)
        y += measures.height + GAP


def _position(row: CardRow, column: int) -> int:
    """The position in the scene of what is dropped at a column; a filtered board shows only some of its shots."""
    if column < len(row.shots):
        return next(at for at, shot in enumerate(row.scene.shots) if shot.id == row.shots[column].id)
    if not row.shots:
        return len(row.scene.shots)
    return next(at for at, shot in enumerate(row.scene.shots) if shot.id == row.shots[-1].id) + 1
