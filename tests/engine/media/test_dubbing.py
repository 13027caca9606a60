"""A take's own sound, laid into its master: it is heard from the first picture on, and no picture changes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.film.rate import Raster
from engine.media.clips import decode_sound
from engine.media.dubbing import dub
from engine.media.masters import MasterWriter
from engine.media.playback import Playback
from engine.media.probe import has_sound


def test_a_master_is_dubbed_and_its_pictures_stay(tmp_path: Path) -> None:
    rate = Fraction(24)
    with MasterWriter(tmp_path, Raster(width=96, height=64), rate, "rgb_float") as writer:
        for level in np.linspace(0.1, 0.9, 12, dtype=np.float32):
            writer.write(np.full((64, 96, 3), level, np.float32))
        master = writer.close().master
    with Playback(master) as film:
        before = [film.frame(at).copy() for at in (0, 11)]
    assert not has_sound(master)
    clock = np.arange(8000) / 16000
    dub(master, np.stack([np.sin(2 * np.pi * 440 * clock), np.zeros(8000)]).astype(np.float32), 16000)
    assert has_sound(master)
    heard = tmp_path / "heard.pcm"
    samples = decode_sound(master, heard, lambda: None)
    stereo = np.fromfile(heard, "<i2").reshape(-1, 2)
    assert abs(samples - 24000) < 50
    assert np.abs(stereo[:, 0]).max() > 30000
    assert np.abs(stereo[:, 1]).max() < 100
    with Playback(master) as film:
        assert film.frames == 12
        assert all(np.array_equal(film.frame(at), picture) for at, picture in zip((0, 11), before, strict=True))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["heard.pcm", "master.mov", "poster.jpg", "proxy.mp4"]
