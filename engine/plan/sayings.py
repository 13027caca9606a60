"""Ways of saying: she lets herself in, so she enters; tears run down his cheeks, so he cries; 一饮而尽 is 喝酒.

What is done is often said without its verb, by a phrase or by what a part of the body does. The tables (assets/lexicon/sayings.json
for English phrases by what they come to, plain.json for the rest) say it again with the verb, before anything is read in an action.

In a phrase of sayings.json every form of the first verb counts, an adverb may follow it, and these stand for more: "~" (his, the),
"~self" (himself), "@" (a noun with its article and qualities, found again as \\1), "{walk|go}" (every form), "..." (some words more), "<who>" and "<whom>" (whose body it is).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from engine.assets import word_table
from engine.plan.verb_forms import IRREGULAR, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from engine.plan.names import Mention, Names

_OWN = r"(?:his|her|their|its|my|your|the|each other['’]s)"
_SELF = r"(?:him|her|it|them|my|your|one)(?:self|selves)"
_NOUN = (
    r"((?:(?:an?|the|his|her|their|its|some|another|two|three|four|five|all|one|every|more|\w+['’]s) )?"
    r"(?:(?!(?:and|then|but|while|as|who|of)\b)[\w'’-]+ ){0,3}?(?!(?:and|then|but|while|as|who)\b)[\w'’-]+)"
)
_WHOM = r"(?P<who>him|her|them|it|(?:(?:the|an?) )?(?:[A-Z][\w.'-]* ){0,2}(?:[\w-]+ ){0,2}?[\w-]+)"
_WHO = r"(?P<who>his|her|their|its|(?:(?:the|an?) )?(?:[A-Z][\w.'-]* ){0,2}(?:[\w-]+ ){0,2}?[\w-]+(?:['’]s|(?<=s)['’]))"
_HEAD = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HIS = {"his": "he", "her": "she", "their": "they", "its": "it", "him": "he", "them": "they", "it": "it"}
_LET = re.compile(r"\b(?:let|make)(?:s|ting)?\s+$", re.I)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|its|their|my|your|our|this|these|those|of|no|some|any|every|each|between|for|with)\s+|['’]s\s+|-)$",
    re.I,
)
_HERS, _SEES = (
    re.compile(r"\bher\s+$", re.I),
    re.compile(r"\b(?:let|help|ma[dk]e|watch|saw|see|hear|feel)\w*\s+her\s+$", re.I),
)
""" "Her waltz", but "he sees her waltz"."""
_ANYWHERE = "(?= |[.,]|$)"
"""How a saying ends that is one verb, whatever follows."""
_BE = {"is": "s", "are": "", "was": "ed", "were": "ed", "been": "ed", "being": "ing"}
_VERB = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Saying:
    """A way of saying; `heads`: each form of its verbs, and which form that is ("s", "ing", "ed", "")."""

    written: str
    heads: dict[str, str]
    said: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first holds one of the words: most films need few of the thousand."""
        return _compiled(self.written)


@cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written, re.I)


def unsaid(text: str, names: Names) -> str:
    """The text with every way of saying that we know said by its verb."""
    sayings = [*_candidates(text), *(_chinese() if _HAN.search(text) else ())]
    mentions = names.mentions(text) if sayings else []
    swaps: list[tuple[int, int, str]] = []
    for saying in sayings:
        for found in saying.pattern.finditer(text):
            start, end = found.span()
            free = all(end <= begun or over <= start for begun, over, _ in swaps)
            if free and start < end and not _is_none(saying, found, mentions):
                swaps.append((start, end, _said(saying, found)))
    for start, end, said in sorted(swaps, reverse=True):
        text = text[:start] + said + text[end:]
    return text


def _candidates(text: str) -> Iterable[_Saying]:
    """The sayings whose words the text holds, those of several words first."""
    words, known = set(_HEAD.findall(text.casefold())), _by_word()
    found = {at: saying for word in words for at, saying in known.get(word, {}).items()}
    return [found[at] for at in sorted(found, key=lambda at: (_ANYWHERE in found[at].written, at))]


def _is_none(saying: _Saying, found: re.Match[str], mentions: list[Mention]) -> bool:
    """A name at the very beginning of the saying is its doer's (老张弓着背), and "his dance" is a noun."""
    if "who" in saying.pattern.groupindex:
        return _LET.search(found.string[: found.start()]) is not None
    named = any(m.start <= found.start() < m.end for m in mentions)
    if not saying.heads:
        return named and not saying.written.isascii()
    before, kind = found.string[: found.start()], saying.heads.get((_HEAD.match(found.group().casefold()) or found)[0])
    hers = kind in {"", "s"} and _HERS.search(before) is not None and _SEES.search(before) is None
    return hers or (named and found.group()[0].isupper()) or _DETERMINED.search(before) is not None


def _said(saying: _Saying, found: re.Match[str]) -> str:
    told = found.groupdict().get("who")
    if told is not None:
        subject = _HIS.get(told.casefold()) or re.sub(r"['’]s?$", "", told)
        return f"{subject} {form_of(saying.said, '' if subject == 'they' else 's')}"
    said = saying.said
    if saying.pattern.groups:
        said = said.replace("\\1", found[1] or "")
    stem, blank, last = said.rpartition(" ")
    if blank and last and re.match(rf"\s+{last}\b", found.string[found.end() :], re.I):
        said = stem  # it stands behind already: looks up, up at the sky
    if found.group().endswith(" ") and not said.endswith(" "):
        said += " "
    head = _VERB.match(found.group().casefold())
    kind = saying.heads.get(head[0]) if head is not None else None
    return said if kind is None else form_of(said, kind)


@cache
def _by_word() -> dict[str, dict[int, _Saying]]:
    """Word of a text -> the sayings it may begin, by rank."""
    by_word: dict[str, dict[int, _Saying]] = {}
    for at, (saying, words) in enumerate(_english()):
        for word in words:
            by_word.setdefault(word, {})[at] = saying
    return by_word


def _english() -> Iterator[tuple[_Saying, Iterable[str]]]:
    raw = cast("dict[str, dict[str, dict[str, list[str]]]]", _table("sayings.json"))
    for word, told in raw["bodies"].items():
        for said, patterns in told.items():
            for pattern in patterns:
                yield _Saying(rf"\b(?:{_spelled(pattern)})\b", {}, said), word.split("|")
    phrases = cast("dict[str, list[str]]", raw["phrases"])
    listed = [(pattern, said) for said, patterns in phrases.items() for pattern in patterns]
    for pattern, said in (*listed, *cast("list[list[str]]", _table("plain.json")["en"])):
        saying = _phrase(pattern, said)
        yield saying, saying.heads


@cache
def _chinese() -> tuple[_Saying, ...]:
    rows = cast("list[list[str]]", _table("plain.json")["zh"])
    return tuple(_Saying(pattern, {}, said) for pattern, said in rows)


def _table(name: str) -> dict[str, object]:
    return cast("dict[str, object]", word_table(name))


def _spelled(pattern: str) -> str:
    """The regular expression of a phrase, with all that its signs stand for."""
    pattern = re.sub(r"\ban\?|(?<=[|:(])the(?=[|)])", lambda article: rf"{article[0]}\b", pattern)
    pattern = pattern.replace("... ", r"(?:[\w'’-]+ ){0,6}?")
    pattern = re.sub(r"\{([^{}\d,]+)\}", lambda verbs: _any_form(verbs[1]), pattern)
    pattern = pattern.replace("~self", _SELF).replace("~", _OWN).replace("<who>", _WHO).replace("<whom>", _WHOM)
    return pattern.replace("@", _NOUN).replace("[A-Z]", "(?-i:[A-Z])")


def _any_form(verbs: str) -> str:
    forms = {form for verb in verbs.split("|") for form in forms_of(verb)}
    return f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


def _phrase(pattern: str, said: str) -> _Saying:
    opening = _opening(pattern)
    heads: dict[str, str] = {}
    choices: list[str] = []
    for phrase in _apart(opening.removeprefix("(?:").removesuffix(")")):
        verb = _VERB.match(phrase)
        assert verb is not None, pattern
        heads |= {form: _kind(verb[0], form) for form in forms_of(verb[0])}
        choices.append(rf"{_any_form(verb[0])}(?: \w+ly)?{phrase[verb.end() :]}")
    whole = _spelled(f"(?:{'|'.join(choices)}){pattern[len(opening) :]}")
    return _Saying(rf"\b{whole}" + (r"\b" if said.strip() == said else ""), heads, said)


def _opening(pattern: str) -> str:
    """The first verb, or the bracket of several."""
    if not pattern.startswith("(?:"):
        return pattern.partition(" ")[0].partition("(")[0]
    depth = 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return pattern[: at + 1]
    raise AssertionError(pattern)


def _apart(choices: str) -> Iterator[str]:
    """The choices of a bracket, which may hold brackets."""
    depth, begun = 0, 0
    for at, letter in enumerate(choices):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            yield choices[begun:at]
            begun = at + 1
    yield choices[begun:]


def _kind(base: str, form: str) -> str:
    if form in _BE:
        return _BE[form]
    if form == base:
        return ""
    if form.endswith("ing") and not base.endswith("ing"):
        return "ing"
    return "s" if form.endswith("s") and not form.endswith("ss") else "ed"


def form_of(base: str, kind: str) -> str:
    """The form of a verb ("s", "ing", "ed", ""); of a phrase, that of its first word."""
    head, blank, rest = base.partition(" ")
    listed = IRREGULAR.get(head, "").split()
    forms = [form for form in forms_of(head) if _kind(head, form) == kind]
    fitting = sorted(forms, key=lambda form: (listed.index(form) if form in listed else len(listed), -len(form), form))
    return (fitting[0] if fitting else head) + blank + rest
