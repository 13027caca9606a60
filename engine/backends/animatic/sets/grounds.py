"""Before the great house: a temple among pines, a palace on its terrace, a castle. The building stands on the stage's axis."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells, living
from engine.backends.animatic.sets import eastern, parts
from engine.backends.animatic.sets.courtyard import slabs
from engine.backends.animatic.sets.decor import Decor, both, only, plane, row
from engine.backends.animatic.sets.home import variant, window_side
from engine.backends.animatic.sets.shell import green
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def temple(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Mountains in haze, the gate hall with upturned roofs up a few steps, pines, stone lanterns, a great censer."""
    side = window_side(order)
    tiled = (_gate_hall, _gate_hall, _pagoda_yard)[variant(order)]
    return (
        parts.sky(order, palette, clouds=0.5),
        parts.hills(palette, "peaks", 140.0, mix(palette.far, palette.sky_top, 0.35), 24, 20, 70, order.seed, snow=0.5 * palette.snowy),
        parts.hills(palette, "wooded hill", 45.0, mix(green(palette), palette.far, 0.35), 8, 6, 34, order.seed + 2, snow=0.6 * palette.snowy),
        plane("side halls", 18.0, row(15.0, 7.5, _side_hall, over=8), order, palette, top=12, bottom=-1, built=True),
        plane("hall", 9.0, only(tiled, 0.0, 12), order, palette, top=14, bottom=-1, gap=1.6, built=True),
        plane("wall", 6.4, row(18.0, 9.0, _red_wall, over=10), order, palette, top=5, bottom=-1, gap=1.3, built=True),
        plane("pines", 4.4, both(only(_pine, -side * 4.6, 5), only(_pine, side * 6.8, 5)), order, palette, top=9, bottom=-0.6, gap=1.2),
        plane("censer", 3.0, both(only(_censer, 0.0), row(7.2, 3.6, _stone_lantern, over=2)), order, palette, top=3.4, bottom=-0.5),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.03 + 0.01 * max(0.0, 4 - z)), slabs(order, palette), bump=0.01),
    )  # fmt: skip


def _steps(decor: Decor, x: float, half: float, n: int, tone) -> float:
    """A flight of steps; returns its height."""
    for k in range(n):
        decor.box(x - half + 0.16 * k, -0.06 + 0.17 * k, 2 * half - 0.32 * k, 0.19, lighter(tone, 0.05 * k), 0.5)
    return 0.17 * n


def _gate_hall(decor: Decor, x: float) -> None:
    """Two tiers of roof over red doors with gold studs."""
    palette = decor.palette
    red, stone = palette.at(mix(decor.own("#a8382c"), palette.near, 0.3), 8), palette.at(decor.own("#c0b7a4"), 8)
    tile = palette.at(decor.own(("#5d6a62", "#7a6a4a", "#5d6a62")[variant(decor.order)]), 8)
    decor.box(x - 6.2, -1, 12.4, 1.55, stone, 0.9)
    y = _steps(decor, x, 2.6, 4, stone)
    decor.box(x - 5.2, 0.5, 10.4, 3.0, red, 0.9)
    for k in range(7):
        decor.box(x - 5.1 + 1.65 * k, 0.5, 0.3, 3.1, darker(red, 0.18), 0.7)
    for k in (-1, 0, 1):
        _studded_door(decor, x + 3.3 * k if k else x, y, 1.9 if k == 0 else 1.5, darker(red, 0.3), k == 0)
    eastern.roof(decor.knife, x, 3.4, 6.4, 1.3, tile, palette)
    decor.box(x - 3.4, 4.6, 6.8, 1.1, darker(red, 0.05), 0.6)
    for k in range(6):
        decor.flat(x - 3.1 + 1.05 * k, 4.75, 0.85, 0.75, palette.light if decor.lit else darker(red, 0.35), 0.9)
    eastern.roof(decor.knife, x, 5.5, 4.6, 1.7, tile, palette)
    decor.box(x - 0.85, 3.0, 1.7, 0.62, decor.own("#2f3f55"), 0.7)
    decor.knife.letter(
        "古寺" if "寺" in decor.order.words or not decor.order.words.strip() else "静心",
        x,
        3.3,
        0.44,
        decor.own("#e0b24a"),
    )


def _studded_door(decor: Decor, x: float, y: float, w: float, tone, wide: bool) -> None:
    decor.box(x - w / 2, y - 0.1, w, 2.3, tone, 0.5)
    decor.flat(x - 0.02, y - 0.1, 0.04, 2.3, darker(tone, 0.4))
    if wide:
        for i in range(6):
            for k in range(5):
                decor.dot(x - w * 0.42 + w * 0.168 * i, y + 0.25 + 0.4 * k, 0.05, 0.05, decor.own("#e0b24a"))
    else:
        for k in range(4):
            decor.flat(
                x - w * 0.4 + w * 0.2 * k + 0.04,
                y + 0.6,
                w * 0.14,
                1.3,
                decor.palette.light if decor.lit else decor.pale,
                0.7,
            )


def _pagoda_yard(decor: Decor, x: float) -> None:
    """A pagoda behind a low gate."""
    eastern.pagoda(decor.knife, x + 3.4 * window_side(decor.order), 0.0, 13.0, decor.palette, 9, 7)
    palette = decor.palette
    red, tile = palette.at(decor.own("#a8382c"), 8), palette.at(decor.own("#5d6a62"), 8)
    stone = palette.at(decor.own("#c0b7a4"), 8)
    decor.box(x - 4.6, -1, 9.2, 1.3, stone, 0.8)
    _steps(decor, x, 1.9, 2, stone)
    for dx in (-3.4, -1.3, 1.1, 3.2):
        decor.box(x + dx, 0.2, 0.3, 3.0, red, 0.8)
    decor.box(x - 3.8, 2.5, 7.6, 0.4, darker(red, 0.1), 0.8)
    eastern.roof(decor.knife, x, 3.1, 4.6, 1.2, tile, palette)


def _side_hall(decor: Decor, x: float) -> None:
    palette = decor.palette
    decor.box(x - 3.6, -1, 7.2, 4.2, palette.at(decor.own("#b5634a"), 18), 0.8)
    eastern.roof(decor.knife, x, 3.1, 4.8, 1.8, palette.at(decor.own("#5d6a62"), 18), palette)


def _red_wall(decor: Decor, x: float) -> None:
    """A red wall with a tiled cap and a round gate."""
    palette = decor.palette
    red = palette.at(mix(decor.own("#b0442f"), palette.near, 0.2), 6)
    decor.box(x - 4.6, -1, 9.2, 3.4, red, 1.0)
    decor.box(x - 4.6, -1, 9.2, 1.5, darker(red, 0.2), 0.3)
    decor.box(x - 4.8, 2.35, 9.6, 0.34, palette.snow if palette.snowy else palette.at(decor.own("#5d6a62"), 6), 0.9)
    decor.round(x, 1.2, 1.0, 1.0, darker(red, 0.5), 0.4)
    decor.dot(x, 1.2, 0.86, 0.86, mix(palette.sky_low, green(palette), 0.5))


@living("sway")
def _pine(decor: Decor, x: float) -> None:
    """A pine with flat clouds of needles, bent by wind."""
    bark, leaf = decor.own("#6b4f3c"), decor.own("#4f7a55")
    lean = 0.5 if x < 0 else -0.5
    decor.shape(
        [
            (x - 0.32, -0.3),
            (x + 0.32, -0.3),
            (x + lean * 1.4 + 0.16, 2.6),
            (x + lean * 0.5 + 0.13, 5.0),
            (x + lean * 0.5 - 0.1, 5.0),
            (x + lean * 1.4 - 0.2, 2.6),
        ],
        bark,
        1.0,
    )
    for k, (dx, y, w) in enumerate(
        ((1.5, 2.9, 1.3), (-1.1, 3.6, 1.25), (1.2, 4.4, 1.35), (-0.5, 5.1, 1.3), (0.5, 5.7, 1.0))
    ):
        px = x + dx * (1 if lean > 0 else -1)
        decor.line([(x + lean, y - 0.5), (px, y)], 0.12, bark)
        for j, (ex, ey) in enumerate(((-0.5, 0.0), (0.5, 0.02), (0.0, 0.16))):
            tone = mix(leaf, lighter(leaf, 0.22), 0.3 * j)
            decor.round(
                px + ex * w,
                y + ey,
                w * 0.62,
                0.3,
                mix(tone, decor.palette.snow, 0.55 * (j == 2) * decor.palette.snowy),
                0.7,
            )
        del k


def _censer(decor: Decor, x: float) -> None:
    bronze = decor.own("#6f6a4f")
    for dx in (-0.45, 0.45):
        decor.box(x + dx - 0.08, -0.08, 0.16, 0.6, bronze, 0.6)
    decor.shape([(x - 0.75, 1.05), (x + 0.75, 1.05), (x + 0.6, 0.42), (x - 0.6, 0.42)], bronze, 1.0)
    decor.box(x - 0.82, 1.02, 1.64, 0.12, lighter(bronze, 0.15), 0.7)
    for k in range(5):
        px = x - 0.4 + 0.2 * k
        decor.line([(px, 1.12), (px, 1.5)], 0.022, decor.own("#a5573f"))
        decor.dot(px, 1.52, 0.025, 0.025, (0.98, 0.55, 0.25))
    for k in range(2):
        with decor.knife.stirring("waft"):
            smoke = [(x - 0.2 + 0.4 * k + 0.09 * math.sin(j * 0.8 + k), 1.55 + 0.16 * j) for j in range(12)]
            decor.line(smoke, 0.09, lighter(decor.palette.sky_low, 0.3), 0.3)


def _stone_lantern(decor: Decor, x: float) -> None:
    stone = decor.own("#a49d8c")
    decor.box(x - 0.3, -0.06, 0.6, 0.2, darker(stone, 0.1), 0.6)
    decor.box(x - 0.1, 0.1, 0.2, 0.8, stone, 0.6)
    decor.box(x - 0.28, 0.88, 0.56, 0.14, stone, 0.6)
    decor.glow(x, 1.2, 1.7, 0.9)
    decor.box(x - 0.2, 1.0, 0.4, 0.4, darker(stone, 0.08), 0.4)
    decor.flat(x - 0.11, 1.06, 0.22, 0.28, decor.palette.light if decor.lit else darker(stone, 0.5))
    decor.shape(
        [(x - 0.46, 1.38), (x + 0.46, 1.38), (x + 0.16, 1.7), (x - 0.16, 1.7)],
        decor.palette.snow if decor.palette.snowy else lighter(stone, 0.06),
        0.8,
    )
    decor.round(x, 1.78, 0.09, 0.11, stone, 0.4)


def palace(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The great hall with golden roofs on its marble terrace; or, by Western words, a castle with towers and banners."""
    east = eastern.is_eastern(order) or any("\u3400" <= c <= "\u9fff" for c in order.words)
    west = any(word in order.words.lower() for word in ("castle", "王宫", "城堡")) or (
        order.words.isascii() and not east and variant(order) > 0
    )
    return (
        parts.sky(order, palette, clouds=0.6),
        parts.hills(palette, "hills", 120.0, mix(palette.far, green(palette), 0.3), 12, 9, 80, order.seed, snow=0.5 * palette.snowy),
        plane("wings", 24.0, row(17.0, 8.5, _tower if west else _palace_wing, over=9), order, palette, top=20, bottom=-1, built=True),
        plane("great hall", 12.0, only(_keep if west else _great_hall, 0.0, 14), order, palette, top=20, bottom=-1, gap=1.6, built=True),
        plane("terrace", 6.5, _moat_wall if west else _balustrade, order, palette, top=4, bottom=-1, gap=1.2),
        plane("guards", 3.2, both(only(_lion, -3.7), only(_lion, 3.7)) if not west else both(only(_banner_pole, -3.9), only(_banner_pole, 3.9)), order, palette, top=6, bottom=-0.5),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.02), slabs(order, palette), bump=0.008),
    )  # fmt: skip


def _great_hall(decor: Decor, x: float) -> None:
    palette = decor.palette
    marble, red = palette.at(decor.own("#e0dccb"), 11), palette.at(decor.own("#ad3526"), 11)
    tile = palette.at(decor.own("#d39a35"), 11)
    for k in range(3):
        decor.box(
            x - 9.5 + 0.7 * k,
            -1 + 0.62 * k if k else -1,
            19 - 1.4 * k,
            0.75 if k else 1.6,
            lighter(marble, 0.05 * k),
            0.7,
        )
        for j in range(22):
            px = x - 9.2 + 0.7 * k + (18.4 - 1.4 * k) * j / 21
            if abs(px - x) > 1.5:
                decor.box(px - 0.08, 0.6 + 0.6 * k - 0.02, 0.16, 0.34, lighter(marble, 0.2), 0.3)
    for k in range(10):
        decor.box(x - 1.5 + 0.05 * k, -0.1 + 0.18 * k, 3.0 - 0.1 * k, 0.19, lighter(marble, 0.03 * k), 0.3)
    decor.box(x - 7.2, 1.7, 14.4, 3.2, red, 0.9)
    for k in range(10):
        decor.box(x - 7.1 + 1.55 * k, 1.7, 0.32, 3.2, darker(red, 0.15), 0.7)
    for k in range(9):
        pane = palette.light if decor.lit else palette.at(decor.own("#c98a4a"), 11)
        decor.flat(x - 6.6 + 1.55 * k, 2.0, 0.95, 2.2, darker(red, 0.3))
        for j in range(3):
            decor.flat(x - 6.53 + 1.55 * k + 0.29 * j, 2.7, 0.22, 1.4, pane, 0.85)
    decor.box(x - 7.6, 4.6, 15.2, 0.4, palette.at(decor.own("#3f7a7a"), 11), 0.6)
    eastern.roof(decor.knife, x, 4.9, 9.0, 1.6, tile, palette)
    decor.box(x - 5.4, 6.4, 10.8, 0.9, red, 0.6)
    decor.box(x - 5.6, 7.0, 11.2, 0.35, palette.at(decor.own("#3f7a7a"), 11), 0.6)
    eastern.roof(decor.knife, x, 7.2, 7.0, 2.4, tile, palette)
    decor.box(x - 0.7, 5.9, 1.4, 1.0, decor.own("#2f4f7a"), 0.6)


def _palace_wing(decor: Decor, x: float) -> None:
    palette = decor.palette
    decor.box(x - 5.0, -1, 10, 5.0, palette.at(decor.own("#ad3526"), 22), 0.8)
    eastern.roof(decor.knife, x, 3.9, 6.4, 2.2, palette.at(decor.own("#c9953a"), 22), palette)


def _balustrade(decor: Decor, x0: float, x1: float) -> None:
    marble = decor.palette.at(decor.own("#dedac9"), 6)
    for i in cells(x0, x1, 0.8, 1):
        if abs(i * 0.8) < 2.6:
            continue
        decor.box(i * 0.8 - 0.1, -0.4, 0.2, 1.35, marble, 0.7)
        decor.round(i * 0.8, 1.02, 0.11, 0.14, lighter(marble, 0.1), 0.4)
        decor.box(i * 0.8 + 0.1, 0.1, 0.6, 0.6, darker(marble, 0.08), 0.4)


def _lion(decor: Decor, x: float) -> None:
    """A stone lion on its base, facing the axis."""
    stone, n = decor.own("#b9b2a0"), -1 if x > 0 else 1
    decor.box(x - 0.55, -0.08, 1.1, 0.75, darker(stone, 0.12), 1.0)
    decor.box(x - 0.62, 0.62, 1.24, 0.12, lighter(stone, 0.08), 0.6)
    decor.shape(
        [
            (x - n * 0.42, 0.74),
            (x + n * 0.36, 0.74),
            (x + n * 0.34, 1.3),
            (x + n * 0.1, 1.75),
            (x - n * 0.25, 1.55),
            (x - n * 0.48, 1.1),
        ],
        stone,
        0.9,
    )
    for k in range(7):
        a = 0.9 * k
        decor.round(x + n * 0.16 + 0.27 * math.cos(a), 1.85 + 0.27 * math.sin(a), 0.14, 0.14, darker(stone, 0.08), 0.3)
    decor.round(x + n * 0.2, 1.84, 0.27, 0.27, lighter(stone, 0.08), 0.6)
    decor.round(x + n * 0.42, 1.76, 0.13, 0.11, lighter(stone, 0.12), 0.4)
    decor.dot(x + n * 0.28, 1.92, 0.035, 0.035, darker(stone, 0.6))
    decor.round(x + n * 0.4, 0.9, 0.16, 0.16, lighter(stone, 0.04), 0.5)


def _keep(decor: Decor, x: float) -> None:
    """A castle: curtain wall, gate, towers with pointed roofs."""
    palette = decor.palette
    stone = palette.at(decor.own("#b3a894"), 11)
    roof = (
        palette.snow
        if palette.snowy
        else palette.at(decor.own(("#4f6f93", "#8a4a4a", "#5f6f5c")[variant(decor.order)]), 11)
    )
    for dx, w, h in ((-3.2, 3.0, 9.5), (1.0, 2.6, 11.5), (3.6, 2.2, 8.4)):
        decor.box(x + dx, -1, w, h + 1, darker(stone, 0.06), 0.9)
        decor.shape([(x + dx - 0.35, h), (x + dx + w + 0.35, h), (x + dx + w / 2, h + 3.4)], roof, 0.9)
        for k in range(2):
            pane = palette.light if decor.lit else darker(stone, 0.5)
            decor.box(x + dx + w / 2 - 0.22, h - 1.7 - 1.9 * k, 0.44, 0.9, pane, 0.3)
        decor.line([(x + dx + w / 2, h + 3.3), (x + dx + w / 2, h + 4.4)], 0.06, darker(stone, 0.4))
        decor.shape(
            [(x + dx + w / 2, h + 4.4), (x + dx + w / 2 + 1.0, h + 4.15), (x + dx + w / 2, h + 3.85)],
            decor.own("#b5362c"),
            0.4,
        )
    decor.box(x - 8.0, -1, 16, 5.2, stone, 1.0)
    for k in range(17):
        decor.box(x - 8.0 + 0.96 * k, 4.1, 0.55, 0.55, stone, 0.6)
    for k in range(30):
        decor.flat(x - 7.6 + 15 * decor.odds(k), 0.2 + 3.6 * decor.odds(k, 1), 0.7, 0.28, darker(stone, 0.1), 0.7)
    decor.round(x, 2.1, 1.35, 1.35, darker(stone, 0.55), 0.4)
    decor.flat(x - 1.35, -0.2, 2.7, 2.3, darker(stone, 0.55))
    for k in range(5):
        decor.flat(x - 1.1 + 0.5 * k, 0.6, 0.09, 2.7, darker(stone, 0.75))
    for end in (-8.6, 6.8):
        decor.box(x + end, -1, 1.8, 7.4, darker(stone, 0.04), 1.0)
        decor.shape([(x + end - 0.3, 6.3), (x + end + 2.1, 6.3), (x + end + 0.9, 8.9)], roof, 0.8)


def _tower(decor: Decor, x: float) -> None:
    palette = decor.palette
    stone = palette.at(decor.own("#b3a894"), 22)
    decor.box(x - 1.6, -1, 3.2, 10 + 3 * decor.odds(1), stone, 0.8)
    h = 9 + 3 * decor.odds(1)
    decor.shape([(x - 2.0, h), (x + 2.0, h), (x, h + 4)], palette.at(decor.own("#5f6f86"), 22), 0.8)


def _moat_wall(decor: Decor, x0: float, x1: float) -> None:
    stone = decor.palette.at(decor.own("#a59a86"), 6)
    for i in cells(x0, x1, 0.9, 1):
        if abs(i * 0.9) > 2.4:
            decor.box(
                i * 0.9 - 0.45, -0.5, 0.88, 1.1 + 0.25 * (i % 2), mix(stone, darker(stone, 0.12), decor.odds(i)), 0.7
            )


def _banner_pole(decor: Decor, x: float) -> None:
    decor.box(x - 0.05, -0.1, 0.1, 5.2, decor.own("#6b4a33"), 0.7)
    hue = decor.own(("#b5362c", "#3f5f93", "#4f7a55")[variant(decor.order)])
    n = -1 if x > 0 else 1
    with decor.knife.stirring("flag"):
        decor.shape([(x, 4.9), (x + n * 1.25, 4.75), (x + n * 1.05, 3.9), (x + n * 1.3, 3.0), (x, 3.2)], hue, 0.9)
        decor.round(x + n * 0.55, 4.0, 0.3, 0.3, decor.own("#e0b24a"), 0.4)
