"""A panel opened in the painter a person likes better than our pad; every save over there comes back here.

The painter gets a copy in cache/painter, so that nothing it does can harm the film: an .ora with the layers where the painter is known to
read that, else a PNG. Painters replace files rather than write into them, which a watch on the file alone would lose: the folder is
watched too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QProcess, QSize, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage

from app import errands
from app.problems import Problem
from app.sketch.drawing import Drawing, flat, from_picture
from app.sketch.openraster import Packer, unpacked
from app.sketch.sketchbook import sheet_for
from app.state.prints import png
from app.state.session import Session
from app.words import tr
from engine.errors import BadInput, StoryreelError, storage_failed
from engine.film.durable import replace_file
from engine.film.pictures import plain_name

_READS_LAYERS = ("krita", "gimp", "mypaint", "pinta", "drawpile", "azpainter")
_SETTLED = 400
"""Milliseconds after the last change of a file: a painter writes large files in several goes."""

Start = Callable[[str, Path], bool]


@dataclass(frozen=True, slots=True)
class Lent:
    """A panel that a painter has: whose it is, and the digest of what was last known to be in the file."""

    shot_id: str
    panel_id: str
    slate: str
    size: QSize
    digest: str


def start_painter(program: str, path: Path) -> bool:
    """Open the file in the program, or in the system's own choice where none is named."""
    if not program:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    return bool(QProcess.startDetached(program, [str(path)])[0])


def reads_layers(program: str) -> bool:
    """Whether a painter opens OpenRaster files, as far as its name tells."""
    return any(name in Path(program).name.casefold() for name in _READS_LAYERS)


class Painter(QObject):
    """Lends panels out. `came_back(Lent, Drawing)` after each save over there; `looked(path)` whenever a file that stirred was read, whether
    or not it held anything new."""

    came_back = Signal(object, object)
    looked = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None, *, start: Start = start_painter) -> None:
        super().__init__(parent)
        self._session, self._start = session, start
        self._room = session.folder / "cache" / "painter"
        self._lent: dict[Path, Lent] = {}
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._stirred)
        self._watch.directoryChanged.connect(self._stirred)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self._look)

    def lend(self, shot_id: str, panel_id: str, slate: str, drawing: Drawing, program: str) -> None:
        """Open the panel over there."""
        ending = ".ora" if reads_layers(program) else ".png"
        path = self._room / f"{plain_name(slate) or 'panel'}-{plain_name(panel_id)}{ending}"

        def write() -> str:
            content = Packer().pack(drawing).layers if ending == ".ora" else png(flat(drawing))
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, content)
            except OSError as error:
                raise storage_failed(error, path) from error
            return hashlib.sha256(content).hexdigest()

        def opened(digest: str) -> None:
            self._lent[path] = Lent(shot_id, panel_id, slate, drawing.size, digest)
            self._watch.addPaths([str(path), str(self._room)])
            if not self._start(program, path):
                self._session.say(
                    Problem(tr("The painter did not start."), tr("Choose a painter in the picture menu."))
                )

        errands.send(self, write, opened, self._sorry)

    def _stirred(self, _path: str) -> None:
        self._soon.start()

    def _look(self) -> None:
        for path, lent in list(self._lent.items()):
            errands.send(self, lambda path=path, lent=lent: _news(path, lent), self._took(path, lent), self._sorry)

    def _took(self, path: Path, lent: Lent) -> Callable[[tuple[str, Drawing] | None], None]:
        def took(news: tuple[str, Drawing] | None) -> None:
            if path.exists() and str(path) not in self._watch.files():
                self._watch.addPath(str(path))  # it was replaced, and the watch went with the old file
            if news is not None and self._lent.get(path) == lent:
                digest, drawing = news
                self._lent[path] = Lent(lent.shot_id, lent.panel_id, lent.slate, lent.size, digest)
                self.came_back.emit(lent, drawing)
            self.looked.emit(str(path))

        return took

    def _sorry(self, error: StoryreelError) -> None:
        self._session.say(Problem(tr(error.sentence), tr(error.action)))


def _news(path: Path, lent: Lent) -> tuple[str, Drawing] | None:
    """What was saved over there; None where nothing was, or it is being written just now."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest = hashlib.sha256(content).hexdigest()
    if digest == lent.digest or not content:
        return None
    try:
        return digest, _drawing(content, path.suffix, lent.size)
    except BadInput:
        return None


def _drawing(content: bytes, ending: str, size: QSize) -> Drawing:
    if ending == ".ora":
        return unpacked(content)
    picture = QImage.fromData(content)
    if picture.isNull():
        raise BadInput("The picture cannot be read.", "Save it as PNG.")
    return from_picture(picture, sheet_for(picture, size))
