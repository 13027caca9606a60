"""A four-legged animal seen from above: splayed paws, a pear-shaped back, a head with ears and nose, and the whole tail.

A true plan of a fox is a stick. Paws, cheeks and ears are therefore set further out than they are, as on a bearskin, and the
subject is known at once.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval

Feet = tuple[Point, Point, Point, Point]
"""Along and up (shoulder heights): fore left, fore right, hind left, hind right."""


def draw_plan(knife: Knife, breed: Breed, coat: str, belly: str, feet: Feet, wag: float, scarf: str) -> skia.Path:
    """Draw around the origin, nose along +x, in shoulder heights; returns the trunk, on which markings may be tinted."""
    b, half = breed, breed.long / 2 - breed.deep * 0.4
    _paws(knife, b, coat, feet, half)
    _tail(knife, b, coat, belly, half, wag)
    trunk = trunk_outline(b)
    knife.sheet(trunk, coat, drop=1.2)
    knife.canvas.save()
    knife.canvas.clipPath(trunk, doAntiAlias=True)
    knife.tint(
        brush([(-half * 1.2, 0), (0, 0), (half * 1.2, 0)], (b.deep * 0.14, b.deep * 0.30, b.deep * 0.14)),
        tone(coat, -0.06),
        0.8,
    )
    knife.canvas.restore()
    x = half + b.deep * 0.20 + b.neck * 0.42
    knife.sheet(capsule((half * 0.75, 0), (x, 0), b.deep * 0.34, b.head * 0.42), coat, drop=0.5)
    if b.mane and b.tail == "horse":
        knife.sheet(brush([(half * 0.6, 0), ((half + x) / 2, 0), (x, 0)], (0.10, 0.15, 0.08)), b.mane, drop=0.3)
    if scarf:
        knife.sheet(oval((half + x) / 2, 0, b.head * 0.22, b.deep * 0.46), scarf, drop=0.5)
    _head(knife, b, coat, belly, x)
    return trunk


def draw_curled_plan(knife: Knife, breed: Breed, coat: str, belly: str) -> skia.Path:
    """Asleep: a ring of fur, the head laid on it, the tail round both; returns the trunk, on which markings may be tinted."""
    b, r = breed, breed.long * 0.40
    trunk = oval(0.0, 0.0, r, r * 0.86)
    knife.sheet(trunk, coat, drop=1.2)
    knife.tint(oval(0.16 * r, 0.24 * r, r * 0.40, r * 0.30), tone(coat, -0.10), 0.8)
    for i in range(7 if b.marking in ("stripes", "saddle", "rosettes") else 0):
        c, s = math.cos(2.6 + 0.52 * i), math.sin(2.6 + 0.52 * i)
        knife.tint(brush([(0.96 * r * c, 0.82 * r * s), (0.5 * r * c, 0.45 * r * s)], (0.06, 0.01)), b.mark, 0.85)
    full = min(0.24, 0.10 + 0.16 * b.tail_long) if b.tail == "bushy" else 0.085
    if b.tail_long > 0.3:
        ring = [(-0.80, 0.35), (-0.45, 0.86), (0.10, 0.98), (0.55, 0.80), (0.78, 0.50)]
        row = [(x * r, y * r) for x, y in ring]
        knife.sheet(brush(row, (0.03, full * 0.8, full, full * 0.9, 0.03)), tone(coat, 0.03), drop=0.9)
        if b.tail == "bushy":
            knife.plain(brush(row[3:], (full * 0.86, 0.02)), belly)
    knife.canvas.save()
    knife.canvas.translate(0.74 * r, 0.10 * r)
    knife.canvas.rotate(70)
    _head(knife, b, coat, belly, 0.0)
    knife.canvas.restore()
    return trunk


def trunk_outline(b: Breed) -> skia.Path:
    """The back: wide haunches, a waist, wide shoulders."""
    half, r = b.long / 2 - b.deep * 0.4, b.deep * 0.52
    side = [
        (-half - r * 0.75, 0.35),
        (-half - r * 0.1, 0.98),
        (0.0, 0.80),
        (half * 0.85, 0.98),
        (half + r * 0.65, 0.40),
    ]
    return closed([*((x, -w * r) for x, w in side), *((x, w * r) for x, w in reversed(side))])


def _paws(knife: Knife, b: Breed, coat: str, feet: Feet, half: float) -> None:
    r = b.deep * 0.5
    shin = b.mark if b.marking in ("socks", "panda") else tone(coat, -0.07)
    for i, side in ((0, -1), (1, 1), (2, -1), (3, 1)):
        root = (half * 0.9 if i < 2 else -half * 0.9, side * r * 0.55)
        step = feet[i][0] - (half if i < 2 else -half)
        paw = (root[0] + 0.10 + 0.8 * step, side * (r + 0.20))
        knife.sheet(capsule(root, paw, b.leg * 1.6, b.leg * 1.05), tone(coat, -0.04), drop=0.6)
        knife.sheet(oval(paw[0] + 0.03, paw[1], b.leg * 1.5, b.leg * 1.2), shin, drop=0.4)


def _tail(knife: Knife, b: Breed, coat: str, belly: str, half: float, wag: float) -> None:
    n, x = b.tail_long, -half - b.deep * 0.30
    line = [(x, 0.0), (x - n * 0.40, 0.12 * wag + 0.06), (x - n * 0.75, 0.26 * wag + 0.02), (x - n, 0.40 * wag - 0.06)]
    if b.tail == "bushy":
        full = min(0.32, 0.14 + 0.20 * n)
        knife.sheet(brush(line, (0.08, full * 0.85, full, 0.04)), coat, drop=0.6)
        knife.plain(brush(line[2:], (full * 0.86, 0.03)), belly)
        return
    wide = {"horse": 0.16, "stub": 0.10}.get(b.tail, 0.07)
    knife.sheet(brush(line, (wide, wide, wide * 0.9, 0.03)), b.mane or coat, drop=0.6)


def _head(knife: Knife, b: Breed, coat: str, belly: str, x: float) -> None:
    r = b.head * 0.60
    dark = blend(b.mark, "#2c2327", 0.6)
    if b.ears == "round" and b.mane:
        knife.sheet(oval(x - r * 0.2, 0, r * 1.6, r * 1.7), b.mane, drop=0.6)
    if b.ruff:
        cheeks = [
            (-0.7, 0),
            (-0.5, -1.0),
            (0.15, -1.35),
            (0.35, -0.8),
            (0.9, 0),
            (0.35, 0.8),
            (0.15, 1.35),
            (-0.5, 1.0),
        ]
        knife.sheet(closed([(x + a * r, c * r) for a, c in cheeks], 0.5), belly if b.ruff > 0.4 else coat, drop=0.5)
    for side in (-1, 1):
        _horn(knife, b, x, side, r)
        _ear(knife, b, coat, x, side, r)
    m = b.muzzle
    if b.ears == "fan":
        knife.sheet(brush([(x, 0), (x + r * 1.4, 0.02), (x + r * 2.6, -0.06)], (r * 0.9, r * 0.6, r * 0.3)), coat)
    pale = b.tail in ("bushy", "cat", "curl") and b.ears != "fan"
    knife.sheet(
        capsule((x + r * 0.3, 0), (x + r * 0.55 + m, 0), r * 0.62, max(r * 0.34, m * 0.28)),
        belly if pale else tone(coat, 0.03),
        drop=0.4,
    )
    knife.sheet(oval(x, 0, r * 0.98, r * 0.94), coat, drop=0.4)
    for side in (-1, 1):
        knife.plain(oval(x + r * 0.52, side * r * 0.50, r * 0.17, r * 0.15), "#f3ead9")
        knife.plain(oval(x + r * 0.58, side * r * 0.50, r * 0.12, r * 0.11), dark)
    if b.ears != "fan":
        knife.plain(oval(x + r * 0.70 + m, 0, r * 0.17, r * 0.20), dark)


def _ear(knife: Knife, b: Breed, coat: str, x: float, side: int, r: float) -> None:
    e = b.ear
    if b.ears == "fan":
        shape = [
            (x, side * r * 0.7),
            (x - r * 0.2, side * r * 2.2),
            (x - r * 1.3, side * r * 2.0),
            (x - r * 0.9, side * r * 0.7),
        ]
        knife.sheet(closed(shape), tone(coat, -0.04), drop=0.6)
    elif b.ears in ("point", "long"):
        tip = (x - r * 0.45 - e * 0.55, side * (r * 0.75 + e * 0.45))
        knife.sheet(
            closed([(x + r * 0.30, side * r * 0.55), tip, (x - r * 0.55, side * r * 0.25)], 0.45),
            tone(coat, -0.04),
            drop=0.4,
        )
        if b.marking == "socks" and not b.mane:
            near = [
                (tip[0] + (px - tip[0]) * 0.4, tip[1] + (py - tip[1]) * 0.4)
                for px, py in ((x + r * 0.30, side * r * 0.55), (x - r * 0.55, side * r * 0.25))
            ]
            knife.plain(closed([near[0], tip, near[1]], 0.3), b.mark)
    else:
        knife.sheet(
            oval(x - r * 0.25, side * r * 0.98, max(e * 0.42, r * 0.3), max(e * 0.34, r * 0.26)),
            b.mark if b.marking == "panda" else tone(coat, -0.06),
            drop=0.4,
        )


def _horn(knife: Knife, b: Breed, x: float, side: int, r: float) -> None:
    if not b.horns or b.horns == "tusks":
        return
    long = 0.42 if b.horns == "antlers" else 0.24
    line = [(x, side * r * 0.45), (x - 0.04, side * (r * 0.5 + long * 0.6)), (x + 0.08, side * (r * 0.5 + long))]
    knife.sheet(brush(line, (0.05, 0.045, 0.012)), "#d8c9a8", drop=0.6)
    if b.horns == "antlers":
        knife.sheet(brush([line[1], (x - 0.16, side * (r * 0.5 + long * 0.8))], (0.04, 0.01)), "#d8c9a8", drop=0.4)
