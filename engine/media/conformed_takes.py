"""A take as the film plays it, whatever its own size and rate: what a pickup continues must be what the cut shows.

The same filters make it as make an export, and it is kept without loss, so that a picture nobody asked to change stays what it was.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.errors import storage_failed
from engine.film.rate import Raster
from engine.media.ffmpeg import BITEXACT, BT709, TAGS, address, run
from engine.media.graph import fitted, in_step
from engine.takes.durable import sync_file


@dataclass(frozen=True, slots=True)
class Played:
    """`rate` of its pictures are a second of the film, the first is `lead` seconds old at the first of `frames` film frames; `fill`: without
    bars."""

    rate: Fraction
    lead: Fraction
    frames: int
    fill: bool


def conformed(master: Path, out: Path, raster: Raster, played: Played, rate: Fraction) -> None:
    """Write it, intra, ten bits, at the film's `rate`; two programs may do it at once. Raises StorageFailed, MediaFailed."""
    part = out.with_name(f"{out.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    length = f"tpad=stop=-1:stop_mode=clone,trim=end_frame={played.frames},settb=expr={rate.denominator}/{rate.numerator},setpts=N"
    shown = f"{in_step(played.rate, played.lead, rate)},{fitted(raster, fill=played.fill, pixels='yuv422p10le')}"
    kept = ["-c:v", "ffv1", "-level", "3", "-g", "1", "-r", str(rate), *BT709, *BITEXACT, "-f", "matroska"]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        run(
            ["-i", address(master), "-map", "0:v:0", "-vf", f"{shown},{length},setsar=1,{TAGS}", *kept, address(part)],
            doing="conforming a take",
            out=out,
        )
        sync_file(part)
        part.replace(out)
    except OSError as error:
        raise storage_failed(error, out) from error
    finally:
        part.unlink(missing_ok=True)
