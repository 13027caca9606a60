"""Further takes are the same order with other seeds, and are known again by their order alone."""

from __future__ import annotations

from card_films import film

from engine.client import job_for
from engine.film.board import edit_shot
from engine.film.takes import Recipe, Take
from engine.plan.more_takes import answers, more_takes, siblings
from engine.plan.plan import Plan, plan

FILM = film(["a", "b", "c"])


def test_three_takes_are_two_more_of_each_second_takes_first() -> None:
    more = more_takes(FILM, None, 3)
    assert [node.order.seed for node in more] == [1, 2, 3, 2, 3, 4]  # the shots' own are 0, 1, 2
    assert not {node.key for node in more} & set(plan(FILM).keys.values())
    assert [node.shots for node in more[:3]] == [node.shots for node in plan(FILM).nodes]


def test_only_the_wanted_shots_get_more() -> None:
    wanted = [shot.id for shot in FILM.shots][1:2]
    assert [node.shots for node in more_takes(FILM, wanted, 2)] == [tuple(wanted)]
    assert more_takes(FILM, None, 1) == ()


def test_after_the_last_seed_comes_the_first() -> None:
    shot = next(iter(FILM.shots))
    more = more_takes(edit_shot(FILM, shot.id, seed=2**63 - 1), [shot.id], 2)
    assert [node.order.seed for node in more] == [0]


def test_a_job_for_another_seed_is_known_again_and_one_for_another_wording_is_not() -> None:
    more = more_takes(FILM, None, 2)
    payloads = {node.key: job_for(node).payload for node in (*plan(FILM).nodes, *more)}
    assert siblings(plan(FILM), payloads) == more
    other = film(["other", "b", "c"])
    assert siblings(plan(other), payloads) == more[1:]


def test_a_take_of_another_seed_answers_the_shot_and_one_of_another_wording_does_not() -> None:
    shot = next(iter(FILM.shots))
    other = more_takes(FILM, [shot.id], 2)[0]
    recipe = Recipe(engine="animatic", version="1", key=other.key, seed=other.order.seed)
    taken = shot.with_(
        takes=(Take(id="t", recipe=recipe, rate=FILM.rate, frames=shot.duration, media="t.mp4", digest="0" * 64),)
    )
    assert answers(plan(FILM), taken) == {plan(FILM).keys[shot.id], other.key}
    assert other.key not in (answers(plan(film(["other", "b", "c"])), taken) or ())
    assert answers(Plan(()), taken) is None
