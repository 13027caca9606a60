"""Where everything on the board lies: a heading for each scene, below it rows of cards. Pure arithmetic, no widget.

The board paints itself from this, finds what is under the pointer in it, and walks it with the arrow keys. Each scene is laid out by itself,
as a block from its own y of 0, and a block stands as long as its scene is the same value: an edit on a board of two thousand cards lays out
one scene.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
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


@dataclass(frozen=True, slots=True)
class _Block:
    """A scene with its heading at y 0; `rows` lie below each other, `row_of` tells in which of them a shot's card stands."""

    scene: Scene
    shut: bool
    found: Collection[str] | None
    rows: tuple[Row, ...]
    row_of: dict[str, int]
    height: int

    def still(self, scene: Scene, shut: bool, found: Collection[str] | None) -> bool:
        """Whether the scene would be laid out just so again."""
        return self.scene is scene and self.shut == shut and self.found is found


class Layout:
    """A film laid out; make a new one for every change, with the one `before` it: what is the same is not laid out twice."""

    def __init__(
        self,
        film: Film,
        measures: Measures,
        *,
        collapsed: Collection[str],
        found: Collection[str] | None,
        before: Layout | None = None,
    ) -> None:
        self.measures = measures
        known = {b.scene.id: b for b in before._blocks} if before and before.measures == measures else {}
        self._blocks = [
            block
            for scene in film.scenes
            for block in _blocks(scene, measures, found is None and scene.id in collapsed, found, known.get(scene.id))
        ]
        *self._tops, self._end = accumulate((block.height for block in self._blocks), initial=0)

    @property
    def height(self) -> int:
        """Of all of it, in pixels."""
        return self._end + (FOOT if self._blocks and self._blocks[-1].shut else 0)

    @property
    def rows(self) -> Iterator[Row]:
        """All of them, from the head."""
        return self.between(0, self._end)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The shots that are shown, as the story has them."""
        return tuple(shot_id for block in self._blocks for shot_id in block.row_of)

    def between(self, top: int, bottom: int) -> Iterator[Row]:
        """The rows that reach into [top, bottom)."""
        for index in range(max(0, bisect_right(self._tops, top) - 1), len(self._blocks)):
            y = self._tops[index]
            if y >= bottom:
                return
            for row in self._blocks[index].rows:
                if row.rect.top() + y < bottom and row.rect.bottom() + y >= top:
                    yield _lowered(row, y)

    def pinned(self, top: int) -> tuple[HeadingRow, int | None] | None:
        """The open scene that reaches over the y `top`: its heading, and where the next scene's begins."""
        index = bisect_left(self._tops, top) - 1
        if index < 0 or self._blocks[index].shut:
            return None
        row = _lowered(self._blocks[index].rows[0], self._tops[index])
        below = self._tops[index + 1] if index + 1 < len(self._tops) else None
        return (row, below) if isinstance(row, HeadingRow) else None

    def changed(self, before: Layout) -> list[QRect] | None:
        """What has to be painted anew where everything lies as it lay `before`; None where something has moved."""
        if self.measures != before.measures or self._tops != before._tops or self._end != before._end:
            return None
        wide = self.measures.columns * (self.measures.width + GAP) + 2 * MARGIN
        return [
            QRect(0, top, wide, block.height)
            for block, was, top in zip(self._blocks, before._blocks, self._tops, strict=True)
            if block is not was
        ]

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
        for block, top in zip(self._blocks, self._tops, strict=True):
            if block.scene.id == scene_id and isinstance(row := _lowered(block.rows[0], top), HeadingRow):
                return row
        return None

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
        if self._place(shot_id) is None:
            return self.order[0] if self.order else ""
        if way in ("left", "right"):
            at = self.order.index(shot_id) + (by if way == "right" else -by)
            return self.order[max(0, min(at, len(self.order) - 1))]
        for _ in range(by):
            shot_id = self._above_or_below(shot_id, -1 if way == "up" else 1)
        return shot_id

    def slot_at(self, point: QPoint) -> Slot | None:
        """The place for a drop, the nearest to the point."""
        row = self.row_at(point) or self._last(point.y())
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

    def _place(self, shot_id: str) -> tuple[int, int] | None:
        """The block and the row in it."""
        for index, block in enumerate(self._blocks):
            row = block.row_of.get(shot_id)
            if row is not None:
                return index, row
        return None

    def _row(self, shot_id: str) -> CardRow | None:
        place = self._place(shot_id)
        row = _lowered(self._blocks[place[0]].rows[place[1]], self._tops[place[0]]) if place else None
        return row if isinstance(row, CardRow) else None

    def _last(self, y: int) -> Row | None:
        """The last row, for what is below everything."""
        under = self._blocks and y > self._tops[-1]
        return _lowered(self._blocks[-1].rows[-1], self._tops[-1]) if under else None

    def _above_or_below(self, shot_id: str, step: int) -> str:
        row, place = self._row(shot_id), self._place(shot_id)
        if row is None or place is None:
            return shot_id
        column = [shot.id for shot in row.shots].index(shot_id)
        other = next((each for each in self._onward(*place, step) if each.shots), None)
        return other.shots[min(column, len(other.shots) - 1)].id if other else shot_id

    def _onward(self, block: int, row: int, step: int) -> Iterator[CardRow]:
        """The rows of cards behind (1) or before (-1) that one."""
        rows: Sequence[Row] = self._blocks[block].rows[row + 1 :] if step > 0 else self._blocks[block].rows[:row]
        while True:
            yield from (each for each in rows[::step] if isinstance(each, CardRow))
            block += step
            if not 0 <= block < len(self._blocks):
                return
            rows = self._blocks[block].rows


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


def _blocks(
    scene: Scene, measures: Measures, shut: bool, found: Collection[str] | None, known: _Block | None
) -> Iterator[_Block]:
    """The scene's block, or none where nothing in it was found."""
    if known is not None and known.still(scene, shut, found):
        yield known
        return
    shots = scene.shots if found is None else tuple(shot for shot in scene.shots if shot.id in found)
    if found is not None and not shots:
        return
    across = measures.columns * (measures.width + GAP) - GAP
    rows: list[Row] = [HeadingRow(scene, QRect(0, 0, across + 2 * MARGIN, HEADING), shut, len(shots))]
    if not shut:
        rows += _card_rows(scene, shots, measures, HEADING, add=found is None)
    row_of = {s.id: i for i, row in enumerate(rows) if isinstance(row, CardRow) for s in row.shots}
    yield _Block(scene, shut, found, tuple(rows), row_of, rows[-1].rect.bottom() + 1 + (0 if shut else FOOT))


def _lowered(row: Row, by: int) -> Row:
    rect = row.rect.translated(0, by)
    if isinstance(row, HeadingRow):
        return HeadingRow(row.scene, rect, row.collapsed, row.shown)
    return CardRow(row.scene, rect, row.shots, row.first, row.last)


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
