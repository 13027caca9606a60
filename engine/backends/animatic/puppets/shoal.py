"""A school of fish or a flock on the wing: the others of a kind, each a little smaller and at another moment, as one puppet.

They keep their places about the one that leads, which is a player of its own; cranes and geese fly in a wedge, all others in a cloud.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import skia

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.paper_cut import paper_is
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Pose

MOST = 14
_WEDGES = ("goose", "geese", "crane", "swan", "雁", "鹤", "天鹅")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of them is from the one that leads (metres right and up, when it goes to the right), how large, how late."""

    right: float
    up: float
    size: float
    late: float


class Shoal:
    """A Puppet of `count` like that one."""

    width = 0.02
    """It throws no shadow of its own."""

    def __init__(self, one: Bird | Creature, count: int) -> None:
        self.one = one
        self.places = _wedge(one, count) if _flies_in_a_wedge(one) else _cloud(one, count)
        self.height, self.eye_line = one.height, one.eye_line

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Far ones first, from smooth paper: they are small."""
        way = -1.0 if math.sin(math.radians(pose.yaw)) < 0 else 1.0
        with paper_is(smooth=True):
            for place in self.places:
                canvas.save()
                drift = 0.06 * self.one.height * math.sin(1.3 * pose.clock + 9 * place.late)
                canvas.translate(way * place.right + drift, -place.up - drift)
                canvas.scale(place.size, place.size)
                self.one.draw(canvas, replace(pose, clock=pose.clock + place.late, mouth="closed"))
                canvas.restore()

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        box = self.one.bounds(pose)
        right = max(abs(place.right) for place in self.places) + 0.1 * self.one.height
        up, down = (max(way * place.up for place in self.places) + 0.1 * self.one.height for way in (1, -1))
        return skia.Rect.MakeLTRB(
            box.left() - right, box.top() - max(0.0, up), box.right() + right, box.bottom() + max(0.0, down)
        )


def _flies_in_a_wedge(one: Bird | Creature) -> bool:
    return isinstance(one, Bird) and any(word in one.plumage.words for word in _WEDGES)


def _cloud(one: Bird | Creature, count: int) -> tuple[Place, ...]:
    """By the golden angle, nobody where the first one is."""
    places: list[Place] = []
    for i in range(count):
        a, far = 2.399963 * (i + 1) + 0.6, math.sqrt((i + 1.6) / 1.4)
        places.append(Place(0.62 * one.width * far * math.cos(a) - 0.3 * one.width, 0.66 * one.height * far * math.sin(a), 0.72 + 0.2 * math.sin(5.1 * i) ** 2, 0.73 * (i + 1)))  # fmt: skip
    return tuple(sorted(places, key=lambda place: place.size))


def _wedge(one: Bird | Creature, count: int) -> tuple[Place, ...]:
    """Two arms that trail behind the leader."""
    arms = ((i // 2 + 1, 1 if i % 2 else -1) for i in range(count))
    return tuple(
        Place(-0.80 * one.width * n, 0.42 * one.height * n * side, 0.9, 0.37 * n + 0.2 * side) for n, side in arms
    )
