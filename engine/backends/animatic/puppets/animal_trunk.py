"""The trunk and neck of a four-legged animal, and what is written on its coat: stripes, spots, patches, a saddle, wool, spines.

From the side it is a barrel with withers and a tuck; turned to us it becomes a round chest in front of a round rump.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval

FRONTAL = 0.42
"""Share of the trunk's depth that is half its width."""


@dataclass(frozen=True, slots=True)
class Coat:
    """An animal's colours and where its trunk is: rump and chest (shoulder heights, y down), `s` how far it faces right (-1..1),
    `c` how far it faces us (1) or away (-1)."""

    breed: Breed
    main: str
    belly: str
    rump: Point
    chest: Point
    s: float
    c: float

    @property
    def way(self) -> float:
        """+1 facing right, -1 left."""
        return math.copysign(1.0, self.s)


def barrel(rump: Point, chest: Point, r: float, tuck: float) -> skia.Path:
    """The trunk from rump to chest: withers, a level back, a deep chest, and a belly drawn up to `tuck` of its depth before the thighs."""
    length = math.hypot(chest[0] - rump[0], chest[1] - rump[1]) or 1e-6
    ux, uy = (chest[0] - rump[0]) / length, (chest[1] - rump[1]) / length
    nx, ny = (-uy, ux) if ux >= 0 else (uy, -ux)  # toward the ground
    shape = [
        (-0.96, 0.16, 0), (-0.78, -0.66, 0), (-0.10, -0.98, 0.06), (0.0, -0.84, 0.46), (0.0, -0.98, 0.86), (0.20, -1.04, 0.98), (0.80, -0.70, 1), (1.06, 0.05, 1),
        (0.78, 0.80, 1), (0.0, 1.08, 0.94), (0.0, 1.02 * tuck, 0.46), (0.0, 0.92 * tuck, 0.12), (-0.66, 0.74, 0),
    ]  # fmt: skip
    return closed(
        [
            (rump[0] + ux * (t * length + a * r) + nx * n * r, rump[1] + uy * (t * length + a * r) + ny * n * r)
            for a, n, t in shape
        ]
    )


def draw_trunk(knife: Knife, coat: Coat) -> None:
    """Trunk with wool, humps, markings and pale belly."""
    b, r, rump, chest = coat.breed, coat.breed.deep / 2, coat.rump, coat.chest
    if b.wool:
        _fleece(knife, coat, r)
    for i in range(b.humps):
        _hump(knife, coat, 0.30 + 0.42 * i, r)
    if b.marking == "spines":
        _spines(knife, coat, r)
    wide = b.deep * FRONTAL * abs(coat.c)
    for x, y in (rump, chest) if coat.c > 0 else (chest, rump):
        if abs(coat.s) < 0.5:
            knife.sheet(oval(x, y, max(wide, r * abs(coat.s)) * 1.06, r * 1.02), coat.main, drop=0.6)
    path = barrel(rump, chest, r, b.tuck or (0.80 if b.deep < 0.47 else 1.0))
    if abs(coat.s) >= 0.3:
        knife.sheet(path, coat.main, rump, drop=0.8)
    else:
        end = chest if coat.c > 0 else rump
        path = oval(end[0], end[1], wide * 1.06, r * 1.02)
    if b.marking == "spines":
        _spines(knife, coat, r * 0.86)
    if knife.scale < 30:
        return
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    if abs(coat.s) >= 0.3:  # what is on the flank is not on the breast
        draw_markings(knife, b, rump, chest, coat.s)
    _pale(knife, coat, r, wide)
    knife.canvas.restore()


def _pale(knife: Knife, coat: Coat, r: float, wide: float) -> None:
    """The under side, and the bib of those that have a ruff."""
    b, rump, chest = coat.breed, coat.rump, coat.chest
    low_a, low_b = (rump[0], rump[1] + r * 1.22), (chest[0], chest[1] + r * 1.18)
    knife.tint(capsule(low_a, low_b, r * 0.55, r * 0.62), coat.belly, 0.85)
    if b.ruff > 0.4:
        way = coat.way
        top, foot = (chest[0] + way * r * 0.95, chest[1] - r * 0.2), (chest[0] + way * r * 0.55, chest[1] + r * 0.9)
        knife.tint(capsule(top, foot, r * 0.50, r * 0.42), coat.belly, 1.0)
    if coat.c > 0.8 and abs(coat.s) < 0.5:
        knife.tint(oval(chest[0], chest[1] + r * 0.35, wide * 0.62, r * 0.75), coat.belly, 0.9)


def _fleece(knife: Knife, coat: Coat, r: float) -> None:
    rump, chest = coat.rump, coat.chest
    for i in range(9):
        t = i / 8
        x, y = rump[0] + (chest[0] - rump[0]) * t, rump[1] + (chest[1] - rump[1]) * t
        for up, big in ((-0.46, 0.60), (0.40, 0.56)):
            knife.plain(
                oval(x, y + r * up + 0.03 * (i % 2), r * big, r * big), tone(coat.main, -0.035 if up > 0 else -0.02)
            )


def _hump(knife: Knife, coat: Coat, t: float, r: float) -> None:
    rump, chest = coat.rump, coat.chest
    x, y = rump[0] + (chest[0] - rump[0]) * t, rump[1] + (chest[1] - rump[1]) * t - r * 0.80
    w = 0.17 * max(0.6, abs(coat.s))
    hump = [(x - w, y + 0.10), (x - w * 0.55, y - 0.12), (x, y - 0.21), (x + w * 0.55, y - 0.12), (x + w, y + 0.10)]
    knife.sheet(closed(hump, 0.8), tone(coat.main, -0.04), drop=0.4)


def _spines(knife: Knife, coat: Coat, r: float) -> None:
    """A hedgehog's: a dome of points that lean backwards."""
    mid = ((coat.rump[0] + coat.chest[0]) / 2, (coat.rump[1] + coat.chest[1]) / 2)
    wide = abs(coat.chest[0] - coat.rump[0]) / 2 + r
    for ring, share in ((0, 1.30), (1, 1.08)):
        points: list[Point] = []
        for i in range(29):
            a = math.pi * (0.02 + 0.96 * i / 28)
            out = share * (1.12 if i % 2 else 0.90)
            points.append(
                (
                    mid[0] + math.cos(a) * wide * out - coat.way * 0.10 * (i % 2),
                    mid[1] - math.sin(a) * r * out * 1.05 + 0.04,
                )
            )
        knife.sheet(closed(points, 0.15), tone(coat.breed.mark, 0.06 * ring), drop=0.4)


def draw_markings(knife: Knife, b: Breed, rump: Point, chest: Point, s: float) -> None:
    """What is written on the flank; the caller clips to the trunk."""
    r = b.deep / 2
    span = (chest[0] - rump[0], chest[1] - rump[1])
    way = math.copysign(1.0, s)
    match b.marking:
        case "stripes":
            _stripes(knife, b, rump, span, way, r)
        case "spots" | "rosettes" | "dots":
            _spots(knife, b, rump, span, r)
        case "patches" | "nets":
            _patches(knife, b, rump, span, r)
        case "saddle":
            top = [
                (rump[0] - way * r * 1.1, rump[1] + r * 0.05),
                (rump[0], rump[1] - r * 1.3),
                (chest[0] + way * r * 0.3, chest[1] - r * 1.3),
                (chest[0] + way * r * 0.8, chest[1] - r * 0.30),
                (chest[0], chest[1] + r * 0.22),
                ((rump[0] + chest[0]) / 2, (rump[1] + chest[1]) / 2 + r * 0.18),
            ]
            knife.tint(closed(top, 0.7), b.mark, 0.9)
        case "panda":
            x, y = chest  # a band across the shoulders, however the trunk stands
            long = math.hypot(*span) or 1e-6
            nx, ny = -span[1] / long * way, span[0] / long * way
            ends = ((x - nx * r * 1.2, y - ny * r * 1.2), (x + nx * r * 1.2, y + ny * r * 1.2))
            knife.tint(capsule(*ends, 0.17, 0.19), b.mark, 1.0)
        case _:
            return


def _stripes(knife: Knife, b: Breed, rump: Point, span: Point, way: float, r: float) -> None:
    for i in range(10):
        t = -0.20 + i * 0.145
        x, y = rump[0] + span[0] * t, rump[1] + span[1] * t
        low = 0.55 if i % 2 else 0.15
        knife.tint(
            brush(
                [(x, y - r * 1.15), (x - way * 0.035, y - r * 0.40), (x + way * 0.025, y + r * low)],
                (0.060, 0.046, 0.006),
            ),
            b.mark,
            0.88,
        )


def _spots(knife: Knife, b: Breed, rump: Point, span: Point, r: float) -> None:
    """Scattered by the golden ratio: light ones on a fawn's back, rings on a leopard, blots on a dalmatian."""
    count, size, low = {"spots": (16, 0.024, 0.95), "rosettes": (30, 0.040, 1.9), "dots": (17, 0.042, 1.8)}[b.marking]
    for i in range(count):
        t, v = (i * 0.754878 % 1.0) * 1.5 - 0.25, (i * 0.569840 % 1.0) * low - 0.95
        x, y = rump[0] + span[0] * t, rump[1] + span[1] * t + v * r
        big = size * (0.8 + 0.45 * (i * 0.618 % 1.0))
        knife.tint(oval(x, y, big, big * 0.88), b.mark, 0.88)
        if b.marking == "rosettes":
            knife.tint(oval(x + 0.004, y + 0.002, big * 0.50, big * 0.42), b.colour, 0.8)


def _patches(knife: Knife, b: Breed, rump: Point, span: Point, r: float) -> None:
    if b.marking == "nets":  # a giraffe's, close together
        for i in range(16):
            t, v = (i % 5) * 0.30 - 0.16 + 0.12 * (i // 5 % 2), (i // 5) * 0.62 - 0.85
            x, y = rump[0] + span[0] * t, rump[1] + span[1] * t + v * r
            w, h = 0.075, 0.062
            knife.tint(
                closed(
                    [
                        (x - w, y - h * 0.3),
                        (x - w * 0.2, y - h),
                        (x + w, y - h * 0.5),
                        (x + w * 0.8, y + h),
                        (x - w * 0.6, y + h * 0.8),
                    ],
                    0.4,
                ),
                b.mark,
                0.9,
            )
        return
    for t, v, w, h in (
        (0.12, -0.4, 0.20, 0.17),
        (0.62, -0.55, 0.22, 0.15),
        (0.92, 0.15, 0.13, 0.16),
        (0.36, 0.35, 0.12, 0.10),
    ):
        x, y = rump[0] + span[0] * t, rump[1] + span[1] * t + v * r
        knife.tint(
            closed([(x - w, y), (x - w * 0.3, y - h), (x + w * 0.8, y - h * 0.6), (x + w, y + h * 0.4), (x, y + h)]),
            b.mark,
            0.9,
        )


def draw_neck(knife: Knife, coat: Coat, root: Point, head: Point) -> None:
    """A wedge from withers and breast up to the poll and the throat; a horse's mane lies along its crest."""
    b, r, hr, way = coat.breed, coat.breed.deep / 2, coat.breed.head * 0.56, coat.way
    side = max(0.45, abs(coat.s))
    chest = coat.chest
    dx, dy = head[0] - root[0], head[1] - root[1]
    long = math.hypot(dx, dy) or 1e-6
    nx, ny = -dy / long * way, dx / long * way  # toward the throat
    thick = 1.0 if b.neck < 0.4 else 0.86
    withers = (chest[0] - way * r * 0.45 * side, chest[1] - r * 0.94)
    breast = (chest[0] + way * r * 0.92 * side, chest[1] + r * 0.22)
    poll = (head[0] - nx * hr * 0.72 * thick, head[1] - ny * hr * 0.72 * thick)
    throat = (head[0] + nx * hr * 0.66 * thick - dx * 0.10, head[1] + ny * hr * 0.66 * thick - dy * 0.10)
    crest = ((withers[0] + poll[0]) / 2 + nx * hr * 0.10, (withers[1] + poll[1]) / 2 + ny * hr * 0.10)
    gullet = ((breast[0] + throat[0]) / 2 - nx * hr * 0.34, (breast[1] + throat[1]) / 2 - ny * hr * 0.34)
    inside = (chest[0] - way * r * 0.1, chest[1] + r * 0.3)
    colour = b.mark if b.marking == "panda" else coat.main
    knife.sheet(closed([withers, crest, poll, head, throat, gullet, breast, inside], 0.75), colour, root, drop=0.5)
    if b.marking == "nets":
        for t in (0.22, 0.40, 0.58, 0.76):
            knife.tint(oval(root[0] + dx * t, root[1] + dy * t, 0.042, 0.052), b.mark, 0.9)
    elif b.marking == "stripes" and b.mane:
        for t in (0.2, 0.4, 0.6, 0.8):
            x, y = withers[0] + (poll[0] - withers[0]) * t, withers[1] + (poll[1] - withers[1]) * t
            knife.tint(brush([(x, y), (x + nx * hr * 0.9, y + ny * hr * 0.9)], (0.05, 0.012)), b.mark, 0.88)
    if b.mane and b.tail in ("horse", "tuft") and b.ears != "round":
        _mane(knife, b, withers, crest, poll, (nx, ny), way)


def _mane(knife: Knife, b: Breed, withers: Point, crest: Point, poll: Point, normal: Point, way: float) -> None:
    nx, ny = normal
    if b.tail == "tuft":  # a donkey's and a zebra's stand up like a brush
        row = [withers, crest, poll, (poll[0] + way * 0.04, poll[1] - 0.03)]
        knife.sheet(brush(row, (0.03, 0.085, 0.085, 0.02)), b.mane, drop=0.3)
        return
    falls = [
        withers,
        ((withers[0] + crest[0]) / 2 + nx * 0.05, (withers[1] + crest[1]) / 2 + ny * 0.05),
        (crest[0] + nx * 0.05, crest[1] + ny * 0.05),
        (poll[0] + nx * 0.03, poll[1] + ny * 0.03),
        (poll[0] + way * 0.07, poll[1] + 0.01),
    ]
    knife.sheet(brush(falls, (0.05, 0.15, 0.16, 0.12, 0.03)), b.mane, drop=0.5)
