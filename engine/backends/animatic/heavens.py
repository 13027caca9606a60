"""What stands still in the air of a shot and is baked with its set: mist, sunbeams, a rainbow, a sky on fire, stars, the bolt.

The bolt is baked like the rest but on a sheet of its own, so that the theatre shows it for the few frames of a flash and it
lies behind hills and roofs as light from far away does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import skia

from engine.backends.animatic.palette import SAND, Colour, Palette, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, outline, ridge, skia_colour
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import INDOORS, SHELTERED, SetOrder

BOLT = "bolt"
_OVERCAST = frozenset({"rain", "storm", "snow", "fog"})
_BOW: tuple[Colour, ...] = (
    (0.83, 0.29, 0.27), (0.90, 0.55, 0.27), (0.95, 0.82, 0.42), (0.50, 0.70, 0.42), (0.35, 0.58, 0.76), (0.45, 0.40, 0.68),
)  # fmt: skip


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Everything of the air that is baked into a shot, in no order of depth."""
    return (*mists(order, palette), *_told(order, palette))


def _told(order: SetOrder, palette: Palette) -> Iterator[Sheet]:
    outside = order.kind not in SHELTERED
    clear = order.weather not in _OVERCAST
    if "sunbeams" in order.air and not palette.is_dark:
        yield _beams(6.0, 2.4, 0.16, order, palette)
        yield _beams(0.6, 0.8, 0.30 if order.kind in INDOORS else 0.17, order, palette)
    if not outside:
        return
    if "rainbow" in order.air and not palette.is_dark:
        yield Sheet("rainbow", 85.0, lambda k, a, b: _rainbow(k, order, palette), gap=0, veil=True, blur=1.0)
    if "glow" in order.air and not palette.is_dark:
        yield Sheet("glow", 250.0, lambda k, a, b: _glow(k, a, b, order, palette), gap=0, veil=True)
    if "starry" in order.air and palette.is_dark and clear:
        yield Sheet("stars", 285.0, lambda k, a, b: _stars(k, a, b, order, palette), gap=0, veil=True)
    if "aurora" in order.air and palette.is_dark and clear:
        yield Sheet("aurora", 270.0, lambda k, a, b: _aurora(k, a, b, order), gap=0, veil=True, blur=2.2)
    if order.weather == "storm" and "sandstorm" not in order.air:
        yield Sheet(BOLT, 110.0, lambda k, a, b: _bolt(k, order, palette), gap=0, veil=True, apart=True)


def thickness(order: SetOrder) -> float:
    """How much of the light the air swallows between two planes (0..1)."""
    if "sandstorm" in order.air:
        return 0.50
    if order.weather == "fog":
        return 0.34 if "mist" in order.air else 0.52
    if order.weather == "snow":
        return 0.40 if "blizzard" in order.air else 0.14
    if order.weather in ("rain", "storm"):
        usual = 0.26 if order.weather == "storm" else 0.20
        return 0.14 if "drizzle" in order.air else usual + 0.12 if "downpour" in order.air else usual
    return 0.0


def mists(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Tissue between the planes when the air is thick: fog, driven snow and sand, and thinly in rain and snow."""
    strength = thickness(order)
    if order.kind in SHELTERED or strength == 0:
        return ()
    tone = air_tone(order, palette)

    def veil(z: float, share: float) -> Sheet:
        def paint(knife: Knife, x0: float, x1: float) -> None:
            h = 2.2 + z * 0.28
            knots = cells(x0, x1, h)
            path = skia.Path()
            path.moveTo(x0 - h, -3)
            for i in knots:
                path.lineTo(i * h, h * (1.1 + 0.5 * ridge(i * h, h * 5, order.seed + int(z))))
            path.lineTo(x1 + 2 * h, -3)
            path.close()
            knife.tissue(path, tone, -0.5, h * (1.5 if strength < 0.45 else 2.0), share)

        return Sheet(f"mist {z:g}", z, paint, top=9 + z, bottom=-4, gap=0, veil=True)

    return tuple(veil(z, strength * k) for z, k in ((45.0, 1.0), (14.0, 0.9), (5.0, 0.7), (-0.9, 0.35)))


def air_tone(order: SetOrder, palette: Palette) -> Colour:
    """The colour of thick air."""
    if "sandstorm" in order.air:
        return mix(lighter(SAND, 0.18), palette.sky_top, 0.55 if palette.is_dark else 0.05)
    return lighter(palette.sky_low, 0.1)


def moon(order: SetOrder, x: float, y: float, r: float) -> skia.Path | None:
    """The lit part of the moon at its phase, or None where there is none. By itself it is full: a round is what reads."""
    disc = blob(x, y, r, r, order.seed, 0.02, 17)
    if "moonless" in order.air:
        return None
    if "crescent" in order.air:
        shadow = blob(x - 0.46 * r, y + 0.22 * r, 0.95 * r, 0.95 * r, order.seed + 1, 0.01, 17)
    elif "half moon" in order.air:
        shadow = outline(
            [(x - 2 * r, y - 2 * r), (x + 0.1 * r, y - 2 * r), (x - 0.1 * r, y + 2 * r), (x - 2 * r, y + 2 * r)]
        )
    else:
        return disc
    return skia.Op(disc, shadow, skia.PathOp.kDifference_PathOp)


def _beams(z: float, wide: float, strength: float, order: SetOrder, palette: Palette) -> Sheet:
    """Bars of light that fall aslant from one side, strongest above."""
    side = 1 if chance(order.seed, 61) < 0.5 else -1
    tall = 3.0 if order.kind in INDOORS else 9.0 + z
    tone = mix(palette.light, (1.0, 0.93, 0.72), 0.5)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        lean = 0.62 * tall * side
        for i in cells(x0, x1, 2.4 * wide, abs(lean) + wide):
            if chance(order.seed, i, int(z), 62) < 0.3:
                continue
            x, w = (i + chance(order.seed, i, 63)) * 2.4 * wide, wide * between(0.5, 1.15, order.seed, i, 64)
            bar = outline([(x, tall), (x + 0.7 * w, tall), (x + w * 1.25 - lean, -0.6), (x - 0.25 * w - lean, -0.6)])
            knife.tissue(bar, tone, tall * 0.75, -0.6, strength * between(0.7, 1.5, order.seed, i, 65))

    return Sheet(f"beams {z:g}", z, paint, top=tall, bottom=-0.6, gap=0, veil=True, blur=1.6)


def _rainbow(knife: Knife, order: SetOrder, palette: Palette) -> None:
    """Six bands of tissue, palest at their feet: more of them, and they read as a flag."""
    x, y, r = between(-26, 26, order.seed, 66), -9.0, 39.0
    for i, tone in enumerate(_BOW):
        outer, inner = r - 0.95 * i, r - 0.95 * (i + 1)
        band = skia.Path()
        band.addCircle(x, y, outer)
        hole = skia.Path()
        hole.addCircle(x, y, inner)
        ring = skia.Op(band, hole, skia.PathOp.kDifference_PathOp)
        knife.tissue(ring, mix(lighter(tone, 0.22), palette.sky_low, 0.15), 26.0, -6.0, 0.62)
    inside = skia.Path()
    inside.addCircle(x, y, r - 0.95 * len(_BOW))
    knife.tissue(inside, lighter(palette.sky_low, 0.6), 34.0, -4.0, 0.16)


def _glow(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """The sky burns from the horizon up, with long bars of cloud lit from below."""
    ember, rose = (0.96, 0.52, 0.24), (0.86, 0.38, 0.42)
    knife.tissue(outline([(x0, -20), (x1, -20), (x1, 95), (x0, 95)]), rose, 0.0, 92.0, 0.34)
    knife.tissue(outline([(x0, -20), (x1, -20), (x1, 52), (x0, 52)]), ember, 0.0, 50.0, 0.62)
    for i in range(9):
        y, w = 9 + 7.5 * i * (1 + 0.03 * i), between(30, 85, order.seed, i, 71)
        x = between(x0, x1, order.seed, i, 72)
        bar = blob(x, y, w / 2, 0.9 + 0.12 * i, order.seed + i, 0.22, 15)
        knife.dab(bar, mix(mix(ember, rose, i / 9), palette.sky_top, 0.2 + 0.05 * i), 0.62)
        knife.dab(blob(x + 1, y - 0.55, w / 2.3, 0.35, order.seed + i, 0.2, 15), lighter(ember, 0.45), 0.7)


def _stars(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A sky full of them: dust by the thousand, some of a size, a few that sparkle."""
    tone = lighter(palette.light, 0.3)
    for i in cells(x0, x1, 5):
        for k in range(7):
            x, y = (i + chance(order.seed, i, k, 81)) * 5, 6 + 150 * chance(order.seed, i, k, 82) ** 0.9
            size = 0.12 + 0.62 * chance(order.seed, i, k, 83) ** 7
            if size > 0.55:
                knife.glow(x, y, 2.6, tone, 0.35)
            knife.dab(blob(x, y, size, size, i * 7 + k, 0.2, 6), tone, 0.35 + 0.6 * chance(order.seed, i, k, 84))


def _aurora(knife: Knife, x0: float, x1: float, order: SetOrder) -> None:
    """Curtains of light: upright slips of tissue, green below and violet above, hung along two slow waves."""
    for row, (low, tall, strength) in enumerate(((34.0, 62.0, 0.66), (52.0, 78.0, 0.40))):
        for i in cells(x0, x1, 1.6):
            x = i * 1.6
            foot = low + 11 * ridge(x, 70, order.seed + row) + 3 * ridge(x, 22, order.seed + row + 5)
            high = tall * (0.55 + 0.45 * ridge(x, 34, order.seed + row + 9))
            slip = outline([(x, foot), (x + 1.7, foot), (x + 2.6, foot + high), (x + 0.9, foot + high)])
            shine = strength * (0.55 + 0.45 * ridge(x, 9, order.seed + row + 3))
            knife.tissue(slip, (0.34, 0.92, 0.62), foot, foot + 0.62 * high, shine)
            knife.tissue(slip, (0.56, 0.42, 0.86), foot + 0.75 * high, foot, 0.5 * shine)


def _bolt(knife: Knife, order: SetOrder, palette: Palette) -> None:
    """A forked bolt: a paper zigzag that thins out toward the ground, with a halo."""
    tone: Colour = (0.93, 0.94, 1.0)
    x = between(-24, 24, order.seed, 91)
    trunk = _crack(x, 74.0, 0.0, order.seed)
    for width, alpha in ((5.0, 0.10), (2.4, 0.20)):
        knife.stroke(trunk, width, mix(tone, palette.sky_low, 0.2), alpha)
    knife.dab(_tapered(trunk, 0.75), tone)
    for fork in (3, 6, 8):
        bx, by = trunk[fork]
        branch = _crack(bx, by, by - between(16, 26, order.seed, fork, 92), order.seed + fork, 1.9, 5)
        knife.dab(_tapered(branch, 0.36), tone, 0.9)


def _crack(
    x: float, top: float, low: float, seed: int, wild: float = 1.0, knots: int = 11
) -> list[tuple[float, float]]:  # fmt: skip
    """A zigzag from `top` down to `low`, drifting to one side when `wild`."""
    way = 1 if chance(seed, 93) < 0.5 else -1
    step = (top - low) / knots
    points = [(x, top)]
    for i in range(1, knots + 1):
        jag = step * (0.75 * (1 if i % 2 else -1) * between(0.3, 1.0, seed, i, 94) + (0.55 * way if wild > 1 else 0.0))
        points.append((points[-1][0] + jag, top - step * i))
    return points


def _tapered(points: list[tuple[float, float]], wide: float) -> skia.Path:
    """A line cut from paper: broad where it begins, a point where it ends."""
    last = len(points) - 1
    half = [wide * (1 - i / last) * (1.0 if i % 2 else 0.7) for i in range(last + 1)]
    left = [(x - w, y) for (x, y), w in zip(points, half, strict=True)]
    right = [(x + w, y) for (x, y), w in zip(points, half, strict=True)]
    return outline([*left, *reversed(right)])


def bank(width: int, height: int, tone: Colour, strength: float, seed: int) -> skia.Image:
    """One drifting bank of fog: a soft long cloud, `width` x `height` pixels."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(tone, strength))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, height * 0.13))
    for i in range(7):
        u = (i + 0.5) / 7
        rx, ry = width * between(0.10, 0.17, seed, i, 95), height * (0.10 + 0.16 * math.sin(math.pi * u))
        canvas.drawPath(
            blob(width * (0.14 + 0.72 * u), height * between(0.45, 0.6, seed, i, 96), rx, ry, seed + i), paint
        )
    return surface.makeImageSnapshot()
