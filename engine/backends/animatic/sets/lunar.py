"""What people have left on the moon (or Mars): a lander, a rover, a flag, the domes of a base; over the airless ground.

Where there is no air the far is as sharp as the near, so size alone tells how far a thing stands.
"""

from __future__ import annotations

import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, curve, outline
from engine.backends.animatic.sets import airless, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_BASE = re.compile(r"\b(?:base|station|colony|outpost|dome|habitat)\b|基地|站|营地|穹顶", re.I)
_WHITE: Colour = (0.90, 0.90, 0.88)
_FOIL: Colour = (0.86, 0.66, 0.34)
_STEEL: Colour = (0.46, 0.49, 0.55)
_LAMP: Colour = (1.0, 0.88, 0.58)


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The plain, crater rims on it, boulders by the stage, and what stands there."""
    return (
        *airless.sheets(order, palette),
        Sheet("relics", 14.0, lambda k, a, b: _relics(k, a, b, order), top=9, bottom=-0.6, gap=1.0, built=True),
        Sheet("rims", 6.0, lambda k, a, b: _rims(k, a, b, order, palette), top=1.0, bottom=-0.5, gap=0.8),
        Sheet("boulders", 1.9, lambda k, a, b: _boulders(k, a, b, order, palette), top=1.4, bottom=-0.4, gap=0.9),
    )


def _relics(knife: Knife, x0: float, x1: float, order: SetOrder) -> None:
    side = 1 if chance(order.seed, 71) < 0.5 else -1
    base, first = bool(_BASE.search(order.words)), int(chance(order.seed, 72) * 3)
    for i in cells(x0, x1, 19, 8):
        x = i * 19 + side * between(4.0, 6.5, order.seed, i, 73)
        if base:
            _domes(knife, x, order.seed + i)
        else:
            (_lander, _rover, _mast)[(first + i) % 3](knife, x)


def _lander(knife: Knife, x: float) -> None:
    steel = darker(_STEEL, 0.1)
    for dx in (-2.2, -0.9, 0.9, 2.2):
        knife.cut(
            outline(
                [(x + dx * 0.5 - 0.07, 1.6), (x + dx * 0.5 + 0.07, 1.6), (x + dx + 0.06, 0.0), (x + dx - 0.06, 0.0)]
            ),
            steel,
            0.5,
        )
        knife.cut(blob(x + dx, -0.03, 0.34, 0.10, 2, 0.0, 11), steel, 0.4)
    knife.cut(
        outline([(x - 1.7, 1.2), (x + 1.7, 1.2), (x + 1.9, 1.7), (x + 1.6, 2.4), (x - 1.6, 2.4), (x - 1.9, 1.7)]),
        _FOIL,
        0.9,
    )
    for k in range(5):
        knife.dab(
            outline([(x - 1.6 + 0.66 * k, 1.25), (x - 1.3 + 0.66 * k, 2.35), (x - 1.45 + 0.66 * k, 2.35)]),
            darker(_FOIL, 0.22),
            0.7,
        )
    knife.cut(
        outline([(x - 1.2, 2.4), (x + 1.2, 2.4), (x + 1.45, 3.2), (x + 0.9, 4.2), (x - 0.8, 4.2), (x - 1.4, 3.3)]),
        mix(_WHITE, _STEEL, 0.3),
        0.9,
    )
    knife.dab(outline([(x - 0.8, 3.4), (x - 0.15, 3.5), (x - 0.5, 3.95)]), _LAMP)
    knife.glow(x - 0.5, 3.6, 1.3, _LAMP, 0.6)
    knife.rect(x + 0.3, 2.5, 0.6, 0.9, darker(_STEEL, 0.4), 0.4)
    knife.rect(x + 0.8, 4.2, 0.05, 1.1, steel, 0.3)
    knife.cut(blob(x + 0.82, 5.3, 0.36, 0.16, 3, 0.0, 11), _WHITE, 0.4)


def _rover(knife: Knife, x: float) -> None:
    steel = darker(_STEEL, 0.25)
    for dx in (-1.5, 0.0, 1.5):
        knife.cut(blob(x + dx, 0.42, 0.5, 0.5, 2, 0.0, 15), steel, 0.6)
        knife.dab(blob(x + dx, 0.42, 0.2, 0.2, 2, 0.0, 11), lighter(steel, 0.3))
    knife.rect(x - 2.1, 0.75, 4.2, 0.36, _WHITE, 0.8)
    knife.cut(outline([(x - 1.9, 1.1), (x + 0.2, 1.1), (x - 0.1, 1.5), (x - 2.1, 2.0)]), darker(_STEEL, 0.05), 0.6)
    knife.cut(outline([(x - 0.9, 2.3), (x - 2.6, 2.9), (x - 2.5, 3.05), (x - 0.8, 2.5)]), (0.24, 0.34, 0.56), 0.6)
    knife.rect(x - 1.5, 1.5, 0.08, 1.1, steel, 0.3)
    knife.rect(x + 1.3, 1.1, 0.09, 1.7, steel, 0.4)
    knife.rect(x + 1.05, 2.7, 0.6, 0.34, _WHITE, 0.5)
    knife.dab(blob(x + 1.5, 2.87, 0.10, 0.10, 2, 0.0, 10), darker(_STEEL, 0.6))


def _mast(knife: Knife, x: float) -> None:
    """A flag on its pole, with a box of instruments and a dish beside it."""
    knife.rect(x, -0.2, 0.08, 3.9, lighter(_STEEL, 0.3), 0.5)
    flag = curve(
        [
            (x + 0.08, 3.65),
            (x + 0.7, 3.75),
            (x + 1.4, 3.6),
            (x + 2.1, 3.7),
            (x + 2.1, 2.5),
            (x + 1.4, 2.4),
            (x + 0.7, 2.55),
            (x + 0.08, 2.45),
        ]
    )
    knife.cut(flag, (0.78, 0.30, 0.26), 0.7)
    knife.dab(blob(x + 0.62, 3.2, 0.2, 0.2, 2, 0.0, 5), (0.96, 0.82, 0.42))
    knife.rect(x - 2.2, -0.1, 1.2, 0.8, _FOIL, 0.7)
    knife.cut(curve([(x - 2.3, 1.5), (x - 1.9, 0.95), (x - 1.3, 0.95), (x - 0.9, 1.5), (x - 1.6, 1.25)]), _WHITE, 0.6)
    knife.rect(x - 1.64, 0.6, 0.08, 0.5, _STEEL, 0.3)


def _domes(knife: Knife, x: float, seed: int) -> None:
    """Two domes and the tube between them, windows lit."""
    knife.rect(x - 0.5, -0.2, 4.6, 1.3, darker(_WHITE, 0.16), 0.7)
    for dx, r in ((-1.8, 2.6), (5.0, 1.8)):
        cx = x + dx
        knife.cut(
            curve(
                [
                    (cx - r, -0.2),
                    (cx - r * 0.95, r * 0.62),
                    (cx - r * 0.5, r * 1.08),
                    (cx + r * 0.5, r * 1.08),
                    (cx + r * 0.95, r * 0.62),
                    (cx + r, -0.2),
                    (cx, -0.25),
                ]
            ),
            darker(_WHITE, 0.06),
            1.0,
        )
        for k in range(3):
            wx = cx + r * (k - 1) * 0.5
            knife.glow(wx, r * 0.42, r * 0.5, _LAMP, 0.6)
            knife.cut(blob(wx, r * 0.42, r * 0.14, r * 0.16, 2, 0.0, 12), _LAMP, 0.3)
        for k in range(1, 4):
            knife.stroke(
                [(cx - r * 0.9 + r * 0.45 * k, -0.1), (cx - r * 0.45 + r * 0.23 * k, r * 0.9)],
                0.03,
                darker(_WHITE, 0.25),
            )
    knife.rect(x + 1.5, 1.0, 0.07, 3.4, _STEEL, 0.4)
    knife.dab(blob(x + 1.53, 4.45, 0.12, 0.12, 1, 0.0, 9), (0.90, 0.36, 0.30))


def _rims(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """The raised lips of craters, lit on one side."""
    tone = airless.dust(6.0, order, palette)
    for i in cells(x0, x1, 7.5, 4):
        x = i * 7.5 + between(1.0, 4.5, order.seed, i, 74)
        if abs(x) < 2.4:
            continue
        w, h = between(1.2, 2.4, order.seed, i, 75), between(0.25, 0.6, order.seed, i, 76)
        knife.cut(
            curve(
                [
                    (x - w * 1.4, -0.3),
                    (x - w, h),
                    (x - w * 0.5, h * 1.1),
                    (x, h * 0.62),
                    (x + w * 0.5, h * 1.1),
                    (x + w, h),
                    (x + w * 1.4, -0.3),
                ]
            ),
            lighter(tone, 0.06),
            0.9,
        )
        knife.dab(blob(x, h * 0.86, w * 0.62, h * 0.16, i, 0.05, 13), darker(tone, 0.35))


def _boulders(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = darker(airless.dust(2.0, order, palette), 0.12)
    for i in cells(x0, x1, 2.8, 2):
        x = (i + chance(order.seed, i, 77)) * 2.8
        if abs(x) > 1.7 and chance(order.seed, i, 78) < 0.6:
            w, h = between(0.5, 1.4, order.seed, i, 79), between(0.3, 0.9, order.seed, i, 80)
            pieces.rock(knife, x, -0.2, w, h, tone, order.seed + i, palette)
            knife.dab(box(x - w * 0.5, -0.24, w * 1.6, 0.05), darker(tone, 0.4), 0.5)
