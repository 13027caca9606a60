"""More of what floats: the black-awning boat of the South, junk, full-rigged ship, submarine, dragon boat, canoe. Side views facing right."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, oval, polygon
from engine.backends.animatic.puppets.road_cuts import GILT, part
from engine.backends.animatic.puppets.wheels import GLASS, METAL, TYRE
from engine.backends.animatic.stage import Pose


def sampan(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """乌篷船: a narrow hull, a black vaulted awning of mats, a scull over the stern."""
    stroke = math.sin((pose.gone or pose.clock * 0.5) * 2.2) if pose.travel > 0.05 else 0.3
    knife.sheet(
        brush(
            [(-n * 0.28, -h * 0.78), (-n * 0.42, -h * 0.34), (-n * (0.52 + 0.03 * stroke), h * 0.03)],
            (h * 0.035, h * 0.04, h * 0.085),
        ),
        tone(colour, 0.14),
    )
    part(knife, n, h, "-.46 -.40, 0 -.32, .47 -.44, .3 -.26, -.3 -.26", tone(colour, -0.12), 0.8)
    for a, b, top, dark in ((-0.27, -0.01, 0.80, 0.0), (-0.06, 0.25, 0.90, 0.05)):
        part(
            knife,
            n,
            h,
            f"{a} -.32, {a} -.50, {a + 0.05:.3f} -{top - 0.10:.2f}, {(a + b) / 2:.3f} -{top}, {b - 0.05:.3f} -{top - 0.10:.2f}, {b} -.50, {b} -.32",
            tone("#3d3a40", dark),
            0.6,
        )
        for i in range(1, 5):
            x = n * (a + (b - a) * i / 5)
            knife.tint(
                brush([(x, -h * 0.36), (x, -h * (top - 0.03 - 0.9 * abs(i / 5 - 0.5) ** 2))], (h * 0.012, h * 0.012)),
                "#6a645f",
                0.7,
            )
    part(knife, n, h, ".20 -.32, .215 -.62, .245 -.52, .25 -.32", "#5a5458", 0.2, 0.2)
    part(
        knife, n, h, "-.50 -.50, -.36 -.36, 0 -.29, .36 -.36, .51 -.56, .42 -.16, .22 0, -.24 0, -.40 -.14", colour, 0.8
    )
    knife.tint(
        brush([(-n * 0.46, -h * 0.36), (0, -h * 0.20), (n * 0.47, -h * 0.40)], (h * 0.03, h * 0.05, h * 0.03)),
        tone(colour, 0.10),
        0.9,
    )


def junk(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Three battened sails like fans."""
    swell = 0.012 * math.sin(pose.clock * 1.2)
    for x, top, low, wide, shade in (
        (-0.30, 0.74, 0.26, 0.15, -0.04),
        (0.30, 0.80, 0.24, 0.16, -0.02),
        (0.0, 1.0, 0.22, 0.22, 0.0),
    ):
        knife.sheet(brush([(n * x, -h * 0.14), (n * x, -h * (top + 0.0))], (h * 0.018, h * 0.012)), tone(colour, -0.10))
        text = f"{x - 0.03:.3f} -{low}, {x - 0.05:.3f} -{top - 0.10:.3f}, {x:.3f} -{top - 0.01:.3f}, {x + wide * 0.6:.3f} -{top - 0.10:.3f}, {x + wide + swell:.3f} -{(top + low) / 2:.3f}, {x + wide * 0.92:.3f} -{low + 0.01:.3f}"
        part(knife, n, h, text, tone("#b8573f", shade), 0.45)
        for i in range(1, 5):
            y = low + (top - 0.08 - low) * i / 5
            knife.tint(
                brush(
                    [(n * (x - 0.045), -h * y), (n * (x + wide * (0.96 - 0.05 * i)), -h * (y + 0.015))],
                    (h * 0.008, h * 0.008),
                ),
                "#6f3a30",
                0.8,
            )
    part(
        knife,
        n,
        h,
        "-.50 -.30, -.36 -.27, -.34 -.16, 0 -.13, .34 -.15, .50 -.24, .42 -.04, .34 0, -.34 0, -.45 -.08",
        colour,
        0.5,
    )
    part(knife, n, h, "-.50 -.30, -.36 -.27, -.35 -.20, -.47 -.20", tone(colour, 0.06), 0.2, 0.3)
    knife.plain(oval(n * 0.42, -h * 0.14, h * 0.018, h * 0.02), "#ece2cc")
    knife.plain(oval(n * 0.422, -h * 0.14, h * 0.009, h * 0.011), "#332c33")
    knife.tint(
        brush([(-n * 0.44, -h * 0.10), (0, -h * 0.07), (n * 0.44, -h * 0.12)], (h * 0.01, h * 0.014, h * 0.01)),
        GILT,
        0.9,
    )


def tall_ship(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Three masts of square sails, a bowsprit with a jib, a flag."""
    swell = 0.01 * math.sin(pose.clock * 1.1)
    knife.sheet(brush([(n * 0.38, -h * 0.20), (n * 0.54, -h * 0.30)], (h * 0.018, h * 0.008)), tone(colour, -0.10))
    part(knife, n, h, f".36 -.60, .52 -.29, {0.40 - swell:.3f} -.26", "#e4dac4", 0.3)
    for x, top in ((-0.28, 0.80), (0.24, 0.86), (-0.02, 1.0)):
        knife.sheet(brush([(n * x, -h * 0.14), (n * x, -h * top)], (h * 0.018, h * 0.01)), tone(colour, -0.12))
        rows = ((0.26, 0.50, 0.125), (0.52, 0.70, 0.105), (0.72, 0.86, 0.08))
        for low, high, wide in rows:
            if high > top - 0.02:
                continue
            belly = wide + 0.035 + swell
            part(
                knife,
                n,
                h,
                f"{x - wide:.3f} -{high}, {x + wide:.3f} -{high}, {x + belly:.3f} -{(low + high) / 2:.3f}, {x + wide:.3f} -{low}, {x:.3f} -{low + 0.03:.3f}, {x - wide:.3f} -{low}, {x - wide + 0.03:.3f} -{(low + high) / 2:.3f}",
                "#ebe2cd",
                0.35,
            )
            knife.plain(
                brush([(n * (x - wide * 1.08), -h * high), (n * (x + wide * 1.08), -h * high)], (h * 0.012, h * 0.012)),
                tone(colour, -0.08),
            )
        wave = 0.01 * math.sin(pose.clock * 3)
        part(
            knife,
            n,
            h,
            f"{x:.3f} -{top}, {x - 0.09:.3f} -{top - 0.015 + wave:.3f}, {x:.3f} -{top - 0.035:.3f}",
            "#b8483a",
            0.1,
            0.1,
        )
    part(
        knife,
        n,
        h,
        "-.48 -.30, -.34 -.28, -.32 -.18, 0 -.15, .32 -.17, .46 -.24, .40 -.05, .32 0, -.34 0, -.44 -.08",
        colour,
        0.5,
    )
    for i in range(6):
        knife.plain(
            polygon(
                [
                    (n * (-0.26 + 0.10 * i), -h * 0.125),
                    (n * (-0.225 + 0.10 * i), -h * 0.125),
                    (n * (-0.225 + 0.10 * i), -h * 0.095),
                    (n * (-0.26 + 0.10 * i), -h * 0.095),
                ]
            ),
            "#3a302f",
        )
    for y in (0.155, 0.07):
        knife.tint(
            brush(
                [(-n * 0.43, -h * (y + 0.03)), (0, -h * y * 0.95), (n * 0.42, -h * (y + 0.02))],
                (h * 0.008, h * 0.012, h * 0.008),
            ),
            GILT,
            0.9,
        )


def submarine(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A cigar with a tower, a periscope and round windows."""
    turn = math.sin(pose.clock * 9)
    knife.sheet(brush([(-n * 0.48, -h * 0.34), (-n * 0.48, -h * (0.34 + 0.14 * turn))], (n * 0.02, n * 0.012)), GILT)
    knife.sheet(brush([(-n * 0.48, -h * 0.34), (-n * 0.48, -h * (0.34 - 0.14 * turn))], (n * 0.02, n * 0.012)), GILT)
    knife.sheet(
        brush([(n * 0.04, -h * 0.78), (n * 0.04, -h * 0.97), (n * 0.085, -h * 0.97)], (h * 0.04, h * 0.04, h * 0.035)),
        METAL,
    )
    part(knife, n, h, "-.08 -.60, -.06 -.86, .10 -.86, .14 -.60", tone(colour, -0.04), 0.3)
    part(knife, n, h, "-.47 -.34, -.52 -.56, -.44 -.60, -.36 -.42", tone(colour, -0.06), 0.4)
    part(
        knife,
        n,
        h,
        "-.48 -.34, -.36 -.56, .0 -.64, .34 -.60, .49 -.40, .48 -.26, .34 -.08, .0 -.02, -.34 -.10",
        colour,
        0.9,
    )
    knife.tint(
        brush([(-n * 0.44, -h * 0.28), (0, -h * 0.22), (n * 0.47, -h * 0.28)], (h * 0.02, h * 0.03, h * 0.02)),
        tone(colour, -0.12),
        0.8,
    )
    for x in (-0.18, 0.02, 0.22):
        knife.sheet(oval(n * x, -h * 0.40, h * 0.085, h * 0.085), GILT, drop=0.3)
        knife.plain(oval(n * x, -h * 0.40, h * 0.06, h * 0.06), GLASS)
        knife.plain(oval(n * x - h * 0.02, -h * 0.42, h * 0.02, h * 0.02), "#eef2ee", 0.8)
    knife.plain(oval(n * 0.45, -h * 0.34, h * 0.04, h * 0.05), "#f0d48a")


def raft(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Bamboo poles side by side, turned up at the bow, and a pole to push with."""
    sway = 0.02 * math.sin((pose.gone or pose.clock * 0.5) * 2)
    knife.sheet(
        brush([(-n * (0.22 + sway), -h * 1.0), (-n * (0.34 + sway), h * 0.02)], (h * 0.03, h * 0.035)),
        tone(colour, 0.08),
    )
    for i in range(4):
        y = -h * (0.05 + 0.055 * i)
        knife.sheet(
            brush(
                [
                    (-n * 0.49 + 0.02 * n * i, y),
                    (0, y + h * 0.01),
                    (n * 0.38, y),
                    (n * (0.50 - 0.015 * i), y - h * 0.14),
                ],
                (h * 0.09, h * 0.09, h * 0.085, h * 0.06),
            ),
            tone(colour, 0.03 * (i % 2)),
            drop=0.4,
        )
        for k in range(6):
            x = n * (-0.42 + 0.15 * k + 0.03 * (i % 2))
            knife.tint(brush([(x, y - h * 0.035), (x, y + h * 0.04)], (h * 0.012, h * 0.012)), tone(colour, -0.12), 0.8)
    for x in (-0.34, 0.0, 0.30):
        knife.sheet(brush([(n * x, -h * 0.28), (n * (x - 0.01), 0.0)], (h * 0.045, h * 0.045)), "#7d6048", drop=0.2)


def dragon_boat(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """龙舟: a long hull with scales, head high, tail high, a drum."""
    part(
        knife,
        n,
        h,
        "-.50 -.86, -.46 -.50, -.36 -.34, 0 -.28, .34 -.36, .42 -.56, .46 -.60, .46 -.30, .34 -.06, .0 0, -.34 -.06, -.46 -.30",
        colour,
        0.6,
    )
    for i in range(16):
        x = -0.40 + 0.052 * i
        knife.tint(
            brush(
                [(n * x, -h * 0.24), (n * (x + 0.02), -h * 0.14), (n * x, -h * 0.06)], (h * 0.01, h * 0.035, h * 0.01)
            ),
            GILT,
            0.8,
        )
    for dx, dy in ((-0.03, 0.0), (0.0, -0.05), (0.03, 0.0)):
        knife.sheet(
            brush([(-n * 0.49, -h * 0.72), (-n * (0.51 - dx), -h * (0.98 + dy))], (h * 0.06, h * 0.01)),
            "#3f7f72",
            drop=0.2,
        )
    part(knife, n, h, ".38 -.50, .40 -.84, .44 -.92, .48 -.90, .53 -.82, .53 -.74, .47 -.72, .46 -.52", "#3f7f72", 0.5)
    part(knife, n, h, ".465 -.72, .52 -.70, .525 -.66, .47 -.66", "#b8483a", 0.3, 0.2)
    knife.sheet(brush([(n * 0.435, -h * 0.90), (n * 0.40, -h * 1.0)], (h * 0.04, h * 0.01)), GILT, drop=0.2)
    for i in range(4):
        knife.sheet(
            brush([(n * 0.40, -h * (0.86 - 0.08 * i)), (n * 0.365, -h * (0.88 - 0.07 * i))], (h * 0.06, h * 0.01)),
            GILT,
            drop=0.2,
        )
    knife.plain(oval(n * 0.472, -h * 0.82, h * 0.03, h * 0.03), "#ece2cc")
    knife.plain(oval(n * 0.475, -h * 0.82, h * 0.015, h * 0.016), TYRE)
    knife.sheet(capsule((n * 0.24, -h * 0.42), (n * 0.24, -h * 0.54), h * 0.10, h * 0.10), "#b8483a", drop=0.4)
