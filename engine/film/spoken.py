"""When each line is heard in a cut: what captions and the sound track are laid out by.

A line belongs to its shot but may begin before it and end after it (J and L cuts). Where a clip reaches to its shot's
own head or tail, lines run over that edge; where the clip was trimmed shorter, they are cut with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from engine.film.cuts import Clip, Cut
from engine.film.document import Film
from engine.film.itself import Itself
from engine.film.rows import row_of
from engine.film.shots import Line, Scene, Shot


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line over record frames [start, start + frames), and the shot it belongs to."""

    line: Line
    shot: str
    start: int
    frames: int


def spoken(film: Film, cut: Cut) -> tuple[Spoken, ...]:
    """Every line heard in the cut's picture tracks, by start. A line divided by the razor is one line still."""
    return _spoken(Itself(film), Itself(cut))


@lru_cache(maxsize=2)
def _spoken(of: Itself[Film], in_: Itself[Cut]) -> tuple[Spoken, ...]:
    film, cut = of.value, in_.value
    talking, length = _talking(Itself(film.scenes)), cut.frames
    heard: list[Spoken] = []
    for track in (track for track in cut.playing if track.kind == "picture" and talking):
        timed = row_of(track).timed
        starts = accumulate([item.frames for item in timed], initial=0)
        for at, item in zip(starts, timed, strict=False):
            if item.kind == "clip" and item.shot in talking:
                heard += _heard(item, talking[item.shot], at, length)
    return tuple(_whole(sorted(heard, key=lambda each: (each.start, each.line.id))))


@lru_cache(maxsize=2)
def _talking(scenes: Itself[tuple[Scene, ...]]) -> dict[str, Shot]:
    """The shots in which somebody speaks."""
    return {shot.id: shot for scene in scenes.value for shot in scene.shots if shot.lines}


def _heard(clip: Clip, shot: Shot, at: int, length: int) -> list[Spoken]:
    """The lines of one clip; `at` is its first record frame, `length` the cut's.

    Where nothing of the head was trimmed, a line may also end before the clip begins (a pre-lap), and at the tail one
    may begin after it.
    """
    end = clip.start + clip.frames
    heard: list[Spoken] = []
    for line in shot.lines:
        first, last = line.start, line.start + line.frames
        first = first if clip.start <= 0 else max(first, clip.start)
        last = last if end >= shot.duration else min(last, end)
        start, stop = max(0, at + first - clip.start), min(length, at + last - clip.start)
        if start < stop:
            heard.append(Spoken(line, shot.id, start, stop - start))
    return heard


def _whole(heard: list[Spoken]) -> list[Spoken]:
    """Pieces of a line that touch, joined."""
    whole: dict[str, list[Spoken]] = {}
    for piece in heard:
        pieces = whole.setdefault(piece.line.id, [])
        last = pieces[-1] if pieces else None
        if last is not None and piece.start <= last.start + last.frames:
            end = max(last.start + last.frames, piece.start + piece.frames)
            pieces[-1] = Spoken(last.line, last.shot, last.start, end - last.start)
        else:
            pieces.append(piece)
    return sorted((piece for pieces in whole.values() for piece in pieces), key=lambda each: each.start)
