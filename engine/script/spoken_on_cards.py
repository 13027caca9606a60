"""What is said on a card: a cue with its words below it, or words in quotation marks, as the script's readers find them.

A cue leaves the action and becomes a line; a quotation stays where it is written, as in prose, and is a line as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from engine.script.reading import read_passage
from engine.script.screenplay import Element, Screenplay

_CUE_BEHIND = re.compile(r"(?<=[.!?…]) +(?=\w+(?: \w+){0,2}: ?[\"“])")
"""Where a speaker with a quotation follows what happens: it is read as if it stood on a line of its own."""

_SPEECH = {"character", "parenthetical", "dialogue", "lyrics"}


@dataclass(frozen=True, slots=True)
class Speeches:
    """What a card says: `action` without its cues, and each speech as cue, manner and words. `text` is what is spoken."""

    action: str
    said: tuple[tuple[Element, ...], ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each speech."""
        return tuple(speech[-1].text for speech in self.said)


@lru_cache(maxsize=256)
def spoken_on(words: str) -> Speeches:
    """The speeches of a card, and what is left for the action."""
    if not words.strip():
        return Speeches(words)
    read = read_passage(_CUE_BEHIND.sub("\n", words))
    said = tuple(_speeches(read.elements))
    lines = {element.line for element in read.elements if element.kind not in _SPEECH}
    quoted = all(speech[0].line in lines for speech in said)
    if quoted or read.title_page:
        return Speeches(words, said)
    return Speeches(_left(read), said)


def _left(read: Screenplay) -> str:
    return "\n".join(element.text for element in read.elements if element.kind not in _SPEECH and element.text)


def _speeches(elements: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    """A cue with each thing said under it: one speech a paragraph."""
    said: list[tuple[Element, ...]] = []
    cue: tuple[Element, ...] = ()
    manner: tuple[Element, ...] = ()
    for element in elements:
        if element.kind == "character":
            cue, manner = (element,), ()
        elif element.kind == "parenthetical":
            manner = (element,)
        elif element.kind in _SPEECH:
            said.append((*cue, *manner, element))
            manner = ()
        else:
            cue, manner = (), ()
    return said
