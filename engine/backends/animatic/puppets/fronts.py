"""What is cut onto the front and back of western clothes: lapels, collars, buttons, bibs, stripes, plates.

Each painter works on a trunk that clips it, and is told of the view by the torso alone: what has gone behind is not drawn.
"""

from __future__ import annotations

from engine.backends.animatic.puppets.colours import apart, blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, brush, oval
from engine.backends.animatic.puppets.trunk import GOLD, LINEN, Front, Torso, band, collar, knobs, line, patch, trim_of


def _button_colour(costume: Costume) -> str:
    return blend(costume.accent, "#f0e2c0", 0.35)


def opened(knife: Knife, torso: Torso, costume: Costume, lapels: bool = True, tie: bool = False) -> None:
    """A front that closes in the middle: a darker line of overlap, lapels or a stand collar."""
    shirt = blend(costume.accent, LINEN, 0.55 if not tie else 0.9)
    patch(knife, torso, [(-30, -0.05), (2, 0.36 if lapels else 0.08), (30, -0.05)], shirt)
    if tie:
        line(knife, torso, [(0, 0.0), (1, 0.16), (1, 0.34)], 0.017, costume.accent)
    line(knife, torso, [(2, 0.34 if lapels else 0.06), (3, 0.8), (3, 1.2)], 0.006, tone(costume.colour, -0.12), 0.9)
    if lapels:
        for side in (-1, 1):
            cloth = tone(costume.colour, 0.055 if side < 0 else -0.06)
            patch(knife, torso, [(side * 26, -0.03), (side * 50, 0.10), (side * 34, 0.22), (2, 0.38)], cloth)


def _coat(knife: Knife, torso: Torso, costume: Costume) -> None:
    opened(knife, torso, costume)
    knobs(knife, torso, [(9, t) for t in (0.46, 0.62, 0.78, 0.94)], _button_colour(costume))


def _suit(knife: Knife, torso: Torso, costume: Costume) -> None:
    opened(knife, torso, costume, tie=costume.extra != "bow tie")
    knobs(knife, torso, [(9, 0.52), (9, 0.70)], _button_colour(costume))
    line(knife, torso, [(30, 0.30), (44, 0.29)], 0.012, blend(costume.accent, LINEN, 0.5))


def _jacket(knife: Knife, torso: Torso, costume: Costume) -> None:
    opened(knife, torso, costume, lapels=False)
    knobs(knife, torso, [(9, t) for t in (0.2, 0.4, 0.6, 0.8)], _button_colour(costume))
    for side in (-1, 1):
        line(knife, torso, [(side * 34, 0.66), (side * 58, 0.74)], 0.008, tone(costume.colour, -0.12))


def _uniform(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Stand collar, brass, belt, breast pockets, and tabs on the shoulders."""
    opened(knife, torso, costume, lapels=False)
    knobs(knife, torso, [(6, t) for t in (0.14, 0.30, 0.46, 0.62)], GOLD)
    for side in (-1, 1):
        patch(knife, torso, [(side * 24, 0.26), (side * 50, 0.25), (side * 50, 0.31), (side * 24, 0.32)], tone(costume.colour, -0.09))  # fmt: skip
        line(knife, torso, [(side * 52, -0.02), (side * 84, 0.04)], 0.022, tone(costume.colour, -0.13))
    _belt(knife, torso, tone(costume.colour, -0.16))


def _belt(knife: Knife, torso: Torso, colour: str) -> None:
    band(knife, torso, 0.86, 0.030, colour)
    x, y, z = torso.at(0, 0.86)
    if z > 0.2:
        u = torso.body.height
        knife.plain(oval(x, y + 0.008 * u, 0.014 * u, 0.012 * u), GOLD)


def _sweater(knife: Knife, torso: Torso, costume: Costume) -> None:
    band(knife, torso, 0.015, 0.034, tone(costume.colour, -0.07))


def _necked(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A shirt's open collar, or the neckline of a dress."""
    deep = 0.10 if costume.garment == "shirt" else 0.13
    bare = tone(costume.colour, 0.10) if costume.garment == "shirt" else costume.skin
    patch(knife, torso, [(-32, -0.02), (0, deep), (32, -0.02)], bare)
    if costume.pattern == "buttons":
        knobs(knife, torso, [(0, t) for t in (0.26, 0.42, 0.58, 0.74)], _button_colour(costume))


def _gown(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A bodice cut low, its seams running to a point, a jewelled border."""
    patch(knife, torso, [(-62, -0.04), (-34, 0.13), (0, 0.16), (34, 0.13), (62, -0.04)], costume.skin)
    line(knife, torso, [(-60, 0.02), (-34, 0.15), (0, 0.18), (34, 0.15), (60, 0.02)], 0.014, trim_of(costume))
    for side in (-1, 1):
        line(knife, torso, [(side * 30, 0.2), (side * 15, 0.5), (side * 3, 0.9)], 0.006, tone(costume.colour, -0.11))
    line(knife, torso, [(180, 0.1), (180, 0.9)], 0.010, trim_of(costume))


def _scrubs(knife: Knife, torso: Torso, costume: Costume) -> None:
    patch(knife, torso, [(-30, -0.04), (0, 0.17), (30, -0.04)], costume.skin)
    patch(knife, torso, [(18, 0.36), (46, 0.35), (45, 0.52), (19, 0.53)], tone(costume.colour, -0.07))


def _tracksuit(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A zip, a collar, and two stripes from the armpit to the hem."""
    stripe = blend(costume.accent, LINEN, 0.6)
    band(knife, torso, 0.19, 0.052, stripe)
    line(knife, torso, [(0, -0.04), (0, 0.6), (0, 1.2)], 0.007, tone(costume.colour, 0.16))
    for side in (-1, 1):
        line(knife, torso, [(side * 82, 0.2), (side * 80, 0.7), (side * 78, 1.2)], 0.014, stripe)
    collar(knife, torso, tone(costume.colour, -0.06))


def _jersey(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A round neck, side panels, and the number on chest and back."""
    pale = blend(costume.accent, LINEN, 0.7) if apart(costume.accent, costume.colour) > 0.2 else LINEN
    for side in (-1, 1):
        patch(knife, torso, [(side * 66, 0.1), (side * 112, 0.1), (side * 112, 1.2), (side * 66, 1.2)], pale, 0.9)
    for middle in (0, 180):
        line(knife, torso, [(middle - 9, 0.30), (middle + 10, 0.30), (middle - 2, 0.62)], 0.020, pale)
    line(knife, torso, [(-30, -0.02), (0, 0.05), (30, -0.02)], 0.014, pale)


def _chef(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Two rows of buttons and a knotted neckerchief."""
    knobs(knife, torso, [(a, t) for a in (-20, 20) for t in (0.24, 0.42, 0.60, 0.78)], tone(costume.accent, -0.08))
    line(knife, torso, [(26, 0.06), (27, 0.6), (28, 1.1)], 0.005, tone(costume.colour, -0.14))
    patch(knife, torso, [(-34, -0.05), (0, 0.14), (34, -0.05), (0, 0.02)], costume.accent)
    collar(knife, torso, costume.accent, 0.03)


def _lab_coat(knife: Knife, torso: Torso, costume: Costume) -> None:
    opened(knife, torso, costume, tie=True)
    knobs(knife, torso, [(9, t) for t in (0.52, 0.72, 0.92)], tone(costume.colour, -0.16))
    for side in (-1, 1):
        patch(knife, torso, [(side * 26, 0.84), (side * 58, 0.82), (side * 58, 1.1), (side * 26, 1.12)], tone(costume.colour, -0.06))  # fmt: skip
    line(knife, torso, [(34, 0.30), (36, 0.40)], 0.010, costume.accent)


def _sailor(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The wide collar with its white lines: a V in front, a square behind."""
    cloth = costume.accent if apart(costume.accent, costume.colour) > 0.2 else tone(costume.colour, -0.25)
    for side in (-1, 1):
        patch(knife, torso, [(side * 20, -0.06), (side * 80, -0.04), (side * 62, 0.16), (0, 0.42), (0, 0.34)], cloth)
        line(knife, torso, [(side * 74, 0.04), (side * 54, 0.17), (0, 0.385)], 0.006, LINEN)
    patch(knife, torso, [(110, -0.05), (250, -0.05), (246, 0.36), (114, 0.36)], cloth)
    line(knife, torso, [(116, 0.0), (119, 0.32), (180, 0.33), (241, 0.32), (244, 0.0)], 0.007, LINEN)
    line(knife, torso, [(0, 0.36), (4, 0.5), (8, 0.62)], 0.024, tone(cloth, 0.05))


def _turnout(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Heavy coat with reflecting bands and clasps."""
    for t in (0.34, 0.92):
        band(knife, torso, t, 0.040, "#e6c84a")
        band(knife, torso, t, 0.014, "#d9dcd8")
    for t in (0.18, 0.52, 0.70):
        line(knife, torso, [(-9, t), (9, t)], 0.010, "#d9dcd8")
    collar(knife, torso, tone(costume.colour, -0.08), 0.040)


def _school(knife: Knife, torso: Torso, costume: Costume) -> None:
    opened(knife, torso, costume, tie=costume.extra != "red scarf")
    patch(knife, torso, [(24, 0.30), (44, 0.29), (43, 0.40), (34, 0.45), (25, 0.41)], GOLD)
    knobs(knife, torso, [(6, 0.52), (6, 0.74)], GOLD)


def _mao(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Stand-and-fall collar, five buttons, four pockets."""
    line(knife, torso, [(2, 0.02), (3, 0.6), (3, 1.2)], 0.006, tone(costume.colour, -0.12), 0.9)
    for side in (-1, 1):
        patch(knife, torso, [(side * 18, -0.05), (side * 40, 0.01), (side * 26, 0.10), (side * 4, 0.03)], tone(costume.colour, 0.05))  # fmt: skip
        for top in (0.24, 0.74):
            patch(knife, torso, [(side * 22, top), (side * 52, top - 0.01), (side * 52, top + 0.15), (side * 22, top + 0.17)], tone(costume.colour, -0.07))  # fmt: skip
    knobs(knife, torso, [(2, t) for t in (0.12, 0.32, 0.52, 0.72, 0.92)], tone(costume.colour, 0.18))


def _waistcoat(knife: Knife, torso: Torso, costume: Costume) -> None:
    patch(knife, torso, [(-34, -0.06), (2, 0.40), (34, -0.06)], LINEN)
    line(knife, torso, [(2, 0.38), (3, 0.8), (3, 1.1)], 0.006, tone(costume.colour, -0.12))
    knobs(knife, torso, [(6, t) for t in (0.46, 0.60, 0.74, 0.88)], GOLD)
    if costume.extra != "bow tie":
        line(knife, torso, [(0, 0.0), (1, 0.18), (1, 0.36)], 0.017, costume.accent)


def _vest(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A warning vest: two bright bands over the shoulders and one round the waist."""
    for side in (-1, 1):
        for middle in (0, 180):
            line(knife, torso, [(middle + side * 36, -0.05), (middle + side * 34, 0.5), (middle + side * 32, 1.2)], 0.024, "#dfe2da")  # fmt: skip
    band(knife, torso, 0.62, 0.030, "#dfe2da")
    line(knife, torso, [(0, 0.0), (0, 1.2)], 0.006, tone(costume.colour, -0.16))


def _overalls(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The bib and its straps, which cross behind."""
    cloth = costume.colour
    patch(knife, torso, [(-48, 0.36), (48, 0.36), (60, 0.62), (92, 0.72), (92, 1.3), (-92, 1.3), (-92, 0.72), (-60, 0.62)], cloth)  # fmt: skip
    patch(knife, torso, [(90, 0.72), (180, 0.60), (270, 0.72), (270, 1.3), (90, 1.3)], cloth)
    for side in (-1, 1):
        line(knife, torso, [(side * 40, 0.40), (side * 38, 0.1), (side * 42, -0.06)], 0.022, cloth)
        line(knife, torso, [(180 - side * 34, -0.05), (180, 0.36), (180 + side * 22, 0.62)], 0.022, cloth)
    knobs(knife, torso, [(-40, 0.41), (40, 0.41)], GOLD, 0.010)
    patch(knife, torso, [(-22, 0.50), (22, 0.50), (20, 0.70), (-20, 0.70)], tone(cloth, -0.07))


def _rags(knife: Knife, torso: Torso, costume: Costume) -> None:
    patch(knife, torso, [(-30, -0.04), (4, 0.20), (26, -0.04)], costume.skin)
    for angle, t, cloth in ((-34, 0.62, costume.accent), (30, 0.44, tone(costume.colour, 0.12)), (170, 0.5, costume.accent), (215, 0.8, tone(costume.colour, -0.12))):  # fmt: skip
        patch(knife, torso, [(angle - 14, t - 0.1), (angle + 13, t - 0.12), (angle + 15, t + 0.1), (angle - 12, t + 0.12)], blend(cloth, costume.colour, 0.4))  # fmt: skip
    for angle in (-12, 52, 140, 240):
        patch(knife, torso, [(angle, 0.86), (angle + 7, 0.98), (angle + 3, 1.1)], tone(costume.colour, -0.16))


def _plate(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A breastplate with its ridge, lames below it, a gorget."""
    steel = costume.colour
    for middle in (0, 180):
        patch(knife, torso, [(middle - 60, 0.05), (middle, 0.12), (middle, 0.72), (middle - 44, 0.66)], tone(steel, 0.075))  # fmt: skip
        line(knife, torso, [(middle, 0.06), (middle, 0.72)], 0.006, tone(steel, 0.14))
        line(knife, torso, [(middle - 62, 0.56), (middle, 0.72), (middle + 62, 0.56)], 0.010, tone(steel, -0.14))
    for t in (0.80, 0.94):
        band(knife, torso, t, 0.010, tone(steel, -0.15))
    collar(knife, torso, tone(steel, -0.07), 0.040)


def _spacesuit(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A ring at the neck, a box with lights on the chest, hoses, a coloured stripe."""
    band(knife, torso, 0.02, 0.030, tone(costume.colour, -0.22))
    band(knife, torso, 0.82, 0.030, costume.accent)
    patch(knife, torso, [(-34, 0.34), (34, 0.34), (32, 0.64), (-32, 0.64)], tone(costume.colour, -0.12))
    knobs(knife, torso, [(-20, 0.43), (0, 0.43)], "#c63d32", 0.011)
    knobs(knife, torso, [(20, 0.43)], "#4f9a8f", 0.011)
    line(knife, torso, [(-20, 0.54), (20, 0.54)], 0.020, "#4a5058")
    for side in (-1, 1):
        line(knife, torso, [(side * 30, 0.42), (side * 62, 0.3), (side * 88, 0.42)], 0.020, tone(costume.colour, -0.16))


def _diving(knife: Knife, torso: Torso, costume: Costume) -> None:
    line(knife, torso, [(0, -0.02), (0, 0.7)], 0.008, tone(costume.colour, 0.2))
    for side in (-1, 1):
        patch(knife, torso, [(side * 58, 0.0), (side * 100, 0.0), (side * 96, 1.2), (side * 72, 1.2)], costume.accent)
        line(knife, torso, [(side * 38, -0.04), (side * 36, 0.6)], 0.016, "#3c4048")
    band(knife, torso, 0.82, 0.026, "#3c4048")


def _habit(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A priest's white collar and cross; a wizard's or friar's gown closes with a hooded yoke."""
    if costume.extra == "cross":
        collar(knife, torso, tone(costume.colour, -0.05), 0.030)
        line(knife, torso, [(-9, -0.02), (9, -0.02)], 0.026, "#f1ead9")
        line(knife, torso, [(0, 0.1), (0, 0.36)], 0.009, GOLD)
        line(knife, torso, [(-12, 0.20), (12, 0.20)], 0.009, GOLD)
        return
    for middle in (0, 180):
        patch(knife, torso, [(middle - 92, -0.02), (middle, 0.02), (middle + 92, -0.02), (middle + 60, 0.16), (middle, 0.26), (middle - 60, 0.16)], tone(costume.colour, 0.045))  # fmt: skip
    line(knife, torso, [(0, 0.26), (0, 1.2)], 0.006, tone(costume.colour, -0.12))


def _tutu(knife: Knife, torso: Torso, costume: Costume) -> None:
    patch(knife, torso, [(-70, -0.06), (-46, 0.16), (0, 0.12), (46, 0.16), (70, -0.06)], costume.skin)
    patch(knife, torso, [(110, -0.06), (134, 0.22), (180, 0.26), (226, 0.22), (250, -0.06)], costume.skin)
    line(knife, torso, [(-58, 0.1), (0, 0.14), (58, 0.1)], 0.008, trim_of(costume))


def back_seam(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A coat from behind: its collar, the seam down the middle, a half belt."""
    line(knife, torso, [(180, 0.05), (180, 1.2)], 0.005, tone(costume.colour, -0.10), 0.9)
    line(knife, torso, [(124, 0.0), (180, 0.06), (236, 0.0)], 0.022, tone(costume.colour, -0.07))
    line(knife, torso, [(144, 0.70), (216, 0.70)], 0.016, tone(costume.colour, -0.09))


def shoulder_line(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The yoke of a shirt or jersey from behind."""
    line(knife, torso, [(104, 0.10), (180, 0.17), (256, 0.10)], 0.006, tone(costume.colour, -0.10), 0.9)


WESTERN: dict[str, Front] = {
    "coat": _coat, "raincoat": _jacket, "jacket": _jacket, "suit": _suit, "uniform": _uniform, "sweater": _sweater, "shirt": _necked,
    "tunic": _necked, "dress": _necked, "gown": _gown, "scrubs": _scrubs, "tracksuit": _tracksuit, "jersey": _jersey, "chef": _chef,
    "lab coat": _lab_coat, "sailor": _sailor, "turnout": _turnout, "school": _school, "mao": _mao, "waistcoat": _waistcoat, "vest": _vest,
    "overalls": _overalls, "rags": _rags, "plate": _plate, "spacesuit": _spacesuit, "diving suit": _diving, "habit": _habit, "tutu": _tutu,
}  # fmt: skip

BACKS: dict[str, Front] = {
    **dict.fromkeys(("coat", "raincoat", "suit", "lab coat", "school", "uniform", "mao"), back_seam),
    **dict.fromkeys(("shirt", "jacket", "tunic", "dress", "chef", "waistcoat", "scrubs"), shoulder_line),
}


def draw_knot(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The bow of an apron's or a dress's strings, in the small of the back."""
    u = torso.body.height
    x, y, z = torso.at(180, 0.80)
    if z < 0.1:
        return
    cloth = tone(costume.apron or costume.accent, -0.03)
    for side in (-1, 1):
        knife.sheet(brush([(x, y), (x + side * 0.03 * u * z, y - 0.016 * u), (x + side * 0.05 * u * z, y + 0.004 * u)], (0.012 * u, 0.03 * u, 0.012 * u)), cloth, drop=0.3)  # fmt: skip
        knife.sheet(brush([(x, y), (x + side * 0.014 * u * z, y + 0.05 * u), (x + side * 0.022 * u * z, y + 0.10 * u)], (0.012 * u, 0.016 * u, 0.018 * u)), cloth, drop=0.3)  # fmt: skip
