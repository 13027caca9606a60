"""Segments tile the cut, transitions draw on handles, and a take that is too short says so."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Track, Transition
from engine.film.document import Film
from engine.film.resolve import Blend, Run, Segment, segments, strips_in, track_segments
from engine.film.shots import Scene, Shot
from engine.film.supply import picture_at, take_span
from engine.film.takes import Recipe, Take


def take(name: str, frames: int = 60, head: int = 6, rate: Fraction = Fraction(24)) -> Take:
    return Take(
        id=name, recipe=Recipe(engine="animatic"), rate=rate, frames=frames, head=head, media="m.mov", digest="0" * 64
    )


def film_of(*shots: Shot) -> Film:
    return Film(scenes=(Scene(id="scene", number="1", shots=shots),))


def shot(name: str, *takes: Take, duration: int = 48, circled: str | None = None) -> Shot:
    return Shot(id=name, slate=name, duration=duration, takes=takes, circled=circled)


def clip(name: str, start: int = 0, frames: int = 48, take: str | None = None) -> Clip:
    return Clip(id=f"clip {name}", shot=name, start=start, frames=frames, take=take)


def cut_of(*items: Item) -> Cut:
    return Cut(id="cut", name="first", tracks=(Track(id="v1", items=items),))


def spans(row: tuple[Segment, ...]) -> list[tuple[str, int, int]]:
    return [(type(segment).__name__, segment.start, segment.frames) for segment in row]


FILM = film_of(shot("a", take("a1")), shot("b", take("b1")))


def test_a_dissolve_draws_both_sides_from_their_handles() -> None:
    cut = cut_of(clip("a"), Transition(id="x", before=6, after=4), clip("b"))
    row = segments(FILM, cut)
    assert spans(row) == [("Run", 0, 42), ("Blend", 42, 10), ("Run", 52, 44)]
    blend = row[1]
    assert isinstance(blend, Blend)
    assert blend.outgoing is not None
    assert blend.incoming is not None
    assert (blend.outgoing.start, blend.incoming.start) == (42, -6)
    assert blend.outgoing.shortfall == blend.incoming.shortfall == 0
    assert [blend.mix(index) for index in (0, 9)] == [Fraction(1, 11), Fraction(10, 11)]


def test_fades_at_head_tail_and_beside_a_gap_go_from_and_to_black() -> None:
    cut = cut_of(
        Transition(id="in", style="fade", before=0, after=5),
        clip("a"),
        Transition(id="mid", style="fade", before=3, after=3),
        Gap(id="g", frames=10),
        clip("b"),
        Transition(id="out", style="fade", before=7, after=9),
    )
    row = segments(FILM, cut)
    assert spans(row) == [
        ("Blend", 0, 5),
        ("Run", 5, 40),
        ("Blend", 45, 6),
        ("Black", 51, 7),
        ("Run", 58, 41),
        ("Blend", 99, 7),
    ]
    first, last = row[0], row[-1]
    assert isinstance(first, Blend)
    assert isinstance(last, Blend)
    assert first.outgoing is None
    assert last.incoming is None


def test_a_pinned_take_wins_over_the_circled_and_that_over_the_newest() -> None:
    film = film_of(shot("a", take("1"), take("2"), take("3"), circled="2"))
    row = segments(film, cut_of(clip("a"), clip("a", take="1")))
    assert [segment.strip.take.id for segment in row if isinstance(segment, Run) and segment.strip.take] == ["2", "1"]
    bare = film_of(shot("a", take("1"), take("3")))
    (run,) = segments(bare, cut_of(clip("a")))
    assert isinstance(run, Run)
    assert run.strip.take is not None
    assert run.strip.take.id == "3"


def test_a_take_too_short_for_its_clip_says_by_how_much() -> None:
    film = film_of(shot("a", take("short", frames=40, head=2)))
    (run,) = segments(film, cut_of(clip("a", start=-5, frames=50)))
    assert isinstance(run, Run)
    assert (run.strip.short_head, run.strip.short_tail, run.strip.shortfall) == (3, 7, 10)


@pytest.mark.parametrize(
    ("film", "items"),
    [
        (FILM, (clip("a", frames=40), clip("b"))),
        (FILM, (clip("b"), clip("a", start=2))),
        (FILM, (clip("a"), Transition(id="x", before=6, after=4), clip("b"))),
        (film_of(shot("a", take("a1"), take("a2", frames=30)), shot("b", take("b1"))), (clip("a"), clip("b"))),
        (film_of(shot("a"), shot("b", take("b1", head=0))), (clip("a", start=-5), clip("b", start=-5))),
    ],
)
def test_what_is_known_from_an_earlier_laying_is_laid_the_same(film: Film, items: tuple[Item, ...]) -> None:
    known = strips_in(segments(FILM, cut_of(clip("a"), clip("b"))))
    assert segments(film, cut_of(*items), known) == segments(film, cut_of(*items))


def test_a_clip_that_stays_what_it_was_is_not_measured_again() -> None:
    before = segments(FILM, cut_of(clip("a"), clip("b")))
    _, after = segments(FILM, cut_of(clip("a", frames=40), clip("b")), strips_in(before))
    assert isinstance(after, Run)
    assert isinstance(before[1], Run)
    assert after.strip is before[1].strip


def test_no_take_is_not_a_shortfall() -> None:
    (run,) = segments(film_of(shot("a")), cut_of(clip("a")))
    assert isinstance(run, Run)
    assert run.strip.take is None
    assert run.strip.shortfall == 0


def test_upper_tracks_cover_lower_ones_and_a_cut_blend_keeps_its_place() -> None:
    lower = Track(id="v1", items=(clip("a"), Transition(id="x", before=6, after=6), clip("b")))
    upper = Track(id="v2", items=(Gap(id="g", frames=20), clip("a", frames=28).with_(id="top")))
    cut = Cut(id="c", name="c", tracks=(lower, upper))
    row = segments(FILM, cut)
    assert spans(row) == [("Run", 0, 20), ("Run", 20, 28), ("Blend", 48, 6), ("Run", 54, 42)]
    blend = row[2]
    assert isinstance(blend, Blend)
    assert (blend.offset, blend.length) == (6, 12)
    assert blend.mix(0) == Fraction(7, 13)


def test_sound_longer_than_picture_holds_black() -> None:
    sound = Track(id="a1", kind="sound", items=(clip("a", frames=60),))
    cut = Cut(id="c", name="c", tracks=(Track(id="v1", items=(clip("a", frames=48),)), sound))
    assert spans(segments(FILM, cut)) == [("Run", 0, 48), ("Black", 48, 12)]
    assert spans(track_segments(FILM, sound)) == [("Run", 0, 60)]
    assert segments(FILM, Cut(id="c", name="c")) == ()


def test_footage_is_counted_in_film_frames() -> None:
    footage = Footage(path="in.mov", digest="0" * 64, rate=Fraction(12), frames=20)
    (run,) = segments(FILM, cut_of(Clip(id="f", footage=footage, start=0, frames=45)))
    assert isinstance(run, Run)
    assert run.strip.short_tail == 5


def test_a_take_at_another_rate_maps_its_pictures() -> None:
    slow = take("t", frames=32, head=3, rate=Fraction(16))
    span = take_span(slow, Fraction(24))
    assert (span.first, span.end) == (-4, 44)
    assert picture_at(slow, Fraction(24), span.first) == 0
    assert picture_at(slow, Fraction(24), span.end - 1) == 31
    assert picture_at(slow, Fraction(24), span.end) == 32


def test_an_unknown_shot_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="gone"):
        segments(FILM, cut_of(clip("gone")))


def test_footage_is_called_as_the_file_was_that_was_brought_in() -> None:
    mark = "c148100da13b" + "0" * 52
    kept = Footage(path="footage/hum-c148100da13b.wav", digest=mark, rate=Fraction(24), frames=20)
    assert (kept.title, kept.with_(path="footage/a-b.wav").title) == ("hum.wav", "a-b.wav")
