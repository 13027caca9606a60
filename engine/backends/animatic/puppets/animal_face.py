"""What an animal feels: large eyes with lids and brows, the muzzle with its nose, and a mouth that smiles, droops or speaks.

Lids are cut from the coat and laid over the eye, because their slant is what reads from the back row; a brow alone does not.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import blend, oklab, tone
from engine.backends.animatic.puppets.motion import blink
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon
from engine.backends.animatic.stage import Pose

DARK = "#2c2327"
WHITE = "#f3ead9"
_OPEN = {"closed": 0.0, "teeth": 0.25, "wide": 0.45, "round": 0.7, "open": 1.0}
_LIDS = {
    #            lid at the nose, lid outside, lower lid, pupil, brow lift, brow slant (inner end up positive)
    "calm": (0.10, 0.16, 0.0, 0.74, 0.0, 0.0),
    "happy": (0.0, 0.0, 0.14, 0.82, 0.40, 0.0),
    "sad": (0.18, 0.52, 0.0, 0.74, 0.15, 0.62),
    "angry": (0.56, 0.14, 0.12, 0.62, -0.40, -0.62),
    "afraid": (0.0, 0.10, 0.0, 0.50, 0.60, 0.60),
    "surprised": (0.0, 0.0, 0.0, 0.56, 0.85, 0.0),
    "tired": (0.48, 0.58, 0.10, 0.70, 0.0, 0.18),
}


def on_ball(r: float, yaw: float, angle: float, up: float) -> tuple[float, float, float]:
    """A point on a head of radius `r`: `angle` degrees round from the nose, `up` in radii; x, y and how far it faces us."""
    a = math.radians(angle + yaw)
    girth = math.sqrt(max(0.0, 1 - up * up)) * r
    return math.sin(a) * girth, -up * r, math.cos(a)


def draw_eye(
    knife: Knife, breed: Breed, coat: str, pose: Pose, yaw: float, side: int, r: float, lids: float, raised: float = 0.0
) -> None:
    """One eye with its lids and brow (`side` -1 or 1 of the nose), for a head of radius `r`. `lids` 1 is asleep."""
    long = breed.face == "long"
    x, y, z = on_ball(r, yaw, side * (44 if long else 33), 0.20 + raised)
    if z < 0.10:
        return
    inner, outer, low, pupil, lift, slant = _LIDS[pose.mood]
    big = r * (0.27 if long else 0.30 if breed.head > 0.28 else 0.26)
    big *= {"afraid": 1.14, "surprised": 1.18}.get(pose.mood, 1.0)
    wide = big * (0.42 + 0.50 * z)
    lid = tone(coat, -0.07) if oklab(coat)[0] > 0.35 else tone(coat, 0.10)
    shut = 1.0 if pose.asleep else max(blink(pose.clock), lids)
    if breed.marking == "panda":
        lid = tone(breed.mark, 0.08)
    if shut > 0.8 or (pose.mood == "happy" and pose.clock % 5 > 3.6):
        up = -0.45 if pose.mood == "happy" else 0.45
        knife.plain(
            brush([(x - wide, y), (x, y + big * up), (x + wide, y)], (0.05 * r, 0.15 * r, 0.05 * r)),
            DARK if oklab(coat)[0] > 0.35 and breed.marking != "panda" else WHITE,
        )
    else:
        _open_eye(knife, pose, (x, y), wide, big, side, (max(inner, shut), max(outer, shut), low), pupil, lid)
    if lift or slant:
        _brow(knife, coat, (x, y - big * (1.26 + 0.45 * lift)), wide, big, side * slant, pose.mood)


def _open_eye(
    knife: Knife, pose: Pose, at: Point, wide: float, big: float, side: int,
    lids: tuple[float, float, float], pupil: float, lid: str,
) -> None:  # fmt: skip
    x, y = at
    inner, outer, low = lids
    canvas = knife.canvas
    knife.plain(oval(x, y, wide * 1.10, big * 1.09), lid)
    ball = oval(x, y, wide, big)
    knife.plain(ball, WHITE)
    canvas.save()
    canvas.clipPath(ball, doAntiAlias=True)
    gx, gy = x + pose.gaze[0] * wide * 0.36, y - pose.gaze[1] * big * 0.30
    knife.plain(oval(gx, gy, max(wide * pupil, big * pupil * 0.62), big * pupil * 1.06), DARK)
    if knife.scale * big > 1.6:
        knife.plain(oval(gx - wide * 0.24, gy - big * 0.30, big * 0.24, big * 0.24), "#fbf6ea")
        knife.plain(oval(gx + wide * 0.20, gy + big * 0.26, big * 0.11, big * 0.11), "#fbf6ea", 0.85)
    if inner or outer:
        left, right = (outer, inner) if side < 0 else (inner, outer)
        edge = [(x - wide * 1.3, y - big + 2 * big * left), (x + wide * 1.3, y - big + 2 * big * right)]
        knife.plain(polygon([(x - wide * 1.3, y - big * 1.4), (x + wide * 1.3, y - big * 1.4), edge[1], edge[0]]), lid)
        knife.plain(brush(edge, (big * 0.16, big * 0.16)), DARK, 0.85)
    if low:
        knife.plain(oval(x, y + big * (1.55 - low), wide * 1.35, big * 0.85), lid)
    canvas.restore()


def _brow(knife: Knife, coat: str, at: Point, wide: float, big: float, slant: float, mood: str) -> None:
    """A short strip; `slant` is positive where its left end is up."""
    x, y = at
    ink = blend(coat, DARK, 0.72) if oklab(coat)[0] > 0.38 else WHITE
    rise = big * 0.62 * slant
    arch = big * (0.16 if mood in ("surprised", "happy") else 0.05)
    knife.plain(
        brush(
            [(x - wide * 1.05, y - rise), (x, y - arch), (x + wide * 1.05, y + rise)],
            (big * 0.20, big * 0.30, big * 0.20),
        ),
        ink,
    )


def draw_muzzle(knife: Knife, breed: Breed, coat: str, belly: str, pose: Pose, yaw: float, r: float) -> None:
    """Jaw, muzzle, nose and mouth of a head of radius `r` turned to `yaw` (degrees, 0 faces us)."""
    if breed.ears == "fan":
        _trunk(knife, coat, pose, yaw, r)
        return
    s, c = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    m, long = breed.muzzle, breed.face == "long"
    root = (s * r * 0.34, r * (0.22 if long else 0.36))
    tip = (
        s * (r * 0.60 + m * 0.92),
        r * 0.46 + m * (0.42 + 0.30 * max(0.0, c) if long else 0.05 * max(0.0, c)),
    )  # fmt: skip
    thick = r * 0.60 if long else min(r * 0.52, max(r * 0.38, m * 0.62))
    pale = breed.tail in ("bushy", "cat", "curl") or breed.marking == "panda"
    front = belly if pale else tone(coat, 0.03)
    end = thick * (0.78 if long or breed.face == "snout" else 0.58 if m > 0.15 else 0.80)
    gap = _OPEN[pose.mouth] * r * 0.40 + {"surprised": 0.16, "afraid": 0.10}.get(pose.mood, 0.0) * r
    if gap > 0.01:
        _jaw(knife, front, root, tip, gap, thick, end)
    knife.sheet(capsule(root, tip, thick * 0.92, end), front, drop=0.3)
    _nose(knife, breed, pose, tip, s, end, r)
    if gap <= 0.01 and knife.scale * r > 6:
        _lips(knife, breed, pose, tip, s, end)


def _jaw(knife: Knife, front: str, root: Point, tip: Point, gap: float, thick: float, end: float) -> None:
    """The lower jaw, dropped by `gap`, and the mouth between."""
    low = (tip[0] * 0.90, tip[1] + gap)
    knife.sheet(capsule((root[0], root[1] + gap * 0.5), low, thick * 0.66, end * 0.80), tone(front, -0.05), drop=0.2)
    knife.plain(
        capsule((root[0] + 0.3 * (tip[0] - root[0]), root[1] + gap * 0.6), (low[0], low[1] - gap * 0.24), thick * 0.40, end * 0.58),
        "#8a3b44",
    )  # fmt: skip


def _nose(knife: Knife, breed: Breed, pose: Pose, tip: Point, s: float, end: float, r: float) -> None:
    dark = blend(breed.mark, DARK, 0.6)
    if breed.face == "long":
        for side in (-1, 1):
            if side * s < 0.75:
                x = tip[0] + s * end * 0.42 + side * end * 0.38 * (1 - 0.6 * abs(s))
                knife.plain(oval(x, tip[1] - end * 0.10, end * 0.14, end * 0.20), dark, 0.85)
        return
    if breed.face == "snout":
        knife.sheet(oval(tip[0] + s * end * 0.4, tip[1], end * (0.9 - 0.4 * abs(s)), end * 0.85), "#d98f84", drop=0.3)
        for side in (-1, 1):
            x = tip[0] + s * end * 0.5 + side * end * 0.30 * (1 - 0.5 * abs(s))
            knife.plain(oval(x, tip[1], end * 0.12, end * 0.22), "#8a4a48")
        return
    x, y = tip[0] + s * end * 0.55, tip[1] - end * 0.42
    big = max(0.026, r * (0.17 if breed.muzzle > 0.15 else 0.13))
    shape = [(-1, -0.45), (0, -0.75), (1, -0.45), (0.55, 0.5), (0, 0.8), (-0.55, 0.5)]
    knife.plain(closed([(x + a * big, y + b * big) for a, b in shape]), dark)
    if knife.scale * big > 3:
        knife.plain(oval(x - big * 0.3, y - big * 0.3, big * 0.26, big * 0.16), WHITE, 0.7)


def _lips(knife: Knife, breed: Breed, pose: Pose, tip: Point, s: float, end: float) -> None:
    """A line that turns up or down: with the corners on the cheek, so that it reads from the side too."""
    up = {"happy": 0.62, "calm": 0.22, "sad": -0.55, "angry": -0.42, "tired": -0.15}.get(pose.mood, 0.0)
    dark = blend(breed.mark, DARK, 0.5)
    x, y = tip[0] + s * end * 0.32, tip[1] + end * 0.34
    wide = end * (0.95 if pose.mood == "happy" else 0.75)
    back = 1.25 * wide * abs(s)
    points = []
    for side in (-1, 1):
        hidden = side * s > 0.15
        reach = wide * (0.25 if hidden else 1.0) + (0 if hidden else back)
        points.append((x + side * reach, y - up * end * (0.30 if hidden else 1.0)))
    knife.tint(brush([points[0], (x - (points[1][0] - points[0][0]) * 0.05, y + abs(up) * end * 0.18), points[1]], (end * 0.05, end * 0.17, end * 0.05)), dark, 0.9)  # fmt: skip


def _trunk(knife: Knife, coat: str, pose: Pose, yaw: float, r: float) -> None:
    """An elephant's: it rises with joy and hangs in sorrow; the mouth is behind it."""
    s = math.sin(math.radians(yaw))
    way = math.copysign(1.0, s if abs(s) > 1e-6 else 1.0)
    sway = 0.05 * math.sin(pose.clock * 1.2)
    up = {"happy": 1.3, "surprised": 0.9, "afraid": 0.5}.get(pose.mood, 0.0) + 0.5 * _OPEN[pose.mouth]
    knife.sheet(
        brush(
            [
                (s * r * 0.30, r * 0.14),
                (s * (r + 0.16), r * 0.8),
                (s * (r + 0.20) + sway, r * (2.2 - 0.5 * up)),
                (s * (r + 0.10) + sway * 1.6 + way * up * r * 0.9, r * (3.2 - 1.25 * up)),
            ],
            (r * 0.85, r * 0.62, r * 0.42, r * 0.30),
        ),
        coat,
        drop=0.6,
    )
