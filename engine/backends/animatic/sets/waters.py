"""Water that lies where the sets put it: strips with scalloped edges, ice in their place when it is frozen, and floods.

It also says where a boat floats on each set, since the players' marks depend on it.
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, land, outline, ridge
from engine.backends.animatic.sets import parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder

SHORES: dict[SetKind, float] = {
    "sea": 3.6, "beach": 3.6, "river": 1.9, "swamp": 1.7, "harbour": 3.4, "lighthouse": 8.5, "bridge": 28.0,
}  # fmt: skip
"""Depth at which the water begins that a boat can float in, on sets whose people stand on the bank."""

LEVELS: dict[SetKind, float] = {"harbour": -1.1, "bridge": -3.4}
"""How high that water is, where it is not level with the stage."""

_ICE: Colour = (0.70, 0.84, 0.92)
_FLOOD_TONE: Colour = (0.42, 0.54, 0.54)


def colour(z: float, palette: Palette) -> Colour:
    """Deep near, the sky's colour far away."""
    deep = darker(palette.near, 0.05 + 0.02 * max(0.0, 4 - z))
    return palette.at(mix(deep, palette.far, 0.25 + 0.45 * min(1.0, max(0.0, z) / 80)), z * 0.6)


def strip(
    z: float, row: int, order: SetOrder, palette: Palette, *, tone: Colour, level: float = 0.0, alpha: float = 1.0,
    calm: float = 0.6, low: float = -60.0,
) -> Sheet:  # fmt: skip
    """One strip of water with its upper edge at `level`, or of ice where the place is frozen."""
    if order.dressing.frozen:
        return ice(z, row, order, palette, level, low)
    swell = {"storm": 2.2, "wind": 1.5, "rain": 1.2}.get(order.weather, 1.0) * calm
    high, length = (0.05 + 0.005 * max(z, 0)) * swell, 1.3 + max(z, 0.0) * 0.10

    def edge(x: float) -> float:
        u = (x / length + 0.37 * row) % 1.0
        return level + high * (1.5 * (2 * abs(u - 0.5)) ** 2 - 0.9 + 0.5 * ridge(x, length * 5, order.seed + row))

    def paint(knife: Knife, x0: float, x1: float) -> None:
        shape = land(x0, x1, max(length / 14, (x1 - x0) / 900), edge, low)
        knife.dab(shape, lighter(tone, 0.24), alpha)
        knife.canvas.save()
        knife.canvas.translate(0, -1.8 * knife.line)
        knife.dab(shape, tone, alpha)
        knife.canvas.restore()
        _glints(knife, (x0, x1), z, row, level, order, palette, tone)

    return Sheet(f"water {z:g}", z, paint, top=level + high * 2 + 0.1, gap=0, joins=alpha == 1.0, veil=alpha < 1.0)


def _glints(
    knife: Knife, span: tuple[float, float], z: float, row: int, level: float, order: SetOrder, palette: Palette,
    tone: Colour,
) -> None:  # fmt: skip
    pitch = (1.7 + max(z, 0) * 0.22) * max(1, math.ceil((span[1] - span[0]) / (1.7 + max(z, 0) * 0.22) / 60))
    glint = mix(palette.light, tone, 0.45 if palette.is_dark else 0.62)
    for i in cells(*span, pitch):
        if chance(order.seed, row, i, 5) < 0.5:
            continue
        x, w = (i + chance(order.seed, row, i, 6)) * pitch, pitch * between(0.12, 0.3, order.seed, row, i, 8)
        y = level - 0.12 - 0.01 * max(z, 0) - 0.22 * chance(order.seed, row, i, 7)
        bright = chance(order.seed, row, i, 9) < 0.4 and order.weather in ("clear", "wind")
        knife.dab(
            blob(x, y, w, 0.02 + 0.002 * max(z, 0), i + row, 0.1, 8), glint if bright else lighter(tone, 0.12), 0.8
        )


def ice(z: float, row: int, order: SetOrder, palette: Palette, level: float = 0.0, low: float = -60.0) -> Sheet:
    """A strip of ice: pale, flat, with cracks and a little blown snow."""
    tone = palette.at(mix(local(_ICE, palette), palette.sky_low, 0.15), z)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        knife.dab(outline([(x0, low), (x1, low), (x1, level), (x0, level)]), lighter(tone, 0.25))
        knife.dab(outline([(x0, low), (x1, low), (x1, level - 1.4 * knife.line), (x0, level - 1.4 * knife.line)]), tone)
        pitch = (2.2 + 0.2 * max(z, 0)) * max(1, math.ceil((x1 - x0) / 120))
        for i in cells(x0, x1, pitch, 1):
            x, y = (i + chance(order.seed, row, i, 1)) * pitch, level - between(0.08, 0.3, order.seed, row, i, 2)
            long = pitch * between(0.15, 0.5, order.seed, row, i, 3)
            if chance(order.seed, row, i, 4) < 0.5:
                crack = [
                    (x + long * u, y + 0.07 * (chance(order.seed, i, k, 5) - 0.5))
                    for k, u in enumerate((0, 0.3, 0.6, 1))
                ]
                knife.stroke(crack, max(0.012, knife.line), mix(darker(tone, 0.2), palette.near, 0.2), 0.7)
            else:
                knife.dab(blob(x, y, long * 0.6, 0.035, i, 0.1, 9), lighter(tone, 0.5), 0.9)

    return Sheet(f"ice {z:g}", z, paint, top=level + 0.05, gap=0, joins=True)


def frozen_over(order: SetOrder, palette: Palette, since: float) -> tuple[Sheet, ...]:
    """Ice to stand on in place of the near ground, from depth `since` to the lens."""
    return tuple(ice(z, 20 + i, order, palette) for i, z in enumerate(parts.ROWS) if z <= since)


_FLOOD = (34.0, 22.0, 14.0, 9.0, 6.0, 4.0, 2.6, 1.6, 0.8, 0.3)


def flood(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Water to the shins over whatever the ground is, before the players too."""
    tone = mix(local(_FLOOD_TONE, palette), palette.sky_top, 0.25)
    behind = tuple(strip(z, i, order, palette, tone=palette.at(tone, z), level=0.16) for i, z in enumerate(_FLOOD))
    before = tuple(
        strip(
            z, 30 + i, order, palette, tone=darker(tone, 0.05 * i), level=0.20 - 0.02 * i, alpha=0.80 if i == 0 else 1.0
        )
        for i, z in enumerate((-0.14, -1.1, -2.4))
    )
    return (*behind, *before)
