"""Finding shots by words: in what happens, what is said, who is there, the slate, the scene, the camera and how the shot stands.

Every word must be somewhere, in any order and in either language; Chinese has no spaces, so a word is any run of letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.state.standing import Failed, Fresh, Queued, Rendering, Stale, Standing, Unrendered
from app.words import word
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.script.grammar import abbreviation_of, name_of

State: TypeAlias = Literal["", "unrendered", "stale", "working", "failed", "ready"]

STATES: dict[State, str] = {
    "": word("All shots"),
    "unrendered": word("Not rendered"),
    "stale": word("Out of date"),
    "working": word("In the queue"),
    "failed": word("Failed"),
    "ready": word("Rendered"),
}
"""What the board can be narrowed to, in the order of its menu."""


def state_of(standing: Standing) -> State:
    """The kind of standing a person looks for."""
    match standing:
        case Fresh():
            return "ready"
        case Stale():
            return "stale"
        case Queued() | Rendering():
            return "working"
        case Failed():
            return "failed"
        case Unrendered():
            return "unrendered"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; nothing at all finds every shot."""

    words: str = ""
    state: State = ""
    subject: str = ""  # id

    @property
    def any(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words.strip() or self.state or self.subject)


class Finder:
    """Finds in one film after another; what a shot can be found by is worked out once, as long as the shot is the same."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[tuple[object, ...], str]] = {}

    def found(self, film: Film, query: Query, standing: Callable[[str], Standing]) -> frozenset[str] | None:
        """Ids of the shots that fit, or None when nothing is looked for."""
        if not query.any:
            return None
        words = query.words.casefold().split()
        return frozenset(
            shot.id
            for scene in film.scenes
            for shot in scene.shots
            if (not query.subject or any(casting.subject == query.subject for casting in shot.cast))
            and (not query.state or state_of(standing(shot.id)) == query.state)
            and (not words or _holds(self._text(film, scene, shot), words))
        )

    def _text(self, film: Film, scene: Scene, shot: Shot) -> str:
        from_what = (shot, scene.number, scene.heading, scene.place, film.cast, film.props, film.places)
        known = self._texts.get(shot.id)
        if known is None or any(a is not b for a, b in zip(known[0], from_what, strict=True)):
            known = (from_what, "\n".join(_words_of(film, scene, shot)).casefold())
            self._texts[shot.id] = known
        return known[1]


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def _words_of(film: Film, scene: Scene, shot: Shot) -> Iterable[str]:
    subjects = {subject.id: subject for subject in film.cast}
    yield from (shot.slate, shot.action, shot.note, scene.number, scene.heading)
    for line in shot.lines:
        yield from (line.text, line.manner)
    named = [*(casting.subject for casting in shot.cast), *(line.speaker for line in shot.lines)]
    for subject in (subjects[each] for each in dict.fromkeys(named) if each in subjects):
        yield from (subject.name, *subject.aliases)
    yield from (prop.name for prop in film.props if prop.id in shot.props)
    yield from (place.name for place in film.places if place.id == scene.place)
    for term in (shot.setup.size, shot.setup.angle, shot.setup.move):
        yield from (name_of(term, "en"), name_of(term, "zh"), abbreviation_of(term))
