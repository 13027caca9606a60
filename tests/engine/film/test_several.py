"""Edits of many shots at once: order, slates and the film's own rules hold as they do for one."""

from __future__ import annotations

from itertools import count

import pytest

from engine.errors import BadInput
from engine.film import several
from engine.film.check import checked
from engine.film.document import Film
from engine.film.setup import Setup, Size
from engine.film.shots import Casting, Scene, Shot


def sample(**changes: str) -> Film:
    """Two scenes of three shots each: a b c | d e f."""
    shots = [Shot(id=x, slate=f"{1 + n // 3}{'ABC'[n % 3]}", duration=48, action=x) for n, x in enumerate("abcdef")]
    scenes = (Scene(id="s1", number="1", shots=tuple(shots[:3])), Scene(id="s2", number="2", shots=tuple(shots[3:])))
    return Film(scenes=scenes).with_(**changes)


def order(film: Film) -> str:
    return "|".join("".join(shot.id for shot in scene.shots) for scene in film.scenes)


@pytest.mark.parametrize(
    ("moved", "scene", "at", "expected"),
    [
        ("ce", "s1", 0, "ceab|df"),
        ("ac", "s1", 2, "bac|def"),  # the shot before which they were dropped moves with them
        ("ab", "s2", None, "c|defab"),
        ("fb", "s2", 1, "ac|dbfe"),
        ("abc", "s1", 3, "abc|def"),
        ("abc", "s2", 0, "|abcdef"),
    ],
)
def test_a_selection_goes_where_it_is_dropped_in_story_order(
    moved: str, scene: str, at: int | None, expected: str
) -> None:
    assert order(checked(several.move_shots(sample(), moved, scene, at=at))) == expected


def test_a_drop_where_they_stood_changes_nothing() -> None:
    film = sample()
    assert several.move_shots(film, "b", "s1", at=1) is film


def test_every_shot_of_a_selection_is_edited_and_the_others_stay_the_same_objects() -> None:
    film = sample()
    after = several.edit_shots(film, {"a", "e"}, lambda shot: shot.with_(setup=Setup(size=Size.CLOSE)))
    assert [shot.id for shot in after.shots if shot.setup.size is Size.CLOSE] == ["a", "e"]
    assert after.shot("b") is film.shot("b")


def test_an_edit_that_names_nobody_is_refused() -> None:
    with pytest.raises(BadInput, match="missing"):
        several.edit_shots(sample(), "a", lambda shot: shot.with_(cast=(Casting(subject="nobody"),)))


def test_removing_and_duplicating_a_selection() -> None:
    ids = count()
    assert order(several.remove_shots(sample(), "bd")) == "ac|ef"
    doubled = checked(several.duplicate_shots(sample(), "bf", new_id=lambda: f"+{next(ids)}"))
    assert order(doubled) == "ab+0c|def+1"
    assert len({shot.slate for shot in doubled.shots}) == 8


def test_neighbours_merge_and_others_do_not() -> None:
    merged = several.merge_run(sample(), "cba")
    assert order(merged) == "a|def"
    assert merged.shot("a").action == "a\nb\nc"
    with pytest.raises(BadInput, match="next one"):
        several.merge_run(sample(), "ac")
    with pytest.raises(BadInput, match="Two shots"):
        several.merge_run(sample(), "a")


def test_a_new_shot_has_a_free_slate_and_lasts_three_seconds() -> None:
    shot = several.new_shot(sample(), "s1")
    assert (shot.slate, shot.duration) == ("1D", 72)
    empty = sample().with_(scenes=(Scene(id="s9", number="9"),))
    assert several.new_shot(empty, "s9").slate == "9A"


def test_where_numbers_are_locked_a_new_shot_sorts_between_its_neighbours() -> None:
    film = sample(numbering="locked")
    assert several.new_shot(film, "s1", at=1).slate == "1A1"
    assert several.new_shot(film, "s1", at=0).slate not in {shot.slate for shot in film.shots}


def test_a_new_scene_counts_on_or_sorts_between() -> None:
    film = sample()
    assert several.new_scene(film).number == "3"
    assert several.new_scene(film, at=1).number == "1A"
    assert several.new_scene(Film()).number == "1"
