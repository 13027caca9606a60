"""Who rides on what: horses, bicycles, cars and boats carry their people, so both go the same way at the same speed.

A script says "Anna gallops across the field on her horse" and means the horse; the rider only sits. So the mount takes over
what its rider was told to do, and the rider's beats are the mount's, seated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Act, Player, Puppet
from engine.plan.deeds import Deed
from engine.plan.orders import SubjectOrder
from engine.plan.riding import riders_in

_TRAVELS = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.FLY})
_SMALLEST_MOUNT = 0.9  # metres
HIPS = 0.27
"""Of a person's height: where one sits on a stool."""
_BACK = 0.66  # of an animal's height, and
_SADDLE = {True: 0.85, False: 0.74}  # of a vehicle's: one sits on a bicycle, and looks out of the roof of a car
_TALE_BIRD = 0.6
"""Body length from which a bird carries people in tales: geese and cranes do, gulls don't."""
_BIG_BIRD, _BIG_BEAST = 1.5, 2.4  # metres long: the least that carries a person through the air or the water
_OPEN = 1.25  # metres: lower vehicles are sat on


def mounts(
    action: str, people: Sequence[SubjectOrder], puppets: Sequence[Puppet], afloat: Mapping[str, str]
) -> dict[str, str]:
    """Rider -> mount, by name: who is aboard a boat, and whom the action sets on something that carries people."""
    carriers = {p.name for p, puppet in zip(people, puppets, strict=True) if carries(puppet)}
    told = riders_in(action, [(person.name, person.aliases) for person in people], carriers) if carriers else {}
    return {**told, **afloat}


def carries(puppet: Puppet) -> bool:
    """Whether people can sit on it."""
    if isinstance(puppet, Creature):
        return puppet.back > 0
    if isinstance(puppet, Bird):
        return puppet.plumage.body >= _TALE_BIRD and puppet.plumage.style != "penguin"
    return isinstance(puppet, Vehicle | Quadruped) and _SMALLEST_MOUNT < puppet.height < 3


def grown(puppet: Puppet) -> Puppet:
    """The same bird or turtle, big enough for who rides on it: in a tale a goose carries a boy."""
    if isinstance(puppet, Bird) and puppet.long < _BIG_BIRD:
        return Bird(puppet.plumage, puppet.colour, puppet.wing_colour, _BIG_BIRD / puppet.plumage.body)
    if isinstance(puppet, Creature) and puppet.width < _BIG_BEAST:
        return Creature(puppet.name, puppet.kind, puppet.height * _BIG_BEAST / puppet.width, puppet.tint)
    return puppet


def _back_of(mount: Puppet) -> float:
    """How high one sits on it, as a share of its height."""
    if isinstance(mount, Creature | Bird):
        return mount.back
    return _BACK if isinstance(mount, Quadruped) else _SADDLE[mount.height < _OPEN]


def saddle(mount: Puppet, rider: Puppet) -> float:
    """How high the rider is lifted, so that the hips are on the mount's back."""
    back = _back_of(mount)
    return max(0.1, back * mount.height - HIPS * rider.height)


def carried_deeds(name: str, deeds: Mapping[str, tuple[Deed, ...]], riders: Mapping[str, str]) -> tuple[Deed, ...]:
    """What a mount does: its own travels, else those of whoever sits on it."""
    own = deeds[name]
    if any(deed.act in _TRAVELS for deed in own):
        return own
    told = [deed for rider, mount in riders.items() if mount == name for deed in deeds.get(rider, ())]
    taken = [replace(d, doer=name, target="" if d.target == name else d.target) for d in told if d.act in _TRAVELS]
    return (*taken[:1], *own)


def seated_on(rider: Player, mount: Player, seat: float) -> Player:
    """The rider, who goes where the mount goes; `seat` is how far right of the mount's middle it sits, in units."""
    busy = next(
        (beat.over or beat.business for beat in rider.beats if beat.over or beat.act in (Act.BUSINESS, Act.LOOK)), ""
    )
    beats = tuple(
        replace(beat, act=Act.SIT, x0=beat.x0 + seat, x1=beat.x1 + seat, business="", over=busy, target="")
        for beat in mount.beats
    )
    pedals = isinstance(mount.puppet, Vehicle) and mount.puppet.model.cut == "bicycle"
    return replace(rider, beats=beats, seat="pedals" if pedals else rider.seat)
