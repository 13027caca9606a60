"""Again until it looks like the cast: the shot in hand is drawn with other seeds until a take is alike, at most so many times.

Every take is kept and none is circled: the score proposes, a person chooses. What waits for a take knows how many are left and which
seed it waits for, so a take that somebody asks for in between is not mistaken for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.actions import Actions
from app.commands import takes
from app.problems import Problem, note
from app.state.engines import SAME_ALWAYS
from app.state.likeness import Likenesses
from app.state.session import Session
from app.words import tr, word
from engine.film.shots import Shot
from engine.likeness.roll_call import ALIKE, TRIED

_trials = count()


@dataclass(frozen=True, slots=True)
class Resting:
    """Nothing is tried."""


@dataclass(frozen=True, slots=True)
class Trying:
    """The take of that seed is awaited; so many more may be tried after it. All seeds of one trial are one undo step."""

    shot: str
    seed: int
    left: int
    trial: str


class UntilLike(QObject):
    """The command, and what it is doing. `render` puts shots in the queue."""

    def __init__(
        self, session: Session, likenesses: Likenesses, render: Callable[[tuple[str, ...]], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._likenesses, self._render = session, likenesses, render
        self.state: Resting | Trying = Resting()
        likenesses.measured.connect(self._look)

    def add_to(self, actions: Actions, where: QWidget) -> None:
        """The command of the takes strip."""
        actions.add(
            "takes.until_like",
            word("Again until it looks like the cast"),
            self.begin,
            room=word("Takes"),
            where=where,
            keys=("Shift+A",),
            icon="repeat",
            focused=True,
        )

    def begin(self) -> None:
        """Try seeds for the shot in hand."""
        shot = self._session.shot
        if shot is None:
            return
        if refusal := self._refusal(shot):
            self._session.say(refusal)
        elif not self._is_alike(shot):
            self._again(shot, TRIED, f"until it looks like the cast {next(_trials)}")

    def give_up(self, shots: Collection[str]) -> None:
        """Nothing comes for these shots: it failed, or a person took it off."""
        if isinstance(self.state, Trying) and self.state.shot in shots:
            self._stop()

    def _stop(self) -> None:
        """What was begun is not followed up."""
        self.state = Resting()

    def _refusal(self, shot: Shot) -> Problem | None:
        if not shot.cast:
            return note(tr("Nobody is cast in this shot, so there is nobody to look alike."))
        if (shot.engine or self._session.film.engine) in SAME_ALWAYS:
            return note(tr("The animatic engine draws the same with every seed; choose another engine for the shot."))
        return None

    def _again(self, shot: Shot, left: int, trial: str) -> None:
        if not takes.another_seed(self._session, shot.id, merge=trial):
            self._stop()
            return
        self.state = Trying(shot.id, self._session.film.shot(shot.id).seed or 0, left - 1, trial)
        self._render((shot.id,))

    def _look(self) -> None:
        """After something was measured: the awaited take may be among it."""
        if not isinstance(self.state, Trying):
            return
        trying, shot = self.state, next((s for s in self._session.film.shots if s.id == self.state.shot), None)
        if shot is None or shot.seed != trying.seed:
            self._stop()  # the shot is gone, or a person wants another seed, or the one before
            return
        come = next((take for take in shot.takes if take.recipe.seed == trying.seed), None)
        if come is None or come.id not in self._likenesses.scores(shot)[1]:
            return
        self._stop()
        if self._is_alike(shot):
            return
        if trying.left > 0:
            self._again(shot, trying.left, trying.trial)
        else:
            self._tell(shot, word("No take of shot {slate} is alike yet; take {n} comes nearest, at {score}."))

    def _is_alike(self, shot: Shot) -> bool:
        """Whether a take reaches the line; then it is told which."""
        best = max(self._likenesses.scores(shot)[0].values(), default=0.0)
        if best >= ALIKE:
            self._tell(shot, word("Shot {slate}: take {n} looks like the cast, at {score}."))
        return best >= ALIKE

    def _tell(self, shot: Shot, text: str) -> None:
        scores = self._likenesses.scores(shot)[0]
        best = max(scores, key=lambda take: scores[take], default="")
        number = next((at for at, take in enumerate(shot.takes, 1) if take.id == best), len(shot.takes))
        self._session.say(note(tr(text, slate=shot.slate, n=number, score=f"{scores.get(best, 0.0):.0%}")))
