"""Paper-cuts of what people hold or worship that drawn art shows wrongly: a rod without its fish, a plain stick, a pagoda.

Each is drawn one unit high with the ground at y = 0 (down is positive), as in own_cuts.
"""

from __future__ import annotations

import itertools
import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.hand_cuts import HAND, HAND_BACKS, HAND_GRIPS
from engine.backends.animatic.puppets.house_cuts import HOUSE
from engine.backends.animatic.puppets.own_cuts import CUTS, DARK, RED, STONE, WOOD, Cut
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.seat_cuts import SEATS


def _fishing_rod(knife: Knife, colour: str, clock: float) -> None:
    """The butt is at half its height on the left, where a hand is; the line hangs from the tip."""
    knife.sheet(
        brush([(-0.32, -0.42), (0.20, -0.74), (0.62, -0.94), (0.88, -1.0)], (0.024, 0.020, 0.013, 0.007)), colour
    )
    knife.sheet(capsule((-0.36, -0.395), (-0.20, -0.495), 0.020, 0.018), tone(DARK, 0.05), drop=0.3)
    sway = 0.03 * math.sin(clock * 1.3)
    line = [(0.88, -1.0), (0.885 + sway * 0.4, -0.55), (0.875 + sway, -0.07)]
    knife.plain(brush(line, (0.007, 0.006, 0.006)), "#e9e0cc", 0.9)
    knife.sheet(oval(0.875 + sway, -0.055, 0.020, 0.032), RED, drop=0.2)
    knife.plain(oval(0.875 + sway, -0.036, 0.017, 0.015), "#f0e6d2")


def _letter(knife: Knife, colour: str, _: float) -> None:
    """An envelope with its flap down and a wax seal: cream, so that it shows against any weather."""
    knife.sheet(polygon([(-0.72, -1.0), (0.72, -1.0), (0.72, 0.0), (-0.72, 0.0)]), colour)
    for side in (-1, 1):
        knife.tint(polygon([(side * 0.72, -0.96), (side * 0.06, -0.42), (side * 0.72, 0.0)]), tone(colour, -0.045), 1.0)
    knife.sheet(
        closed([(-0.72, -1.0), (0.72, -1.0), (0.08, -0.40), (0.0, -0.36), (-0.08, -0.40)], 0.25), tone(colour, 0.02)
    )
    knife.sheet(
        closed(
            [
                (
                    0.13 * math.cos(i * 0.7) * (1.08 if i % 2 else 0.96),
                    -0.40 + 0.13 * math.sin(i * 0.7) * (1.08 if i % 2 else 0.96),
                )
                for i in range(9)
            ]
        ),
        RED,
    )
    knife.plain(oval(0.0, -0.40, 0.07, 0.07), tone(RED, -0.07))


def _cane(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(
        brush(
            [(0.0, 0.0), (0.0, -0.55), (0.005, -0.86), (0.06, -0.975), (0.15, -0.955), (0.17, -0.86)],
            (0.028, 0.034, 0.040, 0.042, 0.042, 0.040),
        ),
        colour,
    )
    knife.plain(polygon([(-0.018, -0.02), (0.018, -0.02), (0.015, 0.0), (-0.015, 0.0)]), DARK)


def _staff(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(brush([(0.01, 0.0), (-0.012, -0.35), (0.012, -0.7), (0.0, -1.0)], (0.020, 0.024, 0.028, 0.034)), colour)
    for y in (-0.22, -0.45, -0.68, -0.88):
        knife.plain(brush([(-0.018, y), (0.016, y + 0.006)], (0.008, 0.008)), tone(colour, -0.14))


def _pistol(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-0.62, 0.0), (-0.34, 0.0), (-0.22, -0.56), (-0.52, -0.62)], 0.4), "#6f4f3a")
    knife.sheet(
        polygon([(-0.66, -1.0), (0.80, -1.0), (0.80, -0.70), (0.02, -0.66), (-0.06, -0.52), (-0.56, -0.52)]), colour
    )
    knife.plain(
        brush([(-0.18, -0.52), (-0.02, -0.34), (0.10, -0.50), (0.06, -0.64)], (0.05, 0.05, 0.05, 0.05)),
        tone(colour, -0.05),
    )
    knife.plain(brush([(-0.5, -0.86), (0.72, -0.86)], (0.03, 0.03)), tone(colour, 0.12))


def _sword(knife: Knife, colour: str, _: float) -> None:
    """A straight double-edged sword, point up, with a tassel at the pommel."""
    knife.sheet(closed([(-0.030, -0.24), (-0.026, -0.90), (0.0, -1.0), (0.026, -0.90), (0.030, -0.24)], 0.25), colour)
    knife.plain(brush([(0.0, -0.26), (0.0, -0.94)], (0.014, 0.004)), tone(colour, -0.14))
    knife.sheet(
        closed([(-0.10, -0.225), (0.0, -0.26), (0.10, -0.225), (0.04, -0.195), (-0.04, -0.195)], 0.6), "#c79a3f"
    )
    knife.sheet(polygon([(-0.020, -0.20), (0.020, -0.20), (0.018, -0.05), (-0.018, -0.05)]), "#5a3a34")
    knife.sheet(oval(0.0, -0.035, 0.028, 0.030), "#c79a3f")
    knife.sheet(closed([(-0.012, -0.01), (0.012, -0.01), (0.05, 0.10), (-0.005, 0.11)], 0.5), RED, drop=0.3)


def _canopy(knife: Knife, colour: str, ribs: int, scallop: float, low: float) -> None:
    """An open umbrella's roof from one side: `ribs` panels in two tones."""
    rim = [(-0.44 + 0.88 * i / ribs, low) for i in range(ribs + 1)]
    edge = []
    for (ax, ay), (bx, _) in itertools.pairwise(rim):
        edge += [(ax, ay), ((ax + bx) / 2, ay - scallop)]
    top = [
        (0.44, low),
        (0.36, low - 0.15),
        (0.20, low - 0.255),
        (0.0, -0.965),
        (-0.20, low - 0.255),
        (-0.36, low - 0.15),
    ]
    knife.sheet(closed([*edge, *top], 0.55), colour)
    for i in range(0, ribs, 2):
        a, b = rim[i][0], rim[i + 1][0]
        knife.tint(
            closed(
                [
                    (a, low),
                    ((a + b) / 2, low - scallop),
                    (b, low),
                    (b * 0.62, low - 0.20),
                    (0.0, -0.96),
                    (a * 0.62, low - 0.20),
                ],
                0.4,
            ),
            tone(colour, -0.06),
            0.8,
        )


def umbrella_from_above(knife: Knife, colour: str) -> None:
    """Its roof seen by a bird: eight panels round the point."""
    corners = [(0.40 * math.cos(i * math.pi / 4 + 0.2), 0.40 * math.sin(i * math.pi / 4 + 0.2)) for i in range(8)]
    knife.sheet(polygon(corners), colour)
    for a, b in list(zip(corners, [*corners[1:], corners[0]], strict=True))[::2]:
        knife.tint(polygon([(0.0, 0.0), a, b]), tone(colour, -0.07), 0.9)
    knife.plain(oval(0.0, 0.0, 0.025, 0.025), DARK)


def _umbrella(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(
        brush(
            [(0.0, -0.70), (0.0, -0.10), (0.005, -0.03), (0.045, -0.005), (0.08, -0.05)],
            (0.018, 0.020, 0.024, 0.024, 0.020),
        ),
        DARK,
        drop=0.3,
    )
    knife.plain(brush([(0.0, -0.94), (0.0, -1.0)], (0.016, 0.010)), DARK)
    _canopy(knife, colour, 6, 0.035, -0.655)


def _paper_umbrella(knife: Knife, colour: str, _: float) -> None:
    """Oiled paper on bamboo: shallow, straight-rimmed, with its many ribs showing."""
    knife.sheet(brush([(0.0, -0.74), (0.0, 0.0)], (0.018, 0.024)), "#b89058", drop=0.3)
    for side in (-1, 1):
        knife.plain(brush([(0.0, -0.60), (side * 0.24, -0.72)], (0.008, 0.006)), "#b89058")
    _canopy(knife, colour, 8, 0.006, -0.70)
    for i in range(9):
        x = -0.44 + 0.11 * i
        knife.tint(brush([(x, -0.70), (x * 0.66, -0.88), (0, -0.965)], (0.007, 0.006, 0.005)), tone(colour, -0.16), 0.8)
    knife.sheet(closed([(-0.035, -0.94), (0.0, -1.0), (0.035, -0.94)], 0.5), "#b89058", drop=0.2)


def _coin(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(oval(0, -0.5, 0.5, 0.5), colour)
    knife.plain(oval(0, -0.5, 0.43, 0.43), tone(colour, -0.08))
    knife.plain(oval(0, -0.5, 0.40, 0.40), tone(colour, 0.02))
    knife.plain(polygon([(-0.14, -0.64), (0.14, -0.64), (0.14, -0.36), (-0.14, -0.36)]), tone(colour, -0.24))


def _pagoda(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon([(-0.27, 0.0), (0.27, 0.0), (0.24, -0.05), (-0.24, -0.05)]), STONE)
    y, w = -0.05, 0.19
    for _storey in range(5):
        h = 0.105
        knife.sheet(polygon([(-w * 0.72, y), (w * 0.72, y), (w * 0.70, y - h), (-w * 0.70, y - h)]), colour)
        knife.plain(
            polygon([(-w * 0.16, y - 0.01), (w * 0.16, y - 0.01), (w * 0.16, y - h * 0.74), (-w * 0.16, y - h * 0.74)]),
            "#f0c878",
        )
        top = y - h
        eaves = [
            (-w * 1.35, top - 0.012),
            (-w * 0.8, top - 0.025),
            (-w * 0.5, top - 0.065),
            (w * 0.5, top - 0.065),
            (w * 0.8, top - 0.025),
            (w * 1.35, top - 0.012),
            (w * 0.9, top + 0.012),
            (-w * 0.9, top + 0.012),
        ]
        knife.sheet(closed(eaves, 0.5), "#4f5f68")
        y, w = top - 0.055, w * 0.86
    knife.sheet(closed([(-0.03, y + 0.01), (0.0, -1.0), (0.03, y + 0.01)], 0.3), "#c79a3f")


def _robot_back(knife: Knife, colour: str, clock: float) -> None:
    """All of a robot but its face."""
    for side in (-1, 1):
        knife.sheet(capsule((side * 0.10, -0.24), (side * 0.10, -0.05), 0.045, 0.045), tone(colour, -0.10))
        knife.sheet(
            closed(
                [
                    (side * 0.10 - 0.08, 0),
                    (side * 0.10 - 0.07, -0.06),
                    (side * 0.10 + 0.07, -0.06),
                    (side * 0.10 + 0.08, 0),
                ],
                0.6,
            ),
            tone(colour, -0.05),
        )
        wave = 0.03 * math.sin(clock * 1.6 + side)
        knife.sheet(capsule((side * 0.20, -0.52), (side * 0.29, -0.30 + wave), 0.042, 0.04), tone(colour, -0.10))
        knife.sheet(oval(side * 0.29, -0.28 + wave, 0.05, 0.05), tone(colour, 0.06))
    knife.sheet(closed([(-0.20, -0.20), (-0.21, -0.58), (0.21, -0.58), (0.20, -0.20)], 0.35), colour)
    knife.sheet(oval(0, -0.42, 0.07, 0.07), "#e7b24a", drop=0.3)
    knife.plain(brush([(0.0, -0.92), (0.0, -0.99)], (0.014, 0.010)), tone(colour, -0.12))
    knife.sheet(oval(0, -0.975, 0.025, 0.025), RED, drop=0.2)
    knife.sheet(closed([(-0.19, -0.62), (-0.20, -0.92), (0.20, -0.92), (0.19, -0.62)], 0.4), tone(colour, 0.05))


def _robot(knife: Knife, colour: str, clock: float) -> None:
    _robot_back(knife, colour, clock)
    for side in (-1, 1):
        knife.plain(oval(side * 0.085, -0.80, 0.055, 0.055), "#f3ead9")
        knife.plain(oval(side * 0.085, -0.795, 0.030, 0.032), DARK)
    knife.plain(brush([(-0.07, -0.685), (0.0, -0.668), (0.07, -0.685)], (0.012, 0.018, 0.012)), DARK)


def _bat(knife: Knife, colour: str, _: float) -> None:
    """A baseball bat, held by its thin end."""
    knife.sheet(brush([(0.0, 0.0), (0.0, -0.30), (0.0, -0.62), (0.0, -0.99)], (0.045, 0.042, 0.085, 0.115)), colour)
    knife.sheet(oval(0.0, -0.012, 0.038, 0.020), tone(colour, -0.05), drop=0.2)
    for i in range(4):
        knife.tint(
            brush([(-0.024, -0.07 - 0.05 * i), (0.024, -0.09 - 0.05 * i)], (0.010, 0.010)), tone(colour, -0.20), 0.9
        )


def _net(knife: Knife, colour: str, _: float) -> None:
    """A fishing net laid in a heap: a slack cone of mesh with corks along its hem."""

    def hem(t: float) -> tuple[float, float]:
        return 0.72 * t, -0.05 - 0.06 * math.cos(3 * math.pi * t)

    across = [t / 5 for t in range(-5, 6)]
    knife.tint(closed([(0.0, -1.0), *(hem(t) for t in across)], 0.3), tone(colour, 0.10), 0.35)
    for t in across:
        end = hem(t)
        knife.plain(brush([(0.0, -1.0), (0.62 * end[0], -0.5), end], (0.016, 0.013, 0.012)), colour)
    for share in (0.25, 0.45, 0.65, 0.85):
        row = [(share * hem(t)[0] * 1.12, -1.0 + share * (1.0 + hem(t)[1])) for t in across]
        knife.plain(brush(row, [0.012] * len(row)), colour)
    for t in across:
        knife.sheet(oval(*hem(t), 0.045, 0.035), "#c8793f", drop=0.3)


def _rolling_pin(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(capsule((0.0, -0.03), (0.0, -0.97), 0.030, 0.030), tone(colour, -0.14))
    knife.sheet(capsule((0.0, -0.26), (0.0, -0.74), 0.085, 0.085), colour)


PROPS: dict[str, tuple[Cut, str, float]] = {
    "fishing-rod": (_fishing_rod, "#b08a4e", 1.84), "letter": (_letter, "#efe2c6", 1.46), "cane": (_cane, WOOD, 0.42), "staff": (_staff, "#9a8a4e", 0.10),
    "pistol": (_pistol, "#4a4c54", 1.7), "sword": (_sword, "#b9c0c6", 0.26), "umbrella": (_umbrella, RED, 0.94),
    "paper-umbrella": (_paper_umbrella, "#c4573f", 0.94), "coin": (_coin, "#c79a3f", 1.04), "pagoda": (_pagoda, "#a9503c", 0.56),
    "robot": (_robot, "#6f93a8", 0.72), "net": (_net, "#7c8a86", 1.5), "rolling-pin": (_rolling_pin, "#d9b27c", 0.2), "bat": (_bat, "#c79a62", 0.13),
}  # fmt: skip
"""Name -> (how to cut it, its own colour, width for a height of 1)."""

ALL_CUTS = CUTS | PROPS | HOUSE | HAND | SEATS

GRIPS = {
    "cut:bat": 0.10, "cut:fishing-rod": 0.44, "cut:cane": 0.93, "cut:staff": 0.62, "cut:pistol": 0.30, "cut:sword": 0.12, "cut:umbrella": 0.10,
    "cut:paper-umbrella": 0.08, "cut:oil-lamp": 0.97, "🏮": 0.97, "👜": 0.93, "💼": 0.90, "🧺": 0.88, "🧳": 0.93, "🎒": 0.92, "🛍": 0.93,
    "🗡": 0.85, "🏹": 0.5, "🛡": 0.5, "🪣": 0.95, "🎈": 0.02, **HAND_GRIPS,
}  # fmt: skip
"""Where a hand holds it, as a share of its height from the ground: what hangs by a handle hangs from the hand."""

BUTTS = {"fishing-rod": -0.28}
"""How far to the right of its middle that is, as a share of its height."""

GLOWS = {
    "🏮": (1.7, 0.5), "cut:oil-lamp": (1.6, 0.45), "cut:street-lamp": (2.6, 0.9), "🕯️": (1.2, 0.8), "cut:candle": (1.2, 0.85), "💡": (1.1, 0.6), "🔦": (0.9, 0.85),
    "🔥": (2.2, 0.5), "cut:campfire": (2.8, 0.5), "cut:hearth": (2.6, 0.25), "🎃": (1.0, 0.5), "✨": (1.6, 0.5),
}  # fmt: skip
"""What gives light after dusk: how far (metres), and where it burns, as a share of its height."""

BACKS: dict[str, Cut] = {"robot": _robot_back, **HAND_BACKS}
"""What is seen of a cut from behind, where that differs."""

EYES = {"robot": 0.80}
"""How high its eyes are, as a share of its height."""

DIRECTED = frozenset({"fishing-rod", "pistol"})
"""Cuts that point to the right, and turn with whoever holds them."""
