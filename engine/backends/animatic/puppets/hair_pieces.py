"""What is tied, pinned or stands up on a head: tails, braids, buns, loops, spikes, pins.

In head heights around the head's centre. Each piece is called twice, behind the head and before it, and draws itself in the pass in
which it is seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval, polygon
from engine.backends.animatic.puppets.skull import Head
from engine.backends.animatic.puppets.trunk import GOLD

Piece = Callable[[Knife, Head, Costume, float, bool], None]
"""(knife, head, costume, swing of the ends, whether this is the pass behind the head)."""


def _out(head: Head, least: float = 0.25) -> float:
    """-1..1: to which side what is behind the head is seen."""
    s = math.sin(math.radians(head.yaw))
    return -s if abs(s) > least else 0.0


def _tail(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    x, y, z = head.at(180, -0.20, 1.02)
    if (z < 0.25) != behind:
        return
    out = x * 0.9
    points = [(x * 0.9, y), (x + out * 0.45, y + 0.02), (x + out * 0.62 + swing * 0.5, y + 0.30), (x + out * 0.35 + swing, y + 0.66)]  # fmt: skip
    knife.sheet(brush(points, (0.10, 0.20, 0.22, 0.03)), tone(costume.hair_colour, -0.02), drop=0.7)
    knife.plain(oval(x + out * 0.12, y + 0.005, 0.055, 0.065), costume.accent)


def _twin_tails(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    for side in (-1, 1):
        x, y, z = head.at(side * 96, -0.16, 1.12)
        if (z < -0.3) != behind:
            continue
        out = math.copysign(0.16, x if abs(x) > 0.1 else side)
        points = [
            (x, y),
            (x + out, y - 0.03),
            (x + out * 1.5 + swing * 0.5, y + 0.26),
            (x + out * 1.0 + swing, y + 0.52),
        ]
        knife.sheet(brush(points, (0.08, 0.17, 0.19, 0.03)), tone(costume.hair_colour, 0.01), drop=0.6)
        knife.plain(oval(x + out * 0.25, y, 0.05, 0.06), costume.accent)


def _knot(knife: Knife, costume: Costume, at: Point, size: float) -> None:
    """A round bun with its two winds and its band."""
    x, y = at
    knife.sheet(oval(x, y, size, size * 0.92), tone(costume.hair_colour, 0.02), drop=0.6)
    if knife.fine:
        wind = [(x - size * 0.6, y), (x, y + size * 0.5), (x + size * 0.6, y + 0.01), (x, y + size * 0.28)]
        knife.tint(closed(wind), tone(costume.hair_colour, -0.09), 0.55)
    low = y + size * 0.82
    strip = [(x - size * 0.66, low - 0.012), (x, low + 0.016), (x + size * 0.66, low - 0.012)]
    knife.plain(brush(strip, (0.028, 0.046, 0.028)), costume.accent)


def _knots(spots: tuple[tuple[float, float], ...], size: float, out: float, rise: float, pin: bool = False) -> Piece:
    """Buns at those angles and heights round the head."""

    def draw(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
        for angle, height in spots:
            x, y, z = head.at(angle, height, out)
            if (z < 0.05) != behind:
                continue
            _knot(knife, costume, (x, y + rise), size)
            if pin:
                knife.plain(brush([(x - 0.19, y + rise + 0.03), (x + 0.19, y + rise - 0.03)], (0.018, 0.026)), GOLD)

    return draw


def _high_bun(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    if behind:
        x, _, _ = head.at(180, -0.47, 0.8)
        _knot(knife, costume, (x, -0.63), 0.165)


def _braids(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    for side in (-1, 1):
        x, y, z = head.at(side * 98, 0.22, 1.06)
        near = z > -0.35 if abs(head.yaw) < 100 else z > 0.2
        if near == behind:
            continue
        _plait(knife, costume, (x, y), 4, swing, 0.02 * side)


def _plait(knife: Knife, costume: Costume, at: Point, links: int, swing: float, lean: float) -> None:
    """A braid that hangs down, with a bow at its end."""
    x, y = at
    for i in range(links):
        t = i / max(1, links - 1)
        r = 0.092 - 0.020 * t
        shade = tone(costume.hair_colour, 0.03 if i % 2 else -0.01)
        knife.sheet(oval(x + swing * t * t + lean * t, y + 0.04 + 0.125 * i, r * 0.86, r), shade, drop=0.35)
    bx, by = x + swing * 0.9 + lean, y + 0.125 * links
    bow = [(bx - 0.08, by - 0.03), (bx, by), (bx + 0.08, by - 0.03), (bx + 0.08, by + 0.05), (bx, by), (bx - 0.08, by + 0.05)]  # fmt: skip
    knife.plain(closed(bow, 0.6), costume.accent)
    knife.plain(oval(bx, by + 0.075, 0.045, 0.065), tone(costume.hair_colour, -0.03))


def _side_braid(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """One thick braid over the left shoulder."""
    x, y, z = head.at(72, 0.24, 1.10)
    if (z < -0.2) == behind:
        _plait(knife, costume, (x, y), 5, swing, 0.03)


def _queue(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """The shaved brow and long braid of the Qing."""
    x, y, z = head.at(180, 0.10, 1.04)
    if (z < 0.2) == behind and (abs(x) > 0.06 or z > 0):
        _plait(knife, costume, (x, y), 8, swing, 0.0)


def _afro(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    if not behind:
        return
    for i in range(18):
        a = i * math.tau / 18
        knife.plain(oval(0.50 * math.sin(a), -0.20 - 0.50 * math.cos(a), 0.16, 0.16), tone(costume.hair_colour, -0.02))
    knife.sheet(oval(0, -0.20, 0.54, 0.54), costume.hair_colour, drop=0.5)


def _spikes(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    if behind:
        return
    ring = [p for p in head.outline(0.05, 0.03) if p[1] < -0.14]
    points: list[Point] = []
    for i, (x, y) in enumerate(ring):
        points.append((x, y))
        if i < len(ring) - 1:
            mx, my = (x + ring[i + 1][0]) / 2, (y + ring[i + 1][1]) / 2
            far = 1.20 + 0.07 * (i % 2)
            points.append((mx * far + 0.03, my * far))
    knife.sheet(polygon([*points, (0, -0.22)]), costume.hair_colour, drop=0.4)


def _crest(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """A mohawk: seen from the front a narrow plume, from the side the whole comb along the skull."""
    if behind:
        return
    dyed = costume.accent if costume.age == "teen" else costume.hair_colour
    if abs(math.sin(math.radians(head.yaw))) < 0.45:
        plume = [(-0.10, -0.28), (-0.13, -0.62), (-0.05, -0.74), (0.0, -0.86), (0.06, -0.73), (0.13, -0.62), (0.10, -0.28), (0.0, -0.24)]  # fmt: skip
        knife.sheet(polygon(plume), dyed, drop=0.5)
        return
    ring = [p for p in head.outline(0.0, 0.0) if p[1] < -0.16]
    comb = [(x * (1.42 if i % 2 else 1.24), y * (1.42 if i % 2 else 1.24)) for i, (x, y) in enumerate(ring)]
    knife.sheet(polygon([ring[0], *comb, ring[-1], *((x * 0.86, y * 0.86) for x, y in reversed(ring))]), dyed, drop=0.5)


def _tufts(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """Soft locks that stand out of unkempt hair."""
    if not behind:
        return
    ring = [p for p in head.outline(0.07, 0.04) if -0.42 < p[1] < 0.25]
    for i, (x, y) in enumerate(ring):
        far = 1.10 + 0.06 * (i % 3)
        tip = (x * far + 0.05 * (-1 if x < 0 else 1), y * far + 0.07)
        knife.plain(
            closed([(x * 0.86, y - 0.10), (x * 1.06, y - 0.04), tip, (x * 0.9, y + 0.10)], 0.7), costume.hair_colour
        )


def _tonsure(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """A friar's bare crown."""
    if not behind:
        bare = [p for p in head.outline(0.03, 0.004) if p[1] < -0.34]
        if len(bare) > 2:
            knife.plain(closed([*bare, (0.0, -0.27)], 0.8), tone(costume.skin, -0.015))


def _sweep(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """A long lock across the brow."""
    a, m, b = head.at(34, -0.34, 1.03), head.at(-10, -0.22, 1.05), head.at(-62, -0.02, 1.06)
    if not behind and m[2] > 0.0:
        knife.sheet(brush([a[:2], m[:2], b[:2]], (0.10, 0.16, 0.03)), tone(costume.hair_colour, 0.03), drop=0.3)


def _quiff(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    x, _, z = head.at(0, -0.36, 1.02)
    if behind or z < -0.4:
        return
    s = math.sin(math.radians(head.yaw))
    roll = [(x * 0.6 - 0.34, -0.30), (x * 0.6 - 0.30, -0.50), (x * 0.7 - 0.05, -0.64), (x + 0.20 + 0.04 * s, -0.58), (x + 0.24 * (1 - 0.3 * abs(s)) + 0.06 * s, -0.38), (x * 0.6 + 0.05, -0.30)]  # fmt: skip
    knife.sheet(closed(roll, 0.9), tone(costume.hair_colour, 0.025), drop=0.4)


def _cloud(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """The high swept chignon of court ladies (高髻), leaning a little."""
    if not behind:
        return
    out = _out(head) or 0.25
    mass = [(-0.34, -0.34), (-0.40, -0.56), (-0.22 + 0.1 * out, -0.80), (0.05 + 0.2 * out, -0.98), (0.28 + 0.2 * out, -0.86), (0.32, -0.58), (0.34, -0.34)]  # fmt: skip
    knife.sheet(closed(mass, 0.9), tone(costume.hair_colour, 0.015), drop=0.6)
    if knife.fine:
        for x in (-0.14, 0.06):
            strip = [(x - 0.1, -0.44), (x + 0.05 * out, -0.70), (x + 0.14 + 0.2 * out, -0.88)]
            knife.tint(brush(strip, (0.01, 0.035, 0.01)), tone(costume.hair_colour, 0.11), 0.7)


def _rings(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """Two standing loops (飞仙髻)."""
    if not behind:
        return
    c = max(0.30, abs(math.cos(math.radians(head.yaw))))
    for side in (-1, 1):
        loop = [(side * 0.08 * c, -0.46), (side * 0.34 * c, -0.62), (side * 0.36 * c, -0.86), (side * 0.18 * c, -0.95), (side * 0.06 * c, -0.80), (side * 0.10 * c, -0.58)]  # fmt: skip
        knife.sheet(brush(loop, (0.10, 0.10, 0.09, 0.09, 0.08, 0.06)), tone(costume.hair_colour, 0.02), drop=0.4)


def _wings(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """The side wings of the shimada."""
    for side in (-1, 1):
        x, y, z = head.at(side * 94, -0.06, 1.12)
        if (z < -0.2) == behind:
            knife.sheet(oval(x, y, 0.15 * max(0.5, abs(math.cos(math.radians(head.yaw)))), 0.22), costume.hair_colour, drop=0.4)  # fmt: skip


def _pins(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """Gold pins and a flower, with a tassel that swings."""
    if behind:
        return
    x, y, z = head.at(-64, -0.36, 1.14)
    if z > -0.2:
        for k in range(5):
            a = k * 1.257
            knife.plain(oval(x + 0.055 * math.cos(a), y + 0.055 * math.sin(a), 0.045, 0.045), costume.accent)
        knife.plain(oval(x, y, 0.034, 0.034), GOLD)
    x, y, z = head.at(66, -0.34, 1.16)
    if z > -0.2:
        knife.plain(brush([(x - 0.10, y + 0.03), (x + 0.12, y - 0.05)], (0.022, 0.04)), GOLD)
        for row in range(4):
            knife.plain(oval(x + 0.10 + swing * 0.2 * row, y + 0.02 + 0.07 * row, 0.018, 0.028), GOLD if row < 3 else costume.accent)  # fmt: skip


def _strands(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """Dreadlocks all round the head."""
    for k, angle in enumerate(range(-180, 180, 20)):
        x, y, z = head.at(angle, -0.22, 1.08)
        if abs(angle) < 52 or (z < 0.0) != behind:
            continue
        low = 0.55 + 0.10 * (k % 3)
        strip = [(x * 0.9, y - 0.1), (x * 1.12, y + 0.3), (x * 1.10 + swing, low)]
        knife.sheet(brush(strip, (0.09, 0.095, 0.06)), tone(costume.hair_colour, 0.025 * (k % 3) - 0.02), drop=0.3)


def _fold(knife: Knife, head: Head, costume: Costume, swing: float, behind: bool) -> None:
    """A samurai's folded queue over the shaven crown."""
    if behind:
        return
    s = math.sin(math.radians(head.yaw))
    bare = [p for p in head.outline(0.032, 0.0) if p[1] < -0.33]
    if head.at(0, 0)[2] > -0.3 and len(bare) > 3:
        knife.plain(closed([*bare, (0.06 * s, -0.26)], 0.8), tone(costume.skin, -0.04))
    knife.sheet(brush([(-0.22 * s, -0.52), (0.02 * s, -0.62), (0.20 * s, -0.55)], (0.10, 0.12, 0.07)), costume.hair_colour, drop=0.4)  # fmt: skip


PIECES: dict[str, Piece] = {
    "tail": _tail, "twin tails": _twin_tails, "bun": _knots(((180.0, -0.44),), 0.165, 1.25, -0.08),
    "buns": _knots(((-62.0, -0.40), (62.0, -0.40)), 0.145, 1.55, -0.09), "topknot": _knots(((180.0, -0.50),), 0.115, 1.55, -0.09, pin=True),
    "small bun": _knots(((180.0, -0.30),), 0.115, 1.22, -0.08), "high bun": _high_bun, "braids": _braids, "side braid": _side_braid,
    "queue": _queue, "afro": _afro, "spikes": _spikes, "crest": _crest, "tufts": _tufts, "sweep": _sweep, "quiff": _quiff, "cloud": _cloud,
    "rings": _rings, "wings": _wings, "pins": _pins, "strands": _strands, "fold": _fold, "tonsure": _tonsure,
}  # fmt: skip
