"""A film ends with its picture; what somebody laid over black on purpose holds it open, and music does not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Track
from engine.film.ending import end_of, fading, overhang

MUSIC = Footage(path="footage/hum.wav", digest="0" * 64, rate=Fraction(24), frames=480)
PICTURE = (Clip(id="a", shot="a", frames=48), Clip(id="b", shot="b", frames=48))


def cut(*tracks: Track) -> Cut:
    return Cut(id="c", name="main", tracks=tracks)


def pictures(*more: Item) -> Track:
    return Track(id="v", items=(*PICTURE, *more))


def sounds(*items: Item, play: str = "on") -> Track:
    return Track.model_validate({"id": "s", "kind": "sound", "play": play, "items": items})


def music(frames: int = 384) -> Clip:
    return Clip(id="m", footage=MUSIC, frames=frames)


def test_music_that_runs_on_ends_with_the_last_picture() -> None:
    long = cut(pictures(), sounds(music()))
    assert (end_of(long, "picture"), end_of(long, "sound"), overhang(long)) == (96, 384, 288)
    short = cut(pictures(), sounds(music(60)))
    assert (end_of(short, "picture"), end_of(short, "sound"), overhang(short)) == (96, 96, 0)


@pytest.mark.parametrize(
    ("tracks", "ends"),
    [
        ((pictures(Gap(id="black", frames=24)), sounds(music())), 120),
        ((pictures(), sounds(Clip(id="voice", shot="b", frames=130), music(20))), 130),
        ((pictures(), sounds(Clip(id="door", footage=MUSIC, frames=130, link="b"))), 130),
        ((pictures(), sounds(music(), play="off")), 96),
        ((sounds(music()),), 384),
    ],
    ids=["black was laid", "a last word over black", "linked to a picture", "music that is off", "nothing but music"],
)
def test_what_holds_the_film_open(tracks: tuple[Track, ...], ends: int) -> None:
    assert end_of(cut(*tracks), "picture") == ends


def test_an_empty_cut_ends_where_it_begins() -> None:
    assert (end_of(cut(), "picture"), overhang(cut())) == (0, 0)


@pytest.mark.parametrize(("rate", "frames"), [(Fraction(24), 48), (Fraction(30000, 1001), 60)])
def test_music_fades_for_two_seconds(rate: Fraction, frames: int) -> None:
    assert fading(rate) == frames
