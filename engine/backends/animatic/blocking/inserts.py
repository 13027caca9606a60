"""Inserts: "the key in Mara's hand", 小红手里的信, a map on the table from above. The camera sees things, and nobody's face.

What lies on a table is seen from straight above when the angle is high: a table top at eye level is a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import skia

from engine.backends.animatic.blocking.parts import puppet_of
from engine.backends.animatic.blocking.things import Thing
from engine.backends.animatic.blocking.turned import Turned
from engine.backends.animatic.puppets.hand_insert import InHand
from engine.backends.animatic.stage import Pose, Puppet
from engine.film.setup import Angle, Setup, Size
from engine.plan.furniture import SURFACE
from engine.plan.orders import ShotOrder, SubjectOrder

_CLOSE = frozenset({Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
_HANDS = re.compile(
    r"\b(?:hands?|fingers|fist|palm)\b(?!\s+(?:over|to|on|against)\s+(?:(?:his|her|its|their|the) )?(?:face|mouth|eyes|heart|cheek|lips|ears?|head|shoulder))|手[里中上心]|手掌|掌[心中]|双手|指间|指尖|拳头",
    re.I,
)
_FACE = re.compile(
    r"\b(?:faces?|eyes?|smiles?|cries|tears?|looks?|lips|mouth|head|frowns?|weeps?|laughs?|turns?|sits?|stands?|walks?|runs?)\b|脸|眼|泪|笑|哭|抬头|低头|嘴|望|看着|站|走|跑|坐",
    re.I,
)
_HAND_SIZED = 1.0  # metres


def in_hand_alone(order: ShotOrder, things: tuple[Thing, ...]) -> Thing | None:
    """The thing that a close shot shows in a hand, with that hand; None where it shows more of the person."""
    action = order.action
    if (
        order.setup.size not in _CLOSE
        or order.setup.angle is Angle.OVER_SHOULDER
        or any(not ln.voice_over for ln in order.lines)
    ):
        return None
    small = [thing for thing in things if thing.puppet.height <= _HAND_SIZED]
    if not small or not _HANDS.search(action) or _FACE.search(action):
        return None
    held = _named_first(small, order) or small[0]
    return Thing(held.name, InHand(held.puppet, _puppet_of(_owner(order))))


def _named_first(things: list[Thing], order: ShotOrder) -> Thing | None:
    """The thing the words name first."""
    text = order.action.casefold()
    names = {p.name: [n.casefold() for n in (p.name, *p.aliases)] for p in order.props}
    at = {
        t.name: min((text.find(n) for n in names.get(t.name, [t.name.casefold()]) if n in text), default=-1)
        for t in things
    }
    named = [thing for thing in things if at[thing.name] >= 0]
    return min(named, key=lambda thing: at[thing.name]) if named else None


def _owner(order: ShotOrder) -> SubjectOrder | None:
    """Whose hand it is: who is in the shot, else who was last seen."""
    return order.cast[0] if order.cast else order.opposite


def _puppet_of(owner: SubjectOrder | None) -> Puppet | None:
    if owner is None:
        return None
    return puppet_of(owner)


_LIE = re.compile(
    r"\b(?:on|across|over|upon)\s+(?:the|a|an|his|her|their)\s+(?:\w+\s+){0,2}?(?:table|desk|counter|workbench|tabletop|board)\b|桌[上面]|案[上头]|书桌|台面",
    re.I,
)
_DOWN = frozenset({Angle.HIGH, Angle.BIRDS_EYE})


class Laid(Turned):
    """A thing that lies on its back, turned a little as things lie."""

    def __init__(self, thing: Puppet, turn: float) -> None:
        super().__init__(thing)
        self._turn = turn

    def moved(self, pose: Pose) -> skia.Matrix:
        """Turned about its middle."""
        return skia.Matrix.RotateDeg(self._turn, skia.Point(0, -self.height / 2))


def on_a_table_top(order: ShotOrder, things: Sequence[Thing]) -> tuple[Thing, ...]:
    """What lies on a table seen from above, laid out; empty where the shot is another one."""
    if order.setup.angle not in _DOWN or order.setup.size not in _TABLE or not _LIE.search(order.action):
        return ()
    lying = [thing for thing in things if not SURFACE.search(thing.name) and thing.puppet.height <= _HAND_SIZED]
    return tuple(Thing(t.name, Laid(t.puppet, (-9.0, 13.0, -4.0)[i % 3])) for i, t in enumerate(lying))


def from_above(setup: Setup) -> Setup:
    """The same setup from straight above."""
    return setup.with_(angle=Angle.BIRDS_EYE)


_TABLE = frozenset({Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
