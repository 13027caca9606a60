"""Heads: brims leave the eyes free whatever the camera looks up from, and who is shaven has no rim of hair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.face import EYE_AT, EYE_Y
from engine.backends.animatic.puppets.person import Person, View, short
from engine.backends.animatic.puppets.skull import Head
from engine.backends.animatic.stage import Act, Pose


def _head(person: Person, pose: Pose) -> NDArray[np.uint8]:
    """The head, 100 pixels for a head's height, its middle in the middle of 200 x 200, BGRA."""
    surface = skia.Surface(200, 200)
    canvas = surface.getCanvas()
    x, y = View(pose.yaw).at(person.bones(pose).head)
    scale = 100 / person.body.head
    y *= short(pose.pitch)
    canvas.translate(100 - x * scale, 100 - y * scale)
    canvas.scale(scale, scale)
    person.draw(canvas, pose)
    return surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)


def _person(description: str) -> Person:
    puppet = puppet_for("TOM", description, "", 11)
    assert isinstance(puppet, Person)
    return puppet


@pytest.mark.parametrize("hat", ["douli", "straw", "fedora", "top hat"])
@pytest.mark.parametrize("pitch", [0.0, -24.0, -36.0])
def test_no_brim_covers_the_eyes_from_below(hat, pitch):
    bare = replace(_person("a man of 40").costume, hat="")
    pose = Pose(act=Act.LOOK, phase=2.0, length=6.0, yaw=0.0, pitch=pitch, clock=1.0, gaze=(0.0, 1.0))
    open_face, shaded = (_head(Person(c), pose).astype(int) for c in (bare, replace(bare, hat=hat)))
    bones = Person(bare).bones(pose)
    head = Head(0.0, (bones.nod + bones.lean * 0.35) * 0.9 + pitch * 0.62, bare.jaw)
    for side in (-1, 1):
        x, y, _ = head.feature(side * EYE_AT, EYE_Y, 0.97)
        row, column = round(100 + 100 * y), round(100 + 100 * x)
        box = np.s_[row - 7 : row + 8, column - 5 : column + 6]
        assert np.abs(open_face[box] - shaded[box]).max() < 12


def test_the_crown_of_an_old_bald_head_is_bare_from_every_side():
    costume = replace(_person("an old bald man, 75").costume, hat="", beard="", hair="bald", hair_colour="#1f5fd0")
    for yaw in (0.0, 38.0, 78.0, 120.0, 180.0):
        crown = _head(Person(costume), Pose(yaw=yaw, clock=1.0))[:76, :, :3].astype(int)
        assert (crown[..., 0] - crown[..., 2] > 60).sum() == 0, yaw


def test_a_shaven_head_has_no_rim_of_hair_and_an_old_bald_one_has():
    for description, has_hair in (("a monk of 30", False), ("an old bald man, 75", True)):
        person = _person(description)
        costume = replace(person.costume, hat="", beard="", hair="bald", hair_colour="#1f5fd0", glasses=False)
        pixels = _head(Person(costume), Pose(yaw=120.0, clock=1.0))[:, :, :3].astype(int)
        blue = pixels[..., 0] - pixels[..., 2] > 60
        assert bool(blue.sum() > 150) is has_hair, description
