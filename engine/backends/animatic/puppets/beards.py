"""Beards: stubble, moustaches, goatees, long and full beards, three wisps; over the chin and under the mouth.

In head heights around the head's centre; a beard is as wide as the face it is seen on, so it thins toward the profile.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed
from engine.backends.animatic.puppets.skull import Head

_LOWS = {"short": 0.545, "stubble": 0.545, "long": 0.98, "full": 0.70}
_MOUSTACHED = frozenset({"moustache", "short", "long", "full", "handlebar", "goatee", "three wisps"})


def draw_beard(knife: Knife, head: Head, costume: Costume) -> None:
    """The costume's beard, drawn before the mouth."""
    x, y, z = head.at(0, 0.33, 0.95)
    if not costume.beard or z < -0.25:
        return
    squeeze = max(0.45, z)
    if costume.beard in _LOWS and not _cheeks(knife, head, costume, squeeze):
        return
    if costume.beard == "goatee":
        tip = x * 0.9 + 0.02 * math.sin(math.radians(head.yaw))
        chin = [(x - 0.10 * squeeze, y + 0.03), (x, y + 0.0), (x + 0.10 * squeeze, y + 0.03), (tip + 0.07 * squeeze, y + 0.17), (tip, y + 0.27), (tip - 0.07 * squeeze, y + 0.17)]  # fmt: skip
        knife.sheet(closed(chin), costume.hair_colour, drop=0.4)
    if costume.beard == "sideburns":
        _sideburns(knife, head, costume)
    if costume.beard == "three wisps":
        _wisps(knife, head, costume, squeeze)
    if costume.beard in _MOUSTACHED:
        _moustache(knife, head, costume, squeeze)


def _cheeks(knife: Knife, head: Head, costume: Costume, squeeze: float) -> bool:
    """A beard round the jaw; False where it is only stubble."""
    x, y, _ = head.at(0, 0.33, 0.95)
    low, wider = _LOWS[costume.beard], 1.10 if costume.beard == "full" else 1.03
    left, right = head.feature(-62, 0.16, 0.99), head.feature(62, 0.16, 0.99)
    inner_l, inner_r = head.feature(-30, 0.255, 0.95), head.feature(30, 0.255, 0.95)
    wide, s = head.girth(0.36) * wider, math.sin(math.radians(head.yaw))
    tip, mid = 0.10 * s, {"long": 0.66, "full": 0.62}.get(costume.beard, 0.47)
    broad = 0.34 if costume.beard == "full" else 0.20
    points = [
        (left[0], left[1]), (inner_l[0], inner_l[1]), (x, y - 0.085), (inner_r[0], inner_r[1]), (right[0], right[1]),
        (wide * (1 - 0.25 * max(0.0, -s)), 0.37), (broad * squeeze + tip, mid), (tip, low), (-broad * squeeze + tip, mid),
        (-wide * (1 - 0.25 * max(0.0, s)), 0.37),
    ]  # fmt: skip
    if costume.beard == "stubble":
        knife.tint(closed(points), tone(costume.skin, -0.13), 0.45)
        return False
    knife.sheet(closed(points), costume.hair_colour, drop=0.5)
    return True


def _sideburns(knife: Knife, head: Head, costume: Costume) -> None:
    for side in (-1, 1):
        spots = [head.at(side * 86, 0.0), head.at(side * 74, 0.22), head.at(side * 46, 0.34)]
        if spots[1][2] > -0.1:
            knife.sheet(brush([p[:2] for p in spots], (0.10, 0.14, 0.05)), costume.hair_colour, drop=0.3)


def _wisps(knife: Knife, head: Head, costume: Costume, squeeze: float) -> None:
    """One from the chin and one from each corner of the mouth: a scholar's beard."""
    for angle, top, low in ((0, 0.42, 0.98), (-24, 0.30, 0.80), (24, 0.30, 0.80)):
        x, y, z = head.at(angle, top, 0.96)
        if z > -0.1:
            strip = [(x, y), (x * 1.05, (y + low) / 2), (x * 0.95 + 0.02, low)]
            knife.sheet(brush(strip, (0.07 * squeeze + 0.01, 0.075, 0.01)), costume.hair_colour, drop=0.3)


def _moustache(knife: Knife, head: Head, costume: Costume, squeeze: float) -> None:
    mx, my, _ = head.at(0, 0.235, 1.0)
    half = (0.20 if costume.beard == "handlebar" else 0.15) * squeeze
    hang = {"long": 0.14, "three wisps": 0.12, "handlebar": -0.05}.get(costume.beard, 0.05)
    for side in (-1, 1):
        points = [(mx, my), (mx + side * half * 0.5, my + 0.012), (mx + side * half, my + hang)]
        knife.plain(brush(points, (0.045, 0.058, 0.008)), tone(costume.hair_colour, 0.035))
