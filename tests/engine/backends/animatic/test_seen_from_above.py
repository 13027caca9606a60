"""From straight above one sees backs: as wide to the left of the way as to the right, and turned with it."""

from __future__ import annotations

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.wild.menagerie import KINDS, creature
from engine.backends.animatic.puppets.wild.tops import TOPS
from engine.backends.animatic.stage import Act, Pose, Puppet

_SIDE = 240


def _drawn(puppet: Puppet, pose: Pose) -> NDArray[np.bool_]:
    box = puppet.bounds(pose)
    reach = max(-box.left(), box.right(), -box.top(), box.bottom())
    pixels = np.zeros((_SIDE, _SIDE, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(_SIDE, _SIDE), pixels).getCanvas()
    canvas.translate(_SIDE / 2, _SIDE / 2)
    canvas.scale(_SIDE / 2.1 / reach, _SIDE / 2.1 / reach)
    puppet.draw(canvas, pose)
    return pixels[:, :, 3] > 127


@pytest.mark.parametrize("name", sorted(TOPS))
def test_a_creature_from_above_is_as_wide_on_both_sides_and_within_its_bounds(name: str) -> None:
    assert name in KINDS
    one = creature(f"wild:{name}", 1.0)
    inked = _drawn(one, Pose(act=Act.STAND, yaw=90, pitch=90))
    assert inked.any()
    edges = np.concatenate([inked[0], inked[-1], inked[:, 0], inked[:, -1]])
    assert not edges.any()
    rows = np.flatnonzero(inked.any(axis=1))
    up, down = _SIDE / 2 - rows[0], rows[-1] - _SIDE / 2
    assert min(up, down) > 0.5 * max(up, down)
    side = _drawn(one, Pose(act=Act.STAND, yaw=90))
    assert not np.array_equal(inked, side)


def test_it_turns_with_its_way() -> None:
    koi = creature("wild:koi", 1.0)
    across, down = _drawn(koi, Pose(yaw=90, pitch=90)), _drawn(koi, Pose(yaw=0, pitch=90))
    assert np.ptp(np.flatnonzero(across.any(axis=0))) > np.ptp(np.flatnonzero(across.any(axis=1)))
    assert np.ptp(np.flatnonzero(down.any(axis=0))) < np.ptp(np.flatnonzero(down.any(axis=1)))


def test_a_sleeping_cat_is_a_ring_from_above() -> None:
    cat = puppet_for("cat", "cat", "", 5, (), ())
    asleep, awake = (
        _drawn(cat, Pose(act=act, business=b, phase=3, yaw=90, pitch=90))
        for act, b in ((Act.LIE, "sleep"), (Act.STAND, ""))
    )
    width = [
        np.ptp(np.flatnonzero(seen.any(axis=0))) / np.ptp(np.flatnonzero(seen.any(axis=1))) for seen in (asleep, awake)
    ]
    assert width[0] < 0.75 * width[1]
