"""What the set is built with, so that the prop department does not bring it a second time: a street has doors.

A door that is told of for its own sake, a golden or a huge one, is a prop all the same, and so is one that a shot shows alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.backends.animatic.blocking.things import Thing
from engine.backends.animatic.stage import SetOrder
from engine.plan.orders import ShotOrder

_DOOR = re.compile(
    r"(?:(?:front|back|street|house|cottage|shop|his|her|their) )*(?:door|doors|doorway)|家?[大房院]?门|店门|房门|木门",
    re.I,
)
_DOORED = frozenset({"street", "alley", "village", "building", "courtyard", "market", "palace", "temple"})
_IN_A_BED = re.compile(r"\bbed\b|床", re.I)


def without_built_in(things: Sequence[Thing], order: ShotOrder, place: SetOrder, *, peopled: bool) -> list[Thing]:
    """The things less a plain door where the houses of the set have theirs, or where it would stand behind a bed."""
    if not peopled or not (place.kind in _DOORED or any(_IN_A_BED.search(thing.name) for thing in things)):
        return list(things)
    told = {prop.name: prop.description for prop in order.props}
    return [thing for thing in things if not (_DOOR.fullmatch(thing.name.strip()) and not told.get(thing.name))]
