"""What is heard: muted and solo tracks, the level of a clip on its track, and sounds that cross."""

from __future__ import annotations

import subprocess
import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.cuts import Clip, Cut, Footage, Item, Track, Transition
from engine.film.document import Film
from engine.media.audio import SAMPLE_RATE, laid_sounds, sound
from engine.media.ffmpeg import executable

FILM = Film()
SAMPLES_A_FRAME = SAMPLE_RATE // 24


def footage(name: str, frames: int = 48) -> Footage:
    return Footage(path=name, digest="0" * 64, rate=Fraction(24), frames=frames)


def write(path: Path, value: int, frames: int = 48) -> None:
    """A sound that is one value throughout."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(np.full(2 * frames * SAMPLES_A_FRAME, value, dtype="<i2").tobytes())


def cut(*tracks: Track) -> Cut:
    return Cut(id="c", name="c", tracks=tracks)


def mixed(edit: Cut, folder: Path) -> np.ndarray:
    """The left channel of the whole mix."""
    inputs, graph = sound(laid_sounds(FILM, edit, folder, delay=0), edit.frames, FILM.rate, 0)
    order = [executable(), "-v", "error", *inputs, "-filter_complex", graph, "-map", "[sound]", "-f", "s16le", "-"]
    return np.frombuffer(subprocess.run(order, check=True, capture_output=True).stdout, dtype="<i2")[::2]


def test_a_muted_track_is_silent_and_levels_add_up(tmp_path: Path) -> None:
    for name in ("music.wav", "wind.wav"):
        write(tmp_path / name, 8000)
    music = Clip(id="m", footage=footage("music.wav"), frames=48, gain=2.0)
    wind = Clip(id="w", footage=footage("wind.wav"), frames=48)
    first = Track(id="a", kind="sound", items=(music,), gain=-8.0)
    second = Track(id="b", kind="sound", items=(wind,), play="off")
    heard = mixed(cut(first, second), tmp_path)
    assert len(heard) == 48 * SAMPLES_A_FRAME
    assert heard[1000] == pytest.approx(8000 * 10 ** (-6 / 20), abs=2)


def crossing(before: int, after: int) -> tuple[Item, ...]:
    left = Clip(id="l", footage=footage("music.wav"), start=0, frames=24)
    right = Clip(id="r", footage=footage("wind.wav"), start=12, frames=24)
    return left, Transition(id="t", before=before, after=after), right


def test_sounds_cross_over_the_whole_transition_at_even_power(tmp_path: Path) -> None:
    write(tmp_path / "music.wav", 8000)
    write(tmp_path / "wind.wav", 8000)
    heard = mixed(cut(Track(id="a", kind="sound", items=crossing(6, 6))), tmp_path)
    middle = 24 * SAMPLES_A_FRAME
    assert heard[middle - 7 * SAMPLES_A_FRAME] == heard[middle + 7 * SAMPLES_A_FRAME] == 8000
    assert heard[middle] == pytest.approx(8000 * 2**0.5, rel=0.02)


def test_a_transition_at_the_head_fades_in_from_silence(tmp_path: Path) -> None:
    write(tmp_path / "music.wav", 8000)
    items = (Transition(id="t", before=0, after=12), Clip(id="m", footage=footage("music.wav"), frames=48))
    heard = mixed(cut(Track(id="a", kind="sound", items=items)), tmp_path)
    assert abs(heard[0]) < 10
    assert heard[6 * SAMPLES_A_FRAME] == pytest.approx(8000 * 2**-0.5, rel=0.03)
    assert heard[13 * SAMPLES_A_FRAME] == 8000


def test_what_has_no_sound_is_silent(tmp_path: Path) -> None:
    (tmp_path / "music.wav").write_bytes(b"RIFF")
    music = Track(id="a", kind="sound", items=(Clip(id="m", footage=footage("music.wav"), frames=48),))
    assert laid_sounds(FILM, cut(music), tmp_path, delay=0) == ()
