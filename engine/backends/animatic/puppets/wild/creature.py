"""A creature of one or a few sheets that is no quadruped and no bird: fish, insects, dragons, ghosts, robots.

It is a Thing, so a fish in a basket and a fish that stars are the same drawing; what it adds is a life of its own: a habit that
moves it, a face that blinks, views that turn.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets.colours import blend, oklab, tone
from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.paper_cut import Knife, brush, oval
from engine.backends.animatic.puppets.wild.habits import Habit, Motion, carried, motion_of
from engine.backends.animatic.stage import Act, Face, Pose

INK = "#332c33"
CREAM = "#f3ead7"


@dataclass(frozen=True, slots=True)
class Hue:
    """A creature's colours: its main one, the pale under side, and what markings are cut from."""

    main: str
    belly: str
    mark: str

    def dyed(self, colour: str) -> Hue:
        """The same animal in another colour."""
        if not colour:
            return self
        pale = oklab(colour)[0] > 0.4
        return Hue(
            colour, blend(colour, CREAM, 0.6) if pale else tone(colour, 0.12), tone(colour, -0.14 if pale else 0.14)
        )


Cut = Callable[[Knife, Hue, Motion], None]

_FROM_ABOVE = 66.0
"""Degrees of a camera's tilt from which one sees backs."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One creature: how to cut it one unit high facing right, how wide that is, its colours, and how it goes.

    `head` is where the face is and how tall (x, up, tall; heights); `back` how high a rider sits (0: carries nobody); `turns` is
    false for what has a front of its own and is not foreshortened; `reach` is how far beyond its box limbs may go."""

    cut: Cut
    wide: float
    hue: Hue
    habit: Habit
    head: tuple[float, float, float] = (0.0, 0.7, 0.4)
    back: float = 0.0
    turns: bool = True
    reach: float = 0.12
    glow: tuple[float, float] = (0.0, 0.0)


class Creature(Thing):
    """A Puppet of a kind, `height` metres tall."""

    def __init__(self, name: str, kind: Kind, height: float, tint: str = "") -> None:
        super().__init__(height, kind.wide * height)
        self.name, self.kind, self.tint = name, kind, tint
        self.hue = kind.hue.dyed(tint)
        self.glow = kind.glow
        self.eye_line = height * kind.head[1]
        self.back = kind.back
        self.grip = 0.5
        self.top: tuple[Cut, float] | None = None

    @property
    def swims(self) -> bool:
        """Whether water is where it belongs."""
        return self.kind.habit in ("swim", "drift")

    def motion(self, pose: Pose) -> Motion:
        """How it moves at that moment."""
        return motion_of(pose, self.kind.habit, self.height)

    def way(self, pose: Pose) -> float:
        """How wide it is drawn: 1 in profile, negative facing left."""
        raw = math.sin(math.radians(pose.yaw))
        least = 0.5 if self.kind.turns else 1.0
        return math.copysign(max(least, abs(raw)), raw if abs(raw) > 1e-6 else 1.0)

    def _matrix(self, pose: Pose) -> skia.Matrix:
        m = self.motion(pose)
        h, way = self.height, self.way(pose)
        right, down, turn, squash = carried(self.kind.habit, m) if not m.down else (0.0, 0.0, 0.0, 1.0)
        matrix = skia.Matrix()
        matrix.setTranslate(right * h, down * h)
        matrix.preScale(way, 1)
        if pose.pitch > _FROM_ABOVE:
            matrix.preTranslate(0, h / 2)
        if m.down:
            self._tip(matrix, m.down)
        else:
            matrix.preRotate(turn + self._rise(pose), 0, -h / 2)
        matrix.preScale(1 / math.sqrt(squash), squash)
        return matrix

    def matrix(self, pose: Pose) -> skia.Matrix:
        """From its own upright sheet (metres, y down) to the drawing."""
        return self._matrix(pose)

    def _tip(self, matrix: skia.Matrix, down: float) -> None:
        """Fallen: what is longer than high rolls over, what stands up lies down on its back."""
        h = self.height
        if self.width > 1.2 * h:
            matrix.preTranslate(0, h * 0.12 * down)
            matrix.preRotate(-14 * down, 0, 0)
        else:
            matrix.preTranslate(0, -self.width * 0.30 * down)
            matrix.preRotate(-88 * down, 0, 0)

    def _rise(self, pose: Pose) -> float:
        """Nose up when it speaks or waves, down in sorrow (degrees)."""
        if self.kind.habit not in ("swim", "soar", "drift"):
            return 0.0
        return {"sad": 6.0, "happy": -5.0, "tired": 4.0}.get(pose.mood, 0.0) - 6 * (pose.act is Act.WAVE)

    def face(self, pose: Pose) -> Face | None:
        """Where the face is (see Faced)."""
        x, up, tall = self.kind.head
        if pose.act in (Act.FALL, Act.LIE) and self.width <= 1.2 * self.height:
            return None
        way = self.way(pose)
        return Face(x * way * self.height, up * self.height, tall * self.height, 0.3 * tall * way * self.height)

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        if pose.pitch > _FROM_ABOVE and self.top is not None:
            reach = self.top[1] * self.height
            return skia.Rect.MakeLTRB(-reach, -reach, reach, reach)
        w, h, pad = self.width / 2, self.height, self.kind.reach * max(self.width, self.height)
        return self._matrix(pose).mapRect(skia.Rect.MakeLTRB(-w - pad, -h - pad, w + pad, 0.05 * h + pad * 0.4))

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the foot at the origin, or from above its back about it (see Puppet)."""
        if pose.pitch <= _FROM_ABOVE or self.top is None:
            super().draw(canvas, pose)
            return
        canvas.save()
        canvas.rotate(90 - pose.yaw)
        canvas.scale(self.height, self.height)
        self.top[0](Knife(canvas, max(0.8, 0.6 * self.kind.wide), self.height), self.hue, self.motion(pose))
        canvas.restore()

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw it upright, one unit high."""
        canvas.scale(self.height, self.height)
        knife = Knife(canvas, max(0.8, 0.6 * self.kind.wide), self.height)
        self.kind.cut(knife, self.hue, self.motion(pose))


def eye(knife: Knife, x: float, y: float, r: float, m: Motion, white: bool = True) -> None:
    """A paper eye that blinks and carries the mood."""
    if m.shut > 0.6:
        up = -0.5 if m.mood == "happy" else 0.5
        knife.plain(brush([(x - r, y), (x, y + r * up), (x + r, y)], (r * 0.1, r * 0.34, r * 0.1)), INK)
        return
    big = r * {"surprised": 1.2, "afraid": 1.15, "tired": 0.85}.get(m.mood, 1.0)
    dark = big * 0.62 if white else big
    if white:
        knife.plain(oval(x, y, big, big), CREAM)
    at = (x + m.gaze[0] * big * 0.25, y - m.gaze[1] * big * 0.25)
    knife.plain(oval(*at, dark, dark), INK)
    if knife.scale * big > 2.5:
        knife.plain(oval(at[0] - dark * 0.32, at[1] - dark * 0.36, dark * 0.3, dark * 0.3), CREAM)
    slant = {"angry": 0.5, "sad": -0.45, "afraid": -0.4}.get(m.mood, 0.0)
    if slant:
        brow = [(x - r * 1.2, y - r * (1.25 + slant)), (x + r * 1.2, y - r * (1.25 - slant))]
        knife.plain(brush(brow, (r * 0.32, r * 0.32)), INK, 0.85)


def smile(knife: Knife, x: float, y: float, wide: float, m: Motion, ink: str = INK) -> None:
    """A mouth seen from the front: a line that follows the mood, an oval when it speaks."""
    if m.gape > 0.2:
        knife.plain(oval(x, y + wide * 0.1, wide * (0.42 + 0.2 * (1 - m.gape)), wide * 0.55 * m.gape), "#7c3b42")
        return
    up = {"happy": 0.5, "sad": -0.4, "angry": -0.3, "calm": 0.22, "afraid": -0.2}.get(m.mood, 0.1)
    knife.plain(brush([(x - wide, y - wide * up * 0.6), (x, y + wide * up), (x + wide, y - wide * up * 0.6)], (wide * 0.1, wide * 0.22, wide * 0.1)), ink)  # fmt: skip


def leg(
    knife: Knife,
    hip: tuple[float, float],
    foot: tuple[float, float],
    bend: float,
    widths: tuple[float, float],
    colour: str,
) -> None:
    """A jointed leg from hip to foot whose knee is pushed `bend` to the right."""
    knee = ((hip[0] + foot[0]) / 2 + bend, (hip[1] + foot[1]) / 2)
    wide, thin = widths
    knife.sheet(brush([hip, knee, foot], (wide, (wide + thin) / 2, thin)), colour, drop=0.3)
