"""What a set painter has in hand: knife, order, palette and a seed, with the few cuts that all furniture is made of.

Bundled, since twenty sets of furniture painters with five arguments each would be mostly arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.backends.animatic.palette import Colour, Palette, darker, from_hex, lighter, local, mix
from engine.backends.animatic.paper import Knife, Points, between, blob, cells, chance, choose, outline
from engine.backends.animatic.sheets import Drift, Sheet
from engine.backends.animatic.stage import SetOrder


@dataclass(frozen=True, slots=True)
class Decor:
    """One painter's hand on one sheet."""

    knife: Knife
    order: SetOrder
    palette: Palette
    seed: int

    @property
    def lit(self) -> bool:
        """Whether lamps burn."""
        return self.palette.is_dark or self.order.time_of_day == "dusk" or self.order.weather == "storm"

    @property
    def wood(self) -> Colour:
        """The set's timber."""
        return darker(self.palette.near, 0.04)

    @property
    def cloth(self) -> Colour:
        """The set's one strong colour, as cloth."""
        return mix(self.palette.accent, self.palette.far, 0.10)

    @property
    def pale(self) -> Colour:
        """Linen, china and paper."""
        return lighter(self.palette.far, 0.45)

    def own(self, hexes: str) -> Colour:
        """A thing's own colour (brass, brick, leaf) in this light."""
        return local(from_hex(hexes), self.palette)

    def seeded(self, seed: int) -> Decor:
        """The same hand with another seed."""
        return replace(self, seed=seed)

    def odds(self, *keys: int) -> float:
        """A number in 0..1."""
        return chance(self.seed, *keys)

    def between(self, low: float, high: float, *keys: int) -> float:
        """A number in low..high."""
        return between(low, high, self.seed, *keys)

    def pick(self, options: tuple[Colour, ...], *keys: int) -> Colour:
        """One of some colours."""
        return choose(options, self.seed, *keys)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour, lift: float = 0.8) -> None:
        """A board with its lower left corner at (x, y)."""
        self.knife.rect(x, y, w, h, colour, lift)

    def flat(self, x: float, y: float, w: float, h: float, colour: Colour, alpha: float = 1.0) -> None:
        """A printed rectangle, without thickness."""
        self.knife.dab(outline([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]), colour, alpha)

    def shape(self, points: Points, colour: Colour, lift: float = 0.6) -> None:
        """Any straight-sided piece."""
        self.knife.cut(outline(points), colour, lift)

    def tint(self, points: Points, colour: Colour, alpha: float = 1.0) -> None:
        """Any straight-sided print."""
        self.knife.dab(outline(points), colour, alpha)

    def round(self, x: float, y: float, rx: float, ry: float, colour: Colour, lift: float = 0.5) -> None:
        """A round piece about (x, y)."""
        self.knife.cut(blob(x, y, rx, ry, 4, 0.012, 15), colour, lift)

    def dot(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float = 1.0) -> None:
        """A round print."""
        self.knife.dab(blob(x, y, rx, ry, 4, 0.012, 13), colour, alpha)

    def line(self, points: Points, width: float, colour: Colour, alpha: float = 1.0) -> None:
        """A wire or a string."""
        self.knife.stroke(points, width, colour, alpha)

    def glow(self, x: float, y: float, radius: float, strength: float = 0.8) -> None:
        """Lamplight, when lamps burn."""
        if self.lit:
            self.knife.glow(x, y, radius, self.palette.light, strength)


_WALLS = (None, "#d9b27a", "#a9b79a", "#9fb0b8", "#c9a093")
_CLOTHS = (None, "#3f7377", "#b5493a", "#c99a3f", "#6a5a86", "#4f7a55")


def repainted(order: SetOrder, palette: Palette) -> Palette:
    """The palette of just this place: no two kitchens are painted alike."""
    wall, cloth = choose(_WALLS, order.seed, 71), choose(_CLOTHS, order.seed, 72)
    wood = between(-0.16, 0.16, order.seed, 73)
    far = mix(palette.far, local(from_hex(wall), palette), 0.34) if wall else palette.far
    accent = mix(palette.accent, local(from_hex(cloth), palette), 0.7) if cloth else palette.accent
    near, ground = (lighter(c, wood) if wood > 0 else darker(c, -wood) for c in (palette.near, palette.ground))
    return replace(palette, far=far, accent=accent, near=near, ground=ground)


Painter = Callable[[Decor, float, float], None]
"""paint(decor, x0, x1): everything that may show between x0 and x1."""

Piece = Callable[[Decor, float], None]
"""piece(decor, x): one thing standing at x."""


def plane(
    name: str,
    z: float,
    paint: Painter,
    order: SetOrder,
    palette: Palette,
    *,
    top: float = 1e6,
    bottom: float = -1e6,
    gap: float = 1.0,
    veil: bool = False,
    built: bool = False,
    apart: bool = False,
    drift: Drift | None = None,
) -> Sheet:
    """A sheet painted by a decorator."""
    return Sheet(
        name,
        z,
        lambda knife, x0, x1: paint(Decor(knife, order, palette, order.seed), x0, x1),
        top=top,
        bottom=bottom,
        gap=gap,
        veil=veil,
        built=built,
        apart=apart,
        drift=drift,
    )


def row(pitch: float, at: float, *pieces: Piece, over: float = 4.0, mirrored: bool = True) -> Painter:
    """One piece after another along the wall, the first of them at `at`; each bay has a seed of its own. What stands on the
    far side is `mirrored` by the order of the pieces alone."""

    def paint(decor: Decor, x0: float, x1: float) -> None:
        for i in cells(x0 - at, x1 - at, pitch, over):
            k = abs(i) if mirrored else i
            pieces[k % len(pieces)](decor.seeded(decor.order.seed * 131 + i * 7), i * pitch + at)

    return paint


def both(*painters: Painter) -> Painter:
    """One painter after the other on one sheet."""

    def paint(decor: Decor, x0: float, x1: float) -> None:
        for painter in painters:
            painter(decor, x0, x1)

    return paint


def only(piece: Piece, at: float, reach: float = 4.0) -> Painter:
    """A single piece, that stands nowhere else."""

    def paint(decor: Decor, x0: float, x1: float) -> None:
        if x0 - reach < at < x1 + reach:
            piece(decor, at)

    return paint
