"""A vehicle of paper: wheels turn with the ground covered, boats bob, planes bank, a stopped engine idles."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.fleet import Model
from engine.backends.animatic.puppets.front_cuts import ENDS
from engine.backends.animatic.puppets.paper_cut import Knife, closed, oval, polygon
from engine.backends.animatic.puppets.stance import settle
from engine.backends.animatic.puppets.vehicle_cuts import CUTS
from engine.backends.animatic.stage import Act, Face, Pose

_LONG = frozenset({"helicopter", "sedan chair", "carriage", "horse cart", "sampan", "spaceship"})
"""What reaches beyond its length: a rotor, poles, a horse's nose, a scull, fire."""

_HIGH = frozenset(
    {
        "taxi",
        "police car",
        "car",
        "fire engine",
        "helicopter",
        "tractor",
        "tram",
        "carriage",
        "horse cart",
        "sedan chair",
    }
)
"""What reaches above its roof: lamps, smoke, a horse's ears."""

END_ON = 0.42
"""Sine of the yaw under which a vehicle is seen from its end (25 degrees)."""


class Vehicle:
    """A Puppet cut from a model of vehicle."""

    def __init__(self, model: Model, colour: str, size: float = 1.0) -> None:
        self.model, self.colour = model, colour
        self.long, self.height = model.long * size, model.tall * size
        self.width = self.long
        self.eye_line = self.height * 0.6

    def is_end_on(self, pose: Pose) -> bool:
        """Whether it shows its front or its back: turned so far to us or away that its flank is hardly seen."""
        return self.model.cut in ENDS and abs(math.sin(math.radians(pose.yaw))) < END_ON

    def _matrix(self, pose: Pose) -> skia.Matrix:
        """Bob, bank, idle; mirrored when it faces left, foreshortened as it turns to us."""
        raw = math.sin(math.radians(pose.yaw))
        side = math.copysign(max(0.62, abs(raw)), raw if abs(raw) > 1e-6 else 1.0)
        matrix = skia.Matrix()
        h = self.height
        if self.model.afloat:
            matrix.setTranslate(0, 0.025 * h * math.sin(pose.clock * 1.5))
            matrix.preRotate(1.8 * math.sin(pose.clock * 1.1 + 0.6))
        elif self.model.winged:
            matrix.setTranslate(0, 0.03 * h * math.sin(pose.clock * 1.4))
            matrix.preRotate(
                (1.5 * math.sin(pose.clock * 0.9) - min(8.0, pose.travel))
                * math.copysign(1.0, side)
                * (pose.act == Act.FLY)
            )
        elif pose.travel > 0.05:
            matrix.setTranslate(0, -0.006 * h * abs(math.sin((pose.gone or pose.phase) * 5)))
        else:
            matrix.setTranslate(0, 0.0025 * h * math.sin(pose.clock * 31))
        if pose.act in (Act.FALL, Act.LIE):
            t = settle(pose.phase / 0.9, 1.4) if pose.act == Act.FALL else 1.0
            matrix.preRotate(16 * t * math.copysign(1.0, side))
        if pose.act == Act.WAVE:
            matrix.preRotate(2.5 * math.sin(pose.phase * 9))
        matrix.preScale(1.0 if self.is_end_on(pose) else side, 1)
        return matrix

    def face(self, pose: Pose) -> Face | None:
        """Its fore part, by which closer shots are framed: windows alone could be anybody's (see Faced)."""
        if self.model.afloat or self.model.winged or self.long < 1.5 * self.height:
            return None
        if self.is_end_on(pose):
            return Face(0.0, 0.6 * self.height, 0.75 * self.height)
        way = math.copysign(1.0, pose.yaw)
        return Face(way * 0.32 * self.long, 0.68 * self.height, 0.55 * self.height, way * 0.18 * self.long)

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        if pose.pitch > 66:
            r = self.long * 0.72
            return skia.Rect.MakeLTRB(-r, -r, r, r)
        pad = 0.05 * max(self.long, self.height)
        if self.is_end_on(pose):
            half = max(1.4 * self.height, 0.5 * self.height + pad)
            return self._matrix(pose).mapRect(
                skia.Rect.MakeLTRB(-half, -self.height * 1.7, half, pad + 0.1 * self.height)
            )
        wide = 0.64 if self.model.cut in _LONG else 0.56
        return self._matrix(pose).mapRect(
            skia.Rect.MakeLTRB(
                -self.long * wide - pad,
                -self.height * (1.2 if self.model.cut in _HIGH else 1.04) - pad,
                self.long * wide + pad,
                pad + 0.02 * self.height,
            )
        )

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the wheels (or the waterline) at the origin (see Puppet)."""
        canvas.save()
        if pose.pitch > 66:
            self._from_above(canvas, pose)
        else:
            canvas.concat(self._matrix(pose))
            if self.is_end_on(pose):
                away = math.cos(math.radians(pose.yaw)) < 0
                ENDS[self.model.cut](Knife(canvas, self.height * 0.8), self.height, self.colour, pose, away)
                canvas.restore()
                return
            # a metre's length of paper is drawn as metres: edges follow the vehicle's own size
            CUTS[self.model.cut](Knife(canvas, self.height * 0.8), self.long, self.height, self.colour, pose)
        canvas.restore()

    def _from_above(self, canvas: skia.Canvas, pose: Pose) -> None:
        # From the side it always shows its length, so from above it lies along the road too.
        canvas.rotate(12 if pose.yaw >= 0 else 168)
        n = self.long / 2
        wide = 0.16 if self.model.winged else 0.42 if self.model.cut in ("car", "van", "truck") else 0.28
        w = n * wide
        knife = Knife(canvas, self.long * 0.4)
        if self.model.winged:
            for back, root, tip, span in ((-0.05, 0.42, 0.25, 0.95), (-0.95, -0.6, -0.8, 0.36)):
                wing = [(tip, -span), (root, -wide), (root, wide), (tip, span), (back, span), (back, -span)]
                knife.sheet(polygon([(n * x, n * y) for x, y in wing]), tone(self.colour, -0.05))
        pointed = self.model.afloat or self.model.winged
        bow = [(1.02, 0.0)] if pointed else [(0.98, -0.5), (0.98, 0.5)]
        hull = [(-1, -0.7), (-0.5, -1), (0.45, -1), *bow, (0.45, 1), (-0.5, 1), (-1, 0.7)]
        knife.sheet(closed([(n * x, w * y) for x, y in hull], 0.6), self.colour)
        deck = [(-0.62, -0.74), (0.30, -0.74), (0.30, 0.74), (-0.62, 0.74)]
        knife.sheet(
            closed([(n * x, w * y) for x, y in deck], 0.35),
            tone(self.colour, -0.14 if self.model.afloat else 0.05),
            drop=0.5,
        )
        self._on_deck(knife, n, w)

    def _on_deck(self, knife: Knife, n: float, w: float) -> None:
        """Thwarts of a boat, canopy of a plane, windscreens of a car."""
        if self.model.afloat:
            for x in (-0.3, 0.1):
                knife.sheet(
                    polygon(
                        [
                            (n * x, -w * 0.74),
                            (n * x + n * 0.09, -w * 0.74),
                            (n * x + n * 0.09, w * 0.74),
                            (n * x, w * 0.74),
                        ]
                    ),
                    tone(self.colour, 0.08),
                    drop=0.3,
                )
        elif self.model.winged:
            knife.plain(oval(n * 0.62, 0, n * 0.10, w * 0.6), "#9db4c0")
        else:
            for a, b, lo, hi in ((0.30, 0.46, 0.7, 0.62), (-0.74, -0.62, 0.6, 0.7)):
                knife.plain(
                    closed([(n * a, -w * lo), (n * b, -w * hi), (n * b, w * hi), (n * a, w * lo)], 0.3), "#a9c0c8"
                )
