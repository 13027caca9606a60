"""Says an action in words the stage knows: Oscar wolfs down his soup, so he eats it; 啜泣 is 哭; she snaps to attention, so she salutes.

Our tables of verbs know how each of a few hundred is played; a dictionary knows which of those ten thousand others come down to.
The action is reworded before anything is read in it, so that no reader has to know. What no table has a word for stays as it is,
because a wrong gesture is worse than none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from engine.assets import word_table
from engine.plan.acts import Act
from engine.plan.business import table
from engine.plan.feelings import felt_at, known_verbs
from engine.plan.sayings import form_of, unsaid
from engine.plan.together import is_verb_here
from engine.plan.verbs import ACTS, BASE_FORMS, DEED_WORDS, MOODS
from engine.plan.ways_zh import said_plainly
from engine.vocabulary import broader_verbs, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.plan.names import Mention, Names

_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")
_TO_BARE = re.compile(
    r"\b(?:to|they|we|you|i|can|could|will|would|must|should|may|might|let|lets|both|all|everyone|and|not)\s+(?:\w+ly\s+)?$",
    re.I,
)
_SUBJECT = re.compile(r"\b(?:he|she|it|they|who|\w+ly|then|suddenly|both|all|everyone|everybody)\s+$", re.I)
_SEVERAL = re.compile(r"(?:s|men|children|people|mice|geese)$|\band (?:the |an? |his |her )?\w+$", re.I)
_OBJECT = re.compile(
    r"^\s+(?:the|an?|his|her|their|its|it|him|them|at|down|up|away|off|out|around|across|over|back|along|through)\b",
    re.I,
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def plain(text: str, names: Names, people: Names | None = None) -> str:
    """The action in words that the tables know. `people`: the names without those of things, where the two are told apart."""
    text = unsaid(said_plainly(text, people or names, names) if _HAN.search(text) else text, names)
    mentions = names.mentions(text)
    swaps = [*_english(text, mentions), *(_chinese(text, mentions) if _HAN.search(text) else ())]
    told = felt_at(text, mentions) if swaps else []
    swaps = [swap for swap in swaps if not any(start < swap[1] and swap[0] < end for start, end in told)]
    for start, end, word in sorted(swaps, reverse=True):
        text = text[:start] + word + text[end:]
    return text


@cache
def _not_played() -> frozenset[str]:
    return frozenset(cast("dict[str, list[list[str]]]", word_table("plain.json"))["not_played"][0][0].split())


@cache
def _known() -> frozenset[str]:
    """Every form that some reader of the stage knows already."""
    return frozenset((*ACTS, *table().words, *MOODS, *known_verbs())) | _not_played()


def _bases(form: str) -> Iterator[tuple[str, str]]:
    """(base, kind) of every verb of the dictionary that a written form may be."""
    known = broader_verbs("en")
    endings = (
        ("ies", "y", "s"),
        ("es", "", "s"),
        ("s", "", "s"),
        ("ied", "y", "ed"),
        ("ed", "", "ed"),
        ("ed", "e", "ed"),
        ("ing", "", "ing"),
        ("ing", "e", "ing"),
    )
    for ending, mended, kind in endings:
        stem = form.removesuffix(ending)
        if stem == form:
            continue
        doubled = stem[:-1] if kind in {"ed", "ing"} and len(stem) > 3 and stem[-1] == stem[-2] else ""
        for base in (stem + mended, doubled):
            if base in known:
                yield base, kind
    if form in known:
        yield form, ""


@cache
def _played(base: str) -> str:
    """The nearest broader verb that the stage knows; "" for none."""
    return next(
        (verb for verb in broader_verbs("en").get(base, ()) if verb in BASE_FORMS or verb in table().objects), ""
    )


def _english(text: str, mentions: list[Mention]) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        word = match.group()
        if (
            word in _known()
            or DEED_WORDS.match(text, match.start())
            or any(m.start <= match.start() < m.end for m in mentions)
        ):
            continue
        for base, kind in _bases(word):
            verb = _played(base)
            if verb and not DEED_WORDS.match(text, match.start()) and _stands_as_verb(match, kind, text, mentions):
                yield (
                    match.start(),
                    match.end(),
                    form_of(verb, kind) + (" at" if _looks_at(verb, text[match.end() :]) else ""),
                )
                break


def _looks_at(verb: str, after: str) -> bool:
    return verb == "look" and re.match(r"\s+(?:the|an?|his|her|their|its|it|him|them)\b", after) is not None


def _stands_as_verb(match: re.Match[str], kind: str, text: str, mentions: list[Mention]) -> bool:
    clause = max(text.rfind(mark, 0, match.start()) for mark in ".!?;:") + 1
    before, after = text[clause : match.start()], text[match.end() :]
    last = next(
        (m for m in reversed(mentions) if m.end <= match.start() and not text[m.end : match.start()].strip()), None
    )
    if kind == "":
        several = last is not None and _SEVERAL.search(text[: last.end])
        return bool(_TO_BARE.search(before) or several)
    if last is not None or _SUBJECT.search(before):
        return True
    single = match.group().removesuffix("s")
    if kind == "s" and (single in vocabulary("en") or match.group() in vocabulary("en")) and not _OBJECT.match(after):
        return False
    here = [m for m in mentions if clause <= m.start]
    return is_verb_here(match.group(), text[clause:], match.start() - clause, [_shifted(m, clause) for m in here])


def _shifted(mention: Mention, by: int) -> Mention:
    return type(mention)(mention.name, mention.start - by, mention.end - by)


_LONGEST = 5


_MOVES_ZH = {
    Act.WALK: "走", Act.RUN: "跑", Act.SIT: "坐", Act.TALK: "说", Act.LOOK: "看", Act.FALL: "摔倒", Act.LIE: "躺", Act.FLY: "飞", Act.EXIT: "离开",
}  # fmt: skip
"""What a way of moving that has no performance of its own is called."""


@cache
def _said_zh() -> dict[str, str]:
    """English verb -> the first Chinese word of the same performance."""
    raw = cast("dict[str, dict[str, dict[str, object]]]", word_table("acting.json"))
    first = {name: str(entry["zh"]).split(",")[0].strip() for name, entry in raw["verbs"].items()}
    said = {verb: first[name] for verb, name in table().verbs.items() if verb.isascii() and first.get(name)}
    moved = {word: _MOVES_ZH[act] for word, act in ACTS.items() if word.isascii() and act in _MOVES_ZH}
    return {**moved, **said}


@cache
def _played_zh(word: str) -> str:
    said = _said_zh()
    return next((said[verb] for verb in broader_verbs("zh").get(word, ()) if verb in said), "")


_DIRECTIONS = re.compile(
    r"[上下进出回过起开]?[来去]|[上下进出回过起][来去]?|[\u3400-\u9fff]{0,2}(?:起来|下来|出来|下去|过来|过去)"
)


def _completes(text: str, at: int, word: str) -> bool:
    """飘起来: what only says how the verb before it goes on."""
    if _DIRECTIONS.fullmatch(word):
        return True
    return any(DEED_WORDS.fullmatch(text, at - size, at) for size in (1, 2) if at >= size)


def _chinese(text: str, mentions: list[Mention]) -> Iterator[tuple[int, int, str]]:
    """Verbs of the dictionary, the longest first; a word that holds one we know stays, and so does every noun."""
    verbs, nouns, at = broader_verbs("zh"), vocabulary("zh"), 0
    while at < len(text):
        inside = next((m.end for m in mentions if m.start <= at < m.end), 0)
        if inside:
            at = inside
            continue
        size = next((n for n in range(_LONGEST, 1, -1) if text[at : at + n] in verbs or text[at : at + n] in nouns), 1)
        word = text[at : at + size]
        clash = any(m.start < at + size and at < m.end for m in mentions) or _completes(text, at, word)
        if (
            size > 1
            and word in verbs
            and word not in nouns
            and not clash
            and not DEED_WORDS.search(text, at, at + size + 1)
            and word not in MOODS
        ):
            said = _played_zh(word)
            if said:
                yield at, at + size, said
        at += size
