"""What other writers do that our own scripts do not: each habit is one rule, and here is its test."""

from __future__ import annotations

from engine.film.cast import Subject
from engine.film.document import Film
from engine.film.setup import Move, Size
from engine.film.shots import Shot
from engine.script.breakdown import breakdown
from engine.script.grammar import parse_setup
from engine.script.nouns import nouns_in
from engine.script.reading import read_text


def _film(*paragraphs: str, heading: str = "EXT. FIELD - DAY") -> Film:
    return breakdown(read_text("\n\n".join((heading, *paragraphs)) + "\n"))


def _chinese(*lines: str, heading: str = "1. 院子 外 日") -> Film:
    return breakdown(read_text("\n".join((heading, *lines)) + "\n"))


def _cast(film: Film, shot: Shot) -> list[str]:
    names = {subject.id: subject.name for subject in film.cast}
    return [names[casting.subject] for casting in shot.cast]


def _who(film: Film, name: str) -> Subject:
    return next(subject for subject in film.cast if subject.name == name)


def _props(film: Film) -> set[str]:
    return {prop.name for prop in film.props}


def test_a_surname_that_is_a_bird_is_still_a_woman_with_all_her_looks() -> None:
    film = _film("VIVIAN LARK, 32, red hair, long black dress, steps in.")
    (vivian,) = film.cast
    assert vivian.description.startswith("a woman, 32, red hair")
    assert vivian.looks[0].description == "long black dress"
    assert not film.props


def test_an_animal_takes_the_name_behind_it() -> None:
    film = _film("The family's dog, BISCUIT, a fat brown dachshund, sits.", "Biscuit barks at the moon.")
    assert [subject.name for subject in film.cast] == ["BISCUIT"]
    assert "dachshund" in film.cast[0].description
    assert not _props(film)


def test_numbered_people_share_what_both_wear_and_are_told_apart() -> None:
    film = _film("GUARD 1 and GUARD 2, both in blue uniforms, wait.", "Guard 2 trips.", "The other guard laughs.")
    one, two = (_who(film, f"GUARD {n}").looks[0].description for n in (1, 2))
    assert one == two == "in blue uniforms"
    shots = list(film.shots)
    assert _cast(film, shots[-1]) == ["GUARD 1"]


def test_ordinals_count_and_plurals_mean_all() -> None:
    film = _film("Three camels walk in a line.", "The second camel stops.", "The camels kneel.")
    shots = list(film.shots)
    assert _cast(film, shots[1]) == ["CAMEL 2"]
    assert _cast(film, shots[-1]) == ["CAMEL 1", "CAMEL 2", "CAMEL 3"]


def test_a_crowd_is_a_few_extras_who_stay_the_same() -> None:
    film = _film("A crowd gathers at the gate.", "MIRA, 20, a singer, waits on a rock alone.", "The crowd runs.")
    shots = list(film.shots)
    assert len(_cast(film, shots[0])) == 3
    assert set(_cast(film, shots[0])) == set(_cast(film, shots[-1]))


def test_whose_daughter_does_not_bring_her_father_along() -> None:
    film = _film("TOM, 40, a farmer, sleeps.", "Tom's daughter LENA, 8, climbs a tree.")
    assert _cast(film, list(film.shots)[-1]) == ["LENA"]


def test_dinner_is_not_cast() -> None:
    film = _film("A roast chicken and a wooden horse stand on the table.", heading="INT. KITCHEN - DAY")
    assert not film.cast
    assert {"roast chicken", "wooden horse"} <= _props(film)


def test_it_is_the_thing_just_named() -> None:
    film = _film("A train waits.", "ELSA, 20, gives JAN, 22, a photograph. He puts it in his pocket.")
    assert "TRAIN" not in _cast(film, list(film.shots)[-1])


def test_who_is_spoken_of_is_not_there() -> None:
    film = breakdown(read_text("一个小姑娘站在门口。\n\n“老爷爷，救救它。”小姑娘说。\n\n小姑娘哭了。\n"))
    assert [subject.name for subject in film.cast] == ["小姑娘"]


def test_a_bare_first_line_is_the_title_and_no_shot() -> None:
    english = breakdown(read_text("The Lighthouse Dog\n\nAn old man sat on the beach.\n\nHis dog slept beside him.\n"))
    assert english.title == "The Lighthouse Dog"
    assert len(list(english.shots)) == 2
    assert breakdown(read_text("雪夜来客\n\n一个猎人坐在木屋里。\n\n门开了，狗叫了一声。\n")).title == "雪夜来客"


def test_cues_with_no_blank_line_between_them() -> None:
    film = _chinese(
        "苏晴（35岁，长发）走进来。", "苏晴", "妈，我来晚了。", "母亲", "（笑）", "不晚。", "苏晴坐下。", "苏晴", "好。"
    )
    spoken = [(line.text, line.voice_over) for shot in film.shots for line in shot.lines]
    assert spoken == [("妈，我来晚了。", False), ("不晚。", False), ("好。", False)]
    assert any(shot.action == "苏晴坐下。" for shot in film.shots)


def test_a_name_behind_a_noun_is_only_the_name() -> None:
    film = _chinese("白衣女子柳如烟（25岁，戴斗笠）从树上飞落。")
    assert [subject.name for subject in film.cast] == ["柳如烟"]


def test_compounds_are_known_by_their_last_character() -> None:
    assert [noun.name for noun in nouns_in("他拿出药箱，看着墙上的弩枪。", "zh") if noun.kind == "thing"] == [
        "药箱",
        "弩枪",
    ]
    assert [noun.name for noun in nouns_in("一个白胡子猎人坐着。", "zh")] == ["猎人"]


def test_several_who_act_together_are_never_in_a_single() -> None:
    film = _film("ANN, 30, and BOB, 31, wait.", "Ann holds out a cup to Bob and Bob smiles.", "Bob cries beside Ann.")
    tight = {Size.MEDIUM_CLOSE, Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP}
    assert not [shot.slate for shot in film.shots if len(shot.cast) > 1 and shot.setup.size in tight]


def test_more_words_for_moves() -> None:
    assert parse_setup("TRUCKING SHOT LEFT.", "en").move is Move.TRUCK_LEFT
    assert parse_setup("SLOW ZOOM IN on Maya.", "en").move is Move.ZOOM_IN


def test_a_name_joined_to_an_animal_is_seen_with_it() -> None:
    script = "INT. ROOM - DAY\n\nROSA, 25, a woman, waits. A cat sleeps.\n\nEXT. BRIDGE - DAY\n\nRosa and the cat cross the bridge.\n"
    film = breakdown(read_text(script))
    last = list(film.shots)[-1]
    assert {film.subject(casting.subject).name for casting in last.cast} == {"ROSA", "CAT"}
