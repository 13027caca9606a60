"""Who is painted on a wall hangs there behind the company; who comes off it is as solid as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.backends.animatic.blocking.murals import Mural
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Staging
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script, read_text

RASTER = Raster(width=320, height=180)


def _staged(folder: Path, action: str, heading: str) -> Staging:
    script = folder / "wall.fountain"
    script.write_text(f"{heading}\n\nA white DRAGON and TOM, a painter.\n\nFULL SHOT. {action}\n", encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=RASTER)
    return [stage(order) for _, order in orders(film)][-1]


@pytest.mark.parametrize("action", ["Tom paints a dragon on the wall.", "Tom looks at the dragon on the wall."])
def test_a_painted_dragon_hangs_behind_the_painter(tmp_path: Path, action: str) -> None:
    staging = _staged(tmp_path, action, "INT. TEMPLE HALL - DAY")
    dragon, tom = (next(p for p in staging.players if p.name == name) for name in ("DRAGON", "TOM"))
    assert isinstance(dragon.puppet, Mural)
    assert dragon.z > tom.z + 0.3
    assert dragon.puppet.height < tom.puppet.height
    assert staging.focus == ("TOM",)


def test_who_flies_off_the_wall_is_no_picture(tmp_path: Path) -> None:
    staging = _staged(tmp_path, "Tom shouts. The dragon on the wall flies away.", "INT. TEMPLE HALL - DAY")
    assert not any(isinstance(player.puppet, Mural) for player in staging.players)


def test_outdoors_one_is_on_top_of_a_wall(tmp_path: Path) -> None:
    staging = _staged(tmp_path, "Tom looks at the dragon on the wall.", "EXT. TEMPLE - DAY")
    assert not any(isinstance(player.puppet, Mural) for player in staging.players)


def test_nobody_hides_the_picture_they_look_at() -> None:
    film = breakdown(
        read_text("场景一 内 大殿 日\n\n中景，墙上的白龙张牙舞爪，没有眼睛。方丈走进来，抬头看龙。\n"),
        rate=FILM,
        raster=RASTER,
    )
    staging = stage(next(order for _, order in orders(film)))
    (mural,) = (p for p in staging.players if isinstance(p.puppet, Mural))
    (abbot,) = (p for p in staging.players if not p.is_thing)
    apart = abs(mural.beats[-1].x1 - abbot.beats[-1].x1)
    assert apart >= 0.4 * mural.puppet.width + 0.4 * abbot.puppet.width
    assert mural.name in staging.focus
