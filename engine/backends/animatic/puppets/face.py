"""A face: eyes, brows and mouth that carry the mood, and five mouths that follow a line.

Everything is drawn in head heights around the head's centre, and placed on a cylinder that turns with the yaw, so that a face
goes from front through three-quarter to profile without a jump.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets.beards import draw_beard
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.face_marks import EYE_AT, EYE_Y, draw_over, draw_under
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval
from engine.backends.animatic.puppets.skull import Head
from engine.backends.animatic.stage import Mood, Pose, Viseme

MOUTH_Y = 0.295


@dataclass(frozen=True, slots=True)
class _Features:
    """How a mood sets the face. Brows: inner and outer end (up is negative); lids: how far shut above and below; mouth: corners
    up (positive) or down, its width and how far it stands open by itself."""

    inner: float = 0.0
    outer: float = 0.0
    upper: float = 0.08
    lower: float = 0.0
    corners: float = 0.02
    width: float = 0.085
    open: float = 0.0
    iris: float = 1.0


_MOODS: dict[Mood, _Features] = {
    "calm": _Features(corners=0.018),
    "happy": _Features(inner=-0.02, outer=-0.018, upper=0.02, lower=0.34, corners=0.062, width=0.115, open=0.16),
    "sad": _Features(inner=-0.055, outer=0.035, upper=0.30, corners=-0.038, width=0.075),
    "angry": _Features(inner=0.052, outer=-0.035, upper=0.26, lower=0.14, corners=-0.030, width=0.09, iris=0.92),
    "afraid": _Features(
        inner=-0.072, outer=0.012, upper=-0.12, lower=0.0, corners=-0.028, width=0.085, open=0.22, iris=0.74
    ),
    "surprised": _Features(inner=-0.075, outer=-0.062, upper=-0.16, corners=-0.006, width=0.055, open=0.62, iris=0.80),
    "tired": _Features(inner=-0.014, outer=0.026, upper=0.46, lower=0.08, corners=-0.014, width=0.072),
}


def _mouth_shape(viseme: Viseme, mood: _Features) -> tuple[float, float, float, bool]:
    """Half width, opening, corner lift, teeth."""
    match viseme:
        case "open":
            return mood.width * 0.92, 0.105, mood.corners * 0.7, False
        case "wide":
            return mood.width * 1.22, 0.062, mood.corners * 0.9 + 0.008, True
        case "round":
            return 0.044, 0.076, mood.corners * 0.2, False
        case "teeth":
            return mood.width * 1.02, 0.030, mood.corners * 0.8, True
        case _:
            return mood.width, mood.open * 0.11, mood.corners, False


def _draw_mouth(knife: Knife, head: Head, costume: Costume, pose: Pose, mood: _Features) -> None:
    half, gap, lift, teeth = _mouth_shape(pose.mouth, mood)
    x, y, z = head.at(0, MOUTH_Y, 0.92)
    if z < -0.15:
        return
    squeeze = max(0.36, z)
    half *= squeeze
    if abs(head.yaw) > 50:
        x -= math.copysign(half * 0.75 * min(1.0, (abs(head.yaw) - 50) / 30), head.yaw)
    lip = blend(tone(costume.skin, -0.20), "#a8364a", 0.55 if costume.female else 0.28)
    dark = "#4a1f2a"
    if gap < 0.012:
        line = [
            (x - half, y - lift),
            (x - half * 0.45, y + lift * 0.35),
            (x, y + lift * 0.75),
            (x + half * 0.45, y + lift * 0.35),
            (x + half, y - lift),
        ]
        knife.plain(brush(line, (0.008, 0.020, 0.025, 0.020, 0.008)), lip)
        return
    top, low = y + lift * 0.1 - gap * 0.30, y + lift * 0.6 + gap
    mouth = skia.Path()
    mouth.moveTo(x - half, y - lift)
    mouth.quadTo(x, top + lift * 0.5, x + half, y - lift)
    mouth.cubicTo(x + half * 0.9, low, x + half * 0.45, low + gap * 0.12, x, low + gap * 0.12)
    mouth.cubicTo(x - half * 0.45, low + gap * 0.12, x - half * 0.9, low, x - half, y - lift)
    mouth.close()
    knife.plain(mouth, dark)
    knife.canvas.save()
    knife.canvas.clipPath(mouth, doAntiAlias=True)
    if teeth or gap > 0.05:
        knife.plain(oval(x, top + gap * 0.06, half * 0.86, gap * (0.62 if teeth else 0.30)), "#f1e8da")
    if not teeth:
        knife.plain(oval(x, low + gap * 0.25, half * 0.62, gap * 0.55), "#b5525c")
    knife.canvas.restore()


def _eye_path(
    x: float, y: float, w: float, h: float, upper: float, lower: float, slant: float
) -> tuple[skia.Path, list[Point]]:
    """The opening between the lids, and the upper lid's line from left to right."""
    top, low = -h * (1 - upper * 1.55), h * (1 - lower * 1.25)
    tilt = slant * w
    corner = h * 0.12
    lid = [
        (x - w, y + corner - tilt),
        (x - w * 0.62, y + top * 0.78 - tilt * 0.6),
        (x, y + top),
        (x + w * 0.62, y + top * 0.78 + tilt * 0.6),
        (x + w, y + corner + tilt),
    ]
    points = [
        *lid,
        (x + w * 0.6, y + low * 0.82 + tilt * 0.6),
        (x, y + low),
        (x - w * 0.6, y + low * 0.82 - tilt * 0.6),
    ]
    return closed(points), lid


def _draw_eye(knife: Knife, head: Head, costume: Costume, pose: Pose, mood: _Features, side: int, shut: float) -> None:
    x, y, z = head.feature(side * EYE_AT, EYE_Y, 0.97)
    if z < 0.10:
        return
    young = costume.age in ("child", "teen")
    squeeze = min(1.0, 0.30 + 0.78 * z)
    w, h = 0.078 * squeeze, 0.079 if young else 0.070
    if not costume.female and not young:
        w, h = w * 0.94, h * 0.92
    lash = blend(costume.hair_colour, "#2e2430", 0.72)
    # a tiny face has no room for lids: the eye is a dark cut
    if knife.scale < 62:
        knife.plain(
            oval(
                x, y, 0.042 * squeeze + 0.006, (0.058 if young else 0.052) * max(0.22, 1 - max(shut, mood.upper * 0.8))
            ),
            lash,
        )
        return
    upper = mood.upper + (1 - mood.upper) * shut
    slant = side * (0.10 if mood.inner > 0.03 else -0.10 if mood.inner < -0.04 and mood.upper > 0.1 else 0.0)
    if upper > 0.80:
        lid = [(x - w, y), (x - w * 0.5, y + h * 0.34), (x, y + h * 0.44), (x + w * 0.5, y + h * 0.34), (x + w, y)]
        knife.plain(brush(lid, (0.007, 0.020, 0.026, 0.020, 0.007)), lash)
        return
    eye, lid = _eye_path(x, y, w, h, upper, mood.lower, slant)
    knife.plain(oval(x, y - h * 0.18, w * 1.32, h * 1.28), tone(costume.skin, -0.055), 0.5)
    knife.plain(eye, "#f6efe2")
    knife.canvas.save()
    knife.canvas.clipPath(eye, doAntiAlias=True)
    gx = x + pose.gaze[0] * w * 0.36 + (head.yaw / 90) * w * 0.30
    gy = y - pose.gaze[1] * h * 0.30 + h * 0.04
    r = 0.056 * mood.iris
    knife.plain(oval(gx, gy, r * (0.55 + 0.45 * squeeze), r), costume.eye_colour)
    knife.plain(
        oval(gx, gy + r * 0.2, r * 0.78 * (0.55 + 0.45 * squeeze), r * 0.74), tone(costume.eye_colour, 0.09), 0.8
    )
    knife.plain(oval(gx, gy, r * 0.56 * (0.6 + 0.4 * squeeze), r * 0.58), "#2a2028")
    knife.plain(oval(gx - r * 0.36, gy - r * 0.42, r * 0.24, r * 0.24), "#fbf6ea")
    knife.plain(oval(x, y - h * 1.02 + h * upper * 1.4, w * 1.2, h * 0.40), "#4b3a52", 0.28)
    knife.canvas.restore()
    wide = 0.026 if costume.female else 0.019
    if side * 1 > 0:
        widths = (0.006, wide * 0.75, wide, wide * 1.1, 0.006)
    else:
        widths = (0.006, wide * 1.1, wide, wide * 0.75, 0.006)
    if costume.female:
        tip = lid[-1] if side > 0 else lid[0]
        flick = (tip[0] + side * 0.022 * squeeze, tip[1] - 0.020)
        lid = [*lid[:-1], (tip[0], tip[1] - 0.004), flick] if side > 0 else [flick, (tip[0], tip[1] - 0.004), *lid[1:]]
        widths = (*widths[:-1], 0.018, 0.003) if side > 0 else (0.003, 0.018, *widths[1:])
    knife.plain(brush(lid, widths), lash)


def _draw_brow(knife: Knife, head: Head, costume: Costume, mood: _Features, side: int) -> None:
    y = EYE_Y - 0.128
    inner = head.feature(side * (EYE_AT - 15), y + mood.inner, 0.98)
    middle = head.feature(side * EYE_AT, y - 0.016 + (mood.inner + mood.outer) * 0.42, 0.99)
    outer = head.feature(side * (EYE_AT + 15), y + 0.014 + mood.outer, 0.99)
    if middle[2] < 0.05:
        return
    thick = (0.026 if costume.female else 0.036) * (1.15 if costume.age == "elder" else 1.0)
    colour = blend(costume.hair_colour, "#3a2c2e", 0.35 if costume.age != "elder" else 0.1)
    if costume.hair == "bald" and costume.age != "elder":
        colour = tone(costume.skin, -0.32)
    knife.plain(brush([inner[:2], middle[:2], outer[:2]], (thick * 0.8, thick, thick * 0.3)), colour)


def _draw_nose(knife: Knife, head: Head, costume: Costume) -> None:
    x, y, z = head.at(0, 0.175, 0.98)
    if z < -0.2:
        return
    s = math.sin(math.radians(head.yaw))
    big = 1.25 if costume.age == "elder" else 0.75 if costume.age == "child" else 1.0
    if abs(s) > 0.72:  # profile: the nose stands out of the outline
        out = math.copysign(0.075 * big * (abs(s) - 0.5) * 2, s)
        x = math.copysign(head.girth(0.15), s) * min(1.0, abs(s) * 1.02)
        nose = [
            (x - out * 0.8, y - 0.12),
            (x + out * 0.55, y - 0.03),
            (x + out, y + 0.012),
            (x + out * 0.3, y + 0.045),
            (x - out * 0.9, y + 0.05),
        ]
        knife.plain(closed(nose), costume.skin)
        knife.plain(
            closed([(x + out * 0.7, y + 0.025), (x + out * 0.1, y + 0.046), (x - out * 0.5, y + 0.03), (x, y + 0.018)]),
            tone(costume.skin, -0.10),
            0.8,
        )
        return
    lean = s * 0.05
    nose = [
        (x - 0.034 * big, y + 0.022),
        (x + lean, y + 0.036),
        (x + 0.034 * big, y + 0.022),
        (x + lean * 1.4, y - 0.016 * big),
    ]
    knife.plain(closed(nose), blend(tone(costume.skin, -0.085), "#c8635a", 0.22))


def _draw_cheeks(knife: Knife, head: Head, costume: Costume, mood: Mood) -> None:
    strong = {"happy": 0.34, "angry": 0.30, "afraid": 0.06, "sad": 0.16}.get(mood, 0.20)
    strong *= 1.25 if costume.age == "child" or costume.female else 0.75
    for side in (-1, 1):
        x, y, z = head.feature(side * 41, 0.205, 0.94)
        if z > 0.16:
            for grow, share in ((1.0, 0.55), (0.68, 0.6)):
                knife.tint(
                    oval(x, y, 0.078 * z * grow, 0.056 * grow), blend(costume.skin, "#d4545a", 0.62), strong * share
                )


def _draw_age(knife: Knife, head: Head, costume: Costume) -> None:
    """An elder's two folds and pouches: a second tone, never a line."""
    for side in (-1, 1):
        a, b = head.feature(side * 19, 0.20, 0.95), head.feature(side * 27, 0.33, 0.93)
        m = head.feature(side * 26, 0.26, 0.94)
        if m[2] > 0.2:
            knife.plain(brush([a[:2], m[:2], b[:2]], (0.004, 0.017, 0.003)), tone(costume.skin, -0.10), 0.75)
        x, y, z = head.feature(side * EYE_AT, EYE_Y + 0.088, 0.96)
        if z > 0.2:
            knife.plain(
                brush([(x - 0.055 * z, y - 0.008), (x, y + 0.010), (x + 0.055 * z, y - 0.008)], (0.003, 0.013, 0.003)),
                tone(costume.skin, -0.08),
                0.7,
            )


def draw_face(knife: Knife, head: Head, costume: Costume, pose: Pose, shut: float) -> None:
    """Eyes, brows, nose, mouth, cheeks, glasses: whatever of them faces us. `shut` 0..1 is the blink."""
    mood = _MOODS[pose.mood]
    draw_under(knife, head, costume)
    if knife.fine:
        _draw_cheeks(knife, head, costume, pose.mood)
        if costume.age == "elder":
            _draw_age(knife, head, costume)
    for side in (-1, 1):
        _draw_eye(knife, head, costume, pose, mood, side, shut)
    for side in (-1, 1):
        _draw_brow(knife, head, costume, mood, side)
    _draw_nose(knife, head, costume)
    draw_beard(knife, head, costume)
    _draw_mouth(knife, head, costume, pose, mood)
    draw_over(knife, head, costume)
