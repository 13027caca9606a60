"""The built places' part of the shelf: kind -> how it is painted upright, from above, and at the frame's edges, and between
which depths a crowd may stand."""

from __future__ import annotations

from collections.abc import Callable

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import (
    carriage,
    courtyard,
    forest,
    frontage,
    grounds,
    halls,
    hamlet,
    home,
    inns,
    kitchen,
    plans,
    playhouse,
    prison,
    room,
    shipboard,
    spaceship,
    station,
    street,
    study,
    trade,
    workshop,
)
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder

Painted = Callable[[SetOrder, Palette], tuple[Sheet, ...]]
Wing = Callable[[Knife, int, int, SetOrder, Palette], None]

BUILT: dict[SetKind, tuple[Painted, Painted, Wing, tuple[float, float]]] = {
    "bedroom": (home.bedroom, plans.plan, room.wing, (1.2, 2.4)),
    "living room": (home.living_room, plans.plan, room.wing, (1.0, 1.8)),
    "kitchen": (kitchen.kitchen, plans.plan, room.wing, (1.4, 2.4)),
    "classroom": (study.classroom, plans.plan, room.wing, (1.4, 2.2)),
    "library": (study.reading_room, plans.plan, room.wing, (1.6, 2.5)),
    "office": (study.office, plans.plan, room.wing, (1.6, 2.7)),
    "hospital": (study.hospital, plans.plan, room.wing, (1.8, 2.5)),
    "shop": (trade.shop, plans.plan, room.wing, (1.4, 2.0)),
    "tavern": (inns.tavern, plans.plan, room.wing, (1.5, 2.1)),
    "teahouse": (inns.teahouse, plans.plan, room.wing, (1.6, 2.8)),
    "workshop": (workshop.workshop, plans.plan, room.wing, (1.5, 2.1)),
    "prison": (prison.prison, plans.plan, room.wing, (1.2, 1.9)),
    "attic": (home.attic, plans.plan, room.wing, (1.2, 1.8)),
    "train": (carriage.train, plans.plan, room.wing, (1.0, 1.2)),
    "car": (carriage.car, plans.plan, playhouse.wing, (0.4, 0.5)),
    "spaceship": (spaceship.spaceship, plans.plan, spaceship.wing, (1.3, 1.9)),
    "church": (halls.church, plans.plan, room.wing, (1.4, 1.9)),
    "temple hall": (halls.temple_hall, plans.plan, room.wing, (1.8, 2.1)),
    "palace hall": (halls.palace_hall, plans.plan, room.wing, (1.5, 1.9)),
    "theatre": (playhouse.theatre, plans.plan, playhouse.wing, (1.6, 2.5)),
    "village": (hamlet.village, plans.plan, forest.wing, (1.4, 2.5)),
    "market": (hamlet.market, plans.plan, street.wing, (1.2, 2.6)),
    "courtyard": (courtyard.courtyard, plans.plan, forest.wing, (1.8, 3.2)),
    "temple": (grounds.temple, plans.plan, forest.wing, (1.4, 2.8)),
    "palace": (grounds.palace, plans.plan, forest.wing, (1.4, 3.0)),
    "station": (station.station, plans.plan, street.wing, (1.0, 1.4)),
    "building": (frontage.sheets, street.plan, street.wing, (1.4, 4.0)),
    "deck": (shipboard.sheets, shipboard.plan, shipboard.wing, (1.0, 1.7)),
}
