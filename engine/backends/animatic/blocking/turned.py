"""Things that are drawn turned and shifted as a whole: laid on a table top, rocking through the air, rolling over the floor."""

from __future__ import annotations

from abc import ABC, abstractmethod

import skia

from engine.backends.animatic.stage import Pose, Puppet, glow_of


class Turned(ABC):
    """A thing, and how it is moved from where it would stand."""

    def __init__(self, thing: Puppet) -> None:
        self._thing = thing
        self.height, self.width, self.eye_line = thing.height, thing.width, thing.eye_line
        self.glow = glow_of(thing)

    @abstractmethod
    def moved(self, pose: Pose) -> skia.Matrix:
        """From the thing as it stands to how it is just now."""

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the origin at its foot."""
        canvas.save()
        canvas.concat(self.moved(pose))
        self._thing.draw(canvas, pose)
        canvas.restore()

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        return self.moved(pose).mapRect(self._thing.bounds(pose))
