"""What one card shows, as a value: equal cards look alike, so a card is painted anew only when its value has changed."""

from __future__ import annotations

from dataclasses import dataclass

from app.state.standing import Rendering, Standing
from app.state.stills import Bare, Draft, Drawn, Final, KeyFrame, Proposed, Still
from app.words import tr, word
from engine.film.document import Film
from engine.film.key_frames import is_approved
from engine.film.rate import Rate
from engine.film.shots import Shot

KINDS: dict[type[Still], str] = {
    Draft: word("Draft"),
    KeyFrame: word("Key frame"),
    Proposed: word("Key frame to approve"),
    Drawn: word("Panel"),
    Bare: word("No picture"),
    Final: "",
}
"""What is written on a picture that is not the final one."""


@dataclass(frozen=True, slots=True)
class Card:
    """A shot with everything of the film that its card names. `words`: what happens, or, where nothing was written, what is said first.
    `picture` is the cache key of what is shown, 0 for none."""

    shot: Shot
    names: tuple[str, ...]
    words: str
    still: Still
    picture: int
    standing: Standing
    rate: Rate
    takes: int
    circled: bool

    @property
    def is_empty(self) -> bool:
        """Whether something happens and neither anybody nor anything that the film knows is seen: perhaps a name was not understood."""
        return bool(self.shot.action.strip()) and not self.shot.cast and not self.shot.props

    @property
    def waits(self) -> bool:
        """Whether a key frame waits to be approved behind a better picture; where it is itself the picture, that is written on it."""
        return self.shot.key_frame is not None and not is_approved(self.shot) and not isinstance(self.still, Proposed)

    def looks_like(self, other: Card) -> bool:
        """Whether both paint the same; shots are compared by identity, which is enough and quick."""
        return self.shot is other.shot and (
            (self.names, self.words, self.picture, self.standing, self.rate, type(self.still))
            == (other.names, other.words, other.picture, other.standing, other.rate, type(other.still))
        )

    def reads_like(self, other: Card) -> bool:
        """Whether all that is written below the picture is the same."""
        return self.shot is other.shot and (
            (self.names, self.words, self.rate, self.waits) == (other.names, other.words, other.rate, other.waits)
        )


class Names:
    """The cast's names by id, looked up once per film."""

    def __init__(self, film: Film) -> None:
        self._names = {subject.id: subject.name for subject in film.cast}

    def of(self, shot: Shot) -> tuple[str, ...]:
        """Who is seen in the shot."""
        return tuple(self._names.get(casting.subject, "") for casting in shot.cast)

    def words_of(self, shot: Shot) -> str:
        """What its card says: the action, else the first line."""
        if shot.action or not shot.lines:
            return shot.action
        line = shot.lines[0]
        speaker = self._names.get(line.speaker, "")
        return tr("{speaker}: {words}", speaker=speaker, words=line.text) if speaker else line.text


def progress_of(standing: Standing) -> float:
    """How much of a shot being drawn is done, 0 to 1."""
    return standing.done / standing.total if isinstance(standing, Rendering) and standing.total else 0.0
