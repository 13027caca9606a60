"""The column beside the paper: tools, how wide they draw, and a few calm colours. Each tool keeps its own width."""

from __future__ import annotations

from dataclasses import replace
from math import log

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QGridLayout, QSlider, QToolButton, QWidget

from app.actions import Late
from app.sketch.nibs import NARROWEST, WIDEST, WIDTHS, Nib, Tool
from app.theme import tokens
from app.theme.frames import column, hairline, tool
from app.theme.icons import paint as paint_icon
from app.words import say, word

KEYS = {
    Tool.PENCIL: "P",
    Tool.INK: "I",
    Tool.BRUSH: "B",
    Tool.ERASER: "E",
    Tool.FILL: "G",
    Tool.FRAME: "F",
    Tool.ARROW: "A",
}
ICONS = {
    Tool.PENCIL: "pencil",
    Tool.INK: "pen-tool",
    Tool.BRUSH: "brush",
    Tool.ERASER: "eraser",
    Tool.FILL: "paint-bucket",
    Tool.FRAME: "frame",
    Tool.ARROW: "arrow-up-right",
}
WELLS = {
    "#2d2b30": word("Graphite"),
    "#7d7a76": word("Grey"),
    "#c4beb2": word("Light grey"),
    "#f7f4ec": word("White"),
    "#b5523b": word("Brick"),
    "#c9973f": word("Ochre"),
    "#5f7d5a": word("Moss"),
    "#3f6f8f": word("Slate blue"),
}
_STEP = 1.18


class ToolRack(QWidget):
    """`changed(nib)` when another tool, width or colour is taken."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(72)
        self._widths = dict(WIDTHS)
        self.nib = Nib(Tool.PENCIL, WIDTHS[Tool.PENCIL])
        self._before_rubber: Tool | None = None
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        rack = column(self, margin=8, gap=8)
        rack.addLayout(self._tools())
        rack.addWidget(hairline())
        self._preview = _NibPreview(self)
        rack.addWidget(self._preview, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        say(self._slider.setAccessibleName, "Width")
        say(self._slider.setToolTip, "Width  [ ]")
        self._slider.valueChanged.connect(lambda at: self.widen_to(_width_at(at)))
        rack.addWidget(self._slider)
        rack.addWidget(hairline())
        rack.addLayout(self._colours())
        rack.addStretch(1)

    def _tools(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        self._group = QButtonGroup(self)
        self.buttons: dict[Tool, QToolButton] = {}
        for number, each in enumerate(Tool):
            button = tool(ICONS[each], each.value, checkable=True)
            button.setFixedSize(QSize(26, 30))
            button.setStyleSheet("padding: 0; min-width: 0;")
            say(button.setToolTip, each.value)
            say(button.setToolTip, f"{{words}}  {KEYS[each]}", words=Late(each.value))
            button.clicked.connect(lambda _=False, each=each: self.choose(each))
            self._group.addButton(button)
            self.buttons[each] = button
            row = number // 2 if each not in (Tool.FRAME, Tool.ARROW) else 3
            grid.addWidget(button, row, number % 2 if each not in (Tool.FRAME, Tool.ARROW) else int(each is Tool.ARROW))
        return grid

    def _colours(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        self._wells = [_Well(colour, words, self) for colour, words in WELLS.items()]
        for number, well in enumerate(self._wells):
            well.chosen.connect(self.colour)
            grid.addWidget(well, number // 2, number % 2)
        self._own = _Well("#8a5a44", word("Own colour"), self, own=True)
        self._own.chosen.connect(self._mix)
        grid.addWidget(self._own, len(self._wells) // 2, 0, 1, 2)
        return grid

    # --- what is chosen

    def choose(self, each: Tool) -> None:
        """Take this tool."""
        self._before_rubber = None
        self._take(each)

    def turn_over(self, rubber: bool) -> None:
        """The pen's other end: the eraser while it is down, then what was in the hand before."""
        if rubber and self.nib.tool is not Tool.ERASER:
            before = self.nib.tool
            self._take(Tool.ERASER)
            self._before_rubber = before
        elif not rubber and self._before_rubber is not None:
            self.choose(self._before_rubber)

    def _take(self, each: Tool) -> None:
        self.nib = replace(self.nib, tool=each, width=self._widths.get(each, self.nib.width))
        self._show()
        self.changed.emit(self.nib)

    def widen(self, steps: int) -> None:
        """The next wider (or narrower) nib."""
        self.widen_to(self.nib.width * _STEP**steps)

    def widen_to(self, width: float) -> None:
        """A nib of that width, in sheet pixels."""
        width = round(max(NARROWEST, min(WIDEST, width)), 1)
        if width != self.nib.width and self.nib.tool in self._widths:
            self._widths[self.nib.tool] = width
            self.nib = replace(self.nib, width=width)
            self._show()
            self.changed.emit(self.nib)

    def colour(self, colour: str) -> None:
        """Draw in this colour; one that is in no well becomes the own one."""
        self.nib = replace(self.nib, colour=colour)
        if colour not in WELLS:
            self._own.colour = colour
        if self.nib.tool is Tool.ERASER:
            self.choose(Tool.PENCIL)
        self._show()
        self.changed.emit(self.nib)

    def _mix(self, colour: str) -> None:
        if self.nib.colour != colour:
            self.colour(colour)
            return
        asked = QColorDialog(QColor(colour), self.window())
        asked.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog, False)
        asked.colorSelected.connect(lambda chosen: self.colour(chosen.name()))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.open()

    def _show(self) -> None:
        self.buttons[self.nib.tool].setChecked(True)
        self._slider.blockSignals(True)
        self._slider.setValue(_place_of(self.nib.width))
        self._slider.blockSignals(False)
        self._slider.setEnabled(self.nib.tool in self._widths)
        self._preview.show_nib(self.nib)
        for well in (*self._wells, self._own):
            well.mark(well.colour == self.nib.colour)


def _width_at(place: int) -> float:
    """The slider's places are even steps of the eye, not of the ruler."""
    return NARROWEST * (WIDEST / NARROWEST) ** (place / 100)


def _place_of(width: float) -> int:
    return round(100 * log(width / NARROWEST) / log(WIDEST / NARROWEST))


class _NibPreview(QWidget):
    """The nib as large as it draws, and its width in figures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(56, 48)
        self._nib = Nib(Tool.PENCIL, 4.0)
        tokens.changed.connect(self.update)

    def show_nib(self, nib: Nib) -> None:
        self._nib = nib
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A disc on paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#f0ece2"))
        painter.setPen(QColor(tokens.now().outline))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._nib.tool in (Tool.FRAME, Tool.ARROW):
            paint_icon(painter, QRectF(18, 14, 20, 20), ICONS[self._nib.tool], "#8c877d")
            painter.end()
            return
        radius = min(22.0, max(1.0, self._nib.width / 2))
        painter.setBrush(QColor("#d9d4c8" if self._nib.tool is Tool.ERASER else self._nib.colour))
        painter.drawEllipse(QPointF(self.rect().center()) + QPointF(0.5, 0.5), radius, radius)
        painter.end()


class _Well(QWidget):
    """A colour to dip into."""

    chosen = Signal(str)

    def __init__(self, colour: str, words: str, parent: QWidget, *, own: bool = False) -> None:
        super().__init__(parent)
        self.colour = colour
        self._own = own
        self._marked = False
        self.setFixedSize(56 if own else 26, 26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(self.setAccessibleName, words)
        say(self.setToolTip, words)
        tokens.changed.connect(self.update)

    def mark(self, marked: bool) -> None:
        self._marked = marked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour, ringed when it is in the hand."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(QColor(now.outline), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(box, 4, 4)
        if self._own:
            light = QColor(self.colour).lightnessF() > 0.55
            paint_icon(
                painter,
                QRectF(box.right() - 20, box.center().y() - 7, 14, 14),
                "palette",
                "#202020" if light else "#f4f4f4",
            )
        if self._marked or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent if self._marked else now.text), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Dip in."""
        self.chosen.emit(self.colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dip in."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.colour)
