"""A four-legged animal of jointed paper: trunk, four legs that trot on their footprints, neck, head, ears and tail.

Trot pairs the diagonal legs, so the two-legged gait serves both pairs. The trunk is foreshortened as it turns and the head is a
ball that turns further, which reads as 'it looks at us' without a second drawing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets.animal_head import draw_animal_head
from engine.backends.animatic.puppets.animal_legs import Leg, draw_folded, draw_leg
from engine.backends.animatic.puppets.animal_plan import draw_plan
from engine.backends.animatic.puppets.animal_trunk import FRONTAL, Coat, draw_markings, draw_neck, draw_trunk
from engine.backends.animatic.puppets.beast_business import beasts_business
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.gait import pace_of, stride
from engine.backends.animatic.puppets.motion import WALKING, breath
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush
from engine.backends.animatic.puppets.stance import ease, settle
from engine.backends.animatic.puppets.tails import draw_tail
from engine.backends.animatic.stage import Act, Face, Pose

FRONT_FROM = 0.22
"""Sine of the yaw under which an animal is drawn from its front or back (13 degrees)."""

FRONT_ON = 0.3


@dataclass(frozen=True, slots=True)
class Build:
    """Where the trunk is, in shoulder heights: rump and chest (along, up), how the feet stand, how the head is held."""

    rump: Point
    chest: Point
    feet: tuple[
        tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]
    ]  # fore l, r, hind l, r
    nod: float = 0.0
    wag: float = 0.0
    folded: float = 0.0
    fold_fore: float = 0.0
    lids: float = 0.0


def stands(half: float) -> tuple[float, float, float, float]:
    """Where the feet are at rest: the far pair a little ahead of the near one, or four legs would look like two."""
    return half * 0.88, half * 0.88 + 0.13, -half * 1.04, -half * 1.04 + 0.14


def _standing(breed: Breed, pose: Pose) -> Build:
    half = breed.long / 2 - breed.deep / 2
    up = 1 - breed.deep / 2
    air = 0.006 * breath(pose.clock)
    low = {"sad": 14, "tired": 16, "angry": 8, "afraid": 10, "happy": -6, "surprised": -10}.get(pose.mood, 0)
    quick = {"happy": 9.0, "sad": 1.0, "angry": 2.0}.get(pose.mood, 2.6)
    wag = math.sin(pose.clock * quick) * (0.9 if pose.mood == "happy" else 0.35)
    feet = tuple((at, 0.0) for at in stands(half))
    lift = 14 * settle(pose.phase / 0.6) if pose.act == Act.LOOK else 0.0
    if breed.hops:  # a hare at rest is a ball on its haunches
        hip = breed.deep * 0.46 + air
        crouch = ((half * 1.05, 0.0), (half * 1.20, 0.0), (-half * 0.42, 0.0), (-half * 0.50, 0.0))
        return Build((-half * 0.85, hip), (half * 0.75, hip * 1.30), crouch, low - lift, wag, 1.0)
    return Build(
        (-half, up + air),
        (half, up + air),
        (feet[0], feet[1], feet[2], feet[3]),
        low - lift + 2 * math.sin(pose.clock * 0.8),
        wag,
    )


def _going(breed: Breed, pose: Pose, base: Build, tall: float) -> Build:
    leg = (1 - breed.deep * 0.6) * tall
    speed = pace_of(pose, 2.6 if pose.act == Act.RUN else 0.9)
    facing = max(0.5, abs(math.sin(math.radians(pose.yaw))))
    running = pose.act == Act.RUN or speed > 1.9 * math.sqrt(leg / 0.7)
    pace = stride(
        (pose.gone or pose.phase * speed) / facing, pose.span / facing, max(speed, 2.4 if running else 0), leg
    )
    h = tall
    half, height = breed.long / 2 - breed.deep / 2, 1 - breed.deep / 2 - 0.10 * breed.hops
    bounce = 0.5 - 0.5 * math.cos(2 * math.pi * pace.beat)
    rock = math.sin(2 * math.pi * pace.beat) * (0.045 if running else 0.012) * pace.swing
    up = height - 0.03 * (1 - bounce) + (0.06 * bounce if running else 0)
    left, right = pace.left, pace.right
    steps = (left, right, right, left)  # a trot: the diagonal legs go together
    if breed.hops:
        steps, up = (left, left, right, right), up + 0.16 * bounce * pace.swing
    feet = tuple((at + foot.ahead / h, foot.up / h) for at, foot in zip(stands(half), steps, strict=True))
    return Build(
        (-half, up - rock),
        (half, up + rock),
        (feet[0], feet[1], feet[2], feet[3]),
        base.nod + 4 * bounce + (6 if running else 0),
        0.35 * math.sin(pace.beat * math.pi),
    )


def _between(a: Build, b: Build, t: float) -> Build:
    def mix(p: Point, q: Point) -> Point:
        return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t

    feet = tuple(mix(p, q) for p, q in zip(a.feet, b.feet, strict=True))
    return Build(
        mix(a.rump, b.rump), mix(a.chest, b.chest), (feet[0], feet[1], feet[2], feet[3]), a.nod + (b.nod - a.nod) * t,
        a.wag + (b.wag - a.wag) * t, a.folded + (b.folded - a.folded) * t, a.fold_fore + (b.fold_fore - a.fold_fore) * t, a.lids + (b.lids - a.lids) * t,
    )  # fmt: skip


def _sitting(breed: Breed, base: Build) -> Build:
    half = base.chest[0]
    low = breed.deep * 0.44
    feet = ((half * 0.62, 0.0), (half * 0.72, 0.0), (-half * 0.30, 0.0), (-half * 0.36, 0.0))
    return Build((-half * 0.72, low), (half * 0.52, base.chest[1] * 0.98), feet, base.nod - 8, base.wag, 1.0)


def _lying(breed: Breed, base: Build, asleep: bool) -> Build:
    half, low = base.chest[0], breed.deep * 0.46
    feet = ((half * 1.45, 0.01), (half * 1.55, 0.01), (-half * 0.55, 0.0), (-half * 0.6, 0.0))
    return Build(
        (-half, low),
        (half, low * 1.06),
        feet,
        base.nod + (34 if asleep else 6) - (52 if breed.ears == "fan" else 0),  # a trunk needs room
        base.wag * 0.4,
        1.0,
        1.0,
        1.0 if asleep else 0.0,
    )


def build_of(breed: Breed, pose: Pose, tall: float) -> Build:
    """The trunk, feet and head of that pose, for an animal `tall` metres high at the shoulder."""
    return beasts_business(_in_act(breed, pose, tall), pose)


def _in_act(breed: Breed, pose: Pose, tall: float) -> Build:
    base = _standing(breed, pose)
    match pose.act:
        case act if act in WALKING:
            return _going(breed, pose, base, tall)
        case Act.SIT if (
            breed.face == "long" and breed.tall > 0.65
        ):  # hoofed animals kneel, they don't sit on their haunches
            return _between(base, _lying(breed, base, False), settle(pose.phase / 1.2) if pose.before else 1.0)
        case Act.SIT:
            return _between(base, _sitting(breed, base), settle(pose.phase / 0.8) if pose.before else 1.0)
        case Act.WAVE:
            sit = _sitting(breed, base)
            paw = (sit.feet[0][0] + 0.32, 0.52 + 0.10 * math.sin(pose.phase * 8))
            raised = Build(sit.rump, sit.chest, (paw, *sit.feet[1:]), sit.nod - 6, sit.wag, 1.0)
            return _between(base, raised, settle(pose.phase / 0.8))
        case Act.LIE:
            return _between(
                base,
                _lying(breed, base, pose.mood in ("tired", "calm", "sad")),
                ease(pose.phase / 0.9) if pose.before else 1.0,
            )
        case Act.FALL:
            down = _lying(breed, base, False)
            t = pose.phase / 0.7
            stagger = Build(
                (base.rump[0], base.rump[1] + 0.04), (base.chest[0] + 0.05, base.chest[1] - 0.12), base.feet, 22
            )
            return (
                _between(base, stagger, ease(t / 0.4))
                if t < 0.4
                else _between(stagger, down, settle((t - 0.4) / 0.6, 1.6))
            )
        case Act.FLY:
            half = base.chest[0]
            feet = ((half * 1.5, 0.42), (half * 1.7, 0.36), (-half * 1.6, 0.34), (-half * 1.75, 0.42))
            return Build(base.rump, base.chest, feet, -8, 0.4)
        case _:
            return base


def facing(yaw: float) -> float:
    """How far the trunk is turned to the right (-1..1). Between the three-quarter view and the front it jumps: a squashed side view
    is nobody's."""
    s = math.sin(math.radians(yaw))
    return math.copysign(max(0.46, abs(s)) if abs(s) > FRONT_FROM else 0.5 * abs(s), s if abs(s) > 1e-6 else 1.0)


def neck_line(b: Breed, chest: Point, s: float, nod: float) -> tuple[Point, Point]:
    """Where the neck begins and where the head's middle is, in shoulder heights, y down."""
    up = math.radians(b.up - nod)
    root = (chest[0] + b.deep * 0.16 * s, chest[1] - b.deep * 0.16)
    return root, (
        root[0] + math.cos(up) * b.neck * s + b.head * 0.18 * s,
        root[1] - math.sin(up) * b.neck - b.head * 0.05,
    )


class Quadruped:
    """A Puppet cut from a breed; `coat` and `belly` are its colours."""

    def __init__(self, breed: Breed, coat: str, belly: str, size: float, scarf: str = "") -> None:
        self.breed, self.coat, self.belly, self.scarf = breed, coat, belly, scarf
        self.tall = breed.tall * size
        rise = math.sin(math.radians(breed.up)) * breed.neck
        self._top = (
            1
            - breed.deep * 0.45
            + rise
            + breed.head * 0.5
            + (breed.ear * 0.75 if breed.ears in ("point", "long") else 0.05)
        )
        self.height = self.tall * max(1.0, self._top)
        self.width = self.tall * (breed.long + breed.neck * 0.6 + breed.head + breed.muzzle + breed.tail_long * 0.45)
        self.eye_line = self.tall * (1 - breed.deep * 0.45 + rise)

    def foot(self, pose: Pose, index: int) -> Point:
        """Where a foot stands (fore left, fore right, hind left, hind right), metres, y up, for tests."""
        x, y = build_of(self.breed, pose, self.tall).feet[index]
        return x * math.sin(math.radians(pose.yaw)) * self.tall, y * self.tall

    def face(self, pose: Pose) -> Face:
        """Where the head is (see Faced)."""
        b, body = self.breed, build_of(self.breed, pose, self.tall)
        s = facing(pose.yaw)
        _, (x, y) = neck_line(b, (body.chest[0] * s, -body.chest[1]), s, body.nod)
        ears = b.ear * {"point": 0.75, "long": 0.6}.get(b.ears, 0.1)
        chin, crown = (
            b.head * 0.62 + (0.55 * b.muzzle if b.face == "long" or b.ears == "fan" else 0.0),
            b.head * 0.56 + ears,
        )
        middle = x + s * b.muzzle * 0.55
        return Face(
            middle * self.tall,
            (-y + (crown - chin) / 2) * self.tall,
            (chin + crown) * self.tall,
            s * b.muzzle * self.tall,
        )

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        reach = (
            self.breed.long / 2 + self.breed.neck + self.breed.head + self.breed.muzzle + self.breed.ear * 0.5 + 0.30
        ) * self.tall
        reach = max(reach, (self.breed.long / 2 + self.breed.tail_long + 0.2) * self.tall)
        if pose.pitch > 66:
            reach = max(reach, (self.breed.long / 2 + self.breed.tail_long * 1.1 + 0.3) * self.tall)
            return skia.Rect.MakeLTRB(-reach, -reach, reach, reach)
        side = max(0.42, abs(math.sin(math.radians(pose.yaw))))
        body = build_of(self.breed, pose, self.tall)
        top = (
            max(body.chest[1], body.rump[1])
            + self.breed.neck
            + self.breed.head * 1.0
            + self.breed.ear * 0.9
            + (0.42 if self.breed.horns in ("antlers", "unicorn") else 0.12)
        )
        top = max(top, body.rump[1] + self.breed.tail_long * 1.05)
        rise = 0.35 if pose.act == Act.FLY else 0.0
        pad = (0.32 if self.breed.ears == "fan" else 0.1) * self.tall
        low = pose.act in (Act.FALL, Act.LIE) or self.breed.hops
        return skia.Rect.MakeLTRB(
            -reach * side - pad, -(top + rise) * self.tall, reach * side + pad, (0.09 + 0.22 * low) * self.tall
        )

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the feet at the origin (see Puppet)."""
        canvas.save()
        if pose.act == Act.FLY:
            canvas.translate(0, -0.3 * self.tall - 0.03 * self.tall * math.sin(pose.clock * 2))
        canvas.scale(self.tall, self.tall)
        knife = Knife(canvas, 1.25, self.tall)
        if pose.pitch > 66:
            self._from_above(knife, pose)
        else:
            self._stand(knife, pose)
        canvas.restore()

    def _stand(self, knife: Knife, pose: Pose) -> None:
        b = self.breed
        body = build_of(b, pose, self.tall)
        s, c = facing(pose.yaw), math.cos(math.radians(pose.yaw))
        rump, chest = (body.rump[0] * s, -body.rump[1]), (body.chest[0] * s, -body.chest[1])
        coat = Coat(b, self.coat, self.belly, rump, chest, s, c)
        if abs(s) < FRONT_ON:
            self._end_on(knife, pose, body, coat)
            return
        far = 1 if s > 0 else 0  # index of the far legs' partner: left legs are far when facing right
        order = (0, 2, 1, 3) if far else (1, 3, 0, 2)
        away = c < -0.25
        if away:
            self._head(knife, pose, coat, body)
        else:
            draw_tail(knife, b, self.coat, self.belly, rump, s, body.wag)
        for i in order[:2]:
            self._leg(knife, body, i, coat, True)
        draw_trunk(knife, coat)
        for i in order[2:]:
            self._leg(knife, body, i, coat, False)
        if away:
            draw_tail(knife, b, self.coat, self.belly, rump, s, body.wag)
        else:
            self._head(knife, pose, coat, body)

    def _end_on(self, knife: Knife, pose: Pose, body: Build, coat: Coat) -> None:
        """Toward us or away: what is nearer covers what is farther, and the tail is seen only from behind."""
        away = coat.c < 0
        if away:
            self._head(knife, pose, coat, body)
        for i in (0, 1) if away else (2, 3):
            self._leg(knife, body, i, coat, True)
        draw_trunk(knife, coat)
        for i in (2, 3) if away else (0, 1):
            self._leg(knife, body, i, coat, False)
        if away:
            draw_tail(knife, self.breed, self.coat, self.belly, coat.rump, 0.30 * coat.way, body.wag)
        else:
            self._head(knife, pose, coat, body)

    def _leg(self, knife: Knife, body: Build, i: int, coat: Coat, far: bool) -> None:
        b, s = self.breed, coat.s
        fore = i < 2
        left = 1 if i % 2 == 0 else -1
        joint = body.chest if fore else body.rump
        foot = body.feet[i]
        lateral = left * b.deep * FRONTAL * 0.80 * coat.c
        hip = (joint[0] * s + lateral - 0.03 * s * (1 if fore else -1), -(joint[1] - b.deep * 0.10))
        back = 0.035 * abs(coat.c) * (far and abs(s) < FRONT_ON)  # what stands behind stands higher in the picture
        toe = (foot[0] * s + lateral, -foot[1] - b.leg * 0.55 - back)
        slack = (1 - b.deep * 0.60 - b.leg * 0.55) * 1.003
        leg = Leg(fore, far, hip, toe, coat.way, min(1.0, abs(s) * 1.1), slack)
        colour = tone(self.coat, -0.055) if far else self.coat
        if (body.fold_fore if fore else body.folded) > 0.5:
            draw_folded(knife, b, leg, colour)
        else:
            draw_leg(knife, b, leg, colour, tone(b.mark, -0.02 if far else 0.0))

    def _head(self, knife: Knife, pose: Pose, coat: Coat, body: Build) -> None:
        b, s = self.breed, coat.s
        root, head = neck_line(b, coat.chest, s, body.nod)
        draw_neck(knife, coat, root, head)
        if self.scarf:
            self._scarf(knife, root, head, math.radians(b.up - body.nod), s)
        draw_animal_head(knife, b, self.coat, self.belly, pose, head, body.nod * 0.7, body.lids)

    def _scarf(self, knife: Knife, root: Point, head: Point, up: float, s: float) -> None:
        b = self.breed
        mid = (root[0] * 0.62 + head[0] * 0.38, root[1] * 0.62 + head[1] * 0.38)
        nx, ny = math.sin(up), math.cos(up) * (1 if s > 0 else -1)
        w = b.deep * 0.46
        band = [(mid[0] - nx * w, mid[1] - ny * w), mid, (mid[0] + nx * w, mid[1] + ny * w)]
        knife.sheet(brush(band, (0.10, 0.11, 0.10)), self.scarf, drop=0.7)
        knot = max(band[0], band[2], key=lambda end: end[1])
        hanging = [knot, (knot[0] + 0.02 * s, knot[1] + b.deep * 0.3), (knot[0] - 0.01 * s, knot[1] + b.deep * 0.62)]
        knife.sheet(brush(hanging, (0.05, 0.075, 0.085)), self.scarf, drop=0.5)

    def _from_above(self, knife: Knife, pose: Pose) -> None:
        b = self.breed
        knife.canvas.rotate(90 - pose.yaw)
        body = build_of(b, pose, self.tall)
        trunk = draw_plan(knife, b, self.coat, self.belly, body.feet, body.wag, self.scarf)
        half = b.long / 2 - b.deep * 0.4
        knife.canvas.save()
        knife.canvas.clipPath(trunk, doAntiAlias=True)
        draw_markings(knife, b, (-half, b.deep * 0.1), (half, b.deep * 0.1), 1.0)
        knife.canvas.restore()
