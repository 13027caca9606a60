"""A colour that only the cast list tells reaches the prop, and a company's seeds keep their colours apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.film.cast import MAIN_COLOURS
from engine.film.document import Film
from engine.film.rate import FILM, Raster
from engine.script.breakdown import breakdown
from engine.script.reading import read_script


def film_of(tmp_path: Path, text: str) -> Film:
    path = tmp_path / "script.txt"
    path.write_text(text, encoding="utf-8")
    return breakdown(read_script(path), rate=FILM, raster=Raster(width=320, height=180))


@pytest.mark.parametrize(
    ("told", "action", "prop", "colour"),
    [
        ("阿明：四十岁，总是带着一把红伞", "阿明打开伞。", "伞", "红伞"),
        ("阿明：四十岁，提着一只蓝色的小箱子", "阿明放下箱子。", "箱", "蓝色"),
    ],
)
def test_a_colour_of_the_cast_list_reaches_the_prop(
    tmp_path: Path, told: str, action: str, prop: str, colour: str
) -> None:
    film = film_of(tmp_path, f"人物：\n{told}\n\n第一场 内景 客厅 日\n\n{action}\n")
    found = next(p for p in film.props if prop in p.name)
    assert colour in found.description


def test_a_colour_of_a_scene_wins(tmp_path: Path) -> None:
    film = film_of(
        tmp_path, "人物：\n阿明：四十岁，总是带着一把红伞\n\n第一场 内景 客厅 日\n\n阿明打开一把蓝色的伞。\n"
    )
    found = next(p for p in film.props if "伞" in p.name)
    assert "红" not in found.description


def test_a_company_shares_no_main_colour(tmp_path: Path) -> None:
    names = ("ANNA", "BEN", "CLARA", "DAN", "EVE", "FRED", "GINA", "HUGO", "IDA", "JON", "KIM", "LEO")
    lines = "\n\n".join(f"{name}\nHello." for name in names)
    film = film_of(tmp_path, f"INT. HALL - DAY\n\nThey wait.\n\n{lines}\n")
    seeds = [subject.look_seed % MAIN_COLOURS for subject in film.cast]
    assert len(set(seeds)) == len(seeds) >= len(names)


@pytest.mark.parametrize(
    ("action", "props"),
    [
        ("Anna walks away from the camera.", []),
        ("Anna smiles at the camera.", []),
        ("Anna holds a camera.", ["camera"]),
        ("Anna holds a camera. She looks at the camera.", ["camera"]),
    ],
)
def test_the_camera_that_takes_the_picture_is_not_in_it(tmp_path: Path, action: str, props: list[str]) -> None:
    film = film_of(tmp_path, f"INT. HALL - DAY\n\nANNA, 30, waits.\n\n{action}\n")
    assert [prop.name for prop in film.props] == props
