"""Windows: the shapes that are cut out of a wall, and the frames, panes and curtains that dress them."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.palette import Colour, darker, lighter, mix
from engine.backends.animatic.paper import outline
from engine.backends.animatic.sets import eastern, parts
from engine.backends.animatic.sets.decor import Decor
from engine.backends.animatic.sets.shell import Box, Windows, green


def square(x: float, y: float, w: float, h: float) -> skia.Path:
    """A plain opening."""
    return outline([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def arch(x: float, y: float, w: float, h: float) -> skia.Path:
    """A softly arched opening."""
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(x, y + h * 0.72)
    path.quadTo(x + w * 0.06, y + h, x + w / 2, y + h)
    path.quadTo(x + w * 0.94, y + h, x + w, y + h * 0.72)
    path.lineTo(x + w, y)
    path.close()
    return path


def pointed(x: float, y: float, w: float, h: float) -> skia.Path:
    """A Gothic light."""
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(x, y + h * 0.62)
    path.quadTo(x + w * 0.04, y + h * 0.86, x + w / 2, y + h)
    path.quadTo(x + w * 0.96, y + h * 0.86, x + w, y + h * 0.62)
    path.lineTo(x + w, y)
    path.close()
    return path


def rounded(x: float, y: float, w: float, h: float) -> skia.Path:
    """A window with round corners, as vehicles have."""
    path = skia.Path()
    r = 0.16 * min(w, h)
    path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(x, y, x + w, y + h), r, r))
    return path


def disc(x: float, y: float, w: float, h: float) -> skia.Path:
    """A round window."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x, y, x + w, y + h))
    return path


def ring(decor: Decor, shape, box: Box, width: float, colour: Colour, lift: float = 0.6) -> None:
    """The frame round a window of any shape."""
    x, y, w, h = box
    frame = shape(x - width, y - width, w + 2 * width, h + 2 * width)
    frame.addPath(shape(*box))
    frame.setFillType(skia.PathFillType.kEvenOdd)
    decor.knife.cut(frame, colour, lift)


def frame_tone(decor: Decor) -> Colour:
    """Window frames: lighter than the wall by day."""
    return lighter(mix(decor.palette.near, decor.palette.far, 0.45), 0.0 if decor.palette.is_dark else 0.25)


def weather_beaten(decor: Decor, box: Box) -> None:
    """Rain that runs down a pane, or snow heaped in its corners."""
    x, y, w, h = box
    order = decor.order
    if order.weather in ("rain", "storm"):
        for k in range(round(9 * w)):
            px, py = x + w * decor.odds(k, 1), y + h * decor.odds(k, 2)
            decor.line([(px, py), (px - 0.015, py - 0.10 - 0.14 * decor.odds(k, 3))], 0.014, decor.palette.light, 0.32)
    if order.weather == "snow":
        for side in (0, 1):
            px = x + side * w
            decor.tint([(px, y), (px + (0.5 - side) * 0.9 * w, y), (px, y + 0.22 * h)], decor.palette.snow, 0.9)
        decor.flat(x, y, w, 0.05, decor.palette.snow, 0.95)


def curtained(decor: Decor, box: Box, n: int) -> None:
    """An arched window with bars, sill, gathered curtains and a flower pot."""
    x, y, w, h = box
    wood, cloth = frame_tone(decor), decor.cloth
    weather_beaten(decor, box)
    ring(decor, arch, box, 0.1, wood)
    decor.box(x + w / 2 - 0.03, y, 0.06, h, wood, 0.3)
    decor.box(x, y + h * 0.48, w, 0.05, wood, 0.3)
    decor.box(x - 0.22, y - 0.14, w + 0.44, 0.1, lighter(wood, 0.15), 1.0)
    decor.box(x - 0.55, y + h + 0.12, w + 1.1, 0.05, darker(decor.palette.near, 0.3), 0.6)
    for side in (-1, 1):
        with decor.knife.stirring("drape"):
            decor.knife.cut(drape(x + w / 2 + side * (w / 2 + 0.42), y - 0.32, h + 0.46, -side), cloth, 1.0)
    pot(decor.seeded(decor.order.seed + n), x + w * (0.26 if n % 2 else 0.74), y - 0.04)


def pot(decor: Decor, x: float, y: float) -> None:
    """A flower pot."""
    decor.shape([(x - 0.09, y), (x + 0.09, y), (x + 0.12, y + 0.19), (x - 0.12, y + 0.19)], decor.own("#b5653f"), 0.4)
    for k in range(5):
        parts.leaf_spray(
            decor.knife, x, y + 0.18, 0.75 + 0.4 * k, 0.26, darker(green(decor.palette), 0.15), k + decor.seed, 5
        )


def drape(x: float, y: float, h: float, inward: int) -> skia.Path:
    """A gathered curtain that hangs from its outer edge and is tied at a third of its height."""
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(x, y + h)
    path.lineTo(x + inward * 0.62, y + h)
    path.quadTo(x + inward * 0.55, y + h * 0.55, x + inward * 0.20, y + h * 0.36)
    path.quadTo(x + inward * 0.32, y + h * 0.18, x + inward * 0.36, y)
    path.close()
    return path


def sash(decor: Decor, box: Box, n: int) -> None:
    """A plain window of six panes with a sill."""
    x, y, w, h = box
    wood = frame_tone(decor)
    weather_beaten(decor, box)
    ring(decor, square, box, 0.09, wood)
    for k in (1, 2):
        decor.box(x + w * k / 3 - 0.022, y, 0.044, h, wood, 0.3)
    decor.box(x, y + h * 0.5, w, 0.05, wood, 0.3)
    decor.box(x - 0.18, y - 0.13, w + 0.36, 0.09, lighter(wood, 0.15), 0.9)


def checked(decor: Decor, box: Box, n: int) -> None:
    """A sash window with half a curtain on a rod, and herbs on the sill."""
    x, y, w, h = box
    sash(decor, box, n)
    cloth = mix(decor.palette.accent, decor.pale, 0.25)
    decor.box(x - 0.1, y + h * 0.52, w + 0.2, 0.035, darker(decor.palette.near, 0.3), 0.5)
    for k in range(8):
        px = x + w * k / 8
        tone = cloth if k % 2 else lighter(cloth, 0.45)
        decor.shape(
            [(px, y + 0.16), (px + w / 8, y + 0.12 + 0.04 * (k % 2)), (px + w / 8, y + h * 0.52), (px, y + h * 0.52)],
            tone,
            0.2,
        )
    for k in range(3):
        pot(decor.seeded(decor.seed + k), x + w * (0.2 + 0.3 * k), y - 0.04)


def blinds(decor: Decor, box: Box, n: int) -> None:
    """A wide window behind slatted blinds, drawn up halfway."""
    x, y, w, h = box
    tone = decor.pale
    weather_beaten(decor, box)
    ring(decor, square, box, 0.07, frame_tone(decor))
    decor.box(x + w * 0.5 - 0.03, y, 0.06, h, frame_tone(decor), 0.3)
    down = 0.35 + 0.3 * decor.odds(n, 3)
    for k in range(int(h * down / 0.085)):
        decor.box(x - 0.03, y + h - 0.06 - 0.085 * k, w + 0.06, 0.05, tone, 0.3)
    decor.box(x - 0.12, y - 0.1, w + 0.24, 0.07, lighter(tone, 0.1), 0.7)


def lattice(decor: Decor, box: Box, n: int) -> None:
    """A square Chinese window with a lattice and paper panes."""
    x, y, w, h = box
    wood = darker(mix(decor.palette.near, eastern.LACQUER, 0.35), 0.10)
    weather_beaten(decor, box)
    ring(decor, square, box, 0.11, wood, 0.8)
    for k in range(1, 6):
        decor.line([(x + w * k / 6, y), (x + w * k / 6, y + h)], 0.026, wood)
    for k in range(1, 5):
        decor.line([(x, y + h * k / 5), (x + w, y + h * k / 5)], 0.026, wood)
    for u, v in ((0.0, 0.0), (0.6667, 0.0), (0.0, 0.6), (0.6667, 0.6)):
        decor.flat(x + w * u, y + h * v, w / 3, h * 0.4, decor.pale, 0.55)


def moon(decor: Decor, box: Box, n: int) -> None:
    """A moon window."""
    weather_beaten(decor, (box[0] + 0.3, box[1] + 0.2, box[2] - 0.6, box[3] - 0.4))
    eastern.window_dressing(decor.knife, box, n, decor.order, decor.palette)


def bars(decor: Decor, box: Box, n: int) -> None:
    """A small high window with iron bars."""
    x, y, w, h = box
    iron = darker(decor.palette.near, 0.35)
    ring(decor, square, box, 0.12, darker(decor.palette.far, 0.2))
    for k in range(5):
        decor.box(x + w * (k + 0.5) / 5 - 0.025, y - 0.02, 0.05, h + 0.04, iron, 0.5)


def stained(decor: Decor, box: Box, n: int) -> None:
    """Coloured glass in lead: panes that glow by day."""
    x, y, w, h = box
    decor.knife.canvas.save()
    decor.knife.canvas.clipPath(pointed(*box), doAntiAlias=True)
    hues = tuple(decor.own(c) for c in ("#b8433d", "#3f6fa3", "#d99a3c", "#4f8b6a", "#8a5a9c", "#e0c070"))
    for k in range(9):
        for j in range(3):
            tone = mix(decor.pick(hues, n % 3, k, j), decor.palette.light, 0.22 if not decor.palette.is_dark else 0.0)
            decor.flat(x + w * j / 3, y + h * k / 9, w / 3, h / 9, tone, 0.86)
    lead = darker(decor.palette.near, 0.5)
    for k in range(1, 9):
        decor.line([(x, y + h * k / 9), (x + w, y + h * k / 9)], 0.022, lead)
    for j in (1, 2):
        decor.line([(x + w * j / 3, y), (x + w * j / 3, y + h)], 0.03, lead)
    decor.round(x + w / 2, y + h * 0.64, w * 0.3, w * 0.3, mix(hues[2], decor.palette.light, 0.4), 0.3)
    for k in range(6):
        a = k * math.pi / 3
        decor.dot(
            x + w / 2 + 0.17 * w * math.cos(a), y + h * 0.64 + 0.17 * w * math.sin(a), 0.07 * w, 0.07 * w, hues[k % 2]
        )
    decor.knife.canvas.restore()
    ring(decor, pointed, box, 0.13, lighter(decor.palette.far, 0.22), 0.9)


def steel(decor: Decor, box: Box, n: int) -> None:
    """A factory window of many small panes, one of them broken."""
    x, y, w, h = box
    iron = darker(mix(decor.palette.near, decor.palette.sky_top, 0.3), 0.3)
    weather_beaten(decor, box)
    ring(decor, square, box, 0.06, iron)
    for k in range(1, 5):
        decor.line([(x + w * k / 5, y), (x + w * k / 5, y + h)], 0.03, iron)
    for k in range(1, 4):
        decor.line([(x, y + h * k / 4), (x + w, y + h * k / 4)], 0.03, iron)
    for k in range(20):
        if decor.odds(n, k, 7) < 0.35:
            decor.flat(
                x + w * (k % 5) / 5 + 0.02, y + h * (k // 5) / 4 + 0.02, w / 5 - 0.04, h / 4 - 0.04, decor.pale, 0.25
            )


def skylight(decor: Decor, box: Box, n: int) -> None:
    """A round gable window with a cross of bars."""
    x, y, w, h = box
    wood = frame_tone(decor)
    ring(decor, disc, box, 0.1, wood, 0.8)
    decor.box(x + w / 2 - 0.03, y, 0.06, h, wood, 0.3)
    decor.box(x, y + h / 2 - 0.03, w, 0.06, wood, 0.3)


CURTAINED = Windows(arch, curtained)
SASH = Windows(square, sash)
