"""What somebody is said to be doing in passing: "a sleeping old man" sleeps, 跪着的和尚 kneels.

Only who does nothing else in the action is read so: "the limping man sits down" sits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.plan.names import Mention
from engine.plan.verbs import DEED_WORDS

_BEFORE_EN = re.compile(
    r"\b(?:an?|the|his|her|their|its|another|two|three|some)\s+(?:\w+ ){0,2}?(\w+ing)(?:,?\s+[\w-]+){0,3}\s+$", re.I
)
_BEFORE_ZH = re.compile(r"([\u3400-\u9fff]{1,6}?)[着了]?的[\u3400-\u9fff]{0,3}$")
_FOLLOWS_EN = re.compile(r"^(?:[ ]\w+)?\s*[,.;!?]|^(?:[ ]\w+)?$|^\s+(?:and|on|in|at|by|under|with|from|to|over|into)\b")
"""No verb of its own follows the noun, of which the name may be only the first word."""


def attributes(text: str, idle: Sequence[Mention]) -> Iterator[str]:
    """A clause of its own for each of those who do nothing else, where such a word stands before them."""
    for start, end in dict.fromkeys((mention.start, mention.end) for mention in idle):
        verb = _verb(text, start, end)
        if verb:
            yield f"{text[start:end]}{verb}"


def _verb(text: str, start: int, end: int) -> str:
    before = text[:start]
    if found := _BEFORE_ZH.search(before):
        endings = (found[1][-size:] for size in range(4, 0, -1))
        return next((word for word in endings if DEED_WORDS.fullmatch(word)), "")
    found = _BEFORE_EN.search(before) if _FOLLOWS_EN.search(text[end:]) else None
    return f" is {found[1]}" if found and DEED_WORDS.fullmatch(found[1]) else ""
