"""Drawings in and out of the film's folder, in a thread of its own; a kept drawing is an edit of the film.

Drawing has no undo of its own. When the pen is lifted the panel is packed, laid in the folder under its digest, and the film is edited to name
it: one stroke, one step of the film's own undo, whether the pad is open or not. Going back is looking up an older digest. So undo never
mixes two stories, a crash loses no stroke that the autosave knows, and redrawn panels are stale like any other edit. What no film and no
autosave names any more is swept up when the film is next opened.
"""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage

from app.commands.panels import hung
from app.problems import problem_of
from app.sketch.drawing import Drawing, flat, from_picture
from app.sketch.openraster import Packer, unpacked
from app.state.prints import LONGEST, Prints
from app.state.session import Session
from app.words import tr
from engine.errors import BadInput, StoryreelError, storage_failed
from engine.film import pictures
from engine.film.cast import Reference
from engine.film.durable import replace_file
from engine.film.setup import Move
from engine.film.shots import Panel
from engine.plan.desk import PAPERS

_REMEMBERED = 24
"""Drawings at hand without reading: going back a few strokes is instant. Unchanged layers are shared."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change of a panel on its way to the film. `text` names the undo step."""

    text: str
    shot_id: str
    panel_id: str
    slate: str
    drawing: Drawing
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    wanted: Wanted
    picture: Reference
    matte: Reference | None
    print_: QImage


@dataclass(frozen=True, slots=True)
class _Read:
    digest: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception
    wanted: Wanted | None = None


class Sketchbook(QObject):
    """The drawings of one open film. `read` tells a digest and its drawing."""

    read = Signal(str, object)
    kept = Signal(str)  # panel id
    _back = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None, *, prints: Prints | None = None) -> None:
        super().__init__(parent)
        self._session, self._prints = session, prints
        self._packer = Packer()
        self._known: OrderedDict[str, Drawing] = OrderedDict()
        self._on_the_way: dict[str, int] = {}
        self._desk = QThreadPool(self)
        self._desk.setMaxThreadCount(1)  # strokes land in the order in which they were drawn
        self._back.connect(self._land, Qt.ConnectionType.QueuedConnection)
        if not session.read_only:
            film = session.film
            named = {r.path for shot in film.shots for p in shot.panels for r in (p.picture, p.matte) if r}
            self._start(lambda: sweep(session.folder, named))

    def remembered(self, digest: str) -> Drawing | None:
        """The drawing of that digest, if it is at hand."""
        return self._known.get(digest)

    def busy(self, panel_id: str) -> bool:
        """Whether a stroke of that panel has not reached the film yet."""
        return self._on_the_way.get(panel_id, 0) > 0

    def ask(self, panel: Panel, size: QSize) -> None:
        """Read a panel's drawing; `read` brings it."""
        picture, folder = panel.picture, self._session.folder
        if picture is not None:
            self._start(lambda: _Read(picture.digest, read_drawing(folder, picture, size)))

    def keep(self, wanted: Wanted) -> None:
        """Lay a drawing in the folder and name it in the film, in order behind those on the way."""
        if self._session.read_only:
            self._session.edit(wanted.text, lambda film: film)  # says why not
            return
        self._on_the_way[wanted.panel_id] = self._on_the_way.get(wanted.panel_id, 0) + 1
        folder = self._session.folder
        self._start(lambda: self._written(folder, wanted), wanted)

    def settle(self) -> None:
        """Wait until every stroke has reached the film: before closing, and before anything that looks at the panels."""
        self._desk.waitForDone()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    # --- in the desk's thread

    def _start(self, work: Callable[[], object], wanted: Wanted | None = None) -> None:
        def run() -> None:
            try:
                came = work()
            except Exception as error:  # whatever it is, the pad must not wait for this stroke for ever
                came = _Failed(error, wanted)
            with contextlib.suppress(RuntimeError):  # the film was closed meanwhile
                self._back.emit(came)

        self._desk.start(run)

    def _written(self, folder: Path, wanted: Wanted) -> _Kept:
        packed = self._packer.pack(wanted.drawing)
        stem = wanted.slate or "panel"
        picture = pictures.keep_bytes(folder, pictures.PANELS, packed.flat, stem)
        layers = layers_of(folder, picture)
        try:
            if not layers.exists():
                replace_file(layers, packed.layers)
        except OSError as error:
            raise storage_failed(error, layers) from error
        front = packed.matte and pictures.keep_bytes(folder, pictures.PANELS, packed.matte, f"{stem}-matte")
        seen = flat(wanted.drawing).scaled(
            LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return _Kept(wanted, picture, front or None, seen)

    # --- back in the window's thread

    def _land(self, came: object) -> None:
        if isinstance(came, _Read):
            self._remember(came.digest, came.drawing)
            self.read.emit(came.digest, came.drawing)
        elif isinstance(came, _Kept):
            self._name(came)
        elif isinstance(came, _Failed):
            self._tell(came)

    def _name(self, kept: _Kept) -> None:
        wanted = kept.wanted
        self._remember(kept.picture.digest, wanted.drawing)
        if self._prints is not None:
            self._prints.lay(kept.picture.digest, kept.print_)
        self._arrived(wanted.panel_id)
        there = any(shot.id == wanted.shot_id for shot in self._session.film.shots)
        if there:
            self._session.edit(
                wanted.text,
                lambda film: hung(film, wanted.shot_id, wanted.panel_id, kept.picture, kept.matte, move=wanted.move),
            )
        self.kept.emit(wanted.panel_id)

    def _tell(self, failed: _Failed) -> None:
        wanted, error = failed.wanted, failed.error
        if wanted is not None:
            self._arrived(wanted.panel_id)
        if not isinstance(error, StoryreelError):
            raise error
        if wanted is None:
            self._session.say(problem_of(error))
        else:
            self._session.say(problem_of(error, label=tr("Try again"), act=lambda: self.keep(wanted)))

    def _arrived(self, panel_id: str) -> None:
        self._on_the_way[panel_id] = max(0, self._on_the_way.get(panel_id, 0) - 1)

    def _remember(self, digest: str, drawing: Drawing) -> None:
        self._known[digest] = drawing
        self._known.move_to_end(digest)
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


def layers_of(folder: Path, picture: Reference) -> Path:
    """Where the layers of a drawn panel lie, whether or not there are any."""
    return (folder / picture.path).with_suffix(".ora")


def read_drawing(folder: Path, picture: Reference, size: QSize) -> Drawing:
    """A panel's layers; a panel that came as a picture is the lowest of three. Raises BadInput."""
    layers = layers_of(folder, picture)
    if layers.is_file():
        with contextlib.suppress(BadInput):  # a damaged one still has its flat picture
            return unpacked(layers.read_bytes())
    found = QImage(str(folder / picture.path))
    if found.isNull():
        raise BadInput("The panel's picture cannot be read.", "Import or draw it again.")
    return from_picture(found, sheet_for(found, size))


def sheet_for(picture: QImage, size: QSize) -> QSize:
    """The sheet for a picture: the film's, or one as wide or tall as a panorama needs, over which the camera travels."""
    across = picture.width() * size.height() / (picture.height() * size.width())
    if 0.75 <= across <= 1.33:
        return size
    if across > 1:
        return QSize(round(size.width() * min(across, 4.0) / 2) * 2, size.height())
    return QSize(size.width(), round(size.height() * min(1 / across, 4.0) / 2) * 2)


def sweep(folder: Path, named: set[str]) -> int:
    """Throw away strokes that were undone or drawn over: pairs of a flat panel and its layers that neither the film nor an autosave names,
    nor a film that is being exported or a job that waits to be drawn. Returns how many pairs went. Pictures that a person imported have
    no layers beside them and are never touched."""
    room = folder / pictures.PANELS
    if not room.is_dir():
        return 0
    told = b"".join(path.read_bytes() for path in _tellers(folder) if path.is_file())
    gone = 0
    for layers in sorted(room.glob("*.ora")):
        shown = layers.with_suffix(".png")
        if f"{pictures.PANELS}/{shown.name}" not in named and shown.stem[-12:].encode() not in told:
            with contextlib.suppress(OSError):
                shown.unlink(missing_ok=True)
                layers.unlink()
                gone += 1
    return gone


def _tellers(folder: Path) -> Iterator[Path]:
    """What names pictures: the film, its autosaves, the films that exports read, the queue."""
    yield folder / "film.json"
    yield from (folder / "autosave").glob("*")
    yield from (folder / PAPERS).glob("film-*.json")
    yield from folder.glob("queue.sqlite*")
