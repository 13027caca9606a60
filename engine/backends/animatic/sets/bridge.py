"""A bridge, played on its deck: balustrade and lamps behind the players, the river far below, a sister bridge downstream.

Before the stage the deck ends in a face of arches over water, so a wide view shows what one stands on.
"""

from __future__ import annotations

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, outline
from engine.backends.animatic.sets import eastern, overhead, parts, pieces, waters
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

RAIL_Z, FACE_Z = 1.7, -1.15
_WATER = -3.4
_STONE: Colour = (0.70, 0.65, 0.57)
_RIVER: Colour = (0.34, 0.54, 0.58)
_KINDS = ("stone", "wood", "iron")


def _kind(order: SetOrder) -> str:
    words = order.words.lower()
    for kind, names in (("wood", ("wood", "rope", "plank", "木")), ("stone", ("stone", "石", "拱", "old")), ("iron", ("iron", "steel", "铁", "大桥", "overpass", "天桥"))):  # fmt: skip
        if any(name in words for name in names):
            return kind
    kinds = _KINDS[:2] if order.period else _KINDS
    return "stone" if eastern.is_eastern(order) else choose(kinds, order.seed, 41)


def _deck(order: SetOrder, palette: Palette) -> Colour:
    """What one walks on."""
    return palette.ground if palette.snowy else mix(_tone(order, palette), palette.ground, 0.3)


def _tone(order: SetOrder, palette: Palette) -> Colour:
    return local({"wood": pieces.WOOD, "iron": (0.46, 0.53, 0.55)}.get(_kind(order), _STONE), palette)


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Across the deck, downstream."""
    river = mix(local(_RIVER, palette), palette.sky_low, 0.22)
    depths = (95.0, 62.0, 42.0, 28.0, 19.0, 12.0, 7.0, 4.0, 2.2)
    city = not eastern.is_eastern(order) and chance(order.seed, 42) < 0.6
    return (
        parts.sky(order, palette, clouds=0.5),
        parts.hills(palette, "far hills", 170.0, palette.far, 5.0, 10.0, 90, order.seed + 3, snow=0.5 * palette.snowy),
        Sheet("town", 118.0, lambda k, a, b: _town(k, a, b, city, order, palette), top=30, bottom=-6, built=True),
        Sheet("banks", 72.0, lambda k, a, b: _banks(k, a, b, order, palette), top=9, bottom=-6),
        Sheet("sister", 44.0, lambda k, a, b: _arches(k, a, b, order, palette, top=0.6, pitch=14.0, z=44.0), top=2, bottom=-5, built=True),
        *(waters.strip(z, i, order, palette, tone=palette.at(darker(river, 0.06 * i / 4), z * 0.45), level=_WATER) for i, z in enumerate(depths)),
        Sheet("rail", RAIL_Z, lambda k, a, b: _rail(k, a, b, order, palette), top=4.0, bottom=-0.4, gap=0.9, built=True),
        *parts.ground(palette, lambda z: _deck(order, palette), lambda k, a, b, z, row: _paving(k, a, b, z, row, order, palette), bump=0.0, until=1.8, since=FACE_Z),
        Sheet("face", FACE_Z, lambda k, a, b: _face(k, a, b, order, palette), top=0.05, bottom=-8, gap=1.0),
        *(waters.strip(z, 30 + i, order, palette, tone=darker(river, 0.12 + 0.06 * i), level=_WATER - 0.5 * i) for i, z in enumerate((-1.6, -2.4, -3.2))),
    )  # fmt: skip


def _town(knife: Knife, x0: float, x1: float, city: bool, order: SetOrder, palette: Palette) -> None:
    """What the river comes from: towers, or trees and a pagoda."""
    if city:
        tone = palette.at(mix(palette.far, local(_STONE, palette), 0.3), 48)
        pieces.towers(
            knife,
            x0,
            x1,
            118,
            order.seed,
            palette,
            tone,
            pitch=10,
            low=4,
            high=19,
            lit=0.45 if palette.is_dark else 0,
            old=bool(order.period),
        )
        return
    pieces.tree_row(knife, x0, x1, 5.0, 60, order.seed, palette, pieces.LEAF, 6, 11, y=-4)
    if eastern.is_eastern(order):
        for i in cells(x0, x1, 110, 12):
            eastern.pagoda(knife, i * 110 + between(18, 34, order.seed, 43), -2, 24, palette, 50)


def _banks(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Trees on both banks, the water open in the middle."""
    for i in cells(x0, x1, 3.6, 6):
        x = (i + chance(order.seed, i, 44)) * 3.6
        if abs((x + 45) % 90 - 45) > 15:
            leaf = palette.at(local(pieces.LEAF, palette), 46)
            h = between(4.5, 9, order.seed, i, 45)
            if palette.snowy:
                parts.fir(knife, x, _WATER, h * 1.1, leaf, order.seed + i, palette.snow)
            else:
                parts.round_tree(
                    knife,
                    x,
                    _WATER,
                    h,
                    mix(leaf, darker(leaf, 0.2), chance(order.seed, i, 46)),
                    darker(leaf, 0.4),
                    order.seed + i,
                )


def _arches(
    knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette, *, top: float, pitch: float, z: float
) -> None:
    """A bridge seen from its side: arches cut out of one sheet, a parapet, lamps when it is dark."""
    tone = palette.at(_tone(order, palette), z * 0.6)
    spring = _WATER - 0.2
    path = skia.Path()
    path.addPath(box(x0 - 1, spring - 6, x1 - x0 + 2, top - spring + 6))
    holes = skia.Path()
    for i in cells(x0, x1, pitch, pitch):
        half, rise = pitch * 0.41, (top - spring) * 0.78
        holes.addOval(skia.Rect.MakeLTRB(i * pitch - half, spring - rise, i * pitch + half, spring + rise))
    knife.cut(skia.Op(path, holes, skia.PathOp.kDifference_PathOp) or path, tone, 1.0)
    knife.rect(x0 - 1, top, x1 - x0 + 2, 0.28, palette.snow if palette.snowy else lighter(tone, 0.12), 0.6)
    for i in cells(x0, x1, pitch / 2, 2):
        x = (i + 0.5) * pitch / 2
        knife.rect(x - 0.12, top, 0.24, 1.5, darker(tone, 0.2), 0.4)
        if pieces.lamps_lit(palette, order.time_of_day):
            knife.glow(x, top + 1.7, 2.4, palette.light, 0.8)
            knife.dab(blob(x, top + 1.7, 0.3, 0.34, 2), palette.light)


def _rail(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone, kind = palette.at(_tone(order, palette), RAIL_Z), _kind(order)
    knife.rect(x0 - 1, -0.4, x1 - x0 + 2, 0.54, darker(tone, 0.12), 0.7)
    pitch = 0.46 if kind == "stone" else 0.3 if kind == "iron" else 1.3
    for i in cells(x0, x1, pitch, 1):
        x = i * pitch
        if kind == "stone":
            knife.cut(
                outline(
                    [
                        (x - 0.11, 0.12),
                        (x + 0.11, 0.12),
                        (x + 0.05, 0.34),
                        (x + 0.10, 0.56),
                        (x + 0.06, 0.84),
                        (x - 0.06, 0.84),
                        (x - 0.10, 0.56),
                        (x - 0.05, 0.34),
                    ]
                ),
                tone,
                0.5,
            )
        elif kind == "iron":
            knife.rect(x, 0.1, 0.035, 0.82, darker(tone, 0.4), 0.3)
        else:
            knife.rect(x - 0.07, -0.1, 0.14, 1.12, darker(tone, 0.15), 0.6)
            knife.cut(
                outline([(x, 0.15), (x + 0.1, 0.15), (x + pitch, 0.84), (x + pitch - 0.1, 0.84)]),
                darker(tone, 0.22),
                0.3,
            )
    knife.rect(x0 - 1, 0.82, x1 - x0 + 2, 0.17, palette.snow if palette.snowy else lighter(tone, 0.08), 0.9)
    for i in cells(x0, x1, 5.6, 2):
        _pillar(knife, i * 5.6 + 2.6, tone, order, palette)


def _pillar(knife: Knife, x: float, tone: Colour, order: SetOrder, palette: Palette) -> None:
    lit = pieces.lamps_lit(palette, order.time_of_day)
    if eastern.is_eastern(order):
        knife.rect(x - 0.17, -0.2, 0.34, 1.35, lighter(tone, 0.05), 0.8)
        knife.cut(blob(x, 1.34, 0.2, 0.22, 3, 0.05), lighter(tone, 0.12), 0.6)  # the stone lion, as a knob
        knife.rect(x - 0.03, 1.4, 0.06, 1.5, darker(local(pieces.WOOD, palette), 0.3), 0.4)
        eastern.lantern(knife, x, 2.95, 0.55, palette, lit)
        return
    knife.rect(x - 0.22, -0.2, 0.44, 1.35, lighter(tone, 0.06), 0.9)
    knife.rect(x - 0.28, 1.12, 0.56, 0.12, lighter(tone, 0.14), 0.5)
    pieces.street_lamp(knife, x, 3.0, darker(tone, 0.55), palette, lit)


def _paving(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_deck(order, palette), z)
    pitch = 0.3 if _kind(order) == "wood" else 0.9
    for i in cells(x0, x1, pitch, 1):
        x = (i + 0.5 * (row % 2) * (pitch > 0.5)) * pitch
        knife.dab(box(x, -0.7, 0.025, 0.7), darker(tone, 0.14), 0.8)
    if pitch > 0.5:
        knife.dab(box(x0, -0.02, x1 - x0, 0.02), darker(tone, 0.12), 0.8)


def _face(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """The near side of the bridge under the deck."""
    tone = darker(_tone(order, palette), 0.14)
    spring, pitch = _WATER - 1.2, 7.5
    wall = box(x0 - 1, spring - 8, x1 - x0 + 2, 8 - spring)
    holes = skia.Path()
    for i in cells(x0, x1, pitch, pitch):
        half, rise = pitch * 0.42, -spring - 0.55
        holes.addOval(skia.Rect.MakeLTRB(i * pitch - half, spring - rise, i * pitch + half, spring + rise))
    dark = darker(tone, 0.5)
    knife.dab(wall, dark)
    knife.cut(skia.Op(wall, holes, skia.PathOp.kDifference_PathOp) or wall, tone, 1.2)
    knife.rect(x0 - 1, -0.22, x1 - x0 + 2, 0.22, lighter(tone, 0.14), 0.9)
    for i in cells(x0, x1, 0.8, 1):
        if chance(order.seed, i, 47) < 0.5:
            knife.dab(box(i * 0.8, -0.42, 0.5, 0.12), darker(tone, 0.10), 0.8)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """The bridge's end pillar in the corner, and leaves over it."""
    ink = palette.ink
    knife.dab(box(-0.5, -0.3, 0.60, 0.62), ink)
    knife.dab(box(-0.5, 0.32, 0.64, 0.04), mix(ink, palette.near, 0.12))
    knife.dab(blob(0.02, 0.40, 0.06, 0.06, 3, 0.02, 13), ink)
    for i in range(5):
        parts.leaf_spray(knife, -0.02, 1.05, -0.2 - 0.22 * i, between(0.24, 0.4, seed, i, 8), ink, seed + i, 10)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The deck as a band over water."""
    river = mix(local(_RIVER, palette), palette.sky_low, 0.15)
    return (
        overhead.floor("water", river, overhead.ripple(lighter(river, 0.16)), 0.7, 0.45, order.seed),
        Sheet("deck", 0.0, lambda k, a, b: _plan_deck(k, a, b, order, palette), gap=2.4),
    )


def _plan_deck(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = mix(_tone(order, palette), palette.ground, 0.3)
    knife.rect(x0 - 1, -1.5, x1 - x0 + 2, 3.2, palette.snow if palette.snowy else tone, 2.2)
    for i in cells(x0, x1, 0.6, 1):
        knife.dab(box(i * 0.6, -1.5, 0.03, 3.2), darker(tone, 0.12), 0.8)
    for y in (-1.62, 1.5):
        knife.rect(x0 - 1, y, x1 - x0 + 2, 0.26, lighter(tone, 0.12), 1.4)
