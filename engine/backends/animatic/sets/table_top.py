"""A table top from straight above, for inserts of what lies on it: boards with their grain, a cloth's corner, lamplight by night."""

from __future__ import annotations

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, cells, chance, outline, ridge
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_WOODS: tuple[Colour, ...] = ((0.60, 0.42, 0.28), (0.50, 0.34, 0.24), (0.68, 0.51, 0.34))
_BOARD = 0.17  # metres


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The table and the light on it."""
    wood = local(_WOODS[order.seed % len(_WOODS)], palette)
    return (
        Sheet("table top", 0.0, lambda k, a, b: _boards(k, a, b, wood, order), gap=0),
        Sheet("table light", -0.01, lambda k, a, b: _light(k, palette, order), gap=0, veil=True),
    )


def _boards(knife: Knife, x0: float, x1: float, wood: Colour, order: SetOrder) -> None:
    half = (x1 - x0) * 0.6 + _BOARD
    for row in cells(-half, half, _BOARD):
        tone = mix(wood, darker(wood, 0.22), chance(order.seed, row, 1))
        low, top = row * _BOARD, (row + 1) * _BOARD
        knife.dab(outline([(x0 - 1, low), (x1 + 1, low), (x1 + 1, top), (x0 - 1, top)]), tone)
        for k in range(4):
            y, wave = low + _BOARD * (0.15 + 0.22 * k), order.seed + row * 7 + k
            points = [
                (x0 + (x1 - x0) * i / 24, y + 0.008 * ridge(x0 + (x1 - x0) * i / 24, 0.4, wave)) for i in range(25)
            ]
            knife.stroke(points, 0.0022 + 0.002 * chance(wave, 2), darker(tone, 0.16), 0.5)
        knife.stroke([(x0 - 1, low), (x1 + 1, low)], 0.006, darker(wood, 0.45), 0.75)
        knife.stroke([(x0 - 1, low + 0.006), (x1 + 1, low + 0.006)], 0.003, lighter(tone, 0.14), 0.6)


def _light(knife: Knife, palette: Palette, order: SetOrder) -> None:
    """A bar of window light across the boards, or a lamp's round."""
    if palette.is_dark:
        knife.glow(between(-0.25, 0.25, order.seed, 3), 0.18, 0.8, (1.0, 0.78, 0.46), 0.7)
        return
    for at in (-0.34, 0.10):
        bar = outline([(at, 2), (at + 0.30, 2), (at - 0.42, -2), (at - 0.72, -2)])
        knife.dab(bar, lighter(palette.light, 0.3), 0.16)
