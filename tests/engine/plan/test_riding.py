"""Who rides goes on riding over a cut, until they get down or the scene ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script, read_text


def aboard(script: str, name: str) -> list[str]:
    return [s.aboard for _, order in orders(breakdown(read_text(script))) for s in order.cast if s.name == name]


def english(*actions: str) -> str:
    return "EXT. FIELD - DAY\n\n" + "\n\n".join(f"FULL SHOT. {action}" for action in actions) + "\n"


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("Marta looks at the hills.", "HORSE"),
        ("Marta waves to the horse.", "HORSE"),
        ("Marta dismounts.", ""),
        ("She jumps down and strokes the horse.", ""),
        ("Marta walks to the well.", ""),
    ],
)
def test_english(second: str, third: str) -> None:
    assert aboard(english("MARTA, 34, rides a horse across the field.", second, "Marta smiles."), "MARTA")[-1] == third


@pytest.mark.parametrize(("second", "third"), [("小女孩望着远山。", True), ("小女孩跳下马。", False)])
def test_chinese(second: str, third: bool) -> None:
    script = "第1场 外景 草原 日\n\n全景：小女孩骑着一匹白马。\n\n全景：" + second + "\n\n全景：小女孩笑了。\n"
    assert bool(aboard(script, "小女孩")[-1]) is third


def test_the_horse_comes_along_and_a_new_scene_begins_on_foot() -> None:
    script = english("MARTA, 34, rides a horse.", "Marta smiles.") + "\nINT. HALL - DAY\n\nFULL SHOT. Marta smiles.\n"
    assert [sorted(s.name for s in order.cast) for _, order in orders(breakdown(read_text(script)))] == [
        ["HORSE", "MARTA"],
        ["HORSE", "MARTA"],
        ["MARTA"],
    ]


def test_a_close_shot_of_a_rider_is_of_the_rider_alone() -> None:
    script = english("MARTA, 34, rides a horse.") + "\nCLOSE UP. Marta smiles.\n"
    assert [s.name for s in [order for _, order in orders(breakdown(read_text(script)))][-1].cast] == ["MARTA"]


@pytest.mark.parametrize(
    ("third", "company"),
    [
        ("FULL SHOT. The bicycle rolls down the hill.", ["BICYCLE", "MIA"]),
        ("FULL SHOT. The bicycle stands by the wall.", ["BICYCLE"]),
        ("FULL SHOT. The empty bicycle rolls down the hill.", ["BICYCLE"]),
    ],
)
def test_what_goes_has_its_rider_with_it(third: str, company: list[str]) -> None:
    script = english("MIA, 9, rides a red bicycle.", "Mia smiles.") + f"\n{third}\n"
    last = [order for _, order in orders(breakdown(read_text(script)))][-1]
    assert sorted(s.name for s in last.cast) == company
    assert all(s.aboard == "BICYCLE" for s in last.cast if s.name == "MIA")


def test_who_rides_on_in_the_next_scene_is_still_on_the_horse(tmp_path: Path) -> None:
    path = tmp_path / "ride.fountain"
    path.write_text(
        "EXT. FIELD - DAY\n\nBEN (30) rides a HORSE.\n\nEXT. FOREST - DAY\n\nBen gallops through the trees.\n\n"
        "INT. HOUSE - NIGHT\n\nBen sits at the table.\n",
        encoding="utf-8",
    )
    film = breakdown(read_script(path), rate=FILM, raster=Raster(width=320, height=180))
    ridden = [{subject.name: subject.aboard for subject in order.cast} for _, order in orders(film)]
    assert [cast.get("BEN") for cast in ridden] == ["HORSE", "HORSE", ""]
    assert [("HORSE" in cast) for cast in ridden] == [True, True, False]
