"""What hands work with: the book of a reader, the broom of a sweeper, the guitar, the pot; cut for the hands that use it.

A performance alone is a mime: with the tool one sees from across the room what is done. `toolbox` says which thing of a script is one.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.implements_more import MORE
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.tool import Grip, across, bar

WOOD, DARK_WOOD, IRON, PAPER, RED, BRASS = "#9a7048", "#6d4a33", "#6f7681", "#efe6d2", "#b5473c", "#c69a4a"


def _book(k: Knife, g: Grip) -> None:
    """Open, its back to us from the side, both leaves from the front."""
    w, h = 0.105 * g.h, 0.135 * g.h
    x, y = g.middle[0] + 0.012 * g.h * g.s, g.middle[1] - 0.030 * g.h
    lean = 0.045 * g.h * g.s
    cover = [
        (x - w, y - h * 0.5),
        (x, y - h * 0.42),
        (x + w, y - h * 0.5),
        (x + w + lean, y + h * 0.46),
        (x + lean, y + h * 0.56),
        (x - w + lean, y + h * 0.46),
    ]
    k.sheet(polygon(cover), "#a4493d", drop=0.6)
    leaf = [
        (x - w * 0.9, y - h * 0.56),
        (x, y - h * 0.46),
        (x + lean, y + h * 0.46),
        (x - w * 0.9 + lean, y + h * 0.38),
    ]
    other = [
        (x + w * 0.9, y - h * 0.56),
        (x, y - h * 0.46),
        (x + lean, y + h * 0.46),
        (x + w * 0.9 + lean, y + h * 0.38),
    ]
    k.plain(polygon(leaf), PAPER)
    k.plain(polygon(other), tone(PAPER, -0.05))


def _board(k: Knife, g: Grip) -> None:
    """A board with a sheet on it, and the brush that writes."""
    x, y = g.other[0] + 0.05 * g.h * g.s, g.other[1] - 0.012 * g.h
    w = 0.16 * g.h
    k.sheet(
        polygon([(x - w, y - 0.02 * g.h), (x + w, y - 0.05 * g.h), (x + w, y - 0.028 * g.h), (x - w, y + 0.004 * g.h)]),
        WOOD,
        drop=0.5,
    )
    k.plain(
        polygon(
            [
                (x - w * 0.7, y - 0.032 * g.h),
                (x + w * 0.8, y - 0.054 * g.h),
                (x + w * 0.8, y - 0.046 * g.h),
                (x - w * 0.7, y - 0.02 * g.h),
            ]
        ),
        PAPER,
    )
    tip = (g.hand[0] - 0.012 * g.h * g.s, g.hand[1] + 0.055 * g.h)
    k.plain(
        brush(
            [(g.hand[0] + 0.03 * g.h * g.s, g.hand[1] - 0.13 * g.h), g.hand, tip],
            (0.012 * g.h, 0.014 * g.h, 0.004 * g.h),
        ),
        DARK_WOOD,
    )


def _laptop(k: Knife, g: Grip) -> None:
    x, y = 0.27 * g.h * g.s, g.table
    w = 0.12 * g.h
    k.sheet(polygon([(x - w, y), (x + w, y), (x + w, y + 0.022 * g.h), (x - w, y + 0.022 * g.h)]), IRON, drop=0.5)
    edge = x + w * g.s
    k.sheet(
        polygon(
            [
                (edge, y),
                (edge + 0.06 * g.h * g.s, y - 0.16 * g.h),
                (edge + 0.075 * g.h * g.s, y - 0.16 * g.h),
                (edge + 0.02 * g.h * g.s, y),
            ]
        ),
        tone(IRON, -0.06),
    )
    _table_under(k, g, x, y + 0.022 * g.h, 0.24 * g.h)


def _table_under(k: Knife, g: Grip, x: float, y: float, w: float) -> None:
    """A plain table from that height to the ground."""
    k.sheet(polygon([(x - w, y), (x + w, y), (x + w, y + 0.026 * g.h), (x - w, y + 0.026 * g.h)]), WOOD, drop=0.6)
    for side in (-1, 1):
        k.sheet(
            capsule((x + side * w * 0.86, y + 0.02 * g.h), (x + side * w * 0.9, 0.0), 0.016 * g.h, 0.013 * g.h),
            tone(WOOD, -0.06),
            drop=0.4,
        )


def _bowl(k: Knife, g: Grip) -> None:
    x, y, r = g.other[0], g.other[1] - 0.03 * g.h, 0.072 * g.h
    k.plain(oval(x, y - 0.012 * g.h, r * 0.9, 0.024 * g.h), "#f3ead6")
    k.sheet(
        closed(
            [
                (x - r, y - 0.012 * g.h),
                (x - r * 0.5, y + 0.05 * g.h),
                (x + r * 0.5, y + 0.05 * g.h),
                (x + r, y - 0.012 * g.h),
            ],
            0.6,
        ),
        "#4f7c93",
        drop=0.5,
    )
    for off in (0.0, 0.016):
        end = (g.hand[0] - (0.05 - off) * g.h * g.s, g.hand[1] + (0.065 + off * 0.4) * g.h)
        k.plain(
            brush(
                [(g.hand[0] + (0.07 + off) * g.h * g.s, g.hand[1] - 0.06 * g.h), g.hand, end],
                (0.010 * g.h, 0.010 * g.h, 0.006 * g.h),
            ),
            DARK_WOOD,
        )


def _cup(k: Knife, g: Grip) -> None:
    back = g.s * (0.5 if g.hand[1] < g.mouth[1] + 0.10 * g.h else 0.0)
    k.canvas.save()
    k.canvas.translate(*g.hand)
    k.canvas.rotate(-38 * back)
    w, h = 0.040 * g.h, 0.085 * g.h
    k.sheet(polygon([(-w, -h * 0.75), (w, -h * 0.75), (w * 0.8, h * 0.35), (-w * 0.8, h * 0.35)]), "#d9dcd4", drop=0.5)
    k.plain(
        polygon([(-w * 0.97, -h * 0.52), (w * 0.97, -h * 0.52), (w * 0.93, -h * 0.36), (-w * 0.93, -h * 0.36)]),
        "#5b8299",
    )
    k.canvas.restore()


def _pot(k: Knife, g: Grip) -> None:
    """A pot on a little stove, a ladle in it, and steam."""
    x, y, r = 0.30 * g.h * g.s, g.table - 0.02 * g.h, 0.125 * g.h
    k.sheet(
        polygon([(x - r * 1.1, y + 0.13 * g.h), (x + r * 1.1, y + 0.13 * g.h), (x + r * 1.2, 0.0), (x - r * 1.2, 0.0)]),
        "#a0654a",
        drop=0.6,
    )
    k.plain(
        closed(
            [
                (x - r * 0.5, -0.02 * g.h),
                (x - r * 0.45, -0.12 * g.h),
                (x + r * 0.45, -0.12 * g.h),
                (x + r * 0.5, -0.02 * g.h),
            ],
            0.5,
        ),
        "#3d2a28",
    )
    k.plain(
        closed(
            [
                (x - r * 0.3, -0.02 * g.h),
                (x - 0.02 * g.h, -0.10 * g.h - 0.012 * g.h * math.sin(9 * g.t)),
                (x + r * 0.3, -0.02 * g.h),
            ],
            0.7,
        ),
        "#e8a04a",
    )
    for i in (-1, 0, 1):
        rise = (g.t * 0.35 + i * 0.33) % 1.0
        sx, sy = x + i * 0.045 * g.h + 0.02 * g.h * math.sin(3 * g.t + i), y - 0.03 * g.h - 0.24 * g.h * rise
        k.plain(oval(sx, sy, (0.02 + 0.03 * rise) * g.h, (0.026 + 0.03 * rise) * g.h), "#f2ede4", 0.55 * (1 - rise))
    k.plain(bar(g.hand, (x - 0.01 * g.h, y + 0.06 * g.h), 0.010 * g.h), DARK_WOOD)
    k.sheet(
        closed([(x - r, y), (x - r * 0.92, y + 0.13 * g.h), (x + r * 0.92, y + 0.13 * g.h), (x + r, y)], 0.45),
        "#535a64",
        drop=0.6,
    )
    k.plain(
        polygon(
            [
                (x - r * 1.06, y - 0.008 * g.h),
                (x + r * 1.06, y - 0.008 * g.h),
                (x + r * 1.06, y + 0.012 * g.h),
                (x - r * 1.06, y + 0.012 * g.h),
            ]
        ),
        "#6c7480",
    )


def _block(k: Knife, g: Grip) -> None:
    """A chopping board on a table, something green on it, and the knife."""
    x, y = 0.34 * g.h * g.s, g.table
    _table_under(k, g, x, y + 0.02 * g.h, 0.22 * g.h)
    k.sheet(
        polygon(
            [
                (x - 0.15 * g.h, y),
                (x + 0.15 * g.h, y),
                (x + 0.15 * g.h, y + 0.022 * g.h),
                (x - 0.15 * g.h, y + 0.022 * g.h),
            ]
        ),
        "#c79a63",
        drop=0.5,
    )
    for i in range(4):
        k.plain(
            oval(x - 0.06 * g.h + 0.035 * g.h * i, y - 0.014 * g.h, 0.024 * g.h, 0.018 * g.h),
            ("#7c9a4c", "#8fae57", "#c8673f", "#7c9a4c")[i],
        )
    a = g.hand
    k.sheet(
        polygon(
            [
                (a[0], a[1] + 0.005 * g.h),
                (a[0] + 0.11 * g.h * g.s, a[1] + 0.01 * g.h),
                (a[0] + 0.11 * g.h * g.s, a[1] + 0.06 * g.h),
                (a[0] + 0.02 * g.h * g.s, a[1] + 0.05 * g.h),
            ]
        ),
        "#b9bec6",
        drop=0.4,
    )


def _hammer(k: Knife, g: Grip) -> None:
    end = across(g, 0.15, 0.10)
    k.plain(
        bar((g.hand[0] - (end[0] - g.hand[0]) * 0.25, g.hand[1] - (end[1] - g.hand[1]) * 0.25), end, 0.012 * g.h), WOOD
    )
    k.sheet(
        capsule(
            (end[0] - 0.03 * g.h * g.s, end[1] - 0.04 * g.h),
            (end[0] + 0.03 * g.h * g.s, end[1] + 0.04 * g.h),
            0.024 * g.h,
            0.024 * g.h,
        ),
        IRON,
        drop=0.4,
    )
    _table_under(k, g, 0.34 * g.h * g.s, g.table + 0.02 * g.h, 0.18 * g.h)


def _saw(k: Knife, g: Grip) -> None:
    x, y = g.hand[0], g.hand[1]
    log = g.table + 0.06 * g.h
    _table_under(k, g, 0.34 * g.h * g.s, log + 0.05 * g.h, 0.20 * g.h)
    k.sheet(
        capsule((g.other[0] - 0.10 * g.h, log), (g.other[0] + 0.24 * g.h * g.s, log), 0.042 * g.h, 0.042 * g.h),
        WOOD,
        drop=0.5,
    )
    k.sheet(
        polygon(
            [
                (x, y - 0.03 * g.h),
                (x + 0.26 * g.h * g.s, y + 0.03 * g.h),
                (x + 0.26 * g.h * g.s, y + 0.05 * g.h),
                (x, y + 0.05 * g.h),
            ]
        ),
        "#b9bec6",
        drop=0.4,
    )


def _cloth(k: Knife, g: Grip) -> None:
    x, y, r = g.hand[0] + 0.02 * g.h * g.s, g.hand[1] + 0.025 * g.h, 0.055 * g.h
    _table_under(k, g, 0.34 * g.h * g.s, g.table + 0.03 * g.h, 0.22 * g.h)
    k.sheet(
        closed(
            [
                (x - r, y - 0.01 * g.h),
                (x, y - 0.03 * g.h),
                (x + r, y),
                (x + r * 0.6, y + 0.03 * g.h),
                (x - r * 0.7, y + 0.03 * g.h),
            ],
            0.8,
        ),
        "#d7c6a3",
        drop=0.5,
    )


def _stick(g: Grip) -> tuple[Point, Point]:
    """A long handle through both hands down to the ground before the feet: (top, foot)."""
    dx, dy = g.other[0] - g.hand[0], g.other[1] - g.hand[1]
    long = math.hypot(dx, dy) or 1e-6
    ux, uy = dx / long, dy / long
    if uy < 0.35:
        ux, uy = 0.45 * g.s, 0.89
    down = max(0.0, -g.other[1] / uy)
    return (g.hand[0] - ux * 0.16 * g.h, g.hand[1] - uy * 0.16 * g.h), (g.other[0] + ux * down, g.other[1] + uy * down)


def _broom(k: Knife, g: Grip) -> None:
    top, foot = _stick(g)
    k.sheet(bar(top, foot, 0.011 * g.h), WOOD, drop=0.4)
    x, y = foot
    ux, uy = (foot[0] - top[0]), (foot[1] - top[1])
    long = math.hypot(ux, uy)
    a = (x - ux / long * 0.15 * g.h, y - uy / long * 0.15 * g.h)
    k.sheet(
        polygon(
            [
                (a[0] - 0.02 * g.h, a[1]),
                (a[0] + 0.02 * g.h, a[1]),
                (x + 0.085 * g.h, y + 0.005 * g.h),
                (x - 0.075 * g.h, y + 0.005 * g.h),
            ]
        ),
        "#c9a55c",
        drop=0.5,
    )
    k.plain(
        polygon(
            [
                (a[0] - 0.026 * g.h, a[1] + 0.02 * g.h),
                (a[0] + 0.026 * g.h, a[1] + 0.02 * g.h),
                (a[0] + 0.03 * g.h, a[1] + 0.035 * g.h),
                (a[0] - 0.03 * g.h, a[1] + 0.035 * g.h),
            ]
        ),
        RED,
    )


def _spade(k: Knife, g: Grip) -> None:
    ux, uy = g.other[0] - g.hand[0], g.other[1] - g.hand[1]
    long = math.hypot(ux, uy) or 1e-6
    ux, uy = ux / long, uy / long
    end = (g.other[0] + ux * 0.22 * g.h, g.other[1] + uy * 0.22 * g.h)
    k.sheet(bar((g.hand[0] - ux * 0.06 * g.h, g.hand[1] - uy * 0.06 * g.h), end, 0.012 * g.h), WOOD, drop=0.4)
    nx, ny = -uy * 0.055 * g.h, ux * 0.055 * g.h
    tip = (end[0] + ux * 0.15 * g.h, end[1] + uy * 0.15 * g.h)
    k.sheet(
        closed(
            [
                (end[0] + nx, end[1] + ny),
                (end[0] - nx, end[1] - ny),
                (tip[0] - nx * 0.7, tip[1] - ny * 0.7),
                tip,
                (tip[0] + nx * 0.7, tip[1] + ny * 0.7),
            ],
            0.35,
        ),
        IRON,
        drop=0.5,
    )
    k.plain(
        closed(
            [
                (0.42 * g.h * g.s - 0.12 * g.h, 0.0),
                (0.42 * g.h * g.s, -0.055 * g.h),
                (0.42 * g.h * g.s + 0.13 * g.h, 0.0),
            ],
            0.8,
        ),
        "#6b5240",
    )


def _palette(k: Knife, g: Grip) -> None:
    """Easel and canvas before the painter, palette and brush in the hands."""
    x = g.s * 0.42 * g.h
    for off in (-0.10, 0.10):
        k.sheet(capsule((x, -0.86 * g.h), (x + off * g.h * 1.2, 0.0), 0.011 * g.h, 0.013 * g.h), DARK_WOOD, drop=0.4)
    w = 0.10 * g.h
    k.sheet(
        polygon([(x - w, -0.82 * g.h), (x + w * 0.8, -0.80 * g.h), (x + w * 0.8, -0.46 * g.h), (x - w, -0.44 * g.h)]),
        PAPER,
        drop=0.6,
    )
    k.plain(
        closed(
            [
                (x - w * 0.8, -0.5 * g.h),
                (x - w * 0.2, -0.60 * g.h),
                (x + w * 0.3, -0.55 * g.h),
                (x + w * 0.7, -0.5 * g.h),
            ],
            0.8,
        ),
        "#6f8f7a",
    )
    k.plain(oval(x + w * 0.2, -0.71 * g.h, 0.028 * g.h, 0.028 * g.h), "#d98c4a")
    px, py = g.other
    k.sheet(oval(px, py - 0.02 * g.h, 0.085 * g.h, 0.042 * g.h), WOOD, drop=0.5)
    for i, colour in enumerate((RED, "#4f7c93", "#d9b04a")):
        k.plain(oval(px + (i - 1) * 0.04 * g.h, py - 0.03 * g.h, 0.015 * g.h, 0.011 * g.h), colour)
    k.plain(
        bar(
            (g.hand[0] - 0.06 * g.h * g.s, g.hand[1] + 0.03 * g.h),
            (g.hand[0] + 0.10 * g.h * g.s, g.hand[1] - 0.035 * g.h),
            0.008 * g.h,
        ),
        DARK_WOOD,
    )


def _needle(k: Knife, g: Grip) -> None:
    x, y = g.other
    k.sheet(
        closed(
            [
                (x - 0.07 * g.h, y - 0.03 * g.h),
                (x + 0.06 * g.h, y - 0.04 * g.h),
                (x + 0.08 * g.h, y + 0.09 * g.h),
                (x - 0.05 * g.h, y + 0.10 * g.h),
            ],
            0.5,
        ),
        "#8fb0b8",
        drop=0.5,
    )
    k.plain(bar(g.hand, (x + 0.02 * g.h, y - 0.01 * g.h), 0.004 * g.h), "#a03c38")


def _phone(k: Knife, g: Grip) -> None:
    x, y = g.hand
    ear = y < g.mouth[1] + 0.02 * g.h
    w, h = (0.020 * g.h, 0.055 * g.h) if ear else (0.032 * g.h, 0.055 * g.h)
    k.sheet(
        polygon([(x - w, y - h * 1.2), (x + w, y - h * 1.2), (x + w, y + h * 0.5), (x - w, y + h * 0.5)]),
        "#33363f",
        drop=0.4,
    )
    if not ear:
        k.plain(
            polygon(
                [
                    (x - w * 0.8, y - h * 1.08),
                    (x + w * 0.8, y - h * 1.08),
                    (x + w * 0.8, y + h * 0.3),
                    (x - w * 0.8, y + h * 0.3),
                ]
            ),
            "#a9d3dd",
        )


def _camera(k: Knife, g: Grip) -> None:
    x, y = g.middle[0], g.middle[1] - 0.015 * g.h
    w, h = 0.07 * g.h, 0.048 * g.h
    k.sheet(polygon([(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)]), "#3b3a40", drop=0.5)
    k.sheet(capsule((x + g.s * w * 0.5, y), (x + g.s * w * 1.35, y), 0.034 * g.h, 0.038 * g.h), "#54535b", drop=0.4)
    k.plain(oval(x + g.s * w * 1.6, y, 0.013 * g.h, 0.030 * g.h), "#8fb0c4")
    if 1.6 < g.t % 3.6 < 1.78:
        k.plain(oval(x, y - h * 1.5, 0.09 * g.h, 0.07 * g.h), "#fff6dc", 0.85)


def _board_game(k: Knife, g: Grip) -> None:
    """A low table, the board and its men."""
    x, y = 0.32 * g.h * g.s, g.table + 0.01 * g.h
    _table_under(k, g, x, y + 0.014 * g.h, 0.20 * g.h)
    k.sheet(
        polygon(
            [
                (x - 0.14 * g.h, y - 0.012 * g.h),
                (x + 0.14 * g.h, y - 0.012 * g.h),
                (x + 0.15 * g.h, y + 0.014 * g.h),
                (x - 0.15 * g.h, y + 0.014 * g.h),
            ]
        ),
        "#c9a36a",
        drop=0.4,
    )
    for i in range(6):
        k.plain(oval(x + (i - 2.5) * 0.042 * g.h, y - 0.020 * g.h, 0.014 * g.h, 0.012 * g.h), ("#3b3136", PAPER)[i % 2])


def _torn(k: Knife, g: Grip) -> None:
    """One sheet, then two halves."""
    for hand, side in ((g.hand, 1), (g.other, -1)):
        x, y = hand[0], hand[1]
        k.sheet(
            polygon(
                [
                    (x - 0.045 * g.h, y - 0.09 * g.h),
                    (x + 0.04 * g.h, y - 0.085 * g.h),
                    (x + (0.05 + 0.01 * side) * g.h, y + 0.05 * g.h),
                    (x - 0.04 * g.h, y + 0.055 * g.h),
                ]
            ),
            PAPER,
            drop=0.4,
        )


IMPLEMENTS: dict[str, Callable[[Knife, Grip], None]] = {
    "read": _book,
    "chess": _board_game,
    "tear": _torn, "write": _board, "type": _laptop, "eat": _bowl, "drink": _cup, "cook": _pot, "chop": _block, "hammer": _hammer,
    "saw": _saw, "wash": _cloth, "sweep": _broom, "dig": _spade, "paint": _palette, "sew": _needle, "phone": _phone, "text": _phone,
    "photograph": _camera, **MORE,
}  # fmt: skip
