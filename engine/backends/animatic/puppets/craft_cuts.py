"""How boats, ships and what flies are cut: side views facing right, waterline or skids at y = 0, `n` metres long and `h` high."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.wheels import GLASS, METAL, TYRE, box, windows
from engine.backends.animatic.stage import Pose


def rowing_boat(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A rowing boat with its oar; whoever sits in it is a player of their own."""
    stroke = math.sin((pose.gone or pose.clock * 0.4) * 2.2) if pose.travel > 0.05 else -0.6
    inner = closed(
        [(-n * 0.45, -h * 0.50), (0, -h * 0.46), (n * 0.47, -h * 0.56), (n * 0.3, -h * 0.36), (-n * 0.3, -h * 0.34)]
    )
    knife.sheet(inner, tone(colour, -0.13))
    for x in (-0.22, 0.12):
        knife.sheet(polygon(box(n * x, -h * 0.52, n * x + n * 0.10, -h * 0.44)), tone(colour, 0.08), drop=0.3)
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


def sailboat(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Two sails that swell."""
    swell = 0.02 * n * math.sin(pose.clock * 1.2)
    knife.sheet(polygon(box(-n * 0.012, -h, n * 0.012, -h * 0.10)), tone(colour, -0.10))
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


def ship(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A steamer with smoke."""
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
    knife.plain(polygon(box(-n * 0.04, -h * 0.92, n * 0.062, -h * 0.85)), TYRE)
    knife.sheet(closed(box(-n * 0.26, -h * 0.66, n * 0.22, -h * 0.34), 0.12), "#e9e1d0")
    knife.sheet(closed(box(n * 0.06, -h * 0.80, n * 0.20, -h * 0.62), 0.15), "#e2d8c4")
    windows(knife, [n * 0.085, n * 0.145], n * 0.035, -h * 0.76, -h * 0.67)
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


def aeroplane(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """An airliner."""
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


def helicopter(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A helicopter with a turning rotor."""
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
    knife.plain(polygon(box(n * 0.045, -h * 0.96, n * 0.075, -h * 0.74)), TYRE)
    reach = n * (0.20 + 0.36 * spin)
    knife.sheet(
        brush(
            [(n * 0.06 - reach, -h * 0.965), (n * 0.06, -h * 0.955), (n * 0.06 + reach, -h * 0.965)],
            (0.03 * h, 0.05 * h, 0.03 * h),
        ),
        "#5a5a62",
    )


def air_balloon(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A balloon with stripes and a basket."""
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


def rocket(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A rocket; it burns when it goes."""
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
