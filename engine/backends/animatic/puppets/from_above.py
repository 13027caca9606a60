"""A person seen from above: hair, shoulders, arms and the feet that peek out, readable as somebody seen from the top.

The plan has its own drawing because a flat figure has no top: the head is a disc of hair, and the yaw turns the whole sheet.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.motion import stance_of
from engine.backends.animatic.puppets.paper_cut import Knife, capsule, closed, oval
from engine.backends.animatic.puppets.stance import solve
from engine.backends.animatic.stage import Act, Pose


def draw_person_from_above(canvas: skia.Canvas, costume: Costume, body: Body, pose: Pose) -> None:
    """Draw around the origin in metres; facing screen right is yaw 90, facing the audience (down the picture) yaw 0."""
    bones = solve(stance_of(pose, body.frame), body.frame)
    canvas.save()
    canvas.rotate(90 - pose.yaw)
    knife = Knife(canvas, body.height * 0.6)
    lying = pose.act in (Act.LIE,) or (pose.act == Act.FALL and pose.phase > 0.8)
    shoulder = body.frame.shoulder * 1.25
    if lying:
        for side in (-1, 1):
            knife.sheet(
                capsule(
                    (-0.05, side * body.seat * 0.5),
                    (-body.frame.leg, side * body.seat * 0.7),
                    body.limb * 1.5,
                    body.limb,
                ),
                costume.bottom_colour,
            )
        knife.sheet(
            closed(
                [(0.02, -body.seat), (0.02, body.seat), (body.frame.torso, shoulder), (body.frame.torso, -shoulder)]
            ),
            costume.colour,
        )
        canvas.translate(body.frame.torso + body.head * 0.35, 0)
    else:
        _feet(knife, costume, body, bones.ankle)
        if costume.garment in ("dress", "robe", "coat", "raincoat") or costume.bottom == "skirt":
            r = body.seat * (1.75 if costume.garment in ("dress", "robe", "raincoat") else 1.35)
            knife.sheet(oval(0, 0, r * 0.9, r), tone(costume.colour, -0.06))
    for side, hand, elbow in ((1, bones.hand[0], bones.elbow[0]), (-1, bones.hand[1], bones.elbow[1])):
        y = -side * shoulder * 0.92
        out = -side
        e = (max(-0.2, elbow[0]) if not lying else -0.16, y + out * 0.05 * body.height * 0.5)
        h = (max(-0.25, hand[0]) + 0.03 if not lying else -0.3, e[1] + out * 0.02)
        knife.sheet(oval(h[0] + 0.02, h[1], body.limb, body.limb * 0.9), costume.skin)
        knife.sheet(capsule((0, y), h, body.limb * 1.2, body.limb), costume.colour)
    deep = max(body.deep * 1.0, body.waist * 0.85)
    knife.sheet(
        closed(
            [
                (-deep, 0),
                (-deep * 0.75, -shoulder * 0.7),
                (0, -shoulder),
                (deep * 0.75, -shoulder * 0.7),
                (deep, 0),
                (deep * 0.75, shoulder * 0.7),
                (0, shoulder),
                (-deep * 0.75, shoulder * 0.7),
            ]
        ),
        tone(costume.colour, 0.02),
    )
    if costume.scarf:
        knife.sheet(oval(0, 0, deep * 1.0, shoulder * 0.55), costume.scarf)
    _head(knife, costume, body)
    canvas.restore()


def _feet(knife: Knife, costume: Costume, body: Body, ankles: tuple[tuple[float, float, float], ...]) -> None:
    for ankle in ankles:
        y = -ankle[2] * 1.15
        knife.sheet(
            capsule((ankle[0] - 0.01, y), (ankle[0] + 0.125 * body.height, y * 1.1), body.limb * 0.95, body.limb * 0.8),
            costume.shoe_colour,
        )


def _head(knife: Knife, costume: Costume, body: Body) -> None:
    r = body.head * 0.43
    x = body.head * 0.06
    hatted = costume.hat in ("straw", "fedora", "top hat", "douli")
    if costume.hair in ("long", "bob"):
        knife.sheet(oval(x - r * 0.45, 0, r * 0.95, r * 1.05), tone(costume.hair_colour, -0.04))
    if not hatted:
        knife.sheet(
            closed([(x + r * 1.02, -r * 0.16), (x + r * 1.16, 0), (x + r * 1.02, r * 0.16), (x + r * 0.7, 0)]),
            costume.skin,
        )
        for side in (-1, 1):
            knife.plain(oval(x, side * r * 1.0, r * 0.16, r * 0.10), tone(costume.skin, -0.03))
        knife.sheet(oval(x, 0, r, r * 0.96), costume.skin)
    if costume.hat:
        _hat(knife, costume, x, r)
        return
    if costume.hair == "bald":
        knife.tint(
            closed(
                [
                    (x - r, -r * 0.5),
                    (x - r * 0.4, -r * 0.8),
                    (x - r * 0.55, 0),
                    (x - r * 0.4, r * 0.8),
                    (x - r, r * 0.5),
                ]
            ),
            costume.hair_colour,
            1.0,
        )
        return
    knife.sheet(
        closed(
            [
                (x + r * 0.62, -r * 0.5),
                (x + r * 0.74, 0),
                (x + r * 0.62, r * 0.5),
                (x, r * 0.99),
                (x - r * 0.8, r * 0.72),
                (x - r * 1.06, 0),
                (x - r * 0.8, -r * 0.72),
                (x, -r * 0.99),
            ]
        ),
        costume.hair_colour,
        drop=0.5,
    )
    knife.tint(
        closed([(x + r * 0.6, -0.012), (x - r * 0.5, -0.006), (x - r * 0.5, 0.006), (x + r * 0.6, 0.012)]),
        tone(costume.hair_colour, -0.10),
        0.8,
    )
    for spot in {
        "bun": ((-0.75, 0.0),),
        "topknot": ((-0.1, 0.0),),
        "buns": ((-0.05, -0.75), (-0.05, 0.75)),
        "ponytail": ((-1.15, 0.0),),
        "braids": ((-0.6, -0.95), (-0.6, 0.95)),
    }.get(costume.hair, ()):
        knife.sheet(oval(x + spot[0] * r, spot[1] * r, r * 0.40, r * 0.36), tone(costume.hair_colour, 0.03), drop=0.6)


def _hat(knife: Knife, costume: Costume, x: float, r: float) -> None:
    wide = {"straw": 1.38, "douli": 1.62, "fedora": 1.22, "top hat": 1.12}.get(costume.hat)
    if wide:
        knife.sheet(oval(x, 0, r * wide, r * wide), tone(costume.hat_colour, -0.03))
        if costume.hat == "douli":
            for i in range(8):
                a = i * math.pi / 4
                knife.tint(
                    capsule((x, 0), (x + math.cos(a) * r * 1.52, math.sin(a) * r * 1.52), 0.003, 0.005),
                    tone(costume.hat_colour, -0.12),
                    0.6,
                )
            return
        knife.sheet(oval(x, 0, r * 1.02, r * 1.0), costume.accent)
        knife.sheet(oval(x, 0, r * 0.92, r * 0.90), costume.hat_colour, drop=0.4)
        return
    if costume.hat == "cap":
        knife.sheet(
            closed(
                [
                    (x + r * 0.6, -r * 0.7),
                    (x + r * 1.5, -r * 0.35),
                    (x + r * 1.6, 0),
                    (x + r * 1.5, r * 0.35),
                    (x + r * 0.6, r * 0.7),
                ]
            ),
            tone(costume.hat_colour, -0.09),
        )
    knife.sheet(oval(x - r * 0.05, 0, r * 1.08, r * 1.05), costume.hat_colour, drop=0.6)
    knife.plain(oval(x - r * 0.05, 0, r * 0.16, r * 0.16), costume.accent)
