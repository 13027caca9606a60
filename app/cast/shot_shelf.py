"""The shots in which somebody is seen, as small living pictures; a click leads to the shot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip

from app.board.pictograms import paint as paint_pictogram
from app.cast.contact_sheet import ContactSheet
from app.state.stills import Stills
from app.theme import tokens
from app.theme.lettering import letters
from app.words import say, tr
from engine.film.shots import Shot

WIDE, LABEL = 112, 20
MOST = 60
"""Shots that are shown; of more the number is told."""


class ShotShelf(ContactSheet):
    """`chosen(shot id)`."""

    chosen = Signal(str)

    def __init__(self, stills: Stills | None, aspect: float) -> None:
        super().__init__(QSize(WIDE, round(WIDE / aspect) + LABEL))
        self._stills, self._high = stills, round(WIDE / aspect)
        self._shots: tuple[Shot, ...] = ()
        self._hover = self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(self.setAccessibleName, "Shots in which it is seen")
        tokens.changed.connect(self.update)
        if stills is not None:
            stills.arrived.connect(self._on_still)

    def _on_still(self, _path: object) -> None:
        self.update()

    @property
    def shots(self) -> tuple[Shot, ...]:
        """What stands on the shelf."""
        return self._shots

    def show_shots(self, shots: tuple[Shot, ...]) -> None:
        """These shots, in story order."""
        self._shots = shots
        self._at = min(self._at, len(shots) - 1)
        self.setVisible(bool(shots))
        self.settle()

    def places(self) -> int:
        """One for each shot, and one that tells of more."""
        return min(len(self._shots), MOST) + (len(self._shots) > MOST)

    def _picture_box(self, index: int) -> QRect:
        return self.box(index).adjusted(0, 0, 0, -LABEL)

    def _find(self, point: QPoint) -> int:
        shown = range(min(len(self._shots), MOST))
        return next((i for i in shown if self.box(i).contains(point)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures with their slates."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for index, shot in enumerate(self._shots[:MOST]):
            self._paint_shot(painter, shot, self._picture_box(index), index)
        if len(self._shots) > MOST:
            painter.setPen(QColor(tokens.now().muted))
            painter.drawText(
                self.box(MOST), Qt.AlignmentFlag.AlignCenter, tr("and {n} more", n=len(self._shots) - MOST)
            )
        painter.end()

    def _paint_shot(self, painter: QPainter, shot: Shot, box: QRect, index: int) -> None:
        now = tokens.now()
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(box), 3, 3)
        painter.fillPath(frame, QColor(now.picture_ground))
        picture = self._picture(shot)
        if picture is not None:
            painter.save()
            painter.setClipPath(frame)
            painter.drawImage(QRectF(box), picture)
            painter.restore()
        else:
            middle = QRectF(box).adjusted(WIDE / 3, self._high / 3, -WIDE / 3, -self._high / 3)
            paint_pictogram(painter, middle, shot.setup.size, QColor("#8d8d8d"), QColor("#5a5a5a"))
        if index == self._hover or (self.hasFocus() and index == self._at):
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3)
        painter.setFont(letters(small=True))
        painter.setPen(QColor(now.text if index == self._hover else now.muted))
        painter.drawText(QRect(box.left(), box.bottom() + 1, WIDE, LABEL), Qt.AlignmentFlag.AlignVCenter, shot.slate)

    def _picture(self, shot: Shot) -> QImage | None:
        return self._stills.picture(shot, round(WIDE * self.devicePixelRatioF()))[1] if self._stills else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up."""
        self._hover = self._find(event.position().toPoint())
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._hover >= 0 else arrow)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To this shot."""
        self._choose(self._find(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._at)
        elif step and self._shots:
            self._at = max(0, min(self._at + step, min(len(self._shots), MOST) - 1))
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys have somewhere to begin, and it is seen."""
        self._at = max(0, self._at)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._shots):
            self.chosen.emit(self._shots[index].id)

    def event(self, event: QEvent) -> bool:
        """What happens in the shot, as a tool tip."""
        if isinstance(event, QHelpEvent) and (index := self._find(event.pos())) >= 0:
            QToolTip.showText(event.globalPos(), self._shots[index].action, self)
            return True
        return super().event(event)
