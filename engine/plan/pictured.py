"""Who is seen in a photograph or portrait: "a photograph of Tom and his mother", 爷爷的照片, 全家福.

It is read from the whole film, once for each prop: the shot that shows the photograph near seldom says again who is in it. Whoever
of the cast is named there is shown as he is cast; of anybody else the words are all there is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.film.cast import Prop
from engine.film.document import Film
from engine.vocabulary import vocabulary

_PICTURE = re.compile(
    r"\b(?:photo(?:graph)?|snapshot|polaroid|portrait|picture|family picture|picture frame|mugshot)s?$"
    r"|照片|相片|合影|合照|全家福|画像|肖像|遗照|相框",
    re.I,
)
_ONLY_PICTURE = re.compile(r"\bpictures?$", re.I)
"""Which may be a painting of anything: it shows people only where they are named."""

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"grandparents|old couple|elderly couple|爷爷奶奶|外公外婆|老两口|老夫妻|老夫妇", ("old man", "old woman")),
    (r"family|全家|一家", ("father", "mother", "child")),
    (r"wedding|bride and (?:a |the |her )?groom|newlyweds|结婚|婚纱", ("groom in a black suit", "bride in a white wedding dress")),
    (r"parents|couple|lovers|husband and wife|父母|爸妈|夫妻|夫妇|情侣", ("man", "woman")),
    (r"twins|children|kids|siblings|双胞胎|孩子们", ("boy", "girl")),
    (r"friends|朋友们?|同学", ("young man", "young woman")),
)  # fmt: skip
_ENDS = re.compile(
    r",? (?:on|in|from|at|with|who|which|that|by|beside|near|taken|and (?:puts?|weeps?|smiles?|cries|sighs?))\b.*|,.*"
)
_AND = re.compile(r"\s*,\s*|\s+and\s+|、|和|与|跟")
_LEAD = re.compile(
    r"^(?:an?|the|his|her|their|my|your|two|some) |^.*(?:拿出|拿着|拿起|看着|望着|捧着|端详着?|抚摸着?|凝视着?|掏出|抱着|盯着|上|是|了|着)(?:一[张幅])?|^[一那这][张幅]|^他的|^她的",
    re.I,
)
MOST = 3
"""People in one picture."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody in a picture: a subject's id, or only words for them."""

    subject: str = ""
    words: str = ""

    @property
    def seed(self) -> int:
        """What makes them look like themselves."""
        return int.from_bytes(hashlib.sha256(self.words.casefold().encode()).digest()[:4])


def is_picture(prop: Prop) -> bool:
    """Whether it is a photograph or portrait."""
    return any(_PICTURE.search(name.strip()) for name in (prop.name, *prop.aliases))


def sitters(film: Film) -> Mapping[str, tuple[Sitter, ...]]:
    """Prop id -> who is seen in it, of the photographs and portraits; nobody for a picture of a place."""
    actions = [f"{prop.name} {prop.description}" for prop in film.props]
    actions += [shot.action for scene in film.scenes for shot in scene.shots]
    return {prop.id: _of(prop, actions, film) for prop in film.props if is_picture(prop)}


def sitters_in(prop: Prop, action: str, film: Film) -> tuple[Sitter, ...] | None:
    """Who an action itself says is seen in it; None where it says nothing: one word may be two photographs."""
    told = next((who for name in _names(prop) if (who := _said(name, action))), "")
    return _people(told, film) if told else None


def _names(prop: Prop) -> list[str]:
    return sorted({prop.name, *prop.aliases}, key=len, reverse=True)


def _of(prop: Prop, actions: Iterable[str], film: Film) -> tuple[Sitter, ...]:
    names = _names(prop)
    told = next((seen for action in actions if (seen := sitters_in(prop, action, film)) is not None), None)
    if told is not None:
        return told
    for pattern, people in _GROUPS:
        if re.search(pattern, " ".join(names), re.I):
            return tuple(Sitter(words=words) for words in people)
    if _ONLY_PICTURE.search(prop.name):
        return ()
    return (Sitter(words="young woman"), Sitter(words="young man"))


def _said(name: str, action: str) -> str:
    """Who an action says is in the picture of that name."""
    escaped = re.escape(name)
    if name.isascii():
        found = re.search(rf"\b{escaped}s? (?:of|showing|that shows|shows) ([^.;!?\n]+)", action, re.I)
        return _ENDS.sub("", found[1]).strip() if found else ""
    found = re.search(rf"([^，。！？；：\s]{{1,14}}?)的{escaped}", action)
    return found[1] if found else ""


def _people(told: str, film: Film) -> tuple[Sitter, ...]:
    for pattern, people in _GROUPS:
        if re.search(pattern, told, re.I):
            return tuple(Sitter(words=words) for words in people)
    return tuple(sitter for part in _AND.split(told) if (sitter := _person(part.strip(), film)) is not None)[:MOST]


def _person(part: str, film: Film) -> Sitter | None:
    """Somebody of the cast, or whoever the words tell of; None for a place or a thing."""
    words = _LEAD.sub("", part) or part
    for subject in film.cast:
        if any(_is_called(name, part) for name in (subject.name, *subject.aliases)):
            return Sitter(subject=subject.id, words=subject.name)
    head = words.split()[-1].casefold() if words.isascii() and words.split() else words
    known = vocabulary("en" if words.isascii() else "zh").get(head)
    return (
        None if not words or (known is not None and known.category not in ("person", "animal")) else Sitter(words=words)
    )


def _is_called(name: str, part: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(name.casefold())}(?![a-z])", part.casefold()) is not None
