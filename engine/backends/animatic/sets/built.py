"""The built places' part of the shelf: kind -> how it is painted upright, from above, and at the frame's edges, and between
which depths a crowd may stand."""

from __future__ import annotations

from collections.abc import Callable

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import home, inns, kitchen, prison, room, study, trade, workshop
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder

Painted = Callable[[SetOrder, Palette], tuple[Sheet, ...]]
Wing = Callable[[Knife, int, int, SetOrder, Palette], None]

BUILT: dict[SetKind, tuple[Painted, Painted, Wing, tuple[float, float]]] = {
    "bedroom": (home.bedroom, room.plan, room.wing, (1.2, 2.4)),
    "living room": (home.living_room, room.plan, room.wing, (1.0, 1.8)),
    "kitchen": (kitchen.kitchen, room.plan, room.wing, (1.4, 2.4)),
    "classroom": (study.classroom, room.plan, room.wing, (1.4, 2.2)),
    "library": (study.library, room.plan, room.wing, (1.6, 2.5)),
    "office": (study.office, room.plan, room.wing, (1.6, 2.7)),
    "hospital": (study.hospital, room.plan, room.wing, (1.8, 2.5)),
    "shop": (trade.shop, room.plan, room.wing, (1.4, 2.0)),
    "tavern": (inns.tavern, room.plan, room.wing, (1.5, 2.1)),
    "teahouse": (inns.teahouse, room.plan, room.wing, (1.6, 2.8)),
    "workshop": (workshop.workshop, room.plan, room.wing, (1.5, 2.1)),
    "prison": (prison.prison, room.plan, room.wing, (1.2, 1.9)),
    "attic": (home.attic, room.plan, room.wing, (1.2, 1.8)),
}
