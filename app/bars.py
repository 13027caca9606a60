"""The problem bar: one sentence and one action over the foot of the room, never a dialog.

It lies over the room and takes no place in it: a note comes when nobody expects it, and what it pushed aside would be another button
under the pointer. Troubles stay until they are closed or acted on; a note goes by itself, a refusal with the
next edit. Newer ones come in front of older ones, and saying the same thing twice shows it once.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from app.problems import Problem, Weight
from app.theme import tokens
from app.theme.frames import ground_of, row, tool
from app.theme.icons import pixmap
from app.words import in_a_row, say, word

NOTE_STAYS = 8000  # milliseconds

_WIDEST, _ABOVE = 880, 16
"""Pixels: a longer sentence is broken; and what is left free around it."""

_ICONS: dict[Weight, str] = {
    "note": "info",
    "refusal": "circle-alert",
    "warning": "triangle-alert",
    "trouble": "circle-alert",
}


class ProblemBar(QWidget):
    """Shows the newest problem over the foot of `ground`, which lies in `parent`; hidden while there is none."""

    def __init__(self, parent: QWidget, ground: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        ground.installEventFilter(self)
        self._problems: list[Problem] = []
        self._icon, self._sentence = QLabel(), QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._act = QPushButton()
        self._act.clicked.connect(self._do)
        self._more = QLabel()
        self._more.setProperty("kind", "muted")
        close = tool("x", word("Close"))
        close.clicked.connect(self.dismiss)
        self._lay(close)
        self._fade = QTimer(self, singleShot=True, interval=NOTE_STAYS)
        self._fade.timeout.connect(self.dismiss)
        tokens.changed.connect(self._paint)
        say(self.setAccessibleName, "Message")
        self.hide()

    @property
    def problem(self) -> Problem | None:
        """What is shown."""
        return self._problems[-1] if self._problems else None

    def show_problem(self, problem: Problem) -> None:
        """Show this one in front."""
        same = [each for each in self._problems if each.sentence == problem.sentence]
        self._problems = [each for each in self._problems if each not in same and each.weight != "note"]
        self._problems.append(problem)
        self._refresh()

    def dismiss(self) -> None:
        """Close the one that is shown."""
        if self._problems:
            self._problems.pop()
        self._refresh()

    def move_on(self, *_: object) -> None:
        """Something else was done: what was refused before is over."""
        left = [each for each in self._problems if each.weight != "refusal"]
        if len(left) < len(self._problems):
            self._problems = left
            self._refresh()

    def clear(self) -> None:
        """Close them all: another film is opened."""
        self._problems.clear()
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room has another size."""
        if watched is self._ground and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """As wide as the sentence, in the middle of the foot."""
        room, words = self._ground.geometry(), self._sentence
        beside = self.sizeHint().width() - words.sizeHint().width()
        unbroken = words.fontMetrics().horizontalAdvance(words.text()) + 4
        wide = min(beside + unbroken, _WIDEST, room.width() - 2 * _ABOVE)
        high = max(self._line.totalHeightForWidth(wide), self.minimumSizeHint().height())
        self.setGeometry(room.center().x() - wide // 2, room.bottom() + 1 - high - _ABOVE, wide, high)

    def _lay(self, close: QWidget) -> None:
        self._line = row(self, margin=0, gap=12)
        self._line.setContentsMargins(16, 6, 8, 6)
        for widget in (self._icon, self._sentence, self._more, self._act, close):
            self._line.addWidget(widget)
        ground_of(self, "panel")

    def _do(self) -> None:
        problem = self.problem
        self.dismiss()
        if problem is not None and problem.act is not None:
            problem.act()

    def _refresh(self) -> None:
        problem = self.problem
        self.setVisible(problem is not None)
        self._fade.stop()
        if problem is None:
            return
        self._sentence.setText(in_a_row(problem.sentence, problem.hint))
        self._act.setText(problem.label)
        self._act.setVisible(bool(problem.label and problem.act))
        waiting = len(self._problems) - 1
        self._more.setVisible(waiting > 0)
        say(self._more.setText, "{n} more", n=waiting)
        self._paint()  # the icon takes room too
        self._line.activate()
        self._place()
        self.raise_()
        if problem.weight == "note":
            self._fade.start()

    def _paint(self) -> None:
        problem, now = self.problem, tokens.now()
        if problem is None:
            return
        color, soft = {
            "note": (now.muted, now.raised),
            "refusal": (now.bad, now.bad_soft),
            "warning": (now.warn, now.warn_soft),
            "trouble": (now.bad, now.bad_soft),
        }[problem.weight]
        self._icon.setPixmap(pixmap(_ICONS[problem.weight], 18, color, self.devicePixelRatioF()))
        edge = f"border: 1px solid {now.outline}; border-radius: {now.radius}px;"
        self.setStyleSheet(f"ProblemBar {{ background: {soft}; {edge} }}")
