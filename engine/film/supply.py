"""Which media supply a clip, and how much of them there is.

All ranges are film frames counted from the shot's frame 0, half open: [first, end). What a take *has* follows from its
own rate and head handle; what a clip may *use* also counts what the next take will have, because a clip that pins
nothing follows the newest take.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from engine.film.cuts import Clip, Footage
from engine.film.document import Film
from engine.film.itself import Itself
from engine.film.shots import Scene, Shot
from engine.film.takes import Take

Shots = Mapping[str, Shot]


@dataclass(frozen=True, slots=True)
class Span:
    """Film frames [first, end)."""

    first: int
    end: int

    def holds(self, first: int, end: int) -> bool:
        """Whether [first, end) lies inside."""
        return self.first <= first and end <= self.end


def shots_by_id(film: Film) -> Shots:
    """Every shot by its id, so that a cut of a thousand clips is not a thousand searches."""
    return _by_id(Itself(film.scenes))


@lru_cache(maxsize=2)
def _by_id(scenes: Itself[tuple[Scene, ...]]) -> Shots:
    return MappingProxyType({shot.id: shot for scene in scenes.value for shot in scene.shots})


def supplying_take(clip: Clip, shots: Shots) -> Take | None:
    """The take that supplies the clip's media: the pinned one, else the circled, else the newest. None: no take yet."""
    shot = shots.get(clip.shot or "")
    if shot is None:
        return None
    return shot.take(clip.take) if clip.take is not None else shot.chosen


def take_span(take: Take, rate: Fraction) -> Span:
    """What the take has, in film frames at `rate`, head and tail handles included."""
    if take.rate == rate:  # as of most: fractions take ten times as long, and a timeline asks of every clip in sight
        return Span(-take.head, take.frames - take.head)
    step = _film_frames_per_picture(take, rate)
    return Span(math.ceil(-take.head * step), math.ceil((take.frames - take.head) * step))


def footage_span(footage: Footage, rate: Fraction) -> Span:
    """What imported footage has, in film frames at `rate`."""
    return Span(0, footage.frames if footage.rate == rate else math.ceil(footage.frames * rate / footage.rate))


def picture_at(take: Take, rate: Fraction, frame: int) -> int:
    """Index of the medium's picture shown at film frame `frame` of the shot (frame 0 is picture `take.head`).

    The index may lie outside [0, take.frames): see `Strip.short_head`. A take that is 'retimed' plays picture for
    picture at the film's rate; any other keeps its own duration.
    """
    return take.head + math.floor(frame / _film_frames_per_picture(take, rate))


def available(film: Film, clip: Clip, shots: Shots) -> Span:
    """What a clip may use: a pinned take or footage as it is; otherwise the supplying take, or what the next take will
    have (the shot with its handles), whichever reaches further."""
    if clip.footage is not None:
        return footage_span(clip.footage, film.rate)
    take = supplying_take(clip, shots)
    if take is not None and clip.take is not None:
        return take_span(take, film.rate)
    shot = shots[clip.shot or ""]
    planned = Span(-film.handles, shot.duration + film.handles)
    if take is None:
        return planned
    has = take_span(take, film.rate)
    return Span(min(has.first, planned.first), max(has.end, planned.end))


def _film_frames_per_picture(take: Take, rate: Fraction) -> Fraction:
    return Fraction(1) if take.retime == "retimed" else rate / take.rate
