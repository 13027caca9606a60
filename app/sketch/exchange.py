"""Whole pictures in and out of the sketch pad: imported, pasted, dropped; lent to another painter and taken back; saved as PNG.

Reading and writing go on in threads; the pad lays on the paper what comes back.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from app import errands
from app.preferences import Preferences
from app.problems import Problem, note, problem_of
from app.sketch.drawing import from_picture
from app.sketch.painter import Painter
from app.sketch.panel_export import ask_where, save_panel
from app.sketch.sketchbook import sheet_for
from app.state.session import Session
from app.words import tr
from engine.errors import StoryreelError

if TYPE_CHECKING:
    from app.sketch.pad import SketchPad

PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.ora"

_MENU = (
    ("sketch.import", "sketch.paste"),
    ("sketch.painter", "sketch.painter.choose"),
    ("sketch.export",),
)


class Exchange(QObject):
    """One for a pad."""

    def __init__(self, session: Session, pad: SketchPad, preferences: Preferences | None) -> None:
        super().__init__(pad)
        self._session, self._pad, self._preferences = session, pad, preferences
        self.painter = Painter(session, self)
        self.painter.came_back.connect(pad.take_back)

    def menu(self) -> QMenu:
        """What can be done with whole pictures."""
        menu = QMenu(self._pad)
        for at, names in enumerate(_MENU):
            if at:
                menu.addSeparator()
            for name in names:
                menu.addAction(self._pad.commands[name])
        return menu

    # --- in

    def choose_picture(self) -> None:
        """Ask for a picture file."""
        asked = QFileDialog(self._pad, tr("Import a picture"), "", f"{tr('Pictures')} ({PICTURES})")
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda path: self.import_picture(Path(path)))
        asked.open()

    def import_picture(self, path: Path) -> None:
        """The picture becomes the panel's lowest layer; what was drawn on the others stays over it."""
        errands.send(self, lambda: QImage(str(path)), lambda picture: self.lay_picture(picture, path.name), self._sorry)

    def lay_picture(self, picture: QImage, name: str = "") -> None:
        """A picture from a file, the clipboard or another window."""
        if picture.isNull():
            what = tr("{name} is not a picture that can be read.", name=name or tr("That"))
            self._session.say(Problem(what, tr("Save it as PNG or JPEG.")))
            return
        self._pad.lay(from_picture(picture, sheet_for(picture, self._pad.sheet())), tr("Import picture"))

    def paste(self) -> None:
        """The picture in the clipboard."""
        if not self.lay_carried(QGuiApplication.clipboard().mimeData()):
            self._session.say(note(tr("There is no picture in the clipboard.")))

    def lay_carried(self, mime: QMimeData | None) -> bool:
        """What the clipboard or a drag carries; False where that is no picture."""
        if mime is not None and mime.hasImage():
            self.lay_picture(QImage(mime.imageData()))
            return True
        files = [Path(url.toLocalFile()) for url in (mime.urls() if mime else []) if url.isLocalFile()]
        if files:
            self.import_picture(files[0])
        return bool(files)

    # --- out

    def open_in_painter(self) -> None:
        """Hand the panel to the painter that was chosen, or to the system's own."""
        shot, drawing = self._session.shot, self._pad.canvas.drawing
        if shot is not None and drawing is not None:
            program = self._preferences.painter if self._preferences else ""
            self.painter.lend(shot.id, self._pad.panel_id, shot.slate, drawing, program)

    def choose_painter(self) -> None:
        """Ask which program is the painter."""
        asked = QFileDialog(self._pad, tr("Choose your painter"), str(Path.home()))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda path: self._preferences.keep(painter=path) if self._preferences else None)
        asked.open()

    def ask_export(self) -> None:
        """Ask where to save the panel as PNG."""
        shot = self._session.shot
        ask_where(self._pad, shot.slate if shot else tr("Panel"), self.export_panel)

    def export_panel(self, path: Path) -> None:
        """Write the panel as it is filmed, without camera marks."""
        if self._pad.canvas.drawing is not None:
            save_panel(self, self._session, self._pad.canvas.drawing, path)

    def _sorry(self, error: StoryreelError) -> None:
        self._session.say(problem_of(error))
