"""Moving and shuffling: what travels, what stays, and that nothing is seen twice."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.film.check import complaints
from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Track, Transition
from engine.film.document import Film
from engine.film.moving import move, shuffle
from engine.film.rows import NewId, row_of
from engine.film.shots import Scene, Shot


def counter() -> NewId:
    ids = count()
    return lambda: f"n{next(ids)}"


def clip(name: str, frames: int = 10) -> Clip:
    return Clip(id=name, shot=name[0], frames=frames)


def sound(name: str, frames: int = 10) -> Clip:
    footage = Footage(path="sound/a.wav", digest="0" * 64, rate=Fraction(24), frames=500)
    return Clip(id=name, footage=footage, frames=frames)


def track(name: str, *items: Item, kind: Literal["picture", "sound"] = "picture") -> Track:
    return Track(id=name, name=name, kind=kind, items=items)


def film_with(*tracks: Track) -> Film:
    shots = tuple(Shot(id=x, slate=x.upper(), duration=40) for x in "abcdef")
    return Film(scenes=(Scene(id="s", number="1", shots=shots),), cuts=(Cut(id="cut", name="Rough", tracks=tracks),))


def laid(film: Film, name: str = "v") -> list[tuple[str, int, int]]:
    """(clip, first record frame, frames) of a track, gaps left out."""
    (found,) = (each for each in film.cuts[0].tracks if each.id == name)
    return [(item.id, at, item.frames) for _, at, item in row_of(found).placed() if isinstance(item, Clip)]


THREE = film_with(track("v", clip("a"), clip("b"), clip("c")))


def test_a_moved_clip_leaves_a_gap_and_takes_the_place_of_what_it_lands_on() -> None:
    film = move(THREE, "cut", ["a"], 15, new_id=counter())
    assert laid(film) == [("b", 10, 5), ("a", 15, 10), ("c", 25, 5)]
    assert film.cuts[0].tracks[0].items[0] == Gap(id="n0", frames=10)


def test_past_the_tail_a_gap_leads_up_to_the_clip_and_none_follows() -> None:
    film = move(THREE, "cut", ["c"], 30, new_id=counter())
    assert laid(film) == [("a", 0, 10), ("b", 10, 10), ("c", 50, 10)]
    back = move(film, "cut", ["c"], -30, new_id=counter())
    assert back.cuts[0].tracks[0].items == THREE.cuts[0].tracks[0].items


def test_clips_that_travel_together_keep_the_dissolve_between_them() -> None:
    items = (clip("a"), Transition(id="t", before=2, after=2), clip("b"), Transition(id="u", before=2, after=2))
    film = move(film_with(track("v", *items, clip("c"))), "cut", ["a", "b"], 40, new_id=counter())
    kept = [item.id for item in film.cuts[0].tracks[0].items if isinstance(item, Transition)]
    assert kept == ["t"]
    assert not list(complaints(film))


def test_a_clip_moves_to_the_track_above() -> None:
    film = move(film_with(track("v", clip("a"), clip("b")), track("w")), "cut", ["b"], 5, rows=1, new_id=counter())
    assert laid(film) == [("a", 0, 10)]
    assert laid(film, "w") == [("b", 15, 10)]


def test_there_is_no_track_above_the_highest() -> None:
    with pytest.raises(BadInput, match="no track"):
        move(THREE, "cut", ["a"], 0, rows=1)


def test_nothing_moves_before_the_head() -> None:
    with pytest.raises(BadInput, match="before the head"):
        move(THREE, "cut", ["b"], -11)


@pytest.mark.parametrize(("at", "order"), [(0, "cab"), (10, "acb"), (20, "abc"), (30, "abc")])
def test_a_shuffled_clip_comes_in_between_and_the_rest_closes_up(at: int, order: str) -> None:
    film = shuffle(THREE, "cut", ["c"], at, new_id=counter())
    assert laid(film) == [(name, index * 10, 10) for index, name in enumerate(order)]


def test_shuffling_to_the_right_counts_frames_as_they_were() -> None:
    film = shuffle(THREE, "cut", ["a"], 30, new_id=counter())
    assert laid(film) == [("b", 0, 10), ("c", 10, 10), ("a", 20, 10)]


def test_picture_and_sound_are_shuffled_in_step() -> None:
    sounds = (sound("x", 14), sound("y", 6), sound("z"))
    film = film_with(track("v", clip("a"), clip("b"), clip("c")), track("s", *sounds, kind="sound"))
    after = shuffle(film, "cut", ["c", "z"], 0, new_id=counter())
    assert laid(after)[0] == ("c", 0, 10)
    assert laid(after, "s") == [("z", 0, 10), ("x", 10, 14), ("y", 24, 6)]


@given(st.sets(st.sampled_from("abc"), min_size=1), st.integers(0, 30))
def test_a_shuffle_loses_no_frame_and_doubles_none(chosen: set[str], at: int) -> None:
    film = shuffle(THREE, "cut", chosen, at, new_id=counter())
    assert film.cuts[0].frames == 30
    seen = sorted(
        (i.shot or "", i.start + n)
        for i in film.cuts[0].tracks[0].items
        if isinstance(i, Clip)
        for n in range(i.frames)
    )
    assert seen == [(shot, frame) for shot in "abc" for frame in range(10)]


@given(st.sets(st.sampled_from("abc"), min_size=1), st.integers(0, 50))
def test_moved_clips_are_whole_where_they_land(chosen: set[str], by: int) -> None:
    film = move(THREE, "cut", chosen, by, new_id=counter())
    where = {name: (at, frames) for name, at, frames in laid(film)}
    assert all(where[name] == ("abc".index(name) * 10 + by, 10) for name in chosen)
    assert not list(complaints(film))
