"""The pictures an engine goes by: the first and the last frame, and the shot's storyboard panels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.board.card_painter import paint_picture
from app.board.durations import in_seconds
from app.board.inspector.inspected import Inspected, Mixed
from app.board.inspector.section import Section
from app.board.inspector.wells import PictureWell
from app.commands import shots
from app.keeping import hang_pictures, keep_files, keep_image
from app.state.session import Session
from app.state.stills import Stills
from app.theme import tokens
from app.theme.frames import button, row, text
from app.theme.lettering import figures
from app.words import say, word
from engine.film.cast import Reference
from engine.film.shots import Shot

_HIGH, _BETWEEN = 54, 6
"""Of the small pictures of panels, in points."""

SetFrame = Callable[[Session, tuple[str, ...], Reference | None], object]


class FramesSection(Section):
    """Two wells. `neighbour_wanted` asks for a picture of a neighbour's take: "first" the last one of the shot before, "last" the first
    one of the shot behind; `put` takes it in. `seen_wanted` asks in the same words for what the viewer shows."""

    neighbour_wanted = Signal(str)
    seen_wanted = Signal(str)

    def __init__(self, session: Session, stills: Stills) -> None:
        super().__init__(session, word("First and last frame"), needs=("a first frame", "a last frame"))
        self._stills = stills
        before = (word("From the shot before"), lambda: self.neighbour_wanted.emit("first"))
        behind = (word("From the shot behind"), lambda: self.neighbour_wanted.emit("last"))
        seen = word("The frame in the viewer")
        self.first = PictureWell(word("First frame"), [(seen, lambda: self.seen_wanted.emit("first")), before])
        self.last = PictureWell(word("Last frame"), [(seen, lambda: self.seen_wanted.emit("last")), behind])
        across = row(gap=8)
        for well, put in ((self.first, shots.set_first_frame), (self.last, shots.set_last_frame)):
            across.addWidget(well)
            well.file_given.connect(lambda path, put=put: self._keep_file(put, path))
            well.image_given.connect(lambda image, put=put: self._keep_image(put, image))
            well.emptied.connect(lambda put=put: put(session, self.ids, None))
        self.body.addLayout(across)
        stills.arrived.connect(self._on_arrived)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """What they share."""
        self._paint()

    def put(self, which: str, path: Path) -> None:
        """A picture that was captured elsewhere."""
        self._keep_file(shots.set_first_frame if which == "first" else shots.set_last_frame, path)

    def _on_arrived(self, path: Path) -> None:
        """A board that scrolls has hundreds come; only those that are shown here matter."""
        shot = self.of.shot if self.of is not None else None
        frames = (shot.first_frame, shot.last_frame) if shot is not None else ()
        if any(frame is not None and self.session.folder / frame.path == path for frame in frames):
            self._paint()

    def _paint(self) -> None:
        if self.of is None:
            return
        raster = self.of.film.raster
        self.first.aspect = self.last.aspect = raster.width / raster.height
        self._show(self.first, lambda shot: shot.first_frame)
        self._show(self.last, lambda shot: shot.last_frame)

    def _show(self, well: PictureWell, part: Callable[[Shot], Reference | None]) -> None:
        shared = self.of.shared(part) if self.of else Mixed()
        if isinstance(shared, Mixed):
            well.show_picture(None, filled=False, several=True)
            return
        picture = self._stills.image(self.session.folder / shared.value.path, 384) if shared.value else None
        well.show_picture(picture, filled=shared.value is not None)

    def _keep_file(self, put: SetFrame, path: Path) -> None:
        ids = self.ids
        keep_files(self, self.session, [path], lambda kept: put(self.session, ids, kept[0]))

    def _keep_image(self, put: SetFrame, image: QImage) -> None:
        ids = self.ids
        keep_image(self, self.session, image, lambda kept: put(self.session, ids, kept))


class PanelsSection(Section):
    """The panels as a strip; a click lays one of them on the sketch pad."""

    sketch_wanted = Signal(str)  # shot id
    panel_wanted = Signal(str, str)  # shot id, panel id

    def __init__(self, session: Session, stills: Stills) -> None:
        super().__init__(session, word("Panels"), needs=("drawn panels",))
        self.strip = PanelStrip(session, stills)
        self.strip.opened.connect(self._open_panel)
        self._none = text(word("Draw what you see, or drop pictures on the card."), "muted", wrap=True)
        draw = button("Draw", "quiet", icon="pen-tool")
        draw.clicked.connect(self._open)
        self.head.addWidget(draw)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._none)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The panels of the shot in hand."""
        self.strip.show_shot(of.shot)
        self.strip.setVisible(bool(of.shot.panels))
        self._none.setVisible(not of.shot.panels)

    def hang(self, paths: list[Path]) -> None:
        """Pictures become panels of the shot in hand."""
        if self.of is not None:
            hang_pictures(self, self.session, self.of.shot.id, paths)

    def _open(self) -> None:
        if self.of is not None:
            self.sketch_wanted.emit(self.of.shot.id)

    def _open_panel(self, panel_id: str) -> None:
        if self.of is not None:
            self.panel_wanted.emit(self.of.shot.id, panel_id)


class PanelStrip(QWidget):
    """Panels side by side with the time each begins at; as many as fit, the rest counted."""

    opened = Signal(str)  # panel id

    def __init__(self, session: Session, stills: Stills) -> None:
        super().__init__()
        self._session, self._stills = session, stills
        self._shot: Shot | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, "Panels")
        stills.arrived.connect(self._on_arrived)

    def show_shot(self, shot: Shot) -> None:
        """The panels of this shot."""
        self._shot = shot
        self.update()

    def sizeHint(self) -> QSize:
        """A row of small pictures."""
        return QSize(200, 72)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the panel that was clicked."""
        at = int(event.position().x()) // (self._wide + _BETWEEN)
        shown = self._shot.panels[: self._room] if self._shot is not None else ()
        if 0 <= at < len(shown):
            self.opened.emit(shown[at].id)

    def _on_arrived(self, path: Path) -> None:
        pictures = [panel.picture for panel in self._shot.panels if panel.picture] if self._shot is not None else []
        if any(self._session.folder / picture.path == path for picture in pictures):
            self.update()

    @property
    def _wide(self) -> int:
        raster = self._session.film.raster
        return max(40, min(round(_HIGH * raster.width / raster.height), 128))

    @property
    def _room(self) -> int:
        """So many fit."""
        return max(1, (self.width() + _BETWEEN) // (self._wide + _BETWEEN))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures."""
        if self._shot is None:
            return
        now, painter = tokens.now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(figures(small=True))
        wide, room = self._wide, self._room
        for at, panel in enumerate(self._shot.panels[:room]):
            box = QRect(at * (wide + _BETWEEN), 0, wide, _HIGH)
            painter.fillRect(box, QColor(now.picture_ground))
            path = self._session.folder / panel.picture.path if panel.picture else None
            picture = self._stills.image(path, 192) if path else None
            if picture is not None:
                paint_picture(painter, box, picture)
            painter.setPen(QPen(QColor(now.outline), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(QColor(now.muted))
            more = len(self._shot.panels) - room
            said = in_seconds(panel.start, self._session.film.rate)
            said += f"   +{more}" if at == room - 1 and more > 0 else ""
            painter.drawText(QRect(box.left(), 56, wide, 16), Qt.AlignmentFlag.AlignLeft, said)
