"""Barrels, sacks, candles and fires: what stands about in shops, taverns and workshops alike."""

from __future__ import annotations

from engine.backends.animatic.palette import darker, lighter, mix
from engine.backends.animatic.sets.decor import Decor


def barrel(decor: Decor, x: float, high: float = 0.8) -> None:
    """A barrel."""
    tone = decor.own("#a5754a")
    w = high * 0.36
    decor.shape(
        [
            (x - w * 0.8, -0.03),
            (x + w * 0.8, -0.03),
            (x + w, high * 0.3),
            (x + w, high * 0.7),
            (x + w * 0.8, high),
            (x - w * 0.8, high),
            (x - w, high * 0.7),
            (x - w, high * 0.3),
        ],
        tone,
        0.9,
    )
    for k in (0.16, 0.78):
        decor.flat(x - w * 0.93, high * k, w * 1.86, high * 0.07, decor.own("#5c5a58"))
    for k in range(1, 4):
        decor.flat(x - w + 2 * w * k / 4, 0, 0.012, high, darker(tone, 0.2), 0.7)


def sacks(decor: Decor, x: float) -> None:
    """Sacks of grain, one open."""
    straw = decor.own("#c9ac7d")
    for k, (dx, s) in enumerate(((-0.34, 1.0), (0.32, 0.86))):
        tone = mix(straw, decor.palette.ground, 0.15 * k)
        decor.round(x + dx, 0.33 * s, 0.36 * s, 0.38 * s, tone, 0.8)
        decor.shape(
            [(x + dx - 0.1, 0.64 * s), (x + dx + 0.1, 0.64 * s), (x + dx + 0.18, 0.82 * s), (x + dx - 0.18, 0.82 * s)],
            lighter(tone, 0.1),
            0.5,
        )
        decor.flat(x + dx - 0.13, 0.63 * s, 0.26, 0.035, darker(tone, 0.35))


def fire(decor: Decor, x: float, size: float) -> None:
    """Flames over logs: a light of its own whatever the hour."""
    glow = mix(decor.palette.light, (1.0, 0.6, 0.28), 0.5)
    decor.knife.glow(x, 0.3 * size, 1.9 * size, glow, 0.9 if decor.lit else 0.45)
    for k in (-0.2, 0.15):
        decor.box(x + k * size - 0.22 * size, 0.02, 0.44 * size, 0.11 * size, decor.own("#6b4a33"), 0.3)
    with decor.knife.stirring("flame"):
        for dx, h, hue in (
            (-0.22, 0.4, (0.86, 0.42, 0.18)),
            (0.2, 0.44, (0.90, 0.50, 0.20)),
            (0.0, 0.6, (0.97, 0.72, 0.32)),
        ):
            px, w, t = x + dx * size, 0.16 * size, h * size
            decor.tint(
                [
                    (px - w, 0.1),
                    (px - w * 0.7, t * 0.55),
                    (px - w * 0.1, t * 1.15),
                    (px + w * 0.35, t * 0.72),
                    (px + w * 0.6, t * 0.9),
                    (px + w, 0.1),
                ],
                hue,
            )


def candle(decor: Decor, x: float, y: float) -> None:
    """A candle in a bottle; it burns once it is dusk."""
    decor.box(x - 0.05, y, 0.1, 0.15, decor.own("#4f7a55"), 0.3)
    decor.box(x - 0.022, y + 0.14, 0.044, 0.16, decor.pale, 0.2)
    decor.glow(x, y + 0.36, 1.1, 0.9)
    if decor.lit:
        with decor.knife.stirring("flame"):
            decor.tint([(x - 0.03, y + 0.32), (x, y + 0.44), (x + 0.03, y + 0.32)], (0.99, 0.82, 0.45))
