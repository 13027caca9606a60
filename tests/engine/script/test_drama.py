"""Screenplays as professionals write them: courts, teams, hospitals; what their habits mean for who is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.film.document import Film
from engine.film.rate import FILM, Raster
from engine.plan.acts import Act
from engine.plan.plan import orders
from engine.plan.reading import read_action
from engine.script.breakdown import breakdown
from engine.script.nouns import nouns_in
from engine.script.reading import read_script

SMALL = Raster(width=320, height=180)


def film_of(tmp_path: Path, text: str) -> Film:
    path = tmp_path / "script.fountain"
    path.write_text(text, encoding="utf-8")
    return breakdown(read_script(path), rate=FILM, raster=SMALL)


def casts(film: Film) -> list[set[str]]:
    """Who is in each shot, by name."""
    return [{subject.name for subject in order.cast} for _, order in orders(film)]


def test_who_wears_glasses_is_not_a_lass(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. OFFICE - DAY\n\nTOBY (11, small, thick glasses) sits beside a WOMAN in blue scrubs.\n\nHe swings a bat.\n\nTOBY\nHi.\n",
    )
    assert casts(film)[1] == {"TOBY"}


def test_a_coach_with_a_name_is_no_bus() -> None:
    assert not isinstance(puppet_for("RUIZ", "55, mustache", "red cap", 1, aliases=("COACH RUIZ",)), Vehicle)
    assert isinstance(puppet_for("BUS 2", "", "", 1), Vehicle)
    assert isinstance(puppet_for("red bus", "", "", 1), Vehicle)


def test_where_a_witness_sits_brings_no_witness() -> None:
    found = nouns_in("She strides up to the witness stand, past the jury box and a nurse station.", "en")
    assert all(noun.kind == "thing" for noun in found if noun.name != "station")
    assert not [noun for noun in found if noun.name in {"witness", "nurse"}]


def test_as_opens_a_clause_about_people_who_are_there(tmp_path: Path) -> None:
    film = film_of(tmp_path, "EXT. STEPS - DAY\n\nWIDE SHOT as reporters with umbrellas crowd the steps.\n")
    assert casts(film) == [{"REPORTER 1", "REPORTER 2"}]


def test_a_beat_that_names_nobody_plays_on_who_is_there(tmp_path: Path) -> None:
    text = "INT. COURT - DAY\n\nJUDGE HALE (60) raps his gavel.\n\nJUDGE HALE\nOrder!\n\nThe murmur dies.\n\n"
    assert casts(film_of(tmp_path, text))[2] == {"JUDGE HALE"}
    assert casts(film_of(tmp_path, text.replace("The murmur dies", "Outside, the empty street")))[2] == set()


def test_the_team_are_the_kids_who_played(tmp_path: Path) -> None:
    text = (
        "EXT. FIELD - DAY\n\nTwo KIDS chase a ball. TOBY (11) watches.\n\nINT. WARD - DAY\n\nA NURSE waves at Toby.\n\n"
        "EXT. FIELD - DAY\n\nToby swings.\n\nThe team runs out and lifts Toby up.\n"
    )
    assert casts(film_of(tmp_path, text))[-1] == {"KID 1", "KID 2", "TOBY"}


def test_beside_him_sits_somebody() -> None:
    reading = read_action("Beside him sits TOBY, swinging his legs.", [("RUIZ", ()), ("TOBY", ())])
    assert [deed.act for deed in reading.of("TOBY")] == [Act.SIT]
    assert [d.act for d in read_action("On the bench, RUIZ scribbles in a notebook.", [("RUIZ", ())]).deeds] == [
        Act.SIT
    ]


@pytest.mark.parametrize("words", ["a phone pressed to her ear", "a phone in her hand"])
def test_a_thing_said_to_be_in_the_hand_is_in_it(tmp_path: Path, words: str) -> None:
    film = film_of(tmp_path, f"INT. HALL - DAY\n\nVERA (40) storms down the hall, {words}.\n")
    players = {player.name: player for player in stage(next(order for _, order in orders(film))).players}
    assert players["phone"].carried_by == "VERA" or players["phone"].lift > 0.5
    assert players["VERA"].beats[0].act is Act.WALK


def test_daisies_are_called_a_daisy() -> None:
    assert [noun.name for noun in nouns_in("He carries a bunch of dahlies.", "en")] == ["dahly"]


def test_people_in_capitals_are_so_many_people(tmp_path: Path) -> None:
    film = film_of(tmp_path, "EXT. FIELD - DAY\n\nTwo GUARDS chase TOBY (11). A DOG (old) watches.\n")
    assert casts(film)[0] >= {"GUARD 1", "GUARD 2", "TOBY"}
    assert not [prop for prop in film.props if prop.name == "watch"]
