"""Frame grabs: one picture of what is seen, out of the original at full size, handed to whoever asked when the engine has taken it out.

The viewer shows light copies in the window's size; a frame that becomes a first frame or a reference must be the film's own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from app.problems import note
from app.state.session import Session
from app.viewer.programme import Filmed, Mixed, Showing, Sketch
from app.words import tr
from engine.film.cuts import Clip
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.supply import picture_at
from engine.film.takes import Take

Then = Callable[[Path], object]


class StillDesk(Protocol):
    """What takes stills out (app.bridge.Engine)."""

    still_ready: SignalInstance  # digest, picture, Path

    def want_still(self, source: str, digest: str, picture: int) -> None: ...


class Grabs(QObject):
    """Asks the engine and remembers who asked. GUI thread only."""

    def __init__(self, session: Session, desk: StillDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._asked: dict[tuple[str, int], list[Then]] = {}
        desk.still_ready.connect(self._came)

    def grab(self, source: str, digest: str, picture: int, then: Then) -> None:
        """Picture `picture` of a medium inside the film's folder, as a PNG."""
        self._asked.setdefault((digest, picture), []).append(then)
        self._desk.want_still(source, digest, picture)

    def grab_take(self, shot: Shot, take: Take, frame: int, then: Then) -> None:
        """The take's picture at a film frame of its shot; the nearest it has."""
        picture = max(0, min(take.frames - 1, picture_at(take, self._session.film.rate, frame)))
        self.grab(take.media, take.digest, picture, then)

    def grab_seen(self, seen: Showing, then: Then) -> None:
        """The picture that is seen, or a sentence in the bar where that is none."""
        if isinstance(seen, Sketch):
            then(seen.path)
            return
        if not isinstance(seen, Filmed):
            self._session.say(note(_why_not(seen)))
            return
        source = seen.files[-1].relative_to(self._session.folder).as_posix()
        digest = digest_of(self._session.film, source)
        if digest:
            self.grab(source, digest, seen.index, then)

    def _came(self, digest: str, picture: int, path: Path) -> None:
        for then in self._asked.pop((digest, picture), ()):
            then(path)


def digest_of(film: Film, source: str) -> str:
    """What the medium at that path inside the film's folder holds; "" for one the film does not know."""
    takes = (take for shot in film.shots for take in shot.takes)
    footage = (
        item.footage
        for cut in film.cuts
        for track in cut.tracks
        for item in track.items
        if isinstance(item, Clip) and item.footage is not None
    )
    found = next((take.digest for take in takes if take.media == source), None)
    return found or next((each.digest for each in footage if each.path == source), "")


def _why_not(seen: Showing) -> str:
    if isinstance(seen, Mixed):
        return tr("Two shots are mixed here. Go to a frame that shows one of them.")
    return tr("There is no picture here yet. Render the shot, or go to a frame that has one.")
