"""Hair: a cap whose hairline runs round the head, locks that hang behind or beside it, buns and tails, and beards.

The hairline is a height for each angle round the head, so one description serves every view: in front it leaves the face free,
in profile it runs past the ear, from behind it covers everything down to the nape.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval
from engine.backends.animatic.puppets.skull import Head

_VOLUME = {"crop": 0.022, "short": 0.05, "bob": 0.062, "long": 0.058, "bun": 0.035, "buns": 0.04, "braids": 0.045, "ponytail": 0.04, "curly": 0.10, "bald": 0.0, "topknot": 0.035}  # fmt: skip
_SAMPLES = 15


def _hairline(costume: Costume, angle: float) -> float:
    """Height of the hairline (down, head heights) at `angle` degrees from the face's middle, left negative."""
    a = abs((angle + 180) % 360 - 180)
    front = {"full": -0.115, "parted": -0.205, "swept": -0.18, "none": -0.265}[costume.fringe]
    if costume.fringe == "parted":
        front += 0.0022 * a - 0.055 * math.exp(-(((angle + 16) / 13) ** 2))
    elif costume.fringe == "swept":
        front += 0.0013 * (angle + 20)
    elif costume.fringe == "full":
        front += 0.012 * math.cos(angle * 0.22)
    if costume.hair in ("crop", "short") and not costume.female:
        front -= 0.02
    side = 0.10 if costume.hair in ("crop", "short", "topknot") else 0.20
    if a < 42:
        return front
    if a < 74:
        t = (a - 42) / 32
        return front + (side - front) * t * t * (3 - 2 * t)
    if a < 100:
        return side - (0.0 if costume.hair in ("bob", "long", "curly") else 0.10) * math.sin((a - 74) / 26 * math.pi)
    return side + (0.40 - side) * min(1.0, (a - 100) / 50)


def _cap_outline(head: Head, costume: Costume) -> list[Point]:
    grow = _VOLUME[costume.hair]
    top = 0.03 if costume.hair in ("curly", "short", "bob") else 0.015
    left, right = -90 - head.yaw, 90 - head.yaw
    low_left, low_right = _hairline(costume, left), _hairline(costume, right)
    ring = head.outline(grow, top)
    crown = len(ring) // 2
    outer = [p for i, p in enumerate(ring) if p[1] < (low_left if i <= crown else low_right)]
    line: list[Point] = []
    for i in range(_SAMPLES + 1):
        angle = right + (left - right) * i / _SAMPLES
        x, y, _ = head.at(angle, _hairline(costume, angle), 1.02)
        line.append((x, min(0.47, y)))
    return [*outer, *line]


def _rim(knife: Knife, head: Head, costume: Costume) -> None:
    """What the old keep: a band from ear to ear round the back of the head, under the bare crown."""
    runs: list[list[int]] = [[]]
    for angle in range(80, 281, 5):
        if head.at(angle, 0.0)[2] > -0.12:
            runs[-1].append(angle)
        elif runs[-1]:
            runs.append([])
    for run in runs:
        if len(run) < 3:
            continue
        share = [min(1.0, (100 - abs(180 - a)) / 40) for a in run]
        out = 1.04 + 0.18 * abs(math.sin(math.radians(head.yaw)))  # the skull reaches further back than its cylinder
        upper = [head.at(a, -0.02 - 0.12 * t, out)[:2] for a, t in zip(run, share, strict=True)]
        lower = [head.at(a, 0.04 + 0.26 * t, out)[:2] for a, t in zip(run, share, strict=True)]
        knife.sheet(closed([*upper, *lower[::-1]], 0.7), costume.hair_colour, drop=0.3)


def _curls(head: Head, costume: Costume, low: float) -> list[tuple[float, float, float]]:
    """Round locks along the outline of curly hair: x, y, radius."""
    return [(x, y, 0.105 + 0.02 * math.sin(i * 2.4)) for i, (x, y) in enumerate(head.outline(0.045, 0.03)) if y < low]


def draw_back_hair(knife: Knife, head: Head, costume: Costume, swing: float) -> None:
    """What hangs behind the head and shoulders. `swing` shifts the ends (head heights), against the movement."""
    s = math.sin(math.radians(head.yaw))
    colour = tone(costume.hair_colour, -0.045)
    if costume.hair in ("bob", "long"):
        low = 0.40 if costume.hair == "bob" else 1.05
        wide = 0.47 if costume.hair == "bob" else 0.44
        narrow = 1 - 0.30 * abs(s)
        back = -s * (0.15 if costume.hair == "long" else 0.10)
        outline = [
            (back - wide * narrow, -0.12), (back - wide * narrow * 0.8, -0.42), (back * 0.6, -0.56), (back + wide * narrow * 0.8, -0.42),
            (back + wide * narrow, -0.12), (back + wide * narrow * 1.06 + swing * 0.4, low * 0.55), (back + wide * narrow * 0.80 + swing, low),
            (back + swing, low + 0.05), (back - wide * narrow * 0.80 + swing, low), (back - wide * narrow * 1.06 + swing * 0.4, low * 0.55),
        ]  # fmt: skip
        knife.sheet(closed(outline), colour, drop=0.6)
    if costume.hair == "curly":
        for x, y, r in _curls(head, costume, 0.36 if costume.female else 0.12):
            knife.plain(oval(x * 1.03, y, r, r), colour)
    if costume.hair == "ponytail":
        _tail(knife, head, costume, swing, behind=True)
    if costume.hair in ("buns", "bun", "topknot"):
        _knots(knife, head, costume, behind=True)
    if costume.hair == "braids":
        _braids(knife, head, costume, swing, behind=True)


def _tail(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    x, y, z = head.at(180, -0.20, 1.02)
    if (z < 0.25) != behind:
        return
    out = x * 0.9
    points = [
        (x * 0.9, y),
        (x + out * 0.45, y + 0.02),
        (x + out * 0.62 + swing * 0.5, y + 0.30),
        (x + out * 0.35 + swing, y + 0.66),
    ]
    knife.sheet(brush(points, (0.10, 0.20, 0.22, 0.03)), tone(costume.hair_colour, -0.02), drop=0.7)
    knife.plain(oval(x + out * 0.12, y + 0.005, 0.055, 0.065), costume.accent)


def _knots(knife: Knife, head: Head, costume: Costume, behind: bool) -> None:
    spots = (
        ((-62.0, -0.40), (62.0, -0.40))
        if costume.hair == "buns"
        else ((180.0, -0.44),)
        if costume.hair == "bun"
        else ((180.0, -0.50),)
    )
    size = {"buns": 0.145, "bun": 0.165, "topknot": 0.115}[costume.hair]
    for angle, height in spots:
        x, y, z = head.at(angle, height, 1.25 if costume.hair == "bun" else 1.55)
        if (z < 0.05) != behind:
            continue
        rise = -0.09 if costume.hair != "bun" else -0.08
        knife.sheet(oval(x, y + rise, size, size * 0.92), tone(costume.hair_colour, 0.02), drop=0.6)
        if knife.fine:
            knife.tint(
                closed(
                    [
                        (x - size * 0.6, y + rise),
                        (x, y + rise + size * 0.5),
                        (x + size * 0.6, y + rise + 0.01),
                        (x, y + rise + size * 0.28),
                    ]
                ),
                tone(costume.hair_colour, -0.09),
                0.55,
            )
        band = y + rise + size * 0.82
        knife.plain(
            brush(
                [(x - size * 0.66, band - 0.012), (x, band + 0.016), (x + size * 0.66, band - 0.012)],
                (0.028, 0.046, 0.028),
            ),
            costume.accent,
        )
        if costume.hair == "topknot":
            knife.plain(brush([(x - 0.19, y + rise + 0.03), (x + 0.19, y + rise - 0.03)], (0.018, 0.026)), "#d8b25a")


def _braids(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    for side in (-1, 1):
        x, y, z = head.at(side * 98, 0.22, 1.06)
        near = z > -0.35 if abs(head.yaw) < 100 else z > 0.2
        if near == behind:
            continue
        for i in range(4):
            t = i / 3
            r = 0.092 - 0.020 * t
            knife.sheet(
                oval(x + swing * t * t + 0.02 * side * t, y + 0.04 + 0.125 * i, r * 0.86, r),
                tone(costume.hair_colour, 0.03 if i % 2 else -0.01),
                drop=0.35,
            )
        bow = (x + swing * 0.9 + 0.02 * side, y + 0.50)
        knife.plain(
            closed(
                [
                    (bow[0] - 0.08, bow[1] - 0.03),
                    bow,
                    (bow[0] + 0.08, bow[1] - 0.03),
                    (bow[0] + 0.08, bow[1] + 0.05),
                    bow,
                    (bow[0] - 0.08, bow[1] + 0.05),
                ],
                0.6,
            ),
            costume.accent,
        )
        knife.plain(oval(bow[0], bow[1] + 0.075, 0.045, 0.065), tone(costume.hair_colour, -0.03))


def draw_front_hair(knife: Knife, head: Head, costume: Costume, swing: float, hatted: bool) -> None:
    """The cap over the skull, with its fringe; then whatever sits in front of it."""
    if costume.hair == "bald":
        if costume.age == "elder" and not hatted:  # who is younger is shaven
            _rim(knife, head, costume)
        return
    outline = _cap_outline(head, costume)
    if len(outline) > _SAMPLES + 3:
        knife.sheet(closed(outline, 0.85), costume.hair_colour, drop=0.5)
    if costume.hair == "curly":
        low = 0.30 if costume.female else 0.05
        for x, y, r in _curls(head, costume, low):
            if abs(x) > 0.20 or y < -0.3:
                knife.plain(oval(x * 0.97, y, r * 0.80, r * 0.80), costume.hair_colour)
        for i, angle in enumerate(range(-54, 55, 18)):
            x, y, z = head.at(angle, -0.235 + 0.012 * (i % 2), 1.0)
            if z > 0.1 and costume.fringe != "none":
                knife.plain(oval(x, y, 0.085 * max(0.5, z), 0.085), tone(costume.hair_colour, 0.02 if i % 2 else -0.01))
    if knife.fine and costume.hair != "curly" and not hatted:
        _sheen(knife, head, costume)
    if costume.hair in ("bob", "long") and abs(head.yaw) < 115:
        _locks(knife, head, costume, swing)
    if costume.hair == "ponytail":
        _tail(knife, head, costume, swing, behind=False)
    if costume.hair in ("buns", "bun", "topknot"):
        _knots(knife, head, costume, behind=False)
    if costume.hair == "braids":
        _braids(knife, head, costume, swing, behind=False)


def _locks(knife: Knife, head: Head, costume: Costume, swing: float) -> None:
    """The two locks beside the face."""
    low = 0.36 if costume.hair == "bob" else 0.74
    for side in (-1, 1):
        x, y, z = head.at(side * 80, -0.06, 1.04)
        if z < -0.30:
            continue
        reach = 0.105 if costume.hair == "bob" else 0.085
        points = [
            (x - 0.01 * side, y - 0.12),
            (x + side * 0.015, y + 0.12),
            (x + side * 0.02 + swing * 0.4, y + low * 0.66),
            (x - side * 0.02 + swing * 0.8, y + low),
        ]
        knife.sheet(
            brush(points, (0.09, reach * 1.15, reach, 0.03 if costume.hair == "long" else 0.09)),
            tone(costume.hair_colour, 0.012),
            drop=0.45,
        )


def _sheen(knife: Knife, head: Head, costume: Costume) -> None:
    """A lighter band where the light falls: hair is a folded sheet, not a helmet."""
    left, right = head.at(-56, -0.30, 0.98), head.at(-6, -0.39, 0.99)
    middle = head.at(-30, -0.37, 1.0)
    if middle[2] > 0.1:
        knife.tint(
            brush([left[:2], middle[:2], right[:2]], (0.008, 0.042, 0.008)), tone(costume.hair_colour, 0.10), 0.55
        )


def draw_beard(knife: Knife, head: Head, costume: Costume) -> None:
    """Stubble, moustache, short or long beard, over the chin and under the mouth."""
    x, y, z = head.at(0, 0.33, 0.95)
    if not costume.beard or z < -0.25:
        return
    squeeze = max(0.45, z)
    colour = costume.hair_colour
    if costume.beard in ("short", "long", "stubble"):
        low = 0.545 if costume.beard != "long" else 0.98
        left, right = head.feature(-62, 0.16, 0.99), head.feature(62, 0.16, 0.99)
        inner_l, inner_r = head.feature(-30, 0.255, 0.95), head.feature(30, 0.255, 0.95)
        wide = head.girth(0.36) * 1.03
        s = math.sin(math.radians(head.yaw))
        tip = 0.10 * s
        points = [
            (left[0], left[1]), (inner_l[0], inner_l[1]), (x, y - 0.085), (inner_r[0], inner_r[1]), (right[0], right[1]),
            (wide * (1 - 0.25 * max(0.0, -s)), 0.37), (0.20 * squeeze + tip, 0.47 if costume.beard != "long" else 0.66), (tip, low),
            (-0.20 * squeeze + tip, 0.47 if costume.beard != "long" else 0.66), (-wide * (1 - 0.25 * max(0.0, s)), 0.37),
        ]  # fmt: skip
        path = closed(points)
        if costume.beard == "stubble":
            knife.tint(path, tone(costume.skin, -0.13), 0.45)
            return
        knife.sheet(path, colour, drop=0.5)
    if costume.beard in ("moustache", "short", "long"):
        mx, my, _ = head.at(0, 0.235, 1.0)
        half = 0.15 * squeeze
        hang = 0.14 if costume.beard == "long" else 0.05
        for side in (-1, 1):
            points = [(mx, my), (mx + side * half * 0.5, my + 0.008), (mx + side * half, my + hang)]
            knife.plain(brush(points, (0.045, 0.058, 0.008)), tone(colour, 0.035))
