"""The one thing nobody else has: scarf, cape, apron, bag, flower, bow tie."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon
from engine.backends.animatic.puppets.trunk import Torso


def draw_scarf(knife: Knife, torso: Torso, costume: Costume, swing: float) -> None:
    """Two turns round the neck and an end that trails behind."""
    u, n, s = torso.body.height, torso.length, torso.s
    wide = torso.half(0.066 * u, 0.060 * u)
    out = -s if abs(s) > 0.3 else 0.55
    start = (out * wide * 0.75, -n * 0.99)
    end = (start[0] + out * 0.06 * u + swing * 4, start[1] + 0.21 * u - abs(swing) * 1.6)
    middle = ((start[0] + end[0]) / 2 + out * 0.015 * u, (start[1] + end[1]) / 2 - 0.01 * u + abs(swing))
    knife.sheet(brush([start, middle, end], (0.040 * u, 0.050 * u, 0.054 * u)), tone(costume.scarf, -0.05), drop=0.7)
    knife.sheet(
        closed(
            [
                (-wide, -n * 1.055),
                (0, -n * 1.03),
                (wide, -n * 1.055),
                (wide * 1.12, -n * 0.985),
                (0, -n * 0.925),
                (-wide * 1.12, -n * 0.985),
            ],
            0.9,
        ),
        costume.scarf,
        drop=0.8,
    )
    if knife.fine:
        knife.tint(
            brush([(-wide, -n * 1.0), (0, -n * 0.972), (wide, -n * 1.0)], (0.003 * u, 0.008 * u, 0.003 * u)),
            tone(costume.scarf, -0.12),
            0.7,
        )


def draw_cape(knife: Knife, torso: Torso, costume: Costume, behind: bool, ground: float) -> None:
    """A cape over the shoulders, hanging behind; from behind it covers the back. `ground` is how far below the hips it may hang."""
    u, n = torso.body.height, torso.length
    wide = torso.half(0.150 * u, 0.115 * u)
    low = min(torso.body.frame.leg * 0.72, ground - 0.045 * u)
    lean = -torso.s * 0.075 * u
    outline = [
        (-wide * 0.42, -n * 1.03), (-wide * 0.95 + lean * 0.3, -n * 0.88), (-wide * 1.22 + lean, -n * 0.2), (-wide * 1.42 + lean * 1.6, low),
        (lean * 1.6, low + 0.035 * u), (wide * 1.42 + lean * 1.6, low), (wide * 1.22 + lean, -n * 0.2), (wide * 0.95 + lean * 0.3, -n * 0.88), (wide * 0.42, -n * 1.03),
    ]  # fmt: skip
    knife.sheet(closed(outline, 0.7), costume.cape if behind else tone(costume.cape, -0.06), drop=1.0)


def draw_apron(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Bib and skirt of an apron, on the front only."""
    u = torso.body.height
    left, right = torso.at(-46, 0.30), torso.at(46, 0.30)
    low_l, low_r = torso.at(-66, 1.0), torso.at(66, 1.0)
    if max(left[2], right[2]) < 0.1:
        return
    hem = 0.19 * u
    bib = closed(
        [
            left[:2],
            right[:2],
            low_r[:2],
            (low_r[0] * 1.05, hem),
            ((low_l[0] + low_r[0]) / 2, hem * 1.10),
            (low_l[0] * 1.05, hem),
            low_l[:2],
        ],
        0.45,
    )
    knife.sheet(bib, costume.apron, drop=0.5)
    if knife.fine:
        for side in (-1, 1):
            a, b = torso.at(side * 44, 0.31), torso.at(side * 30, -0.02)
            if min(a[2], b[2]) > -0.1:
                knife.plain(brush([a[:2], b[:2]], (0.012 * u, 0.012 * u)), tone(costume.apron, -0.05))
        x, y, z = torso.at(0, 0.86)
        if z > 0.2:
            w = 0.038 * u * z
            knife.tint(
                polygon([(x - w, y), (x + w, y), (x + w * 0.85, y + 0.045 * u), (x - w * 0.85, y + 0.045 * u)]),
                tone(costume.apron, -0.08),
                0.8,
            )


def draw_bag(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A bag on a strap, on the figure's right hip, or a satchel on the back."""
    if costume.extra not in ("bag", "satchel"):
        return
    u = torso.body.height
    leather = blend(costume.accent, "#7a5334", 0.55)
    if costume.extra == "satchel":
        x = -torso.s * torso.body.deep * 1.05
        if torso.c < -0.2:
            knife.sheet(
                closed(
                    [
                        (-0.072 * u, -torso.length * 0.88),
                        (0.072 * u, -torso.length * 0.88),
                        (0.082 * u, -torso.length * 0.25),
                        (-0.082 * u, -torso.length * 0.25),
                    ],
                    0.4,
                ),
                leather,
            )
        elif abs(torso.s) > 0.35:
            out = math.copysign(0.055 * u, -torso.s)
            knife.sheet(
                closed(
                    [
                        (x, -torso.length * 0.86),
                        (x + out, -torso.length * 0.82),
                        (x + out * 1.2, -torso.length * 0.28),
                        (x, -torso.length * 0.22),
                    ],
                    0.6,
                ),
                leather,
            )
        return
    a, m, b = torso.at(42, 0.0), torso.at(0, 0.45), torso.at(-64, 1.0)
    if torso.c < -0.2:
        a, m, b = torso.at(138, 0.0), torso.at(180, 0.45), torso.at(-116, 1.0)
    knife.plain(brush([a[:2], m[:2], b[:2]], (0.014 * u, 0.015 * u, 0.014 * u)), tone(leather, -0.08))
    x, y = b[0] * 1.05, b[1]
    knife.sheet(
        closed(
            [(x - 0.05 * u, y), (x + 0.05 * u, y), (x + 0.056 * u, y + 0.085 * u), (x - 0.056 * u, y + 0.085 * u)], 0.45
        ),
        leather,
        drop=0.8,
    )
    knife.plain(
        closed(
            [(x - 0.05 * u, y), (x + 0.05 * u, y), (x + 0.046 * u, y + 0.038 * u), (x - 0.046 * u, y + 0.038 * u)], 0.4
        ),
        tone(leather, 0.06),
    )


def draw_on_chest(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Flower, bow tie, necklace."""
    u = torso.body.height
    if costume.extra == "bow tie":
        x, y, z = torso.at(0, 0.0)
        if z > -0.1:
            w, e = 0.036 * u * max(0.4, z), 0.022 * u
            knife.sheet(
                closed([(x, y), (x - w, y - e), (x - w, y + e), (x, y), (x + w, y + e), (x + w, y - e)], 0.35),
                costume.accent,
                drop=0.3,
            )
            knife.plain(oval(x, y, 0.009 * u, 0.010 * u), tone(costume.accent, -0.1))
    elif costume.extra == "flower":
        x, y, z = torso.at(34, 0.22)
        if z > 0.1:
            for i in range(5):
                a = i * 1.2566
                knife.plain(
                    oval(x + math.cos(a) * 0.013 * u * z, y + math.sin(a) * 0.013 * u, 0.012 * u, 0.012 * u),
                    blend(costume.accent, "#efd9d0", 0.25),
                )
            knife.plain(oval(x, y, 0.009 * u, 0.009 * u), "#e0b040")
    elif costume.extra == "necklace":
        for angle in range(-48, 49, 16):
            x, y, z = torso.at(angle, 0.16 - (angle / 48) ** 2 * 0.14)
            if z > 0.05:
                knife.plain(oval(x, y, 0.0085 * u, 0.0085 * u), blend(costume.accent, "#efe2c4", 0.3))
