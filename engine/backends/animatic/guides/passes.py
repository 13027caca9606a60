"""The guide passes of a shot, picture by picture: what a video model is steered by, and what a metric is tested on.

All of them are read from the theatre's own planes and joints, so they agree with the take to the pixel; nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.camera import NEAR
from engine.backends.animatic.guides.flow import Flow, flow
from engine.backends.animatic.guides.layers import NOTHING, Seen, seen
from engine.backends.animatic.guides.skeleton import Skeleton, skeletons
from engine.backends.animatic.stage import Player
from engine.backends.animatic.theatre import Theatre

_KELLY = (
    (0, 0, 0), (19, 167, 253), (117, 62, 128), (0, 104, 255), (215, 189, 166), (32, 0, 193), (98, 162, 206), (52, 125, 0), (142, 118, 246),
    (138, 83, 0), (92, 122, 255), (122, 55, 83), (0, 142, 255), (81, 40, 179), (0, 200, 244), (13, 24, 127), (0, 170, 147),
)  # fmt: skip
"""Black for nobody, then colours that are told apart most easily (Kelly 1965), BGR."""

FLOW_STEP, FLOW_ZERO = 64.0, 32768
"""The KITTI encoding (Geiger et al. 2013): 16-bit, value = 64 * pixels + 2**15; the third channel says whether it is known."""


class Guides:
    """Guide passes of one shot as `theatre` plays it. Frames count from the shot's frame 0, as in Theatre; `frames` are all of them.
    `apart` plays the same shot with every sheet of the set a layer of its own, for the depth; without one, sheets that a take presses
    together lie equally deep."""

    def __init__(self, theatre: Theatre, frames: Sequence[int], apart: Theatre | None = None) -> None:
        self.theatre = theatre
        self.planes = apart or theatre
        self.frames = frames
        self.seen = lru_cache(maxsize=3)(self._seen)
        acting = [p for p in theatre.staging.players if not p.is_thing]
        things = [p for p in theatre.staging.players if p.is_thing]
        self.names = tuple(player.name for player in (*acting, *things))
        """Who has which label: the first of them 1, in the masks' pictures and legend."""

    def _seen(self, frame: int) -> Seen:
        return seen(self.theatre, frame)

    @cached_property
    def nearest(self) -> float:
        """Metres from the lens to the nearest plane of the whole shot: white in the depth pass."""
        theatre = self.planes
        planes = [texture.z for texture in theatre.textures] + [player.z for player in theatre.staging.players]
        cameras = {theatre.camera(frame).z for frame in self.frames}
        gaps = [z - camera for z in planes for camera in cameras if z - camera > NEAR]
        return min(gaps, default=1.0)

    def depth(self, frame: int) -> NDArray[np.uint16]:
        """Inverse depth, (H, W): 65535 * nearest / metres from the lens; 0 where there is no plane."""
        now = seen(self.planes, frame)
        levels = [min(65535.0, 65535.0 * self.nearest / max(laid.away, NEAR)) for laid in now.layers]
        table = np.array([*levels, 0.0]).round().astype(np.uint16)  # NOTHING is the last one
        return table[now.index]

    def labels(self, frame: int) -> NDArray[np.uint8]:
        """Who is seen at each pixel, (H, W): 0 for nobody, else the place in `names`, counted from 1."""
        now = self.seen(frame)
        table = np.zeros(len(now.layers) + 1, np.uint8)
        for number, laid in enumerate(now.layers):
            if isinstance(laid.layer, Player) and laid.layer.name in self.names:
                table[number] = self.names.index(laid.layer.name) + 1
        table[NOTHING] = 0
        return table[now.index]

    def masks(self, frame: int) -> NDArray[np.uint8]:
        """The labels as colours: (H, W, 3) BGR, black for nobody."""
        return np.array([colour_of(label) for label in range(len(self.names) + 1)], np.uint8)[self.labels(frame)]

    def people(self, frame: int) -> tuple[Skeleton, ...]:
        """The skeletons of everybody in the frame."""
        return skeletons(self.theatre, frame, self.seen(frame))

    def flow(self, frame: int) -> Flow:
        """Where each pixel goes in the next frame."""
        return flow(self.theatre, frame, self.seen(frame), self.seen(frame + 1))

    def plate(self, frame: int) -> NDArray[np.uint8]:
        """The frame without its cast: (H, W, 3) BGR."""
        return np.ascontiguousarray(self.theatre.plate(frame)[:, :, :3])


def colour_of(label: int) -> tuple[int, int, int]:
    """The colour (BGR) of a label in the masks."""
    return _KELLY[0] if label == 0 else _KELLY[1 + (label - 1) % (len(_KELLY) - 1)]


def encoded(motion: Flow) -> NDArray[np.uint16]:
    """Flow in the KITTI encoding: (H, W, 3) uint16 of right, down, known."""
    coded = np.clip(motion.motion * FLOW_STEP + FLOW_ZERO, 0, 65535).round()
    return np.dstack([coded, motion.known.astype(np.float32)]).astype(np.uint16)


def coloured(motion: Flow, most: float) -> NDArray[np.uint8]:
    """Flow for the eye: hue is its direction, brightness its length (full at `most` pixels): (H, W, 3) BGR."""
    length, turn = cv2.cartToPolar(motion.motion[:, :, 0], motion.motion[:, :, 1], angleInDegrees=True)
    hsv = np.dstack([turn / 2, np.full_like(turn, 255), np.clip(length / max(most, 1e-6), 0, 1) * 255]).astype(np.uint8)
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR), np.uint8)
