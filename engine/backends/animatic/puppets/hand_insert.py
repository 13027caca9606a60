"""A hand that fills the frame, with a thing in it: for inserts, in which the person is all sleeve and fingers.

The puppet's own hand is a mitten of four centimetres; an insert shows it at forty times that size, so it is cut anew, fingers
behind the thing and thumb before it.
"""

from __future__ import annotations

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, capsule, closed, oval, polygon
from engine.backends.animatic.stage import Pose, Puppet, glow_of

_SKIN, _SLEEVE = "#d9a982", "#8a4b43"


class InHand:
    """A thing held up by somebody's hand, seen alone. `thing` keeps its size; the hand is cut to that."""

    def __init__(self, thing: Puppet, owner: Puppet | None) -> None:
        costume = getattr(owner, "costume", None)
        self._thing = thing
        self._skin: str = getattr(costume, "skin", _SKIN)
        self._sleeve: str = getattr(costume, "colour", _SLEEVE)
        self._wide = min(max(thing.width, 0.55 * thing.height), 1.2 * thing.height)
        self.height, self.width = 1.52 * thing.height, max(1.25 * self._wide, 0.9 * thing.height)
        self.eye_line = 0.66 * self.height
        self.grip, self.glow = 0.35, glow_of(thing)

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        h, w = self.height, self.width
        box = skia.Rect.MakeLTRB(-0.9 * w, -1.15 * h, 1.5 * w, 0.75 * h)
        box.join(self._thing.bounds(pose).makeOffset(0, -self._rise))
        return box

    @property
    def _rise(self) -> float:
        return self.height - self._thing.height * 1.04

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Fingers, the thing, then thumb, palm and sleeve, which come in from below at the right."""
        u = self._thing.height
        knife = Knife(canvas, u)
        canvas.save()
        canvas.translate(0.04 * u, 0.012 * u * _breath(pose.clock))
        self._arm(knife, u)
        for i in range(4):
            self._finger(knife, u, i)
        canvas.save()
        canvas.translate(-0.04 * u, -self._rise)
        self._thing.draw(canvas, pose)
        canvas.restore()
        self._thumb(knife, u)
        canvas.restore()

    def _arm(self, knife: Knife, u: float) -> None:
        wrist, elbow = (0.26 * u, -0.06 * u), (0.72 * u, 0.95 * u)
        knife.sheet(capsule(wrist, elbow, 0.17 * u, 0.22 * u), self._skin)
        palm = closed(
            [
                (-0.16 * u, -0.46 * u),
                (0.16 * u, -0.50 * u),
                (0.40 * u, -0.26 * u),
                (0.44 * u, 0.02 * u),
                (0.12 * u, 0.10 * u),
                (-0.14 * u, -0.16 * u),
            ]
        )
        knife.sheet(palm, self._skin, drop=0.4)
        cuff = polygon([(0.24 * u, 0.30 * u), (0.66 * u, 0.10 * u), (1.35 * u, 1.15 * u), (0.55 * u, 1.35 * u)])
        knife.sheet(cuff, self._sleeve)
        rim = polygon([(0.22 * u, 0.28 * u), (0.66 * u, 0.07 * u), (0.72 * u, 0.17 * u), (0.28 * u, 0.39 * u)])
        knife.sheet(rim, tone(self._sleeve, -0.09), drop=0.5)

    def _finger(self, knife: Knife, u: float, i: int) -> None:
        """Behind the thing: only their tips show beside it."""
        x = -0.5 * self._wide - 0.02 * u
        y = -0.62 * u + 0.135 * u * i
        root = (0.10 * u, -0.40 * u + 0.09 * u * i)
        knife.sheet(
            capsule(root, (x * (0.92 + 0.05 * (i in (1, 2))), y + 0.02 * u), 0.075 * u, 0.062 * u),
            tone(self._skin, -0.02),
            drop=0.3,
        )

    def _thumb(self, knife: Knife, u: float) -> None:
        root, tip = (0.34 * u, -0.14 * u), (0.06 * u, -0.60 * u)
        ball = closed(
            [
                (0.20 * u, -0.30 * u),
                (0.40 * u, -0.30 * u),
                (0.50 * u, -0.02 * u),
                (0.30 * u, 0.12 * u),
                (0.16 * u, -0.06 * u),
            ]
        )
        knife.sheet(ball, self._skin, drop=0.35)
        knife.sheet(capsule(root, tip, 0.125 * u, 0.082 * u), self._skin)
        knife.plain(oval(tip[0] - 0.005 * u, tip[1] + 0.005 * u, 0.045 * u, 0.058 * u), tone(self._skin, 0.10), 0.9)


def _breath(clock: float) -> float:
    """A hand is never quite still: a slow rise and fall in -1..1."""
    phase = clock * 0.45 % 1.0
    return 1 - 8 * (phase - 0.5) ** 2
