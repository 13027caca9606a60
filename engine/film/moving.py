"""Edits that take clips elsewhere in the cut, Film -> Film: move (over what is there) and shuffle (in between).

    move        a gap stays where the clips were; they take the place of whatever they land on      cut as long as before *
    shuffle     what was behind the clips closes up, and the others make room where they come in    cut as long as before

    * past the tail the cut ends where the clips end; a gap at the very tail is left out

Clips that stand side by side travel as one block, so the transitions between them go along; those at the block's own ends
stay behind and go. Raises BadInput for a locked cut or track, and for a place before the head of the cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.errors import BadInput
from engine.film.bench import item_of, must_be_open, open_cut, put_cut, replaced, rewritten
from engine.film.cuts import Clip, Cut, Gap, Track
from engine.film.document import Film
from engine.film.rows import Join, NewId, Row, Timed, row_of, spliced, split, with_join
from engine.film.values import fresh_id


@dataclass(frozen=True, slots=True)
class Block:
    """Clips side by side on one track, from record frame `at`; `joins` stand between them."""

    track: str
    at: int
    timed: tuple[Timed, ...]
    joins: tuple[Join, ...]

    @property
    def frames(self) -> int:
        """Length in film frames."""
        return sum(item.frames for item in self.timed)


def move(film: Film, cut_id: str, clip_ids: Iterable[str], by: int, *, rows: int = 0, new_id: NewId = fresh_id) -> Film:
    """The clips stand `by` frames later, and `rows` tracks of their kind higher, over what was there."""
    cut = open_cut(film, cut_id)
    blocks = _blocks(cut, clip_ids)
    if min(block.at for block in blocks) + by < 0:
        raise BadInput("The clips would begin before the head of the cut.", "Move them less far.")
    landing: dict[str, list[Block]] = {}
    for block in blocks:
        landing.setdefault(_track_beside(cut, block.track, rows).id, []).append(block)

    def change(track: Track, row: Row) -> Row:
        row = _without(row, [block for block in blocks if block.track == track.id], new_id, close=False)
        for block in landing.get(track.id, ()):
            row = _laid(row, block, block.at + by, new_id)
        return _ended(row)

    return put_cut(film, _on({block.track for block in blocks} | landing.keys(), cut, change))


def shuffle(film: Film, cut_id: str, clip_ids: Iterable[str], at: int, *, new_id: NewId = fresh_id) -> Film:
    """The clips come in at record frame `at` of their own tracks, as it is before the edit, in the order they had.

    Clips of several tracks (picture and its sound) keep their distance from each other.
    """
    cut = open_cut(film, cut_id)
    blocks = _blocks(cut, clip_ids)
    head = min(block.at for block in blocks)
    if at < 0:
        raise BadInput(f"Frame {at} lies before the head of the cut.", "Choose a frame from 0 on.")

    def change(track: Track, row: Row) -> Row:
        own = [block for block in blocks if block.track == track.id]
        target = at + own[0].at - head
        target -= sum(min(block.frames, max(0, target - block.at)) for block in own)
        row = _without(row, own, new_id, close=True)
        for block in own:
            row, index = split(row, target, new_id)
            row = _joined(spliced(row, index, index, block.timed), index, block)
            target += block.frames
        return _ended(row)

    return put_cut(film, _on({block.track for block in blocks}, cut, change))


def _blocks(cut: Cut, clip_ids: Iterable[str]) -> list[Block]:
    """The clips as blocks, in record order of each track. Raises BadInput for an id that is none."""
    wanted = set(clip_ids)
    for each in wanted:
        if not isinstance(item_of(cut, each).item, Clip):
            raise BadInput("A gap cannot be moved.", "Move the clips beside it.")
    if not wanted:
        raise BadInput("No clip is chosen.", "Choose clips first.")
    return [block for track in cut.tracks for block in _blocks_of(track, wanted)]


def _blocks_of(track: Track, wanted: set[str]) -> list[Block]:
    row = row_of(track)
    found: list[Block] = []
    open_until = -1
    for index, at, item in row.placed():
        if item.id not in wanted:
            continue
        if index == open_until and found:
            last = found[-1]
            found[-1] = Block(track.id, last.at, (*last.timed, item), (*last.joins, row.joins[index]))
        else:
            found.append(Block(track.id, at, (item,), ()))
        open_until = index + 1
    return found


def _track_beside(cut: Cut, track_id: str, rows: int) -> Track:
    track = next(each for each in cut.tracks if each.id == track_id)
    alike = [each for each in cut.tracks if each.kind == track.kind]
    place = [each.id for each in alike].index(track_id) + rows
    if not 0 <= place < len(alike):
        raise BadInput("There is no track there.", "Add a track first.")
    return alike[place]


def _on(tracks: set[str], cut: Cut, change: Callable[[Track, Row], Row]) -> Cut:
    for track in cut.tracks:
        if track.id in tracks:
            must_be_open(track)
    return cut.with_(tracks=tuple(rewritten(t, change) if t.id in tracks else t for t in cut.tracks))


def _without(row: Row, blocks: list[Block], new_id: NewId, *, close: bool) -> Row:
    """The row with the blocks taken out; `close` leaves no gap."""
    for block in reversed(blocks):
        index = [item.id for item in row.timed].index(block.timed[0].id)
        rest = () if close else (Gap(id=new_id(), frames=block.frames),)
        row = spliced(row, index, index + len(block.timed), rest)
    return row


def _laid(row: Row, block: Block, at: int, new_id: NewId) -> Row:
    """The block over record frames from `at`."""
    row = replaced(row, at, at + block.frames, block.timed, new_id)
    return _joined(row, [item.id for item in row.timed].index(block.timed[0].id), block)


def _joined(row: Row, index: int, block: Block) -> Row:
    """The block's own transitions between its clips, which stand from `index` on."""
    for place, join in enumerate(block.joins):
        row = with_join(row, index + 1 + place, join)
    return row


def _ended(row: Row) -> Row:
    """The row without empty time at its tail."""
    while row.timed and isinstance(row.timed[-1], Gap):
        row = spliced(row, len(row.timed) - 1, len(row.timed), ())
    return row
