"""What the pencil, the ink pen, the brush and the eraser leave on the sheet.

A stroke is laid wet on a sheet of its own and merged when the pen is lifted, so that a line which crosses itself does not darken, and
one stroke is one undo step. Graphite's grain belongs to the paper (it is cut out of the wet sheet where that is looked at), not to the
pencil, or a slow line would smear it shut.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from app.sketch.drawing import Mode, clear
from app.sketch.strokes import Line, Sample, ribbon, tapered
from app.words import word


class Tool(Enum):
    """What is in the hand. Camera frames and arrows are marks, not pixels."""

    PENCIL = word("Pencil")
    INK = word("Ink")
    BRUSH = word("Brush")
    ERASER = word("Eraser")
    FILL = word("Fill")
    FRAME = word("Camera frame")
    ARROW = word("Camera arrow")


@dataclass(frozen=True, slots=True)
class Nib:
    """A drawing tool as it is set. `width` in sheet pixels at full pressure."""

    tool: Tool
    width: float
    colour: str = "#2d2b30"

    @property
    def mode(self) -> Mode:
        """Whether its strokes are laid on, or taken out."""
        return "out" if self.tool is Tool.ERASER else "over"

    @property
    def opacity(self) -> float:
        """How dense a whole stroke is: a wash lets what is under it through."""
        return 0.82 if self.tool is Tool.BRUSH else 1.0


WIDTHS = {Tool.PENCIL: 4.0, Tool.INK: 5.0, Tool.BRUSH: 34.0, Tool.ERASER: 40.0}
"""What each begins with."""
NARROWEST, WIDEST = 1.0, 240.0
_PIECE = 40
"""Points of a line that are filled in one go."""
_TAPER = 26.0
"""Pixels over which a mouse's line begins and ends."""


class Stroke:
    """A stroke that is being drawn. `wet` is a sheet with nothing else on it; `even` means a mouse, which presses evenly."""

    def __init__(self, nib: Nib, size: QRect, *, even: bool, seed: int = 1) -> None:
        self.nib = nib
        self.wet = clear(size.size())
        self.touched = QRect()
        self._line = Line(1.0 if nib.width < 3 else 1.6)
        self._even = even
        self._hairs = _parted_hairs(nib.width, seed) if nib.tool is Tool.BRUSH else ()
        self._streaks = clear(size.size()) if self._hairs else QImage()
        self._last: Sample | None = None

    def add(self, sample: Sample) -> QRect:
        """The pen has moved; returns what has changed on the wet sheet."""
        return self._lay(self._line.add(sample))

    def end(self) -> QRect:
        """The pen was lifted: the line's rest, and for ink its outline once more in one piece, with smooth edges and thin ends."""
        changed = self._lay(self._line.end())
        points = self._line.points
        if self.nib.tool is Tool.INK:
            self._redraw(tapered(points, _TAPER) if self._even else points)
            return self.touched
        if len(points) == 1:
            return changed.united(self._lay([Sample(points[0].x + 0.5, points[0].y, points[0].pressure)]))
        return changed

    def _lay(self, points: Sequence[Sample]) -> QRect:
        if not points:
            return QRect()
        painter = QPainter(self.wet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        trail = [self._last or points[0], *points]
        if self.nib.tool is Tool.PENCIL:
            self._graphite(painter, trail)
        else:
            painter.fillPath(ribbon(trail, self.nib.width), QColor(self.nib.colour))
        painter.end()
        self._streak(trail)
        self._last = points[-1]
        changed = _around(trail, self.nib.width).intersected(self.wet.rect())
        self.touched = self.touched.united(changed)
        return changed

    def _graphite(self, painter: QPainter, trail: Sequence[Sample]) -> None:
        colour = QColor(self.nib.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        for point in trail[1:]:
            colour.setAlphaF(0.30 + 0.45 * point.pressure)
            painter.setBrush(colour)
            radius = self.nib.width * (0.35 + 0.65 * point.pressure) / 2
            painter.drawEllipse(QPointF(point.x, point.y), radius, radius)

    def _streak(self, trail: Sequence[Sample]) -> None:
        if not self._hairs:
            return
        painter = QPainter(self._streaks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for here, there in itertools.pairwise(trail):
            far = math.hypot(there.x - here.x, there.y - here.y)
            if far > 1e-6:
                normal = QPointF(-(there.y - here.y) / far, (there.x - here.x) / far)
                for hair in self._hairs:
                    hair.draw(painter, here, there, normal, self.nib.width)
        painter.end()

    def _redraw(self, points: list[Sample]) -> None:
        self.wet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.wet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start in range(0, len(points), _PIECE):  # one long path would take a hundred times as long to fill
            painter.fillPath(ribbon(points[start : start + _PIECE + 1], self.nib.width), QColor(self.nib.colour))
        painter.end()

    def seen(self, part: QRect) -> QImage:
        """A part of the stroke as it looks: graphite only where the paper's tooth takes it, paint not where the hairs part."""
        if self.nib.tool is Tool.PENCIL:
            return grained(self.wet, part)
        seen = self.wet.copy(part)
        if self._hairs:
            painter = QPainter(seen)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            painter.drawImage(0, 0, self._streaks.copy(part))
            painter.end()
        return seen


@dataclass(frozen=True, slots=True)
class _Parting:
    """A gap between a brush's hairs: where `across` it (-1 to 1), how wide, how bare."""

    across: float
    width: float
    bare: float

    def draw(self, painter: QPainter, here: Sample, there: Sample, normal: QPointF, width: float) -> None:
        thin = 1.0 - here.pressure
        bare = min(1.0, self.bare * (0.6 + thin))
        pen = QPen(QColor.fromRgbF(0, 0, 0, bare), self.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        one, other = (normal * (self.across * width * p.pressure / 2) for p in (here, there))
        painter.drawLine(QPointF(here.x, here.y) + one, QPointF(there.x, there.y) + other)


def _parted_hairs(width: float, seed: int) -> tuple[_Parting, ...]:
    """More and wider gaps toward the brush's edges, where it holds less paint."""
    chance = random.Random(seed)
    count = max(3, min(14, round(width / 5)))
    places = [chance.choice((-1, 1)) * chance.random() ** 0.5 for _ in range(count)]
    return tuple(_Parting(a, chance.uniform(0.8, 2.2), chance.uniform(0.05, 0.2) + 0.25 * a * a) for a in places)


def _around(trail: Sequence[Sample], width: float) -> QRect:
    left, right = min(p.x for p in trail), max(p.x for p in trail)
    top, bottom = min(p.y for p in trail), max(p.y for p in trail)
    reach = width / 2 + 2
    return QRectF(left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach).toAlignedRect()


def grained(wet: QImage, part: QRect) -> QImage:
    """A part of the wet sheet with the paper's tooth in it."""
    dry = wet.copy(part)
    painter = QPainter(dry)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.setBrushOrigin(-part.topLeft())
    painter.fillRect(dry.rect(), QBrush(_tooth()))
    painter.end()
    return dry


@cache
def _tooth() -> QImage:
    """256 x 256 pixels of drawing paper: fine noise over a coarser one, the same on every machine."""
    chance = random.Random(20)
    fine = QImage(chance.randbytes(256 * 256), 256, 256, 256, QImage.Format.Format_Grayscale8).copy()
    coarse = QImage(chance.randbytes(96 * 96), 96, 96, 96, QImage.Format.Format_Grayscale8).copy()
    smooth = coarse.scaled(256, 256, mode=Qt.TransformationMode.SmoothTransformation)
    values = bytes(min(255, 92 + (a + 2 * b) * 5 // 16) for a, b in zip(_bytes(fine), _bytes(smooth), strict=True))
    return QImage(values, 256, 256, 256, QImage.Format.Format_Alpha8).copy()


def _bytes(picture: QImage) -> bytes:
    return bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
