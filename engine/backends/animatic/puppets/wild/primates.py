"""The bodies of monkeys and apes: a trunk that bends, long arms, legs that squat, a tail; one posture grows out of another.

Everything is in the animal's own heights, facing right, y down. Hands are told from the shoulder, so that a hand goes to the mouth
whether its owner sits, kneels or hangs on a tree.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, oval
from engine.backends.animatic.puppets.wild.creature import Hue, Kind, eye, smile
from engine.backends.animatic.puppets.wild.habits import Motion

APE = "#2f2b30"
"""The marking of those that have no tail."""

_UPPER, _FORE, _THIGH, _SHIN = 0.25, 0.27, 0.20, 0.21


@dataclass(frozen=True, slots=True)
class Body:
    """Where the joints are. `hands` and `feet` are (near, far); `nod` lowers the nose (degrees); `knees` is 1 when they point
    ahead and -1 when they are bent back under a kneeler."""

    hip: Point
    shoulder: Point
    head: Point
    hands: tuple[Point, Point]
    feet: tuple[Point, Point]
    nod: float = 0.0
    knees: float = 1.0


FOURS = Body(
    (-0.16, -0.34), (0.14, -0.57), (0.24, -0.78), ((0.34, -0.06), (0.37, -0.06)), ((-0.04, -0.05), (-0.20, -0.05))
)
POSTURES: dict[str, Body] = {
    "fours": FOURS,
    "sit": Body((-0.12, -0.15), (-0.05, -0.53), (0.03, -0.76), ((0.20, -0.33), (0.24, -0.31)), ((0.13, -0.05), (0.17, -0.05))),
    "kneel": Body((-0.10, -0.24), (-0.02, -0.61), (0.06, -0.84), ((0.17, -0.27), (0.20, -0.25)), ((-0.30, -0.04), (-0.26, -0.04)), 8.0, -1.0),
    "bowed": Body((-0.16, -0.22), (0.22, -0.25), (0.43, -0.22), ((0.44, -0.05), (0.48, -0.05)), ((-0.34, -0.04), (-0.30, -0.04)), 52.0, -1.0),
    "stand": Body((-0.06, -0.40), (0.01, -0.77), (0.07, -1.0), ((0.16, -0.42), (0.22, -0.42)), ((0.02, -0.05), (-0.10, -0.05))),
    "stoop": Body((-0.12, -0.37), (0.24, -0.56), (0.40, -0.62), ((0.34, -0.28), (0.38, -0.28)), ((-0.02, -0.05), (-0.14, -0.05)), 40.0),
    "climb": Body((-0.14, -0.36), (-0.01, -0.72), (0.06, -0.95), ((0.26, -1.02), (0.27, -0.86)), ((0.18, -0.24), (0.20, -0.10)), -24.0),
    "lie": Body((-0.24, -0.15), (0.15, -0.18), (0.39, -0.21), ((0.30, -0.05), (0.42, -0.06)), ((0.10, -0.06), (0.02, -0.05)), 20.0),
    "leap": Body((-0.18, -0.38), (0.14, -0.62), (0.27, -0.82), ((0.52, -0.66), (0.50, -0.56)), ((-0.36, -0.14), (-0.42, -0.20)), -12.0),
    "hang": Body((-0.05, -0.36), (0.0, -0.73), (0.08, -0.93), ((0.02, -1.22), (0.10, -0.50)), ((0.10, -0.08), (-0.04, -0.06)), -8.0),
}  # fmt: skip
"""How it holds itself, by name."""


def between(a: Body, b: Body, t: float) -> Body:
    """The body `t` (0..1, a little beyond in an overshoot) of the way from a to b."""

    def mix(p: Point, q: Point) -> Point:
        return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t

    return Body(
        mix(a.hip, b.hip),
        mix(a.shoulder, b.shoulder),
        mix(a.head, b.head),
        (mix(a.hands[0], b.hands[0]), mix(a.hands[1], b.hands[1])),
        (mix(a.feet[0], b.feet[0]), mix(a.feet[1], b.feet[1])),
        a.nod + (b.nod - a.nod) * t,
        a.knees + (b.knees - a.knees) * t,
    )


def leant(body: Body, degrees: float) -> Body:
    """The body bent forward (negative: back) at the hips, hands with it where they are off the ground."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def turn(p: Point) -> Point:
        dx, dy = p[0] - body.hip[0], p[1] - body.hip[1]
        return body.hip[0] + dx * c - dy * s, body.hip[1] + dx * s + dy * c

    hands = tuple(turn(hand) if hand[1] < -0.12 else hand for hand in body.hands)
    return replace(
        body,
        shoulder=turn(body.shoulder),
        head=turn(body.head),
        hands=(hands[0], hands[1]),
        nod=body.nod + 0.5 * degrees,
    )


def shifted(body: Body, right: float, down: float) -> Body:
    """The trunk moved over feet that stay where they are."""

    def move(p: Point) -> Point:
        return p[0] + right, p[1] + down

    return replace(
        body,
        hip=move(body.hip),
        shoulder=move(body.shoulder),
        head=move(body.head),
        hands=(move(body.hands[0]), move(body.hands[1])),
    )


def middle_joint(root: Point, end: Point, bones: tuple[float, float], bend: float) -> Point:
    """Elbow or knee by the law of cosines; `bend` +1 to one side, -1 to the other. What is out of reach is stretched straight."""
    upper, lower = bones
    dx, dy = end[0] - root[0], end[1] - root[1]
    reach = math.hypot(dx, dy) or 1e-6
    along = (
        (upper * upper - lower * lower + reach * reach) / (2 * reach)
        if reach < upper + lower
        else reach * upper / (upper + lower)
    )
    out = math.sqrt(max(0.0, upper * upper - along * along)) * bend
    return root[0] + dx / reach * along + dy / reach * out, root[1] + dy / reach * along - dx / reach * out


def joints(body: Body) -> dict[str, Point]:
    """Every joint by name, for the drawing and for the pose pass; `near` is the right side when it faces right."""
    found = {"hip": body.hip, "shoulder": body.shoulder, "head": body.head}
    for i, side in enumerate(("near", "far")):
        x, y = middle_joint(body.shoulder, body.hands[i], (_UPPER, _FORE), -1.0)
        found[f"elbow {side}"] = (x, min(y, -0.06))  # on the ground, not in it
        found[f"hand {side}"] = body.hands[i]
        knee = middle_joint(body.hip, body.feet[i], (_THIGH, _SHIN), 1.0 if body.knees >= 0 else -1.0)
        kneeling = (max(0.04, body.hip[0] + 0.17), -0.05)
        found[f"knee {side}"] = _share(knee, kneeling, max(0.0, -body.knees))
        found[f"foot {side}"] = body.feet[i]
    return found


def _share(p: Point, q: Point, t: float) -> Point:
    return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t


def draw_body(knife: Knife, hue: Hue, body: Body, m: Motion) -> None:
    """The whole animal, far limbs first."""
    at = joints(body)
    if hue.mark != APE:
        _tail(knife, hue, body.hip, 0.06 * m.idle(1.7))
    for side in ("far", "near"):
        colour = tone(hue.main, -0.06 if side == "far" else 0.0)
        if side == "near":
            _trunk(knife, hue, body, m)
        _leg(knife, hue, at, side, colour)
        if side == "near":
            _head(knife, hue, body, m)
        _arm(knife, hue, at, side, colour)


def _leg(knife: Knife, hue: Hue, at: dict[str, Point], side: str, colour: str) -> None:
    hip, knee, foot = at["hip"], at[f"knee {side}"], at[f"foot {side}"]
    knife.sheet(brush([hip, _share(hip, knee, 0.55), knee, foot], (0.20, 0.20, 0.15, 0.085)), colour, drop=0.4)
    toe = (foot[0] + 0.13, foot[1] + 0.012)
    knife.sheet(capsule((foot[0] - 0.02, foot[1]), toe, 0.05, 0.036), hue.belly, drop=0.2)


def _arm(knife: Knife, hue: Hue, at: dict[str, Point], side: str, colour: str) -> None:
    shoulder, elbow, hand = at["shoulder"], at[f"elbow {side}"], at[f"hand {side}"]
    root = (shoulder[0], shoulder[1] + 0.02)
    knife.sheet(brush([root, _share(root, elbow, 0.6), elbow, hand], (0.15, 0.135, 0.115, 0.08)), colour, drop=0.5)
    knife.sheet(oval(hand[0] + 0.015, hand[1], 0.058, 0.05), hue.belly, drop=0.2)


def _trunk(knife: Knife, hue: Hue, body: Body, m: Motion) -> None:
    """Round at the seat and the shoulders, the back a bow; a pale front."""
    (hx, hy), (sx, sy) = body.hip, body.shoulder
    long = math.hypot(sx - hx, sy - hy) or 1e-6
    ux, uy = (sx - hx) / long, (sy - hy) / long
    nx, ny = -uy, ux  # toward the belly
    air = 0.006 * m.idle(1.6)

    def spot(t: float, out: float) -> Point:
        return hx + ux * long * t + nx * out, hy + uy * long * t + ny * out

    row = [spot(-0.26, 0.0), spot(0.05, -0.01), spot(0.5, -0.02 - air), spot(0.92, 0.0), spot(1.18, 0.03)]
    knife.sheet(brush(row, (0.12, 0.33, 0.37 + 2 * air, 0.31, 0.14)), hue.main)
    front = [spot(0.02, 0.11), spot(0.5, 0.115 + air), spot(0.95, 0.09)]
    knife.tint(brush(front, (0.06, 0.13, 0.06)), hue.belly, 0.9)


def _tail(knife: Knife, hue: Hue, hip: Point, sway: float) -> None:
    row = [
        (-0.06, 0.0),
        (-0.34, 0.08),
        (-0.50, -0.16 + sway),
        (-0.40, -0.46),
        (-0.52 + sway, -0.60),
        (-0.64 + sway, -0.50),
    ]
    tail = [(hip[0] + x, min(-0.045, hip[1] + y)) for x, y in row]
    knife.sheet(brush(tail, (0.09, 0.085, 0.08, 0.07, 0.06, 0.03)), tone(hue.main, -0.05))


def _head(knife: Knife, hue: Hue, body: Body, m: Motion) -> None:
    x, y = body.head[0], body.head[1] + (0.03 if m.mood in ("sad", "tired") else 0.0)
    shift = 0.075 * m.side
    knife.canvas.save()
    knife.canvas.rotate(body.nod * 0.8, x, y)
    for ear in (-0.20, 0.20) if m.side < 0.8 else (-0.14,):
        knife.sheet(oval(x + ear, y, 0.075, 0.085), hue.belly, drop=0.2)
    knife.sheet(oval(x, y, 0.205, 0.195), hue.main)
    if m.front >= -0.3:
        _face(knife, hue, (x, y), shift, m)
    knife.canvas.restore()


def _face(knife: Knife, hue: Hue, at: Point, shift: float, m: Motion) -> None:
    x, y = at
    for side in (-1, 1):
        knife.plain(oval(x + shift + side * 0.062, y - 0.015, 0.085, 0.10), hue.belly)
    knife.sheet(oval(x + shift * 1.5, y + 0.09, 0.125, 0.095), hue.belly, drop=0.2)
    for side in (-1, 1):
        eye(knife, x + shift + side * 0.062, y - 0.03, 0.042, m)
        knife.plain(oval(x + shift * 1.6 + side * 0.018, y + 0.05, 0.010, 0.013), hue.mark)
    smile(knife, x + shift * 1.5, y + 0.12, 0.05, m)


def _at_rest(knife: Knife, hue: Hue, m: Motion) -> None:
    draw_body(knife, hue, FOURS, m)


PRIMATES: dict[str, Kind] = {
    "monkey": Kind(_at_rest, 1.35, Hue("#8f6446", "#dfbf98", "#5f4030"), "tramp", (0.26, 0.76, 0.5), reach=0.32),
    "ape": Kind(_at_rest, 1.35, Hue("#4f4a4d", "#8f8480", APE), "tramp", (0.26, 0.76, 0.5), reach=0.32),
}
"""Name -> how it is cut."""
