"""Who falls or kneels in a closer shot keeps the face in the frame, from the first frame to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.camera import camera_at
from engine.backends.animatic.framing import shoot_for
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Staging
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

RASTER = Raster(width=320, height=180)


def _staged(folder: Path, action: str) -> Staging:
    script = folder / "fall.fountain"
    script.write_text(f"EXT. STREET - DAY\n\nTOM, 30, and ANNA, 30.\n\n{action}\n", encoding="utf-8")
    film = breakdown(read_script(script), rate=FILM, raster=RASTER)
    return [stage(order) for _, order in orders(film)][-1]


def _noses(staging: Staging, name: str) -> list[tuple[float, float]]:
    """Where the nose is in the frame (0..1 both ways) at the beginning, in the middle and at the end."""
    shoot = shoot_for(staging, 16 / 9)
    player = next(p for p in staging.players if p.name == name)
    assert isinstance(player.puppet, Person)
    spots = list[tuple[float, float]]()
    for share in (0.03, 0.5, 0.97):
        placed = pose_at(player, share * staging.seconds)
        x, y, _ = player.puppet.landmarks(placed.pose)["nose"]
        across, down = camera_at(shoot, share * staging.seconds).point(placed.x + x, placed.lift - y, player.z)
        spots.append((0.5 + across * 9 / 16, 0.5 + down))
    return spots


@pytest.mark.parametrize(
    "action",
    ["MEDIUM CLOSE SHOT. Tom stumbles and falls.", "MEDIUM SHOT. Tom falls.", "FULL SHOT. Tom stumbles and falls."],
)
def test_the_face_of_who_falls_is_in_the_frame(tmp_path: Path, action: str) -> None:
    assert all(0 < x < 1 and 0 < y < 1 for x, y in _noses(_staged(tmp_path, action), "TOM"))


def test_two_who_each_do_something_share_a_medium_close_shot(tmp_path: Path) -> None:
    staging = _staged(tmp_path, "MEDIUM CLOSE SHOT. Tom falls and stares. Anna kneels and prays.")
    assert set(staging.focus) == {"TOM", "ANNA"}
    for name in ("TOM", "ANNA"):
        assert all(0 < x < 1 and 0 < y < 1 for x, y in _noses(staging, name))


def test_who_has_fallen_looks_from_the_ground(tmp_path: Path) -> None:
    """It used to stand up again to gape."""
    staging = _staged(tmp_path, "MEDIUM SHOT. Tom falls and looks at the sky.")
    tom = next(p for p in staging.players if p.name == "TOM")
    assert [beat.act for beat in tom.beats][-1] is Act.SIT
    assert tom.seat == "ground"
