"""What stands between the lens and the set: the rings of binoculars, a keyhole, a window frame, leaves, bars.

Cut once per shot, out of focus as anything near a lens is. Its dark is folded into the glass every frame is multiplied by, so a
keyhole costs nothing; what has a colour of its own is added on top.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import between, bgra, blob, chance, curve, outline, skia_colour
from engine.backends.animatic.stage import Peephole

_INK: Colour = (0.035, 0.035, 0.05)


def aperture(kind: Peephole, width: int, height: int, palette: Palette, seed: int) -> NDArray[np.uint8]:
    """What is before the lens: premultiplied BGRA (H, W, 4), clear where one looks through."""
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(width, height), pixels).getCanvas()
    canvas.scale(height, height)
    aspect = width / height
    if kind in _HOLES:
        _hole(canvas, _HOLES[kind](aspect), aspect)
    elif kind == "camera":
        _viewfinder(canvas, aspect)
    elif kind:
        _FRAMES[kind](canvas, aspect, palette, seed)
    soft = _SOFT[kind] * height
    return pixels if soft < 0.5 else bgra(cv2.GaussianBlur(pixels, (0, 0), soft))


_SOFT: dict[Peephole, float] = {
    "": 0.0, "binoculars": 0.012, "telescope": 0.010, "keyhole": 0.009, "door": 0.012, "camera": 0.0, "window": 0.004,
    "leaves": 0.011, "reeds": 0.008, "bars": 0.010,
}  # fmt: skip
"""Blur in frame heights."""


def _hole(canvas: skia.Canvas, hole: skia.Path, aspect: float) -> None:
    """Dark all over but for a hole, whose rim catches a little light."""
    whole = skia.Path()
    whole.addRect(skia.Rect.MakeXYWH(-0.2, -0.2, aspect + 0.4, 1.4))
    dark = skia.Op(whole, hole, skia.PathOp.kDifference_PathOp)
    canvas.drawPath(dark, skia.Paint(AntiAlias=True, Color=skia_colour(_INK)))
    rim = skia.Paint(AntiAlias=True, Color=skia_colour((0.32, 0.30, 0.30), 0.5), StrokeWidth=0.010)
    rim.setStyle(skia.Paint.kStroke_Style)
    canvas.drawPath(hole, rim)


def _rings(aspect: float) -> skia.Path:
    left, right = skia.Path(), skia.Path()
    r, apart = 0.45, min(0.29, aspect / 2 - 0.47)
    left.addCircle(aspect / 2 - apart, 0.5, r)
    right.addCircle(aspect / 2 + apart, 0.5, r)
    return skia.Op(left, right, skia.PathOp.kUnion_PathOp)


def _ring(aspect: float) -> skia.Path:
    hole = skia.Path()
    hole.addCircle(aspect / 2, 0.5, 0.46)
    return hole


def _keyhole(aspect: float) -> skia.Path:
    x = aspect / 2
    bow, slot = skia.Path(), outline([(x - 0.13, 0.42), (x + 0.13, 0.42), (x + 0.27, 0.97), (x - 0.27, 0.97)])
    bow.addCircle(x, 0.34, 0.295)
    return skia.Op(bow, slot, skia.PathOp.kUnion_PathOp)


def _slit(aspect: float) -> skia.Path:
    x = aspect * 0.5
    return outline([(x - 0.20, -0.1), (x + 0.21, -0.1), (x + 0.24, 1.1), (x - 0.24, 1.1)])


_HOLES = {"binoculars": _rings, "telescope": _ring, "keyhole": _keyhole, "door": _slit}


def _viewfinder(canvas: skia.Canvas, aspect: float) -> None:
    """Corners, a cross and the red light."""
    white = skia.Paint(AntiAlias=True, Color=skia_colour((0.96, 0.95, 0.90), 0.9), StrokeWidth=0.006)
    white.setStyle(skia.Paint.kStroke_Style)
    for x, way in ((0.09, 1), (aspect - 0.09, -1)):
        for y, down in ((0.09, 1), (0.91, -1)):
            canvas.drawPath(outline([(x + 0.10 * way, y), (x, y), (x, y + 0.10 * down)], closed=False), white)
    for dx, dy in ((0.03, 0.0), (0.0, 0.03)):
        canvas.drawLine(aspect / 2 - dx, 0.5 - dy, aspect / 2 + dx, 0.5 + dy, white)
    canvas.drawCircle(aspect - 0.17, 0.155, 0.017, skia.Paint(AntiAlias=True, Color=skia_colour((0.86, 0.16, 0.14))))
    canvas.drawRect(skia.Rect.MakeXYWH(0.14, 0.14, 0.075, 0.034), white)
    full = skia.Paint(AntiAlias=True, Color=skia_colour((0.96, 0.95, 0.90), 0.9))
    canvas.drawRect(skia.Rect.MakeXYWH(0.146, 0.147, 0.042, 0.020), full)


def _window(canvas: skia.Canvas, aspect: float, palette: Palette, seed: int) -> None:
    """A wooden frame with a cross of bars and a sheen on the glass; curtains hang at its sides."""
    wood = darker(mix(palette.near, palette.ink, 0.45), 0.30)
    sheen = skia.Paint(AntiAlias=True, Color=skia_colour(lighter(palette.sky_low, 0.7), 0.10))
    for at, wide in ((0.18, 0.13), (0.40, 0.05), (0.78, 0.16)):
        x = at * aspect
        canvas.drawPath(outline([(x, 0), (x + wide, 0), (x + wide - 0.42, 1), (x - 0.42, 1)]), sheen)
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(wood))
    light = skia.Paint(AntiAlias=True, Color=skia_colour(lighter(wood, 0.16)))
    bars = [
        (-0.1, -0.1, aspect + 0.2, 0.155), (-0.1, 0.93, aspect + 0.2, 0.2), (-0.1, -0.1, 0.19, 1.2),
        (aspect - 0.09, -0.1, 0.2, 1.2), (aspect * 0.5 + 0.31, 0, 0.034, 1), (0, 0.235, aspect, 0.028),
    ]  # fmt: skip
    for x, y, w, h in bars:
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, w, h), paint)
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, min(w, 0.006) if h > w else w, h if h > w else min(h, 0.006)), light)
    cloth = darker(mix(palette.far, palette.near, 0.5), 0.38)
    for edge, way in ((-0.02, 1), (aspect + 0.02, -1)):
        _curtain(canvas, edge, way, cloth)


def _curtain(canvas: skia.Canvas, edge: float, way: int, cloth: Colour) -> None:
    for fold in range(4):
        x, w = edge + way * 0.052 * fold, 0.085
        path = curve(
            [(x, -0.1), (x + way * w, -0.1), (x + way * w * 0.9, 0.5), (x + way * w * 0.55, 1.1), (x - way * 0.05, 1.1)]
        )
        tone = lighter(cloth, 0.05) if fold % 2 else cloth
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(tone)))


def _leaves(canvas: skia.Canvas, aspect: float, palette: Palette, seed: int) -> None:
    """Sprays that reach in from the corners, denser to the edge."""
    for k in range(76):
        turn = 2 * math.pi * chance(seed, k, 1)
        rim = between(0.86, 1.12, seed, k, 2)
        x = aspect / 2 + math.cos(turn) * aspect / 2 * rim * 1.05
        y = 0.5 + math.sin(turn) * 0.54 * rim
        tone = mix(darker(mix(palette.near, (0.16, 0.30, 0.16), 0.5), 0.45), palette.ink, 0.7 * chance(seed, k, 3))
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(math.degrees(turn) + 180 + between(-65, 65, seed, k, 4))
        size = between(0.09, 0.19, seed, k, 5)
        leaf = curve(
            [
                (-0.9 * size, 0),
                (-0.2 * size, -0.36 * size),
                (0.9 * size, -0.08 * size),
                (0.9 * size, 0.02 * size),
                (-0.2 * size, 0.34 * size),
            ]
        )
        canvas.drawPath(leaf, skia.Paint(AntiAlias=True, Color=skia_colour(tone)))
        canvas.restore()


def _reeds(canvas: skia.Canvas, aspect: float, palette: Palette, seed: int) -> None:
    """Blades from below, tall at the sides and low in the middle."""
    for k in range(60):
        u = chance(seed, k, 6)
        x, lean = u * aspect, between(-0.12, 0.12, seed, k, 7)
        tall = between(0.16, 0.34, seed, k, 8) + 0.62 * abs(2 * u - 1) ** 2.2
        tone = mix(darker(mix(palette.ground, (0.30, 0.34, 0.16), 0.4), 0.5), palette.ink, 0.7 * chance(seed, k, 9))
        w = between(0.008, 0.018, seed, k, 10)
        blade = outline(
            [(x - w, 1.05), (x + w, 1.05), (x + lean * 0.4 + w * 0.7, 1.05 - tall * 0.6), (x + lean, 1.05 - tall)]
        )
        canvas.drawPath(blade, skia.Paint(AntiAlias=True, Color=skia_colour(tone)))


def _bars(canvas: skia.Canvas, aspect: float, palette: Palette, seed: int) -> None:
    """Iron uprights, a cross-piece above."""
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(darker(palette.ink, 0.25)))
    light = skia.Paint(AntiAlias=True, Color=skia_colour(lighter(palette.ink, 0.22)))
    for k in range(6):
        x = (k + 0.5 + 0.04 * (chance(seed, k, 11) - 0.5)) * aspect / 6
        canvas.drawRect(skia.Rect.MakeXYWH(x - 0.021, -0.1, 0.042, 1.2), paint)
        canvas.drawRect(skia.Rect.MakeXYWH(x - 0.019, -0.1, 0.009, 1.2), light)
    canvas.drawRect(skia.Rect.MakeXYWH(-0.1, 0.10, aspect + 0.2, 0.045), paint)
    canvas.drawPath(blob(aspect / 2, 1.08, aspect * 0.62, 0.07, seed), paint)


_FRAMES = {"window": _window, "leaves": _leaves, "reeds": _reeds, "bars": _bars}


def before_lens(glass: NDArray[np.uint8], cut: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The glass that frames are multiplied by with a cut before it, and the colours to add after that: both BGRA (H, W, 4)."""
    clear = 255 - cut[:, :, 3:].astype(np.uint16)
    through = (glass.astype(np.uint16) * clear // 255).astype(np.uint8)
    through[:, :, 3] = 255
    added = cut.copy()
    added[:, :, 3] = 0
    return bgra(through), bgra(added)
