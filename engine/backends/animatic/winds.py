"""How hard the wind blows, when it gusts, and what of the air gets into a place.

It always blows from the right: people travel to the right, and who walks into the wind says more than who is pushed by it.
"""

from __future__ import annotations

import math
from fractions import Fraction

from engine.backends.animatic.stage import INDOORS, SHELTERED, SetKind, SetOrder
from engine.film.shots import Weather
from engine.plan.air import Air

_INSIDE: frozenset[Air] = frozenset({"dust", "sunbeams", "embers"})
"""What there may be in a room; everything else stays outside its window."""
_SHUT_IN: frozenset[Air] = frozenset({"dust", "sunbeams", "embers", "fireflies"})
_STRENGTH: dict[Weather, float] = {"wind": 0.6, "storm": 0.75}
_BLOWS: dict[Air, float] = {"breeze": 0.3, "gale": 1.0, "blizzard": 0.95, "sandstorm": 0.95, "downpour": 0.2}


def admitted(kind: SetKind, air: tuple[Air, ...]) -> tuple[Air, ...]:
    """What of the air there is in such a place."""
    inside = _INSIDE if kind in INDOORS else _SHUT_IN if kind in SHELTERED else None
    return air if inside is None else tuple(each for each in air if each in inside)


def wind_of(order: SetOrder) -> float:
    """How hard it blows: 0 calm, 1 a gale. A breeze in windy weather is a breeze."""
    if order.kind in SHELTERED:
        return 0.0
    told = [_BLOWS[each] for each in order.air if each in _BLOWS and each != "downpour"]
    if told:
        return max(told)
    return _STRENGTH.get(order.weather, 0.2 if "downpour" in order.air else 0.0)


def bough(order: SetOrder, seconds: Fraction, *, right: bool) -> float:
    """How far boughs and reeds near the lens have swung (frame heights, right positive); what stands there in a town is stone.
    They are cut at the frame's edge, so those on the right swing out of it and back."""
    if order.kind not in _LEAFY or not wind_of(order):
        return 0.0
    blown = 0.018 * gust(order, float(seconds))
    return 0.018 * 1.1 * wind_of(order) - blown if right else -blown


_LEAFY: frozenset[SetKind] = frozenset(
    {
        "forest",
        "mountains",
        "sea",
        "night sky",
        "grassland",
        "garden",
        "swamp",
        "river",
        "bamboo grove",
        "farm field",
        "beach",
    }
)


def draught(order: SetOrder) -> float:
    """How much the air stirs what is alive though no wind blows: less under a roof."""
    return 0.5 if order.kind in INDOORS else 1.0


def gust(order: SetOrder, seconds: float) -> float:
    """The wind at a moment: it swells and dies in gusts of two to five seconds and flutters a little on top."""
    strength = wind_of(order)
    if strength == 0:
        return 0.0
    t = seconds + order.seed % 89
    swell = 0.66 + 0.22 * math.sin(1.35 * t) + 0.12 * math.sin(3.1 * t + 1.0)
    return strength * (swell + 0.10 * math.sin(11.0 * t))
