"""Staging that two shots share: eyes meet at their heights, entrances keep the screen direction, an act goes on over the cut."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder

CHILD = SubjectOrder(name="IVY", description="a small girl, 6", look_seed=5, side=-1)
MAN = SubjectOrder(name="WALTER", description="a tall man of 40", look_seed=9, side=1)


def shot(action: str, *cast: SubjectOrder, size: Size = Size.FULL, **more: object) -> Staging:
    fields = {
        "engine": "animatic", "style": "paper", "language": "en", "raster": Raster(width=320, height=180), "rate": 24,
        "frames": 96, "action": action, "place": PlaceOrder(name="STREET", interior=False), "setup": Setup(size=size),
        "cast": cast, **more,
    }  # fmt: skip
    return stage(ShotOrder.model_validate(fields))


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def gaze(staging: Staging, name: str) -> tuple[float, float]:
    return pose_at(named(staging, name), 1.0).pose.gaze


def test_a_child_looks_up_at_a_man_and_he_looks_down() -> None:
    both = shot("They stand.", CHILD, MAN, size=Size.MEDIUM)
    assert gaze(both, "IVY")[1] > 0.3
    assert gaze(both, "WALTER")[1] < -0.3


def test_in_their_singles_they_look_to_where_the_other_is_and_at_that_height() -> None:
    child, man = (shot("They wait.", one, size=Size.CLOSE, opposite=two) for one, two in ((CHILD, MAN), (MAN, CHILD)))
    assert gaze(child, "IVY")[1] > 0.3 > 0 > gaze(man, "WALTER")[1]
    assert named(child, "IVY").beats[0].yaw > 0 > named(man, "WALTER").beats[0].yaw


def test_the_third_in_the_middle_looks_to_either_side() -> None:
    third = SubjectOrder(name="NAN", description="an old woman", look_seed=12, side=0)
    left, right = (shot("Nan waits.", third, size=Size.CLOSE, opposite=other) for other in (CHILD, MAN))
    assert named(left, "NAN").beats[0].yaw < 0 < named(right, "NAN").beats[0].yaw


def test_who_sits_looks_up_at_who_stands() -> None:
    twin = MAN.model_copy(update={"name": "HUGO", "side": -1, "posture": "seated"})
    both = shot("They talk.", twin, MAN, size=Size.MEDIUM)
    assert gaze(both, "HUGO")[1] > 0.2


def test_a_look_up_goes_up_and_a_look_down_goes_down() -> None:
    up, down = (pose_at(named(shot(f"Walter looks {way}.", MAN), "WALTER"), 2.0).pose.gaze[1] for way in ("up", "down"))
    assert up > 0.5 > -0.5 > down


@pytest.mark.parametrize("edge", [-1, 1])
def test_who_left_by_an_edge_comes_in_by_the_one_that_follows_from_it(edge: int) -> None:
    staging = shot("Walter enters.", MAN.model_copy(update={"comes_by": edge}))
    assert named(staging, "WALTER").beats[0].act is Act.ENTER
    assert named(staging, "WALTER").beats[0].x0 * edge > 0


def test_a_walk_that_was_begun_is_at_full_pace_in_the_first_frame() -> None:
    begun, fresh = (
        named(shot("Walter walks.", MAN.model_copy(update={"begun": seconds})), "WALTER") for seconds in (1.5, 0.0)
    )
    assert pose_at(begun, 0.0).pose.travel > 0.8
    assert pose_at(fresh, 0.0).pose.travel < 0.1


def test_a_walk_that_goes_on_does_not_stop_for_the_cut() -> None:
    walker = named(shot("Walter walks.", MAN.model_copy(update={"goes_on": True})), "WALTER")
    assert pose_at(walker, 3.95).pose.travel > 0.5
    assert pose_at(walker, 3.95).pose.act is Act.WALK


def test_business_that_was_begun_is_met_at_the_same_phase() -> None:
    waving = named(shot("Walter waves.", MAN.model_copy(update={"begun": 1.2}), size=Size.MEDIUM), "WALTER")
    assert pose_at(waving, 0.0).pose.phase == pytest.approx(0.8)
