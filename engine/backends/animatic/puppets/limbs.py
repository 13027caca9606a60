"""Sleeves, hands and shoes: what hangs on the joints of arms and legs, pinned where the bones meet."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon


def draw_shoe(knife: Knife, body: Body, costume: Costume, ankle: Point, yaw: float, tilt: float, side: int) -> None:
    """A small shoe or boot; it turns with the yaw and tilts with the step (degrees, toe up positive)."""
    s, c = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    length = 0.118 * body.height * (0.86 if costume.female or costume.age == "child" else 1.0)
    high = max(0.034 * body.height, body.limb * 0.95)
    toe = length * s
    splay = side * 0.10 * length * abs(c)
    knife.canvas.save()
    knife.canvas.translate(*ankle)
    if abs(s) > 0.3:
        knife.canvas.rotate(-tilt * math.copysign(1.0, s))
    half = body.limb * 1.08 + 0.012 * body.height * abs(c)
    base = body.frame.ankle * 0.98
    reach = toe * 0.86 + splay
    front = base
    points = [
        (-half, -high * 0.2), (half, -high * 0.2), (max(half, reach * 0.55 + half * 0.4), base - high * 0.62), (max(half * 1.05, reach + half * 0.15), base - high * 0.30),
        (max(half * 1.05, reach), front), (min(-half * 1.05, reach), front), (min(-half * 1.05, reach - half * 0.15), base - high * 0.30), (min(-half, reach * 0.55 - half * 0.4), base - high * 0.62),
    ]  # fmt: skip
    knife.sheet(closed(points, 0.7), costume.shoe_colour, drop=0.5)
    if costume.boots:
        knife.sheet(
            polygon(
                [
                    (-half * 1.15, base * 0.1),
                    (half * 1.15, base * 0.1),
                    (half * 1.25, -0.085 * body.height),
                    (-half * 1.25, -0.085 * body.height),
                ]
            ),
            costume.shoe_colour,
            drop=0.3,
        )
    knife.canvas.restore()


def draw_sleeve(
    knife: Knife, body: Body, costume: Costume, shoulder: Point, elbow: Point, hand: Point, dark: float
) -> None:
    """Upper and lower arm with their sleeve and the hand, pinned at shoulder and elbow. `dark` shades the far arm."""
    r = body.limb
    skin = tone(costume.skin, -dark)
    colour = tone(costume.colour, -dark)
    sleeveless = costume.garment == "dress" or (costume.garment == "tunic" and costume.female)
    angle = math.atan2(hand[1] - elbow[1], hand[0] - elbow[0])
    _hand(knife, body, skin, hand, angle)
    fore = skin if sleeveless else colour
    loose = 1.22 if costume.garment in ("coat", "raincoat", "sweater", "jacket") else 1.08
    if costume.garment == "robe":
        _wide_sleeve(knife, body, costume, elbow, hand, colour)
    else:
        end = (elbow[0] + (hand[0] - elbow[0]) * 0.90, elbow[1] + (hand[1] - elbow[1]) * 0.90)
        knife.sheet(
            capsule(elbow, end, r * 0.86 * (1 if sleeveless else loose), r * (0.66 if sleeveless else 0.80 * loose)),
            fore,
            elbow,
            drop=0.7,
        )
        if costume.garment in ("coat", "uniform", "suit", "sweater") and knife.fine:
            cuff = (elbow[0] + (hand[0] - elbow[0]) * 0.80, elbow[1] + (hand[1] - elbow[1]) * 0.80)
            knife.sheet(polygon(_cuff(cuff, end, r * 0.84 * loose)), tone(colour, -0.06), elbow, drop=0.2)
    knife.sheet(capsule(shoulder, elbow, r * 1.04 * loose, r * 0.92 * loose), colour, shoulder, drop=0.7)


def _cuff(a: Point, b: Point, r: float) -> list[Point]:
    """A turned-back cuff between two points of the forearm."""
    angle = math.atan2(b[1] - a[1], b[0] - a[0])
    nx, ny = -math.sin(angle) * r, math.cos(angle) * r
    ux, uy = math.cos(angle) * r * 0.45, math.sin(angle) * r * 0.45
    return [
        (a[0] + nx, a[1] + ny),
        (b[0] + nx * 1.06 + ux, b[1] + ny * 1.06 + uy),
        (b[0] - nx * 1.06 + ux, b[1] - ny * 1.06 + uy),
        (a[0] - nx, a[1] - ny),
    ]


def _wide_sleeve(knife: Knife, body: Body, costume: Costume, elbow: Point, hand: Point, colour: str) -> None:
    """A robe's sleeve: its mouth hangs from the wrist."""
    u = body.height
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    length = math.hypot(dx, dy) or 1e-6
    ux, uy = dx / length, dy / length
    wrist = (elbow[0] + dx * 0.96, elbow[1] + dy * 0.96)
    nx, ny = (-uy, ux) if ux >= 0 else (uy, -ux)
    r = body.limb
    deep = r * 1.5 + 0.085 * u * abs(ux) ** 1.5
    top = (wrist[0] - nx * r * 1.5, wrist[1] - ny * r * 1.5)
    low = (wrist[0] + nx * deep, wrist[1] + ny * deep + 0.012 * u)
    path = polygon(
        [
            (elbow[0] - nx * r * 1.15, elbow[1] - ny * r * 1.15),
            top,
            low,
            (elbow[0] + nx * r * 1.25, elbow[1] + ny * r * 1.25),
        ]
    )
    path.addPath(oval(*elbow, r * 1.18, r * 1.18))
    knife.sheet(path, colour, elbow, drop=0.8)
    if knife.fine:
        knife.tint(
            brush(
                [top, ((top[0] + low[0]) / 2 + ux * 0.004, (top[1] + low[1]) / 2), low],
                (0.012 * u, 0.016 * u, 0.012 * u),
            ),
            blend(costume.accent, "#efe6d6", 0.2),
            1.0,
        )


def _hand(knife: Knife, body: Body, skin: str, hand: Point, angle: float) -> None:
    """A mitten with a thumb: small, as puppets have."""
    r = body.limb * 0.98
    ux, uy = math.cos(angle), math.sin(angle)
    tip = (hand[0] + ux * r * 1.15, hand[1] + uy * r * 1.15)
    knife.sheet(
        capsule((hand[0] - ux * r * 0.4, hand[1] - uy * r * 0.4), tip, r * 0.74, r * 0.78), skin, hand, drop=0.4
    )
    if knife.fine:
        thumb = (hand[0] + uy * r * 0.72 + ux * r * 0.45, hand[1] - ux * r * 0.72 + uy * r * 0.45)
        knife.plain(capsule((hand[0] + uy * r * 0.3, hand[1] - ux * r * 0.3), thumb, r * 0.34, r * 0.28), skin)
