"""Music, sounds and clips from outside that no shot owns: the engine's desk copies them into the film, then they stand in the cut.

That takes a moment and the editor goes on meanwhile, so where they are to land is remembered with the order, and is looked at
again when they come: the cut may be gone, and then nothing is lost but the place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from app.commands import cuts
from app.drops import SOUNDS
from app.problems import note
from app.state.session import Session
from app.timeline.waves import Sounds
from app.words import tr
from engine.film.cuts import Footage

CLIPS = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".mxf")


class Desk(Sounds, Protocol):
    """Who copies media into the film: the bridge to the engine."""

    @property
    def footage_ready(self) -> SignalInstance: ...

    @property
    def import_footage(self) -> Callable[[Path, object], object]: ...


@dataclass(frozen=True, slots=True)
class Landing:
    """Where something that is on its way is to stand; `track` is "" for any that is free. A sound of a `shot` stands where that begins
    by then, in step with the pictures."""

    cut: str
    track: str
    at: int
    name: str
    heard: bool  # sound alone
    shot: str = ""


def is_footage(path: Path) -> bool:
    """Whether a file of this name can stand in a cut."""
    return path.suffix.lower() in (*SOUNDS, *CLIPS)


class FootageIn(QObject):
    """Brings files into the cut in hand."""

    def __init__(self, session: Session, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        desk.footage_ready.connect(self._land)

    def choose(self, over: QWidget) -> None:
        """Let a person choose files; they come in at the playhead."""
        kinds = " ".join(f"*{each}" for each in (*SOUNDS, *CLIPS))
        title = tr("Music, sound or a clip")
        chosen, _ = QFileDialog.getOpenFileNames(over, title, "", f"{title} ({kinds})")
        self.bring([Path(each) for each in chosen], "", self._session.playhead.frame)

    def bring(self, paths: Sequence[Path], track: str, at: int, *, shot: str = "") -> None:
        """Copy these into the film and let them stand at the frame, or at the `shot` whose they are; several one behind the other is for the hand to do."""
        if self._session.refuses():
            return
        for path in paths:
            heard = path.suffix.lower() in SOUNDS
            self._desk.import_footage(path, Landing(self._session.cut_id, track, at, path.name, heard, shot))
            self._session.say(note(tr("{name} is being brought into the film.", name=path.name)))

    def _land(self, token: object, footage: object) -> None:
        if not isinstance(token, Landing) or not isinstance(footage, Footage):
            return
        cut = next((cut for cut in self._session.film.cuts if cut.id == token.cut), None)
        if cut is None:
            return
        start = cuts.start_of(cut, token.shot) if token.shot else None
        at = token.at if start is None else start  # the shot may have been moved meanwhile
        change = cuts.footage_in(token.cut, token.track, at, footage, heard=token.heard, in_step=bool(token.shot))
        self._session.edit(tr("Add {name}", name=token.name), change)
