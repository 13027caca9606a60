"""The fields that are laid over the board: the action and the length on a card, the heading of a scene. A field goes when it is done.

It tells where the keys lead; what that means on the board is `jotting`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.board.composing import composing
from app.theme.lettering import figures, letters
from app.words import say

RESTS_AFTER = 1000
"""Milliseconds after the last key."""

GoOn: TypeAlias = Literal["", "below", "above", "next", "previous"]
"""Nowhere; the same on the card behind or before; the next or the previous field."""

_AWAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Who goes there comes back."""


class ActionField(QPlainTextEdit):
    """The action of one shot. `typed` comes whenever typing rests, so that a crash costs no more than that; `kept` once, with where
    to go on; `divided` instead when the shot shall end at the cursor; `dropped` when nothing of it shall stay."""

    typed = Signal(str)
    kept = Signal(str, str)  # text, GoOn
    divided = Signal(str, str)  # what stands before the cursor, what behind it
    dropped = Signal()
    ended = Signal()

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
        self.rest.timeout.connect(self._rested)
        self.textChanged.connect(self.rest.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps and goes on; with Shift it is a new line, with Ctrl the shot ends at the cursor."""
        key, keys = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._end(self.dropped.emit)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and Qt.KeyboardModifier.ControlModifier in keys:
            self._end(lambda: self.divided.emit(*self._halves()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and Qt.KeyboardModifier.ShiftModifier not in keys:
            self._keep("below")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._keep("next" if key == Qt.Key.Key_Tab else "previous")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was written."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY:
            self._keep("")

    def _rested(self) -> None:
        if composing(self):
            self.rest.start()
        else:
            self.typed.emit(self.toPlainText().strip())

    def _halves(self) -> tuple[str, str]:
        text, at = self.toPlainText(), self.textCursor().selectionEnd()
        return text[:at].strip(), text[at:].strip()

    def _keep(self, go_on: GoOn) -> None:
        self._end(lambda: self.kept.emit(self.toPlainText().strip(), go_on))

    def _end(self, tell: Callable[[], object]) -> None:
        if not self._open:
            return
        self._open = False
        self.rest.stop()
        self.ended.emit()
        tell()
        self.hide()
        self.deleteLater()


class LengthField(QLineEdit):
    """How long one shot lasts. `kept` once, with where to go on; `dropped` when it shall stay as it was."""

    kept = Signal(str, str)  # text, GoOn
    dropped = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(text, parent)
        self._open = True
        self.setFont(figures())
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        say(self.setAccessibleName, "Duration")
        say(self.setToolTip, "2.5s, 60f, or 1:12 for seconds and frames")
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Tab is the board's way on, not the window's; no key in it is a command of the board's."""
        if _claimed(event):
            return True
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
        if pressed not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return super().event(event)
        self._keep("next" if pressed == Qt.Key.Key_Tab else "previous")
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps and goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(self.dropped.emit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep("below")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was written."""
        super().focusOutEvent(event)
        if event.reason() not in _AWAY:
            self._keep("")

    def _keep(self, go_on: GoOn) -> None:
        self._end(lambda: self.kept.emit(self.text(), go_on))

    def _end(self, tell: Callable[[], object]) -> None:
        if not self._open:
            return
        self._open = False
        self.ended.emit()
        tell()
        self.hide()
        self.deleteLater()


class HeadingField(QLineEdit):
    """The heading of one scene."""

    kept = Signal(str)
    dropped = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(text, parent)
        self._open = True
        self.setFont(letters(strong=True))
        say(self.setAccessibleName, "Scene heading")
        say(self.setPlaceholderText, "Where and when: INT. KITCHEN - NIGHT")
        self.selectAll()
        self.editingFinished.connect(self._keep)

    def event(self, event: QEvent) -> bool:
        """No key in it is a command of the board's: Enter would write on the card in hand."""
        return _claimed(event) or super().event(event)

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
            self.ended.emit()
            self.kept.emit(self.text().strip())
            self._go()

    def _go(self) -> None:
        self.hide()
        self.deleteLater()


def _claimed(event: QEvent) -> bool:
    """Whether it asks who a plain key is for: for the field."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    event.setAccepted(plain)
    return plain


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
