"""What the viewer plays is what the export lays: one cut with everything in it, mixed by both and compared sample by sample."""

from __future__ import annotations

import subprocess
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.viewer import mixing
from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Play, Track, Transition
from engine.film.document import Film
from engine.film.rate import FILM
from engine.media.audio import SAMPLE_RATE, laid_sounds, sound
from engine.media.ffmpeg import executable
from engine.plan.desk import pcm_path

FRAMES = 60
A, B = "a" * 64, "b" * 64
ROUNDING = 3  # 16-bit steps: each side rounds once for level, fade and sum


def lay(folder: Path, digest: str, seed: int) -> None:
    """Noise as a file for the export and decoded for the viewer."""
    noise = np.random.default_rng(seed).integers(-9000, 9000, (FRAMES * SAMPLE_RATE // 24, 2)).astype("<i2")
    with wave.open(str(folder / f"{digest[:4]}.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(noise.tobytes())
    path = folder / pcm_path(digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    noise.tofile(path)


def clip(name: str, digest: str, start: int, frames: int, gain: float = 0.0) -> Clip:
    footage = Footage(path=f"{digest[:4]}.wav", digest=digest, rate=FILM, frames=FRAMES)
    return Clip(id=name, footage=footage, start=start, frames=frames, gain=gain)


def track(name: str, *items: Item, play: Play = "on", gain: float = 0.0) -> Track:
    return Track(id=name, kind="sound", items=items, play=play, gain=gain)


def both(folder: Path, *tracks: Track) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """(what the viewer mixes, what the export writes)."""
    lay(folder, A, 1)
    lay(folder, B, 2)
    film, cut = Film(), Cut(id="c", name="A", tracks=tracks)
    inputs, graph = sound(laid_sounds(film, cut, folder, delay=0), cut.frames, FILM, 0)
    order = [executable(), "-v", "error", *inputs, "-filter_complex", graph, "-map", "[sound]", "-f", "s16le", "-"]
    written = np.frombuffer(subprocess.run(order, check=True, capture_output=True).stdout, dtype="<i2").reshape(-1, 2)
    mixer = mixing.Mixer(mixing.laid_sounds(film, cut), folder)
    pulled = [mixer.pull(at, min(1024, len(written) - at)) for at in range(0, len(written), 1024)]
    return np.concatenate(pulled), written


def apart(one: NDArray[np.int16], other: NDArray[np.int16]) -> int:
    return int(np.abs(one.astype(np.int32) - other).max())


def test_levels_crossfades_and_muted_tracks_are_alike(tmp_path: Path) -> None:
    music = track(
        "music",
        Transition(id="in", before=0, after=5),
        clip("m", A, 3, 20, gain=-4.5),
        Transition(id="x", before=4, after=2),
        clip("n", B, 10, 16, gain=1.5),
        Transition(id="out", before=6, after=0),
        gain=-2.0,
    )
    wind = track("wind", Gap(id="g", frames=7), clip("w", B, 0, 12, gain=-9.0))
    seen, written = both(tmp_path, music, wind, track("no", clip("z", A, 0, 30), play="off"))
    assert np.abs(written).max() > 5000
    assert apart(seen, written) <= ROUNDING


def test_a_solo_track_is_alone_in_both(tmp_path: Path) -> None:
    seen, written = both(
        tmp_path, track("a", clip("m", A, 0, 12)), track("b", clip("n", B, 0, 12, gain=-3.0), play="solo")
    )
    alone, _ = both(tmp_path, track("b", clip("n", B, 0, 12, gain=-3.0)))
    assert apart(seen, written) <= ROUNDING
    assert (seen == alone).all()
