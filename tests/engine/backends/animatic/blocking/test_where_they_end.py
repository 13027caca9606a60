"""Where a shot leaves them: balloons over whom they fly to, boats in the picture in time, nobody lost by a truck or a crane."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.camera import Camera, camera_at
from engine.backends.animatic.framing import shoot_for
from engine.backends.animatic.stage import Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Setup, Size
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder

NORA = SubjectOrder(name="NORA", description="a little girl, 6, a white hat", look_seed=5, side=-1)
FOX = SubjectOrder(name="FOX", description="a young fox", look_seed=9, side=-1)
BALLOON = SubjectOrder(name="BALLOON", description="a red balloon", look_seed=3, side=1)
BOAT = SubjectOrder(name="BOAT", description="a small red boat", look_seed=3, side=-1)
ASPECT = 16 / 9


def shot(action: str, *cast: SubjectOrder, size: Size = Size.FULL, move: Move = Move.STATIC) -> Staging:
    return ordered(action, Setup(size=size, move=move), *cast)


def ordered(action: str, setup: Setup, *cast: SubjectOrder) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=120,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="BEACH", interior=False), setup=setup, cast=cast,
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def column(staging: Staging, name: str, seconds: float) -> float:
    """Where somebody's middle stands across the frame: 0 its left edge, 1 its right."""
    player = named(staging, name)
    return 0.5 + camera_of(staging, seconds).point(pose_at(player, seconds).x, 0, player.z)[0] / ASPECT


def camera_of(staging: Staging, seconds: float) -> Camera:
    return camera_at(shoot_for(staging, ASPECT), seconds)


def test_a_balloon_that_flies_to_an_animal_ends_over_it() -> None:
    staging = shot("Nora waves. The balloon floats to the fox.", NORA, BALLOON, FOX.model_copy(update={"side": 0}))
    fox, balloon = named(staging, "FOX"), named(staging, "BALLOON")
    start, end = pose_at(balloon, 0.0), pose_at(balloon, 4.8)
    assert abs(end.x - fox.beats[-1].x1) < 0.3 * fox.puppet.width
    assert start.lift > end.lift == pytest.approx(fox.puppet.height + 0.12, abs=0.02)
    steps = [pose_at(balloon, i / 24).lift - pose_at(balloon, (i + 1) / 24).lift for i in range(115)]
    assert max(steps) < 0.03  # it sinks, it does not drop


def test_a_balloon_that_flies_to_a_child_does_not_hide_it() -> None:
    staging = shot("Nora waits. The balloon flies down to her.", NORA, BALLOON)
    nora, balloon = named(staging, "NORA"), named(staging, "BALLOON")
    apart = abs(balloon.beats[-1].x1 - nora.beats[-1].x1)
    assert (nora.puppet.width + balloon.puppet.width) / 2 < apart < nora.puppet.width + 0.2


def test_a_closer_shot_holds_the_animal_and_what_comes_to_it() -> None:
    staging = shot("The fox sits. The balloon flies down beside the fox.", FOX, BALLOON, size=Size.MEDIUM_CLOSE)
    assert staging.focus == ("FOX", "BALLOON")
    assert 0.1 < column(staging, "FOX", 4.5) < column(staging, "BALLOON", 4.5) < 0.9


@pytest.mark.parametrize("move", [Move.TRUCK_LEFT, Move.TRUCK_RIGHT])
def test_a_truck_does_not_lose_who_stays(move: Move) -> None:
    staging = shot("Nora and the fox wait.", NORA, FOX, move=move)
    columns = [column(staging, name, seconds) for name in ("NORA", "FOX") for seconds in (0.0, 5.0)]
    assert min(columns) > 0.03
    assert max(columns) < 0.97
    assert abs(columns[0] - columns[1]) > 0.15  # and is still a truck


def test_who_goes_with_a_truck_takes_most_of_it() -> None:
    beats = named(shot("Nora runs along the shore.", NORA, size=Size.WIDE, move=Move.TRUCK_RIGHT), "NORA").beats
    still = named(shot("Nora runs along the shore.", NORA, size=Size.WIDE), "NORA").beats
    assert beats[0].end > 1.3 * still[0].end or beats[0].end == 5.0


def test_a_boat_that_comes_in_is_seen_before_the_shot_is_half_over() -> None:
    staging = shot("A small boat comes in from the sea.", BOAT, size=Size.WIDE)
    half = named(staging, "BOAT").puppet.width / 2
    boat = named(staging, "BOAT")
    prow = camera_of(staging, 1.6).point(pose_at(boat, 1.6).x + half, 0, boat.z)[0]
    assert prow > -ASPECT / 2


@pytest.mark.parametrize("move", [Move.CRANE_UP, Move.CRANE_DOWN])
def test_a_crane_never_goes_so_low_that_the_ground_hides_the_feet(move: Move) -> None:
    staging = shot("Nora waves.", NORA, size=Size.WIDE, move=move)
    lowest = min(camera_of(staging, seconds).y for seconds in (0.0, 5.0))
    assert lowest > 0.4 * shoot_for(staging, ASPECT).middle.y


@pytest.mark.parametrize("size", [Size.WIDE, Size.FULL, Size.MEDIUM])
def test_a_bus_that_drives_is_seen_to_drive(size: Size) -> None:
    bus = SubjectOrder(name="BUS", description="a yellow bus", look_seed=3, side=-1)
    staging = shot("The bus drives along the road.", bus, size=size)
    assert column(staging, "BUS", 4.9) - column(staging, "BUS", 0.1) > 0.2


def test_a_mount_that_waits_faces_whoever_is_there() -> None:
    bicycle = SubjectOrder(name="BICYCLE", description="a red bicycle", look_seed=3, side=1)
    tom = SubjectOrder(name="TOM", description="a man, 40", look_seed=8, side=-1)
    riding = NORA.model_copy(update={"side": 1, "aboard": "BICYCLE"})
    staging = shot("Nora waits on the bicycle. Tom waves.", tom, riding, bicycle)
    assert named(staging, "TOM").beats[0].x0 < named(staging, "BICYCLE").beats[0].x0
    assert named(staging, "BICYCLE").beats[0].yaw < 0
    assert named(staging, "NORA").beats[0].yaw < 0


def test_alone_over_the_shoulder_shows_the_back_and_what_lies_before_it() -> None:
    setup = Setup(size=Size.MEDIUM, angle=Angle.OVER_SHOULDER)
    assert ordered("Nora looks at the sea.", setup, NORA).shoulder == "NORA"
    assert ordered("The fox waits.", setup, FOX).shoulder == ""
