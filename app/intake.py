"""Files that were dropped, and what becomes of them: on a card panels, takes or the sound under it; beside the cards shots of their own.

What a shot begins as is known before its clip is in the film, so the card stands at once and takes the clip's length when that comes.
All that becomes of one drop is one undo step, unless somebody worked on between: then what comes later is a second one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from app.commands import drawn, shots
from app.commands.cuts import start_of
from app.drops import CLIPS, PICTURES, SOUNDS, Kind
from app.keeping import hang_pictures, keep_files
from app.problems import note
from app.state.session import Session
from app.words import tr
from engine.film.cast import Reference
from engine.film.locate import shot_of
from engine.film.values import fresh_id


class Importer(Protocol):
    """Who makes takes of clips: the bridge to the engine."""

    @property
    def take_imported(self) -> SignalInstance: ...

    @property
    def import_take(self) -> Callable[..., object]: ...


Lay = Callable[[Sequence[Path], int, str], object]
"""Bring sounds of a shot into the cut in hand: from a record frame on, or where the shot begins by the time they are there."""


class Intake(QObject):
    """Takes dropped files into one film."""

    def __init__(self, session: Session, engine: Importer, lay: Lay, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._engine, self._lay = session, engine, lay
        self._awaited: dict[str, str] = {}  # new cards whose clips are on their way, and the drop they came with
        engine.take_imported.connect(self._measure)

    def take(self, kind: Kind, paths: Sequence[Path]) -> None:
        """Files that were let go where no panel wanted them: for the shot in hand, or the first cards of an empty board."""
        shot = self._session.shot_id
        if shot:
            self.to_shot(shot, paths)
        elif kind != "sound":
            self.as_cards("", None, paths)

    def to_shot(self, shot_id: str, paths: Sequence[Path]) -> None:
        """Pictures are the shot's panels, clips its takes, sounds lie under it in the cut in hand."""
        if self._session.refuses():
            return
        pictures, clips, sounds = (_of(endings, paths) for endings in (PICTURES, CLIPS, SOUNDS))
        if pictures:
            hang_pictures(self, self._session, shot_id, pictures)
        drop = fresh_id()
        for clip in clips:
            self._engine.import_take(clip, shot_id, merge=drop)
        if sounds:
            self._lay_under(shot_id, sounds)

    def as_cards(self, scene_id: str, at: int | None, paths: Sequence[Path]) -> None:
        """A shot for each drawing and for each clip, from that place of the scene on."""
        if self._session.refuses():
            return
        pictures, clips, drop = _of(PICTURES, paths), _of(CLIPS, paths), fresh_id()
        if clips:
            made = drawn.cards(self._session, scene_id, at, [()] * len(clips), merge=drop)
            self._awaited.update(dict.fromkeys(made, drop))
            for clip, shot_id in zip(clips, made, strict=False):
                self._engine.import_take(clip, shot_id, merge=drop)

        def hang(kept: tuple[Reference, ...]) -> None:
            stems = dict(zip((path.stem for path in pictures), kept, strict=True))
            drawn.cards(self._session, scene_id, at, drawn.panelled(stems), merge=drop)

        if pictures:
            keep_files(self, self._session, pictures, hang)

    def _lay_under(self, shot_id: str, sounds: Sequence[Path]) -> None:
        session = self._session
        cut = next((cut for cut in session.film.cuts if cut.id == session.cut_id), None)
        start = start_of(cut, shot_id) if cut is not None else None
        self._lay(sounds, session.playhead.frame if start is None else start, shot_id)
        if start is not None:
            slate = session.film.shot(shot_id).slate
            session.say(note(tr("{name} will lie under shot {slate}.", name=sounds[0].name, slate=slate)))

    def _measure(self, shot_id: str, take_id: str) -> None:
        """The clip of a new card is here: the shot lasts as long."""
        drop = self._awaited.pop(shot_id, "")
        if not drop:
            return
        film = self._session.film
        take = next((take for take in shot_of(film, shot_id).takes if take.id == take_id), None)
        if take is not None:
            frames = max(1, round(take.frames / take.rate * film.rate))
            shots.set_duration(self._session, [shot_id], frames, merge=drop)


def _of(endings: tuple[str, ...], paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if path.suffix.lower() in endings]
