"""What is done to the cast is one undo step, wherever in the film it reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.commands import cast
from app.state.session import Session
from engine.errors import BadInput
from engine.film.cast import Reference, Subject

ONE, TWO = (Reference(path=f"cast/{n}.png", digest=n * 64) for n in "ab")


def _mira(session: Session) -> Subject:
    return session.film.cast[0]


def test_a_rename_flows_through_the_film_and_keeps_the_old_name(session: Session) -> None:
    mira, shots = _mira(session), cast.appearances(session.film, _mira(session).id)
    assert cast.rename(session, mira.id, "  IRIS ")
    assert (_mira(session).name, _mira(session).aliases[-1], _mira(session).look_seed) == (
        "IRIS",
        "MIRA",
        mira.look_seed,
    )
    assert [s.id for s in cast.appearances(session.film, mira.id)] == [s.id for s in shots]
    session.undo.undo()
    assert _mira(session) == mira


def test_props_and_places_keep_their_old_names_too(session: Session) -> None:
    place = session.film.places[0]
    cast.rename(session, place.id, "THE RIVER")
    assert session.film.places[0].aliases == (*place.aliases, place.name)


def test_nobody_goes_without_a_name(session: Session) -> None:
    assert not cast.rename(session, _mira(session).id, "  ")
    assert _mira(session).name == "MIRA"


def test_it_is_removed_everywhere_and_comes_back_with_everything(session: Session) -> None:
    before = session.film
    for entry in (_mira(session), session.film.props[0], session.film.places[0]):
        assert cast.remove(session, entry.id)
        assert cast.appearances(session.film, entry.id) == ()
        session.undo.undo()
        assert session.film == before


def test_new_ones_have_names_of_their_own(session: Session) -> None:
    first = cast.add_subject(session, "MIRA")
    second = cast.add_place(session, "mira")
    assert session.film.subject(first).name == "MIRA 2"
    assert session.film.place(second).name == "mira 3"
    seeds = [subject.look_seed % 20 for subject in session.film.cast]
    assert len(set(seeds)) == len(seeds)


def test_a_new_look_is_dressed_in_the_default_ones_colours(session: Session) -> None:
    mira = _mira(session)
    cast.edit_look(session, mira.id, mira.looks[0].name, "Palette", palette=("#b5523b",))
    assert cast.add_look(session, mira.id, "wet") == "wet"
    assert cast.add_look(session, mira.id, "wet") == "wet 2"
    assert _mira(session).look("wet").palette == ("#b5523b",)
    assert cast.remove_look(session, mira.id, "wet")
    assert [look.name for look in _mira(session).looks][-1] == "wet 2"


def test_references_are_kept_once_and_each_in_its_place(session: Session) -> None:
    mira, prop = _mira(session), session.film.props[0]
    look = mira.looks[0].name
    cast.put_references(session, mira.id, look, "Add", lambda had: (*had, ONE, TWO, ONE))
    assert _mira(session).looks[0].references == (ONE, TWO)
    cast.put_references(session, prop.id, "", "Add", lambda had: (*had, TWO))
    assert session.film.props[0].references == (TWO,)


def test_typing_in_one_go_is_one_step(session: Session) -> None:
    mira = _mira(session)
    for words in ("Small", "Small and", "Small and quick."):
        cast.describe(session, mira.id, merge="writing 1", description=words)
    assert session.undo.count() == 1


def test_two_become_one(session: Session) -> None:
    tom = next(subject for subject in session.film.cast if subject.name == "TOM")
    shots = cast.appearances(session.film, tom.id)
    assert cast.merge(session, _mira(session).id, tom.id)
    assert "TOM" in _mira(session).aliases
    now = {shot.id for shot in cast.appearances(session.film, _mira(session).id)}
    assert {shot.id for shot in shots} <= now


def test_pictures_are_copied_into_their_room(tmp_path: Path) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFF3F6F8F)
    picture.save(str(tmp_path / "coat.jpg"))
    from_file = cast.kept_picture(tmp_path, "cast", tmp_path / "coat.jpg", "MIRA")
    from_memory = cast.kept_picture(tmp_path, "props", picture, "lamp")
    assert from_file.path.startswith("cast/MIRA-")
    assert QImage(str(tmp_path / from_memory.path)).size() == picture.size()
    (tmp_path / "notes.txt").write_text("no picture")
    with pytest.raises(BadInput):
        cast.kept_picture(tmp_path, "cast", tmp_path / "notes.txt", "MIRA")


def test_one_walk_counts_what_many_looks_would(session: Session) -> None:
    film, counts = session.film, cast.counted(session.film)
    for entry in (*film.cast, *film.props, *film.places):
        assert counts[entry.id] == len(cast.appearances(film, entry.id))
