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
from engine.script.reading import read_script

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
