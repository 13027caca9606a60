"""Where a line about a ship plays that names no place, or only one it passes: on deck, on the water, or at the shore ahead.

A tale at sea says "the schooner" and "the helm" and hardly ever "the sea": who grips a helm is on deck all the same.
"""

from __future__ import annotations

import re

_SHIP = "ship|schooner|galleon|frigate|brig|sloop|clipper|steamer|ferry|liner|trawler|tug|tugboat|vessel|caravel|whaler|junk|yacht"
_BOAT = "boat|rowboat|rowing boat|sailboat|lifeboat|longboat|raft|canoe|dinghy|skiff|kayak|gondola"
_ABOARD = re.compile(
    r"\b(?:mast|mainmast|rigging|helm|tiller|bowsprit|crow['’]s nest|quarterdeck|gangplank)\b"
    r"|\b(?:captain|sailor|helmsman|skipper|pirate|first mate)\b[^.;]*\bwheel\b",
    re.I,
)
_CREW = re.compile(r"\b(?:captain|skipper|helmsman|first mate|cabin boy|crew|pirates?|sailors?|bosun|lookout)\b", re.I)
_AFLOAT = re.compile(
    r"\b(?:deck|quarterdeck|boat|ship|raft|ferry|cabin|harbou?r|port|dock|pier|wharf)\b|[船舟筏舱码港]", re.I
)
_OPEN = re.compile(r"\b(?:sea|ocean)$", re.I)
_FROM_OUTSIDE = re.compile(
    rf"\b(?:past|around|over|above|behind|beneath|toward|towards)\s+(?:the|a)\s+(?:[a-z-]+\s+)?(?:{_SHIP})\b", re.I
)
"""Who glides past the ship is beside it, and so are we."""
_SAILS = re.compile(
    rf"\b(?:{_SHIP}|{_BOAT})s?\b[^.;:]{{0,50}}?\b(?:sail|drift|glide|float|anchor|approach|limp|near|steam|rock|bob|roll|pitch|heel"
    r"|plough|plow|plunge|cut|slice|move|head|beat|row|lurch)(?:s|es|ed|ing)?\b",
    re.I,
)
_IN_THE_WATER = re.compile(r"\b(?:in|into|through|under|over|on)\s+the\s+(?:[a-z]+\s+)?(?:waves|surf)\b", re.I)
_WATER = re.compile(
    r"\b(?:sea|ocean|beach|shore|coast|bay|cove|lagoon|harbou?r|river|lake|pond|canal|stream|swamp|reef|pier|dock|wharf|waterfall)\b",
    re.I,
)


def place_of_sailing(
    text: str, told: str | None, here: tuple[str, bool | None] | None
) -> tuple[str, bool | None] | None:
    """The water that a ship sails on in this line, whatever it passes. `told` is the place that the line names, `here`
    where we are; None where no ship sails, or the line names a water itself."""
    if (here is None or here[1]) and not told and _IN_THE_WATER.search(text):
        return "sea", False
    if _SAILS.search(text) is None or (told and _WATER.search(told)):
        return None
    if shore := _WATER.search(text):
        return shore.group().casefold(), False
    if here is not None and _WATER.search(here[0]):
        return here
    return "sea", False


def place_at_sea(text: str, here: str | None) -> tuple[str, bool | None] | None:
    """Where a line about a ship plays that names no place: on deck where its mast or helm is spoken of (or, at sea, its
    crew), on the open sea where somebody passes the ship; None where it tells neither, or we are there already."""
    if here is None or _AFLOAT.search(here) is None:
        crewed = here is not None and _OPEN.search(here) and _CREW.search(text) and not re.search(_BOAT, text, re.I)
        return ("deck", False) if crewed or _ABOARD.search(text) else None
    return ("open sea", False) if re.search("deck", here, re.I) and _FROM_OUTSIDE.search(text) else None
