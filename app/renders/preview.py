"""What is being drawn, large: the picture as the engine has it so far, or the last one it finished.

Between two shots there is nothing to see for a moment, or for a minute with a large model: the picture of the shot before stays, dimmed under
the slate of the next, since black would look like a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.board import pictograms
from app.bridge import Engine
from app.errands import send
from app.state.session import Session
from app.state.stills import Stills
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import letters
from app.words import say
from engine.film.shots import Shot

_DIMMED = 0.28


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was painted last, and of which shot it is."""

    shot_id: str
    picture: QImage


class PreviewPanel(QWidget):
    """Follows the queue; `shot_id` is the shot it shows, "" for none."""

    def __init__(self, session: Session, engine: Engine, stills: Stills) -> None:
        super().__init__()
        self._session, self._engine, self._stills = session, engine, stills
        self.shot_id = ""
        self._live: QImage | None = None
        self._seen: _Seen | None = None
        shape = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        shape.setHeightForWidth(True)
        self.setSizePolicy(shape)
        self.setMinimumSize(240, 135)
        say(self.setAccessibleName, "What is being drawn")
        engine.started.connect(self._on_started)
        engine.preview.connect(self._on_preview)
        engine.taken.connect(self._on_taken)
        stills.arrived.connect(self._repaint)
        session.film_changed.connect(self._repaint)
        tokens.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A third of a usual window."""
        return QSize(480, 270)

    def hasHeightForWidth(self) -> bool:
        """The panel has the film's shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the film's picture at that width."""
        raster = self._session.film.raster
        return round(width * raster.height / raster.width)

    @property
    def picture(self) -> QImage | None:
        """What is shown."""
        if self._live is not None:
            return self._live
        shot = self._shot
        return self._stills.picture(shot, self.width())[1] if shot is not None else None

    @property
    def _shot(self) -> Shot | None:
        return next((shot for shot in self._session.film.shots if shot.id == self.shot_id), None)

    def show_shot(self, shot_id: str) -> None:
        """Show the best picture of a shot until the engine draws another one."""
        self.shot_id, self._live = shot_id, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture on neutral ground, as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(tokens.now().picture_ground))
        if (picture := self.picture) is not None:
            self._seen = _Seen(self.shot_id, picture)
        if self._seen is not None and self._seen.shot_id == self.shot_id:
            painter.drawImage(self._place(self._seen.picture), self._seen.picture)
        else:
            self._paint_slate(painter)
        painter.end()

    def _paint_slate(self, painter: QPainter) -> None:
        """The slate of a shot without a picture, over the dimmed one that was seen before it."""
        if self._seen is not None:
            painter.setOpacity(_DIMMED)
            painter.drawImage(self._place(self._seen.picture), self._seen.picture)
            painter.setOpacity(1.0)
        if (shot := self._shot) is None:
            icon = QRectF(0, 0, 40, 40)
            icon.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, icon, "clapperboard", "#9a9a9a")
            return
        pictograms.stamp_bare(painter, self.rect(), shot.setup.size)
        painter.setFont(letters(strong=True))
        painter.setPen(QColor("#e6e6e6"))
        words = QRect(0, self.height() // 2 + 52, self.width(), 24)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shot.slate)

    def _place(self, picture: QImage) -> QRect:
        place = QRect(QPoint(0, 0), picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        if abs(place.width() - self.width()) <= 2 and abs(place.height() - self.height()) <= 2:
            return self.rect()  # a pixel of rounding is no letterbox
        return place

    def _repaint(self, *_: object) -> None:
        self.update()

    def _on_started(self, key: str) -> None:
        shots = self._engine.shots_of(key)
        if shots:
            self.show_shot(shots[0])

    def _on_preview(self, key: str, path: str) -> None:
        shots = self._engine.shots_of(key)
        if not shots:
            return
        if shots[0] != self.shot_id:
            self.show_shot(shots[0])
        shown = partial(self._show_live, shots[0])
        send(self, lambda: _read(self._session.folder / path), shown, lambda _: None)

    def _show_live(self, shot_id: str, picture: QImage) -> None:
        """Unless the next shot has begun while it was read."""
        if shot_id == self.shot_id and not picture.isNull():
            self._live = picture
            self.update()

    def _on_taken(self, key: str) -> None:
        shots = self._engine.shots_of(key)
        if shots and self.shot_id in shots:
            self._live = None
            self.update()


def _read(path: Path) -> QImage:
    """A preview may be replaced or gone at any time: then it is no picture."""
    return QImage(str(path))
