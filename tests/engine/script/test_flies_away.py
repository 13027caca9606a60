"""A second verb with its way is no noun: "takes off and flies away" has no insect in it."""

from pathlib import Path

import pytest

from engine.film.rate import FILM, Raster
from engine.script.breakdown import breakdown
from engine.script.reading import read_script


@pytest.mark.parametrize(
    ("line", "props"),
    [
        ("A CRANE stands by the water, then takes off and flies away.", []),
        ("The HELICOPTER takes off and flies over the hills.", []),
        ("TOM takes a match and a box.", ["match", "box"]),
    ],
)
def test_what_goes_its_way_is_a_verb(line: str, props: list[str], tmp_path: Path) -> None:
    script = tmp_path / "one.fountain"
    script.write_text(f"EXT. FIELD - DAY\n\n{line}\n", encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=Raster(width=320, height=180))
    assert [prop.name for prop in film.props] == props


@pytest.mark.parametrize(("line", "crows"), [("A ROOSTER crows.", False), ("A crow sits on the fence.", True)])
def test_a_rooster_that_crows_brings_no_crow(line: str, crows: bool, tmp_path: Path) -> None:
    script = tmp_path / "one.fountain"
    script.write_text(f"EXT. FIELD - DAY\n\n{line}\n", encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=Raster(width=320, height=180))
    named = [*(subject.name for subject in film.cast), *(prop.name for prop in film.props)]
    assert any("crow" in name.lower() for name in named) == crows
