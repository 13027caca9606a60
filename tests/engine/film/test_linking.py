"""Picture and its sound: linked, divided, trimmed apart; tracks that are muted, solo or locked; markers."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

import pytest

from engine.errors import BadInput
from engine.film import board, cutting, marking
from engine.film.bench import cut_of
from engine.film.cuts import Clip, Cut, Footage, Gap, Track
from engine.film.document import Film
from engine.film.linking import lay_sound, link, linked, next_track, unlink
from engine.film.moving import move
from engine.film.resolve import Black, segments
from engine.film.rows import NewId, row_of
from engine.film.shots import Scene, Shot
from engine.film.trimming import ripple, trim

FOOTAGE = Footage(path="sound/a.wav", digest="0" * 64, rate=Fraction(24), frames=500)


def counter() -> NewId:
    ids = count()
    return lambda: f"n{next(ids)}"


def sample() -> Film:
    shots = tuple(Shot(id=x, slate=x.upper(), duration=40) for x in "abc")
    picture = Track(id="v", name="V1", items=tuple(Clip(id=x, shot=x, frames=40) for x in "abc"))
    sound = Track(id="s", name="A1", kind="sound", items=(Clip(id="m", footage=FOOTAGE, frames=100),))
    return Film(
        scenes=(Scene(id="s", number="1", shots=shots),), cuts=(Cut(id="cut", name="Rough", tracks=(picture, sound)),)
    )


FILM = sample()


def items(film: Film, track: int) -> list[tuple[str, int, int]]:
    row = row_of(film.cuts[0].tracks[track])
    return [(item.id, at, item.frames) for _, at, item in row.placed() if isinstance(item, Clip)]


def muted(play: str, index: int = 0) -> Film:
    return cutting.edit_track(FILM, "cut", FILM.cuts[0].tracks[index].id, play=play)


def test_linked_clips_are_found_from_either_side() -> None:
    film = link(FILM, "cut", ["a", "m"], new_id=counter())
    assert linked(film.cuts[0], ["m"]) == ("a", "m")
    assert linked(film.cuts[0], ["b"]) == ("b",)
    assert linked(unlink(film, "cut", ["m"]).cuts[0], ["a"]) == ("a",)


def test_one_clip_alone_is_not_linked() -> None:
    with pytest.raises(BadInput, match="alone"):
        link(FILM, "cut", ["a"])


def test_the_sound_of_a_clip_is_laid_under_it_on_a_track_that_is_free_there() -> None:
    film = lay_sound(FILM, "cut", "b", new_id=counter())
    assert [track.name for track in film.cuts[0].tracks] == ["V1", "A1", "A2"]
    assert [(at, frames) for _, at, frames in items(film, 2)] == [(40, 40)]
    assert len(linked(film.cuts[0], ["b"])) == 2
    again = lay_sound(film, "cut", "c", new_id=lambda: "other")
    assert len(again.cuts[0].tracks) == 3


def test_the_razor_links_the_right_halves_to_each_other() -> None:
    film = cutting.razor(lay_sound(FILM, "cut", "b", new_id=counter()), "cut", 50, new_id=lambda: f"r{next(RIGHT)}")
    left, right = linked(film.cuts[0], ["b"]), linked(film.cuts[0], [items(film, 0)[2][0]])
    assert len(left) == len(right) == 2
    assert not set(left) & set(right)


RIGHT = count()


def test_a_j_cut_is_a_sound_that_begins_before_its_picture() -> None:
    film = lay_sound(FILM, "cut", "b", new_id=counter())
    sound = linked(film.cuts[0], ["b"])[1]
    assert items(trim(film, "cut", sound, "head", -6), 2) == [(sound, 34, 46)]


@pytest.mark.parametrize(("play", "black"), [("on", False), ("off", True), ("solo", False)])
def test_a_hidden_track_is_not_seen(play: str, black: bool) -> None:
    film = muted(play)
    assert isinstance(segments(film, film.cuts[0])[0], Black) is black


def test_solo_silences_only_its_own_kind() -> None:
    cut = cutting.add_track(FILM, "cut", Track(id="t", name="A2", kind="sound", play="solo")).cuts[0]
    assert [track.name for track in cut.playing] == ["V1", "A2"]


def test_a_locked_track_refuses_edits_and_lets_the_others_ripple() -> None:
    film = cutting.edit_track(FILM, "cut", "s", locked=True)
    with pytest.raises(BadInput, match="A1 is locked"):
        trim(film, "cut", "m", "tail", -5)
    with pytest.raises(BadInput, match="A1 is locked"):
        move(film, "cut", ["m"], 5)
    with pytest.raises(BadInput, match="A1 is locked"):
        cutting.set_gain(film, "cut", "m", -3)
    after = ripple(film, "cut", "a", "tail", -10)
    assert items(after, 0)[1] == ("b", 30, 40)
    assert items(after, 1) == [("m", 0, 100)]


def test_a_shot_that_is_removed_leaves_a_locked_track_too() -> None:
    film = board.remove_shot(cutting.edit_track(FILM, "cut", "v", locked=True), "b")
    assert [type(item) for item in film.cuts[0].tracks[0].items] == [Clip, Gap, Clip]


def test_a_track_is_renamed_and_its_level_has_limits() -> None:
    film = cutting.edit_track(FILM, "cut", "s", name="Music", gain=-6.0)
    assert (film.cuts[0].tracks[1].name, film.cuts[0].tracks[1].gain) == ("Music", -6.0)
    with pytest.raises(BadInput, match="gain"):
        cutting.edit_track(FILM, "cut", "s", gain=40.0)
    with pytest.raises(BadInput, match="items"):
        cutting.edit_track(FILM, "cut", "s", items=())


def test_a_new_track_takes_the_next_free_name() -> None:
    assert next_track(FILM.cuts[0], "picture").name == "V2"
    assert next_track(FILM.cuts[0], "sound").name == "A2"


def test_markers_stand_in_record_order_one_at_a_frame() -> None:
    film = marking.add_marker(FILM, "cut", 30, text="Rain?", colour="red", new_id=lambda: "x")
    film = marking.add_marker(film, "cut", 5, new_id=lambda: "y")
    assert marking.add_marker(film, "cut", 30, text="again") is film
    assert [(m.id, m.frame, m.colour) for m in film.cuts[0].markers] == [("y", 5, "amber"), ("x", 30, "red")]
    film = marking.edit_marker(film, "cut", "y", frame=60, text="Cut here")
    assert [m.id for m in film.cuts[0].markers] == ["x", "y"]
    assert [m.id for m in marking.remove_marker(film, "cut", "x").cuts[0].markers] == ["y"]


def test_a_marker_stands_inside_the_cut() -> None:
    with pytest.raises(BadInput, match="frame"):
        marking.add_marker(FILM, "cut", -1)


def test_music_that_is_not_in_step_is_left_whole_by_a_ripple_of_the_picture() -> None:
    film = cutting.edit_track(FILM, "cut", "s", in_step=False)
    film = marking.add_marker(film, "cut", 60, new_id=lambda: "x")
    after = ripple(film, "cut", "a", "tail", -10)
    assert items(after, 1) == [("m", 0, 100)]
    assert after.cuts[0].markers[0].frame == 50
    assert items(ripple(after, "cut", "m", "tail", -5), 1) == [("m", 0, 95)]


def test_a_sound_is_never_laid_onto_music_that_is_not_in_step() -> None:
    music = Track(id="music", kind="sound", in_step=False)
    film = lay_sound(cutting.add_track(FILM, "cut", music), "cut", "b", new_id=counter())
    assert cut_of(film, "cut").tracks[-1].id != "music"
    assert [track.items for track in cut_of(film, "cut").tracks if track.id == "music"] == [()]
