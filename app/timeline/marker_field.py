"""Writing on a marker: a field beside its flag, with a row of colours; Enter or a click elsewhere keeps it."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QWidget

from app.state.session import Session
from app.theme.frames import row, sheet, tool
from app.timeline.ruler import marker_color
from app.words import say, tr, word
from engine.film.cuts import Colour, Marker
from engine.film.marking import edit_marker, remove_marker

COLOURS: dict[Colour, str] = {
    "amber": word("Amber"),
    "red": word("Red"),
    "green": word("Green"),
    "blue": word("Blue"),
    "violet": word("Violet"),
}


class MarkerField(QWidget):
    """The words and the colour of one marker; it hides itself when it is done."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._over = session, parent
        self._marker = ""
        frame = sheet("raised", self)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        across = row(frame, margin=6, gap=2)
        self.words = QLineEdit()
        self.words.setMinimumWidth(200)
        say(self.words.setPlaceholderText, "What is to be done here?")
        say(self.words.setAccessibleName, "Words on the marker")
        self.words.editingFinished.connect(self._keep)
        across.addWidget(self.words)
        self.colours = {colour: _well(colour, name) for colour, name in COLOURS.items()}
        for colour, well in self.colours.items():
            well.clicked.connect(partial(self._paint, cast(Colour, colour)))
            across.addWidget(well)
        self.bin = tool("trash-2", word("Remove marker"))
        self.bin.clicked.connect(self._remove)
        across.addWidget(self.bin)
        outer = row(self)
        outer.addWidget(frame)
        self.hide()

    def open(self, marker: Marker, at: QPoint) -> None:
        """Write on this marker, beside the point."""
        self._marker = marker.id
        self.words.setText(marker.text)
        self.adjustSize()
        inside = self._over.rect()
        self.move(max(4, min(at.x(), inside.width() - self.width() - 4)), at.y())
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)
        self.words.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the marker as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._marker = ""
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
            self._close()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self._marker:
            self._edit(tr("Write on marker"), text=self.words.text().strip())
        if not self.isAncestorOf(self.focusWidget() or self):
            self._close()

    def _paint(self, colour: Colour) -> None:
        self._edit(tr("Colour marker"), colour=colour, text=self.words.text().strip())

    def _edit(self, step: str, /, **changes: object) -> None:
        cut_id, marker = self._session.cut_id, self._marker
        self._session.edit(step, lambda film: edit_marker(film, cut_id, marker, **changes))

    def _remove(self) -> None:
        cut_id, marker = self._session.cut_id, self._marker
        self._marker = ""
        self._session.edit(tr("Remove marker"), lambda film: remove_marker(film, cut_id, marker))
        self._close()

    def _close(self) -> None:
        self.hide()
        self._over.setFocus()


def _well(colour: Colour, name: str) -> QToolButton:
    made = tool("circle", name)
    made.setIcon(dot(marker_color(colour)))
    made.setIconSize(QSize(14, 14))
    return made


def dot(color: QColor) -> QIcon:
    """A disc of a colour."""
    drawn = QPixmap(28, 28)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(2, 2, 24, 24)
    painter.end()
    return QIcon(drawn)
