"""The sets out of doors that are cut for one place: from the kind to its painters and the room behind the players."""

from __future__ import annotations

from collections.abc import Callable

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import alley, bridge, heights
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
}
