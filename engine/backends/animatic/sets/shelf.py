"""The shelf of sets: from the kind in an order to the module that paints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import street
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder


@dataclass(frozen=True, slots=True)
class Scenery:
    """How one kind of set is painted: upright, from above, and the dark pieces at the frame's edges."""

    sheets: Callable[[SetOrder, Palette], tuple[Sheet, ...]]
    plan: Callable[[SetOrder, Palette], tuple[Sheet, ...]]
    wing: Callable[[Knife, int, int, SetOrder, Palette], None]


SHELF: dict[SetKind, Scenery] = {
    "street": Scenery(street.sheets, street.plan, street.wing),
}


def scenery_for(kind: SetKind) -> Scenery:
    """The set of that kind."""
    return SHELF[kind]
