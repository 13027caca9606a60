"""The trade's verbs, each against what the cut shows frame by frame: only the asked range changes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from fractions import Fraction
from itertools import count
from typing import Literal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.film import cutting, transitions, trimming
from engine.film.bench import Edge, available, item_of
from engine.film.check import complaints
from engine.film.cuts import Clip, Cut, Gap, Item, Marker, Track, Transition
from engine.film.document import Film
from engine.film.resolve import segments
from engine.film.rows import NewId, fits, row_of
from engine.film.shots import Scene, Shot
from engine.film.supply import shots_by_id
from engine.film.takes import Recipe, Take
from engine.film.versions import lock_cut

LENGTH = 40
HANDLES = 6
DRAGS = settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
"""A drag drawn at random is often refused; what was refused proves nothing here."""

Shown = tuple[str, int] | None


def counter(prefix: str = "n") -> NewId:
    ids = count()
    return lambda: f"{prefix}{next(ids)}"


def film_with(*tracks: Track, markers: tuple[Marker, ...] = ()) -> Film:
    """Shots a to f of 40 frames, each with a take that has 6 frames of handles at either end."""
    take = Take(
        id="t",
        recipe=Recipe(engine="animatic"),
        rate=Fraction(24),
        frames=LENGTH + 2 * HANDLES,
        head=HANDLES,
        media="m.mov",
        digest="0" * 64,
    )
    shots = tuple(Shot(id=x, slate=x.upper(), duration=LENGTH, takes=(take,)) for x in "abcdef")
    cut = Cut(id="cut", name="Rough", tracks=tracks, markers=markers)
    return Film(handles=HANDLES, scenes=(Scene(id="s", number="1", shots=shots),), cuts=(cut,))


def track(name: str, *items: Item, kind: Literal["picture", "sound"] = "picture") -> Track:
    return Track(id=name, kind=kind, items=items)


def clip(shot: str, name: str | None = None, start: int = 0, frames: int = LENGTH) -> Clip:
    return Clip(id=name or shot, shot=shot, start=start, frames=frames)


def shown(film: Film, name: str = "v") -> list[Shown]:
    """What the track has at every record frame: (shot, frame of the shot), or None for a gap. Transitions left out."""
    frames: list[Shown] = []
    for each in film.cuts[0].tracks:
        if each.id == name:
            for item in row_of(each).timed:
                start = item.start if isinstance(item, Clip) else 0
                who = item.shot or "" if isinstance(item, Clip) else None
                frames += [None if who is None else (who, start + index) for index in range(item.frames)]
    return frames


def joins(film: Film, name: str = "v") -> list[Transition]:
    return [i for t in film.cuts[0].tracks if t.id == name for i in t.items if isinstance(i, Transition)]


@st.composite
def rows(draw: st.DrawFn, name: str, least: int = 0) -> Track:
    """A row of clips and gaps with transitions wherever they happen to fit."""
    ids = counter(f"{name}-")
    items: list[Item] = []
    for _ in range(draw(st.integers(least, 5))):
        if draw(st.booleans()) and draw(st.booleans()):
            frames = draw(st.integers(1, 20))
            if not items or not isinstance(items[-1], Gap):
                items.append(Gap(id=ids(), frames=frames))
                continue
        start = draw(st.integers(0, LENGTH - 12))
        items.append(clip(draw(st.sampled_from("abcdef")), ids(), start, draw(st.integers(12, LENGTH - start))))
    with_joins: list[Item] = []
    for index, item in enumerate(items):
        beside = items[max(0, index - 1) : index + 1]
        if draw(st.booleans()) and all(isinstance(each, Clip) for each in beside):
            after = draw(st.integers(1, 6))
            with_joins.append(Transition(id=ids(), before=draw(st.integers(0, 6)) if index else 0, after=after))
        with_joins.append(item)
    return track(name, *with_joins, kind="sound" if name == "s" else "picture")


@st.composite
def films(draw: st.DrawFn, least: int = 0) -> Film:
    film = film_with(draw(rows("v", least)), draw(rows("s")))
    assert list(complaints(film)) == []
    return film


def whole(before: Film, after: Film) -> None:
    """What holds after every verb: ids differ, transitions fit, nothing reaches past its media, segments tile the cut."""
    assert list(complaints(after)) == []
    cut = after.cuts[0]
    shots = shots_by_id(after)
    for each in cut.tracks:
        row = row_of(each)
        assert fits(row)
        for index, item in enumerate(row.timed):
            assert row.overlap(index)[1] + row.overlap(index + 1)[0] <= item.frames
            if isinstance(item, Clip):
                assert available(after, item, shots).holds(*row.reach(index))
    end = 0
    for segment in segments(after, cut):
        assert segment.start == end
        assert segment.frames > 0
        end += segment.frames
    assert end == cut.frames
    assert after.with_(cuts=()) == before.with_(cuts=())


NEW = clip("a", "new", 3, 10)


@given(films(), st.integers(0, 200))
def test_insert_pushes_everything_behind_it_and_sound_follows(film: Film, at: int) -> None:
    after = cutting.insert(film, "cut", "v", at, NEW, new_id=counter())
    old, new = shown(film), shown(after)
    assert new[:at] == (old + [None] * at)[:at]
    assert new[at : at + 10] == [("a", 3 + index) for index in range(10)]
    assert new[at + 10 :] == old[at:]
    sound = shown(film, "s")
    assert shown(after, "s") == (sound[:at] + [None] * 10 + sound[at:] if at < len(sound) else sound)
    whole(film, after)


@given(films(), st.integers(0, 200))
def test_insert_on_one_track_leaves_the_others(film: Film, at: int) -> None:
    after = cutting.insert(film, "cut", "v", at, NEW, tracks=(), new_id=counter())
    assert after.cuts[0].tracks[1] == film.cuts[0].tracks[1]
    whole(film, after)


@given(films(), st.integers(0, 200))
def test_overwrite_changes_its_own_frames_only(film: Film, at: int) -> None:
    after = cutting.overwrite(film, "cut", "v", at, NEW, new_id=counter())
    old, new = shown(film), shown(after)
    assert len(new) == max(len(old), at + 10)
    assert new[:at] == (old + [None] * at)[:at]
    assert new[at : at + 10] == [("a", 3 + index) for index in range(10)]
    assert new[at + 10 :] == old[at + 10 :]
    assert shown(after, "s") == shown(film, "s")
    whole(film, after)


@given(films())
def test_append_comes_last(film: Film) -> None:
    after = cutting.append(film, "cut", "v", NEW)
    assert shown(after) == shown(film) + [("a", 3 + index) for index in range(10)]
    assert shown(after, "s") == shown(film, "s")
    whole(film, after)


@given(films(), st.integers(0, 150), st.integers(1, 60), st.sampled_from([None, ("v",), ("s",)]))
def test_lift_and_extract_take_out_their_range_only(
    film: Film, start: int, frames: int, tracks: tuple[str, ...] | None
) -> None:
    end = start + frames
    lifted = cutting.lift(film, "cut", start, end, tracks=tracks, new_id=counter())
    extracted = cutting.extract(film, "cut", start, end, tracks=tracks, new_id=counter())
    for name in ("v", "s"):
        old = shown(film, name)
        if tracks is None or name in tracks:
            assert shown(lifted, name) == old[:start] + [None] * len(old[start:end]) + old[end:]
            assert shown(extracted, name) == old[:start] + old[end:]
        else:
            assert shown(lifted, name) == shown(extracted, name) == old
    whole(film, lifted)
    whole(film, extracted)


@given(films(), st.integers(0, 200))
def test_the_razor_changes_nothing_that_is_seen(film: Film, frame: int) -> None:
    try:
        after = cutting.razor(film, "cut", frame, new_id=counter())
    except BadInput as refused:
        assume("inside a transition" not in refused.sentence)
        raise
    assert [shown(after, name) for name in "vs"] == [shown(film, name) for name in "vs"]
    assert joins(after) == joins(film)
    whole(film, after)


def test_transitions_shrink_with_the_clip_between_them() -> None:
    fade = Transition(id="x", before=6, after=6)
    film = film_with(track("v", clip("a"), fade, clip("b"), fade.with_(id="y"), clip("c")))
    after = trimming.ripple(film, "cut", "b", "tail", 8 - LENGTH)
    assert [(join.before, join.after) for join in joins(after)] == [(6, 6), (2, 6)]
    after = trimming.ripple(after, "cut", "b", "tail", -7)
    assert [(join.before, join.after) for join in joins(after)] == [(6, 1), (0, 6)]
    whole(film, after)


def test_the_razor_never_divides_a_transition() -> None:
    film = film_with(track("v", clip("a"), Transition(id="x"), clip("b")))
    for frame in (35, 40, 45):
        if frame != 40:
            with pytest.raises(BadInput, match="inside a transition"):
                cutting.razor(film, "cut", frame)
    assert len(cutting.razor(film, "cut", 34).cuts[0].tracks[0].items) == 4


@given(films(), st.data())
def test_ripple_delete_closes_up_on_every_track(film: Film, data: st.DataObject) -> None:
    items = [i.id for t in film.cuts[0].tracks for i in t.items if not isinstance(i, Transition)]
    assume(items)
    found = item_of(film.cuts[0], data.draw(st.sampled_from(items)))
    after = cutting.ripple_delete(film, "cut", found.item.id, new_id=counter())
    for name in "vs":
        old = shown(film, name)
        assert shown(after, name) == old[: found.at] + old[found.end :]
    whole(film, after)


@given(st.integers(1, 30), st.integers(1, 30))
def test_fill_trims_or_leaves_the_rest_of_the_gap(gap: int, frames: int) -> None:
    film = film_with(track("v", clip("a"), Gap(id="g", frames=gap), clip("b")))
    after = cutting.fill(film, "cut", "g", clip("c", "new", 0, frames), new_id=counter())
    used = min(gap, frames)
    assert shown(after)[LENGTH : LENGTH + gap] == [("c", i) for i in range(used)] + [None] * (gap - used)
    assert len(shown(after)) == len(shown(film))
    whole(film, after)


Drag = Callable[[Film, str, int], Film]


def _clip_ids(film: Film) -> list[str]:
    return [item.id for item in film.cuts[0].tracks[0].items if isinstance(item, Clip)]


def _try(film: Film, data: st.DataObject, verb: Drag) -> tuple[Film, str, int, int, int]:
    """(after, clip id, its first record frame, its end, by) for a drag that was accepted."""
    assume(_clip_ids(film))
    name = data.draw(st.sampled_from(_clip_ids(film)))
    by = data.draw(st.integers(-10, 10))
    found = item_of(film.cuts[0], name)
    after = None
    with contextlib.suppress(BadInput):
        after = verb(film, name, by)
    assume(after is not None)
    assert after is not None
    whole(film, after)
    return after, name, found.at, found.end, by


@DRAGS
@given(films(least=3), st.data(), st.sampled_from(["head", "tail"]))
def test_trim_moves_one_edge_and_nothing_else(film: Film, data: st.DataObject, edge: Edge) -> None:
    def verb(film: Film, name: str, by: int) -> Film:
        return trimming.trim(film, "cut", name, edge, by, new_id=counter())

    after, name, at, end, by = _try(film, data, verb)
    old, new = shown(film), shown(after)
    point = at if edge == "head" else end
    low, high = min(point, point + by), max(point, point + by)
    assert new[:low] == old[:low]
    assert new[high:] == old[high:]
    assert len(new) == len(old) or end == len(old)
    source = item_of(after.cuts[0], name).item
    was = item_of(film.cuts[0], name).item
    assert source.frames == was.frames + (by if edge == "tail" else -by)
    assert shown(after, "s") == shown(film, "s")


@DRAGS
@given(films(least=3), st.data(), st.sampled_from(["head", "tail"]))
def test_ripple_moves_everything_behind_and_sound_follows(film: Film, data: st.DataObject, edge: Edge) -> None:
    def verb(film: Film, name: str, by: int) -> Film:
        return trimming.ripple(film, "cut", name, edge, by, new_id=counter())

    after, _, at, end, by = _try(film, data, verb)
    longer = by if edge == "tail" else -by
    old, new = shown(film), shown(after)
    assert len(new) == len(old) + longer
    assert new[:at] == old[:at]
    assert new[end + longer :] == old[end:]
    inner = old[at:end]
    if longer < 0:
        assert new[at : end + longer] == (inner[-longer:] if edge == "head" else inner[:longer])
    elif edge == "head":
        assert new[at + longer : end + longer] == inner
    else:
        assert new[at:end] == inner
    point = at if edge == "head" else end + min(0, longer)
    sound = shown(film, "s")
    if longer < 0:
        assert shown(after, "s") == sound[:point] + sound[point - longer :]
    elif point < len(sound):
        assert shown(after, "s") == sound[:point] + [None] * longer + sound[point:]


@DRAGS
@given(films(least=3), st.data(), st.sampled_from(["head", "tail"]))
def test_roll_moves_an_edit_point_between_two_items(film: Film, data: st.DataObject, edge: Edge) -> None:
    after, _, at, end, by = _try(film, data, lambda f, name, by: trimming.roll(f, "cut", name, edge, by))
    point = at if edge == "head" else end
    low, high = min(point, point + by), max(point, point + by)
    assert shown(after)[:low] == shown(film)[:low]
    assert shown(after)[high:] == shown(film)[high:]
    assert len(shown(after)) == len(shown(film))


@DRAGS
@given(films(least=3), st.data())
def test_slip_changes_one_clips_content_only(film: Film, data: st.DataObject) -> None:
    after, _, at, end, by = _try(film, data, lambda f, name, by: trimming.slip(f, "cut", name, by))
    old, new = shown(film), shown(after)
    assert new[:at] + new[end:] == old[:at] + old[end:]
    assert new[at:end] == [each and (each[0], each[1] + by) for each in old[at:end]]
    assert joins(after) == joins(film)


@DRAGS
@given(films(least=3), st.data())
def test_slide_moves_a_clip_between_its_neighbours(film: Film, data: st.DataObject) -> None:
    after, name, at, end, by = _try(film, data, lambda f, name, by: trimming.slide(f, "cut", name, by))
    old, new = shown(film), shown(after)
    assert len(new) == len(old)
    assert new[at + by : end + by] == old[at:end]
    assert new[: min(at, at + by)] == old[: min(at, at + by)]
    assert new[max(end, end + by) :] == old[max(end, end + by) :]
    assert item_of(after.cuts[0], name).item == item_of(film.cuts[0], name).item


def test_a_clip_never_reaches_past_its_media() -> None:
    film = film_with(track("v", clip("a"), clip("b"), clip("c")))
    assert trimming.slip(film, "cut", "b", 6)
    with pytest.raises(BadInput, match="Shot B has only the frames -6 to 45"):
        trimming.slip(film, "cut", "b", 7)
    with pytest.raises(BadInput, match="Shot A has only"):
        trimming.roll(film, "cut", "b", "head", 7)
    with pytest.raises(BadInput, match="Shot D has only"):
        cutting.append(film, "cut", "v", clip("d", "new", 0, 100))
    assert trimming.room(film, "cut", "b").end == 46


def test_a_transition_uses_up_the_handle() -> None:
    film = film_with(track("v", clip("a"), Transition(id="x", before=6, after=6), clip("b")))
    with pytest.raises(BadInput, match="Shot A has only"):
        trimming.slip(film, "cut", "a", 1)
    assert trimming.slip(film, "cut", "a", -6)


def test_a_clip_that_was_too_long_already_may_shrink_but_not_grow() -> None:
    film = film_with(track("v", clip("a", frames=60), clip("b")))
    assert trimming.ripple(film, "cut", "a", "tail", -1)
    with pytest.raises(BadInput, match="Shot A has only"):
        trimming.ripple(film, "cut", "a", "tail", 1)


def test_what_is_in_the_way_or_would_vanish_is_said() -> None:
    film = film_with(track("v", clip("a"), clip("b"), Gap(id="g", frames=3), clip("c")))
    with pytest.raises(BadInput, match="no empty frames"):
        trimming.trim(film, "cut", "a", "tail", 2)
    with pytest.raises(BadInput, match="no frame of the clip"):
        trimming.trim(film, "cut", "a", "tail", -LENGTH)
    with pytest.raises(BadInput, match="only 3 frames"):
        trimming.roll(film, "cut", "b", "tail", 4)
    with pytest.raises(BadInput, match="nothing to roll against"):
        trimming.roll(film, "cut", "a", "head", 1)
    with pytest.raises(BadInput, match="no neighbour"):
        trimming.slide(film, "cut", "a", 1)
    assert [i.id for i in trimming.roll(film, "cut", "b", "tail", 3).cuts[0].tracks[0].items] == ["a", "b", "c"]


def test_markers_follow_a_ripple_of_the_whole_cut() -> None:
    markers = (Marker(id="m1", frame=10), Marker(id="m2", frame=50), Marker(id="m3", frame=75))
    film = film_with(track("v", clip("a"), clip("b")), markers=markers)
    assert [m.frame for m in cutting.insert(film, "cut", "v", 40, NEW).cuts[0].markers] == [10, 60, 85]
    assert [m.frame for m in cutting.extract(film, "cut", 45, 55).cuts[0].markers] == [10, 45, 65]
    assert [m.frame for m in cutting.extract(film, "cut", 45, 55, tracks=("v",)).cuts[0].markers] == [10, 50, 75]


def test_transitions_come_change_and_go() -> None:
    film = film_with(track("v", clip("a"), clip("b"), Gap(id="g", frames=20), clip("c")))
    film = transitions.add_transition(film, "cut", "a", "tail", new_id=counter("x"))
    film = transitions.add_transition(film, "cut", "a", "head", style="fade", before=6, after=12, new_id=counter("y"))
    film = transitions.add_transition(film, "cut", "c", "tail", style="fade", new_id=counter("z"))
    film = transitions.add_transition(film, "cut", "c", "head", style="fade", new_id=counter("w"))
    whole(film, film)
    assert [(j.before, j.after) for j in joins(film)] == [(0, 12), (6, 6), (6, 6), (6, 0)]
    film = transitions.edit_transition(film, "cut", "x0", before=3, after=5)
    film = transitions.edit_transition(film, "cut", "x0", style="wipe")
    assert (joins(film)[1].style, joins(film)[1].after) == ("wipe", 5)
    film = transitions.remove_transition(film, "cut", "x0")
    assert len(joins(film)) == 3
    with pytest.raises(BadInput, match="already"):
        transitions.add_transition(film, "cut", "a", "head")
    with pytest.raises(BadInput, match="has only"):
        transitions.add_transition(film, "cut", "a", "tail", before=7, after=7)
    with pytest.raises(BadInput, match="longer than the clips"):
        transitions.edit_transition(film, "cut", "y0", before=0, after=41)
    with pytest.raises(BadInput, match="at least one frame"):
        transitions.edit_transition(film, "cut", "y0", before=0, after=0)


def test_a_fade_at_the_end_of_a_track_stays_with_its_clip_when_that_is_trimmed() -> None:
    film = film_with(track("v", clip("a"), Gap(id="g", frames=5)))
    film = transitions.add_transition(film, "cut", "a", "head", style="fade", after=8)
    film = transitions.add_transition(film, "cut", "a", "tail", style="fade", before=8, after=0)
    trimmed = trimming.trim(film, "cut", "a", "head", 4)
    assert [(i.kind, getattr(i, "frames", 0)) for i in trimmed.cuts[0].tracks[0].items][:3] == [
        ("gap", 4),
        ("transition", 0),
        ("clip", LENGTH - 4),
    ]
    back = trimming.trim(trimming.trim(trimmed, "cut", "a", "head", -4), "cut", "a", "tail", 5)
    assert [(join.before, join.after) for join in joins(back)] == [(0, 8), (8, 0)]


def test_tracks_come_and_go_and_a_take_is_pinned() -> None:
    film = film_with(track("v", clip("a")))
    film = cutting.add_track(film, "cut", track("s", clip("b", "sound"), kind="sound"))
    film = cutting.set_track(film, "cut", track("s", clip("c", "sound"), kind="sound"))
    film = cutting.pin_take(film, "cut", "a", "t")
    assert item_of(film.cuts[0], "a").item.with_(take=None) == clip("a")
    with pytest.raises(BadInput, match="no take 'u'"):
        cutting.pin_take(film, "cut", "a", "u")
    with pytest.raises(BadInput, match="already"):
        cutting.add_track(film, "cut", track("v2", clip("a")))
    assert len(cutting.remove_track(film, "cut", "s").cuts[0].tracks) == 1


LOCKED: list[Callable[[Film], Film]] = [
    lambda f: cutting.insert(f, "cut", "v", 0, NEW),
    lambda f: cutting.overwrite(f, "cut", "v", 0, NEW),
    lambda f: cutting.append(f, "cut", "v", NEW),
    lambda f: cutting.fill(f, "cut", "g", NEW),
    lambda f: cutting.razor(f, "cut", 5),
    lambda f: cutting.lift(f, "cut", 0, 5),
    lambda f: cutting.lift_clip(f, "cut", "a"),
    lambda f: cutting.extract(f, "cut", 0, 5),
    lambda f: cutting.ripple_delete(f, "cut", "a"),
    lambda f: cutting.pin_take(f, "cut", "a", None),
    lambda f: cutting.add_track(f, "cut", track("w")),
    lambda f: cutting.set_track(f, "cut", track("v")),
    lambda f: cutting.remove_track(f, "cut", "v"),
    lambda f: trimming.trim(f, "cut", "a", "tail", -1),
    lambda f: trimming.ripple(f, "cut", "a", "tail", -1),
    lambda f: trimming.roll(f, "cut", "a", "tail", 1),
    lambda f: trimming.slip(f, "cut", "a", 1),
    lambda f: trimming.slide(f, "cut", "a", 1),
    lambda f: transitions.add_transition(f, "cut", "a", "tail"),
    lambda f: transitions.remove_transition(f, "cut", "x"),
    lambda f: transitions.edit_transition(f, "cut", "x", style="wipe"),
]


@pytest.mark.parametrize("verb", LOCKED)
def test_a_locked_cut_never_changes(verb: Callable[[Film], Film]) -> None:
    film = lock_cut(film_with(track("v", clip("a"), clip("b"))), "cut")
    with pytest.raises(BadInput, match="'Rough' is locked"):
        verb(film)


@settings(max_examples=60, deadline=None)
@given(films(), st.data())
def test_a_long_session_at_the_bench_keeps_the_cut_whole(film: Film, data: st.DataObject) -> None:
    ids = counter("late")
    for _ in range(data.draw(st.integers(1, 10))):
        at, by = data.draw(st.integers(0, 120)), data.draw(st.integers(-12, 12))
        name = data.draw(st.sampled_from(_clip_ids(film) or ["none"]))
        edge: Edge = data.draw(st.sampled_from(["head", "tail"]))
        fresh = clip(data.draw(st.sampled_from("abcdef")), ids(), 0, data.draw(st.integers(1, LENGTH)))
        verbs: list[Callable[[], Film]] = [
            lambda f=film, a=at, c=fresh: cutting.insert(f, "cut", "v", a, c, new_id=ids),
            lambda f=film, a=at, c=fresh: cutting.overwrite(f, "cut", "v", a, c, new_id=ids),
            lambda f=film, a=at: cutting.razor(f, "cut", a, new_id=ids),
            lambda f=film, a=at: cutting.lift(f, "cut", a, a + 9, new_id=ids),
            lambda f=film, a=at: cutting.extract(f, "cut", a, a + 9, new_id=ids),
            lambda f=film, n=name, e=edge, b=by: trimming.trim(f, "cut", n, e, b, new_id=ids),
            lambda f=film, n=name, e=edge, b=by: trimming.ripple(f, "cut", n, e, b, new_id=ids),
            lambda f=film, n=name, e=edge, b=by: trimming.roll(f, "cut", n, e, b),
            lambda f=film, n=name, b=by: trimming.slip(f, "cut", n, b),
            lambda f=film, n=name, b=by: trimming.slide(f, "cut", n, b),
            lambda f=film, n=name, e=edge: transitions.add_transition(f, "cut", n, e, new_id=ids),
        ]
        before = film
        with contextlib.suppress(BadInput):
            film = data.draw(st.sampled_from(verbs))()
        whole(before, film)
