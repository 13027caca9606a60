"""Words that are several shots, pasted on one card: a list, a poem, a page of prose or of a script becomes the cards and
scenes that it is.

It is offered and never done unasked: whoever writes three lines about one shot means one shot.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import BadInput
from engine.film.board import add_scene, add_shot, edit_scene
from engine.film.document import Film
from engine.film.locate import find_shot, with_shot
from engine.film.setup import Setup
from engine.film.several import move_shots, new_scene, new_shot
from engine.film.shots import Scene, Shot
from engine.script.breakdown import breakdown
from engine.script.dictation import taken_down
from engine.script.reading import read_passage

FEW = 3
"""Lines that may well be meant as one shot."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is to stand on a card, and the heading of the scene that it begins ("": it goes on with the one before)."""

    words: str
    heading: str = ""


def shots_in(words: str) -> tuple[Card, ...]:
    """What is to stand on the cards when these words are read as a script; none where they are a line or two."""
    if sum(bool(line.strip()) for line in words.splitlines()) <= FEW:
        return ()
    film = breakdown(read_passage(words))
    names = {subject.id: subject.name for subject in film.cast}
    return tuple(
        Card(_as_written(shot, names), "" if at else scene.heading)
        for scene in film.scenes
        for at, shot in enumerate(scene.shots)
    )


def laid_out(film: Film, shot_id: str, cards: tuple[Card, ...]) -> Film:
    """The film with these words on the card and on new ones behind it, read as they stand there. The scenes that they begin come behind the
    card's, whole as that is. Raises BadInput where there are none."""
    if not cards:
        raise BadInput("These words tell no shot.", "Write what is seen.")
    known = _values(film)
    scene, _, shot = find_shot(film, shot_id)
    length = new_shot(film, scene.id).duration
    unread = shot.with_(
        action=cards[0].words, cast=(), props=(), lines=(), setup=Setup(), weather=None, duration=length
    )
    film = _under(with_shot(film, unread), shot_id, cards[0].heading)
    here = shot_id
    for card in cards[1:]:
        film, here = _behind(film, here, card)
    return taken_down(film, dict.fromkeys(_values(film) - known, "") | {shot_id: ""})


def _values(film: Film) -> set[str]:
    return {scene.id for scene in film.scenes} | {shot.id for shot in film.shots}


def _behind(film: Film, here: str, card: Card) -> tuple[Film, str]:
    """The card behind that one, or at the head of a scene of its own; and its id."""
    scene, at, _ = find_shot(film, here)
    room, place = scene.id, at + 1
    if card.heading:
        (film, room), place = _with_scene(film, scene, card.heading), 0
    fresh = new_shot(film, room, at=place)
    return add_shot(film, room, fresh.with_(action=card.words), at=place), fresh.id


def _under(film: Film, shot_id: str, heading: str) -> Film:
    """The first card under its heading, which it may bear already: it was read when it was left."""
    scene, at, shot = find_shot(film, shot_id)
    if heading in ("", scene.heading):
        return film
    if at == 0 and (not scene.heading or len(scene.shots) == 1):
        return taken_down(edit_scene(film, scene.id, heading=heading), {scene.id: scene.heading})
    film, fresh = _with_scene(film, scene, heading)
    if film.numbering == "free" and not shot.takes:
        film = with_shot(film, shot.with_(slate=new_shot(film, fresh).slate))
    return move_shots(film, [shot_id], fresh, at=0)


def _with_scene(film: Film, behind: Scene, heading: str) -> tuple[Film, str]:
    """A new scene behind that one; and its id."""
    at = film.scenes.index(behind) + 1
    scene = new_scene(film, at=at)
    return add_scene(film, scene.with_(heading=heading), at=at), scene.id


def _as_written(shot: Shot, names: dict[str, str]) -> str:
    """The shot's words as one would type them: its action, and each line below its speaker that the action does not hold."""
    said = [
        f"{names[line.speaker]}:\n{line.text}"
        for line in shot.lines
        if line.speaker in names and line.text not in shot.action
    ]
    return "\n\n".join(filter(None, (shot.action, *said)))
