"""Habits of working screenwriters: whose shoulder, whose view, whose horse, who turns out to be whom, and intercuts."""

from __future__ import annotations

import pytest

from engine.film.cast import Subject
from engine.film.document import Film
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Shot
from engine.plan.riding import dismounting
from engine.script.breakdown import breakdown
from engine.script.grammar import parse_setup
from engine.script.reading import read_text

STREET = "EXT. STREET - DAY"


def _film(*paragraphs: str, heading: str = STREET) -> Film:
    return breakdown(read_text("\n\n".join((heading, *paragraphs)) + "\n"))


def _cast(film: Film, shot: Shot) -> list[str]:
    names = {subject.id: subject.name for subject in film.cast}
    return [names[casting.subject] for casting in shot.cast]


def _who(film: Film, name: str) -> Subject:
    return next(subject for subject in film.cast if subject.name == name)


ADA = "ADA (40), a sheriff, and COLE (50), a cowboy, wait."
SAYS = "ADA\nGo home.\n\nCOLE\nNo."


@pytest.mark.parametrize(
    "words",
    ["OVER COLE'S SHOULDER ON ADA, who nods.", "OVER COLE'S SHOULDER - Ada nods.", "Over Cole's shoulder, Ada nods."],
)
def test_over_somebodys_shoulder_it_is_their_back_we_see(words: str) -> None:
    film = _film(ADA, SAYS, words)
    shot = list(film.shots)[-1]
    assert shot.setup.angle is Angle.OVER_SHOULDER
    assert _cast(film, shot) == ["ADA", "COLE"]


def test_a_view_that_is_nobodys_is_the_last_ones() -> None:
    film = _film(ADA, "JAN (30), a baker, enters.", "POV - Ada and Cole.")
    assert _cast(film, list(film.shots)[-1]) == ["JAN", "ADA", "COLE"]


def test_whoever_looks_alone_at_a_thing_is_not_in_the_picture() -> None:
    film = _film(ADA, "COLE'S POV - a red lantern.")
    assert _cast(film, list(film.shots)[-1]) == []


@pytest.mark.parametrize(
    ("words", "angle", "rest"),
    [
        ("HIGH ANGLE LOOKING DOWN ON Nina.", Angle.HIGH, "Nina."),
        ("LOW ANGLE LOOKING UP AT the tower.", Angle.LOW, "The tower."),
    ],
)
def test_an_angle_says_twice_where_it_looks(words: str, angle: Angle, rest: str) -> None:
    hints = parse_setup(words, "en")
    assert (hints.angle, hints.rest) == (angle, rest)


def test_who_leads_his_horse_is_there_and_so_is_the_horse() -> None:
    film = _film("COLE (50), a cowboy, waits.", "Cole leads his horse down the street.")
    assert _cast(film, list(film.shots)[-1]) == ["COLE", "HORSE"]


def test_whose_car_it_is_sits_inside() -> None:
    film = _film("OTTO (60), a driver, waits.", "Otto's white van screeches to a stop.")
    assert _cast(film, list(film.shots)[-1]) == ["VAN"]


def test_the_nameless_rider_turns_out_to_be_cole() -> None:
    film = _film("A lone rider crosses the street.", "CLOSE ON the rider: COLE (50s), grey beard, a black hat.", SAYS)
    shots = list(film.shots)
    assert _cast(film, shots[0]) == _cast(film, shots[1]) == ["COLE"]
    assert "grey beard" in _who(film, "COLE").description


@pytest.mark.parametrize(
    ("words", "worn"),
    [
        ("ADA BELL (40), tall, brown coat and a tin star, waits.", "brown coat"),
        ("ADA (40), a black hat pulled low, a red bandana, waits.", "a black hat pulled low, a red bandana"),
        ("ADA (40), unshaven in a green hoodie, waits.", "in a green hoodie"),
        ("ADA (40), black jumpsuit, waits.", "black jumpsuit"),
        ("ADA (40), skinny, headphones around her neck, waits.", "headphones around her neck"),
    ],
)
def test_costumes_are_worn_and_do_not_lie_about(words: str, worn: str) -> None:
    film = _film(words, "ADA\nGo home.")
    assert _who(film, "ADA").looks[0].description == worn
    assert not film.props


def test_an_intercut_shows_each_speaker_where_they_were_left() -> None:
    film = _film(
        "OTTO (60), a hacker, types.",
        "INT. GALLERY - NIGHT",
        "NINA (30), a thief, waits.",
        "INTERCUT - OTTO IN THE STREET / NINA IN THE GALLERY",
        "NINA\nNow?\n\nOTTO\nNow!",
        "Nina runs.",
    )
    seen = [(scene.heading, _cast(film, shot)) for scene in film.scenes for shot in scene.shots]
    assert seen[2:] == [
        ("INT. GALLERY - NIGHT", ["NINA"]),
        (STREET, ["OTTO"]),
        ("INT. GALLERY - NIGHT", ["NINA"]),
    ]


def test_a_vehicle_is_framed_whole_and_one_that_follows_drives() -> None:
    film = _film("DUTCH ANGLE - the van speeds away, followed by a police car.")
    (shot,) = film.shots
    assert _cast(film, shot) == ["VAN", "POLICE CAR"]
    assert shot.setup.size in {Size.FULL, Size.WIDE}


def test_intercut_with_another_place_goes_to_and_fro() -> None:
    film = _film(
        "NINA (30), a thief, waits.",
        "INTERCUT WITH:",
        "INT. OFFICE - SAME",
        "OTTO (60), a hacker, at his desk.",
        "OTTO\nNow?\n\nNINA\nNow!",
    )
    seen = [(scene.heading, _cast(film, shot)) for scene in film.scenes for shot in scene.shots]
    office = "INT. OFFICE - SAME"
    assert seen == [(STREET, ["NINA"]), (office, ["OTTO"]), (office, ["OTTO"]), (STREET, ["NINA"])]


@pytest.mark.parametrize(
    ("words", "props"),
    [
        ("INSERT - A RED LEASH on the table.", {"red leash", "table"}),
        ("The boat rocks. Kit sits in the bow.", set()),
        ("Kit bends the bow.", {"bow"}),
        ("Agents of THE HENDERSON wait.", set()),
    ],
)
def test_things_in_capitals_are_things_and_a_bow_may_be_a_boats(words: str, props: set[str]) -> None:
    film = _film("KIT (9), a girl, waits.", words)
    assert {prop.name for prop in film.props} == props


def test_the_one_behind_the_colon_is_the_nameless_one() -> None:
    film = _film("CLOSE - a black helmet. The rider takes it off: JUNE (70), silver hair.", "JUNE\nNeed a hand?")
    assert [subject.name for subject in film.cast] == ["JUNE"]


def test_children_named_behind_a_colon_are_those_children() -> None:
    film = _film("Two children wait: POPPY (10) and GUS (6).", "POPPY\nShh.\n\nGUS\nOh.", "The children run.")
    assert [subject.name for subject in film.cast] == ["POPPY", "GUS"]
    assert set(_cast(film, list(film.shots)[-1])) == {"POPPY", "GUS"}


def test_a_called_shot_in_which_something_happens_waits_for_no_more() -> None:
    film = _film("GUS (6), a boy, waits.", "ECU - GUS screaming.", "A ghost floats in.", "GUS\nOh.")
    assert [shot.action for shot in film.shots][1:3] == ["GUS screaming.", "A ghost floats in."]


def test_an_angle_line_may_go_on() -> None:
    film = _film("GUS (6), a boy, waits.", "ANGLE ON THE ROAD - A motorcycle approaches.", "GUS\nOh.")
    shot = list(film.shots)[1]
    assert "ANGLE" not in shot.action
    assert _cast(film, shot) == ["MOTORCYCLE"]


def test_steam_that_pours_is_no_rain() -> None:
    dry = _film("Steam is pouring from the engine.")
    wet = _film("It is pouring.")
    assert [film.scenes[0].weather for film in (dry, wet)] == ["clear", "rain"]


def test_who_falls_off_has_dismounted() -> None:
    riders = (("BEN", ()),)
    assert set(dismounting("Ben swerves, falls off the bicycle.", riders)) == {"BEN"}
    assert not set(dismounting("Ben rides on.", riders))


def test_the_three_of_them_are_not_three_of_a_crowd() -> None:
    film = _film(
        "MEI (9) and LAO CHEN (70) wait.",
        "HAI (35) kneels. A crowd of villagers cheers.",
        "The three of them walk home.",
        heading="EXT. BEACH - DAY",
    )
    assert set(_cast(film, film.scenes[0].shots[-1])) == {"MEI", "LAO CHEN", "HAI"}


def test_whoever_falls_is_in_the_picture_before_the_fall() -> None:
    film = _film("ADA (40) waits.", "Ada smiles.", "Ada stumbles and falls to the ground.")
    setup = film.scenes[0].shots[-1].setup
    assert (setup.size, setup.move) == (Size.FULL, Move.STATIC)


def test_all_of_them_are_all_who_are_there() -> None:
    film = _film("ADA (40), COLE (50) and BEN (8) wait.", "Ada nods.", "They all laugh.", "Everybody waves.")
    assert [len(shot.cast) for shot in film.scenes[0].shots[-2:]] == [3, 3]


def test_everyone_at_a_ball_is_a_crowd_and_no_guest_of_the_scene_before() -> None:
    film = breakdown(
        read_text(
            "INT. CELL - DAY\n\nTOM (30) and BEN (8) sit.\n\nINT. BALLROOM - NIGHT\n\nKATE (25) enters. Everyone dances.\n"
        )
    )
    assert {"TOM", "BEN"}.isdisjoint(_cast(film, film.scenes[1].shots[0]))
    assert len(film.scenes[1].shots[0].cast) > 3


@pytest.mark.parametrize(
    ("action", "size"), [("ADA (40) kneels and hugs BEN (8).", Size.FULL), ("ADA (40) and BEN (8) wait.", Size.WIDE)]
)
def test_a_scene_opens_near_enough_for_what_is_done(action: str, size: Size) -> None:
    assert _film(action).scenes[0].shots[0].setup.size is size


def test_who_closes_her_eyes_and_blows_out_a_candle_is_seen_with_it() -> None:
    film = _film(
        "ADA (40) waits.", "Ada smiles.", "Ada closes her eyes and blows out the candle.", "Ada opens her eyes."
    )
    assert [shot.setup.size for shot in film.scenes[0].shots[-2:]] == [Size.MEDIUM_CLOSE, Size.EXTREME_CLOSE_UP]


def test_an_orange_flight_suit_is_no_fruit() -> None:
    film = _film("REYES (45), in an orange flight suit, peels an orange.", "Ada, in an orange flight suit, waits.")
    assert [prop.name for prop in film.props] == ["orange"]
    assert not film.scenes[0].shots[-1].props


def test_two_children_are_the_two_who_were_just_there() -> None:
    told = "第一场 外景 操场 日\n\n孩子们奔跑。\n\n小宇（10岁）撑开一把伞，遮住萌萌（10岁）。\n\n两个孩子笑了。\n"
    film = breakdown(read_text(told))
    assert set(_cast(film, film.scenes[0].shots[-1])) == {"小宇", "萌萌"}


def test_windows_of_a_spaceship_are_its_own() -> None:
    film = _film("ADA (40) waits. Earth hangs in the window.", heading="INT. SPACESHIP - NIGHT")
    assert not film.props
