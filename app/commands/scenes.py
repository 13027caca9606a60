"""What a person does to scenes, each as one undo step."""

from __future__ import annotations

from app.commands.shots import edit_board
from app.state.session import Session
from app.words import tr
from engine.film import board
from engine.film.cast import Place
from engine.film.casting import add_place
from engine.film.document import Film
from engine.film.locate import index_of
from engine.film.several import new_scene
from engine.film.shots import TimeOfDay, Weather
from engine.film.values import fresh_id


def add(session: Session, behind: str = "") -> str:
    """A scene with nothing in it yet, behind another one ("": last). Returns its id, or "" when it was refused."""
    film = session.film
    at = index_of(film.scenes, behind, "scene") + 1 if behind else None
    scene = new_scene(film, at=at)
    done = edit_board(session, tr("Add scene"), lambda film: board.add_scene(film, scene, at=at))
    return scene.id if done else ""


def remove(session: Session, scene_id: str) -> None:
    """The scene and its shots leave the film."""
    edit_board(session, tr("Remove scene"), lambda film: board.remove_scene(film, scene_id))


def move(session: Session, scene_id: str, by: int) -> None:
    """The scene goes `by` places up (-) or down."""
    at = index_of(session.film.scenes, scene_id, "scene") + by
    if 0 <= at < len(session.film.scenes):
        edit_board(session, tr("Move scene"), lambda film: board.move_scene(film, scene_id, at=at))


def split(session: Session, scene_id: str, shot_id: str) -> None:
    """The shot becomes the first of a new scene at the same place."""
    edit_board(session, tr("Split scene"), lambda film: board.split_scene(film, scene_id, shot_id))


def merge_with_next(session: Session, scene_id: str) -> None:
    """The next scene's shots join this one."""
    at = index_of(session.film.scenes, scene_id, "scene")
    if at + 1 < len(session.film.scenes):
        behind = session.film.scenes[at + 1].id
        edit_board(session, tr("Merge scenes"), lambda film: board.merge_scenes(film, scene_id, behind))


def set_place(session: Session, scene_id: str, place_id: str | None) -> None:
    """Where the scene plays."""
    session.edit(tr("Change place"), lambda film: board.edit_scene(film, scene_id, place=place_id))


def set_new_place(session: Session, scene_id: str, name: str) -> None:
    """The scene plays at a place of this name, which is made where the film has none."""
    known = next((place for place in session.film.places if place.name.casefold() == name.casefold()), None)
    place = known or Place(id=fresh_id(), name=name)

    def change(film: Film) -> Film:
        film = film if known else add_place(film, place)
        return board.edit_scene(film, scene_id, place=place.id)

    session.edit(tr("Change place"), change)


def set_time(session: Session, scene_id: str, time: TimeOfDay) -> None:
    """The time of day."""
    session.edit(tr("Change time of day"), lambda film: board.edit_scene(film, scene_id, time_of_day=time))


def set_weather(session: Session, scene_id: str, weather: Weather) -> None:
    """The weather."""
    session.edit(tr("Change weather"), lambda film: board.edit_scene(film, scene_id, weather=weather))
