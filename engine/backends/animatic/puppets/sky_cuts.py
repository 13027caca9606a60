"""More of what flies: saucers, space ships, airships, biplanes, and a hot-air balloon's basket. Side views facing right."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval
from engine.backends.animatic.puppets.road_cuts import part
from engine.backends.animatic.puppets.wheels import GLASS, METAL, TYRE, wheel
from engine.backends.animatic.stage import Act, Pose


def saucer(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A dome, a rim of lamps that run round, a beam of light beneath while it hovers."""
    if pose.act is Act.FLY or pose.travel < 0.05:
        for wide, a in ((0.26, 0.12), (0.17, 0.16)):
            beam = [
                (-n * wide * 0.5, -h * 0.40),
                (n * wide * 0.5, -h * 0.40),
                (n * wide * 1.25, h * 0.02),
                (-n * wide * 1.25, h * 0.02),
            ]
            knife.plain(closed(beam, 0.1), "#f4ecb0", a * (0.8 + 0.2 * math.sin(pose.clock * 3)))
    part(knife, n, h, "-.18 -.68, -.15 -.90, .0 -1.0, .15 -.90, .18 -.68", GLASS, 0.9)
    knife.plain(
        brush([(-n * 0.10, -h * 0.74), (-n * 0.09, -h * 0.88), (-n * 0.02, -h * 0.94)], (h * 0.02, h * 0.05, h * 0.02)),
        "#eef4f0",
        0.8,
    )
    part(knife, n, h, "-.30 -.46, -.12 -.34, .12 -.34, .30 -.46", tone(colour, -0.12), 0.7)
    part(knife, n, h, "-.50 -.54, -.30 -.68, .0 -.74, .30 -.68, .50 -.54, .30 -.42, .0 -.38, -.30 -.42", colour, 0.8)
    lit = int(pose.clock * 5)
    for i in range(7):
        x = -0.39 + 0.13 * i
        on = (i + lit) % 3 == 0
        knife.sheet(
            oval(n * x, -h * (0.54 - 0.05 * (1 - (x / 0.4) ** 2)), n * 0.022, h * 0.035),
            "#f6e59a" if on else "#b8744a",
            drop=0.2,
        )


def spaceship(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Lies along its flight: swept wings, a canopy, two engines that burn."""
    burn = 0.7 + 0.3 * math.sin(pose.clock * 17)
    if pose.act is Act.FLY or pose.travel > 0.05:
        for y in (-0.36, -0.60):
            knife.plain(
                closed(
                    [(-n * 0.40, (y - 0.05) * h), (-n * (0.46 + 0.10 * burn), y * h), (-n * 0.40, (y + 0.05) * h)], 0.5
                ),
                "#e8963a",
                0.9,
            )
            knife.plain(
                closed(
                    [(-n * 0.40, (y - 0.025) * h), (-n * (0.43 + 0.05 * burn), y * h), (-n * 0.40, (y + 0.025) * h)],
                    0.5,
                ),
                "#f6e59a",
            )
    part(knife, n, h, "-.34 -.66, -.46 -1.0, -.34 -1.0, -.06 -.68", tone(colour, -0.14), 0.2)
    for y in (-0.36, -0.60):
        part(
            knife,
            n,
            h,
            f"-.41 {y - 0.075:.3f}, -.22 {y - 0.09:.3f}, -.18 {y:.3f}, -.22 {y + 0.09:.3f}, -.41 {y + 0.075:.3f}",
            METAL,
            0.4,
        )
    part(
        knife,
        n,
        h,
        "-.36 -.30, -.34 -.64, -.10 -.74, .20 -.70, .42 -.54, .50 -.44, .40 -.34, .10 -.26, -.20 -.24",
        colour,
        0.7,
    )
    part(knife, n, h, ".10 -.68, .22 -.72, .36 -.60, .40 -.54, .20 -.54", GLASS, 0.6, 0.3)
    knife.plain(brush([(n * 0.17, -h * 0.66), (n * 0.26, -h * 0.66)], (h * 0.03, h * 0.02)), "#eef4f0", 0.8)
    knife.tint(
        brush([(-n * 0.34, -h * 0.46), (0, -h * 0.44), (n * 0.46, -h * 0.44)], (h * 0.03, h * 0.05, h * 0.01)),
        "#c8553d",
        0.9,
    )
    part(knife, n, h, "-.30 -.34, -.10 -.36, .04 -.32, -.28 .0, -.40 .0", tone(colour, -0.06), 0.2)
    for x in (-0.14, -0.02):
        knife.plain(oval(n * x, -h * 0.56, h * 0.03, h * 0.03), GLASS)


def airship(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A ribbed cigar of cloth over a small gondola."""
    part(knife, n, h, "-.44 -.66, -.52 -.92, -.40 -.90, -.32 -.74", tone(colour, -0.10), 0.3)
    part(knife, n, h, "-.44 -.56, -.52 -.34, -.40 -.36, -.32 -.48", tone(colour, -0.12), 0.3)
    part(knife, n, h, "-.10 -.30, -.12 -.08, .14 -.08, .18 -.18, .16 -.30", "#7d5638", 0.3)
    for x in (-0.08, 0.0, 0.08):
        knife.plain(
            closed(
                [(n * x, -h * 0.24), (n * (x + 0.05), -h * 0.24), (n * (x + 0.05), -h * 0.15), (n * x, -h * 0.15)], 0.2
            ),
            GLASS,
        )
    part(knife, n, h, "-.48 -.61, -.30 -.88, .06 -1.0, .36 -.88, .50 -.62, .36 -.38, .06 -.27, -.30 -.36", colour, 0.9)
    for t in (-0.5, -0.17, 0.17, 0.5):
        y = -h * (0.63 + 0.34 * t)
        knife.tint(
            brush([(-n * 0.46, -h * 0.61), (0.0, y), (n * 0.49, -h * 0.62)], (h * 0.008, h * 0.016, h * 0.008)),
            tone(colour, -0.12),
            0.8,
        )
    knife.sheet(
        brush(
            [(-n * 0.15, -h * 0.18), (-n * 0.15, -h * (0.18 + 0.09 * math.sin(pose.clock * 19)))],
            (n * 0.014, n * 0.008),
        ),
        METAL,
        drop=0.2,
    )


def biplane(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Two wings one over the other, struts, an open seat, a propeller that is a blur."""
    part(knife, n, h, "-.44 -.56, -.48 -.92, -.36 -.92, -.30 -.60", tone(colour, -0.06), 0.3)
    part(knife, n, h, "-.06 -.94, .28 -.98, .30 -.92, -.04 -.88", tone(colour, -0.04), 0.3)
    for x in (0.02, 0.20):
        knife.plain(brush([(n * x, -h * 0.92), (n * (x - 0.02), -h * 0.40)], (h * 0.02, h * 0.02)), "#7d5638")
    part(
        knife,
        n,
        h,
        "-.48 -.58, -.20 -.70, .0 -.72, .10 -.70, .30 -.72, .42 -.60, .42 -.46, .30 -.36, .0 -.36, -.30 -.46",
        colour,
        0.6,
    )
    part(knife, n, h, "-.06 -.70, .0 -.80, .03 -.70", GLASS, 0.3, 0.2)
    part(knife, n, h, "-.10 -.42, .26 -.46, .28 -.40, -.08 -.36", tone(colour, 0.04), 0.3)
    knife.plain(oval(n * 0.455, -h * 0.53, n * 0.012, h * 0.30), "#d6d2c6", 0.55)
    knife.sheet(oval(n * 0.44, -h * 0.53, n * 0.025, h * 0.05), METAL, drop=0.2)
    knife.plain(brush([(n * 0.16, -h * 0.38), (n * 0.22, -h * 0.12)], (h * 0.03, h * 0.025)), TYRE)
    knife.plain(oval(-n * 0.26, -h * 0.55, h * 0.075, h * 0.075), "#ece2cc")
    knife.plain(oval(-n * 0.26, -h * 0.55, h * 0.045, h * 0.045), blend(colour, "#c0392f", 0.5))
    wheel(knife, n * 0.23, h * 0.11, pose)
