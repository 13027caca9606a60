"""The shell that interiors share: what is outside, a wall with real holes for windows, a ceiling, a floor, light on it.

A set says how its wall is dressed, which windows it has and what stands in it; as in a doll's house, the wall goes on
sideways and a roof closes the wide view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, land, outline, ridge
from engine.backends.animatic.sets import eastern, parts
from engine.backends.animatic.sets.decor import Decor, Painter, plane, repainted
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

WALL = "wall"
"""The sheet behind which weather falls."""

WALL_Z = 3.4
CEILING = 4.15

Box = tuple[float, float, float, float]
"""A window: x, y, width, height."""

Cover = Callable[[Decor, float, float, Colour], None]
"""cover(decor, x0, x1, tone): what is printed on a wall or laid on it."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Holes in the wall: `shape(x, y, w, h)` cut every `pitch` metres, `shift` from the stage's middle to the left or right by
    the seed; `dress` paints frame and curtains of one."""

    shape: Callable[[float, float, float, float], skia.Path]
    dress: Callable[[Decor, Box, int], None]
    wide: float = 1.7
    tall: float = 1.62
    sill: float = 0.98
    pitch: float = 6.4
    shift: float = 1.15
    either: bool = True

    def boxes(self, x0: float, x1: float, order: SetOrder) -> list[Box]:
        """The windows that may show between x0 and x1."""
        shift = -self.shift if self.either and chance(order.seed, 1) < 0.5 else self.shift
        return [
            (i * self.pitch + shift - self.wide / 2, self.sill, self.wide, self.tall)
            for i in cells(x0, x1, self.pitch, self.wide)
        ]


def _no_outside(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Shell:
    """How an interior is built. `behind` paints what is seen through the windows besides the sky; `furniture` are planes
    between the wall and the lens; `lamps` hang at `lamp_z`; `rug` lies on the strips of floor near the stage."""

    cover: Cover
    floor: Callable[[Decor, float, float, float, int, Colour], None]
    windows: Windows | None
    furniture: tuple[tuple[str, float, Painter], ...]
    lamps: Painter | None = None
    lamp_z: float = 1.4
    top: Callable[[Decor, float, float], None] = field(default=lambda decor, x0, x1: storeys(decor, x0, x1))
    behind: Callable[[SetOrder, Palette], tuple[Sheet, ...]] | None = None
    wall: Callable[[Palette], Colour] = field(default=lambda palette: palette.far)
    ground: Callable[[Palette], Colour] = field(default=lambda palette: palette.ground)
    ceiling: float = CEILING
    depth: float = WALL_Z
    pool: bool = True


def interior(shell: Shell, order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """All sheets of an interior, seen from where its fourth wall was."""
    palette = repainted(order, palette)
    behind = gardens if shell.behind is None else shell.behind
    furniture = (
        plane(name, z, paint, order, palette, top=6.0, bottom=-1.2, gap=1.4 if z > 0 else 1.8)
        for name, z, paint in shell.furniture
    )
    hung = () if shell.lamps is None else (
        plane("lamps", shell.lamp_z, shell.lamps, order, palette, top=60, bottom=-0.5),
    )  # fmt: skip
    return (
        parts.sky(order, palette, sun=(between(-26, -8, order.seed, 5), 46), clouds=0.5),
        *behind(order, palette),
        plane(
            WALL,
            shell.depth,
            lambda d, a, b: _wall(shell, d, a, b),
            order,
            palette,
            top=60,
            bottom=-1,
            gap=1.8,
            built=True,
            apart=is_wet(order),
        ),
        plane(
            "windows", shell.depth - 0.1, lambda d, a, b: _dressed(shell, d, a, b), order, palette, top=6, bottom=-0.2
        ),
        *furniture,
        *hung,
        *parts.ground(
            palette,
            lambda z: darker(shell.ground(palette), 0.03 + 0.02 * max(0.0, 3 - z)),
            lambda k, a, b, z, row: shell.floor(
                Decor(k, order, palette, order.seed), a, b, z, row, floor_tone(shell, palette, z)
            ),
            bump=0.0,
            until=shell.depth - 0.3,
        ),
        *((_pooled(shell, order, palette),) if shell.pool else ()),
    )


def is_wet(order: SetOrder) -> bool:
    """Whether something falls outside, so that the wall must be laid after it."""
    return order.weather in ("rain", "snow", "storm")


def floor_tone(shell: Shell, palette: Palette, z: float) -> Colour:
    """The paper of a strip of floor."""
    return darker(shell.ground(palette), 0.03 + 0.02 * max(0.0, 3 - z))


def _wall(shell: Shell, decor: Decor, x0: float, x1: float) -> None:
    knife, tone = decor.knife, shell.wall(decor.palette)
    wall = outline([(x0 - 1, -2), (x1 + 1, -2), (x1 + 1, shell.ceiling + 0.2), (x0 - 1, shell.ceiling + 0.2)])
    boxes = shell.windows.boxes(x0, x1, decor.order) if shell.windows else []
    for box in boxes:
        assert shell.windows is not None
        wall.addPath(shell.windows.shape(*box))
    wall.setFillType(skia.PathFillType.kEvenOdd)
    knife.dab(wall, tone)
    knife.canvas.save()
    knife.canvas.clipPath(wall, doAntiAlias=True)
    shell.cover(decor, x0, x1, tone)
    knife.canvas.restore()
    shell.top(decor, x0, x1)


def _dressed(shell: Shell, decor: Decor, x0: float, x1: float) -> None:
    if shell.windows is None:
        return
    for n, box in enumerate(shell.windows.boxes(x0, x1, decor.order)):
        shell.windows.dress(decor, box, n)


def _pooled(shell: Shell, order: SetOrder, palette: Palette) -> Sheet:
    return plane(
        "light pool",
        0.5,
        lambda decor, x0, x1: _pool(shell, decor, x0, x1),
        order,
        palette,
        top=0.1,
        bottom=-3,
        gap=0,
        veil=True,
    )


def _pool(shell: Shell, decor: Decor, x0: float, x1: float) -> None:
    """What falls through the windows onto the floor, or lamplight."""
    light = decor.palette.light
    if decor.palette.is_dark or shell.windows is None:
        decor.knife.dab(blob(0, -0.16, 2.6, 0.14, 3, 0.02, 17), light, 0.13)
        return
    if decor.order.weather in ("rain", "storm", "fog", "snow"):
        return
    for x, _, w, _ in shell.windows.boxes(x0, x1, decor.order):
        for low, high in ((0.0, 0.46), (0.54, 1.0)):
            pane = [(x + w * low + 0.9, -0.02), (x + w * high + 0.9, -0.02), (x + w * high + 1.85, -0.42), (x + w * low + 1.85, -0.42)]  # fmt: skip
            decor.tint(pane, light, 0.26)


def green(palette: Palette) -> Colour:
    """Leaves outside, in this light."""
    if palette.is_dark:
        return mix(palette.sky_top, palette.sky_low, 0.4)
    return mix(palette.sky_top, mix(palette.ground, (0.47, 0.58, 0.34), 0.6), 0.55)


def gardens(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Hills and a garden, for houses in the country and small towns."""
    far = palette.at(green(palette), 50)
    return (
        Sheet("outside far", 60.0, lambda k, a, b: k.cut(
            land(a, b, 1.3, lambda x: 3.6 + 7 * ridge(x, 26, order.seed), -20), far), top=18, bottom=-3),
        Sheet("outside near", 16.0, lambda k, a, b: _garden(k, a, b, order, palette), top=7, bottom=-2),
    )  # fmt: skip


def _garden(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.snow if palette.snowy else palette.at(mix(green(palette), palette.near, 0.25), 14)
    knife.cut(land(x0, x1, 0.6, lambda x: 0.7 + 0.3 * ridge(x, 6, order.seed), -20), tone)
    for i in cells(x0, x1, 4.4, 3):
        x, h = (i + chance(order.seed, i, 3)) * 4.4, between(3.4, 5.6, order.seed, i, 4)
        if palette.snowy:
            parts.bare_tree(knife, x, 0.2, h, darker(tone, 0.3), order.seed + i, 4)
        else:
            parts.round_tree(knife, x, 0.3, h, darker(tone, 0.08), darker(tone, 0.35), order.seed + i)


def town(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Roofs and towers, for rooms in a city; no town stood so high long ago."""
    if order.period:
        return gardens(order, palette)
    return (
        plane("outside far", 60.0, _blocks(9.0, (9, 22), 0.55, 60.0), order, palette, top=30, bottom=-3),
        plane("outside near", 18.0, _blocks(4.6, (2.4, 6.5), 0.25, 18.0), order, palette, top=12, bottom=-2),
    )


def _blocks(pitch: float, high: tuple[float, float], hazy: float, z: float) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        palette = decor.palette
        for i in cells(x0, x1, pitch, pitch):
            w, h = decor.between(0.8, 1.15, i, 1) * pitch, decor.between(*high, i, 2)
            tone = palette.at(mix(palette.sky_top, palette.near, 0.35 + 0.3 * decor.odds(i, 3)), z)
            tone = mix(tone, palette.sky_low, hazy * 0.5)
            decor.box(i * pitch, -3, w, h + 3, tone, 0.8)
            for k in range(8):
                u, v = k % 2, k // 2
                on = decor.palette.is_dark and decor.odds(i, k, 4) < 0.5
                pane = palette.light if on else darker(tone, 0.16)
                decor.flat(i * pitch + w * (0.2 + 0.4 * u), h - h * 0.22 * (v + 1), w * 0.2, h * 0.10, pane, 0.8)

    return paint


def storeys(decor: Decor, x0: float, x1: float) -> None:
    """One more floor and a roof above the ceiling, for wide views: a house cut open."""
    palette = decor.palette
    tone = darker(mix(palette.far, palette.near, 0.40), 0.30)
    decor.box(x0 - 1, CEILING, x1 - x0 + 2, 3.6, tone, 0.0)
    for i in cells(x0, x1, 3.2, 2):
        x = (i + 0.3 + 0.4 * decor.odds(i, 2)) * 3.2
        on = decor.odds(i, 3) < (0.45 if palette.is_dark else 0.2)
        glass = mix(palette.light, tone, 0.15) if on else mix(darker(palette.sky_top, 0.2), tone, 0.4)
        decor.box(x - 0.6, CEILING + 0.9, 1.2, 1.5, lighter(tone, 0.15), 0.6)
        decor.flat(x - 0.5, CEILING + 1.0, 1.0, 1.3, glass)
        decor.flat(x - 0.03, CEILING + 1.0, 0.06, 1.3, lighter(tone, 0.15))
    decor.box(x0 - 1, CEILING - 0.02, x1 - x0 + 2, 0.24, darker(palette.near, 0.18), 1.2)
    eastern.long_roof(decor.knife, x0, x1, CEILING + 3.4, palette)


def tiled(decor: Decor, x0: float, x1: float) -> None:
    """A tiled roof right above the beams."""
    eastern.long_roof(decor.knife, x0, x1, CEILING, decor.palette)


def vault(decor: Decor, x0: float, x1: float) -> None:
    """A hall so high that nothing above it shows: the wall goes on, in shade."""
    tone = darker(decor.palette.far, 0.3)
    decor.flat(x0 - 1, 5.9, x1 - x0 + 2, 60, tone)
    decor.box(x0 - 1, 5.8, x1 - x0 + 2, 0.3, darker(decor.palette.near, 0.2), 1.0)
