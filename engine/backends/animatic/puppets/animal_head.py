"""An animal's head: a ball that turns, with muzzle, ears, horns, eyes that blink and carry the mood, and a jaw that speaks."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.animal_face import draw_eye, draw_muzzle, on_ball
from engine.backends.animatic.puppets.animal_horns import draw_horn
from engine.backends.animatic.puppets.animal_marks import draw_face_markings, draw_whiskers
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval
from engine.backends.animatic.stage import Pose


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
        draw_horn(knife, breed, yaw, side, r)
        _ear(knife, breed, coat, yaw, side, r, pose, far=True)
    if breed.ruff:
        _ruff(knife, breed, coat, belly, yaw, r)
    knife.sheet(oval(0, 0, r * 1.06, r), coat, drop=0.6)
    if breed.marking == "panda":
        for side in (-1, 1):
            x, y, z = on_ball(r, yaw, side * 36, 0.12)
            if z > 0.1:
                knife.tint(oval(x, y, r * 0.28 * max(0.4, z), r * 0.32), breed.mark, 1.0)
    draw_face_markings(knife, breed, yaw, r)
    if not away:
        if breed.ruff:
            _cheeks(knife, breed, belly, yaw, r)
        draw_muzzle(knife, breed, coat, belly, pose, yaw, r)
        for side in (-1, 1):
            draw_eye(knife, breed, coat, pose, yaw, side, r, lids)
        if breed.whiskered:
            draw_whiskers(knife, breed, yaw, r)
    for side in (-1, 1):
        _ear(knife, breed, coat, yaw, side, r, pose, far=False)
    canvas.restore()


def _ruff(knife: Knife, breed: Breed, coat: str, belly: str, yaw: float, r: float) -> None:
    """Fur that stands off the cheeks in points, behind the ball of the head."""
    for side in (-1, 1):
        x, _, z = on_ball(r, yaw, side * 84, -0.3)
        out = r * breed.ruff * (0.35 + 0.65 * math.sqrt(max(0.0, 1 - z * z)))
        way = math.copysign(1.0, x if abs(x) > 1e-6 else side)
        tufts = [(0, -0.35), (0.55, 0.05), (0.95, 0.38), (0.50, 0.44), (0.66, 0.80), (0.10, 0.86), (-0.6, 0.6)]
        shape = closed([(x * 0.86 + way * a * out, b * r) for a, b in tufts], 0.35)
        knife.sheet(shape, tone(coat, -0.03), drop=0.3)


def _cheeks(knife: Knife, breed: Breed, belly: str, yaw: float, r: float) -> None:
    """The pale lower half of the face, cut in two points beside the eyes and never beyond the head."""
    for side in (-1, 1):
        shape = [(14, -0.05), (40, -0.12), (66, 0.02), (84, -0.26), (70, -0.70), (30, -0.92), (0, -0.95), (0, -0.30)]
        points = [on_ball(r * 1.02, yaw, side * min(angle, 84), up) for angle, up in shape]
        if max(z for _, _, z in points) > 0.15:
            edge = [(x, y) if z > 0 else (math.copysign(r, x), y) for x, y, z in points]
            knife.tint(closed(edge, 0.5), belly, 0.95)


def _ear(knife: Knife, breed: Breed, coat: str, yaw: float, side: int, r: float, pose: Pose, far: bool) -> None:
    x, y, z = on_ball(r, yaw, side * (58 if breed.ears != "long" else 40), 0.72 if breed.ears != "fan" else 0.35)
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
            tip = (x + out * e * (1 + droop) + flick, y - e * (1 - 0.5 * droop))
            dark = breed.mark if breed.marking == "socks" and not breed.mane else ""
            _pointed(knife, x, y, e, tip, colour, z > -0.2, dark)
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


def _pointed(knife: Knife, x: float, y: float, e: float, tip: Point, colour: str, open_to_us: bool, dark: str) -> None:
    shape = [
        (x - e * 0.34, y + e * 0.25),
        (x - e * 0.25, y - e * 0.25),
        tip,
        (x + e * 0.28, y - e * 0.2),
        (x + e * 0.34, y + e * 0.25),
    ]
    knife.sheet(closed(shape, 0.55), colour, drop=0.4)
    if dark:
        near = [(tip[0] + (px - tip[0]) * 0.42, tip[1] + (py - tip[1]) * 0.42) for px, py in (shape[1], shape[3])]
        knife.plain(closed([near[0], tip, near[1]], 0.35), dark)
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
