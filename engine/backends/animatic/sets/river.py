"""A river, lake, pond or waterfall seen from its bank: reeds at our feet, water in calm strips, woods on the far side.

How wide it is comes from the words: a stream has its other bank close by, a lake has hills beyond it.
"""

from __future__ import annotations

import math
import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, grid, land, living, outline, ridge
from engine.backends.animatic.sets import eastern, overhead, parts, pieces, waters
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

BANK_Z = 1.9
_WIDE = re.compile(r"\b(?:lakes?|lakeside|lakeshore|reservoir)\b|湖|水库|江", re.I)
_NARROW = re.compile(r"\b(?:streams?|brook|creek|canal|ford|ponds?|pool|waterhole)\b|溪|池|塘|运河|沟", re.I)
_FALL = re.compile(r"\b(?:waterfalls?|falls|cascade)\b|瀑布", re.I)
_LILIES = re.compile(r"\b(?:ponds?|pool|lily|lilies|lotus)\b|池|塘|荷|莲", re.I)
_BLUE: Colour = (0.36, 0.60, 0.66)
_GRASS: Colour = (0.55, 0.62, 0.34)


def _far(order: SetOrder) -> float:
    """Depth of the other bank."""
    return 46.0 if _WIDE.search(order.words) else 9.5 if _NARROW.search(order.words) else 21.0


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """From the near bank to the hills."""
    far, water = _far(order), mix(local(_BLUE, palette), palette.sky_low, 0.20)
    depths = [z for z in (45.0, 33.0, 24.0, 17.0, 12.0, 8.6, 6.2, 4.4, 3.1, 2.2) if z < far]
    side = -1 if chance(order.seed, 12) < 0.5 else 1
    return (
        parts.sky(order, palette, clouds=0.5),
        parts.hills(palette, "hills 3", 170.0, palette.far, 12.0, 15.0, 110, order.seed + 3, snow=0.5 * palette.snowy),
        parts.hills(palette, "hills 2", 105.0, mix(palette.far, local(pieces.LEAF, palette), 0.35), 4.5, 7.0, 66, order.seed + 7, snow=0.5 * palette.snowy),
        Sheet("woods", far + 16, lambda k, a, b: pieces.tree_row(k, a, b, 2.2 + far * 0.05, far + 16, order.seed, palette, pieces.LEAF, 4 + far * 0.07, 7.5 + far * 0.11), top=20, bottom=-1),
        *((Sheet("fall", far + 9, lambda k, a, b: _fall(k, a, b, far + 9, order, palette), top=17, bottom=-1),) if _FALL.search(order.words) else ()),
        Sheet("far bank", far + 1, lambda k, a, b: _far_bank(k, a, b, far, order, palette), top=5, bottom=-1, gap=0.8),
        *(waters.strip(z, i, order, palette, tone=palette.at(darker(water, 0.02 * i), z * 0.55), level=-0.12 if z > 2.5 else 0.05) for i, z in enumerate(depths)),
        Sheet("boats", far * 0.5 + 1.1, lambda k, a, b: _afloat(k, a, b, far * 0.5, order, palette), top=6, bottom=-1, life=True),
        *(waters.frozen_over(order, palette, 2.1) if order.dressing.frozen else _near(side, order, palette)),
    )  # fmt: skip


def _near(side: int, order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Our own bank. Where the water is frozen there is none: whoever comes to a frozen lake goes out on it."""
    willow = Sheet(
        "willow", 2.4, lambda k, a, b: eastern.willows(k, a, b, 2.4, side, order, palette), top=5, bottom=-0.5, gap=1.2
    )
    tree = Sheet("tree", 2.5, lambda k, a, b: _bank_tree(k, a, b, side, order, palette), top=8, bottom=-0.5, gap=1.2)
    return (
        Sheet("lilies", 2.9, lambda k, a, b: _lilies(k, a, b, order, palette), top=1.2, bottom=-0.6, gap=0.4),
        willow if eastern.is_eastern(order) else tree,
        Sheet("reeds", BANK_Z, lambda k, a, b: _reeds(k, a, b, order, palette), top=1.6, bottom=-0.4, gap=0.6),
        *parts.ground(palette, lambda z: _bank(z, palette), lambda k, a, b, z, row: _tufts(k, a, b, z, row, order, palette), bump=0.06, until=1.7),
    )  # fmt: skip


def _bank(z: float, palette: Palette) -> Colour:
    grass = mix(local(_GRASS, palette), palette.ground, 0.5)
    return darker(grass if not palette.snowy else palette.ground, 0.014 * max(0.0, 4 - z))


def _far_bank(knife: Knife, x0: float, x1: float, far: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_bank(4, palette), far)
    step = max(0.4, far * 0.05)
    knife.cut(
        land(x0, x1, step, lambda x: 0.35 + 0.02 * far + 0.3 * ridge(x, 7 + far * 0.3, order.seed + 5), -8), tone, 0.8
    )
    for i in cells(x0, x1, 2.4 + far * 0.08, 3):
        seed = order.seed * 3 + i
        x = (i + chance(seed, 1)) * (2.4 + far * 0.08)
        if chance(seed, 2) < 0.4:
            pieces.rock(
                knife,
                x,
                -0.3,
                between(0.6, 1.6, seed, 3),
                between(0.4, 0.8, seed, 4),
                palette.at(local(pieces.STONE, palette), far),
                seed,
                palette,
            )
        elif chance(seed, 2) < 0.75:
            pieces.bush(
                knife,
                x,
                0.1,
                between(1.2, 2.4, seed, 5),
                between(0.8, 1.6, seed, 6),
                palette.at(local(pieces.LEAF, palette), far),
                seed,
                palette,
            )
        else:
            pieces.reeds(knife, x, -0.1, between(1.0, 1.7, seed, 7), palette.at(local(pieces.REED, palette), far), seed)


def _fall(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """A cliff with a ribbon of water down its middle, torn into strips, and spray at its foot."""
    stone = palette.at(darker(local(pieces.STONE, palette), 0.15), z * 0.8)
    high = 9 + z * 0.22
    knife.cut(
        land(x0, x1, 0.8, lambda x: high + 2.4 * ridge(x, 9, order.seed + 9) - 0.012 * (x - 2) ** 2, -3), stone, 1.2
    )
    for i in cells(x0, x1, 2.6, 2):
        seed = order.seed + i * 3
        x, y = (i + chance(seed, 1)) * 2.6, between(0.5, high, seed, 2)
        knife.dab(
            outline([(x, y), (x + 1.4, y + 0.5), (x + 1.1, y - 2.6), (x + 0.2, y - 2.0)]), darker(stone, 0.10), 0.8
        )
    white = lighter(mix(local(_BLUE, palette), palette.sky_low, 0.5), 0.6 if not palette.is_dark else 0.25)
    wide = 2.4 + z * 0.04
    for k in range(9):
        u = k / 8 - 0.5
        x = 2 + wide * u + 0.2 * ridge(k, 2, order.seed)
        w = wide * between(0.07, 0.13, order.seed, k, 3)
        top = high + 0.6 - abs(u)
        knife.dab(
            outline([(x - w * 0.7, top), (x + w * 0.7, top), (x + w * 1.3, -1), (x - w * 1.3, -1)]),
            mix(white, palette.far, 0.28 * (k % 3 == 1)),
            0.92,
        )
    with knife.stirring("fall"):
        for k in range(34):
            x, y = 2 + wide * (chance(order.seed, k, 4) - 0.5), (k + 0.5) * (high + 0.2) / 34
            w, long = wide * between(0.008, 0.022, order.seed, k, 5), high * between(0.06, 0.12, order.seed, k, 6)
            knife.dab(outline([(x - w, y), (x, y + long), (x + w, y), (x, y - long)]), lighter(white, 0.5), 0.75)
    with knife.stirring("play"):
        for k in range(9):
            knife.dab(blob(2 + wide * (k - 4) * 0.2, 0.4, wide * 0.22, 0.8, k, 0.2), lighter(white, 0.3), 0.5)


def _afloat(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """A punt or a sail here and there on wider water."""
    if z < 8 or order.weather == "storm" or order.dressing.frozen:
        return
    hull = palette.at(darker(local(pieces.WOOD, palette), 0.3), z)
    for i in cells(x0, x1, 26, 6):
        if chance(order.seed, i, 21) < 0.5:
            continue
        x, s = i * 26 + between(-9, 9, order.seed, i, 22), 0.8
        if eastern.is_eastern(order):
            eastern.junk(knife, x, s * 0.55, palette.at(local((0.80, 0.60, 0.42), palette), z), hull)
        else:
            knife.cut(outline([(x - 1.8, 0.45), (x + 1.9, 0.45), (x + 1.4, -0.2), (x - 1.4, -0.2)]), hull, 0.6)
            knife.cut(outline([(x, 0.5), (x, 4.2), (x + 1.6, 0.7)]), palette.at(local(pieces.SAIL, palette), z), 0.5)


def _lilies(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Pads and flowers on a pond, wet stones in a stream."""
    pads = bool(_LILIES.search(order.words))
    leaf, stone = local((0.32, 0.52, 0.34), palette), local(pieces.STONE, palette)
    for i in cells(x0, x1, 1.1, 1):
        seed = order.seed * 7 + i
        x, y = (i + chance(seed, 1)) * 1.1, -between(0.16, 0.42, seed, 2)
        if pads and chance(seed, 3) < 0.75:
            knife.cut(
                blob(x, y, between(0.26, 0.46, seed, 4), 0.075, seed, 0.06),
                mix(leaf, lighter(leaf, 0.2), chance(seed, 5)),
                0.4,
            )
            if chance(seed, 6) < 0.35 and not palette.snowy:
                pink = local((0.93, 0.62, 0.68), palette)
                knife.dab(outline([(x - 0.02, y), (x + 0.02, y), (x + 0.03, y + 0.36)]), leaf)
                for k in range(5):
                    a = math.pi * (0.12 + 0.19 * k)
                    knife.dab(
                        blob(x + 0.09 * math.cos(a), y + 0.42 + 0.08 * math.sin(a), 0.06, 0.10, k, 0.05),
                        lighter(pink, 0.1 * k),
                    )
        elif not pads and chance(seed, 3) < 0.22:
            pieces.rock(
                knife,
                x,
                y - 0.12,
                between(0.3, 0.7, seed, 7),
                between(0.14, 0.3, seed, 8),
                darker(stone, 0.15),
                seed,
                palette,
            )


@living("sway")
def _bank_tree(knife: Knife, x0: float, x1: float, side: int, order: SetOrder, palette: Palette) -> None:
    """A tree that leans over the water beside the stage."""
    leaf, bark = palette.at(local(pieces.LEAF, palette), 2.5), palette.at(darker(local(pieces.WOOD, palette), 0.4), 2.5)
    for i in cells(x0, x1, 19, 6):
        seed, x = order.seed + i * 11, i * 19 + side * between(4.3, 5.2, order.seed, 13)
        lean = -side * between(0.5, 1.1, seed, 1)
        knife.cut(
            outline(
                [
                    (x - 0.26, -0.4),
                    (x + 0.28, -0.4),
                    (x + 0.14 + lean * 0.5, 2.0),
                    (x + lean + 0.08, 3.9),
                    (x + lean - 0.1, 3.9),
                    (x - 0.14 + lean * 0.5, 2.0),
                ]
            ),
            bark,
            1.0,
        )
        parts.foot(knife, x, 0.3, palette, 2.5, seed)
        for k, (dx, y, r) in enumerate(
            ((-1.2, 3.6, 1.0), (1.1, 3.9, 1.1), (-0.4, 4.7, 1.25), (0.7, 5.3, 1.1), (1.9 * -side, 3.2, 0.75))
        ):
            tone = palette.snow if palette.snowy and k > 1 else mix(darker(leaf, 0.16), lighter(leaf, 0.08), k / 4)
            knife.cut(blob(x + lean + dx, y, r * 1.15, r * 0.72, seed + k, 0.15, 12), tone, 1.0)


def _reeds(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = local(pieces.REED, palette)
    for i in cells(x0, x1, 0.8, 1):
        seed = order.seed * 5 + i
        x = (i + chance(seed, 1)) * 0.8
        if abs(x) < 1.3 or chance(order.seed, i // 4, 31) < 0.45:
            continue
        if chance(seed, 2) < 0.2:
            pieces.rock(
                knife,
                x,
                -0.2,
                between(0.5, 1.0, seed, 3),
                between(0.25, 0.5, seed, 4),
                local(pieces.STONE, palette),
                seed,
                palette,
            )
        else:
            pieces.reeds(
                knife, x, -0.25, between(0.7, 1.35, seed, 5), mix(tone, palette.snow, 0.5 * palette.snowy), seed
            )


def _tufts(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_bank(z, palette), z)
    pitch = 0.55 * max(1, math.ceil((x1 - x0) / 55))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.4 and not palette.snowy:
            parts.grass(
                knife,
                x,
                -0.07,
                between(0.1, 0.24, order.seed, row, i, 3),
                mix(lighter(tone, 0.12), darker(tone, 0.1), chance(order.seed, row, i, 5)),
                order.seed + i,
            )
        elif pick > 0.93:
            knife.cut(blob(x, -0.08, 0.08, 0.045, i, 0.15, 8), local(pieces.STONE, palette), 0.4)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Reeds in the corner, a bough above."""
    ink = palette.ink
    for i in range(4):
        pieces.reeds(
            knife,
            0.02 + 0.07 * i,
            -0.05,
            between(0.35, 0.66, seed, i, 1) * (1 - 0.14 * i),
            mix(ink, palette.near, 0.06 * i),
            seed + i,
        )
    knife.dab(land(-0.4, 0.9, 0.03, lambda x: 0.11 - 0.28 * max(0.0, x) + 0.02 * ridge(x, 0.1, seed), -0.3), ink)
    if chance(seed, 7) < 0.6:
        for i in range(4):
            parts.leaf_spray(knife, -0.05, 1.04, -0.2 - 0.2 * i, between(0.3, 0.5, seed, i, 8), ink, seed + i, 11)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Grass below, water above."""
    grass = _bank(1, palette)
    mark = overhead.tuft(darker(grass, 0.12)) if not palette.snowy else overhead.stone(darker(grass, 0.06))
    floor = overhead.floor("bank", grass, mark, 0.36, 0.5, order.seed)
    return (floor, Sheet("water", 0.0, lambda k, a, b: _from_above(k, a, b, order, palette), gap=0.5))


def _from_above(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    water = mix(local(_BLUE, palette), palette.sky_low, 0.12)
    if order.dressing.frozen:
        water = palette.ground
    xs = grid(x0, x1, max(0.12, (x1 - x0) / 500))
    for lag, tone in (
        (0.0, darker(_bank(1, palette), 0.18)),
        (0.16, lighter(water, 0.4)),
        (0.26, water),
        (1.0, darker(water, 0.08)),
    ):
        line = [(x, 0.95 + lag + 0.18 * ridge(x, 2.2, order.seed + int(lag * 9))) for x in xs]
        knife.dab(outline([*line, (xs[-1], 60), (xs[0], 60)]), tone)
