"""What somebody is, told right behind an English name: "Mara the old keeper sits down", "Tom, the baker, opens the shop".

With "an" the reader of descriptions finds it; with "the" it looks like one more person, and a film with two of one spoils every shot.
"""

from __future__ import annotations

import re

from engine.script.nouns import nouns_in

_THE = r"the\s+(?P<words>(?:[a-z-]+\s+){0,2}[a-z-]+)"
_AT_ONCE = re.compile(rf"\s+{_THE}")
_BETWEEN = re.compile(rf",\s+{_THE}\s*,(?!\s*(?:and|or|the|an?|his|her)\b)")


def told_by_trade(text: str, end: int) -> tuple[int, str] | None:
    """(where it ends, the words without "the") behind a name that ends at `end`; None where no person is told."""
    found = _AT_ONCE.match(text, end) or _BETWEEN.match(text, end)
    if found is None:
        return None
    people = nouns_in(found["words"], "en")
    person = people[0] if people else None
    if person is None or person.kind != "person" or person.crowd or person.count > 1 or person.from_ > 0:
        return None
    stop = found.end("words") if person.end == len(found["words"]) else found.start("words") + person.end
    comma = found.end() if text[end] == "," else stop
    return comma, found["words"][: person.end]
