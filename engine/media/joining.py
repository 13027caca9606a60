"""Pieces end to end, with the sound and the facts: the last step of an export, in which no picture is encoded.

Bare H.264 carries no times, so every picture is timed here by counting, exactly, in ticks of the film's own rate.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

from engine.film.document import Film
from engine.media import subtitles
from engine.media.audio import Laid, sound
from engine.media.captions import Caption
from engine.media.ffmpeg import BITEXACT, Check, address, run
from engine.media.masters import timescale

_LANGUAGES = {"en": "eng", "zh": "chi"}

Codec = Literal["h264", "prores"]

_IN_STEP = ("-max_interleave_delta", "0")
"""Sound and picture are laid by their times alone. Otherwise ffmpeg lays whichever is there when the other is ten seconds
late, and the same film came out as different bytes on a busy machine."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What goes into the file besides the pictures: `frames` long in all, sounds and captions counted from its start."""

    film: Film
    frames: int
    codec: Codec
    sounds: tuple[Laid, ...]
    caption_track: tuple[Caption, ...]
    label: bool

    @property
    def rate(self) -> Fraction:
        """Frames per second."""
        return self.film.rate


def join(finish: Finish, paths: Sequence[Path], part: Path, check: Check) -> None:
    """Pieces, sound and captions into `part`: pictures are copied and timed by counting, only sound is encoded."""
    frame = f"{finish.rate.denominator}/({finish.rate.numerator}*TB)"
    timing = f"setts=ts=N*{frame}:duration={frame}:time_base=1/{timescale(finish.rate)}"
    with tempfile.TemporaryDirectory(dir=paths[0].parent, prefix=".making-") as made:
        picture, feed = _end_to_end(finish, paths, Path(made))
        inputs, graph = sound(finish.sounds, finish.frames, finish.rate, 1)
        text, text_options = _caption_track(finish, Path(made), 1 + inputs.count("-i"))
        arguments = [*picture, *inputs, *text, "-filter_complex", graph, "-map", "0:v", "-map", "[sound]"]
        arguments += [*text_options, "-c:v", "copy", "-bsf:v", timing, *_sound_encoder(finish), *BITEXACT]
        arguments += ["-video_track_timescale", str(timescale(finish.rate)), *_IN_STEP, *_facts(finish, paths)]
        run([*arguments, address(part)], doing="joining the film", out=part.parent, check=check, feed=feed)


def _end_to_end(finish: Finish, paths: Sequence[Path], made: Path) -> tuple[list[str], Iterator[bytes] | None]:
    """Input arguments for the pieces end to end, and the bytes to feed where they come through the pipe."""
    if finish.codec == "h264":
        return ["-f", "h264", "-framerate", str(finish.rate), "-i", "pipe:0"], (path.read_bytes() for path in paths)
    script = made / "pieces.txt"
    names = (str(path.absolute()).replace("'", "'\\''") for path in paths)
    script.write_text("".join(f"file '{name}'\n" for name in names), encoding="utf-8")
    return ["-f", "concat", "-safe", "0", "-i", address(script)], None


def _sound_encoder(finish: Finish) -> list[str]:
    return ["-c:a", "aac", "-b:a", "160k"] if finish.codec == "h264" else ["-c:a", "pcm_s16le"]


def _caption_track(finish: Finish, made: Path, number: int) -> tuple[list[str], list[str]]:
    """Input and output arguments of a caption track, when there is one."""
    if not finish.caption_track:
        return [], []
    path = made / "captions.srt"
    path.write_text(subtitles.srt(finish.caption_track, finish.rate), encoding="utf-8")
    language = ["-metadata:s:s:0", f"language={_LANGUAGES[finish.film.language]}"]
    return ["-i", address(path)], ["-map", f"{number}:s", "-c:s", "mov_text", *language]


def _facts(finish: Finish, paths: Sequence[Path]) -> list[str]:
    """Title, label, and the layout of the file: the index first, so that it plays while it loads."""
    facts = ["-metadata", f"title={finish.film.title}"]
    if finish.film.author:
        facts += ["-metadata", f"artist={finish.film.author}"]
    kind = ["-f", "mp4" if finish.codec == "h264" else "mov"]
    if not finish.label:
        return [*facts, "-movflags", "+faststart", *kind]
    made = hashlib.sha256("".join(path.name for path in paths).encode()).hexdigest()[:32]
    label = {"Label": "1", "ContentProducer": "Storyreel", "ProduceID": made, "ReservedCode1": ""}
    label |= {"ContentPropagator": "", "PropagateID": "", "ReservedCode2": ""}
    facts += ["-metadata", f"AIGC={json.dumps(label, separators=(',', ':'))}"]
    return [*facts, "-movflags", "+faststart+use_metadata_tags", *kind]
