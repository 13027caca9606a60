"""A fox innkeeper is one fox, 机器人警察 one robot, and a lion tamer no lion.

Fables give beasts a trade by setting two nouns side by side; the same form names people by the animals they work with, and those
are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.script.lexicon import wordset
from engine.script.noun import Noun
from engine.vocabulary import KEEPERS

_MACHINES = wordset("robot android cyborg 机器人 仿生人 木偶 稻草人")


def at_work(text: str, nouns: Iterable[Noun]) -> Iterator[Noun]:
    """The nouns, a beast or robot and the trade right behind it as one of the beast's kind; whoever works with beasts without them."""
    held: Noun | None = None
    for noun in nouns:
        if held is None or not _stands_before(text, held, noun):
            yield from (held,) if held is not None else ()
            held = noun
        elif noun.name in KEEPERS and held.name not in _MACHINES:
            held = _without(noun, held)
        else:
            held = _one(held, noun)
    if held is not None:
        yield held


def _stands_before(text: str, beast: Noun, trade: Noun) -> bool:
    gap = text[beast.end : trade.start]
    lives = beast.kind in {"animal", "bird"} or beast.name in _MACHINES
    return (
        lives and trade.kind == "person" and not trade.crowd and gap == ("" if not text[beast.start].isascii() else " ")
    )


def _without(keeper: Noun, beast: Noun) -> Noun:
    """Who works with it, without the beast."""
    adjectives = tuple(word for word in keeper.adjectives if word != beast.name)
    return replace(
        keeper,
        adjectives=adjectives,
        from_=beast.from_,
        determiner=beast.determiner,
        count=max(beast.count, keeper.count),
    )


def _one(beast: Noun, trade: Noun) -> Noun:
    adjectives = tuple(word for word in trade.adjectives if word != beast.name)
    blank = " " if beast.name.isascii() else ""
    return replace(
        beast, name=f"{beast.name}{blank}{trade.name}", besides=trade.name, start=beast.start, end=trade.end,
        adjectives=(*beast.adjectives, *adjectives), count=max(beast.count, trade.count),
    )  # fmt: skip
