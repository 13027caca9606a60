"""Cuts as versions: the assembly, copies, locks that hold whatever is chosen later, and readable differences."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

import pytest

from engine.errors import BadInput
from engine.film import board, coverage, cutting, transitions, trimming, versions
from engine.film.check import complaints
from engine.film.compare import compare
from engine.film.cuts import Clip, Gap, Track, Transition
from engine.film.document import Film
from engine.film.resolve import Run, segments
from engine.film.rows import NewId, row_of
from engine.film.shots import Line, Scene, Shot
from engine.film.spoken import spoken
from engine.film.takes import Recipe, Take


def counter(prefix: str = "n") -> NewId:
    ids = count()
    return lambda: f"{prefix}{next(ids)}"


def take(name: str) -> Take:
    recipe = Recipe(engine="e")
    return Take(id=name, recipe=recipe, rate=Fraction(24), frames=60, head=6, media="m", digest="0" * 64)


def sample() -> Film:
    shots = tuple(Shot(id=x, slate=x.upper(), duration=48, takes=(take("t1"),)) for x in "abcd")
    film = Film(scenes=(Scene(id="s", number="1", shots=shots[:2]), Scene(id="r", number="2", shots=shots[2:])))
    return versions.add_cut(film, versions.assembly(film, new_id=counter("i")))


FILM = sample()
CUT = FILM.cuts[0].id
TRACK = FILM.cuts[0].tracks[0].id


def clip_id(index: int) -> str:
    return FILM.cuts[0].tracks[0].items[index].id


def said(film: Film) -> list[str]:
    return [difference.sentence for difference in compare(film, film.cuts[0].id, film.cuts[1].id)]


def copied() -> tuple[Film, str]:
    film = versions.duplicate_cut(FILM, CUT)
    return film, film.cuts[1].id


def test_the_assembly_is_every_shot_in_story_order() -> None:
    items = FILM.cuts[0].tracks[0].items
    assert [item.shot for item in items if isinstance(item, Clip)] == ["a", "b", "c", "d"]
    assert FILM.cuts[0].frames == 4 * 48
    assert versions.assembly(Film()).frames == 0


def test_a_new_take_never_alters_a_locked_cut() -> None:
    film = versions.lock_cut(FILM, CUT)
    before = segments(film, film.cuts[0])
    film = coverage.circle(coverage.add_take(film, "a", take("t2")), "a", "t2")
    film = board.edit_shot(film, "a", duration=20)
    assert segments(film, film.cuts[0]) == before
    free = versions.unlock_cut(film, CUT, unpin=True)
    run = segments(free, free.cuts[0])[0]
    assert isinstance(run, Run)
    assert run.strip.take == take("t2")
    assert versions.unlock_cut(film, CUT).cuts[0].tracks == film.cuts[0].tracks


def test_a_cut_with_a_shot_nobody_rendered_cannot_be_locked() -> None:
    film = board.edit_shot(FILM, "c", takes=())
    with pytest.raises(BadInput, match="shot C has no take yet"):
        versions.lock_cut(film, CUT)


def test_versions_come_and_go() -> None:
    film, copy = copied()
    assert [cut.name for cut in film.cuts] == ["Assembly", "Assembly 2"]
    film = versions.rename_cut(film, copy, "Fine cut")
    with pytest.raises(BadInput, match="already"):
        versions.rename_cut(film, copy, "Assembly")
    film = versions.new_cut(film, "Trailer")
    assert film.cuts[2].frames == 0
    film = versions.lock_cut(film, copy)
    with pytest.raises(BadInput, match="is locked"):
        versions.remove_cut(film, copy)
    assert len(versions.remove_cut(film, CUT).cuts) == 2
    assert not versions.duplicate_cut(film, copy).cuts[-1].locked
    assert list(complaints(film)) == []


def test_a_cut_of_what_does_not_exist_is_refused() -> None:
    cut = FILM.cuts[0]
    for clip in (Clip(id="x", shot="z", frames=1), Clip(id="x", shot="a", take="z", frames=1)):
        track = cut.tracks[0].with_(items=(clip,))
        with pytest.raises(BadInput, match="z"):
            versions.add_cut(FILM, cut.with_(id="new", name="new", tracks=(track,)))


def test_a_cut_that_could_not_be_saved_is_refused() -> None:
    cut = FILM.cuts[0].with_(id="new", name="new")
    clip = Clip(id="x", shot="a", frames=1)
    with pytest.raises(BadInput, match="twice"):
        versions.add_cut(FILM, cut.with_(tracks=(cut.tracks[0].with_(items=(clip, clip)),)))
    with pytest.raises(BadInput, match="names no take"):
        versions.add_cut(FILM, cut.with_(locked=True))


def test_equal_cuts_have_no_differences() -> None:
    film, _ = copied()
    assert said(film) == []


def test_a_cut_that_was_only_locked_shows_the_same() -> None:
    film, copy = copied()
    film = versions.lock_cut(film, copy)
    assert said(film) == []
    assert said(coverage.add_take(film, "a", take("t2"))) == ["Shot A pins take t1."]


def test_one_trim_is_one_difference() -> None:
    film, copy = copied()
    film = trimming.ripple(film, copy, clip_id(0), "tail", -12)
    assert said(film) == ["Shot A ends 12 frames earlier.", "The cut is 12 frames shorter: 180 frames."]


def test_a_cut_is_compared_in_an_editors_words() -> None:
    film, copy = copied()
    film = coverage.add_take(film, "a", take("t2"))
    film = trimming.slip(film, copy, clip_id(1), 4)
    film = cutting.ripple_delete(film, copy, clip_id(2))
    film = cutting.append(film, copy, TRACK, Clip(id="again", shot="a", frames=10))
    film = cutting.pin_take(film, copy, clip_id(0), "t1")
    film = transitions.add_transition(film, copy, clip_id(0), "tail", style="wipe", before=2, after=2, new_id=counter())
    assert said(film) == [
        "Shot C is gone.",
        "Shot A pins take t1.",
        "A wipe of 4 frames is new.",
        "Shot B is slipped 4 frames later.",
        "Shot A is new.",
        "The cut is 38 frames shorter: 154 frames.",
    ]


def test_a_moved_clip_is_the_one_that_moved() -> None:
    film, copy = copied()
    items = film.cuts[1].tracks[0].items
    track = film.cuts[1].tracks[0].with_(items=(*items[1:], items[0]))
    film = cutting.set_track(film, copy, track)
    assert said(film) == ["Shot A stands elsewhere in the order."]
    film = cutting.remove_track(film, copy, TRACK)
    assert said(film)[0] == "Track V1 is gone."


def test_as_few_clips_as_can_be_count_as_moved() -> None:
    film, copy = copied()
    a, b, c, d = film.cuts[1].tracks[0].items
    film = cutting.set_track(film, copy, film.cuts[1].tracks[0].with_(items=(b, d, c, a)))
    assert len(said(film)) == 2


def with_line(start: int, frames: int) -> Film:
    return coverage.add_line(FILM, "b", Line(id="l", speaker="", text="…", start=start, frames=frames))


def heard(film: Film) -> list[tuple[int, int]]:
    return [(each.start, each.frames) for each in spoken(film, film.cuts[0])]


def test_lines_run_over_the_cut_as_j_and_l() -> None:
    assert heard(with_line(-10, 20)) == [(38, 20)]
    assert heard(with_line(40, 20)) == [(88, 20)]


def test_a_line_may_lie_wholly_before_or_behind_its_shot() -> None:
    assert heard(with_line(-30, 20)) == [(18, 20)]
    assert heard(with_line(50, 20)) == [(98, 20)]
    assert heard(trimming.ripple(with_line(-30, 20), CUT, clip_id(1), "head", 5)) == []
    assert heard(trimming.ripple(with_line(50, 20), CUT, clip_id(1), "tail", -5)) == []


def test_a_trimmed_clip_cuts_its_lines() -> None:
    film = trimming.ripple(with_line(30, 30), CUT, clip_id(1), "tail", -10)
    assert heard(film) == [(78, 8)]
    film = trimming.ripple(with_line(-10, 30), CUT, clip_id(1), "head", 5)
    assert heard(film) == [(48, 15)]
    assert heard(trimming.ripple(with_line(0, 5), CUT, clip_id(1), "head", 5)) == []


def test_a_razored_line_is_one_line_and_a_line_never_leaves_the_cut() -> None:
    film = cutting.razor(with_line(10, 30), CUT, 48 + 20)
    assert heard(film) == [(58, 30)]
    last = coverage.add_line(FILM, "d", Line(id="l", speaker="", text="…", start=40, frames=90))
    assert heard(last) == [(184, 8)]
    first = coverage.add_line(FILM, "a", Line(id="l", speaker="", text="…", start=-9, frames=10))
    assert heard(first) == [(0, 1)]


def test_a_gap_says_nothing() -> None:
    film = cutting.lift_clip(with_line(10, 30), CUT, clip_id(1))
    assert heard(film) == []
    assert isinstance(film.cuts[0].tracks[0].items[1], Gap)


def test_closing_up_a_removed_shot_keeps_sound_in_step() -> None:
    sound = [Clip(id=f"s{x}", shot=x, frames=48) for x in "abc"]
    over = [sound[0], sound[1].with_(frames=50), sound[2].with_(start=2, frames=46)]
    film = cutting.add_track(FILM, CUT, Track(id="s", kind="sound", items=tuple(over)))
    film = board.remove_shot(film, "b", clips="close")
    picture, heard = film.cuts[0].tracks
    assert row_of(picture).frames == 3 * 48
    assert [(type(item), item.frames) for item in heard.items if not isinstance(item, Transition)] == [
        (Clip, 48),
        (Gap, 2),
        (Clip, 46),
    ]
