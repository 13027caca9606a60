"""A sheet of frames out of the film's takes, to take one of them as a reference picture.

Six frames of each shot's chosen take are enough to find a face; the one that is clicked is read again in full.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.state.stills import PROXY, Stills
from app.theme import tokens
from app.theme.lettering import letters
from app.words import say
from engine.film.shots import Shot
from engine.film.takes import Take

ACROSS, WIDE, GAP, LABEL = 6, 128, 8, 22


class FrameSheet(QWidget):
    """`taken(take, picture)`: a frame was clicked."""

    taken = Signal(object, int)

    def __init__(self, shots: tuple[Shot, ...], stills: Stills, aspect: float) -> None:
        super().__init__()
        self._lines = [(shot.slate, take) for shot in shots if (take := shot.chosen) is not None]
        self._stills = stills
        self._high = round(WIDE / aspect)
        self._at = (0, 0)
        self._hover: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        say(self.setAccessibleName, "Frames of the takes")
        stills.arrived.connect(self._on_still)

    def _on_still(self, _path: object) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        """A line a shot."""
        return QSize(ACROSS * (WIDE + GAP) - GAP, len(self._lines) * (LABEL + self._high + GAP))

    def _box(self, line: int, place: int) -> QRect:
        top = line * (LABEL + self._high + GAP) + LABEL
        return QRect(place * (WIDE + GAP), top, WIDE, self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines that are seen."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for line, (slate, take) in enumerate(self._lines):
            if not self._box(line, 0).adjusted(0, -LABEL, ACROSS * (WIDE + GAP), 0).intersects(event.rect()):
                continue
            painter.setFont(letters(small=True, strong=True))
            painter.setPen(QColor(now.muted))
            painter.drawText(
                self._box(line, 0).adjusted(0, -LABEL, 0, -self._high), Qt.AlignmentFlag.AlignVCenter, slate
            )
            for place in range(ACROSS):
                self._paint_frame(painter, take, line, place)
        painter.end()

    def _paint_frame(self, painter: QPainter, take: Take, line: int, place: int) -> None:
        now, box = tokens.now(), self._box(line, place)
        painter.fillRect(box, QColor(now.picture_ground))
        picture = self._stills.frame(take, frame_at(take, place), WIDE * 2)
        if picture is not None:
            painter.drawImage(QRectF(box), picture)
        if (line, place) in (self._hover, self._at if self.hasFocus() else None):
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _find(self, event: QMouseEvent) -> tuple[int, int] | None:
        point = event.position().toPoint()
        every = ((line, place) for line in range(len(self._lines)) for place in range(ACROSS))
        return next((each for each in every if self._box(*each).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up."""
        self._hover = self._find(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """This one."""
        if (found := self._find(event)) is not None:
            self._take(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter."""
        keys = Qt.Key
        step = {keys.Key_Left: (0, -1), keys.Key_Right: (0, 1), keys.Key_Up: (-1, 0), keys.Key_Down: (1, 0)}
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self._take(self._at)
        elif event.key() in step:
            down, right = step[keys(event.key())]
            line = max(0, min(self._at[0] + down, len(self._lines) - 1))
            self._at = (line, max(0, min(self._at[1] + right, ACROSS - 1)))
            self.update()
        else:
            super().keyPressEvent(event)

    def _take(self, at: tuple[int, int]) -> None:
        take = self._lines[at[0]][1]
        self.taken.emit(take, frame_at(take, at[1]))


def frame_at(take: Take, place: int) -> int:
    """Which of the take's own frames stands at this place of its line."""
    return min(take.frames - 1, round((place + 0.5) * take.frames / ACROSS))


def captured(folder: Path, take: Take, number: int) -> QImage:
    """A frame of the take's proxy in full. For a thread: it decodes. Raises StorageFailed, MediaFailed."""
    from engine.media.playback import Playback  # OpenCV takes its time: not before somebody captures

    with Playback((folder / take.media).with_name(PROXY)) as proxy:
        picture = proxy.frame(max(0, min(number, proxy.frames - 1)))
    height, width = picture.shape[:2]
    return QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_BGR888).copy()
