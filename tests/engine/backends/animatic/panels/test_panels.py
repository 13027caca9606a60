"""Drawn panels play under the camera: planes part where a matte says so, moves go where they are told, nothing shows beyond the board."""

from __future__ import annotations

from fractions import Fraction

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.backends.animatic.panels.planes import MARGIN, planes_of, read
from engine.backends.animatic.panels.playing import Panel, PanelTheatre
from engine.errors import BadInput
from engine.film.rate import Raster
from engine.film.setup import Move, Setup

_RASTER = Raster(width=320, height=180)
_RATE = Fraction(24)


def _drawing() -> NDArray[np.uint8]:
    """A man in front of a hill, in pencil on paper: uint8 (360, 640, 3) BGR."""
    picture = np.full((360, 640, 3), (228, 238, 242), np.uint8)
    cv2.line(picture, (0, 250), (639, 240), (90, 90, 90), 2, cv2.LINE_AA)
    cv2.circle(picture, (300, 110), 34, (40, 40, 40), 3, cv2.LINE_AA)
    cv2.rectangle(picture, (262, 150), (340, 320), (40, 40, 40), 3)
    cv2.rectangle(picture, (264, 152), (338, 318), (190, 196, 200), -1)
    return picture


def _painting() -> NDArray[np.uint8]:
    """A red box before a green wall with a blue window, filling the frame."""
    picture = np.zeros((360, 640, 3), np.uint8)
    ys, xs = np.mgrid[0:360, 0:640]
    picture[...] = np.dstack([60 + xs // 12, 120 + ys // 8, 70 + xs // 20])
    cv2.rectangle(picture, (250, 90), (400, 330), (40, 40, 210), -1)
    cv2.rectangle(picture, (440, 60), (480, 100), (250, 60, 60), -1)
    return picture


def _mask() -> NDArray[np.uint8]:
    mask = np.zeros((360, 640), np.uint8)
    cv2.rectangle(mask, (250, 90), (400, 330), 255, -1)
    return mask


def _theatre(
    move: Move, picture: NDArray[np.uint8], mask: NDArray[np.uint8] | None = None, **kinds: bool
) -> PanelTheatre:
    planes = planes_of(
        picture, mask, 16 / 9, 180, flat=kinds.get("flat", False), along=2.0 if kinds.get("along") else 1.0
    )
    return PanelTheatre([Panel(0, planes)], Setup(move=move), _RASTER, _RATE, 72, 1)


def _red(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    whole = picture.astype(int)
    return (whole[:, :, 2] > 150) & (whole[:, :, 1] < 90)


def _shift(first: NDArray[np.uint8], last: NDArray[np.uint8], channel: int = 2) -> float:
    """How far the red box (channel 2) or the blue window (0) goes to the right, in pixels."""

    def middle(picture: NDArray[np.uint8]) -> float:
        other = picture[:, :, 2 - channel].astype(int)
        return float(np.argwhere((picture[:, :, channel] > 150) & (other < 90))[:, 1].mean())

    return middle(last) - middle(first)


def test_a_still_panel_is_the_drawing() -> None:
    picture = _painting()
    shown = _theatre(Move.STATIC, picture, flat=True).picture(10)[:, :, :3].astype(int)
    wanted = cv2.resize(picture, (320, 180), interpolation=cv2.INTER_AREA).astype(int)
    assert np.abs(shown - wanted)[4:-4, 4:-4].mean() < 2


def test_the_foreground_goes_before_the_background() -> None:
    theatre = _theatre(Move.TRUCK_RIGHT, _painting(), _mask())
    first, last = theatre.picture(0), theatre.picture(71)
    assert _shift(first, last) < -8  # the camera goes right, so all goes left
    assert _shift(first, last) < 1.2 * _shift(first, last, 0) < 0


def test_a_flat_panel_moves_as_one() -> None:
    theatre = _theatre(Move.TRUCK_RIGHT, _painting(), flat=True)
    first, last = theatre.picture(0), theatre.picture(71)
    assert _shift(first, last) == pytest.approx(_shift(first, last, 0), abs=1)


@pytest.mark.parametrize("move", [m for m in Move if m not in {Move.ROLL_CLOCKWISE, Move.ROLL_COUNTERCLOCKWISE}])
def test_no_move_shows_what_is_beyond_the_board(move: Move) -> None:
    theatre = _theatre(move, _painting(), _mask())
    for frame in range(-2, 74, 4):
        picture = theatre.picture(frame)[:, :, :3]
        assert picture.max(axis=2).min() > 25, frame  # the surface is black where nothing lies


def test_a_push_comes_nearer() -> None:
    theatre = _theatre(Move.PUSH_IN, _painting(), _mask())
    assert _red(theatre.picture(71)).sum() > 1.25 * _red(theatre.picture(0)).sum()


def test_no_light_line_runs_around_what_is_cut_out() -> None:
    theatre = _theatre(Move.TRUCK_LEFT, _painting(), _mask())
    picture = theatre.picture(71).astype(int)
    assert picture[:, :, :3].max() <= int(_painting().max()) + 6


def test_a_long_panel_is_travelled_from_end_to_end() -> None:
    wide = np.hstack([_painting(), _painting()[:, ::-1]])
    wide[:, :40] = (255, 0, 0)
    wide[:, -40:] = (0, 255, 255)
    theatre = _theatre(Move.PAN_RIGHT, wide, flat=True, along=True)
    first, last = theatre.picture(0)[:, :, :3], theatre.picture(71)[:, :, :3]
    assert (np.abs(first.astype(int) - (255, 0, 0)).max(axis=2) < 30).any()
    assert (np.abs(last.astype(int) - (0, 255, 255)).max(axis=2) < 30).any()
    assert not (np.abs(first.astype(int) - (0, 255, 255)).max(axis=2) < 30).any()


def test_panels_come_on_at_their_time() -> None:
    planes = [planes_of(np.full((180, 320, 3), level, np.uint8), None, 16 / 9, 180, flat=True) for level in (60, 200)]
    theatre = PanelTheatre([Panel(0, planes[0]), Panel(30, planes[1])], Setup(), _RASTER, _RATE, 72, 1)
    assert [int(theatre.picture(f)[90, 160, 0]) for f in (-3, 0, 29, 30, 80)] == [60, 60, 60, 200, 200]


def test_the_line_around_a_figure_on_paper_goes_with_it_and_the_horizon_runs_on_behind() -> None:
    planes = planes_of(_drawing(), None, 16 / 9, 300, flat=False)
    assert planes.front is not None
    pad = round(MARGIN * planes.dots)
    back = planes.back.toarray()[pad:-pad, pad:-pad, :3].min(axis=2)
    front = planes.front.toarray()[pad:-pad, pad:-pad]
    horizon = round(245 / 360 * back.shape[0])
    across = (back[horizon - 3 : horizon + 4] < 150).any(axis=0)
    assert across[20:-20].mean() > 0.9
    lines = (front[:, :, 3] > 200) & (front[:, :, :3].max(axis=2) < 110)
    outline = (
        cv2.morphologyEx((front[:, :, 3] > 127).astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((9, 9), np.uint8)) > 0
    )
    assert (cv2.dilate(lines.astype(np.uint8), np.ones((9, 9), np.uint8))[outline] > 0).mean() > 0.7


def test_transparency_is_a_matte() -> None:
    whole = np.dstack([_painting(), _mask()])
    planes = planes_of(whole, None, 16 / 9, 180, flat=False)
    assert planes.front is not None


def test_a_tall_panel_keeps_all_of_itself() -> None:
    tall = np.full((640, 320, 3), 120, np.uint8)
    tall[:20] = (0, 0, 255)
    tall[-20:] = (0, 0, 255)
    shown = _theatre(Move.STATIC, tall, flat=True).picture(0)
    assert (shown[:4, 150:170, 2] > 200).any()
    assert (shown[-4:, 150:170, 2] > 200).any()


def test_what_is_no_picture_is_said() -> None:
    with pytest.raises(BadInput, match="not a picture"):
        read(b"no picture at all", "1A.png")
    tiny = cv2.imencode(".png", np.zeros((8, 8, 3), np.uint8))[1].tobytes()
    with pytest.raises(BadInput, match="too small"):
        read(tiny, "1A.png")
