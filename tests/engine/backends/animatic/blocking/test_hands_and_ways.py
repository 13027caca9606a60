"""Who gets off a train comes to us; a looker does not leave; what is held hides no face and no vehicle holds it."""

from __future__ import annotations

from pathlib import Path

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.plan.reading import read_action
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

RASTER = Raster(width=320, height=180)


def _staged(folder: Path, page: str, name: str = "page.fountain") -> Staging:
    script = folder / name
    script.write_text(page, encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=RASTER)
    return [stage(order) for _, order in orders(film)][-1]


def _named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def test_who_steps_off_a_train_comes_to_us_with_the_suitcase(tmp_path: Path) -> None:
    page = "EXT. TRAIN STATION - DAY\n\nA train.\n\nFULL SHOT. IRIS, 30, steps off the train with a suitcase.\n"
    staging = _staged(tmp_path, page)
    iris = _named(staging, "IRIS")
    assert pose_at(iris, 0.2).z > 1.0  # in the door
    assert pose_at(iris, staging.seconds).z == 0.0
    assert _named(staging, "suitcase").carried_by == "IRIS"


def test_who_looks_left_does_not_leave() -> None:
    company = [("IRIS", ())]
    assert [deed.act for deed in read_action("Iris looks left, then right.", company).deeds] == [Act.LOOK]
    assert read_action("Iris left the room.", company).deeds[-1].act is Act.EXIT


def test_a_photograph_taken_from_a_pocket_is_not_taken_with_a_camera() -> None:
    company = [("IRIS", ())]
    told = read_action("Iris takes an old photograph from her pocket.", company)
    assert "photograph" not in {deed.business for deed in told.deeds}
    assert "photograph" in {deed.business for deed in read_action("Iris takes a photograph.", company).deeds}


def test_who_wipes_a_table_does_not_carry_it(tmp_path: Path) -> None:
    page = "INT. CAFE - DAY\n\nFULL SHOT. OTTO, 65, a waiter with a white apron, wipes a table.\n"
    staging = _staged(tmp_path, page)
    assert _named(staging, "table").carried_by == ""


def test_what_is_put_away_and_handed_on_goes_from_hand_to_hand(tmp_path: Path) -> None:
    page = "第一场 外景 寺庙 日\n\n小明和老王站着。\n\n【中景】老王收起毛笔，递给小明。\n"
    brush = _named(_staged(tmp_path, page, "page.txt"), "毛笔")
    assert (brush.carried_by, brush.handed_to) == ("老王", "小明")


def test_a_dragon_flies_over_the_heads(tmp_path: Path) -> None:
    page = "第一场 外景 寺庙 日\n\n【大远景】小明举起毛笔。远山之间，一条龙飞过。\n"
    staging = _staged(tmp_path, page, "page.txt")
    dragon = next(p for p in staging.players if "龙" in p.name)
    assert dragon.lift > _named(staging, "小明").puppet.height
