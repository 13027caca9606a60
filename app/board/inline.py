"""Writing on the board itself: the action on a card, the heading of a scene. A field lies over what it edits and goes when it is done.

Enter keeps, Esc doesn't, and Tab goes on to the next card, so that a whole board can be written without the mouse.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.theme.lettering import letters
from app.words import say

RESTS_AFTER = 1000
"""Milliseconds after the last key."""


class ActionField(QPlainTextEdit):
    """The action of one shot. `typed` comes whenever typing rests, so that a crash costs no more than that; `kept` once, with where
    to go on: "" | "next" | "previous" | "new"; `dropped` when nothing of it shall stay."""

    typed = Signal(str)
    kept = Signal(str, str)  # text, where to go on
    dropped = Signal()

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self._open = True
        self.setPlainText(text)
        self.setFont(letters())
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(2)
        say(self.setAccessibleName, "Action")
        say(self.setPlaceholderText, "What happens in this shot?")
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.selectAll()
        self.rest = QTimer(self, singleShot=True, interval=RESTS_AFTER)
        self.rest.timeout.connect(lambda: self.typed.emit(self.toPlainText().strip()))
        self.textChanged.connect(self.rest.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps; with Shift it is a new line, with Ctrl a new shot follows."""
        key, keys = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._end("", keep=False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and Qt.KeyboardModifier.ShiftModifier not in keys:
            self._end("new" if Qt.KeyboardModifier.ControlModifier in keys else "")
        elif key == Qt.Key.Key_Tab:
            self._end("next")
        elif key == Qt.Key.Key_Backtab:
            self._end("previous")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was written."""
        super().focusOutEvent(event)
        away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in away:
            self._end("")

    def _end(self, go_on: str, *, keep: bool = True) -> None:
        if not self._open:
            return
        self._open = False
        self.rest.stop()
        if keep:
            self.kept.emit(self.toPlainText().strip(), go_on)
        else:
            self.dropped.emit()
        self.hide()
        self.deleteLater()


class HeadingField(QLineEdit):
    """The heading of one scene."""

    kept = Signal(str)
    dropped = Signal()

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(text, parent)
        self._open = True
        self.setFont(letters(strong=True))
        say(self.setAccessibleName, "Scene heading")
        say(self.setPlaceholderText, "Where and when: INT. KITCHEN - NIGHT")
        self.selectAll()
        self.editingFinished.connect(self._keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the heading as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._open = False
            self.dropped.emit()
            self._go()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self._open:
            self._open = False
            self.kept.emit(self.text().strip())
            self._go()

    def _go(self) -> None:
        self.hide()
        self.deleteLater()


class Anchored(QObject):
    """Keeps a field over its place while the board is scrolled, laid out or zoomed; `place` is None when that is gone."""

    def __init__(self, field: QWidget, place: Callable[[], QRect | None]) -> None:
        super().__init__(field)
        self._field, self._place = field, place
        host = field.parentWidget()
        if host is not None:
            host.installEventFilter(self)
        self.follow()

    def follow(self) -> None:
        """Go where the place is now."""
        box = self._place()
        if box is not None:
            self._field.setGeometry(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The host paints after everything that moves the place."""
        if event.type() == QEvent.Type.Paint:
            self.follow()
        return False
