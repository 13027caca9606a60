"""Clothes: the torso's sheet and what is cut onto it, skirts and coats that follow the legs.

Widths are those of a cylinder turned by the yaw, and every detail (collar, buttons, sash, pattern) sits on it by angle, so one cut
serves every view.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon

_HEMS = {
    "coat": 0.66,
    "raincoat": 0.58,
    "dress": 0.70,
    "robe": 0.985,
    "tunic": 0.34,
    "uniform": 0.12,
    "suit": 0.14,
    "jacket": 0.06,
}
"""How far down the leg a garment hangs (1: the ground)."""
_FLARE = {
    "coat": 1.22,
    "raincoat": 1.58,
    "dress": 1.62,
    "robe": 1.42,
    "tunic": 1.22,
    "uniform": 1.05,
    "suit": 1.05,
    "jacket": 1.04,
}


@dataclass(frozen=True, slots=True)
class Torso:
    """The trunk as seen: local coordinates have the hips at the origin, the neck at (0, -length), y down."""

    body: Body
    yaw: float
    length: float

    @property
    def s(self) -> float:
        """How much to the side it faces (right positive)."""
        return math.sin(math.radians(self.yaw))

    @property
    def c(self) -> float:
        """How much it faces us."""
        return math.cos(math.radians(self.yaw))

    def half(self, front: float, deep: float) -> float:
        """Half width of a cylinder `front` wide and `deep` thick, turned by the yaw."""
        return math.hypot(front * self.c, deep * self.s)

    def at(self, angle: float, t: float) -> tuple[float, float, float]:
        """A point on the trunk: `angle` round from the breastbone, `t` from neck (0) to hips (1); x, y, facing."""
        b = self.body
        front = (
            b.chest + (b.waist - b.chest) * min(1.0, t / 0.62)
            if t < 0.62
            else b.waist + (b.seat - b.waist) * (t - 0.62) / 0.38
        )
        a = math.radians(angle + self.yaw)
        half = self.half(front, max(b.deep * 0.92, front * 0.78)) if abs(math.cos(a)) < 0.99 else front
        return half * math.sin(a) + self.bulge(t), -self.length * (1 - t), math.cos(a)

    def bulge(self, t: float) -> float:
        """How far a belly pushes out at height t."""
        return self.body.belly * self.s * math.sin(math.pi * min(1.0, max(0.0, t)) ** 1.3)

    def outline(self, ease: float, low: float = 0.06) -> list[Point]:
        """The trunk's cut, `ease` looser than the body, reaching `low` (of its length) below the hips."""
        b, n = self.body, self.length
        sh = self.half(b.frame.shoulder * 1.06, b.deep * 0.80) * ease
        chest, waist, seat = (self.half(w, max(b.deep * 0.95, w * 0.8)) * ease for w in (b.chest, b.waist, b.seat))
        neck = self.half(0.030 * b.height, 0.030 * b.height)
        mid, tum = self.bulge(0.35), self.bulge(0.7)
        return [
            (-neck, -n * 1.035), (-sh * 0.72, -n * 0.995), (-sh, -n * 0.90), (mid * 0.3 - chest, -n * 0.66), (tum * 0.35 - waist, -n * 0.36),
            (-seat, n * low * 0.2), (-seat * 0.86, n * low), (seat * 0.86, n * low), (seat, n * low * 0.2), (tum + waist, -n * 0.36),
            (mid + chest, -n * 0.66), (sh, -n * 0.90), (sh * 0.72, -n * 0.995), (neck, -n * 1.035),
        ]  # fmt: skip


def draw_trunk(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The upper garment with collar, pattern and fastening."""
    loose = {
        "coat": 1.10,
        "raincoat": 1.16,
        "sweater": 1.10,
        "robe": 1.08,
        "jacket": 1.09,
        "suit": 1.05,
        "uniform": 1.05,
    }.get(costume.garment, 1.0)
    low = {"sweater": 0.16, "jacket": 0.14, "shirt": 0.07}.get(costume.garment, 0.05)
    path = closed(torso.outline(loose, low), 0.86)
    knife.sheet(path, costume.colour, drop=0.8 if costume.garment not in ("coat", "raincoat") else 0.0)
    if not knife.fine:
        return
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    _pattern(knife, torso, costume)
    if torso.c > -0.25:
        _front(knife, torso, costume)
    knife.canvas.restore()
    if costume.garment == "sweater":
        a, b = torso.at(-92 - torso.yaw, 0.98), torso.at(92 - torso.yaw, 0.98)
        y = torso.length * 0.10
        knife.plain(
            brush([(a[0] * 1.02, y), (0, y + 0.008), (b[0] * 1.02, y)], (0.022, 0.024, 0.022)),
            tone(costume.colour, -0.06),
        )


def _band(knife: Knife, torso: Torso, t: float, width: float, colour: str, alpha: float = 1.0) -> None:
    """A strip round the trunk."""
    left, right = torso.at(-90 - torso.yaw, t), torso.at(90 - torso.yaw, t)
    sag = 0.010 * torso.body.height
    knife.tint(
        brush(
            [(left[0] * 1.2, left[1]), ((left[0] + right[0]) / 2, left[1] + sag), (right[0] * 1.2, right[1])],
            (width, width, width),
        ),
        colour,
        alpha,
    )


def _pattern(knife: Knife, torso: Torso, costume: Costume) -> None:
    light = blend(costume.colour, costume.accent, 0.75)
    h = torso.body.height
    match costume.pattern:
        case "stripes":
            for t in (0.26, 0.44, 0.62, 0.80, 0.98):
                _band(knife, torso, t, 0.020 * h, light, 0.9)
        case "dots":
            for row, t in enumerate((0.2, 0.38, 0.56, 0.74, 0.92, 1.05)):
                for angle in range(-170 + 20 * (row % 2), 180, 40):
                    x, y, z = torso.at(angle, t)
                    if z > 0.1:
                        knife.tint(oval(x, y, 0.0085 * h * z, 0.0085 * h), light, 0.9)
        case "patch":
            x, y, z = torso.at(24, 0.46)
            if z > 0.15:
                w, e = 0.024 * h * z, 0.026 * h
                knife.tint(
                    polygon([(x - w, y - e * 0.9), (x + w, y - e), (x + w * 0.95, y + e * 0.8), (x - w, y + e)]),
                    light,
                    1.0,
                )
        case "cross":
            _band(knife, torso, 0.45, 0.045 * h, light, 0.95)
        case _:
            pass


def _front(knife: Knife, torso: Torso, costume: Costume) -> None:
    h = torso.body.height
    match costume.garment:
        case "coat" | "raincoat" | "jacket":
            _opening(knife, torso, costume, lapels=costume.garment == "coat")
        case "suit" | "uniform":
            _opening(knife, torso, costume, lapels=costume.garment == "suit")
        case "robe":
            _crossed(knife, torso, costume)
        case "sweater":
            _band(knife, torso, 0.015, 0.034 * h, tone(costume.colour, -0.07))
        case "shirt" | "tunic" | "dress":
            left, mid, right = (
                torso.at(-32, -0.02),
                torso.at(0, 0.13 if costume.garment != "shirt" else 0.10),
                torso.at(32, -0.02),
            )
            knife.tint(
                polygon([(left[0], left[1]), (mid[0], mid[1]), (right[0], right[1])]),
                costume.skin if costume.garment != "shirt" else tone(costume.colour, 0.10),
                1.0,
            )
            if costume.pattern == "buttons":
                _buttons(knife, torso, costume, (0.26, 0.42, 0.58, 0.74))


def _buttons(knife: Knife, torso: Torso, costume: Costume, rows: tuple[float, ...], angle: float = 0.0) -> None:
    r = 0.0088 * torso.body.height
    for t in rows:
        x, y, z = torso.at(angle, t)
        if z > 0.08:
            knife.plain(oval(x, y, r * (0.4 + 0.6 * z), r), blend(costume.accent, "#f0e2c0", 0.35))


def _opening(knife: Knife, torso: Torso, costume: Costume, lapels: bool) -> None:
    """A front that closes in the middle: a darker line of overlap, lapels or a stand collar, buttons."""
    top, low = torso.at(3, 0.02), torso.at(3, 1.2)
    if top[2] > 0.05:
        shirt = blend(costume.accent, "#efe6d6", 0.55)
        left, mid, right = torso.at(-30, -0.05), torso.at(2, 0.36 if lapels else 0.08), torso.at(30, -0.05)
        knife.tint(polygon([left[:2], mid[:2], right[:2]]), shirt, 1.0)
        if costume.garment == "suit":
            a, b = torso.at(0, 0.02), torso.at(0, 0.30)
            knife.tint(
                brush(
                    [a[:2], ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b[:2]],
                    (0.012 * knife.unit, 0.020 * knife.unit, 0.013 * knife.unit),
                ),
                costume.accent,
                1.0,
            )
        knife.tint(
            brush([mid[:2], low[:2]], (0.006 * knife.unit, 0.010 * knife.unit)), tone(costume.colour, -0.12), 0.9
        )
        if lapels:
            for side in (-1, 1):
                a, b, d, e = (
                    torso.at(side * 26, -0.03),
                    torso.at(side * 50, 0.10),
                    torso.at(side * 34, 0.22),
                    torso.at(2, 0.38),
                )
                knife.tint(
                    polygon([a[:2], b[:2], d[:2], e[:2]]), tone(costume.colour, 0.055 if side < 0 else -0.06), 1.0
                )
    _buttons(knife, torso, costume, (0.46, 0.62, 0.78, 0.94) if lapels else (0.2, 0.4, 0.6, 0.8), 9.0)
    if costume.garment == "uniform":
        _band(knife, torso, 0.86, 0.030 * knife.unit, tone(costume.colour, -0.16))
        x, y, z = torso.at(0, 0.86)
        if z > 0.2:
            knife.plain(oval(x, y + 0.008 * knife.unit, 0.014 * knife.unit, 0.012 * knife.unit), "#d8b25a")


def _crossed(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The crossed collar of a robe (交领右衽) and its sash."""
    u = knife.unit
    trim = blend(costume.accent, "#efe6d6", 0.25)
    inner = [torso.at(-30, -0.06), torso.at(4, 0.26), torso.at(30, -0.06)]
    knife.tint(polygon([p[:2] for p in inner]), "#efe6d6", 1.0)
    for start, end in ((-34, 26), (34, -38)):
        a, m, b = torso.at(start, -0.06), torso.at((start + end) / 2, 0.30), torso.at(end, 0.70)
        if max(a[2], b[2]) > 0:
            knife.tint(brush([a[:2], m[:2], b[:2]], (0.028 * u, 0.028 * u, 0.026 * u)), trim, 1.0)


def draw_sash(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Sash of a robe or belt of a coat, over trunk and skirt, with its hanging ends."""
    if costume.garment not in ("robe", "coat", "tunic", "dress") or (
        costume.garment == "coat" and costume.extra != "belt"
    ):
        return
    u = torso.body.height
    wide = {"robe": 0.050, "dress": 0.020, "tunic": 0.024, "coat": 0.024}[costume.garment] * u
    t = 0.80
    left, right = torso.at(-90 - torso.yaw, t), torso.at(90 - torso.yaw, t)
    grow = 1.09 if costume.garment in ("robe", "coat") else 1.02
    mid = (left[0] + right[0]) / 2
    knife.sheet(
        brush(
            [
                (mid + (left[0] - mid) * grow, left[1]),
                (mid, left[1] + 0.008 * u),
                (mid + (right[0] - mid) * grow, right[1]),
            ],
            (wide, wide, wide),
        ),
        costume.accent,
        drop=0.35,
    )
    if costume.garment == "robe" and torso.c > -0.2:
        x, y, z = torso.at(14, t)
        if z > 0.1:
            knife.sheet(
                brush(
                    [(x, y), (x + 0.004 * u, y + 0.07 * u), (x - 0.006 * u, y + 0.15 * u)],
                    (0.016 * u, 0.022 * u, 0.026 * u),
                ),
                costume.accent,
                drop=0.4,
            )


def _leg_at(leg: tuple[Point, Point, Point], y: float) -> float:
    """Where the line hip-knee-ankle crosses height y."""
    hip, knee, ankle = leg
    a, b = (hip, knee) if y < knee[1] else (knee, ankle)
    span = b[1] - a[1]
    return b[0] if abs(span) < 1e-6 else a[0] + (b[0] - a[0]) * min(1.0, max(0.0, (y - a[1]) / span))


def draw_skirt(
    knife: Knife,
    torso: Torso,
    costume: Costume,
    hips: Point,
    legs: tuple[tuple[Point, Point, Point], ...],
    seated: bool,
    swing: float,
) -> None:
    """What hangs below the waist, in the figure's coordinates: skirt, coat tails, robe. Follows both legs."""
    hem = _HEMS.get(costume.garment, 0.0)
    if costume.bottom == "skirt" and costume.garment not in ("dress", "robe"):
        _hang(knife, torso, costume, hips, legs, 0.56, 1.45, costume.bottom_colour, seated, swing)
    if hem:
        _hang(knife, torso, costume, hips, legs, hem, _FLARE[costume.garment], costume.colour, seated, swing)


def _hang(
    knife: Knife, torso: Torso, costume: Costume, hips: Point, legs: tuple[tuple[Point, Point, Point], ...], drop: float, flare: float,
    colour: str, seated: bool, swing: float,
) -> None:  # fmt: skip
    body = torso.body
    waist = torso.half(body.waist, max(body.deep * 0.9, body.waist * 0.8)) * 1.06
    seat = torso.half(body.seat, max(body.deep * 0.95, body.seat * 0.85)) * 1.10
    if seated and drop > 0.2:
        _lap(knife, body, hips, legs, drop, colour, seat)
        return
    ground = max(leg[2][1] for leg in legs)
    y = hips[1] + (max(ground, hips[1] + body.frame.leg * 0.8) - hips[1]) * drop
    xs = [_leg_at(leg, y) for leg in legs]
    pad = body.limb * 1.5
    wide = body.seat * flare * (0.82 + 0.18 * abs(torso.c))
    left = min(hips[0] - wide, min(xs) - pad) + swing
    right = max(hips[0] + wide, max(xs) + pad) + swing
    top = hips[1] - torso.length * 0.24
    knees = [leg[1][0] for leg in legs if leg[1][1] < y]
    mid = (left + right) / 2
    half_y = (hips[1] + y) / 2
    half_left = min([(hips[0] - seat + left) / 2 - wide * 0.03, *(x - pad * 1.15 for x in knees)])
    half_right = max([(hips[0] + seat + right) / 2 + wide * 0.03, *(x + pad * 1.15 for x in knees)])
    points = [
        (hips[0] - waist, top), (hips[0] - seat, hips[1] + 0.01), (half_left, half_y), (left, y - 0.012), (mid, y + 0.018 * body.height),
        (right, y - 0.012), (half_right, half_y), (hips[0] + seat, hips[1] + 0.01), (hips[0] + waist, top),
    ]  # fmt: skip
    path = _hemmed(points)
    knife.sheet(path, colour, (hips[0], hips[1]), drop=1.0)
    if knife.fine:
        _skirt_details(knife, torso, costume, colour, path, points, y)


def _hemmed(points: list[Point]) -> skia.Path:
    """A skirt's cut: soft sides, a crisp hem."""
    (ax, ay), (bx, by), (cx, cy), (lx, ly), (mx, my), (rx, ry), (dx, dy), (ex, ey), (fx, fy) = points
    path = skia.Path()
    path.moveTo(ax, ay)
    path.quadTo(bx, by, cx, cy)
    path.quadTo((cx + lx) / 2, (cy + ly) / 2, lx, ly)
    path.quadTo(mx, my + (my - ly) * 0.6, rx, ry)
    path.quadTo((dx + rx) / 2, (dy + ry) / 2, dx, dy)
    path.quadTo(ex, ey, fx, fy)
    path.close()
    return path


def _skirt_details(
    knife: Knife, torso: Torso, costume: Costume, colour: str, path: skia.Path, points: list[Point], y: float
) -> None:
    """Folds as a second tone, the front edge of a coat, the trim of a dress or robe."""
    u = torso.body.height
    left, right, top = points[3], points[5], points[0]
    wide = right[0] - left[0]
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    for share in (0.30, 0.72):
        x = left[0] + wide * (share + 0.08 * torso.s)
        knife.tint(
            polygon(
                [
                    (points[1][0] * 0.4 + points[7][0] * 0.6, top[1] + 0.05 * u),
                    (x - 0.018 * u, y + 0.05 * u),
                    (x + 0.030 * u, y + 0.05 * u),
                ]
            ),
            tone(colour, -0.09),
            0.45,
        )
    if costume.garment in ("dress", "robe"):
        trim = blend(costume.accent, "#efe6d6", 0.2)
        sag = points[4][1] - left[1]
        knife.tint(
            brush(
                [
                    (left[0] - 0.02, left[1] - 0.022 * u),
                    (points[4][0], y + sag * 0.2 - 0.012 * u),
                    (right[0] + 0.02, right[1] - 0.022 * u),
                ],
                (0.022 * u, 0.024 * u, 0.022 * u),
            ),
            trim,
            1.0,
        )
    elif (
        torso.c > 0.05
        and colour == costume.colour
        and costume.garment in ("coat", "raincoat", "jacket", "suit", "uniform")
    ):
        x = (left[0] + right[0]) / 2 + wide * 0.44 * torso.s
        knife.tint(
            brush(
                [((points[0][0] + points[8][0]) / 2 + torso.body.waist * torso.s * 0.9, top[1]), (x, y + 0.05 * u)],
                (0.008 * u, 0.016 * u),
            ),
            tone(colour, -0.14),
            0.8,
        )
    knife.canvas.restore()


def _lap(
    knife: Knife,
    body: Body,
    hips: Point,
    legs: tuple[tuple[Point, Point, Point], ...],
    drop: float,
    colour: str,
    seat: float,
) -> None:
    """A skirt over the lap of somebody who sits."""
    for _, knee, ankle in legs:
        fall = max(0.0, min(1.0, (drop - 0.45) / 0.5))
        end = (knee[0] + (ankle[0] - knee[0]) * fall * 0.9, knee[1] + (ankle[1] - knee[1]) * fall * 0.9)
        if fall > 0.05:
            top, low = body.limb * 1.75, body.limb * (1.9 + 0.7 * fall)
            panel = [(knee[0] - top, knee[1]), (knee[0] + top, knee[1]), (end[0] + low, end[1]), (end[0] - low, end[1])]
            knife.sheet(polygon(panel), tone(colour, -0.03), knee, drop=0.6)
        knife.sheet(capsule(hips, knee, seat * 0.72, body.limb * 1.9), colour, hips, drop=0.5)
