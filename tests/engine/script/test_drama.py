"""Screenplays as professionals write them: courts, teams, hospitals; what their habits mean for who is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.film.document import Film
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle, Move, Size
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
        Act.SIT,
        Act.BUSINESS,
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


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("BRANDT staggers out of the smoke.", [Act.ENTER]),
        ("BRANDT staggers out of the room.", [Act.EXIT]),
        ("BRANDT carries the stretcher down the road.", [Act.WALK]),
        ("BRANDT carries a bag over his shoulder.", [Act.BUSINESS]),
        ("BRANDT slips a letter under the bowl.", [Act.BUSINESS]),
        ("BRANDT slips past the guards.", [Act.WALK]),
        ("BRANDT slips on the ice.", [Act.FALL]),
    ],
)
def test_ways_out_loads_and_slips(words: str, acts: list[Act]) -> None:
    assert [deed.act for deed in read_action(words, [("BRANDT", ())]).deeds] == acts


def test_a_point_of_view_shows_what_is_seen_and_not_the_glass(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "EXT. HILL - DAY\n\nKOWALSKI (40, stubble, steel helmet) waits, binoculars raised.\n\n"
        "KOWALSKI'S POV - THROUGH BINOCULARS: a lone tank rumbles across the bridge.\n",
    )
    first, second = (order for _, order in orders(film))
    assert {prop.name for prop in first.props} == {"binoculars"}
    assert {prop.name for prop in second.props} == {"lone tank", "bridge"}


def test_who_lies_is_not_seen_as_a_face_only(tmp_path: Path) -> None:
    film = film_of(tmp_path, "EXT. HILL - DAY\n\nTOM waits.\n\nHIGH ANGLE on Tom, lying in the mud, his eyes open.\n")
    assert film.scenes[0].shots[1].setup.size in {Size.FULL, Size.MEDIUM, Size.WIDE}


def test_his_partner_the_detective_with_a_first_name_is_one_person(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. SQUAD ROOM - NIGHT\n\nMERCER (52) waits.\n\nHis partner, DETECTIVE NADIA SINGH (30s, ponytail), nods.\n\n"
        "SINGH\nWell?\n\nMERCER\nWell.\n\nThe detective sits.\n",
    )
    assert {subject.name for subject in film.cast} == {"MERCER", "SINGH"}
    assert casts(film)[-1] == {"SINGH"}


def test_a_crane_that_lifts_is_no_bird(tmp_path: Path) -> None:
    film = film_of(tmp_path, "EXT. LAKE - DAY\n\nA crane lifts a rusted car out of the water.\n\nA crane flies away.\n")
    assert casts(film) == [set(), {"CRANE"}]


def test_what_an_insert_depicts_is_in_the_picture(tmp_path: Path) -> None:
    film = film_of(tmp_path, "INT. HALL - DAY\n\nGRACE (17) holds a medal.\n\nINSERT - THE MEDAL: a running girl.\n")
    assert casts(film)[1] == set()
    assert "running girl" in film.scenes[0].shots[1].note


def test_the_girls_are_those_of_seventeen_whatever_their_hair_is_called(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "EXT. TRACK - DAY\n\nGRACE (17, braids) laces her shoes. Her rival, TESS (17, blonde bob), waits with her arms crossed.\n\n"
        "An OFFICIAL in a white cap raises a pistol.\n\nThe girls run.\n",
    )
    assert casts(film) == [{"GRACE", "TESS"}, {"OFFICIAL"}, {"GRACE", "TESS"}] or casts(film)[-1] == {"GRACE", "TESS"}
    assert {subject.name for subject in film.cast} == {"GRACE", "TESS", "OFFICIAL"}


def test_arms_are_crossed_and_nobody_goes_anywhere() -> None:
    leaning = read_action("TESS leans on the wall with her arms crossed.", [("TESS", ())]).deeds
    assert {deed.business for deed in leaning} == {"lean"}
    assert {deed.act for deed in leaning} == {Act.BUSINESS}
    assert read_action("TESS crosses the street.", [("TESS", ())]).deeds


def test_a_window_by_the_car_is_the_cars(tmp_path: Path) -> None:
    film = film_of(tmp_path, "EXT. ROAD - DAY\n\nMERCER (50) walks to the car. He wipes mud from the window.\n")
    assert {prop.name for prop in next(order for _, order in orders(film)).props} == {"car"}


def test_names_say_who_is_meant_by_his_and_off_screen_is_near(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. BALLROOM - NIGHT\n\nMILES (20) takes the cane from HAROLD (75).\n\nMILES\nAsk her.\n\n"
        "ANGLE ON LUCILLE (72, silver bob, green dress) as a shadow falls across her table. She looks up.\n\n"
        "HAROLD (O.S.)\nMay I?\n\nLucille takes his hand.\n",
    )
    assert casts(film)[-1] == {"LUCILLE", "HAROLD"}
    called = film.scenes[0].shots[2]
    assert (called.setup.size, called.setup.move) == (Size.MEDIUM, Move.STATIC)
    assert not read_action("Lucille as a shadow falls across her table.", [("LUCILLE", ())]).deeds


def test_lights_bring_no_fairy_and_sons_no_fathers(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. WARD - NIGHT\n\nFairy lights. A BOY (9) lies on a bed.\n\nThe boy's FATHER (35) sips coffee from a paper cup.\n",
    )
    assert casts(film) == [{"BOY"}, {"FATHER"}]
    assert {prop.name for prop in film.props} >= {"paper cup"}
    assert "paper" not in {prop.name for prop in film.props}
    assert film.scenes[0].shots[0].setup.size in {Size.FULL, Size.WIDE}


def test_in_pajamas_between_commas_is_what_he_wears(tmp_path: Path) -> None:
    film = film_of(tmp_path, "INT. ROOM - DAY\n\nTOM (70) waits.\n\nTom, in striped pajamas, polishes a boot.\n")
    assert [subject.look for _, order in orders(film) for subject in order.cast][-1] == "striped pajamas"


def test_extreme_close_on_is_an_extreme_close_up_of_the_face(tmp_path: Path) -> None:
    film = film_of(tmp_path, "INT. ROOM - DAY\n\nOSEI (41) waits.\n\nEXTREME CLOSE ON Osei's eyes above the mask.\n")
    order = [order for _, order in orders(film)][-1]
    assert order.setup.size is Size.EXTREME_CLOSE_UP
    assert stage(order).focus[0] == "OSEI"


def test_rows_of_chairs_walk_nowhere() -> None:
    assert not read_action("TOM alone among rows of chairs.", [("TOM", ())]).deeds


def test_they_are_the_two_who_were_told_of_together(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. TAXI - NIGHT\n\nCLAIRE (38) and JULIAN (40) sit side by side.\n\nThe DRIVER (50s) glances back.\n\n"
        "DRIVER\nWhere to?\n\nThey look at each other and laugh.\n",
    )
    assert casts(film)[-1] == {"CLAIRE", "JULIAN"}


def test_the_train_is_the_steam_train_and_a_hut_has_no_guard(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "EXT. PLATFORM - DAWN\n\nA steam train waits.\n\nHOLLIS (45) steps out of the guard hut.\n\nThe train begins to move.\n",
    )
    assert casts(film) == [{"STEAM TRAIN"}, {"HOLLIS"}, {"STEAM TRAIN"}]


def test_while_somebody_else_dances() -> None:
    company = [("JULIAN", ()), ("CLAIRE", ()), ("VAN", ())]
    playing = read_action("Julian plays the violin while Claire dances alone.", company)
    assert [[d.business for d in playing.of(name)] for name in ("JULIAN", "CLAIRE")] == [["violin"], ["dance"]]
    ahead = read_action("The van crawls along the road, Julian and Claire walking ahead of it.", company)
    assert [deed.target for name in ("JULIAN", "CLAIRE") for deed in ahead.of(name)] == ["", ""]


@pytest.mark.parametrize(
    "words", ["An OLD MAN in a robe climbs out, hands raised.", "An OLD MAN steps out of the van."]
)
def test_who_climbs_out_comes_and_does_not_fly(tmp_path: Path, words: str) -> None:
    film = film_of(tmp_path, f"EXT. ROAD - DAY\n\nA white van stops.\n\n{words}\n")
    order = [order for _, order in orders(film)][-1]
    assert order.setup.move is not Move.TILT_UP
    (man,) = [player for player in stage(order).players if player.name == "OLD MAN"]
    first = man.beats[0]  # from outside the frame, or out of the door of the van that stands there
    assert first.act is Act.ENTER or (first.z0 > 1.0 and man.beats[1].act is Act.WALK)
    assert all(beat.act is not Act.FLY for beat in man.beats)


def test_only_capitals_and_known_names_open_a_sentence_as_people(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. STAGE - NIGHT\n\nDELPHINE ST. CLAIR (45, red gown) sits before a mirror, and Bo, who watches, sits.\n\n"
        "Mascara runs down her cheeks.\n\nDELPHINE\nWell?\n\nBlazing lights.\n\nLOW ANGLE as Delphine climbs a ladder.\n",
    )
    assert "DELPHINE" in {subject.name for subject in film.cast}
    assert not {"MASCARA", "BLAZING", "AS DELPHINE", "CLAIR", "ST"} & {subject.name for subject in film.cast}
    assert casts(film)[-1] == {"DELPHINE"}


def test_a_high_wide_shot_is_wide_and_from_above(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. STAGE - NIGHT\n\nIVY (24, brown dress) waits.\n\nHIGH WIDE SHOT: Ivy alone in the red velvet gown.\n",
    )
    shot = film.scenes[0].shots[1]
    assert (shot.setup.size, shot.setup.angle) == (Size.WIDE, Angle.HIGH)
    assert not shot.props
    assert shot.cast[0].look == "red velvet gown"


def test_who_sits_is_whom_the_words_stand_behind() -> None:
    company = [("IVY", ()), ("DELPHINE", ()), ("PIKE", ())]
    reading = read_action("Ivy gives it to Delphine, who sits on a suitcase.", company)
    assert [deed.doer for deed in reading.deeds if deed.act is Act.SIT] == ["DELPHINE"]


def test_fans_who_wait_are_people_and_a_fan_turns(tmp_path: Path) -> None:
    film = film_of(
        tmp_path, "EXT. DOOR - NIGHT\n\nFans with umbrellas wait in the rain.\n\nINT. HUT - DAY\n\nA fan turns.\n"
    )
    assert len(casts(film)[0]) == 2
    assert casts(film)[1] == set()


@pytest.mark.parametrize("name", ["DOBERMAN", "DACHSHUND", "COYOTE", "LIONESS", "TABBY", "LYNX", "FAWN"])
def test_breeds_are_animals(name: str) -> None:
    assert isinstance(puppet_for(name, f"a {name.lower()}", "", 1), Quadruped)


def test_it_is_as_late_as_before_the_flashback(tmp_path: Path) -> None:
    film = film_of(
        tmp_path,
        "INT. GARAGE - DAY\n\nNORA (29) waits.\n\nEXT. PORCH - FLASHBACK - SUNSET\n\nNora sits.\n\nINT. GARAGE - PRESENT\n\nNora walks.\n",
    )
    assert [scene.time_of_day for scene in film.scenes] == ["day", "dusk", "day"]


def test_her_little_brother_is_a_boy(tmp_path: Path) -> None:
    film = film_of(tmp_path, "INT. ROOM - DAWN\n\nROSA (22) sleeps. Her little brother PACO (7, pajamas) tiptoes in.\n")
    paco = next(subject for subject in film.cast if subject.name == "PACO")
    assert paco.description == "a little brother, 7"
    puppet = puppet_for("PACO", paco.description, "pajamas", 1, aliases=paco.aliases)
    assert puppet.height < 1.4


def test_crowds_pour_and_boxers_do_not_fly(tmp_path: Path) -> None:
    film = film_of(tmp_path, "EXT. STADIUM - NIGHT\n\nCrowds pour through the gates.\n")
    assert len(casts(film)[0]) == 3
    reading = read_action("ROSA and TESS circle each other.", [("ROSA", ()), ("TESS", ())])
    assert {deed.act for deed in reading.deeds} == {Act.WALK}
    reading = read_action("ROSA slides a contract across the table.", [("ROSA", ())])
    assert [deed.business for deed in reading.deeds] == ["give"]
