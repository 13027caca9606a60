"""The edits of the cut room: pure changes of the film, each `Film -> Film`, with picture and sound kept together.

A drag tries a change on the film it began with at every move of the pointer and hands the last one to the session, so a change
must not know the session. The engine edits one clip; what is linked to it follows here, because only the person at the desk says
whether links hold (Alt lets go of them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from engine.errors import BadInput
from engine.film import cutting, moving, trimming
from engine.film.bench import Edge, cut_of, item_of, open_cut
from engine.film.cuts import Clip, Cut, Footage, Gap
from engine.film.document import Film
from engine.film.linking import lay_sound, linked, next_track, occupied
from engine.film.resolve import Style
from engine.film.rows import row_of
from engine.film.supply import footage_span
from engine.film.transitions import add_transition, edit_transition, remove_transition
from engine.film.values import fresh_id

Change: TypeAlias = Callable[[Film], Film]


def trimmed(cut_id: str, clips: Sequence[str], edge: Edge, by: int) -> Change:
    """One edge of each clip moves and nothing else does."""

    def change(film: Film) -> Film:
        for clip in clips:
            film = trimming.trim(film, cut_id, clip, edge, by)
        return film

    return change


def rippled(cut_id: str, clips: Sequence[str], edge: Edge, by: int) -> Change:
    """The first clip's edge moves and all tracks follow; what is linked to it gets the same frames."""

    def change(film: Film) -> Film:
        longer = by if edge == "tail" else -by
        film = trimming.ripple(film, cut_id, clips[0], edge, by)
        for clip in clips[1:] if longer > 0 else ():
            film = trimming.trim(film, cut_id, clip, edge, by)
        return film

    return change


def rolled(cut_id: str, clips: Sequence[str], edge: Edge, by: int) -> Change:
    """The edit point moves; that of what is linked, where there is one at the same frame."""

    def change(film: Film) -> Film:
        at = _edge_frame(film, cut_id, clips[0], edge)
        film = trimming.roll(film, cut_id, clips[0], edge, by)
        for clip in clips[1:]:
            if _edge_frame(film, cut_id, clip, edge) == at and _has_neighbour(film, cut_id, clip, edge):
                film = trimming.roll(film, cut_id, clip, edge, by)
        return film

    return change


def slipped(cut_id: str, clips: Sequence[str], by: int) -> Change:
    """Each clip shows a part of its shot `by` frames later."""

    def change(film: Film) -> Film:
        for clip in clips:
            film = trimming.slip(film, cut_id, clip, by)
        return film

    return change


def slid(cut_id: str, clips: Sequence[str], by: int) -> Change:
    """The clip moves between its neighbours, which give and take."""
    return lambda film: trimming.slide(film, cut_id, clips[0], by)


def moved(cut_id: str, clips: Sequence[str], by: int, rows: int = 0) -> Change:
    """The clips stand `by` frames later, over what was there; a change of track is for those of one kind."""

    def change(film: Film) -> Film:
        if not rows:
            return moving.move(film, cut_id, clips, by)
        kind = item_of(cut_of(film, cut_id), clips[0]).track.kind
        alike = [each for each in clips if item_of(cut_of(film, cut_id), each).track.kind == kind]
        film = moving.move(film, cut_id, alike, by, rows=rows)
        others = [each for each in clips if each not in alike]
        return moving.move(film, cut_id, others, by) if others and by else film

    return change


def shuffled(cut_id: str, clips: Sequence[str], at: int) -> Change:
    """The clips come in at an edit point; what was behind them closes up."""
    return lambda film: moving.shuffle(film, cut_id, clips, at)


def lifted(cut_id: str, items: Iterable[str]) -> Change:
    """The clips go and their time stays."""
    wanted = tuple(items)

    def change(film: Film) -> Film:
        for item in wanted:
            if isinstance(item_of(open_cut(film, cut_id), item).item, Clip):
                film = _lifted_one(film, cut_id, item)
        return film

    return change


def removed(cut_id: str, items: Iterable[str]) -> Change:
    """The clips and gaps go with their time, on all tracks."""
    wanted = set(items)

    def change(film: Film) -> Film:
        for start, end in reversed(_ranges(open_cut(film, cut_id), wanted)):
            film = cutting.extract(film, cut_id, start, end)
        return film

    return change


def divided(cut_id: str, frame: int, tracks: Iterable[str] | None) -> Change:
    """The razor, on these tracks (None: all)."""
    wanted = None if tracks is None else tuple(tracks)
    return lambda film: cutting.razor(film, cut_id, frame, tracks=wanted)


def joined(cut_id: str, clip: str, edge: Edge, style: Style, frames: int) -> Change:
    """A transition at the clip's edge, shorter where the handles are short; one that stands there changes its style."""

    def change(film: Film) -> Film:
        found = item_of(open_cut(film, cut_id), clip)
        standing = found.row.joins[found.index if edge == "head" else found.index + 1]
        if standing is not None:
            return edit_transition(film, cut_id, standing.id, style=style)
        return longest(frames, lambda n: _joined(film, cut_id, clip, edge, style, n))

    return change


def faded(cut_id: str, clip: str, edge: Edge, frames: int) -> Change:
    """The corner of a clip pulled inward by so many frames: a dissolve where another clip stands beside it, else a fade."""

    def change(film: Film) -> Film:
        if frames < 1:
            return film
        found = item_of(open_cut(film, cut_id), clip)
        beside = found.index - 1 if edge == "head" else found.index + 1
        if 0 <= beside < len(found.row.timed) and isinstance(found.row.timed[beside], Clip):
            return _joined(film, cut_id, clip, edge, "dissolve", max(2, frames))
        before, after = (0, frames) if edge == "head" else (frames, 0)
        return add_transition(film, cut_id, clip, edge, style="fade", before=before, after=after)

    return change


def levelled(cut_id: str, gains: Mapping[str, float]) -> Change:
    """Each clip as loud as said, in decibels."""

    def change(film: Film) -> Film:
        for clip, gain in gains.items():
            film = cutting.set_gain(film, cut_id, clip, gain)
        return film

    return change


def unjoined(cut_id: str, transition: str) -> Change:
    """A straight cut instead."""
    return lambda film: remove_transition(film, cut_id, transition)


def stretched(cut_id: str, transition: str, before: int, after: int) -> Change:
    """The transition reaches this far before and behind its edit point."""
    return lambda film: edit_transition(film, cut_id, transition, before=before, after=after)


def laid_in(cut_id: str, track: str, at: int, shots: Sequence[str], *, over: bool, take: str | None = None) -> Change:
    """Shots from the board, one behind the other: between the clips, or over them."""

    def change(film: Film) -> Film:
        lengths = {shot.id: shot.duration for shot in film.shots}
        place = at
        for shot in shots:
            clip = Clip(id=fresh_id(), shot=shot, take=take, frames=lengths[shot])
            put = cutting.overwrite if over else cutting.insert
            film = put(film, cut_id, track, place, clip)
            place += clip.frames
        return film

    return change


def partners(film: Film, cut_id: str, clips: Iterable[str], *, links: bool) -> tuple[str, ...]:
    """The clips, the given ones first, and what is linked to them."""
    given = tuple(dict.fromkeys(clips))
    if not links:
        return given
    return (*given, *(each for each in linked(cut_of(film, cut_id), given) if each not in given))


def longest(frames: int, make: Callable[[int], Film]) -> Film:
    """What `make` gives for the largest length it accepts, from `frames` down; its refusal when it accepts none."""
    while True:
        try:
            return make(frames)
        except BadInput:
            if frames <= 2:
                raise
            frames = max(2, frames // 2)


def _joined(film: Film, cut_id: str, clip: str, edge: Edge, style: Style, frames: int) -> Film:
    before = frames // 2
    return add_transition(film, cut_id, clip, edge, style=style, before=before, after=frames - before)


def _lifted_one(film: Film, cut_id: str, clip: str) -> Film:
    film = cutting.lift_clip(film, cut_id, clip)
    cut = cut_of(film, cut_id)
    for track in cut.tracks:
        if track.items and isinstance(track.items[-1], Gap) and not track.locked:
            film = cutting.set_track(film, cut_id, track.with_(items=track.items[:-1]))
    return film


def _ranges(cut: Cut, wanted: set[str]) -> list[tuple[int, int]]:
    """The record ranges of these items, put together where they touch."""
    spans = sorted(
        (at, at + item.frames) for track in cut.tracks for _, at, item in row_of(track).placed() if item.id in wanted
    )
    ranges: list[tuple[int, int]] = []
    for start, end in spans:
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return ranges


def _edge_frame(film: Film, cut_id: str, clip: str, edge: Edge) -> int:
    found = item_of(cut_of(film, cut_id), clip)
    return found.at if edge == "head" else found.end


def _has_neighbour(film: Film, cut_id: str, clip: str, edge: Edge) -> bool:
    found = item_of(cut_of(film, cut_id), clip)
    point = found.index if edge == "head" else found.index + 1
    return 0 < point < len(found.row.timed)


@dataclass(frozen=True, slots=True)
class Copied:
    """A clip that was copied: `at` frames behind the first of them, from a track of this name and kind."""

    clip: Clip
    at: int
    track: str
    kind: str


def copied(cut: Cut, clips: Iterable[str]) -> tuple[Copied, ...]:
    """These clips, for pasting."""
    wanted = set(clips)
    found = [
        Copied(item, at, track.name, track.kind)
        for track in cut.tracks
        for _, at, item in row_of(track).placed()
        if isinstance(item, Clip) and item.id in wanted
    ]
    head = min((each.at for each in found), default=0)
    return tuple(replace(each, at=each.at - head) for each in found)


def pasted(cut_id: str, clips: Sequence[Copied], at: int) -> Change:
    """Copies of the clips from `at` on, over what is there, on the tracks they came from or the first of their kind."""

    def change(film: Film) -> Film:
        links: dict[str, str] = {}
        for each in clips:
            word = None if each.clip.link is None else links.setdefault(each.clip.link, fresh_id())
            film, track = _track_like(film, cut_id, each)
            film = cutting.overwrite(film, cut_id, track, at + each.at, each.clip.with_(id=fresh_id(), link=word))
        return film

    return change


def restyled(cut_id: str, transition: str, style: Style) -> Change:
    """The transition in another style."""
    return lambda film: edit_transition(film, cut_id, transition, style=style)


def _track_like(film: Film, cut_id: str, each: Copied) -> tuple[Film, str]:
    alike = [track for track in cut_of(film, cut_id).tracks if track.kind == each.kind]
    named = [track for track in alike if track.name == each.track]
    if alike:
        return film, (named or alike)[0].id
    track = next_track(cut_of(film, cut_id), each.kind)
    return cutting.add_track(film, cut_id, track), track.id


def start_of(cut: Cut, shot_id: str) -> int | None:
    """The record frame at which the shot is first seen in the cut."""
    for track in cut.tracks:
        for _, at, item in row_of(track).placed() if track.kind == "picture" else ():
            if isinstance(item, Clip) and item.shot == shot_id:
                return at
    return None


def footage_in(cut_id: str, track: str, at: int, footage: Footage, *, heard: bool, in_step: bool = False) -> Change:
    """Footage from `at` on: a sound on that track ("": any that is `in_step`, or none that is) if it is free there, else on one of
    its own; a clip on the picture, with its sound linked below."""

    def change(film: Film) -> Film:
        frames = footage_span(footage, film.rate).end
        if heard:
            clip = Clip(id=fresh_id(), footage=footage, frames=frames)
            film, where = _free_for_sound(film, cut_id, track, (at, at + frames), in_step=in_step)
            return cutting.overwrite(film, cut_id, where, at, clip)
        picture = Clip(id=fresh_id(), footage=footage, frames=frames)
        lowest = next(
            (each for each in cut_of(film, cut_id).tracks if each.kind == "picture" and not each.locked), None
        )
        film = cutting.overwrite(film, cut_id, track or (lowest.id if lowest else ""), at, picture)
        return lay_sound(film, cut_id, picture.id)

    return change


def _free_for_sound(film: Film, cut_id: str, track: str, frames: tuple[int, int], *, in_step: bool) -> tuple[Film, str]:
    cut = cut_of(film, cut_id)
    for each in cut.tracks:
        meant = each.id == track if track else each.in_step == in_step
        if each.kind == "sound" and meant and not each.locked and not occupied(each, *frames):
            return film, each.id
    fresh = next_track(cut, "sound").with_(in_step=in_step)
    return cutting.add_track(film, cut_id, fresh), fresh.id
