"""What ink, graphite and dyed hide have in common, as plain functions of pixels: a table of colours, noise that repeats,
edges, a shaking hand, how far below its upper edge a stroke is.

All of it works on the small drawings of one plane or one player, never on whole frames, so it costs where paint is and
nowhere else.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.paper import bgra

Pixels = NDArray[np.uint8]
Plane8 = NDArray[np.uint8]
"""One channel, uint8 (H, W)."""

TILE = 512
"""Texels of a noise tile, each way."""

_BITS = 6
_CELLS = 1 << _BITS

Colours = NDArray[np.floating[Any]]
"""Red, green, blue in 0..1: float (N, 3)."""

Colouring = Callable[[Colours], Colours]


def colour_table(colouring: Colouring) -> NDArray[np.uint32]:
    """The function at every colour of a 64 x 64 x 64 cube, as opaque BGRA words: uint32 (262144,)."""
    steps = (np.arange(_CELLS, dtype=np.float32) + 0.5) / _CELLS
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    painted = colouring(np.stack([red.ravel(), green.ravel(), blue.ravel()], axis=1))
    out = np.full((painted.shape[0], 4), 255, np.uint8)
    out[:, :3] = np.clip(painted[:, ::-1] * 255 + 0.5, 0, 255)
    return out.view(np.uint32).ravel()


def recolour(pixels: Pixels, table: NDArray[np.uint32]) -> Pixels:
    """Opaque BGRA of what the table says of each colour; alpha is ignored. One look-up does a whole grade."""
    return table.take(_cells(pixels)).view(np.uint8).reshape(pixels.shape)


def _cells(pixels: Pixels) -> NDArray[np.uint32]:
    """Which cell of the cube each pixel falls into: blue, green, red, six bits each."""
    word = np.ascontiguousarray(pixels).view(np.uint32)[:, :, 0]
    keep = np.uint32(_CELLS - 1)
    at = (word >> np.uint32(2)) & keep
    at <<= np.uint32(_BITS)
    at |= (word >> np.uint32(10)) & keep
    at <<= np.uint32(_BITS)
    at |= (word >> np.uint32(18)) & keep
    return at


def tones_of(table: NDArray[np.uint32] | None) -> Plane8:
    """How bright each colour of the cube becomes: uint8 (262144,). Without a table a colour stays as it is."""
    words = colour_table(lambda colours: colours) if table is None else table
    return luma_of(words.view(np.uint8).reshape(_CELLS, -1, 4)).ravel()


def lit_tones(tones: Plane8, gel: tuple[float, ...], air: tuple[float, ...], haze: float) -> Plane8:
    """The same under a light: each of red, green, blue times `gel`, then `haze` of `air` stirred in."""
    steps = (np.arange(_CELLS) + 0.5) / _CELLS
    red, green, blue = (
        np.clip((steps * part * (1 - haze) + stirred * haze) * _CELLS, 0, _CELLS - 1).astype(np.intp)
        for part, stirred in zip(gel, air, strict=True)
    )
    cube = tones.reshape(_CELLS, _CELLS, _CELLS)
    return np.ascontiguousarray(cube[np.ix_(blue, green, red)]).ravel()


def toned(pixels: Pixels, tones: Plane8) -> Plane8:
    """Brightness by a table of tones, uint8 (H, W); alpha is ignored."""
    return tones.take(_cells(pixels))


def unmixed(pixels: Pixels) -> Pixels:
    """Straight BGRA of premultiplied BGRA (skia does it faster than numpy)."""
    h, w = pixels.shape[:2]
    out = np.empty_like(pixels)
    image = skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    info = skia.ImageInfo.Make(w, h, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType)
    image.readPixels(info, out, w * 4, 0, 0)
    return out


def mixed(colours: Pixels, alpha: Plane8) -> Pixels:
    """Premultiplied BGRA of opaque colours under an alpha."""
    out = bgra(cv2.multiply(colours, cv2.merge([alpha] * 4), scale=1 / 255))
    out[:, :, 3] = alpha
    return out


def luma_of(pixels: Pixels) -> Plane8:
    """Brightness, uint8 (H, W)."""
    return bgra(cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY))


def stretched(plane: NDArray[Any], gain: float, less: int = 0) -> Plane8:
    """`gain` times what is left of each value above `less`, cut off at 255."""
    return bgra(cv2.convertScaleAbs(cv2.subtract(plane, np.full_like(plane, less)) if less else plane, alpha=gain))


def tone_table(x: tuple[float, ...], y: tuple[float, ...]) -> Plane8:
    """A curve through points (0..1 each way) as 256 steps."""
    return np.clip(np.interp(np.arange(256) / 255, x, y) * 255 + 0.5, 0, 255).astype(np.uint8)


# Noise that repeats


def coarseness(line: float) -> float:
    """The size of grain for pictures with that many pixels to a line, in half octaves: a preview shows the same paper as
    the film, and few tiles have to be made."""
    return 2.0 ** (round(2 * math.log2(max(line, 0.05))) / 2)


@functools.lru_cache(maxsize=32)
def noise(seed: int, fine: float, coarse: float) -> NDArray[np.float32]:
    """A tile of noise between two wavelengths (texels), mean 0, deviation 1: float32 (512, 512), seamless."""
    field = np.fft.rfft2(np.random.default_rng(seed).normal(0, 1, (TILE, TILE)))
    fy, fx = np.fft.fftfreq(TILE)[:, None], np.fft.rfftfreq(TILE)[None, :]
    f2 = fx**2 + fy**2
    band = np.exp(-f2 * (fine * fine)) - np.exp(-f2 * (coarse * coarse) * 4)
    out = np.fft.irfft2(field * band, s=(TILE, TILE))
    return (out / out.std()).astype(np.float32)


@functools.lru_cache(maxsize=32)
def noise8(seed: int, fine: float, coarse: float, middle: float, strength: float) -> Plane8:
    """The same as bytes around `middle`, with that deviation."""
    return np.clip(noise(seed, fine, coarse) * strength + middle, 0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Ground:
    """A stretch of paper under a plane: `size` (height, width) pixels, pinned at (x, y), `line` pixels to a line of the
    picture. Grain lies on it at the plane's own scale and moves with it."""

    size: tuple[int, int]
    x: float
    y: float
    line: float

    def noise(self, seed: int, fine: float, coarse: float) -> NDArray[np.float32]:
        """Noise between two wavelengths (lines), mean 0, deviation 1."""
        k = coarseness(self.line)
        return tiled(noise(seed, fine * k, coarse * k), self.size, self.x, self.y)

    def noise8(self, seed: int, fine: float, coarse: float, middle: float, strength: float) -> Plane8:
        """The same as bytes around `middle`."""
        k = coarseness(self.line)
        return tiled(noise8(seed, fine * k, coarse * k, middle, strength), self.size, self.x, self.y)

    def lay(self, tile: NDArray[Any]) -> NDArray[Any]:
        """A tile over all of it."""
        return tiled(tile, self.size, self.x, self.y)

    def shaken(self, pixels: NDArray[Any], reach: float, wave: float, seed: int) -> NDArray[Any]:
        """The picture as an unsteady hand would have drawn it: moved by about `reach` lines in waves of about `wave`."""
        k = coarseness(self.line)
        return cv2.remap(
            pixels,
            _laid(_shaking(seed, round(reach * k, 2), round(wave * k)), self.size, self.x, self.y),
            None,  # pyright: ignore[reportArgumentType, reportCallIssue]
            cv2.INTER_LINEAR | cv2.WARP_RELATIVE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )


@functools.lru_cache(maxsize=8)
def streaks(seed: int) -> Plane8:
    """The hairs of a dry brush: long thin noise, nearly level. uint8 (512, 512), seamless, evenly spread over 0..255."""
    field = np.fft.rfft2(np.random.default_rng(seed).normal(0, 1, (TILE, TILE)))
    fy, fx = np.fft.fftfreq(TILE)[:, None], np.fft.rfftfreq(TILE)[None, :]
    along, across = fx + 0.18 * fy, fy - 0.18 * fx
    out = np.fft.irfft2(field * np.exp(-(along**2) * 900 - across**2 * 4), s=(TILE, TILE))
    ranks = out.ravel().argsort().argsort().reshape(out.shape)
    return (ranks * (255 / ranks.size)).astype(np.uint8)


def tiled(tile: NDArray[Any], size: tuple[int, int], x: float, y: float) -> NDArray[Any]:
    """A tile laid over (height, width) pixels, its corner pinned at (x, y)."""
    h, w = size
    n, m = tile.shape[:2]
    top, left = round(y) % n - n, round(x) % m - m
    out = np.empty((h, w, *tile.shape[2:]), tile.dtype)
    for row in range(top, h, n):
        for column in range(left, w, m):
            piece = tile[max(0, -row) : h - row, max(0, -column) : w - column]
            out[max(0, row) : row + n, max(0, column) : column + m] = piece
    return out


def _laid(twice: NDArray[Any], size: tuple[int, int], x: float, y: float) -> NDArray[Any]:
    """`tiled` of a tile that was laid 2 x 2 beforehand: a view wherever the pixels fit into it, for copies of maps are dear."""
    (h, w), n = size, twice.shape[0] // 2
    top, left = -round(y) % n, -round(x) % n
    if top + h <= 2 * n and left + w <= 2 * n:
        return twice[top : top + h, left : left + w]
    return tiled(twice[:n, :n], size, x, y)


# Hands


@functools.lru_cache(maxsize=8)
def _shaking(seed: int, reach: float, wave: float) -> NDArray[np.float32]:
    """How far each pixel moves, laid 2 x 2: float32 (1024, 1024, 2)."""
    dx, dy = noise(seed, wave, wave * 6), noise(seed + 1, wave, wave * 6)
    return np.tile(np.stack([dx, dy], axis=-1) * np.float32(reach), (2, 2, 1))


def edges(pixels: Pixels, wide: float = 3) -> Plane8:
    """Where colour or cover changes, as lines about `wide` pixels broad (fainter where that is less than two): the
    greatest step in any channel. A line lies on the darker side of a step, so that the white of an eye stays white, and
    within a shape's outline."""
    brush = np.ones((max(2, round(wide)),) * 2, np.uint8)
    b, g, r, _ = cv2.split(cv2.subtract(cv2.dilate(pixels, brush), pixels))
    alpha = cv2.extractChannel(pixels, 3)
    within = cv2.bitwise_and(cv2.max(cv2.max(b, g), r), alpha)
    lines = cv2.max(within, cv2.subtract(alpha, cv2.erode(alpha, brush, borderValue=255)))
    return bgra(lines) if wide >= 2 else stretched(lines, wide / 2)


def below_edge(alpha: Plane8, reach: float) -> NDArray[np.float32]:
    """How far each pixel is below the top of its shape: 0 at the upper edge, nearly 1 `reach` pixels further down. Worked
    out at a quarter of the size."""
    h, w = alpha.shape
    small = cv2.resize(alpha, (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA) > 127
    depth = np.zeros(small.shape, np.float32)
    run = np.zeros(small.shape[1], np.float32)
    for row, filled in enumerate(small):
        run = (run + 4) * filled
        depth[row] = run
    depth = cv2.GaussianBlur(depth, (0, 0), max(1.0, reach / 30))
    fall = 1 - np.exp(depth * np.float32(-2.3 / max(1.0, reach)))
    return np.asarray(cv2.resize(fall, (w, h), interpolation=cv2.INTER_LINEAR), np.float32)


def crop(pixels: Pixels, pad: int) -> tuple[int, int, int, int] | None:
    """Top, bottom, left, right of what is painted, `pad` more on each side; None when nothing is."""
    x, y, w, h = cv2.boundingRect(cv2.extractChannel(pixels, 3))
    if w == 0 or h == 0:
        return None
    return max(0, y - pad), min(pixels.shape[0], y + h + pad), max(0, x - pad), min(pixels.shape[1], x + w + pad)


def cast(colour: tuple[float, float, float]) -> NDArray[np.float32]:
    """A palette colour as a row of three."""
    return np.array(colour, np.float32)


def smooth(x: Colours) -> Colours:
    """0..1 with an ease at both ends (Hermite's 3x^2 - 2x^3)."""
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


def turn(degrees: float) -> tuple[float, float]:
    """Cosine and sine."""
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
