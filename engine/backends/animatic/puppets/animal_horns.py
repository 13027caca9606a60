"""Horns, antlers and tusks: strips that curve as the beast's do, set on the turning ball of its head."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.animal_face import on_ball
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush

HORN, WOOD = "#d8c7a2", "#b99a6c"


def draw_horn(knife: Knife, breed: Breed, yaw: float, side: int, r: float) -> None:
    """The horn of one side (-1 or 1 of the nose) of a head of radius `r` turned to `yaw` degrees."""
    s, c = math.sin(math.radians(yaw)), abs(math.cos(math.radians(yaw)))
    x, y, _ = on_ball(r, yaw, side * 42, 0.85)
    out = side * (0.35 + 0.65 * c) if abs(s) < 0.8 else side * 0.35 - s * 0.35
    match breed.horns:
        case "antlers":
            _antlers(knife, (x, y), out)
        case "unicorn":
            if side > 0:
                _unicorn(knife, s, r)
        case "tusks":
            sx = math.sin(math.radians(yaw + side * 30)) * r * 0.9
            tusk = [(sx, r * 0.55), (sx + s * 0.14, r * 1.25), (sx + s * 0.26, r * 1.2)]
            knife.sheet(brush(tusk, (0.055, 0.04, 0.010)), "#eadfc6", drop=0.3)
        case "":
            return
        case kind:
            row, widths, colour = _bow(kind, x, y, out, s)
            knife.sheet(brush(row, widths), colour, drop=0.4)


def _bow(kind: str, x: float, y: float, out: float, s: float) -> tuple[list[Point], tuple[float, ...], str]:
    """Points, widths and colour of a horn that is one curve."""
    if kind == "buffalo":
        row = [
            (x - out * 0.02, y + 0.03),
            (x + out * 0.26, y + 0.02),
            (x + out * 0.40 - 0.10 * s, y - 0.10),
            (x + out * 0.30 - 0.14 * s, y - 0.24),
        ]
        return row, (0.085, 0.075, 0.05, 0.010), "#5f564e"
    if kind == "ram":
        row = [
            (x, y),
            (x + out * 0.10 - 0.10 * s, y - 0.06),
            (x + out * 0.16 - 0.18 * s, y + 0.08),
            (x + out * 0.16 - 0.10 * s, y + 0.18),
            (x + out * 0.18, y + 0.12),
        ]
        return row, (0.08, 0.085, 0.075, 0.055, 0.015), HORN
    if kind == "goat":
        return (
            [(x, y), (x + out * 0.06 - 0.10 * s, y - 0.20), (x + out * 0.12 - 0.24 * s, y - 0.26)],
            (0.06, 0.045, 0.010),
            HORN,
        )
    return (
        [(x - out * 0.02, y + 0.03), (x + out * 0.20, y - 0.02), (x + out * 0.26, y - 0.17)],
        (0.065, 0.05, 0.010),
        HORN,
    )


def _antlers(knife: Knife, root: Point, out: float) -> None:
    x, y = root
    beam = [(x, y + 0.02), (x + out * 0.22, y - 0.16), (x + out * 0.26, y - 0.44)]
    knife.sheet(brush(beam, (0.045, 0.036, 0.012)), WOOD, drop=0.3)
    for t, dx, dy in ((0.38, -0.5, -0.14), (0.66, 0.55, -0.10)):
        bx, by = x + out * 0.24 * t * 1.2, y - 0.42 * t
        knife.sheet(brush([(bx, by), (bx + out * dx * 0.22, by + dy)], (0.030, 0.008)), WOOD, drop=0.2)


def _unicorn(knife: Knife, s: float, r: float) -> None:
    """One, from the brow, with a thread wound about it."""
    base = (s * r * 0.55, -r * 0.72)
    tip = (base[0] + s * 0.20, base[1] - 0.36)
    knife.sheet(brush([base, tip], (0.07, 0.008)), "#e8d29a", drop=0.3)
    for t in (0.2, 0.4, 0.6):
        at, w = (base[0] + (tip[0] - base[0]) * t, base[1] + (tip[1] - base[1]) * t), 0.03 * (1 - t)
        knife.plain(brush([(at[0] - w, at[1] - 0.01), (at[0] + w, at[1] + 0.012)], (0.010, 0.010)), "#c9a45f")
