"""What is heard: muted and solo tracks, and the level of a clip on its track."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from engine.film.cuts import Clip, Cut, Footage, Track
from engine.media.audio import laid_sounds, sound


def footage(name: str) -> Footage:
    return Footage(path=name, digest="0" * 64, rate=Fraction(24), frames=48)


def test_a_muted_track_is_silent_and_levels_add_up(tmp_path: Path) -> None:
    for name in ("music.wav", "wind.wav"):
        (tmp_path / name).write_bytes(b"RIFF")
    music = Clip(id="m", footage=footage("music.wav"), frames=48, gain=2.0)
    wind = Clip(id="w", footage=footage("wind.wav"), frames=48)
    first = Track(id="a", kind="sound", items=(music,), gain=-8.0)
    second = Track(id="b", kind="sound", items=(wind,), play="off")
    laid = laid_sounds(Cut(id="c", name="c", tracks=(first, second)), tmp_path, delay=0)
    assert [(one.path.name, one.gain) for one in laid] == [("music.wav", -6.0)]
    assert "volume=-6dB" in sound(laid, 48, Fraction(24), 0)[1]


def test_a_clip_at_its_own_level_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "music.wav").write_bytes(b"RIFF")
    music = Track(id="a", kind="sound", items=(Clip(id="m", footage=footage("music.wav"), frames=48),))
    laid = laid_sounds(Cut(id="c", name="c", tracks=(music,)), tmp_path, delay=0)
    assert "volume" not in sound(laid, 48, Fraction(24), 0)[1]
