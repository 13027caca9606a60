"""Who comes toward the camera grows and faces us, who goes away from it shrinks and shows the back; a staff leant on is in the hand."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.in_depth import _told
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

ANNA = SubjectOrder(name="ANNA", description="a woman of 30 in a red coat", look_seed=7)
LI = SubjectOrder(name="李白", description="唐代诗人", look_seed=9)


def shot(action: str, *cast: SubjectOrder, props: tuple[PropOrder, ...] = ()) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="STREET", interior=False), setup=Setup(size=Size.FULL), cast=cast, props=props,
        )
    )  # fmt: skip


def lead(staging: Staging) -> Player:
    return next(player for player in staging.players if not player.is_thing)


@pytest.mark.parametrize(
    ("action", "subject", "way"),
    [
        ("Anna walks toward the camera.", ANNA, -1), ("Anna runs towards us.", ANNA, -1), ("李白向镜头走来。", LI, -1), ("李白迎面跑来。", LI, -1),
        ("Anna walks away from the camera.", ANNA, 1), ("Anna turns her back to us and walks off into the distance.", ANNA, 1),
        ("李白的背影渐行渐远。", LI, 1), ("李白走远了。", LI, 1),
    ],
)  # fmt: skip
def test_a_way_in_depth(action: str, subject: SubjectOrder, way: int) -> None:
    player = lead(shot(action, subject))
    early, late = pose_at(player, 2.2), pose_at(player, 3.8)
    assert (late.z - early.z) * way > 1.0
    assert abs(late.x - early.x) < 0.05
    assert early.pose.act in (Act.WALK, Act.RUN)
    assert late.pose.gone > early.pose.gone + 1.0, "the feet step with the ground covered"
    facing = abs((late.pose.yaw + 180) % 360 - 180)
    assert facing > 150 if way > 0 else facing < 30


@pytest.mark.parametrize(
    "action", ["Anna walks along the street.", "Anna looks at the camera.", "Anna walks toward the door."]
)
def test_other_ways_stay_in_the_plane(action: str) -> None:
    player = lead(shot(action, ANNA))
    assert all(beat.z0 == beat.z1 == 0.0 for beat in player.beats)


def test_who_leans_on_a_staff_has_it_in_the_hand() -> None:
    staging = shot("Anna leans on her staff.", ANNA, props=(PropOrder(name="staff"),))
    staff = next(player for player in staging.players if player.is_thing)
    assert staff.carried_by == "ANNA"
    assert lead(staging).grip == "pole"


@pytest.mark.parametrize("action", ["两个孩子在雨中慢慢走远。", "They walk off into the distance."])
def test_all_who_are_told_of_go(action: str) -> None:
    assert set(_told(action, [("萌萌", ("孩子",)), ("小宇", ("孩子",))])) == {"萌萌", "小宇"}
