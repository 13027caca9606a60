"""How the camera and the subjects of a batch of clips move: smooth functions of time, for all clips at once.

Everything is drawn as numbers first and turned into paths afterwards, so a clip can be asked for at any moment (the middle of a
slab lies between two frames) and the camera the model is told is the camera that was used.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.backends.draft.atlas import POSES, WALKS
from engine.backends.draft.captions import VERBS

CAMERAS = (
    "static",
    "pan left",
    "pan right",
    "tilt up",
    "tilt down",
    "push in",
    "pull out",
    "roll",
    "roll back",
    "mixed",
)
"""Kinds of camera paths; 'roll' turns the picture clockwise, 'mixed' does several at once."""

VERB = {verb.key: number for number, verb in enumerate(VERBS)}
_POSE = {name: number for number, name in enumerate(POSES)}

Draw = dict[str, Tensor]
"""Uniform numbers in 0..1 by name."""


@dataclass(frozen=True, slots=True)
class Path:
    """Camera paths of B clips. `start` and `total` (B, 4): centre x and y (frame widths at zoom 1), log2 zoom, roll (turns), at the
    first frame and the way gone over the clip; `ease` (B, 4) in 0..1: 0 at even speed, 1 slow at both ends."""

    start: Tensor
    total: Tensor
    ease: Tensor

    def at(self, share: Tensor) -> Tensor:
        """The camera at a share (N,) of the clip: (B, N, 4)."""
        u = share.clamp(0, 1)[None, :, None]
        smooth = u * u * (3 - 2 * u)
        gone = u + (smooth - u) * self.ease[:, None]
        return self.start[:, None] + self.total[:, None] * gone

    def told(self, share: Tensor) -> Tensor:
        """What the model is told (B, N, 4): relative to the clip's first frame, in widths of that frame."""
        path = self.at(share) - self.start[:, None]
        widths = torch.exp2(self.start[:, 2])[:, None, None]
        return torch.cat([path[..., :2] * widths, path[..., 2:]], dim=-1)


def path_of(kind: Tensor, seconds: float, draw: Draw) -> Path:
    """Camera paths of `kind` (B,) numbers of CAMERAS, beginning at zoom 1 or closer. Draw: way, lift, zoom, turn, ease (B, 4), near, mix."""
    on = [(kind == number).float() for number in range(len(CAMERAS))]
    mixed, sign = on[9], 2 * torch.round(draw["mix"]) - 1
    pan = (0.12 + 0.16 * draw["way"]) * min(seconds, 2.6 + 0.05 * seconds)
    tilt = (0.07 + 0.05 * draw["lift"]) * min(1.0, 0.5 + seconds / 4)
    zoom = (0.30 + 0.40 * draw["zoom"]) * min(1.0, 0.5 + seconds / 4)
    turn = (0.02 + 0.04 * draw["turn"]) * min(seconds, 5.0)
    wild = torch.stack([2 * draw[name] - 1 for name in ("way", "lift", "zoom", "turn")], dim=1)
    total = torch.stack(
        [pan * (on[2] - on[1]), tilt * (on[4] - on[3]), zoom * (on[5] - on[6]), turn * (on[7] - on[8])], dim=1
    )
    busy = torch.stack([pan * sign, tilt, 0.6 * zoom * sign, 0.5 * turn], dim=1) * wild
    total = total + busy * mixed[:, None]
    near = 0.16 * draw["near"] + (total[:, 3].abs() * 4).clamp(max=0.34) + (-total[:, 2]).clamp(min=0)
    start = torch.zeros_like(total)
    start[:, 2] = near
    return Path(start, total, draw["ease"])


@dataclass(frozen=True, slots=True)
class Track:
    """What N subjects of B clips do at T frames; every field (B, N, T). `dx`, `lift` in figure heights (right and up), `turn` radians
    about the figure's middle (clockwise), `wide` and `high` stretch it about its feet (wide < 0: mirrored), `grow` multiplies its
    size, `pose` numbers atlas.POSES."""

    dx: Tensor
    lift: Tensor
    turn: Tensor
    wide: Tensor
    high: Tensor
    grow: Tensor
    pose: Tensor


@dataclass(frozen=True, slots=True)
class Going:
    """What walkers need: `gone` (B, N, T), signed ground covered since the first frame in figure heights, whether one `moves` (B, N, T),
    and the cycles of walking and running (B, N) in figure heights."""

    gone: Tensor
    moves: Tensor
    walk: Tensor
    run: Tensor


def track_of(verb: Tensor, gait: Tensor, going: Going, seconds: Tensor, draw: Draw) -> Track:
    """The motion of `verb` (B, N) by subjects of `gait` (B, N: 0 limbs, 1 wheels, 2 paper) at `seconds` (T,) from the first frame.
    Draw, each (B, N): phase, pace, side, when."""
    stage = _Stage(verb, gait, going, seconds, draw)
    parts = (_still, _go, _jump, _spin, _wave, _sit, _depth, _fall, _fly, _dance, _tremble, _somersault)
    track = parts[0](stage)
    for part in parts[1:]:
        mask, other = part(stage)
        track = _chosen(mask, other, track)
    return track


class _Stage:
    """What every verb looks at, broadcast to (B, N, T)."""

    def __init__(self, verb: Tensor, gait: Tensor, going: Going, seconds: Tensor, draw: Draw) -> None:
        self.verb, self.going = verb[..., None], going
        self.limbs, self.wheels = (gait == 0)[..., None], (gait == 1)[..., None]
        self.t = seconds.expand(*verb.shape, -1)
        self.length = max(float(seconds[-1]), 1e-6)
        self.phase, self.pace, self.when = (draw[name][..., None] for name in ("phase", "pace", "when"))
        self.side = torch.where(draw["side"] < 0.5, -1.0, 1.0)[..., None].expand_as(self.t)
        self.zero = torch.zeros_like(self.t)

    def on(self, *names: str) -> Tensor:
        """Where one of those verbs is done."""
        found = torch.zeros_like(self.verb, dtype=torch.bool)
        for name in names:
            found = found | (self.verb == VERB[name])
        return found

    def wave(self, hertz: float) -> Tensor:
        """A sine of that pace with the subject's own phase."""
        return torch.sin(2 * math.pi * (hertz * self.t * (0.85 + 0.3 * self.pace) + self.phase))

    def since(self, begins: Tensor, lasts: float) -> Tensor:
        """0 before a moment (seconds), 1 from `lasts` seconds after it on."""
        return ((self.t - begins) / lasts).clamp(0, 1)

    def pose(self, name: str) -> Tensor:
        return torch.full_like(self.t, _POSE[name])

    def plain(self) -> Track:
        """Standing."""
        one = torch.ones_like(self.t)
        return Track(self.zero, self.zero, self.zero, self.side, one, one, self.pose("view 1"))


def _with(track: Track, **changes: Tensor) -> Track:
    fields = {name: getattr(track, name) for name in Track.__slots__}
    return Track(**(fields | changes))


def _chosen(mask: Tensor, yes: Track, no: Track) -> Track:
    return Track(*(torch.where(mask, getattr(yes, name), getattr(no, name)) for name in Track.__slots__))


def _still(stage: _Stage) -> Track:
    return _with(stage.plain(), high=1 + 0.014 * stage.wave(0.45))


def _go(stage: _Stage) -> tuple[Tensor, Track]:
    """Walking and running: the drawing follows the ground covered, so that feet stay where they are put. Paper hops instead."""
    run = stage.on("run left", "run right")
    cycle = torch.where(run, stage.going.run[..., None], stage.going.walk[..., None]).clamp(min=0.05)
    beat = stage.going.gone.abs() / cycle + stage.phase
    step = torch.floor(beat * WALKS).remainder(WALKS)
    paper = ~stage.limbs & ~stage.wheels & stage.going.moves
    pose = torch.where(run, _POSE["run 0"], _POSE["walk 0"]) + step
    pose = torch.where(stage.going.moves, pose, stage.pose("view 2"))
    hops = stage.going.gone.abs() / torch.where(run, 0.62, 0.34) + stage.phase
    up = torch.sin(math.pi * hops).abs() * paper
    rock = torch.sin(math.pi * hops) * paper * 0.12
    left = stage.on("walk left", "run left")
    face = torch.where(left, -1.0, 1.0).expand_as(stage.t)
    lean = torch.where(run & paper, 0.16, 0.0) * face
    track = _with(
        stage.plain(), dx=stage.going.gone, wide=face, pose=pose, turn=rock + lean,
        lift=up * torch.where(run, 0.16, 0.10), high=1 + 0.05 * (up - 0.5) * paper,
    )  # fmt: skip
    return stage.on("walk left", "walk right", "run left", "run right"), track


def _jump(stage: _Stage) -> tuple[Tensor, Track]:
    """Crouch, up, down, crouch: a parabola in the air and a squash on the ground."""
    beat = (stage.t * (1.0 + 0.25 * stage.pace) + stage.phase).remainder(1.0)
    air = ((beat - 0.28) / 0.72).clamp(0, 1)
    up = 4 * air * (1 - air)
    crouch = torch.sin(math.pi * (beat / 0.28).clamp(0, 1))
    high = 1 - 0.16 * crouch + 0.05 * up
    pose = torch.where(stage.limbs & (up > 0.35), stage.pose("run 2"), stage.pose("view 1"))
    return stage.on("jump"), _with(stage.plain(), lift=0.42 * up, high=high, wide=stage.side / high.sqrt(), pose=pose)


def _spin(stage: _Stage) -> tuple[Tensor, Track]:
    """Joints turn through their views and back mirrored; a sheet of paper turns like a sheet of paper."""
    turns = stage.t * (0.62 + 0.25 * stage.pace) * stage.side + stage.phase
    step = torch.floor(turns * 8).remainder(8)
    view = torch.minimum(step, 8 - step)
    flat = torch.cos(2 * math.pi * turns)
    flat = torch.where(flat < 0, -1.0, 1.0) * flat.abs().clamp(min=0.10)
    wide = torch.where(stage.limbs, torch.where(step > 4, -1.0, 1.0), flat)
    pose = torch.where(stage.limbs, _POSE["view 0"] + view, stage.pose("view 2"))
    return stage.on("spin"), _with(stage.plain(), wide=wide, pose=pose)


def _wave(stage: _Stage) -> tuple[Tensor, Track]:
    step = torch.floor(stage.t * (6 + 2 * stage.pace) + 4 * stage.phase).remainder(4)
    return stage.on("wave"), _with(stage.plain(), pose=_POSE["wave 0"] + step)


def _sit(stage: _Stage) -> tuple[Tensor, Track]:
    """Stands for a moment, bends, sits."""
    begins = (0.12 + 0.3 * stage.when) * min(stage.length, 2.4)
    down = stage.since(begins, 0.3)
    dip = torch.sin(math.pi * stage.since(begins - 0.25, 0.5)) * (down < 1)
    pose = torch.where(down > 0.5, stage.pose("sit"), stage.pose("view 1"))
    return stage.on("sit"), _with(stage.plain(), pose=pose, high=1 - 0.18 * dip)


def _depth(stage: _Stage) -> tuple[Tensor, Track]:
    """Toward us or away, seen from the front or the back, bobbing as walkers do."""
    share = stage.t / stage.length - 0.5
    nearer = stage.on("nearer")
    most = 0.75 + 0.3 * stage.pace
    grow = torch.exp2(torch.where(nearer, most * share, -1.2 * most * share))
    bob = stage.wave(1.6).abs() * torch.where(stage.wheels, 0.0, 0.035)
    pose = torch.where(nearer, stage.pose("view 0"), stage.pose("view 4"))
    sway = 0.05 * stage.wave(0.8) * ~stage.wheels
    return stage.on("nearer", "away"), _with(stage.plain(), grow=grow, lift=bob, turn=sway, pose=pose)


def _fall(stage: _Stage) -> tuple[Tensor, Track]:
    """Joints: off balance, down, still. A sheet tips over whole, with a little bounce."""
    begins = (0.15 + 0.3 * stage.when) * min(stage.length, 2.4)
    reel, down = stage.since(begins, 0.28), stage.since(begins + 0.25, 0.35)
    pose = torch.where(
        down > 0.6, stage.pose("fall 2"), torch.where(down > 0, stage.pose("fall 1"), stage.pose("fall 0"))
    )
    pose = torch.where(reel > 0, pose, stage.pose("view 1"))
    after = (stage.t - begins - 0.6).clamp(min=0)
    tip = down**2 * (1 - 0.12 * torch.exp(-4 * after) * torch.sin(11 * after).abs() * (down >= 1))
    turn = torch.where(stage.limbs, stage.zero, 0.5 * math.pi * tip * stage.side)
    sink = torch.where(stage.limbs, stage.zero, -0.12 * tip)
    return stage.on("fall"), _with(
        stage.plain(), turn=turn, lift=sink, pose=torch.where(stage.limbs, pose, stage.pose("view 2"))
    )


def _fly(stage: _Stage) -> tuple[Tensor, Track]:
    """Up until only a little of the way to the frame's head is left, or down from there; then it hovers, or stands."""
    rises = stage.on("fly up")
    share = (stage.t / (0.85 * min(stage.length, 4.0))).clamp(0, 1)
    smooth = share * share * (3 - 2 * share)
    high = torch.where(rises, smooth, 1 - smooth)
    landed = ~rises & (share >= 1)
    beat = torch.floor(stage.t * 6).remainder(4)
    pose = torch.where(landed, stage.pose("view 1"), _POSE["fly 0"] + beat)
    pose = torch.where(stage.limbs, pose, stage.pose("view 1"))
    sway = 0.10 * stage.wave(0.55) * ~landed
    reach = 1.25 + 0.4 * stage.pace
    return stage.on("fly up", "come down"), _with(
        stage.plain(),
        lift=reach * high + 0.03 * stage.wave(0.9) * ~landed,
        turn=sway * ~stage.limbs,
        dx=0.4 * sway,
        pose=pose,
    )


def _dance(stage: _Stage) -> tuple[Tensor, Track]:
    """Two beats to the left, two to the right, with lifted arms."""
    swing = stage.wave(1.0)
    pose = torch.where(swing > 0, stage.pose("wave 1"), stage.pose("view 1"))
    pose = torch.where(stage.limbs, pose, stage.pose("view 1"))
    hop = stage.wave(2.0).abs()
    wide = torch.where(stage.wave(0.5) > 0, 1.0, -1.0)
    return stage.on("dance"), _with(
        stage.plain(), dx=0.10 * swing, lift=0.06 * hop, turn=0.20 * swing, wide=wide, pose=pose
    )


def _tremble(stage: _Stage) -> tuple[Tensor, Track]:
    """To and fro with every frame at 8 a second."""
    shake = torch.cos(2 * math.pi * 4 * stage.t + math.pi * torch.floor(2 * stage.phase))
    return stage.on("tremble"), _with(
        stage.plain(), dx=(0.030 + 0.02 * stage.pace) * shake, turn=0.035 * shake, high=stage.zero + 0.95
    )


def _somersault(stage: _Stage) -> tuple[Tensor, Track]:
    """Head over heels and back on the feet, with a rest between."""
    beat = stage.t * (0.62 + 0.18 * stage.pace) + 0.5 * stage.phase
    share = (beat.remainder(1.0) / 0.8).clamp(0, 1)
    turn = 2 * math.pi * share * share * (3 - 2 * share) * stage.side
    up = torch.sin(math.pi * share)
    pose = torch.where(stage.limbs, stage.pose("view 1"), stage.pose("view 2"))
    return stage.on("somersault"), _with(stage.plain(), turn=turn, lift=0.30 * up, pose=pose)
