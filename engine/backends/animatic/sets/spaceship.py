"""The bridge of a spaceship: ribs of metal, a wide window on the stars, consoles that glow; it is never day outside."""

from __future__ import annotations

import skia

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import openings, passing
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import variant
from engine.backends.animatic.sets.shell import Box, Shell, Windows, interior
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_LAMPS = ((0.46, 0.86, 0.84), (0.98, 0.70, 0.36), (0.94, 0.42, 0.38), (0.66, 0.86, 0.46))


def spaceship(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """From the command deck toward the window."""
    shapes = ((_hexed, 4.4, 2.0, 6.6), (openings.rounded, 5.2, 1.8, 7.2), (openings.disc, 2.6, 2.6, 3.9))
    shape, wide, tall, pitch = shapes[variant(order)]
    shell = Shell(
        cover=_hull,
        floor=cover.plates,
        windows=Windows(
            shape,
            lambda d, box, n: _port(d, shape, box),
            wide=wide,
            tall=tall,
            sill=1.1,
            pitch=pitch,
            shift=0.0,
            either=False,
        ),
        furniture=(
            ("screens", 3.0, row(pitch, pitch / 2, _screens, _hatch)),
            ("console", 2.0, both(row(pitch * 2, 0.0, _console), only(_pilot_chair, 1.9), only(_pilot_chair, -1.9))),
            ("pipes", 1.3, row(pitch, pitch / 2, _tank, over=3)),
            ("near console", -1.3, both(only(_panel, -3.2), only(_panel, 3.3))),
        ),
        lamps=_strips,
        top=_dome,
        behind=passing.stars,
        ceiling=3.7,
        pool=False,
    )
    return interior(shell, order, palette)


def _hexed(x: float, y: float, w: float, h: float) -> skia.Path:
    path = skia.Path()
    cut = 0.22 * w
    path.addPoly(
        [
            skia.Point(*p)
            for p in (
                (x, y + h * 0.4),
                (x + cut * 0.6, y),
                (x + w - cut * 0.6, y),
                (x + w, y + h * 0.4),
                (x + w - cut, y + h),
                (x + cut, y + h),
            )
        ],
        True,
    )
    return path


def _port(decor: Decor, shape, box: Box) -> None:
    x, y, w, h = box
    metal = decor.palette.near
    openings.ring(decor, shape, box, 0.16, lighter(metal, 0.12), 1.0)
    openings.ring(decor, shape, box, 0.05, darker(metal, 0.35), 0.4)
    for k in (1, 2):
        decor.box(x + w * k / 3 - 0.04, y, 0.08, h, metal, 0.6)


def _hull(decor: Decor, x0: float, x1: float, tone) -> None:
    """Panels with seams and rivets, a stripe of the ship's colour."""
    for i in cells(x0, x1, 1.1):
        for k in range(5):
            shade = mix(darker(tone, 0.10), lighter(tone, 0.05), decor.odds(i, k))
            decor.box(i * 1.1 + 0.02, k * 0.86 - 0.1, 1.06, 0.83, shade, 0.3)
    decor.flat(x0 - 1, 0.86, x1 - x0 + 2, 0.1, decor.palette.accent)
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 1.2, darker(tone, 0.35))


def _screens(decor: Decor, x: float) -> None:
    """A bank of screens."""
    decor.box(x - 0.95, 0.0, 1.9, 2.7, darker(decor.palette.near, 0.15), 1.0)
    for k in range(4):
        px, py = x - 0.82 + 0.86 * (k % 2), 1.2 + 0.72 * (k // 2)
        hue = _LAMPS[int(decor.odds(k) * 4)]
        decor.box(px, py, 0.78, 0.62, (0.09, 0.13, 0.19), 0.4)
        if k % 2:
            decor.line([(px + 0.08 + 0.1 * n, py + 0.14 + 0.34 * decor.odds(k, n)) for n in range(7)], 0.025, hue)
        else:
            for n in range(4):
                decor.flat(px + 0.08, py + 0.1 + 0.12 * n, 0.2 + 0.36 * decor.odds(k, n), 0.06, hue, 0.8)
    _buttons(decor, x - 0.8, 0.3, 12, 3)


def _buttons(decor: Decor, x: float, y: float, n: int, rows: int) -> None:
    for k in range(n * rows):
        hue = _LAMPS[int(decor.odds(k, 9) * 4)]
        on = decor.odds(k, 8) < 0.6
        decor.flat(x + 0.135 * (k % n), y + 0.16 * (k // n), 0.08, 0.07, hue if on else darker(hue, 0.6))


def _hatch(decor: Decor, x: float) -> None:
    """A round door with a wheel."""
    metal = decor.palette.near
    decor.round(x, 1.25, 1.05, 1.25, darker(metal, 0.15), 1.0)
    decor.round(x, 1.25, 0.86, 1.06, lighter(metal, 0.1), 0.6)
    decor.round(x, 1.25, 0.3, 0.3, decor.palette.accent, 0.6)
    decor.dot(x, 1.25, 0.2, 0.2, lighter(metal, 0.1))
    for a, b in ((0.3, 0.0), (0.0, 0.3)):
        decor.line([(x - a, 1.25 - b), (x + a, 1.25 + b)], 0.05, decor.palette.accent)


def _console(decor: Decor, x: float) -> None:
    """The long console under the window."""
    metal = darker(decor.palette.near, 0.05)
    decor.shape(
        [(x - 2.1, -0.03), (x + 2.1, -0.03), (x + 2.3, 0.8), (x + 1.9, 1.0), (x - 1.9, 1.0), (x - 2.3, 0.8)], metal, 1.0
    )
    decor.shape([(x - 2.2, 0.80), (x + 2.2, 0.80), (x + 1.86, 0.99), (x - 1.86, 0.99)], lighter(metal, 0.15), 0.4)
    _buttons(decor, x - 1.85, 0.83, 27, 1)
    for k in range(5):
        decor.box(x - 1.7 + 0.8 * k, 0.18, 0.6, 0.44, darker(metal, 0.3), 0.3)
        decor.flat(x - 1.64 + 0.8 * k, 0.24, 0.48, 0.32, mix(_LAMPS[0], (0.08, 0.12, 0.18), 0.75))
        decor.line(
            [(x - 1.6 + 0.8 * k + 0.1 * n, 0.32 + 0.16 * decor.odds(k, n, 3)) for n in range(5)], 0.02, _LAMPS[k % 4]
        )


def _pilot_chair(decor: Decor, x: float) -> None:
    cloth = mix(decor.palette.accent, decor.palette.near, 0.35)
    decor.box(x - 0.06, 0.0, 0.12, 0.4, darker(decor.palette.near, 0.3), 0.4)
    decor.round(x, 0.02, 0.3, 0.05, darker(decor.palette.near, 0.3), 0.4)
    decor.box(x - 0.3, 0.36, 0.6, 0.16, cloth, 0.7)
    decor.shape([(x - 0.32, 0.5), (x + 0.32, 0.5), (x + 0.26, 1.3), (x - 0.26, 1.3)], cloth, 0.9)
    decor.box(x - 0.17, 1.34, 0.34, 0.2, lighter(cloth, 0.12), 0.6)


def _tank(decor: Decor, x: float) -> None:
    """A glowing column between pipes."""
    metal = decor.palette.near
    for dx in (-0.34, 0.34):
        decor.box(x + dx - 0.06, -0.03, 0.12, 6, darker(metal, 0.15), 0.7)
    hue = _LAMPS[int(decor.odds(4) * 2)]
    decor.knife.glow(x, 1.5, 1.6, hue, 0.55)
    decor.box(x - 0.2, 0.5, 0.4, 2.0, mix(hue, (0.1, 0.16, 0.22), 0.35), 0.4)
    for k in range(6):
        decor.dot(x - 0.1 + 0.2 * decor.odds(k), 0.7 + 0.3 * k, 0.05, 0.05, lighter(hue, 0.5))
    for y in (0.3, 2.45):
        decor.box(x - 0.28, y, 0.56, 0.24, lighter(metal, 0.12), 0.7)


def _panel(decor: Decor, x: float) -> None:
    metal = darker(decor.palette.near, 0.3)
    decor.shape([(x - 0.7, -0.1), (x + 0.7, -0.1), (x + 0.8, 0.72), (x - 0.8, 0.72)], metal, 1.2)
    decor.shape([(x - 0.76, 0.70), (x + 0.76, 0.70), (x + 0.62, 0.86), (x - 0.62, 0.86)], lighter(metal, 0.15), 0.4)
    _buttons(decor, x - 0.58, 0.74, 9, 1)
    _buttons(decor, x - 0.55, 0.25, 8, 2)


def _strips(decor: Decor, x0: float, x1: float) -> None:
    """Strips of light along the ribs of the ceiling: they always burn."""
    cold = (0.86, 0.95, 0.98)
    for i in cells(x0, x1, 3.3, 2):
        x = i * 3.3
        decor.box(x - 0.16, 3.0, 0.32, 3, darker(decor.palette.near, 0.1), 0.8)
        decor.knife.glow(x + 1.65, 3.3, 1.9, cold, 0.6)
        decor.box(x + 0.75, 3.3, 1.8, 0.1, cold, 0.4)


def _dome(decor: Decor, x0: float, x1: float) -> None:
    """The hull above the ceiling and stars over it."""
    metal = decor.palette.near
    decor.box(x0 - 1, 3.6, x1 - x0 + 2, 0.8, darker(metal, 0.1), 1.0)
    for i in cells(x0, x1, 1.3):
        decor.box(i * 1.3 + 0.1, 3.72, 1.0, 0.5, lighter(metal, 0.08), 0.5)
    decor.box(x0 - 1, 4.4, x1 - x0 + 2, 0.2, decor.palette.accent, 0.8)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """The rim of a hatch, with a lamp."""
    ink = palette.ink
    hand = Decor(knife, order, palette, seed)
    hand.tint([(-0.6, -0.2), (0.10, -0.2), (0.05, 0.2), (0.05, 0.8), (0.14, 1.3), (-0.6, 1.3)], ink)
    hand.flat(0.03, 0.2, 0.012, 0.6, mix(ink, _LAMPS[0], 0.4))
    knife.glow(0.0, 0.5, 0.16, _LAMPS[0], 0.4)
    knife.dab(openings.disc(-0.03, 0.47, 0.05, 0.06), _LAMPS[1])
