"""A forest: hazy tree line, pale trunks, dark trunks that open on a glade, shafts of light. Bamboo, firs or autumn by
the words of the heading."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, curve, land, living, outline, ridge
from engine.backends.animatic.sets import overhead, parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_BAMBOO = ("bamboo", "竹", "篁")
_FIRS = ("pine", "fir", "spruce", "松", "杉", "柏")
_AUTUMN = ("autumn", "fall ", "maple", "秋", "枫", "红叶", "落叶")


def _says(order: SetOrder, words: tuple[str, ...]) -> bool:
    return any(word in order.words.lower() for word in words)


def leaf_colour(order: SetOrder, palette: Palette) -> Colour:
    """The colour of this forest's leaves."""
    if _says(order, _AUTUMN):
        return mix(palette.accent, palette.near, 0.25)
    return palette.near


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The glade seen from its edge."""
    leaf = leaf_colour(order, palette)
    stand = _bamboo if _says(order, _BAMBOO) else _trunks
    return (
        parts.sky(order, palette, clouds=0.25),
        Sheet(
            "tree line",
            90.0,
            lambda k, a, b: _line(k, a, b, 18, 9, palette.at(palette.far, 55), order.seed),
            top=34,
            bottom=-3,
        ),
        Sheet("far trees", 42.0, lambda k, a, b: _far(k, a, b, order, palette), top=22, bottom=-2),
        Sheet("stand 3", 20.0, lambda k, a, b: stand(k, a, b, 2.6, 20, order, palette), top=24, bottom=-1, gap=1.0),
        Sheet("stand 2", 10.0, lambda k, a, b: stand(k, a, b, 2.9, 10, order, palette), top=17, bottom=-1, gap=1.2),
        Sheet("shafts", 8.0, lambda k, a, b: _shafts(k, a, b, order, palette), top=20, bottom=-1, gap=0, veil=True),
        Sheet("stand 1", 5.0, lambda k, a, b: stand(k, a, b, 5.2, 5, order, palette), top=13, bottom=-1, gap=1.6),
        Sheet("ferns", 1.9, lambda k, a, b: _ferns(k, a, b, order, palette, leaf), top=1.2, bottom=-0.2, gap=0.8),
        *parts.ground(
            palette,
            lambda z: moss(z, palette),
            lambda k, a, b, z, row: _litter(k, a, b, z, row, order, palette),
            bump=0.10,
        ),
    )


def moss(z: float, palette: Palette) -> Colour:
    """Moss, darker toward the audience."""
    return darker(mix(palette.ground, palette.near, 0.22), 0.02 + 0.012 * max(0.0, 6 - z))


def _line(knife: Knife, x0: float, x1: float, base: float, rise: float, tone: Colour, seed: int) -> None:
    knife.cut(
        land(
            x0,
            x1,
            1.3,
            lambda x: base * 0.6 + rise * ridge(x, 40, seed) + 1.8 * abs(math.sin(x * 0.9 + 2 * ridge(x, 9, seed))),
            -20,
        ),
        tone,
    )


def _far(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(palette.far, palette.near, 0.35), 34)
    for i in cells(x0, x1, 3.4, 5):
        h = between(9, 17, order.seed, i, 1)
        x = (i + 0.6 * chance(order.seed, i, 2)) * 3.4
        if _says(order, _FIRS) or chance(order.seed, i, 3) < 0.35:
            parts.fir(knife, x, -1, h * 1.1, tone, order.seed + i, palette.snow if palette.snowy else None)
        else:
            parts.round_tree(knife, x, -1, h, tone, darker(tone, 0.15), order.seed + i)


def _trunks(knife: Knife, x0: float, x1: float, pitch: float, z: float, order: SetOrder, palette: Palette) -> None:
    """Trees whose crowns are mostly out of frame; the nearest leave the middle clear."""
    leaf = palette.at(leaf_colour(order, palette), z)
    bark = palette.at(darker(mix(palette.near, palette.ground, 0.35), 0.30 if z < 8 else 0.12), z)
    for i in cells(x0, x1, pitch, 6):
        x = (i + between(0.1, 0.9, order.seed, i, int(z), 1)) * pitch
        if z < 8 and abs(x) < 2.4:
            continue
        h = between(4.6, 7.5, order.seed, i, int(z), 2) * (1 + z / 22)
        seed = order.seed * 3 + i * 11 + int(z)
        if _says(order, _FIRS):
            parts.fir(knife, x, -0.3, h * 1.3, mix(leaf, bark, 0.2), seed, palette.snow if palette.snowy else None)
        else:
            _tree(knife, x, h, leaf, bark, seed, palette)


@living("sway")
def _tree(knife: Knife, x: float, h: float, leaf: Colour, bark: Colour, seed: int, palette: Palette) -> None:
    w = h * between(0.034, 0.056, seed, 3)
    lean = h * between(-0.05, 0.05, seed, 4)
    trunk = skia.Path()
    trunk.moveTo(x - w * 2.1, -0.6)
    trunk.quadTo(x - w * 0.9, 0.25, x - w * 0.75 + lean * 0.5, h * 0.5)
    trunk.lineTo(x - w * 0.4 + lean, h)
    trunk.lineTo(x + w * 0.4 + lean, h)
    trunk.lineTo(x + w * 0.8 + lean * 0.5, h * 0.5)
    trunk.quadTo(x + w * 1.0, 0.25, x + w * 2.3, -0.6)
    trunk.close()
    knife.cut(trunk, bark, 1.0)
    for k in range(5):
        y = h * between(0.12, 0.6, seed, k, 5)
        knife.dab(
            blob(x + lean * y / h + w * between(-0.5, 0.5, seed, k, 6), y, w * 0.32, w * 0.11, seed + k),
            lighter(bark, 0.16),
        )
    crown = h * 0.27
    for k, (dx, dy, r) in enumerate(((-0.75, 0.72, 0.72), (0.8, 0.80, 0.75), (-0.15, 0.93, 0.95), (0.35, 1.02, 0.7))):
        tone = darker(leaf, 0.16 - 0.055 * k)
        knife.cut(
            blob(x + lean + dx * crown, h * dy, crown * r * 1.15, crown * r * 0.72, seed + k, 0.14, 12), tone, 1.1
        )
        if palette.snowy:
            knife.dab(
                blob(
                    x + lean + dx * crown, h * dy + crown * r * 0.42, crown * r * 0.8, crown * r * 0.26, seed + k, 0.14
                ),
                palette.snow,
                0.9,
            )


@living("sway")
def _bamboo(knife: Knife, x0: float, x1: float, pitch: float, z: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(palette.near, palette.ground, 0.4), z)
    for i in cells(x0, x1, pitch * 0.30, 3):
        x = (i + between(0, 0.9, order.seed, i, int(z), 1)) * pitch * 0.30
        if z < 8 and abs(x) < 2.2:
            continue
        seed = order.seed + i * 13 + int(z)
        w = between(0.045, 0.085, seed, 2)
        lean = between(-0.5, 0.5, seed, 3)
        stalk = mix(tone, lighter(tone, 0.2), chance(seed, 4))
        for k in range(14):
            y = -0.5 + k * 0.85
            a, b = x + lean * (y / 11) ** 2, x + lean * ((y + 0.8) / 11) ** 2
            knife.dab(outline([(a - w, y), (a + w, y), (b + w, y + 0.8), (b - w, y + 0.8)]), stalk)
            knife.dab(
                outline(
                    [
                        (b - w * 1.25, y + 0.79),
                        (b + w * 1.25, y + 0.79),
                        (b + w * 1.25, y + 0.85),
                        (b - w * 1.25, y + 0.85),
                    ]
                ),
                darker(stalk, 0.2),
            )
            if k > 2 and chance(seed, k, 5) < 0.42:
                side = 1 if chance(seed, k, 6) < 0.5 else -1
                parts.leaf_spray(
                    knife,
                    b,
                    y + 0.8,
                    math.pi / 2 - side * 1.25,
                    between(0.7, 1.2, seed, k, 7),
                    darker(tone, 0.1),
                    seed + k,
                    6,
                )


def _shafts(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Light that falls between the trunks."""
    if order.weather not in ("clear", "wind"):
        return
    strength = {"day": 0.30, "dawn": 0.36, "dusk": 0.30, "night": 0.16}[order.time_of_day]
    tone = palette.light if not palette.is_dark else lighter(palette.sky_low, 0.3)
    for i in cells(x0, x1, 3.7, 9):
        if chance(order.seed, i, 61) < 0.55:
            x, w = (i + chance(order.seed, i, 62)) * 3.7, between(0.5, 1.5, order.seed, i, 63)
            knife.tissue(
                outline([(x, -0.4), (x + w * 1.6, -0.4), (x + w + 5.6, 13), (x + 5.2, 13)]), tone, 13, -0.2, strength
            )


def _ferns(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette, leaf: Colour) -> None:
    tone = palette.at(darker(leaf, 0.12), 2)
    for i in cells(x0, x1, 1.5, 2):
        x = (i + chance(order.seed, i, 71)) * 1.5
        if chance(order.seed, i, 72) < 0.42:
            continue
        if chance(order.seed, i, 73) < 0.18:
            _mushroom(knife, x, between(0.14, 0.26, order.seed, i, 74), palette)
        else:
            size = between(0.3, 0.62, order.seed, i, 75)
            for k in range(5):
                parts.leaf_spray(
                    knife,
                    x,
                    0,
                    math.pi * (0.22 + 0.14 * k),
                    size,
                    mix(tone, lighter(tone, 0.12), 0.25 * k),
                    order.seed + i + k,
                    9,
                )


def _mushroom(knife: Knife, x: float, h: float, palette: Palette) -> None:
    knife.cut(
        outline([(x - h * 0.16, -0.05), (x + h * 0.16, -0.05), (x + h * 0.12, h * 0.7), (x - h * 0.12, h * 0.7)]),
        lighter(palette.ground, 0.5),
        0.3,
    )
    cap = curve(
        [
            (x - h * 0.62, h * 0.55),
            (x - h * 0.4, h * 1.1),
            (x, h * 1.25),
            (x + h * 0.4, h * 1.1),
            (x + h * 0.62, h * 0.55),
            (x, h * 0.6),
        ]
    )
    knife.cut(cap, palette.accent, 0.4)
    for dx, dy in ((-0.25, 0.78), (0.05, 0.98), (0.28, 0.74)):
        knife.dab(blob(x + dx * h, dy * h, h * 0.09, h * 0.07, 3), lighter(palette.accent, 0.6))


def _litter(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(moss(z, palette), z)
    leaf = palette.at(mix(palette.accent, palette.ground, 0.4), z)
    pitch = 0.7 * max(1, math.ceil((x1 - x0) / 70)) if z < 8 else 2.2
    for i in cells(x0, x1, pitch):
        x = (i + chance(order.seed, row, i, 1)) * pitch
        if chance(order.seed, row, i, 2) < 0.45 and not palette.snowy:
            parts.grass(
                knife, x, -0.06, between(0.10, 0.24, order.seed, row, i, 3), lighter(tone, 0.10), order.seed + i
            )
        elif chance(order.seed, row, i, 4) < 0.4 and not palette.snowy:
            knife.dab(blob(x, -0.13, 0.07, 0.022, i, 0.2, 6), leaf, 0.9)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """A trunk at the frame's edge with hanging twigs and undergrowth."""
    ink = palette.ink
    trunk = skia.Path()
    trunk.moveTo(-0.4, -0.4)
    trunk.lineTo(0.34, -0.4)
    trunk.quadTo(0.08, 0.12, 0.07, 0.5)
    trunk.quadTo(0.07, 0.85, 0.17, 1.3)
    trunk.lineTo(-0.4, 1.3)
    trunk.close()
    knife.dab(trunk, ink)
    for i in range(6):
        parts.leaf_spray(
            knife,
            0.02,
            1.06 - 0.03 * i,
            -0.15 - 0.16 * i,
            between(0.28, 0.46, seed, i, 3),
            mix(ink, palette.near, 0.12 * (i % 3)),
            seed + i,
            11,
        )
    for i in range(6):
        parts.leaf_spray(
            knife, 0.02 + 0.06 * i, -0.05, 1.9 - 0.22 * i, between(0.16, 0.27, seed, i, 5), ink, seed + 9 * i, 9
        )


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The glade between crowns."""
    ground = moss(0, palette)
    mark = overhead.tuft(lighter(ground, 0.12) if not palette.snowy else darker(ground, 0.06))
    return (
        overhead.floor("moss", ground, mark, 0.34, 0.6, order.seed),
        overhead.crowns(palette, leaf_colour(order, palette), order.seed + 5),
    )
