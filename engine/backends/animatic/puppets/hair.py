"""Hair: a cap whose hairline runs round the head, what hangs behind or beside it, and what is tied to it.

The hairline is a height for each angle round the head, so one description serves every view: in front it leaves the face free,
in profile it runs past the ear, from behind it covers everything down to the nape.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.hair_pieces import PIECES
from engine.backends.animatic.puppets.hair_styles import Style, style_of
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval, polygon
from engine.backends.animatic.puppets.skull import Head

_SAMPLES = 15


def _hairline(costume: Costume, angle: float, turn: float) -> float:
    """Height of the hairline (down, head heights) at `angle` degrees from the face's middle, left negative. `turn` 0..1: how far the
    head is in profile, where the temples open so that the face is not a sliver."""
    a = abs((angle + 180) % 360 - 180)
    style, front = (
        style_of(costume.hair),
        {"full": -0.115, "parted": -0.205, "swept": -0.18, "none": -0.265}[costume.fringe],
    )
    if costume.fringe == "parted":
        front += 0.0022 * a - 0.055 * math.exp(-(((angle + 16) / 13) ** 2))
    elif costume.fringe == "swept":
        front += 0.0013 * (angle + 20)
    elif costume.fringe == "full":
        front += 0.012 * math.cos(angle * 0.22)
    if style.side <= 0.10 and not costume.female:
        front -= 0.02
    a -= 15 * turn * (1 - max(0.0, a - 60) / 60)
    if a < 42:
        return front
    if a < 74:
        t = (a - 42) / 32
        return front + (style.side - front) * t * t * (3 - 2 * t)
    if a < 100:
        return style.side - (0.0 if style.covers_ears else 0.10) * math.sin((a - 74) / 26 * math.pi)
    return style.side + (style.nape - style.side) * min(1.0, (a - 100) / 34)


def _turn(head: Head) -> float:
    return max(0.0, min(1.0, (abs(head.yaw) - 25) / 60)) if abs(head.yaw) < 120 else 0.0


def _cap_outline(head: Head, costume: Costume) -> list[Point]:
    style, turn = style_of(costume.hair), _turn(head)
    left, right = -90 - head.yaw, 90 - head.yaw
    low_left, low_right = _hairline(costume, left, turn), _hairline(costume, right, turn)
    ring = head.outline(style.volume, style.top)
    crown = len(ring) // 2
    outer = [p for i, p in enumerate(ring) if p[1] < (low_left if i <= crown else low_right)]
    line: list[Point] = []
    for i in range(_SAMPLES + 1):
        angle = right + (left - right) * i / _SAMPLES
        x, y, _ = head.at(angle, _hairline(costume, angle, turn), 1.02)
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
    s = math.sin(math.radians(head.yaw))
    clear = abs(s) if abs(head.yaw) < 120 else 0.0  # in profile no curl hangs before the face
    ring = enumerate(head.outline(0.045, 0.03))
    return [
        (x, y, 0.105 + 0.02 * math.sin(i * 2.4)) for i, (x, y) in ring if y < low and not (clear > 0.3 and x * s > 0.12 and y > -0.34)
    ]  # fmt: skip


def draw_back_hair(knife: Knife, head: Head, costume: Costume, swing: float) -> None:
    """What hangs behind the head and shoulders. `swing` shifts the ends (head heights), against the movement."""
    style = style_of(costume.hair)
    colour = tone(costume.hair_colour, -0.045)
    if style.falls:
        knife.sheet(_fall(head, style, swing), colour, drop=0.6)
    if "curls" in style.pieces:
        for x, y, r in _curls(head, costume, 0.36 if costume.female else 0.12):
            knife.plain(oval(x * 1.03, y, r, r), colour)
    _tie(knife, head, costume, swing, behind=True)


def _tie(knife: Knife, head: Head, costume: Costume, swing: float, *, behind: bool) -> None:
    for piece in style_of(costume.hair).pieces:
        if piece in PIECES and not _is_pressed(piece, costume):
            PIECES[piece](knife, head, costume, swing, behind)


def _is_pressed(piece: str, costume: Costume) -> bool:
    """Whether the hat leaves no room for it: an afro stands out from under all but helmets and hoods."""
    if piece == "afro":
        return costume.hat in _CLOSED
    return piece in _STANDS and costume.hat not in _OPEN


_CLOSED = frozenset({"helm", "space", "hood", "headscarf", "wimple", "swim", "helmet", "fire", "army", "kabuto", "war helm"})  # fmt: skip
_OPEN = frozenset({"", "tiara", "wreath", "flowers", "headband", "fillet", "kerchief", "crown", "crown of buddhas", "phoenix", "nurse", "bandage", "skullcap", "qitou", "mianguan"})  # fmt: skip
_STANDS = frozenset({"bun", "spikes", "crest", "cloud", "rings", "quiff", "high bun", "topknot", "fold"})
"""What stands up is pressed flat by a hat, but by no band or crown."""


def _fall(head: Head, style: Style, swing: float) -> skia.Path:
    """Hair that hangs down, from the crown to its ends."""
    s = math.sin(math.radians(head.yaw))
    low, wide, narrow = style.falls, style.wide, 1 - 0.30 * abs(s)
    back = -s * (0.15 if low > 0.7 else 0.10)
    left, right = back - wide * narrow, back + wide * narrow
    upper = [(left, -0.12), (back - wide * narrow * 0.8, -0.42), (back * 0.6, -0.56), (back + wide * narrow * 0.8, -0.42), (right, -0.12)]  # fmt: skip
    if style.ends == "straight":
        ends = [
            (back + wide * narrow * 1.06 + swing * 0.4, low * 0.55), (back + wide * narrow * 0.80 + swing, low), (back + swing, low + 0.05),
            (back - wide * narrow * 0.80 + swing, low), (back - wide * narrow * 1.06 + swing * 0.4, low * 0.55),
        ]  # fmt: skip
        return closed([*upper, *ends])
    if style.ends == "wavy":
        sides = [(0.12, 1.10), (0.30, 0.96), (0.50, 1.12), (0.68, 0.98), (0.86, 1.04)]
        down = [(back + wide * narrow * w + swing * t, low * t) for t, w in sides]
        up = [(back - wide * narrow * w + swing * t, low * t) for t, w in reversed(sides)]
        return closed([*upper, *down, (back + swing, low * 1.02), *up])
    teeth = [(back + wide * narrow * (1 - 2 * k / 8) + swing, low + (0.10 if k % 2 else -0.02)) for k in range(9)]
    path = closed([*upper, (right * 1.04, low * 0.6), (left * 1.04, low * 0.6)], 0.9)
    path.addPath(polygon([(right * 1.02, 0.0), *teeth, (left * 1.02, 0.0)]))
    return path


def draw_front_hair(knife: Knife, head: Head, costume: Costume, swing: float, hatted: bool) -> None:
    """The cap over the skull, with its fringe; then whatever sits in front of it."""
    style = style_of(costume.hair)
    if not style.cap:
        if costume.age == "elder" and not hatted:  # who is younger is shaven
            _rim(knife, head, costume)
        return
    outline = _cap_outline(head, costume)
    if len(outline) > _SAMPLES + 3:
        knife.sheet(closed(outline, 0.85), costume.hair_colour, drop=0.5)
    if "curls" in style.pieces:
        _front_curls(knife, head, costume)
    elif knife.fine and not hatted and costume.hair not in ("queue", "mohawk", "dreadlocks"):
        _sheen(knife, head, costume)
    if style.locks and abs(head.yaw) < 115:
        _locks(knife, head, costume, style, swing)
    _tie(knife, head, costume, swing, behind=False)


def _front_curls(knife: Knife, head: Head, costume: Costume) -> None:
    for x, y, r in _curls(head, costume, 0.30 if costume.female else 0.05):
        if abs(x) > 0.20 or y < -0.3:
            knife.plain(oval(x * 0.97, y, r * 0.80, r * 0.80), costume.hair_colour)
    for i, angle in enumerate(range(-54, 55, 18)):
        x, y, z = head.at(angle, -0.235 + 0.012 * (i % 2), 1.0)
        if z > 0.1 and costume.fringe != "none":
            knife.plain(oval(x, y, 0.085 * max(0.5, z), 0.085), tone(costume.hair_colour, 0.02 if i % 2 else -0.01))


def _locks(knife: Knife, head: Head, costume: Costume, style: Style, swing: float) -> None:
    """The two locks beside the face."""
    low, short = style.locks, style.locks < 0.4
    back = 80 + 22 * _turn(head)
    for side in (-1, 1):
        x, y, z = head.at(side * back, -0.06, 1.04)
        if z < -0.30:
            continue
        reach = 0.105 if short else 0.085
        wave = 0.03 if style.ends == "wavy" else 0.0
        points = [
            (x - 0.01 * side, y - 0.12), (x + side * (0.015 + wave), y + 0.12), (x + side * (0.02 - wave) + swing * 0.4, y + low * 0.66),
            (x - side * 0.02 + swing * 0.8, y + low),
        ]  # fmt: skip
        knife.sheet(brush(points, (0.09, reach * 1.15, reach, 0.09 if short else 0.03)), tone(costume.hair_colour, 0.012), drop=0.45)  # fmt: skip


def _sheen(knife: Knife, head: Head, costume: Costume) -> None:
    """A lighter band where the light falls: hair is a folded sheet, not a helmet."""
    left, right = head.at(-56, -0.30, 0.98), head.at(-6, -0.39, 0.99)
    middle = head.at(-30, -0.37, 1.0)
    if middle[2] > 0.1:
        knife.tint(
            brush([left[:2], middle[:2], right[:2]], (0.008, 0.042, 0.008)), tone(costume.hair_colour, 0.10), 0.55
        )
