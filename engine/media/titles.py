"""Cards and lettering as pictures: the title, the slate that stands for a missing take, the captions.

Everything is cut from the same paper as the sets: flat sheets with a fibre grain, soft
shadows between them, ink and cream instead of black and white. All of it is a function of its words and the raster.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.film.rate import Raster
from engine.media import lettering
from engine.media.captions import caption_size, columns, wrapped

CREAM = 0xFFF4ECDC
INK = 0xFF2D2A32
SEAL = 0xFFB4473A
_PLATE = 0x9E1F1C24

Rgba = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Palette:
    """Sky, sun, and three sheets of hills from far to near, as 0xAARRGGBB; the lettering's colour."""

    sky: int
    disc: int
    hills: tuple[int, int, int]
    letters: int


_PALETTES = (
    Palette(0xFFEBDCC3, 0xFFC9604A, (0xFFC9B79C, 0xFF94907F, 0xFF4F5A5C), INK),  # dawn
    Palette(0xFF27385A, 0xFFF0DFB4, (0xFF3C5074, 0xFF2F4160, 0xFF1C2942), CREAM),  # night
    Palette(0xFFD5DDD3, 0xFFF3E3B5, (0xFFAEC0B2, 0xFF7C988C, 0xFF3F5D58), INK),  # mist
    Palette(0xFFE7C9A4, 0xFFF6EAD0, (0xFFC98F6C, 0xFF98604F, 0xFF55404A), INK),  # dusk
)


def title_card(title: str, author: str, raster: Raster) -> Rgba:
    """The title over three sheets of hills under a paper sun or moon: uint8 (H, W, 4), opaque RGBA.

    The palette and the hills follow from the title, so a film keeps its card and two films differ.
    """
    seed = int.from_bytes(hashlib.sha256(title.encode()).digest()[:8])
    palette = _PALETTES[seed % len(_PALETTES)]
    surface, canvas = _canvas(raster, palette.sky)
    width, height = float(raster.width), float(raster.height)
    lean = 1 if seed & 16 else -1
    _sheet(canvas, _disc(width * (0.5 + 0.355 * lean), height * 0.165, height * 0.085), palette.disc, height)
    for depth, colour in enumerate(palette.hills):
        _sheet(canvas, _hills(width, height, depth, seed), colour, height * (1 + 0.5 * depth))
    _set_title(canvas, title, author, palette.letters, raster)
    return _grained(surface, seed)


def slate_card(slate: str, action: str, note: str, raster: Raster) -> Rgba:
    """Stands in for a shot nobody has rendered: its slate, what happens, and why this is not a picture yet."""
    surface, canvas = _canvas(raster, 0xFF5A6470)
    width, height = float(raster.width), float(raster.height)
    side = min(width, height)
    board = skia.Path()
    board.addRoundRect(
        skia.Rect.MakeXYWH(width * 0.14, height * 0.13, width * 0.72, height * 0.66), side / 60, side / 60
    )
    _sheet(canvas, board, 0xFFE9E1D1, height)
    ink, faint = _paint(INK), _paint(0xFF7C7670)
    size = lettering.fitted([slate], side * 0.15, width * 0.6)
    lettering.draw(canvas, slate, width / 2, height * 0.36, lettering.font(size, bold=True), ink)
    canvas.drawRect(skia.Rect.MakeXYWH(width * 0.44, height * 0.415, width * 0.12, max(1.0, side / 360)), _paint(SEAL))
    body = side * 0.044
    room = max(8, int(width * 0.6 / (body / 2)))
    lines = _clamped(lettering.drawable(action), min(room, 56))
    body = lettering.fitted(lines, body, width * 0.64)
    for row, line in enumerate(lines):
        lettering.draw(canvas, line, width / 2, height * 0.505 + row * body * 1.5, lettering.font(body), ink)
    lettering.draw(canvas, note, width / 2, height * 0.735, lettering.font(side * 0.03), faint, spacing=side * 0.002)
    return _grained(surface, 7)


def caption_plate(lines: tuple[str, ...], raster: Raster) -> tuple[Rgba, int, int]:
    """A caption on its plate: RGBA (straight alpha), and its left and top in the picture.

    The plate is cropped to even pixels so that 4:2:0 chroma lines up; its foot stands on the safe area (EBU R 95: 5%
    of the height, here with some air).
    """
    texts = [lettering.drawable(line) for line in lines]
    size = lettering.fitted(texts, caption_size(raster), raster.width * 0.86)
    face, pitch = lettering.font(size), size * 1.36
    widest = max((lettering.width(text, face) for text in texts), default=0.0)
    wide, high = _even(widest + size * 1.3), _even(pitch * len(texts) + size * 0.42)
    surface = skia.Surface.MakeRasterN32Premul(wide, high)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.drawRoundRect(skia.Rect.MakeWH(wide, high), size * 0.3, size * 0.3, _paint(_PLATE))
    shadow = _paint(0xB0141218)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, size * 0.06))
    for row, text in enumerate(texts):
        baseline = size * 0.21 + pitch * row + pitch * 0.5 + size * 0.36
        lettering.draw(canvas, text, wide / 2, baseline + size * 0.04, face, shadow)
        lettering.draw(canvas, text, wide / 2, baseline, face, _paint(CREAM))
    left, top = _even((raster.width - wide) / 2), _even(raster.height * 0.925 - high)
    return _pixels(surface), left, top


def png(picture: Rgba) -> bytes:
    """RGBA pixels as a PNG file."""
    made, packed = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA), [cv2.IMWRITE_PNG_COMPRESSION, 1])
    assert made
    return packed.tobytes()


def _set_title(canvas: skia.Canvas, title: str, author: str, colour: int, raster: Raster) -> None:
    width, side = float(raster.width), float(min(raster.width, raster.height))
    words = lettering.drawable(title) or "—"
    lines = wrapped(words, 22 if columns(words) == len(words) else 20)
    chinese = columns(words) > len(words)
    spacing = 0.22 if chinese else 0.06
    size = lettering.fitted(lines, side * (0.135 if chinese else 0.118), width * 0.8, spacing=spacing)
    top = raster.height * 0.43 - (len(lines) - 1) * size * 0.66
    for row, line in enumerate(lines):
        face = lettering.font(size, bold=True)
        lettering.draw(canvas, line, width / 2, top + row * size * 1.32, face, _paint(colour), spacing=size * spacing)
    if author:
        line = lettering.drawable(author)
        small = lettering.fitted([line], side * 0.038, width * 0.8, spacing=0.12)
        foot = top + (len(lines) - 1) * size * 1.32 + size * 0.95
        lettering.draw(canvas, line, width / 2, foot, lettering.font(small), _paint(colour), spacing=small * 0.12)


def _hills(width: float, height: float, depth: int, seed: int) -> skia.Path:
    """A sheet with a rolling upper edge; nearer sheets (higher depth) stand lower and roll more slowly."""
    turn = (seed >> (8 * depth)) % 628 / 100
    crest, swell = height * (0.68 + 0.10 * depth), height * (0.055 - 0.010 * depth)
    path = skia.Path()
    path.moveTo(-20, height + 20)
    for step in range(81):
        x = width * step / 80
        along = x / width * math.tau
        y = crest + swell * (math.sin(along * (1.1 - 0.2 * depth) + turn) + 0.45 * math.sin(along * 2.3 + turn * 2))
        path.lineTo(x - 10 if step == 0 else x + 10 * (step == 80), y)
    path.lineTo(width + 20, height + 20)
    path.close()
    return path


def _disc(x: float, y: float, radius: float) -> skia.Path:
    path = skia.Path()
    path.addCircle(x, y, radius)
    return path


def _sheet(canvas: skia.Canvas, path: skia.Path, colour: int, gap: float) -> None:
    """A sheet of paper: its soft shadow on what lies behind, its face, and a cut edge one shade lighter."""
    shadow = _paint(0x4A120F1A)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, gap * 0.012))
    canvas.save()
    canvas.translate(gap * 0.003, gap * 0.008)
    canvas.drawPath(path, shadow)
    canvas.restore()
    canvas.drawPath(path, _paint(colour))
    edge = _paint(0x38FFF6E6)
    edge.setStyle(skia.Paint.kStroke_Style)
    edge.setStrokeWidth(max(1.0, gap * 0.0022))
    canvas.save()
    canvas.clipPath(path, True)
    canvas.drawPath(path, edge)
    canvas.restore()


def _grained(surface: skia.Surface, seed: int) -> Rgba:
    """The picture with paper fibre: fine noise with a slight horizontal run, about two levels strong."""
    picture = _pixels(surface)
    noise = np.random.default_rng(seed).standard_normal(picture.shape[:2]).astype(np.float32)
    fibre = cv2.GaussianBlur(noise, (0, 0), sigmaX=2.2, sigmaY=0.7)
    cloud = cv2.resize(
        cv2.GaussianBlur(noise[::8, ::8], (0, 0), 3.0), picture.shape[1::-1], interpolation=cv2.INTER_CUBIC
    )
    grain = 2.0 * fibre / fibre.std() + 1.6 * cloud / cloud.std()
    picture[..., :3] = np.clip(picture[..., :3] + grain[..., None] + 0.5, 0, 255).astype(np.uint8)
    return picture


def _clamped(text: str, longest: int) -> tuple[str, ...]:
    """At most two lines; what does not fit ends in an ellipsis."""
    lines = wrapped(text, longest)
    if all(columns(line) <= longest for line in lines):
        return lines
    while text and columns(text) > 2 * longest - 8:
        text = text[:-1]
    return wrapped(text.rstrip(" ，,。.；;、") + "…", longest)


def _canvas(raster: Raster, colour: int) -> tuple[skia.Surface, skia.Canvas]:
    surface = skia.Surface.MakeRasterN32Premul(raster.width, raster.height)
    canvas = surface.getCanvas()
    canvas.clear(colour)
    return surface, canvas


def _paint(colour: int) -> skia.Paint:
    return skia.Paint(Color=colour, AntiAlias=True)


def _pixels(surface: skia.Surface) -> Rgba:
    """The surface's pixels as unpremultiplied RGBA."""
    image = surface.makeImageSnapshot()
    return np.array(image.toarray(colorType=skia.kRGBA_8888_ColorType), dtype=np.uint8)


def _even(length: float) -> int:
    return math.ceil(length / 2) * 2
