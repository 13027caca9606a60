"""The cut's sound is summed sample for sample where the export lays it; what is not decoded yet is silent and asked for."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np

from app.viewer.mixing import Mixer, laid_sounds
from app.viewer.route import Route
from app.viewer.speakers import Score
from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Play, Track, Transition
from engine.film.document import Film
from engine.film.rate import FILM
from engine.plan.desk import Sound, pcm_path

SAMPLES_A_FRAME = 2000
A, B = "a" * 64, "b" * 64


def footage(digest: str) -> Footage:
    return Footage(path=f"footage/{digest[:4]}.wav", digest=digest, rate=FILM, frames=100)


def clip(name: str, digest: str, start: int = 0, frames: int = 10, gain: float = 0.0) -> Clip:
    return Clip(id=name, footage=footage(digest), start=start, frames=frames, gain=gain)


def track(name: str, *items: Item, play: Play = "on", gain: float = 0.0) -> Track:
    return Track(id=name, kind="sound", items=items, play=play, gain=gain)


def cut(*tracks: Track) -> Cut:
    return Cut(id="c", name="A", tracks=tracks)


def decode(folder: Path, digest: str, value: int | None = None, frames: int = 100) -> None:
    """Sound that says where it is: sample n of the left channel is n (or `value`), the right one its negative."""
    path = folder / pcm_path(digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    ramp = np.arange(frames * SAMPLES_A_FRAME) % 30_000 if value is None else np.full(frames * SAMPLES_A_FRAME, value)
    np.stack([ramp, -ramp], axis=1).astype("<i2").tofile(path)


def mixer(folder: Path, edit: Cut) -> Mixer:
    return Mixer(laid_sounds(Film(), edit), folder)


def test_a_clip_sounds_from_its_own_start_where_it_lies(tmp_path: Path) -> None:
    decode(tmp_path, A)
    heard = mixer(tmp_path, cut(track("t", Gap(id="g", frames=2), clip("x", A, start=3)))).pull(0, 13 * SAMPLES_A_FRAME)
    at = 2 * SAMPLES_A_FRAME
    assert not heard[:at].any()
    assert heard[at].tolist() == [3 * SAMPLES_A_FRAME, -3 * SAMPLES_A_FRAME]
    assert heard[at + 5000, 0] == 3 * SAMPLES_A_FRAME + 5000
    assert not heard[12 * SAMPLES_A_FRAME :].any()


def test_tracks_are_summed_at_their_levels_and_never_wrap(tmp_path: Path) -> None:
    decode(tmp_path, A, 20_000)
    decode(tmp_path, B, 20_000)
    loud = mixer(tmp_path, cut(track("t", clip("x", A)), track("u", clip("y", B))))
    assert loud.pull(0, 4)[0].tolist() == [32767, -32768]
    soft = mixer(tmp_path, cut(track("t", clip("x", A, gain=-14), gain=-6)))
    assert soft.pull(0, 4)[0].tolist() == [2000, -2000]
    assert mixer(tmp_path, cut(track("t", clip("x", A), play="off"))).silent


def test_sounds_that_a_transition_joins_cross_at_equal_power(tmp_path: Path) -> None:
    decode(tmp_path, A, 10_000)
    decode(tmp_path, B, 0)
    join = Transition(id="j", before=2, after=2)
    mixed = mixer(tmp_path, cut(track("t", clip("x", A), join, clip("y", B, start=10))))
    falling = mixed.pull(8 * SAMPLES_A_FRAME, 4 * SAMPLES_A_FRAME)[:, 0]
    assert [int(falling[n]) for n in (0, 4000, 7999)] == [10_000, 7071, 2]
    turned = mixer(tmp_path, cut(track("t", clip("y", B), join, clip("x", A, start=10))))
    rising = turned.pull(8 * SAMPLES_A_FRAME, 4 * SAMPLES_A_FRAME)[:, 0]
    assert [int(rising[n]) for n in (0, 4000, 7999)] == [0, 7071, 10_000]
    whole = np.concatenate([mixed.pull(at, 500) for at in range(16_000, 24_000, 500)])
    assert (whole[:, 0] == falling).all()  # however it is asked for


def test_a_sound_shorter_than_its_clip_ends_in_silence(tmp_path: Path) -> None:
    decode(tmp_path, A, 7, frames=1)
    heard = mixer(tmp_path, cut(track("t", clip("x", A)))).pull(SAMPLES_A_FRAME - 2, 4)
    assert heard[:, 0].tolist() == [7, 7, 0, 0]


def test_what_is_not_decoded_is_silent_and_asked_for(tmp_path: Path) -> None:
    mixed = mixer(tmp_path, cut(track("t", clip("x", A), clip("y", A))))
    assert not mixed.pull(0, 10).any()
    assert mixed.wanting == (Sound(source=footage(A).path, digest=A),)
    decode(tmp_path, A, 5)
    mixed.look_again()
    assert mixed.wanting == ()
    assert mixed.pull(0, 1).tolist() == [[5, -5]]


def test_a_score_reads_on_over_a_loop(tmp_path: Path) -> None:
    decode(tmp_path, A)
    score = Score(mixer(tmp_path, cut(track("t", clip("x", A)))), Route(9, 8, 10, loops=True), Fraction(24))
    first = np.frombuffer(score.next(1500), np.int16)[::2]
    second = np.frombuffer(score.next(1500), np.int16)[::2]
    whole = np.concatenate([first, second])
    assert whole[0] == 9 * SAMPLES_A_FRAME
    assert whole[1999] == 9 * SAMPLES_A_FRAME + 1999
    assert whole[2000] == 8 * SAMPLES_A_FRAME
