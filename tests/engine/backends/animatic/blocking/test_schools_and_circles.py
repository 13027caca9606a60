"""A school is more than one fish, geese fly in a wedge, and who circles comes round again."""

from __future__ import annotations

import itertools

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.shoal import Shoal
from engine.backends.animatic.stage import Act, Player, Pose
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def players(action: str, place: str = "EXT. UNDERWATER") -> tuple[Player, ...]:
    script = f"{place} - DAY\n\nWIDE SHOT. {action}\n"
    ((_, order),) = orders(breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180)))
    return stage(order).players


@pytest.mark.parametrize(("action", "least"), [("A school of fish swims past.", 8)])
def test_a_school_swims_together(action: str, least: int) -> None:
    found = players(action)
    (shoal,) = (p for p in found if isinstance(p.puppet, Shoal))
    assert isinstance(shoal.puppet, Shoal)
    assert len(shoal.puppet.places) >= least
    assert len({(round(p.right, 2), round(p.up, 2)) for p in shoal.puppet.places}) == len(shoal.puppet.places)
    (first,) = (p for p in found if not p.is_thing)
    assert shoal.beats == first.beats


def test_one_fish_is_one_fish() -> None:
    assert not any(isinstance(p.puppet, Shoal) for p in players("A fish swims past."))


def test_geese_make_a_wedge_behind_the_first_and_all_is_within_bounds() -> None:
    goose = puppet_for("wild goose", "a wild goose 大雁", "", 5, (), ())
    assert isinstance(goose, Bird)
    wedge = Shoal(goose, 6)
    assert all(place.right < 0 for place in wedge.places)
    pose = Pose(act=Act.FLY, yaw=80)
    assert wedge.bounds(pose).width() > 4 * goose.width


@pytest.mark.parametrize(
    ("action", "place"),
    [
        ("An eagle circles above the field.", "EXT. GRASSLAND"),
        ("A shark circles.", "EXT. UNDERWATER"),
        ("一只老鹰在空中盘旋。", "EXT. GRASSLAND"),
    ],
)
def test_who_circles_comes_round_and_faces_its_way(action: str, place: str) -> None:
    (player,) = (p for p in players(action, place) if not p.is_thing)
    spots = [pose_at(player, i / 8) for i in range(120)]
    assert min(s.x for s in spots) < -0.2
    assert max(s.x for s in spots) > 0.2
    assert max(s.z for s in spots) > 0.3
    for now, then in itertools.pairwise(spots):
        if abs(then.x - now.x) > 0.02:
            assert (then.x - now.x) * (1 if 0 < now.pose.yaw % 360 < 180 else -1) > -0.02
