"""A cut that is mended after an edit is the cut laid flat anew, whatever the edit was; and what was not touched is not measured again."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from engine.film.cuts import Clip, Cut, Gap, Item, Track, Transition
from engine.film.document import Film
from engine.film.flat import Flat, flattened, runs_of
from engine.film.resolve import Segment, segments
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take

RATE = Fraction(24)


def take(name: str, frames: int = 60) -> Take:
    recipe = Recipe(engine="animatic")
    return Take(id=name, recipe=recipe, rate=RATE, frames=frames, head=6, media="m.mov", digest="0" * 64)


def film_of(count: int) -> Film:
    shots = tuple(Shot(id=f"s{n}", slate=f"{n}", duration=48, takes=(take("one"),)) for n in range(count))
    return Film(scenes=(Scene(id="scene", number="1", shots=shots),))


def cut_of(*items: Item, sound: int = 0) -> Cut:
    sounds = Track(id="a1", kind="sound", items=(Gap(id="still", frames=sound),) if sound else ())
    return Cut(id="cut", name="first", tracks=(Track(id="v1", items=items), sounds))


def clips(count: int) -> tuple[Clip, ...]:
    return tuple(Clip(id=f"c{n}", shot=f"s{n}", frames=48) for n in range(count))


def row(flat: Flat) -> tuple[Segment, ...]:
    """The segments where they stand."""
    return tuple(replace(piece, start=start) for start, piece in zip(flat.starts, flat.pieces, strict=True))


def test_a_longer_clip_moves_those_behind_it_and_none_is_measured_again() -> None:
    film, laid = film_of(9), clips(9)
    before = flattened(film, cut_of(*laid))
    longer = cut_of(*laid[:4], laid[4].with_(frames=60), *laid[5:])
    after = flattened(film, longer, before)
    assert row(after) == segments(film, longer)
    same = [one is other for one, other in zip(before.pieces, after.pieces, strict=True)]
    assert same == [True] * 4 + [False] + [True] * 4
    assert list(runs_of(after, "s6")) == [(300, 348)]
    assert after.at(299) == 5


def test_a_take_that_is_chosen_otherwise_is_seen_in_every_clip_of_its_shot() -> None:
    film, laid = film_of(5), clips(5)
    cut = cut_of(*laid, laid[1].with_(id="again"))
    before = flattened(film, cut)
    shots = film.scenes[0].shots
    other = shots[1].with_(takes=(*shots[1].takes, take("two")))
    drawn = film.with_(scenes=(film.scenes[0].with_(shots=(shots[0], other, *shots[2:])),))
    assert row(flattened(drawn, cut, before)) == segments(drawn, cut) != row(before)


def test_a_shot_that_is_gone_is_missed_as_ever() -> None:
    film, cut = film_of(3), cut_of(*clips(3))
    before = flattened(film, cut)
    with pytest.raises(KeyError, match="s2"):
        flattened(film_of(2), cut, before)


def test_another_rate_measures_everything_again() -> None:
    film, cut = film_of(3), cut_of(*clips(3))
    before = flattened(film, cut)
    slower = film.with_(rate=Fraction(12))  # the takes have half as many of the film's frames
    after = flattened(slower, cut, before)
    assert row(after) == segments(slower, cut)
    assert after.pieces != before.pieces


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_one_after_the_other_show_what_the_cut_shows(seed: int) -> None:
    chance = random.Random(seed)
    film, items = film_of(6), list[Item](clips(6))
    flat = flattened(film, cut_of(*items))
    for step in range(40):
        film, items = _edited(chance, film, items, f"x{step}")
        cut = cut_of(*items, sound=chance.choice((0, 0, 900)))
        flat = flattened(film, cut, flat)
        assert row(flat) == segments(film, cut)


def _edited(chance: random.Random, film: Film, items: list[Item], name: str) -> tuple[Film, list[Item]]:
    """Something is done to the row, or a shot gets another take."""
    at = chance.randrange(len(items) + 1)
    verb = chance.choice(("insert", "gap", "join", "remove", "retime", "draw"))
    before, behind = items[:at], items[at:]
    if verb == "insert":
        new = Clip(id=name, shot=f"s{chance.randrange(6)}", start=chance.randrange(9), frames=chance.randrange(20, 60))
        return film, [*before, new, *behind]
    if verb == "gap":
        return film, [*before, Gap(id=name, frames=chance.randrange(12, 40)), *behind]
    if verb == "join":
        beside = {each.kind for each in (*before[-1:], *behind[:1])}
        join = Transition(id=name, before=chance.randrange(1, 5), after=chance.randrange(1, 5))
        return film, items if "transition" in beside else [*before, join, *behind]
    if verb == "retime" and behind and behind[0].kind == "clip":
        return film, [*before, behind[0].with_(frames=chance.randrange(20, 60)), *behind[1:]]
    if verb == "draw":
        return _drawn(film, chance.randrange(6), name), items
    if verb == "remove" and behind and len(items) > 4:
        return film, _apart([*before, *behind[1:]])
    return film, items


def _drawn(film: Film, number: int, name: str) -> Film:
    scene = film.scenes[0]
    shots = list(scene.shots)
    shots[number] = shots[number].with_(takes=(*shots[number].takes, take(name)))
    return film.with_(scenes=(scene.with_(shots=tuple(shots)),))


def _apart(items: list[Item]) -> list[Item]:
    """Two transitions never stand at one edit point."""
    kept: list[Item] = []
    for item in items:
        if item.kind != "transition" or not kept or kept[-1].kind != "transition":
            kept.append(item)
    return kept
