"""Who and what is in shots, by name, each as one undo step: a name that the film does not know yet joins it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from app.commands.shots import change
from app.state.session import Session
from app.words import tr
from engine.film.cast import Prop, Subject
from engine.film.casting import add_prop as prop_added
from engine.film.casting import add_subject, new_subject
from engine.film.document import Film
from engine.film.several import edit_shots
from engine.film.shots import Casting, Shot
from engine.film.values import fresh_id

T = TypeVar("T", Subject, Prop)


def cast(session: Session, shot_ids: Collection[str], name: str) -> None:
    """Somebody is seen in the shots; a new name is a new subject."""
    known = _named(session.film.cast, name)
    subject = known or new_subject(name)

    def join(film: Film) -> Film:
        film = film if known else add_subject(film, subject)
        return edit_shots(film, shot_ids, lambda shot: _with(shot, subject.id))

    session.edit(tr("Cast {name}", name=subject.name), join)


def uncast(session: Session, shot_ids: Collection[str], subject_id: str) -> None:
    """Somebody is not seen in the shots; what they say there stays."""

    def out(shot: Shot) -> Shot:
        cast = tuple(casting for casting in shot.cast if casting.subject != subject_id)
        return shot if cast == shot.cast else shot.with_(cast=cast)

    change(session, shot_ids, tr("Uncast {name}", name=session.film.subject(subject_id).name), out)


def wear(session: Session, shot_ids: Collection[str], subject_id: str, look: str) -> None:
    """Somebody wears this look in the shots they are in; the default one is worn without being named."""
    default = session.film.subject(subject_id).looks[0].name == look
    worn = Casting(subject=subject_id, look=None if default else look)

    def dressed(shot: Shot) -> Shot:
        cast = tuple(worn if casting.subject == subject_id else casting for casting in shot.cast)
        return shot if cast == shot.cast else shot.with_(cast=cast)

    change(session, shot_ids, tr("Change look"), dressed)


def add_prop(session: Session, shot_ids: Collection[str], name: str) -> None:
    """A thing is seen in the shots; a new name is a new prop."""
    known = _named(session.film.props, name)
    prop = known or Prop(id=fresh_id(), name=name)

    def join(film: Film) -> Film:
        film = film if known else prop_added(film, prop)
        return edit_shots(
            film, shot_ids, lambda shot: shot if prop.id in shot.props else shot.with_(props=(*shot.props, prop.id))
        )

    session.edit(tr("Add {name}", name=prop.name), join)


def remove_prop(session: Session, shot_ids: Collection[str], prop_id: str) -> None:
    """A thing is not seen in the shots."""

    def out(shot: Shot) -> Shot:
        return shot.with_(props=tuple(p for p in shot.props if p != prop_id)) if prop_id in shot.props else shot

    change(session, shot_ids, tr("Remove {name}", name=session.film.prop(prop_id).name), out)


def _with(shot: Shot, subject_id: str) -> Shot:
    if any(casting.subject == subject_id for casting in shot.cast):
        return shot
    return shot.with_(cast=(*shot.cast, Casting(subject=subject_id)))


def _named(values: tuple[T, ...], name: str) -> T | None:
    """The one of that name or alias."""
    wanted = name.strip().casefold()
    return next((v for v in values if wanted in (v.name.casefold(), *(alias.casefold() for alias in v.aliases))), None)
