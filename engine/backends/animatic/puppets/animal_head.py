"""An animal's head: a ball that turns, with muzzle, ears, horns, eyes that blink and carry the mood, and a jaw that speaks."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.motion import blink
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval
from engine.backends.animatic.stage import Pose

_OPEN = {"closed": 0.0, "teeth": 0.25, "wide": 0.45, "round": 0.7, "open": 1.0}


def _on(r: float, yaw: float, angle: float, up: float) -> tuple[float, float, float]:
    """A point on the ball: angle round from the nose, `up` in radii; x, y, facing."""
    a = math.radians(angle + yaw)
    girth = math.sqrt(max(0.0, 1 - up * up)) * r
    return math.sin(a) * girth, -up * r, math.cos(a)


def draw_animal_head(
    knife: Knife, breed: Breed, coat: str, belly: str, pose: Pose, at: Point, nod: float, lids: float
) -> None:
    """Draw the head around `at` (shoulder heights). `nod` lowers the nose (degrees)."""
    yaw = (pose.yaw + 180) % 360 - 180
    yaw = math.copysign(min(abs(yaw), 180), yaw) * 0.94
    s = math.sin(math.radians(yaw))
    r = breed.head * 0.56
    canvas = knife.canvas
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(nod * s * 0.8)
    away = abs(yaw) > 105
    if breed.mane and breed.ears == "round":  # a lion's mane
        knife.sheet(oval(-0.12 * r * s, r * 0.1, r * 1.75, r * 1.75), breed.mane, drop=0.8)
    for side in (-1, 1):
        _horn(knife, breed, yaw, side, r)
        _ear(knife, breed, coat, yaw, side, r, pose, far=True)
    knife.sheet(oval(0, 0, r * 1.06, r), coat, drop=0.6)
    if breed.marking == "panda":
        for side in (-1, 1):
            x, y, z = _on(r, yaw, side * 36, 0.12)
            if z > 0.1:
                knife.tint(oval(x, y, r * 0.28 * max(0.4, z), r * 0.32), breed.mark, 1.0)
    if not away:
        _muzzle(knife, breed, coat, belly, pose, yaw, r)
        for side in (-1, 1):
            _eye(knife, breed, pose, yaw, side, r, lids)
    for side in (-1, 1):
        _ear(knife, breed, coat, yaw, side, r, pose, far=False)
    canvas.restore()


def _muzzle(knife: Knife, breed: Breed, coat: str, belly: str, pose: Pose, yaw: float, r: float) -> None:
    s, c = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    m = breed.muzzle
    gap = _OPEN[pose.mouth] * r * 0.42 + (0.10 * r if pose.mood == "surprised" else 0)
    tip = (s * (r * 0.75 + m * 0.9), r * 0.30 + 0.10 * m * max(0.0, c))
    root = (s * r * 0.30, r * 0.18)
    thick = min(r * 0.62, max(r * 0.40, m * 0.72))
    front = belly if breed.tail in ("bushy", "cat", "curl") or breed.marking == "panda" else coat
    if breed.ears == "fan":  # an elephant's trunk
        sway = 0.05 * math.sin(pose.clock * 1.2)
        knife.sheet(
            brush(
                [
                    (root[0], root[1] - 0.04),
                    (s * (r + 0.16), r * 0.8),
                    (s * (r + 0.20) + sway, r * 2.2),
                    (s * (r + 0.10) + sway * 1.6, r * 3.2),
                ],
                (r * 0.85, r * 0.62, r * 0.42, r * 0.30),
            ),
            coat,
            drop=0.6,
        )
        return
    if gap > 0.01:
        knife.sheet(
            capsule((root[0], root[1] + gap * 0.5), (tip[0] * 0.88, tip[1] + gap), thick * 0.62, thick * 0.42),
            tone(front, -0.05),
            drop=0.2,
        )
        knife.plain(
            capsule(
                (root[0] + 0.2 * tip[0], root[1] + gap * 0.62),
                (tip[0] * 0.86, tip[1] + gap * 0.72),
                thick * 0.42,
                thick * 0.34,
            ),
            "#8a3b44",
        )
    knife.sheet(capsule(root, tip, thick * 0.86, thick * (0.55 if m > 0.15 else 0.68)), front, drop=0.3)
    nose = (tip[0] + s * thick * 0.34, tip[1] - thick * 0.26)
    dark = blend(breed.mark, "#3a2e30", 0.5)
    big = max(0.030, r * 0.18) if breed.marking != "spots" else r * 0.18
    knife.plain(
        closed(
            [
                (nose[0] - big, nose[1] - big * 0.5),
                (nose[0] + big, nose[1] - big * 0.5),
                (nose[0] + big * 0.6, nose[1] + big * 0.5),
                (nose[0], nose[1] + big * 0.8),
                (nose[0] - big * 0.6, nose[1] + big * 0.5),
            ]
        ),
        dark,
    )
    if gap <= 0.01 and knife.fine:
        lift = {"happy": 0.5, "sad": -0.4, "angry": -0.3}.get(pose.mood, 0.2) * thick * 0.5
        x = tip[0] - s * thick * 0.1
        line = [
            (x - thick * 0.42 - 0.2 * s * thick, tip[1] + thick * 0.24 - lift * 0.6),
            (x, tip[1] + thick * 0.34),
            (x + thick * 0.42 - 0.2 * s * thick, tip[1] + thick * 0.24 - lift * 0.6),
        ]
        knife.tint(brush(line, (0.006, 0.018, 0.006)), dark, 0.8)


def _eye(knife: Knife, breed: Breed, pose: Pose, yaw: float, side: int, r: float, lids: float) -> None:
    x, y, z = _on(r, yaw, side * 38, 0.20)
    if z < 0.12:
        return
    size = r * (0.19 if breed.head < 0.33 else 0.165)
    shut = max(
        blink(pose.clock),
        lids,
        {"tired": 0.5, "sad": 0.3, "angry": 0.3}.get(pose.mood, 0.0),
        0.72 if pose.mood == "happy" and pose.clock % 5 > 3.4 else 0.0,
    )
    wide = 1.22 if pose.mood in ("surprised", "afraid") else 1.0
    squeeze = 0.45 + 0.55 * z
    dark = "#2f262b"
    if breed.marking == "panda" or breed.colour < "#5":
        knife.plain(oval(x, y, size * 1.25 * squeeze, size * 1.25), "#efe6d6", 0.9)
    if shut > 0.85:
        knife.plain(brush([(x - size, y), (x, y + size * 0.5), (x + size, y)], (0.006, 0.020, 0.006)), dark)
        return
    gx = x + pose.gaze[0] * size * 0.2
    knife.plain(oval(gx, y, size * squeeze * wide, size * wide * (1 - shut * 0.7) * 1.12), dark)
    if knife.scale * size > 1.2:
        knife.plain(oval(gx - size * 0.3, y - size * 0.4 * (1 - shut), size * 0.28, size * 0.28), "#f8f1e2")
    tilt = {"angry": 0.55, "sad": -0.5, "afraid": -0.6}.get(pose.mood)
    if tilt is not None:
        knife.plain(
            brush(
                [
                    (x - side * size * 1.4, y - size * (1.5 - tilt * 0.9)),
                    (x + side * size * 1.3, y - size * (1.5 + tilt * 0.9)),
                ],
                (0.022, 0.012),
            ),
            dark,
        )


def _ear(knife: Knife, breed: Breed, coat: str, yaw: float, side: int, r: float, pose: Pose, far: bool) -> None:
    x, y, z = _on(r, yaw, side * (58 if breed.ears != "long" else 40), 0.72 if breed.ears != "fan" else 0.35)
    turned = math.radians(yaw + side * 88)
    if breed.ears == "fan":
        x, z = math.sin(turned) * r * 0.8, math.cos(turned)
    if (z < 0.0) != far:
        return
    e = breed.ear
    droop = {"sad": 0.5, "afraid": 0.8, "tired": 0.4, "angry": 0.35}.get(pose.mood, 0.0)
    flick = 0.10 * e * (math.sin(pose.clock * 23) if pose.clock % 4.7 < 0.25 else 0.0)
    colour = tone(breed.mark if breed.marking == "panda" else coat, -0.045 if far else 0.0)
    out = side * math.cos(math.radians(yaw)) * 0.5 - math.sin(math.radians(yaw)) * 0.28
    match breed.ears:
        case "point":
            _pointed(knife, x, y, e, (x + out * e * (1 + droop) + flick, y - e * (1 - 0.5 * droop)), colour, z > -0.2)
        case "long":
            _long(knife, x, y, e, (x + out * e * (0.5 + droop) + flick, y - e * (1.0 - 0.7 * droop)), colour, out)
        case "flop":
            end = (x + out * e * 0.9 + flick, y + e * (0.85 + 0.2 * droop))
            strip = brush(
                [(x - out * 0.02, y - 0.01), (x + out * e * 0.9, y + e * 0.15), end], (0.10, e * 0.62, e * 0.30)
            )
            knife.sheet(strip, tone(colour, -0.06), drop=0.6)
        case "fan":
            _fan(knife, x, y, e, side * (0.45 + 0.5 * abs(math.sin(turned))) * e, pose.clock, tone(colour, -0.04))
        case _:
            knife.sheet(oval(x + out * 0.02, y - e * 0.22, e * 0.62, e * 0.62), colour, drop=0.4)
            if knife.fine and breed.marking != "panda":
                knife.plain(oval(x + out * 0.02, y - e * 0.18, e * 0.34, e * 0.36), _inside(colour))


def _inside(colour: str) -> str:
    return blend(colour, "#d98f84", 0.4)


def _pointed(knife: Knife, x: float, y: float, e: float, tip: Point, colour: str, open_to_us: bool) -> None:
    shape = [
        (x - e * 0.34, y + e * 0.25),
        (x - e * 0.25, y - e * 0.25),
        tip,
        (x + e * 0.28, y - e * 0.2),
        (x + e * 0.34, y + e * 0.25),
    ]
    knife.sheet(closed(shape, 0.55), colour, drop=0.4)
    if knife.fine and open_to_us:
        inner = [
            (x - e * 0.14, y + e * 0.05),
            (x + (tip[0] - x) * 0.72, y + (tip[1] - y) * 0.72),
            (x + e * 0.16, y + e * 0.05),
        ]
        knife.plain(closed(inner, 0.5), _inside(colour))


def _long(knife: Knife, x: float, y: float, e: float, tip: Point, colour: str, out: float) -> None:
    middle = ((x + tip[0]) / 2 + out * 0.04, (y + tip[1]) / 2)
    knife.sheet(brush([(x, y + e * 0.1), middle, tip], (0.09, 0.145, 0.05)), colour, drop=0.4)
    if knife.fine:
        end = (x + (tip[0] - x) * 0.85, y + (tip[1] - y) * 0.85)
        knife.plain(brush([(x, y), middle, end], (0.03, 0.065, 0.015)), _inside(colour))


def _fan(knife: Knife, x: float, y: float, e: float, wide: float, clock: float, colour: str) -> None:
    flap = wide * (1 + 0.06 * math.sin(clock * 1.6))
    shape = [
        (x, y - e * 0.65),
        (x + flap, y - e * 0.55),
        (x + flap * 1.15, y + e * 0.1),
        (x + wide * 0.6, y + e * 0.75),
        (x, y + e * 0.35),
    ]
    knife.sheet(closed(shape), colour, drop=0.8)


def _horn(knife: Knife, breed: Breed, yaw: float, side: int, r: float) -> None:
    if not breed.horns:
        return
    x, y, _ = _on(r, yaw, side * 42, 0.85)
    out = (
        side * (0.35 + 0.65 * abs(math.cos(math.radians(yaw))))
        if abs(math.sin(math.radians(yaw))) < 0.8
        else side * 0.35 - math.sin(math.radians(yaw)) * 0.35
    )
    horn = "#d8c7a2"
    if breed.horns == "antlers":
        wood = "#b99a6c"
        tip = (x + out * 0.26, y - 0.44)
        knife.sheet(brush([(x, y + 0.02), (x + out * 0.22, y - 0.16), tip], (0.045, 0.036, 0.012)), wood, drop=0.3)
        for t, dx, dy in ((0.38, -0.5, -0.14), (0.66, 0.55, -0.10)):
            bx, by = x + out * 0.24 * t * 1.2, y - 0.42 * t
            knife.sheet(brush([(bx, by), (bx + out * dx * 0.22, by + dy)], (0.030, 0.008)), wood, drop=0.2)
    elif breed.horns == "ox":
        knife.sheet(
            brush(
                [(x - out * 0.02, y + 0.03), (x + out * 0.20, y - 0.02), (x + out * 0.26, y - 0.17)],
                (0.065, 0.05, 0.010),
            ),
            horn,
            drop=0.4,
        )
    elif breed.horns == "goat":
        knife.sheet(
            brush(
                [
                    (x, y),
                    (x + out * 0.06 - 0.10 * math.sin(math.radians(yaw)), y - 0.20),
                    (x + out * 0.12 - 0.24 * math.sin(math.radians(yaw)), y - 0.26),
                ],
                (0.06, 0.045, 0.010),
            ),
            horn,
            drop=0.4,
        )
    elif breed.horns == "tusks":
        sx = math.sin(math.radians(yaw + side * 30)) * r * 0.9
        knife.sheet(
            brush(
                [
                    (sx, r * 0.55),
                    (sx + math.sin(math.radians(yaw)) * 0.14, r * 1.25),
                    (sx + math.sin(math.radians(yaw)) * 0.26, r * 1.2),
                ],
                (0.055, 0.04, 0.010),
            ),
            "#eadfc6",
            drop=0.3,
        )
