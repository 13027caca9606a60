"""Pieces that several sets share: sky, ground strips, hills, trees, lamps, lettered signs, the wings at the frame's edge."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from engine.backends.animatic import heavens
from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, curve, land, living, outline, ridge
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

SKY_Z = 300.0

ROWS = (-22.0, -15.0, -10.0, -6.8, -4.4, -2.7, -1.5, -0.6, 0.6, 1.6, 2.9, 4.6, 7.0, 10.5, 15.0, 22.0, 32.0, 48.0)
"""Depths of the ground strips, closer together near the stage."""

Marks = Callable[[Knife, float, float, float, int], None]
"""marks(knife, x0, x1, z, row): what lies on a ground strip, below its edge."""


def sky(
    order: SetOrder, palette: Palette, *, sun: tuple[float, float] | None = None, clouds: float = 0.5, moon: bool = True
) -> Sheet:
    """Bands of tissue with torn edges, sun or moon, clouds, stars. `sun` is its place in sky metres (x, y)."""
    sun = sun if sun is not None else (between(-70, -34, order.seed, 5), between(48, 62, order.seed, 6))
    return Sheet(
        "sky", SKY_Z, lambda knife, x0, x1: _paint_sky(knife, x0, x1, order, palette, sun, clouds, moon), gap=0
    )


def _paint_sky(
    knife: Knife,
    x0: float,
    x1: float,
    order: SetOrder,
    palette: Palette,
    sun: tuple[float, float],
    clouds: float,
    moon: bool,
) -> None:
    knife.dab(outline([(x0, -400), (x1, -400), (x1, 400), (x0, 400)]), palette.sky_top)
    bands = 7
    for i in range(bands):
        share = (i + 1) / bands
        base = 118 * (1 - share) ** 1.25 - 4
        tone = mix(palette.sky_top, palette.sky_low, share**0.85)
        edge = land(
            x0, x1, 4, lambda x, b=base, i=i: b + 5 * ridge(x, 90, order.seed + i) + 1.2 * ridge(x, 14, i), -400
        )
        knife.dab(edge, lighter(tone, 0.10))
        knife.canvas.save()
        knife.canvas.translate(0, -2.2 * knife.line)
        knife.dab(edge, tone)
        knife.canvas.restore()
    overcast = order.weather in ("rain", "storm", "snow", "fog") or "overcast" in order.air
    if palette.is_dark and not overcast:
        _stars(knife, x0, x1, order.seed, palette)
    if not overcast and (moon or not palette.is_dark):
        _sun_or_moon(knife, sun, order, palette)
    lowering = 1.4 if "overcast" in order.air else clouds
    thick = {"rain": 1.3, "storm": 1.6, "snow": 1.0, "fog": 0.3}.get(order.weather, lowering)
    shown = not overcast and (moon or not palette.is_dark)
    _clouds(knife, x0, x1, order, palette, thick, _disc(sun, order) if shown else None)


def _stars(knife: Knife, x0: float, x1: float, seed: int, palette: Palette) -> None:
    tone = mix(palette.light, palette.sky_low, 0.2)
    for i in cells(x0, x1, 7):
        for k in range(3):
            x = (i + chance(seed, i, k)) * 7
            y = 16 + 130 * chance(seed, i, k, 2) ** 0.8
            size = 0.22 + 0.75 * chance(seed, i, k, 3) ** 4
            if size > 0.62:
                knife.dab(sparkle(x, y, size * 1.9), tone, 0.95)
            else:
                knife.dab(blob(x, y, size, size, i * 3 + k, 0.2, 6), tone, 0.45 + 0.5 * chance(seed, i, k, 4))


def sparkle(x: float, y: float, size: float) -> skia.Path:
    """A four-pointed star."""
    points = []
    for i in range(8):
        r = size if i % 2 == 0 else size * 0.26
        points.append((x + r * math.sin(i * math.pi / 4), y + r * math.cos(i * math.pi / 4)))
    return outline(points)


def _disc(sun: tuple[float, float], order: SetOrder) -> tuple[float, float, float]:
    """Middle and radius of the sun or moon: low and large at dawn and dusk."""
    low = order.time_of_day in ("dawn", "dusk")
    return sun[0], sun[1] * (0.36 if low else 1.0), 8.5 if low else 6.5


def _sun_or_moon(knife: Knife, sun: tuple[float, float], order: SetOrder, palette: Palette) -> None:
    x, y, r = _disc(sun, order)
    low = order.time_of_day in ("dawn", "dusk")
    tone = mix(palette.light, palette.accent, 0.35) if low else palette.light
    lit = heavens.moon(order, x, y, r) if palette.is_dark else blob(x, y, r, r, order.seed, 0.025, 15)
    if lit is None:
        return
    for grow, alpha in ((4.2, 0.10), (2.7, 0.14), (1.7, 0.22)):
        knife.dab(blob(x, y, r * grow, r * grow, order.seed + int(grow * 10), 0.04, 17), tone, alpha)
    knife.cut(lit, tone, 0.5)
    if palette.is_dark and "crescent" not in order.air and "half moon" not in order.air:
        for dx, dy, size in ((-0.3, 0.25, 0.22), (0.35, -0.1, 0.15), (0.0, -0.45, 0.18), (0.42, 0.42, 0.1)):
            knife.dab(blob(x + dx * r, y + dy * r, size * r, size * r * 0.85, 3), mix(tone, palette.far, 0.28))


Puff = tuple[float, float, float]
"""Middle, foot and width of a cloud."""


def _clouds(
    knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette, amount: float,
    disc: tuple[float, float, float] | None,
) -> None:  # fmt: skip
    """Two rows of paper clouds; none lies across the sun or moon (`disc`), which would look bitten, and no far one behind
    a near one with only its foot showing, which looks like a plank."""
    grim = order.weather in ("rain", "storm") or "overcast" in order.air
    for layer in range(2):
        for i in cells(x0, x1, _CLOUD_PITCH[layer], 50):
            puff = _puff(i, layer, order, amount)
            if puff is None or (disc and _bites(puff, disc)):
                continue
            later = [(k, row) for row in range(layer, 2) for k in cells(puff[0], puff[0], _CLOUD_PITCH[row], 80)]
            nearer = [_puff(k, row, order, amount) for k, row in later if row > layer or k > i]
            if any(near and _peeps(puff, near) for near in nearer):
                continue
            tone = mix(palette.sky_low, palette.sky_top, 0.25 + 0.3 * layer if not grim else 0.6 + 0.25 * layer)
            tone = lighter(tone, 0.16 if not palette.is_dark and not grim else 0.05)
            tone = darker(tone, 0.22) if "overcast" in order.air else tone
            knife.cut(cloud(*puff, order.seed + i * 7 + layer), tone, 1.3)


_CLOUD_PITCH = (84, 62)


def _puff(i: int, layer: int, order: SetOrder, amount: float) -> Puff | None:
    """The cloud of a cell, where that has one."""
    if chance(order.seed, i, layer, 40) > amount * (0.85 if layer else 0.7):
        return None
    x = (i + chance(order.seed, i, layer, 41)) * _CLOUD_PITCH[layer]
    y = between(34, 96, order.seed, i, layer, 42) - (8 if layer else 0)
    return x, y, between(26, 58, order.seed, i, layer, 43) * (1.4 if order.weather in ("rain", "storm") else 1)


def _bites(puff: Puff, disc: tuple[float, float, float]) -> bool:
    x, y, w = puff
    return abs(x - disc[0]) < w * 0.58 + disc[2] and -w * 0.45 - disc[2] < y - disc[1] < w * 0.10 + disc[2]


def _peeps(puff: Puff, near: Puff) -> bool:
    """Whether a near cloud hides the humps of a far one, but not its foot."""
    return abs(puff[0] - near[0]) < 0.5 * near[2] and 0 < near[1] - puff[1] < 0.45 * puff[2]


def cloud(x: float, y: float, width: float, seed: int) -> skia.Path:
    """A flat-bottomed paper cloud with three to five humps, `width` across."""
    humps = 3 + int(chance(seed, 1) * 3)
    path = skia.Path()
    for i in range(humps):
        u = (i + 0.5) / humps
        r = width * (0.13 + 0.17 * math.sin(math.pi * u)) * (0.8 + 0.4 * chance(seed, i, 2))
        cx = x + (u - 0.5) * width * 0.78
        path.addOval(skia.Rect.MakeLTRB(cx - r * 1.15, y - r * 0.2, cx + r * 1.15, y + r * 1.35))
    path.addRRect(
        skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(x - width / 2, y - width * 0.07, x + width / 2, y + width * 0.07),
            width * 0.07,
            width * 0.07,
        )
    )
    return skia.Simplify(path)


def ground(
    palette: Palette,
    tone: Callable[[float], Colour],
    marks: Marks,
    *,
    bump: float = 0.03,
    until: float = 50.0,
    since: float = -30.0,
) -> tuple[Sheet, ...]:
    """Ground strips from far to near: each a sheet whose edge is at y = 0, lower strips hiding the foot of the one
    behind, as on a toy stage. `tone(z)` is the paper of a strip before the air gets at it."""

    def strip(row: int, z: float) -> Sheet:
        def paint(knife: Knife, x0: float, x1: float) -> None:
            # Toward the audience the ground falls into shade, which closes the picture at the foot.
            colour = darker(palette.at(tone(z), z), 0.18 * (1 - math.exp(min(0.0, z) / 14)))
            step = max(0.35, abs(z) * 0.05)
            edge = land(
                x0,
                x1,
                step,
                lambda x: bump * (1 + abs(z) * 0.07) * (1.6 * ridge(x, 2.6 + abs(z) * 0.35, 900 + row) - 0.9),
                -60,
            )
            for up, alpha in ((2.8, 0.035), (1.3, 0.05)):
                knife.canvas.save()
                knife.canvas.translate(0, up * knife.line)
                knife.dab(edge, palette.shade, alpha)
                knife.canvas.restore()
            knife.dab(edge, lighter(colour, 0.08))
            knife.canvas.save()
            knife.canvas.translate(0, -1.5 * knife.line)
            knife.dab(edge, colour)
            knife.canvas.restore()
            marks(knife, x0, x1, z, row)

        return Sheet(f"ground {row}", z, paint, top=bump + 0.6, gap=0, joins=True)

    return tuple(strip(i, z) for i, z in enumerate(ROWS) if since < z <= until)


def hills(
    palette: Palette,
    name: str,
    z: float,
    colour: Colour,
    base: float,
    rise: float,
    wave: float,
    seed: int,
    *,
    snow: float = 0.0,
) -> Sheet:
    """A rolling ridge."""

    def paint(knife: Knife, x0: float, x1: float) -> None:
        tone = palette.at(colour, z)
        step = wave / 24
        edge = land(x0, x1, step, lambda x: base + rise * ridge(x, wave, seed, 4), -60)
        knife.cut(edge, tone, 1.2)
        if snow:
            knife.dab(edge, palette.snow, snow)

    return Sheet(name, z, paint, top=base + rise + 1, bottom=-60)


@living("sway")
def round_tree(knife: Knife, x: float, y: float, h: float, leaf: Colour, trunk: Colour, seed: int) -> None:
    """A tree as a child cuts it, but with good proportions: a tapered trunk under two or three overlapping crowns."""
    w = h * between(0.26, 0.38, seed, 1)
    knife.cut(
        outline([(x - h * 0.035, y), (x + h * 0.035, y), (x + h * 0.018, y + h * 0.6), (x - h * 0.018, y + h * 0.6)]),
        trunk,
        0.6,
    )
    knife.cut(blob(x - w * 0.42, y + h * 0.56, w * 0.62, h * 0.2, seed + 3), darker(leaf, 0.14))
    knife.cut(blob(x + w * 0.4, y + h * 0.62, w * 0.6, h * 0.22, seed + 4), darker(leaf, 0.07))
    knife.cut(blob(x, y + h * 0.76, w * 0.66, h * 0.25, seed + 5), leaf)


@living("sway")
def fir(knife: Knife, x: float, y: float, h: float, leaf: Colour, seed: int, snow: Colour | None = None) -> None:
    """A conifer in four tiers."""
    w = h * between(0.17, 0.24, seed, 1)
    knife.dab(
        outline([(x - h * 0.025, y), (x + h * 0.025, y), (x + h * 0.02, y + h * 0.3), (x - h * 0.02, y + h * 0.3)]),
        darker(leaf, 0.4),
    )
    for i in range(4):
        lo = y + h * (0.12 + 0.2 * i)
        hi = lo + h * 0.36 if i < 3 else y + h
        half = w * (1 - 0.22 * i)
        lean = half * 0.12 * (chance(seed, i, 3) - 0.5)
        tier = outline(
            [
                (x - half, lo),
                (x - half * 0.45, lo + h * 0.035),
                (x, lo - h * 0.012),
                (x + half * 0.5, lo + h * 0.03),
                (x + half, lo),
                (x + lean, hi),
            ]
        )
        knife.cut(tier, mix(leaf, lighter(leaf, 0.15), i * 0.18), 0.5)
        if snow is not None:
            thick = (hi - lo) * 0.16
            hem = [
                (x - half, lo),
                (x - half * 0.45, lo + h * 0.035),
                (x, lo - h * 0.012),
                (x + half * 0.5, lo + h * 0.03),
                (x + half, lo),
            ]
            over = [
                (px * 0.86 + x * 0.14, py + thick * (0.8 + 0.6 * chance(seed, i, k, 7)))
                for k, (px, py) in enumerate(hem)
            ]
            knife.dab(curve([*hem, *over[::-1]]), snow, 0.95)


@living("sway")
def bare_tree(knife: Knife, x: float, y: float, h: float, tone: Colour, seed: int, depth: int = 5) -> None:
    """A leafless tree: every branch a tapering strip that forks."""

    def branch(bx: float, by: float, angle: float, length: float, width: float, left: int, key: int) -> None:
        ex, ey = bx + length * math.sin(angle), by + length * math.cos(angle)
        nx, ny = math.cos(angle) * width, -math.sin(angle) * width
        tip = 0.62
        knife.dab(
            outline(
                [(bx - nx, by - ny), (ex - nx * tip, ey - ny * tip), (ex + nx * tip, ey + ny * tip), (bx + nx, by + ny)]
            ),
            tone,
        )
        if left <= 0:
            return
        for side in (-1, 1):
            turn = side * between(0.24, 0.62, seed, key, side, 1)
            branch(
                ex,
                ey,
                angle + turn,
                length * between(0.62, 0.8, seed, key, side, 2),
                width * 0.62,
                left - 1,
                key * 2 + (side > 0),
            )

    branch(x, y, between(-0.08, 0.08, seed, 9), h * 0.3, h * 0.03, depth, 1)


@living("sway")
def leaf_spray(
    knife: Knife, x: float, y: float, angle: float, length: float, tone: Colour, seed: int, leaves: int = 9
) -> None:
    """A twig with pointed leaves left and right."""
    dx, dy = math.cos(angle), math.sin(angle)
    knife.stroke([(x, y), (x + dx * length, y + dy * length)], length * 0.02, tone)
    for i in range(leaves):
        u = (i + 1) / leaves
        side = 1 if i % 2 else -1
        a = angle + side * (0.95 - 0.45 * u) + 0.2 * (chance(seed, i) - 0.5)
        size = length * 0.26 * (1.15 - 0.55 * u)
        px, py = x + dx * length * u, y + dy * length * u
        ex, ey = px + math.cos(a) * size, py + math.sin(a) * size
        nx, ny = -math.sin(a) * size * 0.2, math.cos(a) * size * 0.2
        mx, my = (px + ex) / 2, (py + ey) / 2
        path = skia.Path()
        path.moveTo(px, py)
        path.quadTo(mx + nx, my + ny, ex, ey)
        path.quadTo(mx - nx, my - ny, px, py)
        knife.dab(path, tone)


@living("sway")
def grass(knife: Knife, x: float, y: float, size: float, tone: Colour, seed: int) -> None:
    """A tuft of three to five blades."""
    for i in range(3 + int(chance(seed, 8) * 3)):
        lean = (chance(seed, i) - 0.5) * size * 0.9
        h = size * between(0.6, 1.1, seed, i, 2)
        bx = x + (i - 2) * size * 0.13
        path = skia.Path()
        path.moveTo(bx - size * 0.06, y)
        path.quadTo(bx + lean * 0.2, y + h * 0.6, bx + lean, y + h)
        path.quadTo(bx + lean * 0.3 + size * 0.08, y + h * 0.5, bx + size * 0.06, y)
        knife.dab(path, tone)


def foot(knife: Knife, x: float, half: float, palette: Palette, z: float, seed: int) -> None:
    """Grass, or a drift of snow, round the foot of a trunk `half` wide on each side: without it a tree ends like a board."""
    if palette.snowy:
        knife.cut(blob(x, -0.14, half * 2.3, half * 0.75, seed, 0.1), palette.at(palette.snow, z), 0.4)
        return
    tone = palette.at(darker(palette.ground, 0.16), z)
    for k in range(6):
        size = half * between(1.0, 1.7, seed, k, 81)
        grass(knife, x + (k - 2.5) * half * 0.62, -0.22, size, mix(tone, lighter(tone, 0.12), 0.2 * k), seed + k)


def hang_sign(knife: Knife, text: str, palette: Palette, height: float) -> None:
    """The lettered board of a place that no set stands for; letters `height` units high round the origin, on strings that
    go up out of the picture."""
    text = text if len(text) <= 18 else text[:17] + "…"
    wide = (sum(0.56 if ord(c) < 0x2E80 else 1.0 for c in text) + 1.1) * height
    board = mix(palette.accent, palette.ground, 0.35)
    if palette.is_dark:
        knife.glow(0, 0, wide * 0.75, palette.light, 0.5)
    for side in (-0.32, 0.32):
        knife.stroke([(side * wide, 0.6 * height), (side * wide, 30 * height)], 0.06 * height, darker(board, 0.5))
    knife.rect(-wide / 2, -0.88 * height, wide, 1.76 * height, board, 1.4, 0.04 * height)
    knife.rect(
        -wide / 2 + 0.16 * height, -0.72 * height, wide - 0.32 * height, 1.44 * height, lighter(board, 0.55), 0.0
    )
    knife.letter(text, 0, 0, height, darker(board, 0.72))
