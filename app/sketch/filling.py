"""Fill: everything of one colour that hangs together with a point, up to the lines around it.

A drawn outline has gaps and soft edges. So what bounds is let out by `GAP` pixels first and the fill let out again by as much and a little
more, which closes small gaps and leaves no bright seam under the line. The sheet is one long whole number (a byte a pixel), because
shifting and joining such numbers is the fastest thing plain Python can do to a million pixels; no array library is loaded for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.sketch.drawing import clear

TOLERANCE = 34
"""How much a channel may differ from the one at the point."""
GAP = 2

Run = tuple[int, int]
"""The columns [first, past the last) of a row."""
_OPEN = re.compile(b"\x01+")


def filled(picture: QImage, sheet: QImage, point: QPoint, colour: QColor) -> tuple[QImage, QRect]:
    """The layer `picture` with the colour poured in at the point, and what has changed; an empty part where the point lies on no open ground.

    `sheet` is what is seen: all layers on paper. Lines of the same layer stay on top: only the ground itself is painted over, the rim that
    reaches under the lines goes behind them.
    """
    if not sheet.rect().contains(point):
        return picture, QRect()
    found = _hanging_together(_rows(_opened(sheet, point), sheet.width()), point)
    if not found:
        return picture, QRect()
    after = QImage(picture)
    painter = QPainter(after)
    modes = QPainter.CompositionMode
    reach = QRect()
    for out, mode in ((GAP, modes.CompositionMode_SourceOver), (GAP + 1, modes.CompositionMode_DestinationOver)):
        parts = [QRect(a - out, y - out, b - a + 2 * out, 2 * out + 1) for y, a, b in found]
        painter.setCompositionMode(mode)
        painter.drawImage(0, 0, _poured(parts, picture.size(), colour))
        for part in parts:
            reach = reach.united(part)
    painter.end()
    return after, reach.intersected(after.rect())


def _poured(parts: list[QRect], size: QSize, colour: QColor) -> QImage:
    sheet = clear(size)
    painter = QPainter(sheet)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(parts)
    painter.end()
    return sheet


def _opened(sheet: QImage, point: QPoint) -> bytes:
    """A byte a pixel: 1 where the colour is the point's and no line is near."""
    plain = sheet.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = bytes(plain.constBits())
    here = plain.pixelColor(point)
    closed = 0
    for channel, value in enumerate((here.red(), here.green(), here.blue())):
        table = bytes(0 if abs(level - value) <= TOLERANCE else 1 for level in range(256))
        closed |= int.from_bytes(pixels[channel::4].translate(table), "little")
    count, row = sheet.width() * sheet.height(), 8 * sheet.width()
    whole = (1 << 8 * count) - 1
    for _ in range(GAP):
        closed = (closed | closed << 8 | closed >> 8) & whole
        closed = (closed | closed << row | closed >> row) & whole
    return closed.to_bytes(count, "little").translate(bytes([1, 0]) + bytes(254))


def _rows(opened: bytes, width: int) -> list[list[Run]]:
    return [
        [match.span() for match in _OPEN.finditer(opened[start : start + width])]
        for start in range(0, len(opened), width)
    ]


def _hanging_together(rows: list[list[Run]], point: QPoint) -> list[tuple[int, int, int]]:
    """(row, first, past the last) of every run that can be reached from the point."""
    start = next((run for run in rows[point.y()] if run[0] <= point.x() < run[1]), None)
    if start is None:
        return []
    found = {(point.y(), *start)}
    edge = [(point.y(), *start)]
    while edge:
        y, first, past = edge.pop()
        for near in _neighbours(rows, y, first, past):
            if near not in found:
                found.add(near)
                edge.append(near)
    return sorted(found)


def _neighbours(rows: list[list[Run]], y: int, first: int, past: int) -> Iterator[tuple[int, int, int]]:
    for row in (y - 1, y + 1):
        if 0 <= row < len(rows):
            yield from ((row, a, b) for a, b in rows[row] if a < past and b > first)
