"""The shelf of sets: from the kind in an order to the module that paints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import built, forest, land, mountains, nightsky, room, sea, street
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder


@dataclass(frozen=True, slots=True)
class Scenery:
    """How one kind of set is painted: upright, from above, and the dark pieces at the frame's edges."""

    sheets: Callable[[SetOrder, Palette], tuple[Sheet, ...]]
    plan: Callable[[SetOrder, Palette], tuple[Sheet, ...]]
    wing: Callable[[Knife, int, int, SetOrder, Palette], None]
    room: tuple[float, float] = (2.4, 5.0)
    """Depths between which a crowd, rubble or lanterns may stand behind the players."""


_STREET = Scenery(street.sheets, street.plan, street.wing)
_FOREST = Scenery(forest.sheets, forest.plan, forest.wing)
_SEA = Scenery(sea.sheets, sea.plan, sea.wing)
_MOUNTAINS = Scenery(mountains.sheets, mountains.plan, mountains.wing)
_ROOM = Scenery(room.sheets, room.plan, room.wing)
_NIGHT_SKY = Scenery(nightsky.sheets, nightsky.plan, nightsky.wing)

SHELF: dict[SetKind, Scenery] = {
    "street": _STREET,
    "forest": _FOREST,
    "sea": _SEA,
    "mountains": _MOUNTAINS,
    "room": _ROOM,
    "night sky": _NIGHT_SKY,
    "alley": _STREET,
    "skyline": _NIGHT_SKY,
    "rooftop": _NIGHT_SKY,
    "bamboo grove": _FOREST,
    "beach": _SEA,
    "river": _SEA,
    "snowfield": _MOUNTAINS,
    "grassland": _MOUNTAINS,
    "desert": _MOUNTAINS,
    "bridge": _STREET,
    "harbour": _SEA,
    "lighthouse": _SEA,
    "cave": _MOUNTAINS,
    "underwater": _SEA,
    "moon": _NIGHT_SKY,
    "farm field": _MOUNTAINS,
    "garden": _FOREST,
    "swamp": _FOREST,
    "village": _STREET,
    "temple": _STREET,
    "palace": _STREET,
    "market": _STREET,
    "courtyard": _STREET,
    "station": _STREET,
    "deck": _SEA,
    "classroom": _ROOM,
    "library": _ROOM,
    "office": _ROOM,
    "hospital": _ROOM,
    "shop": _ROOM,
    "tavern": _ROOM,
    "teahouse": _ROOM,
    "workshop": _ROOM,
    "prison": _ROOM,
    "church": _ROOM,
    "temple hall": _ROOM,
    "palace hall": _ROOM,
    "train": _ROOM,
    "car": _ROOM,
    "spaceship": _ROOM,
    "theatre": _ROOM,
    **{kind: Scenery(*painted) for kind, painted in built.BUILT.items()},
    **{kind: Scenery(*painted) for kind, painted in land.LAND.items()},
}


def scenery_for(kind: SetKind) -> Scenery:
    """The set of that kind."""
    return SHELF[kind]
