"""A pickup's master, put together while the engine draws: the parent's own pictures, and the new ones only where they were asked for.

It is done here and not in the engine, so that no engine can touch what was to stay.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.backends.pictures import picture_of
from engine.errors import BadInput
from engine.media.clips import decode_sound
from engine.media.compositing import Weight, feathered
from engine.media.conformed_takes import Played, conformed
from engine.media.pickups import PickupWriter
from engine.media.probe import has_sound, probe
from engine.plan.desk import SAMPLE_RATE
from engine.plan.orders import ConformOrder, ShotOrder

PARENTS = "cache/pickups"
"""Where conformed takes lie, relative to the film's folder."""

_LONG_AGO = 86_400.0  # seconds


class Takes(Protocol):
    """Where takes and pictures lie (engine.worker.writing.StoreWriter)."""

    def parent(self, order: ShotOrder) -> Path | None: ...

    def picture(self, digest: str) -> Path: ...


def parent_of(order: ShotOrder, master: Path, folder: Path) -> Path:
    """The take that the order is of, as the film plays it: itself where it has the film's size and rate, else conformed to them, without
    loss, in that folder. Raises StorageFailed, MediaFailed."""
    shown, raster = probe(master), order.raster
    conform = None if order.pickup is None else order.pickup.conform
    if conform is None and (shown.width, shown.height, shown.rate) == (raster.width, raster.height, order.rate):
        return master
    head = 0 if order.pickup is None else order.pickup.head
    conform = conform or ConformOrder(rate=order.rate, head=head, frames=shown.frames)
    told = f"{master.parent.name} {raster} {order.rate} {head} {conform.model_dump_json()}"
    out = folder / f"{hashlib.sha256(told.encode()).hexdigest()[:32]}.mkv"
    if not out.is_file():
        lead = conform.head / conform.rate - head / order.rate
        conformed(master, out, raster, Played(conform.rate, lead, conform.frames, conform.fill), order.rate)
    return out


def sweep_parents(film_folder: Path) -> None:
    """Throw away takes that were conformed yesterday, and what a killed worker left: without loss they are large, and made again in seconds."""
    for path in (film_folder / PARENTS).glob("*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < time.time() - _LONG_AGO:
                path.unlink()


def pickup_master(folder: Path, order: ShotOrder, rate: Fraction, takes: Takes) -> PickupWriter:
    """The writer of that order's take. Raises BadInput where its parent or its mask is gone, MediaFailed, StorageFailed."""
    pickup = order.pickup
    parent = takes.parent(order)
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


def parents_sound(order: ShotOrder, master: Path, scratch: Path) -> tuple[NDArray[np.float32], int] | None:
    """What is heard in the take that the order is of, as samples (channels, count) from the child's first picture on and their rate; None
    where that is silent or plays at another speed. `scratch` is a file's name. Raises StorageFailed, MediaFailed."""
    pickup = order.pickup
    conform = None if pickup is None else pickup.conform
    if pickup is None or not has_sound(master) or (conform is not None and conform.rate != probe(master).rate):
        return None
    decode_sound(master, scratch, lambda: None)
    samples = np.divide(np.fromfile(scratch, "<i2").reshape(-1, 2).T, 32768, dtype=np.float32)
    scratch.unlink()
    head = pickup.head / order.rate if conform is None else conform.head / conform.rate
    later = round((order.head / order.rate - head) * SAMPLE_RATE)
    padded = np.pad(samples[:, max(0, -later) :], ((0, 0), (max(0, later), 0)))
    return np.asarray(padded, np.float32), SAMPLE_RATE
