"""Cut paper: fibre grain on every sheet. The lit edges and shadows are the knife's own work."""

from __future__ import annotations

import skia

from engine.backends.animatic import light
from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.medium import Cel, Plane
from engine.backends.animatic.mediums.pigment import Pixels
from engine.backends.animatic.mediums.toning import table_of
from engine.backends.animatic.paper import lay_grain
from engine.film.style import StyleSheet


class Scissors:
    """The marks of PaperCut on planes and players."""

    cuts = True
    blurs = True
    lights = False

    def __init__(self, style: StyleSheet) -> None:
        self.sets = table_of(style.sets)
        self.figures = table_of(style.figures)

    def contact(self, grade: Grade) -> skia.Image | None:
        """A soft round shadow."""
        return light.contact_sprite(grade.shade)

    def sheet(self, pixels: Pixels, plane: Plane) -> None:
        """Grain, and the style's toning where it has one."""
        if not plane.veil:
            lay_grain(pixels, (plane.x, plane.y), max(0.5, plane.line * 0.9))
        if self.sets is not None:
            alpha = pixels[:, :, 3].copy()
            pixels[:] = pigment.mixed(pigment.recolour(pigment.unmixed(pixels), self.sets), alpha)

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """The players' toning where the style has one."""
        if self.figures is None:
            return pixels
        return pigment.mixed(pigment.recolour(pigment.unmixed(pixels), self.figures), pixels[:, :, 3].copy())
