"""A row of the list of places: the words for it and the sets that stand for it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.backends.animatic.stage import INDOORS, SetKind


@dataclass(frozen=True, slots=True)
class Named:
    """`words`, parted by commas, name a place for which the sets `kinds` stand, the usual one first.

    A `part` of a building says more than the building ("the hospital's kitchen" is a kitchen). What may be played `either`
    way needs no INT or EXT; `inside_only` is a thing that passes by outdoors and a set only to whoever is in it.
    """

    words: str
    kinds: tuple[SetKind, ...]
    part: bool = False
    either: bool = False
    inside_only: bool = False

    def chosen(self, interior: bool | None) -> SetKind | None:
        """The set for an interior (True), an exterior (False) or a place that may be either; None: it has none of that."""
        if interior is None and self.inside_only:
            return None
        if interior is None or (self.either and not (interior is False and self.kinds[1:])):
            return self.kinds[0]
        return next((kind for kind in self.kinds if (kind in INDOORS) == interior), None)
