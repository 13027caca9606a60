"""Words that are typed on cards, and taken down when the field is left: who and what they name joins the shot in the undo step of the typing.

Nothing is read while somebody types, so that no half-written name is cast; until then it is kept here what the words said before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject

from app.commands.shots import edit_board, set_action
from app.errands import send
from app.problems import note
from app.state.session import Session
from app.words import tr
from engine.film import board
from engine.film.document import Film
from engine.film.shots import Scene, Shot

_MANY_LINES = 3


class Dictation(QObject):
    """One for a session: whichever field is written in, the words are the same shot's."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._was: dict[str, str] = {}  # shot id -> its action when it was last taken down
        self._merge = ""
        send(self, _open_dictionaries, lambda _: None, lambda _: None)

    def write(self, shot_ids: Collection[str], words: str, *, merge: str) -> None:
        """Words as they are being typed; they are in the film, and not read yet."""
        for shot in (each for each in self._session.film.shots if each.id in shot_ids):
            self._was.setdefault(shot.id, shot.action)
        self._merge = merge
        set_action(self._session, shot_ids, words, merge=merge)

    def take_down(self) -> None:
        """The field was left: what was written since is read."""
        was, self._was = self._was, {}
        if not was:  # every step over the board leaves a field
            return
        words = {
            shot.id: shot.action for shot in self._session.film.shots if was.get(shot.id, shot.action) != shot.action
        }
        self._read(was, self._merge)
        for shot_id, action in words.items():
            self._offer_cards(shot_id, action)

    def read_anew(self, shot_ids: Collection[str]) -> None:
        """Whom the words name is cast, whatever was done by hand."""
        self._read(dict.fromkeys(shot_ids, ""), "")

    def _offer_cards(self, shot_id: str, action: str) -> None:
        """Many lines on one card are perhaps as many shots."""
        if action.count("\n") < _MANY_LINES:
            return
        from engine.script.several_on_a_card import laid_out, shots_in

        cards = shots_in(action)
        if len(cards) > 1:

            def make() -> None:
                edit_board(self._session, tr("Make shots of the lines"), lambda film: laid_out(film, shot_id, cards))

            told = tr("These lines read as {n} shots.", n=len(cards))
            self._session.say(note(told, label=tr("Make {n} shots", n=len(cards)), act=make))

    def _read(self, was: Mapping[str, str], merge: str) -> None:
        if was:
            edit_board(self._session, tr("Change action"), lambda film: _taken_down(film, was), merge=merge)


def dictation_of(session: Session) -> Dictation:
    """The session's own."""
    known = session.findChild(Dictation)
    return known if isinstance(known, Dictation) else Dictation(session)


def rename_scene(session: Session, scene_id: str, heading: str) -> None:
    """Another heading; the place, the hour and the weather that it tells are the scene's."""

    def change(film: Film) -> Film:
        was = next((scene.heading for scene in film.scenes if scene.id == scene_id), "")
        return _taken_down(board.edit_scene(film, scene_id, heading=heading), {scene_id: was})

    edit_board(session, tr("Rename scene"), change)


def _taken_down(film: Film, was: Mapping[str, str]) -> Film:
    from engine.script.dictation import taken_down  # the dictionaries behind it are half a second of reading

    return taken_down(film, was)


def _open_dictionaries() -> None:
    """Before the first word is typed: in a thread, so that nobody waits for it at the first Enter."""
    for words in ("Somebody walks in.", "李伟推门进来。"):
        card = Shot(id="card", slate="1A", action=words, duration=1)
        _taken_down(Film(scenes=(Scene(id="scene", number="1", shots=(card,)),)), {"card": ""})
