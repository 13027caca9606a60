"""The sheet as it is painted on the screen: what lies under the layer in hand, that layer with the wet stroke on it, what lies above.

Under and above change only when another layer comes to hand, so a stroke costs three blits of the few pixels it has touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.sketch.drawing import PAPER, Drawing, clear, laid, merged
from app.sketch.nibs import Stroke
from app.theme import tokens

_MODES = {
    "over": QPainter.CompositionMode.CompositionMode_SourceOver,
    "out": QPainter.CompositionMode.CompositionMode_DestinationOut,
}


@dataclass(frozen=True, slots=True, eq=False)
class Ghost:
    """A neighbour's panel seen through the sheet, washed in one colour."""

    picture: QImage
    strength: float


@dataclass(slots=True)
class Easel:
    """Paints one drawing; `hand` is the index of the layer in hand."""

    drawing: Drawing
    hand: int
    ghosts: tuple[Ghost, ...] = ()
    _under: QImage = field(default_factory=QImage)
    _above: QImage = field(default_factory=QImage)

    def __post_init__(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Lay under and above anew."""
        size, layers = self.drawing.size, self.drawing.layers
        self._under = laid(layers[: self.hand], size, QColor(PAPER))
        painter = QPainter(self._under)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for ghost in self.ghosts:
            painter.setOpacity(ghost.strength)
            painter.drawImage(QRectF(self._under.rect()), ghost.picture)
        painter.end()
        above = layers[self.hand + 1 :]
        self._above = laid(above, size) if above else QImage()

    def adopt(self, drawing: Drawing) -> None:
        """Another drawing, or this one with a stroke more: under and above are laid anew only where they changed."""
        same = len(drawing.layers) == len(self.drawing.layers) and all(
            a is b or index == self.hand
            for index, (a, b) in enumerate(zip(drawing.layers, self.drawing.layers, strict=False))
        )
        self.drawing = drawing
        if not same:
            self.refresh()

    def paint(self, painter: QPainter, part: QRect, stroke: Stroke | None) -> None:
        """Paint a part of the sheet, in sheet pixels."""
        part = part.intersected(QRect(QPoint(), self.drawing.size))
        if part.isEmpty():
            return
        painter.drawImage(part, self._under, part)
        self._paint_hand(painter, part, stroke)
        if not self._above.isNull():
            painter.drawImage(part, self._above, part)

    def _paint_hand(self, painter: QPainter, part: QRect, stroke: Stroke | None) -> None:
        layer = self.drawing.layers[self.hand]
        if not layer.shown:
            return
        painter.setOpacity(layer.opacity)
        if stroke is None:
            painter.drawImage(part, layer.picture, part)
        else:
            painter.drawImage(part, self._wet(layer.picture, part, stroke))
        painter.setOpacity(1.0)

    def _wet(self, picture: QImage, part: QRect, stroke: Stroke) -> QImage:
        seen = picture.copy(part)
        brush = QPainter(seen)
        brush.setCompositionMode(_MODES[stroke.nib.mode])
        brush.setOpacity(stroke.nib.opacity)
        brush.drawImage(0, 0, stroke.seen(part))
        brush.end()
        return seen

    def dried(self, stroke: Stroke) -> Drawing:
        """The drawing with the stroke on the layer in hand."""
        picture = self.drawing.layers[self.hand].picture
        after = merged(picture, stroke.seen(stroke.wet.rect()), stroke.nib.mode, stroke.nib.opacity)
        return self.drawing.with_layer(self.hand, picture=after)


def washed(picture: QImage, size: QSize, colour: str) -> QImage:
    """A panel as a ghost: its darks in one colour, its paper white (which multiplies to nothing)."""
    sheet = clear(size)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    scaled = picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.drawImage((size.width() - scaled.width()) // 2, (size.height() - scaled.height()) // 2, scaled)
    painter.end()
    grey = sheet.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(grey)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_ColorDodge)
    painter.fillRect(grey.rect(), QColor(40, 40, 40))  # the paper's own tone goes to white
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.fillRect(grey.rect(), QColor(colour))
    painter.end()
    return grey


def ghost_colours() -> tuple[str, str]:
    """Before and after: the animator's red and blue, calm."""
    return ("#c2574a", "#4a7fc2") if tokens.now().name == "dark" else ("#b5483b", "#3a6fb5")
