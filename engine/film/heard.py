"""What a cut's sound tracks play, laid flat: every clip with its level and its fades, for the player and the export alike.

Two sounds that a transition joins overlap by its whole length, one fading out while the other fades in; at the head or tail of a
track, or beside a gap, a transition fades from or to silence. Its style is a matter of pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.film.cuts import Clip, Cut
from engine.film.document import Film
from engine.film.rows import Row, row_of
from engine.film.supply import Shots, shots_by_id, supplying_take


@dataclass(frozen=True, slots=True)
class Heard:
    """`frames` film frames of a sound from its own film frame `start` on, over record frames from `at`.

    `source` is a path inside the film folder; `gain` is in decibels; the fades are film frames at either end.
    """

    source: str
    digest: str
    at: int
    start: int
    frames: int
    gain: float = 0.0
    fade_in: int = 0
    fade_out: int = 0


def heard(film: Film, cut: Cut) -> tuple[Heard, ...]:
    """The sounds of the tracks that play, by where they begin. A shot that nobody has rendered is silent."""
    shots = shots_by_id(film)
    found = [
        each
        for track in cut.playing
        if track.kind == "sound"
        for each in _row_heard(film, row_of(track), shots, track.gain)
    ]
    return tuple(sorted(found, key=lambda each: each.at))


def _row_heard(film: Film, row: Row, shots: Shots, gain: float) -> Iterator[Heard]:
    for index, at, item in row.placed():
        source = _source(film, item, shots) if isinstance(item, Clip) else None
        if not isinstance(item, Clip) or source is None:
            continue
        path, digest, head = source
        first, end = row.reach(index)
        missing = max(0, -(first + head))  # a handle that the medium does not have
        start, frames = first + head + missing, end - first - missing
        if frames > 0:
            fades = sum(row.overlap(index)), sum(row.overlap(index + 1))
            yield Heard(path, digest, at - (item.start - first) + missing, start, frames, gain + item.gain, *fades)


def _source(film: Film, clip: Clip, shots: Shots) -> tuple[str, str, int] | None:
    """(path, digest, film frames before the shot's frame 0) of what supplies the clip."""
    if clip.footage is not None:
        return clip.footage.path, clip.footage.digest, 0
    take = supplying_take(clip, shots)
    return (take.media, take.digest, round(take.head * film.rate / take.rate)) if take is not None else None
