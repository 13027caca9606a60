"""Company: four and more stand in two rows with every face free, a camera that follows who stands moves all the same."""

from __future__ import annotations

from itertools import combinations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.camera import camera_at
from engine.backends.animatic.framing import follow_x, shoot_for
from engine.backends.animatic.stage import Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Move, Setup, Size
from engine.plan.orders import PlaceOrder, ShotOrder, Side, SubjectOrder

ASPECT = 16 / 9
SIDES: tuple[Side, ...] = (-1, 1, 0)


def people(count: int) -> list[SubjectOrder]:
    ages = ("a man of 40", "a girl of 8", "a woman of 30", "a boy of 10", "an old man of 70", "a tall woman")
    return [SubjectOrder(name=f"P{i}", description=ages[i], look_seed=i * 7, side=SIDES[i % 3]) for i in range(count)]


def shot(action: str, *cast: SubjectOrder, size: Size = Size.FULL, move: Move = Move.STATIC) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="STREET", interior=False), setup=Setup(size=size, move=move), cast=cast,
        )
    )  # fmt: skip


def face(staging: Staging, player: Player) -> tuple[float, float, float]:
    """Where the middle of a face is in the frame, in frame heights, and half its height."""
    camera = camera_at(shoot_for(staging, ASPECT), 1.0)
    x, y = camera.point(player.beats[0].x0, player.puppet.eye_line, player.z)
    return x, y, (player.puppet.height - player.puppet.eye_line) * camera.scale(player.z)


@pytest.mark.parametrize("size", [Size.FULL, Size.MEDIUM, Size.WIDE])
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_no_face_of_a_group_hides_another(count: int, size: Size) -> None:
    staging = shot("They wait.", *people(count), size=size)
    for one, other in combinations([face(staging, p) for p in staging.players], 2):
        assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 0.9 * (one[2] + other[2])


@pytest.mark.parametrize("count", [4, 5, 6])
def test_a_group_stands_in_two_rows_and_all_are_in_the_picture(count: int) -> None:
    staging = shot("They wait.", *people(count), size=Size.MEDIUM)
    depths = sorted({round(p.z, 1) for p in staging.players})
    assert depths[-1] - depths[0] >= 0.4
    assert all(abs(face(staging, p)[0]) < ASPECT / 2 for p in staging.players)


def test_a_follow_of_somebody_who_stands_is_a_move_all_the_same() -> None:
    staging = shot("P0 stands.", *people(1), move=Move.FOLLOW)
    shoot = shoot_for(staging, ASPECT)
    first, last = (camera_at(shoot, t, follow_x(staging, t)) for t in (0.0, 4.0))
    assert last.scale(0) > 1.1 * first.scale(0)


def test_a_follow_of_a_walk_goes_along() -> None:
    staging = shot("P0 walks.", *people(1), move=Move.FOLLOW)
    shoot = shoot_for(staging, ASPECT)
    first, last = (camera_at(shoot, t, follow_x(staging, t)) for t in (0.0, 4.0))
    assert abs(last.x - first.x) > 1
    assert last.scale(0) == first.scale(0)


@pytest.mark.parametrize("action", ["P1 follows P0. P0 walks.", "P0 walks. P1 follows P0."])
def test_a_close_follow_keeps_who_comes_behind(action: str) -> None:
    assert set(shot(action, *people(2), size=Size.MEDIUM_CLOSE, move=Move.FOLLOW).focus) == {"P0", "P1"}
