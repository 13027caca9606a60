"""Paper-cuts of our own for the common props that no emoji shows: tables, benches, lamps, bridges, boats, a zither.

Each is drawn one unit high with the ground at y = 0 (down is positive), so that the noun's real height scales it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon

Cut = Callable[[Knife, str, float], None]
WOOD, DARK, RED, GREEN, STONE = "#9a7350", "#54443f", "#b8483a", "#5f8156", "#a7a397"


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _table(knife: Knife, colour: str, _: float) -> None:
    for x in (-0.62, 0.56):
        knife.sheet(polygon([(x, -0.9), (x + 0.09, -0.9), (x + 0.075, 0), (x + 0.015, 0)]), tone(colour, -0.07))
    knife.sheet(polygon(_box(-0.70, -0.90, 0.70, -0.78)), tone(colour, -0.04))
    knife.sheet(polygon([(-0.86, -1.0), (0.86, -1.0), (0.84, -0.88), (-0.84, -0.88)]), colour)


def _chair(knife: Knife, colour: str, _: float) -> None:
    for x in (-0.24, 0.20):
        knife.sheet(polygon([(x, -0.5), (x + 0.06, -0.5), (x + 0.05, 0), (x + 0.01, 0)]), tone(colour, -0.07))
    for x in (-0.25, 0.18):
        knife.sheet(polygon([(x, -1.0), (x + 0.065, -1.0), (x + 0.065, -0.46), (x, -0.46)]), colour)
    for y in (-0.95, -0.78):
        knife.sheet(polygon(_box(-0.25, y, 0.245, y + 0.09)), tone(colour, 0.02))
    knife.sheet(polygon([(-0.30, -0.52), (0.30, -0.52), (0.32, -0.44), (-0.32, -0.44)]), colour)


def _bench(knife: Knife, colour: str, _: float) -> None:
    for x in (-0.88, 0.78):
        knife.sheet(polygon([(x, -0.95), (x + 0.08, -0.95), (x + 0.12, 0), (x, 0)]), DARK)
    for i, y in enumerate((-1.0, -0.82, -0.52)):
        knife.sheet(
            polygon([(-1.02, y), (1.02, y), (1.02, y + 0.13), (-1.02, y + 0.13)]), tone(colour, 0.03 - 0.03 * i)
        )


def _oil_lamp(knife: Knife, colour: str, clock: float) -> None:
    knife.plain(oval(0, -0.46, 0.34, 0.40), "#f2cf7a", 0.22)
    knife.sheet(
        closed([(-0.24, 0), (0.24, 0), (0.20, -0.16), (0.10, -0.22), (-0.10, -0.22), (-0.20, -0.16)], 0.5), colour
    )
    knife.sheet(
        closed([(-0.13, -0.22), (-0.20, -0.44), (-0.11, -0.68), (0.11, -0.68), (0.20, -0.44), (0.13, -0.22)], 0.9),
        "#f0dfb0",
        drop=0.3,
    )
    flick = 0.02 * math.sin(clock * 11) + 0.012 * math.sin(clock * 27)
    knife.plain(
        closed([(-0.055, -0.30), (0, -0.27), (0.055, -0.30), (0.03, -0.42), (flick, -0.54), (-0.035, -0.42)]), "#e8963a"
    )
    knife.plain(closed([(-0.03, -0.30), (0, -0.28), (0.03, -0.30), (flick * 0.6, -0.42)]), "#f8e2a0")
    knife.sheet(polygon([(-0.14, -0.68), (0.14, -0.68), (0.09, -0.82), (-0.09, -0.82)]), colour)
    for side in (-1, 1):
        knife.plain(
            brush(
                [(side * 0.22, -0.18), (side * 0.27, -0.50), (side * 0.09, -0.95), (0, -1.0)],
                (0.022, 0.022, 0.022, 0.022),
            ),
            tone(colour, -0.05),
        )


def _street_lamp(knife: Knife, colour: str, _: float) -> None:
    knife.plain(oval(0, -0.90, 0.16, 0.13), "#f2cf7a", 0.20)
    knife.sheet(polygon([(-0.012, -0.86), (0.012, -0.86), (0.018, -0.04), (-0.018, -0.04)]), colour)
    knife.sheet(polygon([(-0.05, 0), (0.05, 0), (0.024, -0.10), (-0.024, -0.10)]), colour)
    knife.sheet(polygon([(-0.042, -0.86), (0.042, -0.86), (0.058, -0.96), (-0.058, -0.96)]), "#f3d98c", drop=0.2)
    knife.sheet(closed([(-0.07, -0.955), (0, -1.0), (0.07, -0.955), (0, -0.95)], 0.5), colour)


def _campfire(knife: Knife, colour: str, clock: float) -> None:
    for a, b in (((-0.45, 0.0), (0.30, -0.16)), ((0.45, 0.0), (-0.30, -0.16))):
        knife.sheet(capsule((a[0], a[1] - 0.07), b, 0.075, 0.07), tone(WOOD, -0.06))
    for i, (w, h, fill) in enumerate(((0.34, 1.0, "#d9602f"), (0.24, 0.72, "#e9963a"), (0.13, 0.44, "#f6d98a"))):
        lean = 0.05 * math.sin(clock * (6 + i) + i)
        knife.sheet(
            closed(
                [
                    (-w, -0.12),
                    (-w * 0.8, -h * 0.45),
                    (lean - w * 0.2, -h * 0.62),
                    (lean, -h),
                    (lean + w * 0.45, -h * 0.55),
                    (w * 0.85, -h * 0.40),
                    (w, -0.12),
                    (0, -0.02),
                ]
            ),
            fill,
            drop=0.1,
        )


def _xiao(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(brush([(-0.18, 0.0), (0.0, -0.5), (0.18, -1.0)], (0.062, 0.058, 0.05)), colour)
    for i in range(6):
        t = 0.15 + 0.11 * i
        knife.plain(oval(-0.18 + 0.36 * t, -t, 0.012, 0.012), DARK)
    for t in (0.05, 0.40, 0.84):
        knife.plain(
            brush([(-0.215 + 0.36 * t, -t - 0.01), (-0.145 + 0.36 * t, -t + 0.012)], (0.016, 0.016)),
            tone(colour, -0.14),
        )


def _qin(knife: Knife, colour: str, _: float) -> None:
    for x in (-1.2, 1.1):
        knife.sheet(polygon(_box(x, -0.45, x + 0.12, 0)), tone(colour, -0.08))
    knife.sheet(
        closed(
            [
                (-2.0, -0.58),
                (-1.5, -0.94),
                (-0.6, -0.86),
                (0.4, -0.98),
                (1.6, -0.94),
                (1.95, -0.72),
                (1.9, -0.42),
                (0, -0.38),
                (-1.9, -0.42),
            ],
            0.7,
        ),
        colour,
    )
    for i in range(5):
        y = -0.82 + 0.075 * i
        knife.plain(brush([(-1.75, y + 0.03), (1.75, y)], (0.016, 0.016)), tone(colour, 0.28))
    for x in (-1.4, -0.9, -0.3, 0.3, 0.8, 1.2):
        knife.plain(oval(x, -0.50, 0.035, 0.035), "#e8dcc0")


def _fence(knife: Knife, colour: str, _: float) -> None:
    for y in (-0.72, -0.32):
        knife.sheet(polygon(_box(-1.25, y, 1.25, y + 0.10)), tone(colour, -0.05))
    for i in range(7):
        x = -1.1 + i * 0.36
        knife.sheet(
            polygon([(x - 0.07, 0), (x - 0.07, -0.9), (x, -1.0), (x + 0.07, -0.9), (x + 0.07, 0)]),
            tone(colour, 0.02 * (i % 2)),
        )


def _signpost(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon(_box(-0.03, -1.0, 0.03, 0)), tone(colour, -0.07))
    knife.sheet(polygon([(-0.25, -0.95), (0.22, -0.95), (0.32, -0.855), (0.22, -0.76), (-0.25, -0.76)]), colour)
    knife.sheet(
        polygon([(0.22, -0.70), (-0.20, -0.70), (-0.29, -0.62), (-0.20, -0.54), (0.22, -0.54)]), tone(colour, 0.03)
    )
    for x, y, w in ((-0.16, -0.86, 0.28), (-0.12, -0.62, 0.26)):
        knife.plain(brush([(x, y), (x + w, y)], (0.022, 0.022)), tone(colour, -0.22))


def _bridge(knife: Knife, colour: str, _: float) -> None:
    arch = [
        (-1.75, 0),
        (-1.0, -0.52),
        (0, -0.72),
        (1.0, -0.52),
        (1.75, 0),
        (0.66, 0),
        (0.50, -0.30),
        (0, -0.47),
        (-0.50, -0.30),
        (-0.66, 0),
    ]
    knife.sheet(closed(arch, 0.8), colour)
    for i in range(9):
        x = -1.4 + i * 0.35
        y = -0.72 * math.cos(x / 1.95 * math.pi / 2) - 0.02
        knife.sheet(polygon(_box(x - 0.035, y - 0.24, x + 0.035, y + 0.06)), tone(colour, 0.04))
    rail = [(x / 10, -0.72 * math.cos(x / 19.5 * math.pi / 2) - 0.20) for x in range(-15, 16, 3)]
    knife.sheet(brush(rail, [0.07] * len(rail)), tone(colour, 0.06))


def _pavilion(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon([(-0.52, 0), (0.52, 0), (0.47, -0.07), (-0.47, -0.07)]), STONE)
    for x in (-0.36, -0.14, 0.14, 0.36):
        knife.sheet(polygon(_box(x - 0.02, -0.60, x + 0.02, -0.05)), RED if colour == STONE else colour)
    knife.sheet(polygon(_box(-0.40, -0.22, 0.40, -0.18)), tone(RED, 0.04), drop=0.4)
    roof = [
        (-0.68, -0.60),
        (-0.44, -0.64),
        (-0.22, -0.78),
        (0, -0.94),
        (0.22, -0.78),
        (0.44, -0.64),
        (0.68, -0.60),
        (0.50, -0.53),
        (0, -0.56),
        (-0.50, -0.53),
    ]
    knife.sheet(closed(roof, 0.7), "#4f6a68")
    knife.sheet(oval(0, -0.955, 0.035, 0.045), "#d8a93f")


def _lighthouse(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-0.34, 0), (-0.22, -0.08), (0.20, -0.09), (0.36, 0)], 0.8), STONE)
    knife.sheet(polygon([(-0.14, -0.05), (0.14, -0.05), (0.085, -0.76), (-0.085, -0.76)]), "#ece4d4")
    for low, high in ((-0.18, -0.32), (-0.46, -0.60)):
        a, b = 0.14 - 0.055 * (-low - 0.05) / 0.71, 0.14 - 0.055 * (-high - 0.05) / 0.71
        knife.plain(polygon([(-a, low), (a, low), (b, high), (-b, high)]), RED)
    knife.sheet(polygon(_box(-0.12, -0.79, 0.12, -0.755)), DARK)
    knife.sheet(polygon(_box(-0.07, -0.90, 0.07, -0.79)), "#f3d98c")
    knife.sheet(closed([(-0.10, -0.895), (0, -1.0), (0.10, -0.895)], 0.4), RED)


def _willow(knife: Knife, colour: str, clock: float) -> None:
    knife.sheet(
        closed([(-0.07, 0), (-0.04, -0.4), (-0.09, -0.72), (0.03, -0.74), (0.05, -0.4), (0.09, 0)], 0.8),
        tone(WOOD, -0.08),
    )
    knife.sheet(
        closed(
            [(-0.42, -0.66), (-0.30, -0.90), (0, -1.0), (0.30, -0.92), (0.42, -0.68), (0.10, -0.58), (-0.12, -0.58)]
        ),
        tone(colour, -0.04),
    )
    for i in range(11):
        x = -0.44 + i * 0.088
        sway = 0.025 * math.sin(clock * 1.1 + i * 0.7)
        top = -0.70 - 0.20 * math.cos(x * 3)
        low = -0.16 - 0.16 * abs(math.sin(i * 2.3))
        knife.sheet(
            brush(
                [(x * 0.9, top), (x * 1.12 + sway * 0.5, (top + low) / 2), (x * 1.15 + sway, low)], (0.05, 0.062, 0.008)
            ),
            tone(colour, 0.05 * (i % 3) - 0.03),
            drop=0.4,
        )


def _bamboo(knife: Knife, colour: str, clock: float) -> None:
    for i, (x, h) in enumerate(((-0.16, 0.86), (0.03, 1.0), (0.19, 0.76))):
        sway = 0.015 * math.sin(clock * 0.9 + i)
        joints = 6
        for j in range(joints):
            a, b = h * j / joints, h * (j + 1) / joints
            knife.sheet(
                polygon(
                    [
                        (x - 0.02 + sway * a, -a),
                        (x + 0.02 + sway * a, -a),
                        (x + 0.018 + sway * b, -b + 0.008),
                        (x - 0.018 + sway * b, -b + 0.008),
                    ]
                ),
                tone(colour, 0.03 * (j % 2)),
                drop=0.3,
            )
        for j in range(4):
            y, side = -h * (0.5 + 0.15 * j), -1 if (i + j) % 2 else 1
            knife.sheet(
                brush([(x + sway, y), (x + side * 0.09, y + 0.0), (x + side * 0.17, y + 0.07)], (0.008, 0.036, 0.004)),
                tone(colour, 0.06),
                drop=0.4,
            )


def _rowing_boat(knife: Knife, colour: str, clock: float) -> None:
    knife.sheet(brush([(0.35, -0.95), (0.75, -0.35), (1.05, 0.05)], (0.05, 0.05, 0.13)), tone(colour, 0.10))
    knife.sheet(
        closed(
            [
                (-1.95, -0.78),
                (-1.0, -0.58),
                (0, -0.54),
                (1.0, -0.58),
                (1.95, -0.80),
                (1.45, -0.12),
                (0.7, 0.0),
                (-0.7, 0.0),
                (-1.45, -0.12),
            ],
            0.75,
        ),
        colour,
    )
    knife.tint(
        brush(
            [(-1.72, -0.58), (-0.9, -0.40), (0, -0.37), (0.9, -0.40), (1.72, -0.60)], (0.02, 0.05, 0.055, 0.05, 0.02)
        ),
        tone(colour, 0.12),
        0.9,
    )
    knife.tint(
        closed([(-1.45, -0.14), (0, -0.10), (1.45, -0.14), (0.7, 0.0), (-0.7, 0.0)], 0.8), tone(colour, -0.10), 0.6
    )


def _paper_boat(knife: Knife, colour: str, clock: float) -> None:
    knife.sheet(polygon([(-0.32, -0.34), (0, -1.0), (0.32, -0.34)]), tone(colour, -0.05))
    knife.sheet(
        polygon([(-1.05, -0.56), (-0.45, -0.36), (0.45, -0.36), (1.05, -0.56), (0.6, 0.0), (-0.6, 0.0)]), colour
    )
    knife.tint(polygon([(0.0, -0.36), (0.45, -0.36), (1.05, -0.56), (0.6, 0.0), (0.0, 0.0)]), tone(colour, -0.07), 0.8)


def _paper_plane(knife: Knife, colour: str, _: float) -> None:
    """A dart that flies to the right, seen a little from above."""
    knife.sheet(polygon([(-1.2, -0.30), (1.25, -0.62), (-0.62, 0.0)]), tone(colour, -0.12))
    knife.sheet(polygon([(-1.25, -0.94), (1.25, -0.62), (-0.86, -0.40)]), colour)
    knife.sheet(polygon([(-0.86, -0.40), (1.25, -0.62), (-0.70, -0.16)]), tone(colour, -0.05))


def _straw_hat(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(oval(0, -0.22, 1.5, 0.22), tone(colour, -0.04))
    knife.sheet(
        closed([(-0.72, -0.24), (-0.62, -0.82), (0, -1.0), (0.62, -0.82), (0.72, -0.24), (0, -0.14)], 0.8), colour
    )
    knife.plain(
        closed([(-0.72, -0.42), (0, -0.34), (0.72, -0.42), (0.72, -0.26), (0, -0.15), (-0.72, -0.26)], 0.6), RED
    )


def _pillar(knife: Knife, colour: str, _: float) -> None:
    """A stone column with a base, a swelling shaft and a capital."""
    knife.sheet(polygon([(-0.125, 0), (-0.105, -0.05), (0.105, -0.05), (0.125, 0)]), tone(colour, -0.06))
    knife.sheet(polygon([(-0.075, -0.05), (-0.064, -0.92), (0.064, -0.92), (0.075, -0.05)]), colour)
    for x in (-0.04, 0.0, 0.04):
        knife.tint(
            polygon([(x - 0.007, -0.06), (x - 0.006, -0.91), (x + 0.006, -0.91), (x + 0.007, -0.06)]),
            tone(colour, -0.07),
            0.8,
        )
    knife.sheet(
        polygon([(-0.07, -0.915), (-0.12, -0.97), (-0.12, -1.0), (0.12, -1.0), (0.12, -0.97), (0.07, -0.915)]),
        tone(colour, 0.03),
    )


CUTS: dict[str, tuple[Cut, str, float]] = {
    "table": (_table, WOOD, 1.74), "chair": (_chair, WOOD, 0.66), "bench": (_bench, WOOD, 2.06), "oil-lamp": (_oil_lamp, "#4f6a68", 0.72),
    "street-lamp": (_street_lamp, "#3f474d", 0.36), "campfire": (_campfire, WOOD, 1.1), "xiao": (_xiao, "#8a9a55", 0.46), "qin": (_qin, "#6b3f2e", 4.0),
    "fence": (_fence, WOOD, 2.5), "signpost": (_signpost, WOOD, 0.64), "bridge": (_bridge, STONE, 3.5), "pavilion": (_pavilion, STONE, 1.4),
    "lighthouse": (_lighthouse, STONE, 0.74), "pillar": (_pillar, STONE, 0.26), "willow": (_willow, "#7f9a55", 1.1), "bamboo": (_bamboo, "#6c9458", 0.76),
    "rowing-boat": (_rowing_boat, "#8a5f3f", 4.0), "paper-boat": (_paper_boat, "#ece4d2", 2.1), "paper-plane": (_paper_plane, "#ece4d2", 2.6), "straw-hat": (_straw_hat, "#d9b566", 3.0),
}  # fmt: skip
"""Name -> (how to cut it, its own colour, width for a height of 1)."""
