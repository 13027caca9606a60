"""Names written in the other tongue: "李伟 walks into the tea house", Tom 走进茶馆.

Either reader knows only its own letters, and many a Chinese film-maker writes half a shot in English; without this such a shot is an empty set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.film.document import Language
from engine.script.lexicon import lexicon, wordset
from engine.script.lines import HAN
from engine.script.names_zh import goes_on
from engine.script.nouns import nouns_in

_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_LATIN_NAME = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){0,2}")
_OPENS = re.compile(r"(?:^|[，。！？；：、\s])$")
_AND_HIS_LIKE = re.compile(r"\s*(?:[和与跟、]|也|都|正|又)")
_NO_NAMES = wordset(
    "ok tv pov cu ecu mcu ms ws ls els ots vo os ai vr ar led dna ktv atm usb gps wifi int ext day night cut fade cg pc app logo dj mv suv bgm sos vip"
)
_ACTS_EN = re.compile(r"(?:['’]s\b)?,?\s+(?:(?:and|slowly|then|quickly|quietly|suddenly)\s+)*([a-z]+)")


def names_of_the_other_tongue(texts: Iterable[str], language: Language) -> tuple[str, ...]:
    """Those who do something under such a name, in the order in which they come up."""
    read = _latin if language == "zh" else _chinese
    return tuple(dict.fromkeys(name for text in texts for name in read(text)))


def _chinese(text: str) -> Iterator[str]:
    """Chinese signs in an English line that do something there, and are no word for a thing."""
    words = lexicon("zh")
    for found in _HAN_NAME.finditer(text):
        act = _ACTS_EN.match(text, found.end())
        thing = words.category(found.group()) not in {None, "person"}
        if act is not None and not thing and (act[1] == "and" or lexicon("en").verb(act[1])):
            yield found.group()


def _latin(text: str) -> Iterator[str]:
    """A capitalised name in a Chinese line that does something there."""
    for found in _LATIN_NAME.finditer(text):
        after = text[found.end() :].lstrip()
        opens = _OPENS.search(text[: found.start()]) is not None and _HAN_NAME.match(after) is not None
        thing = any(noun.start == 0 for noun in nouns_in(after[:6], "zh")) or after.startswith("的")
        acts = goes_on(after) or _AND_HIS_LIKE.match(after) is not None or opens
        if found.group().casefold() not in _NO_NAMES and acts and not thing:
            yield found.group()
