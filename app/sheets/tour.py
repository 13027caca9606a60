"""The first-run tour: four steps, each beside the thing it speaks of. Enter goes on, Esc ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.theme import tokens
from app.theme.frames import button, column, ground_of, row
from app.words import say, word

_WIDE = 320
_GAP = 12


@dataclass(frozen=True, slots=True)
class Step:
    """What is shown: a widget (asked for when the step comes, None: the middle), a title and a sentence."""

    where: Callable[[], QWidget | None]
    title: str
    sentence: str


class Tour(QWidget):
    """Lies over a window and lights up one thing after the other."""

    ended = Signal()

    def __init__(self, host: QWidget, steps: tuple[Step, ...]) -> None:
        super().__init__(host)
        self._host, self._steps, self._at = host, steps, 0
        self._before = host.focusWidget()
        self._note = QFrame(self)
        ground_of(self._note, "raised")
        self._lay()
        host.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        self._show_step()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._at

    def go_on(self) -> None:
        """The next step, or the end."""
        if self._at + 1 == len(self._steps):
            self.end()
            return
        self._at += 1
        self._show_step()

    def end(self) -> None:
        """No more of it."""
        self._host.removeEventFilter(self)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, space and right go on; Esc ends."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.go_on()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere goes on."""
        self.go_on()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything is dimmed but the thing that is spoken of."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        light = self._light()
        if not light.isNull():
            hole = QPainterPath()
            hole.addRoundedRect(QRectF(light), now.radius, now.radius)
            veil = veil.subtracted(hole)
        dim = QColor(now.shade)
        dim.setAlpha(170)
        painter.fillPath(veil, dim)
        if not light.isNull():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(QRectF(light), now.radius, now.radius)
        painter.end()

    def _lay(self) -> None:
        down = column(self._note, margin=16, gap=8)
        self._title, self._sentence, self._count = QLabel(), QLabel(), QLabel()
        self._title.setProperty("kind", "strong")
        self._count.setProperty("kind", "muted")
        self._sentence.setWordWrap(True)
        self._next, close = button(word("Next"), "primary"), button(word("Skip the tour"), "quiet")
        self._next.clicked.connect(self.go_on)
        close.clicked.connect(self.end)
        line = row()
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(close)
        line.addWidget(self._next)
        down.addWidget(self._title)
        down.addWidget(self._sentence)
        down.addSpacing(8)
        down.addLayout(line)

    def _show_step(self) -> None:
        step = self._steps[self._at]
        say(self._title.setText, step.title)
        say(self._sentence.setText, step.sentence)
        say(self.setAccessibleName, step.title)
        say(self.setAccessibleDescription, step.sentence)
        self._count.setText(f"{self._at + 1} / {len(self._steps)}")
        say(self._next.setText, "Done" if self._at + 1 == len(self._steps) else "Next")
        self._place()
        self._next.setFocus()
        self.update()

    def _light(self) -> QRect:
        widget = self._steps[self._at].where()
        if widget is None or not widget.isVisible():
            return QRect()
        return QRect(widget.mapTo(self._host, QPoint(0, 0)), widget.size()).adjusted(-2, -2, 2, 2) & self.rect()

    def _place(self) -> None:
        layout = self._note.layout()
        assert layout is not None
        high = max(layout.heightForWidth(_WIDE), self._note.sizeHint().height())
        light = self._light()
        if light.isNull() or light.height() > self.height() / 2:
            middle = light.center() if not light.isNull() else self.rect().center()
            corner = QPoint(middle.x() - _WIDE // 2, middle.y() - high // 2)
        elif light.bottom() + high + _GAP < self.height():
            corner = QPoint(light.center().x() - _WIDE // 2, light.bottom() + _GAP)
        else:
            corner = QPoint(light.center().x() - _WIDE // 2, light.top() - high - _GAP)
        x = max(_GAP, min(corner.x(), self.width() - _WIDE - _GAP))
        y = max(_GAP, min(corner.y(), self.height() - high - _GAP))
        self._note.setGeometry(x, y, _WIDE, high)
