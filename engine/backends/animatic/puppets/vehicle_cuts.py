"""How each vehicle is cut: side views facing right, wheels at y = 0, `n` metres long and `h` high."""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.craft_cuts import (
    aeroplane,
    air_balloon,
    helicopter,
    rocket,
    rowing_boat,
    sailboat,
    ship,
)
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon
from engine.backends.animatic.puppets.road_cuts import (
    carriage,
    chinese_cart,
    fire_engine,
    police_car,
    rickshaw,
    sedan_chair,
    sleigh,
    tractor,
    tram,
)
from engine.backends.animatic.puppets.sky_cuts import airship, biplane, saucer, spaceship
from engine.backends.animatic.puppets.water_cuts import dragon_boat, junk, raft, sampan, submarine, tall_ship
from engine.backends.animatic.puppets.wheels import GLASS, METAL, TYRE, WARM, box, lamps, wheel, windows
from engine.backends.animatic.stage import Pose

Cut = Callable[[Knife, float, float, str, Pose], None]


def _car(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = h * 0.215
    knife.sheet(
        closed(
            [
                (-n * 0.33, -h * 0.58),
                (-n * 0.24, -h * 0.92),
                (-n * 0.05, -h * 1.0),
                (n * 0.12, -h * 0.95),
                (n * 0.27, -h * 0.58),
            ],
            0.6,
        ),
        tone(colour, 0.03),
    )
    for a in (
        [(-n * 0.285, -h * 0.60), (-n * 0.215, -h * 0.88), (-n * 0.045, -h * 0.93), (-n * 0.045, -h * 0.60)],
        [(0.0, -h * 0.60), (0.0, -h * 0.93), (n * 0.095, -h * 0.89), (n * 0.215, -h * 0.60)],
    ):
        knife.plain(polygon(a), GLASS)
        knife.tint(
            polygon([a[0], ((a[0][0] + a[1][0]) / 2, a[1][1] + 0.02 * h), (a[0][0] + n * 0.05, a[0][1])]),
            "#d6e2e2",
            0.7,
        )
    knife.sheet(
        closed(
            [
                (-n * 0.49, -h * 0.24),
                (-n * 0.495, -h * 0.50),
                (-n * 0.36, -h * 0.62),
                (n * 0.25, -h * 0.62),
                (n * 0.44, -h * 0.52),
                (n * 0.50, -h * 0.38),
                (n * 0.49, -h * 0.20),
                (0, -h * 0.17),
            ],
            0.6,
        ),
        colour,
    )
    knife.tint(brush([(-n * 0.47, -h * 0.30), (n * 0.48, -h * 0.29)], (h * 0.035, h * 0.035)), tone(colour, -0.12), 0.8)
    knife.plain(brush([(-n * 0.10, -h * 0.50), (-n * 0.04, -h * 0.50)], (h * 0.03, h * 0.03)), tone(colour, -0.16))
    lamps(knife, n, -h * 0.42, h * 0.07)
    if colour == "#e0ad3a":
        knife.sheet(closed(box(-n * 0.07, -h * 1.13, n * 0.05, -h * 0.99), 0.3), "#ece4d2", drop=0.4)
        for i in range(12):
            knife.plain(
                polygon(
                    box(
                        -n * 0.36 + i * n * 0.055,
                        -h * (0.47 if i % 2 else 0.435),
                        -n * 0.333 + i * n * 0.055,
                        -h * (0.435 if i % 2 else 0.40),
                    )
                ),
                "#3d3a40",
            )
    for x in (-n * 0.30, n * 0.31):
        wheel(knife, x, r, pose)


def _bus(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(
        closed(
            [
                (-n * 0.495, -h * 0.12),
                (-n * 0.495, -h * 0.92),
                (-n * 0.45, -h),
                (n * 0.45, -h),
                (n * 0.495, -h * 0.90),
                (n * 0.50, -h * 0.12),
            ],
            0.18,
        ),
        colour,
    )
    knife.plain(polygon(box(-n * 0.495, -h * 0.44, n * 0.498, -h * 0.38)), blend(colour, "#efe6d2", 0.75))
    windows(knife, [-n * 0.46 + i * n * 0.145 for i in range(5)], n * 0.115, -h * 0.86, -h * 0.52)
    knife.sheet(closed(box(n * 0.285, -h * 0.86, n * 0.375, -h * 0.14), 0.2), tone(colour, -0.10), drop=0.2)
    windows(knife, [n * 0.295], n * 0.07, -h * 0.82, -h * 0.30)
    windows(knife, [n * 0.395], n * 0.095, -h * 0.86, -h * 0.48)
    lamps(knife, n, -h * 0.24, h * 0.045)
    for x in (-n * 0.28, n * 0.20):
        wheel(knife, x, h * 0.15, pose)


def _van(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(
        closed(
            [
                (-n * 0.49, -h * 0.16),
                (-n * 0.49, -h * 0.92),
                (-n * 0.42, -h),
                (n * 0.20, -h),
                (n * 0.36, -h * 0.58),
                (n * 0.49, -h * 0.50),
                (n * 0.50, -h * 0.16),
            ],
            0.3,
        ),
        colour,
    )
    knife.plain(
        polygon([(n * 0.06, -h * 0.90), (n * 0.19, -h * 0.90), (n * 0.315, -h * 0.57), (n * 0.06, -h * 0.57)]), GLASS
    )
    knife.tint(
        brush([(-n * 0.48, -h * 0.40), (n * 0.48, -h * 0.38)], (h * 0.05, h * 0.05)),
        blend(colour, "#c0392f", 0.8) if colour == "#e6e0d2" else tone(colour, -0.12),
        0.9,
    )
    if colour == "#e6e0d2":
        knife.plain(polygon(box(-n * 0.26, -h * 0.80, -n * 0.20, -h * 0.52)), "#c0392f")
        knife.plain(polygon(box(-n * 0.30, -h * 0.70, -n * 0.16, -h * 0.62)), "#c0392f")
    lamps(knife, n, -h * 0.34, h * 0.05)
    for x in (-n * 0.30, n * 0.31):
        wheel(knife, x, h * 0.17, pose)


def _truck(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(polygon(box(-n * 0.49, -h * 0.34, n * 0.40, -h * 0.24)), TYRE)
    knife.sheet(
        polygon([(-n * 0.495, -h), (n * 0.13, -h), (n * 0.13, -h * 0.30), (-n * 0.495, -h * 0.30)]),
        blend(colour, "#e9dfc8", 0.62),
    )
    for x in (-0.34, -0.18, -0.02):
        knife.tint(brush([(n * x, -h * 0.96), (n * x, -h * 0.34)], (0.02 * h, 0.02 * h)), tone(colour, 0.10), 0.5)
    knife.sheet(
        closed(
            [
                (n * 0.16, -h * 0.22),
                (n * 0.16, -h * 0.82),
                (n * 0.34, -h * 0.82),
                (n * 0.40, -h * 0.54),
                (n * 0.49, -h * 0.48),
                (n * 0.50, -h * 0.20),
            ],
            0.3,
        ),
        colour,
    )
    knife.plain(
        polygon([(n * 0.21, -h * 0.76), (n * 0.33, -h * 0.76), (n * 0.375, -h * 0.54), (n * 0.21, -h * 0.54)]), GLASS
    )
    lamps(knife, n, -h * 0.33, h * 0.045)
    for x in (-n * 0.36, -n * 0.20, n * 0.33):
        wheel(knife, x, h * 0.155, pose)


def _bicycle(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = h * 0.31
    a, b = -n * 0.5 + r, n * 0.5 - r
    for x in (a, b):
        wheel(knife, x, r, pose, 8, thin=True)
    t = 0.05 * h
    crank, seat, bar = (-n * 0.04, -r * 0.95), (-n * 0.13, -h * 0.76), (b - n * 0.09, -h * 0.84)
    for p, q in ((a, crank), (a, seat), (crank, seat), (crank, bar), (seat, bar)):
        start = p if isinstance(p, tuple) else (p, -r)
        knife.sheet(brush([start, q], (t, t)), colour, drop=0.4)
    knife.sheet(brush([(b, -r), bar, (bar[0] - 0.02 * n, -h * 0.97)], (t * 0.9, t, t)), colour, drop=0.4)
    knife.plain(brush([(bar[0] - 0.12 * n, -h * 1.0), (bar[0] + 0.02 * n, -h * 0.97)], (t, t * 0.9)), TYRE)
    knife.sheet(
        closed(
            [(seat[0] - 0.09 * n, seat[1] - 0.07 * h), (seat[0] + 0.09 * n, seat[1] - 0.05 * h), (seat[0], seat[1])]
        ),
        "#5a3f32",
        drop=0.3,
    )
    turn = (pose.gone or 0.0) / r * 0.5
    for way in (0, math.pi):
        pedal = (crank[0] + math.cos(turn + way) * 0.14 * h, crank[1] + math.sin(turn + way) * 0.14 * h)
        knife.plain(brush([crank, pedal], (t * 0.5, t * 0.5)), METAL)
        knife.plain(
            polygon(box(pedal[0] - 0.05 * h, pedal[1] - 0.015 * h, pedal[0] + 0.05 * h, pedal[1] + 0.02 * h)), TYRE
        )


def _motorbike(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    r = h * 0.26
    a, b = -n * 0.5 + r, n * 0.5 - r
    for x in (a, b):
        wheel(knife, x, r, pose, 6)
    knife.sheet(
        brush([(b, -r), (b - n * 0.12, -h * 0.82), (b - n * 0.15, -h * 0.98)], (h * 0.07, h * 0.07, h * 0.05)), METAL
    )
    knife.sheet(
        closed(
            [(a - n * 0.02, -h * 0.52), (-n * 0.02, -h * 0.55), (n * 0.04, -h * 0.30), (a + n * 0.06, -h * 0.26)], 0.6
        ),
        METAL,
    )
    knife.sheet(
        closed(
            [
                (-n * 0.06, -h * 0.58),
                (n * 0.05, -h * 0.78),
                (n * 0.24, -h * 0.76),
                (n * 0.22, -h * 0.50),
                (n * 0.05, -h * 0.42),
            ]
        ),
        colour,
    )
    knife.sheet(
        closed(
            [
                (a - n * 0.08, -h * 0.70),
                (-n * 0.10, -h * 0.68),
                (n * 0.02, -h * 0.60),
                (-n * 0.08, -h * 0.54),
                (a, -h * 0.58),
            ]
        ),
        "#4a3a38",
    )
    knife.plain(brush([(b - n * 0.24, -h * 0.97), (b - n * 0.11, -h * 1.0)], (h * 0.06, h * 0.05)), TYRE)
    knife.plain(oval(b - n * 0.06, -h * 0.76, h * 0.075, h * 0.085), WARM)


def _train(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    """A tank locomotive and its carriages: one to nine metres of train, two to fourteen."""
    more = max(0, round((n - 9.0) / 4.2))
    knife.canvas.save()
    knife.canvas.translate(n / 2 - 4.5, 0)
    for i in range(more + 1):
        _wagon(knife, -2.72 - 4.2 * i, h, tone(blend(colour, "#b8483a", 0.78), -0.03 * (i % 2)), colour, pose)
    _engine(knife, 9.0, h, colour, pose)
    knife.canvas.restore()


def _wagon(knife: Knife, x: float, h: float, side: str, roof: str, pose: Pose) -> None:
    """A carriage four metres long around `x`, with its wheels."""
    knife.sheet(polygon(box(x - 2.0, -h * 0.24, x + 2.3, -h * 0.17)), TYRE)
    knife.sheet(closed(box(x - 1.9, -h * 0.84, x + 1.9, -h * 0.20), 0.10), side)
    knife.sheet(
        closed([(x - 2.0, -h * 0.82), (x - 1.7, -h * 0.92), (x + 1.7, -h * 0.92), (x + 2.0, -h * 0.82)], 0.4),
        tone(roof, -0.08),
    )
    windows(knife, [x - 1.68 + i * 0.86 for i in range(4)], 0.62, -h * 0.75, -h * 0.47)
    knife.tint(polygon(box(x - 1.9, -h * 0.38, x + 1.9, -h * 0.35)), "#e2cfa4", 0.8)
    for at in (-1.3, 1.3):
        wheel(knife, x + at, h * 0.10, pose)


def _engine(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(polygon(box(-n * 0.10, -h * 0.24, n * 0.48, -h * 0.16)), TYRE)
    knife.sheet(closed(box(-n * 0.06, -h * 0.90, n * 0.12, -h * 0.20), 0.12), colour)
    windows(knife, [-n * 0.025], n * 0.10, -h * 0.80, -h * 0.52)
    knife.sheet(
        closed([(-n * 0.08, -h * 0.88), (n * 0.03, -h * 0.97), (n * 0.14, -h * 0.88)], 0.4), tone(colour, -0.08)
    )
    knife.sheet(
        closed(
            [
                (n * 0.10, -h * 0.66),
                (n * 0.40, -h * 0.66),
                (n * 0.45, -h * 0.44),
                (n * 0.40, -h * 0.24),
                (n * 0.10, -h * 0.24),
            ],
            0.5,
        ),
        tone(colour, 0.02),
    )
    for x in (0.19, 0.30):
        knife.plain(polygon(box(n * x, -h * 0.66, n * x + n * 0.012, -h * 0.24)), "#d8a93f")
    knife.sheet(
        polygon(
            [
                (n * 0.335, -h * 0.64),
                (n * 0.345, -h * 0.90),
                (n * 0.325, -h * 0.98),
                (n * 0.415, -h * 0.98),
                (n * 0.395, -h * 0.90),
                (n * 0.40, -h * 0.64),
            ]
        ),
        TYRE,
    )
    knife.sheet(
        closed([(n * 0.17, -h * 0.64), (n * 0.185, -h * 0.76), (n * 0.225, -h * 0.76), (n * 0.24, -h * 0.64)], 0.7),
        "#d8a93f",
        drop=0.3,
    )
    knife.sheet(polygon([(n * 0.40, -h * 0.22), (n * 0.50, -h * 0.03), (n * 0.40, -h * 0.03)]), "#b8483a")
    knife.plain(oval(n * 0.425, -h * 0.56, h * 0.05, h * 0.06), WARM)
    for x, r in ((0.04, 0.135), (0.16, 0.135), (0.31, 0.10)):
        wheel(knife, n * x, h * r, pose)
    turn = (pose.gone or pose.phase * pose.travel) / (h * 0.135)
    dx, dy = math.cos(turn) * h * 0.07, math.sin(turn) * h * 0.07
    knife.sheet(
        brush(
            [(n * 0.04 + dx, -h * 0.135 + dy), (n * 0.16 + dx, -h * 0.135 + dy), (n * 0.28, -h * 0.16)],
            (h * 0.035,) * 3,
        ),
        METAL,
        drop=0.3,
    )


def _cart(knife: Knife, n: float, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(brush([(n * 0.10, -h * 0.42), (n * 0.50, -h * 0.36)], (h * 0.05, h * 0.035)), tone(colour, -0.06))
    knife.sheet(
        closed(
            [(-n * 0.40, -h * 0.55), (-n * 0.34, -h * 0.93), (0, -h), (n * 0.14, -h * 0.90), (n * 0.10, -h * 0.55)], 0.6
        ),
        blend(colour, "#e2cfa4", 0.6),
    )
    knife.sheet(
        polygon([(-n * 0.44, -h * 0.60), (n * 0.16, -h * 0.60), (n * 0.12, -h * 0.36), (-n * 0.40, -h * 0.36)]), colour
    )
    wheel(knife, -n * 0.16, h * 0.30, pose, 8, thin=True)


CUTS: dict[str, Cut] = {
    "car": _car, "bus": _bus, "van": _van, "truck": _truck, "bicycle": _bicycle, "motorbike": _motorbike, "train": _train, "cart": _cart,
    "rowing boat": rowing_boat, "sailboat": sailboat, "ship": ship, "aeroplane": aeroplane, "helicopter": helicopter,
    "air balloon": air_balloon, "rocket": rocket,
    "police car": police_car, "fire engine": fire_engine, "tractor": tractor, "tram": tram, "carriage": carriage,
    "horse cart": chinese_cart, "rickshaw": rickshaw, "sedan chair": sedan_chair, "sleigh": sleigh,
    "sampan": sampan, "junk": junk, "tall ship": tall_ship, "submarine": submarine, "raft": raft, "dragon boat": dragon_boat,
    "saucer": saucer, "spaceship": spaceship, "airship": airship, "biplane": biplane,
}  # fmt: skip
