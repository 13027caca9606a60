"""`storyreel board`: pictures find their shots by name, by table or in order; a board alone is a film; a bad one changes nothing."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.film import pictures, store
from engine.plan.plan import orders
from engine.script.board_names import by_name, grouped, mattes, natural, read_map

SCRIPT = "EXT. STREET - DAY\n\nWIDE SHOT. BEN (9) walks along.\n\nCLOSE-UP. Ben smiles.\n"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A film of two shots, 1A and 1B."""
    script = tmp_path / "ben.fountain"
    script.write_text(SCRIPT, encoding="utf-8")
    folder = tmp_path / "ben.film"
    assert main(["new", str(folder), "--script", str(script), "--size", "160x90"]) == 0
    return folder


def _draw(path: Path, level: int = 200) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = np.full((90, 160, 3), level, np.uint8)
    assert cv2.imwrite(str(path), picture)
    return path


def test_names_begin_with_slates() -> None:
    slates = ["1A", "1B", "10A", "1-2"]
    stems = ["1a", "shot 1B-2", "10A_b", "01A 03", "镜头1-2", "notes", "1-2b"]
    assert by_name(stems, slates) == {
        "1a": "1A",
        "shot 1B-2": "1B",
        "10A_b": "10A",
        "01A 03": "1A",
        "镜头1-2": "1-2",
        "1-2b": "1-2",
    }


def test_a_matte_goes_by_its_panels_name() -> None:
    assert mattes(["1A", "1A.matte", "2-mask", "3 蒙版", "matte painting"]) == {
        "1A": "1A.matte",
        "2": "2-mask",
        "3": "3 蒙版",
    }


def test_a_board_without_a_script_is_grouped_by_letters() -> None:
    assert grouped(["10", "2b", "2a", "1"]) == {"1": ["1"], "2": ["2a", "2b"], "10": ["10"]}
    assert sorted(["p10", "p2"], key=natural) == ["p2", "p10"]


def test_panels_hang_on_the_shots_they_name(film: Path, tmp_path: Path) -> None:
    board = [_draw(tmp_path / "board" / name) for name in ("1A-1.png", "1A-2.png", "1B.png", "1B.matte.png")]
    assert main(["board", str(film), *map(str, board)]) == 0
    first, second = tuple(store.load(film).shots)
    assert [panel.start for panel in first.panels] == [0, round(first.duration / 2)]
    assert second.panels[0].matte is not None
    asked = [order.panels for _, order in orders(store.load(film))]
    drawn = second.panels[0].picture
    assert drawn is not None
    assert asked[1][0].picture == drawn.digest
    for told in asked[0]:
        assert pictures.find(film, told.picture).is_file()


def test_importing_again_replaces_and_keeps_no_second_copy(film: Path, tmp_path: Path) -> None:
    board = [_draw(tmp_path / "board" / "1A.png"), _draw(tmp_path / "board" / "1B.png", 90)]
    for _ in range(2):
        assert main(["board", str(film), *map(str, board)]) == 0
    assert [len(shot.panels) for shot in store.load(film).shots] == [1, 1]
    assert len(list((film / "panels").iterdir())) == 2


def test_a_table_says_which_picture_is_whose(film: Path, tmp_path: Path) -> None:
    _draw(tmp_path / "board" / "storm.png")
    _draw(tmp_path / "board" / "face.png", 80)
    table = tmp_path / "map.csv"
    table.write_text("picture;shot;start;flat\nstorm.png;1a;0;yes\nface.png;1A;0.5s;\n", encoding="utf-8-sig")
    assert main(["board", str(film), str(tmp_path / "board"), "--map", str(table)]) == 0
    panels = next(iter(store.load(film).shots)).panels
    assert [(panel.start, panel.flat) for panel in panels] == [(0, True), (12, False)]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("a,b\n1,2\n", "no column picture"),
        ("picture,shot\n1A.png,\n", "Row 2"),
        ("picture,shot,start\n1A.png,1A,soon\n", "soon is no time"),
    ],
)
def test_a_bad_table_is_explained(table: str, said: str) -> None:
    with pytest.raises(Exception, match=said):
        read_map(table)


def test_a_picture_nobody_asked_for_changes_nothing(
    film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (film / "film.json").read_bytes()
    pictures_ = [_draw(tmp_path / "board" / name) for name in ("1A.png", "holiday.png")]
    assert main(["board", str(film), *map(str, pictures_)]) == 2
    assert "holiday.png names no shot" in capsys.readouterr().err
    assert (film / "film.json").read_bytes() == before


def test_a_board_alone_becomes_a_film(tmp_path: Path) -> None:
    for number in (1, 2):
        _draw(tmp_path / "board" / f"{number}.png", 60 * number)
    folder = tmp_path / "drawn.film"
    assert main(["board", str(folder), str(tmp_path / "board"), "--size", "160x90"]) == 0
    film = store.load(folder)
    assert [len(shot.panels) for shot in film.shots] == [1, 1]
    assert len(film.cuts) == 1
    assert main(["render", str(folder)]) == 0
    assert main(["export", str(folder), str(tmp_path / "drawn.mp4"), "--no-title"]) == 0
    assert (tmp_path / "drawn.mp4").stat().st_size > 1000
