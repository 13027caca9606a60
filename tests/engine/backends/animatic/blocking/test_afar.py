"""Buildings and far things stand at the back of the stage, whole and small."""

from __future__ import annotations

from pathlib import Path

from engine.backends.animatic.blocking.afar import is_far
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.things import is_drawn
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

RASTER = Raster(width=320, height=180)


def test_the_clause_says_what_is_far() -> None:
    """Only the thing of the clause that says so."""
    assert is_far("沈孤鸿抬头望去，远处有一间破庙，屋顶冒着炊烟。", "破庙")
    assert not is_far("沈孤鸿走进破庙，望向远处。", "破庙")
    assert is_far("She looks up. A lighthouse blinks in the distance.", "lighthouse")


def test_a_far_temple_is_seen_whole_behind_a_face(tmp_path: Path) -> None:
    """It used to be a brown wall in the corner of the close shot."""
    script = tmp_path / "temple.txt"
    script.write_text("第1场 外景 雪山 晨\n\n沈孤鸿抬头望去，远处有一间破庙。\n\n沈孤鸿：到了。\n", encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=RASTER)
    staging = next(stage(order) for shot, order in orders(film) if "破庙" in shot.action)
    temple, man = (next(p for p in staging.players if p.name == name) for name in ("破庙", "沈孤鸿"))
    assert temple.z > man.z + 3
    assert temple.puppet.height < 6  # a house is nine units high where the props stand


def test_a_telephone_box_is_no_pavilion() -> None:
    """Better a lettered card."""
    assert not is_drawn("电话亭")
    assert is_drawn("凉亭")


def test_two_in_one_close_shot_stand_close(tmp_path: Path) -> None:
    """近景: he sits, and the barber is behind him, not out of the frame."""
    script = tmp_path / "barber.txt"
    page = "第1场 内景 理发店 日\n\n李师傅走来。\n\n李师傅：坐。\n\n小凯：好。\n\n近景，小凯坐在镜子前。李师傅站在他身后。\n"
    script.write_text(page, encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=RASTER)
    staging = next(stage(order) for shot, order in orders(film) if "身后" in shot.action)
    assert set(staging.focus) >= {"小凯", "李师傅"}
