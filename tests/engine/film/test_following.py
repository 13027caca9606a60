"""A cut that follows the board: only what is chosen comes in, each shot where the story has it."""

from __future__ import annotations

from itertools import count

from engine.film import board, cutting
from engine.film.cuts import Clip, Cut, Track
from engine.film.document import Film
from engine.film.following import Changed, Left, Longer, Missing, changed, follow, news
from engine.film.shots import Scene, Shot
from engine.film.versions import add_cut, assembly


def sample() -> Film:
    shots = tuple(Shot(id=x, slate=x.upper(), duration=40) for x in "abcd")
    film = Film(scenes=(Scene(id="s", number="1", shots=shots),))
    ids = count()
    return add_cut(film, assembly(film, new_id=lambda: f"i{next(ids)}"))


FILM = sample()
CUT = FILM.cuts[0].id


def order(film: Film) -> list[str | None]:
    return [item.shot for item in film.cuts[0].tracks[0].items if isinstance(item, Clip)]


def with_shot(name: str, at: int) -> Film:
    return board.add_shot(FILM, "s", Shot(id=name, slate=name.upper(), duration=24), at=at)


def test_an_assembly_of_the_whole_board_has_no_news() -> None:
    assert news(FILM, CUT) == ()


def test_a_new_shot_comes_in_behind_the_one_before_it() -> None:
    film = with_shot("x", 2)
    assert news(film, CUT) == (Missing("x"),)
    assert order(film) == ["a", "b", "c", "d"]
    after = follow(film, CUT, news(film, CUT))
    assert order(after) == ["a", "b", "x", "c", "d"]
    assert after.cuts[0].frames == 184


def test_a_new_first_shot_comes_in_at_the_head() -> None:
    film = with_shot("x", 0)
    assert order(follow(film, CUT, news(film, CUT))) == ["x", "a", "b", "c", "d"]


def test_several_new_shots_keep_the_order_of_the_story() -> None:
    film = board.add_shot(with_shot("x", 2), "s", Shot(id="y", slate="Y", duration=24), at=3)
    assert order(follow(film, CUT, news(film, CUT))) == ["a", "b", "x", "y", "c", "d"]


def test_into_an_empty_cut_comes_the_whole_board() -> None:
    film = FILM.with_(cuts=(Cut(id="cut", name="New", tracks=(Track(id="v", name="V1"),)),))
    assert order(follow(film, "cut", news(film, "cut"))) == ["a", "b", "c", "d"]


def test_an_omitted_shot_goes_and_the_cut_closes_up() -> None:
    film = board.edit_shot(FILM, "b", omitted=True)
    (found,) = news(film, CUT)
    assert isinstance(found, Left)
    after = follow(film, CUT, [found])
    assert order(after) == ["a", "c", "d"]
    assert after.cuts[0].frames == 120


def test_a_whole_clip_takes_on_its_shots_new_length() -> None:
    film = board.edit_shot(FILM, "b", duration=60)
    assert news(film, CUT) == ()
    (found,) = news(film, CUT, changed(FILM, film).lengths)
    assert found == Longer("b", FILM.cuts[0].tracks[0].items[1].id, 20)
    assert follow(film, CUT, [found]).cuts[0].frames == 180


def test_a_shot_that_the_razor_divided_keeps_its_lengths() -> None:
    film = board.edit_shot(cutting.razor(FILM, CUT, 60), "b", duration=60)
    assert news(film, CUT, {"b"}) == ()


def test_what_an_edit_did_to_the_board() -> None:
    film = board.edit_shot(with_shot("x", 2), "b", duration=60)
    assert changed(FILM, film) == Changed(frozenset("x"), frozenset("b"))
    assert changed(FILM, cutting.razor(FILM, CUT, 60)) == Changed()
    assert changed(film, board.edit_shot(film, "x", omitted=True)).come == frozenset()


def test_words_alone_are_no_news_and_an_omitted_scene_is() -> None:
    scene = FILM.scenes[0]
    shot = scene.shots[0]
    assert changed(FILM, board.edit_shot(FILM, shot.id, action="Other words.")) == Changed()
    omitted = FILM.with_(scenes=(scene.with_(omitted=True), *FILM.scenes[1:]))
    ids = frozenset(each.id for each in scene.shots)
    assert changed(FILM, omitted).gone == ids
    assert changed(omitted, FILM).come == ids
