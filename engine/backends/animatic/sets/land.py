"""The sets out of doors that are cut for one place: from the kind to its painters and the room behind the players."""

from __future__ import annotations

from collections.abc import Callable

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import (
    airless,
    alley,
    bridge,
    coast,
    desert,
    farmland,
    gardens,
    heights,
    hollows,
    lunar,
    mountains,
    plains,
    river,
    undersea,
    wilds,
)
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder

Painted = tuple[
    Callable[[SetOrder, Palette], tuple[Sheet, ...]],
    Callable[[SetOrder, Palette], tuple[Sheet, ...]],
    Callable[[Knife, int, int, SetOrder, Palette], None],
    tuple[float, float],
]

LAND: dict[SetKind, Painted] = {
    "alley": (alley.sheets, alley.plan, alley.wing, (1.4, 2.9)),
    "rooftop": (heights.rooftop, heights.plan, heights.wing, (1.2, 2.3)),
    "skyline": (heights.skyline, heights.plan, heights.wing, (1.2, 2.3)),
    "bridge": (bridge.sheets, bridge.plan, bridge.wing, (0.8, 1.5)),
    "river": (river.sheets, river.plan, river.wing, (0.9, 1.6)),
    "beach": (coast.beach, coast.plan, coast.wing, (1.4, 2.9)),
    "harbour": (coast.harbour, coast.plan, coast.wing, (1.0, 2.1)),
    "lighthouse": (coast.lighthouse, coast.plan, coast.wing, (2.2, 5.0)),
    "snowfield": (plains.snowfield, plains.plan, plains.wing, (2.6, 6.0)),
    "grassland": (plains.grassland, plains.plan, plains.wing, (2.2, 5.5)),
    "farm field": (farmland.farm, farmland.plan, farmland.wing, (1.4, 2.5)),
    "garden": (gardens.garden, gardens.plan, gardens.wing, (1.3, 4.0)),
    "bamboo grove": (wilds.bamboo, wilds.plan, wilds.wing, (2.2, 4.2)),
    "swamp": (wilds.swamp, wilds.plan, wilds.wing, (0.7, 1.2)),
    "cave": (hollows.cave, hollows.plan, hollows.wing, (1.5, 4.4)),
    "underwater": (undersea.underwater, undersea.plan, undersea.wing, (1.5, 4.2)),
    "moon": (lunar.sheets, airless.plan, airless.wing, (2.2, 5.0)),
    "desert": (desert.sheets, mountains.plan, mountains.wing, (2.4, 6.0)),
}
