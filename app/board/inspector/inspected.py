"""What the inspector shows: the shots that are edited as one, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar

from app.state.session import Session
from engine.film.document import Film
from engine.film.itself import Itself
from engine.film.shots import Scene, Shot

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Same(Generic[T]):
    """All of them have this."""

    value: T


@dataclass(frozen=True, slots=True)
class Mixed:
    """They differ."""


Shared: TypeAlias = Same[T] | Mixed


@dataclass(frozen=True, slots=True)
class Inspected:
    """The shots in story order, one at least; `shot` is the one in hand."""

    film: Film
    scene: Scene
    shot: Shot
    shots: tuple[Shot, ...]

    def same_as(self, other: Inspected | None) -> bool:
        """Whether nothing has to be shown anew; by identity, which is quick and enough."""
        if other is None or len(self.shots) != len(other.shots):
            return False
        same = all(a is b for a, b in zip(self.shots, other.shots, strict=True))
        return same and self.film is other.film and self.shot is other.shot

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all of them."""
        return tuple(shot.id for shot in self.shots)

    @property
    def alone(self) -> bool:
        """Whether it is one shot."""
        return len(self.shots) == 1

    def shared(self, of: Callable[[Shot], T]) -> Shared[T]:
        """What they have in common there."""
        first = of(self.shots[0])
        return Same(first) if all(of(shot) == first for shot in self.shots[1:]) else Mixed()


def inspected(session: Session) -> Inspected | None:
    """The shot in hand, with the selection where it belongs to that; None when there is no shot."""
    film, hand, shot = session.film, session.shot_id, session.shot
    if shot is None:
        return None
    chosen = frozenset(session.selection) if hand in session.selection else frozenset((hand,))
    shots = (shot,) if len(chosen) == 1 else tuple(each for each in film.shots if each.id in chosen)
    return Inspected(film, _scenes(Itself(film.scenes))[hand], shot, shots)


@lru_cache(maxsize=2)
def _scenes(scenes: Itself[tuple[Scene, ...]]) -> dict[str, Scene]:
    """By the ids of their shots: who walks over the board asks at every step."""
    return {shot.id: scene for scene in scenes.value for shot in scene.shots}
