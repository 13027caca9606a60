"""What a media file really holds: size, exact rate, counted frames, codec, colour tags.

imageio-ffmpeg ships no ffprobe, so this reads ffmpeg's own description of its input, and counts frames by passing the
packets through to nowhere: headers lie about frame counts, packets do not.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.errors import MediaFailed, storage_failed
from engine.media.ffmpeg import address, executable

_VIDEO = re.compile(r"Stream #0:\d+.*?: Video: (?P<codec>\w+)(?P<rest>.*)")
_SIZE = re.compile(r"\b(?P<width>\d{2,5})x(?P<height>\d{2,5})\b")
_RATE = re.compile(r"(?P<fps>\d+(?:\.\d+)?k?) fps")
_PIXELS = re.compile(r", (?P<format>[a-z]\w+)(?:\((?P<colour>[^)]*)\))?(?=,)")
_FRAME = re.compile(r"^frame=\s*(\d+)$", re.MULTILINE)

_TO_NOWHERE = ("-map", "0:v:0?", "-c", "copy", "-progress", "pipe:1", "-f", "null", "-")


@dataclass(frozen=True, slots=True)
class Probe:
    """Facts about a media file. `duration` is frames / rate in seconds; `colour_range` is "tv", "pc" or empty; `colour`
    holds (matrix, primaries, transfer) as ffmpeg names them, or "" where the file does not say."""

    width: int
    height: int
    rate: Fraction
    frames: int
    duration: Fraction
    pix_fmt: str
    codec: str
    has_audio: bool
    colour_range: str
    colour: tuple[str, str, str]


def probe(path: Path) -> Probe:
    """Read `path`. Raises StorageFailed when it is missing, MediaFailed when it holds no picture that can be read."""
    if not path.is_file():
        raise storage_failed(FileNotFoundError(2, "missing"), path)
    said, counted = _ask(path)
    video = _VIDEO.search(said)
    frames = _FRAME.findall(counted)
    size = _SIZE.search(video["rest"]) if video else None
    rate = _RATE.search(video["rest"]) if video else None
    if video is None or size is None or rate is None or not frames:
        raise MediaFailed(f"{path} holds no video that can be read.", "Check that the file is whole.")
    exact, count = _exact(rate["fps"]), int(frames[-1])
    pixels = _PIXELS.search(video["rest"])
    colour_range, colour = _colour(pixels["colour"] or "" if pixels else "")
    return Probe(
        width=int(size["width"]),
        height=int(size["height"]),
        rate=exact,
        frames=count,
        duration=count / exact,
        pix_fmt=pixels["format"] if pixels else "",
        codec=video["codec"],
        has_audio=": Audio: " in said,
        colour_range=colour_range,
        colour=colour,
    )


def has_sound(path: Path) -> bool:
    """Whether the file holds sound. Raises StorageFailed when it is missing."""
    if not path.is_file():
        raise storage_failed(FileNotFoundError(2, "missing"), path)
    return ": Audio: " in _ask(path)[0]


def _ask(path: Path) -> tuple[str, str]:
    """ffmpeg's description of the file, and its progress report after passing every video packet to nowhere."""
    done = subprocess.run(
        [executable(), "-hide_banner", "-nostdin", "-nostats", "-i", address(path), *_TO_NOWHERE],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode("utf-8", "replace").split("Output #0")[0]
    return said, done.stdout.decode("utf-8", "replace")


def _exact(printed: str) -> Fraction:
    """ffmpeg prints rates with two decimals: find the whole or 1000/1001 rate that it means."""
    value = float(printed.removesuffix("k")) * (1000 if printed.endswith("k") else 1)
    near = max(1, round(value))
    candidates = [Fraction(near), Fraction(near * 1000, 1001)]
    best = min(candidates, key=lambda rate: abs(float(rate) - value))
    return best if abs(float(best) - value) <= 0.006 else Fraction(printed).limit_denominator(1001)


def _colour(described: str) -> tuple[str, tuple[str, str, str]]:
    """("tv", (matrix, primaries, transfer)) from words such as "tv, bt709, progressive" or "pc, bt470bg/bt709/bt709"."""
    words = [word.strip() for word in described.split(",")]
    span = next((word for word in words if word in ("tv", "pc")), "")
    tags = next((word for word in words if word.startswith(("bt", "smpte", "gbr", "unknown/"))), "")
    parts = tags.split("/")
    if len(parts) == 3:
        return span, (parts[0], parts[1], parts[2])
    return span, (parts[0], parts[0], parts[0])
