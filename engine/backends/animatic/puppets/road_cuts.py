"""More of what rolls: police car, fire engine, tractor, tram, carriage and horse, rickshaw, sedan chair, sleigh. Side views facing right."""

from __future__ import annotations

import math
from functools import lru_cache

from engine.backends.animatic.puppets.breeds import BREEDS
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.outline import bent
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.wheels import GLASS, METAL, TYRE, box, lamps, wheel, windows
from engine.backends.animatic.stage import Act, Pose

WOOD, GILT, CREAM = "#7d5638", "#d3a84c", "#ece2cc"


def part(knife: Knife, n: float, h: float, text: str, colour: str, tension: float = 0.5, drop: float = 1.0) -> None:
    """One sheet whose outline is written in lengths and heights."""
    knife.sheet(bent(text, lambda x, y: (x * n, y * h), tension), colour, drop=drop)


def flashing(knife: Knife, x: float, y: float, r: float, clock: float, colours: tuple[str, str]) -> None:
    """A lamp that turns: its two halves light in turn."""
    lit = int(clock * 4) % 2
    for i, colour in enumerate(colours):
        side = -1 if i == 0 else 1
        if lit == i:
            knife.plain(oval(x + side * r, y, r * 2.4, r * 2.4), blend(colour, "#ffffff", 0.3), 0.30)
        knife.sheet(
            oval(x + side * r, y, r, r * 0.8),
            blend(colour, "#ffffff", 0.35) if lit == i else tone(colour, -0.08),
            drop=0.2,
        )


def police_car(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """White doors on a dark body, a lamp on the roof."""
    r = h * 0.215
    flashing(knife, -n * 0.02, -h * 1.03, h * 0.055, pose.clock, ("#c0392f", "#3f6fb5"))
    part(knife, n, h, "-.33 -.58, -.24 -.92, -.05 -1.0, .12 -.95, .27 -.58", colour, 0.6)
    for glass in ("-.285 -.60, -.215 -.88, -.045 -.93, -.045 -.60", "0 -.60, 0 -.93, .095 -.89, .215 -.60"):
        part(knife, n, h, glass, GLASS, 0.05, 0.2)
    part(knife, n, h, "-.49 -.24, -.495 -.50, -.36 -.62, .25 -.62, .44 -.52, .50 -.38, .49 -.20, 0 -.17", colour, 0.6)
    part(knife, n, h, "-.19 -.20, -.20 -.60, .16 -.605, .19 -.20", CREAM, 0.1, 0.2)
    star = [
        (
            math.cos(i * math.pi / 5 - math.pi / 2) * h * (0.09 if i % 2 == 0 else 0.04),
            -h * 0.40 + math.sin(i * math.pi / 5 - math.pi / 2) * h * (0.09 if i % 2 == 0 else 0.04),
        )
        for i in range(10)
    ]
    knife.plain(polygon(star), GILT)
    knife.tint(brush([(-n * 0.47, -h * 0.28), (n * 0.48, -h * 0.27)], (h * 0.03, h * 0.03)), tone(colour, 0.2), 0.8)
    lamps(knife, n, -h * 0.42, h * 0.07)
    for x in (-n * 0.30, n * 0.31):
        wheel(knife, x, r, pose)


def fire_engine(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """Red, with a ladder along its roof and hoses rolled at its side."""
    flashing(knife, n * 0.36, -h * 0.99, h * 0.035, pose.clock, ("#3f6fb5", "#3f6fb5"))
    for y in (-0.86, -0.94):
        knife.sheet(brush([(-n * 0.52, y * h + 0.03 * h), (n * 0.20, y * h)], (h * 0.025, h * 0.025)), METAL, drop=0.2)
    for i in range(9):
        x = -n * (0.48 - 0.08 * i)
        knife.plain(brush([(x, -h * 0.83), (x + n * 0.01, -h * 0.93)], (h * 0.016, h * 0.016)), METAL)
    part(knife, n, h, "-.49 -.80, .18 -.80, .18 -.16, -.49 -.16", colour, 0.06)
    part(knife, n, h, ".20 -.16, .20 -.95, .38 -.95, .46 -.60, .50 -.50, .50 -.16", colour, 0.16)
    part(knife, n, h, ".25 -.88, .36 -.88, .43 -.58, .25 -.58", GLASS, 0.1, 0.2)
    knife.plain(polygon(box(-n * 0.49, -h * 0.36, n * 0.50, -h * 0.30)), CREAM)
    for i, x in enumerate((-0.40, -0.24, -0.08)):
        part(
            knife,
            n,
            h,
            f"{x - 0.06:.2f} -.72, {x + 0.06:.2f} -.72, {x + 0.06:.2f} -.44, {x - 0.06:.2f} -.44",
            tone(colour, -0.06),
            0.1,
            0.2,
        )
        if i == 1:
            knife.sheet(oval(n * x, -h * 0.58, h * 0.10, h * 0.10), GILT, drop=0.3)
            knife.plain(oval(n * x, -h * 0.58, h * 0.045, h * 0.045), tone(GILT, -0.14))
    lamps(knife, n, -h * 0.24, h * 0.045)
    for x in (-n * 0.34, n * 0.33):
        wheel(knife, x, h * 0.17, pose)


def tractor(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A great wheel behind, a small one before, a chimney that puffs."""
    for i in range(3):
        t = (pose.clock * 0.6 + i / 3) % 1.0
        knife.plain(
            oval(n * (0.28 - 0.08 * t), -h * (0.92 + 0.2 * t), h * (0.025 + 0.03 * t), h * 0.03),
            "#c9c5bc",
            0.5 * (1 - t),
        )
    knife.sheet(brush([(n * 0.28, -h * 0.55), (n * 0.28, -h * 0.90)], (h * 0.05, h * 0.045)), TYRE)
    for x in (-0.34, -0.02):
        knife.sheet(
            brush([(n * x, -h * 0.50), (n * (x + 0.03), -h * 0.97)], (h * 0.035, h * 0.035)), tone(colour, -0.12)
        )
    part(knife, n, h, "-.38 -1.0, .06 -1.0, .08 -.95, -.40 -.95", colour, 0.2)
    knife.sheet(brush([(-n * 0.28, -h * 0.52), (-n * 0.30, -h * 0.72)], (h * 0.06, h * 0.07)), "#4a3a38", drop=0.3)
    knife.plain(brush([(-n * 0.06, -h * 0.55), (-n * 0.12, -h * 0.70)], (h * 0.025, h * 0.025)), TYRE)
    part(knife, n, h, "-.36 -.30, -.30 -.52, .0 -.54, .06 -.64, .42 -.62, .47 -.52, .46 -.30, .10 -.26", colour, 0.4)
    for i in range(4):
        knife.tint(
            brush([(n * (0.20 + 0.05 * i), -h * 0.56), (n * (0.20 + 0.05 * i), -h * 0.40)], (h * 0.02, h * 0.02)),
            tone(colour, -0.14),
            0.9,
        )
    knife.plain(oval(n * 0.45, -h * 0.50, h * 0.035, h * 0.04), "#f0d48a")
    wheel(knife, n * 0.34, h * 0.19, pose, 6)
    wheel(knife, -n * 0.22, h * 0.33, pose, 8)
    part(
        knife,
        n,
        h,
        "-.44 -.58, -.30 -.72, -.10 -.68, .0 -.54, -.06 -.52, -.22 -.64, -.40 -.54",
        tone(colour, -0.05),
        0.6,
        0.6,
    )


def tram(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """On rails, under a wire."""
    knife.plain(
        brush(
            [(-n * 0.08, -h * 0.90), (n * 0.04, -h * 0.97), (-n * 0.06, -h * 1.03)], (h * 0.014, h * 0.014, h * 0.014)
        ),
        TYRE,
    )
    part(knife, n, h, "-.49 -.10, -.50 -.70, -.47 -.84, .47 -.84, .50 -.70, .49 -.10", colour, 0.14)
    part(knife, n, h, "-.45 -.84, -.40 -.91, .40 -.91, .45 -.84", tone(colour, -0.08), 0.4)
    part(knife, n, h, "-.495 -.72, .495 -.72, .492 -.42, -.492 -.42", CREAM, 0.03, 0.1)
    windows(knife, [-n * 0.35 + i * n * 0.118 for i in range(6)], n * 0.092, -h * 0.70, -h * 0.46)
    for x in (-0.475, 0.385):
        knife.sheet(closed(box(n * x, -h * 0.72, n * (x + 0.09), -h * 0.12), 0.15), tone(colour, -0.10), drop=0.2)
        windows(knife, [n * (x + 0.012)], n * 0.066, -h * 0.68, -h * 0.32)
    knife.plain(polygon(box(-n * 0.36, -h * 0.30, n * 0.36, -h * 0.27)), GILT)
    knife.plain(oval(n * 0.485, -h * 0.24, h * 0.035, h * 0.045), "#f0d48a")
    knife.plain(polygon(box(-n * 0.42, -h * 0.12, n * 0.42, -h * 0.06)), TYRE)
    for x in (-0.30, -0.20, 0.20, 0.30):
        wheel(knife, n * x, h * 0.085, pose)


@lru_cache(maxsize=8)
def _team(colour: str) -> Quadruped:
    horse = next(b for b in BREEDS if "steed" in b.words)
    return Quadruped(horse, colour, tone(colour, 0.08), 1.0)


def harnessed(knife: Knife, x: float, tall: float, pose: Pose, colour: str = "#8a5733", yaw: float = 90.0) -> None:
    """A horse in the shafts, that steps as far as the wheels roll."""
    moves = pose.travel > 0.05 or pose.gone > 0
    act = (Act.RUN if pose.travel > 3 else Act.WALK) if moves else Act.STAND
    canvas = knife.canvas
    canvas.save()
    canvas.translate(x, 0)
    scale = tall / 1.5
    canvas.scale(scale, scale)
    still = Pose(
        act=act,
        phase=pose.phase,
        travel=pose.travel / scale,
        yaw=yaw,
        clock=pose.clock,
        gone=pose.gone / scale,
        span=pose.span / scale,
        length=pose.length,
    )
    _team(colour).draw(canvas, still)
    canvas.restore()


def carriage(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A closed coach on four wheels, a box for the driver, and its horse."""
    knife.canvas.save()
    knife.canvas.translate(-n * 0.10, 0)
    whole, n = n, n * 0.84
    part(
        knife, n, h, "-.46 -.30, .02 -.30, .06 -.36, .14 -.38, .14 -.34, .04 -.24, -.46 -.24", tone(colour, -0.12), 0.3
    )
    wheel(knife, -n * 0.36, h * 0.26, pose, 10, thin=True)
    part(
        knife,
        n,
        h,
        "-.45 -.48, -.44 -.92, -.38 -.97, -.10 -.97, -.04 -.92, -.05 -.50, -.12 -.28, -.36 -.28",
        colour,
        0.30,
    )
    part(knife, n, h, "-.47 -.94, -.38 -1.0, -.10 -1.0, -.02 -.94", tone(colour, -0.10), 0.5)
    windows(knife, [-n * 0.40, -n * 0.15], n * 0.075, -h * 0.86, -h * 0.62)
    part(knife, n, h, "-.30 -.88, -.19 -.88, -.19 -.30, -.30 -.30", tone(colour, 0.05), 0.08, 0.3)
    windows(knife, [-n * 0.282], n * 0.075, -h * 0.84, -h * 0.62)
    knife.plain(oval(-n * 0.20, -h * 0.50, h * 0.014, h * 0.014), GILT)
    for y in (-0.57, -0.31):
        knife.tint(brush([(-n * 0.44, y * h), (-n * 0.06, y * h)], (h * 0.016, h * 0.016)), GILT, 0.9)
    part(knife, n, h, "-.05 -.58, .07 -.58, .07 -.54, .03 -.52, .02 -.34, -.04 -.34", tone(colour, -0.05), 0.3)
    knife.sheet(oval(-n * 0.01, -h * 0.72, h * 0.035, h * 0.05), "#f0d48a", drop=0.2)
    wheel(knife, n * 0.02, h * 0.20, pose, 10, thin=True)
    harnessed(knife, whole * 0.24 + n * 0.02, h * 0.72, pose)
    knife.sheet(
        brush([(n * 0.05, -h * 0.34), (n * 0.24, -h * 0.36), (n * 0.38, -h * 0.40)], (h * 0.035, h * 0.035, h * 0.025)),
        tone(colour, -0.04),
        drop=0.4,
    )
    for x in (0.20, 0.365):
        knife.plain(brush([(n * x, -h * 0.34), (n * (x - 0.005), -h * 0.60)], (h * 0.03, h * 0.026)), "#3f3030")
    knife.canvas.restore()


def chinese_cart(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """马车: a cart with a vaulted cloth roof, a curtain, two great wheels, and its horse."""
    knife.canvas.save()
    knife.canvas.translate(-n * 0.12, 0)
    whole, n = n, n * 0.86
    part(knife, n, h, "-.44 -.50, -.43 -.82, -.34 -.97, -.16 -.98, -.06 -.84, -.05 -.50", "#54718a", 0.6)
    part(knife, n, h, "-.07 -.52, -.06 -.84, -.10 -.94, -.14 -.90, -.13 -.52", "#b8503f", 0.4, 0.5)
    part(knife, n, h, "-.34 -.60, -.34 -.80, -.22 -.80, -.22 -.60", "#e9d9b0", 0.1, 0.3)
    for y in (-0.67, -0.73):
        knife.plain(brush([(-n * 0.34, y * h), (-n * 0.22, y * h)], (h * 0.012, h * 0.012)), WOOD)
    knife.tint(
        brush([(-n * 0.43, -h * 0.84), (-n * 0.25, -h * 0.90), (-n * 0.07, -h * 0.84)], (h * 0.01, h * 0.02, h * 0.01)),
        "#e9d9b0",
        0.8,
    )
    part(knife, n, h, "-.46 -.50, .04 -.50, .03 -.42, -.44 -.42", colour, 0.1)
    wheel(knife, -n * 0.24, h * 0.34, pose, 10, thin=True)
    harnessed(knife, whole * 0.22, h * 0.76, pose, "#6f4a36")
    knife.sheet(
        brush([(-n * 0.02, -h * 0.45), (n * 0.22, -h * 0.42), (n * 0.38, -h * 0.44)], (h * 0.04, h * 0.035, h * 0.025)),
        tone(colour, 0.03),
        drop=0.4,
    )
    knife.sheet(capsule((n * 0.345, -h * 0.40), (n * 0.37, -h * 0.60), h * 0.03, h * 0.026), "#b8503f", drop=0.3)
    knife.canvas.restore()


def rickshaw(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A folding hood over a padded seat, two tall wheels, shafts for whoever pulls."""
    knife.sheet(
        brush([(-n * 0.20, -h * 0.42), (n * 0.16, -h * 0.36), (n * 0.50, -h * 0.48)], (h * 0.05, h * 0.04, h * 0.03)),
        WOOD,
    )
    part(
        knife,
        n,
        h,
        "-.40 -.52, -.46 -.84, -.34 -1.0, -.10 -.98, .04 -.84, -.12 -.86, -.26 -.72, -.28 -.52",
        "#3f4a5a",
        0.6,
    )
    for x in (-0.34, -0.20):
        knife.tint(
            brush(
                [(n * x, -h * 0.56), (n * (x - 0.02), -h * 0.80), (n * (x + 0.06), -h * 0.96)],
                (h * 0.01, h * 0.016, h * 0.01),
            ),
            "#e9d9b0",
            0.5,
        )
    part(knife, n, h, "-.38 -.46, -.36 -.70, -.28 -.70, -.24 -.54, .0 -.54, .02 -.46", "#b8503f", 0.5, 0.6)
    part(knife, n, h, "-.40 -.48, .04 -.48, .06 -.34, .18 -.22, .16 -.18, .0 -.28, -.36 -.32", colour, 0.4)
    wheel(knife, -n * 0.14, h * 0.29, pose, 12, thin=True)


def sedan_chair(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """轿子 on its two poles, with a bearer before and behind who step together."""
    sway = 0.012 * h * math.sin(2 * math.pi * (pose.gone or 0.0) / 0.6)
    _bearer(knife, -n * 0.40, h, pose, 0.0)
    _bearer(knife, n * 0.40, h, pose, 0.5)
    canvas = knife.canvas
    canvas.save()
    canvas.translate(0, sway - h * 0.06)
    part(knife, n, h, "-.15 -.14, -.16 -.76, .16 -.76, .15 -.14", colour, 0.06)
    part(knife, n, h, "-.055 -.16, -.06 -.68, .06 -.68, .055 -.16", tone(colour, -0.10), 0.1, 0.3)
    for x in (-0.125, 0.075):
        part(knife, n, h, f"{x:.3f} -.42, {x:.3f} -.62, {x + 0.05:.3f} -.62, {x + 0.05:.3f} -.42", GILT, 0.1, 0.3)
    for y in (-0.70, -0.20):
        knife.tint(brush([(-n * 0.155, y * h), (n * 0.155, y * h)], (h * 0.02, h * 0.02)), GILT, 1.0)
    part(
        knife,
        n,
        h,
        "-.215 -.72, -.12 -.84, .0 -.96, .12 -.84, .215 -.72, .17 -.74, .0 -.76, -.17 -.74",
        tone(colour, -0.06),
        0.4,
    )
    knife.sheet(oval(0, -h * 0.96, h * 0.03, h * 0.035), GILT, drop=0.2)
    for i in range(9):
        x = -n * 0.16 + n * 0.04 * i
        knife.plain(
            brush([(x, -h * 0.74), (x + 0.01 * math.sin(pose.clock * 2 + i), -h * 0.69)], (h * 0.012, h * 0.02)), GILT
        )
    canvas.restore()
    knife.sheet(brush([(-n * 0.52, -h * 0.60), (n * 0.52, -h * 0.60)], (h * 0.03, h * 0.03)), WOOD, drop=0.6)


def _bearer(knife: Knife, x: float, h: float, pose: Pose, late: float) -> None:
    """A small man in blue with a straw hat: the pole lies on his shoulder."""
    beat = (pose.gone or 0.0) / 1.1 + late
    step = math.sin(2 * math.pi * beat) * (pose.gone > 0)
    t = h / 1.9
    for way in (-1, 1):
        foot = (
            x + 0.24 * t * step * way,
            -0.03 * t - 0.08 * t * max(0.0, way * math.cos(2 * math.pi * beat)) * (pose.gone > 0),
        )
        knife.sheet(
            brush(
                [(x, -0.62 * t), (x + 0.10 * t * step * way + 0.03 * t, -0.34 * t), foot],
                (0.17 * t, 0.13 * t, 0.09 * t),
            ),
            tone("#4a5668", 0.03 * way),
            drop=0.4,
        )
        knife.sheet(capsule(foot, (foot[0] + 0.09 * t, foot[1]), 0.04 * t, 0.03 * t), "#3a3436", drop=0.2)
    knife.sheet(
        brush([(x, -0.56 * t), (x + 0.02 * t, -0.85 * t), (x + 0.03 * t, -1.12 * t)], (0.30 * t, 0.29 * t, 0.24 * t)),
        "#5f7690",
    )
    knife.plain(brush([(x - 0.14 * t, -0.68 * t), (x + 0.15 * t, -0.68 * t)], (0.05 * t, 0.05 * t)), "#b8503f")
    knife.sheet(oval(x + 0.06 * t, -1.28 * t, 0.13 * t, 0.15 * t), "#dcb08c", drop=0.5)
    knife.plain(oval(x + 0.13 * t, -1.29 * t, 0.016 * t, 0.02 * t), "#332c33")
    knife.sheet(
        closed([(x - 0.22 * t, -1.32 * t), (x + 0.06 * t, -1.56 * t), (x + 0.33 * t, -1.32 * t)], 0.25),
        "#d3b06a",
        drop=0.5,
    )
    knife.sheet(
        brush(
            [(x + 0.02 * t, -1.06 * t), (x + 0.16 * t, -0.94 * t), (x + 0.14 * t, -1.14 * t)],
            (0.10 * t, 0.085 * t, 0.07 * t),
        ),
        tone("#5f7690", -0.05),
        drop=0.4,
    )


def sleigh(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A high back, a curled dash, two runners."""
    for x in (-0.28, 0.02, 0.24):
        knife.sheet(brush([(n * x, -h * 0.40), (n * (x + 0.02), -h * 0.06)], (h * 0.035, h * 0.03)), METAL)
    runner = [
        (-n * 0.48, -h * 0.05),
        (0.0, -h * 0.02),
        (n * 0.34, -h * 0.03),
        (n * 0.47, -h * 0.14),
        (n * 0.46, -h * 0.30),
        (n * 0.40, -h * 0.30),
    ]
    knife.sheet(brush(runner, (h * 0.03, h * 0.045, h * 0.045, h * 0.04, h * 0.035, h * 0.015)), GILT)
    part(
        knife,
        n,
        h,
        "-.44 -.40, -.49 -.78, -.45 -1.0, -.36 -.96, -.30 -.70, -.16 -.58, .14 -.56, .28 -.66, .36 -.82, .46 -.78, .42 -.56, .30 -.34, -.36 -.32",
        colour,
        0.7,
    )
    part(knife, n, h, "-.30 -.60, -.26 -.70, -.06 -.68, .04 -.58", "#54383a", 0.8, 0.4)
    knife.tint(
        brush(
            [(-n * 0.40, -h * 0.52), (-n * 0.1, -h * 0.44), (n * 0.26, -h * 0.46), (n * 0.36, -h * 0.62)],
            (h * 0.015, h * 0.025, h * 0.025, h * 0.01),
        ),
        GILT,
        1.0,
    )
    knife.sheet(
        brush([(n * 0.36, -h * 0.82), (n * 0.43, -h * 0.92), (n * 0.37, -h * 0.95)], (h * 0.06, h * 0.05, h * 0.01)),
        colour,
        drop=0.3,
    )
