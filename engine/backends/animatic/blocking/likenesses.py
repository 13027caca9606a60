"""Photographs and portraits get the people who are in them, and those people are not on the stage for that.

Who is in them comes with the order; here they are cut once more, small and flat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.things import Thing
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.likeness import Likeness
from engine.plan.orders import PropOrder, ShotOrder, SubjectOrder

_FRAMED = re.compile(r"frame|portrait|wall|mantel|画像|肖像|相框|遗照|墙", re.I)

_PRINT = 0.21
"""Metres: how high a print is that somebody holds."""


def with_likenesses(things: Sequence[Thing], order: ShotOrder) -> list[Thing]:
    """The things; those that show people show these."""
    shown = {prop.name: prop for prop in order.props if prop.shows}
    return [_pictured(thing, shown[thing.name], order) if thing.name in shown else thing for thing in things]


def _pictured(thing: Thing, prop: PropOrder, order: ShotOrder) -> Thing:
    sitters = [puppet_for(s.name, s.description, s.look, s.look_seed, s.palette, s.aliases) for s in prop.shows]
    framed = any(_FRAMED.search(text) for text in (prop.name, *prop.aliases, order.action))
    tall = thing.puppet.height if framed else min(thing.puppet.height, _PRINT)
    return replace(thing, puppet=Likeness(sitters, tall, framed=framed))


def only_pictured(order: ShotOrder, people: Sequence[SubjectOrder]) -> tuple[SubjectOrder, ...]:
    """Those of the cast whom the action names as being in a picture and nowhere else."""
    inside = {sitter.name for prop in order.props for sitter in prop.shows}
    return tuple(subject for subject in people if subject.name in inside and _is_only_there(subject, order))


def _is_only_there(subject: SubjectOrder, order: ShotOrder) -> bool:
    names = "|".join(re.escape(name) for name in sorted((subject.name, *subject.aliases), key=len, reverse=True))
    pictures = "|".join(re.escape(name) for p in order.props if p.shows for name in (p.name, *p.aliases))
    of_them = re.compile(
        rf"(?:{pictures})s? (?:of|showing|that shows|shows) [^.;!?\n]*?(?:{names})(?:, an? [^,.;!?\n]*)?"
        rf"|(?:{names})[^，。！？]{{0,8}}的(?:{pictures})",
        re.I,
    )
    rest = of_them.sub(" ", order.action)
    return rest != order.action and re.search(rf"(?<![a-z])(?:{names})(?![a-z])", rest, re.I) is None
