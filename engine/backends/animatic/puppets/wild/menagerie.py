"""All creatures of our own cutting, by the name of the cut."""

from __future__ import annotations

from engine.backends.animatic.puppets.wild.clever import Clever
from engine.backends.animatic.puppets.wild.creature import Creature, Kind
from engine.backends.animatic.puppets.wild.dragons import DRAGONS
from engine.backends.animatic.puppets.wild.insects import INSECTS
from engine.backends.animatic.puppets.wild.primates import PRIMATES
from engine.backends.animatic.puppets.wild.reptiles import REPTILES
from engine.backends.animatic.puppets.wild.sea import SEA
from engine.backends.animatic.puppets.wild.tops import TOPS
from engine.backends.animatic.puppets.wild.uncanny import UNCANNY

KINDS: dict[str, Kind] = SEA | INSECTS | REPTILES | PRIMATES | DRAGONS | UNCANNY

PREFIX = "wild:"


def creature(art: str, height: float, tint: str = "") -> Creature:
    """The puppet of a picture whose art is `wild:name`."""
    name = art.removeprefix(PREFIX)
    made = (Clever if name in PRIMATES else Creature)(name, KINDS[name], height, tint)
    made.top = TOPS.get(name)
    return made
