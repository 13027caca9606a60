"""Tales of animals, ships at sea and one-line shot lists, as people write them who never wrote a screenplay."""

from __future__ import annotations

from engine.film.document import Film
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Shot
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


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
