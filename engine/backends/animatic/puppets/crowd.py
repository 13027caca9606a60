"""A row of extras: many different people (or sheep) behind the players, drawn for the price of one.

Each of them is drawn once for each of six moments of what all do (eight of a walk), small and from smooth paper, and those
drawings are laid side by side; nobody looks at an extra for longer than that, and sixteen puppets drawn afresh twelve times a
second would cost the film its pace.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from engine.backends.animatic.paper import LINEAR
from engine.backends.animatic.puppets.paper_cut import paper_is
from engine.backends.animatic.stage import Act, Pose, Puppet
from engine.plan.business import named

_PIXELS = 105.0  # of a metre: as sharp as somebody who stands behind the players is seen
_FEW_PIXELS = 48.0  # of a metre, far away: a figure of less than ninety has neither edges nor a drawn face
_MOMENTS = 3  # a second: on fours
_ROUND = 2.0  # seconds after which what goes on begins again
_STEPS = 0.64  # metres of a step: an extra's legs are not long in the picture
_WALKS = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT})


@dataclass(frozen=True, slots=True)
class Extra:
    """One of the row: `x` metres right of its middle, `late` seconds behind the others."""

    puppet: Puppet
    x: float
    late: float
    mirrored: bool = False


class Row:
    """A Puppet made of extras that stand in one plane."""

    holds = 2
    """Drawings of the players for one of the row's."""

    def __init__(self, extras: Sequence[Extra]) -> None:
        self.extras = tuple(extras)
        self.height = max(extra.puppet.height for extra in extras)
        self.width = 0.02  # throws no shadow of its own: each extra brings one
        self.eye_line = 0.9 * self.height

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Side by side, each at another moment of it."""
        pixels = _FEW_PIXELS if canvas.getTotalMatrix().getScaleX() <= _FEW_PIXELS else _PIXELS
        for extra in self.extras:
            picture, box = _drawn(extra.puppet, _moment(pose, extra), pixels)
            canvas.save()
            canvas.translate(extra.x, 0.0)
            shade = skia.Paint(AntiAlias=True, Color4f=skia.Color4f(0.12, 0.10, 0.16, 0.20))
            canvas.drawOval(skia.Rect.MakeLTRB(-0.30, -0.035, 0.30, 0.045), shade)
            canvas.drawImageRect(picture, box, LINEAR)
            canvas.restore()

    def bounds(self, pose: Pose) -> skia.Rect:
        """From the first to the last: round what they do now, for a sheet of empty paper costs as much as a painted one."""
        boxes = [_box(extra.puppet, _moment(pose, extra)).makeOffset(extra.x, 0.0) for extra in self.extras]
        left, right = min(box.left() for box in boxes), max(box.right() for box in boxes)
        top, low = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
        return skia.Rect.MakeLTRB(left - 0.1, top - 0.05, right + 0.1, max(low, 0.05) + 0.05)


def _moment(pose: Pose, extra: Extra) -> Pose:
    """The pose of one of them, at the nearest of those moments."""
    business = named(pose.business)
    t = pose.phase + extra.late
    once = business is not None and business.seconds > 0
    t = min(pose.length, max(0.0, pose.phase - extra.late)) if once else 3.0 + t % _ROUND
    t = math.floor(t * _MOMENTS) / _MOMENTS
    told = replace(
        pose, phase=t, clock=t + extra.late, before=None, mouth=pose.mouth, gaze=(0.0, 0.0), emphasis=0.0, span=0.0, wind=0.0,
        length=round(pose.length, 1), gone=0.0, travel=0.0, yaw=round((-pose.yaw if extra.mirrored else pose.yaw) / 6) * 6.0,
    )  # fmt: skip
    if pose.act not in _WALKS or not (pose.gone or pose.travel):
        return replace(told, act=Act.STAND) if pose.act in _WALKS else told
    step = _STEPS * (1.8 if pose.act is Act.RUN else 1.0)
    beat = math.floor((pose.gone / (2 * step) + extra.late) % 1.0 * 8) / 8
    speed = 3.0 if pose.act is Act.RUN else 1.2
    # A walker's moments are its steps alone: told apart by the clock as well they would be eight times as many drawings.
    return replace(
        told, gone=2 * step * (1 + beat), travel=speed, yaw=math.copysign(76.0, pose.yaw), phase=3.0 + beat, clock=beat
    )


@lru_cache(maxsize=1024)
def _box(puppet: Puppet, pose: Pose) -> skia.Rect:
    """Where the extra in that pose lies, in metres."""
    return puppet.bounds(pose)


@lru_cache(maxsize=400)
def _drawn(puppet: Puppet, pose: Pose, pixels: float) -> tuple[skia.Image, skia.Rect]:
    """The extra in that pose, `pixels` to the metre, with where it lies in metres."""
    box = _box(puppet, pose)
    w, h = math.ceil(box.width() * pixels) + 2, math.ceil(box.height() * pixels) + 2
    surface = skia.Surface.MakeRasterN32Premul(w, h)
    canvas = surface.getCanvas()
    canvas.scale(pixels, pixels)
    canvas.translate(-box.left(), -box.top())
    with paper_is(smooth=True):
        puppet.draw(canvas, pose)
    return surface.makeImageSnapshot(), skia.Rect.MakeXYWH(box.left(), box.top(), w / pixels, h / pixels)
