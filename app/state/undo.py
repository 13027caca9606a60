"""One undo step: the film before and the film after. Both share every part that did not change, so a step costs little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from engine.film.document import Film


@dataclass(frozen=True, slots=True)
class Moment:
    """A film and when it came into being (see `arrivals`)."""

    film: Film
    at: int


class FilmStep(QUndoCommand):
    """`show` puts a film of some moment on the screen. Steps with the same `merge` (and not none) become one; `also` hears of
    undo (False) and redo (True), for what lies beside the film."""

    def __init__(
        self,
        text: str,
        before: Moment,
        after: Moment,
        show: Callable[[Moment], None],
        merge: str = "",
        also: Callable[[bool], object] | None = None,
    ) -> None:
        super().__init__(text)
        self.before, self.after = before, after
        self._show = show
        self._merge = merge
        self._also = also
        self._done = True  # the edit itself has been shown when the step is pushed

    def redo(self) -> None:
        """Called by the stack when the step is pushed, too."""
        if self._done:
            self._done = False
            return
        self._show(self.after)
        if self._also is not None:
            self._also(True)

    def undo(self) -> None:
        """Back to the film before."""
        self._show(self.before)
        if self._also is not None:
            self._also(False)

    def id(self) -> int:
        """Qt merges only steps of one kind; -1 never."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next step in, when it goes on with the same thing; one that ends as it began is none, and Qt drops it."""
        if not isinstance(other, FilmStep) or other._merge != self._merge:
            return False
        self.after = other.after
        self.setObsolete(self.after.film == self.before.film)
        return True
