"""A baby: a bundle in a blanket with a face, for arms, cradles and laps; a person in all else.

It is cut whole, without joints, because nobody sees the limbs of a swaddled child; when a script makes it walk, it toddles as any
small child.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

import skia

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.face import draw_face
from engine.backends.animatic.puppets.motion import blink, breath
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.skull import Head
from engine.backends.animatic.puppets.trunk import LINEN
from engine.backends.animatic.stage import Act, Pose

TALL, HEAD = 0.58, 0.215
_BABY = re.compile(r"\b(?:baby|infant|newborn|babe in arms)\b(?![- ]faced)|婴儿|婴孩|襁褓|新生儿|(?:[一二两三四五六七八九十]|十[一二])个月大|宝宝", re.I)  # fmt: skip
_OLDER = re.compile(
    r"\b(?:[2-9]|1\d|[2-9]\d)\b|[二两三四五六七八九十]+岁|[2-9]\s*岁|\b(?:son|daughter|sister|brother) of\b", re.I
)
_GOING = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT})


def is_baby(name: str, description: str) -> bool:
    """Whether the words mean a child in arms: by its description's first clause, else by its name."""
    first = re.split(r"[,，。.;；]", description)[0]
    said = _BABY.search(first) or (_BABY.search(name) and not first.strip())
    return said is not None and said is not False and not _OLDER.search(description)


class Baby(Person):
    """A Puppet: the bundle."""

    def __init__(self, costume: Costume) -> None:
        super().__init__(replace(costume, height=TALL, age="child", build="round", hat="", glasses=False, extra="", scarf="", support=""))  # fmt: skip
        self.height, self.width, self.eye_line = TALL, 0.30, TALL - HEAD * 0.58

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """The blanket, the head, and the blanket's hood round it."""
        if (pose.act in _GOING and pose.travel > 0) or pose.pitch > 66:
            super().draw(canvas, pose)
            return
        canvas.save()
        if pose.act is Act.LIE:
            canvas.translate(-0.5 * TALL, -0.13)
            canvas.rotate(90)
        s = math.sin(math.radians(pose.yaw))
        self._bundle(Knife(canvas, TALL * 1.6), s, math.cos(math.radians(pose.yaw)), pose)
        canvas.restore()

    def _bundle(self, knife: Knife, s: float, c: float, pose: Pose) -> None:
        cloth = blend(self.costume.colour, LINEN, 0.55)
        swell = 1 + 0.012 * breath(pose.clock)
        hood = [(-0.115, -0.36), (-0.125, -0.48), (-0.07, -0.575), (0.0, -0.60), (0.07, -0.575), (0.125, -0.48), (0.115, -0.36)]  # fmt: skip
        knife.sheet(closed([(x - 0.012 * s, y) for x, y in hood], 0.9), tone(cloth, -0.05), drop=0.6)
        if c > -0.3:
            self._face(knife, pose)
        else:
            knife.sheet(closed([(x * 0.98, y) for x, y in hood], 0.9), cloth, drop=0.3)
        body = [(-0.10, -0.38), (0.0, -0.345), (0.10, -0.38), (0.145, -0.24), (0.11, -0.08), (0.03, 0.0), (-0.03, 0.0), (-0.11, -0.08), (-0.145, -0.24)]  # fmt: skip
        knife.sheet(closed([(x * swell, y) for x, y in body], 0.85), cloth, drop=0.7)
        if knife.fine:
            way = -1 if s < 0 else 1
            for top, low in (((-0.11, -0.33), (0.09, -0.12)), ((0.10, -0.30), (-0.07, -0.07))):
                fold = [(top[0] * way, top[1]), ((top[0] + low[0]) / 2 * way, (top[1] + low[1]) / 2 + 0.012), (low[0] * way, low[1])]  # fmt: skip
                knife.tint(brush(fold, (0.006, 0.016, 0.006)), tone(cloth, -0.10), 0.8)
            knife.tint(
                brush([(-0.12, -0.17), (0.0, -0.15), (0.12, -0.17)], (0.012, 0.014, 0.012)), self.costume.accent, 0.8
            )

    def _face(self, knife: Knife, pose: Pose) -> None:
        canvas = knife.canvas
        canvas.save()
        canvas.translate(0.0, -0.455)
        canvas.scale(HEAD, HEAD)
        small = Knife(canvas, TALL * 2.2 / HEAD, HEAD)
        head = Head(max(-60.0, min(60.0, (pose.yaw + 180) % 360 - 180)), 0.0, 0.3)
        small.sheet(closed(head.outline(), 0.95), self.costume.skin, drop=0.6, rough=0.24)
        shut = 1.0 if pose.asleep or pose.act is Act.LIE else blink(pose.clock)
        draw_face(small, head, replace(self.costume, hair="crop", beard=""), pose, shut)
        x, y, z = head.at(0, -0.40, 1.0)
        if z > 0.1:
            curl = [(x - 0.05, y - 0.02), (x + 0.03, y - 0.10), (x + 0.10, y - 0.03), (x + 0.03, y + 0.02)]
            small.plain(brush(curl, (0.02, 0.05, 0.045, 0.01)), self.costume.hair_colour)
        small.plain(oval(x, y - 0.03, 0.02, 0.015), self.costume.hair_colour)
        canvas.restore()

    def face(self, pose: Pose) -> None:
        """Over its feet, whatever it does."""
        return

    def grasp(self, pose: Pose) -> None:
        """Its hands are in the blanket."""
        return

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        if (pose.act in _GOING and pose.travel > 0) or pose.pitch > 66:
            return super().bounds(pose)
        if pose.act is Act.LIE:
            return skia.Rect.MakeLTRB(-0.40, -0.36, 0.44, 0.10)
        return skia.Rect.MakeLTRB(-0.24, -0.68, 0.24, 0.06)
