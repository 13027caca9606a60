"""What is cut onto eastern clothes: crossed collars, slanted fronts, high skirts, medallions, lamellae, a monk's stole.

交领右衽: the wearer's left front lies over the right, so that the collar reads as a y; the round robe closes at the right shoulder.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, closed, oval
from engine.backends.animatic.puppets.trunk import GOLD, LINEN, Front, Torso, band, collar, knobs, line, patch, trim_of


def crossed(knife: Knife, torso: Torso, costume: Costume, width: float = 0.028) -> None:
    """The crossed collar, with a lighter garment under it."""
    patch(knife, torso, [(-30, -0.06), (4, 0.26), (30, -0.06)], LINEN)
    trim = trim_of(costume)
    for start, end in ((-34, 26), (34, -38)):
        line(knife, torso, [(start, -0.06), ((start + end) / 2, 0.30), (end, 0.70)], width, trim)
    line(knife, torso, [(140, -0.04), (180, 0.03), (220, -0.04)], width, trim)


def _kimono(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Nape bare, a pale under-collar showing, flowers near the hem come with the pattern."""
    patch(knife, torso, [(-34, -0.06), (2, 0.24), (34, -0.06)], costume.skin if costume.female else LINEN)
    for start, end, cloth, width in ((-36, 26, LINEN, 0.030), (36, -36, LINEN, 0.040), (-40, 26, tone(costume.colour, -0.05), 0.020), (41, -40, tone(costume.colour, -0.06), 0.022)):  # fmt: skip
        line(knife, torso, [(start, -0.06), ((start + end) / 2, 0.26), (end, 0.62)], width, cloth)
    line(knife, torso, [(130, -0.02), (180, 0.08), (230, -0.02)], 0.026, LINEN)


def _ruqun(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The Tang skirt that is tied over the chest."""
    crossed(knife, torso, costume, 0.024)
    skirt = costume.bottom_colour
    for middle in (0, 90, 180, 270):
        patch(knife, torso, [(middle - 50, 0.36), (middle + 50, 0.36), (middle + 50, 1.3), (middle - 50, 1.3)], skirt)
    band(knife, torso, 0.37, 0.030, trim_of(costume))
    for angle, low in ((-7, 0.95), (9, 1.1)):
        line(knife, torso, [(angle * 0.3, 0.38), (angle, 0.66), (angle * 1.3, low)], 0.014, costume.accent)


def _beizi(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A long Song coat that hangs open over a bodice: two straight borders."""
    patch(knife, torso, [(-26, -0.06), (26, -0.06), (22, 1.3), (-22, 1.3)], costume.bottom_colour)
    patch(knife, torso, [(-26, -0.06), (26, -0.06), (24, 0.20), (-24, 0.20)], costume.skin)
    line(knife, torso, [(-25, 0.20), (25, 0.20)], 0.016, trim_of(costume))
    for side in (-1, 1):
        line(knife, torso, [(side * 27, -0.06), (side * 24, 0.5), (side * 22, 1.3)], 0.026, trim_of(costume))
    line(knife, torso, [(136, -0.04), (180, 0.03), (224, -0.04)], 0.026, trim_of(costume))


def _slanted(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A front that closes from the throat to the right armpit with knotted buttons, under a stand collar."""
    trim = trim_of(costume)
    line(knife, torso, [(2, 0.0), (-14, 0.12), (-44, 0.22), (-74, 0.30), (-80, 0.7), (-82, 1.3)], 0.011, trim)
    knobs(knife, torso, [(0, 0.02), (-30, 0.175), (-60, 0.265), (-80, 0.5), (-81, 0.8)], blend(trim, GOLD, 0.4), 0.010)
    collar(knife, torso, trim, 0.030)


def _qizhuang(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The Manchu robe with its broad double border."""
    trim = trim_of(costume)
    line(knife, torso, [(2, 0.0), (-30, 0.14), (-70, 0.26), (-80, 0.8), (-82, 1.3)], 0.034, trim)
    line(
        knife, torso, [(6, 0.05), (-28, 0.22), (-58, 0.36), (-66, 0.8), (-68, 1.3)], 0.010, tone(costume.accent, -0.10)
    )
    collar(knife, torso, LINEN, 0.030)


def _aoqun(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A Ming jacket: stand collar with a gold clasp, front closed in the middle."""
    line(knife, torso, [(2, 0.05), (3, 0.6), (3, 1.3)], 0.010, tone(costume.colour, -0.10))
    collar(knife, torso, LINEN, 0.044)
    knobs(knife, torso, [(0, -0.03), (0, 0.04)], GOLD, 0.010)
    knobs(knife, torso, [(2, t) for t in (0.3, 0.55, 0.8)], GOLD)


def _round_robe(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The round collar of Tang and Ming, closed at the right shoulder; a belt with plaques is its sash."""
    line(knife, torso, [(-40, -0.03), (-20, 0.07), (0, 0.10), (20, 0.07), (40, -0.03)], 0.022, trim_of(costume))
    line(knife, torso, [(-30, 0.03), (-52, 0.2), (-62, 0.5), (-66, 1.3)], 0.006, tone(costume.colour, -0.12))
    line(knife, torso, [(140, -0.04), (180, 0.03), (220, -0.04)], 0.022, trim_of(costume))


def _monk(knife: Knife, torso: Torso, costume: Costume) -> None:
    """A grey or yellow under-robe and the kasaya from the left shoulder to the right hip, sewn of patches."""
    crossed(knife, torso, costume, 0.020)
    stole, seam = costume.accent, blend(costume.accent, GOLD, 0.55)
    patch(knife, torso, [(22, -0.08), (92, -0.02), (96, 1.4), (-90, 1.4), (-92, 0.92), (-40, 0.5)], stole)
    patch(knife, torso, [(100, -0.04), (160, -0.04), (262, 0.9), (262, 1.4), (100, 1.4)], stole)
    for shift in (0.0, 0.32, 0.62):
        line(knife, torso, [(26, shift), (-30, 0.52 + shift), (-86, 0.94 + shift)], 0.007, seam)
    for angle in (70, 40, 4, -34):
        line(knife, torso, [(angle, 0.75 - angle * 0.008), (angle - 4, 1.4)], 0.006, seam)


def _lamellar(knife: Knife, torso: Torso, costume: Costume) -> None:
    """Rows of laced plates, two mirrors on the chest, a beast's face at the belt."""
    plate, lace = costume.colour, tone(costume.colour, -0.16)
    for row in range(7):
        t = 0.14 + 0.14 * row
        band(knife, torso, t, 0.005, lace, 0.9)
        for angle in range(-180 + 12 * (row % 2), 180, 24):
            line(knife, torso, [(angle, t - 0.13), (angle, t)], 0.004, lace, 0.7)
    collar(knife, torso, costume.accent, 0.044)
    u = torso.body.height
    for angle in (-27, 27):
        x, y, z = torso.at(angle, 0.27)
        if z > 0.15:
            knife.plain(oval(x, y, 0.037 * u * z, 0.037 * u), GOLD)
            knife.plain(oval(x, y, 0.027 * u * z, 0.027 * u), tone(plate, 0.16))
    x, y, z = torso.at(0, 0.80)
    if z > 0.15:
        knife.plain(closed([(x - 0.034 * u * z, y - 0.02 * u), (x, y - 0.03 * u), (x + 0.034 * u * z, y - 0.02 * u), (x, y + 0.034 * u)], 0.7), GOLD)  # fmt: skip


def medallion(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The coiled dragon on an emperor's robe, chest and back."""
    u = torso.body.height
    for angle in (0, 180):
        x, y, z = torso.at(angle, 0.34)
        if z < 0.15:
            continue
        r = 0.052 * u
        knife.plain(oval(x, y, r * z, r), tone(GOLD, -0.04))
        knife.plain(oval(x, y, r * 0.86 * z, r * 0.86), blend(costume.colour, "#7a2e35", 0.25))
        coil = [(x + z * r * (0.70 - 0.075 * i) * math.cos(i * 0.9), y + r * (0.70 - 0.075 * i) * math.sin(i * 0.9)) for i in range(9)]  # fmt: skip
        for i, (a, b) in enumerate(coil):
            knife.plain(oval(a, b, 0.0125 * u * (1 - i * 0.05), 0.0125 * u * (1 - i * 0.05)), GOLD)


def rank_badge(knife: Knife, torso: Torso, costume: Costume) -> None:
    """The square of an official (补子): a crane over waves."""
    u = torso.body.height
    for angle in (0, 180):
        square = [(angle - 36, 0.22), (angle + 36, 0.22), (angle + 36, 0.56), (angle - 36, 0.56)]
        patch(knife, torso, square, GOLD)
        inner = [(angle - 31, 0.245), (angle + 31, 0.245), (angle + 31, 0.535), (angle - 31, 0.535)]
        patch(knife, torso, inner, blend(costume.colour, "#2c3e63", 0.65))
        x, y, z = torso.at(angle, 0.37)
        if z > 0.15:
            knife.plain(closed([(x - 0.03 * u * z, y - 0.012 * u), (x, y), (x + 0.03 * u * z, y - 0.02 * u), (x + 0.004 * u, y + 0.016 * u)], 0.6), LINEN)  # fmt: skip
            knife.plain(oval(x + 0.012 * u * z, y - 0.026 * u, 0.006 * u, 0.006 * u), "#c63d32")
        line(
            knife,
            torso,
            [(angle - 28, 0.50), (angle - 10, 0.48), (angle + 10, 0.51), (angle + 28, 0.49)],
            0.012,
            "#5fa583",
        )


EASTERN: dict[str, Front] = {
    "robe": crossed, "gi": crossed, "hakama": crossed, "kimono": _kimono, "ruqun": _ruqun, "beizi": _beizi, "qipao": _slanted,
    "changshan": _slanted, "qizhuang": _qizhuang, "aoqun": _aoqun, "round robe": _round_robe, "monk": _monk, "lamellar": _lamellar,
}  # fmt: skip
