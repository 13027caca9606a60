"""A puppet that is one sheet of paper: how a thing without joints hops, sways, tips over and nods."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

import skia

from engine.backends.animatic.stage import Act, Grip, Pose


@dataclass(frozen=True, slots=True)
class Swing:
    """How a whole sheet moves that has no joints: a shift in heights, a turn in degrees, a squash."""

    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0
    squash: float = 1.0


def swing_of(pose: Pose, light: bool) -> Swing:
    """Hops when it goes, sways in the air, tips over when it falls, nods when it speaks."""
    speak = 0.03 * (pose.mouth in ("open", "round")) + 0.02 * (pose.mouth in ("wide", "teeth"))
    if pose.act in (Act.WALK, Act.RUN, Act.ENTER, Act.EXIT) and pose.travel > 0.01:
        hop = (pose.gone or pose.phase * pose.travel) * (2.2 if pose.travel < 2 else 1.4)
        up = abs(math.sin(math.pi * hop))
        return Swing(0, -0.16 * up, 5 * math.sin(2 * math.pi * hop * 0.5), 1 + 0.05 * (up - 0.5))
    if pose.act in (Act.FALL, Act.LIE):
        t = min(1.0, pose.phase / 0.55) if pose.act == Act.FALL else 1.0
        ring = (
            math.exp(-3.5 * max(0.0, pose.phase - 0.55)) * math.sin((pose.phase - 0.55) * 11)
            if pose.act == Act.FALL and t >= 1
            else 0.0
        )
        return Swing(0, 0, 90 * t * t - 10 * abs(ring))
    if pose.act == Act.FLY or light:
        return Swing(
            0.02 * math.sin(pose.clock * 1.3), 0.035 * math.sin(pose.clock * 1.9), 5 * math.sin(pose.clock * 1.1 + 0.4)
        )
    if pose.act == Act.WAVE:
        return Swing(0, 0, 8 * math.sin(pose.phase * 9))
    if pose.act == Act.SIT:
        return Swing(0, 0, 0, 0.94)
    lean = 0.0 if pose.act != Act.LOOK else 6 * math.sin(math.radians(pose.yaw))
    return Swing(0, -speak, lean, 1 + speak)


class Thing(ABC):
    """A Puppet that is one sheet: something with a height and width, and a way to draw itself standing at the origin."""

    grip = 0.35
    """Where a hand holds it, as a share of its height from the ground."""

    hold: Grip = ""
    """How a hand holds it."""

    grip_x = 0.0
    """And how far to the right of its middle, as a share of its height, when it points to the right."""

    glow: tuple[float, float] = (0.0, 0.0)
    """How far it lights what is near after dusk (metres; 0: not at all), and where it burns, as a share of its height."""

    def __init__(self, height: float, width: float, light: bool = False) -> None:
        self.height, self.width, self.light = height, width, light
        self.eye_line = height / 2

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the foot at the origin (see Puppet)."""
        canvas.save()
        canvas.concat(self._matrix(pose))
        self.cut(canvas, pose)
        canvas.restore()

    def _matrix(self, pose: Pose) -> skia.Matrix:
        swing = swing_of(pose, self.light)
        matrix = skia.Matrix()
        matrix.setTranslate(swing.dx * self.height, swing.dy * self.height)
        if pose.act in (Act.FALL, Act.LIE):
            facing = -1.0 if pose.yaw < 0 else 1.0
            matrix.preTranslate(0, -self.width / 2 * math.sin(math.radians(abs(swing.turn))))
            matrix.preRotate(swing.turn * facing)
        elif self.light or pose.act == Act.FLY:
            matrix.preRotate(swing.turn, 0, -self.height / 2)
        else:
            matrix.preRotate(swing.turn)
        matrix.preScale(1 / math.sqrt(swing.squash), swing.squash)
        if pose.pitch > 66:
            matrix.preTranslate(0, self.height / 2)
        return matrix

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        w, h = self.width, self.height
        pad = 0.04 * max(w, h)
        return self._matrix(pose).mapRect(skia.Rect.MakeLTRB(-w / 2 - pad, -h - pad, w / 2 + pad, pad))

    @abstractmethod
    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw the sheet itself, upright."""
