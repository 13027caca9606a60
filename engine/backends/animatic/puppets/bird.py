"""A bird of paper: perched, hopping or walking, and flying with wing beats that lift the body on the down stroke."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets.bird_business import manner_of
from engine.backends.animatic.puppets.bird_cuts import (
    Dress,
    draw_crest,
    draw_folded_wing,
    draw_standing,
    draw_tail,
    draw_trunk,
)
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.flocks import Plumage
from engine.backends.animatic.puppets.motion import WALKING, blink
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval
from engine.backends.animatic.puppets.stance import settle
from engine.backends.animatic.stage import Act, Face, Pose


@dataclass(frozen=True, slots=True)
class Perch:
    """How a bird holds itself, in body lengths, y down: `way` scales the side view (negative: facing left), `side` is how
    much of a profile it shows, `down` how far it has settled, `lean` the trunk's slope in degrees."""

    way: float
    side: float
    hop: float
    down: float
    lean: float
    hip: Point
    shoulder: Point


def open_wing(root: Point, beat: float, long: float) -> tuple[Point, Point]:
    """Wrist and tip of a wing `long` body lengths long at `beat` (1 up, -1 down); it bends at the wrist on the way up."""
    up = math.radians(12 + 52 * beat)
    bend = math.radians(12 + 52 * beat - 26 * (1 - beat) * 0.6)
    wrist = (root[0] + 0.10 * long, root[1] - math.sin(up) * long * 0.55)
    return wrist, (wrist[0] - 0.28 * long, wrist[1] - math.sin(bend) * long * 0.60 - 0.02)


class Bird:
    """A Puppet cut from a plumage."""

    def __init__(self, plumage: Plumage, colour: str, wing_colour: str, size: float) -> None:
        self.plumage, self.colour, self.wing_colour = plumage, colour, wing_colour
        self.long = plumage.body * size
        p = plumage
        self.dress = Dress(plumage, colour, wing_colour)
        self.back = (p.leg + 0.32) / (p.leg + 0.45 + p.neck * 0.85 + p.head * 0.75)
        if p.style in ("owl", "penguin"):
            self.height, self.width = self.long * 1.28, self.long * 0.72
            self.eye_line = self.long * (1.0 if p.style == "owl" else 1.09)
            return
        top = p.leg + (0.85 if p.upright else 0.45) + p.neck * 0.85 + p.head * 0.75
        self.height = self.long * top
        self.width = self.long * (1 + p.tail * 0.7 + p.head * 0.5 + p.beak)
        self.eye_line = self.long * (top - p.head * 0.38)

    def beat(self, pose: Pose) -> float:
        """Where the wings are in flight: 1 up, -1 down. Big birds beat slower and glide between; who lands or takes off beats hard."""
        rate = min(5.0, max(1.4, 0.9 / math.sqrt(self.long)))
        wave = math.sin(2 * math.pi * rate * pose.clock)
        if manner_of(pose).flare > 0.3:
            return wave
        glide = 0.5 + 0.5 * math.sin(pose.clock * 0.7)
        return wave * (0.25 + 0.75 * glide) if self.long > 0.4 else wave

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        p = self.plumage
        reach = self.long * max(0.75 + p.tail, 0.6 + p.neck + p.head + p.beak, p.wing + 0.25)
        if pose.pitch > 66:
            return skia.Rect.MakeLTRB(-reach * 1.3, -reach * 1.3, reach * 1.3, reach * 1.3)
        flying = pose.act == Act.FLY
        up = self.height + self.long * (0.25 + (p.wing + 0.25 if flying or pose.act == Act.WAVE else 0.12))
        if manner_of(pose).spread is not None:
            up += self.long * p.wing
        low = self.long * (0.08 + (p.wing * 0.75 if flying else 0.0))
        if pose.act in (Act.SIT, Act.LIE):
            low += self.long * (0.25 + p.leg * 0.4 + p.tail * 0.3)
        elif pose.act == Act.FALL:
            up += self.long * 0.6 * p.tail
            reach, low = (
                reach + self.long * (0.5 + p.leg + 0.4 * p.tail),
                low + self.long * (0.9 + p.neck + p.head + p.tail * 0.6),
            )
        elif p.upright or p.tail > 0.6:
            low += self.long * 0.3 * (1 + p.tail)
        return skia.Rect.MakeLTRB(-reach, -up, reach, low)

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the feet at the origin (see Puppet)."""
        canvas.save()
        canvas.scale(self.long, self.long)
        knife = Knife(canvas, 1.2, self.long)
        if pose.pitch > 66:
            self._from_above(knife, pose)
        else:
            self._side(knife, pose)
        canvas.restore()

    def perch(self, pose: Pose) -> Perch:
        """How it holds itself."""
        p, flying, manner = self.plumage, pose.act == Act.FLY, manner_of(pose)
        raw = math.sin(math.radians(pose.yaw))
        hop = 0.0
        if pose.act in WALKING and p.leg < 0.5:
            hop = 0.16 * abs(math.sin(math.pi * (pose.gone or pose.phase * 0.4) / (0.55 * self.long)))
        down = {Act.SIT: settle(pose.phase / 0.7), Act.LIE: 1.0, Act.FALL: settle(pose.phase / 0.5)}.get(pose.act, 0.0)
        rise = (0.07 * -self.beat(pose)) if flying else hop - down * p.leg * 0.9
        flat = {"swimmer": 3.0, "peacock": 16.0, "phoenix": 14.0, "fork": 16.0}.get(p.style)
        lean = (
            10.0 + 34.0 * manner.flare
            if flying
            else 42.0
            if p.upright
            else flat
            if flat is not None
            else 24.0 + 4 * (pose.act == Act.LOOK)
        )
        if pose.act in WALKING and p.leg >= 0.5:
            lean += 3 * math.sin(2 * math.pi * (pose.gone or 0) / (p.leg * self.long))
        lean *= 1 if pose.mood not in ("sad", "tired") else 0.75
        lean += 12 * manner.up - (lean + (22 if p.leg < 0.5 else 40)) * manner.dip
        a, hip = math.radians(lean), (0.0, -(p.leg + rise))
        shoulder = (0.34 * math.cos(a), hip[1] - 0.12 - 0.34 * math.sin(a) - 0.06)
        way = math.copysign(max(0.55, abs(raw)), raw if abs(raw) > 1e-6 else 1.0)
        return Perch(way, abs(raw), hop, down, lean, hip, shoulder)

    def face(self, pose: Pose) -> Face:
        """Where the head is (see Faced)."""
        p, perch = self.plumage, self.perch(pose)
        if p.style in ("owl", "penguin") and pose.act is not Act.FLY:
            return Face(0.0, self.eye_line, 0.6 * self.long, 0.2 * perch.way * self.long)
        x, y = self.head_at(pose)
        tall = p.head * (1.35 if p.comb or p.big_eyes else 1.1)
        ahead = p.head * 0.4 + p.beak
        middle = x + min(p.beak, p.head) * 0.3
        return Face(middle * perch.way * self.long, -y * self.long, tall * self.long, ahead * perch.way * self.long)

    def _side(self, knife: Knife, pose: Pose) -> None:
        p, canvas = self.plumage, knife.canvas
        flying = pose.act == Act.FLY
        perch = self.perch(pose)
        hip, lean, down = perch.hip, perch.lean, perch.down
        canvas.scale(perch.way, 1)
        if p.style in ("owl", "penguin") and not flying:
            self._stand_up(knife, pose, down)
            return
        if pose.act == Act.FALL:
            canvas.translate(0, -0.34 * down)
            canvas.rotate(150 * down)
            canvas.translate(0, 0.34 * down)
        braking = flying and manner_of(pose).flare > 0.4
        if braking or (not flying and down < 0.6):
            self._legs(knife, pose, hip, perch.hop)
        if flying:
            self._wing(knife, (hip[0] + 0.05, hip[1] - 0.26), self.beat(pose), far=True)
            for i in () if braking else (0, 1):
                knife.plain(
                    brush([(-0.25, hip[1] - 0.05), (-0.5 - p.leg * 0.5, hip[1] + 0.03 + 0.03 * i)], (0.045, 0.02)),
                    p.leg_colour,
                )
        canvas.save()
        canvas.translate(hip[0], hip[1] - 0.12)
        canvas.rotate(-lean)
        self._body(knife, pose, flying)
        canvas.restore()
        self._head(knife, pose, perch.shoulder, flying, perch.side)
        if flying:
            self._wing(knife, (hip[0] + 0.06, hip[1] - 0.24), self.beat(pose), far=False)
        elif (spread := manner_of(pose).spread) is not None:
            self._wing(knife, (hip[0] + 0.1, hip[1] - 0.30), spread, far=False)

    def _stand_up(self, knife: Knife, pose: Pose, down: float) -> None:
        """An owl or a penguin: on its feet, or tipped over."""
        raw = (pose.yaw + 180) % 360 - 180
        side = abs(math.sin(math.radians(raw)))
        way = math.copysign(1.0, raw if abs(raw) > 1e-6 else 1.0)
        knife.canvas.scale(way / self.perch(pose).way, 1 - 0.10 * down * (pose.act is not Act.FALL))
        if pose.act is Act.FALL:
            knife.canvas.translate(0, -0.2 * down)
            knife.canvas.rotate(-86 * down)
        knife.canvas.translate(0, -self.perch(pose).hop)
        draw_standing(knife, self.dress, pose, side, math.cos(math.radians(raw)))

    def _legs(self, knife: Knife, pose: Pose, hip: Point, hop: float) -> None:
        p = self.plumage
        step = 0.0
        if pose.act in WALKING and p.leg >= 0.5:
            step = math.sin(math.pi * (pose.gone or pose.phase * 0.5) / (p.leg * 0.7 * self.long)) * p.leg * 0.35
        wide_feet = 0.05 if p.style == "swimmer" else 0.0
        for i, side in enumerate((1, -1)):
            foot = (0.02 + 0.07 * i + side * step, -hop * 0.9 - max(0.0, side * step) * 0.25)
            knee = ((hip[0] + foot[0]) / 2 + 0.05 * p.leg + (0.02 if p.leg > 0.5 else -0.03), (hip[1] + foot[1]) / 2)
            colour = tone(p.leg_colour, -0.05 * (1 - i))
            wide = max(0.030, 0.05 - 0.015 * p.leg)
            knife.plain(brush([(hip[0] + 0.04 * i, hip[1] + 0.02), knee, foot], (wide * 1.5, wide, wide)), colour)
            knife.plain(
                closed(
                    [
                        (foot[0] - 0.06, foot[1]),
                        (foot[0], foot[1] - 0.035),
                        (foot[0] + 0.13 + wide_feet, foot[1] - 0.005),
                        (foot[0] + 0.13 + wide_feet, foot[1] + 0.012),
                        (foot[0] - 0.05, foot[1] + 0.012),
                    ],
                    0.5,
                ),
                colour,
            )

    def _body(self, knife: Knife, pose: Pose, flying: bool) -> None:
        """Body, tail and folded wing, along the x axis, breast at the right."""
        draw_tail(knife, self.dress, pose, flying)
        draw_trunk(knife, self.dress, pose)
        if not flying and manner_of(pose).spread is None:
            draw_folded_wing(knife, self.dress)

    def _wing(self, knife: Knife, root: Point, beat: float, far: bool) -> None:
        """An open wing at `beat` (1 up, -1 down); it bends at the wrist on the way up."""
        p = self.plumage
        n = p.wing
        up = math.radians(12 + 52 * beat)
        wrist, tip = open_wing(root, beat, n)
        colour = tone(self.wing_colour, -0.05 if far else 0.02)
        thick = 0.18 * n * (0.7 + 0.3 * abs(math.cos(up))) + 0.10
        shape = closed(
            [
                (root[0] + 0.16, root[1]),
                (wrist[0] + 0.10, wrist[1]),
                tip,
                (tip[0] - 0.12 * n, tip[1] + thick * 0.35),
                (wrist[0] - 0.30 * n, wrist[1] + thick),
                (root[0] - 0.36 * n, root[1] + thick * 0.5),
                (root[0] - 0.18, root[1] + 0.06),
            ],
            0.85,
        )
        knife.sheet(shape, colour, drop=0.0 if far else 0.8)
        if knife.fine and not far:
            for t in (0.35, 0.65):
                a = (root[0] + (wrist[0] - root[0]) * t, root[1] + (wrist[1] - root[1]) * t)
                knife.tint(
                    brush(
                        [a, (a[0] - 0.18 * n, a[1] + thick * 0.4), (a[0] - 0.32 * n, a[1] + thick * 0.75)],
                        (0.01, 0.02, 0.006),
                    ),
                    tone(colour, -0.10),
                    0.7,
                )

    def _neck(self, knife: Knife, shoulder: Point, head: Point, r: float, flying: bool) -> None:
        """A curve from breast to head; a swan's is an S."""
        (x, y), long = shoulder, self.plumage.neck
        if self.plumage.style == "swimmer" and long > 0.5 and not flying:
            bend = (x + long * 0.30, y - long * 0.10)
            row = [
                (x - 0.10, y + 0.12),
                bend,
                (x + long * 0.10, y - long * 0.55),
                (head[0] - r * 0.4, head[1] - r * 0.2),
            ]
            knife.sheet(brush(row, (0.34, 0.24, 0.17, r * 1.2)), self.colour, drop=0.4)
            return
        bend = (x + long * (0.4 if flying else 0.45), y - long * (0.35 if flying else 0.28))
        throat = [(x - 0.12, y + 0.14), bend, (head[0] - 0.02, head[1] + r * 0.3)]
        knife.sheet(brush(throat, (0.30, 0.17, r * 1.25)), self.colour, drop=0.4)

    def _head(self, knife: Knife, pose: Pose, shoulder: Point, flying: bool, side: float) -> None:
        p = self.plumage
        r = p.head * 0.5
        head = self.head_at(pose)
        if p.neck > 0.15:
            self._neck(knife, shoulder, head, r, flying)
        knife.canvas.save()
        if self.looks_back(pose):
            knife.canvas.translate(2 * head[0], 0)
            knife.canvas.scale(-1, 1)
        self._beak(knife, pose, (head[0] + r * 0.82 * max(0.5, side), head[1] + r * 0.12))
        draw_crest(knife, self.dress, head, r, pose.clock)
        if p.comb:
            self._comb(knife, head, r, side)
        if p.big_eyes:
            for x in (-0.6, 0.5):
                tuft = [(r * x - 0.06, -r * 0.6), (r * x * 1.3, -r * 1.35), (r * x + 0.07, -r * 0.7)]
                knife.sheet(closed([(head[0] + a, head[1] + b) for a, b in tuft], 0.5), self.colour, drop=0.2)
        knife.sheet(oval(head[0], head[1], r * (1.08 if p.big_eyes else 1.0), r * 0.96), self.colour, drop=0.4)
        if p.cap:
            cap = [(-1.0, -0.15), (0, -1.1), (1.0, -0.2), (0.3, -0.30)]
            knife.tint(closed([(head[0] + r * a, head[1] + r * b) for a, b in cap]), p.cap, 1.0)
        self._eyes(knife, pose, head, r)
        knife.canvas.restore()

    def looks_back(self, pose: Pose) -> bool:
        """Whether the beak points to the tail."""
        manner = manner_of(pose)
        return manner.back > 0.5 or manner.aside

    def beak_at(self, pose: Pose) -> Point:
        """Where the tip of the beak is, in body lengths."""
        p, head, side = self.plumage, self.head_at(pose), self.perch(pose).side
        way = -1.0 if self.looks_back(pose) else 1.0
        return head[0] + way * (p.head * 0.41 * max(0.5, side) + p.beak), head[1] + p.head * 0.06 + p.beak_drop

    def head_at(self, pose: Pose) -> Point:
        """Where the middle of the head is, in body lengths, y down: at rest, down at the ground, laid on the back."""
        p, manner, shoulder = self.plumage, manner_of(pose), self.perch(pose).shoulder
        x, y = self._carried_at(pose, shoulder, pose.act is Act.FLY)
        down = (shoulder[0] + 0.26 + 0.55 * p.neck, -p.head * 0.45)
        back = (shoulder[0] - 0.16 - 0.1 * p.neck, shoulder[1] - 0.06 - 0.12 * p.neck)
        for goal, share in ((down, manner.dip), (back, manner.back)):
            x, y = x + (goal[0] - x) * share, y + (goal[1] - y) * share
        return x + 0.02 * manner.up, y - 0.05 * manner.up

    def _carried_at(self, pose: Pose, shoulder: Point, flying: bool) -> Point:
        """Stretched forward in flight, nodding in a walk, sunk in sorrow."""
        p = self.plumage
        r = p.head * 0.5
        droop = 0.10 if pose.mood in ("sad", "tired") else 0.0
        if p.upright:
            return shoulder[0] * 0.62, shoulder[1] - r * 0.62 + droop
        out = 0.75 if flying else 0.25
        bob = 0.02 * math.sin(pose.clock * 1.3)
        if pose.act in WALKING and not flying:
            bob += 0.05 * math.sin(2 * math.pi * (pose.gone or 0) / (0.5 * self.long))
        return shoulder[0] + p.neck * out + 0.03 + bob, shoulder[1] - p.neck * math.sqrt(
            1 - out * out
        ) - r * 0.55 + droop

    def _beak(self, knife: Knife, pose: Pose, root: Point) -> None:
        p = self.plumage
        x, y = root
        n = p.beak
        gap = {"closed": 0.0, "teeth": 0.05, "wide": 0.08, "round": 0.10, "open": 0.13}[pose.mouth]
        if gap:
            knife.plain(
                closed([(x - 0.03, y), (x + n * 0.85, y + gap), (x - 0.03, y + 0.07)], 0.4), tone(p.beak_colour, -0.07)
            )
        wide = 0.055 if n < 0.3 else 0.045
        flat = 0.035 if p.style == "swimmer" else 0.0
        points = [
            (x - 0.04, y - wide), (x + n * 0.7, y - wide * 0.45 - gap * 0.3 + p.beak_drop * 0.1),
            (x + n, y + p.beak_drop + flat - gap * 0.3), (x + n * 0.6, y + wide * 0.6), (x - 0.04, y + wide),
        ]  # fmt: skip
        knife.sheet(closed(points, 0.6), p.beak_colour, drop=0.2)

    def _comb(self, knife: Knife, head: Point, r: float, side: float) -> None:
        crest = [(-0.5, -0.7), (-0.45, -1.45), (-0.1, -1.1), (0.15, -1.55), (0.4, -1.05), (0.75, -1.2), (0.55, -0.6)]
        knife.sheet(closed([(head[0] + r * a, head[1] + r * b) for a, b in crest], 0.7), self.plumage.comb, drop=0.3)
        wattle = head[0] + r * 0.82 * max(0.5, side) - 0.02
        knife.plain(oval(wattle, head[1] + r * 0.67, r * 0.22, r * 0.34), self.plumage.comb)

    def _eyes(self, knife: Knife, pose: Pose, head: Point, r: float) -> None:
        p = self.plumage
        shut = blink(pose.clock) > 0.5 or pose.act == Act.LIE or pose.asleep or pose.business == "sleep"
        spots = ((-0.18, 0.42), (0.52, 0.42)) if p.big_eyes else ((0.34, 0.20),)
        for x, size in spots:
            at = (head[0] + r * x, head[1] - r * 0.10)
            if p.big_eyes:
                knife.plain(oval(*at, r * size, r * size), blend(p.belly, "#f4ead2", 0.6))
            if shut:
                knife.plain(
                    brush(
                        [(at[0] - r * 0.2, at[1]), (at[0], at[1] + r * 0.1), (at[0] + r * 0.2, at[1])],
                        (0.008, 0.025, 0.008),
                    ),
                    "#2f282c",
                )
                continue
            e = r * (0.24 if p.big_eyes else 0.17)
            knife.plain(
                oval(
                    at[0] + pose.gaze[0] * e * 0.3,
                    at[1],
                    e,
                    e * (1.25 if pose.mood in ("surprised", "afraid") else 1.0),
                ),
                "#2f282c" if p.colour > "#4" else "#e8b84a",
            )
            if p.colour <= "#4":
                knife.plain(oval(at[0], at[1], e * 0.55, e * 0.55), "#2a2428")
            if knife.scale * e > 1.3:
                knife.plain(oval(at[0] - e * 0.3, at[1] - e * 0.35, e * 0.3, e * 0.3), "#f8f1e2")

    def _from_above(self, knife: Knife, pose: Pose) -> None:
        p = self.plumage
        knife.canvas.rotate(90 - pose.yaw)
        open_ = 1.0 if pose.act == Act.FLY else 0.0
        n = p.tail
        knife.sheet(
            closed([(-0.3, -0.10), (-0.45 - n * 0.6, -0.16), (-0.45 - n * 0.6, 0.16), (-0.3, 0.10)], 0.5),
            tone(self.wing_colour, -0.03),
        )
        for side in (-1, 1):
            if open_:
                reach = p.wing * (0.82 + 0.18 * self.beat(pose))
                knife.sheet(
                    closed(
                        [
                            (0.28, side * 0.12),
                            (0.26, side * reach * 0.55),
                            (0.0, side * reach),
                            (-0.20, side * reach * 0.8),
                            (-0.22, side * 0.14),
                        ],
                        0.8,
                    ),
                    self.wing_colour,
                )
        knife.sheet(
            closed([(-0.46, 0), (-0.2, -0.19), (0.2, -0.20), (0.42, 0), (0.2, 0.20), (-0.2, 0.19)]), self.colour
        )
        for side in (-1, 1):
            if not open_:
                knife.sheet(
                    closed([(0.22, side * 0.10), (-0.1, side * 0.21), (-0.55, side * 0.05), (-0.1, side * 0.04)]),
                    self.wing_colour,
                    drop=0.4,
                )
        x = 0.42 + p.neck * 0.8
        if p.neck > 0.15:
            knife.sheet(capsule((0.3, 0), (x, 0), 0.09, p.head * 0.3), self.colour)
        knife.plain(
            closed([(x + p.head * 0.3, -0.045), (x + p.head * 0.4 + p.beak, 0), (x + p.head * 0.3, 0.045)], 0.4),
            p.beak_colour,
        )
        knife.sheet(oval(x, 0, p.head * 0.46, p.head * 0.44), p.cap or self.colour)
