"""Takes that arrive while a person works: no undo step, and none may take them away again.

An undo step holds whole films, and one made before a take arrived does not know it. So every arrival is kept with the
moment it came, and a film of an earlier moment gets those that came later. A film of a later moment lacks a take only
because a person trashed it, and stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.takes import Take

Takes = tuple[Take, ...]


@dataclass(frozen=True, slots=True)
class _Arrival:
    moment: int
    shot_id: str
    takes: Takes


@dataclass(slots=True)
class Arrivals:
    """What has arrived since the film was opened. `moment` counts: a later film has a higher one."""

    moment: int = 0
    _log: list[_Arrival] = field(default_factory=list[_Arrival])

    def tick(self) -> int:
        """The moment of a film that comes into being now."""
        self.moment += 1
        return self.moment

    def take_in(self, film: Film, before: Film, after: Film) -> Film:
        """`film` with the takes that `after` has and `before` had not, each with its shot if that is still there."""
        known = {shot.id: shot.takes for shot in before.shots}
        new: dict[str, Takes] = {}
        moment = self.tick()
        for shot in after.shots:
            if (had := known.get(shot.id, ())) is not shot.takes and had != shot.takes:
                new[shot.id] = arrived = tuple(take for take in shot.takes if take not in had)
                if not arrived and had and shot.takes[-1:] != had[-1:]:
                    # An earlier wording is back, and with it the take that answers it.
                    new[shot.id] = arrived = shot.takes[-1:]
                self._log.append(_Arrival(moment, shot.id, arrived))
        return with_takes(film, new)

    def catch_up(self, film: Film, moment: int) -> Film:
        """A film of an earlier moment with everything that has arrived since."""
        missed: dict[str, Takes] = {}
        for arrival in self._log:
            if arrival.moment > moment:
                missed[arrival.shot_id] = (*missed.get(arrival.shot_id, ()), *arrival.takes)
        return with_takes(film, missed)


def with_takes(film: Film, takes: Mapping[str, Takes]) -> Film:
    """The film with these takes, by shot id, newest last; one with an id that the shot knows replaces that. Scenes and shots that
    get none are the same objects as before."""
    if not takes:
        return film
    scenes = tuple(_scene(scene, takes) for scene in film.scenes)
    return film if all(a is b for a, b in zip(scenes, film.scenes, strict=True)) else film.with_(scenes=scenes)


def _scene(scene: Scene, takes: Mapping[str, Takes]) -> Scene:
    shots = tuple(_shot(shot, takes.get(shot.id, ())) for shot in scene.shots)
    return scene if all(a is b for a, b in zip(shots, scene.shots, strict=True)) else scene.with_(shots=shots)


def _shot(shot: Shot, new: Takes) -> Shot:
    ids = {take.id for take in new}
    takes = (*(take for take in shot.takes if take.id not in ids), *{take.id: take for take in new}.values())
    return shot if takes == shot.takes else shot.with_(takes=takes)
