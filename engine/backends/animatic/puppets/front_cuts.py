"""Vehicles that come toward us or drive away: their front and their back, standing on y = 0, cut by their height.

A vehicle turned almost to the lens would be a squashed side view; what a driver sees in the mirror is another drawing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.outline import bent
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval
from engine.backends.animatic.puppets.road_cuts import harnessed
from engine.backends.animatic.puppets.wheels import GLASS, METAL, TYRE, WARM
from engine.backends.animatic.stage import Pose

CREAM, RED = "#ece2cc", "#b8483a"


@dataclass(frozen=True, slots=True)
class Front:
    """A box on wheels seen end on, in its own heights: half its width, where the body ends and the roof begins, the windscreen."""

    half: float
    sill: float
    roof: float
    screen: tuple[float, float, float, float]
    tyre: float = 0.14
    lamp: float = 0.40
    sign: str = ""


_FRONTS = {
    "car": Front(0.58, 0.60, 0.40, (0.42, 0.34, 0.90, 0.64), 0.20, 0.44),
    "police car": Front(0.58, 0.60, 0.40, (0.42, 0.34, 0.90, 0.64), 0.20, 0.44),
    "van": Front(0.46, 0.54, 0.38, (0.38, 0.32, 0.90, 0.58), 0.14, 0.34),
    "bus": Front(0.43, 0.50, 0.40, (0.39, 0.37, 0.86, 0.46), 0.12, 0.24, "sign"),
    "tram": Front(0.40, 0.46, 0.36, (0.35, 0.32, 0.80, 0.46), 0.05, 0.26, "sign"),
    "truck": Front(0.46, 0.40, 0.44, (0.38, 0.37, 0.80, 0.54), 0.15, 0.32),
    "fire engine": Front(0.46, 0.48, 0.42, (0.40, 0.38, 0.90, 0.58), 0.15, 0.28),
}


def _sheet(knife: Knife, h: float, text: str, colour: str, tension: float = 0.4, drop: float = 0.6) -> None:
    knife.sheet(bent(text, lambda x, y: (x * h, y * h), tension), colour, drop=drop)


def _boxed(knife: Knife, h: float, cut: str, colour: str, pose: Pose, back: bool) -> None:
    f = _FRONTS[cut]
    shake = 0.004 * h * math.sin(pose.clock * 31)
    for side in (-1, 1):
        x = side * (f.half - 0.085) * h
        knife.sheet(
            closed(
                [
                    (x - 0.07 * h, 0),
                    (x - 0.07 * h, -f.tyre * 1.9 * h),
                    (x + 0.07 * h, -f.tyre * 1.9 * h),
                    (x + 0.07 * h, 0),
                ],
                0.4,
            ),
            TYRE,
        )
    knife.canvas.save()
    knife.canvas.translate(0, shake)
    a, b = f.half, f.roof
    _sheet(
        knife,
        h,
        f"{-a} -{f.tyre * 0.8}, {-a * 1.02} -{f.sill}, {-b} -.96, {-b * 0.8} -1.0, {b * 0.8} -1.0, {b} -.96, {a * 1.02} -{f.sill}, {a} -{f.tyre * 0.8}",
        colour,
        0.25,
    )
    low, high, top, foot = f.screen
    _sheet(knife, h, f"{-low} -{foot}, {-high} -{top}, {high} -{top}, {low} -{foot}", GLASS, 0.08, 0.2)
    knife.tint(brush([(-low * 0.5 * h, -foot * h), (-high * 0.2 * h, -top * h)], (0.05 * h, 0.04 * h)), "#d6e2e2", 0.6)
    _face_of(knife, h, f, cut, colour, back)
    knife.canvas.restore()
    if cut in ("police car", "fire engine"):
        lit = int(pose.clock * 4) % 2
        for i, lamp in enumerate(("#c0392f", "#3f6fb5")):
            x = (-0.06 if i == 0 else 0.06) * h
            knife.sheet(
                oval(x, -1.03 * h, 0.055 * h, 0.045 * h), blend(lamp, "#ffffff", 0.4) if lit == i else lamp, drop=0.2
            )


def _face_of(knife: Knife, h: float, f: Front, cut: str, colour: str, back: bool) -> None:
    """Lamps, grille and number plate: what makes a car look at us."""
    y, x = -f.lamp * h, (f.half - 0.10) * h
    for side in (-1, 1):
        r = 0.075 * h * (0.8 if f.half < 0.5 else 1.0)
        knife.sheet(oval(side * x, y, r, r * (0.8 if not back else 0.9)), "#c24a3a" if back else METAL, drop=0.3)
        if not back:
            knife.plain(oval(side * x, y, r * 0.75, r * 0.6), WARM)
    wide = (f.half - 0.24) * h
    if back:
        knife.plain(brush([(-wide, y - 0.05 * h), (wide, y - 0.05 * h)], (0.012 * h, 0.012 * h)), tone(colour, -0.12))
    else:
        for i in range(3):
            knife.plain(
                brush([(-wide, y + (0.03 * i - 0.03) * h), (wide, y + (0.03 * i - 0.03) * h)], (0.016 * h, 0.016 * h)),
                tone(colour, -0.16),
            )
    plate = y + 0.12 * h
    knife.plain(
        closed(
            [
                (-0.10 * h, plate - 0.03 * h),
                (0.10 * h, plate - 0.03 * h),
                (0.10 * h, plate + 0.03 * h),
                (-0.10 * h, plate + 0.03 * h),
            ],
            0.2,
        ),
        CREAM,
    )
    if f.sign:
        _sheet(
            knife,
            h,
            f"{-f.half * 0.6} -.97, {f.half * 0.6} -.97, {f.half * 0.6} -.89, {-f.half * 0.6} -.89",
            "#f0d48a",
            0.1,
            0.2,
        )
    if cut == "car" and colour == "#e0ad3a":
        _sheet(knife, h, "-.12 -1.11, .12 -1.11, .13 -.99, -.13 -.99", CREAM, 0.3, 0.3)


def _train(knife: Knife, h: float, colour: str, pose: Pose, back: bool) -> None:
    """The boiler's round door with its lamp; behind, the last carriage and its red lights."""
    if back:
        _sheet(knife, h, "-.42 -.12, -.42 -.80, -.34 -.92, .34 -.92, .42 -.80, .42 -.12", blend(colour, RED, 0.78), 0.2)
        _sheet(knife, h, "-.14 -.14, -.14 -.74, .14 -.74, .14 -.14", tone(RED, -0.10), 0.1)
        for x in (-0.31, 0.0, 0.31):
            _sheet(knife, h, f"{x - 0.09} -.46, {x - 0.09} -.68, {x + 0.09} -.68, {x + 0.09} -.46", GLASS, 0.1, 0.2)
        for x in (-0.34, 0.34):
            knife.plain(oval(x * h, -0.26 * h, 0.04 * h, 0.04 * h), "#e0604a")
        return
    puff = pose.clock * 0.5
    for i in range(4):
        t = (puff + i / 4) % 1.0
        knife.plain(
            oval(
                0.05 * h * math.sin(i * 2 + t * 3), -h * (0.98 + 0.5 * t), h * (0.06 + 0.14 * t), h * (0.05 + 0.09 * t)
            ),
            "#d8d4ca",
            0.6 * (1 - t),
        )
    _sheet(knife, h, "-.40 -.16, -.42 -.84, -.30 -.92, .30 -.92, .42 -.84, .40 -.16", tone(colour, -0.08), 0.2)
    for x in (-0.29, 0.29):
        _sheet(knife, h, f"{x - 0.07} -.60, {x - 0.07} -.78, {x + 0.07} -.78, {x + 0.07} -.60", GLASS, 0.2, 0.2)
    _sheet(knife, h, "-.08 -.78, -.11 -1.0, .11 -1.0, .08 -.78", TYRE, 0.1)
    knife.sheet(oval(0, -0.54 * h, 0.29 * h, 0.29 * h), tone(colour, 0.03))
    knife.sheet(oval(0, -0.54 * h, 0.20 * h, 0.20 * h), TYRE, drop=0.3)
    for i in range(8):
        a = i * math.pi / 4
        knife.plain(oval(0.245 * h * math.cos(a), -0.54 * h + 0.245 * h * math.sin(a), 0.014 * h, 0.014 * h), "#d8a93f")
    knife.sheet(oval(0, -0.80 * h, 0.06 * h, 0.06 * h), "#d8a93f", drop=0.2)
    knife.plain(oval(0, -0.80 * h, 0.042 * h, 0.042 * h), WARM)
    _sheet(knife, h, "-.44 -.24, .44 -.24, .44 -.14, -.44 -.14", RED, 0.05)
    for x in (-0.28, 0.28):
        knife.sheet(oval(x * h, -0.19 * h, 0.06 * h, 0.06 * h), METAL, drop=0.3)
    _sheet(knife, h, "-.30 -.14, .30 -.14, .42 .0, -.42 .0", TYRE, 0.05)
    for i in range(5):
        x = (-0.24 + 0.12 * i) * h
        knife.plain(brush([(x * 0.9, -0.13 * h), (x * 1.4, -0.01 * h)], (0.02 * h, 0.02 * h)), METAL)


def _two_wheels(knife: Knife, h: float, colour: str, pose: Pose, heavy: bool, back: bool) -> None:
    """A bicycle or a motorbike end on: one wheel, one bar, a lamp."""
    wide = 0.10 if heavy else 0.045
    knife.sheet(capsule((0, -wide * h * 0.5), (0, -0.60 * h), wide * h, wide * h), TYRE)
    if not heavy:
        knife.plain(brush([(0, -0.08 * h), (0, -0.56 * h)], (0.025 * h, 0.025 * h)), METAL)
    for side in (-1, 1):
        knife.sheet(
            brush([(side * wide * 1.1 * h, -0.30 * h), (side * wide * 1.2 * h, -0.74 * h)], (0.045 * h, 0.045 * h)),
            colour if not heavy else METAL,
        )
        turn = math.sin((pose.gone or 0.0) / (0.31 * h) * 0.5) if not heavy else -0.6
        knife.plain(
            brush(
                [(side * 0.05 * h, -0.30 * h), (side * 0.13 * h, (-0.30 - 0.12 * side * turn) * h)],
                (0.03 * h, 0.05 * h),
            ),
            TYRE,
        )
    knife.sheet(brush([(0, -0.62 * h), (0, -0.90 * h)], (0.07 * h, 0.06 * h)), colour, drop=0.4)
    knife.sheet(
        brush([(-0.30 * h, -0.95 * h), (0, -0.92 * h), (0.30 * h, -0.95 * h)], (0.05 * h, 0.045 * h, 0.05 * h)),
        TYRE,
        drop=0.4,
    )
    r = 0.11 if heavy else 0.06
    knife.sheet(oval(0, -0.78 * h, r * h, r * h), METAL, drop=0.4)
    knife.plain(oval(0, -0.78 * h, r * 0.75 * h, r * 0.75 * h), RED if back else WARM)


def _hull(knife: Knife, h: float, half: float, top: float, colour: str, back: bool) -> None:
    """A bow on the water, two flanks that meet in the stem; from behind, a flat stern."""
    if back:
        _sheet(
            knife,
            h,
            f"{-half} -{top}, {-half * 0.8} -{top * 0.3}, {-half * 0.3} .01, {half * 0.3} .01, {half * 0.8} -{top * 0.3}, {half} -{top}",
            tone(colour, -0.03),
            0.5,
        )
        knife.tint(
            brush([(-half * 0.9 * h, -top * 0.72 * h), (half * 0.9 * h, -top * 0.72 * h)], (0.03 * h, 0.03 * h)),
            tone(colour, 0.12),
            0.9,
        )
        return
    _sheet(
        knife,
        h,
        f"{-half} -{top}, {-half * 0.86} -{top * 0.3}, 0 .02, {half * 0.86} -{top * 0.3}, {half} -{top}, 0 -{top * 0.86}",
        tone(colour, -0.06),
        0.5,
    )
    _sheet(knife, h, f"0 -{top * 1.12}, {half * 0.98} -{top}, {half * 0.84} -{top * 0.3}, 0 .02", colour, 0.3, 0.3)
    knife.plain(brush([(0, -top * 1.12 * h), (0, 0.02 * h)], (0.03 * h, 0.02 * h)), tone(colour, 0.10))


def _boat(knife: Knife, h: float, colour: str, pose: Pose, back: bool) -> None:
    _hull(knife, h, 0.62, 0.56, colour, back)
    for side in (-1, 1):
        dip = 0.12 * math.sin((pose.gone or pose.clock * 0.4) * 2.2)
        knife.sheet(
            brush([(side * 0.45 * h, -0.55 * h), (side * 1.05 * h, (-0.22 + dip) * h)], (0.04 * h, 0.09 * h)),
            tone(colour, 0.12),
        )


def _sampan(knife: Knife, h: float, colour: str, pose: Pose, back: bool) -> None:
    _sheet(knife, h, "-.46 -.26, -.46 -.60, -.26 -.92, .26 -.92, .46 -.60, .46 -.26", "#3d3a40", 0.8)
    _sheet(knife, h, "-.34 -.26, -.34 -.56, -.18 -.78, .18 -.78, .34 -.56, .34 -.26", "#26232a", 0.8, 0.2)
    _hull(knife, h, 0.58, 0.40, colour, back)


def _sails(knife: Knife, h: float, colour: str, pose: Pose, square: bool, back: bool) -> None:
    swell = 0.02 * math.sin(pose.clock * 1.2)
    knife.sheet(brush([(0, -0.1 * h), (0, -h)], (0.025 * h, 0.014 * h)), tone(colour, -0.10))
    rows = ((0.24, 0.50, 0.34), (0.52, 0.74, 0.27), (0.76, 0.93, 0.19)) if square else ((0.20, 0.96, 0.26),)
    for low, top, wide in rows:
        w = wide * (1.0 if square else 0.3)
        _sheet(
            knife,
            h,
            f"{-w} -{top}, {w} -{top}, {wide + swell:.3f} -{(low + top) / 2:.3f}, {wide * 0.96} -{low}, 0 -{low + 0.03:.3f}, {-wide * 0.96} -{low}, {-wide - swell:.3f} -{(low + top) / 2:.3f}",
            CREAM if square else "#c8553d",
            0.35,
        )
    _hull(knife, h, 0.26, 0.24, colour, back)


def _steamer(knife: Knife, h: float, colour: str, pose: Pose, back: bool) -> None:
    _sheet(knife, h, "-.07 -.60, -.07 -.94, .07 -.94, .07 -.60", RED, 0.1)
    _sheet(knife, h, "-.24 -.40, -.23 -.78, .23 -.78, .24 -.40", "#e9e1d0", 0.1)
    for x in (-0.14, 0.0, 0.14):
        _sheet(knife, h, f"{x - 0.05} -.64, {x - 0.05} -.73, {x + 0.05} -.73, {x + 0.05} -.64", GLASS, 0.1, 0.1)
    _hull(knife, h, 0.40, 0.46, colour, back)


def _plane(knife: Knife, h: float, colour: str, pose: Pose, back: bool) -> None:
    bank = 0.03 * math.sin(pose.clock * 0.9)
    for side in (-1, 1):
        _sheet(
            knife,
            h,
            f"{side * 0.12} -.42, {side * 1.25} {-0.50 - bank * side * 6:.3f}, {side * 1.27} {-0.47 - bank * side * 6:.3f}, {side * 0.12} -.30",
            tone(colour, -0.07),
            0.1,
        )
        knife.sheet(oval(side * 0.48 * h, -0.30 * h, 0.09 * h, 0.09 * h), METAL, drop=0.3)
        knife.plain(oval(side * 0.48 * h, -0.30 * h, 0.06 * h, 0.06 * h), TYRE)
    _sheet(knife, h, "-.025 -.60, -.02 -1.0, .02 -1.0, .025 -.60", "#c8553d", 0.1)
    _sheet(knife, h, "-.34 -.72, .34 -.72, .30 -.68, -.30 -.68", tone(colour, -0.05), 0.1)
    knife.sheet(oval(0, -0.42 * h, 0.21 * h, 0.23 * h), colour)
    if not back:
        _sheet(knife, h, "-.13 -.46, -.10 -.56, .10 -.56, .13 -.46", GLASS, 0.3, 0.2)
        knife.tint(oval(0, -0.32 * h, 0.10 * h, 0.06 * h), tone(colour, -0.08), 0.8)


def _carriage(knife: Knife, h: float, colour: str, pose: Pose, back: bool) -> None:
    for side in (-1, 1):
        knife.sheet(capsule((side * 0.42 * h, -0.05 * h), (side * 0.42 * h, -0.50 * h), 0.03 * h, 0.03 * h), TYRE)
    _sheet(knife, h, "-.36 -.28, -.38 -.86, -.28 -.98, .28 -.98, .38 -.86, .36 -.28", colour, 0.3)
    _sheet(knife, h, "-.22 -.58, -.22 -.82, .22 -.82, .22 -.58", GLASS if back else tone(colour, -0.12), 0.2, 0.3)
    knife.tint(brush([(-0.37 * h, -0.50 * h), (0.37 * h, -0.50 * h)], (0.02 * h, 0.02 * h)), "#d3a84c", 0.9)
    if back:
        return
    harnessed(knife, 0.0, h * 0.72, pose, yaw=4.0)


End = Callable[[Knife, float, str, Pose, bool], None]

ENDS: dict[str, End] = {
    **{
        cut: (lambda knife, h, colour, pose, back, cut=cut: _boxed(knife, h, cut, colour, pose, back))
        for cut in _FRONTS
    },
    "train": _train,
    "bicycle": lambda knife, h, colour, pose, back: _two_wheels(knife, h, colour, pose, False, back),
    "motorbike": lambda knife, h, colour, pose, back: _two_wheels(knife, h, colour, pose, True, back),
    "rowing boat": _boat,
    "dragon boat": _boat,
    "sampan": _sampan,
    "sailboat": lambda knife, h, colour, pose, back: _sails(knife, h, colour, pose, False, back),
    "junk": lambda knife, h, colour, pose, back: _sails(knife, h, colour, pose, True, back),
    "tall ship": lambda knife, h, colour, pose, back: _sails(knife, h, colour, pose, True, back),
    "ship": _steamer,
    "aeroplane": _plane,
    "biplane": _plane,
    "carriage": _carriage,
    "horse cart": _carriage,
}
"""Cut -> how it looks end on."""
