"""How each vehicle is cut: side views facing right, wheels or waterline at y = 0, `n` metres long and `h` high."""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon
from engine.backends.animatic.stage import Pose

GLASS, TYRE, METAL, WARM = "#a9c0c8", "#3b3840", "#8d9196", "#f0d48a"
Cut = Callable[[Knife, float, float, str, Pose], None]


def _box(a: float, b: float, c: float, d: float) -> list[Point]:
    return [(a, b), (c, b), (c, d), (a, d)]


def _wheel(knife: Knife, x: float, r: float, pose: Pose, spokes: int = 5, thin: bool = False) -> None:
    """A wheel on the ground; it has turned as far as the ground covered says."""
    turn = (pose.gone or pose.phase * pose.travel) / r
    if thin:
        ring = oval(x, -r, r, r)
        inner = oval(x, -r, r * 0.86, r * 0.86)
        ring.addPath(inner)
        ring.setFillType(ring.getFillType().kEvenOdd)
        knife.plain(ring, TYRE)
    else:
        knife.sheet(oval(x, -r, r, r), TYRE, (x, -r), drop=0.5)
        knife.plain(oval(x, -r, r * 0.55, r * 0.55), METAL)
    for i in range(spokes):
        a = turn + i * 2 * math.pi / spokes
        reach = r * (0.86 if thin else 0.48)
        knife.plain(
            brush(
                [(x, -r), (x + math.cos(a) * reach, -r + math.sin(a) * reach)],
                (r * (0.05 if thin else 0.13), r * (0.04 if thin else 0.10)),
            ),
            tone(METAL, -0.10 if not thin else 0.02),
        )
    knife.plain(oval(x, -r, r * 0.13, r * 0.13), tone(METAL, -0.16))


def _lamps(knife: Knife, n: float, y: float, r: float) -> None:
    knife.plain(oval(n * 0.478, y, r * 0.7, r), WARM)
    knife.plain(oval(-n * 0.482, y, r * 0.55, r * 0.8), "#b8483a")


def _car(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = h * 0.215
    knife.sheet(
        closed(
            [
                (-n * 0.33, -h * 0.58),
                (-n * 0.24, -h * 0.92),
                (-n * 0.05, -h * 1.0),
                (n * 0.12, -h * 0.95),
                (n * 0.27, -h * 0.58),
            ],
            0.6,
        ),
        tone(colour, 0.03),
    )
    for a in (
        [(-n * 0.285, -h * 0.60), (-n * 0.215, -h * 0.88), (-n * 0.045, -h * 0.93), (-n * 0.045, -h * 0.60)],
        [(0.0, -h * 0.60), (0.0, -h * 0.93), (n * 0.095, -h * 0.89), (n * 0.215, -h * 0.60)],
    ):
        knife.plain(polygon(a), GLASS)
        knife.tint(
            polygon([a[0], ((a[0][0] + a[1][0]) / 2, a[1][1] + 0.02 * h), (a[0][0] + n * 0.05, a[0][1])]),
            "#d6e2e2",
            0.7,
        )
    knife.sheet(
        closed(
            [
                (-n * 0.49, -h * 0.24),
                (-n * 0.495, -h * 0.50),
                (-n * 0.36, -h * 0.62),
                (n * 0.25, -h * 0.62),
                (n * 0.44, -h * 0.52),
                (n * 0.50, -h * 0.38),
                (n * 0.49, -h * 0.20),
                (0, -h * 0.17),
            ],
            0.6,
        ),
        colour,
    )
    knife.tint(brush([(-n * 0.47, -h * 0.30), (n * 0.48, -h * 0.29)], (h * 0.035, h * 0.035)), tone(colour, -0.12), 0.8)
    knife.plain(brush([(-n * 0.10, -h * 0.50), (-n * 0.04, -h * 0.50)], (h * 0.03, h * 0.03)), tone(colour, -0.16))
    _lamps(knife, n, -h * 0.42, h * 0.07)
    if colour == "#e0ad3a":
        knife.sheet(closed(_box(-n * 0.07, -h * 1.13, n * 0.05, -h * 0.99), 0.3), "#ece4d2", drop=0.4)
        for i in range(12):
            knife.plain(
                polygon(
                    _box(
                        -n * 0.36 + i * n * 0.055,
                        -h * (0.47 if i % 2 else 0.435),
                        -n * 0.333 + i * n * 0.055,
                        -h * (0.435 if i % 2 else 0.40),
                    )
                ),
                "#3d3a40",
            )
    for x in (-n * 0.30, n * 0.31):
        _wheel(knife, x, r, pose)


def _windows(knife: Knife, xs: list[float], w: float, top: float, low: float) -> None:
    for x in xs:
        knife.plain(closed(_box(x, top, x + w, low), 0.18), GLASS)
        knife.tint(
            polygon([(x + w * 0.1, low), (x + w * 0.55, top), (x + w * 0.8, top), (x + w * 0.35, low)]), "#d6e2e2", 0.5
        )


def _bus(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(
        closed(
            [
                (-n * 0.495, -h * 0.12),
                (-n * 0.495, -h * 0.92),
                (-n * 0.45, -h),
                (n * 0.45, -h),
                (n * 0.495, -h * 0.90),
                (n * 0.50, -h * 0.12),
            ],
            0.18,
        ),
        colour,
    )
    knife.plain(polygon(_box(-n * 0.495, -h * 0.44, n * 0.498, -h * 0.38)), blend(colour, "#efe6d2", 0.75))
    _windows(knife, [-n * 0.46 + i * n * 0.145 for i in range(5)], n * 0.115, -h * 0.86, -h * 0.52)
    knife.sheet(closed(_box(n * 0.285, -h * 0.86, n * 0.375, -h * 0.14), 0.2), tone(colour, -0.10), drop=0.2)
    _windows(knife, [n * 0.295], n * 0.07, -h * 0.82, -h * 0.30)
    _windows(knife, [n * 0.395], n * 0.095, -h * 0.86, -h * 0.48)
    _lamps(knife, n, -h * 0.24, h * 0.045)
    for x in (-n * 0.28, n * 0.20):
        _wheel(knife, x, h * 0.15, pose)


def _van(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(
        closed(
            [
                (-n * 0.49, -h * 0.16),
                (-n * 0.49, -h * 0.92),
                (-n * 0.42, -h),
                (n * 0.20, -h),
                (n * 0.36, -h * 0.58),
                (n * 0.49, -h * 0.50),
                (n * 0.50, -h * 0.16),
            ],
            0.3,
        ),
        colour,
    )
    knife.plain(
        polygon([(n * 0.06, -h * 0.90), (n * 0.19, -h * 0.90), (n * 0.315, -h * 0.57), (n * 0.06, -h * 0.57)]), GLASS
    )
    knife.tint(
        brush([(-n * 0.48, -h * 0.40), (n * 0.48, -h * 0.38)], (h * 0.05, h * 0.05)),
        blend(colour, "#c0392f", 0.8) if colour == "#e6e0d2" else tone(colour, -0.12),
        0.9,
    )
    if colour == "#e6e0d2":
        knife.plain(polygon(_box(-n * 0.26, -h * 0.80, -n * 0.20, -h * 0.52)), "#c0392f")
        knife.plain(polygon(_box(-n * 0.30, -h * 0.70, -n * 0.16, -h * 0.62)), "#c0392f")
    _lamps(knife, n, -h * 0.34, h * 0.05)
    for x in (-n * 0.30, n * 0.31):
        _wheel(knife, x, h * 0.17, pose)


def _truck(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(polygon(_box(-n * 0.49, -h * 0.34, n * 0.40, -h * 0.24)), TYRE)
    knife.sheet(
        polygon([(-n * 0.495, -h), (n * 0.13, -h), (n * 0.13, -h * 0.30), (-n * 0.495, -h * 0.30)]),
        blend(colour, "#e9dfc8", 0.62),
    )
    for x in (-0.34, -0.18, -0.02):
        knife.tint(brush([(n * x, -h * 0.96), (n * x, -h * 0.34)], (0.02 * h, 0.02 * h)), tone(colour, 0.10), 0.5)
    knife.sheet(
        closed(
            [
                (n * 0.16, -h * 0.22),
                (n * 0.16, -h * 0.82),
                (n * 0.34, -h * 0.82),
                (n * 0.40, -h * 0.54),
                (n * 0.49, -h * 0.48),
                (n * 0.50, -h * 0.20),
            ],
            0.3,
        ),
        colour,
    )
    knife.plain(
        polygon([(n * 0.21, -h * 0.76), (n * 0.33, -h * 0.76), (n * 0.375, -h * 0.54), (n * 0.21, -h * 0.54)]), GLASS
    )
    _lamps(knife, n, -h * 0.33, h * 0.045)
    for x in (-n * 0.36, -n * 0.20, n * 0.33):
        _wheel(knife, x, h * 0.155, pose)


def _bicycle(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = h * 0.31
    a, b = -n * 0.5 + r, n * 0.5 - r
    for x in (a, b):
        _wheel(knife, x, r, pose, 8, thin=True)
    t = 0.05 * h
    crank, seat, bar = (-n * 0.04, -r * 0.95), (-n * 0.13, -h * 0.76), (b - n * 0.09, -h * 0.84)
    for p, q in ((a, crank), (a, seat), (crank, seat), (crank, bar), (seat, bar)):
        start = p if isinstance(p, tuple) else (p, -r)
        knife.sheet(brush([start, q], (t, t)), colour, drop=0.4)
    knife.sheet(brush([(b, -r), bar, (bar[0] - 0.02 * n, -h * 0.97)], (t * 0.9, t, t)), colour, drop=0.4)
    knife.plain(brush([(bar[0] - 0.12 * n, -h * 1.0), (bar[0] + 0.02 * n, -h * 0.97)], (t, t * 0.9)), TYRE)
    knife.sheet(
        closed(
            [(seat[0] - 0.09 * n, seat[1] - 0.07 * h), (seat[0] + 0.09 * n, seat[1] - 0.05 * h), (seat[0], seat[1])]
        ),
        "#5a3f32",
        drop=0.3,
    )
    turn = (pose.gone or 0.0) / r * 0.5
    for way in (0, math.pi):
        pedal = (crank[0] + math.cos(turn + way) * 0.14 * h, crank[1] + math.sin(turn + way) * 0.14 * h)
        knife.plain(brush([crank, pedal], (t * 0.5, t * 0.5)), METAL)
        knife.plain(
            polygon(_box(pedal[0] - 0.05 * h, pedal[1] - 0.015 * h, pedal[0] + 0.05 * h, pedal[1] + 0.02 * h)), TYRE
        )


def _motorbike(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = h * 0.26
    a, b = -n * 0.5 + r, n * 0.5 - r
    for x in (a, b):
        _wheel(knife, x, r, pose, 6)
    knife.sheet(
        brush([(b, -r), (b - n * 0.12, -h * 0.82), (b - n * 0.15, -h * 0.98)], (h * 0.07, h * 0.07, h * 0.05)), METAL
    )
    knife.sheet(
        closed(
            [(a - n * 0.02, -h * 0.52), (-n * 0.02, -h * 0.55), (n * 0.04, -h * 0.30), (a + n * 0.06, -h * 0.26)], 0.6
        ),
        METAL,
    )
    knife.sheet(
        closed(
            [
                (-n * 0.06, -h * 0.58),
                (n * 0.05, -h * 0.78),
                (n * 0.24, -h * 0.76),
                (n * 0.22, -h * 0.50),
                (n * 0.05, -h * 0.42),
            ]
        ),
        colour,
    )
    knife.sheet(
        closed(
            [
                (a - n * 0.08, -h * 0.70),
                (-n * 0.10, -h * 0.68),
                (n * 0.02, -h * 0.60),
                (-n * 0.08, -h * 0.54),
                (a, -h * 0.58),
            ]
        ),
        "#4a3a38",
    )
    knife.plain(brush([(b - n * 0.24, -h * 0.97), (b - n * 0.11, -h * 1.0)], (h * 0.06, h * 0.05)), TYRE)
    knife.plain(oval(b - n * 0.06, -h * 0.76, h * 0.075, h * 0.085), WARM)


def _train(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A tank locomotive and one carriage."""
    knife.sheet(polygon(_box(-n * 0.50, -h * 0.24, n * 0.48, -h * 0.16)), TYRE)
    knife.sheet(closed(_box(-n * 0.50, -h * 0.84, -n * 0.10, -h * 0.20), 0.10), blend(colour, "#b8483a", 0.78))
    knife.sheet(
        closed([(-n * 0.51, -h * 0.82), (-n * 0.48, -h * 0.92), (-n * 0.12, -h * 0.92), (-n * 0.09, -h * 0.82)], 0.4),
        tone(colour, -0.08),
    )
    _windows(knife, [-n * 0.47 + i * n * 0.092 for i in range(4)], n * 0.065, -h * 0.75, -h * 0.47)
    knife.sheet(closed(_box(-n * 0.06, -h * 0.90, n * 0.12, -h * 0.20), 0.12), colour)
    _windows(knife, [-n * 0.025], n * 0.10, -h * 0.80, -h * 0.52)
    knife.sheet(
        closed([(-n * 0.08, -h * 0.88), (n * 0.03, -h * 0.97), (n * 0.14, -h * 0.88)], 0.4), tone(colour, -0.08)
    )
    knife.sheet(
        closed(
            [
                (n * 0.10, -h * 0.66),
                (n * 0.40, -h * 0.66),
                (n * 0.45, -h * 0.44),
                (n * 0.40, -h * 0.24),
                (n * 0.10, -h * 0.24),
            ],
            0.5,
        ),
        tone(colour, 0.02),
    )
    for x in (0.19, 0.30):
        knife.plain(polygon(_box(n * x, -h * 0.66, n * x + n * 0.012, -h * 0.24)), "#d8a93f")
    knife.sheet(
        polygon(
            [
                (n * 0.335, -h * 0.64),
                (n * 0.345, -h * 0.90),
                (n * 0.325, -h * 0.98),
                (n * 0.415, -h * 0.98),
                (n * 0.395, -h * 0.90),
                (n * 0.40, -h * 0.64),
            ]
        ),
        TYRE,
    )
    knife.sheet(
        closed([(n * 0.17, -h * 0.64), (n * 0.185, -h * 0.76), (n * 0.225, -h * 0.76), (n * 0.24, -h * 0.64)], 0.7),
        "#d8a93f",
        drop=0.3,
    )
    knife.sheet(polygon([(n * 0.40, -h * 0.22), (n * 0.50, -h * 0.03), (n * 0.40, -h * 0.03)]), "#b8483a")
    knife.plain(oval(n * 0.425, -h * 0.56, h * 0.05, h * 0.06), WARM)
    for x, r in ((-0.42, 0.10), (-0.18, 0.10), (0.04, 0.135), (0.16, 0.135), (0.31, 0.10)):
        _wheel(knife, n * x, h * r, pose)
    turn = (pose.gone or pose.phase * pose.travel) / (h * 0.135)
    dx, dy = math.cos(turn) * h * 0.07, math.sin(turn) * h * 0.07
    knife.sheet(
        brush(
            [(n * 0.04 + dx, -h * 0.135 + dy), (n * 0.16 + dx, -h * 0.135 + dy), (n * 0.28, -h * 0.16)],
            (h * 0.035,) * 3,
        ),
        METAL,
        drop=0.3,
    )


def _cart(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(brush([(n * 0.10, -h * 0.42), (n * 0.50, -h * 0.36)], (h * 0.05, h * 0.035)), tone(colour, -0.06))
    knife.sheet(
        closed(
            [(-n * 0.40, -h * 0.55), (-n * 0.34, -h * 0.93), (0, -h), (n * 0.14, -h * 0.90), (n * 0.10, -h * 0.55)], 0.6
        ),
        blend(colour, "#e2cfa4", 0.6),
    )
    knife.sheet(
        polygon([(-n * 0.44, -h * 0.60), (n * 0.16, -h * 0.60), (n * 0.12, -h * 0.36), (-n * 0.40, -h * 0.36)]), colour
    )
    _wheel(knife, -n * 0.16, h * 0.30, pose, 8, thin=True)


def _hull(n: float, low: float, high: float, bow: float) -> list[Point]:
    return [
        (-n * 0.47, -high),
        (-n * 0.20, -high * 0.82),
        (n * 0.20, -high * 0.84),
        (n * 0.50, -high - bow),
        (n * 0.36, -low * 0.3),
        (n * 0.18, low),
        (-n * 0.20, low),
        (-n * 0.40, -low * 0.2),
    ]


def _rowing_boat(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    stroke = math.sin((pose.gone or pose.clock * 0.4) * 2.2) if pose.travel > 0.05 else -0.6
    inner = closed(
        [(-n * 0.45, -h * 0.50), (0, -h * 0.46), (n * 0.47, -h * 0.56), (n * 0.3, -h * 0.36), (-n * 0.3, -h * 0.34)]
    )
    knife.sheet(inner, tone(colour, -0.13))
    for x in (-0.22, 0.12):
        knife.sheet(polygon(_box(n * x, -h * 0.52, n * x + n * 0.10, -h * 0.44)), tone(colour, 0.08), drop=0.3)
    knife.sheet(
        closed(
            [
                (-n * 0.47, -h * 0.52),
                (-n * 0.2, -h * 0.41),
                (n * 0.2, -h * 0.42),
                (n * 0.50, -h * 0.64),
                (n * 0.38, -h * 0.14),
                (n * 0.18, 0.0),
                (-n * 0.22, 0.0),
                (-n * 0.39, -h * 0.10),
            ],
            0.8,
        ),
        colour,
    )
    knife.tint(
        brush([(-n * 0.44, -h * 0.40), (0, -h * 0.29), (n * 0.46, -h * 0.48)], (h * 0.03, h * 0.055, h * 0.03)),
        tone(colour, 0.10),
        0.9,
    )
    oar = (n * 0.02, -h * 0.47)
    tip = (oar[0] - n * (0.20 + 0.10 * stroke), h * (0.02 - 0.05 * stroke))
    top = (oar[0] + n * (0.10 + 0.05 * stroke), -h * (0.92 + 0.05 * stroke))
    knife.sheet(brush([top, oar, tip], (h * 0.035, h * 0.04, h * 0.04)), tone(colour, 0.14))
    knife.sheet(capsule((tip[0] + n * 0.02, tip[1] - h * 0.06), tip, h * 0.05, h * 0.06), tone(colour, 0.14), drop=0.3)


def _sailboat(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    swell = 0.02 * n * math.sin(pose.clock * 1.2)
    knife.sheet(polygon(_box(-n * 0.012, -h, n * 0.012, -h * 0.10)), tone(colour, -0.10))
    knife.sheet(
        closed(
            [(n * 0.03, -h * 0.95), (n * 0.30 + swell, -h * 0.45), (n * 0.42, -h * 0.20), (n * 0.03, -h * 0.18)], 0.5
        ),
        "#e9dfc8",
    )
    knife.sheet(
        closed(
            [(-n * 0.03, -h * 0.90), (-n * 0.03, -h * 0.18), (-n * 0.40, -h * 0.19), (-n * 0.26 - swell, -h * 0.50)],
            0.5,
        ),
        "#c8553d",
    )
    knife.plain(polygon([(0, -h), (-n * 0.12, -h * 0.975), (0, -h * 0.95)]), "#d8a93f")
    knife.sheet(
        closed(
            [(-n * 0.46, -h * 0.15), (0, -h * 0.125), (n * 0.50, -h * 0.17), (n * 0.34, 0.0), (-n * 0.34, 0.0)], 0.6
        ),
        colour,
    )
    knife.plain(
        brush([(-n * 0.43, -h * 0.115), (0, -h * 0.095), (n * 0.45, -h * 0.13)], (h * 0.01, h * 0.014, h * 0.01)),
        "#e9dfc8",
    )


def _ship(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    for i in range(3):
        t = (pose.clock * 0.25 + i / 3) % 1.0
        knife.plain(
            oval(-n * (0.02 + 0.12 * t), -h * (0.92 + 0.08 * t), h * (0.05 + 0.05 * t) * (1 - t * 0.5), h * 0.04),
            "#d8d4ca",
            0.5 * (1 - t),
        )
    knife.sheet(
        polygon([(-n * 0.03, -h * 0.60), (-n * 0.04, -h * 0.92), (n * 0.06, -h * 0.92), (n * 0.07, -h * 0.60)]),
        "#b8483a",
    )
    knife.plain(polygon(_box(-n * 0.04, -h * 0.92, n * 0.062, -h * 0.85)), TYRE)
    knife.sheet(closed(_box(-n * 0.26, -h * 0.66, n * 0.22, -h * 0.34), 0.12), "#e9e1d0")
    knife.sheet(closed(_box(n * 0.06, -h * 0.80, n * 0.20, -h * 0.62), 0.15), "#e2d8c4")
    _windows(knife, [n * 0.085, n * 0.145], n * 0.035, -h * 0.76, -h * 0.67)
    for i in range(7):
        knife.plain(oval(-n * 0.22 + i * n * 0.065, -h * 0.50, h * 0.032, h * 0.036), GLASS)
    knife.sheet(
        closed(
            [(-n * 0.48, -h * 0.40), (0, -h * 0.34), (n * 0.50, -h * 0.46), (n * 0.40, 0.0), (-n * 0.40, 0.0)], 0.45
        ),
        colour,
    )
    knife.plain(
        brush([(-n * 0.46, -h * 0.31), (0, -h * 0.265), (n * 0.47, -h * 0.36)], (h * 0.02, h * 0.024, h * 0.02)),
        "#e9e1d0",
    )
    knife.tint(
        polygon([(-n * 0.42, -h * 0.07), (n * 0.42, -h * 0.07), (n * 0.39, 0.03), (-n * 0.39, 0.03)]), "#a8433a", 0.9
    )


def _aeroplane(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    stripe = "#c8553d"
    knife.sheet(
        polygon([(-n * 0.10, -h * 0.48), (n * 0.06, -h * 0.50), (n * 0.0, -h * 0.86), (-n * 0.10, -h * 0.86)]),
        tone(colour, -0.10),
    )
    knife.sheet(
        polygon([(-n * 0.49, -h * 0.98), (-n * 0.40, -h * 0.98), (-n * 0.30, -h * 0.56), (-n * 0.46, -h * 0.52)]),
        stripe,
    )
    knife.sheet(
        closed(
            [
                (-n * 0.49, -h * 0.56),
                (-n * 0.20, -h * 0.70),
                (n * 0.25, -h * 0.70),
                (n * 0.43, -h * 0.60),
                (n * 0.49, -h * 0.44),
                (n * 0.36, -h * 0.27),
                (-n * 0.10, -h * 0.26),
                (-n * 0.42, -h * 0.44),
            ]
        ),
        colour,
    )
    knife.tint(
        brush([(-n * 0.46, -h * 0.49), (0, -h * 0.42), (n * 0.47, -h * 0.43)], (h * 0.02, h * 0.06, h * 0.05)),
        stripe,
        0.95,
    )
    for i in range(6):
        knife.plain(oval(-n * 0.20 + i * n * 0.078, -h * 0.555, h * 0.035, h * 0.042), GLASS)
    knife.plain(
        closed([(n * 0.30, -h * 0.63), (n * 0.40, -h * 0.58), (n * 0.43, -h * 0.52), (n * 0.31, -h * 0.52)], 0.5), GLASS
    )
    knife.sheet(
        polygon([(n * 0.06, -h * 0.36), (n * 0.20, -h * 0.38), (n * 0.02, -h * 0.02), (-n * 0.12, -h * 0.02)]),
        tone(colour, -0.04),
    )
    knife.sheet(
        polygon([(-n * 0.38, -h * 0.50), (-n * 0.29, -h * 0.50), (-n * 0.40, -h * 0.30), (-n * 0.48, -h * 0.30)]),
        tone(colour, -0.04),
    )


def _helicopter(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    spin = abs(math.cos(pose.clock * 19))
    knife.sheet(brush([(-n * 0.05, -h * 0.55), (-n * 0.48, -h * 0.66)], (h * 0.22, h * 0.06)), tone(colour, -0.05))
    knife.sheet(
        polygon([(-n * 0.50, -h * 0.86), (-n * 0.44, -h * 0.86), (-n * 0.42, -h * 0.58), (-n * 0.47, -h * 0.58)]),
        tone(colour, -0.08),
    )
    knife.sheet(
        closed(
            [
                (-n * 0.14, -h * 0.72),
                (n * 0.14, -h * 0.78),
                (n * 0.33, -h * 0.58),
                (n * 0.34, -h * 0.36),
                (n * 0.14, -h * 0.20),
                (-n * 0.12, -h * 0.26),
            ]
        ),
        colour,
    )
    knife.plain(
        closed([(n * 0.12, -h * 0.72), (n * 0.27, -h * 0.60), (n * 0.315, -h * 0.44), (n * 0.12, -h * 0.42)], 0.6),
        GLASS,
    )
    for x in (-0.06, 0.16):
        knife.plain(brush([(n * x, -h * 0.24), (n * x, -h * 0.04)], (0.04 * h, 0.04 * h)), METAL)
    knife.sheet(
        brush([(-n * 0.16, -h * 0.03), (n * 0.30, -h * 0.03), (n * 0.34, -h * 0.08)], (0.05 * h, 0.05 * h, 0.03 * h)),
        METAL,
    )
    knife.plain(polygon(_box(n * 0.045, -h * 0.96, n * 0.075, -h * 0.74)), TYRE)
    reach = n * (0.20 + 0.36 * spin)
    knife.sheet(
        brush(
            [(n * 0.06 - reach, -h * 0.965), (n * 0.06, -h * 0.955), (n * 0.06 + reach, -h * 0.965)],
            (0.03 * h, 0.05 * h, 0.03 * h),
        ),
        "#5a5a62",
    )


def _air_balloon(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = n * 0.5
    for side in (-1, 1):
        knife.plain(
            brush([(side * r * 0.42, -h * 0.38), (side * r * 0.22, -h * 0.15)], (0.012 * h, 0.010 * h)), "#6a5442"
        )
    envelope = closed(
        [
            (0, -h),
            (-r * 0.72, -h * 0.90),
            (-r, -h * 0.66),
            (-r * 0.70, -h * 0.44),
            (-r * 0.30, -h * 0.31),
            (r * 0.30, -h * 0.31),
            (r * 0.70, -h * 0.44),
            (r, -h * 0.66),
            (r * 0.72, -h * 0.90),
        ]
    )
    knife.sheet(envelope, colour)
    knife.canvas.save()
    knife.canvas.clipPath(envelope, doAntiAlias=True)
    for x in (-0.62, 0.0, 0.62):
        knife.tint(
            closed(
                [
                    (r * x * 0.25, -h * 1.02),
                    (r * (x - 0.20), -h * 0.66),
                    (r * x * 0.4, -h * 0.29),
                    (r * (x + 0.20), -h * 0.66),
                ]
            ),
            blend(colour, "#efdcb0", 0.75),
            1.0,
        )
    knife.canvas.restore()
    knife.sheet(
        closed([(-r * 0.24, -h * 0.16), (r * 0.24, -h * 0.16), (r * 0.20, 0.0), (-r * 0.20, 0.0)], 0.4), "#9a7047"
    )


def _rocket(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    if pose.act in ("fly", "exit", "enter") or pose.travel > 0.05:
        for w, t, fill in ((0.26, 0.20, "#e0803a"), (0.15, 0.13, "#f3d48a")):
            flick = 0.02 * h * math.sin(pose.clock * 29)
            knife.plain(
                closed([(-n * w, -h * 0.17), (0, -h * 0.16 + h * t * 0.9 + flick), (n * w, -h * 0.17)], 0.7), fill
            )
    for side in (-1, 1):
        knife.sheet(
            closed(
                [
                    (side * n * 0.26, -h * 0.42),
                    (side * n * 0.50, -h * 0.18),
                    (side * n * 0.46, -h * 0.06),
                    (side * n * 0.22, -h * 0.16),
                ],
                0.6,
            ),
            "#c8553d",
        )
    knife.sheet(
        closed(
            [
                (0, -h),
                (-n * 0.24, -h * 0.80),
                (-n * 0.32, -h * 0.50),
                (-n * 0.22, -h * 0.15),
                (n * 0.22, -h * 0.15),
                (n * 0.32, -h * 0.50),
                (n * 0.24, -h * 0.80),
            ],
            0.9,
        ),
        colour,
    )
    knife.sheet(
        closed([(0, -h), (-n * 0.235, -h * 0.80), (0, -h * 0.775), (n * 0.235, -h * 0.80)], 0.7), "#c8553d", drop=0.2
    )
    knife.plain(oval(0, -h * 0.60, n * 0.145, n * 0.145), METAL)
    knife.plain(oval(0, -h * 0.60, n * 0.105, n * 0.105), GLASS)


CUTS: dict[str, Cut] = {
    "car": _car, "bus": _bus, "van": _van, "truck": _truck, "bicycle": _bicycle, "motorbike": _motorbike, "train": _train, "cart": _cart,
    "rowing boat": _rowing_boat, "sailboat": _sailboat, "ship": _ship, "aeroplane": _aeroplane, "helicopter": _helicopter,
    "air balloon": _air_balloon, "rocket": _rocket,
}  # fmt: skip
