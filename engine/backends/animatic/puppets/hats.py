"""Hats, in head heights around the head's centre; brims are ellipses, peaks follow the turn of the head."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.hats_of_legend import LEGENDS
from engine.backends.animatic.puppets.hats_of_trades import TRADES, above, tipped
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval, polygon
from engine.backends.animatic.puppets.skull import Head

_EVEN_ODD = skia.PathFillType.kEvenOdd


def _brimmed(
    knife: Knife, head: Head, costume: Costume, brim: float, rise: float, narrow: float, band: bool = True
) -> None:
    """A crown on a brim: straw, fedora, top hat. `rise` is the crown's height, `narrow` its width at the top."""
    y = -0.235 + tipped(head)
    colour = costume.hat_colour
    base, top = 0.40, 0.40 * narrow
    knife.sheet(oval(0, y, brim, 0.105), tone(colour, -0.05), drop=1.1)
    crown = closed(
        [
            (-base, y + 0.005),
            (-base * 0.98, y - rise * 0.4),
            (-top, y - rise * 0.94),
            (0, y - rise * 1.04),
            (top, y - rise * 0.94),
            (base * 0.98, y - rise * 0.4),
            (base, y + 0.005),
            (0, y + 0.062),
        ],
        0.8,
    )
    knife.sheet(crown, colour, drop=0.5)
    if band:
        ribbon = closed(
            [
                (-base * 1.005, y - 0.10),
                (0, y - 0.045),
                (base * 1.005, y - 0.10),
                (base * 1.005, y + 0.002),
                (0, y + 0.060),
                (-base * 1.005, y + 0.002),
            ],
            0.6,
        )
        knife.plain(ribbon, costume.accent)
    if knife.fine:
        knife.tint(
            brush([(-brim * 0.93, y + 0.015), (0, y + 0.096), (brim * 0.93, y + 0.015)], (0.006, 0.022, 0.006)),
            tone(colour, 0.10),
            0.7,
        )


def _douli(knife: Knife, head: Head, costume: Costume) -> None:
    """The wide bamboo cone of boatmen and wanderers."""
    colour = costume.hat_colour
    y = -0.17 + tipped(head)
    knife.sheet(
        closed(
            [
                (-0.86, y + 0.02),
                (-0.40, y - 0.25),
                (0, y - 0.50),
                (0.40, y - 0.25),
                (0.86, y + 0.02),
                (0.45, y + 0.085),
                (0, y + 0.105),
                (-0.45, y + 0.085),
            ],
            0.55,
        ),
        colour,
        drop=1.2,
    )
    if knife.fine:
        for x in (-0.52, -0.2, 0.2, 0.52):
            knife.tint(
                brush([(0, y - 0.47), (x * 0.6, y - 0.18), (x, y + 0.075)], (0.004, 0.012, 0.014)),
                tone(colour, -0.12),
                0.6,
            )
        knife.tint(
            brush([(-0.62, y - 0.085), (0, y - 0.005), (0.62, y - 0.085)], (0.006, 0.016, 0.006)),
            tone(colour, -0.12),
            0.6,
        )


def _cap(knife: Knife, head: Head, costume: Costume) -> None:
    ring = above(head, -0.16, 0.065, 0.05)
    knife.sheet(
        closed([*ring, (ring[-1][0] * 0.9, -0.13), (ring[0][0] * 0.9, -0.13)], 0.8), costume.hat_colour, drop=0.6
    )
    x, y, z = head.at(0, -0.155, 1.25)
    left, right = head.at(-62, -0.165, 1.06), head.at(62, -0.165, 1.06)
    if z > -0.2:
        edge = [
            left[:2],
            ((left[0] + x) / 2 * 1.04, y + 0.06),
            (x * 1.25, y + 0.075),
            ((right[0] + x) / 2 * 1.04, y + 0.06),
            right[:2],
            (x * 0.7, y - 0.02),
        ]
        knife.sheet(closed(edge), tone(costume.hat_colour, -0.09), drop=0.6)
    if z > 0.3:
        badge = head.at(0, -0.30, 1.08)
        knife.plain(oval(badge[0], badge[1] - 0.03, 0.050, 0.055), costume.accent)


def _beanie(knife: Knife, head: Head, costume: Costume) -> None:
    ring = above(head, -0.18, 0.075, 0.09)
    knife.sheet(closed([*ring, (0, -0.16)], 0.8), costume.hat_colour, drop=0.6)
    knife.sheet(
        brush([(ring[0][0] * 1.02, -0.215), (0, -0.165), (ring[-1][0] * 1.02, -0.215)], (0.12, 0.13, 0.12)),
        tone(costume.hat_colour, -0.06),
        drop=0.4,
    )
    knife.sheet(oval(0, -0.66, 0.11, 0.105), costume.accent, drop=0.5)


def _hood(knife: Knife, head: Head, costume: Costume) -> None:
    """A hood is a cap whose opening turns with the face."""
    s = math.sin(math.radians(head.yaw))
    outer = head.outline(0.115, 0.07)
    opening = [
        head.at(a, h, 1.03)
        for a, h in (
            (-66, 0.30),
            (-74, 0.05),
            (-62, -0.16),
            (-30, -0.285),
            (0, -0.305),
            (30, -0.285),
            (62, -0.16),
            (74, 0.05),
            (66, 0.30),
            (34, 0.475),
            (0, 0.51),
            (-34, 0.475),
        )
    ]
    path = closed(outer, 0.9)
    if abs(head.yaw) < 110:
        hole = closed([(x, y) for x, y, _ in opening])
        path.addPath(hole)
        path.setFillType(_EVEN_ODD)
        if abs(s) > 0.75:  # in profile the face side is open to the air
            path = closed(
                [
                    *(p for p in outer if p[0] * s < 0.16 or p[1] < -0.36),
                    *((x, y) for x, y, z in opening if z > 0.05 and y > -0.3 and x * s < 0.3),
                ],
                0.5,
            )
    knife.sheet(path, costume.hat_colour, drop=0.8)


def _beret(knife: Knife, head: Head, costume: Costume) -> None:
    knife.sheet(
        closed(
            [(-0.42, -0.20), (-0.56, -0.36), (-0.34, -0.54), (0.10, -0.58), (0.44, -0.44), (0.42, -0.24), (0.0, -0.17)]
        ),
        costume.hat_colour,
        drop=0.7,
    )
    knife.plain(brush([(-0.05, -0.55), (-0.02, -0.64)], (0.035, 0.03)), tone(costume.hat_colour, -0.05))


def _crown_of_gold(knife: Knife, head: Head, costume: Costume) -> None:
    points: list[Point] = [(-0.33, -0.30)]
    for i, x in enumerate((-0.37, -0.19, 0.0, 0.19, 0.37)):
        points += [(x, -0.62 if i == 2 else -0.56), (x + 0.09, -0.42)] if i < 4 else [(x, -0.56)]
    knife.sheet(polygon([*points, (0.33, -0.30), (0, -0.265)]), "#d8a93f", drop=0.7)
    for x, y in ((0, -0.38), (-0.18, -0.37), (0.18, -0.37)):
        knife.plain(oval(x, y, 0.036, 0.040), costume.accent)


def _helmet(knife: Knife, head: Head, costume: Costume) -> None:
    ring = above(head, -0.10, 0.095, 0.07)
    knife.sheet(closed([*ring, (0, -0.10)], 0.8), costume.hat_colour, drop=0.7)
    knife.sheet(
        brush([(ring[0][0], -0.13), (0, -0.085), (ring[-1][0], -0.13)], (0.07, 0.08, 0.07)),
        tone(costume.hat_colour, -0.08),
        drop=0.4,
    )


def _scholar(knife: Knife, head: Head, costume: Costume) -> None:
    """The soft black cap of a Tang scholar (幞头) with its two tails behind."""
    s = math.sin(math.radians(head.yaw))
    for side in (-1, 1):
        knife.sheet(
            brush(
                [(side * 0.10 - s * 0.34, -0.30), (side * 0.30 - s * 0.46, -0.28), (side * 0.44 - s * 0.52, -0.10)],
                (0.05, 0.075, 0.05),
            ),
            tone(costume.hat_colour, -0.02),
            drop=0.4,
        )
    ring = above(head, -0.19, 0.045, 0.03)
    knife.sheet(closed([*ring, (0, -0.165)], 0.8), costume.hat_colour, drop=0.6)
    knife.sheet(
        closed(
            [
                (-0.24 - s * 0.06, -0.42),
                (-0.22 - s * 0.08, -0.64),
                (-s * 0.10, -0.69),
                (0.22 - s * 0.08, -0.64),
                (0.24 - s * 0.06, -0.42),
            ],
            0.9,
        ),
        tone(costume.hat_colour, 0.02),
        drop=0.3,
    )


def _kerchief(knife: Knife, head: Head, costume: Costume) -> None:
    ring = above(head, -0.08, 0.07, 0.03)
    knife.sheet(
        closed([*ring, (ring[-1][0] * 0.72, -0.17), (0, -0.25), (ring[0][0] * 0.72, -0.17)], 0.8),
        costume.hat_colour,
        drop=0.6,
    )
    if knife.fine:
        for x, y in ((-0.2, -0.42), (0.05, -0.47), (0.24, -0.36), (-0.05, -0.33)):
            knife.tint(oval(x, y, 0.028, 0.028), blend(costume.hat_colour, "#f4ecd8", 0.8), 0.9)


def _turban(knife: Knife, head: Head, costume: Costume) -> None:
    """Cloth wound round and round, with a jewel of the accent colour in front."""
    colour = costume.hat_colour
    ring = above(head, -0.12, 0.13, 0.12)
    knife.sheet(
        closed([*ring, (ring[-1][0] * 0.9, -0.10), (0, -0.16), (ring[0][0] * 0.9, -0.10)], 0.85), colour, drop=0.8
    )
    left, right = ring[0][0], ring[-1][0]
    for y0, y1, t in ((-0.12, -0.40, 0.03), (-0.22, -0.52, -0.05), (-0.36, -0.60, 0.02)):
        strip = brush([(left * 1.0, y0 - 0.05), (0, (y0 + y1) / 2 + 0.03), (right * 0.98, y1)], (0.05, 0.085, 0.04))
        knife.tint(strip, tone(colour, t - 0.02), 0.9)
        strip = brush([(right * 1.0, y0 - 0.05), (0, (y0 + y1) / 2 - 0.02), (left * 0.98, y1)], (0.02, 0.03, 0.015))
        knife.tint(strip, tone(colour, -0.10), 0.75)
    x, y, z = head.at(0, -0.22, 1.12)
    if z > 0.2:
        knife.sheet(oval(x, y - 0.02, 0.045, 0.055), costume.accent, drop=0.3)


def _headscarf(knife: Knife, head: Head, costume: Costume) -> None:
    """A scarf over hair, ears and neck; the face looks out of it, as out of a hood."""
    colour = costume.hat_colour
    s = math.sin(math.radians(head.yaw))
    drape = [(-0.40, 0.30), (-0.46, 0.62), (-0.20, 0.78), (0.20, 0.78), (0.46, 0.62), (0.40, 0.30), (0.0, 0.50)]
    knife.sheet(closed([(x - 0.05 * s, y) for x, y in drape], 0.8), tone(colour, -0.05), drop=0.6)
    _hood(knife, head, costume)
    fold = [(0.34 * (1 if s <= 0 else -1), 0.40), (0.05, 0.56), (-0.28 * (1 if s <= 0 else -1), 0.72)]
    knife.sheet(brush(fold, (0.10, 0.14, 0.06)), colour, drop=0.5)


def _straw(knife: Knife, head: Head, costume: Costume) -> None:
    _brimmed(knife, head, costume, 0.72, 0.30, 0.84)


def _fedora(knife: Knife, head: Head, costume: Costume) -> None:
    _brimmed(knife, head, costume, 0.60, 0.34, 0.78)


def _top_hat(knife: Knife, head: Head, costume: Costume) -> None:
    _brimmed(knife, head, costume, 0.54, 0.58, 1.0)


HATS = {
    "straw": _straw, "fedora": _fedora, "top hat": _top_hat, "douli": _douli, "cap": _cap, "beanie": _beanie, "hood": _hood, "beret": _beret,
    "crown": _crown_of_gold, "helmet": _helmet, "scholar": _scholar, "turban": _turban, "headscarf": _headscarf, "kerchief": _kerchief,
    **TRADES, **LEGENDS,
}  # fmt: skip

_RISES = {
    "top hat": 0.36, "fedora": 0.10, "straw": 0.06, "douli": 0.12, "scholar": 0.22, "beanie": 0.20, "crown": 0.14, "peaked": 0.12, "toque": 0.40,
    "wizard": 0.72, "witch": 0.72, "cowboy": 0.14, "bowler": 0.12, "tricorne": 0.10, "helm": 0.36, "kabuto": 0.28, "war helm": 0.34, "official": 0.22,
    "mianguan": 0.12, "phoenix": 0.32, "mitre": 0.54, "santa": 0.26, "jester": 0.38, "horned": 0.26, "crown of buddhas": 0.16, "melon": 0.12,
    "qitou": 0.24, "space": 0.24, "fire": 0.20, "fez": 0.18, "mortarboard": 0.16, "tiara": 0.06, "fur": 0.14, "pharaoh": 0.10, "hard": 0.08,
}  # fmt: skip
"""How far a hat stands over the crown of the head, in head heights."""


def rise_of(costume: Costume) -> float:
    """How much taller the hat makes somebody, in head heights."""
    return _RISES.get(costume.hat, 0.08 if costume.hat else 0.03)


def draw_hat(knife: Knife, head: Head, costume: Costume) -> None:
    """The hat of the costume, over the hair."""
    if costume.hat:
        HATS[costume.hat](knife, head, costume)
