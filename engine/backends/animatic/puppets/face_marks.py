"""What makes a face like no other: glasses of every kind, scars, an eyepatch, freckles, paint, masks, a monkey's muzzle.

Drawn in two passes, under the features (paint, muzzle) and over them (lenses, masks), on the same turning cylinder as the face.
"""

from __future__ import annotations

import skia

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval
from engine.backends.animatic.puppets.skull import Head

EYE_Y, EYE_AT = 0.075, 25.0
_RED = "#c63d32"


def draw_under(knife: Knife, head: Head, costume: Costume) -> None:
    """Paint and muzzles, over the skin and under the features."""
    match costume.visage:
        case "monkey":
            _muzzle(knife, head, blend(costume.skin, "#f6dcb8", 0.72))
        case "pale" | "painted":
            _mask_of_paint(knife, head, "#f2e9dd", rosy=costume.visage == "painted")
        case "clown":
            _mouth_paint(knife, head)
        case _:
            pass
    if "freckles" in costume.marks and knife.fine:
        for angle, y in (
            (-40, 0.18),
            (-33, 0.21),
            (-27, 0.175),
            (-20, 0.205),
            (20, 0.205),
            (27, 0.175),
            (33, 0.21),
            (40, 0.18),
        ):
            x, at, z = head.feature(angle, y, 0.95)
            if z > 0.2:
                knife.plain(oval(x, at, 0.011, 0.011), tone(costume.skin, -0.16), 0.8)
    if "rouge" in costume.marks:
        for side in (-1, 1):
            x, y, z = head.feature(side * 38, 0.20, 0.94)
            if z > 0.2:
                knife.plain(oval(x, y, 0.085 * z, 0.075), "#d9606a", 0.55)


def _muzzle(knife: Knife, head: Head, pale: str) -> None:
    """The bare, heart-shaped face of a monkey."""
    spots = ((0, -0.13), (14, -0.19), (34, -0.17), (48, -0.02), (46, 0.14), (40, 0.26), (30, 0.42), (0, 0.47), (-30, 0.42), (-40, 0.26), (-46, 0.14), (-48, -0.02), (-34, -0.17), (-14, -0.19))  # fmt: skip
    points = [head.feature(angle, y, 1.0) for angle, y in spots]
    seen = [(x, y) for x, y, z in points if z > -0.25]
    if len(seen) > 5:
        knife.sheet(closed(seen, 0.9), pale, drop=0.2)


def _mask_of_paint(knife: Knife, head: Head, white: str, *, rosy: bool) -> None:
    knife.tint(closed([(x * 0.97, y * 0.97) for x, y in head.outline()], 0.95), white, 0.92)
    if rosy:
        for side in (-1, 1):
            x, y, z = head.feature(side * 30, EYE_Y + 0.02, 0.97)
            if z > 0.1:
                knife.tint(oval(x, y - 0.02, 0.17 * z, 0.20), "#d9606a", 0.55)
    x, y, z = head.at(0, 0.295, 0.93)
    if z > 0.0:
        knife.plain(oval(x, y, 0.045 * max(0.4, z), 0.028), _RED)


def _mouth_paint(knife: Knife, head: Head) -> None:
    x, y, z = head.at(0, 0.30, 0.92)
    if z > 0.0:
        knife.plain(oval(x, y, 0.20 * max(0.5, z), 0.10), "#f4ecdd")
        for side in (-1, 1):
            a, b, d = head.feature(side * EYE_AT, EYE_Y, 0.96)
            if d > 0.2:
                knife.plain(oval(a, b, 0.11 * d, 0.15), "#f4ecdd")


def draw_over(knife: Knife, head: Head, costume: Costume) -> None:
    """Snouts, noses, masks, scars, patches and glasses, over the features."""
    for mark in costume.marks:
        if mark in _MARKS:
            _MARKS[mark](knife, head, costume)
    match costume.visage:
        case "pig":
            _snout(knife, head, costume)
        case "clown":
            x, y, z = head.at(0, 0.17, 1.12)
            if z > -0.15:
                knife.sheet(oval(x, y, 0.085, 0.085), _RED, drop=0.3)
        case "surgical mask":
            _cloth(knife, head, "#a9cdd6", 0.155)
        case "ninja":
            _cloth(knife, head, costume.hat_colour, 0.135)
        case _:
            pass
    if costume.glasses:
        draw_glasses(knife, head, costume)


def _cloth(knife: Knife, head: Head, colour: str, top: float) -> None:
    """A cloth over nose and mouth."""
    spots = ((-84, top + 0.02), (-40, top + 0.01), (0, top - 0.02), (40, top + 0.01), (84, top + 0.02), (74, 0.34), (36, 0.47), (0, 0.50), (-36, 0.47), (-74, 0.34))  # fmt: skip
    points = [head.at(angle, y, 1.03) for angle, y in spots]
    seen = [(x, y) for x, y, z in points if z > -0.25]
    if len(seen) > 4:
        knife.sheet(closed(seen, 0.7), colour, drop=0.4)
        if knife.fine:
            a, m, b = head.at(-30, 0.32, 1.03), head.at(0, 0.335, 1.03), head.at(30, 0.32, 1.03)
            knife.tint(brush([a[:2], m[:2], b[:2]], (0.006, 0.014, 0.006)), tone(colour, -0.09), 0.9)


def _snout(knife: Knife, head: Head, costume: Costume) -> None:
    for side in (-1, 1):
        x, y, z = head.at(side * 78, -0.22, 1.08)
        if z > -0.5:
            out = side * 0.16
            ear = [(x - out * 0.5, y - 0.10), (x + out, y - 0.16), (x + out * 1.7, y + 0.06), (x + out * 1.3, y + 0.26), (x + out * 0.3, y + 0.10)]  # fmt: skip
            knife.sheet(closed(ear, 0.8), tone(costume.skin, -0.03), drop=0.5)
    x, y, z = head.at(0, 0.18, 1.14)
    if z > -0.1:
        knife.sheet(oval(x * 0.94, y, 0.18 * max(0.6, z), 0.13), tone(costume.skin, 0.02), drop=0.6)
        for side in (-1, 1):
            knife.plain(oval(x * 0.94 + side * 0.065 * max(0.5, z), y, 0.027, 0.042), tone(costume.skin, -0.24))


def _scar(knife: Knife, head: Head, costume: Costume) -> None:
    """From the left brow past the eye down the cheek: seen from both three-quarter sides; with two stitches."""
    points = [head.feature(angle, y, 0.98) for angle, y in ((17, -0.13), (22, -0.03), (27, 0.16), (24, 0.29))]
    if points[1][2] < 0.1:
        return
    flesh = blend(costume.skin, "#8a2f3c", 0.62)
    knife.plain(brush([points[0][:2], points[1][:2]], (0.012, 0.030)), flesh)
    knife.plain(brush([points[2][:2], points[3][:2]], (0.034, 0.010)), flesh)
    if knife.fine:
        for angle, y in ((26, 0.19), (25, 0.25)):
            x, at, z = head.feature(angle, y, 0.98)
            knife.plain(brush([(x - 0.034 * z, at - 0.010), (x + 0.034 * z, at + 0.008)], (0.012, 0.012)), flesh)


def _eyepatch(knife: Knife, head: Head, costume: Costume) -> None:
    """Over the right eye, its band round the head."""
    x, y, z = head.feature(-EYE_AT, EYE_Y, 1.0)
    band = [head.at(angle, h, 1.02) for angle, h in ((-88, 0.04), (-30, -0.02), (30, -0.14), (80, -0.24))]
    seen = [p[:2] for p in band if p[2] > -0.1]
    if len(seen) > 1:
        knife.plain(brush(seen, [0.028] * len(seen)), "#38353f")
    if z > 0.05:
        w = 0.115 * max(0.45, z)
        patch: list[Point] = [(x - w, y - 0.08), (x, y - 0.11), (x + w, y - 0.08), (x + w * 0.7, y + 0.07), (x, y + 0.12), (x - w * 0.7, y + 0.07)]  # fmt: skip
        knife.sheet(closed(patch, 0.8), "#38353f", drop=0.3)


def _mole(knife: Knife, head: Head, costume: Costume) -> None:
    x, y, z = head.feature(24, 0.27, 0.95)
    if z > 0.2:
        knife.plain(oval(x, y, 0.016, 0.016), "#4a2f2a")


def _plaster(knife: Knife, head: Head, costume: Costume) -> None:
    x, y, z = head.feature(-36, 0.20, 0.96)
    if z > 0.2:
        knife.plain(brush([(x - 0.07 * z, y + 0.02), (x + 0.07 * z, y - 0.02)], (0.05, 0.05)), "#e0b48c")
        knife.plain(oval(x, y, 0.024 * z, 0.022), "#f0dcc0")


_MARKS = {"scar": _scar, "eyepatch": _eyepatch, "mole": _mole, "plaster": _plaster}


def draw_glasses(knife: Knife, head: Head, costume: Costume) -> None:
    """Spectacles, sunglasses, goggles, a monocle, a diver's mask."""
    if costume.lenses in ("goggles", "diving mask"):
        _one_pane(knife, head, costume)
        return
    rim = "#55463f" if costume.lenses != "monocle" else "#c99a2e"
    dark = costume.lenses == "dark"
    for side in (1,) if costume.lenses == "monocle" else (-1, 1):
        x, y, z = head.feature(side * EYE_AT, EYE_Y, 1.03)
        if z < 0.05:
            continue
        w, h = 0.125 * min(1.0, 0.25 + 0.8 * z), 0.115 if dark else 0.122
        if dark:
            _dark_lens(knife, x, y, w * 1.08, h)
        else:
            _clear_lens(knife, x, y, w, h, rim)
        temple, ear = head.feature(side * (EYE_AT + 17), EYE_Y - 0.01, 1.0), head.at(side * 84, EYE_Y - 0.02, 1.02)
        if costume.lenses != "monocle":
            knife.plain(brush([temple[:2], ear[:2]], (0.026 if dark else 0.020, 0.012)), "#2f2b33" if dark else rim)
    left, right = head.feature(-EYE_AT + 14, EYE_Y - 0.01, 1.05), head.feature(EYE_AT - 14, EYE_Y - 0.01, 1.05)
    if min(left[2], right[2]) > 0.15 and costume.lenses != "monocle":
        bridge = [left[:2], ((left[0] + right[0]) / 2, EYE_Y - 0.03), right[:2]]
        knife.plain(brush(bridge, (0.016, 0.018, 0.016)), "#2f2b33" if dark else rim)


def _dark_lens(knife: Knife, x: float, y: float, w: float, h: float) -> None:
    """A black lens with one gleam."""
    lens = [(x - w, y - h * 0.55), (x, y - h * 0.72), (x + w, y - h * 0.55), (x + w * 0.82, y + h * 0.5), (x, y + h * 0.86), (x - w * 0.82, y + h * 0.5)]  # fmt: skip
    knife.plain(closed(lens, 0.8), "#2f2b33")
    if knife.fine:
        knife.plain(brush([(x - w * 0.5, y - h * 0.34), (x - w * 0.1, y - h * 0.44)], (0.022, 0.008)), "#8d93a6", 0.8)


def _clear_lens(knife: Knife, x: float, y: float, w: float, h: float, rim: str) -> None:
    ring = oval(x, y, w, h)
    ring.addPath(oval(x, y, w - 0.018, h - 0.018))
    ring.setFillType(skia.PathFillType.kEvenOdd)
    knife.plain(oval(x, y, w - 0.014, h - 0.014), "#dce9ee", 0.22)
    knife.plain(ring, rim)


def _one_pane(knife: Knife, head: Head, costume: Costume) -> None:
    """Goggles or a diver's mask: a strap, a frame, one pane."""
    frame = costume.accent if costume.lenses == "diving mask" else "#5a4a42"
    for side in (-1, 1):
        a, b = head.at(side * 58, EYE_Y, 1.05), head.at(side * 96, EYE_Y - 0.05, 1.05)
        if min(a[2], b[2]) > -0.3:
            knife.plain(brush([a[:2], b[:2]], (0.07, 0.06)), tone(frame, -0.08))
    left, right = head.feature(-54, EYE_Y, 1.08), head.feature(54, EYE_Y, 1.08)
    if max(left[2], right[2]) < 0.05:
        return
    near, far = left[0], right[0]
    middle = (near + far) / 2
    low = 0.16 if costume.lenses == "diving mask" else 0.11
    pane = [
        (near, EYE_Y - 0.11), (middle, EYE_Y - 0.14), (far, EYE_Y - 0.11),
        (far, EYE_Y + 0.07), (middle, EYE_Y + low), (near, EYE_Y + 0.07),
    ]  # fmt: skip
    ring = closed(pane, 0.7)
    ring.addPath(closed([((x - middle) * 0.86 + middle, (y - EYE_Y) * 0.76 + EYE_Y) for x, y in pane], 0.7))
    ring.setFillType(skia.PathFillType.kEvenOdd)
    knife.plain(closed(pane, 0.7), "#bfe0e6", 0.35)
    knife.sheet(ring, frame, drop=0.3)
