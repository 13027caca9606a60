"""Another rate for a film under way: what was seconds stays seconds, and tracks stay in step."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.film.check import complaints
from engine.film.cuts import Clip, Cut, Footage, Gap, Marker, Track, Transition
from engine.film.document import Film
from engine.film.in_step import is_board
from engine.film.retiming import counted, retimed, seconds_at
from engine.film.shots import Line, Panel, Scene, Shot
from engine.film.versions import add_cut, assembly

LENGTHS = (40, 37, 1, 96, 23)
RATES = (Fraction(12), Fraction(24000, 1001), Fraction(25), Fraction(30000, 1001), Fraction(60))
SONG = Footage(path="footage/song.wav", digest="ab" * 32, rate=Fraction(24), frames=400)


def film_of(lengths: tuple[int, ...] = LENGTHS) -> Film:
    shots = tuple(
        Shot(
            id=f"s{n}",
            slate=f"{n}A",
            duration=length,
            lines=(Line(id=f"l{n}", speaker="", text="Now.", start=-5, frames=length),),
            panels=(Panel(id=f"p{n}", start=length - 1),),
        )
        for n, length in enumerate(lengths)
    )
    film = Film(scenes=(Scene(id="sc", number="1", shots=shots),), start=86_400)
    ids = count()
    film = add_cut(film, assembly(film, new_id=lambda: f"i{next(ids)}"))
    return add_cut(film, _edited(lengths))


def _edited(lengths: tuple[int, ...]) -> Cut:
    """Trimmed, with a dissolve, a gap and music underneath."""
    long = [n for n, length in enumerate(lengths) if length > 20]
    clips = [Clip(id=f"c{n}", shot=f"s{n}", start=3, frames=lengths[n] - 7) for n in long]
    items = (clips[0], Transition(id="t", before=5, after=4), clips[1], Gap(id="g", frames=11), *clips[2:])
    whole = sum(clip.frames for clip in clips) + 11
    song = (Gap(id="h", frames=clips[0].frames), Clip(id="m", footage=SONG, frames=whole - clips[0].frames))
    tracks = (Track(id="v", items=items), Track(id="a", kind="sound", items=song))
    return Cut(id="edited", name="Mine", tracks=tracks, markers=(Marker(id="k", frame=33),))


FILM = film_of()


def test_every_length_keeps_its_seconds() -> None:
    after = retimed(FILM, Fraction(25))
    assert [shot.duration for shot in after.shots] == [42, 39, 1, 100, 24]
    assert (after.rate, after.handles, after.start) == (25, 6, 90_000)
    shot = next(iter(after.shots))
    assert (shot.lines[0].start, shot.lines[0].frames, shot.panels[0].start) == (-5, 42, 41)
    assert after.cuts[1].markers[0].frame == 34


def test_a_cut_nobody_touched_is_the_board_still_and_an_edited_ones_tracks_end_together() -> None:
    for rate in RATES:
        after = retimed(FILM, rate)
        assert is_board(after, after.cuts[0])
        picture, music = after.cuts[1].tracks
        assert picture.frames == music.frames
        assert abs(picture.frames / rate - FILM.cuts[1].frames / FILM.rate) <= 1 / rate
        assert list(complaints(after)) == []


def test_a_trimmed_clip_stays_inside_its_shot() -> None:
    for rate in RATES:
        after = retimed(FILM, rate)
        for item in after.cuts[1].tracks[0].items:
            if isinstance(item, Clip) and item.shot:
                assert 0 <= item.start <= item.start + item.frames <= after.shot(item.shot).duration


def test_the_same_rate_is_the_same_film() -> None:
    assert retimed(FILM, Fraction(24)) is FILM


def test_a_moment_is_found_again() -> None:
    assert counted(counted(240, Fraction(24), Fraction(25)), Fraction(25), Fraction(24)) == 240


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(21, 500), min_size=2, max_size=12),
    st.sampled_from(RATES),
)
def test_any_film_holds_together_at_any_rate(lengths: list[int], rate: Fraction) -> None:
    film = film_of(tuple(lengths))
    after = retimed(film, rate)
    assert list(complaints(after)) == []
    assert seconds_at(film, rate) == seconds_at(after, rate) == sum(shot.duration for shot in after.shots) / rate
    for before, now in zip(film.shots, after.shots, strict=True):
        assert abs(now.duration / rate - before.duration / film.rate) <= 1 / (2 * rate)
