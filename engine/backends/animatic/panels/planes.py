"""A panel taken apart into planes: the foreground by itself, and the background with what it hid filled in.

The camera shows only a few percent of what was hidden, so the filling is made small and soft (fast marching, Telea 2004); the figure's
edge keeps the figure's own colours, or a light line would run around it wherever it moves.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.panels import matte
from engine.backends.animatic.panels.looking import detected
from engine.backends.animatic.panels.matte import u8
from engine.errors import BadInput

Bgra = NDArray[np.uint8]

TOLD, GUESSED = 0.55, 0.26
"""How far the background lies behind a foreground that somebody told, and behind one that was found by looking."""

MARGIN = 0.42
"""How far the board goes on beyond the panel on each side, in frame heights."""

_CROPPED = 0.14
"""A panel of another aspect is cropped by up to so much of itself; beyond that it keeps all of it."""


@dataclass(frozen=True, slots=True)
class Planes:
    """The planes of one panel as skia images of the same size (BGRA, premultiplied). The panel itself is `wide` x `tall` frame heights,
    in the middle of images that are MARGIN larger on each side; `dots` are pixels per frame height. `front` is None for a flat one.
    `behind`: how far the background lies behind the panel, in frame heights: less where the foreground is a guess."""

    back: skia.Image
    front: skia.Image | None
    wide: float
    tall: float
    dots: float
    behind: float = 0.0


def read(content: bytes, name: str) -> NDArray[np.uint8]:
    """A picture file as uint8 (H, W, 3 or 4), BGR(A), turned as its camera says. Raises BadInput."""
    raw = np.frombuffer(content, np.uint8)
    picture = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED) if raw.size else None
    if picture is not None and picture.ndim == 3 and picture.shape[2] == 3:
        picture = cv2.imdecode(raw, cv2.IMREAD_COLOR)  # heeds the turn that a phone noted
    if picture is None:
        raise BadInput(f"{name} is not a picture that can be read.", "Save it as PNG or JPEG.")
    height, width = picture.shape[:2]
    if min(height, width) < 32:
        raise BadInput(f"{name} is too small for a panel ({width} x {height}).", "Use a larger picture.")
    pixels = u8(picture // 256 if picture.dtype == np.uint16 else picture)
    return np.ascontiguousarray(pixels if pixels.ndim == 3 else u8(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)))


def planes_of(
    picture: NDArray[np.uint8],
    mask: NDArray[np.uint8] | None,
    aspect: float,
    lines: int,
    *,
    flat: bool,
    along: float = 1.0,
) -> Planes:
    """Take a panel apart for a frame of `lines` lines and that aspect (width / height). `mask` is its hand-drawn matte, None: look for
    one. `along` > 1 lets a panel be that much longer than the frame, for the camera to travel over."""
    fitted, alpha, wide, tall, dots = _fitted(picture, aspect, lines, along)
    height, width = fitted.shape[:2]
    front, behind = None, 0.0
    if not flat:
        told = _resized(mask, picture, (width, height)) if mask is not None else alpha
        front = told if told is not None else detected(fitted)
        behind = 0.0 if front is None else GUESSED if told is None else TOLD
    paper = matte.paper_of(fitted)
    if alpha is not None:
        fitted = _on_paper(fitted, alpha)
        paper = np.array(_PAPER, np.float32)
    pad = round(MARGIN * dots)
    if front is not None and paper is not None and behind == GUESSED:
        front = _over_outline(front, dots)
    back = _bordered(_behind(fitted, front, paper) if front is not None else fitted, pad, paper)
    cut = None if front is None else _widened(_cut_out(fitted, front, paper), pad)
    return Planes(_image(_opaque(back)), None if cut is None else _image(cut), wide, tall, dots, behind)


def _widened(cut: Bgra, pad: int) -> Bgra:
    return u8(cv2.copyMakeBorder(cut, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)))


_PAPER = (226, 236, 240)
"""The paper (BGR) behind a drawing that has none of its own."""


def _fitted(
    picture: NDArray[np.uint8], aspect: float, lines: int, along: float
) -> tuple[NDArray[np.uint8], matte.Plane | None, float, float, float]:
    """The panel at the size it is shown (a little more, for the camera that comes near): BGR, its alpha, its width and height in frame
    heights, pixels per frame height."""
    dots = lines * 1.2
    h, w = picture.shape[:2]
    own = w / h
    if max(own / aspect, aspect / own) > 1 / (1 - _CROPPED) and along <= 1:
        wide, tall = (aspect, aspect / own) if own > aspect else (own, 1.0)
    elif along > 1 and own > aspect:
        wide, tall = own, 1.0
    elif along > 1:
        wide, tall = aspect, aspect / own
    else:
        picture, wide, tall = _cropped(picture, aspect), aspect, 1.0
    size = (max(8, round(wide * dots)), max(8, round(tall * dots)))
    shrinks = size[0] < picture.shape[1]
    fitted = u8(cv2.resize(picture, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC))
    alpha = matte.from_alpha(fitted[:, :, 3]) if fitted.shape[2] == 4 else None
    return np.ascontiguousarray(fitted[:, :, :3]), alpha, wide, tall, dots


def _cropped(picture: NDArray[np.uint8], aspect: float) -> NDArray[np.uint8]:
    h, w = picture.shape[:2]
    if w / h > aspect:
        keep = round(h * aspect)
        left = (w - keep) // 2
        return picture[:, left : left + keep]
    keep = round(w / aspect)
    top = (h - keep) // 2
    return picture[top : top + keep]


def _resized(mask: NDArray[np.uint8], picture: NDArray[np.uint8], size: tuple[int, int]) -> matte.Plane:
    """The hand-drawn matte, cropped as the picture was."""
    h, w = picture.shape[:2]
    same = u8(cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA))
    cropped = _cropped(same, size[0] / size[1]) if abs(w / h / (size[0] / size[1]) - 1) > 0.01 else same
    return matte.from_file(cropped, size)


def _on_paper(picture: NDArray[np.uint8], alpha: matte.Plane) -> NDArray[np.uint8]:
    over = alpha[:, :, None]
    return (picture * over + np.array(_PAPER, np.float32) * (1 - over)).round().astype(np.uint8)


def _over_outline(front: matte.Plane, dots: float) -> matte.Plane:
    """The matte of a figure drawn on paper, let out over the line around it: what is found is what the line holds."""
    wide = max(3, round(dots / 110)) | 1
    return np.asarray(cv2.dilate(front, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wide, wide))), np.float32)


def _behind(picture: NDArray[np.uint8], front: matte.Plane, paper: NDArray[np.float32] | None) -> NDArray[np.uint8]:
    """The picture with the foreground filled in from around it; on bare paper its lines go on, where a filling would smear them."""
    h, w = picture.shape[:2]
    hole = cv2.dilate((front > 0.04).astype(np.uint8), np.ones((5, 5), np.uint8))
    if paper is not None:
        return _mirrored(picture, hole > 0, paper)
    k = max(1, w // 320)
    small = cv2.resize(picture, (w // k, h // k), interpolation=cv2.INTER_AREA)
    gap = cv2.dilate(cv2.resize(hole, (w // k, h // k), interpolation=cv2.INTER_NEAREST), np.ones((3, 3), np.uint8))
    filled = cv2.GaussianBlur(cv2.inpaint(small, gap, 4, cv2.INPAINT_TELEA), (0, 0), 1.2)
    whole = cv2.resize(filled, (w, h), interpolation=cv2.INTER_LINEAR)
    share = cv2.GaussianBlur(hole.astype(np.float32), (0, 0), 1.4)[:, :, None].clip(0, 1)
    return (picture * (1 - share) + whole * share).round().astype(np.uint8)


def _mirrored(picture: NDArray[np.uint8], hole: NDArray[np.bool_], paper: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The hole filled, row by row, with the mirror image of what lies beside it, so that a horizon runs on behind a figure; bare
    paper where that is a hole too."""
    height, width = hole.shape
    x = np.arange(width)[None, :]
    left = np.maximum.accumulate(np.where(hole, -width, x), axis=1)
    right = np.minimum.accumulate(np.where(hole, 2 * width, x)[:, ::-1], axis=1)[:, ::-1]
    source = np.where(x - left <= right - x, 2 * left - x, 2 * right - x)
    inside = (source >= 0) & (source < width)
    rows, source = np.arange(height)[:, None], source.clip(0, width - 1)
    bare = ~inside | hole[rows, source]
    filled = np.where(bare[:, :, None], paper.round().astype(np.uint8), picture[rows, source])
    return np.where(hole[:, :, None], filled, picture)


def _cut_out(picture: NDArray[np.uint8], front: matte.Plane, paper: NDArray[np.float32] | None) -> Bgra:
    """The foreground, premultiplied; at its edge its own colours are drawn outward, so that no background clings to it. On `paper`
    nothing clings, and the edge is the figure's outline."""
    if paper is not None:
        return np.dstack([picture * front[:, :, None], front * 255]).round().clip(0, 255).astype(np.uint8)
    sure = (cv2.erode(front, np.ones((5, 5), np.uint8)) > 0.9).astype(np.float32)
    weight = cv2.GaussianBlur(sure, (0, 0), 3.0)[:, :, None]
    spread = cv2.GaussianBlur(picture * sure[:, :, None], (0, 0), 3.0) / np.maximum(weight, 1e-3)
    edge = np.where((sure[:, :, None] > 0) | (weight < 0.02), picture, spread)
    alpha = (np.clip((front - 0.12) / 0.76, 0, 1))[:, :, None]
    return np.dstack([edge * alpha, alpha * 255]).round().clip(0, 255).astype(np.uint8)


def _bordered(picture: NDArray[np.uint8], pad: int, paper: NDArray[np.float32] | None) -> NDArray[np.uint8]:
    """The board around the panel: more paper, or for a picture that fills its frame its own mirror image, gone soft and dim."""
    if paper is not None:
        value = tuple(float(part) for part in paper)
        wide = cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=value)
        return _blended(wide, cv2.GaussianBlur(wide, (0, 0), 6), pad, 8)
    wide = cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_REFLECT_101)
    small = cv2.resize(wide, (max(8, wide.shape[1] // 8), max(8, wide.shape[0] // 8)), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(
        cv2.GaussianBlur(small, (0, 0), 2.0), (wide.shape[1], wide.shape[0]), interpolation=cv2.INTER_LINEAR
    )
    return _blended(wide, (soft * 0.86).astype(np.uint8), pad, max(4, pad // 6))


def _blended(inner: cv2.typing.MatLike, outer: cv2.typing.MatLike, pad: int, soft: int) -> NDArray[np.uint8]:
    """`inner` in the middle, `outer` beyond `pad` pixels from the sides, and between them a ramp."""
    share = np.zeros(inner.shape[:2], np.float32)
    share[pad:-pad, pad:-pad] = 1.0
    share = cv2.blur(share, (2 * soft + 1, 2 * soft + 1))
    share[pad:-pad, pad:-pad] = 1.0
    part = share[:, :, None]
    return u8((inner * part + outer * (1 - part)).round())


def _opaque(picture: NDArray[np.uint8]) -> Bgra:
    return np.ascontiguousarray(u8(cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)))


def _image(pixels: Bgra) -> skia.Image:
    return skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
