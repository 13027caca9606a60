"""Optical flow, told and not guessed: where each pixel of a frame goes in the next one.

Planes and whatever is held between two drawings move by a homography that the camera department knows; of a jointed puppet every sheet
moves by the affine map between its corners in two drawings. Layers that bend (hair in the wind) are followed as well as one affine map can.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.guides.layers import NOTHING, Seen, seen
from engine.backends.animatic.guides.tracing import labelled, motions, traced
from engine.backends.animatic.sheets import Texture
from engine.backends.animatic.stage import Player
from engine.backends.animatic.theatre import Laid, Theatre


@dataclass(frozen=True, slots=True)
class Flow:
    """`motion` (H, W, 2) float32, in pixels to the right and down; `known` (H, W) bool: where the pixel is still seen in the next frame."""

    motion: NDArray[np.float32]
    known: NDArray[np.bool_]


def flow(theatre: Theatre, frame: int, now: Seen | None = None, then: Seen | None = None) -> Flow:
    """The forward flow from a frame to the next one."""
    now, then = now or seen(theatre, frame), then or seen(theatre, frame + 1)
    motion = np.zeros((*now.index.shape, 2), np.float32)
    known = np.zeros(now.index.shape, bool)
    for number, laid in enumerate(now.layers):
        where = now.of(number)
        other = _same(laid, then)
        if not where.any() or other is None:
            continue
        ys, xs = np.nonzero(where)
        ends = _ends(theatre, frame, (now, number), (then, other), np.stack([xs, ys], axis=1).astype(np.float64))
        motion[ys, xs] = ends - np.stack([xs, ys], axis=1)
        known[ys, xs] = _is_seen(then, other, ends)
    return Flow(motion, known)


def _same(laid: Laid, then: Seen) -> int | None:
    """The number of the same layer in the next frame."""
    return next((n for n, other in enumerate(then.layers) if _is_same(laid.layer, other.layer)), None)


def _is_same(one: Texture | Player, other: Texture | Player) -> bool:
    if isinstance(one, Player):
        return isinstance(other, Player) and one.name == other.name
    return one is other


def _ends(
    theatre: Theatre, frame: int, now: tuple[Seen, int], then: tuple[Seen, int], points: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Where the points (n, 2) of a layer are in the next frame. Pixels are meant by their middles."""
    (before, a), (after, b) = now, then
    start, end = before.into_frame(a), after.into_frame(b)
    laid = before.layers[a]
    own = _mapped(np.linalg.inv(start).astype(np.float64), points + 0.5)
    if isinstance(laid.layer, Player) and laid.drawing is not after.layers[b].drawing:
        own = _redrawn(theatre, frame, laid.layer, own)
    elif isinstance(laid.layer, Texture) and laid.layer.stir:
        own = laid.layer.stirred(own, laid.moment, after.layers[b].moment)
    return _mapped(end, own) - 0.5


def _redrawn(theatre: Theatre, frame: int, player: Player, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where points of one drawing of a player lie in its next drawing."""
    ways = _sheet_motions(theatre, frame, player)
    if ways is None:
        return points
    sheets, maps, rest = ways
    xs = np.clip(np.floor(points[:, 0]).astype(int), 0, sheets.shape[1] - 1)
    ys = np.clip(np.floor(points[:, 1]).astype(int), 0, sheets.shape[0] - 1)
    on = sheets[ys, xs]
    moved = _mapped(rest, points)
    for number in np.unique(on[on >= 0]):
        if (way := maps[number]) is not None:
            moved[on == number] = _mapped(way, points[on == number])
    return moved


def _sheet_motions(
    theatre: Theatre, frame: int, player: Player
) -> tuple[NDArray[np.int32], list[NDArray[np.float64] | None], NDArray[np.float64]] | None:
    """(which sheet lies on top of each pixel of the drawing, how each moves, how the whole figure does)."""
    first, second = theatre.posed(player, frame), theatre.posed(player, frame + 1)
    if first is None or second is None:
        return None
    (puppet, placed, easel, _), (puppet2, placed2, easel2, _) = first, second
    size = theatre.composed
    cuts = traced(puppet, placed.pose, (easel.x, easel.y, easel.scale), size)
    others = traced(puppet2, placed2.pose, (easel2.x, easel2.y, easel2.scale), size)
    k = easel2.scale / easel.scale
    whole = np.array([[k, 0, easel2.x - k * easel.x], [0, k, easel2.y - k * easel.y], [0, 0, 1.0]])
    return labelled(cuts, size), motions(cuts, others), whole


def _mapped(way: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points (n, 2) under a homography (3, 3)."""
    if way[2, 0] == way[2, 1] == 0:
        return points @ (way[:2, :2] / way[2, 2]).T + way[:2, 2] / way[2, 2]
    whole = points @ way[:, :2].T + way[:, 2]
    return whole[:, :2] / whole[:, 2:]


def _is_seen(then: Seen, number: int, points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether that layer is what the frame shows at the points."""
    height, width = then.index.shape
    xs, ys = np.rint(points[:, 0]).astype(int), np.rint(points[:, 1]).astype(int)
    inside = (xs >= 0) & (ys >= 0) & (xs < width) & (ys < height)
    shown = np.full(len(points), NOTHING, np.int16)
    shown[inside] = then.index[ys[inside], xs[inside]]
    return shown == number
