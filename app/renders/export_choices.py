"""What an export may be, as a person chooses it: kinds of file, sizes, captions; and the engine's words for a choice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.words import word
from engine.film.document import Film
from engine.film.ending import Ending
from engine.film.rate import Raster
from engine.plan import desk

Codec = Literal["h264", "prores"]
Captions = Literal["burn", "srt", "track", "none"]

FORMATS: tuple[tuple[Codec, str, str], ...] = (
    ("h264", ".mp4", word("H.264 (.mp4): plays everywhere")),
    ("prores", ".mov", word("ProRes 422 HQ (.mov): for an editor or a grade")),
)

CAPTIONS: tuple[tuple[Captions, str], ...] = (
    ("burn", word("In the picture")),
    ("track", word("As a track that can be switched off")),
    ("srt", word("Beside the film (.srt)")),
    ("none", word("None")),
)

_HEIGHTS = (2160, 1440, 1080, 720, 480, 360)


def sizes(raster: Raster) -> tuple[Raster, ...]:
    """The film's own size first, then the usual ones of the same shape."""
    others = (_scaled(raster, height) for height in _HEIGHTS)
    return (raster, *(other for other in others if other is not None and other != raster))


def suffix_of(codec: Codec) -> str:
    """What a file of that kind ends in."""
    return next(suffix for name, suffix, _ in FORMATS if name == codec)


def default_place(folder: Path, film: Film, codec: Codec) -> Path:
    """Beside the film's folder, named after the film."""
    plain = "".join("-" if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in film.title).strip(" .")
    return folder.parent / f"{plain or folder.stem}{suffix_of(codec)}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything the sheet asks."""

    codec: Codec
    raster: Raster | None
    span: tuple[int, int] | None
    ending: Ending
    captions: Captions
    title: bool
    burn_in: bool
    label: bool
    out: Path

    def work(self, cut: str) -> desk.Export:
        """The same in the desk's words; the film's snapshot is filled in by whoever orders it."""
        return desk.Export(
            film="",
            cut=cut,
            out=str(self.out),
            captions=self.captions,
            title=self.title,
            burn_in=self.burn_in,
            codec=self.codec,
            label=self.label,
            raster=self.raster,
            span=self.span,
            ending=self.ending,
        )


def _scaled(raster: Raster, height: int) -> Raster | None:
    """The same shape at another height; None where a codec could not take it."""
    width = round(raster.width * height / raster.height / 2) * 2
    return Raster(width=width, height=height) if 64 <= width <= 8192 else None
