"""The three layers, the upper one above: seen or not, how dense, in front or not, and their order."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSlider, QToolButton, QWidget

from app.sketch.drawing import PAPER, Drawing, Layer
from app.theme import tokens
from app.theme.frames import column, row, text, tool
from app.theme.icons import dress_icon
from app.words import say

_BARE_TOOL = "QToolButton { padding: 0; min-width: 0; min-height: 0; }"


class LayerRack(QWidget):
    """Says what is wanted of which layer (its index in the drawing); the pad does it."""

    chosen = Signal(int)
    shown = Signal(int, bool)
    thinned = Signal(int, float)
    fronted = Signal(int, bool)
    raised = Signal(int, int)  # by so many places
    cleared = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rack = column(self, margin=8, gap=4)
        rack.addWidget(text("Layers", "muted"))
        self._rows = [_Row(self) for _ in range(3)]
        for each in self._rows:
            rack.addWidget(each)

    def show_drawing(self, drawing: Drawing | None, hand: int) -> None:
        """The layers of this drawing, with that one in hand."""
        for place, each in enumerate(reversed(self._rows)):
            layer = drawing.layers[place] if drawing and place < len(drawing.layers) else None
            each.show_layer(place, layer, place == hand)


class _Row(QFrame):
    def __init__(self, rack: LayerRack) -> None:
        super().__init__(rack)
        self._rack, self._index, self._layer = rack, 0, None
        self._in_hand = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._print = _CelPrint(self)
        self._name = QLabel()
        self._eye = self._button("eye", "Seen")
        self._front = self._button("layers-2", "Stands in front: the camera parts it from the rest")
        self._up = self._button("chevron-up", "Layer up")
        self._down = self._button("chevron-down", "Layer down")
        self._eye.setStyleSheet(_BARE_TOOL + "QToolButton:checked { background: transparent; }")
        self._eye.clicked.connect(lambda on: rack.shown.emit(self._index, on))
        self._front.clicked.connect(lambda on: rack.fronted.emit(self._index, on))
        self._up.clicked.connect(lambda: rack.raised.emit(self._index, 1))
        self._down.clicked.connect(lambda: rack.raised.emit(self._index, -1))
        for each in (self._up, self._down):
            each.setCheckable(False)
        self._density = QSlider(Qt.Orientation.Horizontal)
        self._density.setRange(0, 100)
        say(self._density.setAccessibleName, "Density")
        say(self._density.setToolTip, "Density")
        self._density.sliderReleased.connect(self._thin)
        self._density.valueChanged.connect(lambda _: None if self._density.isSliderDown() else self._thin())
        self._lay_out()

    def _lay_out(self) -> None:
        whole = row(self, margin=6, gap=8)
        whole.addWidget(self._print)
        right = column(gap=2)
        top = row(gap=0)
        top.addWidget(self._name, 1)
        for each in (self._front, self._up, self._down, self._eye):
            top.addWidget(each)
        right.addLayout(top)
        right.addWidget(self._density)
        whole.addLayout(right, 1)

    def _button(self, icon: str, words: str) -> QToolButton:
        made = tool(icon, words, checkable=True)
        made.setIconSize(QSize(14, 14))
        made.setFixedSize(20, 22)
        made.setStyleSheet(_BARE_TOOL)
        return made

    def show_layer(self, index: int, layer: Layer | None, in_hand: bool) -> None:
        self._index, self._layer, self._in_hand = index, layer, in_hand
        self.setEnabled(layer is not None)
        if layer is None:
            return
        say(self._name.setText, layer.name)
        say(self.setAccessibleName, layer.name)
        self._eye.setChecked(layer.shown)
        dress_icon(self._eye.setIcon, "eye" if layer.shown else "eye-off")
        self._front.setChecked(layer.front)
        self._density.blockSignals(True)
        self._density.setValue(round(layer.opacity * 100))
        self._density.blockSignals(False)
        self._up.setEnabled(index < 2)
        self._down.setEnabled(index > 0)
        self._print.show_cel(layer.picture)
        self.update()

    def _thin(self) -> None:
        if self._layer is not None and round(self._layer.opacity * 100) != self._density.value():
            self._rack.thinned.emit(self._index, self._density.value() / 100)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the layer in hand."""
        self._rack.chosen.emit(self._index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._rack.chosen.emit(self._index)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The one in hand is lit."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent), 1) if self._in_hand or self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent_soft if self._in_hand else now.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()


class _CelPrint(QWidget):
    """What is on the layer, on paper."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(56, 36)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cel = QImage()
        self._key = 0

    def show_cel(self, picture: QImage) -> None:
        if picture.cacheKey() != self._key:
            self._key = picture.cacheKey()
            size = self.size() * self.devicePixelRatioF()
            modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._cel = picture.scaled(size, *modes)
            self._cel.setDevicePixelRatio(self.devicePixelRatioF())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and picture."""
        painter = QPainter(self)
        size = self._cel.deviceIndependentSize().toSize()
        where = QRect(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        painter.fillRect(where, QColor(PAPER))
        painter.drawImage(where, self._cel)
        painter.setPen(QColor(tokens.now().outline))
        painter.drawRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
