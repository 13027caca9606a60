"""Very near faces: eyes in the middle whichever way the head is turned, a mouth clear of the captions, exits from the middle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.camera import camera_at
from engine.backends.animatic.framing import focus_players, shoot_for, subject_of
from engine.backends.animatic.stage import Act, Beat, Speech
from engine.film.setup import Size

ASPECT = 16 / 9
CAPTIONS = 0.84  # share of the frame's height above the upper of two lines


def test_the_mouth_of_who_speaks_in_an_extreme_close_up_stands_over_the_captions(staging_of, stand):
    silent = staging_of(stand(0.0), size=Size.EXTREME_CLOSE_UP)
    speaking = replace(silent, players=(replace(silent.players[0], speeches=(Speech("Never.", 0.5, 2.0),)),))
    rows = []
    for staging in (silent, speaking):
        subject = subject_of(staging)
        camera = camera_at(shoot_for(staging, ASPECT), 1.0)
        rows.append(0.5 + camera.point(0.0, subject.eye - 0.2 * subject.head, 0.0)[1])
    assert rows[1] < CAPTIONS < rows[0]


@pytest.mark.parametrize("yaw", [-78, -38, 38, 78])
def test_a_turned_head_stands_aside_so_that_its_eyes_are_in_the_middle(staging_of, stand, yaw):
    turned = replace(stand(0.0), beats=(Beat(Act.STAND, -2, 9, 0.0, 0.0, yaw),))
    staging = staging_of(turned, size=Size.EXTREME_CLOSE_UP)
    across = camera_at(shoot_for(staging, ASPECT), 1.0).point(0.0, 1.5, 0.0)[0]
    assert across * yaw < 0
    assert 0.2 < abs(across) < 0.5 * ASPECT


def test_who_leaves_begins_in_the_middle_of_the_picture(staging_of, stand):
    beats = (Beat(Act.EXIT, 0.0, 2.1, 0.0, 2.6, 78), Beat(Act.STAND, 2.1, 2.5, 2.6, 2.6, 38))
    staging = staging_of(replace(stand(0.0), beats=beats), seconds=2.5)
    camera = camera_at(shoot_for(staging, ASPECT), 0.0)
    player = focus_players(staging)[0]
    assert abs(camera.point(pose_at(player, 0.0).x, 1.0, 0.0)[0]) < 0.2 * ASPECT
    assert abs(camera.point(pose_at(player, 2.5).x, 1.0, 0.0)[0]) > 0.5 * ASPECT
