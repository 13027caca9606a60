"""What a person does to spoken lines, each as one undo step. A line is as long as it takes to say, until somebody says otherwise."""

from __future__ import annotations

from typing import Any

from app.commands.shots import edit_board
from app.state.session import Session
from app.words import tr
from engine.film import coverage
from engine.film.document import Film
from engine.film.locate import shot_of
from engine.film.shots import Line
from engine.film.values import fresh_id
from engine.script.timing import layout, line_frames


def add(session: Session, shot_id: str, speaker: str = "", text: str = "") -> str:
    """A line behind the shot's last; returns its id, or "" when it was refused."""
    line_id = fresh_id()

    def change(film: Film) -> Film:
        shot = shot_of(film, shot_id)
        after = max((line.start + line.frames for line in shot.lines), default=0)
        ((first, frames),) = layout([text], film.rate)
        start = after + first if after else first
        return coverage.add_line(
            film, shot_id, Line(id=line_id, speaker=speaker, text=text, start=start, frames=frames)
        )

    return line_id if edit_board(session, tr("Add line"), change) else ""


def set_text(session: Session, shot_id: str, line_id: str, text: str, *, merge: str = "") -> None:
    """Other words; a line that lasted as long as it takes to say them still does."""

    def change(film: Film) -> Film:
        line = next((line for line in shot_of(film, shot_id).lines if line.id == line_id), None)
        natural = line is None or line.frames == line_frames(line.text, film.rate)
        frames = {"frames": line_frames(text, film.rate)} if natural else {}
        return coverage.edit_line(film, shot_id, line_id, text=text, **frames)

    session.edit(tr("Change line"), change, merge=merge)


def edit(session: Session, shot_id: str, line_id: str, **changes: Any) -> None:
    """Another speaker, manner or time."""
    session.edit(tr("Change line"), lambda film: coverage.edit_line(film, shot_id, line_id, **changes))


def remove(session: Session, shot_id: str, line_id: str) -> None:
    """The line leaves the shot."""
    session.edit(tr("Remove line"), lambda film: coverage.remove_line(film, shot_id, line_id))
