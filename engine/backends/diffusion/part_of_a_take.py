"""What a model is shown of a take that is drawn again in part: its pictures, and what of each is to change.

What is to change is grey, as these models learned it; the rest leads them, so that the new part continues what stays.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.backends.pictures import Takes, picture_of
from engine.backends.retiming import scaled
from engine.errors import BadInput
from engine.media.compositing import feathered
from engine.media.playback import Playback
from engine.plan.native import Pass
from engine.plan.orders import PickupOrder, ShotOrder

_GREY = 128
Pictures = tuple[Image.Image, ...]


def takes_part(order: ShotOrder, size: tuple[int, int], drawn: Pass, takes: Takes) -> tuple[Pictures, Pictures]:
    """The take at the model's moments, and masks, white where it is to change; a picture each for every picture the model draws.
    Raises BadInput where the take or the mask is gone, MediaFailed."""
    pickup = order.pickup
    master = takes.parent(order)
    if pickup is None or master is None:
        raise BadInput(
            "The take that is to be picked up is no longer there.", "Render the shot, then pick it up again."
        )
    paint = _paint(pickup, (order.raster.width, order.raster.height), size, takes)
    kept: list[Image.Image] = []
    redrawn: list[Image.Image] = []
    with Playback(master) as take:
        for n in range(drawn.frames):
            frame = min(math.floor(n * order.rate / drawn.rate), order.length - 1) - order.head
            mask = paint(frame, take.frames)
            redrawn.append(Image.fromarray(mask))
            at = min(max(frame + pickup.head, 0), take.frames - 1)
            shown = scaled(np.ascontiguousarray(take.frame(at)[..., ::-1]), size)
            kept.append(Image.fromarray(np.where(mask[..., None] > 0, np.uint8(_GREY), shown)))
    return tuple(kept), tuple(redrawn)


def _paint(
    pickup: PickupOrder, film: tuple[int, int], size: tuple[int, int], takes: Takes
) -> Callable[[int, int], NDArray[np.uint8]]:
    """The mask for a film frame of a take of so many pictures: all of what is feathered is the model's to draw."""
    all_, none = np.full(size[::-1], 255, np.uint8), np.zeros(size[::-1], np.uint8)
    painted = all_
    if pickup.mask is not None:
        grey = picture_of(takes.picture(pickup.mask))[..., 0]
        wide = scaled(
            np.repeat((feathered(grey, film, pickup.feather) > 0)[..., None], 3, axis=2).astype(np.uint8) * 255, size
        )
        painted = np.where(wide[..., 0] > 0, np.uint8(255), np.uint8(0))

    def mask(frame: int, pictures: int) -> NDArray[np.uint8]:
        if not 0 <= frame + pickup.head < pictures:
            return all_
        return painted if pickup.first <= frame < pickup.end else none

    return mask
