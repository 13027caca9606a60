"""Paper and scissors: fibre grain, a cut edge a shade lighter, soft shadows, and the chance that places everything.

Painters work in world units with y up, at whatever scale the camera needs; only the edge and the shadow of a cut are
measured in picture lines, so that paper has the same thickness from a wide shot to a close-up.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.assets import assets_folder
from engine.backends.animatic.palette import Colour, lighter

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
GRAIN_TILE = 512
_MASK = (1 << 64) - 1

Points = Sequence[tuple[float, float]]
T = TypeVar("T")
P = ParamSpec("P")

STILL, NOTHING = "still", "nothing"
"""What a knife shows of a painting beside all of it, or the cuts that stir in one way."""


def bgra(picture: Any) -> NDArray[np.uint8]:
    """What OpenCV returns, under its true type: its stubs don't know that uint8 in is uint8 out."""
    return np.asarray(picture, dtype=np.uint8)


def chance(seed: int, *keys: int) -> float:
    """A number in 0..1 that depends only on the seed and the keys (splitmix64's finaliser, Steele et al. 2014)."""
    h = (seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019) & _MASK
    for key in keys:
        h = (h ^ (key & _MASK)) * 0xBF58476D1CE4E5B9 & _MASK
        h = (h ^ (h >> 29)) * 0x94D049BB133111EB & _MASK
        h ^= h >> 32
    return (h >> 11) / float(1 << 53)


def between(low: float, high: float, seed: int, *keys: int) -> float:
    """A number in low..high by `chance`."""
    return low + (high - low) * chance(seed, *keys)


def choose(options: Sequence[T], seed: int, *keys: int) -> T:
    """One of the options by `chance`."""
    return options[min(int(chance(seed, *keys) * len(options)), len(options) - 1)]


def ridge(x: float, wavelength: float, seed: int, octaves: int = 3) -> float:
    """Smooth noise in about -1..1 along x (value noise, Perlin 1985's fade curve)."""
    total, weight, size = 0.0, 0.0, 1.0
    for octave in range(octaves):
        u = x / wavelength * 2**octave + octave * 17.3
        i = math.floor(u)
        f = u - i
        f = f * f * f * (f * (f * 6 - 15) + 10)
        a, b = chance(seed, octave, i), chance(seed, octave, i + 1)
        total += size * (a + (b - a) * f)
        weight += size
        size *= 0.5
    return 2 * total / weight - 1


def cells(x0: float, x1: float, pitch: float, overhang: float = 0.0) -> range:
    """Indices of the cells of width `pitch` that may show between x0 and x1 when things overhang their cell."""
    return range(math.floor((x0 - overhang) / pitch), math.ceil((x1 + overhang) / pitch) + 1)


def grid(x0: float, x1: float, step: float) -> list[float]:
    """Sample points on a grid that is the same whatever range is asked for."""
    return [i * step for i in range(math.floor(x0 / step) - 1, math.ceil(x1 / step) + 2)]


@functools.cache
def grain_tile() -> NDArray[np.uint8]:
    """Fibre grain as a tile that repeats: uint8 (512, 512), 255 is bare paper, fibres and mottling are darker."""
    rng = np.random.default_rng(20_240_607)
    n = GRAIN_TILE
    tile = np.zeros((n * 3, n * 3), np.float32)
    fine = rng.normal(0, 1, (n, n)).astype(np.float32)
    mottle = cv2.GaussianBlur(np.tile(rng.normal(0, 1, (n, n)).astype(np.float32), (3, 3)), (0, 0), 14)[
        n : 2 * n, n : 2 * n
    ]
    for x, y, angle, length in zip(
        rng.uniform(0, n, 900), rng.uniform(0, n, 900), rng.normal(0, 0.7, 900), rng.uniform(6, 26, 900), strict=True
    ):
        dx, dy = length * math.cos(angle), length * math.sin(angle)
        for ox in (0, n):
            for oy in (0, n):
                cv2.line(tile, (int(x + ox), int(y + oy)), (int(x + ox + dx), int(y + oy + dy)), 1.0, 1, cv2.LINE_AA)
    fibre = np.maximum(tile[:n, :n], tile[n : 2 * n, n : 2 * n])
    soft = cv2.GaussianBlur(fine, (0, 0), 0.8)
    out = 246 + 4.2 * soft / soft.std() + 3.2 * mottle / mottle.std() - 7 * fibre
    return np.clip(out, 205, 255).astype(np.uint8)


@functools.lru_cache(maxsize=8)
def _grain_at(scale: float) -> NDArray[np.uint8]:
    """The grain tile at a scale, as a BGRA multiplier whose alpha is one."""
    size = max(64, round(GRAIN_TILE * scale))
    tile = cv2.resize(grain_tile(), (size, size), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    return bgra(cv2.merge([tile, tile, tile, np.full_like(tile, 255)]))


@functools.cache
def typeface() -> skia.Typeface:
    """The shipped face: skia's default one draws Chinese as boxes without a word."""
    path = assets_folder() / "fonts" / "NotoSansSC-Regular.otf"
    face = skia.Typeface.MakeFromFile(str(path)) if path.is_file() else None
    return face or skia.Typeface.MakeDefault()


def skia_colour(colour: Colour, alpha: float = 1.0) -> int:
    """A palette colour (floats 0..1) as skia's ARGB integer."""
    r, g, b = (min(255, max(0, round(c * 255))) for c in colour)
    return skia.ColorSetARGB(min(255, max(0, round(alpha * 255))), r, g, b)


def outline(points: Points, *, closed: bool = True) -> skia.Path:
    """Straight cuts from point to point."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], closed)
    return path


def curve(points: Points) -> skia.Path:
    """A closed shape that runs smoothly through the middles of its sides (quadratic B-spline)."""
    path = skia.Path()
    n = len(points)
    mid = [((points[i][0] + points[(i + 1) % n][0]) / 2, (points[i][1] + points[(i + 1) % n][1]) / 2) for i in range(n)]
    path.moveTo(*mid[-1])
    for i in range(n):
        path.quadTo(*points[i], *mid[i])
    path.close()
    return path


def blob(cx: float, cy: float, rx: float, ry: float, seed: int, rough: float = 0.12, sides: int = 11) -> skia.Path:
    """A round cut by hand: an ellipse with a wavering radius."""
    points = []
    for i in range(sides):
        r = 1.04 + rough * (2 * chance(seed, i, 71) - 1)
        a = 2 * math.pi * i / sides
        points.append((cx + rx * r * math.cos(a), cy + ry * r * math.sin(a)))
    return curve(points)


def land(x0: float, x1: float, step: float, height: Callable[[float], float], bottom: float) -> skia.Path:
    """Everything from `bottom` up to `height(x)`, cut on a fixed grid so that any range shows the same edge."""
    xs = grid(x0, x1, step)
    return outline([(x, height(x)) for x in xs] + [(xs[-1], bottom), (xs[0], bottom)])


class Knife:
    """Cuts shapes from coloured paper onto a canvas whose axes are world units, y up.

    `line` is one line of the picture (1/720 of its height) in world units; `shade` the colour of shadows; `flat` cuts have
    neither shadow nor lit edge (ink and graphite draw their own edges).
    """

    def __init__(
        self, canvas: skia.Canvas, line: float, shade: Colour, lean: float = 1.0, *, flat: bool = False, shows: str = ""
    ) -> None:
        self.canvas = canvas
        self.line = line
        self.shade = shade
        self.lean = lean
        self.flat = flat
        self.shows = shows
        self.met: set[str] = set()
        self._stirs = ""
        self._paint = skia.Paint(AntiAlias=True)

    def showing(self, shows: str) -> Knife:
        """The same knife that cuts only what stands still (STILL), or stirs in that way."""
        return Knife(self.canvas, self.line, self.shade, self.lean, flat=self.flat, shows=shows)

    def scaled(self, k: float) -> Knife:
        """The same knife on a canvas that has been scaled by `k`."""
        return Knife(self.canvas, self.line / k, self.shade, self.lean, flat=self.flat, shows=self.shows)

    @contextmanager
    def stirring(self, way: str) -> Iterator[None]:
        """What is cut meanwhile is alive, and stirs in that way (see `stirring.Stir`); within another piece it goes with that."""
        before, self._stirs = self._stirs, self._stirs or way
        self.met.add(self._stirs)
        try:
            yield
        finally:
            self._stirs = before

    @property
    def _hides(self) -> bool:
        return bool(self.shows) and self.shows != (self._stirs or STILL)

    def dab(self, path: skia.Path, colour: Colour, alpha: float = 1.0) -> None:
        """A flat shape without thickness: for small marks and translucent tissue."""
        if self._hides:
            return
        self._paint.setColor(skia_colour(colour, alpha))
        self.canvas.drawPath(path, self._paint)

    def cut(self, path: skia.Path, colour: Colour, lift: float = 1.0) -> None:
        """A sheet of paper: shadow, lighter cut edge, then its face. `lift` is how far it stands off, 0 for flush."""
        if self.flat or self._hides:
            self.dab(path, colour)
            return
        e = self.line * max(lift, 0.6)
        if lift > 0:
            self._offset(path, self.shade, 3.6 * e * self.lean, -4.2 * e, 0.10)
            self._offset(path, self.shade, 2.2 * e * self.lean, -2.4 * e, 0.14)
        self._offset(path, lighter(colour, 0.16), -0.8 * self.line * self.lean, 1.1 * self.line, 1.0)
        self.dab(path, colour)

    def rect(
        self, x: float, y: float, w: float, h: float, colour: Colour, lift: float = 1.0, wobble: float = 0.0
    ) -> None:
        """An upright piece with its lower left corner at (x, y); `wobble` (world units) makes it hand-cut."""
        k = round(x * 97 + y * 31)
        j = [wobble * (2 * chance(k, i) - 1) for i in range(8)]
        corners = [
            (x + j[0], y + j[1]),
            (x + w + j[2], y + j[3]),
            (x + w + j[4], y + h + j[5]),
            (x + j[6], y + h + j[7]),
        ]
        self.cut(outline(corners), colour, lift)

    def stroke(self, points: Points, width: float, colour: Colour, alpha: float = 1.0) -> None:
        """A strip of even width, for wires and strings only."""
        if self._hides:
            return
        paint = skia.Paint(AntiAlias=True, Color=skia_colour(colour, alpha), StrokeWidth=width)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        self.canvas.drawPath(outline(points, closed=False), paint)

    def glow(self, cx: float, cy: float, radius: float, colour: Colour, strength: float = 0.5) -> None:
        """Lamplight: a soft translucent round in three tissues, so that it reads as layered paper and not as a blur. It stays where
        it is when its lantern swings."""
        if self.shows not in ("", STILL):
            return
        for share, alpha in ((1.0, 0.16), (0.62, 0.22), (0.34, 0.34)):
            stops = [
                skia_colour(colour, strength * alpha),
                skia_colour(colour, strength * alpha * 0.7),
                skia_colour(colour, 0),
            ]
            shader = skia.GradientShader.MakeRadial(skia.Point(cx, cy), radius * share, stops, [0.0, 0.55, 1.0])
            self.canvas.drawCircle(cx, cy, radius * share, skia.Paint(AntiAlias=True, Shader=shader))

    def tissue(self, path: skia.Path, colour: Colour, y_full: float, y_none: float, strength: float = 1.0) -> None:
        """A gently graded translucent sheet: full at height `y_full`, gone at `y_none`."""
        if self._hides:
            return
        ends = [skia.Point(0, y_full), skia.Point(0, y_none)]
        stops = [skia_colour(colour, strength), skia_colour(colour, 0)]
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear(ends, stops)))

    def letter(self, text: str, cx: float, cy: float, size: float, colour: Colour) -> None:
        """Letters centred on (cx, cy), `size` world units high."""
        if self._hides:
            return
        font = skia.Font(typeface(), 100)
        width = font.measureText(text)
        self.canvas.save()
        self.canvas.translate(cx, cy)
        self.canvas.scale(size / 100, -size / 100)
        paint = skia.Paint(AntiAlias=True, Color=skia_colour(colour))
        self.canvas.drawString(text, -width / 2, 36, font, paint)
        self.canvas.restore()

    def _offset(self, path: skia.Path, colour: Colour, dx: float, dy: float, alpha: float) -> None:
        self.canvas.save()
        self.canvas.translate(dx, dy)
        self.dab(path, colour, alpha)
        self.canvas.restore()


class Held(Protocol):
    """Whatever a painter has in hand, with a knife among it."""

    @property
    def knife(self) -> Knife:
        """The knife."""
        ...


H = TypeVar("H", bound="Knife | Held")


def living(way: str) -> Callable[[Callable[Concatenate[H, P], None]], Callable[Concatenate[H, P], None]]:
    """Says of a painter that all it cuts is alive, and how it stirs."""

    def marked(paint: Callable[Concatenate[H, P], None]) -> Callable[Concatenate[H, P], None]:
        @functools.wraps(paint)
        def alive(hand: H, *args: P.args, **named: P.kwargs) -> None:
            knife = hand if isinstance(hand, Knife) else hand.knife
            with knife.stirring(way):
                paint(hand, *args, **named)

        return alive

    return marked


def lay_grain(pixels: NDArray[np.uint8], anchor: tuple[float, float], scale: float) -> None:
    """Press the grain into `pixels` (H, W, 4), premultiplied, in place. The tile is fixed to `anchor` (pixels), so it moves
    with its sheet. A tiled multiply is twenty times faster than a repeating shader."""
    h, w = pixels.shape[:2]
    tile = _grain_at(round(scale, 2))
    n = tile.shape[0]
    tile = np.roll(tile, (round(anchor[1]) % n, round(anchor[0]) % n), axis=(0, 1))
    wide = cv2.copyMakeBorder(tile, 0, max(0, h - n), 0, max(0, w - n), cv2.BORDER_WRAP)
    cv2.multiply(pixels, wide[:h, :w], dst=pixels, scale=1 / 255)


def soft_shadow(pixels: NDArray[np.uint8], blur: float, colour: Colour, strength: float) -> NDArray[np.uint8]:
    """The shadow a sheet throws: premultiplied BGRA at a quarter of the size of `pixels` (H, W, 4); `blur` is the sigma
    in full-size pixels. Blurring at a quarter costs a twentieth and nobody can tell."""
    h, w = pixels.shape[:2]
    small = cv2.resize(pixels[:, :, 3], (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), max(0.6, blur / 4)).astype(np.float32) * strength
    r, g, b = colour
    return np.stack([soft * b, soft * g, soft * r, soft], axis=-1).astype(np.uint8)
