"""Rows of extras are cheap: few drawings of each, the same whatever was drawn before, no sheet larger than what they fill."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import skia

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.crowd import Extra, Row, _drawn, _moment
from engine.backends.animatic.puppets.paper_cut import paper_is
from engine.backends.animatic.stage import Act, Pose

PEOPLE = [puppet_for(f"walk-on {n}", "a woman, 30", "green coat and hat", 40 + n) for n in range(3)]
ROW = Row([Extra(puppet, 0.95 * n, 0.37 * n) for n, puppet in enumerate(PEOPLE)])
CHEER = Pose(business="cheer", length=4.0)


def _picture(row: Row, pose: Pose, scale: float = 100.0) -> np.ndarray:
    pixels = np.zeros((320, 480, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(480, 320), pixels).getCanvas()
    canvas.translate(130, 270)
    canvas.scale(scale, scale)
    row.draw(canvas, pose)
    return pixels


def _moments(act: Act, **told: float) -> set[Pose]:
    """What a minute of it asks to be drawn of one extra."""
    extra = ROW.extras[1]
    held = (
        replace(CHEER, business="" if told else "cheer", act=act, phase=i / 6, clock=i / 6, **told) for i in range(360)
    )
    return {_moment(replace(pose, gone=pose.phase * 1.2 if told else 0.0), extra) for pose in held}


def test_a_walker_is_drawn_once_for_each_of_eight_steps() -> None:
    assert len(_moments(Act.WALK, travel=1.2)) == 8


def test_what_goes_on_is_drawn_in_six_moments() -> None:
    assert 2 < len(_moments(Act.STAND)) <= 6


def test_an_extra_is_the_same_whatever_paper_another_film_is_cut_from() -> None:
    first = _picture(ROW, CHEER)
    _drawn.cache_clear()
    with paper_is(smooth=True):
        assert np.array_equal(_picture(ROW, CHEER), first)


def test_far_away_an_extra_is_a_simple_cut() -> None:
    told = _moment(CHEER, ROW.extras[0])
    _drawn.cache_clear()
    _picture(ROW, CHEER, 40.0)
    assert _drawn.cache_info().currsize == 3
    near, far = _drawn(PEOPLE[0], told, 105.0)[0], _drawn(PEOPLE[0], told, 48.0)[0]
    assert _drawn.cache_info().currsize == 4
    assert far.width() < 0.5 * near.width()


def test_the_row_keeps_within_its_bounds_and_they_are_close() -> None:
    for act in (CHEER, replace(CHEER, business="jump"), Pose(act=Act.WALK, travel=1.2, gone=0.9, yaw=80)):
        rows, columns = np.nonzero(_picture(ROW, act)[:, :, 3])
        box = ROW.bounds(act)
        assert box.left() * 100 <= columns.min() - 130
        assert columns.max() - 130 <= box.right() * 100
        assert box.top() * 100 <= rows.min() - 270 <= box.top() * 100 + 60
        assert rows.max() - 270 <= box.bottom() * 100
