"""Draws single players, twelve times a second, onto sheets no larger than what the frame shows of them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic import light
from engine.backends.animatic.acting import Placed
from engine.backends.animatic.camera import Camera
from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums.hand import Hand
from engine.backends.animatic.mediums.medium import Cel
from engine.backends.animatic.palette import Colour
from engine.backends.animatic.paper import LINEAR, bgra
from engine.backends.animatic.puppets.paper_cut import paper_is
from engine.backends.animatic.sheets import Table, Way
from engine.backends.animatic.stage import Player

RIM = 1.5
"""How broad a rim of light is, in picture lines."""

SLACK = 0.04
"""How much more than the frame is drawn (frame heights), for what the camera does during a hold."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A player as drawn for one hold, in pixels of the picture the hold's camera sees: `figure` alone (premultiplied, its
    corner at x, y) and `whole` with the shadow it throws (corner at the same place, larger to the right and below).
    `coarse` is how many of the picture's pixels one of the drawing's stands for."""

    figure: skia.Image
    whole: skia.Image
    coarse: float
    x: int
    y: int
    contact: skia.Rect | None
    ground: skia.Image | None

    def lay(self, canvas: skia.Canvas, way: Way) -> None:
        """Contact shadow, thrown shadow, figure."""
        if self.contact is not None and self.ground is not None:
            canvas.drawImageRect(self.ground, _rect_by(self.contact, way), LINEAR)
        self._put(canvas, self.whole, way, skia.BlendMode.kSrcOver)

    def lay_figure(self, canvas: skia.Canvas, way: Way, blend: skia.BlendMode = skia.BlendMode.kSrcOver) -> None:
        """The figure alone."""
        self._put(canvas, self.figure, way, blend)

    def _put(self, canvas: skia.Canvas, image: skia.Image, way: Way, blend: skia.BlendMode) -> None:
        paint = skia.Paint(BlendMode=blend)
        x, y, k = way.a * self.x + way.bx, way.a * self.y + way.by, way.a * self.coarse
        if abs(k - 1) < 1e-6 and abs(x - round(x)) < 0.02 and abs(y - round(y)) < 0.02:
            canvas.drawImage(image, round(x), round(y), skia.SamplingOptions(), paint)
        else:
            box = skia.Rect.MakeXYWH(x, y, image.width() * k, image.height() * k)
            canvas.drawImageRect(image, box, LINEAR, paint)


def _rect_by(box: skia.Rect, way: Way) -> skia.Rect:
    return skia.Rect.MakeXYWH(
        way.a * box.x() + way.bx, way.a * box.y() + way.by, way.a * box.width(), way.a * box.height()
    )


@dataclass(frozen=True, slots=True)
class Easel:
    """Where a player stands in the picture: feet at (x, y) pixels, `scale` pixels per metre, on a picture of
    `width` x `height` pixels whose line (1/720 of the frame's height) is `line` pixels."""

    x: float
    y: float
    scale: float
    width: int
    height: int
    line: float


def easel_for(player: Player, placed: Placed, camera: Camera, table: Table) -> Easel:
    """The easel for a player under a camera. From above, the world's z runs up the picture."""
    overhead = camera.pitch >= 80
    z = 0.0 if overhead else player.z + placed.z
    s, ox, oy = table.place(camera, z)
    up = player.z if overhead else placed.lift * camera.squash
    return Easel(ox + s * placed.x, oy - s * up, s, table.width, table.height, table.high / 720)


def draw_player(
    player: Player,
    placed: Placed,
    easel: Easel,
    grade: Grade,
    hand: Hand,
    hold: int,
    *,
    soft: bool = False,
    haze: float = 0.0,
    rim: Colour | None = None,
) -> Drawing | None:
    """Draw a player for the `hold`-th drawing; None when nothing of it is in the picture. `soft` is for a back out of
    focus in the foreground; a `rim` of light sets off who is small in the dark."""
    box = _box_on(player.puppet.bounds(placed.pose), easel)
    if box is None:
        return None
    coarse = 1 / 3 if soft else 1.0
    trimmed = _inked(
        _sketched(player, placed, easel, box, coarse, smooth=not hand.marks.cuts),
        12 if soft else 2 + max(hand.rim(easel.line), math.ceil(2 * RIM * easel.line) if rim else 0),
    )
    if trimmed is None:
        return None
    pixels, left, top = trimmed
    x0, y0 = box[0] + round(left / coarse), box[1] + round(top / coarse)
    grade_here = light.shaded(grade, haze, 0.42 if soft else 1.0)
    if not hand.marks.lights:
        light.tint(_canvas_on(pixels), grade_here)
    pixels = hand.marks.figure(pixels, _cel(player, easel, (x0, y0), coarse, hold, soft, grade_here))
    if soft:
        pixels = bgra(cv2.GaussianBlur(pixels, (0, 0), 3.5 * easel.line * coarse))
    figure = skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    flat = placed.pose.pitch >= 80
    whole = figure if soft else hand.backed(figure, pixels, easel.line, 16 if flat else 8, grade)
    if rim is not None and not soft:
        whole = light.over_halo(figure, pixels, rim, RIM * easel.line)
    contact = None if soft or flat else _contact(player, placed, easel)
    return Drawing(figure, whole, 1 / coarse, x0, y0, contact, hand.marks.contact(grade))


def _sketched(
    player: Player, placed: Placed, easel: Easel, box: tuple[int, int, int, int], coarse: float, *, smooth: bool
) -> NDArray[np.uint8]:
    """The player as cut, on a sheet as large as its box: premultiplied BGRA."""
    x0, y0, x1, y1 = box
    w, h = max(2, math.ceil((x1 - x0) * coarse)), max(2, math.ceil((y1 - y0) * coarse))
    pixels = np.zeros((h, w, 4), np.uint8)
    canvas = _canvas_on(pixels)
    canvas.scale(coarse, coarse)
    canvas.translate(easel.x - x0, easel.y - y0)
    canvas.scale(easel.scale, easel.scale)
    with paper_is(smooth=smooth):
        player.puppet.draw(canvas, placed.pose)
    return pixels


def _canvas_on(pixels: NDArray[np.uint8]) -> skia.Canvas:
    h, w = pixels.shape[:2]
    return skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(w, h), pixels).getCanvas()


def _cel(
    player: Player, easel: Easel, corner: tuple[int, int], coarse: float, hold: int, soft: bool, grade: Grade
) -> Cel:
    x, y = (easel.x - corner[0]) * coarse, (easel.y - corner[1]) * coarse
    return Cel(x, y, easel.line * coarse, easel.scale * coarse, hold, soft, player.seed, grade)


def _inked(pixels: NDArray[np.uint8], pad: int) -> tuple[NDArray[np.uint8], int, int] | None:
    """The part of a drawing that has paper on it, `pad` pixels more on each side, with its left and top; None when empty.
    Bounds leave room for every gesture, and empty pixels cost as much as drawn ones."""
    x, y, w, h = cv2.boundingRect(cv2.extractChannel(pixels, 3))
    if w == 0 or h == 0:
        return None
    x0, y0 = (max(0, x - pad) // 3) * 3, (max(0, y - pad) // 3) * 3
    return np.ascontiguousarray(pixels[y0 : y + h + pad, x0 : x + w + pad]), x0, y0


def _box_on(bounds: skia.Rect, easel: Easel) -> tuple[int, int, int, int] | None:
    """The drawing's box in whole pixels, cut to the picture and a little slack."""
    slack = SLACK * 720 * easel.line
    x0 = max(easel.x + bounds.left() * easel.scale - 2, -slack)
    y0 = max(easel.y + bounds.top() * easel.scale - 2, -slack)
    x1 = min(easel.x + bounds.right() * easel.scale + 2, easel.width + slack)
    y1 = min(easel.y + bounds.bottom() * easel.scale + 2, easel.height + slack)
    if x1 - x0 < 1 or y1 - y0 < 1:
        return None
    return math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1)


def _contact(player: Player, placed: Placed, easel: Easel) -> skia.Rect | None:
    """The dark under the feet; it widens and the thing rises out of it as it leaves the ground. What is carried has none."""
    if placed.lift > 1.2 or player.carried_by:
        return None
    half = player.puppet.width * (0.5 if player.is_thing else 0.42) * easel.scale
    ground = easel.y + placed.lift * easel.scale
    return skia.Rect.MakeLTRB(easel.x - half, ground - half * 0.15, easel.x + half, ground + half * 0.17)


def seen_from(placed: Placed, camera: Camera) -> Placed:
    """The same moment with the figure turned by as much as the camera has gone round it."""
    if camera.yaw == 0:
        return placed
    yaw = (placed.pose.yaw - camera.yaw + 180) % 360 - 180
    return replace(placed, pose=replace(placed.pose, yaw=yaw))


def back_of(placed: Placed, side: int) -> Placed:
    """The shoulder in the foreground: its back, turned a little toward the one it talks to (`side` -1: it stands left)."""
    return replace(placed, pose=replace(placed.pose, yaw=180.0 + 28.0 * side if side < 0 else -152.0))


def alpha_of(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """More than half covered."""
    return pixels[:, :, 3] > 127
