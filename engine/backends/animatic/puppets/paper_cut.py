"""One sheet of a puppet: fibre grain, a lit cut edge, a small shadow on the sheet beneath.

Shadows and tones are drawn with SrcATop, so they fall only on paper that is already there: a puppet on an empty layer keeps
an exact silhouette, with no halo. Solid fills are nearly free in skia and blurs are not, so softness comes from stacking two
offset shapes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

import numpy as np
import skia

from engine.backends.animatic.puppets.colours import ink, tone

Point = tuple[float, float]

GRAIN_TEXELS = 512
GRAIN_PER_METRE = 900.0
"""Texels of grain to one world unit: fibres of about 2 mm on a puppet of 1.7 m."""


@lru_cache(maxsize=4)
def _grain(rough: float) -> skia.Image:
    """A tile of paper, its flecks `rough` (0..1) strong: premultiplied light and dark flecks, short fibres rather than round noise; wraps at its edges."""
    draw = np.random.default_rng(1911)
    field = draw.normal(0, 1, (GRAIN_TEXELS, GRAIN_TEXELS))
    spectrum = np.fft.rfft2(field)
    fy = np.fft.fftfreq(GRAIN_TEXELS)[:, None]
    fx = np.fft.rfftfreq(GRAIN_TEXELS)[None, :]
    fibres = sum(np.exp(-((fx * c + fy * s) ** 2) * 900 - (fy * c - fx * s) ** 2 * 60) for c, s in _directions())
    broad = np.exp(-(fx**2 + fy**2) * 4000) * 0.9
    field = np.fft.irfft2(spectrum * (fibres + broad), s=field.shape)
    field /= field.std()
    alpha = np.clip(np.abs(field) * 7, 0, 24) * rough
    light = np.where(field > 0, alpha, 0)
    tile = np.stack([light * 0.86, light * 0.95, light, alpha], axis=-1).round().astype(np.uint8)
    return skia.Image.fromarray(
        np.ascontiguousarray(tile), skia.ColorType.kBGRA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
    )


def _directions() -> Iterable[Point]:
    return ((math.cos(a), math.sin(a)) for a in (0.3, 1.1, 2.0, 2.7))


@lru_cache(maxsize=4096)
def flat(colour: str, alpha: float = 1.0) -> skia.Paint:
    """A plain fill, edges smoothed."""
    return skia.Paint(AntiAlias=True, Color=ink(colour, alpha))


@lru_cache(maxsize=2048)
def shade(colour: str, alpha: float) -> skia.Paint:
    """A fill that lies only on what is already drawn."""
    return skia.Paint(AntiAlias=True, Color=ink(colour, alpha), BlendMode=skia.BlendMode.kSrcATop)


def grain(canvas: skia.Canvas, pin: Point, scale: float, metres: float, rough: float) -> skia.Paint:
    """The paper's fibres to lie on a fill, pinned at a point of the part so that they travel with it; one unit is `metres` long.

    They keep their size on the paper but not its turn: skia lays an upright tile four times faster than a turned one, and fibres run
    every way. SrcOver is far faster than SrcATop here, and spills at most a tenth of an edge pixel.
    """
    total = canvas.getTotalMatrix()
    at = total.mapXY(*pin)
    texel = scale / (GRAIN_PER_METRE * metres)
    inverse = skia.Matrix()
    if not total.invert(inverse):
        return flat("#808080", 0.0)
    inverse.preTranslate(at.x(), at.y())
    inverse.preScale(texel, texel)
    mode = skia.FilterMode.kLinear if texel > 1.25 else skia.FilterMode.kNearest
    fleck = _grain(rough).makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions(mode), inverse)
    return skia.Paint(AntiAlias=True, Shader=fleck)


_SMOOTH: ContextVar[bool] = ContextVar("smooth", default=False)


@contextmanager
def paper_is(*, smooth: bool) -> Iterator[None]:
    """What is cut inside is cut from that paper: smooth for ink, graphite and hide, which have a grain of their own (and a
    quarter of a drawing's time is grain)."""
    token = _SMOOTH.set(smooth)
    try:
        yield
    finally:
        _SMOOTH.reset(token)


class Knife:
    """Cuts sheets onto one canvas for one drawing. `unit` is the subject's own size in canvas units: edges and shadows follow it;
    `metres` is the length of one canvas unit, for the grain."""

    def __init__(self, canvas: skia.Canvas, unit: float = 1.7, metres: float = 1.0) -> None:
        self.canvas = canvas
        self.unit = unit
        self.metres = metres
        matrix = canvas.getTotalMatrix()
        self.scale = math.hypot(matrix.getScaleX(), matrix.getSkewY())
        self.edge = max(0.0026 * unit, 0.55 / max(self.scale, 1e-6))
        self.fine = self.scale * unit > 84
        self.smooth = _SMOOTH.get()

    def sheet(
        self, path: skia.Path, colour: str, pin: Point = (0.0, 0.0), drop: float = 1.0, rough: float = 0.72
    ) -> None:
        """One paper part: its shadow on what lies below (`drop` times the usual gap), its lit edge, and its face with grain
        `rough` (0..1) strong, pinned at a point of the part."""
        canvas, edge = self.canvas, self.edge
        if self.fine and drop > 0.25:
            self._shadow(path, drop)
        if not self.fine:
            canvas.drawPath(path, flat(colour))
            return
        canvas.drawPath(path, flat(tone(colour, 0.075)))
        canvas.save()
        canvas.translate(edge, edge * 1.25)
        canvas.drawPath(path, flat(colour))
        if not self.smooth:
            canvas.drawPath(path, grain(canvas, pin, self.scale, self.metres, rough))
        canvas.restore()

    def _shadow(self, path: skia.Path, drop: float) -> None:
        gap = 0.0066 * self.unit * drop
        self.canvas.save()
        self.canvas.translate(gap * 0.75, gap)
        self.canvas.drawPath(path, shade("#2a2238", 0.21))
        self.canvas.restore()

    def plain(self, path: skia.Path, colour: str, alpha: float = 1.0) -> None:
        """A small piece without edge, grain or shadow (an eye, a button)."""
        self.canvas.drawPath(path, flat(colour, alpha))

    def tint(self, path: skia.Path, colour: str, alpha: float) -> None:
        """A second tone on the paper beneath, never beyond its silhouette."""
        self.canvas.drawPath(path, shade(colour, alpha))


def closed(points: Sequence[Point], tension: float = 1.0) -> skia.Path:
    """A smooth closed outline through the points (a Catmull-Rom spline as cubics)."""
    path = skia.Path()
    count = len(points)
    path.moveTo(*points[0])
    k = tension / 6
    for i in range(count):
        (x0, y0), (x1, y1) = points[i - 1], points[i]
        (x2, y2), (x3, y3) = points[(i + 1) % count], points[(i + 2) % count]
        path.cubicTo(x1 + (x2 - x0) * k, y1 + (y2 - y0) * k, x2 - (x3 - x1) * k, y2 - (y3 - y1) * k, x2, y2)
    path.close()
    return path


def polygon(points: Sequence[Point]) -> skia.Path:
    """Straight cuts through the points, closed."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    return path


def oval(x: float, y: float, rx: float, ry: float) -> skia.Path:
    """An ellipse around (x, y)."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return path


def capsule(a: Point, b: Point, ra: float, rb: float) -> skia.Path:
    """A limb: round ends of radius `ra` at `a` and `rb` at `b`, sides slightly full."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    if length < 1e-6:
        return oval(*a, max(ra, rb), max(ra, rb))
    ux, uy = dx / length, dy / length
    nx, ny = -uy, ux
    path = skia.Path()
    c = 0.5523
    full = (ra + rb) / 2 * 1.04
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    path.moveTo(a[0] + nx * ra, a[1] + ny * ra)
    path.quadTo(mx + nx * full, my + ny * full, b[0] + nx * rb, b[1] + ny * rb)
    path.cubicTo(
        b[0] + nx * rb + ux * rb * c, b[1] + ny * rb + uy * rb * c,
        b[0] + ux * rb + nx * rb * c, b[1] + uy * rb + ny * rb * c, b[0] + ux * rb, b[1] + uy * rb,
    )  # fmt: skip
    path.cubicTo(
        b[0] + ux * rb - nx * rb * c, b[1] + uy * rb - ny * rb * c,
        b[0] - nx * rb + ux * rb * c, b[1] - ny * rb + uy * rb * c, b[0] - nx * rb, b[1] - ny * rb,
    )  # fmt: skip
    path.quadTo(mx - nx * full, my - ny * full, a[0] - nx * ra, a[1] - ny * ra)
    path.cubicTo(
        a[0] - nx * ra - ux * ra * c, a[1] - ny * ra - uy * ra * c,
        a[0] - ux * ra - nx * ra * c, a[1] - uy * ra - ny * ra * c, a[0] - ux * ra, a[1] - uy * ra,
    )  # fmt: skip
    path.cubicTo(
        a[0] - ux * ra + nx * ra * c, a[1] - uy * ra + ny * ra * c,
        a[0] + nx * ra - ux * ra * c, a[1] + ny * ra - uy * ra * c, a[0] + nx * ra, a[1] + ny * ra,
    )  # fmt: skip
    path.close()
    return path


def brush(points: Sequence[Point], widths: Sequence[float]) -> skia.Path:
    """A tapering strip along the points, `widths[i]` wide (half on each side): brows, lashes, braids, tails."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        (px, py), (qx, qy) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        length = math.hypot(qx - px, qy - py) or 1.0
        nx, ny = -(qy - py) / length, (qx - px) / length
        w = widths[i] / 2
        left.append((x + nx * w, y + ny * w))
        right.append((x - nx * w, y - ny * w))
    return closed([*left, *reversed(right)])
