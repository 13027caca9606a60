"""Places between houses: a village and a market."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import eastern, parts, street
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, Painter, both, only, plane, row
from engine.backends.animatic.sets.home import window_side
from engine.backends.animatic.sets.shell import green
from engine.backends.animatic.sets.stores import barrel, sacks
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def village(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Hills, thatched or tiled cottages with gardens, a well, a great tree, a trodden road."""
    side = window_side(order)
    leaf = mix(green(palette), palette.near, 0.1)
    return (
        parts.sky(order, palette, clouds=0.6),
        parts.hills(palette, "far hills", 120.0, mix(palette.far, palette.sky_top, 0.3), 14, 12, 90, order.seed, snow=0.5 * palette.snowy),
        parts.hills(palette, "near hills", 55.0, mix(leaf, palette.far, 0.4), 5, 5, 50, order.seed + 1, snow=0.7 * palette.snowy),
        plane("back cottages", 22.0, both(_copse(22.0), _cottages(9.0, 22.0, 0.75)), order, palette, top=10, bottom=-1, built=True),
        plane("cottages", 8.0, _cottages(7.4, 8.0, 1.0), order, palette, top=8, bottom=-1, gap=1.5, built=True),
        plane("gardens", 5.4, both(_fence, row(14.8, -side * 5.2, _great_tree, over=5)), order, palette, top=8, bottom=-0.6, gap=1.2),
        plane("well", 2.6, both(row(19.0, side * 3.4, _well, _hayrick), row(19.0, -side * 4.4, _hayrick, _cart)), order, palette, top=3, bottom=-0.5),
        *parts.ground(palette, lambda z: _road(z, palette), _ruts(order, palette), bump=0.03),
    )  # fmt: skip


def _road(z: float, palette: Palette) -> Colour:
    grass = palette.snow if palette.snowy else mix(palette.ground, green(palette), 0.55)
    return grass if z > 3.4 or z < -3.5 else darker(palette.ground, 0.03)


def _ruts(order: SetOrder, palette: Palette):
    def marks(knife, x0: float, x1: float, z: float, line: int) -> None:
        decor = Decor(knife, order, palette, order.seed)
        tone = palette.at(_road(z, palette), z)
        for i in cells(x0, x1, 1.7, 1):
            x = (i + decor.odds(line, i)) * 1.7
            if -3.5 <= z <= 3.4:
                decor.dot(x, -0.1, 0.3, 0.03, darker(tone, 0.10), 0.7)
            elif not palette.snowy:
                parts.grass(knife, x, -0.06, 0.16, darker(tone, 0.14), order.seed + i)

    return marks


def _copse(z: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        leaf = decor.palette.at(mix(green(decor.palette), decor.own("#6f8f4a"), 0.5), z)
        for i in cells(x0, x1, 4.3, 4):
            x, h = (i + decor.odds(i)) * 4.3, decor.between(4.5, 7, i, 1)
            if decor.palette.snowy:
                parts.bare_tree(decor.knife, x, 0, h, darker(leaf, 0.3), decor.seed + i, 4)
            else:
                parts.round_tree(decor.knife, x, 0, h, leaf, darker(leaf, 0.4), decor.seed + i)

    return paint


def _cottages(pitch: float, z: float, share: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        east = eastern.is_eastern(decor.order)
        for i in cells(x0, x1, pitch, 6):
            if decor.odds(i, 2) > share * 0.9:
                continue
            x = i * pitch + decor.between(0.2, 1.2, i, 3)
            (_hui_house if east else cottage)(
                decor.seeded(decor.order.seed * 31 + i), x, decor.between(4.2, 5.4, i, 4), z
            )

    return paint


def _smoking_chimney(decor: Decor, x: float, h: float, z: float) -> None:
    palette = decor.palette
    decor.box(x, h + 0.6, 0.5, 1.7, palette.at(decor.own("#9a7a68"), z), 0.6)
    puff = lighter(palette.sky_low, 0.3)
    with decor.knife.stirring("waft"):
        for k in range(4):
            decor.dot(x + 0.25 + 0.22 * k, h + 2.55 + 0.45 * k, 0.2 + 0.09 * k, 0.16 + 0.06 * k, puff, 0.35)


def _eaves(x: float, w: float, h: float, *, thatch: bool) -> list[tuple[float, float]]:
    """The outline of a roof: tiles lie straight, thatch bulges."""
    if not thatch:
        return [(x - 0.5, h - 0.25), (x + w + 0.5, h - 0.25), (x + w * 0.84, h + 1.5), (x + w * 0.16, h + 1.5)]
    low = [(x - 0.5, h - 0.3), (x + w / 2, h - 0.1), (x + w + 0.5, h - 0.3)]
    return [*low, (x + w + 0.2, h + 0.7), (x + w * 0.82, h + 1.6), (x + w * 0.18, h + 1.6), (x - 0.2, h + 0.7)]


def cottage(decor: Decor, x: float, w: float, z: float) -> None:
    """Whitewash or timber under thatch or tiles, a door, two windows, a chimney that smokes."""
    palette = decor.palette
    wall = palette.at(decor.pick((decor.own("#e3d3ae"), decor.own("#d9b98c"), decor.own("#c99f7a")), 1), z)
    thatch = decor.odds(2) < 0.55
    roof = palette.at(decor.own("#b5924f") if thatch else decor.own("#a5533a"), z)
    h = decor.between(2.1, 2.5, 3)
    if decor.odds(4) < 0.7:
        _smoking_chimney(decor, x + w * (0.25 if decor.odds(5) < 0.5 else 0.72), h, z)
    decor.box(x, -1, w, h + 1, wall, 1.0)
    if decor.odds(6) < 0.5:
        beam = palette.at(decor.own("#6b4a33"), z)
        for k in range(4):
            decor.flat(x + w * k / 3 - 0.06, 0, 0.12, h, beam)
        decor.flat(x, h * 0.52, w, 0.1, beam)
    decor.shape(_eaves(x, w, h, thatch=thatch), roof, 1.1)
    for k in range(1, 9):
        decor.line(
            [(x + w * k / 9, h - 0.15), (x + w * (0.18 + 0.64 * k / 9), h + 1.45)], 0.03, darker(roof, 0.16), 0.6
        )
    if palette.snowy:
        decor.shape(
            [(x - 0.45, h + 0.05), (x + w + 0.45, h + 0.05), (x + w * 0.82, h + 1.66), (x + w * 0.18, h + 1.66)],
            palette.snow,
            0.5,
        )
    _openings(decor, x, w, wall)


def _openings(decor: Decor, x: float, w: float, wall: Colour) -> None:
    door = decor.pick((decor.own("#5f7f6a"), decor.own("#8a4a3a"), decor.own("#6b4a33")), 7)
    decor.box(x + w * 0.42, -0.1, 0.95, 1.85, darker(wall, 0.25), 0.4)
    decor.box(x + w * 0.42 + 0.08, -0.1, 0.79, 1.76, door, 0.5)
    for dx in (0.1, 0.72):
        px = x + w * dx
        decor.box(px - 0.06, 0.82, 0.92, 0.92, darker(wall, 0.3), 0.4)
        decor.glow(px + 0.4, 1.28, 1.2, 0.7)
        pane = decor.palette.light if decor.lit else darker(mix(decor.palette.sky_top, wall, 0.3), 0.3)
        decor.flat(px, 0.88, 0.8, 0.8, pane)
        decor.flat(px + 0.37, 0.88, 0.06, 0.8, darker(wall, 0.3))
        for k in range(4):
            decor.dot(
                px + 0.1 + 0.2 * k,
                0.82,
                0.12,
                0.09,
                decor.pick((decor.own("#c9534a"), decor.own("#d9a441"), decor.own("#7f9c4a")), k),
            )


def _hui_house(decor: Decor, x: float, w: float, z: float) -> None:
    """White walls, black tiles, gables stepped like a horse's head (马头墙)."""
    palette = decor.palette
    wall, tile = palette.at(decor.own("#e6e0d0"), z), palette.at(decor.own("#4f555a"), z)
    h = decor.between(2.7, 3.6, 3)
    decor.box(x, -1, w, h + 1, wall, 1.0)
    decor.shape([(x - 0.2, h - 0.05), (x + w + 0.2, h - 0.05), (x + w - 0.1, h + 0.75), (x + 0.1, h + 0.75)], tile, 0.9)
    for k in range(1, 13):
        decor.line([(x + w * k / 13, h), (x + w * k / 13, h + 0.7)], 0.035, darker(tile, 0.2), 0.7)
    for end in (0, 1):
        for k in range(2):
            bx = x - 0.18 + 0.42 * k if end == 0 else x + w - 0.42 + 0.18 - 0.42 * k
            top = h + 0.55 + 0.42 * k
            decor.box(bx, h - 0.4, 0.42, top - h + 0.4, wall, 0.6)
            decor.shape(
                [(bx - 0.14, top), (bx + 0.56, top), (bx + 0.5, top + 0.14), (bx - 0.08, top + 0.14)], tile, 0.5
            )
    if palette.snowy:
        decor.shape(
            [(x + 0.1, h + 0.1), (x + w - 0.1, h + 0.1), (x + w - 0.2, h + 0.85), (x + 0.2, h + 0.85)],
            palette.snow,
            0.5,
        )
    wood = palette.at(decor.own("#6b4a3a"), z)
    decor.box(x + w * 0.4, -0.1, 1.1, 1.95, wood, 0.6)
    decor.box(x + w * 0.4 - 0.2, 1.95, 1.5, 0.14, tile, 0.5)
    for dx in (-0.06, 1.16):
        decor.box(x + w * 0.4 + dx, 0.7, 0.14, 0.8, decor.own("#b5362c"), 0.3)
    for dx in (0.12, 0.74):
        pane = palette.light if decor.lit else darker(wall, 0.5)
        decor.box(x + w * dx, 1.2, 0.66, 0.66, wood, 0.4)
        decor.flat(x + w * dx + 0.06, 1.26, 0.54, 0.54, pane)
        for k in (1, 2):
            decor.flat(x + w * dx + 0.06 + 0.18 * k - 0.015, 1.26, 0.03, 0.54, wood)
    if decor.odds(9) < 0.6:
        eastern.lantern(decor.knife, x + w * 0.4 - 0.35, 2.0, 0.5, palette, decor.lit)


def _fence(decor: Decor, x0: float, x1: float) -> None:
    wood = decor.palette.at(decor.own("#9a7a55"), 5)
    for i in cells(x0, x1, 0.34):
        if decor.odds(i // 9, 8) < 0.55:
            decor.box(i * 0.34, -0.1, 0.11, 0.78 + 0.1 * decor.odds(i), wood, 0.4)
            if i % 9 == 0:
                decor.box(i * 0.34, 0.4, 3.0, 0.08, darker(wood, 0.1), 0.3)


def _great_tree(decor: Decor, x: float) -> None:
    """An old tree with a bench round it."""
    bark, leaf = decor.own("#6f5440"), mix(green(decor.palette), decor.own("#6f8f4a"), 0.6)
    with decor.knife.stirring("sway"):
        if decor.palette.snowy:
            parts.bare_tree(decor.knife, x, 0, 6.5, bark, decor.seed, 5)
        else:
            decor.shape(
                [(x - 0.55, -0.2), (x + 0.6, -0.2), (x + 0.3, 1.6), (x + 0.42, 3.2), (x - 0.36, 3.2), (x - 0.28, 1.6)],
                bark,
                1.0,
            )
            for k, (dx, y, r) in enumerate(
                ((-1.3, 3.7, 1.2), (1.35, 3.9, 1.25), (-0.5, 5.0, 1.3), (0.8, 5.1, 1.2), (0.0, 4.1, 1.5))
            ):
                decor.round(x + dx, y, r, r * 0.8, mix(leaf, lighter(leaf, 0.2), 0.25 * k), 0.9)
    decor.box(x - 1.1, 0.36, 2.2, 0.1, decor.own("#a5805a"), 0.7)
    fit.legs(decor, x, 0.9, 0.4, decor.own("#8a6a48"), 0.09)


def _well(decor: Decor, x: float) -> None:
    stone = decor.own("#a89c8a")
    for k in range(3):
        for j in range(4):
            decor.box(
                x - 0.62 + 0.31 * j + 0.1 * (k % 2),
                -0.05 + 0.22 * k,
                0.29,
                0.2,
                mix(stone, darker(stone, 0.15), decor.odds(k, j)),
                0.4,
            )
    wood = decor.own("#7c5a3c")
    for dx in (-0.6, 0.6):
        decor.box(x + dx - 0.05, 0.5, 0.1, 1.25, wood, 0.6)
    decor.shape(
        [(x - 0.95, 1.68), (x + 0.95, 1.68), (x + 0.3, 2.15), (x - 0.3, 2.15)],
        decor.palette.snow if decor.palette.snowy else decor.own("#a5533a"),
        0.9,
    )
    decor.box(x - 0.6, 1.3, 1.2, 0.07, wood, 0.5)
    decor.line([(x + 0.1, 1.3), (x + 0.1, 0.85)], 0.025, decor.own("#c9ac7d"))
    decor.shape([(x - 0.03, 0.86), (x + 0.23, 0.86), (x + 0.2, 0.62), (x, 0.62)], decor.own("#8f9aa0"), 0.5)


def _hayrick(decor: Decor, x: float) -> None:
    straw = decor.own("#d0ac58")
    decor.shape(
        [(x + 0.95 * math.cos(k * 0.2244), -0.06 + 1.9 * max(0.0, math.sin(k * 0.2244)) ** 0.7) for k in range(15)],
        straw,
        1.0,
    )
    for k in range(16):
        px = x - 0.8 + 0.1 * k
        decor.line(
            [(px, 0.2 + 0.5 * decor.odds(k)), (px + 0.08, 0.5 + 0.8 * decor.odds(k))], 0.025, darker(straw, 0.14), 0.8
        )
    if decor.palette.snowy:
        decor.round(x, 1.5, 0.6, 0.32, decor.palette.snow, 0.4)


def _cart(decor: Decor, x: float) -> None:
    wood = decor.own("#9a7048")
    decor.box(x - 0.9, 0.55, 1.8, 0.45, wood, 0.9)
    decor.line([(x + 0.9, 0.62), (x + 1.9, 0.2)], 0.07, wood)
    sacks(decor, x - 0.1)
    decor.box(x - 0.9, 0.55, 1.8, 0.4, lighter(wood, 0.06), 0.8)
    for dx in (-0.45,):
        decor.round(x + dx, 0.42, 0.46, 0.46, darker(wood, 0.3), 0.8)
        decor.dot(x + dx, 0.42, 0.36, 0.36, mix(decor.palette.ground, wood, 0.2))
        for k in range(4):
            a = k * math.pi / 4
            decor.line(
                [
                    (x + dx - 0.38 * math.cos(a), 0.42 - 0.38 * math.sin(a)),
                    (x + dx + 0.38 * math.cos(a), 0.42 + 0.38 * math.sin(a)),
                ],
                0.05,
                darker(wood, 0.2),
            )


def market(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Stalls under striped awnings before the houses, wares in baskets, strings of lanterns or flags."""
    base = [s for s in street.sheets(order, palette) if s.name not in ("lamps", "line")]
    side = window_side(order)
    return (
        *base,
        plane("back stalls", 5.2, _stalls(4.4, 1.9), order, palette, top=4, bottom=-0.5, gap=1.2),
        plane("stalls", 2.7, both(row(11.0, -side * 3.1, _stall, _stall), row(11.0, side * 2.9, _stall, _stall)), order, palette, top=3.6, bottom=-0.5, gap=1.4),
        plane("strings", 3.6, _strings, order, palette, top=6, bottom=2, gap=0.6),
        plane("baskets", -1.25, both(only(_greens, -side * 3.2), only(barrel, side * 3.5)), order, palette, top=1.6, bottom=-0.6),
    )  # fmt: skip


def _stalls(pitch: float, at: float) -> Painter:
    return row(pitch, at, _stall, _stall, _stall)


def _stall(decor: Decor, x: float) -> None:
    """A stall with an awning, wares, a lantern."""
    palette = decor.palette
    wood = decor.own("#8a6243")
    hue = decor.pick((decor.own("#c9533f"), decor.own("#3f7f86"), decor.own("#d9a441"), decor.own("#6f8f4a")), 1)
    for dx in (-1.15, 1.15):
        decor.box(x + dx - 0.05, -0.05, 0.1, 2.3, wood, 0.6)
    decor.box(x - 1.25, -0.05, 2.5, 0.8, mix(wood, hue, 0.35), 1.0)
    decor.box(x - 1.35, 0.74, 2.7, 0.09, lighter(wood, 0.15), 0.7)
    for k in range(5):
        px = x - 1.05 + 0.52 * k
        tone = decor.pick(
            (
                decor.own("#d9823b"),
                decor.own("#8fae4a"),
                decor.own("#c0392b"),
                decor.own("#e0c04a"),
                decor.own("#a5764a"),
                decor.own("#b98bb0"),
            ),
            k,
            2,
        )
        decor.shape(
            [(px - 0.24, 0.83), (px + 0.24, 0.83), (px + 0.2, 0.97), (px - 0.2, 0.97)], decor.own("#b9935a"), 0.4
        )
        for j in range(4):
            decor.round(px - 0.15 + 0.1 * j, 1.0 + 0.05 * (j % 2), 0.075, 0.07, tone, 0.3)
    for k in range(8):
        a, b = x - 1.5 + 0.375 * k, x - 1.5 + 0.375 * (k + 1)
        tone = hue if k % 2 else decor.pale
        top_a, top_b = x + (a - x) * 0.82, x + (b - x) * 0.82
        decor.shape([(a, 2.0), (b, 2.0), (top_b, 2.62), (top_a, 2.62)], tone, 0.6)
        decor.dot((a + b) / 2, 1.99, 0.19, 0.12, tone)
    if palette.snowy:
        decor.shape([(x - 1.3, 2.5), (x + 1.3, 2.5), (x + 1.2, 2.72), (x - 1.2, 2.72)], palette.snow, 0.4)
    if decor.odds(5) < 0.7:
        eastern.lantern(decor.knife, x + 0.9, 2.0, 0.42, palette, decor.lit)


def _strings(decor: Decor, x0: float, x1: float) -> None:
    """Lines of little flags, or of lanterns by night."""
    for i in cells(x0, x1, 7.0, 8):
        a, y = i * 7.0, 3.9 + 0.3 * decor.odds(i)
        points = [(a + 7.0 * k / 12, y - 2.2 * (k / 12) * (1 - k / 12)) for k in range(13)]
        decor.line(points, 0.025, darker(decor.palette.near, 0.5))
        for k, (x, py) in enumerate(points[1:-1]):
            if decor.lit:
                decor.glow(x, py - 0.2, 0.7, 0.5)
                with decor.knife.stirring("hang"):
                    decor.round(x, py - 0.18, 0.13, 0.16, mix(decor.own("#c0392b"), decor.palette.light, 0.45), 0.3)
            else:
                tone = decor.pick((decor.own("#c9533f"), decor.own("#d9a441"), decor.own("#3f7f86")), i, k)
                with decor.knife.stirring("hang"):
                    decor.shape([(x - 0.16, py), (x + 0.16, py), (x, py - 0.36)], tone, 0.3)


def _greens(decor: Decor, x: float) -> None:
    for dx, hue in ((-0.35, "#7f9c4a"), (0.35, "#d9823b")):
        decor.shape(
            [(x + dx - 0.3, -0.05), (x + dx + 0.3, -0.05), (x + dx + 0.38, 0.34), (x + dx - 0.38, 0.34)],
            decor.own("#b9935a"),
            0.8,
        )
        for k in range(5):
            decor.round(x + dx - 0.24 + 0.12 * k, 0.38 + 0.05 * (k % 2), 0.12, 0.11, decor.own(hue), 0.4)
