"""Cards written by hand: who and what their words name is cast as a script's is, and only what the words change changes."""

from __future__ import annotations

import pytest

from engine.film.board import add_scene, add_shot, edit_scene
from engine.film.casting import add_subject, new_subject
from engine.film.coverage import cast_subject, uncast_subject
from engine.film.document import Film
from engine.film.setup import Setup
from engine.film.several import edit_shots, new_scene, new_shot
from engine.film.shots import Shot
from engine.script.breakdown import breakdown
from engine.script.dictation import taken_down
from engine.script.reading import read_text


def blank() -> Film:
    film = Film()
    film = add_scene(film, new_scene(film))
    return add_shot(film, film.scenes[0].id, new_shot(film, film.scenes[0].id))


def write(film: Film, words: str, at: int = -1) -> Film:
    """The words on a card, in the place of those that stood there."""
    shot = tuple(film.shots)[at]
    return taken_down(edit_shots(film, [shot.id], lambda each: each.with_(action=words)), {shot.id: shot.action})


def head(film: Film, heading: str) -> Film:
    scene = film.scenes[-1]
    return taken_down(edit_scene(film, scene.id, heading=heading), {scene.id: scene.heading})


def another(film: Film, words: str) -> Film:
    scene = film.scenes[-1].id
    return write(add_shot(film, scene, new_shot(film, scene)), words)


def written(*cards: str) -> Film:
    film = write(blank(), cards[0])
    for words in cards[1:]:
        film = another(film, words)
    return film


def who(film: Film) -> list[list[str]]:
    """Who is in each shot, by name."""
    names = {subject.id: subject.name for subject in film.cast}
    return [[names[each.subject] for each in shot.cast] for shot in film.shots]


def first(film: Film) -> Shot:
    return next(film.shots)


def test_a_card_written_by_hand_casts_whom_it_names_and_tells_the_place() -> None:
    film = written("Li Wei walks into the tea house and sits down.", "He drinks tea.")
    assert who(film) == [["LI WEI"], ["LI WEI"]]
    assert [place.name for place in film.places] == ["TEA HOUSE"]
    assert film.scenes[0].place == film.places[0].id
    chinese = written("李伟推门进来。", "他坐下喝茶。")
    assert who(chinese) == [["李伟"], ["李伟"]]
    assert chinese.language == "zh"


@pytest.mark.parametrize(
    ("script", "headings"),
    [
        (
            "INT. TEA HOUSE - NIGHT\n\nMARA VOSS, 40s, in a red coat, opens the door.\n\nTom looks up from his cup.\n\nShe sits down.\n\nA black cat jumps "
            "onto the table.\n\nEXT. STREET - DAWN\n\nMara walks away. The cat follows her.\n\nTom watches them.",
            ["INT. TEA HOUSE - NIGHT", "EXT. STREET - DAWN"],
        ),
        (
            "内景 茶馆 夜\n\n林小雨推门进来。\n\n老王抬起头，看着她。\n\n小雨坐下。\n\n一只黑猫跳上桌子。\n\n外景 街道 清晨\n\n小雨慢慢走远。\n\n老王望着她的背影。",
            ["内景 茶馆 夜", "外景 街道 清晨"],
        ),
    ],
)
def test_a_film_typed_card_by_card_is_the_film_that_its_script_is(script: str, headings: list[str]) -> None:
    brought = breakdown(read_text(script))
    film = blank()
    for number, scene in enumerate(brought.scenes):
        film = film if not number else add_scene(film, new_scene(film))
        film = head(film, headings[number])
        for at, shot in enumerate(scene.shots):
            film = write(film, shot.action) if not number and not at else another(film, shot.action)
    assert who(film) == who(brought)
    assert [(s.time_of_day, s.weather) for s in film.scenes] == [(s.time_of_day, s.weather) for s in brought.scenes]
    assert {place.name for place in film.places} == {place.name for place in brought.places}
    assert [shot.setup.size for shot in film.shots] == [shot.setup.size for shot in brought.shots]
    ours = {each.name: (each.description, each.looks, each.look_seed) for each in film.cast}
    assert ours == {each.name: (each.description, each.looks, each.look_seed) for each in brought.cast}


def test_a_name_that_is_put_right_leaves_nobody_behind() -> None:
    film = written("Li Wie walks into the tea house.", "He sits down.")
    film = write(film, "Li Wei walks into the garden.", 0)
    assert who(film) == [["LI WEI"], ["LI WEI"]]
    assert len(film.cast) == 1
    assert [place.name for place in film.places] == ["GARDEN"]


def test_who_was_taken_off_stays_off_and_who_was_put_there_stays() -> None:
    film = written("Li Wei walks into the tea house.")
    film = add_subject(film, new_subject("Bob"))
    film = cast_subject(film, first(film).id, film.cast[-1].id)
    film = uncast_subject(film, first(film).id, film.cast[0].id)
    assert who(write(film, "Li Wei walks slowly into the tea house.")) == [["Bob"]]


@pytest.mark.parametrize(
    ("cards", "name"),
    [
        (("A train rolls in.", "MARA steps off the train.", "Fog lies over the platform."), "TRAIN"),
        (("A woman waits under the clock.", "She looks up.", "A clock on a wall."), "WOMAN"),
    ],
)
def test_rewriting_a_shot_takes_nobody_off_the_next(cards: tuple[str, str, str], name: str) -> None:
    film = written(*cards[:2])
    assert all(name in names for names in who(film))

    film = write(film, cards[2], at=0)

    assert name not in who(film)[0]
    assert name in who(film)[1]


def test_those_of_the_cast_are_known_by_parts_of_their_names() -> None:
    film = add_subject(blank(), new_subject("Captain Bob Stone", description="an old sailor"))
    assert who(write(film, "Bob looks at the sea.")) == [["Captain Bob Stone"]]
    film = add_subject(blank(), new_subject("张小凡"))
    film = write(film, "小凡跑过码头。")
    assert who(film) == [["张小凡"]]
    assert len(film.cast) == 1


def test_who_has_a_cue_by_the_given_name_is_no_second_person() -> None:
    film = written("林小雨走进来，看着李伟。", "小雨：\n你终于来了。")
    assert {subject.name for subject in film.cast} == {"林小雨", "李伟"}
    assert film.subject(tuple(film.shots)[1].lines[0].speaker).name == "林小雨"


def test_drizzle_is_nobody() -> None:
    film = written("林小雨推门进来。", "小雨笑了。", "窗外下着小雨。", "小雨中，李伟走来。")
    assert who(film) == [["林小雨"], ["林小雨"], [], ["李伟"]]


@pytest.mark.parametrize("words", ["李伟 walks into the tea house.", "Li Wei推门进来。", "Tom 走进茶馆，坐下。"])
def test_a_name_in_the_other_tongue_is_a_name(words: str) -> None:
    assert len(who(written(words))[0]) == 1


@pytest.mark.parametrize("words", ["屏幕上显示 OK", "BMW轿车驶过街道。", "TV的声音很大。", "She walks into 茶馆."])
def test_letters_of_the_other_tongue_are_not_always_somebody(words: str) -> None:
    names = {subject.name.casefold() for subject in written(words).cast}
    assert not names & {"ok", "bmw", "tv", "茶馆"}


def test_lines_on_a_card_become_lines() -> None:
    film = written("Mara stands at the window.\n\nMARA\nYou came.\n\nTOM\n(whispering)\nYes.")
    shot = first(film)
    assert shot.action == "Mara stands at the window."
    assert [(line.text, line.manner) for line in shot.lines] == [("You came.", ""), ("Yes.", "whispering")]
    assert [film.subject(line.speaker).name for line in shot.lines] == ["MARA", "TOM"]
    again = write(film, "Mara sits at the window.")
    assert [line.text for line in first(again).lines] == ["You came.", "Yes."]


def test_a_quotation_is_a_line_and_goes_with_its_words() -> None:
    film = written("李伟说：“你来了。”")
    assert [line.text for line in first(film).lines] == ["你来了。"]
    assert "你来了" in first(film).action
    assert first(write(film, "李伟说：“你好。”")).lines[0].text == "你好。"
    assert not first(write(film, "李伟不说话。")).lines


def test_camera_words_and_the_length_are_taken_until_somebody_sets_them() -> None:
    film = written("Close on Mara's hands.")
    assert first(film).setup.size == "close-up"
    mine = edit_shots(film, [first(film).id], lambda shot: shot.with_(duration=240))
    after = first(write(mine, "Wide shot. Mara runs across the bridge and waves."))
    assert after.setup.size == "wide"
    assert after.duration == 240


def test_a_speaker_with_a_quotation_may_follow_what_happens() -> None:
    film = written("mia runs along the beach", 'close on mia. mia: "higher, higher!"')
    shot = tuple(film.shots)[1]
    assert shot.action == 'close on mia. mia: "higher, higher!"'
    assert [(film.subject(line.speaker).name, line.text) for line in shot.lines] == [("MIA", "higher, higher!")]


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ('mia looks up. "higher!" she says', "MIA", "higher!"),
        ('Mia looks up. "Higher!" she says.', "MIA", "higher!"),
        ('Mia looks up. "Higher!" says Mia.', "MIA", "higher!"),
        ('mia looks up. "higher!" says mia', "MIA", "higher!"),
        ('mia looks up. she says, "higher!"', "MIA", "higher!"),
        ('Mia looks up. She smiles. "Higher!" she whispers.', "MIA", "higher!"),
        ("李晓雨抬起头。她说：“再高点！”", "李晓雨", "再高点！"),
        ("李晓雨抬起头。“再高点！”她喊道。", "李晓雨", "再高点！"),
        ("李晓雨放下书，抬起头。她笑着说：“再高点！”", "李晓雨", "再高点！"),
    ],
)
def test_what_she_says_is_said_by_whom_the_words_before_tell_of(words: str, name: str, said: str) -> None:
    film = written(words)
    assert who(film) == [[name]]
    assert [(film.subject(line.speaker).name, line.text.lower()) for line in first(film).lines] == [(name, said)]
    assert first(film).action == words


def test_two_people_keep_their_words_where_only_he_and_she_are_written() -> None:
    film = written("一个女人和一个男人站在桥上。", "她说：“走吧。”", "他说：“再等等。”")
    assert [(film.subject(line.speaker).name, line.text) for shot in film.shots for line in shot.lines] == [
        ("女人", "走吧。"),
        ("男人", "再等等。"),
    ]


def test_she_may_stand_on_the_card_before_and_is_nobody_where_no_card_tells_of_her() -> None:
    film = written("Mia runs to the swing.", '"Higher!" she says.')
    assert [film.subject(line.speaker).name for shot in film.shots for line in shot.lines] == ["MIA"]
    assert not first(written('"Higher!" she says.')).lines


@pytest.mark.parametrize(
    ("cards", "cast", "language"),
    [
        (("Mara opens the door.", "She smiles.", "李晓雨走进来，坐下。", "She sits."), "MARA MARA 李晓雨 MARA", "en"),
        (("李晓雨走进来。", "她坐下。", "Mara opens the door.", "她笑了。"), "李晓雨 李晓雨 MARA 李晓雨", "zh"),
        (("Mara opens the door.", "She smiles.", "老王站起来，看着Mara。"), "MARA MARA 老王,MARA", "en"),
    ],
)
def test_a_card_is_read_in_the_tongue_that_it_is_written_in(cards: tuple[str, ...], cast: str, language: str) -> None:
    film = written(*cards)
    assert " ".join(",".join(names) for names in who(film)) == cast
    assert film.language == language


def test_a_scene_of_the_other_tongue_has_its_own_place_and_hour_and_nobody_is_left_behind() -> None:
    film = written("Mara opens the door.", "She smiles.")
    film = add_scene(film, new_scene(film))
    film = add_shot(film, film.scenes[-1].id, new_shot(film, film.scenes[-1].id))
    film = write(head(film, "外景 码头 夜"), "老王点燃灯笼，笑了。")
    assert (film.place(film.scenes[1].place or "").name, film.scenes[1].time_of_day) == ("码头", "night")
    film = write(film, "老李点燃灯笼，笑了。")
    assert {subject.name for subject in film.cast} == {"MARA", "老李"}


def test_who_cheers_is_in_no_palace_and_a_colon_makes_a_line() -> None:
    assert not written("大家齐声喊“万岁”。").places
    film = written("李晓雨走进来。", "李晓雨说：你好。")
    assert [(film.subject(line.speaker).name, line.text) for shot in film.shots for line in shot.lines] == [
        ("李晓雨", "你好。")
    ]


@pytest.mark.parametrize(
    ("words", "name", "what"),
    [
        ("her dog biscuit barks", "BISCUIT", "a dog"),
        ("Her dog Biscuit barks.", "BISCUIT", "a dog"),
        ("her dog pepper runs to her", "PEPPER", "a dog"),
        ("his cat shadow sleeps on the chair", "SHADOW", "a cat"),
        ("her brother leo laughs", "LEO", "a brother"),
    ],
)
def test_a_word_beside_her_dog_that_does_what_dogs_do_is_its_name(words: str, name: str, what: str) -> None:
    film = written("Mia sits down.", words)
    assert [(each.name, each.description) for each in film.cast if each.name != "MIA"] == [(name, what)]
    assert name in who(film)[1]
    assert not {prop.name for prop in film.props} & {"dog biscuit", "pepper", "shadow"}
    assert tuple(film.shots)[1].action == words


@pytest.mark.parametrize(
    "words",
    [
        "her dog food falls",
        "her dog then runs",
        "her dog always sleeps",
        "her brother also laughs",
        "her dog who barks",
        "her dog bed is empty",
        "her dog tail wags",
    ],
)
def test_what_belongs_to_a_dog_is_not_its_name(words: str) -> None:
    assert {subject.name for subject in written("Mia sits down.", words).cast} <= {"MIA", "DOG", "BROTHER"}


def test_words_on_one_card_leave_the_other_cards_as_they_are() -> None:
    film = written("Mara waits.", "Mara smiles.")
    after = write(film, "Mara waits at the door.", 0)
    assert tuple(after.shots)[1] is tuple(film.shots)[1]


def test_a_last_card_that_goes_elsewhere_begins_a_scene() -> None:
    film = written("Li Wei sits in the tea house.", "On the bridge, Mara waits.")
    assert [film.place(scene.place or "").name for scene in film.scenes] == ["TEA HOUSE", "BRIDGE"]
    assert [shot.slate for shot in film.shots] == ["1A", "2A"]
    film = write(film, "INT. KITCHEN - NIGHT. The dog eats.")
    assert film.scenes[1].heading == "INT. KITCHEN - NIGHT"
    assert (tuple(film.shots)[1].action, film.scenes[1].time_of_day) == ("The dog eats.", "night")
    chinese = another(written("李伟坐在茶馆里喝茶。"), "外景 街道 夜\n小雨跑过。")
    assert [scene.heading for scene in chinese.scenes] == ["", "外景 街道 夜"]
    assert chinese.scenes[1].time_of_day == "night"


@pytest.mark.parametrize(
    ("words", "heading", "left"),
    [
        ("ext. harbour - dawn", "ext. harbour - dawn", ""),
        ("ext. harbour - dawn. They walk.", "ext. harbour - dawn", "They walk."),
        ("int./ext. car - night\nThey drive.", "int./ext. car - night", "They drive."),
    ],
)
def test_a_heading_may_stand_alone_and_in_small_letters(words: str, heading: str, left: str) -> None:
    film = another(written("Li Wei sits in the tea house."), words)
    assert (film.scenes[1].heading, tuple(film.shots)[1].action) == (heading, left)
    assert film.scenes[1].time_of_day in {"dawn", "night"}
    assert first(written(words)).action == left  # the first card of a film heads its scene


def test_a_chinese_heading_may_stand_alone() -> None:
    film = another(written("李伟坐在茶馆里喝茶。"), "外景 码头 夜")
    scene = film.scenes[1]
    assert (scene.heading, scene.time_of_day, [shot.action for shot in scene.shots]) == ("外景 码头 夜", "night", [""])


def test_a_card_left_blank_by_its_heading_takes_its_camera_from_what_is_written_then() -> None:
    film = another(written("Mara sits in the tea house."), "ext. harbour - dawn")
    assert tuple(film.shots)[1].setup == Setup()
    assert tuple(write(film, "Close-up. Mara smiles.").shots)[1].setup.size == "close-up"


def test_a_word_that_begins_like_a_heading_is_none() -> None:
    film = another(written("Li Wei sits in the tea house."), "Interesting: the cat speaks")
    assert len(film.scenes) == 1


def test_a_card_in_the_middle_stays_in_its_scene() -> None:
    film = written("Li Wei sits in the tea house.", "He drinks.", "He smiles.")
    assert len(write(film, "On the bridge, Mara waits.", 1).scenes) == 1


def test_a_heading_tells_place_hour_and_weather() -> None:
    film = head(blank(), "EXT. TEA HOUSE - NIGHT - RAIN")
    scene = film.scenes[0]
    assert (scene.time_of_day, scene.weather, film.places[0].name) == ("night", "rain", "TEA HOUSE")
    assert head(film, "INT. KITCHEN - DAY").scenes[0].time_of_day == "day"
