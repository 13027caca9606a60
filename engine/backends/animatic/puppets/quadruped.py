"""A four-legged animal of jointed paper: trunk, four legs that go on their footprints, neck, head, ears and tail.

The trunk is foreshortened as it turns and the head is a
ball that turns further, which reads as 'it looks at us' without a second drawing.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.animal_curl import draw_curled
from engine.backends.animatic.puppets.animal_head import draw_animal_head
from engine.backends.animatic.puppets.animal_legs import draw_folded, draw_leg, leg_of
from engine.backends.animatic.puppets.animal_plan import draw_curled_plan, draw_plan
from engine.backends.animatic.puppets.animal_trunk import Coat, draw_markings, draw_neck, draw_trunk
from engine.backends.animatic.puppets.bearing import build_of, facing, neck_line
from engine.backends.animatic.puppets.beast_build import Build
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush
from engine.backends.animatic.puppets.tails import draw_tail
from engine.backends.animatic.stage import Act, Face, Pose

FRONT_ON = 0.3


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
        _, (x, y) = neck_line(b, (body.chest[0] * s, -body.chest[1]), s, body.nod, body.reared)
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
        if body.curled > 0.5:
            draw_curled(knife, coat, pose, body)
            return
        if abs(s) < FRONT_ON:
            self._end_on(knife, pose, body, coat)
            return
        far = 1 if s > 0 else 0  # index of the far legs' partner: left legs are far when facing right
        order = (0, 2, 3, 1) if far else (1, 3, 2, 0)
        away = c < -0.25
        if away:
            self._head(knife, pose, coat, body)
        else:
            draw_tail(knife, b, self.coat, self.belly, rump, s, body.wag)
        for i in order[:2]:
            self._leg(knife, body, i, coat, True)
        draw_trunk(knife, coat)
        self._leg(knife, body, order[2], coat, False)
        if not away and body.reared > 0.5:  # a paw that is at the mouth is before it
            self._head(knife, pose, coat, body)
        self._leg(knife, body, order[3], coat, False)
        if away:
            draw_tail(knife, b, self.coat, self.belly, rump, s, body.wag)
        elif body.reared <= 0.5:
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
        b = self.breed
        leg = leg_of(b, body, i, coat, far=far, end_on=abs(coat.s) < FRONT_ON)
        colour = tone(self.coat, -0.055) if far else self.coat
        if (body.fold_fore if leg.fore else body.folded) > 0.5:
            draw_folded(knife, b, leg, colour)
        else:
            draw_leg(knife, b, leg, colour, tone(b.mark, -0.02 if far else 0.0))

    def _head(self, knife: Knife, pose: Pose, coat: Coat, body: Build) -> None:
        b, s = self.breed, coat.s
        root, head = neck_line(b, coat.chest, s, body.nod, body.reared)
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
        if body.curled > 0.5:
            draw_curled_plan(knife, b, self.coat, self.belly)
            return
        trunk = draw_plan(knife, b, self.coat, self.belly, body.feet, body.wag, self.scarf)
        half = b.long / 2 - b.deep * 0.4
        knife.canvas.save()
        knife.canvas.clipPath(trunk, doAntiAlias=True)
        draw_markings(knife, b, (-half, b.deep * 0.1), (half, b.deep * 0.1), 1.0)
        knife.canvas.restore()


class Handy(Quadruped):
    """A bear, a panda, a squirrel: it sits up and holds things (see Handed)."""

    def grasp(self, pose: Pose) -> Point | None:
        """Where the near paw is, or the mouth on the way; None while it lies."""
        if not pose.carries or pose.pitch > 66 or pose.act in (Act.LIE, Act.FALL):
            return None
        body, s = build_of(self.breed, pose, self.tall), facing(pose.yaw)
        if body.reared > 0.5:
            x, y = body.feet[0 if s < 0 else 1]
            return x * s * self.tall, (y + self.breed.leg * 0.5) * self.tall
        face = self.face(pose)
        return face.x + face.ahead * 0.7, face.y - 0.25 * face.tall
