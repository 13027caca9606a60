"""Open country: a snowfield and a grassland. Big skies, a low line of land, hills that pale as they go back.

What stands on them is chosen by the words first (yurts for 草原, icebergs for the pole) and then by chance.
"""

from __future__ import annotations

import math
import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import (
    Knife,
    between,
    blob,
    cells,
    chance,
    choose,
    curve,
    land,
    living,
    outline,
    ridge,
)
from engine.backends.animatic.sets import overhead, parts, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_POLE = re.compile(r"\b(?:arctic|antarctic\w*|pole|polar|iceberg|glacier|ice[- ]?field|ice)\b|冰|极", re.I)
_STEPPE = re.compile(r"\b(?:steppe|mongolia\w*|yurts?)\b|草原|牧场|蒙古", re.I)
_SAVANNA = re.compile(r"\b(?:savannah?|africa\w*)\b|非洲|稀树", re.I)
_ICE: Colour = (0.66, 0.82, 0.90)
_GRASS: Colour = (0.56, 0.66, 0.33)


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


@living("sway")
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


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Tall grass in the lower corner, out of snow or turf."""
    ink = palette.ink
    for i in range(13):
        x, h = -0.04 + 0.034 * i, between(0.2, 0.46, seed, i, 1) * (1 - 0.055 * i)
        parts.grass(knife, x, -0.05, h * 0.7, ink, seed + i)
    bank = ink if order.kind != "snowfield" else mix(ink, _white(palette), 0.18)
    knife.dab(land(-0.4, 0.95, 0.03, lambda x: 0.09 - 0.26 * max(0.0, x) + 0.02 * ridge(x, 0.1, seed), -0.3), bank)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Snow with drifts, or grass, from above."""
    if order.kind == "snowfield":
        tone = _white(palette)
        return (overhead.floor("snow", tone, overhead.ripple(mix(tone, palette.sky_top, 0.18)), 0.7, 0.5, order.seed),)
    tone = _grass(order, palette)
    mark = overhead.tuft(darker(tone, 0.12)) if not palette.snowy else overhead.stone(darker(tone, 0.06))
    return (overhead.floor("grass", tone, mark, 0.3, 0.65, order.seed),)
