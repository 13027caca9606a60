"""The colours of a look: taken from its references, picked with the dropper, or mixed; the first is what it is told by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from app.cast.colours import MOST
from app.theme import tokens
from app.theme.frames import button, row, tool
from app.words import say, tr


class PaletteRow(QWidget):
    """`changed(colours)`: another palette is wanted; `from_references`, `dropper(on)`: the page does it."""

    changed = Signal(object)
    from_references = Signal()
    dropper = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._colours: tuple[str, ...] = ()
        line = row(self, gap=8)
        self._swatches = [_Swatch(index, self) for index in range(MOST)]
        for swatch in self._swatches:
            line.addWidget(swatch)
        self._add = tool("plus", "Add a colour")
        self._add.clicked.connect(lambda: self._mix(len(self._colours)))
        self._pick = tool("crosshair", "Pick a colour from a reference", checkable=True)
        self._pick.toggled.connect(self.dropper)
        self._take = button("From references", "quiet", icon="wand-sparkles")
        self._take.clicked.connect(self.from_references)
        for each in (self._add, self._pick, self._take):
            line.addWidget(each)
        line.addStretch(1)

    def show_palette(self, colours: tuple[str, ...], *, references: bool) -> None:
        """These colours; without references there is nothing to pick from."""
        self._colours = colours
        for index, swatch in enumerate(self._swatches):
            swatch.setVisible(index < len(colours))
            if index < len(colours):
                swatch.show_colour(colours[index])
        self._add.setVisible(len(colours) < MOST)
        self._pick.setEnabled(references)
        self._take.setEnabled(references)
        if not references:
            self._pick.setChecked(False)

    def put(self, index: int, colour: str) -> None:
        """One colour changed, or one more."""
        colours = list(self._colours)
        colours[index : index + 1] = [colour]
        self.changed.emit(tuple(dict.fromkeys(colours))[:MOST])

    def add(self, colour: str) -> None:
        """One more; of a full palette the last gives way."""
        self.put(min(len(self._colours), MOST - 1), colour)

    def _mix(self, index: int) -> None:
        asked = QColorDialog(
            QColor(self._colours[index]) if index < len(self._colours) else QColor("#8a8a8a"), self.window()
        )
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.colorSelected.connect(lambda chosen: self.put(index, chosen.name()))
        asked.open()

    def open(self, index: int) -> None:
        """Mix another colour in the place of this one."""
        self._mix(index)

    def remove(self, index: int) -> None:
        """The palette without that colour."""
        self.changed.emit((*self._colours[:index], *self._colours[index + 1 :]))

    def lead(self, index: int) -> None:
        """That colour first."""
        others = (*self._colours[:index], *self._colours[index + 1 :])
        self.changed.emit((self._colours[index], *others))


class _Swatch(QWidget):
    """One colour: click to mix, Delete to remove."""

    def __init__(self, index: int, palette: PaletteRow) -> None:
        super().__init__(palette)
        self._index, self._palette, self._colour = index, palette, "#000000"
        self.setFixedSize(40, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tokens.changed.connect(self.update)

    def show_colour(self, colour: str) -> None:
        self._colour = colour
        say(self.setAccessibleName, "Colour {hex}", hex=colour)
        self.setToolTip(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.outline), 1))
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mix another."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._palette.open(self._index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter mixes, Delete removes."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._palette.remove(self._index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._palette.open(self._index)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """First, or away."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Main colour"), lambda: self._palette.lead(self._index)).setEnabled(self._index > 0)
        menu.addAction(tr("Remove colour"), lambda: self._palette.remove(self._index))
        menu.popup(event.globalPos())
