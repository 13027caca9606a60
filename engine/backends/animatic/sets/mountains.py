"""Mountains: three ridges in haze with snow on the peaks, mist in the valleys, firs, a hut or pagoda, a leaning pine."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, grid, living, outline, ridge
from engine.backends.animatic.sets import desert, eastern, overhead, parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_EASTERN = ("temple", "pagoda", "shrine", "tang", "chinese", "寺", "塔", "山", "亭", "庙", "峰", "径")


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A high meadow before the ranges; dunes and palms where the place is a desert."""
    if desert.is_arid(order):
        return desert.sheets(order, palette)
    return (
        parts.sky(order, palette, clouds=0.5),
        Sheet(
            "range 3", 190.0, lambda k, a, b: _range(k, a, b, 62, 150, 0.9, 1, order, palette, 150), top=100, bottom=-6
        ),
        Sheet(
            "valley 3",
            150.0,
            lambda k, a, b: _mist(k, a, b, 26, 0.75, order, palette, 3),
            top=34,
            bottom=-4,
            gap=0,
            veil=True,
        ),
        Sheet(
            "range 2",
            105.0,
            lambda k, a, b: _range(k, a, b, 30, 88, 0.62, 2, order, palette, 85),
            top=56,
            bottom=-6,
            gap=1.2,
        ),
        Sheet(
            "valley 2",
            80.0,
            lambda k, a, b: _mist(k, a, b, 12, 0.7, order, palette, 5),
            top=17,
            bottom=-4,
            gap=0,
            veil=True,
        ),
        parts.hills(
            palette,
            "range 1",
            52.0,
            mix(palette.far, palette.near, 0.62),
            7.5,
            6.5,
            52,
            order.seed + 8,
            snow=0.5 * palette.snowy,
        ),
        Sheet("firs", 30.0, lambda k, a, b: _firs(k, a, b, order, palette), top=14, bottom=-2, gap=1.0),
        Sheet("house", 22.0, lambda k, a, b: _dwelling(k, a, b, order, palette), top=13, bottom=-1, gap=1.0),
        parts.hills(
            palette,
            "knoll",
            13.0,
            mix(palette.near, palette.ground, 0.55),
            0.35,
            0.75,
            19,
            order.seed + 4,
            snow=0.6 * palette.snowy,
        ),
        Sheet("pine", 6.0, lambda k, a, b: _pines(k, a, b, order, palette), top=9, bottom=-0.5, gap=1.4),
        Sheet("rocks", 1.7, lambda k, a, b: _rocks(k, a, b, order, palette), top=1.4, bottom=-0.2, gap=0.8),
        *parts.ground(
            palette,
            lambda z: _meadow(z, palette),
            lambda k, a, b, z, row: _tufts(k, a, b, z, row, order, palette),
            bump=0.13,
        ),
    )


def _meadow(z: float, palette: Palette) -> Colour:
    return darker(palette.ground, 0.014 * max(0.0, 8 - z))


def _range(
    knife: Knife,
    x0: float,
    x1: float,
    peak: float,
    wave: float,
    snow: float,
    key: int,
    order: SetOrder,
    palette: Palette,
    z: float,
) -> None:
    """A jagged ridge; each peak has a light and a dark flank, and snow above a torn line."""
    tone = palette.at(mix(palette.far, palette.near, 0.12 * key), z * 0.42)
    white = palette.at(palette.snow if not palette.is_dark else mix(palette.snow, tone, 0.35), z * 0.14)
    seed = order.seed * 5 + key

    def height(x: float) -> float:
        u = x / wave * 2.6
        i = math.floor(u)
        a, b = _peak(i, seed), _peak(i + 1, seed)
        f = u - i
        return peak * (a + (b - a) * f) + peak * 0.05 * ridge(x, wave * 0.12, seed)

    step = wave / 60
    xs = grid(x0, x1, step)
    knife.cut(outline([(x, height(x)) for x in xs] + [(xs[-1], -8), (xs[0], -8)]), tone, 1.0)
    for i in cells(x0, x1, wave / 2.6, wave):
        top_x, top = i * wave / 2.6, height(i * wave / 2.6)
        if _peak(i, seed) < 0.55:
            continue
        right = [(top_x + d * wave, height(top_x + d * wave) - 0.01) for d in (0.08, 0.16, 0.24)]
        knife.dab(
            outline(
                [
                    (top_x, top),
                    *right,
                    (top_x + 0.16 * wave, top * 0.1),
                    (top_x + 0.05 * wave, top * 0.42),
                    (top_x + 0.02 * wave, top * 0.7),
                ]
            ),
            darker(tone, 0.10),
        )
        _snowcap(knife, top_x, top, height, wave, snow, white, tone, seed + i)


def _peak(i: int, seed: int) -> float:
    """Peaks and saddles take turns."""
    return 0.62 + 0.38 * chance(seed, i, 3) if i % 2 == 0 else 0.16 + 0.26 * chance(seed, i, 4)


def _snowcap(
    knife: Knife,
    x: float,
    top: float,
    height: Callable[[float], float],
    wave: float,
    snow: float,
    white: Colour,
    tone: Colour,
    seed: int,
) -> None:
    reach = 0.115 * wave * snow
    points = [(x + reach * d, height(x + reach * d)) for d in (-1, -0.66, -0.33, 0, 0.33, 0.66, 1)]
    hem = []
    for k in range(7):
        d = 1 - (k + 0.5) * 2 / 7
        drop = top * (0.10 if k % 2 else 0.21) * (0.7 + 0.5 * chance(seed, k, 5)) * snow
        hem.append((x + reach * d, height(x + reach * d) - drop * (1 - 0.5 * abs(d))))
    knife.dab(outline(points + hem), white)
    knife.dab(
        outline([(x, top), *[p for p in points if p[0] > x], *[p for p in hem if p[0] > x]]), mix(white, tone, 0.30)
    )


def _mist(
    knife: Knife, x0: float, x1: float, high: float, strength: float, order: SetOrder, palette: Palette, key: int
) -> None:
    step = high * 0.5
    xs = grid(x0, x1, step)
    shape = outline(
        [(x, high * (0.8 + 0.4 * ridge(x, high * 5, order.seed + key))) for x in xs] + [(xs[-1], -6), (xs[0], -6)]
    )
    knife.tissue(shape, palette.sky_low, 0, high * 1.25, strength)


def _firs(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(darker(palette.near, 0.10), 26)
    for i in cells(x0, x1, 2.3, 3):
        x = (i + chance(order.seed, i, 1)) * 2.3
        dense = ridge(x, 30, order.seed + 6) + 0.25
        if chance(order.seed, i, 2) < 0.35 + 0.6 * dense:
            snow = palette.snow if palette.snowy else None
            parts.fir(
                knife,
                x,
                -0.8,
                between(3.2, 7.5, order.seed, i, 3) * (0.8 + 0.3 * dense),
                mix(tone, lighter(tone, 0.14), chance(order.seed, i, 4)),
                order.seed + i,
                snow,
            )


def _dwelling(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A hut, or a pagoda when the words are Chinese or speak of a temple; once in a long while, beside the stage."""
    chinese = eastern.is_eastern(order) or any(word in order.words.lower() for word in _EASTERN)
    for i in cells(x0, x1, 64, 12):
        x = i * 64 + (9.5 if chance(order.seed, 15) < 0.5 else -10.5)
        (_pagoda if chinese else _hut)(knife, x, order, palette)


def _hut(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    wall = palette.at(mix(palette.accent, palette.ground, 0.45), 14)
    roof = palette.snow if palette.snowy else palette.at(darker(palette.near, 0.35), 14)
    knife.rect(x - 1.9, -0.6, 3.8, 2.9, wall, 0.8, 0.03)
    knife.rect(x + 0.8, 2.6, 0.5, 2.0, darker(wall, 0.3), 0.5)
    knife.cut(outline([(x - 2.5, 2.1), (x + 2.5, 2.1), (x, 4.3)]), roof, 0.9)
    knife.rect(
        x - 1.3,
        0.7,
        0.85,
        0.85,
        palette.light if palette.is_dark or order.time_of_day == "dusk" else darker(wall, 0.35),
        0.3,
    )
    knife.rect(x + 0.3, -0.3, 0.8, 1.75, darker(wall, 0.4), 0.3)
    if palette.is_dark:
        knife.glow(x - 0.9, 1.1, 2.6, palette.light, 0.8)
    for k in range(5):
        knife.dab(
            blob(x + 1.05 + 0.2 * k + 0.1 * k * k, 5.0 + 0.75 * k, 0.26 + 0.10 * k, 0.22 + 0.08 * k, k, 0.15),
            lighter(palette.sky_low, 0.2),
            0.5 - 0.08 * k,
        )


def _pagoda(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    wall = palette.at(mix(palette.accent, palette.near, 0.35), 16)
    roof = palette.at(darker(mix(palette.near, palette.sky_top, 0.3), 0.30), 16)
    y = -0.6
    for k in range(4):
        w, h = 2.6 - 0.45 * k, 1.55 - 0.12 * k
        knife.rect(x - w / 2, y, w, h, wall, 0.6)
        lit = palette.is_dark or order.time_of_day == "dusk"
        knife.dab(
            outline([(x - w * 0.16, y), (x + w * 0.16, y), (x + w * 0.16, y + h * 0.66), (x - w * 0.16, y + h * 0.66)]),
            palette.light if lit else darker(wall, 0.4),
        )
        eave = w * 0.5 + 0.95
        lo = y + h
        knife.cut(
            outline(
                [
                    (x - eave, lo + 0.28),
                    (x - eave * 0.8, lo),
                    (x + eave * 0.8, lo),
                    (x + eave, lo + 0.28),
                    (x + w * 0.4, lo + 0.72),
                    (x - w * 0.4, lo + 0.72),
                ]
            ),
            roof,
            0.8,
        )
        if palette.snowy:
            knife.dab(
                outline(
                    [
                        (x - eave * 0.7, lo + 0.4),
                        (x + eave * 0.7, lo + 0.4),
                        (x + w * 0.4, lo + 0.74),
                        (x - w * 0.4, lo + 0.74),
                    ]
                ),
                palette.snow,
            )
        y = lo + 0.55
    knife.cut(outline([(x - 0.16, y), (x + 0.16, y), (x, y + 1.9)]), roof, 0.4)


@living("sway")
def _pines(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """One leaning pine beside the stage, as in an ink painting: a bent trunk and flat clouds of needles."""
    bark = palette.at(darker(mix(palette.near, palette.accent, 0.2), 0.42), 5)
    leaf = palette.at(darker(palette.near, 0.16), 5)
    first = -1 if chance(order.seed, 15) < 0.5 else 1
    for i in cells(x0, x1, 27, 6):
        seed = order.seed + i * 19
        x = i * 27 + first * between(3.6, 4.6, seed, 1)
        way = -first
        bones = [(x, -0.4), (x - 0.2 * way, 1.2), (x + 0.25 * way, 2.5), (x + 0.15 * way, 3.8), (x + 0.9 * way, 5.0)]
        left = [(px - (0.20 - 0.035 * k), py) for k, (px, py) in enumerate(bones)]
        right = [(px + (0.20 - 0.035 * k), py) for k, (px, py) in enumerate(bones)]
        knife.cut(outline(left + right[::-1]), bark, 1.0)
        parts.foot(knife, x, 0.26, palette, 6.0, seed)
        for k, (dx, y, w) in enumerate(
            ((1.5, 2.7, 1.25), (-1.0, 3.3, 1.05), (1.3, 4.1, 1.2), (-0.5, 4.7, 1.0), (0.9, 5.4, 1.35))
        ):
            knife.cut(
                outline([(x, y - 0.35), (x + dx * way, y - 0.05), (x + dx * way, y + 0.04), (x, y - 0.2)]), bark, 0.3
            )
            knife.cut(_needles(x + dx * way, y, w, seed + k), mix(leaf, lighter(leaf, 0.12), 0.2 * k), 1.0)
            if palette.snowy:
                knife.dab(_needles(x + dx * way, y + 0.17, w * 0.84, seed + k), palette.snow, 0.92)


def _needles(x: float, y: float, w: float, seed: int) -> skia.Path:
    """A flat-bottomed cloud of needles."""
    n = 9
    over = [
        (
            x + w * (2 * k / n - 1),
            y + w * 0.36 * math.sin(math.pi * (k + 0.001) / n) + (0.10 * w if k % 2 else 0) * chance(seed, k),
        )
        for k in range(n + 1)
    ]
    return outline([*over, (x + w * 0.5, y - w * 0.06), (x, y - w * 0.02), (x - w * 0.5, y - w * 0.07)])


def _rocks(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(palette.far, palette.near, 0.4), 2)
    for i in cells(x0, x1, 2.9, 2):
        x, r = (i + chance(order.seed, i, 31)) * 2.9, between(0.16, 0.5, order.seed, i, 32)
        if abs(x) < 1.7 or chance(order.seed, i, 33) < 0.4:
            continue
        shape = [
            (x - r * 1.25, -0.1),
            (x - r, r * 0.5),
            (x - r * 0.3, r * 0.95),
            (x + r * 0.45, r * 0.8),
            (x + r * 1.05, r * 0.35),
            (x + r * 1.3, -0.1),
        ]
        knife.cut(outline(shape), tone, 0.8)
        knife.dab(outline([shape[2], shape[3], shape[4], shape[5], (x + r * 0.2, -0.1)]), darker(tone, 0.12))
        if palette.snowy:
            knife.dab(
                outline([shape[1], shape[2], shape[3], (x + r * 0.2, r * 0.62), (x - r * 0.4, r * 0.6)]), palette.snow
            )


def _tufts(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    if palette.snowy:
        return
    tone = palette.at(_meadow(z, palette), z)
    pitch = 0.55 * max(1, math.ceil((x1 - x0) / 55)) if z < 8 else 1.8
    for i in cells(x0, x1, pitch):
        x = (i + chance(order.seed, row, i, 1)) * pitch
        pick = chance(order.seed, row, i, 2)
        if pick < 0.42:
            parts.grass(
                knife,
                x,
                -0.07,
                between(0.10, 0.25, order.seed, row, i, 3),
                mix(lighter(tone, 0.12), darker(tone, 0.1), chance(order.seed, row, i, 5)),
                order.seed + i,
            )
        elif pick < 0.50 and -0.8 < z < 8:
            knife.dab(
                blob(x, 0.04, 0.026, 0.026, i, 0.1, 7),
                palette.at(palette.accent if chance(order.seed, row, i, 4) < 0.5 else palette.light, z),
            )


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """A dark slope rising to the frame's edge, grass on it and a pine bough above."""
    ink = palette.ink
    xs = [0.06 * k - 0.12 for k in range(20)]
    slope = [(x, 0.26 - 0.55 * x + 0.03 * ridge(x, 0.14, seed)) for x in xs]
    knife.dab(outline([*slope, (1.02, -0.4), (-0.4, -0.2), (-0.4, 0.4)]), ink)
    for i, (x, y) in enumerate(slope[2:9]):
        parts.grass(knife, x, y - 0.01, between(0.05, 0.11, seed, i, 1), ink, seed + i)
    if desert.is_arid(order):
        return
    for k in range(4):
        knife.dab(
            _needles(0.02 + 0.075 * k, 0.96 - 0.035 * k - 0.05 * (k % 2), 0.13, seed + k),
            mix(ink, palette.near, 0.1 * (k % 2)),
        )
    knife.dab(outline([(-0.1, 1.0), (0.30, 0.87), (0.30, 0.88), (-0.1, 1.06)]), ink)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Meadow, path and pines from above."""
    if desert.is_arid(order):
        palette = desert.sandy(palette)
    ground = _meadow(2, palette)
    mark = overhead.tuft(darker(ground, 0.12)) if not palette.snowy else overhead.stone(darker(ground, 0.06))
    path = Sheet("path", 0.0, lambda k, a, b: _path(k, a, b, order, palette), gap=0)
    return (
        overhead.floor("meadow", ground, mark, 0.42, 0.5, order.seed),
        path,
        overhead.crowns(palette, darker(palette.near, 0.08), order.seed + 9, clear=1.75, pitch=3.1),
    )


def _path(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    xs = grid(x0, x1, max(0.3, (x1 - x0) / 200))
    middle = [(x, 0.25 * ridge(x, 6, order.seed + 2) - 0.1) for x in xs]
    knife.cut(
        outline([(x, y + 0.62) for x, y in middle] + [(x, y - 0.62) for x, y in reversed(middle)]),
        lighter(mix(palette.ground, palette.far, 0.35), 0.16),
        0.3,
    )
