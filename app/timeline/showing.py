"""What the timeline shows at this moment, in one value that everything is painted from: the film, the cut, and what is chosen.

During a drag it is the film as the drag proposes it, so a preview needs no code of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.state.stills import Stills
from app.timeline.against import Against, Mark
from app.timeline.laid import Laid
from app.timeline.readings import Readings
from app.timeline.scale import Scale
from app.timeline.waves import Waves
from app.words import tr
from engine.film.cuts import Clip, Cut
from engine.film.differing import differing
from engine.film.document import Film
from engine.film.resolve import strip_of
from engine.film.shots import Shot
from engine.film.supply import shots_by_id, supplying_take
from engine.film.takes import Take


@dataclass(frozen=True, slots=True)
class Showing:
    """One moment of the timeline. `differs` has a mark for each item that the cut it is seen `against` has
    otherwise."""

    film: Film
    cut: Cut
    laid: Laid
    scale: Scale
    shots: Mapping[str, Shot]
    chosen: frozenset[str] = frozenset()
    differs: Mapping[str, Mark] = field(default_factory=dict)
    stills: Stills | None = None
    waves: Waves | None = None
    readings: Readings = field(default_factory=Readings)
    against: Against | None = None

    def shot(self, clip: Clip) -> Shot | None:
        """The shot that the clip shows."""
        return self.shots.get(clip.shot or "")

    def take(self, clip: Clip) -> Take | None:
        """What supplies it."""
        return supplying_take(clip, self.shots)

    def shortfall(self, clip: Clip) -> tuple[int, int]:
        """(head, tail) frames that its take or footage does not have."""
        if clip.shot is not None and clip.shot not in self.shots:
            return 0, 0
        strip = strip_of(self.film, clip, self.shots, clip.start, clip.frames)
        return strip.short_head, strip.short_tail

    @property
    def aspect(self) -> float:
        """Width to height of the film's pictures."""
        return self.film.raster.width / self.film.raster.height


def gist(showing: Showing, shot: Shot) -> str:
    """What happens in the shot on one line; where nothing does, what is said first."""
    if shot.action.strip() or not shot.lines:
        return " ".join(shot.action.split())
    line = shot.lines[0]
    speaker = next((each.name for each in showing.film.cast if each.id == line.speaker), "")
    told = tr("{speaker}: {words}", speaker=speaker, words=line.text) if speaker else line.text
    return " ".join(told.split())


def shots_of(film: Film, before: Showing | None = None) -> Mapping[str, Shot]:
    """Every shot by its id; the same mapping while the scenes are the same, and else made from it: a key press changes one."""
    if before is None:
        return shots_by_id(film)
    if before.film.scenes is film.scenes:
        return before.shots
    shots = dict(before.shots)
    for shot_id, (_, now) in differing(before.film, film).items():
        if now is None:
            shots.pop(shot_id, None)
        else:
            shots[shot_id] = now
    return shots


def speaks_otherwise(before: Film, after: Film) -> bool:
    """Whether lines may be heard elsewhere: a shot has come or gone, or has other lines or another length."""
    return before.scenes is not after.scenes and any(
        was is None or now is None or was.lines != now.lines or was.duration != now.duration
        for was, now in differing(before, after).values()
    )
