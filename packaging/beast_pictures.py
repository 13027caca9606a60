"""Contact sheets of how beasts move: a strip of eight moments for each gait and each thing that animals do, and the tops of what swims.

A gait is judged by its frames side by side; the ticks under a walker are fixed to the ground, so a foot that slid would be seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.things import face
from engine.backends.animatic.puppets.wild.menagerie import creature
from engine.backends.animatic.puppets.wild.tops import TOPS
from engine.backends.animatic.stage import Act, Beat, Player, Pose

CELL, MOMENTS = (116, 104), 8
PAPER, GROUND, LETTERS = 0xFFE2DAC9, 0xFFB3A890, 0xFF4A3A36


class Strip(NamedTuple):
    """Who does what for three seconds, on a way of `span` metres; drawn from the share `start` to `end` of it."""

    name: str
    act: Act
    business: str = ""
    span: float = 0.0
    start: float = 0.08
    end: float = 0.95


STRIPS = (
    Strip("horse", Act.WALK, span=3.2, start=0.3, end=0.66), Strip("horse", Act.RUN, span=10, start=0.4, end=0.62), Strip("dog", Act.WALK, span=1.6, start=0.3, end=0.62),
    Strip("dog", Act.RUN, span=6, start=0.4, end=0.58), Strip("cat", Act.RUN, span=4.5, start=0.4, end=0.58), Strip("deer", Act.RUN, span=8, start=0.4, end=0.6),
    Strip("rabbit", Act.RUN, span=3.4, start=0.3, end=0.6), Strip("elephant", Act.RUN, span=6, start=0.3, end=0.72), Strip("monkey", Act.WALK, span=1.8, start=0.3, end=0.6),
    Strip("monkey", Act.SIT), Strip("monkey", Act.SIT, "kowtow"), Strip("monkey", Act.BUSINESS, "eat"), Strip("monkey", Act.WALK, "climb", 1.4), Strip("monkey", Act.BUSINESS, "dance"),
    Strip("panda", Act.BUSINESS, "eat"), Strip("bear", Act.BUSINESS, "dance"), Strip("bear", Act.WALK, "climb", 1.0), Strip("squirrel", Act.BUSINESS, "eat"),
    Strip("cat", Act.SIT), Strip("cat", Act.LIE, "sleep"), Strip("fox", Act.LIE, "sleep"), Strip("sparrow", Act.BUSINESS, "eat"), Strip("crow", Act.BUSINESS, "wash"),
    Strip("duck", Act.LIE, "sleep"),
)  # fmt: skip


def draw(folder: Path) -> None:
    """Write beasts.jpg."""
    rows = [_strip(strip) for strip in STRIPS]
    pairs = [np.hstack(rows[i : i + 2]) for i in range(0, len(rows), 2)]
    sheet = np.vstack([*pairs, *_tops(pairs[0].shape[1])])
    cv2.imwrite(str(folder / "beasts.jpg"), sheet, [cv2.IMWRITE_JPEG_QUALITY, 78])


def _strip(strip: Strip) -> NDArray[np.uint8]:
    puppet = puppet_for(strip.name, f"a {strip.name}", "", 7)
    beat = Beat(strip.act, 0.0, 3.0, 0.0, strip.span, 78.0, business=strip.business)
    player = Player(strip.name, puppet, (Beat(Act.STAND, -3.0, 0.0, 0.0, 0.0, 78.0), beat))
    width, height = CELL
    surface = skia.Surface.MakeRasterN32Premul(width * MOMENTS, height)
    canvas = surface.getCanvas()
    canvas.clear(PAPER)
    scale = min((height - 34) / (1.22 * puppet.height), (width - 6) / (1.3 * puppet.width))
    for i in range(MOMENTS):
        now = pose_at(player, 3.0 * (strip.start + (strip.end - strip.start) * i / (MOMENTS - 1)))
        canvas.save()
        canvas.clipRect(skia.Rect.MakeXYWH(width * i, 0, width, height))
        canvas.translate(width * (i + 0.5), height - 20)
        canvas.scale(scale, scale)
        _ground(canvas, now.x, puppet.height, scale)
        puppet.draw(canvas, now.pose)
        canvas.restore()
    name = " ".join(filter(None, (strip.name, strip.business or strip.act.value)))
    _letter(canvas, name, 6, height - 5)
    return _pixels(surface)


def _ground(canvas: skia.Canvas, x: float, tall: float, scale: float) -> None:
    """The line of the ground, with ticks that stay where they are."""
    paint, step = skia.Paint(Color=GROUND), 0.5 * tall
    canvas.drawRect(skia.Rect.MakeXYWH(-9, 0, 18, 1 / scale), paint)
    for k in range(-12, 13):
        canvas.drawRect(skia.Rect.MakeXYWH(k * step - x % step, 0, 1.5 / scale, 5 / scale), paint)


def _tops(wide: int) -> list[NDArray[np.uint8]]:
    """A row of backs, as a bird's-eye shot shows them."""
    surface = skia.Surface.MakeRasterN32Premul(wide, 116)
    canvas = surface.getCanvas()
    canvas.clear(PAPER)
    cell = wide / len(TOPS)
    for i, (name, (_, reach)) in enumerate(TOPS.items()):
        canvas.save()
        canvas.translate(cell * (i + 0.5), 50)
        canvas.scale(50 / reach, 50 / reach)
        act = Act.FLY if name in ("dragon", "long") else Act.WALK
        creature(f"wild:{name}", 1.0).draw(canvas, Pose(act=act, travel=0.5, gone=0.7, clock=0.8, yaw=98, pitch=90))
        canvas.restore()
        _letter(canvas, name, cell * i + 8, 110)
    return [_pixels(surface)]


def _letter(canvas: skia.Canvas, text: str, x: float, y: float) -> None:
    canvas.drawString(text, x, y, skia.Font(face(), 11), skia.Paint(AntiAlias=True, Color=LETTERS))


def _pixels(surface: skia.Surface) -> NDArray[np.uint8]:
    return np.ascontiguousarray(surface.makeImageSnapshot().toarray(colorType=skia.kBGRA_8888_ColorType)[:, :, :3])
