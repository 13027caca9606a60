"""Another rate for a film that is under way: everything keeps its seconds, rounded to the nearest whole frame.

Lengths in a cut are the distance between rounded edges, not rounded lengths: so tracks stay in step with each other however many
clips there are. Takes stay as they are, because a medium's own rate says already where its pictures fall in the film.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction

from engine.film.carried import carried
from engine.film.cuts import Clip, Cut, Item, Track, Transition
from engine.film.document import Film
from engine.film.in_step import is_board, picture_tracks
from engine.film.rate import Rate
from engine.film.rows import Row, Timed, row_of, settled, with_row
from engine.film.shots import Scene, Shot

_MOST_HANDLES = 240


@dataclass(frozen=True, slots=True)
class _Count:
    """New frames for old ones."""

    ratio: Fraction

    def at(self, frame: int) -> int:
        """Where that moment is now; half a frame counts as a whole one."""
        return math.floor(frame * self.ratio + Fraction(1, 2))

    def length(self, frames: int) -> int:
        """How long that is now; nothing vanishes."""
        return max(1, self.at(frames))


def counted(frame: int, before: Rate, after: Rate) -> int:
    """The frame of the same moment at another rate."""
    return _Count(after / before).at(frame)


def seconds_at(film: Film, rate: Rate) -> Fraction:
    """How long the shots that play would last at that rate, each in whole frames."""
    if rate == film.rate:
        return sum(shot.duration for shot in film.played.shots) / rate
    count = _Count(rate / film.rate)
    lengths = Counter(shot.duration for shot in film.played.shots)  # a film has few: fractions are slow
    return sum(shots * count.length(frames) for frames, shots in lengths.items()) / rate


def retimed(film: Film, rate: Rate) -> Film:
    """The film at that rate: shots, lines, panels, cuts, markers, handles and the first timecode keep their seconds. A cut that was
    the board is the board still; a locked one keeps its seconds too, for the frames it was locked in are no more."""
    if rate == film.rate:
        return film
    count = _Count(rate / film.rate)
    scenes = tuple(_scene(scene, count) for scene in film.scenes)
    durations = {shot.id: shot.duration for scene in scenes for shot in scene.shots}
    return film.with_(
        rate=rate,
        handles=min(_MOST_HANDLES, count.length(film.handles)) if film.handles else 0,
        start=count.at(film.start),
        scenes=scenes,
        cuts=tuple(
            _board(cut, durations, count) if is_board(film, cut) else _cut(cut, durations, count) for cut in film.cuts
        ),
    )


def _scene(scene: Scene, count: _Count) -> Scene:
    return scene.with_(shots=tuple(_shot(shot, count) for shot in scene.shots))


def _shot(shot: Shot, count: _Count) -> Shot:
    duration = count.length(shot.duration)
    lines = (line.with_(start=count.at(line.start), frames=count.length(line.frames)) for line in shot.lines)
    panels = (
        panel.with_(start=min(count.at(panel.start), duration - 1) if panel.start < shot.duration else count.at(panel.start))
        for panel in shot.panels
    )  # fmt: skip
    return shot.with_(duration=duration, lines=tuple(lines), panels=tuple(panels))


def _cut(cut: Cut, durations: dict[str, int], count: _Count) -> Cut:
    tracks = (with_row(track, settled(_row(row_of(track), durations, count))) for track in cut.tracks)
    return _marked(cut, tuple(tracks), count)


def _board(cut: Cut, durations: dict[str, int], count: _Count) -> Cut:
    """Every shot whole: the clips are as long as their shots, whatever rounding edges would give. Sounds go with them."""
    (track,) = picture_tracks(cut)
    whole = tuple(_whole(item, durations, count) for item in track.items)
    return carried(_cut(cut, durations, count), with_row(track, settled(row_of(track.with_(items=whole)))))


def _whole(item: Item, durations: dict[str, int], count: _Count) -> Item:
    if isinstance(item, Clip):
        return item.with_(frames=durations[item.shot or ""])
    return _join(item, count) if isinstance(item, Transition) else item


def _marked(cut: Cut, tracks: tuple[Track, ...], count: _Count) -> Cut:
    return cut.with_(tracks=tracks, markers=tuple(each.with_(frame=count.at(each.frame)) for each in cut.markers))


def _row(row: Row, durations: dict[str, int], count: _Count) -> Row:
    timed: list[Timed] = []
    for _, at, item in row.placed():
        frames = max(1, count.at(at + item.frames) - count.at(at))
        timed.append(_clip(item, frames, durations, count) if isinstance(item, Clip) else item.with_(frames=frames))
    joins = tuple(None if join is None else _join(join, count) for join in row.joins)
    return replace(row, timed=tuple(timed), joins=joins)


def _clip(clip: Clip, frames: int, durations: dict[str, int], count: _Count) -> Clip:
    """A clip that lay inside its shot lies inside it still, wherever rounding would push it over an end."""
    start, last = count.at(clip.start), durations.get(clip.shot or "", 0) - frames
    inside = clip.start >= 0 and count.at(clip.start + clip.frames) <= last + frames
    return clip.with_(start=max(0, min(start, last)) if inside and last >= 0 else start, frames=frames)


def _join(join: Transition, count: _Count) -> Transition:
    before, after = count.at(join.before), count.at(join.after)
    return join.with_(before=before, after=after) if before + after else join.with_(before=0, after=1)
