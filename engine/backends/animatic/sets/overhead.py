"""Plans: what a set looks like from straight above (bird's eye). The world's z runs up the picture, the stage is y = 0."""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.palette import Colour, Palette, darker, lighter
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, outline
from engine.backends.animatic.sheets import Sheet

Mark = Callable[[Knife, float, float, int], None]
"""mark(knife, x, y, seed): one small thing lying on the ground."""


def floor(name: str, colour: Colour, mark: Mark, pitch: float, share: float, seed: int) -> Sheet:
    """An endless floor strewn with marks; the wider the view, the fewer and larger they are."""

    def paint(knife: Knife, x0: float, x1: float) -> None:
        knife.dab(outline([(x0, -80), (x1, -80), (x1, 80), (x0, 80)]), colour)
        step = pitch * max(1, math.ceil((x1 - x0) / pitch / 44))
        half = (x1 - x0) * 0.6 + step
        for i in cells(x0, x1, step):
            for k in cells(-half, half, step):
                if chance(seed, i, k, 1) < share:
                    mark(
                        knife,
                        (i + chance(seed, i, k, 2)) * step,
                        (k + chance(seed, i, k, 3)) * step,
                        seed + i * 131 + k,
                    )

    return Sheet(name, 0.0, paint, gap=0)


def crowns(
    palette: Palette, leaf: Colour, seed: int, *, clear: float = 1.5, z: float = -2.2, pitch: float = 2.6
) -> Sheet:
    """Tree crowns near the lens, round the clearing where the players are."""

    def paint(knife: Knife, x0: float, x1: float) -> None:
        half = (x1 - x0) * 0.6 + pitch
        for i in cells(x0, x1, pitch, 3):
            for k in cells(-half, half, pitch):
                x, y = (i + chance(seed, i, k, 1)) * pitch, (k + chance(seed, i, k, 2)) * pitch
                r = between(0.8, 1.5, seed, i, k, 3)
                # The stage is an ellipse: players stand in its middle and walk along its length.
                if (x / (clear * 2.1)) ** 2 + (y / (clear + 0.6 * r)) ** 2 < 1:
                    continue
                tone = darker(leaf, 0.22 * chance(seed, i, k, 4))
                knife.cut(blob(x, y, r, r, seed + i * 7 + k, 0.16, 13), darker(tone, 0.15), 2.4)
                knife.cut(blob(x - 0.1 * r, y + 0.12 * r, r * 0.7, r * 0.7, seed + i + k, 0.18, 11), tone, 1.0)
                if palette.snowy:
                    knife.dab(blob(x - 0.15 * r, y + 0.2 * r, r * 0.5, r * 0.45, seed + i, 0.2), palette.snow, 0.9)

    return Sheet("crowns", z, paint, gap=2.4)


def stone(tone: Colour) -> Mark:
    """A pebble."""

    def mark(knife: Knife, x: float, y: float, seed: int) -> None:
        r = between(0.04, 0.13, seed, 1)
        knife.cut(blob(x, y, r * 1.3, r, seed, 0.15, 8), lighter(tone, 0.14 * chance(seed, 2)), 0.4)

    return mark


def tuft(tone: Colour) -> Mark:
    """Grass seen from above: a small star of blades."""

    def mark(knife: Knife, x: float, y: float, seed: int) -> None:
        r = between(0.05, 0.12, seed, 1)
        for i in range(5):
            a = i * 1.257 + chance(seed, 2) * 2
            dx, dy = math.cos(a), math.sin(a)
            knife.dab(
                outline(
                    [
                        (x - dy * r * 0.16, y + dx * r * 0.16),
                        (x + dx * r, y + dy * r),
                        (x + dy * r * 0.16, y - dx * r * 0.16),
                    ]
                ),
                tone,
            )

    return mark


def ripple(tone: Colour) -> Mark:
    """A crest on water, seen from above."""

    def mark(knife: Knife, x: float, y: float, seed: int) -> None:
        r = between(0.16, 0.34, seed, 1)
        over = [(x + r * math.cos(a), y + r * 0.45 * math.sin(a)) for a in (0.4, 0.9, 1.57, 2.2, 2.7)]
        under = [(px, py - 0.035 * (1 - abs(px - x) / r)) for px, py in reversed(over)]
        knife.dab(outline(over + under), tone, 0.9)

    return mark
