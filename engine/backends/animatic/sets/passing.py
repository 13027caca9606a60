"""Land that passes by outside a window: hills, trees, poles and houses that come round again after a period, or the stars.

Near planes run as fast as far ones; that they cross the window sooner is the camera's doing.
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells, chance, land
from engine.backends.animatic.sets import parts
from engine.backends.animatic.sets.decor import Decor, Painter, plane
from engine.backends.animatic.sets.shell import green
from engine.backends.animatic.sheets import Drift, Sheet
from engine.backends.animatic.stage import SetOrder

SPEED = 9.0
"""Metres a second: fast enough for a train, slow enough for the eye at 24 frames."""


def wave(x: float, period: float, seed: int) -> float:
    """A rolling line in -1..1 that repeats after a period."""
    turn = 2 * math.pi * x / period
    a, b = 6.28 * chance(seed, 1), 6.28 * chance(seed, 2)
    return 0.55 * math.sin(2 * turn + a) + 0.3 * math.sin(5 * turn + b) + 0.15 * math.sin(11 * turn)


def country(order: SetOrder, palette: Palette, speed: float = SPEED) -> tuple[Sheet, ...]:
    """Hills, fields with trees and a village, telegraph poles."""
    fields = mix(green(palette), palette.ground, 0.2)
    return (
        _moving("hills", 80.0, 96.0, _ridge(9.0, 7.0, 96.0, palette.at(green(palette), 80)), order, palette, speed, 20),
        _moving("fields", 30.0, 48.0, _fields(48.0, 30.0, palette.at(fields, 26)), order, palette, speed, 9),
        _moving("hedge", 11.0, 24.0, _hedge(24.0, darker(palette.at(fields, 9), 0.18)), order, palette, speed, 6),
        _moving("poles", 6.5, 13.0, _poles(13.0), order, palette, speed, 9),
    )


def city(order: SetOrder, palette: Palette, speed: float = SPEED) -> tuple[Sheet, ...]:
    """Blocks of flats near and far, and lamp posts."""
    return (
        _moving("towers", 70.0, 90.0, _houses(90.0, 9.0, (9, 24), 70.0), order, palette, speed, 34),
        _moving("blocks", 24.0, 48.0, _houses(48.0, 6.0, (4, 9), 24.0), order, palette, speed, 16),
        _moving("lamp posts", 7.0, 14.0, _posts(14.0), order, palette, speed, 9),
    )


def tunnel(order: SetOrder, palette: Palette, speed: float = SPEED) -> tuple[Sheet, ...]:
    """The wall of a tunnel with cables and lamps."""
    return (_moving("tunnel", 4.2, 8.0, _tube(8.0), order, palette, speed, 60),)


def stars(order: SetOrder, palette: Palette, speed: float = 1.4) -> tuple[Sheet, ...]:
    """Space: two depths of stars, a planet with rings, that hardly move."""
    return (
        plane("space", 290.0, _void, order, palette, gap=0),
        _moving("far stars", 120.0, 240.0, _strewn(240.0, 9.0, 0.32), order, palette, speed, 200, gap=0),
        plane("planet", 90.0, _planet, order, palette, top=80, bottom=-60, gap=0),
        _moving("near stars", 40.0, 80.0, _strewn(80.0, 7.0, 0.12), order, palette, speed, 80, gap=0),
    )


def _moving(
    name: str, z: float, period: float, paint: Painter, order: SetOrder, palette: Palette, speed: float, top: float,
    gap: float = 0.6,
) -> Sheet:  # fmt: skip
    bottom = -3.0 if name not in ("far stars", "near stars", "tunnel") else -200.0
    return plane(name, z, paint, order, palette, top=top, bottom=bottom, gap=gap, drift=Drift(speed, period))


def _again(i: int, n: int) -> int:
    return i % n


def _ridge(base: float, rise: float, period: float, tone: Colour) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        decor.knife.cut(land(x0, x1, 1.5, lambda x: base + rise * wave(x, period, decor.order.seed), -20), tone)
        if decor.palette.snowy:
            decor.knife.dab(
                land(x0, x1, 1.5, lambda x: base + rise * wave(x, period, decor.order.seed), -20),
                decor.palette.snow,
                0.6,
            )

    return paint


def _fields(period: float, z: float, tone: Colour) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        palette = decor.palette
        tone_ = palette.snow if palette.snowy else tone
        decor.knife.cut(land(x0, x1, 0.8, lambda x: 1.9 + 0.9 * wave(x, period, decor.order.seed + 5), -20), tone_)
        for i in cells(x0, x1, 4.0, 4):
            k = _again(i, round(period / 4.0))
            seed, x = decor.order.seed * 17 + k, i * 4.0 + 2.2 * decor.odds(k, 3)
            base = 1.7 + 0.9 * wave(x, period, decor.order.seed + 5)
            if decor.odds(k, 4) < 0.16:
                _cottage(decor.seeded(seed), x, base, z)
            elif palette.snowy:
                parts.bare_tree(decor.knife, x, base, 3.4 + decor.odds(k, 5), darker(tone, 0.4), seed, 4)
            else:
                leaf = mix(tone, decor.own("#6f8f4a"), 0.35)
                parts.round_tree(decor.knife, x, base, 3.0 + 2 * decor.odds(k, 5), leaf, darker(leaf, 0.35), seed)

    return paint


def _cottage(decor: Decor, x: float, y: float, z: float) -> None:
    wall = decor.palette.at(decor.own("#d9c7a3"), z)
    roof = decor.palette.snow if decor.palette.snowy else decor.palette.at(decor.own("#a8573f"), z)
    decor.box(x - 1.5, y - 1, 3.0, 2.9, wall, 0.6)
    decor.shape([(x - 1.9, y + 1.8), (x + 1.9, y + 1.8), (x + 1.2, y + 3.3), (x - 1.2, y + 3.3)], roof, 0.6)
    pane = decor.palette.light if decor.lit else darker(wall, 0.45)
    for dx in (-0.9, 0.4):
        decor.flat(x + dx, y + 0.6, 0.5, 0.7, pane)


def _hedge(period: float, tone: Colour) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        leaf = mix(decor.palette.snow, tone, 0.3) if decor.palette.snowy else tone
        edge = land(
            x0,
            x1,
            0.3,
            lambda x: (
                0.95 + 0.3 * wave(x, period, decor.order.seed + 9) + 0.16 * math.sin(2 * math.pi * x / period * 40)
            ),
            -20,
        )
        decor.knife.cut(edge, leaf)

    return paint


def _poles(period: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        wood = darker(decor.palette.at(decor.own("#5c4a3a"), 5), 0.1)
        for i in cells(x0, x1, period, 2):
            x = i * period + 3
            decor.box(x - 0.09, -3, 0.18, 8.2, wood, 0.5)
            for y in (4.6, 4.1):
                decor.box(x - 0.7, y, 1.4, 0.1, wood, 0.4)
            for y in (4.75, 4.25):
                wire = [(x + period * u / 8, y - 2.6 * (u / 8) * (1 - u / 8)) for u in range(9)]
                decor.line(wire, 0.025, wood, 0.8)

    return paint


def _houses(period: float, pitch: float, high: tuple[float, float], z: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        palette = decor.palette
        for i in cells(x0, x1, pitch, pitch):
            k = _again(i, round(period / pitch))
            h = high[0] + (high[1] - high[0]) * decor.odds(k, 2)
            hues = (decor.own("#b98a6a"), decor.own("#a9b0b0"), decor.own("#c9b48f"), decor.own("#8f9aa5"))
            tone = palette.at(decor.pick(hues, k, 3), z)
            decor.box(i * pitch, -3, pitch * 0.96, h + 3, tone, 0.8)
            for n in range(10):
                on = palette.is_dark and decor.odds(k, n, 4) < 0.5
                pane = palette.light if on else darker(tone, 0.2)
                decor.flat(
                    i * pitch + pitch * (0.14 + 0.28 * (n % 3)), h - 1.6 - 1.9 * (n // 3), pitch * 0.16, 1.1, pane, 0.85
                )
            if palette.snowy:
                decor.box(i * pitch, h - 0.05, pitch * 0.96, 0.3, palette.snow, 0.4)

    return paint


def _posts(period: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        iron = darker(decor.palette.at(decor.own("#4f575c"), 5), 0.1)
        for i in cells(x0, x1, period, 2):
            x = i * period + 4
            decor.box(x - 0.07, -3, 0.14, 7.4, iron, 0.4)
            decor.box(x - 0.07, 4.3, 1.1, 0.1, iron, 0.4)
            decor.glow(x + 0.95, 4.2, 2.2, 0.9)
            decor.round(x + 0.95, 4.2, 0.22, 0.14, decor.palette.light if decor.lit else decor.pale, 0.3)

    return paint


def _tube(period: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        tone = (0.15, 0.16, 0.20)
        decor.flat(x0 - 1, -30, x1 - x0 + 2, 90, tone)
        for y in (0.9, 1.9, 2.1):
            decor.flat(x0 - 1, y, x1 - x0 + 2, 0.06, lighter(tone, 0.14))
        for i in cells(x0, x1, period, 1):
            decor.flat(i * period, -3, 0.35, 12, lighter(tone, 0.06))
            decor.knife.glow(i * period + 4, 2.6, 1.6, (1.0, 0.9, 0.68), 0.9)
            decor.flat(i * period + 3.6, 2.55, 0.8, 0.14, (1.0, 0.93, 0.76))

    return paint


def _void(decor: Decor, x0: float, x1: float) -> None:
    """Deep blue with a veil of nebula."""
    decor.flat(x0, -400, x1 - x0, 800, (0.045, 0.06, 0.13))
    for i in cells(x0, x1, 70, 60):
        x, y = (i + decor.odds(i)) * 70, decor.between(-20, 90, i, 1)
        hue = decor.pick(((0.30, 0.20, 0.44), (0.14, 0.26, 0.46), (0.42, 0.20, 0.34)), i, 2)
        decor.knife.glow(x, y, decor.between(50, 95, i, 3), hue, 0.55)


def _strewn(period: float, pitch: float, size: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        rows = range(-14, 22)
        for i in cells(x0, x1, pitch, 1):
            k = _again(i, round(period / pitch))
            for j in rows:
                if decor.odds(k, j, 1) < 0.5:
                    continue
                x, y = (i + decor.odds(k, j, 2)) * pitch, (j + decor.odds(k, j, 3)) * pitch * 0.6
                r = size * (0.4 + 1.4 * decor.odds(k, j, 4) ** 5)
                tone = decor.pick(((0.96, 0.95, 0.88), (0.80, 0.88, 0.98), (0.99, 0.86, 0.72)), k, j, 5)
                if r > 1.2 * size:
                    decor.knife.dab(parts.sparkle(x, y, r * 1.7), tone)
                else:
                    decor.dot(x, y, r, r, tone, 0.85)

    return paint


def _planet(decor: Decor, x0: float, x1: float) -> None:
    """A banded planet, by the seed with rings or a moon."""
    side = -1 if decor.odds(1) < 0.5 else 1
    x, y, r = side * decor.between(9, 15, 2), decor.between(12, 17, 3), decor.between(6.5, 9.5, 4)
    tone = decor.pick(((0.83, 0.55, 0.37), (0.36, 0.58, 0.68), (0.74, 0.66, 0.48)), 5)
    decor.knife.glow(x, y, r * 1.9, tone, 0.5)
    decor.round(x, y, r, r, tone, 0.8)
    for k in range(-3, 4):
        h = r * 0.27 * k
        half = math.sqrt(max(0.0, r * r - h * h)) * 0.97
        decor.dot(x, y + h, half, r * 0.07, (darker(tone, 0.2), lighter(tone, 0.2))[k % 2], 0.6)
    decor.dot(x + side * r * 0.25, y - r * 0.1, r * 0.74, r * 0.95, (0.05, 0.06, 0.13), 0.28)
    if decor.odds(6) < 0.5:
        decor.line([(x - 1.9 * r, y - 0.5 * r), (x + 1.9 * r, y + 0.5 * r)], r * 0.09, lighter(tone, 0.5), 0.75)
    else:
        decor.round(x - side * 1.9 * r, y + 0.9 * r, r * 0.2, r * 0.2, (0.75, 0.75, 0.72), 0.5)
