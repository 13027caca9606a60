"""Cards of two tongues in one film: each card is read in the one that it is written in.

A reader knows one tongue, and a card of the other would be an empty set to it; so the scenes are parted, and each half leaves the other's cards blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.film.document import Language
from engine.film.shots import Scene, Shot
from engine.script.lines import HAN, has_han, is_chinese

_SIGN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z'’-]+")
_SIGNS, _WORDS = 4, 3
"""Fewer are a name or a sign on a wall, which either reader knows."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The scenes as each reader gets them, and which cards and which whole scenes are the other reader's."""

    own: tuple[Scene, ...]
    other: tuple[Scene, ...]
    cards: frozenset[str]
    scenes: frozenset[str]


def parted(scenes: Sequence[Scene], language: Language, heard: Mapping[str, str]) -> Parted:
    """The scenes of a film in `language`, card by card; `heard` is what else is spoken on a card."""
    words = {shot.id: shot_words(shot, heard) for scene in scenes for shot in scene.shots}
    cards = frozenset(shot for shot, told in words.items() if _is_other(told, language))
    whole = frozenset(scene.id for scene in scenes if _is_whole(scene, words, cards, language))
    own = tuple(_blanked(scene, cards, heading=scene.id not in whole) for scene in scenes)
    rest = frozenset(words) - cards
    other = tuple(_blanked(scene, rest, heading=scene.id in whole) for scene in scenes)
    return Parted(own, other, cards, whole)


def other_than(language: Language) -> Language:
    """The other tongue."""
    return "zh" if language == "en" else "en"


def shot_words(shot: Shot, heard: Mapping[str, str]) -> str:
    """All that is written on a card; "" for a blank one."""
    return " ".join((shot.action, *(line.text for line in shot.lines), heard.get(shot.id, ""))).strip()


def _is_other(words: str, language: Language) -> bool:
    if language == "zh":
        return not has_han(words) and len(_WORD.findall(words)) >= _WORDS
    return is_chinese(words) and len(_SIGN.findall(words)) >= _SIGNS


def _is_whole(scene: Scene, words: Mapping[str, str], cards: frozenset[str], language: Language) -> bool:
    """Whether nothing in the scene is written in the film's own tongue."""
    written = [shot.id for shot in scene.shots if words[shot.id]]
    heading = scene.heading.strip()
    cards_are = bool(written) and all(shot in cards for shot in written)
    foreign = not heading or (not has_han(heading) if language == "zh" else is_chinese(heading))
    return foreign and (cards_are or (not written and _is_other(heading, language)))


def _blanked(scene: Scene, cards: frozenset[str], *, heading: bool) -> Scene:
    shots = tuple(shot.with_(action="", lines=()) if shot.id in cards else shot for shot in scene.shots)
    return scene.with_(heading=scene.heading if heading else "", shots=shots)
