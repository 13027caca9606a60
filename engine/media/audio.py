"""The film's sound as one ffmpeg filter: silence of the exact length, with the clips of the sound tracks laid in at their level.

Positions are samples, computed from frames with `sample_at` and never summed, so sound cannot creep against picture in a
long film. The mix is a plain sum: two clips at full level are as loud as they were, and no level jumps when one ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.film.cuts import Clip, Cut
from engine.film.rate import sample_at
from engine.media.ffmpeg import address

SAMPLE_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Laid:
    """A sound file laid at film frame `at`: `frames` film frames of it from its own film frame `start` on."""

    path: Path
    at: int
    start: int
    frames: int
    gain: float = 0.0  # decibels


def laid_sounds(cut: Cut, folder: Path | None, *, delay: int) -> tuple[Laid, ...]:
    """The footage on the sound tracks, `delay` frames later (the title's length). Missing files and muted tracks are silent."""
    if folder is None:
        return ()
    laid: list[Laid] = []
    for track in cut.playing:
        at = delay
        for item in track.items if track.kind == "sound" else ():
            if isinstance(item, Clip) and item.footage is not None and (folder / item.footage.path).is_file():
                path = folder / item.footage.path
                laid.append(Laid(path, at, item.start, item.frames, track.gain + item.gain))
            at += 0 if item.kind == "transition" else item.frames
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
            f"atrim=start_sample={first}:end_sample={end},asetpts=N/SR/TB,{_level(one.gain)}adelay=delays={delay}S:all=1[s{number}]"
        )
    names = "".join(f"[s{number}]" for number in range(len(laid)))
    mix = f"[silence]{names}amix=inputs={len(laid) + 1}:duration=first:normalize=0" if laid else "[silence]anull"
    graph.append(f"{mix},atrim=end_sample={total}[sound]")
    return inputs, ";".join(graph)


def _level(gain: float) -> str:
    return f"volume={gain:g}dB," if gain else ""
