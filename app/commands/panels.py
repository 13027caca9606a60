"""Edits of a shot's panels, as a person makes them: each is one undo step.

A panel stands from its start to the next one's start, so adding, moving and removing panels are edits of time: a new one takes half of the
time of the one in hand, one that goes leaves its time to the one before, and moved ones take their lengths along.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.state.session import Session
from app.words import tr
from engine.errors import BadInput
from engine.film import coverage
from engine.film.board import edit_shot
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.setup import Move
from engine.film.shots import Panel, Shot
from engine.film.values import fresh_id


def ends(shot: Shot) -> tuple[int, ...]:
    """Where each panel of the shot ends, in frames; the last at the shot's end."""
    starts = [panel.start for panel in shot.panels[1:]]
    return (*starts, max(shot.duration, starts[-1] + 1 if starts else 0))


def panel_of(shot: Shot, panel_id: str) -> Panel | None:
    """The shot's panel of that id."""
    return next((panel for panel in shot.panels if panel.id == panel_id), None)


def hung(
    film: Film,
    shot_id: str,
    panel_id: str,
    picture: Reference,
    matte: Reference | None,
    *,
    move: Move | None = None,
) -> Film:
    """The film with that picture on the panel; a shot's first stroke makes the panel. `move`: the camera's, where a mark said so."""
    shot = film.shot(shot_id)
    if panel_of(shot, panel_id) is None:
        start = _free_start(shot, shot.panels[-1].id if shot.panels else "")
        film = coverage.add_panel(film, shot_id, Panel(id=panel_id, start=start, picture=picture, matte=matte))
    else:
        film = coverage.edit_panel(film, shot_id, panel_id, picture=picture, matte=matte)
    if move is not None and film.shot(shot_id).setup.move != move:
        film = edit_shot(film, shot_id, setup=film.shot(shot_id).setup.with_(move=move))
    return film


def add_panel(session: Session, shot_id: str, after: str = "") -> str:
    """An empty panel in the second half of the time of `after` (none: of the last). Returns its id, or "" where nothing came of it."""
    return _inserted(session, tr("Add panel"), shot_id, after, Panel(id=fresh_id()))


def duplicate_panel(session: Session, shot_id: str, panel_id: str) -> str:
    """The same picture once more, right behind."""
    panel = panel_of(session.film.shot(shot_id), panel_id)
    copy = panel.with_(id=fresh_id()) if panel else Panel(id=fresh_id())
    return _inserted(session, tr("Duplicate panel"), shot_id, panel_id, copy)


def remove_panel(session: Session, shot_id: str, panel_id: str) -> bool:
    """The panel before stands for its time too; the first one's goes to the next."""

    def change(film: Film) -> Film:
        shot = film.shot(shot_id)
        was_first = bool(shot.panels) and shot.panels[0].id == panel_id
        start = shot.panels[0].start if shot.panels else 0
        film = coverage.remove_panel(film, shot_id, panel_id)
        left = film.shot(shot_id).panels
        return coverage.edit_panel(film, shot_id, left[0].id, start=start) if was_first and left else film

    return session.edit(tr("Remove panel"), change)


def move_panel(session: Session, shot_id: str, panel_id: str, at: int) -> bool:
    """The panel at another position; each takes its length along."""
    return session.edit(tr("Move panel"), lambda film: moved(film, shot_id, panel_id, at))


def moved(film: Film, shot_id: str, panel_id: str, at: int) -> Film:
    """The pure edit behind `move_panel`."""
    shot = film.shot(shot_id)
    lengths = {p.id: end - p.start for p, end in zip(shot.panels, ends(shot), strict=True)}
    others = [panel for panel in shot.panels if panel.id != panel_id]
    panel = panel_of(shot, panel_id)
    if panel is None or not others:
        return film
    order: Sequence[Panel] = (*others[:at], panel, *others[at:])
    if [p.id for p in order] == [p.id for p in shot.panels]:
        return film
    start, timed = shot.panels[0].start, list[Panel]()
    for each in order:
        timed.append(each.with_(start=start))
        start += lengths[each.id]
    return edit_shot(film, shot_id, panels=tuple(timed))


def retime_panel(session: Session, shot_id: str, panel_id: str, start: int) -> bool:
    """Let the panel begin at another frame, between its neighbours; a drag is one undo step."""

    def change(film: Film) -> Film:
        shot = film.shot(shot_id)
        index = next((i for i, p in enumerate(shot.panels) if p.id == panel_id), -1)
        if index < 0:
            return film
        low = shot.panels[index - 1].start + 1 if index else 0
        high = ends(shot)[index] - 1
        return coverage.edit_panel(film, shot_id, panel_id, start=max(low, min(start, high)))

    return session.edit(tr("Retime panel"), change, merge=f"retime {panel_id}")


def spread_panels(session: Session, shot_id: str) -> bool:
    """Every panel stands equally long."""

    def change(film: Film) -> Film:
        shot = film.shot(shot_id)
        count = len(shot.panels)
        panels = tuple(p.with_(start=round(shot.duration * i / count)) for i, p in enumerate(shot.panels))
        return edit_shot(film, shot_id, panels=panels)

    return session.edit(tr("Spread panels evenly"), change)


def note_panel(session: Session, shot_id: str, panel_id: str, note: str) -> bool:
    """A word on the panel; typing on is one undo step."""
    return session.edit(
        tr("Panel note"),
        lambda film: coverage.edit_panel(film, shot_id, panel_id, note=note),
        merge=f"note {panel_id}",
    )


def flatten_panel(session: Session, shot_id: str, panel_id: str, flat: bool) -> bool:
    """Whether the engine looks for a foreground in the panel."""
    return session.edit(tr("Play panel flat"), lambda film: coverage.edit_panel(film, shot_id, panel_id, flat=flat))


def _inserted(session: Session, text: str, shot_id: str, after: str, panel: Panel) -> str:
    def change(film: Film) -> Film:
        start = _free_start(film.shot(shot_id), after)
        return coverage.add_panel(film, shot_id, panel.with_(start=start))

    return panel.id if session.edit(text, change) else ""


def _free_start(shot: Shot, after: str) -> int:
    """The middle of the time of the panel `after` (none: the last)."""
    if not shot.panels:
        return 0
    index = next((i for i, p in enumerate(shot.panels) if p.id == after), len(shot.panels) - 1)
    start, end = shot.panels[index].start, ends(shot)[index]
    if end - start < 2:
        raise BadInput("That panel stands for one frame only.", "Make it longer before another one shares its time.")
    return start + (end - start) // 2
