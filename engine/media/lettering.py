"""Words drawn with our own face: measuring, spacing and setting lines of Latin and Chinese text.

Only the shipped face is ever used: a library's default face draws Chinese as empty boxes without a word. Signs that the
face lacks (emoji, rare characters) are left out of burned pictures rather than shown as boxes.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

import skia

from engine.assets import caption_font
from engine.errors import StorageFailed
from engine.typesetting import typeset

LETTERING = "Lettering.3"
"""Changes whenever something drawn here or in `titles` looks different: it is part of every segment's key."""


@functools.cache
def _typeface() -> skia.Typeface:
    path = caption_font()
    # A manager that knows no system fonts: the usual one reads fontconfig's files and complains about them on stderr.
    face = skia.FontMgr.New_Custom_Empty().makeFromFile(str(path), 0)
    if face is None:
        raise StorageFailed(f"The typeface {path.name} cannot be read.", "Install Storyreel again.")
    return face


@functools.cache
def font(size: float, *, bold: bool = False) -> skia.Font:
    """Our face at a size in pixels; `bold` thickens the strokes (we ship one weight)."""
    made = skia.Font(_typeface(), size)
    made.setSubpixel(True)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    made.setHinting(skia.FontHinting.kNone)
    made.setEmbolden(bold)
    return made


def drawable(text: str) -> str:
    """The text without signs our face lacks, its quotation marks as its language sets them."""
    face = _typeface()
    known = (
        sign for sign in typeset(unicodedata.normalize("NFC", text)) if face.unicharToGlyph(ord(sign)) or sign == " "
    )
    return " ".join("".join(known).split())


def width(text: str, face: skia.Font, spacing: float = 0.0) -> float:
    """Advance of a line in pixels, with `spacing` pixels between signs."""
    return face.measureText(text) + spacing * max(0, len(text) - 1)


def draw(
    canvas: skia.Canvas, text: str, x: float, y: float, face: skia.Font, paint: skia.Paint, *, spacing: float = 0.0
) -> None:
    """One line with its baseline's middle at (x, y)."""
    left = x - width(text, face, spacing) / 2
    if not spacing:
        canvas.drawString(text, left, y, face, paint)
        return
    for sign in text:
        canvas.drawString(sign, left, y, face, paint)
        left += face.measureText(sign) + spacing


def fitted(lines: Sequence[str], size: float, widest: float, *, spacing: float = 0.0) -> float:
    """The largest size up to `size` at which every line fits into `widest` pixels; `spacing` is in ems."""
    longest = max((width(line, font(size), spacing * size) for line in lines), default=0.0)
    return size if longest <= widest else size * widest / longest
