"""Things that stand on several sets out of doors: towers, rocks, reeds, crates, fences, bushes, moored boats, birds.

`z` is the plane they stand on: a piece takes the air of its distance itself, so painters pass true local colours.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, curve, living, outline
from engine.backends.animatic.sets import parts

WOOD: Colour = (0.56, 0.41, 0.28)
STONE: Colour = (0.63, 0.60, 0.55)
LEAF: Colour = (0.36, 0.53, 0.30)
REED: Colour = (0.56, 0.58, 0.30)
SAIL: Colour = (0.93, 0.88, 0.76)


def box(x: float, y: float, w: float, h: float) -> skia.Path:
    """An upright rectangle with its lower left corner at (x, y)."""
    return outline([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def tower(knife: Knife, x: float, w: float, h: float, tone: Colour, seed: int, palette: Palette, lit: float) -> None:
    """A high-rise with a stepped or pointed head and rows of windows, some of them lit."""
    head = int(chance(seed, 1) * 4)
    knife.rect(x, -8, w, h + 8, tone, 0.8)
    if head == 1:
        knife.rect(x + w * 0.18, h, w * 0.64, w * 0.3, tone, 0.6)
        knife.rect(x + w * 0.47, h + w * 0.3, w * 0.06, w * 0.7, tone, 0.4)
    elif head == 2:
        knife.cut(outline([(x, h), (x + w, h), (x + w * 0.7, h + w * 0.5), (x + w * 0.3, h + w * 0.5)]), tone, 0.6)
    elif head == 3:
        knife.cut(outline([(x, h), (x + w, h), (x + w, h + w * 0.45)]), tone, 0.6)
    knife.dab(box(x + w * 0.82, -8, w * 0.18, h + 8), darker(tone, 0.10), 0.8)
    step, cols = max(1.5, w * 0.22), 4
    for row in range(int(h / step)):
        for k in range(cols):
            on = chance(seed, row, k, 2) < lit
            if not on and chance(seed, row, k, 3) < 0.25:
                continue
            glass = palette.light if on else darker(tone, 0.16)
            knife.dab(
                box(x + w * (0.10 + 0.21 * k), row * step + step * 0.25, w * 0.12, step * 0.46),
                glass,
                0.9 if on else 0.6,
            )


def _gabled(
    knife: Knife, x: float, w: float, tall: float, tone: Colour, seed: int, palette: Palette, lit: float
) -> None:
    """A house of an old town under its steep roof; one in seven is a church with its spire."""
    church = chance(seed, 11) < 0.15
    roof = palette.snow if palette.snowy else darker(tone, 0.16)
    knife.rect(x, -8, w, tall + 8, tone, 0.8)
    knife.cut(outline([(x - 0.06 * w, tall), (x + 1.06 * w, tall), (x + 0.5 * w, tall + w * between(0.5, 0.8, seed, 12))]), roof, 0.6)  # fmt: skip
    if church:
        knife.rect(x + 0.1 * w, tall, 0.3 * w, 0.7 * w, tone, 0.6)
        knife.cut(outline([(x + 0.06 * w, tall + 0.7 * w), (x + 0.44 * w, tall + 0.7 * w), (x + 0.25 * w, tall + 1.9 * w)]), roof, 0.6)  # fmt: skip
    else:
        knife.rect(x + 0.72 * w, tall, 0.1 * w, 0.55 * w, darker(tone, 0.1), 0.4)
    for k in range(6):
        glass = palette.light if chance(seed, k, 13) < lit else darker(tone, 0.18)
        side = w * (0.14 + 0.27 * (k % 3))
        knife.dab(box(x + side, tall - 0.34 * w * (k // 3 + 1), w * 0.13, w * 0.18), glass, 0.85)


def towers(
    knife: Knife, x0: float, x1: float, z: float, order_seed: int, palette: Palette, tone: Colour, *,
    pitch: float, low: float, high: float, lit: float, old: bool = False,
) -> None:  # fmt: skip
    """A row of high-rises, shoulder to shoulder with gaps; of an old town's gables and spires."""
    for i in cells(x0, x1, pitch, pitch):
        seed = order_seed * 3 + i * 5 + int(z)
        if chance(seed, 4) < 0.14:
            continue
        w = pitch * between(0.55, 1.0, seed, 5)
        tall = between(low, high, seed, 6) * (1.35 if chance(seed, 7) < 0.16 else 1.0)
        shade = mix(tone, darker(tone, 0.18), chance(seed, 8))
        if old:
            _gabled(knife, i * pitch, pitch, min(tall, low + 0.5 * pitch), shade, seed, palette, lit)
            continue
        tower(knife, i * pitch, w, tall, shade, seed, palette, lit)


def rock(knife: Knife, x: float, y: float, w: float, h: float, tone: Colour, seed: int, palette: Palette) -> None:
    """A boulder with a lit and a shaded flank, capped with snow when snow lies."""
    top = [(x - w * 0.5, y), (x - w * between(0.40, 0.48, seed, 1), y + h * between(0.35, 0.6, seed, 2)),
           (x - w * between(0.05, 0.25, seed, 3), y + h), (x + w * between(0.1, 0.28, seed, 4), y + h * between(0.8, 0.95, seed, 5)),
           (x + w * 0.44, y + h * between(0.3, 0.5, seed, 6)), (x + w * 0.52, y)]  # fmt: skip
    knife.cut(outline([*top, (x, y - h * 0.15)]), tone, 0.9)
    knife.dab(outline([top[2], top[3], top[4], top[5], (x + w * 0.14, y)]), darker(tone, 0.15))
    if palette.snowy:
        cap = [top[1], top[2], top[3], (x + w * 0.2, y + h * 0.66), (x - w * 0.16, y + h * 0.6)]
        knife.dab(outline(cap), palette.snow, 0.95)


@living("sway")
def reeds(knife: Knife, x: float, y: float, h: float, tone: Colour, seed: int, stalks: int = 6) -> None:
    """A clump of reeds, some with a brown head."""
    for k in range(stalks):
        bx, tall = x + h * 0.09 * (k - stalks / 2), h * between(0.6, 1.0, seed, k, 1)
        lean = tall * between(-0.16, 0.22, seed, k, 2)
        shade = mix(tone, lighter(tone, 0.18), chance(seed, k, 3))
        knife.dab(outline([(bx - h * 0.014, y), (bx + lean * 0.4, y + tall * 0.6), (bx + lean, y + tall), (bx + lean * 0.4 + h * 0.022, y + tall * 0.6), (bx + h * 0.018, y)]), shade)  # fmt: skip
        if chance(seed, k, 4) < 0.35:
            knife.dab(
                blob(bx + lean * 0.9, y + tall * 0.93, h * 0.022, h * 0.09, k, 0.05), darker(mix(tone, WOOD, 0.7), 0.25)
            )


def crate(knife: Knife, x: float, y: float, size: float, tone: Colour) -> None:
    """A slatted crate."""
    knife.rect(x, y, size, size * 0.8, tone, 0.9, size * 0.01)
    for k in range(3):
        knife.dab(box(x + size * 0.06, y + size * (0.08 + 0.25 * k), size * 0.88, size * 0.03), darker(tone, 0.25))
    for k in (0.0, 0.86):
        knife.rect(x + size * k, y, size * 0.14, size * 0.8, lighter(tone, 0.08), 0.4)


def barrel(knife: Knife, x: float, y: float, h: float, tone: Colour) -> None:
    """A barrel with two hoops."""
    w = h * 0.36
    knife.cut(curve([(x - w * 0.8, y), (x - w * 1.15, y + h * 0.5), (x - w * 0.8, y + h), (x + w * 0.8, y + h), (x + w * 1.15, y + h * 0.5), (x + w * 0.8, y)]), tone, 0.8)  # fmt: skip
    for u in (0.24, 0.72):
        knife.dab(box(x - w * 0.98, y + h * u, w * 1.96, h * 0.06), darker(tone, 0.4))


def fence(knife: Knife, x0: float, x1: float, tone: Colour, seed: int, high: float = 0.9, pitch: float = 1.5) -> None:
    """Posts and two rails, a rail down here and there."""
    for i in cells(x0, x1, pitch, 1):
        x = i * pitch
        for k, y in enumerate((0.42, 0.78)):
            if chance(seed, i, k, 1) < 0.88:
                sag = high * between(-0.04, 0.04, seed, i, k, 2)
                knife.cut(
                    outline(
                        [
                            (x, high * y),
                            (x + pitch, high * y + sag),
                            (x + pitch, high * y + sag + 0.09),
                            (x, high * y + 0.09),
                        ]
                    ),
                    tone,
                    0.5,
                )
        h = high * between(0.95, 1.12, seed, i, 3)
        knife.cut(
            outline([(x - 0.06, -0.15), (x + 0.06, -0.15), (x + 0.055, h), (x, h + 0.05), (x - 0.055, h)]),
            darker(tone, 0.10),
            0.6,
        )


@living("sway")
def bush(knife: Knife, x: float, y: float, w: float, h: float, tone: Colour, seed: int, palette: Palette) -> None:
    """A round shrub of three or four leafy lumps, snow on top when it lies."""
    for k, (dx, dy, r) in enumerate(((-0.28, 0.28, 0.30), (0.28, 0.32, 0.30), (0.0, 0.48, 0.40), (0.12, 0.2, 0.36))):
        knife.cut(
            blob(x + dx * w, y + dy * h, r * w, r * h * 1.25, seed + k, 0.16, 12),
            mix(darker(tone, 0.14), tone, k / 3),
            0.7,
        )
    for k in range(5):
        knife.dab(
            blob(
                x + w * between(-0.35, 0.35, seed, k, 1),
                y + h * between(0.3, 0.75, seed, k, 2),
                w * 0.05,
                h * 0.045,
                k,
                0.2,
                7,
            ),
            lighter(tone, 0.16),
        )
    if palette.snowy:
        knife.dab(blob(x, y + h * 0.84, w * 0.34, h * 0.15, seed, 0.2), palette.snow, 0.95)


@living("sway")
def flowers(
    knife: Knife, x: float, y: float, wide: float, high: float, seed: int, palette: Palette, count: int = 14
) -> None:
    """A bed in bloom: stems and round heads in two or three colours of one family."""
    hue = choose(((0.86, 0.32, 0.36), (0.93, 0.74, 0.30), (0.62, 0.42, 0.72), (0.93, 0.60, 0.66)), seed, 1)
    hues = [local(c, palette) for c in (hue, lighter(hue, 0.35), mix(hue, (0.95, 0.85, 0.5), 0.5))]
    stem = local(darker(LEAF, 0.1), palette)
    for k in range(count):
        fx, fy = x + wide * ((k + 0.8 * chance(seed, k, 2)) / count - 0.5), y + high * between(0.5, 1.0, seed, k, 3)
        knife.dab(outline([(fx - 0.012, y), (fx + 0.012, y), (fx + 0.008, fy), (fx - 0.008, fy)]), stem)
        r = high * between(0.10, 0.17, seed, k, 4)
        if palette.snowy:
            knife.dab(blob(fx, fy, r, r * 0.7, k, 0.1, 8), palette.snow)
            continue
        for p in range(5):
            a = p * 1.2566 + chance(seed, k, 5)
            knife.dab(
                blob(fx + r * 0.6 * math.cos(a), fy + r * 0.6 * math.sin(a), r * 0.52, r * 0.52, p, 0.05, 8),
                hues[k % 3],
            )
        knife.dab(blob(fx, fy, r * 0.34, r * 0.34, 2, 0.0, 8), darker(hues[(k + 2) % 3], 0.25))


def moored(knife: Knife, x: float, y: float, s: float, hull: Colour, palette: Palette, seed: int) -> None:
    """A fishing boat at its moorings: hull with a band, a cabin, a bare mast with stays; `s` scales it from 5 m."""
    path = skia.Path()
    path.moveTo(x - 2.6 * s, y + 1.25 * s)
    path.quadTo(x - 1.0 * s, y + 0.55 * s, x + 1.0 * s, y + 0.6 * s)
    path.quadTo(x + 2.2 * s, y + 0.75 * s, x + 2.7 * s, y + 1.1 * s)
    path.lineTo(x + 2.1 * s, y - 0.5)
    path.lineTo(x - 1.9 * s, y - 0.5)
    path.close()
    mast, high = x - 0.4 * s, between(4.6, 6.2, seed, 1) * s
    rope = darker(hull, 0.5)
    knife.rect(mast - 0.05 * s, y + 0.6 * s, 0.10 * s, high, darker(mix(hull, WOOD, 0.6), 0.3), 0.5)
    for end in (x - 2.4 * s, x + 2.4 * s):
        knife.stroke([(mast, y + high + 0.4 * s), (end, y + 1.1 * s)], max(0.02 * s, knife.line * 0.7), rope, 0.7)
    knife.rect(x + 0.35 * s, y + 0.5 * s, 1.25 * s, 1.05 * s, lighter(hull, 0.5), 0.6)
    lit = palette.light if palette.is_dark else darker(hull, 0.35)
    knife.dab(box(x + 0.55 * s, y + 0.95 * s, 0.35 * s, 0.35 * s), lit)
    knife.dab(box(x + 1.05 * s, y + 0.95 * s, 0.35 * s, 0.35 * s), lit)
    knife.cut(path, hull, 0.8)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    knife.dab(box(x - 3 * s, y + 0.30 * s, 6 * s, 0.16 * s), lighter(hull, 0.45))
    knife.canvas.restore()


def birds(
    knife: Knife, x0: float, x1: float, pitch: float, low: float, high: float, size: float, tone: Colour, seed: int
) -> None:
    """Birds on the wing, each a bent sliver."""
    for i in cells(x0, x1, pitch):
        if chance(seed, i, 31) < 0.6:
            continue
        x, y = (i + chance(seed, i, 32)) * pitch, between(low, high, seed, i, 33)
        s, lift = size * between(0.7, 1.2, seed, i, 34), between(0.25, 0.5, seed, i, 35)
        knife.dab(outline([(x - 2 * s, y + lift * s), (x - 0.9 * s, y + (lift + 0.35) * s), (x, y), (x + 0.9 * s, y + (lift + 0.35) * s), (x + 2 * s, y + lift * s), (x + 0.8 * s, y + lift * 0.5 * s), (x, y - 0.28 * s), (x - 0.8 * s, y + lift * 0.5 * s)]), tone)  # fmt: skip


def street_lamp(knife: Knife, x: float, high: float, iron: Colour, palette: Palette, on: bool) -> None:
    """A lamp on a post."""
    knife.cut(outline([(x - 0.15, -0.1), (x + 0.15, -0.1), (x + 0.05, 0.4), (x + 0.04, high), (x - 0.04, high), (x - 0.05, 0.4)]), iron, 0.5)  # fmt: skip
    if on:
        knife.glow(x, high + 0.2, 2.3, palette.light, 0.85)
    knife.cut(outline([(x - 0.12, high), (x + 0.12, high), (x + 0.2, high + 0.4), (x - 0.2, high + 0.4)]), palette.light if on else lighter(palette.sky_low, 0.3), 0.4)  # fmt: skip
    knife.cut(
        outline([(x - 0.26, high + 0.4), (x + 0.26, high + 0.4), (x, high + 0.62)]),
        palette.snow if palette.snowy else iron,
        0.4,
    )


def lamps_lit(palette: Palette, time_of_day: str) -> bool:
    """Whether lamps burn at this hour."""
    return palette.is_dark or time_of_day == "dusk"


def tree_row(knife: Knife, x0: float, x1: float, pitch: float, z: float, seed: int, palette: Palette, leaf: Colour, low: float, high: float, *, y: float = -0.5, share: float = 0.75) -> None:  # fmt: skip
    """Round trees of many heights along a plane; under snow they are firs or bare."""
    tone, bark = palette.at(local(leaf, palette), z), palette.at(darker(local(WOOD, palette), 0.35), z)
    for i in cells(x0, x1, pitch, high * 0.4):
        if chance(seed, i, 41) > share:
            continue
        x, h = (i + chance(seed, i, 42)) * pitch, between(low, high, seed, i, 43)
        shade = mix(tone, darker(tone, 0.2), chance(seed, i, 44))
        if palette.snowy:
            parts.fir(knife, x, y, h * 1.1, darker(shade, 0.2), seed + i, palette.snow)
        else:
            parts.round_tree(knife, x, y, h, shade, bark, seed + i)
