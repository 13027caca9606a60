"""After an edit only the shots are looked at that may stand otherwise: the rest of a thousand is as it was."""

from __future__ import annotations

from fractions import Fraction

from app.state.line import Line
from app.state.standing import Fresh, Known, Rendering, Stale, otherwise, standings
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take


def film_of(*keys: str) -> Film:
    """A shot for each take of these keys."""
    shots = tuple(Shot(id=f"s{n}", slate=f"{n}", duration=48, takes=(take(key),)) for n, key in enumerate(keys))
    return Film(scenes=(Scene(id="scene", number="1", shots=shots),))


def take(key: str) -> Take:
    recipe = Recipe(engine="animatic", key=key * 64)
    return Take(id=f"take-{key}", recipe=recipe, rate=Fraction(24), frames=60, media="m.mov", digest="0" * 64)


def keys(*of: str) -> dict[str, str]:
    return {f"s{n}": key * 64 for n, key in enumerate(of)}


def with_shots(film: Film, *shots: Shot) -> Film:
    return film.with_(scenes=(film.scenes[0].with_(shots=shots),))


LINE = Line()
FILM = film_of("a", "b", "c")
BEFORE = Known(FILM, keys("a", "b", "c"), LINE, {})


def test_an_edit_of_one_shot_concerns_one_shot() -> None:
    first, second, third = FILM.scenes[0].shots
    edited = with_shots(FILM, first, second.with_(takes=(take("d"),)), third)
    now = Known(edited, BEFORE.keys, LINE, {})
    assert otherwise(BEFORE, now) == {"s1"}
    assert standings(now, {"s1"}) == {"s1": Stale()}
    assert standings(now)["s0"] == Fresh()


def test_a_shot_that_is_gone_is_concerned_and_stands_nowhere() -> None:
    now = Known(with_shots(FILM, *FILM.scenes[0].shots[:2]), BEFORE.keys, LINE, {})
    assert otherwise(BEFORE, now) == {"s2"}
    assert standings(now, {"s2"}) == {}


def test_a_new_plan_concerns_the_shots_that_ask_for_another_take() -> None:
    now = Known(FILM, keys("a", "e", "c"), LINE, {})
    assert otherwise(BEFORE, now) == {"s1"}
    assert standings(now, {"s1"}) == {"s1": Stale()}


def test_what_is_being_drawn_is_looked_at_every_time_and_all_when_the_queue_has_moved() -> None:
    drawn = Known(FILM, BEFORE.keys, LINE, {"c" * 64: Rendering(1, 4)})
    assert otherwise(BEFORE, drawn) == otherwise(drawn, BEFORE) == {"s2"}
    moved = Line()
    assert otherwise(BEFORE, Known(FILM, BEFORE.keys, moved, {})) == {"s0", "s1", "s2"}
    assert otherwise(None, BEFORE) == {"s0", "s1", "s2"}
