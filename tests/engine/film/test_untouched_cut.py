"""A cut nobody has touched is the board, played; one that somebody has worked on is left alone."""

from __future__ import annotations

from itertools import count

from engine.film import board, trimming
from engine.film.check import checked
from engine.film.cuts import Clip, Transition
from engine.film.document import Film
from engine.film.in_step import in_step, is_board
from engine.film.rows import NewId
from engine.film.shots import Scene, Shot
from engine.film.versions import add_cut, assembly, duplicate_cut


def counter() -> NewId:
    ids = count()
    return lambda: f"n{next(ids)}"


def sample() -> Film:
    shots = tuple(Shot(id=x, slate=x.upper(), duration=48) for x in "abc")
    film = Film(scenes=(Scene(id="s", number="1", shots=shots),))
    return checked(add_cut(film, assembly(film)))


def shown(film: Film, cut: int = 0) -> list[tuple[str | None, int]]:
    return [(item.shot, item.frames) for item in film.cuts[cut].tracks[0].items if isinstance(item, Clip)]


def test_the_first_shot_makes_a_cut_that_plays_it() -> None:
    empty = Film(language="zh", scenes=(Scene(id="s", number="1"),))
    after = in_step(empty, board.add_shot(empty, "s", Shot(id="a", slate="1A", duration=24)))
    assert shown(checked(after)) == [("a", 24)]
    assert after.cuts[0].name == "初剪"


def test_an_untouched_cut_follows_order_length_and_new_shots() -> None:
    film = sample()
    after = in_step(film, board.move_shot(film, "c", "s", at=0))
    after = in_step(after, board.edit_shot(after, "a", duration=30))
    after = in_step(after, board.add_shot(after, "s", Shot(id="d", slate="D", duration=10), at=1))
    assert shown(checked(after)) == [("c", 48), ("d", 10), ("a", 30), ("b", 48)]
    assert is_board(after, after.cuts[0])


def test_a_removed_shot_leaves_no_hole_in_an_untouched_cut() -> None:
    film = sample()
    after = in_step(film, board.remove_shot(film, "b"))
    assert shown(checked(after)) == [("a", 48), ("c", 48)]
    assert len(after.cuts[0].tracks[0].items) == 2


def test_clips_keep_their_ids() -> None:
    film = sample()
    before = {item.shot: item.id for item in film.cuts[0].tracks[0].items if isinstance(item, Clip)}
    after = in_step(film, board.move_shot(film, "a", "s"))
    assert {item.shot: item.id for item in after.cuts[0].tracks[0].items if isinstance(item, Clip)} == before


def test_a_cut_that_was_trimmed_or_locked_stays_as_it_is() -> None:
    film = sample()
    clip = film.cuts[0].tracks[0].items[0]
    trimmed = trimming.ripple(film, film.cuts[0].id, clip.id, "tail", -8)
    assert in_step(trimmed, board.move_shot(trimmed, "c", "s", at=0)).cuts == trimmed.cuts
    pinned = duplicate_cut(film, film.cuts[0].id, name="Copy")
    assert not is_board(film, film.cuts[0].with_(locked=True))
    after = in_step(pinned, board.edit_shot(pinned, "a", duration=20))
    assert shown(after, 0) == shown(after, 1) == [("a", 20), ("b", 48), ("c", 48)]


def test_a_transition_stays_with_the_two_shots_it_joins() -> None:
    film = sample()
    a, b, c = film.cuts[0].tracks[0].items
    items = (a, Transition(id="x", before=4, after=4), b, c)
    track = film.cuts[0].tracks[0].with_(items=items)
    film = checked(film.with_(cuts=(film.cuts[0].with_(tracks=(track,)),)))
    after = in_step(film, board.add_shot(film, "s", Shot(id="d", slate="D", duration=10)))
    assert [item.id for item in after.cuts[0].tracks[0].items if item.kind == "transition"] == ["x"]
    apart = in_step(film, board.move_shot(film, "c", "s", at=1))
    assert all(item.kind == "clip" for item in checked(apart).cuts[0].tracks[0].items)


def test_a_shot_too_short_for_its_transition_loses_it() -> None:
    film = sample()
    a, b, c = film.cuts[0].tracks[0].items
    track = film.cuts[0].tracks[0].with_(items=(a, Transition(id="x", before=20, after=20), b, c))
    film = checked(film.with_(cuts=(film.cuts[0].with_(tracks=(track,)),)))
    after = checked(in_step(film, board.edit_shot(film, "b", duration=5)))
    assert shown(after) == [("a", 48), ("b", 5), ("c", 48)]


def test_an_edit_that_moves_nothing_leaves_the_same_film() -> None:
    film = sample()
    after = board.edit_shot(film, "a", action="She waits.")
    assert in_step(film, after) is after
