"""From a model's pictures to the take's: at the film's rate and raster, with what lies beyond its end, and the facts that say how.

Models draw on a grid of lengths and sizes of their own, so a take tells what was interpolated, cropped, scaled and left over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import diffusers
import numpy as np
import torch
from numpy.typing import NDArray

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.retiming import conformed, kept
from engine.plan.capabilities import Between, ModelManifest


def surplus_of(sheet: CallSheet) -> int:
    """Film frames that the model draws beyond the order's last: handles that nobody ordered. A pickup has none: it is
    as long as its take but for what was asked."""
    if sheet.still or sheet.order.pickup is not None:
        return 0
    reach = math.floor((sheet.frames - 1) * sheet.order.rate / sheet.rate) + 1
    return max(0, reach - sheet.order.length)


def conformed_to_film(pictures: NDArray[np.float32], sheet: CallSheet, surplus: int) -> Iterator[NDArray[Any]]:
    """The take's pictures (H, W, 3) float, one at a time, from the model's (T, h, w, 3)."""
    order, length = sheet.order, sheet.order.length + surplus
    film = order.raster.width, order.raster.height
    if sheet.still:
        still = next(conformed(pictures, 1, order.rate, sheet.rate, film))
        yield from (still for _ in range(length))
    elif sheet.stretch is not None:
        shown = conformed(pictures, sheet.stretch.length, order.rate, sheet.rate, film, _between(sheet))
        yield from sheet.stretch.in_place(shown, length)
    else:
        yield from conformed(pictures, length, order.rate, sheet.rate, film, _between(sheet))


def facts_of(sheet: CallSheet, surplus: int, manifest: ModelManifest) -> dict[str, Any]:
    """What take.json keeps of how the pictures came about."""
    film = sheet.order.raster.width, sheet.order.raster.height
    each = sheet.rate == sheet.order.rate
    return {
        "native": {"frames": sheet.frames, "rate": str(sheet.rate), "width": sheet.size[0], "height": sheet.size[1]},
        "between": "held" if sheet.still else "each" if each else _between(sheet),
        "cropped": list(kept(sheet.size, film)),
        "scaled": "none" if sheet.size == film else "lanczos" if sheet.size[0] < film[0] else "area",
        "surplus": surplus,
        "steps": sheet.steps,
        "guidance": sheet.recipe.guidance,
        "revision": "" if manifest.hub is None or manifest.hub.revision is None else manifest.hub.revision,
        "diffusers": diffusers.__version__,
        "torch": torch.__version__,
    }


def _between(sheet: CallSheet) -> Between:
    return sheet.order.between or sheet.recipe.between
