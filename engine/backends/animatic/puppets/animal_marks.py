"""What is written on an animal's face: a tiger's bars, a leopard's spots, a raccoon's mask, a husky's cap, a cat's whiskers.

In a close-up there is nothing else to tell a tiger from a bear.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.animal_face import WHITE, on_ball
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import blend, oklab
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval

Place = tuple[float, float]
"""A place on the head: degrees round from the nose, and how high (radii)."""

_BARS: tuple[tuple[Place, Place, float], ...] = (
    ((0, 0.52), (0, 0.92), 0.11), ((12, 0.62), (20, 0.90), 0.09), ((-12, 0.62), (-20, 0.90), 0.09), ((68, 0.36), (96, 0.48), 0.11), ((-68, 0.36), (-96, 0.48), 0.11),
    ((72, 0.02), (100, 0.06), 0.11), ((-72, 0.02), (-100, 0.06), 0.11), ((70, -0.30), (94, -0.36), 0.09), ((-70, -0.30), (-94, -0.36), 0.09),
)  # fmt: skip


def draw_face_markings(knife: Knife, breed: Breed, yaw: float, r: float) -> None:
    """Markings of a head of radius `r` around the origin, turned to `yaw` degrees; under muzzle and eyes."""
    if knife.scale * r < 7:
        return
    match breed.marking:
        case "stripes" if not breed.hooved:
            for start, end, wide in _BARS:
                _bar(knife, breed, yaw, r, (start, end), wide)
        case "stripes":
            for i in range(4):
                _bar(knife, breed, yaw, r, ((28 + 4 * i, 0.78 - 0.42 * i), (84, 0.86 - 0.40 * i)), 0.09)
                _bar(knife, breed, yaw, r, ((-28 - 4 * i, 0.78 - 0.42 * i), (-84, 0.86 - 0.40 * i)), 0.09)
        case "rosettes" | "dots":
            for i in range(18):
                _dot(knife, breed, yaw, r, ((i * 137.5) % 240 - 120, 0.25 + 0.72 * (i * 0.5698 % 1.0)), 0.075)
        case "saddle":
            _cap(knife, breed, yaw, r)
        case "socks" if breed.face == "" and breed.ruff and breed.tall < 0.4 and breed.ears == "round":
            _mask(knife, breed, yaw, r)
        case _:
            return


def _bar(knife: Knife, breed: Breed, yaw: float, r: float, ends: tuple[Place, Place], wide: float) -> None:
    (ax, ay, az), (bx, by, bz) = (on_ball(r * 1.02, yaw, angle, up) for angle, up in ends)
    if max(az, bz) < -0.1:
        return
    knife.tint(
        brush([(ax, ay), ((ax + bx) / 2, (ay + by) / 2), (bx, by)], (0.02 * r, wide * r, wide * r * 0.8)),
        breed.mark,
        0.88,
    )


def _dot(knife: Knife, breed: Breed, yaw: float, r: float, at: Place, size: float) -> None:
    x, y, z = on_ball(r, yaw, *at)
    if z > 0.05:
        knife.tint(oval(x, y, size * r * max(0.4, z), size * r), breed.mark, 0.85)


def _cap(knife: Knife, breed: Breed, yaw: float, r: float) -> None:
    """Dark over the brow, with a peak down between the eyes."""
    edge = [
        on_ball(r * 1.05, yaw, angle, up)
        for angle, up in ((-95, 0.25), (-50, 0.42), (-16, 0.52), (0, 0.18), (16, 0.52), (50, 0.42), (95, 0.25))
    ]
    seen = [(x if z > 0 else math.copysign(r * 1.1, x), y) for x, y, z in edge]
    knife.tint(closed([*seen, (r * 1.1, -r * 1.3), (-r * 1.1, -r * 1.3)], 0.35), breed.mark, 0.85)


def _mask(knife: Knife, breed: Breed, yaw: float, r: float) -> None:
    """A dark band across the eyes, pale brows over it."""
    for side in (-1, 1):
        patch = [
            on_ball(r * 1.02, yaw, side * angle, up)
            for angle, up in ((8, 0.10), (30, 0.42), (58, 0.40), (88, 0.05), (70, -0.22), (30, -0.12))
        ]
        if max(z for _, _, z in patch) > 0.1:
            knife.tint(closed([(x, y) for x, y, _ in patch], 0.6), breed.mark, 0.9)
            brow = [on_ball(r * 1.0, yaw, side * angle, up) for angle, up in ((16, 0.52), (42, 0.62), (72, 0.48))]
            knife.tint(brush([(x, y) for x, y, _ in brow], (0.04 * r, 0.16 * r, 0.04 * r)), breed.belly, 0.9)


def draw_whiskers(knife: Knife, breed: Breed, yaw: float, r: float) -> None:
    """Three on each cheek, paper-thin."""
    if knife.scale * r < 22:
        return
    s = math.sin(math.radians(yaw))
    tip = s * (r * 0.60 + breed.muzzle * 0.80)
    colour = WHITE if oklab(breed.colour)[0] < 0.72 else blend(breed.mark, "#7a6f68", 0.5)
    for side in (-1, 1):
        reach = r * (0.85 if side * s < 0.4 else 0.45)
        root = (tip + side * r * 0.26 * (1 - 0.5 * abs(s)), r * 0.47)
        for i in (-1, 0, 1):
            end = (root[0] + side * reach, root[1] + r * (0.20 * i - 0.06))
            knife.plain(
                brush(
                    [root, ((root[0] + end[0]) / 2, (root[1] + end[1]) / 2 + r * 0.04), end],
                    (0.022 * r, 0.018 * r, 0.004 * r),
                ),
                colour,
                0.85,
            )
