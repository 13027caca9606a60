"""Edits of who and what is seen, Film -> Film: subjects and their looks, props, places.

A rename keeps the old name as an alias and keeps `look_seed`, so the puppet stays who it is. What shots still use can
only be removed `everywhere`, which takes it out of them as well. Every function raises BadInput for an id or name that
does not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.errors import BadInput
from engine.film.cast import Look, Place, Prop, Subject, look_seed
from engine.film.document import Film
from engine.film.faults import amended
from engine.film.locate import index_of, must_be_free, put, with_each_shot
from engine.film.shots import Casting, Shot
from engine.film.values import fresh_id


def new_subject(
    name: str, *, description: str = "", look: Look | None = None, subject_id: str | None = None
) -> Subject:
    """A subject with the look seed that its first name gives it, not yet in any film."""
    looks = (look or Look(),)
    made = {"name": name, "description": description, "looks": looks, "look_seed": look_seed(name)}
    return Subject.model_validate({"id": subject_id or fresh_id(), **made})


def add_subject(film: Film, subject: Subject) -> Film:
    """One more in the cast."""
    _is_new(film, subject.id)
    _looks_differ(subject)
    return film.with_(cast=(*film.cast, subject))


def edit_subject(film: Film, subject_id: str, **changes: Any) -> Film:
    """Another description, voice or aliases; names and looks have edits of their own."""
    if {"name", "looks", "look_seed"} & changes.keys():
        raise BadInput("A subject's name and looks have edits of their own.", "Use rename_subject or edit_look.")
    index = index_of(film.cast, subject_id, "subject")
    return film.with_(cast=put(film.cast, index, amended(film.cast[index], film.cast[index].name, changes)))


def rename_subject(film: Film, subject_id: str, name: str) -> Film:
    """MARY turns out to be MARIA: the old name becomes an alias, and the subject looks as before."""
    index = index_of(film.cast, subject_id, "subject")
    subject = film.cast[index]
    if name == subject.name:
        return film
    aliases = tuple(dict.fromkeys(alias for alias in (*subject.aliases, subject.name) if alias != name))
    renamed = amended(subject, subject.name, {"name": name, "aliases": aliases})
    return film.with_(cast=put(film.cast, index, renamed))


def remove_subject(film: Film, subject_id: str, *, everywhere: bool = False) -> Film:
    """The film without the subject. `everywhere` also uncasts it and leaves its lines to an unnamed voice."""
    index = index_of(film.cast, subject_id, "subject")
    used = [shot.slate for shot in film.shots if _plays_in(shot, subject_id)]
    _unused_or(everywhere, film.cast[index].name, used)
    film = with_each_shot(film, lambda shot: _without_subject(shot, subject_id))
    return film.with_(cast=put(film.cast, index))


def merge_subjects(film: Film, kept_id: str, gone_id: str) -> Film:
    """Two that are one and the same become one: THE MAN turns out to be JONAS. The kept one plays and speaks wherever the other did and
    takes over its names and looks; a look whose name both have gets the other's name before it. Where both play in one shot, the kept one's
    own look stays. Raises BadInput for one and the same subject twice."""
    if kept_id == gone_id:
        raise BadInput("A subject cannot be merged with itself.", "Choose another one.")
    kept, gone = (film.cast[index_of(film.cast, each, "subject")] for each in (kept_id, gone_id))
    names = _look_names(kept, gone)
    looks = (*kept.looks, *(look.with_(name=names[look.name]) for look in gone.looks))
    aliases = dict.fromkeys((*kept.aliases, gone.name, *gone.aliases))
    described = kept.description or gone.description
    merged = kept.with_(
        looks=looks,
        aliases=tuple(alias for alias in aliases if alias != kept.name),
        description=described,
        voice=kept.voice or gone.voice,
    )
    film = film.with_(cast=tuple(merged if each.id == kept_id else each for each in film.cast if each.id != gone_id))
    return with_each_shot(film, lambda shot: _recast(shot, kept_id, gone, names))


def add_look(film: Film, subject_id: str, look: Look) -> Film:
    """One more look: another costume, age, wounds."""
    return _with_looks(film, subject_id, lambda looks: (*looks, look))


def edit_look(film: Film, subject_id: str, name: str, /, **changes: Any) -> Film:
    """The look with another description, references, palette or name; shots that name it follow the new name."""
    index = index_of(film.cast, subject_id, "subject")
    subject = film.cast[index]
    at = _look_index(subject, name)
    look = amended(subject.looks[at], f"The look {name!r} of {subject.name}", changes)
    film = _with_looks(film, subject_id, lambda looks: put(looks, at, look))
    return film if look.name == name else _reworn(film, subject_id, name, look.name)


def remove_look(film: Film, subject_id: str, name: str) -> Film:
    """The subject without that look; shots that name it fall back to the default one. The last look stays."""
    subject = film.cast[index_of(film.cast, subject_id, "subject")]
    at = _look_index(subject, name)
    if len(subject.looks) == 1:
        raise BadInput(f"{subject.name} has no other look than {name!r}.", "Add another one first.")
    film = _reworn(film, subject_id, name, None)
    return _with_looks(film, subject_id, lambda looks: put(looks, at))


def add_prop(film: Film, prop: Prop) -> Film:
    """One more hero prop."""
    _is_new(film, prop.id)
    return film.with_(props=(*film.props, prop))


def edit_prop(film: Film, prop_id: str, **changes: Any) -> Film:
    """The prop with another name, aliases, description or references."""
    index = index_of(film.props, prop_id, "prop")
    return film.with_(props=put(film.props, index, amended(film.props[index], film.props[index].name, changes)))


def remove_prop(film: Film, prop_id: str, *, everywhere: bool = False) -> Film:
    """The film without the prop; `everywhere` also takes it out of the shots that show it."""
    index = index_of(film.props, prop_id, "prop")
    _unused_or(everywhere, film.props[index].name, [shot.slate for shot in film.shots if prop_id in shot.props])
    film = with_each_shot(film, lambda shot: _without_prop(shot, prop_id))
    return film.with_(props=put(film.props, index))


def add_place(film: Film, place: Place) -> Film:
    """One more place."""
    _is_new(film, place.id)
    return film.with_(places=(*film.places, place))


def edit_place(film: Film, place_id: str, **changes: Any) -> Film:
    """The place with another name, aliases, description, inside or outside, or references."""
    index = index_of(film.places, place_id, "place")
    return film.with_(places=put(film.places, index, amended(film.places[index], film.places[index].name, changes)))


def remove_place(film: Film, place_id: str, *, everywhere: bool = False) -> Film:
    """The film without the place; `everywhere` also takes it out of the scenes that play there."""
    index = index_of(film.places, place_id, "place")
    used = [f"scene {scene.number}" for scene in film.scenes if scene.place == place_id]
    _unused_or(everywhere, film.places[index].name, used)
    scenes = tuple(scene.with_(place=None) if scene.place == place_id else scene for scene in film.scenes)
    return film.with_(scenes=scenes, places=put(film.places, index))


def _is_new(film: Film, wanted: str) -> None:
    must_be_free(wanted, (each.id for each in (*film.cast, *film.props, *film.places)), "subject, prop or place")


def _looks_differ(subject: Subject) -> None:
    names = [look.name for look in subject.looks]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise BadInput(f"{subject.name} has two looks called {double!r}.", "Give each look a name of its own.")


def _look_index(subject: Subject, name: str) -> int:
    for index, look in enumerate(subject.looks):
        if look.name == name:
            return index
    known = ", ".join(look.name for look in subject.looks)
    raise BadInput(f"{subject.name} has no look called {name!r}.", f"Choose one of: {known}.")


def _with_looks(film: Film, subject_id: str, change: Callable[[tuple[Look, ...]], tuple[Look, ...]]) -> Film:
    index = index_of(film.cast, subject_id, "subject")
    subject = film.cast[index].with_(looks=change(film.cast[index].looks))
    _looks_differ(subject)
    return film.with_(cast=put(film.cast, index, subject))


def _reworn(film: Film, subject_id: str, old: str, new: str | None) -> Film:
    """Every shot that casts the subject in look `old` casts it in `new`."""
    before, after = Casting(subject=subject_id, look=old), Casting(subject=subject_id, look=new)

    def change(shot: Shot) -> Shot:
        if before not in shot.cast:
            return shot
        return shot.with_(cast=tuple(after if casting == before else casting for casting in shot.cast))

    return with_each_shot(film, change)


def _look_names(kept: Subject, gone: Subject) -> dict[str, str]:
    """What the looks of the one that goes are called from now on."""
    taken = {look.name for look in kept.looks}
    names: dict[str, str] = {}
    for look in gone.looks:
        name, number = look.name, 2
        while name in taken:
            name = f"{gone.name} {look.name}" if number == 2 else f"{gone.name} {look.name} {number - 1}"
            number += 1
        taken.add(name)
        names[look.name] = name
    return names


def _recast(shot: Shot, kept_id: str, gone: Subject, names: dict[str, str]) -> Shot:
    """The shot with the kept subject in the place of the one that goes, in the look that one wore."""
    if not _plays_in(shot, gone.id):
        return shot
    there = any(each.subject == kept_id for each in shot.cast)
    cast: list[Casting] = []
    for each in shot.cast:
        if each.subject != gone.id:
            cast.append(each)
        elif not there:
            cast.append(Casting(subject=kept_id, look=names[gone.look(each.look).name]))
    lines = tuple(line.with_(speaker=kept_id) if line.speaker == gone.id else line for line in shot.lines)
    return shot.with_(cast=tuple(cast), lines=lines)


def _plays_in(shot: Shot, subject_id: str) -> bool:
    return any(c.subject == subject_id for c in shot.cast) or any(line.speaker == subject_id for line in shot.lines)


def _without_subject(shot: Shot, subject_id: str) -> Shot:
    if not _plays_in(shot, subject_id):
        return shot
    lines = tuple(line.with_(speaker="") if line.speaker == subject_id else line for line in shot.lines)
    return shot.with_(cast=tuple(c for c in shot.cast if c.subject != subject_id), lines=lines)


def _without_prop(shot: Shot, prop_id: str) -> Shot:
    return shot.with_(props=tuple(p for p in shot.props if p != prop_id)) if prop_id in shot.props else shot


def _unused_or(everywhere: bool, name: str, used: list[str]) -> None:
    if used and not everywhere:
        more = f" and {len(used) - 1} more" if len(used) > 1 else ""
        raise BadInput(f"{name} is used in {used[0]}{more}.", "Take it out of them first, or remove it everywhere.")
