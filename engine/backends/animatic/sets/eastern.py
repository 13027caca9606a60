"""How the sets dress for a Chinese place: upturned roofs, pagodas, junk sails, willows, red lanterns, latticed paper windows.

A script in Chinese is taken at its word only where nothing modern is named: a hospital or an airport keeps its plain walls.
"""

from __future__ import annotations

import math
import re

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, living, outline
from engine.backends.animatic.sets import parts
from engine.backends.animatic.stage import SetOrder

_HAN = re.compile(r"[\u3400-\u9fff]")
_NAMED = re.compile(
    r"\b(?:temple|pagoda|shrine|tang|ming|song dynasty|china|chinese|beijing|shanghai|suzhou|hangzhou)\b"
)
_MODERN = re.compile(
    r"医院|病房|学校|教室|操场|校园|办公|公司|公寓|机场|飞机|地铁|火车|车站|汽车|公路|高速|咖啡|酒吧|超市|商场|电梯|实验室"
    r"|太空|宇宙|飞船|月球|火星|电影院|体育|工厂|城市|大楼|高楼|沙漠|非洲|欧洲|美国|巴黎|伦敦|纽约|教堂|灯塔|码头|海滩|沙滩|现代|未来"
)
LACQUER: Colour = (0.72, 0.24, 0.20)


def is_eastern(order: SetOrder) -> bool:
    """Whether the place is dressed the Chinese way."""
    words = order.words.lower()
    if order.period == "old east" or _NAMED.search(words):
        return True
    return bool(_HAN.search(words)) and not _MODERN.search(words)


def roof(knife: Knife, x: float, y: float, half: float, rise: float, tone: Colour, palette: Palette) -> None:
    """A tiled roof with upturned eaves over the middle `x`: `half` wide on each side at height `y`."""
    tip, low = 0.16 * rise + 0.10 * half, y - 0.02 * half
    path = skia.Path()
    path.moveTo(x - half, y + tip)
    path.quadTo(x - half * 0.82, low, x - half * 0.62, low)
    path.lineTo(x + half * 0.62, low)
    path.quadTo(x + half * 0.82, low, x + half, y + tip)
    path.quadTo(x + half * 0.62, y + rise * 0.34, x + half * 0.46, y + rise)
    path.lineTo(x - half * 0.46, y + rise)
    path.quadTo(x - half * 0.62, y + rise * 0.34, x - half, y + tip)
    path.close()
    knife.cut(path, tone, 1.0)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    count = max(5, round(half * 4))
    for i in range(-count, count + 1):
        u = i / count
        knife.stroke([(x + u * half * 0.48, y + rise), (x + u * half, y - 0.1)], 0.022, darker(tone, 0.16), 0.55)
    if palette.snowy:
        knife.cut(blob(x, y + rise * 1.05, half * 0.72, rise * 0.72, round(half * 10), 0.1), palette.snow, 0.5)
    knife.canvas.restore()
    ridge = outline([(x - half * 0.5, y + rise - 0.02), (x - half * 0.54, y + rise + 0.14), (x - half * 0.44, y + rise + 0.07), (x + half * 0.44, y + rise + 0.07), (x + half * 0.54, y + rise + 0.14), (x + half * 0.5, y + rise - 0.02)])  # fmt: skip
    knife.cut(ridge, palette.snow if palette.snowy else darker(tone, 0.12), 0.5)


def long_roof(knife: Knife, x0: float, x1: float, y: float, palette: Palette) -> None:
    """The roof over a room that is cut open, for wide views: a painted beam, tiles, a ridge; above it is sky."""
    tile = darker(mix(palette.near, palette.sky_top, 0.4), 0.34)
    knife.rect(x0 - 1, y + 0.3, x1 - x0 + 2, 2.3, tile, 0.8)
    pitch = 0.34 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        knife.stroke([(i * pitch, y + 0.3), (i * pitch, y + 2.55)], 0.05, darker(tile, 0.18), 0.6)
    knife.rect(x0 - 1, y + 2.45, x1 - x0 + 2, 0.26, palette.snow if palette.snowy else darker(tile, 0.15), 0.7)
    knife.rect(x0 - 1, y - 0.02, x1 - x0 + 2, 0.34, darker(mix(palette.near, LACQUER, 0.6), 0.15), 1.2)
    for i in cells(x0, x1, 1.6):
        knife.dab(blob(i * 1.6, y + 0.15, 0.16, 0.10, i, 0.02, 12), mix(palette.sky_top, palette.light, 0.35), 0.8)


@living("hang")
def lantern(knife: Knife, x: float, y: float, size: float, palette: Palette, on: bool) -> None:
    """A red paper lantern that hangs from (x, y), `size` high."""
    red = mix(LACQUER, palette.light, 0.30 if on else 0.06)
    knife.stroke([(x, y), (x, y - size * 0.2)], 0.012, darker(LACQUER, 0.5))
    if on:
        knife.glow(x, y - size * 0.6, size * 3.2, mix(palette.light, LACQUER, 0.2), 0.8)
    knife.cut(blob(x, y - size * 0.6, size * 0.46, size * 0.38, 4, 0.0, 15), red, 0.4)
    for k in (-0.22, 0.0, 0.22):
        knife.stroke(
            [(x + k * size, y - size * 0.26), (x + k * size * 1.1, y - size * 0.94)], size * 0.02, darker(red, 0.2), 0.6
        )
    for dy in (-0.22, -0.98):
        knife.dab(outline([(x - size * 0.2, y + dy * size - size * 0.05), (x + size * 0.2, y + dy * size - size * 0.05), (x + size * 0.2, y + dy * size + size * 0.04), (x - size * 0.2, y + dy * size + size * 0.04)]), mix(palette.light, LACQUER, 0.5))  # fmt: skip
    knife.stroke([(x, y - size), (x, y - size * 1.35)], size * 0.05, darker(LACQUER, 0.1))


def pagoda(knife: Knife, x: float, y: float, tall: float, palette: Palette, z: float, storeys: int = 5) -> None:
    """A pagoda seen from afar, standing at (x, y), `tall` metres."""
    wall = palette.at(mix(palette.accent, palette.near, 0.35), z)
    tone = palette.at(darker(mix(palette.near, palette.sky_top, 0.3), 0.28), z)
    step, half = tall * 0.86 / storeys, tall * 0.15
    for k in range(storeys):
        w = half * (1 - 0.11 * k)
        knife.rect(x - w * 0.74, y, w * 1.48, step * 0.72, wall, 0.5)
        lit = palette.light if palette.is_dark else darker(wall, 0.35)
        knife.dab(
            outline(
                [(x - w * 0.18, y), (x + w * 0.18, y), (x + w * 0.18, y + step * 0.5), (x - w * 0.18, y + step * 0.5)]
            ),
            lit,
        )
        roof(knife, x, y + step * 0.66, w * 1.42, step * 0.38, tone, palette)
        y += step
    knife.cut(outline([(x - tall * 0.012, y), (x + tall * 0.012, y), (x, y + tall * 0.14)]), tone, 0.4)


def junk(knife: Knife, x: float, s: float, sail: Colour, hull: Colour) -> None:
    """A junk: two battened sails like fans, a curved hull with a high stern; `s` scales it from about 7 m."""
    for mx, wide, tall in ((-1.1, 1.5, 3.6), (0.9, 2.1, 5.4)):
        shape = outline([(x + (mx - wide * 0.42) * s, 1.0 * s), (x + (mx + wide * 0.58) * s, 1.15 * s), (x + (mx + wide * 0.62) * s, tall * 0.72 * s), (x + (mx + wide * 0.16) * s, tall * s), (x + (mx - wide * 0.30) * s, tall * 0.80 * s)])  # fmt: skip
        knife.cut(shape, sail, 0.6)
        knife.canvas.save()
        knife.canvas.clipPath(shape, doAntiAlias=True)
        for k in range(1, 6):
            y = 1.0 + (tall - 1.0) * k / 6
            knife.stroke(
                [(x + (mx - wide) * s, (y - 0.12) * s), (x + (mx + wide) * s, (y + 0.22) * s)],
                0.07 * s,
                darker(sail, 0.18),
                0.8,
            )
        knife.canvas.restore()
    path = skia.Path()
    path.moveTo(x - 2.5 * s, 1.15 * s)
    path.quadTo(x - 0.6 * s, 0.45 * s, x + 1.4 * s, 0.62 * s)
    path.quadTo(x + 2.4 * s, 0.75 * s, x + 3.0 * s, 1.55 * s)
    path.lineTo(x + 2.3 * s, -0.5)
    path.lineTo(x - 1.8 * s, -0.5)
    path.close()
    knife.cut(path, hull, 0.6)


def willows(knife: Knife, x0: float, x1: float, z: float, side: int, order: SetOrder, palette: Palette) -> None:
    """A willow to one side of the stage, and again far along: its strands hang in paper ribbons."""
    bark = palette.at(darker(mix(palette.near, palette.accent, 0.15), 0.45), z)
    leaf = palette.at(mix(palette.near, (0.50, 0.62, 0.30) if not palette.is_dark else (0.22, 0.36, 0.36), 0.55), z)
    leaf = mix(leaf, palette.snow, 0.45) if palette.snowy else leaf
    for i in cells(x0, x1, 21, 5):
        seed = order.seed * 3 + i
        x = i * 21 + side * between(4.6, 5.4, order.seed, 61)
        knife.cut(
            outline(
                [
                    (x - 0.24, -0.3),
                    (x + 0.26, -0.3),
                    (x + 0.10, 1.4),
                    (x + 0.34 * -side, 3.4),
                    (x + 0.10 * -side, 3.5),
                    (x - 0.14, 1.5),
                ]
            ),
            bark,
            0.9,
        )
        parts.foot(knife, x, 0.30, palette, z, seed)
        with knife.stirring("hang"):
            for k in range(30):
                u = (k + 0.5) / 30 * 2 - 1
                top = 3.25 + 0.85 * math.sqrt(max(0.0, 1 - u * u))
                low = between(0.55, 2.3, seed, k, 62) + 0.5 * (1 - abs(u))
                bend = 0.16 * math.sin(k * 1.7) - 0.12 * u
                px, w = x + 0.2 * -side + u * 2.25, between(0.05, 0.09, seed, k, 63)
                tone = mix(leaf, lighter(leaf, 0.18), chance(seed, k, 64))
                knife.dab(outline([(x + 0.2 * -side + u * 1.2, 3.9), (px - w, top - 0.4), (px + bend - w * 0.8, (top + low) / 2), (px + bend * 1.6, low), (px + bend + w * 0.8, (top + low) / 2), (px + w, top - 0.2)]), tone, 0.94)  # fmt: skip


def house(knife: Knife, x: float, w: float, seed: int, order: SetOrder, palette: Palette) -> None:
    """A shop house: pale wall on timber, latticed doors and windows, one or two tiers of tiled roof, lanterns under the eaves."""
    pale = palette.at(mix(lighter(palette.ground, 0.25), palette.near, 0.25 * chance(seed, 1)), 7)
    wood = palette.at(mix(darker(palette.near, 0.30), LACQUER, 0.55 if chance(seed, 2) < 0.5 else 0.2), 7)
    tile = palette.at(darker(mix(palette.near, palette.sky_top, 0.45), 0.34), 7)
    on = palette.is_dark or order.time_of_day == "dusk"
    paper = palette.light if on else lighter(mix(palette.sky_low, palette.ground, 0.5), 0.3)
    middle, y = x + w / 2, 0.0
    for storey in range(1 + (chance(seed, 3) < 0.55)):
        inset = 0.28 * storey
        tall = 2.55 if storey == 0 else 1.7
        knife.rect(
            x + inset, y - (1 if storey == 0 else 0), w - 2 * inset, tall + (1 if storey == 0 else 0), pale, 0.9, 0.02
        )
        for k in range(4):
            _screen(
                knife,
                x + inset + (w - 2 * inset) * (0.14 + 0.24 * k),
                y + (0.05 if storey == 0 else 0.35),
                0.86,
                1.95 if storey == 0 else 1.0,
                wood,
                paper,
                on and chance(seed, storey, k, 4) < 0.8,
            )
        for k in range(5):
            px = x + inset + (w - 2 * inset) * (0.02 + 0.24 * k)
            knife.rect(px - 0.055, y - (1 if storey == 0 else 0), 0.11, tall + (1 if storey == 0 else 0), wood, 0.4)
        roof(knife, middle, y + tall, w / 2 + 0.75 - inset, 1.05 if storey else 0.95, tile, palette)
        if storey == 0:
            for side in (-1, 1):
                lantern(knife, middle + side * (w / 2 - 0.1), y + tall + 0.02, 0.52, palette, on)
        y += tall + 0.72
    if chance(seed, 5) < 0.45:
        knife.rect(middle - 0.62, 2.62, 1.24, 0.40, darker(wood, 0.2), 0.7)
        for k in range(3):
            knife.dab(
                blob(middle - 0.36 + 0.36 * k, 2.82, 0.10, 0.09, seed + k, 0.3, 6), mix(palette.light, wood, 0.25)
            )


def _screen(knife: Knife, x: float, y: float, w: float, h: float, wood: Colour, paper: Colour, lit: bool) -> None:
    """A latticed paper screen with its foot at y, `x` its middle."""
    tone = paper if lit else mix(darker(paper, 0.30), wood, 0.25)
    knife.dab(outline([(x - w / 2, y), (x + w / 2, y), (x + w / 2, y + h), (x - w / 2, y + h)]), tone)
    for k in range(1, 4):
        px = x - w / 2 + w * k / 4
        knife.stroke([(px, y + h * 0.30), (px, y + h)], 0.03, wood)
    for k in range(5):
        py = y + h * (0.30 + 0.70 * k / 4)
        knife.stroke([(x - w / 2, py), (x + w / 2, py)], 0.03, wood)
    knife.dab(
        outline([(x - w / 2, y), (x + w / 2, y), (x + w / 2, y + h * 0.29), (x - w / 2, y + h * 0.29)]), wood, 0.85
    )


def back_row(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Roof behind roof, and a pagoda now and then."""
    for i in cells(x0, x1, 6.2, 8):
        w, h = between(5.0, 7.2, order.seed, i, 11), between(4.2, 7.0, order.seed, i, 12)
        wall = palette.at(mix(palette.far, palette.near, between(0.1, 0.5, order.seed, i, 13)), 20)
        tile = palette.at(mix(darker(palette.near, 0.3), palette.far, 0.4), 20)
        x = i * 6.2
        if chance(order.seed, i, 15) < 0.16:
            pagoda(knife, x + w / 2, -1, 15, palette, 20)
            continue
        knife.rect(x, -1, w, h + 1, wall, 0.8, 0.05)
        for k in range(3):
            lit = palette.is_dark and chance(order.seed, i, k, 14) < 0.5
            wx = x + w * (0.2 + 0.3 * k)
            knife.dab(
                outline([(wx - 0.35, h - 1.9), (wx + 0.35, h - 1.9), (wx + 0.35, h - 0.7), (wx - 0.35, h - 0.7)]),
                palette.light if lit else darker(wall, 0.2),
                0.85,
            )
        roof(knife, x + w / 2, h, w / 2 + 1.0, 1.7, tile, palette)


def skyline(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """City gates and pagodas in the haze."""
    tone = palette.at(palette.far, 52)
    for i in cells(x0, x1, 17, 14):
        x = i * 17 + between(-3, 3, order.seed, i, 1)
        if chance(order.seed, i, 2) < 0.35:
            pagoda(knife, x, -2, between(19, 27, order.seed, i, 3), palette, 60)
            continue
        h, w = between(6, 10, order.seed, i, 4), between(9, 13, order.seed, i, 5)
        knife.cut(outline([(x - w / 2, -2), (x + w / 2, -2), (x + w * 0.46, h), (x - w * 0.46, h)]), tone, 0.6)
        roof(knife, x, h, w * 0.62, 3.0, darker(tone, 0.06), palette)


def lantern_posts(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A post with a crossbar and two lanterns, in the place of street lamps."""
    wood = palette.at(darker(mix(palette.near, LACQUER, 0.35), 0.35), 2)
    on = palette.is_dark or order.time_of_day == "dusk"
    for i in cells(x0, x1, 7.5, 4):
        x = i * 7.5 + between(2.6, 4.6, order.seed, i, 80)
        knife.rect(x - 0.06, -0.1, 0.12, 3.5, wood, 0.5)
        knife.rect(x - 0.62, 3.2, 1.24, 0.09, wood, 0.4)
        for side in (-1, 1):
            lantern(knife, x + side * 0.5, 3.2, 0.6, palette, on)


def moon_window(x: float, y: float, w: float, h: float) -> skia.Path:
    """A round window in the box of a square one."""
    r = min(w, h) / 2
    path = skia.Path()
    path.addCircle(x + w / 2, y + h / 2, r)
    return path


def window_dressing(
    knife: Knife, box: tuple[float, float, float, float], n: int, order: SetOrder, palette: Palette
) -> None:
    """The ring and lattice of a moon window, with a spray of bamboo in one half."""
    x, y, w, h = box
    cx, cy, r = x + w / 2, y + h / 2, min(w, h) / 2
    wood = darker(mix(palette.near, LACQUER, 0.45), 0.12)
    ring = moon_window(x - 0.1, y - 0.1, w + 0.2, h + 0.2)
    ring.addPath(moon_window(*box))
    ring.setFillType(skia.PathFillType.kEvenOdd)
    knife.cut(ring, wood, 0.8)
    for k in (-0.5, 0.0, 0.5):
        reach = r * math.sqrt(1 - k * k)
        if k:
            knife.stroke([(cx + k * r, cy - reach), (cx + k * r, cy + reach)], 0.032, wood)
            knife.stroke([(cx - reach, cy + k * r), (cx + reach, cy + k * r)], 0.032, wood)
    for dx, dy in ((-0.5, 0), (0.5, 0), (0, -0.5), (0, 0.5)):
        knife.stroke([(cx + dx * r, cy + dy * r), (cx + dx * r * 2, cy + dy * r * 2)], 0.028, wood)
    px = cx + (1.75 if n % 2 else -1.75)
    hanging_scroll(knife, px, y + h + 0.18, order.seed + n, palette)


def hanging_scroll(knife: Knife, x: float, top: float, seed: int, palette: Palette) -> None:
    """A painting of mountains and a moon, on a scroll hung from `top`."""
    silk, paper = mix(palette.accent, palette.near, 0.55), lighter(mix(palette.far, palette.ground, 0.4), 0.35)
    knife.rect(x - 0.33, top - 1.62, 0.66, 1.56, silk, 0.7)
    knife.rect(x - 0.26, top - 1.40, 0.52, 1.16, paper, 0.0)
    ink = darker(palette.near, 0.3)
    knife.dab(outline([(x - 0.26, top - 1.12), (x - 0.10, top - 0.72), (x + 0.02, top - 0.94), (x + 0.15, top - 0.62), (x + 0.26, top - 1.02), (x + 0.26, top - 1.24), (x - 0.26, top - 1.24)]), ink, 0.45 + 0.2 * chance(seed, 3))  # fmt: skip
    knife.dab(blob(x + choose((-0.12, 0.12), seed, 4), top - 0.42, 0.06, 0.06, seed, 0.02), LACQUER, 0.85)
    for y in (top - 0.06, top - 1.66):
        knife.rect(x - 0.38, y, 0.76, 0.06, darker(palette.near, 0.4), 0.5)
