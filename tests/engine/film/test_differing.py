"""What differs between two films: edited, added, gone; what only moved does not."""

from __future__ import annotations

from revised_scripts import with_takes

from engine.film.board import add_shot, edit_shot, move_shot, remove_shot
from engine.film.differing import differing, only_shots_differ, other_takes
from engine.film.document import Film
from engine.film.shots import Scene, Shot

FILM = Film(
    scenes=(
        Scene(id="s1", number="1", shots=tuple(Shot(id=x, slate=x, duration=24) for x in "ab")),
        Scene(id="s2", number="2", shots=(Shot(id="c", slate="c", duration=24),)),
    )
)


def test_an_edited_shot_is_told_as_it_was_and_as_it_is() -> None:
    after = edit_shot(FILM, "a", action="Fog.")
    assert differing(FILM, after) == {"a": (FILM.shot("a"), after.shot("a"))}
    assert differing(FILM, FILM) == {}


def test_what_came_and_what_went() -> None:
    new = Shot(id="d", slate="d", duration=24)
    assert differing(FILM, add_shot(FILM, "s2", new)) == {"d": (None, new)}
    assert differing(FILM, remove_shot(FILM, "c")) == {"c": (FILM.shot("c"), None)}


def test_a_shot_that_only_moved_is_the_same() -> None:
    assert differing(FILM, move_shot(FILM, "a", "s2")) == {}


def test_words_are_no_other_takes_and_nothing_but_shots() -> None:
    after = edit_shot(FILM, "a", action="Fog.")
    assert only_shots_differ(FILM, after)
    assert not only_shots_differ(FILM, FILM.with_(title="Fog"))
    assert not other_takes(FILM, after)


def test_a_take_that_came_is_another_take() -> None:
    taken = with_takes(FILM, "a")
    assert other_takes(FILM, taken)
    assert other_takes(taken, FILM)
    assert not other_takes(taken, edit_shot(taken, "a", action="Fog."))
