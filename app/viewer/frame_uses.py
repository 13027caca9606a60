"""What the frame in the viewer can be used for: a shot's first or last frame, a panel, a reference of somebody or something.

The frame is the one that is seen, from the cut or from any take; the shots are the one in hand and its neighbours, because an
ending is most often wanted as the next shot's beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.actions import Actions
from app.commands import cast, shots
from app.errands import send
from app.grabs import Grabs
from app.keeping import hang_pictures, keep_files
from app.problems import note, problem_of
from app.state.session import Session
from app.theme.frames import tool
from app.viewer.programme import Showing
from app.words import tr, word
from engine.film.cast import Reference, Subject
from engine.film.shots import Shot

Which = Literal["first", "last"]
Entry = tuple[str, Callable[[], object]]


class FrameUses(QObject):
    """Commands and menu of a viewer. `seen` says what it shows now; `where` is the widget in which the keys work."""

    def __init__(
        self, session: Session, actions: Actions, where: QWidget, seen: Callable[[], Showing], grabs: Grabs
    ) -> None:
        super().__init__(where)
        self._session, self._actions, self._where, self._seen, self._grabs = session, actions, where, seen, grabs
        add = partial(actions.add, room=word("Viewer"), where=where)
        add("viewer.as_first", word("This frame begins the shot in hand"), lambda: self.use("first"), keys=("Ctrl+[",))
        add("viewer.as_last", word("This frame ends the shot in hand"), lambda: self.use("last"), keys=("Ctrl+]",))

    def button(self) -> QToolButton:
        """Opens the menu."""
        made = tool("camera", "Use this frame")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self.fill(menu))
        made.setMenu(menu)
        return made

    def pop_up(self, place: QPoint) -> None:
        """The same menu under the pointer (`place` on the screen)."""
        menu = QMenu(self._where)
        self.fill(menu)
        menu.exec(place)
        menu.deleteLater()

    def fill(self, menu: QMenu) -> None:
        """What the frame could be now."""
        menu.clear()
        if self._session.shot is None:
            menu.addAction(tr("Choose a shot first")).setEnabled(False)
            return
        menu.addAction(self._actions["viewer.as_first"])
        menu.addAction(self._actions["viewer.as_last"])
        for words, act in self._elsewhere():
            menu.addAction(words).triggered.connect(act)
        menu.addSeparator()
        references = menu.addMenu(tr("Reference of"))
        for words, act in self._references():
            references.addAction(words).triggered.connect(act)
        references.setEnabled(not references.isEmpty())

    def use(self, which: Which, shot_id: str = "") -> None:
        """The frame becomes the first or last frame of that shot ("": the one in hand), as one step."""
        wanted = shot_id or self._session.shot_id
        if wanted:
            self._grabs.grab_seen(self._seen(), partial(self._put, which, wanted))

    def use_as_panel(self, shot_id: str) -> None:
        """The frame becomes a panel of the shot."""
        self._grabs.grab_seen(self._seen(), lambda path: hang_pictures(self._where, self._session, shot_id, [path]))

    def use_as_reference(self, entry_id: str, look: str) -> None:
        """The frame becomes a reference of a subject in that look, of a prop or of a place."""
        self._grabs.grab_seen(self._seen(), partial(self._refer, entry_id, look))

    # --- inside

    def _elsewhere(self) -> Iterator[Entry]:
        shot = self._session.shot
        if shot is None:
            return
        row = list(self._session.film.played.shots)
        at = next((n for n, each in enumerate(row) if each.id == shot.id), -1)
        if 0 <= at < len(row) - 1:
            after = row[at + 1]
            yield tr("It begins shot {slate}", slate=after.slate), lambda: self.use("first", after.id)
        if at > 0:
            before = row[at - 1]
            yield tr("It ends shot {slate}", slate=before.slate), lambda: self.use("last", before.id)
        yield tr("A panel of shot {slate}", slate=shot.slate), lambda: self.use_as_panel(shot.id)

    def _references(self) -> Iterator[Entry]:
        """Those in the shot first."""
        film, shot = self._session.film, self._session.shot
        if shot is None:
            return
        worn = {each.subject: each.look for each in shot.cast}
        entries = sorted((*film.cast, *film.props, *film.places), key=lambda each: not self._is_in(shot, each.id))
        for each in entries:
            look = (worn.get(each.id) or each.looks[0].name) if isinstance(each, Subject) else ""
            yield each.name, partial(self.use_as_reference, each.id, look)

    def _is_in(self, shot: Shot, entry_id: str) -> bool:
        scene = next((scene for scene in self._session.film.scenes if shot in scene.shots), None)
        place = scene.place if scene else None
        return entry_id in (*shot.props, *(each.subject for each in shot.cast), place)

    def _put(self, which: Which, shot_id: str, path: Path) -> None:
        put = shots.set_first_frame if which == "first" else shots.set_last_frame
        told = (
            word("Shot {slate} begins with this frame.")
            if which == "first"
            else word("Shot {slate} ends with this frame.")
        )

        def kept(references: tuple[Reference, ...]) -> None:
            if put(self._session, (shot_id,), references[0]):
                self._session.say(note(tr(told, slate=self._session.film.shot(shot_id).slate)))

        keep_files(self._where, self._session, [path], kept)

    def _refer(self, entry_id: str, look: str, path: Path) -> None:
        session = self._session
        entry = cast.entry_of(session.film, entry_id)
        if entry is None or session.refuses():
            return
        folder, room, name = session.folder, cast.room_of(entry), entry.name

        def kept(reference: Reference) -> None:
            if cast.put_references(session, entry_id, look, tr("Add references"), lambda had: (*had, reference)):
                session.say(note(tr("{name} has this frame as a reference.", name=name)))

        send(self, lambda: cast.kept_picture(folder, room, path, name), kept, lambda e: session.say(problem_of(e)))
