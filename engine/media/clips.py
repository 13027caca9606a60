"""Clips from elsewhere: any file that ffmpeg reads becomes a take's media, or the sound and stills that the editor shows.

A clip keeps its own size and rate: the conform fits it, so that a change of the film's raster later costs nothing. Only a
variable rate is made constant, because a take's pictures are counted, never timed.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import numpy as np

from engine.errors import BadInput, MediaFailed, storage_failed
from engine.film.rate import Raster
from engine.media.ffmpeg import TAGS, Check, address, run
from engine.media.masters import DEEP, LIGHT, MASTER, POSTER, PROXY, PROXY_WIDTH, films, write_poster
from engine.media.probe import Probe, has_sound, probe
from engine.plan.desk import PER_PEAK, SAMPLE_RATE

LONGEST_TAKE = 600
"""Seconds: a master takes about a gigabyte a minute, and no take of a short film is longer."""

_SHAPE = 0.01  # of the width: two shapes nearer than this look the same
_FRAME = re.compile(rb"frame=(\d+)")
_EXACT = "flags=bicubic+accurate_rnd+bitexact"
_MANY_BITS = re.compile(r"(9|10|12|14|16|32|48|64)(le|be)")


@dataclass(frozen=True, slots=True)
class Brought:
    """A clip as a take's media: its rate, pictures and size, and whether it sounds."""

    rate: Fraction
    frames: int
    width: int
    height: int
    sounds: bool


Advance = Callable[[int, int], None]
"""Hears (done, total) pictures and raises Cancelled when a person asked to stop."""


def bring_in(source: Path, folder: Path, advance: Advance) -> Brought:
    """Make master, proxy and poster of a clip in `folder`. Raises BadInput, MediaFailed, StorageFailed, or what `advance`
    raises."""
    facts = _checked(source)
    rate = min(facts.rate, Fraction(240))
    master, proxy = folder / MASTER, folder / PROXY
    heard = folder / "progress.part"
    try:
        arguments = ["-progress", str(heard), *_arguments(source, facts, rate, master, proxy)]
        run(arguments, doing=f"importing {source.name}", out=folder, check=_listener(heard, facts.frames, advance))
        write_poster(proxy, folder / POSTER)
    finally:
        heard.unlink(missing_ok=True)
    made = probe(master)
    return Brought(rate, made.frames, made.width, made.height, facts.has_audio)


def decode_sound(source: Path, pcm: Path, check: Check) -> int:
    """All of the file's sound, written to `pcm` (engine.plan.desk.pcm_path); returns its stereo frames, 0 when it has none.
    Raises MediaFailed, StorageFailed, or what `check` raises."""
    sounds = has_sound(source)
    part = pcm.with_name(f"{pcm.name}.part")
    try:
        pcm.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(b"")
        if sounds:
            form = ["-map", "0:a:0", "-ac", "2", "-ar", str(SAMPLE_RATE), "-f", "s16le", address(part)]
            run(["-i", address(source), *form], doing=f"reading the sound of {source.name}", out=pcm, check=check)
        frames = part.stat().st_size // 4
        part.replace(pcm)
    except OSError as error:
        raise storage_failed(error, pcm) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return frames


def write_peaks(pcm: Path, peaks: Path) -> None:
    """The lowest and highest sample of every hundredth of a second (engine.plan.desk.peaks_path). Raises StorageFailed."""
    try:
        raw = np.fromfile(pcm, np.int16)
        whole = len(raw) // (2 * PER_PEAK) * 2 * PER_PEAK
        rows = [raw[:whole].reshape(-1, 2 * PER_PEAK)]
        if whole < len(raw):
            rows.append(raw[whole:].reshape(1, -1))
        pairs = np.concatenate(
            [np.stack([row.min(axis=1), row.max(axis=1)], axis=1) for row in rows if row.size] or rows
        )
        part = peaks.with_name(f"{peaks.name}.part")
        part.write_bytes(pairs.astype("<i2").tobytes() if raw.size else b"")
        part.replace(peaks)
    except OSError as error:
        raise storage_failed(error, peaks) from error


def write_still(source: Path, picture: int, out: Path) -> None:
    """Picture `picture` of a file at full size, as PNG. Raises MediaFailed, StorageFailed."""
    facts = probe(source)
    if picture >= facts.frames:
        raise BadInput(f"{source.name} has only {facts.frames} pictures.", "Choose an earlier one.")
    seek = ["-ss", f"{float((picture - Fraction(1, 2)) / facts.rate):.6f}"] if picture else []
    part = out.with_name(f"{out.name}.part")
    shown = ["-frames:v", "1", "-vf", f"scale=iw*sar:ih:{_EXACT},format=rgb24", "-c:v", "png", "-f", "image2"]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        run([*seek, "-i", address(source), *shown, "-update", "1", address(part)], doing="taking a still", out=out)
        part.replace(out)
    except OSError as error:
        raise storage_failed(error, out) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _checked(source: Path) -> Probe:
    """What is to be imported, when it can be. Raises BadInput, MediaFailed, StorageFailed."""
    facts = probe(source)
    if facts.frames < 2:
        raise BadInput(f"{source.name} holds a single picture.", "Drop it on a shot's panels instead.")
    if facts.duration > LONGEST_TAKE:
        minutes = round(facts.duration / 60)
        raise BadInput(f"{source.name} is {minutes} minutes long.", "Cut the part you need out of it first.")
    return facts


def _arguments(source: Path, facts: Probe, rate: Fraction, master: Path, proxy: Path) -> list[str]:
    upright = f"fps={rate},scale=trunc(iw*sar/2)*2:trunc(ih/2)*2:out_color_matrix=bt709:out_range=tv:{_EXACT}"
    graph = (
        f"[0:v:0]{upright},setsar=1,format=yuv422p10le,split[full][large];[full]{TAGS}[master];"
        f"[large]scale={PROXY_WIDTH}:-2:flags=area+accurate_rnd+bitexact,format=yuv420p,{TAGS}[proxy]"
    )
    sound = ["-map", "0:a:0", "-c:a", "pcm_s16le", "-ac", "2", "-ar", str(SAMPLE_RATE)] if facts.has_audio else []
    outputs = films(master, proxy, rate, codec=DEEP if _MANY_BITS.search(facts.pix_fmt) else LIGHT, sound=sound)
    return ["-i", address(source), "-filter_complex_threads", "1", "-filter_complex", graph, *outputs]


def _listener(heard: Path, total: int, advance: Advance) -> Check:
    """Reads how far ffmpeg says it is."""

    def check() -> None:
        with contextlib.suppress(OSError):
            told: Sequence[bytes] = _FRAME.findall(heard.read_bytes())
            advance(min(int(told[-1]), total) if told else 0, total)

    return check


def fitting(width: int, height: int, raster: Raster, *, fill: bool) -> Literal["none", "cropped", "padded", "scaled"]:
    """How pictures of that size go into the film's raster."""
    if (width, height) == (raster.width, raster.height):
        return "none"
    if abs(width * raster.height / (height * raster.width) - 1) < _SHAPE:
        return "scaled"
    return "cropped" if fill else "padded"


def length_in_frames(stereo_frames: int, rate: Fraction) -> int:
    """How many whole film frames a sound lasts. Raises MediaFailed when it is shorter than one."""
    frames = int(stereo_frames * rate / SAMPLE_RATE)
    if frames < 1:
        raise MediaFailed("The file holds neither picture nor sound that can be read.", "Check that the file is whole.")
    return frames
