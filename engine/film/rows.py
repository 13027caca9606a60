"""A track as a row: items that take time, and the joins between them.

In the document a transition is an item among items, which reads well in a file; edits need it as what it is, something
that stands *at* an edit point. A row has one join more than it has items: `joins[i]` stands before `timed[i]`, the last
one at the tail. Every verb of `cutting` and `trimming` works on rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from engine.film.cuts import Clip, Gap, Item, Track, Transition

Timed: TypeAlias = Clip | Gap
Join: TypeAlias = Transition | None
NewId: TypeAlias = Callable[[], str]


KEPT = 64
"""Rows that are remembered."""


@dataclass(frozen=True, slots=True)
class Row:
    """`timed` items end to end from frame 0, with `len(timed) + 1` joins."""

    timed: tuple[Timed, ...]
    joins: tuple[Join, ...]

    @property
    def frames(self) -> int:
        """Length in film frames."""
        return sum([item.frames for item in self.timed])

    def placed(self) -> Iterator[tuple[int, int, Timed]]:
        """(index, first record frame, item) of every item."""
        at = 0
        for index, item in enumerate(self.timed):
            yield index, at, item
            at += item.frames

    def edge(self, index: int) -> int:
        """Record frame of edit point `index`: where `timed[index]` begins, or the tail."""
        return sum([item.frames for item in self.timed[:index]])

    def overlap(self, index: int) -> tuple[int, int]:
        """(before, after) of the transition at edit point `index`; nothing reaches over the head or tail of a track."""
        join = self.joins[index]
        if join is None:
            return 0, 0
        return join.before if index > 0 else 0, join.after if index < len(self.timed) else 0

    def reach(self, index: int) -> tuple[int, int]:
        """Source range [first, end) that item `index` needs, its transitions' handles included."""
        item = self.timed[index]
        start = item.start if isinstance(item, Clip) else 0
        return start - self.overlap(index)[0], start + item.frames + self.overlap(index + 1)[1]


_kept: dict[int, tuple[tuple[Item, ...], Row]] = {}


def row_of(track: Track) -> Row:
    """The track's items as a row. It is kept: one drag through a cut of a thousand clips asks for the same row eight times."""
    items, row = _kept.get(id(track.items), (None, None))
    if row is None or items is not track.items:
        row = _keep(track.items, _row(track.items))
    return row


def _row(items: Iterable[Item]) -> Row:
    timed: list[Timed] = []
    joins: list[Join] = [None]
    for item in items:
        if item.kind == "transition":  # isinstance asks the base classes, and takes ten times as long
            joins[-1] = item
        else:
            timed.append(item)
            joins.append(None)
    return Row(tuple(timed), tuple(joins))


def _keep(items: tuple[Item, ...], row: Row) -> Row:
    """Rows of the latest tracks, by the very tuple they were made of; it is held along, so its id is nobody else's."""
    if len(_kept) >= KEPT:
        _kept.pop(next(iter(tuple(_kept))), None)  # the oldest; a tuple, for threads that plan ask for rows as well
    _kept[id(items)] = (items, row)
    return row


def with_row(track: Track, row: Row) -> Track:
    """The track with the items of this row. It is not validated: every item was when it was made, and in a row no two transitions
    stand side by side; a drag through a cut of a thousand clips makes one at every step."""
    made = track.model_copy(update={"items": _in_a_row(row)})
    vars(made).pop("frames", None)  # the sum of the items that were there
    _keep(made.items, row)
    return made


def _in_a_row(row: Row) -> tuple[Item, ...]:
    if row.joins.count(None) == len(row.joins):  # as most rows are
        return row.timed
    items: list[Item] = []
    for join, item in zip(row.joins, (*row.timed, None), strict=True):
        items += [part for part in (join, item) if part is not None]
    return tuple(items)


def spliced(row: Row, first: int, end: int, timed: tuple[Timed, ...]) -> Row:
    """Items [first, end) replaced by others (or none). Transitions at and between those edit points go with the items:
    what they led from or to is gone."""
    joins = (*row.joins[:first], *(None,) * (len(timed) + 1), *row.joins[end + 1 :])
    return Row((*row.timed[:first], *timed, *row.timed[end:]), joins)


def changed(row: Row, index: int, item: Timed) -> Row:
    """Item `index` in another length or range; its joins stay."""
    return replace(row, timed=(*row.timed[:index], item, *row.timed[index + 1 :]))


def with_join(row: Row, point: int, join: Join) -> Row:
    """The row with that transition (or none) at edit point `point`."""
    return replace(row, joins=(*row.joins[:point], join, *row.joins[point + 1 :]))


def split(row: Row, frame: int, new_id: NewId) -> tuple[Row, int]:
    """The row with an edit point at `frame`, and that point's index; the right half gets a new id.

    A frame past the tail is reached by a gap. Transitions that no longer fit are left to `settled`.
    """
    for index, at, item in row.placed():
        if at == frame:
            return row, index
        if at < frame < at + item.frames:
            left, right = halves(item, frame - at, new_id)
            joins = (*row.joins[: index + 1], None, *row.joins[index + 1 :])
            return Row((*row.timed[:index], left, right, *row.timed[index + 1 :]), joins), index + 1
    missing = frame - row.frames
    if missing <= 0:
        return row, len(row.timed)
    return Row((*row.timed, Gap(id=new_id(), frames=missing)), (*row.joins, None)), len(row.timed) + 1


def halves(item: Timed, frames: int, new_id: NewId) -> tuple[Timed, Timed]:
    """The item cut after `frames` of its frames.

    The right halves of picture and sound are linked to each other: the frame of the source they begin at names the link.
    """
    if isinstance(item, Gap):
        return item.with_(frames=frames), Gap(id=new_id(), frames=item.frames - frames)
    start = item.start + frames
    link = None if item.link is None else f"{item.link}/{start}"
    right = item.with_(id=new_id(), start=start, frames=item.frames - frames, link=link)
    return item.with_(frames=frames), right


def settled(row: Row) -> Row:
    """Neighbouring gaps joined, and transitions shortened (or dropped) until each fits its items.

    A transition fits when it does not reach past the items on its two sides, nor into another transition, nor over the
    head or tail of the track, and when at least one of its sides is a clip.
    """
    return _fitted(_joined(row))


def fits(row: Row) -> bool:
    """Whether every transition fits its items (see `settled`)."""
    return all(join is None for join in row.joins) or _fitted(row).joins == row.joins


def _joined(row: Row) -> Row:
    gaps = [index for index, item in enumerate(row.timed) if item.kind == "gap"]
    if all(later - earlier > 1 for earlier, later in pairwise(gaps)):
        return row
    timed: list[Timed] = []
    joins: list[Join] = [row.joins[0]]
    for item, join in zip(row.timed, row.joins[1:], strict=True):
        last = timed[-1] if timed else None
        if isinstance(last, Gap) and isinstance(item, Gap):
            timed[-1] = last.with_(frames=last.frames + item.frames)
            joins[-1] = join
        else:
            timed.append(item)
            joins.append(join)
    return Row(tuple(timed), tuple(joins))


def _fitted(row: Row) -> Row:
    joins = list(row.joins)
    for index, join in enumerate(joins):
        if join is None:
            continue
        taken = row.overlap(index - 1)[1] if index and joins[index - 1] else 0
        before, after = row.overlap(index)
        before = min(before, row.timed[index - 1].frames - taken if index else 0)
        after = min(after, row.timed[index].frames if index < len(row.timed) else 0)
        joins[index] = _resized(join, before, after) if _has_picture(row, index) else None
        row = replace(row, joins=tuple(joins))
    return row


def _resized(join: Transition, before: int, after: int) -> Join:
    if (before, after) == (join.before, join.after):
        return join
    return join.with_(before=before, after=after) if before + after > 0 else None


def _has_picture(row: Row, index: int) -> bool:
    return any(isinstance(item, Clip) for item in row.timed[max(0, index - 1) : index + 1])
