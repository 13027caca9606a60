"""What changed between two cuts, in sentences an editor would write.

Clips are followed by id, which a duplicate cut keeps. Clips count as moved only when their *order* changed, as few as
explain it: one trim at the head of a film must not report every later clip as moved.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.film.bench import cut_of
from engine.film.cuts import Clip, Cut, Gap, Track, Transition
from engine.film.document import Film
from engine.film.supply import Shots, shots_by_id

Kind: TypeAlias = Literal[
    "added", "removed", "moved", "trimmed", "slipped", "take", "transition", "gap", "track", "length"
]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: its kind, the id of the item (or track) it is about, and a sentence."""

    kind: Kind
    item: str
    sentence: str


def compare(film: Film, before_id: str, after_id: str) -> tuple[Difference, ...]:
    """How the second cut differs from the first, track by track in record order; empty when they show the same."""
    shots = shots_by_id(film)
    before, after = cut_of(film, before_id), cut_of(film, after_id)
    found: list[Difference] = []
    for track in after.tracks:
        old = next((each for each in before.tracks if each.id == track.id), None)
        if old is None:
            found.append(Difference("track", track.id, f"Track {_track_name(track)} is new."))
        else:
            found += _tracks_differ(old, track, shots)
    kept = {track.id for track in after.tracks}
    gone = [track for track in before.tracks if track.id not in kept]
    found += [Difference("track", track.id, f"Track {_track_name(track)} is gone.") for track in gone]
    return (*found, *_lengths_differ(before, after))


def _lengths_differ(before: Cut, after: Cut) -> list[Difference]:
    more = after.frames - before.frames
    if not more:
        return []
    sentence = f"The cut is {_frames(abs(more))} {'longer' if more > 0 else 'shorter'}: {_frames(after.frames)}."
    return [Difference("length", after.id, sentence)]


def _tracks_differ(before: Track, after: Track, shots: Shots) -> list[Difference]:
    old = {item.id: item for item in before.items}
    new = {item.id: item for item in after.items}
    found = [_gone(item, shots) for item in before.items if item.id not in new]
    moved = _moved(before, after)
    for item in after.items:
        was = old.get(item.id)
        if was is None:
            found.append(_come(item, shots))
        elif isinstance(was, Clip) and isinstance(item, Clip):
            found += _clips_differ(was, item, shots)
        elif was != item:
            found.append(_resized(was, item, shots))
        if item.id in moved and isinstance(item, Clip):
            found.append(Difference("moved", item.id, f"{_name(item, shots)} stands elsewhere in the order."))
    return found


def _moved(before: Track, after: Track) -> set[str]:
    kept = {item.id for item in after.items} & {item.id for item in before.items}
    old = {each: place for place, each in enumerate(item.id for item in before.items if item.id in kept)}
    new = [item.id for item in after.items if item.id in kept]
    return kept - {new[index] for index in rising([old[each] for each in new])}


def rising(places: list[int]) -> list[int]:
    """Indices of a longest row of rising numbers. Source: Fredman, "On computing the length of longest increasing
    subsequences" (1975)."""
    ends: list[int] = []  # ends[n]: where the row of n + 1 numbers with the smallest last one ends
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place, key=places.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
    row: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        row.append(at)
        at = before[at]
    return row


def _clips_differ(was: Clip, clip: Clip, shots: Shots) -> list[Difference]:
    name = _name(clip, shots)
    if (was.shot, was.footage) != (clip.shot, clip.footage):
        return [Difference("take", clip.id, f"{name} stands where {_name(was, shots)} was.")]
    found: list[Difference] = []
    head, tail = clip.start - was.start, clip.start + clip.frames - was.start - was.frames
    if head and head == tail:
        found.append(Difference("slipped", clip.id, f"{name} is slipped {_frames(abs(head))} {_later(head)}."))
    elif head or tail:
        edges = [f"begins {_frames(abs(head))} {_later(head)}"] * bool(head)
        edges += [f"ends {_frames(abs(tail))} {_later(tail)}"] * bool(tail)
        found.append(Difference("trimmed", clip.id, f"{name} {' and '.join(edges)}."))
    if _shown(was, shots) != _shown(clip, shots):  # a cut that is locked pins what it shows
        pinned = f"pins take {clip.take}" if clip.take is not None else "follows the chosen take"
        found.append(Difference("take", clip.id, f"{name} {pinned}."))
    return found


def _shown(clip: Clip, shots: Shots) -> str | None:
    shot = shots.get(clip.shot or "")
    chosen = shot.chosen if shot is not None else None
    return clip.take or (chosen.id if chosen is not None else None)


def _gone(item: Clip | Gap | Transition, shots: Shots) -> Difference:
    return Difference("removed", item.id, f"{_name(item, shots)} is gone.")


def _come(item: Clip | Gap | Transition, shots: Shots) -> Difference:
    return Difference("added", item.id, f"{_name(item, shots)} is new.")


def _resized(was: Clip | Gap | Transition, item: Clip | Gap | Transition, shots: Shots) -> Difference:
    kind: Kind = "transition" if isinstance(item, Transition) else "gap"
    return Difference(kind, item.id, f"{_name(was, shots)} became: {_name(item, shots)}.")


def _name(item: Clip | Gap | Transition, shots: Shots) -> str:
    if isinstance(item, Gap):
        return f"A gap of {_frames(item.frames)}"
    if isinstance(item, Transition):
        return f"A {item.style} of {_frames(item.before + item.after)}"
    if item.footage is not None:
        return f"Footage {item.footage.title}"
    shot = shots.get(item.shot or "")
    return f"Shot {shot.slate if shot else item.shot}"


def _track_name(track: Track) -> str:
    return track.name or track.id


def _frames(frames: int) -> str:
    return f"{frames} frame{'' if frames == 1 else 's'}"


def _later(by: int) -> str:
    return "later" if by > 0 else "earlier"
