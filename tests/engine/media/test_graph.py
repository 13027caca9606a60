"""What the encoder is told: quick by default, and still with the memory that keeps held drawings small."""

from __future__ import annotations

from engine.film.rate import FILM, Raster
from engine.media.conform import ExportOptions
from engine.media.graph import Format

RASTER = Raster(width=1280, height=720)


def told(preset: str) -> str:
    return " ".join(Format(RASTER, FILM, "h264", 18, preset).encoder())


def test_the_default_encodes_quickly_and_looks_a_few_pictures_ahead() -> None:
    words = told(ExportOptions().preset)
    assert "-preset superfast" in words
    assert "mbtree=1:rc-lookahead=5" in words


def test_a_preset_that_somebody_chose_is_left_as_it_is() -> None:
    assert "mbtree" not in told("slow")
