"""What the prop department does not bring: doors that the set is built with, and what is only drawn on a page.

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
_DRAWN = re.compile(
    r"[画印绣刻](?:着|有|满了?)|\b(?:drawing|sketch|picture|painting|engraving|embroidery) of\b|\b(?:is|are) (?:drawn|painted|carved|embroidered|printed)\b",
    re.I,
)
_IN_A_BED = re.compile(r"\bbed\b|床", re.I)


def without_built_in(things: Sequence[Thing], order: ShotOrder, place: SetOrder, *, peopled: bool) -> list[Thing]:
    """The things less a plain door where the houses of the set have theirs, or where it would stand behind a bed; where nobody is
    in the shot, less what is only drawn."""
    if not peopled:
        return without_drawn(things, order)
    if not (place.kind in _DOORED or any(_IN_A_BED.search(thing.name) for thing in things)):
        return list(things)
    told = {prop.name: prop.description for prop in order.props}
    return [thing for thing in things if not (_DOOR.fullmatch(thing.name.strip()) and not told.get(thing.name))]


def without_drawn(things: Sequence[Thing], order: ShotOrder) -> list[Thing]:
    """The things of a shot of things less those that its words only draw: 日记本上画着两个小人，打着一把红伞."""
    drawn = _DRAWN.search(order.action)
    if drawn is None:
        return list(things)
    before, behind = order.action[: drawn.start()].casefold(), order.action[drawn.end() :].casefold()
    kept = [thing for thing in things if thing.name.casefold() in before or thing.name.casefold() not in behind]
    return kept or list(things)
