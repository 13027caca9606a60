"""Words that are several shots, pasted on one card: a list, a poem or a page of prose becomes the cards that it is.

It is offered and never done unasked: whoever writes three lines about one shot means one shot.
"""

from __future__ import annotations

from engine.errors import BadInput
from engine.film.board import add_shot
from engine.film.document import Film
from engine.film.locate import find_shot, with_shot
from engine.film.several import new_shot
from engine.film.shots import Shot
from engine.script.breakdown import breakdown
from engine.script.dictation import taken_down
from engine.script.reading import read_passage

FEW = 3
"""Lines that may well be meant as one shot."""


def shots_in(words: str) -> tuple[str, ...]:
    """What is to stand on the cards when these words are read as a script; none where they are a line or two, or bring headings of their own."""
    if sum(bool(line.strip()) for line in words.splitlines()) <= FEW:
        return ()
    read = read_passage(words)
    if any(element.kind == "heading" for element in read.elements):
        return ()
    film = breakdown(read)
    names = {subject.id: subject.name for subject in film.cast}
    return tuple(_as_written(shot, names) for shot in film.shots)


def laid_out(film: Film, shot_id: str, cards: tuple[str, ...]) -> Film:
    """The film with these words on the card and on new ones behind it, read as they stand there. Raises BadInput where there are none."""
    if not cards:
        raise BadInput("These words tell no shot.", "Write what is seen.")
    scene, at, shot = find_shot(film, shot_id)
    blank = Shot(id=shot.id, slate=shot.slate, duration=new_shot(film, scene.id).duration)
    film = taken_down(with_shot(film, blank.with_(action=cards[0])), {shot.id: ""})
    here = shot.id
    for words in cards[1:]:
        scene, at, _ = find_shot(film, here)
        fresh = new_shot(film, scene.id, at=at + 1)
        film = add_shot(film, scene.id, fresh.with_(action=words), at=at + 1)
        film = taken_down(film, {fresh.id: ""})
        here = fresh.id
    return film


def _as_written(shot: Shot, names: dict[str, str]) -> str:
    """The shot's words as one would type them: its action, and each line below its speaker that the action does not hold."""
    said = [
        f"{names[line.speaker]}:\n{line.text}"
        for line in shot.lines
        if line.speaker in names and line.text not in shot.action
    ]
    return "\n\n".join(filter(None, (shot.action, *said)))
