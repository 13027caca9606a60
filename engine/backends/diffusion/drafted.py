"""The draft that a final comes of, as its model is shown it: its pictures at the model's own moments, or their motion in colours.

Control video of motion is coloured as these models learned it: the wheel of Baker et al. 2011, white where nothing moves, each picture to its
own fastest point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.backends.pictures import Takes
from engine.backends.retiming import flow, scaled
from engine.errors import BadInput
from engine.media.playback import Playback
from engine.plan.finals import draft_picture
from engine.plan.native import Pass
from engine.plan.orders import ShotOrder

_ARCS = (15, 6, 4, 11, 13, 6)
"""Steps of the wheel from red over yellow, green, cyan, blue and magenta back to red."""
_STILL = 0.05
"""Pixels a frame below which nothing moves."""

Frames = tuple[Image.Image, ...]


def drafted_frames(order: ShotOrder, size: tuple[int, int], drawn: Pass, takes: Takes) -> Frames:
    """A picture of the draft for each that the model draws. Raises BadInput where the draft is gone, MediaFailed."""
    master = None if order.drafted is None else takes.master(order.drafted.take)
    if master is None:
        raise BadInput(
            "The take that the final was to start from is no longer there.", "Draw the final of another take."
        )
    with Playback(master) as draft:
        last = draft.frames - 1
        film = (min(math.floor(n * order.rate / drawn.rate), order.length - 1) for n in range(drawn.frames))
        shown = (draft.frame(min(max(draft_picture(order, at), 0), last)) for at in film)
        return tuple(Image.fromarray(scaled(np.ascontiguousarray(each[..., ::-1]), size)) for each in shown)


def motion_of(frames: Sequence[Image.Image]) -> Frames:
    """How those pictures move, coloured, one for each of them; the first has the motion of the second."""
    grey = [np.asarray(cv2.cvtColor(np.asarray(each), cv2.COLOR_RGB2GRAY), np.uint8) for each in frames]
    moved = [coloured(flow(one, two)) for one, two in pairwise(grey)]
    moved = moved or [np.full((*grey[0].shape, 3), 255, np.uint8)]
    return tuple(Image.fromarray(each) for each in (moved[0], *moved)[: len(frames)])


def coloured(motion: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(H, W, 2) pixels as (H, W, 3) RGB."""
    length = np.hypot(motion[..., 0], motion[..., 1])
    length = length / max(float(length.max()), _STILL)
    wheel = _wheel()
    turn = (np.arctan2(-motion[..., 1], -motion[..., 0]) / np.pi + 1) / 2 * (len(wheel) - 1)
    low = np.floor(turn).astype(int)
    share = (turn - low)[..., None]
    hue = (1 - share) * wheel[low] + share * wheel[(low + 1) % len(wheel)]
    return np.floor(255 * (1 - length[..., None] * (1 - hue))).astype(np.uint8)


@cache
def _wheel() -> NDArray[np.float32]:
    """(55, 3) fully saturated colours in 0..1, each arc between two corners of the RGB cube."""
    corners = [(1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1), (1, 0, 1), (1, 0, 0)]
    arcs = [
        np.linspace(one, two, steps, endpoint=False) for (one, two), steps in zip(pairwise(corners), _ARCS, strict=True)
    ]
    return np.concatenate(arcs).astype(np.float32)
