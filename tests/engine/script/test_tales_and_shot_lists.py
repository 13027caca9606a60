"""Tales of animals, ships at sea and one-line shot lists, as people write them who never wrote a screenplay."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.places import set_for
from engine.film.document import Film
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Shot
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.grammar import parse_setup
from engine.script.looks import age_in
from engine.script.nouns import nouns_in
from engine.script.places import place_in
from engine.script.reading import read_text
from engine.script.weather import weather_in


def _film(*lines: str) -> Film:
    return breakdown(read_text("\n\n".join(lines) + "\n"))


def _cast(film: Film, shot: Shot) -> list[str]:
    names = {subject.id: subject.name for subject in film.cast}
    return [names[casting.subject] for casting in shot.cast]


def _places(film: Film) -> list[str]:
    return [scene.heading for scene in film.scenes for _ in scene.shots]


def test_a_move_behind_the_picture_belongs_to_the_same_line() -> None:
    film = _film("1. WS - A ship on the sea.", "2. POV - A lighthouse on the rocks. Dolly in.", "3. MS - Pip waits.")
    shots = list(film.shots)
    assert [shot.setup.move for shot in shots] == [Move.STATIC, Move.PUSH_IN, Move.STATIC]
    assert shots[1].setup.angle is Angle.POINT_OF_VIEW


def test_a_second_size_in_the_line_is_a_second_shot() -> None:
    film = _film("CU - Ann's hand. Wide shot of the street.")
    assert [shot.setup.size for shot in film.shots] == [Size.CLOSE_UP, Size.WIDE]


def test_over_whom_an_ots_looks_is_named_first() -> None:
    film = _film(
        "WS - Orla, a captain, and Pip, a boy, stand on the beach.", "OTS over Orla - Pip points at the rocks."
    )
    assert _cast(film, list(film.shots)[-1]) == ["PIP", "ORLA"]


def test_whoever_looks_is_not_in_a_view_of_things_only() -> None:
    film = _film("WS - Pip, a boy, stands on the beach.", "POV - A lighthouse winks on the horizon.")
    shot = list(film.shots)[-1]
    assert _cast(film, shot) == []
    assert shot.setup.size not in {Size.CLOSE, Size.CLOSE_UP}


def test_who_grips_the_helm_is_on_deck_and_who_passes_the_ship_is_not() -> None:
    film = _film(
        "A schooner sails against a stormy sea.",
        "Orla, a captain of fifty, grips the helm.",
        "Her jaw tightens.",
        "An albatross glides past the schooner.",
    )
    assert _places(film) == ["EXT. STORMY SEA", "EXT. DECK", "EXT. DECK", "EXT. OPEN SEA"]


def test_what_is_above_a_village_plays_over_it() -> None:
    film = _film("A crow sits in the forest.", "Two geese fly high above the village.")
    assert _places(film)[-1] == "EXT. VILLAGE"


def test_leaning_on_a_house_is_no_arrival() -> None:
    film = _film("A crow sits in the forest.", "A ladder leans against the house.")
    assert _places(film)[-1] == "EXT. FOREST"


def test_a_tortoise_has_a_name_and_is_the_him_that_a_fox_laughs_at() -> None:
    film = _film(
        "In the meadow an old tortoise named Bertram looks up at two swallows.", "A fox trots in and laughs at him."
    )
    kinds = {subject.name: subject.aliases for subject in film.cast}
    assert "tortoise" in kinds["BERTRAM"]
    assert _cast(film, list(film.shots)[-1]) == ["FOX", "BERTRAM"]


def test_when_the_moon_rises_it_is_night() -> None:
    film = _film("A crow sits in the forest. It is a sunny day.", "The moon rises over the meadow.")
    assert [scene.time_of_day for scene in film.scenes] == ["day", "night"]


@pytest.mark.parametrize("said", ["Medium two-shot.", "Slow tilt up.", "The camera tracks with her."])
def test_camera_words_at_the_end_of_a_line_open_no_shot(said: str) -> None:
    film = _film("A robot waits in the desert.", f"Amara, a woman, runs across the desert. {said}", "The robot waves.")
    assert [shot.action.split()[0] for shot in film.shots] == ["A", "Amara,", "The"]
    called = parse_setup(said, "en")
    setup = list(film.shots)[1].setup
    assert (called.size or setup.size, called.move or setup.move) == (setup.size, setup.move)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Slow pan right across the shelves.", Move.PAN_RIGHT),
        ("Static wide of the sea.", Size.WIDE),
        ("Insert - a letter.", Size.CLOSE_UP),
    ],
)
def test_orders_with_a_pace_before_them(words: str, value: Size | Move) -> None:
    hints = parse_setup(words, "en")
    assert value in {hints.size, hints.move}


def test_a_dust_storm_is_no_rain() -> None:
    assert weather_in("A dust storm rolls over the red desert.", "en") == "wind"


def test_an_hour_that_opens_a_line_begins_there() -> None:
    film = _film("A robot waits in the desert.", "It waves at a bird.", "At night, a star shines above the desert.")
    assert [scene.time_of_day for scene in film.scenes for _ in scene.shots] == ["day", "day", "night"]


def test_the_hour_behind_the_size_of_a_shot() -> None:
    film = _film("1. LS, night - A fox walks through the woods.", "2. MS - He stops.")
    assert [scene.time_of_day for scene in film.scenes] == ["night"]


def test_an_age_in_words_and_a_suit_introduce_somebody() -> None:
    film = _film("Dr. Amara Osei, thirty-five, in a silver spacesuit, waits in the desert.", "Amara waves.")
    assert [subject.aliases for subject in film.cast] == [("Amara",)]
    assert "spacesuit" in f"{film.cast[0].description} {film.cast[0].looks[0].description}"
    assert age_in("a baker, forty-two, bald") == 42


def test_a_mother_hedgehog_is_another_hedgehog_and_the_son_is_the_first() -> None:
    film = _film(
        "A hedgehog walks through the woods.",
        "An owl watches.",
        "A mother hedgehog opens the door.",
        "Mother and son sit at a table.",
    )
    assert {subject.name for subject in film.cast} == {"HEDGEHOG", "HEDGEHOG 2", "OWL"}
    assert set(_cast(film, list(film.shots)[-1])) == {"HEDGEHOG", "HEDGEHOG 2"}


def test_what_a_list_is_called_is_no_shot() -> None:
    film = _film(
        "LITTLE FOX AND THE VERY OLD MOON - shot list (no dialogue)",
        "1. LS - A fox walks.\n2. MS - He stops.\n3. CU - His nose.",
    )
    assert film.title.startswith("LITTLE FOX")
    assert len(list(film.shots)) == 3


def test_a_ship_sails_on_the_sea_whatever_it_passes_and_a_view_does_not_move_us() -> None:
    film = _film(
        "WS - A pirate ship sails past a volcano.",
        "MS - Captain Mara, a tall woman, waits.",
        "POV through the spyglass - a beach with palm trees.",
        "CU - Mara grins.",
        "WS - A rowboat with Mara and a sailor named Bo moves toward the beach.",
    )
    assert _places(film) == ["EXT. SEA", "EXT. DECK", "EXT. BEACH", "EXT. DECK", "EXT. BEACH"]
    order = [order for _, order in orders(film)][-1]
    assert {subject.name: subject.aboard for subject in order.cast if subject.name != "ROWBOAT"} == {
        "CAPTAIN MARA": "ROWBOAT",
        "BO": "ROWBOAT",
    }


def test_a_boat_on_a_river_stays_there() -> None:
    film = _film("A fox sleeps by the river.", "A boat drifts past the old castle.")
    assert set(_places(film)) == {"EXT. RIVER"}


def test_the_head_of_a_place_is_its_last_word() -> None:
    assert place_in("They stop on the forest road.", "en") == ("forest road", False)


def test_a_giant_octopus_is_no_giant_and_the_chest_is_a_box() -> None:
    names = [noun.name for noun in nouns_in("A giant octopus opens the chest in a bed of flowers.", "en")]
    assert names == ["octopus", "chest", "flower"]
    assert not [n for n in nouns_in("An arrow hits him in the chest.", "en") if n.name == "chest"]


def test_two_who_are_told_one_by_one_dress_apart() -> None:
    film = _film("Two children, a girl in a yellow coat and a boy in a blue hat, build a snowman.")
    assert {subject.name: subject.looks[0].description for subject in film.cast} == {
        "GIRL": "in a yellow coat",
        "BOY": "in a blue hat",
    }


def test_a_snowman_that_smiles_is_somebody_until_he_is_a_puddle() -> None:
    film = _film(
        "A boy builds a snowman in the village.",
        "A crow lands on the snowman.",
        'The snowman smiles. "Take half," he says.',
        "The next morning the snowman is only a puddle with a hat.",
    )
    assert [_cast(film, shot) for shot in film.shots][2:] == [["SNOWMAN"], []]


def test_a_miller_with_donkeys_is_no_donkey_and_a_name_that_is_called_sticks() -> None:
    film = _film(
        "There lived a miller with three donkeys at the edge of a wide green valley.",
        "The miller led the donkeys across the old wooden bridge.",
        "The smallest donkey stopped on the bridge.",
        '"Why have you stopped, Pippin?" asked the miller.',
        "Pippin looked down into the river, where a golden fish was swimming.",
        '"Let me go first," said the fish.',
    )
    who = {subject.name: subject for subject in film.cast}
    assert set(who) == {"MILLER", "FISH", "PIPPIN", "DONKEY 1", "DONKEY 2"}
    assert "donkey" not in who["MILLER"].description
    assert "donkey" in who["PIPPIN"].aliases
    assert "person" not in who["FISH"].description
    assert _places(film) == ["EXT. WIDE GREEN VALLEY", *["EXT. OLD WOODEN BRIDGE"] * 5]


def test_the_numbers_of_shots_are_not_read_out() -> None:
    film = _film("Shot 1: WS. A fox runs.", "Shot 2: CU. The fox smiles.")
    assert [shot.action for shot in film.shots] == ["A fox runs.", "The fox smiles."]


def test_the_ship_of_somebody_in_space_is_the_spaceship() -> None:
    film = _film("A spaceship drifts above a planet.", "The ship crashes on a mountain.")
    assert [subject.name for subject in film.cast] == ["SPACESHIP"]
    assert _places(film) == ["EXT. SPACE", "EXT. MOUNTAIN"]


def test_who_stares_at_them_is_not_one_of_them() -> None:
    film = _film("A woman walks through the snow with a cat.", "A bear stops and stares at them.")
    assert set(_cast(film, list(film.shots)[-1])) == {"BEAR", "CAT", "WOMAN"}


def test_an_orange_suit_is_no_fruit() -> None:
    assert [noun.name for noun in nouns_in("She wears an orange suit and eats an orange.", "en")] == ["suit", "orange"]


def test_who_acts_again_is_where_we_left_them() -> None:
    film = _film(
        "In the church tower lived a mouse called Tilly.",
        "Everyone in the village was asleep. A dog snored.",
        "Tilly pulled the rope, but the bell did not move.",
        "In the street below, men ran out.",
        "Tilly smiled. Tilly slept.",
    )
    assert _places(film) == [
        f"EXT. {place}" for place in ("CHURCH TOWER", "VILLAGE", "CHURCH TOWER", "STREET", "CHURCH TOWER")
    ]


def test_who_comes_or_was_here_all_along_stays() -> None:
    film = _film(
        "A king sits in the castle.", "A wolf howls in the forest.", "The king rides up and smiles at the wolf."
    )
    assert _places(film)[-1] == "EXT. FOREST"


def test_the_tower_is_the_church_tower() -> None:
    film = _film("A crow sits on the church tower.", "A dog sleeps in the street.", "A cat climbs to the tower.")
    assert _places(film)[-1] == "EXT. CHURCH TOWER"


def test_inside_a_bus_is_a_place_and_the_bus_not_in_it() -> None:
    film = _film(
        "A desert road at noon. A bus drives.",
        "Inside the bus, Grandma Lin (戴草帽) knits.",
        "The bus stops at a small hotel.",
    )
    assert _places(film) == ["EXT. DESERT ROAD", "INT. BUS", "EXT. SMALL HOTEL"]
    assert [_cast(film, shot) for shot in film.shots] == [["BUS"], ["GRANDMA LIN"], ["BUS"]]
    assert {subject.name: subject.description or subject.looks[0].description for subject in film.cast}[
        "GRANDMA LIN"
    ] == "戴草帽"


def test_one_stormy_night_begins_there() -> None:
    film = _film(
        "A mouse lived in the church tower.",
        "One stormy night the mouse saw smoke rise from the baker's house.",
        "In the morning a baker came.",
    )
    assert [(scene.time_of_day, scene.weather) for scene in film.scenes] == [
        ("day", "clear"),
        ("night", "storm"),
        ("day", "clear"),
    ]
    assert [_cast(film, shot) for shot in film.shots] == [["MOUSE"], ["MOUSE"], ["BAKER"]]


def test_her_whiskers_are_the_mouses() -> None:
    film = _film("A woman walks into the kitchen.", "A mouse sits there, with crumbs on her whiskers.")
    assert _cast(film, list(film.shots)[-1]) == ["MOUSE"]


def test_and_she_is_somebody_else() -> None:
    film = _film("Amara, a woman, runs across the desert with Tock, a robot.", "Tock opens the door and she falls.")
    assert set(_cast(film, list(film.shots)[-1])) == {"TOCK", "AMARA"}


def test_inside_is_inside_what_was_spoken_of_and_the_whale_swallows_it_outside() -> None:
    film = _film(
        "WS - A submarine sinks under a calm sea.",
        "MS - Inside, Professor Wen, an old man, studies a map.",
        "MCU - His daughter Lulu, nine, smiles.",
        "POV - A whale swims by.",
        "Two-shot - Lulu grabs her father's arm.",
        "LS - The whale swallows the submarine.",
    )
    sea, inside = "EXT. CALM SEA", "INT. SUBMARINE"
    assert _places(film) == [sea, inside, inside, sea, inside, sea]
    assert set(_cast(film, list(film.shots)[4])) == {"LULU", "PROFESSOR WEN"}


def test_a_tale_that_names_no_place_plays_where_its_things_are() -> None:
    assert _places(_film("A monkey sits in a tree. It laughs.")) == ["EXT. FOREST"]
    assert _places(_film("A lion wakes. A mouse runs.")) == ["EXT. FOREST"]
    assert _places(_film("A whale meets a dolphin.")) == ["EXT. SEA"]
    assert _places(_film("A boy sits on the sofa.")) == ["INT. ROOM"]
    assert _places(_film("A boy waits.")) == [""]


def test_the_road_of_a_savanna_leads_through_it() -> None:
    film = _film("A lion sleeps on the savanna.", "Two hunters dig a pit on the road.")
    assert _places(film)[-1] == "EXT. SAVANNA ROAD"


def test_he_is_not_the_one_he_pins() -> None:
    film = _film(
        "The lion sleeps on the savanna. A monkey laughs.", "He pins the monkey down.", "The monkey hears him."
    )
    assert [set(_cast(film, shot)) for shot in film.shots] == [{"LION", "MONKEY"}] * 3


def test_coffee_is_poured_inside_and_outside_is_said() -> None:
    film = _film(
        "WS - Snow falls on a space station.",
        "MS - Commander Reyes, a woman, pours coffee.",
        "LS - Outside, a robot follows a trail.",
    )
    outside = "EXT. SPACE STATION"
    assert _places(film) == [outside, "INT. SPACE STATION", outside]
    assert set_for("space station", "", "", False, night=False)[0] == "night sky"


def test_the_mother_of_pigs_is_a_pig() -> None:
    film = _film("Three little pigs lived with their mother in a cottage.", "The mother pig packed a basket.")
    assert {subject.name for subject in film.cast} == {"PIG 1", "PIG 2", "PIG 3", "PIG"}
    assert _cast(film, list(film.shots)[-1])[0] == "PIG"


def test_over_the_shoulder_we_look_at_whoever_is_new() -> None:
    film = _film(
        "WS - Reyes, a woman, runs with a robot.", "OTS - Reyes follows the robot. A jellyfish floats in front of them."
    )
    assert _cast(film, list(film.shots)[-1])[0] == "JELLYFISH"


def test_stairs_and_window_sills_are_inside_the_lighthouse() -> None:
    film = _film(
        "EWS - A lighthouse stands on a rock in the sea.",
        "MS - An old keeper climbs the stairs.",
        "CU - A cat yawns on the window sill.",
        "WS - A fishing boat rows through the fog.",
        "CU - The cat knocks over the lamp.",
        "WS - A dog jumps into the waves.",
    )
    sea, inside = "EXT. SEA", "INT. LIGHTHOUSE"
    assert _places(film) == [sea, inside, inside, sea, inside, sea]


def test_talk_until_dawn_and_what_comes_the_next_day() -> None:
    film = _film("A frog sits by a pond at night.", "They talk until dawn.", "The next day a guard comes.")
    assert [scene.time_of_day for scene in film.scenes] == ["night", "dawn", "day"]


def test_a_morning_by_itself_is_day_and_floors_are_of_a_place() -> None:
    film = _film("1. WS - Night. A seal lies on a pier.", "2. WS - Morning. The seal wakes.")
    assert [scene.time_of_day for scene in film.scenes] == ["night", "day"]
    assert place_in("A robot swept the floors of a toy shop.", "en") == ("toy shop", True)


def test_he_who_is_a_robot_is_no_man() -> None:
    film = _film("A little robot named Pim swept the floors of a toy shop.", "The dolls watched him.", "He smiled.")
    assert {subject.name: subject.description for subject in film.cast}["PIM"].lower() == "a little robot"


def test_fields_are_a_place_as_a_field_is() -> None:
    assert place_in("She runs home across the fields.", "en") == ("fields", False)
