"""The other half of the tool shed: instruments, weapons, oars and rods, pots and lights, balls and parcels.

Cut like the first half (`implements`), which has the door to both.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.tool import Grip, across, bar

WOOD, DARK_WOOD, IRON, PAPER, RED, BRASS = "#9a7048", "#6d4a33", "#6f7681", "#efe6d2", "#b5473c", "#c69a4a"


def _piano(k: Knife, g: Grip) -> None:
    """An upright before the player, its keys under the hands."""
    y, x0 = g.table, 0.15 * g.h
    a, b = g.s * x0, g.s * (x0 + 0.14 * g.h)
    far = g.s * (x0 + 0.36 * g.h)
    k.sheet(polygon([(b, y - 0.30 * g.h), (far, y - 0.30 * g.h), (far, 0.0), (b, 0.0)]), "#4a3230", drop=0.8)
    k.sheet(polygon([(a, y), (b, y), (b, y + 0.05 * g.h), (a, y + 0.05 * g.h)]), "#5a3d38", drop=0.5)
    k.plain(polygon([(a, y - 0.014 * g.h), (b, y - 0.014 * g.h), (b, y + 0.004 * g.h), (a, y + 0.004 * g.h)]), PAPER)
    k.sheet(
        polygon(
            [
                (a + 0.02 * g.h * g.s, y + 0.05 * g.h),
                (a + 0.05 * g.h * g.s, y + 0.05 * g.h),
                (a + 0.05 * g.h * g.s, 0.0),
                (a + 0.02 * g.h * g.s, 0.0),
            ]
        ),
        "#4a3230",
        drop=0.4,
    )
    k.plain(
        polygon(
            [
                (b, y - 0.34 * g.h),
                (b + 0.10 * g.h * g.s, y - 0.34 * g.h),
                (b + 0.08 * g.h * g.s, y - 0.47 * g.h),
                (b + 0.0 * g.h * g.s, y - 0.46 * g.h),
            ]
        ),
        PAPER,
    )


def _zither(k: Knife, g: Grip) -> None:
    x, y = 0.24 * g.h * g.s, g.table
    w = 0.30 * g.h
    for side in (-0.7, 0.7):
        k.sheet(capsule((x + side * w, y), (x + side * w, 0.0), 0.014 * g.h, 0.012 * g.h), DARK_WOOD, drop=0.3)
    k.sheet(
        closed(
            [
                (x - w, y - 0.012 * g.h),
                (x, y - 0.022 * g.h),
                (x + w, y - 0.012 * g.h),
                (x + w, y + 0.028 * g.h),
                (x - w, y + 0.028 * g.h),
            ],
            0.3,
        ),
        "#6b3f32",
        drop=0.7,
    )
    for i in range(3):
        k.plain(
            bar(
                (x - w * 0.92, y - (0.010 - 0.007 * i) * g.h),
                (x + w * 0.92, y - (0.012 - 0.007 * i) * g.h),
                0.0022 * g.h,
            ),
            "#e5cf9d",
        )


def _guitar(k: Knife, g: Grip) -> None:
    """The body under the strumming arm, the neck up to the other hand."""
    bx, by = g.hand[0] + 0.01 * g.h * g.s, g.hand[1] + 0.01 * g.h
    nx, ny = g.other[0] + 0.02 * g.h * g.s, g.other[1]
    long = math.hypot(nx - bx, ny - by) or 1e-6
    ux, uy = (nx - bx) / long, (ny - by) / long
    if ux * g.s < 0.5:
        ux, uy = 0.86 * g.s, -0.5
    head = (bx + ux * 0.42 * g.h, by + uy * 0.42 * g.h)
    k.sheet(bar((bx, by), head, 0.014 * g.h), DARK_WOOD, drop=0.4)
    k.sheet(
        capsule(head, (head[0] + ux * 0.05 * g.h, head[1] + uy * 0.05 * g.h), 0.020 * g.h, 0.024 * g.h),
        DARK_WOOD,
        drop=0.3,
    )
    k.sheet(oval(bx - ux * 0.07 * g.h, by - uy * 0.07 * g.h, 0.105 * g.h, 0.095 * g.h), "#b77a3f", drop=0.6)
    k.sheet(oval(bx + ux * 0.06 * g.h, by + uy * 0.06 * g.h, 0.078 * g.h, 0.072 * g.h), "#b77a3f", drop=0.3)
    k.plain(oval(bx + ux * 0.02 * g.h, by + uy * 0.02 * g.h, 0.032 * g.h, 0.032 * g.h), "#4a3024")


def _violin(k: Knife, g: Grip) -> None:
    chin = (g.mouth[0] + 0.02 * g.h * g.s, g.mouth[1] + 0.085 * g.h)
    ux, uy = g.other[0] - chin[0], g.other[1] - chin[1]
    long = math.hypot(ux, uy) or 1e-6
    ux, uy = ux / long, uy / long
    k.sheet(bar(chin, (chin[0] + ux * 0.27 * g.h, chin[1] + uy * 0.27 * g.h), 0.010 * g.h), DARK_WOOD, drop=0.3)
    for at, r in ((0.035, 0.050), (0.105, 0.042)):
        k.sheet(oval(chin[0] + ux * at * g.h, chin[1] + uy * at * g.h, r * g.h, r * 0.82 * g.h), "#a0572f", drop=0.5)
    mid = (chin[0] + ux * 0.13 * g.h, chin[1] + uy * 0.13 * g.h - 0.02 * g.h)
    dx, dy = mid[0] - g.hand[0], mid[1] - g.hand[1]
    reach = math.hypot(dx, dy) or 1e-6
    k.plain(
        bar(g.hand, (g.hand[0] + dx / reach * 0.40 * g.h, g.hand[1] + dy / reach * 0.40 * g.h), 0.006 * g.h), "#e6d8b8"
    )


def _flute(k: Knife, g: Grip) -> None:
    """From the lips along both hands."""
    a = (g.mouth[0] + 0.01 * g.h * g.s, g.mouth[1] + 0.010 * g.h)
    k.sheet(
        bar((a[0] - 0.03 * g.h * g.s, a[1] - 0.008 * g.h), (a[0] + 0.30 * g.h * g.s, a[1] + 0.075 * g.h), 0.011 * g.h),
        "#c39a54",
        drop=0.4,
    )
    for i in range(3):
        k.plain(
            oval(a[0] + (0.13 + 0.045 * i) * g.h * g.s, a[1] + (0.032 + 0.011 * i) * g.h, 0.006 * g.h, 0.006 * g.h),
            "#5b3d26",
        )


def _drum(k: Knife, g: Grip) -> None:
    x, y, r = g.s * 0.27 * g.h, -0.46 * g.h, 0.145 * g.h
    for side in (-0.75, 0.75):
        k.sheet(
            capsule((x + side * r, y + 0.15 * g.h), (x + side * r * 1.1, 0.0), 0.014 * g.h, 0.012 * g.h),
            DARK_WOOD,
            drop=0.3,
        )
    k.sheet(
        closed(
            [
                (x - r, y),
                (x - r * 1.06, y + 0.10 * g.h),
                (x - r * 0.96, y + 0.20 * g.h),
                (x + r * 0.96, y + 0.20 * g.h),
                (x + r * 1.06, y + 0.10 * g.h),
                (x + r, y),
            ],
            0.5,
        ),
        RED,
        drop=0.6,
    )
    k.sheet(oval(x, y, r, 0.034 * g.h), PAPER, drop=0.3)
    for hand in (g.hand, g.other):
        k.plain(
            bar(
                (hand[0] - 0.02 * g.h * g.s, hand[1] - 0.01 * g.h),
                (hand[0] + 0.13 * g.h * g.s, hand[1] + 0.035 * g.h),
                0.009 * g.h,
            ),
            WOOD,
        )


def _rod(k: Knife, g: Grip) -> None:
    butt, tip = (g.hand[0] - 0.10 * g.h * g.s, g.hand[1] + 0.06 * g.h), across(g, 0.86, 0.46)
    k.plain(
        brush([butt, g.hand, across(g, 0.45, 0.27), tip], (0.020 * g.h, 0.017 * g.h, 0.010 * g.h, 0.004 * g.h)),
        "#b08a4e",
    )
    sway = 0.012 * g.h * math.sin(1.3 * g.t)
    k.plain(
        brush(
            [tip, (tip[0] + sway + 0.02 * g.h * g.s, tip[1] * 0.5), (tip[0] + 0.03 * g.h * g.s + sway, 0.03 * g.h)],
            (0.004 * g.h, 0.004 * g.h, 0.004 * g.h),
        ),
        "#e8e2d2",
        0.8,
    )


def _oar(k: Knife, g: Grip) -> None:
    x, y = g.middle
    foot = (x - g.s * (0.10 * g.h - (x * g.s - 0.25 * g.h) * -0.9), 0.10 * g.h)
    k.sheet(bar((x + 0.04 * g.h * g.s, y - 0.05 * g.h), foot, 0.012 * g.h), WOOD, drop=0.4)
    k.sheet(oval(foot[0], foot[1] + 0.03 * g.h, 0.034 * g.h, 0.09 * g.h), tone(WOOD, -0.05), drop=0.3)


def _wheel(k: Knife, g: Grip) -> None:
    x, y = g.middle[0] + 0.03 * g.h * g.s, g.middle[1]
    ring = oval(x, y, 0.045 * g.h, 0.115 * g.h)
    ring.addPath(oval(x, y, 0.028 * g.h, 0.092 * g.h))
    ring.setFillType(ring.getFillType().kEvenOdd)
    k.plain(ring, "#2f2f36")
    k.plain(bar((x, y), (x + 0.10 * g.h * g.s, y + 0.10 * g.h), 0.012 * g.h), "#2f2f36")


def _bow(k: Knife, g: Grip) -> None:
    """The stave in the outstretched hand, the string to the drawing one, the arrow until it is loosed."""
    x, y = g.other
    top, low = (x - 0.07 * g.h * g.s, y - 0.30 * g.h), (x - 0.07 * g.h * g.s, y + 0.30 * g.h)
    k.plain(
        brush(
            [
                top,
                (x + 0.02 * g.h * g.s, y - 0.14 * g.h),
                (x + 0.03 * g.h * g.s, y),
                (x + 0.02 * g.h * g.s, y + 0.14 * g.h),
                low,
            ],
            (0.008 * g.h, 0.018 * g.h, 0.022 * g.h, 0.018 * g.h, 0.008 * g.h),
        ),
        DARK_WOOD,
    )
    share = g.t / max(0.1, g.length)
    nock = g.hand if 0.12 < share < 0.67 else (top[0], y)
    for end in (top, low):
        k.plain(bar(end, nock, 0.0032 * g.h), "#efe6d2")
    if 0.12 < share < 0.67:
        k.plain(bar(nock, (x + 0.10 * g.h * g.s, y), 0.006 * g.h), "#c9b083")
        k.plain(
            polygon(
                [
                    (x + 0.15 * g.h * g.s, y),
                    (x + 0.09 * g.h * g.s, y - 0.018 * g.h),
                    (x + 0.09 * g.h * g.s, y + 0.018 * g.h),
                ]
            ),
            IRON,
        )


def _pistol(k: Knife, g: Grip) -> None:
    x, y = g.hand
    k.sheet(
        polygon(
            [
                (x - 0.01 * g.h * g.s, y - 0.05 * g.h),
                (x + 0.12 * g.h * g.s, y - 0.05 * g.h),
                (x + 0.12 * g.h * g.s, y - 0.022 * g.h),
                (x + 0.03 * g.h * g.s, y - 0.018 * g.h),
                (x + 0.012 * g.h * g.s, y + 0.035 * g.h),
                (x - 0.02 * g.h * g.s, y + 0.035 * g.h),
            ]
        ),
        "#3b3d44",
        drop=0.4,
    )
    if 0.49 < g.t / max(0.1, g.length) < 0.57:
        k.plain(
            closed(
                [across(g, 0.13, 0.036), across(g, 0.20, 0.08), across(g, 0.27, 0.036), across(g, 0.20, -0.01)], 0.2
            ),
            "#ffd98a",
        )


def _sword(k: Knife, g: Grip) -> None:
    tip = across(g, 0.44, 0.16)
    ux, uy = (tip[0] - g.hand[0]) / (0.468 * g.h), (tip[1] - g.hand[1]) / (0.468 * g.h)
    k.plain(bar((g.hand[0] - ux * 0.07 * g.h, g.hand[1] - uy * 0.07 * g.h), g.hand, 0.012 * g.h), DARK_WOOD)
    k.sheet(
        brush(
            [g.hand, (g.hand[0] + ux * 0.38 * g.h, g.hand[1] + uy * 0.38 * g.h), tip],
            (0.030 * g.h, 0.026 * g.h, 0.003 * g.h),
        ),
        "#c3c8cf",
        drop=0.4,
    )
    a = (g.hand[0] + ux * 0.03 * g.h, g.hand[1] + uy * 0.03 * g.h)
    k.plain(
        bar(
            (a[0] - uy * 0.045 * g.h, a[1] + ux * 0.045 * g.h),
            (a[0] + uy * 0.045 * g.h, a[1] - ux * 0.045 * g.h),
            0.010 * g.h,
        ),
        BRASS,
    )


def _teapot(k: Knife, g: Grip) -> None:
    share = g.t / max(0.1, g.length)
    flows = 0.38 < share < 0.8
    x, y = g.other[0] + 0.015 * g.h * g.s, g.other[1]
    k.sheet(
        polygon(
            [
                (x - 0.036 * g.h, y - 0.06 * g.h),
                (x + 0.036 * g.h, y - 0.06 * g.h),
                (x + 0.027 * g.h, y + 0.01 * g.h),
                (x - 0.027 * g.h, y + 0.01 * g.h),
            ]
        ),
        "#d9dcd4",
        drop=0.4,
    )
    k.canvas.save()
    k.canvas.translate(g.hand[0], g.hand[1] - 0.01 * g.h)
    k.canvas.rotate((34.0 if flows else 4.0) * g.s)
    k.sheet(oval(0.055 * g.h * g.s, 0.0, 0.072 * g.h, 0.056 * g.h), "#7d5a4a", drop=0.5)
    k.plain(
        polygon(
            [
                (0.115 * g.h * g.s, 0.015 * g.h),
                (0.165 * g.h * g.s, -0.045 * g.h),
                (0.180 * g.h * g.s, -0.035 * g.h),
                (0.125 * g.h * g.s, 0.035 * g.h),
            ]
        ),
        "#7d5a4a",
    )
    k.plain(oval(0.055 * g.h * g.s, -0.058 * g.h, 0.016 * g.h, 0.012 * g.h), "#5f4237")
    k.canvas.restore()
    if flows:
        spout = (g.hand[0] + 0.165 * g.h * g.s, g.hand[1] + 0.055 * g.h)
        k.plain(bar(spout, (x + 0.01 * g.h * g.s, y - 0.05 * g.h), 0.007 * g.h), "#b98b4f", 0.85)


def _flame(k: Knife, g: Grip) -> None:
    """A lantern in the one hand, a match in the other; it burns once the match was there."""
    burns = g.t / max(0.1, g.length) > 0.5
    x, y = g.other[0] + 0.04 * g.h * g.s, g.other[1]
    k.plain(bar((x, y - 0.02 * g.h), (x, y - 0.05 * g.h), 0.006 * g.h), DARK_WOOD)
    if burns:
        k.plain(oval(x, y + 0.055 * g.h, 0.17 * g.h, 0.17 * g.h), "#ffcf7a", 0.30)
    k.sheet(
        closed(
            [
                (x - 0.045 * g.h, y),
                (x - 0.062 * g.h, y + 0.06 * g.h),
                (x - 0.04 * g.h, y + 0.115 * g.h),
                (x + 0.04 * g.h, y + 0.115 * g.h),
                (x + 0.062 * g.h, y + 0.06 * g.h),
                (x + 0.045 * g.h, y),
            ],
            0.7,
        ),
        "#f0a04b" if burns else RED,
        drop=0.5,
    )
    for edge in (0.0, 0.115):
        k.plain(bar((x - 0.035 * g.h, y + edge * g.h), (x + 0.035 * g.h, y + edge * g.h), 0.009 * g.h), "#6b4a2e")
    if not burns:
        k.plain(bar(g.hand, (g.hand[0] + 0.05 * g.h * g.s, g.hand[1] - 0.02 * g.h), 0.004 * g.h), "#e6d8b8")
        k.plain(oval(g.hand[0] + 0.055 * g.h * g.s, g.hand[1] - 0.035 * g.h, 0.010 * g.h, 0.018 * g.h), "#ffc35c")


def _balls(k: Knife, g: Grip) -> None:
    for i, colour in enumerate((RED, "#4f7c93", "#d9b04a")):
        u = (g.t * 0.75 + i / 3) % 1.0
        x = g.other[0] + (g.hand[0] - g.other[0]) * u + g.s * 0.05 * g.h
        y = g.middle[1] - 0.03 * g.h - 2.3 * g.h * u * (1 - u)
        k.sheet(oval(x, y, 0.032 * g.h, 0.032 * g.h), colour, drop=0.4)


def _pipe(k: Knife, g: Grip) -> None:
    end = across(g, 0.11, -0.02)
    k.plain(bar((g.hand[0] - 0.04 * g.h * g.s, g.hand[1] - 0.008 * g.h), end, 0.007 * g.h), DARK_WOOD)
    k.sheet(oval(end[0], end[1] - 0.015 * g.h, 0.018 * g.h, 0.024 * g.h), DARK_WOOD, drop=0.3)
    for i in range(3):
        rise = (g.t * 0.3 + i / 3) % 1.0
        k.plain(
            oval(
                end[0] + 0.03 * g.h * math.sin(2 * g.t + 2 * i),
                end[1] - (0.05 + 0.26 * rise) * g.h,
                (0.014 + 0.03 * rise) * g.h,
                (0.014 + 0.02 * rise) * g.h,
            ),
            "#e6e2da",
            0.6 * (1 - rise),
        )


def _ball(k: Knife, g: Grip) -> None:
    """In the hand until it is thrown, then in the air for a moment."""
    share = g.t / max(0.1, g.length)
    if share < 0.53:
        k.sheet(
            oval(g.hand[0] + 0.02 * g.h * g.s, g.hand[1] - 0.03 * g.h, 0.030 * g.h, 0.030 * g.h), "#8d867c", drop=0.5
        )
    elif share < 0.9 and g.reach:
        u = (share - 0.53) / 0.37
        k.sheet(
            oval(
                g.hand[0] + (g.reach - g.hand[0]) * u,
                -0.86 * g.h - 0.5 * g.h * u * (1 - u) * 2 + 0.2 * g.h * u,
                0.030 * g.h,
                0.030 * g.h,
            ),
            "#8d867c",
            drop=0.5,
        )


def _parcel(k: Knife, g: Grip) -> None:
    if g.t / max(0.1, g.length) > 0.66:
        return
    x, y, r = g.hand[0] + 0.03 * g.h * g.s, g.hand[1] - 0.02 * g.h, 0.055 * g.h
    k.sheet(
        polygon([(x - r, y - r * 0.8), (x + r, y - r * 0.8), (x + r, y + r * 0.6), (x - r, y + r * 0.6)]),
        "#c9a36a",
        drop=0.5,
    )
    k.plain(
        polygon(
            [
                (x - 0.010 * g.h, y - r * 0.8),
                (x + 0.010 * g.h, y - r * 0.8),
                (x + 0.010 * g.h, y + r * 0.6),
                (x - 0.010 * g.h, y + r * 0.6),
            ]
        ),
        RED,
    )


def _taken(k: Knife, g: Grip) -> None:
    if g.t / max(0.1, g.length) <= 0.66:
        return
    _parcel(k, g._replace(t=0.0))


def _comb(k: Knife, g: Grip) -> None:
    k.sheet(
        polygon(
            [
                (g.hand[0] - 0.05 * g.h, g.hand[1] - 0.03 * g.h),
                (g.hand[0] + 0.05 * g.h, g.hand[1] - 0.03 * g.h),
                (g.hand[0] + 0.05 * g.h, g.hand[1]),
                (g.hand[0] - 0.05 * g.h, g.hand[1]),
            ]
        ),
        DARK_WOOD,
        drop=0.3,
    )


def _rope(k: Knife, g: Grip) -> None:
    """Hauled in: from beyond the edge of the sheet to the hands and down behind."""
    if g.goes:  # over the shoulder, to what comes behind
        end = (g.hand[0] - 0.80 * g.h * g.s, -0.06 * g.h)
        k.plain(brush([g.other, g.hand, end], (0.014 * g.h, 0.014 * g.h, 0.012 * g.h)), "#b99a66")
        return
    far = (g.hand[0] + 0.75 * g.h * g.s, g.hand[1] + 0.26 * g.h)
    k.plain(
        brush(
            [far, g.middle, (g.middle[0] - 0.10 * g.h * g.s, -0.10 * g.h), (g.middle[0] - 0.2 * g.h * g.s, 0.0)],
            (0.014 * g.h, 0.014 * g.h, 0.014 * g.h, 0.012 * g.h),
        ),
        "#b99a66",
    )


def _crate(k: Knife, g: Grip) -> None:
    x, y, r = g.middle[0] + 0.10 * g.h * g.s, g.middle[1] - 0.06 * g.h, 0.12 * g.h
    k.sheet(polygon([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]), "#b98f58", drop=0.6)
    for off in (-0.33, 0.33):
        k.plain(bar((x - r, y + off * r), (x + r, y + off * r), 0.003 * g.h), "#8b6539")


def _kite(k: Knife, g: Grip) -> None:
    """The reel, the line, and up there the kite with its tails."""
    sway = math.sin(0.9 * g.t)
    x, y = (0.62 + 0.05 * sway) * g.h * g.s, (-1.62 - 0.03 * math.sin(1.7 * g.t)) * g.h
    k.plain(
        brush([g.other, g.hand, (0.45 * g.h * g.s, -1.25 * g.h), (x, y + 0.02 * g.h)], (0.004 * g.h,) * 4),
        "#efe6d2",
        0.9,
    )
    k.plain(oval(g.other[0], g.other[1], 0.022 * g.h, 0.022 * g.h), DARK_WOOD)
    r = 0.13 * g.h
    for i in (-1, 1):
        k.plain(
            brush(
                [(x, y + r), (x + i * 0.03 * g.h + 0.02 * sway, y + 1.7 * r), (x + i * 0.05 * g.h, y + 2.4 * r)],
                (0.012 * g.h, 0.010 * g.h, 0.004 * g.h),
            ),
            BRASS,
        )
    k.sheet(polygon([(x, y - r), (x + 0.72 * r, y - 0.1 * r), (x, y + r), (x - 0.72 * r, y - 0.1 * r)]), RED, drop=0.5)
    k.plain(polygon([(x, y - r), (x + 0.72 * r, y - 0.1 * r), (x, y - 0.1 * r)]), "#d9b04a")


MORE: dict[str, Callable[[Knife, Grip], None]] = {
    "piano": _piano,
    "kite": _kite, "zither": _zither, "guitar": _guitar, "violin": _violin, "flute": _flute, "drum": _drum, "fish": _rod, "row": _oar,
    "drive": _wheel, "archery": _bow, "shoot": _pistol, "fence": _sword, "stab": _sword, "pour": _teapot, "light": _flame,
    "juggle": _balls, "smoke": _pipe, "throw": _ball, "give": _parcel, "take": _taken, "bathe": _comb, "pull": _rope, "carry": _crate,
    "lift": _crate,
}  # fmt: skip
