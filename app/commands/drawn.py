"""Cards out of what is drawn or filmed already: a shot for each picture of a board, or for each clip.

Names tell which pictures are one shot (3a and 3b, 3-1 and 3-2) and which are mattes, as they do when a whole board is imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.commands.shots import edit_board
from app.state.session import Session
from app.words import tr
from engine.film.board import add_scene, add_shot
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.several import new_scene, new_shot
from engine.film.shots import Panel
from engine.film.values import fresh_id
from engine.script.board_names import PANEL_SECONDS, grouped, mattes

Panels = tuple[Panel, ...]


def panelled(pictures: Mapping[str, Reference]) -> tuple[Panels, ...]:
    """The panels of each shot, in order; `pictures` by the stems of their files."""
    masks = mattes(list(pictures))
    drawn = [stem for stem in pictures if stem not in masks.values()]

    def panel(stem: str) -> Panel:
        return Panel(id=fresh_id(), picture=pictures[stem], matte=pictures.get(masks.get(stem, "")))

    return tuple(tuple(panel(stem) for stem in stems) for stems in grouped(drawn).values())


def cards(
    session: Session, scene_id: str, at: int | None, drawn: Sequence[Panels], *, merge: str = ""
) -> tuple[str, ...]:
    """A new shot for each of `drawn`, a blank one where there are no panels, from that place of the scene on ("": the last scene,
    or a first one). They are selected; returns their ids, or () when it was refused."""
    made = tuple(fresh_id() for _ in drawn)

    def change(film: Film) -> Film:
        film = film if film.scenes else add_scene(film, new_scene(film))
        scene = scene_id or film.scenes[-1].id
        for number, (shot_id, panels) in enumerate(zip(made, drawn, strict=True)):
            film = _with_card(film, scene, None if at is None else at + number, shot_id, panels)
        return film

    if not edit_board(session, tr("Add {n} shots", n=len(made)), change, merge=merge):
        return ()
    session.select(made)
    return made


def _with_card(film: Film, scene_id: str, at: int | None, shot_id: str, panels: Panels) -> Film:
    shot = new_shot(film, scene_id, at=at, new_id=lambda: shot_id)
    if panels:
        each = round(PANEL_SECONDS * film.rate)
        timed = tuple(panel.with_(start=each * number) for number, panel in enumerate(panels))
        shot = shot.with_(duration=each * len(panels), panels=timed)
    return add_shot(film, scene_id, shot, at=at)
