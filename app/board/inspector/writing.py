"""Fields for text that is part of the film: what is typed in one go is one undo step, and undo is the film's, not the field's.

A field tells what was written a moment after the last key and when it is left; what comes from the film (an undo, another shot) it
shows without moving the cursor if it can.
"""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.board.composing import composing
from app.board.inspector.inspected import Mixed, Shared
from app.words import say

TOLD_AFTER = 250
"""Milliseconds after the last key."""
BURST_ENDS = 1500
"""Milliseconds without a key: what is written then is a new undo step."""

_bursts = count()
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class WritingField(QPlainTextEdit):
    """Several lines of text. `written(text, merge)`: texts with the same merge belong to one undo step. `left`: somebody writes
    here no more."""

    written = Signal(str, str)
    left = Signal()

    def __init__(self, placeholder: str, *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder, self._lines = placeholder, lines
        self._shown = ""
        self._burst = ""
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(3)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QPlainTextEdit.SizeAdjustPolicy.AdjustIgnored)
        say(self.setPlaceholderText, placeholder)
        self._soon = QTimer(self, singleShot=True, interval=TOLD_AFTER)
        self._soon.timeout.connect(self._tell_soon)
        self._rest = QTimer(self, singleShot=True, interval=BURST_ENDS)
        self._rest.timeout.connect(self.end_burst)
        self.textChanged.connect(self._on_text)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def show_text(self, text: Shared[str]) -> None:
        """Show what the film says; what is being typed and was not told yet stays."""
        if self._soon.isActive():
            return
        wanted = "" if isinstance(text, Mixed) else text.value
        say(self.setPlaceholderText, "Several" if isinstance(text, Mixed) else self._placeholder)
        self._shown = wanted
        if wanted == self.toPlainText():
            return
        at = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(wanted)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(wanted)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self.updateGeometry()

    def _tell_soon(self) -> None:
        if composing(self):
            self._soon.start()
        else:
            self.tell()

    def tell(self) -> None:
        """Tell what was written, if it is something new."""
        self._soon.stop()
        text = self.toPlainText()
        if text == self._shown:
            return
        self._shown = text
        self._burst = self._burst or f"writing {next(_bursts)}"
        self.written.emit(text, self._burst)

    def end_burst(self) -> None:
        """What is written from now on is a step of its own."""
        self._burst = ""

    def forget(self) -> None:
        """Another shot is shown: tell what was written for the last one, and begin anew."""
        self.tell()
        self._rest.stop()
        self.end_burst()

    def sizeHint(self) -> QSize:
        """As high as its text, within reason."""
        line = self.fontMetrics().lineSpacing()
        rows = max(self._lines, min(round(self.document().size().height()), 9))
        return QSize(200, rows * line + 16)

    def minimumSizeHint(self) -> QSize:
        """The same: the column scrolls, not the field."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_step(event):
            self.tell()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As a text field does, but for undo and redo."""
        if _is_step(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving tells, and ends the step."""
        super().focusOutEvent(event)
        self.forget()
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def select_all_text(self) -> None:
        """Ready to be written over."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.selectAll()

    def _on_text(self) -> None:
        if not self._soon.isActive():  # who types without a pause is heard, too: a crash must not cost a paragraph
            self._soon.start()
        self._rest.start()


def _is_step(event: QKeyEvent) -> bool:
    return any(event.matches(step) for step in _STEPS)
