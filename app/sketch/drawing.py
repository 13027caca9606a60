"""A panel as it is being drawn: layers over paper, and the marks that say how the camera moves. A value: a stroke makes a new one.

Layers share their pixels with the drawing before (Qt copies on write), so a hundred undo steps cost a hundred strokes and not a
hundred sheets. Marks are no pixels: an arrow painted into the panel would be filmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.words import word

PAPER = "#f0ece2"
"""The engine's own paper: what is drawn on it is known for a drawing, and lines run on where a figure is cut out."""
LONGEST = 1280
"""Pixels of a sheet's longer side, unless it was widened for a pan."""
LAYER_NAMES = (word("Setting"), word("Figures"), word("Line work"))
"""Bottom first."""

Point: TypeAlias = tuple[float, float]
"""In sheet pixels; a mark may lie beyond the sheet."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame drawn on the sheet: what the camera sees at the end of its move. Left, top, width, height."""

    left: float
    top: float
    width: float
    height: float
    zoom: bool = False  # the lens does it, not the dolly


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow along which the camera (or what it sees) goes."""

    points: tuple[Point, ...]


Mark: TypeAlias = Frame | Arrow


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One sheet of cel. `picture` is ARGB32 premultiplied and never painted on again; `front`: it stands in front of the rest."""

    name: str
    picture: QImage
    shown: bool = True
    opacity: float = 1.0
    front: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Layers bottom first, all of one size."""

    layers: tuple[Layer, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def size(self) -> QSize:
        """Width and height in pixels."""
        return self.layers[0].picture.size()

    def with_layer(self, index: int, **changes: object) -> Drawing:
        """The drawing with one layer changed."""
        layers = list(self.layers)
        layers[index] = replace(layers[index], **changes)  # pyright: ignore[reportArgumentType]
        return replace(self, layers=tuple(layers))

    def with_order(self, order: Sequence[int]) -> Drawing:
        """The same layers in another order, bottom first."""
        return replace(self, layers=tuple(self.layers[index] for index in order))

    def with_marks(self, *marks: Mark) -> Drawing:
        """The drawing with these marks and no others."""
        return replace(self, marks=marks)


def sheet_size(width: int, height: int) -> QSize:
    """The sheet for a film's raster: its aspect, LONGEST on the longer side."""
    scale = LONGEST / max(width, height)
    return QSize(round(width * scale / 2) * 2, round(height * scale / 2) * 2)


def clear(size: QSize) -> QImage:
    """A sheet of cel with nothing on it."""
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def blank(size: QSize) -> Drawing:
    """Paper with three empty layers."""
    return Drawing(tuple(Layer(name, clear(size)) for name in LAYER_NAMES))


def from_picture(picture: QImage, size: QSize) -> Drawing:
    """A picture that came from elsewhere as the lowest layer, under two to draw on."""
    return blank(size).with_layer(0, picture=fitted(picture, size))


def fitted(picture: QImage, size: QSize) -> QImage:
    """The whole picture on a clear sheet, as large as fits, in the middle."""
    scaled = picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(1.0)
    sheet = clear(size)
    painter = QPainter(sheet)
    painter.drawImage((size.width() - scaled.width()) // 2, (size.height() - scaled.height()) // 2, scaled)
    painter.end()
    return sheet


def laid(layers: Sequence[Layer], size: QSize, ground: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent) -> QImage:
    """The shown layers on top of each other, on that ground."""
    sheet = clear(size)
    sheet.fill(ground)
    painter = QPainter(sheet)
    for layer in layers:
        if layer.shown and layer.opacity > 0:
            painter.setOpacity(layer.opacity)
            painter.drawImage(0, 0, layer.picture)
    painter.end()
    return sheet


def flat(drawing: Drawing) -> QImage:
    """The panel as the engine takes it: every shown layer on paper, no marks, no transparency."""
    return laid(drawing.layers, drawing.size, QColor(PAPER)).convertToFormat(QImage.Format.Format_RGB32)


def matte(drawing: Drawing) -> QImage | None:
    """White where a layer that stands in front covers the sheet; None when none does, and the engine looks for a foreground itself."""
    front = [replace(layer, opacity=1.0) for layer in drawing.layers if layer.front and layer.shown]
    if not front:
        return None
    cover = laid(front, drawing.size)
    white = clear(drawing.size)
    white.fill(Qt.GlobalColor.black)
    painter = QPainter(white)
    painter.drawImage(0, 0, _whitened(cover))
    painter.end()
    return white.convertToFormat(QImage.Format.Format_Grayscale8)


def _whitened(cover: QImage) -> QImage:
    painter = QPainter(cover)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(cover.rect(), Qt.GlobalColor.white)
    painter.end()
    return cover


Mode: TypeAlias = Literal["over", "out"]


def merged(picture: QImage, wet: QImage, mode: Mode = "over", opacity: float = 1.0) -> QImage:
    """The picture with a stroke on it, or taken out of it."""
    after = QImage(picture)
    painter = QPainter(after)
    modes = QPainter.CompositionMode
    painter.setCompositionMode(
        modes.CompositionMode_SourceOver if mode == "over" else modes.CompositionMode_DestinationOut
    )
    painter.setOpacity(opacity)
    painter.drawImage(0, 0, wet)
    painter.end()
    return after
