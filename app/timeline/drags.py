"""Drags: what the pointer does between press and release, as values that propose an edit for where the pointer is now.

A drag holds the film it began with and proposes `Film -> Film`; nothing is edited before the release, so Esc has nothing to undo and
one drag is one undo step. Where the engine refuses a distance, the drag stops at the farthest one it accepts, and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, Self, TypeAlias

from app.commands import cuts
from app.commands.cuts import Change
from app.timeline.handles import LOUDEST, SOFTEST, gain_at, level_y
from app.timeline.laid import Box, JoinBox, Laid, Lane
from app.timeline.snapping import Snap, nearest
from app.words import word
from engine.errors import BadInput
from engine.film.bench import Edge, cut_of, item_of
from engine.film.cuts import Clip, Marker
from engine.film.document import Film
from engine.film.marking import edit_marker

NEAR_UNCHANGED = 1.0
"""Decibels within which a level snaps to what was recorded."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the pointer is: frames from where it was pressed, the frame it is at, tracks up, pixels down, and the keys held."""

    by: int
    frame: int
    rows: int = 0
    down: float = 0.0  # pixels below where it was pressed
    insert: bool = False
    reach: float = 0.0  # frames within which edges snap; 0: no snapping


@dataclass(frozen=True, slots=True)
class Look:
    """A picture that decides the edit: a clip's first or last one."""

    clip: str
    edge: Edge
    aside: bool = False  # it stays as it is, and is seen for comparison


@dataclass(frozen=True, slots=True)
class Proposal:
    """What releasing the pointer now would do. `change` is None where it would do nothing."""

    change: Change | None
    film: Film
    by: int = 0
    length: int | None = None  # frames of what is being trimmed
    snapped: int | None = None  # record frame of the edge it stands at
    refused: BadInput | None = None  # why it goes no further
    insert_at: int | None = None
    looks: tuple[Look, ...] = ()
    gain: float | None = None  # decibels that a level line stands at


class Drag(Protocol):
    """One drag. `text` names its undo step (English, translated where it is shown)."""

    @property
    def text(self) -> str: ...

    def at(self, reach: Reach) -> Proposal:
        """What would happen here."""
        ...

    def onto(self, film: Film) -> Drag:
        """The same drag over the film as it has become: a take has arrived, the cut is as it was."""
        ...


@dataclass
class Held:
    """What every drag holds: the film it began with."""

    base: Film

    def onto(self, film: Film) -> Self:
        """The same drag over another film."""
        return replace(self, base=film)


@dataclass
class Limits:
    """The farthest distances that were accepted and the nearest that were refused, to either side."""

    good: list[int] = field(default_factory=lambda: [0, 0])
    bad: list[int | None] = field(default_factory=lambda: [None, None])


Make: TypeAlias = Callable[[int], Change]


@dataclass
class ByFrames(Held):
    """A drag that is told by one number: trims, ripples, rolls, slips, slides and moves.

    `edges` are the record frames that move with the pointer and may snap; `length` says how long the clip would be.
    """

    text: str
    make: Make
    edges: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    length: Callable[[int], int] | None = None
    looks: tuple[Look, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def onto(self, film: Film) -> Self:
        """A take that arrived may have longer handles: the limits are felt for again."""
        return replace(self, base=film, limits=Limits())

    def at(self, reach: Reach) -> Proposal:
        """The edit by as many frames as the pointer went, snapped, and held at the limit."""
        snap = _snapped(self.edges, self.targets, reach)
        by = reach.by + (snap.by if snap else 0)
        held, film, refused = self._tried(by)
        return Proposal(
            self.make(held) if held else None,
            film,
            held,
            self.length(held) if self.length else None,
            snap.at if snap and held == by else None,
            refused,
            looks=self.looks,
        )

    def _tried(self, by: int) -> tuple[int, Film, BadInput | None]:
        """The distance that is accepted, nearest to `by`; the film it makes; why not further."""
        side = 0 if by < 0 else 1
        wall, refused = self.limits.bad[side], None
        if wall is None or abs(by) < abs(wall):
            try:
                return by, self._made(by), None
            except BadInput as error:
                self.limits.bad[side], refused = by, error
        good, bad = self.limits.good[side], self.limits.bad[side] or by
        while abs(bad - good) > 1:
            middle = (good + bad) // 2 if bad > good else -((-good - bad) // 2)
            try:
                self._made(middle)
                good = middle
            except BadInput as error:
                bad, refused = middle, error
        self.limits.good[side], self.limits.bad[side] = good, bad
        return good, self._made(good), refused or self._refusal(bad)

    def _made(self, by: int) -> Film:
        return self.make(by)(self.base) if by else self.base

    def _refusal(self, by: int) -> BadInput | None:
        try:
            self._made(by)
        except BadInput as error:
            return error
        return None


@dataclass
class Carry(Held):
    """Clips carried elsewhere: over what is there, or with `insert` in between at the nearest edit point."""

    cut_id: str
    clips: tuple[str, ...]
    first: int
    end: int
    targets: tuple[int, ...]
    points: tuple[int, ...]
    text: str = word("Move clips")

    def at(self, reach: Reach) -> Proposal:
        """The clips where the pointer carries them."""
        return self._shuffled(reach) if reach.insert else self._moved(reach)

    def _moved(self, reach: Reach) -> Proposal:
        snap = _snapped((self.first, self.end), self.targets, reach)
        by = max(-self.first, reach.by + (snap.by if snap else 0))
        refused: BadInput | None = None
        for rows in dict.fromkeys((reach.rows, 0)):
            change = cuts.moved(self.cut_id, self.clips, by, rows)
            try:
                film = change(self.base) if by or rows else self.base
            except BadInput as error:
                refused = refused or error
                continue
            return Proposal(change if by or rows else None, film, by, None, snap.at if snap else None, refused)
        return Proposal(None, self.base, refused=refused)

    def _shuffled(self, reach: Reach) -> Proposal:
        point = min(self.points, key=lambda each: abs(each - reach.frame), default=0)
        change = cuts.shuffled(self.cut_id, self.clips, point)
        try:
            return Proposal(change, change(self.base), insert_at=point)
        except BadInput as error:
            return Proposal(None, self.base, refused=error)


@dataclass
class Bring(Held):
    """Shots that come in from the board or a take from its strip, over what is there or in between."""

    cut_id: str
    track: str
    shots: tuple[str, ...]
    take: str | None
    targets: tuple[int, ...]
    points: tuple[int, ...]
    text: str = word("Put in the cut")

    def at(self, reach: Reach) -> Proposal:
        """The shots where the pointer is."""
        at = self._place(reach)
        change = cuts.laid_in(self.cut_id, self.track, at, self.shots, over=not reach.insert, take=self.take)
        try:
            return Proposal(change, change(self.base), insert_at=at if reach.insert else None, snapped=at)
        except BadInput as error:
            return Proposal(None, self.base, refused=error)

    def _place(self, reach: Reach) -> int:
        if reach.insert:
            return min(self.points, key=lambda each: abs(each - reach.frame), default=0)
        snap = nearest((reach.frame,), self.targets, reach.reach) if reach.reach else None
        return snap.at if snap else reach.frame


@dataclass
class Flag(Held):
    """A marker carried along the ruler."""

    cut_id: str
    marker: Marker
    targets: tuple[int, ...]
    text: str = word("Move marker")

    def at(self, reach: Reach) -> Proposal:
        """The marker under the pointer."""
        snap = _snapped((self.marker.frame,), self.targets, reach)
        frame = max(0, self.marker.frame + reach.by + (snap.by if snap else 0))

        def change(film: Film) -> Film:
            return edit_marker(film, self.cut_id, self.marker.id, frame=frame)

        same = frame == self.marker.frame
        return Proposal(None if same else change, self.base if same else change(self.base), frame - self.marker.frame)


@dataclass
class Level(Held):
    """The level line of a sound pulled up or down; the other chosen sounds get as many decibels more or less."""

    cut_id: str
    clip: Clip
    others: tuple[Clip, ...]
    lane: Lane
    text: str = word("Level of a clip")

    def at(self, reach: Reach) -> Proposal:
        """The level under the pointer; near the unchanged one, exactly that."""
        gain = gain_at(self.lane, level_y(self.lane, self.clip.gain) + reach.down)
        if reach.reach and abs(gain) < NEAR_UNCHANGED:
            gain = 0.0
        more = gain - self.clip.gain
        if not more:
            return Proposal(None, self.base, gain=gain)
        gains = {each.id: min(LOUDEST, max(SOFTEST, round(each.gain + more, 1))) for each in self.others}
        change = cuts.levelled(self.cut_id, {**gains, self.clip.id: gain})
        try:
            return Proposal(change, change(self.base), gain=gain)
        except BadInput as error:
            return Proposal(None, self.base, refused=error)


def fade(base: Film, cut_id: str, box: Box, edge: Edge) -> ByFrames:
    """The corner of a clip pulled inward: the longer the way, the longer the fade."""
    inward = 1 if edge == "head" else -1

    def make(by: int) -> Change:
        return cuts.faded(cut_id, box.item.id, edge, by * inward)

    return ByFrames(base, word("Add transition"), make, length=lambda by: max(0, by * inward))


def trim(base: Film, cut_id: str, clips: Sequence[str], box: Box, edge: Edge, targets: tuple[int, ...]) -> ByFrames:
    """One edge moves and nothing else."""
    return _edge_drag(word("Trim"), cuts.trimmed, base, cut_id, clips, box, edge, targets)


def ripple(base: Film, cut_id: str, clips: Sequence[str], box: Box, edge: Edge, targets: tuple[int, ...]) -> ByFrames:
    """One edge moves and all that is behind follows."""
    return _edge_drag(word("Ripple"), cuts.rippled, base, cut_id, clips, box, edge, targets)


def roll(base: Film, cut_id: str, clips: Sequence[str], box: Box, edge: Edge, targets: tuple[int, ...]) -> ByFrames:
    """The edit point moves."""
    return _edge_drag(word("Roll"), cuts.rolled, base, cut_id, clips, box, edge, targets)


def slip(base: Film, cut_id: str, clips: Sequence[str]) -> ByFrames:
    """Another part of the shot. Pulling the picture to the right shows what comes before it."""
    clip = _pictured(base, cut_id, clips)
    looks = (*_ends(clip), *_neighbours(base, cut_id, clip, aside=True))
    return ByFrames(base, word("Slip"), lambda by: cuts.slipped(cut_id, clips, -by), looks=looks)


def slide(base: Film, cut_id: str, clips: Sequence[str], box: Box, targets: tuple[int, ...]) -> ByFrames:
    """The clip between its neighbours."""
    clip = _pictured(base, cut_id, clips)
    looks = (*_neighbours(base, cut_id, clip), *_ends(clip, aside=True))
    return ByFrames(
        base, word("Slide"), lambda by: cuts.slid(cut_id, clips, by), (box.at, box.end), targets, looks=looks
    )


def stretch(base: Film, cut_id: str, box: JoinBox, part: str) -> ByFrames:
    """A transition in another length: both sides alike, or the one side that it has."""
    before, after = box.point - box.first, box.end - box.point
    outward = -1 if part == "head" else 1

    def sizes(by: int) -> tuple[int, int]:
        more = by * outward
        return max(0, before + more) if before else 0, max(0, after + more) if after else 0

    def length(by: int) -> int:
        return sum(sizes(by))

    return ByFrames(
        base, word("Change transition"), lambda by: cuts.stretched(cut_id, box.join.id, *sizes(by)), length=length
    )


def shift(base: Film, cut_id: str, box: JoinBox) -> ByFrames:
    """A transition that begins sooner and ends sooner, still over its edit point."""
    before, after = box.point - box.first, box.end - box.point

    def make(by: int) -> Change:
        held = max(-after, min(before, by))
        return cuts.stretched(cut_id, box.join.id, before - held, after + held)

    return ByFrames(base, word("Shift transition"), make)


def carry(base: Film, cut_id: str, laid: Laid, clips: Iterable[str], targets: tuple[int, ...]) -> Carry:
    """These clips, from where they stand."""
    boxes = [laid.boxes[each] for each in clips]
    tracks = {box.track for box in boxes}
    first, end = min(box.at for box in boxes), max(box.end for box in boxes)
    return Carry(base, cut_id, tuple(box.item.id for box in boxes), first, end, targets, edit_points(laid, tracks))


def edit_points(laid: Laid, tracks: Iterable[str]) -> tuple[int, ...]:
    """The record frames where something can come in between, on these tracks."""
    wanted = set(tracks)
    lanes = [lane for lane in laid.lanes if lane.track.id in wanted]
    return tuple(sorted({0, *(frame for lane in lanes for box in lane.boxes for frame in (box.at, box.end))}))


def _edge_drag(
    text: str,
    edit: Callable[[str, Sequence[str], Edge, int], Change],
    base: Film,
    cut_id: str,
    clips: Sequence[str],
    box: Box,
    edge: Edge,
    targets: tuple[int, ...],
) -> ByFrames:
    frames = box.item.frames
    assert isinstance(box.item, Clip)
    at = box.at if edge == "head" else box.end
    sign = -1 if edge == "head" else 1
    clip = _pictured(base, cut_id, clips)
    beside = tuple(each for each in _neighbours(base, cut_id, clip) if each.edge != edge)
    own = (Look(clip, edge),)
    looks = (*beside, *own) if edge == "head" else (*own, *beside)

    def make(by: int) -> Change:
        return edit(cut_id, clips, edge, by)

    return ByFrames(base, text, make, (at,), targets, lambda by: frames + sign * by, looks)


def _pictured(base: Film, cut_id: str, clips: Sequence[str]) -> str:
    """Of what is dragged together, the clip that is seen; the first where all are only heard."""
    cut = cut_of(base, cut_id)
    return next((each for each in clips if item_of(cut, each).track.kind == "picture"), clips[0])


def _ends(clip: str, *, aside: bool = False) -> tuple[Look, Look]:
    return Look(clip, "head", aside), Look(clip, "tail", aside)


def _neighbours(base: Film, cut_id: str, clip: str, *, aside: bool = False) -> tuple[Look, ...]:
    """The last picture before the clip and the first behind it, where clips stand there."""
    found = item_of(cut_of(base, cut_id), clip)
    sides: tuple[tuple[int, Edge], ...] = ((found.index - 1, "tail"), (found.index + 1, "head"))
    return tuple(
        Look(found.row.timed[index].id, side, aside)
        for index, side in sides
        if 0 <= index < len(found.row.timed) and isinstance(found.row.timed[index], Clip)
    )


def _snapped(edges: tuple[int, ...], targets: tuple[int, ...], reach: Reach) -> Snap | None:
    return nearest((edge + reach.by for edge in edges), targets, reach.reach) if reach.reach else None
