"""A screenplay becomes scenes, cast, looks, props, lines and a first cut."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest

from engine.film.check import checked
from engine.film.cuts import Transition
from engine.film.document import Film
from engine.film.rate import NTSC, Raster
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Shot
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.screenplay import Element, Screenplay


def _film(text: str, name: str = "a.fountain") -> Film:
    return checked(breakdown(read_text(text, name=name)))


def _scene(*paragraphs: str, heading: str = "EXT. STREET - DAY") -> Film:
    return _film("\n\n".join([heading, *paragraphs]) + "\n")


def _names(film: Film, shot: Shot) -> list[str]:
    return [film.subject(casting.subject).name for casting in shot.cast]


def _props(film: Film, shot: Shot) -> set[str]:
    return {film.prop(prop).name for prop in shot.props}


def _shots(film: Film) -> list[Shot]:
    return list(film.shots)


def _cast(film: Film) -> set[str]:
    return {subject.name for subject in film.cast}


def test_a_name_spelled_with_and_without_stops_is_one_person() -> None:
    film = _scene("MR. FOX\nHello.", "MR FOX\nHello?", "ANNE-MARIE\nYes.", "ANNE MARIE\nNo.", "R2-D2\nBeep.")
    assert _cast(film) == {"MR. FOX", "ANNE-MARIE", "R2-D2"}


def test_a_scene_takes_place_time_and_weather_from_its_heading() -> None:
    film = _film("INT. KITCHEN - NIGHT\n\nA cat sleeps.\n\nEXT. HARBOUR - DAWN, SNOW\n\nThe cat walks.\n")
    kitchen, harbour = film.scenes
    assert film.place(kitchen.place or "").name == "KITCHEN"
    assert film.place(kitchen.place or "").interior is True
    assert (kitchen.time_of_day, harbour.time_of_day, harbour.weather) == ("night", "dawn", "snow")


@pytest.mark.parametrize(
    ("action", "weather"),
    [
        ("Rain falls on the roofs.", "rain"),
        ("The rain stops.", "clear"),
        ("She wears a raincoat.", "clear"),
        ("Thunder. Lightning.", "storm"),
        ("A thick fog. Nobody.", "fog"),
    ],
)
def test_weather_is_read_from_the_action(action: str, weather: str) -> None:
    assert _scene(action).scenes[0].weather == weather


def test_continuous_scenes_keep_time_and_weather() -> None:
    film = _film("EXT. STREET - NIGHT\n\nSnow.\n\nEXT. YARD - CONTINUOUS\n\nA dog runs.\n")
    assert (film.scenes[1].time_of_day, film.scenes[1].weather) == ("night", "snow")


def test_a_person_is_introduced_in_capitals_with_a_description() -> None:
    film = _scene("MARY SMITH, 30s, a tall woman in a red coat and a green hat, enters.", "Mary waves. She smiles.")
    (mary,) = film.cast
    assert mary.name == "MARY SMITH"
    assert mary.description == "30s, a tall woman"
    assert "red coat" in mary.looks[0].description
    assert "green hat" in mary.looks[0].description
    assert all(_names(film, shot) == ["MARY SMITH"] for shot in film.shots)


def test_the_boy_is_tom_and_pronouns_keep_to_whom_they_mean() -> None:
    film = _scene(
        "TOM, a boy of 8, sits on a bench.", "ANNA, 40, stands beside him.", "The boy runs away.", "She waves."
    )
    casts = [_names(film, shot) for shot in film.shots]
    assert casts == [["TOM"], ["ANNA", "TOM"], ["TOM"], ["ANNA"]]


def test_unnamed_people_animals_and_vehicles_that_act_are_cast() -> None:
    film = _scene(
        "An old man with a white beard and a straw hat sits on a bench.", "A dog runs. A red car drives past."
    )
    assert _cast(film) == {"OLD MAN", "DOG", "CAR"}
    man = next(subject for subject in film.cast if subject.name == "OLD MAN")
    assert "white beard" in man.description
    assert "straw hat" in man.looks[0].description
    assert "red" in next(subject for subject in film.cast if subject.name == "CAR").description


def test_a_parked_car_is_a_prop_and_a_balloon_that_flies_is_cast() -> None:
    film = _scene("A man washes a blue car.", "A red balloon flies by. The man looks at the balloon.")
    assert _cast(film) == {"MAN", "BALLOON"}
    assert {prop.name for prop in film.props} == {"blue car"}
    assert _names(film, _shots(film)[-1]) == ["BALLOON", "MAN"]


def test_sound_effects_camera_words_and_props_in_capitals_are_nobody() -> None:
    film = _scene("BANG! A door slams.", "CRASH. The LETTER falls.", "SUDDENLY the lights go out. CLOSE ON the LETTER.")
    assert film.cast == ()
    assert "letter" in {prop.name for prop in film.props}


def test_somebody_only_compared_or_pictured_is_not_there() -> None:
    film = _scene("MARY, 30, holds a photograph of an old man.", "Mary roars like a lion. Nobody hears her.")
    assert _cast(film) == {"MARY"}


def test_a_costume_change_makes_a_look_that_is_worn_from_then_on() -> None:
    film = _film(
        "INT. ROOM - DAY\n\nELENA, 29, a woman in a red coat, enters.\n\n"
        "INT. HALL - NIGHT\n\nElena, now in a green dress, dances.\n\nElena sits.\n"
    )
    (elena,) = film.cast
    looks = [elena.look(shot.cast[0].look).description for shot in film.shots]
    assert looks == ["in a red coat", "a green dress", "a green dress"]


def test_chinese_costume_change_and_age_in_brackets() -> None:
    film = _film(
        "第一场 内景 房间 夜\n\n△老王（60岁，白发，穿灰色长袍）坐在桌前。\n△他换上一件红色大衣。老先生站起来。\n",
        "a.txt",
    )
    (wang,) = film.cast
    assert (wang.name, wang.description) == ("老王", "60岁，白发，男子")
    assert [look.description for look in wang.looks] == ["穿灰色长袍", "一件红色大衣"]
    assert all(_names(film, shot) == ["老王"] for shot in film.shots)


def test_cues_are_stripped_and_voice_over_has_no_picture() -> None:
    film = _scene("A cat sleeps.", "MARY (V.O.)\nI was young then.", "MARY (CONT'D)\nVery young.")
    cat, mary = film.shots
    assert _names(film, cat) == ["CAT"]
    assert [(line.voice_over, line.text) for line in cat.lines] == [(True, "I was young then.")]
    assert _names(film, mary)[0] == "MARY"
    assert mary.lines[0].voice_over is False


def test_parentheticals_are_manner_and_narrators_are_nobody() -> None:
    film = _scene("A cat sleeps.", "NARRATOR\nOnce upon a time.", "MARY\n(whispers)\nGo away.")
    assert film.shot(_shots(film)[0].id).lines[0].speaker == ""
    assert _shots(film)[1].lines[0].manner == "whispers"
    assert _cast(film) == {"CAT", "MARY"}


def test_dual_dialogue_overlaps() -> None:
    film = _scene("A street.", "MARY\nStop!", "TOM ^\nWait for me!")
    shot = _shots(film)[-1]
    assert [line.start for line in shot.lines] == [shot.lines[0].start] * 2
    assert set(_names(film, shot)) == {"MARY", "TOM"}


def test_titles_are_read_on_the_screen() -> None:
    film = _scene("A cat sleeps.", "> THE END <")
    (line,) = _shots(film)[0].lines
    assert (line.text, line.speaker, line.voice_over) == ("THE END", "", True)


def test_called_shots_keep_their_setup_and_hold_their_line() -> None:
    film = _scene("CLOSE-UP, LOW ANGLE, SLOW PUSH IN. Mary looks up.", "MARY\nLook!", "BIRD'S EYE VIEW. The street.")
    close, street = film.shots
    assert (close.setup.size, close.setup.angle, close.setup.move) == (Size.CLOSE_UP, Angle.LOW, Move.PUSH_IN)
    assert close.lines[0].text == "Look!"
    assert close.action == "Mary looks up."
    assert street.setup.angle is Angle.BIRDS_EYE


def test_two_in_conversation_alternate_and_listen() -> None:
    talk = ["MARY, 30, and TOM, 8, stand in the street."]
    talk += [f"{name}\nThis is what I say now." for name in ("MARY", "TOM", "MARY", "TOM")]
    film = _scene(*talk)
    cues = _shots(film)[1:]
    assert [_names(film, shot)[0] for shot in cues] == ["MARY", "TOM", "MARY", "TOM"]
    assert {shot.setup.angle for shot in cues} >= {Angle.OVER_SHOULDER, Angle.EYE_LEVEL}
    over = next(shot for shot in cues if shot.setup.angle is Angle.OVER_SHOULDER)
    assert set(_names(film, over)) == {"MARY", "TOM"}


def test_a_scene_opens_wide_and_neighbours_differ() -> None:
    film = _scene(
        "MARY, 30, walks down the street.",
        "She stops.",
        "She opens a letter.",
        "Tears fill her eyes.",
        "A dog runs past.",
    )
    setups = [shot.setup for shot in film.shots]
    assert setups[0].size in (Size.EXTREME_WIDE, Size.WIDE, Size.FULL)
    assert all((a.size, a.angle) != (b.size, b.angle) for a, b in pairwise(setups))


def test_a_thing_alone_is_seen_close_and_a_runner_is_followed() -> None:
    film = _scene("A man sits.", "The letter lies on a table.", "The man runs across the yard.")
    _, letter, runner = film.shots
    assert letter.setup.size is Size.CLOSE_UP
    assert runner.setup.move is Move.FOLLOW


def test_a_long_paragraph_is_several_shots_and_a_long_speech_too() -> None:
    walk = "Mary walks along the river and looks at the water. She finds a small boat. " * 4
    speech = "I have waited here for you all these years. " * 5
    film = _scene(walk.strip(), f"MARY\n{speech.strip()}")
    assert len(_shots(film)) >= 6
    assert all(shot.duration <= 10 * 24 for shot in film.shots)


def test_a_prop_is_one_thing_under_all_its_names() -> None:
    film = _scene("A man opens a red umbrella.", "He drops the umbrella.", "He buys a blue umbrella and an old book.")
    assert [prop.name for prop in film.props] == ["red umbrella", "blue umbrella", "old book"]
    assert _shots(film)[0].props == _shots(film)[1].props


def test_own_scenery_and_worn_clothes_are_no_props() -> None:
    film = _scene("MARY, 30, in a red coat and boots, stands under a street lamp with a guitar.")
    assert [prop.name for prop in film.props] == ["guitar"]


def test_transitions_stand_in_the_assembly() -> None:
    film = _film(
        "FADE IN:\n\nEXT. A - DAY\n\nA dog.\n\nDISSOLVE TO:\n\nEXT. B - DAY\n\nA cat.\n\nCUT TO:\n\nEXT. C - DAY\n\nA fox.\n\nFADE OUT.\n"
    )
    (cut,) = film.cuts
    items = cut.tracks[0].items
    assert cut.name == "Assembly"
    assert [item.style if isinstance(item, Transition) else "-" for item in items] == [
        "fade",
        "-",
        "dissolve",
        "-",
        "-",
        "fade",
    ]
    assert cut.frames == sum(shot.duration for shot in film.shots)


def test_chinese_transitions_and_name_of_the_cut() -> None:
    film = _film("第一场 外景 街道 日\n\n△一只猫走过。\n\n叠化\n\n第二场 外景 海边 夜\n\n△猫睡了。\n", "a.txt")
    (cut,) = film.cuts
    assert cut.name == "初剪"
    assert [item.style for item in cut.tracks[0].items if isinstance(item, Transition)] == ["dissolve"]


def test_words_in_a_scene_keep_their_shot_id_when_another_scene_changes() -> None:
    head = "EXT. STREET - DAY\n\nA dog runs.\n\nThe dog sits.\n\n"
    tail = "INT. ROOM - NIGHT\n\nA cat sleeps.\n"
    before, after = _film(head + tail), _film(head.replace("A dog runs.", "A dog runs.\n\nRain.") + tail)
    kept = {shot.id for shot in before.shots} & {shot.id for shot in after.shots}
    assert len(kept) == len(_shots(before))
    assert len(_shots(after)) == len(_shots(before)) + 1


def test_breaking_down_twice_gives_the_same_film() -> None:
    text = "EXT. STREET - DAY\n\nMARY, 30, meets an old man and a dog.\n\nMARY\nHello!\n"
    assert _film(text) == _film(text)


def test_rate_and_raster_are_the_callers() -> None:
    screenplay = read_text("EXT. STREET - DAY\n\nMARY\nOne two three four five.\n", name="a.fountain")
    film = breakdown(screenplay, rate=NTSC, raster=Raster(width=640, height=360))
    assert (film.rate, film.raster.width) == (NTSC, 640)
    assert next(iter(film.shots)).lines[0].frames == 56


def test_prose_is_a_shot_a_paragraph_and_a_scene_a_place() -> None:
    film = _film(
        "A lonely robot walks through the desert at night.\n\nIt stops and looks at a flower.\n\n"
        "In the morning, the robot stands in a small garden.\n",
        "a.txt",
    )
    assert len(_shots(film)) == 3
    assert [scene.time_of_day for scene in film.scenes] == ["night", "day"]
    assert [place.name.casefold() for place in film.places] == ["desert", "small garden"]
    assert _cast(film) == {"ROBOT"}


def test_chinese_prose_keeps_its_cat() -> None:
    film = _film("清晨，一只橘色的小猫走在屋顶上。\n\n小猫看见一只红色的风筝。\n\n夜里，它睡着了。\n", "a.txt")
    assert _cast(film) == {"小猫"}
    assert all(_names(film, shot) == ["小猫"] for shot in film.shots)
    assert [prop.name for prop in film.props] == ["红色风筝"]


def test_quoted_prose_is_spoken_once_by_whoever_is_shown() -> None:
    film = _film('An old woman opens the door.\n\n"Come in," says the old woman.\n', "a.txt")
    spoken = [(line.text, film.subject(line.speaker).name) for shot in film.shots for line in shot.lines]
    assert spoken == [("Come in", "OLD WOMAN")]


def test_scene_numbers_of_the_script_are_kept() -> None:
    film = _film("EXT. A - DAY #12A#\n\nA dog.\n\nEXT. B - DAY\n\nA cat.\n")
    assert [scene.number for scene in film.scenes] == ["12A", "1"]
    assert len({shot.slate for shot in film.shots}) == len(_shots(film))


def test_an_empty_screenplay_is_an_empty_film() -> None:
    film = checked(breakdown(Screenplay((), "en")))
    assert _shots(film) == []


def _elements(*pairs: tuple[str, str]) -> Iterable[Element]:
    return (Element(kind, text, line) for line, (kind, text) in enumerate(pairs, 1))  # pyright: ignore[reportArgumentType]


def test_cast_lists_name_and_dress_people_before_they_come() -> None:
    elements = tuple(
        _elements(
            ("note", "人物：小雨（8岁，双马尾，穿黄色雨衣）"),
            ("heading", "外景 街道 雨"),
            ("action", "小雨跑过街道。小女孩笑了。"),
        )
    )
    film = checked(breakdown(Screenplay(elements, "zh", format="chinese")))
    (girl,) = film.cast
    assert (girl.description, girl.looks[0].description) == ("8岁，双马尾", "穿黄色雨衣")
    assert film.scenes[0].weather == "rain"


def test_a_name_after_its_noun_is_that_noun() -> None:
    film = _film(
        "INT. ROOM - DAY\n\nMR. PEABODY, a round man in his fifties, eats. His parrot, CAPTAIN, sits on a cage.\n\n"
        "CAPTAIN\nWrong train!\n\nThe parrot flies away. A fox named RUSTY enters. The fox sleeps.\n"
    )
    assert _cast(film) == {"MR. PEABODY", "CAPTAIN", "RUSTY"}
    assert _names(film, _shots(film)[-1])[0] in {"CAPTAIN", "RUSTY"}
    assert {prop.name for prop in film.props} == {"cage"}


def test_one_description_ends_where_the_next_name_begins() -> None:
    film = _scene("A NUN in her sixties, and a YOUNG SOLDIER with a brown beard, wait.", "The soldier sits.")
    described = {subject.name: subject.description for subject in film.cast}
    assert described == {
        "NUN": "a nun, in her sixties, a woman",
        "YOUNG SOLDIER": "a young soldier, with a brown beard, a man",
    }


def test_who_is_gone_is_not_seen() -> None:
    film = _scene("A dog sleeps on a rug.", "The dog is gone. A glove lies on the rug.")
    assert _names(film, _shots(film)[1]) == []


def test_several_of_a_kind_are_several() -> None:
    film = _scene("Two policemen run across the square.", "The policemen stop.")
    assert [_names(film, shot) for shot in film.shots] == [["POLICEMAN 1", "POLICEMAN 2"]] * 2


def test_an_angle_on_somebody_waits_for_what_they_do() -> None:
    film = _scene("A man sits. A horse stands beside him.", "ANGLE ON THE HORSE", "It jumps over a fence.")
    assert len(_shots(film)) == 2
    assert _names(film, _shots(film)[1]) == ["HORSE"]


def test_chinese_names_with_an_and_in_them_and_a_season_in_the_heading() -> None:
    film = _film("场景一：外 江上 夜\n时间：深秋\n△小和尚敲钟。\n小和尚：第一下。\n完\n", "a.txt")
    assert _cast(film) == {"小和尚"}
    assert [place.name for place in film.places] == ["江上"]
    assert [line.text for shot in film.shots for line in shot.lines] == ["第一下。", "完"]


def test_a_heading_with_nothing_under_it_is_a_shot_of_the_place() -> None:
    text = "EXT. SEA - DAY\n\nA gull flies.\n\nDISSOLVE TO:\n\nINT. ROOM - NIGHT\n\nWIPE TO:\n\nEXT. SEA - DAY\n\nThe gull lands.\n"
    film = _film(text)
    assert [(len(scene.shots), scene.heading[:9]) for scene in film.scenes] == [
        (1, "EXT. SEA "),
        (1, "INT. ROOM"),
        (1, "EXT. SEA "),
    ]
    empty = film.scenes[1].shots[0]
    assert (empty.setup.size, empty.cast, empty.duration) == (Size.WIDE, (), 72)
    joins = [item.style for item in film.cuts[0].tracks[0].items if isinstance(item, Transition)]
    assert joins == ["dissolve", "wipe"]
    assert len(_shots(_film("EXT. SEA - DAY\n\nINT. ROOM - NIGHT\n"))) == 2


def test_what_typewriters_put_on_a_page_is_no_shot() -> None:
    film = _scene("TOM\nHello.\n(MORE)", "(CONTINUED)", "12.", "CONTINUED: (2)", "Tom sits.")
    assert [shot.action for shot in film.shots] == ["", "Tom sits."]


def test_a_long_voice_over_is_heard_over_several_shots() -> None:
    words = "I remember the day we went down to the sea. "
    film = _scene("MARY, 30, sits.", f"MARY (V.O.)\n{words * 8}")
    assert " ".join(line.text for shot in film.shots for line in shot.lines) == (words * 8).strip()
    assert len(_shots(film)) == 4
    assert max(shot.duration for shot in film.shots) < 10 * 24


def test_signposts_are_no_shots_and_supers_are_read_on_the_screen() -> None:
    film = _scene(
        "TOM, 30, sits.", "MONTAGE - TOM LEARNS", "Tom reads.", "END OF MONTAGE", "BACK TO PRESENT:", "Tom naps."
    )
    assert [shot.action for shot in film.shots] == ["TOM, 30, sits.", "Tom reads.", "Tom naps."]
    film = _scene('SUPER: "Paris, 1920"', "Tom sits.", "TITLE CARD: Ten years later")
    assert [(line.text, line.speaker) for shot in film.shots for line in shot.lines] == [
        ("Paris, 1920", ""),
        ("Ten years later", ""),
    ]
    assert [shot.action for shot in film.shots] == ["", "Tom sits."]


@pytest.mark.parametrize(
    ("heading", "place", "time"),
    [
        ("INT. BARN - THE NEXT MORNING", "BARN", "day"),
        ("INT. BARN - LATER THAT NIGHT", "BARN", "night"),
        ("INT. BARN - PRE-DAWN", "BARN", "dawn"),
        ("INT. BARN - SATURDAY EVENING - TEN YEARS LATER", "BARN", "dusk"),
        ("INT. BARN / EXT. YARD - NIGHT", "BARN - YARD", "night"),
        ("INT. THE SUNSET - NIGHT", "THE SUNSET", "night"),
    ],
)
def test_a_heading_says_its_time_in_many_words(heading: str, place: str, time: str) -> None:
    film = _scene("Tom sits.", heading=heading)
    assert (film.places[0].name, film.scenes[0].time_of_day) == (place, time)


@pytest.mark.parametrize(
    ("heading", "place", "weather"),
    [
        ("EXT. TOWN - DUSK - WIND", "TOWN", "wind"), ("EXT. TOWN - DAY - RAIN AND WIND", "TOWN", "rain"), ("EXT. TOWN - DAY - OVERCAST", "TOWN", "clear"),
        ("第一场 外景 街道 日 阴", "街道", "clear"), ("EXT. GREY - DAY", "GREY", "clear"),
    ],
)  # fmt: skip
def test_a_heading_says_its_weather_in_a_bare_word(heading: str, place: str, weather: str) -> None:
    film = breakdown(
        read_text(f"{heading}\n\nTOM (30) waits.\n" if heading.isascii() else f"{heading}\n\n阿明（30岁）在等人。\n")
    )
    assert (film.places[0].name, film.scenes[0].weather) == (place, weather)
