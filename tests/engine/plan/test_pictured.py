"""Who is in a photograph, from the words of the whole film."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _orders(text: str):
    film = breakdown(read_text(text), rate=FILM, raster=Raster(width=320, height=180))
    return [order for _, order in orders(film)]


def _shown(text: str) -> list[list[str]]:
    return [[sitter.name for prop in order.props for sitter in prop.shows] for order in _orders(text)]


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        ("MARA looks at a photograph of her mother.", ["mother"]),
        ("MARA looks at a photo of an old couple.", ["old man", "old woman"]),
        ("MARA holds a picture of the sea.", []),
        ("MARA looks at a photo of a lighthouse.", []),
        ("MARA finds a family photo.", ["father", "mother", "child"]),
    ],
)
def test_a_photograph_shows_whom_the_words_tell(action, shown):
    assert _shown(f"INT. ROOM - DAY\n\n{action}\n")[0] == shown


def test_who_is_cast_is_seen_as_cast_and_in_the_next_shot_too():
    text = "INT. ROOM - DAY\n\nMARA looks at a photograph of TOM, a boy with red hair.\n\nCLOSE ON the photograph.\n"
    first, second = _orders(text)
    assert [s.name for p in first.props for s in p.shows] == [s.name for p in second.props for s in p.shows] == ["TOM"]
    assert first.props[0].shows[0].look_seed == next(s.look_seed for s in first.cast if s.name == "TOM")


def test_two_photographs_by_one_word_are_two():
    text = "INT. ROOM - DAY\n\nA photograph of TOM lies here. MARA waits.\n\nINSERT: a photograph of an old couple.\n"
    assert _shown(text)[-1] == ["old man", "old woman"]


def test_a_chinese_photograph_shows_the_one_before_it():
    assert _shown("场景一 内 客厅 日\n\n特写：爷爷的照片。\n")[0] == ["爷爷"]
    assert _shown("场景一 内 客厅 日\n\n小美看着一张全家福。\n")[0] == ["father", "mother", "child"]
