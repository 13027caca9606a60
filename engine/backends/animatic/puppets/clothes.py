"""Clothes: the torso's sheet with its pattern and details, and the sashes over it.

Widths are those of a cylinder turned by the yaw, and every detail (collar, buttons, sash, pattern) sits on it by angle, so one cut
serves every view; what hangs below the waist is in `skirts`.
"""

from __future__ import annotations

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.cuts import cut_of
from engine.backends.animatic.puppets.fronts import BACKS, WESTERN
from engine.backends.animatic.puppets.fronts_east import EASTERN, medallion, rank_badge
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon
from engine.backends.animatic.puppets.trunk import GOLD, LINEN, Torso, band, line

_FRONTS = {**WESTERN, **EASTERN}
_HANGS = frozenset({"coat", "raincoat", "lab coat"})
"""Garments whose trunk and skirt are one fall of cloth, without a shadow between."""


def upper_cloth(costume: Costume) -> str:
    """The colour of trunk and sleeves: a shirt under overalls, waistcoat or warning vest."""
    if costume.garment == "overalls":
        return blend(costume.accent, LINEN, 0.25)
    return costume.colour


def sleeve_cloth(costume: Costume) -> str:
    """The colour of the sleeves."""
    match costume.garment:
        case "waistcoat":
            return LINEN
        case "vest":
            return blend(costume.accent, "#4a5d8f", 0.4)
        case "lamellar":
            return tone(costume.bottom_colour, 0.03)
        case _:
            return upper_cloth(costume)


def draw_trunk(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The upper garment with collar, pattern and fastening."""
    cut = cut_of(costume.garment)
    path = closed(torso.outline(cut.loose, cut.low), 0.86)
    knife.sheet(path, upper_cloth(costume), drop=0.0 if costume.garment in _HANGS else 0.8)
    if not knife.fine:
        _far_off(knife, torso, costume)
        return
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    _pattern(knife, torso, costume)
    if torso.c < -0.25 and costume.garment in BACKS:
        BACKS[costume.garment](knife, torso, costume)
    else:
        _FRONTS[costume.garment](knife, torso, costume)
    knife.canvas.restore()
    if costume.garment == "sweater":
        a, b = torso.at(-92 - torso.yaw, 0.98), torso.at(92 - torso.yaw, 0.98)
        y = torso.length * 0.10
        ribs = brush([(a[0] * 1.02, y), (0, y + 0.008), (b[0] * 1.02, y)], (0.022, 0.024, 0.022))
        knife.plain(ribs, tone(costume.colour, -0.06))


_MAIN_LINES = frozenset({"ruqun", "monk", "turnout", "vest", "overalls", "sailor", "spacesuit", "jersey", "tracksuit", "beizi"})  # fmt: skip
"""Garments that are known from afar by what is cut onto them."""


def _far_off(knife: Knife, torso: Torso, costume: Costume) -> None:
    if costume.garment in _MAIN_LINES or costume.pattern in ("camouflage", "stripes", "dragon"):
        _pattern(knife, torso, costume)
        _FRONTS[costume.garment](knife, torso, costume)


def _pattern(knife: Knife, torso: Torso, costume: Costume) -> None:
    light = blend(costume.colour, costume.accent, 0.75)
    match costume.pattern:
        case "stripes":
            for t in (0.26, 0.44, 0.62, 0.80, 0.98):
                band(knife, torso, t, 0.020, light, 0.9)
        case "dots":
            _scattered(knife, torso, light, 0.0085)
        case "flowers":
            _scattered(knife, torso, blend(costume.accent, LINEN, 0.35), 0.016)
            _scattered(knife, torso, GOLD, 0.005)
        case "patch":
            _patched(knife, torso, light)
        case "cross":
            band(knife, torso, 0.45, 0.045, light, 0.95)
        case "bands":
            for t in (0.40, 0.90):
                band(knife, torso, t, 0.034, light, 0.95)
        case "checks":
            for t in (0.15, 0.35, 0.55, 0.75, 0.95):
                band(knife, torso, t, 0.012, light, 0.7)
            for angle in range(-160, 181, 40):
                line(knife, torso, [(angle, -0.05), (angle, 0.6), (angle, 1.2)], 0.010, light, 0.6)
        case "camouflage":
            _mottled(knife, torso, costume)
        case "dragon":
            medallion(knife, torso, costume)
        case "badge":
            rank_badge(knife, torso, costume)
        case _:
            pass


def _scattered(knife: Knife, torso: Torso, colour: str, size: float) -> None:
    h = torso.body.height
    for row, t in enumerate((0.2, 0.38, 0.56, 0.74, 0.92, 1.05)):
        for angle in range(-170 + 20 * (row % 2), 180, 40):
            x, y, z = torso.at(angle, t)
            if z > 0.1:
                knife.tint(oval(x, y, size * h * z, size * h), colour, 0.9)


def _patched(knife: Knife, torso: Torso, colour: str) -> None:
    h = torso.body.height
    x, y, z = torso.at(24, 0.46)
    if z > 0.15:
        w, e = 0.024 * h * z, 0.026 * h
        square = [(x - w, y - e * 0.9), (x + w, y - e), (x + w * 0.95, y + e * 0.8), (x - w, y + e)]
        knife.tint(polygon(square), colour, 1.0)


def _mottled(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Blots of two greens."""
    h = torso.body.height
    for i, (angle, t) in enumerate(((-60, 0.2), (10, 0.14), (70, 0.3), (-20, 0.42), (44, 0.56), (-74, 0.62), (0, 0.76), (80, 0.86), (-44, 0.92), (140, 0.2), (190, 0.4), (240, 0.3), (160, 0.66), (220, 0.8))):  # fmt: skip
        x, y, z = torso.at(angle, t)
        if z > 0.0:
            w = (0.020 + 0.010 * (i % 3)) * h
            blot = [(x - w * z, y), (x - w * 0.4 * z, y - 0.018 * h), (x + w * z, y - 0.006 * h), (x + w * 0.5 * z, y + 0.016 * h)]  # fmt: skip
            knife.tint(closed(blot), tone(costume.colour, -0.10 if i % 2 else 0.08), 0.9)


def draw_sash(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Sash, belt or obi, over trunk and skirt, with its hanging ends."""
    cut = cut_of(costume.garment)
    if not cut.sash or (costume.garment == "coat" and costume.extra != "belt"):
        return
    u, t = torso.body.height, 0.80 - 0.6 * max(0.0, cut.sash - 0.05)
    left, right = torso.at(-90 - torso.yaw, t), torso.at(90 - torso.yaw, t)
    grow = 1.0 + 0.8 * (cut.loose - 0.98)
    mid, wide = (left[0] + right[0]) / 2, cut.sash * u
    ends = (mid + (left[0] - mid) * grow, left[1]), (mid + (right[0] - mid) * grow, right[1])
    colour = "#5a4034" if costume.garment in ("round robe", "plate") else _rope(costume)
    knife.sheet(brush([ends[0], (mid, left[1] + 0.008 * u), ends[1]], (wide, wide, wide)), colour, drop=0.35)
    if not knife.fine:
        return
    match costume.garment:
        case "kimono":
            _obi(knife, torso, costume, t, ends[0][0], ends[1][0])
        case "round robe" | "plate":
            for angle in range(-160, 181, 32):
                x, y, z = torso.at(angle, t)
                if z > 0.1:
                    knife.plain(oval(x, y + 0.006 * u, 0.013 * u * z, 0.012 * u), GOLD)
        case "robe" | "gi" | "habit" | "lamellar" | "hakama":
            _ends(knife, torso, _rope(costume), t)
        case _:
            pass


def _rope(costume: Costume) -> str:
    return "#cdb98a" if costume.garment == "habit" else costume.accent


def _ends(knife: Knife, torso: Torso, colour: str, t: float) -> None:
    """What hangs from the knot."""
    u = torso.body.height
    x, y, z = torso.at(14, t)
    if z > 0.1:
        tail = [(x, y), (x + 0.004 * u, y + 0.07 * u), (x - 0.006 * u, y + 0.15 * u)]
        knife.sheet(brush(tail, (0.016 * u, 0.022 * u, 0.026 * u)), colour, drop=0.4)


def _obi(knife: Knife, torso: Torso, costume: Costume, t: float, left: float, right: float) -> None:
    """The cord along the middle of the obi, and its knot on the back."""
    u, n = torso.body.height, torso.length
    y = -n * (1 - t)
    cord = [(left, y), ((left + right) / 2, y + 0.008 * u), (right, y)]
    knife.plain(brush(cord, [0.016 * u] * 3), blend(costume.accent, LINEN, 0.55))
    x, y, z = torso.at(180, t - 0.04)
    if z > -0.25 and costume.female:
        w, h = 0.060 * u * max(0.35, z), 0.070 * u
        x -= torso.s * 0.018 * u
        box = [(x - w, y - h * 0.9), (x + w, y - h * 0.9), (x + w * 0.96, y + h), (x - w * 0.96, y + h)]
        knife.sheet(closed(box, 0.35), tone(costume.accent, 0.03), drop=0.8)
        knife.plain(brush([(x - w, y + 0.2 * h), (x + w, y + 0.2 * h)], (0.014 * u, 0.014 * u)), blend(costume.accent, LINEN, 0.55))  # fmt: skip
