"""Ways: where somebody who goes begins and ends, how far and how fast, who chases whom.

Distances come from the frame and not from the legs alone, because a camera that stays lets nobody out of its picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.backends.animatic.blocking.marks import is_floater
from engine.backends.animatic.blocking.parts import (
    FOLLOWS,
    HUNTS,
    LOW_DOWN,
    SINGLES,
    TIGHT,
    TRAVELS,
    TRUCKS,
    TWO_SHOT,
    Blocking,
    Part,
    begins,
    flees,
    target_of,
)
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Act
from engine.film.setup import Move
from engine.plan.business import named
from engine.plan.deeds import Deed
from engine.plan.over_cuts import exit_edge

_WALK, _RUN = 1.25, 3.4  # ground speed, units/s; LOOK.md: feet don't slide, so speed and stride agree
_DRIVE = 4.5
_LEADS = {**TRUCKS, Move.PAN_LEFT: -1, Move.PAN_RIGHT: 1}  # where a camera turns, there they go
_PACES = HUNTS | {Act.WALK}


def first_x(part: Part, deeds: Sequence[Deed], blocking: Blocking, spans: Sequence[tuple[float, float]]) -> float:
    """Where the subject is when the shot begins: on its mark, off-stage, or far enough back for the way it has to go."""
    if not deeds or deeds[0].act not in TRAVELS or deeds[0].act is Act.EXIT:
        return part.mark.x
    first = deeds[0]
    if first.act is Act.ENTER:
        side = -(_LEADS.get(blocking.order.setup.move) or -part.order.comes_by or (1 if part.order.side <= 0 else -1))
        return side * _wings(part, blocking)
    way = _way(part, first, blocking, spans[0])
    target = target_of(first, part, blocking)
    if target is not None and not flees(target, first):
        return part.mark.x - math.copysign(min(abs(way), blocking.room * 0.3), target.mark.x - part.mark.x)
    return _lined_up(part, first, blocking) - way * 0.5


def _wings(part: Part, blocking: Blocking) -> float:
    """How far from the middle nobody in the house can see a player any more."""
    return blocking.room * 0.56 + part.puppet.width * 0.55


def hover(part: Part, deed: Deed, blocking: Blocking) -> float:
    """How much lower (negative) than its own height a balloon ends that flies to somebody: over an animal, at the head of a
    person, whom it would hide."""
    target = target_of(deed, part, blocking)
    if target is None or not floats(part) or target.mark.airborne or flees(target, deed):
        return 0.0
    over = 0.12 if _ends_over(part, target) else -0.6 * part.puppet.height
    return min(0.0, target.puppet.height * _low(target) + over - part.mark.lift)


def arms_length(part: Part, deed: Deed, target: Part) -> float:
    """How near two come for what they do to each other; 0 where the business does not say. A beast is as long as it is."""
    business = named(deed.business)
    if business is None or not isinstance(part.puppet, Person):
        return 0.0
    if isinstance(target.puppet, Person):
        return business.near * (part.puppet.height + target.puppet.height) / 3.4
    fits = isinstance(target.puppet, Quadruped) and target.puppet.height < 2.2
    return 0.6 * business.near + 0.34 * target.puppet.width if fits and business.near else 0.0


def _meets_there(part: Part, deed: Deed, target: Part) -> float:
    """How near somebody comes who goes to do something next that wants them near: who runs to hug does not stop a metre before."""
    later = part.deeds[part.deeds.index(deed) + 1 :] if deed in part.deeds else ()
    return next(
        (near for other in later[:1] if other.target == deed.target and (near := arms_length(part, other, target))), 0.0
    )


def _hover_gap(part: Part, target: Part) -> float:
    """How far from somebody's middle it ends."""
    if _ends_over(part, target):
        return 0.2 * target.puppet.width
    return (part.puppet.width + target.puppet.width) / 2 + 0.1


def _ends_over(part: Part, target: Part) -> bool:
    """Whether it may end over the target: an animal, in a frame that has room up there."""
    free = part.mark.lift > target.puppet.height * _low(target) + 0.05
    return free and not isinstance(target.puppet, Person)


def _low(part: Part) -> float:
    """How much of its height is left of who sits or lies."""
    downs = [deed.act for deed in part.deeds if deed.act in LOW_DOWN]
    return LOW_DOWN[downs[-1]] if downs else 1.0


def floats(part: Part) -> bool:
    """Whether it hangs in the air by itself: a balloon, a kite."""
    return part.mark.airborne and is_floater(part.order)


def _direction(deed: Deed) -> int:
    """The house habit: out and on to the right, home to the left."""
    return -1 if deed.back else 1


def _speed(part: Part, act: Act) -> float:
    if part.mark.vehicle:
        return _DRIVE if act is not Act.FLY else 5.0
    size = min(1.0, 0.35 + part.puppet.height / 2.6)  # short legs, slower steps
    return (_RUN if act in (Act.RUN, Act.FLY) else _WALK) * size


def _way(part: Part, deed: Deed, blocking: Blocking, span: tuple[float, float]) -> float:
    """Signed distance of a travel with no goal. A camera that stays lets nobody out of its frame."""
    hunters, hunted = _hunt(blocking)
    together = [*hunters, *hunted] if part in (*hunters, *hunted) and deed.act in _PACES else [part]
    natural = min(_speed(runner, deed.act) for runner in together) * (span[1] - span[0])
    if blocking.order.setup.move not in FOLLOWS:
        share = 0.5 if blocking.order.setup.size in TIGHT else 0.7
        share += 0.25 if blocking.order.setup.move in TRUCKS else 0.0  # the camera goes half a frame along
        least = 0.35 * blocking.room if part.mark.vehicle else 0.0  # a bus as long as the frame drives through it
        natural = min(natural, max(least, blocking.room * share - part.puppet.width * 0.5))
    return natural * (_LEADS.get(blocking.order.setup.move) or _chase(part, deed, blocking) or _direction(deed))


def _chase(part: Part, deed: Deed, blocking: Blocking) -> int:
    """Which way a chase goes, for all in it: from the hunters' marks toward the hunted ones'. 0 where nobody is chased."""
    hunters, hunted = _hunt(blocking)
    if deed.act not in _PACES or part not in (*hunters, *hunted):
        return 0
    middle = sum(other.mark.x for other in hunted) / len(hunted)
    return 1 if middle >= hunters[0].mark.x else -1


def _hunt(blocking: Blocking) -> tuple[list[Part], list[Part]]:
    """(hunters, hunted): who goes after somebody who goes too, nearest first, and everybody else on the way."""
    goers = [part for part in blocking.parts if any(deed.act in _PACES | {Act.EXIT} for deed in part.deeds)]
    hunters = [
        part for part in goers if (d := _first_way(part)) and (t := target_of(d, part, blocking)) and flees(t, d)
    ]
    hunted = [part for part in goers if part not in hunters]
    return (hunters, hunted) if hunters and hunted else ([], [])


def _first_way(part: Part) -> Deed | None:
    return next((deed for deed in part.deeds if deed.act in _PACES), None)


def _lined_up(part: Part, deed: Deed, blocking: Blocking) -> float:
    """Where the middle of somebody's way is: on the mark; a hunter's lies behind all who are hunted, and behind the hunters
    before it."""
    hunters, hunted = _hunt(blocking)
    if part not in hunters or deed.act not in _PACES:
        return part.mark.x
    way = _chase(part, deed, blocking)
    last = min(hunted, key=lambda other: way * other.mark.x)
    file = sorted(hunters, key=lambda other: -way * other.mark.x)
    ahead = [last.puppet.width / 2, *(other.puppet.width + 0.3 for other in file[: file.index(part)])]
    return last.mark.x - way * (sum(ahead) + part.puppet.width / 2 + 0.3)


def goal_of(part: Part, deed: Deed, blocking: Blocking, span: tuple[float, float], x: float) -> float:
    """Where a travel that starts at `x` ends (world x)."""
    if deed.act is Act.ENTER:
        return part.mark.x
    if deed.act is Act.EXIT:
        leaving = [other for other in blocking.parts if any(d.act is Act.EXIT for d in other.deeds)]
        return exit_edge(deed, part.order.side, len(blocking.parts), len(leaving)) * _wings(part, blocking)
    target = target_of(deed, part, blocking)
    if target is not None and not flees(target, deed):
        close = blocking.order.setup.size in SINGLES
        gap = TWO_SHOT if close else (part.puppet.width + target.puppet.width) / 2 + 0.25
        gap = _hover_gap(part, target) if floats(part) and not close else gap
        gap = arms_length(part, deed, target) or _meets_there(part, deed, target) or gap
        return target.mark.x - gap if target.mark.x >= part.mark.x else target.mark.x + gap
    way = _way(part, deed, blocking, span)
    if blocking.order.setup.move not in FOLLOWS and begins(part):
        way = math.copysign(min(abs(way), blocking.room * 0.3), way)  # from the seat, which is in the middle
    return x + way


def _glides(part: Part) -> bool:
    """Whether it has no legs to hurry on: what swims, slithers or scuttles takes all the time there is."""
    return isinstance(part.puppet, Creature) and part.puppet.kind.habit not in ("tramp", "hop")


def arrival(act: Act, part: Part, distance: float, start: float, end: float) -> float:
    """When a traveller arrives at natural speed. What flies or drives takes all the time there is."""
    if act is Act.FLY and floats(part):
        return start + 0.8 * (end - start)
    if part.mark.vehicle and act is Act.ENTER:
        return start + 0.8 * (end - start)
    if act is Act.FLY or part.mark.vehicle or _glides(part):
        return end
    if act is Act.ENTER:  # whoever comes in is seen to be there
        end = start + 0.6 * (end - start)
    return min(end, start + max(0.6, distance / _speed(part, Act.RUN if act is Act.RUN else Act.WALK)))
