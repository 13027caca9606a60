"""Places painted for the training world: each set of the animatic engine pressed into three sheets that slide against each other.

The sheets are those the theatre bakes for a shot, seen by one wide camera; cut by depth, not by name, so that a new set needs
nothing here but a line with its words.
"""

from __future__ import annotations

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic import weather
from engine.backends.animatic.camera import Camera
from engine.backends.animatic.mediums.hand import Hand, hand_for
from engine.backends.animatic.palette import Palette
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.sheets import Sheet, Table, Way, bake, visible
from engine.backends.animatic.stage import INDOORS, SetKind, SetOrder
from engine.backends.draft.atlas import GROUND, PLATE_HIGH, PLATE_SCALE, PLATE_WIDE, Plate
from engine.backends.draft.captions import LIGHT_NAMES, PLACES
from engine.film.shots import Weather

SETS: dict[str, tuple[SetKind, str, Weather]] = {
    "street": ("street", "street", "clear"),
    "old town": ("temple", "古镇 temple street", "clear"),
    "forest": ("forest", "forest", "clear"),
    "bamboo": ("bamboo grove", "bamboo grove", "clear"),
    "autumn wood": ("forest", "autumn maple wood", "clear"),
    "beach": ("beach", "beach", "clear"),
    "lakeside": ("river", "西湖岸边 willow", "clear"),
    "mountains": ("mountains", "meadow", "clear"),
    "snow": ("snowfield", "snowfield", "snow"),
    "desert": ("desert", "desert oasis", "clear"),
    "living room": ("living room", "parlour", "clear"),
    "kitchen": ("kitchen", "kitchen", "clear"),
    "bedroom": ("bedroom", "bedroom", "clear"),
    "library": ("library", "library", "clear"),
    "hill": ("night sky", "hill", "clear"),
    "rooftop": ("rooftop", "rooftop", "clear"),
}
"""Which set plays each of captions.PLACES, dressed by which words."""

TALL = 4.3
"""Metres of the stage that fill a frame's height."""
_HORIZON = 0.60
_FAR, _FAR_INDOORS, _NEAR = 18.0, 12.0, 1.0
"""Depths (metres) that part far from middle and middle from stage."""


def _camera() -> Camera:
    focal, feet = 1.6, 0.5 + GROUND * 16 / 9
    return Camera(0.0, (feet - _HORIZON) * TALL, -focal * TALL, focal, shift_y=_HORIZON - 0.5)


def order_of(place: int, light_number: int, seed: int) -> SetOrder:
    """What the animatic engine is asked for."""
    kind, words, sky = SETS[PLACES[place].key]
    # The engine's own dressing seeds are large; neighbouring small ones look alike.
    return SetOrder(kind, LIGHT_NAMES[light_number], sky, 7919 * seed + 104729 * place + 3, words)


def painted(place: int, light_number: int, seed: int) -> Plate:
    """One place in one light."""
    order = order_of(place, light_number, seed)
    hand = hand_for("paper")
    palette = hand.palette(order)
    camera = _camera()
    table = Table(camera, PLATE_WIDE, PLATE_HIGH, round(PLATE_SCALE * 9 / 16))
    sheets = visible([*scenery_for(order.kind).sheets(order, palette), *weather.mists(order, palette)], table, [camera])
    far = _FAR_INDOORS if order.kind in INDOORS else _FAR
    parts = (
        [s for s in sheets if s.z >= far],
        [s for s in sheets if _NEAR <= s.z < far],
        [s for s in sheets if s.z < _NEAR],
    )
    layers = [_pressed(part, table, camera, palette, hand) for part in parts]
    layers[1] = _footed(layers[1])
    stacked = np.concatenate([layers[0][..., :3], layers[1], layers[2]], axis=2)
    grade = hand.grade(order, palette)
    return Plate(place, light_number, stacked, (*grade.gel, *grade.air, grade.haze, *grade.shade))


def _pressed(sheets: list[Sheet], table: Table, camera: Camera, palette: Palette, hand: Hand) -> NDArray[np.uint8]:
    """Sheets as one RGBA picture (296, 800, 4), premultiplied."""
    pixels = np.zeros((table.height, table.width, 4), np.uint8)
    info = skia.ImageInfo.Make(table.width, table.height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = skia.Surface.MakeRasterDirect(info, pixels).getCanvas()
    if sheets:
        for texture in bake("plate", sheets, table, [camera], palette, hand.marks):
            texture.draw(canvas, Way(1, 0, 0))
    return pixels


def _footed(layer: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Below the last row that is whole the ground goes on, so that no gap opens when the stage slides away."""
    whole = np.flatnonzero(layer[..., 3].min(axis=1) >= 250)
    if whole.size == 0:
        return layer
    last = int(whole[-1])
    out = layer.copy()
    ground = cv2.blur(layer[max(0, last - 6) : last + 1], (9, 1))[-1:]
    out[last + 1 :] = ground
    return out
