"""A photograph or portrait that shows people: heads and shoulders on faded paper, in a frame or with a white border.

Those of the cast in it wear what they wear in the film, so a spectator knows whose picture it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import skia

from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.paper_cut import Knife, polygon
from engine.backends.animatic.stage import Pose, Puppet

_BUST = 0.46
"""How much of the tallest of them is seen, from the crown down."""
_PAPER, _WOOD, _GROUND = "#f0e8d6", "#8a6242", "#cdbd9f"


class Likeness(Thing):
    """A picture of puppets, as high as the one it stands for (metres); `framed` in wood, else on photographic paper."""

    def __init__(self, sitters: Sequence[Puppet], tall: float, *, framed: bool) -> None:
        super().__init__(tall, tall * {1: 0.84, 2: 1.24}.get(len(sitters), 1.5))
        self._sitters, self._framed = tuple(sitters), framed
        self.hold, self.grip = "card", 0.12

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw it one unit high, scaled to its height."""
        canvas.scale(self.height, self.height)
        knife = Knife(canvas, 1.0, self.height)
        w, rim = self.width / self.height / 2, 0.09 if self._framed else 0.055
        knife.sheet(polygon([(-w, -1.0), (w, -1.0), (w, 0.0), (-w, 0.0)]), _WOOD if self._framed else _PAPER)
        inner = skia.Rect.MakeLTRB(rim - w, rim - 1.0, w - rim, -rim)
        knife.plain(_box(inner), _GROUND)
        canvas.save()
        canvas.clipRect(inner, doAntiAlias=True)
        canvas.saveLayer(None, skia.Paint(Alphaf=0.92))
        self._company(canvas, inner)
        canvas.restore()
        canvas.restore()
        knife.tint(_box(inner), "#c79a5b", 0.10)

    def _company(self, canvas: skia.Canvas, box: skia.Rect) -> None:
        """Side by side, the second a little before the first, turned to each other."""
        tallest = max(puppet.height for puppet in self._sitters)
        many = len(self._sitters)
        scale = box.height() * (0.90 if many == 1 else 0.82) / (_BUST * tallest)
        scale = min(scale, box.width() / (0.27 * tallest * many))
        foot = box.top() + 0.09 * box.height() + scale * tallest
        for place, puppet in enumerate(self._sitters):
            side = place - (many - 1) / 2
            canvas.save()
            up = 0.6 * scale * (tallest - puppet.height)  # children were stood on a chair
            canvas.translate(box.centerX() + side * box.width() / many * 0.86, foot - up)
            canvas.scale(scale, scale)
            puppet.draw(canvas, Pose(yaw=-16.0 * (side > 0) + 16.0 * (side < 0), mood="happy", clock=0.5))
            canvas.restore()


def _box(rect: skia.Rect) -> skia.Path:
    return polygon(
        [
            (rect.left(), rect.top()),
            (rect.right(), rect.top()),
            (rect.right(), rect.bottom()),
            (rect.left(), rect.bottom()),
        ]
    )
