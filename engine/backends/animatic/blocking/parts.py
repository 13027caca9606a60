"""What all rooms of the blocking share: a subject with its puppet, mark and deeds, and the shot it is in."""

from __future__ import annotations

from dataclasses import dataclass

from engine.backends.animatic.blocking.marks import Mark
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Act, Mood, Puppet, Speech
from engine.film.setup import Move, Size
from engine.plan.deeds import Deed
from engine.plan.orders import Posture, ShotOrder, SubjectOrder

TIGHT = frozenset({Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
SINGLES = TIGHT - {Size.MEDIUM}
TRAVELS = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.FLY})
FOLLOWS = frozenset({Move.FOLLOW})
TRUCKS = {Move.TRUCK_LEFT: -1, Move.TRUCK_RIGHT: 1}
LOW_DOWN = {Act.SIT: 0.78, Act.LIE: 0.3, Act.FALL: 0.3}  # how much of somebody's height is left
TWO_SHOT = 0.46  # how far apart two stand who share a close shot, in units
HUNTS = frozenset({Act.RUN, Act.FLY})
_POSTURES: dict[Posture, Act | None] = {
    "upright": None,
    "seated": Act.SIT,
    "on the ground": Act.SIT,
    "lying": Act.LIE,
}


def puppet_of(subject: SubjectOrder) -> Puppet:
    """The puppet that plays a subject, the same in every shot that dresses it the same."""
    return puppet_for(
        subject.name, subject.description, subject.look, subject.look_seed, subject.palette, subject.aliases, subject.period
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A subject with its puppet, its place and what it does in this shot."""

    order: SubjectOrder
    puppet: Puppet
    mark: Mark
    deeds: tuple[Deed, ...]
    speeches: tuple[Speech, ...]
    mood: Mood
    mount: str = ""


@dataclass(frozen=True, slots=True)
class Blocking:
    """What all parts of one shot share. `room` is how many units the frame is wide at the subject plane."""

    order: ShotOrder
    seconds: float
    parts: tuple[Part, ...]
    room: float


def begins(part: Part) -> Act | None:
    """How somebody is down as the shot begins: on a mount or in a boat, or since an earlier shot of the scene."""
    if part.mark.seated:
        perches = isinstance(part.puppet, Bird)  # sitting, a bird would sink behind the gunwale
        return None if perches or any(deed.act is Act.LIE for deed in part.deeds) else Act.SIT
    entering = bool(part.deeds) and part.deeds[0].act is Act.ENTER
    return None if entering or part.mark.airborne else _POSTURES[part.order.posture]


def target_of(deed: Deed, part: Part, blocking: Blocking) -> Part | None:
    """Whom a deed is aimed at, when they are on stage."""
    return next((other for other in blocking.parts if other.order.name == deed.target and other is not part), None)


def flees(target: Part, deed: Deed) -> bool:
    """A chase has no end in its shot: whoever runs after a traveller, or follows one, travels too. Who comes to meet them is none."""
    away = (other for other in target.deeds if other.target != deed.doer)
    return (deed.act in HUNTS or deed.trails) and any(other.act in TRAVELS - {Act.ENTER} for other in away)
