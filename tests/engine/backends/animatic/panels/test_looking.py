"""A figure that stands clear is found whole, on paper and in a painting; where it is not clear, nothing is cut."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.backends.animatic.panels.looking import detected

SIZE = (360, 640)
PAPER, LEAD = (240, 244, 246), (60, 56, 54)


def paper() -> NDArray[np.uint8]:
    """A horizon on bare paper."""
    board = np.full((*SIZE, 3), PAPER, np.uint8)
    cv2.line(board, (0, 245), (640, 240), LEAD, 2, cv2.LINE_AA)
    return board


def figure(board: NDArray[np.uint8], x: int, coat: tuple[int, int, int], line: tuple[int, int, int] = LEAD) -> None:
    """A head on a coat with two legs, outlined."""
    for draw in (
        lambda c, w: cv2.rectangle(board, (x - 22, 250), (x - 6, 330), c, w, cv2.LINE_AA),
        lambda c, w: cv2.rectangle(board, (x + 6, 250), (x + 22, 330), c, w, cv2.LINE_AA),
        lambda c, w: cv2.ellipse(board, (x, 200), (44, 78), 0, 0, 360, c, w, cv2.LINE_AA),
        lambda c, w: cv2.circle(board, (x, 104), 36, c, w, cv2.LINE_AA),
    ):
        draw(coat, -1)
        draw(line, 3)


def painting() -> NDArray[np.uint8]:
    """A sky that goes over into a meadow, brushed."""
    ys, xs = np.mgrid[0 : SIZE[0], 0 : SIZE[1]].astype(np.float32)
    board = np.dstack([210 - ys / 4, 190 - ys / 6, 150 + 10 * np.sin(xs / 50)])
    board[230:] = (80, 150, 110)
    board += np.random.default_rng(2).normal(0, 3, (*SIZE, 1))
    return np.asarray(cv2.GaussianBlur(board.clip(0, 255).astype(np.uint8), (0, 0), 1.0), np.uint8)


def is_found(matte: NDArray[np.floating] | None, x: int) -> bool:
    """Head, coat and feet of the figure at x."""
    return matte is not None and all(matte[y, x + dx] > 0.8 for y, dx in ((104, 0), (200, 0), (320, -14), (320, 14)))


@pytest.mark.parametrize("coat", [PAPER, (150, 150, 150), (60, 60, 190)], ids=["lines", "wash", "marker"])
def test_a_figure_on_paper_is_found_whole(coat: tuple[int, int, int]) -> None:
    board = paper()
    figure(board, 300, coat)
    found = detected(board)
    assert is_found(found, 300)
    assert found is not None
    assert found[:, :200].max() < 0.1
    assert found[:, 420:].max() < 0.1


def test_two_figures_are_found() -> None:
    board = paper()
    figure(board, 200, (90, 150, 80))
    figure(board, 430, (60, 60, 190))
    found = detected(board)
    assert is_found(found, 200)
    assert is_found(found, 430)


def test_a_figure_in_a_painting_is_found_whole() -> None:
    board = painting()
    figure(board, 320, (50, 60, 170), (40, 45, 120))
    found = detected(board)
    assert is_found(found, 320)
    assert found is not None
    assert found[:, :220].max() < 0.1


def test_nothing_is_cut_where_nothing_stands() -> None:
    ys, xs = np.mgrid[0 : SIZE[0], 0 : SIZE[1]]
    for board in (
        paper(),
        painting(),
        np.full((*SIZE, 3), 230, np.uint8),
        np.dstack([xs // 4, ys // 2, (xs + ys) // 8]).astype(np.uint8),
    ):
        assert detected(board) is None


def test_a_face_is_not_cut_out_of_its_hood() -> None:
    """What surrounds it ends before the sides of the picture: it belongs to the figure."""
    board = painting()
    cv2.ellipse(board, (320, 150), (190, 260), 0, 0, 360, (40, 170, 220), -1, cv2.LINE_AA)
    cv2.circle(board, (320, 150), 80, (150, 180, 235), -1, cv2.LINE_AA)
    found = detected(board)
    assert found is None or found[20:340:20, 200:440:40].min() > 0.5


def test_many_small_things_are_no_figure() -> None:
    board = paper()
    for k in range(9):
        cv2.rectangle(board, (30 + 66 * k, 150), (70 + 66 * k, 200), (120, 90, 90), -1)
    assert detected(board) is None
