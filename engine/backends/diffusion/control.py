"""The control video of a shot: depth or pose as the paper theatre blocks it, one picture for each of the model's frames.

The theatre plays any shot from the same order, so a video model is led by the very layout, lens and timing that the director saw.
"""

from __future__ import annotations

import math
from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.guides.passes import Guides
from engine.backends.animatic.guides.skeleton import drawn
from engine.backends.animatic.theatre import Theatre
from engine.backends.retiming import scaled
from engine.film.rate import Raster
from engine.plan.orders import ShotOrder

_SMALLEST = 64
"""Pixels of the theatre's smallest edge."""


def control_frames(order: ShotOrder, size: tuple[int, int], frames: int, rate: Fraction) -> tuple[Image.Image, ...]:
    """`frames` pictures at `rate` of the pass that `order.control` names; picture 0 is the take's first."""
    times = math.ceil(_SMALLEST / min(size))
    raster = Raster(width=size[0] * times, height=size[1] * times)
    asked = order.model_copy(update={"raster": raster})
    moments = [min(math.floor(n * order.rate / rate), order.length - 1) - order.head for n in range(frames)]
    theatre = Theatre(stage(asked), raster, order.rate, apart=order.control == "depth")
    guides = Guides(theatre, sorted(set(moments)))
    drawings = (_pass(guides, order.control, at, (raster.width, raster.height)) for at in moments)
    return tuple(Image.fromarray(scaled(drawing, size)) for drawing in drawings)


def _pass(guides: Guides, name: str, frame: int, size: tuple[int, int]) -> NDArray[np.uint8]:
    """White is near; or joints and limbs in OpenPose's colours."""
    if name == "depth":
        return np.repeat((guides.depth(frame) >> 8).astype(np.uint8)[..., None], 3, axis=2)
    return np.asarray(cv2.cvtColor(drawn(guides.people(frame), size), cv2.COLOR_BGR2RGB), np.uint8)
