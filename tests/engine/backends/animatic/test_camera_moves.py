"""Every move is plain in the frames: features of the set are tracked from frame to frame and a similarity is fitted."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.camera import camera_at, drift, ease
from engine.backends.animatic.framing import shoot_for
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle, Move, Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

LAST = 96


def _grey(picture):
    return cv2.cvtColor(picture[:, :, :3], cv2.COLOR_BGR2GRAY)


def _tracked(stage, name, frames, band=(0.0, 1.0)):
    """Features of the first frame's set (players masked out, only rows in `band`) followed to the last one."""
    first = _grey(stage.picture(frames[0]))
    allowed = np.full(first.shape, 255, np.uint8)
    h = first.shape[0]
    allowed[: int(band[0] * h)] = 0
    allowed[int(band[1] * h) :] = 0
    allowed[cv2.dilate(stage.mask(name, frames[0]).astype(np.uint8), np.ones((25, 25))) > 0] = 0
    points = cv2.goodFeaturesToTrack(first, 300, 0.01, 4, mask=allowed)
    start, now, kept = points, points, np.arange(len(points))
    for frame in frames[1:]:
        following = _grey(stage.picture(frame))
        now, status, _ = cv2.calcOpticalFlowPyrLK(first, following, now, None, winSize=(21, 21))
        mask = cv2.dilate(stage.mask(name, frame).astype(np.uint8), np.ones((9, 9)))
        x = np.clip(now[:, 0, 0].round().astype(int), 0, 479)
        y = np.clip(now[:, 0, 1].round().astype(int), 0, 269)
        inside = (now[:, 0, 0] >= 0) & (now[:, 0, 0] < 480) & (now[:, 0, 1] >= 0) & (now[:, 0, 1] < 270)
        good = (status[:, 0] == 1) & inside & (mask[y, x] == 0)
        now, kept, first = now[good], kept[good], following
    assert len(kept) > 12, "too few features left to judge a move"
    return start[kept, 0], now[:, 0]


def _similarity(stage, name, frames, band=(0.0, 1.0)):
    """(scale, degrees clockwise on screen, dx and dy at the frame's middle) of the set between the ends of `frames`."""
    a, b = _tracked(stage, name, frames, band)
    matrix, _ = cv2.estimateAffinePartial2D(a, b, ransacReprojThreshold=4)
    scale = math.hypot(matrix[0, 0], matrix[1, 0])
    turn = math.degrees(math.atan2(matrix[1, 0], matrix[0, 0]))
    moved = matrix @ np.array([240, 135, 1.0]) - np.array([240, 135])
    return scale, turn, moved[0] / 480, moved[1] / 270


def _steps(last=LAST, step=6):
    return list(range(0, last + 1, step))


def test_static_is_still(theatre):
    scale, turn, dx, dy = _similarity(theatre(kind="library"), "Ann", [0, 48, 96])  # where nothing sways
    assert (scale, turn, dx, dy) == pytest.approx((1, 0, 0, 0), abs=2e-3)


@pytest.mark.parametrize(("move", "way"), [(Move.PUSH_IN, 1), (Move.PULL_OUT, -1)])
def test_a_dolly_grows_the_subject_by_15_to_35_percent_and_the_far_set_less(theatre, move, way):
    stage = theatre(move=move)
    heights = [np.flatnonzero(stage.mask("Ann", f).any(axis=1)).size for f in (0, LAST)]
    growth = (heights[1] / heights[0]) ** way
    assert 1.15 <= growth <= 1.35
    set_growth = _similarity(stage, "Ann", _steps(), band=(0, 0.5))[0] ** way
    assert 1.02 < set_growth < growth - 0.05, "parallax: what is far grows less"


@pytest.mark.parametrize(("move", "way"), [(Move.ZOOM_IN, 1), (Move.ZOOM_OUT, -1)])
def test_a_zoom_grows_everything_alike(theatre, move, way):
    stage = theatre(move=move)
    heights = [np.flatnonzero(stage.mask("Ann", f).any(axis=1)).size for f in (0, LAST)]
    growth = (heights[1] / heights[0]) ** way
    set_growth = _similarity(stage, "Ann", _steps(), band=(0, 0.6))[0] ** way
    assert growth > 1.15
    assert set_growth == pytest.approx(growth, rel=0.035)


@pytest.mark.parametrize(("move", "way"), [(Move.PAN_RIGHT, -1), (Move.PAN_LEFT, 1)])
def test_a_pan_slides_everything_alike_and_slowly(theatre, move, way):
    stage = theatre(move=move)
    high = _similarity(stage, "Ann", _steps(), band=(0, 0.5))
    low = _similarity(stage, "Ann", _steps(), band=(0.5, 1))
    assert high[2] * way > 0.2
    assert low[2] == pytest.approx(high[2], abs=0.015), "no parallax"
    assert abs(high[3]) < 0.01
    xs = [stage.camera(f).shift_x / (16 / 9) for f in range(LAST + 1)]
    assert max(abs(b - a) for a, b in itertools.pairwise(xs)) * 24 <= 0.25 + 1e-6


@pytest.mark.parametrize(("move", "way"), [(Move.TILT_UP, 1), (Move.TILT_DOWN, -1)])
def test_a_tilt_slides_up_or_down_and_ends_on_the_subject(theatre, move, way):
    stage = theatre(move=move)
    frames = _steps(LAST, 4)[4:16]
    assert _similarity(stage, "Ann", frames)[3] * way > 0.1
    mask = stage.mask("Ann", LAST)
    assert 0.75 <= np.flatnonzero(mask.any(axis=1)).size / 270 <= 0.85


@pytest.mark.parametrize(("move", "way"), [(Move.TRUCK_RIGHT, -1), (Move.TRUCK_LEFT, 1)])
def test_a_truck_has_parallax(theatre, move, way):
    stage = theatre(move=move)
    far = _similarity(stage, "Ann", _steps(), band=(0, 0.45))[2] * way
    columns = [np.flatnonzero(stage.mask("Ann", f).any(axis=0)).mean() / 480 for f in (0, LAST)]
    near = (columns[1] - columns[0]) * way
    assert near > 0.25
    assert 0.03 < far < 0.75 * near


def test_follow_keeps_the_walker_framed_while_the_world_goes_by(theatre, stand):
    stage = theatre(stand(-2.5, to=2.5), move=Move.FOLLOW)
    middles = [np.flatnonzero(stage.mask("Ann", f).any(axis=0)).mean() / 480 for f in range(0, LAST + 1, 12)]
    assert max(middles) - min(middles) < 0.08
    assert _similarity(stage, "Ann", list(range(36, 61, 3)), band=(0, 0.6))[2] < -0.05


@pytest.mark.parametrize(("move", "way"), [(Move.CRANE_UP, -1), (Move.CRANE_DOWN, 1)])
def test_a_crane_changes_the_horizon_against_the_subject(theatre, move, way):
    stage = theatre(move=move)

    def horizon_over_feet(frame):
        """How far the horizon stands above the subject's feet, in frame heights."""
        camera = stage.camera(frame)
        return camera.point(0, 0, 0)[1] - camera.shift_y

    change = horizon_over_feet(LAST) - horizon_over_feet(0)
    assert change * way < -0.25, "the higher the camera, the higher the horizon stands over the feet"
    assert stage.mask("Ann", LAST).any()
    moved = np.abs(stage.picture(0).astype(int) - stage.picture(LAST)).mean()
    assert moved > 4


@pytest.mark.parametrize(("move", "way"), [(Move.ROLL_CLOCKWISE, 1), (Move.ROLL_COUNTERCLOCKWISE, -1)])
def test_a_roll_really_rotates(theatre, move, way):
    stage = theatre(move=move)
    turn = _similarity(stage, "Ann", list(range(36, 61, 3)))[1] * way
    assert 20 <= turn <= 45, "20 to 40 degrees in a second"
    whole = abs(stage.camera(LAST).roll - stage.camera(0).roll)
    assert whole >= 90


@pytest.mark.parametrize(("move", "way"), [(Move.ORBIT_RIGHT, 1), (Move.ORBIT_LEFT, -1)])
def test_an_orbit_keeps_the_subject_and_turns_it(theatre, move, way):
    stage = theatre(move=move)
    middles = [np.flatnonzero(stage.mask("Ann", f).any(axis=0)).mean() / 480 for f in (0, 48, LAST)]
    assert max(middles) - min(middles) < 0.03
    far = _similarity(stage, "Ann", _steps(), band=(0, 0.5))[2] * way
    assert far > 0.1, "what is behind goes with the camera"
    camera = stage.camera(LAST)
    behind, before = camera.origin(8.0)[0], camera.origin(-1.5)[0]
    middle = stage.camera(48)
    assert (behind - middle.origin(8.0)[0]) * (before - middle.origin(-1.5)[0]) < 0, (
        "planes shift in opposite directions"
    )
    assert stage.camera(0).yaw * way < -20
    assert stage.camera(LAST).yaw * way > 20


@pytest.mark.parametrize(("move", "way"), [(Move.WHIP_PAN_RIGHT, 1), (Move.WHIP_PAN_LEFT, -1)])
def test_a_whip_pan_blurs_and_lands_on_the_subject(theatre, move, way):
    stage = theatre(move=move)

    def sharpness(frame):
        grey = _grey(stage.picture(frame)).astype(np.float32)
        return float(np.abs(np.diff(grey, axis=1)).mean())

    assert not stage.mask("Ann", 0).any()
    assert 0.75 <= np.flatnonzero(stage.mask("Ann", 60).any(axis=1)).size / 270 <= 0.85
    blurred = min(sharpness(f) for f in range(12, 28))
    assert blurred < 0.5 * min(sharpness(0), sharpness(60))
    assert (stage.camera(0).shift_x - stage.camera(60).shift_x) * way > 1


def test_hand_held_is_slow_and_small(theatre):
    stage = theatre(move=Move.HANDHELD)
    xs = np.array([stage.camera(f).shift_x for f in range(LAST * 4)]) / (16 / 9)
    assert 0.005 <= np.ptp(xs) <= 0.02
    power = np.abs(np.fft.rfft(xs - xs.mean())) ** 2
    hertz = np.fft.rfftfreq(len(xs), 1 / 24)
    assert power[(hertz > 0.3) & (hertz < 2.2)].sum() > 0.85 * power.sum()
    assert np.abs(stage.picture(0).astype(int) - stage.picture(30)).mean() > 0.5


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.HANDHELD])  # hands never rest
def test_moves_rest_in_the_handles(theatre, move):
    stage = theatre(move=move)
    assert stage.camera(-8) == stage.camera(-1)
    after, later = stage.camera(LAST + 1), stage.camera(LAST + 9)
    assert (after.x, after.z, after.focal, after.roll, after.yaw) == pytest.approx(
        (later.x, later.z, later.focal, later.roll, later.yaw)
    )


@pytest.mark.parametrize("angle", [Angle.HIGH, Angle.LOW, Angle.DUTCH])
def test_angles_are_plain(theatre, angle):
    level, other = theatre().camera(0), theatre(angle=angle).camera(0)
    if angle is Angle.HIGH:
        assert other.y > level.y + 1
        assert other.shift_y + 0.5 < 0, "no horizon: the ground is behind the figure"
        assert other.squash < 0.95
    elif angle is Angle.LOW:
        assert other.shift_y + 0.5 > 0.85, "the horizon is at the feet, the figure against the sky"
        assert other.y < level.y
    else:
        assert 8 <= abs(other.roll) <= 15


def test_a_point_of_view_breathes(theatre):
    stage = theatre(angle=Angle.POINT_OF_VIEW, size=Size.MEDIUM)
    xs = [stage.camera(f).shift_x for f in range(0, 96, 6)]
    assert 0.002 < max(xs) - min(xs) < 0.04


def test_a_lens_changes_the_background_and_not_the_size(staging_of):
    staging = staging_of()
    wide = shoot_for(replace(staging, setup=Setup(size=Size.FULL, lens=24)), 16 / 9).middle
    long = shoot_for(replace(staging, setup=Setup(size=Size.FULL, lens=100)), 16 / 9).middle
    assert wide.scale(0) == pytest.approx(long.scale(0))
    assert long.scale(20) > 2 * wide.scale(20)


def test_ease_starts_and_ends_gently():
    steps = [ease(i / 96, 10 / 96) for i in range(97)]
    speeds = np.diff(steps)
    assert steps[0] == 0
    assert steps[-1] == pytest.approx(1)
    assert (speeds > 0).all()
    assert speeds[0] < 0.2 * speeds.max()
    assert speeds[-1] < 0.2 * speeds.max()


def test_drift_depends_on_the_seed():
    assert drift(1.0, 3) != drift(1.0, 4)
    assert all(abs(drift(t / 10, 3)) <= 1 for t in range(100))


def test_the_camera_needs_no_memory(theatre):
    shoot = theatre(move=Move.PUSH_IN).shoot
    assert camera_at(shoot, 1.5) == camera_at(shoot, 1.5)


def test_an_umbrella_is_in_the_picture_with_whom_it_keeps_dry() -> None:
    ann = SubjectOrder(name="ANN", description="a woman, 30", look_seed=5)
    order = ShotOrder(
        engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=FILM, frames=48, action="Ann holds an umbrella.",
        place=PlaceOrder(name="STREET", interior=False), setup=Setup(size=Size.FULL), cast=(ann,), props=(PropOrder(name="umbrella"),),
    )  # fmt: skip
    staging = stage(order)
    shoot = shoot_for(staging, 16 / 9)
    umbrella = next(player for player in staging.players if player.is_thing)
    top = shoot.frame.aim + shoot.frame.row * shoot.frame.tall
    assert umbrella.lift + umbrella.puppet.height <= top + 0.05
