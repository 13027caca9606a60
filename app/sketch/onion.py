"""The onion skin: the panels before and after, seen through the paper, over the cut to the neighbouring shots too."""

from __future__ import annotations

from PySide6.QtCore import QSize

from app.sketch.easel import Ghost, ghost_colours, washed
from app.state.prints import Prints
from engine.film.cast import Reference
from engine.film.document import Film


def neighbours(film: Film, shot_id: str, panel_id: str) -> tuple[Reference | None, Reference | None]:
    """The pictures of the panels before and after, in story order; a panel that is not there yet stands behind its shot's last."""
    before: Reference | None = None
    passed = False
    for shot in (shot for shot in film.shots if not shot.omitted):
        there = any(panel.id == panel_id for panel in shot.panels)
        for panel in shot.panels:
            if passed and panel.picture is not None:
                return before, panel.picture
            passed = passed or panel.id == panel_id
            if not passed and panel.picture is not None:
                before = panel.picture
        passed = passed or (shot.id == shot_id and not there)
    return before, None


class Onion:
    """Ghosts of the neighbours, washed once for each size and strength."""

    def __init__(self, prints: Prints) -> None:
        self._prints = prints
        self._washed: dict[tuple[str, str, int, int], Ghost] = {}

    def ghosts(self, film: Film, shot_id: str, panel_id: str, size: QSize, strength: float) -> tuple[Ghost, ...]:
        """What shows through now; a picture that is still being read shows when the prints say that it is there."""
        found: list[Ghost] = []
        for reference, colour in zip(neighbours(film, shot_id, panel_id), ghost_colours(), strict=True):
            if reference is not None and (ghost := self._ghost(reference, colour, size, strength)) is not None:
                found.append(ghost)
        return tuple(found)

    def _ghost(self, reference: Reference, colour: str, size: QSize, strength: float) -> Ghost | None:
        key = (reference.digest, colour, size.width(), round(strength * 100))
        if key not in self._washed:
            print_ = self._prints.get(reference)
            if print_ is None or print_.isNull():
                return None
            while len(self._washed) >= 6:
                self._washed.pop(next(iter(self._washed)))
            self._washed[key] = Ghost(washed(print_, size, colour), strength)
        return self._washed[key]
