"""Edits inside one shot, Film -> Film: its takes, its cast, its lines and its storyboard panels.

Adding a take never circles it and never reaches a locked cut (whose clips pin theirs); circling is a person's word.
Every function raises BadInput for an id that does not exist. `at` counts positions, `start` film frames.
"""

from __future__ import annotations

from typing import Any

from engine.errors import BadInput
from engine.film.document import Film
from engine.film.faults import amended
from engine.film.judging import accept
from engine.film.locate import index_of, inserted, line_ids, must_be_free, panel_ids, put, shot_of, with_shot
from engine.film.shots import Casting, Line, Panel
from engine.film.takes import Take


def add_take(film: Film, shot_id: str, take: Take) -> Film:
    """The take becomes the shot's newest, and so its current one. A take the shot has already changes nothing."""
    shot = shot_of(film, shot_id)
    if take in shot.takes:
        return film
    must_be_free(take.id, (each.id for each in shot.takes), f"take of shot {shot.slate}")
    return with_shot(film, shot.with_(takes=(*shot.takes, take)))


def circle(film: Film, shot_id: str, take_id: str) -> Film:
    """This take is the one: it supplies every clip that pins no other. A rejected one is accepted by it."""
    shot = shot_of(accept(film, shot_id, take_id), shot_id)
    return with_shot(film, shot.with_(circled=take_id))


def uncircle(film: Film, shot_id: str) -> Film:
    """No take is circled: the newest supplies the shot's clips again."""
    return with_shot(film, shot_of(film, shot_id).with_(circled=None))


def cast_subject(film: Film, shot_id: str, subject_id: str, *, look: str | None = None) -> Film:
    """The subject plays in the shot, in that look (None: the default); one who does already changes looks."""
    shot = shot_of(film, shot_id)
    casting = Casting(subject=subject_id, look=look)
    if any(each.subject == subject_id for each in shot.cast):
        cast = tuple(casting if each.subject == subject_id else each for each in shot.cast)
    else:
        cast = (*shot.cast, casting)
    return with_shot(film, shot.with_(cast=cast))


def uncast_subject(film: Film, shot_id: str, subject_id: str) -> Film:
    """The subject is not seen in the shot; what it says there stays (it may be heard from outside the picture)."""
    shot = shot_of(film, shot_id)
    cast = tuple(each for each in shot.cast if each.subject != subject_id)
    if cast == shot.cast:
        raise BadInput(f"Shot {shot.slate} does not cast that subject.", "Choose one of its cast.")
    return with_shot(film, shot.with_(cast=cast))


def add_line(film: Film, shot_id: str, line: Line, *, at: int | None = None) -> Film:
    """A spoken line, before position `at` (None: last)."""
    must_be_free(line.id, line_ids(film), "line")
    shot = shot_of(film, shot_id)
    return with_shot(film, shot.with_(lines=inserted(shot.lines, at, line)))


def edit_line(film: Film, shot_id: str, line_id: str, **changes: Any) -> Film:
    """The line with another text, speaker or timing; it may run over its shot at either end."""
    shot = shot_of(film, shot_id)
    index = index_of(shot.lines, line_id, f"line in shot {shot.slate}")
    line = amended(shot.lines[index], f"The line in shot {shot.slate}", changes)
    return with_shot(film, shot.with_(lines=put(shot.lines, index, line)))


def remove_line(film: Film, shot_id: str, line_id: str) -> Film:
    """The shot without that line."""
    shot = shot_of(film, shot_id)
    index = index_of(shot.lines, line_id, f"line in shot {shot.slate}")
    return with_shot(film, shot.with_(lines=put(shot.lines, index)))


def add_panel(film: Film, shot_id: str, panel: Panel) -> Film:
    """A storyboard panel; panels are kept in order of time."""
    must_be_free(panel.id, panel_ids(film), "panel")
    return _with_panels(film, shot_id, (*shot_of(film, shot_id).panels, panel))


def edit_panel(film: Film, shot_id: str, panel_id: str, **changes: Any) -> Film:
    """The panel with another picture, start or note."""
    shot = shot_of(film, shot_id)
    index = index_of(shot.panels, panel_id, f"panel in shot {shot.slate}")
    panel = amended(shot.panels[index], f"The panel in shot {shot.slate}", changes)
    return _with_panels(film, shot_id, put(shot.panels, index, panel))


def remove_panel(film: Film, shot_id: str, panel_id: str) -> Film:
    """The shot without that panel."""
    shot = shot_of(film, shot_id)
    return _with_panels(film, shot_id, put(shot.panels, index_of(shot.panels, panel_id, "panel")))


def _with_panels(film: Film, shot_id: str, panels: tuple[Panel, ...]) -> Film:
    in_time = tuple(sorted(panels, key=lambda panel: panel.start))
    return with_shot(film, shot_of(film, shot_id).with_(panels=in_time))
