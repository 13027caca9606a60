"""Puppets drawn into cells: every pose that the world's verbs need, all at one scale, feet on one line, facing right.

Drawn at twice the size and reduced, because paper edges are a pixel wide here. Poses that a puppet draws alike are kept once.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.gait import stride
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.stage import Act, Pose, Puppet
from engine.backends.draft.atlas import CELL, FEET, TALL, WALKS, Sprite
from engine.backends.draft.roster import Subject

_VIEWS = (8.0, 45.0, 90.0, 138.0, 180.0)
_SIDE = 68.0
_MOVED = frozenset({Act.FALL, Act.FLY})
"""Poses that reach far to one side: they are moved in their cells, or everybody would be drawn tiny for their sake."""
_SPEEDS = {Act.WALK: 1.2, Act.RUN: 3.0}
_WAVES = ((Person, 2 * math.pi / (2 * math.pi * 1.9)), (Quadruped, 2 * math.pi / 8), (Bird, 2 * math.pi / 9))


@dataclass(frozen=True, slots=True)
class _Box:
    """Metres about the feet."""

    left: float
    top: float
    right: float


def cycle_of(puppet: Puppet, act: Act) -> float:
    """The ground, in metres, that one whole cycle of the legs (two steps) or wheels covers on screen."""
    facing = abs(math.sin(math.radians(_SIDE)))
    speed = _SPEEDS[act] if act is Act.WALK else 3.0
    if isinstance(puppet, Person):
        return 2 * facing * stride(1.0, 0, speed, puppet.body.frame.leg).step
    if isinstance(puppet, Quadruped):
        leg = (1 - puppet.breed.deep * 0.6) * puppet.tall
        speed = (0.9 if act is Act.WALK else 2.6) * math.sqrt(leg / 0.7)
        return 2 * facing * stride(1.0, 0, max(speed, 2.4 if act is Act.RUN else 0), leg).step
    if isinstance(puppet, Bird):
        wader = puppet.plumage.leg >= 0.5
        return puppet.long * (1.4 * puppet.plumage.leg if wader else 0.55)
    return puppet.height


def _pace(puppet: Puppet, act: Act) -> float:
    if isinstance(puppet, Quadruped):
        return (0.9 if act is Act.WALK else 2.6) * math.sqrt((1 - puppet.breed.deep * 0.6) * puppet.tall / 0.7)
    return _SPEEDS[act]


def poses_of(puppet: Puppet) -> Iterator[Pose]:
    """The poses of all frames, in the order of `atlas.POSES`."""
    wave = next((seconds for kind, seconds in _WAVES if isinstance(puppet, kind)), 0.7)
    yield from (Pose(yaw=yaw, clock=1.2) for yaw in _VIEWS)
    for act in (Act.WALK, Act.RUN):
        cycle = cycle_of(puppet, act)
        for k in range(WALKS):
            gone = cycle * (1 + k / WALKS)
            yield Pose(act, travel=_pace(puppet, act), yaw=_SIDE, gone=gone, clock=1.2, phase=1.0, length=9)
    yield from (Pose(Act.WAVE, phase=0.85 + wave * k / 4, length=9, yaw=25, clock=1.2) for k in range(4))
    yield Pose(Act.SIT, phase=5, length=9, yaw=50, clock=1.2, seat="ground")
    yield from (Pose(Act.FALL, phase=t, length=9, yaw=_SIDE, clock=1.2 + t) for t in (0.3, 0.55, 2.5))
    yield from (Pose(Act.FLY, phase=2, length=9, yaw=_SIDE, clock=c) for c in _beats(puppet))


def _beats(puppet: Puppet) -> tuple[float, ...]:
    """Four moments of a wing beat."""
    if not isinstance(puppet, Bird):
        return (1.2,) * 4
    moments = np.linspace(0, 2, 400)
    beats = np.array([puppet.beat(Pose(Act.FLY, phase=2, length=9, yaw=_SIDE, clock=float(c))) for c in moments])
    top, low = int(beats.argmax()), int(beats.argmin())
    middle = int(np.abs(beats - (beats.max() + beats.min()) / 2).argmin())
    return float(moments[top]), float(moments[middle]), float(moments[low]), float(moments[middle])


def _drawing(puppet: Puppet, pose: Pose, scale: float, size: int, aside: float = 0.0) -> NDArray[np.uint8]:
    """RGBA premultiplied (size, size, 4), the feet `aside` metres right of the middle of the feet line."""
    pixels = np.zeros((size, size, 4), np.uint8)
    info = skia.ImageInfo.Make(size, size, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = skia.Surface.MakeRasterDirect(info, pixels).getCanvas()
    canvas.translate(size / 2 + aside * scale, size * FEET / CELL)
    canvas.scale(scale, scale)
    puppet.draw(canvas, pose)
    return pixels


def _extent(puppet: Puppet, poses: tuple[Pose, ...]) -> _Box:
    """What the drawings reach, measured on thumbnails (bounds leave room for gestures)."""
    scale = 32 / max(puppet.height, puppet.width)
    ink = np.zeros((128, 128), bool)
    for pose in dict.fromkeys(poses):
        ink |= _drawing(puppet, pose, scale, 128)[..., 3] > 40
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    if rows.size == 0:
        return _Box(-puppet.width / 2, puppet.height, puppet.width / 2)
    left, right = float(columns[0] - 64), float(columns[-1] + 1 - 64)
    return _Box(left / scale, (128 * FEET / CELL - float(rows[0])) / scale, right / scale)


def scale_of(puppet: Puppet, poses: tuple[Pose, ...]) -> float:
    """Pixels of a cell per metre: a standing figure is TALL pixels high unless another pose would leave the cell."""
    upright = _extent(puppet, tuple(pose for pose in poses if pose.act not in _MOVED))
    moved = [_extent(puppet, (pose,)) for pose in poses if pose.act in _MOVED]
    half = max(-upright.left, upright.right, *((box.right - box.left) / 2 for box in moved), 1e-3)
    top = max(upright.top, *(box.top for box in moved), 1e-3)
    return min(TALL / puppet.height, (CELL / 2 - 2) / half, (FEET - 2) / top)


def _aside(puppet: Puppet, pose: Pose, scale: float) -> float:
    """How far a figure that lies or flies is moved to fit into its cell."""
    if pose.act not in _MOVED:
        return 0.0
    box, half = _extent(puppet, (pose,)), (CELL / 2 - 1) / scale
    return max(0.0, -half - box.left) - max(0.0, box.right - half)


def drawn(subject: Subject) -> Sprite:
    """All frames of a subject."""
    puppet = subject.puppet
    poses = tuple(poses_of(puppet))
    if subject.gait == "paper":
        poses = (Pose(yaw=45.0, clock=0.0),) * len(poses)
    scale = scale_of(puppet, poses)
    kept: dict[bytes, int] = {}
    frames: list[NDArray[np.uint8]] = []
    index: list[int] = []
    for pose in poses:
        big = _drawing(puppet, pose, 2 * scale, 2 * CELL, _aside(puppet, pose, scale))
        frame = np.asarray(cv2.resize(big, (CELL, CELL), interpolation=cv2.INTER_AREA), np.uint8)
        index.append(kept.setdefault(frame.tobytes(), len(frames)))
        if index[-1] == len(frames):
            frames.append(frame)
    alpha = frames[0][..., 3] > 40
    rows = np.flatnonzero(alpha.any(1))
    tall = float(FEET - rows[0]) if rows.size else float(TALL)
    cycles = tuple(float(cycle_of(puppet, act) * scale) for act in (Act.WALK, Act.RUN))
    return Sprite(np.stack(frames), tuple(index), (cycles[0], cycles[1]), tall)


GROUND = 190
"""The grey on which a portrait stands."""


def portrait(puppet: Puppet, side: int = 96) -> NDArray[np.uint8]:
    """A puppet as the training world's references show it: whole, from half aside, on a plain ground. (side, side, 3) RGB."""
    pose = Pose(yaw=45.0, clock=1.2)
    scale = scale_of(puppet, (pose,))
    drawing = np.asarray(
        cv2.resize(_drawing(puppet, pose, 2 * scale, 2 * CELL), (CELL, CELL), interpolation=cv2.INTER_AREA)
    )
    rows = np.flatnonzero((drawing[..., 3] > 40).any(1))
    tall = float(FEET - rows[0]) if rows.size else float(TALL)
    grow = side / (1.18 * (tall + 14))
    way = np.array([[grow, 0, side / 2 - grow * CELL / 2], [0, grow, side / 2 - grow * (FEET - tall / 2)]])
    seen = cv2.warpAffine(drawing, way, (side, side), flags=cv2.INTER_LINEAR)
    return (seen[..., :3] + GROUND * (1 - seen[..., 3:] / 255.0)).round().astype(np.uint8)
