"""Where prose plays that names no place: in what was spoken of last ("Inside, ..."), or where such things are found.

Trees stand in a forest and a sofa in a room; a shot that says nothing at all would otherwise play in a street, lions and all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.film.document import Language
from engine.script.fixtures import fixtures_told, place_of_fixtures

Where = tuple[str, bool | None]

_INSIDE = re.compile(r"^\W*(?:inside|indoors)\b(?:\s+(?:it|there))?\s*[,.:;—–-]", re.I)
_ENTERED = re.compile(
    r"\b(house|cottage|hut|cabin|castle|palace|church|temple|barn|school|hospital|hotel|inn|tavern|shop|tent|igloo|tower|lighthouse|museum|theat(?:er|re)"
    r"|ship|submarine|spaceship|rocket|bus|train|car|van|truck|plane|cave|factory|library|restaurant|caf[eé]|station)\b",
    re.I,
)
_OUTSIDE = re.compile(r"^\W*(?:outside|outdoors)\b\s*[,.:;—–-]", re.I)
_BUILT = re.compile(
    r"\b(?:station|base|hotel|motel|castle|palace|house|cottage|cabin|hut|lighthouse|farm|inn|tavern|school|hospital|spaceship|submarine)$",
    re.I,
)
_DOMESTIC = re.compile(
    r"\b(?:coffee|tea|cup|mug|kettle|stove|oven|plates?|desk|bed|sofa|couch|armchair|fireplace|bookshelf|computer|monitor|keyboard|console|curtains?|pillow)\b",
    re.I,
)
"""What stands in rooms and is seldom carried out of them."""
_INDOORS = re.compile(
    r"\b(?:(?:climb|go|walk|run|com)\w*\s+(?:up|down)?\s*the\s+(?:\w+\s+)?stairs|window ?sill|out of the window|opens?(?:ed)? the (?:\w+ )?window)\b",
    re.I,
)
_ROLLING = re.compile(r"\b(?:ship|submarine|spaceship|rocket|bus|train|car|van|truck|plane)$", re.I)
_HINTS: tuple[tuple[Where, re.Pattern[str]], ...] = (
    (("forest", False), re.compile(r"\b(?:trees?|branch(?:es)?|bush(?:es)?|leaves|burrow|nest|mushrooms?|acorns?|oak|pine|fern)\b", re.I)),
    (("sea", False), re.compile(r"\b(?:waves?|whales?|sharks?|dolphins?|octopus|lighthouse|sails?|seagulls?|tide|coral|submarine)\b", re.I)),
    (("mountains", False), re.compile(r"\b(?:rocks?|cliffs?|eagle|boulders?|goats?|snowdrifts?|sheep|shepherd)\b", re.I)),
    (("room", True), re.compile(r"\b(?:bed|sofa|couch|armchair|fireplace|bookshel(?:f|ves)|wardrobe|curtains?|desk|ceiling|piano|bathtub)\b", re.I)),
)  # fmt: skip
_WILD = re.compile(
    r"\b(?:lions?|tigers?|monkeys?|elephants?|fox(?:es)?|wol(?:f|ves)|bears?|deer|hares?|rabbits?|hedgehogs?|squirrels?|owls?|crows?|tortoises?)\b",
    re.I,
)


def place_inside(texts: Sequence[str], story: Sequence[str]) -> Where | None:
    """ "Inside, ...": inside the house or ship that the story spoke of last; None where the shot does not begin so."""
    if not texts or _INSIDE.match(texts[0]) is None:
        return None
    found = [match.group().casefold() for text in story for match in _ENTERED.finditer(text)]
    return (found[-1], True) if found else None


def place_within(texts: Sequence[str], here: Where | None, story: Sequence[str]) -> Where | None:
    """Inside the building that we saw from outside, where people pour coffee; outside again where a shot begins so.

    Stairs and window sills need no building that we are at: they are in the last one the `story` spoke of.
    """
    if here is None or not texts:
        return None
    if _BUILT.search(here[0]) is None:
        found = [match.group().casefold() for text in (*story[-3:], *texts) for match in _ENTERED.finditer(text)]
        return (found[-1], True) if found and not here[1] and any(_INDOORS.search(text) for text in texts) else None
    if here[1] and _OUTSIDE.match(texts[0]):
        return here[0], False
    return (here[0], True) if here[1] is False and any(_DOMESTIC.search(text) for text in texts) else None


def place_outside(
    texts: Sequence[str], here: Where | None, outdoors: Where | None, *, view: bool = False
) -> Where | None:
    """What is seen (`view`) from the window of a ship, and where a ship is seen whole by those who were in it ("the whale swallows the submarine"): outside, where it was."""
    if here is None or not here[1] or outdoors is None or _ROLLING.search(here[0]) is None:
        return None
    seen = re.compile(
        rf"(?<!in )(?<!inside )(?<!into )(?<!aboard )(?<!of )(?<!through )\b(?:the|a)\s+(?:[a-z-]+\s)?{re.escape(here[0])}\b(?!['’])",
        re.I,
    )
    return outdoors if view or any(seen.search(text) for text in texts) else None


def hinted(texts: Sequence[str], language: Language) -> Where | None:
    """The place that the things of a scene suggest which names none; None where they suggest nothing."""
    told = " ".join(texts)
    if language == "zh":
        return place_of_fixtures(told, language)
    counts = [(len(pattern.findall(told)), -rank, where) for rank, (where, pattern) in enumerate(_HINTS)]
    told_of = fixtures_told(told, language)
    counts += [(_TELLS * count, 1 / (1 + at), where) for where, count, at in told_of]  # of as many, the first told
    most = max(counts, key=lambda one: one[:2])
    if most[0]:
        return most[2]
    return ("forest", False) if _WILD.search(told) else None


_TELLS = 2
"""What stands in only one kind of place counts for more than what is found there most."""
