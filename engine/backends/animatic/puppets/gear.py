"""What people carry on their bodies: wings, tanks, quivers, swords, beads, medals, a stethoscope, a pioneer's scarf, a dancing shawl.

Drawn in the trunk's coordinates (hips at the origin, y down), in two passes: behind the body and before it.
"""

from __future__ import annotations

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.trunk import GOLD, LINEN, STEEL, Torso

_ON_THE_BACK = frozenset({"wings", "quiver", "tank"})


def draw_gear(knife: Knife, torso: Torso, costume: Costume, *, front: bool) -> None:
    """The costume's gear as far as it is seen in this pass: what is on the back lies behind the body unless we see the back."""
    if costume.garment == "spacesuit" and front == (torso.c < -0.2):
        _pack(knife, torso, tone(costume.colour, -0.08), 0.30)
    if costume.extra in _ON_THE_BACK and front == (torso.c < -0.2):
        {"wings": _wings, "quiver": _quiver, "tank": _tank}[costume.extra](knife, torso, costume)
    elif front and costume.extra in _FRONTS:
        _FRONTS[costume.extra](knife, torso, costume)


def _pack(knife: Knife, torso: Torso, colour: str, tall: float) -> None:
    """A box on the back: square from behind, a hump from the side."""
    u, n = torso.body.height, torso.length
    x, wide = -torso.s * (torso.body.deep + 0.03 * u), torso.half(0.115 * u, 0.05 * u)
    box = [(x - wide, -n * 1.0), (x + wide, -n * 1.0), (x + wide, -n * tall), (x - wide, -n * tall)]
    knife.sheet(closed(box, 0.35), colour, drop=0.7)
    if torso.c < -0.2 and knife.fine:
        knife.plain(
            brush([(x - wide * 0.7, -n * 0.8), (x + wide * 0.7, -n * 0.8)], [0.02 * u] * 2), tone(colour, -0.12)
        )
        knife.plain(oval(x, -n * 0.6, 0.02 * u, 0.02 * u), "#c63d32")


def _tank(knife: Knife, torso: Torso, costume: Costume) -> None:
    u, n = torso.body.height, torso.length
    x = -torso.s * (torso.body.deep + 0.02 * u)
    knife.sheet(capsule((x, -n * 0.92), (x, -n * 0.25), 0.042 * u, 0.042 * u), "#e0a437", drop=0.7)
    knife.plain(capsule((x, -n * 1.02), (x, -n * 0.94), 0.014 * u, 0.014 * u), STEEL)
    knife.plain(brush([(x - 0.045 * u, -n * 0.6), (x + 0.045 * u, -n * 0.6)], [0.018 * u] * 2), "#3c4048")


def _quiver(knife: Knife, torso: Torso, costume: Costume) -> None:
    u, n = torso.body.height, torso.length
    x = -torso.s * torso.body.deep * 0.9
    a, b = (x - 0.05 * u, -n * 0.25), (x + 0.045 * u, -n * 1.02)
    for k in (-1, 0, 1):
        tip = (b[0] + (0.02 + 0.014 * k) * u, b[1] - 0.07 * u)
        knife.plain(brush([b, tip], (0.006 * u, 0.006 * u)), "#8a6242")
        knife.sheet(oval(tip[0], tip[1], 0.010 * u, 0.022 * u), ("#c63d32", "#ece6da", "#3f7d5c")[k + 1], drop=0.2)
    knife.sheet(capsule(a, b, 0.026 * u, 0.032 * u), "#7a5334", drop=0.6)


def _wings(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Three rows of feathers a side."""
    u, n = torso.body.height, torso.length
    root, spread = -torso.s * torso.body.deep * 0.8, max(0.35, abs(torso.c))
    for side in (-1, 1):
        if abs(torso.s) > 0.8 and side * torso.s > 0:
            continue
        for row, (reach, fall) in enumerate(((0.44, 0.52), (0.36, 0.34), (0.25, 0.16))):
            out = side * reach * u * spread - torso.s * 0.12 * u
            wing = [(root, -n * 0.95), (root + out * 0.6, -n * 1.28), (root + out, -n * 1.12), (root + out * 0.94, -n + (fall + 0.1) * u), (root + out * 0.5, -n + fall * u)]  # fmt: skip
            knife.sheet(closed(wing, 0.8), tone("#ece6da", -0.02 * (2 - row)), drop=0.6)


def _beads(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A long string of wooden beads."""
    u = torso.body.height
    for angle in range(-44, 45, 11):
        x, y, z = torso.at(angle, 0.50 - (angle / 44) ** 2 * 0.50)
        if z > 0.05:
            knife.plain(oval(x, y, 0.0125 * u, 0.0125 * u), "#6a3f2c")
            knife.plain(oval(x - 0.003 * u, y - 0.003 * u, 0.004 * u, 0.004 * u), "#a8734c")


def _stethoscope(knife: Knife, torso: Torso, costume: Costume) -> None:
    u = torso.body.height
    spots = ((-26, -0.02), (-24, 0.2), (-8, 0.36), (6, 0.38), (20, 0.24), (24, -0.02))
    points = [torso.at(*spot) for spot in spots]
    if points[2][2] > 0.1:
        knife.plain(brush([p[:2] for p in points], [0.010 * u] * 6), "#4a4f5e")
        x, y, _ = torso.at(-8, 0.46)
        knife.plain(brush([points[2][:2], (x, y)], (0.010 * u, 0.010 * u)), "#4a4f5e")
        knife.plain(oval(x, y, 0.017 * u, 0.017 * u), STEEL)


def _medals(knife: Knife, torso: Torso, costume: Costume) -> None:
    u = torso.body.height
    for k, angle in enumerate((22, 34, 46)):
        x, y, z = torso.at(angle, 0.24)
        if z > 0.15:
            knife.plain(brush([(x, y - 0.02 * u), (x, y + 0.012 * u)], (0.016 * u * z, 0.016 * u * z)), ("#c63d32", "#3f6fb0", "#4f8a4c")[k])  # fmt: skip
            knife.plain(oval(x, y + 0.024 * u, 0.013 * u * z, 0.013 * u), GOLD)


def _tie(knife: Knife, torso: Torso, costume: Costume) -> None:
    u = torso.body.height
    a, b = torso.at(0, 0.02), torso.at(0, 0.62)
    if a[2] > 0.05:
        knife.sheet(brush([a[:2], ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b[:2]], (0.016 * u, 0.026 * u, 0.020 * u)), costume.accent, drop=0.2)  # fmt: skip


def _red_scarf(knife: Knife, torso: Torso, costume: Costume) -> None:
    """红领巾: two ends before, a triangle behind."""
    u = torso.body.height
    red = "#cf3a2b"
    for side in (-1, 1):
        points = [
            torso.at(side * 46, -0.05),
            torso.at(side * 6, 0.10),
            torso.at(side * 16, 0.42),
            torso.at(side * 4, 0.36),
        ]
        if points[1][2] > 0.0:
            knife.sheet(polygon([p[:2] for p in points]), red, drop=0.3)
    back = [torso.at(130, -0.05), torso.at(180, 0.34), torso.at(230, -0.05)]
    if back[1][2] > 0.1:
        knife.sheet(polygon([p[:2] for p in back]), red, drop=0.3)
    x, y, z = torso.at(0, 0.09)
    if z > 0.1:
        knife.plain(oval(x, y, 0.014 * u, 0.014 * u), tone(red, -0.08))


def _sword(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A sheathed sword at the left hip."""
    u = torso.body.height
    x, y, z = torso.at(78, 0.86)
    if z < -0.75:
        return
    lean = -0.16 * (torso.s if abs(torso.s) > 0.2 else 0.6)
    hilt, tip = (x - lean * 0.5 * u, y - 0.09 * u), (x + lean * u * 1.6, y + 0.33 * u)
    knife.sheet(brush([(x, y), tip], (0.026 * u, 0.020 * u)), tone(costume.accent, -0.05), drop=0.5)
    knife.sheet(brush([(x, y), hilt], (0.018 * u, 0.020 * u)), "#5a3a34", drop=0.3)
    knife.plain(oval(x, y, 0.024 * u, 0.011 * u), GOLD)
    knife.plain(oval(*hilt, 0.012 * u, 0.012 * u), GOLD)


def _shawl(knife: Knife, torso: Torso, costume: Costume) -> None:
    """披帛: a long gauze over both elbows, its ends floating."""
    u, n = torso.body.height, torso.length
    gauze = blend(costume.accent, LINEN, 0.42)
    wide = torso.half(torso.body.frame.shoulder * 1.35, torso.body.deep * 1.3)
    sag = -n * (0.20 if torso.c > -0.2 else 0.55)
    if torso.c < -0.2:
        knife.sheet(
            brush([(-wide, -n * 0.62), (0, sag), (wide, -n * 0.62)], (0.03 * u, 0.06 * u, 0.03 * u)), gauze, drop=0.5
        )
    for side in (-1, 1):
        drift = -torso.s * 0.10 * u + side * 0.05 * u
        ribbon = [(side * wide, -n * 0.66), (side * wide * 1.16 + drift * 0.3, -n * 0.1), (side * wide * 1.05 + drift, 0.20 * u), (side * wide * 1.25 + drift * 1.7, 0.36 * u)]  # fmt: skip
        knife.sheet(brush(ribbon, (0.030 * u, 0.046 * u, 0.050 * u, 0.012 * u)), gauze, drop=0.5)


_FRONTS = {
    "beads": _beads, "stethoscope": _stethoscope, "medals": _medals, "tie": _tie, "red scarf": _red_scarf, "sword": _sword, "shawl": _shawl,
}  # fmt: skip


def belly_shade(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A child to come, seen from the front: a rounded second tone (from the side the outline itself swells)."""
    if not costume.expecting or torso.c < 0.2:
        return
    u = torso.body.height
    x, y, _ = torso.at(0, 0.66)
    r = 0.082 * u
    knife.sheet(oval(x, y + 0.012 * u, r * (0.7 + 0.3 * torso.c), r * 1.02), tone(costume.colour, 0.018), drop=0.5)
    if knife.fine:
        low = [(x - r * 0.7, y + r * 0.62), (x, y + r * 0.98), (x + r * 0.7, y + r * 0.62), (x, y + r * 1.12)]
        knife.tint(closed(low, 0.9), tone(costume.colour, -0.08), 0.6)
