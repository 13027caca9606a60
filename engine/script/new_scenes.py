"""A card that goes elsewhere begins a scene: its words are or open with a heading, or tell another place or hour than the cards before it.

Only the last card of a scene does: in the middle of one it would tear the scene in three, and whoever inserts a shot there means the scene.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.film.board import edit_scene, split_scene
from engine.film.document import Film
from engine.film.locate import find_shot, with_shot
from engine.film.numbers import slate_for
from engine.film.several import new_scene
from engine.film.shots import Scene
from engine.script.chinese_headings import chinese_heading

_SLUG = re.compile(
    r"\s*((?:INT|EXT|I/E)\b\.?(?:\s*/\s*(?:INT|EXT)\b\.?)?[^.:\n]{2,60})(?:[.:\n]\s*(.*)|$)", re.S | re.I
)
"""Headings are written in small letters too, and alone on a card before anything is told of its shot."""


def under_headings(film: Film, shot_ids: Mapping[str, str]) -> Film:
    """The film in which a heading at the head of a card is its scene's: of a scene without one, or of a new one."""
    for shot in [shot for shot in film.shots if shot.id in shot_ids]:
        heading, action = _opened(shot.action)
        if not heading:
            continue
        scene, index, _ = find_shot(film, shot.id)
        if index == 0 and not scene.heading:
            film = with_shot(edit_scene(film, scene.id, heading=heading), shot.with_(action=action))
        elif index and index == len(scene.shots) - 1:
            film = _parted(film, shot.id, Scene(id="-", number="-", heading=heading), action)
    return film


def elsewhere(film: Film, moves: Mapping[str, Scene], was: Mapping[str, str]) -> Film:
    """The film in which each card that was written on, and `moves`, begins a scene of its own place and hour."""
    for shot_id in (each for each in was if each in moves):
        scene, index, shot = find_shot(film, shot_id)
        told = moves[shot_id]
        moved = told.place not in {None, scene.place} or told.time_of_day != scene.time_of_day
        if moved and index and index == len(scene.shots) - 1:
            film = _parted(film, shot_id, told.with_(heading=""), shot.action)
    return film


def _opened(action: str) -> tuple[str, str]:
    """The heading that the words open with, and what is left; "" where they open with none."""
    if found := _SLUG.match(action):
        return found[1].strip(), (found[2] or "").strip()
    first, _, rest = action.strip().partition("\n")
    told = chinese_heading(first)
    return (told.text, rest.strip()) if told is not None and len(told.text.split()) > 1 else ("", action)


def _parted(film: Film, shot_id: str, told: Scene, action: str) -> Film:
    """The shot as the first of a new scene, with what that tells, and a slate of its number where nothing was shot yet."""
    scene, _, shot = find_shot(film, shot_id)
    number = new_scene(film, at=film.scenes.index(scene) + 1).number
    film = split_scene(film, scene.id, shot_id, number=number)
    new, _, shot = find_shot(film, shot_id)
    film = edit_scene(
        film,
        new.id,
        heading=told.heading,
        place=told.place,
        time_of_day=told.time_of_day,
        weather=told.weather,
        synopsis="",
    )
    free = film.numbering == "free" and not shot.takes
    first = slate_for(number, 0)
    slate = first if free and all(each.slate != first for each in film.shots) else shot.slate
    return with_shot(film, shot.with_(action=action, weather=None, slate=slate))
