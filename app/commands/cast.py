"""What a person does to the cast, props and places: each is one undo step, typing on in one field included.

A subject, a prop and a place are edited alike here, though the engine keeps them apart: only a subject has looks and a voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtGui import QImage, QImageReader

from app.state.prints import png
from app.state.session import Session
from app.words import tr
from engine.errors import BadInput
from engine.film import casting, pictures
from engine.film.cast import Look, Place, Prop, Reference, Subject
from engine.film.document import Film
from engine.film.renaming import renamed_throughout
from engine.film.shots import Shot
from engine.film.values import fresh_id

Entry: TypeAlias = Subject | Prop | Place


def entry_of(film: Film, entry_id: str) -> Entry | None:
    """The subject, prop or place of that id."""
    return next((each for each in (*film.cast, *film.props, *film.places) if each.id == entry_id), None)


def appearances(film: Film, entry_id: str) -> tuple[Shot, ...]:
    """The shots in which it is seen, in story order; a subject that is only heard there counts too."""
    found: list[Shot] = []
    for scene in film.scenes:
        here = scene.place == entry_id
        found += [shot for shot in scene.shots if here or _is_in(shot, entry_id)]
    return tuple(found)


def counted(film: Film) -> Counter[str]:
    """In how many shots each subject, prop and place is seen, in one walk through the film."""
    counts: Counter[str] = Counter()
    for scene in film.scenes:
        for shot in scene.shots:
            speakers = (line.speaker for line in shot.lines if line.speaker)
            seen = {*shot.props, *(each.subject for each in shot.cast), *speakers}
            counts.update(seen | {scene.place} if scene.place else seen)
    return counts


def _is_in(shot: Shot, entry_id: str) -> bool:
    return (
        entry_id in shot.props
        or any(each.subject == entry_id for each in shot.cast)
        or any(line.speaker == entry_id for line in shot.lines)
    )


def add_subject(session: Session, name: str) -> str:
    """One more in the cast; its colours are its own. Returns its id, or "" when it was refused."""
    taken = [each.look_seed for each in session.film.cast]
    subject = casting.new_subject(_free(session.film, name))
    seed = casting.look_seed(subject.name, taken)
    return _added(session, tr("Add subject"), subject.with_(look_seed=seed), casting.add_subject)


def add_prop(session: Session, name: str) -> str:
    """One more hero prop."""
    return _added(session, tr("Add prop"), Prop(id=fresh_id(), name=_free(session.film, name)), casting.add_prop)


def add_place(session: Session, name: str) -> str:
    """One more place."""
    return _added(session, tr("Add place"), Place(id=fresh_id(), name=_free(session.film, name)), casting.add_place)


def _added(session: Session, text: str, entry: Any, add: Callable[[Film, Any], Film]) -> str:
    return entry.id if session.edit(text, lambda film: add(film, entry)) else ""


def _free(film: Film, name: str) -> str:
    """The name, with a number behind it where somebody has it already."""
    taken = {each.name.casefold() for each in (*film.cast, *film.props, *film.places)}
    name = name.strip() or tr("Unnamed")
    number, free = 2, name
    while free.casefold() in taken:
        free, number = f"{name} {number}", number + 1
    return free


def rename(session: Session, entry_id: str, name: str) -> bool:
    """Another name, everywhere in the film; the old one stays as an alias, and a subject looks as before."""
    name = name.strip()

    def change(film: Film) -> Film:
        entry = entry_of(film, entry_id)
        if entry is None or name == entry.name:
            return film
        if not name:
            raise BadInput(f"{entry.name} needs a name.", "Write one.")
        film = renamed_throughout(film, entry.name, name)
        if isinstance(entry, Subject):
            return casting.rename_subject(film, entry_id, name)
        aliases = tuple(dict.fromkeys(a for a in (*entry.aliases, entry.name) if a != name))
        return _changed(film, entry, name=name, aliases=aliases)

    return session.edit(tr("Rename"), change)


def describe(session: Session, entry_id: str, *, merge: str = "", **changes: Any) -> bool:
    """Another description, voice, other names, or whether a place is inside. What is typed in one go has one `merge`."""

    def change(film: Film) -> Film:
        entry = entry_of(film, entry_id)
        return _changed(film, entry, **changes) if entry is not None else film

    words = {"description": tr("Describe"), "voice": tr("Voice"), "aliases": tr("Other names")}
    return session.edit(words.get(next(iter(changes)), tr("Change place")), change, merge=merge)


def remove(session: Session, entry_id: str) -> bool:
    """Out of the film, and out of every shot; undo brings it back with everything it had."""

    def change(film: Film) -> Film:
        match entry_of(film, entry_id):
            case Subject():
                return casting.remove_subject(film, entry_id, everywhere=True)
            case Prop():
                return casting.remove_prop(film, entry_id, everywhere=True)
            case Place():
                return casting.remove_place(film, entry_id, everywhere=True)
            case None:
                return film

    return session.edit(tr("Remove {name}", name=_name(session.film, entry_id)), change)


def merge(session: Session, kept_id: str, gone_id: str) -> bool:
    """Two that are one and the same become one: the kept one plays wherever the other did."""
    return session.edit(
        tr("Merge {name}", name=_name(session.film, gone_id)),
        lambda film: casting.merge_subjects(film, kept_id, gone_id),
    )


def _name(film: Film, entry_id: str) -> str:
    entry = entry_of(film, entry_id)
    return entry.name if entry else ""


def _changed(film: Film, entry: Entry, **changes: Any) -> Film:
    match entry:
        case Subject():
            return casting.edit_subject(film, entry.id, **changes)
        case Prop():
            return casting.edit_prop(film, entry.id, **changes)
        case Place():
            return casting.edit_place(film, entry.id, **changes)


# --- looks


def add_look(session: Session, subject_id: str, name: str) -> str:
    """One more look, dressed in the colours of the default one. Returns its name, or "" when it was refused."""
    subject = session.film.subject(subject_id)
    taken = {look.name.casefold() for look in subject.looks}
    number, free = 2, name
    while free.casefold() in taken:
        free, number = f"{name} {number}", number + 1
    look = Look(name=free, palette=subject.looks[0].palette)
    return free if session.edit(tr("Add look"), lambda film: casting.add_look(film, subject_id, look)) else ""


def edit_look(session: Session, subject_id: str, look: str, text: str, *, merge: str = "", **changes: Any) -> bool:
    """Another description, palette or name of a look."""
    return session.edit(text, lambda film: casting.edit_look(film, subject_id, look, **changes), merge=merge)


def remove_look(session: Session, subject_id: str, look: str) -> bool:
    """Shots that wear it fall back to the default one."""
    return session.edit(tr("Remove look"), lambda film: casting.remove_look(film, subject_id, look))


# --- references


def references_of(entry: Entry, look: str) -> tuple[Reference, ...]:
    """The reference pictures of a look, a prop or a place."""
    return entry.look(look).references if isinstance(entry, Subject) else entry.references


def put_references(
    session: Session,
    entry_id: str,
    look: str,
    text: str,
    change: Callable[[tuple[Reference, ...]], Sequence[Reference]],
) -> bool:
    """Other reference pictures of a look, a prop or a place; none of them twice."""

    def edit(film: Film) -> Film:
        entry = entry_of(film, entry_id)
        if entry is None:
            return film
        after = tuple({each.digest: each for each in change(references_of(entry, look))}.values())
        if isinstance(entry, Subject):
            return casting.edit_look(film, entry_id, look, references=after)
        return _changed(film, entry, references=after)

    return session.edit(text, edit)


def room_of(entry: Entry) -> str:
    """The folder of the film that keeps its pictures."""
    return {Subject: pictures.CAST, Prop: pictures.PROPS, Place: pictures.PLACES}[type(entry)]


def kept_picture(folder: Path, room: str, source: Path | QImage, stem: str) -> Reference:
    """A picture from a file or from memory, copied into the film. For a thread; raises BadInput for what is no picture, StorageFailed."""
    if isinstance(source, QImage):
        return pictures.keep_bytes(folder, room, png(source), stem)
    if not QImageReader(str(source)).canRead():
        raise BadInput(f"{source.name} is not a picture that can be read.", "Save it as PNG or JPEG.")
    return pictures.keep(folder, room, source, stem)
