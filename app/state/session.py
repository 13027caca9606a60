"""The film that is open: every edit, undo, selection and save passes through here. GUI thread only.

The film is one immutable value, so an edit is `Film -> Film`, an undo step is two films, and whoever listens to
`film_changed` sees with `is` which parts are the same as before.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QUndoStack

from app.problems import Problem, note, problem_of, refusal_of
from app.state.arrivals import Arrivals
from app.state.opening import Held, Opened, ReadOnly
from app.state.playhead import Playhead
from app.state.save_state import NotSaved, Saved, SaveState, Saving, Unsaved
from app.state.saving import Saver
from app.state.undo import FilmStep, Moment
from app.words import tr
from engine.errors import StoryreelError
from engine.film import store
from engine.film.autosave import Autosave, Recovery
from engine.film.differing import differing
from engine.film.document import Film
from engine.film.gone import without_media
from engine.film.rate import Rate
from engine.film.retiming import counted
from engine.film.shots import Shot
from engine.film.supply import shots_by_id
from engine.film.transitions import first_clear

AUTOSAVE_AFTER = 1.0
AUTOSAVE_LATEST = 3.5
"""Seconds after the last edit, and after the first: with the writing itself at most five seconds of typing are lost."""

SAVE_AFTER = 4_000
"""Milliseconds after the last edit: film.json itself follows, for whoever looks at the folder from outside."""


class Session(QObject):
    """One open film. `film_changed` says before and after; unchanged parts are the same objects."""

    film_changed = Signal(object, object)
    selection_changed = Signal(object)
    shot_changed = Signal(str)
    cut_changed = Signal(str)
    save_changed = Signal(object)  # SaveState
    said = Signal(object)  # Problem
    _written = Signal(object, object)
    _autosave_failed = Signal(object)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path = opened.folder
        self.recovery: Recovery | None = opened.recovery
        self.undo = QUndoStack(self)
        self.playhead = Playhead(self)
        self._access = opened.access
        self._film = opened.film
        self._arrivals = Arrivals()
        self._gone: frozenset[str] = frozenset()
        self._selection: tuple[str, ...] = ()
        self._shot_id = next((shot.id for shot in self._film.shots), "")
        self._cut_id = self._film.cuts[0].id if self._film.cuts else ""
        self.playhead.seek(first_clear(self._film.cuts[0]) if self._film.cuts else 0)
        self._save_state: SaveState = Saved()
        self._written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)
        self._autosave_failed.connect(self._on_autosave_failed, Qt.ConnectionType.QueuedConnection)
        self._saver = Saver(self.folder, self._from_saver)
        self._autosave = self._begin_autosave()
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save_soon.timeout.connect(self.save)

    # --- what there is

    @property
    def film(self) -> Film:
        """The film as it is now."""
        return self._film

    @property
    def read_only(self) -> bool:
        """Whether somebody else has the film open."""
        return isinstance(self._access, ReadOnly)

    @property
    def who(self) -> str:
        """Who else has the film open, as a sentence; "" where it is ours."""
        return tr(self._access.who) if isinstance(self._access, ReadOnly) else ""

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected shots, in the order they were selected."""
        return self._selection

    @property
    def shot_id(self) -> str:
        """The shot in hand; "" when there is none."""
        return self._shot_id

    @property
    def shot(self) -> Shot | None:
        """The shot in hand."""
        return shots_by_id(self._film).get(self._shot_id)

    @property
    def cut_id(self) -> str:
        """The cut in hand; "" when the film has none."""
        return self._cut_id

    @property
    def save_state(self) -> SaveState:
        """How film.json stands to the film."""
        return self._save_state

    # --- edits

    def edit(
        self,
        text: str,
        change: Callable[[Film], Film],
        *,
        merge: str = "",
        also: Callable[[bool], object] | None = None,
    ) -> bool:
        """Apply a pure edit as one undo step called `text`; returns whether the film changed.

        Steps with the same `merge` that follow each other become one. `also` is called at undo (False) and redo (True). What
        the engine refuses is said as a Problem.
        """
        if self.refuses():
            return False
        before = self._film
        try:
            after = change(before)
        except StoryreelError as error:
            self.say(refusal_of(error))
            return False
        if after is before or after == before:
            return False
        was = Moment(before, self._arrivals.moment)
        step = FilmStep(text, was, Moment(after, self._arrivals.tick()), self._show, merge, also)
        self._set(after)
        self.undo.push(step)
        return True

    def refuses(self) -> bool:
        """Whether the film is somebody else's now, which is said: nothing of it may be edited, and no file be put into its folder."""
        if self.read_only:
            self.say(Problem(self.who, tr("It can be looked at here, not edited.")))
        return self.read_only

    def adopt(self, film: Film, before: Film | None = None) -> None:
        """Take in the takes that `film` has and `before` (None: the film as it is) had not. No undo step, and no undo
        takes them away."""
        after = self._arrivals.take_in(self._film, before or self._film, film)
        if after is not self._film:
            self._set(after)

    def bury(self, media: Collection[str]) -> None:
        """These media (paths inside the folder) are deleted for good: no undo brings their takes back."""
        self._gone = self._gone | frozenset(media)

    def recover(self) -> None:
        """Go on from what a crash left behind; one undo goes back to what was saved."""
        recovery, self.recovery = self.recovery, None
        if recovery is not None:
            self.edit(tr("Recover"), lambda film: recovery.film)

    # --- selection

    def select(self, shots: Sequence[str], *, hand: str | None = None) -> None:
        """Select these shots; `hand` (None: the last of them) comes to hand."""
        self._choose(tuple(dict.fromkeys(shots)))
        wanted = hand if hand is not None else (shots[-1] if shots else "")
        self._grasp(wanted)

    def take_in_hand(self, shot_id: str) -> None:
        """Inspector, takes, sketch pad and viewer follow this shot; it is selected alone unless it is already."""
        if shot_id and shot_id not in self._selection:
            self._choose((shot_id,))
        self._grasp(shot_id)

    def choose_cut(self, cut_id: str) -> None:
        """Work on this cut."""
        if cut_id != self._cut_id:
            self._cut_id = cut_id
            self.cut_changed.emit(cut_id)

    def say(self, problem: Problem) -> None:
        """Have a problem shown in the bar."""
        self.said.emit(problem)

    # --- the disk

    def save(self) -> None:
        """Write film.json in its own thread; `save_changed` tells how it went."""
        if self.read_only or isinstance(self._save_state, Saved):
            return
        self._stand(Saving())
        self._saver.save(self._film)

    def save_now(self) -> bool:
        """Save what is unsaved before returning. False, with a Problem said, where the disk refuses."""
        self._save_soon.stop()
        self._saver.wait()
        if not self.read_only and not isinstance(self._save_state, Saved):
            try:
                store.save(self._film, self.folder)
            except StoryreelError as error:
                self._stand(NotSaved(error))
                self.say(problem_of(error, label=tr("Try again"), act=self.save))
                return False
            self._stand(Saved())
        return True

    def close(self) -> bool:
        """Save what is unsaved and let go of the film. False where the disk refuses: it is still open."""
        if not self.save_now():
            return False
        self.let_go()
        return True

    def let_go(self) -> None:
        """End autosaving and release the lock without saving film.json; what is pending goes into an autosave."""
        self._save_soon.stop()
        self._saver.wait()
        if self._autosave is not None:
            if isinstance(self._save_state, Saved):
                self._autosave.saved()
            self._autosave.close()
            self._autosave = None
        if isinstance(self._access, Held):
            self._access.lock.release()

    # --- inside

    def _begin_autosave(self) -> Autosave | None:
        if self.read_only:
            return None
        return Autosave(self.folder, self._from_autosave, delay=AUTOSAVE_AFTER, longest=AUTOSAVE_LATEST)

    def _from_saver(self, film: Film, error: StoryreelError | None) -> None:
        """In the saver's thread; the session may be gone by then."""
        with contextlib.suppress(RuntimeError):
            self._written.emit(film, error)

    def _from_autosave(self, error: StoryreelError) -> None:
        """In the autosave's thread."""
        with contextlib.suppress(RuntimeError):
            self._autosave_failed.emit(error)

    def _show(self, moment: Moment) -> None:
        """Undo and redo. What was deleted for good stays so, and that is said."""
        film = self._arrivals.catch_up(moment.film, moment.at)
        whole = without_media(film, self._gone)
        self._set(whole)
        if whole is not film:
            self.say(note(tr("Takes that were deleted for good do not come back.")))

    def _set(self, film: Film) -> None:
        before, self._film = self._film, film
        if self._autosave is not None:
            self._autosave.edited(film)
            self._save_soon.start()
            self._stand(Unsaved())
        self._keep_hold(before)
        looked_at = self.playhead.frame, (self.playhead.in_mark, self.playhead.out_mark)
        self.film_changed.emit(before, film)
        if film.rate != before.rate:
            self._look_there_again(*looked_at, before.rate)

    def _look_there_again(self, frame: int, marks: tuple[int | None, int | None], rate: Rate) -> None:
        """Frames are counted otherwise now: the playhead and the marks stay at their moments."""
        self.playhead.seek(counted(frame, rate, self._film.rate))
        self.playhead.mark(*(None if mark is None else counted(mark, rate, self._film.rate) for mark in marks))

    def _keep_hold(self, before: Film) -> None:
        """What was selected may be gone: its neighbour comes to hand."""
        if before.scenes is not self._film.scenes:
            gone = {shot for shot, (_, now) in differing(before, self._film).items() if now is None}
            if not gone.isdisjoint(self._selection):
                self._choose(tuple(shot for shot in self._selection if shot not in gone))
            if self._shot_id in gone or not self._shot_id:
                self._grasp(_neighbour(before, self._film, self._shot_id))
        if all(cut.id != self._cut_id for cut in self._film.cuts):
            self.choose_cut(self._film.cuts[0].id if self._film.cuts else "")

    def _choose(self, shots: tuple[str, ...]) -> None:
        if shots != self._selection:
            self._selection = shots
            self.selection_changed.emit(shots)

    def _grasp(self, shot_id: str) -> None:
        if shot_id != self._shot_id:
            self._shot_id = shot_id
            self.shot_changed.emit(shot_id)

    def _stand(self, state: SaveState) -> None:
        if state != self._save_state:
            self._save_state = state
            self.save_changed.emit(state)

    def _on_written(self, film: Film, error: StoryreelError | None) -> None:
        if error is not None:
            self._stand(NotSaved(error))
            self.say(problem_of(error, label=tr("Try again"), act=self.save))
            return
        if film is self._film:
            if self._autosave is not None:
                self._autosave.saved()
            self._stand(Saved())

    def _on_autosave_failed(self, error: StoryreelError) -> None:
        self.say(problem_of(error, label=tr("Try again"), act=self.save))


def _neighbour(before: Film, after: Film, shot_id: str) -> str:
    """The shot that stands where `shot_id` stood."""
    order = [shot.id for shot in before.shots]
    there = [shot.id for shot in after.shots]
    if shot_id not in order:
        return there[0] if there else ""
    known = set(there)
    at = order.index(shot_id)
    near = (*order[at + 1 :], *reversed(order[:at]))
    return next((each for each in near if each in known), there[0] if there else "")
