"""The film's sound as one ffmpeg filter: silence of the exact length, with the clips of the sound tracks laid in at their level.

Positions are samples, computed from frames with `sample_at` and never summed, so sound cannot creep against picture in a
long film. The mix is a plain sum: two clips at full level are as loud as they were, and no level jumps when one ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.film.cuts import Cut
from engine.film.document import Film
from engine.film.heard import heard
from engine.film.rate import sample_at
from engine.media.ffmpeg import address
from engine.media.probe import has_sound

SAMPLE_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Laid:
    """A sound file laid at film frame `at`: `frames` film frames of it from its own film frame `start` on."""

    path: Path
    at: int
    start: int
    frames: int
    gain: float = 0.0  # decibels
    fade_in: int = 0
    fade_out: int = 0


def laid_sounds(film: Film, cut: Cut, folder: Path | None, *, delay: int) -> tuple[Laid, ...]:
    """What the sound tracks play, `delay` frames later (the title's length). Missing files, and takes without sound, are
    silent."""
    if folder is None:
        return ()
    sounding: dict[Path, bool] = {}
    laid: list[Laid] = []
    for one in heard(film, cut):
        path = folder / one.source
        if path not in sounding:
            sounding[path] = path.is_file() and has_sound(path)
        if sounding[path]:
            laid.append(Laid(path, one.at + delay, one.start, one.frames, one.gain, one.fade_in, one.fade_out))
    return tuple(laid)


def sound(laid: tuple[Laid, ...], frames: int, rate: Fraction, first_input: int) -> tuple[list[str], str]:
    """(input arguments, filter graph ending in [sound]): 48 kHz stereo of exactly sample_at(frames) samples."""
    total = sample_at(frames, SAMPLE_RATE, rate)
    inputs: list[str] = []
    graph = [f"anullsrc=r={SAMPLE_RATE}:cl=stereo,atrim=end_sample={total}[silence]"]
    for number, one in enumerate(laid):
        inputs += ["-i", address(one.path)]
        first, end = (sample_at(frame, SAMPLE_RATE, rate) for frame in (one.start, one.start + one.frames))
        delay = sample_at(one.at, SAMPLE_RATE, rate)
        graph.append(
            f"[{first_input + number}:a]aresample={SAMPLE_RATE},aformat=channel_layouts=stereo,"
            f"atrim=start_sample={first}:end_sample={end},asetpts=N/SR/TB,{_shape(one, rate)}adelay=delays={delay}S:all=1[s{number}]"
        )
    names = "".join(f"[s{number}]" for number in range(len(laid)))
    mix = f"[silence]{names}amix=inputs={len(laid) + 1}:duration=first:normalize=0" if laid else "[silence]anull"
    graph.append(f"{mix},atrim=end_sample={total}[sound]")
    return inputs, ";".join(graph)


def _shape(one: Laid, rate: Fraction) -> str:
    """The filters for level and fades. Sounds that cross keep their power together (a quarter of a sine each)."""
    parts = [f"volume={one.gain:g}dB"] if one.gain else []
    if one.fade_in:
        parts.append(f"afade=t=in:ss=0:ns={sample_at(one.fade_in, SAMPLE_RATE, rate)}:curve=qsin")
    if one.fade_out:
        length = sample_at(one.fade_out, SAMPLE_RATE, rate)
        start = sample_at(one.frames, SAMPLE_RATE, rate) - length
        parts.append(f"afade=t=out:ss={max(0, start)}:ns={length}:curve=qsin")
    return "".join(f"{part}," for part in parts)
