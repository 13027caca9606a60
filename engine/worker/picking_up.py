"""A pickup's master, put together while the engine draws: the parent's own pictures, and the new ones only where they were asked for.

It is done here and not in the engine, so that no engine can touch what was to stay.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Protocol

import numpy as np

from engine.backends.pictures import picture_of
from engine.errors import BadInput
from engine.media.compositing import Weight, feathered
from engine.media.pickups import PickupWriter
from engine.plan.orders import ShotOrder


class Takes(Protocol):
    """Where takes and pictures lie (engine.worker.writing.StoreWriter)."""

    def master(self, key: str) -> Path | None: ...

    def picture(self, digest: str) -> Path: ...


def pickup_master(folder: Path, order: ShotOrder, rate: Fraction, takes: Takes) -> PickupWriter:
    """The writer of that order's take. Raises BadInput where its parent or its mask is gone, MediaFailed, StorageFailed."""
    pickup = order.pickup
    parent = None if pickup is None else takes.master(pickup.take)
    if pickup is None or parent is None:
        raise BadInput(
            "The take that is to be picked up is no longer there.", "Render the shot, then pick it up again."
        )
    size = order.raster.width, order.raster.height
    kept: Weight = np.zeros(size[::-1], np.float32)
    painted = None
    if pickup.mask is not None:
        painted = feathered(picture_of(takes.picture(pickup.mask))[..., 0], size, pickup.feather)

    def weight(number: int) -> Weight | None:
        return painted if pickup.first <= number - order.head < pickup.end else kept

    return PickupWriter(folder, order.raster, rate, parent, weight, order.head - pickup.head)
