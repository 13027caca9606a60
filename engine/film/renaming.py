"""A name is changed wherever the film's own words say it: actions, lines, headings, synopses and descriptions.

A name is matched as it is written as a name. "TRAIN" becomes another one in "TRAIN stops" and "Train stops", and "a train" stays a train;
only what is named by a common noun, as props are, is replaced in small letters too. The old name stays an alias, so that what was missed,
or is said in the next revision of the script, still finds its owner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from engine.film.cast import Place, Prop, Subject
from engine.film.document import Film
from engine.film.shots import Scene, Shot

_AS_WEATHER = "下着起了场阵过"
"""What stands before a Chinese word that is weather and nobody's name: 下着小雨."""

_ASKING = frozenset({"will", "may"})
_ASKED = re.compile(
    r"\s+(?:i|you|he|she|it|we|they|not|the|this|that|there|these|those|any|some|no|god)\b", re.IGNORECASE
)
"""Will you come? is said to anybody, also in a film that has a WILL."""

_MONTHS = frozenset({"april", "may", "june", "august"})
_IN_TIME = re.compile(r"\b(?:in|last|next|since|until|till|early|late)\s+$", re.IGNORECASE)

Words = Callable[[str], str]
Entry = TypeVar("Entry", Subject, Prop, Place)


def renamed_throughout(film: Film, old: str, new: str) -> Film:
    """The film with the new name in its words. The one who is called so is renamed by casting's own edits, not here."""
    others = _longer_names(film, old)
    replace = _replacement(old, new, others)
    return film.with_(
        scenes=tuple(_in_scene(scene, replace) for scene in film.scenes),
        cast=tuple(_described(each, replace) for each in film.cast),
        props=tuple(_described(each, replace) for each in film.props),
        places=tuple(_described(each, replace) for each in film.places),
    )


def _longer_names(film: Film, old: str) -> tuple[str, ...]:
    """Names of others that hold this one, longest first: 小雨 is not found in 小雨伞."""
    every = {name for each in (*film.cast, *film.props, *film.places) for name in (each.name, *each.aliases)}
    return tuple(
        sorted((name for name in every if len(name) > len(old) and old.casefold() in name.casefold()), key=len)
    )[::-1]


def _replacement(old: str, new: str, longer: Iterable[str]) -> Words:
    if not old.strip():
        return str
    if not old.isascii():
        kept = "|".join([*map(re.escape, longer), f"(?<=[{_AS_WEATHER}]){re.escape(old)}"])
        pattern = re.compile(f"(?P<kept>{kept})|{re.escape(old)}")
        return lambda text: pattern.sub(lambda found: found.group() if found["kept"] else new, text)
    common = old == old.lower()
    skip = "|".join(rf"\b{re.escape(name)}\b" for name in longer) or r"(?!)"
    pattern = re.compile(
        rf"(?P<kept>{skip})|(?:(?P<article>\ban?)(?P<gap>\s+))?(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE
    )

    def put(found: re.Match[str]) -> str:
        article, gap = found["article"], found["gap"]
        said = found.group()[len(article) + len(gap) if article else 0 :]
        if found["kept"] or (said == said.lower() and not common) or _is_plain_word(found, said):
            return found.group()
        name = _as_written(said, new)
        return f"{_article(article, name)}{gap}{name}" if article else name

    return lambda text: pattern.sub(put, text)


def _is_plain_word(found: re.Match[str], said: str) -> bool:
    """Whether a name that is a word too is only the word here. In capitals it is the name."""
    word, text = said.casefold(), found.string
    asks = word in _ASKING and _ASKED.match(text, found.end()) is not None
    dated = word in _MONTHS and _IN_TIME.search(text[: found.start()]) is not None
    return (asks or dated) and not said.isupper()


def _as_written(said: str, new: str) -> str:
    """The new name in the letters of the old one's place: MARY, Mary."""
    if not new.isascii():
        return new
    if said.isupper() and len(said) > 1:
        return new.upper()
    if new.isupper() and not said.isupper():
        return new.title() if said[:1].isupper() else new.lower()
    return new[:1].upper() + new[1:] if said[:1].isupper() else new


def _article(article: str, name: str) -> str:
    right = "an" if name[:1].casefold() in "aeiou" else "a"
    return right.capitalize() if article[:1].isupper() else right


def _in_scene(scene: Scene, replace: Words) -> Scene:
    shots = tuple(_in_shot(shot, replace) for shot in scene.shots)
    return scene.with_(heading=replace(scene.heading), synopsis=replace(scene.synopsis), shots=shots)


def _in_shot(shot: Shot, replace: Words) -> Shot:
    lines = tuple(line.with_(text=replace(line.text)) for line in shot.lines)
    changed = shot.with_(action=replace(shot.action), lines=lines)
    return shot if changed == shot else changed


def _described(entry: Entry, replace: Words) -> Entry:
    described = replace(entry.description)
    return entry if described == entry.description else entry.with_(description=described)
