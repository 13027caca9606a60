"""The shelf of sets: from the kind in an order to the module that paints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import forest, mountains, nightsky, room, sea, street
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
    "forest": Scenery(forest.sheets, forest.plan, forest.wing),
    "sea": Scenery(sea.sheets, sea.plan, sea.wing),
    "mountains": Scenery(mountains.sheets, mountains.plan, mountains.wing),
    "room": Scenery(room.sheets, room.plan, room.wing),
    "night sky": Scenery(nightsky.sheets, nightsky.plan, nightsky.wing),
}


def scenery_for(kind: SetKind) -> Scenery:
    """The set of that kind."""
    return SHELF[kind]
