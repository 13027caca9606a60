"""The timecode of the playhead, and a place to type one: 01:00:02:12 goes there, a bare number is a frame, +12 and -12 are steps."""

from __future__ import annotations

import re
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.theme.lettering import figures
from app.words import say
from engine.errors import BadInput
from engine.film.rate import NTSC
from engine.film.timecode import frame_at, timecode

_STEP = re.compile(r"([+-]?)(\d{1,7})")


def label(frame: int, rate: Fraction, start: int = 0) -> str:
    """The timecode of a frame of a film that starts at `start`, with a minus before its 0; the bare number where the rate has none."""
    try:
        told = timecode(abs(frame + start), rate, drop=rate == NTSC)
        return told if frame + start >= 0 else f"\N{MINUS SIGN}{told}"
    except BadInput:
        return str(frame)


def frame_of(text: str, here: int, rate: Fraction, start: int = 0) -> int | None:
    """The frame that a person means; None when it cannot be told."""
    step = _STEP.fullmatch(text.strip())
    if step is not None:
        number = int(step[2])
        return {"": number, "+": here + number, "-": here - number}[step[1]]
    try:
        return frame_at(text, rate) - start
    except BadInput:
        return None


class TimecodeField(QLineEdit):
    """Shows a frame; `asked` says which one a person typed."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate, self._start, self._frame = Fraction(24), 0, 0
        self.setProperty("kind", "bare")
        self.setFont(figures())
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(QFontMetrics(figures()).horizontalAdvance("\N{MINUS SIGN}00:00:00:00") + 20)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        say(self.setAccessibleName, "Timecode")
        say(self.setToolTip, "Type a timecode, a frame, or a step such as +12")
        self.returnPressed.connect(self._typed)

    def tell(self, frame: int, rate: Fraction, start: int = 0) -> None:
        """Show this frame, unless somebody types."""
        self._rate, self._start, self._frame = rate, start, frame
        if not self.hasFocus():
            self.setText(label(frame, rate, start))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        frame = frame_of(self.text(), self._frame, self._rate, self._start)
        if frame is not None:
            self.asked.emit(frame)
        self._leave()

    def _leave(self) -> None:
        self.clearFocus()
        self.setText(label(self._frame, self._rate, self._start))
