"""Open country: a snowfield, a grassland, a farm's fields. Big skies, a low line of land, and rows that lead the eye.

What stands on them is chosen by the words first (yurts for 草原, paddies for 稻田, icebergs for the pole) and then by chance.
"""

from __future__ import annotations

import math
import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, curve, land, outline, ridge
from engine.backends.animatic.sets import eastern, overhead, parts, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_POLE = re.compile(r"\b(?:arctic|antarctic\w*|pole|polar|iceberg|glacier|ice[- ]?field|ice)\b|冰|极", re.I)
_STEPPE = re.compile(r"\b(?:steppe|mongolia\w*|yurts?)\b|草原|牧场|蒙古", re.I)
_SAVANNA = re.compile(r"\b(?:savannah?|africa\w*)\b|非洲|稀树", re.I)
_PADDY = re.compile(r"\b(?:rice|padd(?:y|ies)|terraces?)\b|稻|水田|梯田", re.I)
_CORN = re.compile(r"\b(?:corn\w*|maize|sunflowers?)\b|玉米|向日葵", re.I)
_GREENS = re.compile(r"\b(?:vineyard|cabbage|vegetables?|tea)\b|菜|茶园|瓜", re.I)
_ICE: Colour = (0.66, 0.82, 0.90)
_GRASS: Colour = (0.56, 0.66, 0.33)
_WHEAT: Colour = (0.87, 0.70, 0.36)
_SOIL: Colour = (0.55, 0.42, 0.31)


def _white(palette: Palette) -> Colour:
    return palette.snow if palette.snowy else mix(palette.snow, local((0.95, 0.96, 0.97), palette), 0.5)


def snowfield(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Drift behind drift to white ranges; firs, a hut, or icebergs where it is the pole."""
    pole = bool(_POLE.search(order.words))
    far = _bergs if pole else _ranges
    return (
        parts.sky(order, palette, clouds=0.4),
        Sheet("far", 170.0, lambda k, a, b: far(k, a, b, 1.0, order, palette), top=44, bottom=-4),
        parts.hills(palette, "white hills", 105.0, mix(_white(palette), palette.far, 0.30), 4.0, 6.5, 74, order.seed + 3),
        Sheet("middle", 58.0, lambda k, a, b: _bergs(k, a, b, 0.34, order, palette) if pole else _clumps(k, a, b, 58.0, order, palette), top=18, bottom=-2),
        parts.hills(palette, "drift 2", 34.0, mix(_white(palette), palette.far, 0.14), 0.9, 1.7, 33, order.seed + 5),
        Sheet("stand", 17.0, lambda k, a, b: _on_the_snow(k, a, b, pole, order, palette), top=9, bottom=-1, gap=1.0),
        parts.hills(palette, "drift 1", 9.0, mix(_white(palette), palette.far, 0.06), 0.12, 0.5, 13, order.seed + 8),
        Sheet("posts", 2.4, lambda k, a, b: _posts(k, a, b, pole, order, palette), top=1.6, bottom=-0.4, gap=0.8),
        *parts.ground(palette, lambda z: darker(_white(palette), 0.008 * max(0.0, 6 - z)), lambda k, a, b, z, row: _tracks(k, a, b, z, row, order, palette), bump=0.14),
    )  # fmt: skip


def _ranges(knife: Knife, x0: float, x1: float, k: float, order: SetOrder, palette: Palette) -> None:
    """White peaks, each with a blue flank."""
    tone, shade = mix(_white(palette), palette.far, 0.34), mix(_white(palette), palette.far, 0.66)
    for i in cells(x0, x1, 34, 40):
        seed = order.seed * 3 + i
        x, h, w = (i + chance(seed, 1)) * 34, between(18, 40, seed, 2), between(24, 38, seed, 3)
        knife.cut(
            outline(
                [
                    (x - w, -4),
                    (x - w * 0.42, h * 0.52),
                    (x - w * 0.2, h * 0.62),
                    (x, h),
                    (x + w * 0.3, h * 0.6),
                    (x + w * 0.5, h * 0.44),
                    (x + w, -4),
                ]
            ),
            tone,
            1.0,
        )
        knife.dab(
            outline(
                [
                    (x, h),
                    (x + w * 0.3, h * 0.6),
                    (x + w * 0.5, h * 0.44),
                    (x + w, -4),
                    (x + w * 0.2, -4),
                    (x + w * 0.12, h * 0.3),
                    (x - w * 0.04, h * 0.62),
                ]
            ),
            shade,
            0.85,
        )


def _bergs(knife: Knife, x0: float, x1: float, k: float, order: SetOrder, palette: Palette) -> None:
    """Blocks of ice with a lit head and a blue side."""
    ice = mix(local(_ICE, palette), palette.sky_low, 0.25 + 0.3 * k)
    for i in cells(x0, x1, 30 * k, 30 * k):
        seed = order.seed * 5 + i + int(k * 90)
        if chance(seed, 1) < 0.25:
            continue
        x, h, w = (i + chance(seed, 2)) * 30 * k, between(8, 26, seed, 3) * k, between(10, 20, seed, 4) * k
        head = [
            (x - w, -3),
            (x - w * 0.8, h * 0.55),
            (x - w * 0.35, h * between(0.7, 0.9, seed, 5)),
            (x + w * 0.05, h),
            (x + w * 0.5, h * 0.74),
            (x + w * 0.75, h * 0.4),
            (x + w, -3),
        ]
        knife.cut(outline(head), mix(ice, _white(palette), 0.55), 1.0)
        knife.dab(outline([head[3], head[4], head[5], head[6], (x + w * 0.1, -3), (x + w * 0.2, h * 0.5)]), ice, 0.9)
        knife.dab(
            outline([head[1], head[2], (x - w * 0.2, h * 0.4), (x - w * 0.55, -3), head[0]]),
            mix(ice, _white(palette), 0.3),
            0.8,
        )


def _clumps(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(darker(local((0.36, 0.48, 0.46), palette), 0.1), z * 0.6)
    for i in cells(x0, x1, 2.6, 4):
        if ridge(i * 2.6, 34, order.seed + 9, 2) > 0.12:
            parts.fir(
                knife,
                (i + chance(order.seed, i, 1)) * 2.6,
                -0.5,
                between(4, 9, order.seed, i, 2),
                tone,
                order.seed + i,
                _white(palette),
            )


def _on_the_snow(knife: Knife, x0: float, x1: float, pole: bool, order: SetOrder, palette: Palette) -> None:
    """A hut with a lit window, bare trees or firs; only wind-cut ice at the pole."""
    for i in cells(x0, x1, 13, 5):
        seed = order.seed * 7 + i
        x, pick = i * 13 + between(3.5, 6.0, order.seed, i, 1), chance(order.seed, i, 2)
        if pole:
            pieces.rock(
                knife,
                x,
                -0.3,
                between(1.4, 3.0, seed, 3),
                between(0.8, 2.0, seed, 4),
                mix(local(_ICE, palette), _white(palette), 0.4),
                seed,
                palette,
            )
        elif pick < 0.28:
            _hut(knife, x, order, palette)
        elif pick < 0.62:
            parts.bare_tree(
                knife,
                x,
                -0.3,
                between(4.5, 6.5, seed, 5),
                palette.at(darker(local(pieces.WOOD, palette), 0.4), 14),
                seed,
            )
        else:
            for k in range(3):
                parts.fir(
                    knife,
                    x + 1.5 * k,
                    -0.3,
                    between(3.5, 6.5, seed, k, 6),
                    palette.at(darker(local((0.33, 0.46, 0.43), palette), 0.12), 14),
                    seed + k,
                    _white(palette),
                )


def _hut(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    wall = palette.at(darker(local(pieces.WOOD, palette), 0.15), 12)
    lit = palette.is_dark or order.time_of_day in ("dusk", "dawn")
    knife.rect(x - 1.7, -0.4, 3.4, 2.3, wall, 0.9)
    for k in range(5):
        knife.dab(box(x - 1.7, 0.1 + 0.38 * k, 3.4, 0.05), darker(wall, 0.2))
    knife.rect(x + 0.7, 2.2, 0.45, 1.6, darker(wall, 0.3), 0.5)
    knife.cut(
        curve([(x - 2.3, 1.75), (x - 1.4, 2.5), (x, 3.7), (x + 1.4, 2.5), (x + 2.3, 1.75), (x, 1.85)]),
        _white(palette),
        0.9,
    )
    knife.rect(x - 1.1, 0.65, 0.8, 0.75, palette.light if lit else darker(wall, 0.4), 0.3)
    knife.rect(x + 0.35, -0.2, 0.75, 1.6, darker(wall, 0.35), 0.3)
    if lit:
        knife.glow(x - 0.7, 1.0, 2.6, palette.light, 0.85)


def _posts(knife: Knife, x0: float, x1: float, pole: bool, order: SetOrder, palette: Palette) -> None:
    """A half-buried fence, grass that sticks out, snow on every head; ice shards at the pole."""
    wood = darker(local(pieces.WOOD, palette), 0.25)
    for i in cells(x0, x1, 1.7, 1):
        seed, x = order.seed + i * 3, i * 1.7
        if pole:
            if chance(seed, 1) < 0.35 and abs(x) > 1.5:
                ice = mix(local(_ICE, palette), _white(palette), 0.35)
                knife.cut(
                    outline([(x - 0.4, -0.2), (x - 0.15, between(0.3, 0.8, seed, 2)), (x + 0.1, 0.3), (x + 0.5, -0.2)]),
                    ice,
                    0.7,
                )
            continue
        if ridge(x, 16, order.seed + 2, 2) > 0.0:
            h = between(0.5, 0.95, seed, 3)
            knife.cut(outline([(x - 0.06, -0.2), (x + 0.06, -0.2), (x + 0.05, h), (x - 0.05, h)]), wood, 0.6)
            knife.dab(blob(x, h + 0.03, 0.11, 0.07, 3, 0.05), _white(palette))
        elif chance(seed, 4) < 0.4:
            parts.grass(knife, x, -0.05, between(0.2, 0.45, seed, 5), mix(wood, local(pieces.REED, palette), 0.6), seed)


def _tracks(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_white(palette), z)
    blue = mix(tone, palette.sky_top, 0.16)
    pitch = 1.5 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, w = (i + chance(order.seed, row, i, 1)) * pitch, pitch * between(0.2, 0.5, order.seed, row, i, 2)
        knife.dab(blob(x, -between(0.1, 0.35, order.seed, row, i, 3), w, 0.03, i, 0.1, 9), blue, 0.8)
    if -1.0 < z < 2.0:  # one line of footprints
        for i in cells(x0, x1, 0.8):
            knife.dab(
                blob(i * 0.8 + 0.3 * (row % 2), -0.16, 0.09, 0.03, i, 0.1, 9), mix(tone, palette.sky_top, 0.3), 0.7
            )


def grassland(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Waves of grass under a great sky."""
    grass = _grass(order, palette)
    return (
        parts.sky(order, palette, clouds=0.75),
        parts.hills(palette, "hills 4", 180.0, palette.far, 6.0, 9.0, 120, order.seed + 2, snow=0.5 * palette.snowy),
        parts.hills(palette, "hills 3", 105.0, mix(palette.far, grass, 0.45), 2.6, 4.8, 84, order.seed + 5, snow=0.6 * palette.snowy),
        parts.hills(palette, "hills 2", 52.0, mix(palette.far, grass, 0.75), 0.9, 2.2, 48, order.seed + 8, snow=0.7 * palette.snowy),
        Sheet("on the plain", 26.0, lambda k, a, b: _on_the_plain(k, a, b, order, palette), top=12, bottom=-1, gap=0.8),
        parts.hills(palette, "hills 1", 14.0, grass, 0.15, 0.55, 22, order.seed + 9, snow=0.8 * palette.snowy),
        *(Sheet(f"blades {z:g}", z, lambda k, a, b, z=z: _blades(k, a, b, z, order, palette), top=1.1, bottom=-0.4, gap=0.5) for z in (6.0, 3.2, 1.8)),
        *parts.ground(palette, lambda z: darker(grass, 0.012 * max(0.0, 7 - z)), lambda k, a, b, z, row: _meadow(k, a, b, z, row, order, palette), bump=0.12),
    )  # fmt: skip


def _grass(order: SetOrder, palette: Palette) -> Colour:
    tone = (0.80, 0.66, 0.36) if _SAVANNA.search(order.words) else _GRASS
    return palette.ground if palette.snowy else mix(local(tone, palette), palette.ground, 0.45)


def _on_the_plain(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Yurts and a herd, acacias, a windmill, or one tree."""
    pick = (
        0.1
        if _STEPPE.search(order.words)
        else 0.4
        if _SAVANNA.search(order.words)
        else between(0.45, 1.0, order.seed, 21)
    )
    for i in cells(x0, x1, 21, 8):
        seed, x = (
            order.seed * 3 + i,
            i * 21 + between(4, 11, order.seed, i, 22) * (1 if chance(order.seed, 23) < 0.5 else -1),
        )
        if pick < 0.3:
            _yurt(knife, x, seed, order, palette)
            _herd(knife, x + 6, seed, palette)
        elif pick < 0.45:
            _acacia(knife, x, seed, palette)
        elif pick < 0.62:
            _windmill(knife, x, order, palette)
        else:
            parts.round_tree(
                knife,
                x,
                -0.3,
                between(5.5, 8, seed, 24),
                palette.at(local(pieces.LEAF, palette), 18),
                palette.at(darker(local(pieces.WOOD, palette), 0.3), 18),
                seed,
            )
            _herd(knife, x - 7, seed, palette)


def _yurt(knife: Knife, x: float, seed: int, order: SetOrder, palette: Palette) -> None:
    felt = palette.at(local((0.93, 0.89, 0.80), palette), 16)
    for dx, s in ((0.0, 1.0), (4.4, 0.75)):
        cx = x + dx
        knife.rect(cx - 2.0 * s, -0.4, 4.0 * s, 1.9 * s, felt, 0.9)
        knife.cut(
            curve(
                [
                    (cx - 2.2 * s, 1.3 * s),
                    (cx - 1.4 * s, 2.3 * s),
                    (cx, 3.0 * s),
                    (cx + 1.4 * s, 2.3 * s),
                    (cx + 2.2 * s, 1.3 * s),
                    (cx, 1.4 * s),
                ]
            ),
            darker(felt, 0.08),
            0.7,
        )
        knife.dab(box(cx - 2.0 * s, 0.9 * s, 4.0 * s, 0.18 * s), palette.at(local((0.68, 0.32, 0.26), palette), 14))
        knife.rect(
            cx - 0.4 * s,
            -0.3,
            0.8 * s,
            1.4 * s,
            palette.light
            if pieces.lamps_lit(palette, order.time_of_day)
            else palette.at(local((0.66, 0.30, 0.22), palette), 12),
            0.4,
        )


def _herd(knife: Knife, x: float, seed: int, palette: Palette) -> None:
    """Grazing animals, as far-off lumps on legs."""
    for k in range(5):
        cx, s = x + 1.7 * k + between(-0.5, 0.5, seed, k, 31), between(0.7, 0.95, seed, k, 32)
        tone = palette.at(
            local(choose(((0.92, 0.88, 0.80), (0.55, 0.40, 0.29), (0.30, 0.26, 0.25)), seed, k, 33), palette), 20
        )
        for leg in (-0.5, 0.4):
            knife.dab(box(cx + leg * s, -0.5, 0.13 * s, 0.9 * s), darker(tone, 0.25))
        knife.cut(blob(cx, 0.6 * s, 0.85 * s, 0.42 * s, seed + k, 0.08), tone, 0.4)
        knife.dab(blob(cx + 0.95 * s, 0.35 * s, 0.26 * s, 0.2 * s, k, 0.08), darker(tone, 0.12))


def _acacia(knife: Knife, x: float, seed: int, palette: Palette) -> None:
    bark, leaf = (
        palette.at(darker(local(pieces.WOOD, palette), 0.4), 16),
        palette.at(local((0.44, 0.52, 0.28), palette), 16),
    )
    knife.cut(
        outline(
            [
                (x - 0.3, -0.4),
                (x + 0.3, -0.4),
                (x + 0.2, 2.6),
                (x + 1.8, 4.8),
                (x + 1.5, 4.8),
                (x, 3.0),
                (x - 1.6, 4.8),
                (x - 1.9, 4.8),
                (x - 0.2, 2.6),
            ]
        ),
        bark,
        0.7,
    )
    for k, (dx, y, w) in enumerate(((-1.6, 4.8, 2.2), (1.7, 5.0, 2.4), (0.1, 5.6, 2.6))):
        knife.cut(blob(x + dx, y, w, 0.55, seed + k, 0.08, 14), mix(leaf, lighter(leaf, 0.12), k / 2), 0.8)


def _windmill(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    wall = palette.at(local((0.86, 0.80, 0.70), palette), 16)
    knife.cut(outline([(x - 1.5, -0.4), (x + 1.5, -0.4), (x + 0.95, 5.6), (x - 0.95, 5.6)]), wall, 1.0)
    knife.cut(
        curve([(x - 1.2, 5.4), (x - 0.9, 6.5), (x, 7.0), (x + 0.9, 6.5), (x + 1.2, 5.4)]),
        palette.at(local((0.62, 0.34, 0.28), palette), 16),
        0.8,
    )
    knife.rect(x - 0.4, -0.3, 0.8, 1.5, darker(wall, 0.45), 0.4)
    for k in range(4):
        a = 0.4 + k * math.pi / 2 + chance(order.seed, 25)
        dx, dy = math.cos(a), math.sin(a)
        tip = [
            (x + dx * 4.2 - dy * 0.75, 6.0 + dy * 4.2 + dx * 0.75),
            (x + dx * 4.2, 6.0 + dy * 4.2),
            (x + dx * 0.7, 6.0 + dy * 0.7),
            (x + dx * 0.7 - dy * 0.75, 6.0 + dy * 0.7 + dx * 0.75),
        ]
        knife.cut(outline(tip), lighter(wall, 0.3), 0.5)
        knife.stroke([(x, 6.0), (x + dx * 4.3, 6.0 + dy * 4.3)], 0.12, darker(wall, 0.5))


def _blades(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """A fringe of long grass that thins out round the middle, flowers in it."""
    tone = palette.at(darker(_grass(order, palette), 0.06), z)
    pitch = 0.34 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch, 1):
        seed, x = order.seed * 3 + i * 5 + int(z * 10), (i + chance(order.seed, i, int(z), 41)) * pitch
        tall = (0.35 + 0.45 * max(0.0, ridge(x, 9, order.seed + int(z), 2) + 0.4)) * (
            0.55 if abs(x) < 1.6 and z < 4 else 1.0
        )
        if palette.snowy and chance(seed, 1) < 0.7:
            continue
        parts.grass(knife, x, -0.12, tall, mix(tone, lighter(tone, 0.2), chance(seed, 2)), seed)
        if chance(seed, 3) < 0.10 and not palette.snowy:
            hue = local(
                choose(((0.88, 0.40, 0.36), (0.96, 0.86, 0.55), (0.66, 0.50, 0.76), (0.95, 0.94, 0.90)), seed, 4),
                palette,
            )
            knife.dab(blob(x, tall * 0.95, 0.07, 0.06, seed, 0.1, 8), palette.at(hue, z))


def _meadow(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    if palette.snowy:
        return
    tone = palette.at(_grass(order, palette), z)
    pitch = 0.5 * max(1, math.ceil((x1 - x0) / 55)) if z < 8 else 1.8
    for i in cells(x0, x1, pitch):
        if chance(order.seed, row, i, 2) < 0.5:
            x = (i + chance(order.seed, row, i, 1)) * pitch
            parts.grass(
                knife,
                x,
                -0.07,
                between(0.12, 0.3, order.seed, row, i, 3),
                mix(lighter(tone, 0.12), darker(tone, 0.1), chance(order.seed, row, i, 5)),
                order.seed + i,
            )


def _crop(order: SetOrder) -> str:
    for kind, words in (("rice", _PADDY), ("corn", _CORN), ("greens", _GREENS)):
        if words.search(order.words):
            return kind
    return (
        "wheat"
        if re.search(r"\bwheat|barley|rye\b|麦", order.words, re.I)
        else choose(("wheat", "greens", "corn"), order.seed, 51)
    )


_CROPS: dict[str, Colour] = {
    "wheat": _WHEAT,
    "rice": (0.52, 0.68, 0.34),
    "corn": (0.46, 0.58, 0.28),
    "greens": (0.42, 0.60, 0.32),
}


def farm(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A track by a fence, the crop in rows up to a barn, patchwork hills."""
    crop = _crop(order)
    green = local(_CROPS[crop], palette)
    return (
        parts.sky(order, palette, clouds=0.6),
        parts.hills(palette, "hills 3", 170.0, palette.far, 7.0, 10.0, 100, order.seed + 2, snow=0.5 * palette.snowy),
        Sheet("patchwork", 92.0, lambda k, a, b: _patchwork(k, a, b, order, palette), top=14, bottom=-3),
        Sheet("trees", 52.0, lambda k, a, b: pieces.tree_row(k, a, b, 6.5, 52, order.seed, palette, pieces.LEAF, 4, 7.5, share=0.6), top=11, bottom=-1),
        Sheet("barn", 30.0, lambda k, a, b: _barns(k, a, b, order, palette), top=11, bottom=-1, gap=1.0, built=True),
        *(Sheet(f"crop {z:g}", z, lambda k, a, b, z=z: _rows(k, a, b, z, crop, palette.at(green, z), order, palette), top=2.4, bottom=-0.5, gap=0.5) for z in (22.0, 15.5, 11.0, 8.0, 5.8, 4.3)),
        Sheet("scarecrow", 5.0, lambda k, a, b: _scarecrows(k, a, b, order, palette), top=3.2, bottom=-0.5, gap=0.9),
        Sheet("fence", 2.6, lambda k, a, b: _field_edge(k, a, b, order, palette), top=1.4, bottom=-0.4, gap=0.8),
        *parts.ground(palette, lambda z: _earth(z, crop, palette), lambda k, a, b, z, row: _furrows(k, a, b, z, row, crop, order, palette), bump=0.07),
    )  # fmt: skip


def _earth(z: float, crop: str, palette: Palette) -> Colour:
    soil = (
        mix(local(_SOIL, palette), palette.ground, 0.4)
        if z > 3
        else mix(local((0.70, 0.58, 0.42), palette), palette.ground, 0.4)
    )
    return palette.ground if palette.snowy else darker(soil, 0.01 * max(0.0, 4 - z))


def _patchwork(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    knife.cut(
        land(x0, x1, 3, lambda x: 6 + 4 * ridge(x, 70, order.seed + 4), -6),
        palette.at(mix(palette.far, local(_GRASS, palette), 0.6), 40),
        1.0,
    )
    for i in cells(x0, x1, 9, 10):
        seed = order.seed + i * 3
        x, top = i * 9, 5.2 + 4 * ridge(i * 9.0, 70, order.seed + 4)
        tone = palette.at(
            palette.snow
            if palette.snowy
            else local(choose((_WHEAT, _GRASS, (0.70, 0.62, 0.40), (0.42, 0.56, 0.32)), seed, 1), palette),
            44,
        )
        knife.dab(
            outline([(x, top), (x + 8, top + between(-1, 1, seed, 2)), (x + 9.5, top - 3.5), (x - 1, top - 4.2)]),
            tone,
            0.85,
        )


def _barns(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    side = 1 if chance(order.seed, 52) < 0.5 else -1
    for i in cells(x0, x1, 48, 10):
        x = i * 48 + side * between(6, 10, order.seed, 53)
        if eastern.is_eastern(order):
            wall = palette.at(local((0.88, 0.84, 0.76), palette), 18)
            for dx, s in ((0.0, 1.0), (5.4, 0.8)):
                knife.rect(x + dx - 2.6 * s, -0.4, 5.2 * s, 2.9 * s, wall, 0.9)
                knife.rect(
                    x + dx - 0.5 * s,
                    -0.3,
                    1.0 * s,
                    1.8 * s,
                    palette.light if pieces.lamps_lit(palette, order.time_of_day) else darker(wall, 0.45),
                    0.4,
                )
                eastern.roof(
                    knife,
                    x + dx,
                    2.4 * s,
                    3.4 * s,
                    1.7 * s,
                    palette.at(darker(local((0.40, 0.43, 0.46), palette), 0.2), 18),
                    palette,
                )
            continue
        _barn(knife, x, order, palette)


def _barn(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    red = palette.at(local((0.70, 0.28, 0.22), palette), 16)
    trim = palette.at(local((0.93, 0.88, 0.78), palette), 14)
    roof = palette.snow if palette.snowy else darker(red, 0.35)
    knife.rect(x + 3.4, -0.4, 2.2, 7.4, lighter(mix(red, trim, 0.6), 0.05), 0.9)  # the silo
    knife.cut(curve([(x + 3.2, 6.8), (x + 3.7, 8.0), (x + 4.5, 8.4), (x + 5.3, 8.0), (x + 5.8, 6.8)]), roof, 0.7)
    knife.rect(x - 3.2, -0.4, 6.4, 3.8, red, 1.0)
    knife.cut(outline([(x - 3.6, 3.2), (x - 2.5, 5.0), (x, 6.3), (x + 2.5, 5.0), (x + 3.6, 3.2)]), roof, 0.8)
    knife.cut(outline([(x - 2.7, 3.3), (x - 1.9, 4.7), (x, 5.6), (x + 1.9, 4.7), (x + 2.7, 3.3)]), red, 0.4)
    knife.rect(x - 1.1, -0.4, 2.2, 2.5, trim, 0.5)
    knife.rect(x - 0.95, -0.4, 1.9, 2.35, darker(red, 0.2), 0.3)
    for s in (-1, 1):
        knife.cut(
            outline([(x - 0.9 * s, -0.3), (x - 0.7 * s, -0.3), (x + 0.9 * s, 1.9), (x + 0.7 * s, 1.9)]), trim, 0.2
        )
    knife.rect(
        x - 0.45,
        3.5,
        0.9,
        0.9,
        palette.light if pieces.lamps_lit(palette, order.time_of_day) else darker(red, 0.45),
        0.3,
    )


def _rows(
    knife: Knife, x0: float, x1: float, z: float, crop: str, tone: Colour, order: SetOrder, palette: Palette
) -> None:
    """One row of the crop; under snow only stubble."""
    pitch = {"wheat": 0.13, "rice": 0.34, "corn": 0.55, "greens": 0.62}[crop] * max(1.0, z / 6, (x1 - x0) / 34)
    tall = 0.25 if palette.snowy else {"wheat": 0.85, "rice": 0.42, "corn": 1.9, "greens": 0.32}[crop]
    tone = mix(tone, palette.snow, 0.4) if palette.snowy else tone
    if crop == "rice" and not palette.snowy:
        water = palette.at(mix(palette.sky_low, palette.sky_top, 0.35), z * 0.4)
        knife.dab(box(x0, -0.5, x1 - x0, 0.62), lighter(water, 0.1))
    if crop == "wheat":
        knife.dab(
            land(x0, x1, pitch, lambda x: tall * (0.62 + 0.08 * ridge(x, 1.4, order.seed)), -0.5), darker(tone, 0.10)
        )
    for i in cells(x0, x1, pitch, 1):
        seed, x = order.seed + i * 3 + int(z * 7), (i + 0.4 * chance(order.seed, i, int(z), 54)) * pitch
        _plant(
            knife,
            x,
            tall * between(0.85, 1.1, seed, 1),
            crop,
            mix(tone, lighter(tone, 0.18), chance(seed, 2)),
            seed,
            palette,
            max(1.0, z / 6),
        )


def _plant(knife: Knife, x: float, h: float, crop: str, tone: Colour, seed: int, palette: Palette, fat: float) -> None:
    if crop == "wheat":
        lean = between(-0.06, 0.14, seed, 3)
        knife.dab(outline([(x - 0.012 * fat, 0), (x + 0.012 * fat, 0), (x + lean, h)]), tone)
        knife.dab(blob(x + lean, h, 0.032 * fat, 0.10, seed, 0.1, 8), lighter(tone, 0.12))
    elif crop == "corn":
        knife.dab(box(x - 0.025 * fat, -0.2, 0.05 * fat, h), tone)
        for k in range(5):
            parts.grass(knife, x, h * (0.1 + 0.18 * k), h * 0.34, darker(tone, 0.05 * (k % 2)), seed + k)
        knife.dab(blob(x + 0.05, h * 0.55, 0.06 * fat, 0.14, seed, 0.05, 9), mix(tone, (0.93, 0.76, 0.34), 0.6))
    elif crop == "greens":
        for dx, r in ((-0.14, 0.16), (0.14, 0.16), (0.0, 0.20)):
            knife.cut(
                blob(x + dx * fat, h * 0.5, r * fat, h * 0.5, seed + int(dx * 50), 0.2, 10),
                tone if dx else lighter(tone, 0.1),
                0.4,
            )
    else:
        parts.grass(knife, x, 0.05, h, tone, seed)


def _scarecrows(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    wood, coat = (
        local(pieces.WOOD, palette),
        local(choose(((0.36, 0.44, 0.56), (0.62, 0.36, 0.30), (0.45, 0.42, 0.30)), order.seed, 55), palette),
    )
    straw = local(_WHEAT, palette)
    for i in cells(x0, x1, 23, 4):
        x = i * 23 + between(-5.5, -3.5, order.seed, i, 56)
        knife.rect(x - 0.05, -0.3, 0.1, 2.5, wood, 0.6)
        knife.rect(x - 0.95, 1.52, 1.9, 0.09, wood, 0.5)
        knife.cut(
            outline(
                [
                    (x - 0.75, 1.42),
                    (x - 0.72, 1.68),
                    (x + 0.72, 1.68),
                    (x + 0.75, 1.42),
                    (x + 0.34, 1.36),
                    (x + 0.42, 0.55),
                    (x + 0.1, 0.7),
                    (x - 0.2, 0.5),
                    (x - 0.4, 0.65),
                    (x - 0.32, 1.36),
                ]
            ),
            coat,
            0.8,
        )
        for side in (-1, 1):
            for k in range(3):
                knife.dab(
                    outline([(x + side * 0.74, 1.55), (x + side * 1.0, 1.42 + 0.1 * k), (x + side * 0.74, 1.6)]), straw
                )
        knife.cut(blob(x, 1.92, 0.2, 0.23, 5, 0.06), straw, 0.6)
        knife.cut(
            outline(
                [
                    (x - 0.42, 2.06),
                    (x + 0.42, 2.06),
                    (x + 0.16, 2.14),
                    (x + 0.05, 2.5),
                    (x - 0.12, 2.45),
                    (x - 0.17, 2.14),
                ]
            ),
            darker(wood, 0.25),
            0.6,
        )


def _field_edge(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A fence with a gap behind the stage, or bales of hay to sit on."""
    wood, hay = local(pieces.WOOD, palette), local(_WHEAT, palette)
    if chance(order.seed, 57) < 0.55 and not eastern.is_eastern(order):
        for a, b in ((x0, -3.0), (3.0, x1)):
            if a < b:
                pieces.fence(knife, a, b, wood, order.seed, 0.95, 1.6)
        return
    for i in cells(x0, x1, 7.5, 2):
        x = i * 7.5 + between(2.4, 4.0, order.seed, i, 58)
        knife.cut(blob(x, 0.52, 0.62, 0.60, i, 0.04, 14), mix(hay, palette.snow, 0.4 * palette.snowy), 0.9)
        spiral = [(x + 0.055 * k * math.cos(k * 0.75), 0.52 + 0.055 * k * math.sin(k * 0.75)) for k in range(1, 11)]
        knife.stroke(spiral, 0.035, darker(hay, 0.22), 0.8)
        for k in range(5):
            knife.dab(blob(x - 0.5 + 0.25 * k, 0.02, 0.16, 0.08, k, 0.2, 8), darker(hay, 0.12))
        parts.grass(knife, x - 0.7, -0.1, 0.3, darker(hay, 0.2), i)


def _furrows(
    knife: Knife, x0: float, x1: float, z: float, row: int, crop: str, order: SetOrder, palette: Palette
) -> None:
    tone = palette.at(_earth(z, crop, palette), z)
    pitch = 0.9 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.5:
            knife.dab(
                blob(
                    x,
                    -between(0.08, 0.3, order.seed, row, i, 3),
                    between(0.15, 0.45, order.seed, row, i, 4),
                    0.03,
                    i,
                    0.1,
                    8,
                ),
                darker(tone, 0.09),
                0.8,
            )
        elif pick > 0.86 and z < 3 and not palette.snowy:
            parts.grass(knife, x, -0.06, 0.16, local(_GRASS, palette), i)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Tall grass, ears of wheat or a snow-laden twig in the lower corner."""
    ink = palette.ink
    for i in range(13):
        x, h = -0.04 + 0.034 * i, between(0.2, 0.46, seed, i, 1) * (1 - 0.055 * i)
        parts.grass(knife, x, -0.05, h * 0.7, ink, seed + i)
        if order.kind == "farm field" and i % 2:
            knife.dab(outline([(x - 0.004, -0.05), (x + 0.004, -0.05), (x + 0.03, h)]), ink)
            knife.dab(blob(x + 0.03, h, 0.012, 0.045, i, 0.1, 8), mix(ink, palette.accent, 0.15))
    knife.dab(
        land(-0.4, 0.95, 0.03, lambda x: 0.09 - 0.26 * max(0.0, x) + 0.02 * ridge(x, 0.1, seed), -0.3),
        ink if order.kind != "snowfield" else mix(ink, _white(palette), 0.18),
    )


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Snow with drifts, grass, or rows of crop, from above."""
    if order.kind == "snowfield":
        tone = _white(palette)
        return (overhead.floor("snow", tone, overhead.ripple(mix(tone, palette.sky_top, 0.18)), 0.7, 0.5, order.seed),)
    if order.kind == "grassland":
        tone = _grass(order, palette)
        mark = overhead.tuft(darker(tone, 0.12)) if not palette.snowy else overhead.stone(darker(tone, 0.06))
        return (overhead.floor("grass", tone, mark, 0.3, 0.65, order.seed),)
    tone, crop = _earth(1, "", palette), _crop(order)
    return (overhead.floor("earth", tone, overhead.stone(darker(tone, 0.10)), 0.5, 0.35, order.seed), Sheet("rows", 0.0, lambda k, a, b: _rows_above(k, a, b, local(_CROPS[crop], palette), order, palette), gap=0.8))  # fmt: skip


def _rows_above(knife: Knife, x0: float, x1: float, tone: Colour, order: SetOrder, palette: Palette) -> None:
    pitch = 0.3 * max(1, math.ceil((x1 - x0) / 24))
    for row in range(-12, 22):
        y = row * 0.62
        if -1.3 < y < 1.1:
            continue
        for i in cells(x0, x1, pitch):
            knife.dab(
                blob((i + chance(order.seed, row, i, 1)) * pitch, y, pitch * 0.6, 0.2, i + row, 0.2, 8),
                palette.snow if palette.snowy else mix(tone, darker(tone, 0.2), chance(order.seed, row, i, 2)),
            )
