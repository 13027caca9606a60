"""A canvas that notes what is drawn on it: the sheets of a jointed puppet, one by one, with where their corners lie.

Two drawings of the same puppet are made by the same calls in the same order, so the corners of a sheet in one drawing answer those in
the next, and the motion of every sheet can be told exactly, which looking at the pictures never could.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, cast

import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.stage import Pose, Puppet

_FEW = 3
"""Corners that a sheet needs at least before a turn can be told from them."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One sheet as drawn: its outline in pixels, its corners (n, 2) in the order of the path, and what it is told apart by."""

    outline: skia.Path
    corners: NDArray[np.float64]
    sign: tuple[object, ...]


class Tracer:
    """Stands in for a canvas: passes everything on, and notes each opaque sheet."""

    def __init__(self, canvas: skia.Canvas) -> None:
        self._canvas = canvas
        self.cuts: list[Cut] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._canvas, name)

    def drawPath(self, path: skia.Path, paint: skia.Paint) -> None:
        """Note a path that hides what is behind it."""
        if paint.getBlendMode() == skia.BlendMode.kSrcOver and paint.getAlphaf() > 0.5:
            self._note(path, (path.countPoints(), paint.getColor(), paint.getStyle()))
        self._canvas.drawPath(path, paint)

    def drawRect(self, rect: skia.Rect, paint: skia.Paint) -> None:
        """A rectangle is a path of four corners."""
        self._plain(skia.Path().addRect(rect), paint)
        self._canvas.drawRect(rect, paint)

    def drawOval(self, rect: skia.Rect, paint: skia.Paint) -> None:
        """An oval is a path."""
        self._plain(skia.Path().addOval(rect), paint)
        self._canvas.drawOval(rect, paint)

    def drawCircle(self, x: float, y: float, radius: float, paint: skia.Paint) -> None:
        """A circle is a path."""
        self._plain(skia.Path().addCircle(x, y, radius), paint)
        self._canvas.drawCircle(x, y, radius, paint)

    def drawImageRect(self, image: skia.Image, target: skia.Rect, *rest: Any) -> None:
        """Drawn art is a sheet as large as its box."""
        self._note(skia.Path().addRect(target), ("image", image.width(), image.height()))
        self._canvas.drawImageRect(image, target, *rest)

    def _plain(self, path: skia.Path, paint: skia.Paint) -> None:
        if paint.getBlendMode() == skia.BlendMode.kSrcOver and paint.getAlphaf() > 0.5:
            self._note(path, (path.countPoints(), paint.getColor(), paint.getStyle()))

    def _note(self, path: skia.Path, sign: tuple[object, ...]) -> None:
        outline = skia.Path(path)
        outline.transform(self._canvas.getTotalMatrix())
        corners = np.array([(p.x(), p.y()) for p in outline.getPoints(outline.countPoints())], np.float64).reshape(
            -1, 2
        )
        if len(corners):
            self.cuts.append(Cut(outline, corners, sign))


def traced(puppet: Puppet, pose: Pose, at: tuple[float, float, float], size: tuple[int, int]) -> tuple[Cut, ...]:
    """The sheets of a puppet in a pose, far to near, drawn with its feet at (x, y) pixels and `scale` pixels a metre."""
    x, y, scale = at
    canvas = skia.Surface(*size).getCanvas()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    tracer = Tracer(canvas)
    puppet.draw(cast("skia.Canvas", tracer), pose)  # it does all that a canvas does
    return tuple(tracer.cuts)


def motions(now: Sequence[Cut], then: Sequence[Cut]) -> list[NDArray[np.float64] | None]:
    """For each sheet of one drawing the homography (3, 3) to the next; None for one that the next doesn't have."""
    found: list[NDArray[np.float64] | None] = [None] * len(now)
    matcher = SequenceMatcher(None, [cut.sign for cut in now], [cut.sign for cut in then], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            found[block.a + step] = affine(now[block.a + step].corners, then[block.b + step].corners)
    return found


def affine(source: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """The affine map (3, 3) that takes the source's points to the target's, exact where there is one (least squares else); a mere
    shift for fewer than three points or points on one line."""
    result = np.eye(3)
    middle, to = source.mean(axis=0), target.mean(axis=0)
    spread = source - middle
    if len(source) >= _FEW and np.linalg.matrix_rank(spread, tol=1e-3) == 2:
        turn = np.linalg.lstsq(spread, target - to, rcond=None)[0].T
        result[:2, :2] = turn
    result[:2, 2] = to - result[:2, :2] @ middle
    return result


def labelled(cuts: Sequence[Cut], size: tuple[int, int]) -> NDArray[np.int32]:
    """Which sheet lies on top at each pixel: int32 (height, width), -1 for none. `size` is (width, height)."""
    width, height = size
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(width, height), pixels).getCanvas()
    for number, cut in enumerate(cuts, 1):
        colour = 0xFF000000 | number
        canvas.drawPath(cut.outline, skia.Paint(AntiAlias=False, Color=colour))
    whole = pixels.astype(np.int32)
    return whole[:, :, 0] + (whole[:, :, 1] << 8) + (whole[:, :, 2] << 16) - 1
