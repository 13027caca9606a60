"""What a person says of takes: verdicts stand in the shot, a rejected take supplies nothing, a binned one comes back whole."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from engine.errors import BadInput
from engine.film import board, coverage, cutting, judging
from engine.film.document import Film
from engine.film.rate import FILM
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take, Verdict
from engine.film.versions import add_cut, assembly


def take(name: str) -> Take:
    return Take(id=name, recipe=Recipe(engine="x"), rate=FILM, frames=48, media=f"takes/{name}.mov", digest="0" * 64)


def film() -> Film:
    shot = Shot(id="s1", slate="1A", duration=24, takes=(take("t1"), take("t2"), take("t3")))
    made = Film(scenes=(Scene(id="c1", number="1", shots=(shot,)),))
    return add_cut(made, assembly(made))


def test_stars_and_notes_are_given_and_taken_back() -> None:
    blank = film()
    rated = judging.annotate(judging.rate(blank, "s1", "t1", 4), "s1", "t1", " lovely light ")
    assert rated.shot("s1").verdict("t1") == Verdict(take="t1", rating=4, note="lovely light")
    assert rated.shot("s1").verdict("t2") == Verdict(take="t2")
    assert judging.annotate(judging.rate(rated, "s1", "t1", 0), "s1", "t1", "") == blank


def test_six_stars_are_refused_in_a_sentence() -> None:
    with pytest.raises(BadInput, match="verdict"):
        judging.rate(film(), "s1", "t1", 6)


def test_a_take_that_is_not_there_has_no_verdict() -> None:
    with pytest.raises(BadInput, match="take of shot 1A"):
        judging.rate(film(), "s1", "t9", 1)


def test_a_rejected_take_supplies_nothing_while_there_is_another() -> None:
    out = judging.reject(film(), "s1", "t3")
    assert out.shot("s1").chosen == take("t2")
    assert out.shot("s1").current == take("t3")
    for each in ("t1", "t2"):
        out = judging.reject(out, "s1", each)
    assert out.shot("s1").chosen == take("t3")  # better than black
    assert judging.accept(out, "s1", "t1").shot("s1").chosen == take("t1")


def test_rejecting_the_circled_take_takes_the_circle_off_and_circling_accepts() -> None:
    out = judging.reject(coverage.circle(film(), "s1", "t1"), "s1", "t1")
    assert (out.shot("s1").circled, out.shot("s1").verdict("t1").rejected) == (None, True)
    back = coverage.circle(out, "s1", "t1")
    assert (back.shot("s1").circled, back.shot("s1").verdict("t1").rejected) == ("t1", False)


def test_the_bin_keeps_take_and_verdict() -> None:
    before = coverage.circle(judging.rate(film(), "s1", "t2", 5), "s1", "t2")
    binned = judging.bin_take(before, "s1", "t2").shot("s1")
    assert [each.id for each in binned.takes] == ["t1", "t3"]
    assert (binned.circled, binned.binned) == (None, (take("t2"),))
    back = judging.restore_take(judging.bin_take(before, "s1", "t2"), "s1", "t2").shot("s1")
    assert [each.id for each in back.takes] == ["t1", "t3", "t2"]
    assert (back.binned, back.verdict("t2").rating) == ((), 5)


def test_an_emptied_bin_names_the_media_that_nothing_else_needs() -> None:
    twice = board.duplicate_shot(judging.rate(film(), "s1", "t2", 5), "s1")
    other = next(shot.id for shot in twice.shots if shot.id != "s1")
    binned = judging.bin_take(judging.bin_take(twice, "s1", "t1"), "s1", "t2")
    assert judging.only_in_bin(binned, "s1") == ()  # the copy has them still
    alone = judging.bin_take(binned, other, "t1")
    assert judging.only_in_bin(alone, "s1") == ()
    gone = judging.empty_bin(alone, other)
    assert judging.only_in_bin(gone, "s1") == ("takes/t1.mov",)
    assert judging.empty_bin(gone, "s1").shot("s1").verdicts == ()


def test_a_pinned_take_is_not_binned() -> None:
    pinned = film()
    clip = pinned.cuts[0].tracks[0].items[0]
    pinned = cutting.pin_take(pinned, pinned.cuts[0].id, clip.id, "t1")
    with pytest.raises(BadInput, match="pinned"):
        judging.bin_take(pinned, "s1", "t1")


def test_a_split_shot_divides_its_verdicts_with_its_takes() -> None:
    rated = judging.bin_take(judging.rate(judging.rate(film(), "s1", "t1", 2), "s1", "t3", 3), "s1", "t3")
    first, second = board.split_shot(rated, "s1", 12).shots
    assert (len(first.verdicts), len(second.verdicts)) == (2, 1)
    assert (len(first.binned), len(second.binned)) == (1, 0)


@pytest.mark.parametrize(
    "fields",
    [
        {"verdicts": (Verdict(take="t9"),)},
        {"verdicts": (Verdict(take="t1"), Verdict(take="t1", rating=1))},
        {"binned": (take("t1"),)},
    ],
)
def test_a_verdict_on_nothing_is_no_shot(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="1A judges"):
        film().shot("s1").with_(**fields)
