"""Tails: bushy, cat, curled, horse, thin, stub; they wag, and lie on the ground rather than under it."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval


def _hang(points: list[Point]) -> list[Point]:
    return [(x, min(y, -0.035)) for x, y in points]


def draw_tail(knife: Knife, breed: Breed, coat: str, belly: str, rump: Point, s: float, wag: float) -> None:
    """Draw the tail at the rump (shoulder heights, y down). `s` is how far the animal faces right (-1..1), `wag` -1..1."""
    r, n = breed.deep / 2, breed.tail_long
    x, y = rump[0] - r * 0.80 * s, rump[1] - r * 0.45
    sway = wag * 0.16
    match breed.tail:
        case "bushy":
            points = _hang(_bushy(x, y, n, s, sway))
            _plume(knife, points, n, coat, belly)
        case "horse":
            points = _hang(
                [
                    (x + 0.03 * s, y - 0.02),
                    (x - 0.13 * s, y + 0.10),
                    (x - 0.17 * s + sway * 0.6, y + n * 0.6),
                    (x - 0.10 * s + sway, y + n),
                ]
            )
            knife.sheet(brush(points, (0.07, 0.12, 0.16, 0.03)), breed.mane or coat, drop=0.6)
        case "stub":
            knife.sheet(
                oval(x - 0.03 * s, y - 0.02 + sway * 0.1, max(0.05, n * 0.5), max(0.05, n * 0.5)),
                belly if n > 0.12 else coat,
                drop=0.5,
            )
        case "cat":
            points = [
                (x, y),
                (x - n * 0.34 * s, y + 0.06),
                (x - n * 0.50 * s, y - n * 0.28),
                (x - n * 0.40 * s + sway, y - n * 0.62),
                (x - n * 0.52 * s + sway * 1.6, y - n * 0.76),
            ]
            knife.sheet(brush(_hang(points), (0.085, 0.085, 0.08, 0.075, 0.03)), coat, drop=0.6)
        case "curl":
            points = [
                (x, y),
                (x - n * 0.34 * s, y - n * 0.30 - sway * 0.3),
                (x - n * 0.36 * s + sway, y - n * 0.74),
                (x - n * 0.08 * s + sway * 1.5, y - n * 0.86),
            ]
            knife.sheet(brush(_hang(points), (0.08, 0.08, 0.07, 0.02)), coat, drop=0.6)
        case _:
            _thin(knife, breed, coat, x, y, s, sway)


def _plume(knife: Knife, points: list[Point], n: float, coat: str, belly: str) -> None:
    """A full brush with a pale tip that ends in a zigzag, as if torn."""
    full = min(0.34, 0.14 + 0.20 * n)
    knife.sheet(brush(points, (0.08, full * 0.80, full, 0.03)), coat, drop=0.6)
    (ax, ay), (bx, by) = points[2], points[3]
    length = math.hypot(bx - ax, by - ay) or 1e-6
    ux, uy = (bx - ax) / length, (by - ay) / length
    wide = full * 0.44
    tip = [(-uy * wide * a + ux * length * t, ux * wide * a + uy * length * t) for a, t in (
        (-1.0, 0.22), (-0.5, 0.40), (-0.1, 0.16), (0.35, 0.38), (1.0, 0.20), (0.62, 0.62), (0.10, 1.02), (-0.10, 1.02), (-0.62, 0.62))]  # fmt: skip
    knife.plain(closed([(ax + x, ay + y) for x, y in tip], 0.35), belly)


def _bushy(x: float, y: float, n: float, s: float, sway: float) -> list[Point]:
    if n > 1:  # a squirrel's plume stands up
        return [
            (x, y + 0.05),
            (x - n * 0.36 * s, y - n * 0.15),
            (x - n * 0.36 * s, y - n * 0.60),
            (x - n * 0.10 * s + sway * 0.3, y - n * 0.74),
        ]
    return [
        (x, y),
        (x - n * 0.34 * s, y + 0.10 - sway * 0.5),
        (x - n * 0.68 * s, y + n * 0.17 - sway),
        (x - n * 1.0 * s, y - n * 0.10 - sway * 1.6),
    ]


def _thin(knife: Knife, breed: Breed, coat: str, x: float, y: float, s: float, sway: float) -> None:
    n = breed.tail_long
    end = (x - n * 0.24 * s + sway, min(y + n * 0.86, -0.10))
    knife.sheet(brush([(x, y), (x - n * 0.26 * s, y + n * 0.25), end], (0.05, 0.035, 0.022)), coat, drop=0.5)
    if breed.tail == "tuft":
        tuft = [
            (end[0] - 0.045, end[1] - 0.03),
            (end[0] + 0.045, end[1] - 0.03),
            (end[0] + 0.02, end[1] + 0.11),
            (end[0] - 0.02, end[1] + 0.11),
        ]
        knife.sheet(closed(tuft), breed.mane or breed.mark, drop=0.3)
