"""Sheets: what a window asks or shows over its rooms, without a dialog window of its own.

The rooms stay visible and dimmed; Esc closes; the focus is kept inside and goes back to where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.theme import tokens
from app.theme.frames import Weight, button, column, ground_of, row, text
from app.words import say

MARGIN = 32


class Overlay(QWidget):
    """Lies over the whole of `host` and holds one sheet in its middle. `closed` comes once, however it ends."""

    closed = Signal()

    def __init__(self, host: QWidget, sheet: QWidget, *, width: int = 480) -> None:
        super().__init__(host)
        self._host = host
        self._before = QApplication.focusWidget()
        self.sheet = sheet
        sheet.setParent(self)
        ground_of(sheet, "sheet")
        self._width = width
        host.installEventFilter(self)
        sheet.installEventFilter(self)
        self.setGeometry(host.rect())
        self._place()
        self.show()
        self.raise_()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(sheet.accessibleName())
        self.setFocus()
        self.focusNextPrevChild(True)

    def close_sheet(self) -> None:
        """Take it away."""
        self._host.removeEventFilter(self)
        if self._before is not None and shiboken6.isValid(self._before):  # what had the focus may be gone by now
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def fit(self) -> None:
        """The sheet has another height now."""
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and the sheet's."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self._place()
        elif watched is self.sheet and event.type() == QEvent.Type.LayoutRequest:
            self._place()  # what it says has become longer or shorter
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches the rooms below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays inside the sheet."""
        stops = [
            child
            for child in self.sheet.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        ]
        if not stops:
            return True
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else (-1 if next else 0)
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rooms below are dimmed."""
        painter = QPainter(self)
        dim = QColor(tokens.now().shade)
        dim.setAlpha(150)
        painter.fillRect(self.rect(), dim)
        painter.end()

    def _place(self) -> None:
        wide = min(self._width, self.width() - 2 * MARGIN)
        layout = self.sheet.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(wide) if layout is not None and wraps else self.sheet.sizeHint().height()
        high = min(high, self.height() - 2 * MARGIN)
        self.sheet.setGeometry((self.width() - wide) // 2, max(MARGIN, (self.height() - high) // 3), wide, high)


def covered(window: QWidget) -> Overlay | None:
    """The overlay that lies over a window now."""
    return next((each for each in window.findChildren(Overlay) if each.isVisible()), None)


def lift(window: QWidget) -> None:
    """Take every sheet away: what they are about is gone."""
    for each in window.findChildren(Overlay):
        if each.isVisible():
            each.close_sheet()


def sheet_of(title: str, *, margin: int = 24) -> tuple[QFrame, QVBoxLayout]:
    """An empty sheet with a title, and the column to fill; the words are English."""
    frame = QFrame()
    say(frame.setAccessibleName, title)
    inside = column(frame, margin=margin, gap=16)
    inside.addWidget(text(title, "title", wrap=True))
    return frame, inside


class _AsTall(QScrollArea):
    """Wants to be as tall as what it shows. Tab goes to what is on it and the page comes along: by itself it is no stop."""

    def sizeHint(self) -> QSize:
        """The widget's own, where it is known."""
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Lines that wrap make it taller where it is narrow."""
        inside = self.widget()
        return inside is not None and inside.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The widget's own."""
        inside = self.widget()
        return inside.heightForWidth(width) if inside is not None else -1


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that may be taller than the window."""
    area = _AsTall()
    area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


def ask(
    host: QWidget, title: str, sentence: str, *answers: tuple[str, Weight, Callable[[], object]], **values: Any
) -> Overlay:
    """Ask something with a few answers (words, weight, what it does); the last is what Enter does. Esc does nothing."""
    frame, inside = sheet_of(title)
    inside.addWidget(text(sentence, wrap=True, **values))
    line = row()
    line.addStretch(1)
    inside.addLayout(line)
    made: list[QPushButton] = [button(words, weight) for words, weight, _ in answers]
    for each in made:
        line.addWidget(each)
    overlay = Overlay(host, frame)
    for each, (_, _, act) in zip(made, answers, strict=True):
        each.clicked.connect(overlay.close_sheet)
        each.clicked.connect(lambda _=False, act=act: act())
    made[-1].setDefault(True)
    made[-1].setFocus(Qt.FocusReason.TabFocusReason)
    return overlay
