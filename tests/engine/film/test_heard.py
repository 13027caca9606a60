"""The sound tracks laid flat: places, levels, fades, and takes that speak."""

from __future__ import annotations

from fractions import Fraction

from engine.film.cuts import Clip, Cut, Footage, Track, Transition
from engine.film.document import Film
from engine.film.heard import Heard, heard
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take

MUSIC = Footage(path="footage/m.wav", digest="a" * 64, rate=Fraction(24), frames=100)


def film_with(*tracks: Track, takes: tuple[Take, ...] = ()) -> Film:
    shot = Shot(id="a", slate="1A", duration=40, takes=takes)
    return Film(scenes=(Scene(id="s", number="1", shots=(shot,)),), cuts=(Cut(id="c", name="c", tracks=tracks),))


def test_the_sound_of_a_take_begins_behind_its_handle() -> None:
    recipe = Recipe(engine="import", origin="imported")
    take = Take(
        id="t", recipe=recipe, rate=Fraction(48), frames=100, head=12, media="takes/x/master.mov", digest="b" * 64
    )
    track = Track(id="s", kind="sound", gain=-3.0, items=(Clip(id="x", shot="a", start=2, frames=20),))
    film = film_with(track, takes=(take,))
    assert heard(film, film.cuts[0]) == (Heard("takes/x/master.mov", "b" * 64, 0, 8, 20, -3.0),)
    silent = film_with(track)
    assert heard(silent, silent.cuts[0]) == ()


def test_two_sounds_that_cross_reach_into_their_handles() -> None:
    left = Clip(id="l", footage=MUSIC, frames=20)
    right = Clip(id="r", footage=MUSIC, start=50, frames=20)
    film = film_with(Track(id="s", kind="sound", items=(left, Transition(id="t", before=4, after=6), right)))
    one, two = heard(film, film.cuts[0])
    assert (one.at, one.start, one.frames, one.fade_in, one.fade_out) == (0, 0, 26, 0, 10)
    assert (two.at, two.start, two.frames, two.fade_in, two.fade_out) == (16, 46, 24, 10, 0)


def test_only_tracks_that_play_are_heard() -> None:
    clip = Clip(id="x", footage=MUSIC, frames=20)
    muted = Track(id="s", kind="sound", play="off", items=(clip,))
    solo = Track(id="u", kind="sound", play="solo", items=(clip.with_(id="y"),))
    other = Track(id="v", kind="sound", items=(clip.with_(id="z", gain=2.0),))
    film = film_with(muted, solo, other)
    assert len(heard(film, film.cuts[0])) == 1
