"""The shape of a head as a cylinder that turns: every hairline, ear and eye is placed on it by angle and height."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from engine.backends.animatic.puppets.paper_cut import Point

_PROFILE = (
    (-0.5, 0.0), (-0.47, 0.155), (-0.39, 0.275), (-0.27, 0.36), (-0.12, 0.40), (0.05, 0.408), (0.19, 0.392), (0.30, 0.335),
    (0.40, 0.235), (0.47, 0.115), (0.5, 0.0),
)  # fmt: skip


EAR_Y = 0.10


@dataclass(frozen=True, slots=True)
class Head:
    """A head as seen: turned by `yaw`, bowed by `bow` (both degrees), with that jaw."""

    yaw: float
    bow: float
    jaw: float

    def girth(self, y: float) -> float:
        """Half the head's width at height `y` (down, head heights)."""
        y = min(0.5, max(-0.5, y))
        for (y0, r0), (y1, r1) in pairwise(_PROFILE):
            if y <= y1:
                r = r0 + (r1 - r0) * (y - y0) / (y1 - y0)
                return r * (1 + self.jaw * 0.16 * max(0.0, y - 0.05) / 0.3) if y > 0.05 else r
        return 0.0

    def at(self, angle: float, y: float, out: float = 1.0) -> tuple[float, float, float]:
        """A point of the head's surface: x, y, and how far it faces us (1: straight, under 0: away)."""
        a = math.radians(angle + self.yaw)
        p = math.radians(self.bow)
        girth = self.girth(y) * out
        z = math.cos(a)
        return math.sin(a) * girth, y * math.cos(p) + z * 0.36 * math.sin(p), z

    def feature(self, angle: float, y: float, out: float = 1.0) -> tuple[float, float, float]:
        """Like `at`, for eyes, brows and cheeks: in profile they keep clear of the edge, as a cut-out face does."""
        past = max(0.0, abs(self.yaw) - 30)
        held = math.copysign(abs(self.yaw) - 0.42 * past, self.yaw)
        return Head(held, self.bow, self.jaw).at(angle, y, out)

    def outline(self, grow: float = 0.0, top: float = 0.0) -> list[Point]:
        """The skull from the chin up the left side over the crown and down the right, grown by `grow`."""
        s = math.sin(math.radians(self.yaw))
        ys = (0.5, 0.46, 0.38, 0.28, 0.15, 0.0, -0.15, -0.28, -0.40, -0.475, -0.5)
        points: list[Point] = []
        for side in (-1, 1):
            row = ys if side < 0 else tuple(reversed(ys))[1:-1]
            for y in row:
                back = max(0.0, -side * s)
                r = self.girth(y) + grow
                r += back * (
                    0.075 * math.cos(max(-1.2, y - 0.1) * 1.9)
                    if y < 0.2
                    else -0.16 * (y - 0.2) / 0.3 * self.girth(y) / 0.3
                )
                points.append((side * max(0.0, r), y - (grow + top) * (0.5 - y) * 0.95))
        return points
