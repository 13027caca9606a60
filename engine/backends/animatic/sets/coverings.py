"""Coverings: wallpapers, panels, tiles, brick, stone; boards, flags, carpets. A print is left out where it would be finer
than the eye."""

from __future__ import annotations

from engine.backends.animatic.palette import Colour, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import parts
from engine.backends.animatic.sets.decor import Decor
from engine.backends.animatic.sets.shell import CEILING, Cover

FINEST = 90
"""Prints across the picture, at most."""


def over(*covers: Cover) -> Cover:
    """One covering over another."""

    def paint(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
        for cover in covers:
            cover(decor, x0, x1, tone)

    return paint


def paper(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Wallpaper by the seed: stripes, sprigs or dots."""
    pitch, kind = 0.42, int(decor.odds(2) * 3)
    if (x1 - x0) / pitch > FINEST:
        return
    ink = darker(tone, 0.055) if decor.odds(3) < 0.6 else lighter(tone, 0.12)
    for i in cells(x0, x1, pitch):
        if kind == 0:
            decor.flat(i * pitch, 0.7, 0.2, CEILING - 0.7, ink)
            continue
        for k in range(9):
            x, y = (i + 0.5 * (k % 2)) * pitch, 0.9 + 0.38 * k
            if kind == 1:
                for dx, dy in ((-0.05, 0.0), (0.05, 0.0), (0.0, 0.06)):
                    decor.dot(x + dx, y + dy, 0.04, 0.032, ink)
            else:
                decor.knife.dab(parts.sparkle(x, y, 0.075), ink)


def plaster(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Bare plaster with a few stains and a crack."""
    for i in cells(x0, x1, 2.3, 1):
        x, y = (i + decor.odds(i, 1)) * 2.3, decor.between(1.0, 3.6, i, 2)
        decor.dot(x, y, decor.between(0.3, 0.9, i, 3), decor.between(0.2, 0.5, i, 4), darker(tone, 0.05), 0.7)


def wainscot(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Panels up to the hip, a rail on them, a skirting board."""
    panel = darker(mix(tone, decor.palette.near, 0.40), 0.05)
    decor.box(x0 - 1, -1, x1 - x0 + 2, 1.72, panel)
    if (x1 - x0) / 0.8 < 120:
        for i in cells(x0, x1, 0.8):
            decor.box(i * 0.8 + 0.09, 0.2, 0.62, 0.4, lighter(panel, 0.07), 0.4)
    decor.box(x0 - 1, 0.70, x1 - x0 + 2, 0.07, lighter(panel, 0.14))
    skirting(decor, x0, x1, panel)


def skirting(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """The board at the foot of a wall."""
    decor.box(x0 - 1, -1, x1 - x0 + 2, 1.13, darker(tone, 0.25), 0.6)


def dado(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """The lower wall painted in one strong colour, as in schools, hospitals and offices."""
    band = mix(tone, decor.palette.near, 0.42)
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 2.1, band)
    decor.box(x0 - 1, 1.08, x1 - x0 + 2, 0.05, darker(band, 0.2), 0.4)
    skirting(decor, x0, x1, band)


def tiles(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Glazed tiles up to the shoulder, with a border."""
    glaze = lighter(mix(tone, decor.palette.sky_top, 0.14), 0.22)
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 2.62, glaze)
    if (x1 - x0) / 0.27 < 1.4 * FINEST:
        for i in cells(x0, x1, 0.27):
            decor.flat(i * 0.27, 0, 0.012, 1.55, darker(glaze, 0.10))
        for k in range(7):
            decor.flat(x0 - 1, 0.12 + 0.235 * k, x1 - x0 + 2, 0.012, darker(glaze, 0.10))
        for i in cells(x0, x1, 0.54):
            if decor.odds(i, 4) < 0.28:
                k = int(decor.odds(i, 5) * 6)
                decor.knife.dab(
                    parts.sparkle(i * 0.54 + 0.135, 0.24 + 0.235 * k, 0.07), mix(decor.palette.accent, glaze, 0.35)
                )
    decor.box(x0 - 1, 1.56, x1 - x0 + 2, 0.08, mix(decor.palette.accent, glaze, 0.25), 0.5)
    skirting(decor, x0, x1, glaze)


def boards(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Planks set upright, no two alike."""
    pitch = 0.32 if (x1 - x0) / 0.32 < 1.3 * FINEST else 1.28
    for i in cells(x0, x1, pitch):
        shade = mix(darker(tone, 0.10), lighter(tone, 0.06), decor.odds(i, 6))
        decor.flat(i * pitch, -1, pitch - 0.012, 8, shade)
        decor.flat(i * pitch - 0.012, -1, 0.02, 8, darker(tone, 0.24))
    decor.box(x0 - 1, 2.95, x1 - x0 + 2, 0.16, darker(tone, 0.22), 0.8)
    skirting(decor, x0, x1, tone)


def brick(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Bricks here and there in a wall, as a cutter hints at them."""
    pitch = 0.5
    if (x1 - x0) / pitch > FINEST:
        return
    for i in cells(x0, x1, pitch):
        for k in range(19):
            if decor.odds(i // 3, k // 3, 1) < 0.55 or decor.odds(i, k, 2) < 0.4:
                continue
            shade = darker(tone, 0.12) if decor.odds(i, k, 3) < 0.6 else lighter(tone, 0.10)
            decor.flat((i + 0.5 * (k % 2)) * pitch, 0.1 + 0.24 * k, 0.42, 0.17, shade, 0.8)


def stone(decor: Decor, x0: float, x1: float, tone: Colour) -> None:
    """Squared blocks in courses."""
    course = 0.62
    if (x1 - x0) / 1.2 > FINEST:
        return
    for k in range(14):
        y = k * course - 0.2
        for i in cells(x0, x1, 1.25, 1):
            x = (i + 0.5 * (k % 2) + 0.16 * decor.odds(i, k)) * 1.25
            shade = mix(darker(tone, 0.13), lighter(tone, 0.07), decor.odds(i, k, 2))
            decor.box(x, y, 1.2, course - 0.035, shade, 0.35)


def planks(decor: Decor, x0: float, x1: float, z: float, row: int, tone: Colour) -> None:
    """Floorboards."""
    pitch = 1.5 * max(1, (x1 - x0) / 60)
    for i in cells(x0, x1, pitch):
        x = (i + 0.5 * (row % 2) + 0.2 * decor.odds(row, i)) * pitch
        decor.flat(x, -1.2, 0.018, 1.18, darker(tone, 0.22), 0.8)
        if decor.odds(row, i, 2) < 0.5:
            decor.dot(x + pitch * 0.5, -0.10, pitch * 0.3, 0.012, darker(tone, 0.1), 0.7)


def checks(decor: Decor, x0: float, x1: float, z: float, row: int, tone: Colour) -> None:
    """Tiles in two tones, row by row."""
    pitch = 0.9 * max(1, round((x1 - x0) / 54))
    for i in cells(x0, x1, pitch * 2):
        x = (2 * i + row % 2) * pitch
        decor.flat(x, -2.4, pitch, 2.385, darker(tone, 0.10))


def slabs(decor: Decor, x0: float, x1: float, z: float, row: int, tone: Colour) -> None:
    """Stone flags."""
    pitch = 1.3 * max(1, round((x1 - x0) / 60))
    for i in cells(x0, x1, pitch, 1):
        x = (i + 0.5 * (row % 2)) * pitch
        decor.flat(x + 0.02, -1.6, pitch - 0.04, 1.58, mix(darker(tone, 0.07), lighter(tone, 0.06), decor.odds(row, i)))


def carpet(decor: Decor, x0: float, x1: float, z: float, row: int, tone: Colour) -> None:
    """A fitted carpet, worn in places."""
    for i in cells(x0, x1, 2.6, 1):
        if decor.odds(row, i) < 0.5:
            decor.dot((i + decor.odds(row, i, 1)) * 2.6, -0.12, 0.8, 0.03, darker(tone, 0.07), 0.7)


def plates(decor: Decor, x0: float, x1: float, z: float, row: int, tone: Colour) -> None:
    """Metal plates with seams and rivets."""
    for i in cells(x0, x1, 1.8, 1):
        x = (i + 0.5 * (row % 2)) * 1.8
        decor.flat(x, -1.6, 0.025, 1.59, darker(tone, 0.25), 0.8)
        decor.dot(x + 0.12, -0.07, 0.03, 0.014, lighter(tone, 0.25))
        decor.dot(x - 0.12, -0.07, 0.03, 0.014, lighter(tone, 0.25))
    decor.flat(x0 - 1, -0.02, x1 - x0 + 2, 0.02, lighter(tone, 0.18), 0.6)


def rugged(floor, wide: float = 2.3):
    """A floor with a rug where the players stand."""

    def paint(decor: Decor, x0: float, x1: float, z: float, row: int, tone: Colour) -> None:
        floor(decor, x0, x1, z, row, tone)
        if not -1.2 < z < 1.2:
            return
        rug = mix(decor.palette.accent, tone, 0.15 + 0.1 * (row % 2))
        half = wide if z > 0 else wide * 1.11
        decor.box(-half, -1.5, 2 * half, 1.485, rug, 0.3)
        for k in (0.12, 0.3):
            for x in (-half + k, half - k - 0.06):
                decor.flat(x, -1.4, 0.06, 1.35, lighter(rug, 0.4), 0.8)

    return paint
