"""A person: a jointed paper figure, drawn back to front from its solved joints.

The joints live in three dimensions and are projected flat, so that one figure serves front, three-quarter, side and back and a
camera that orbits turns it smoothly; paper has no thickness, so what is far goes behind and a shade darker.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import skia

from engine.backends.animatic.puppets.clothes import draw_sash, draw_trunk
from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Body, Costume, body_of
from engine.backends.animatic.puppets.extras import draw_apron, draw_bag, draw_cape, draw_on_chest, draw_scarf
from engine.backends.animatic.puppets.face import draw_face
from engine.backends.animatic.puppets.face_marks import EYE_AT, EYE_Y
from engine.backends.animatic.puppets.fronts import draw_knot
from engine.backends.animatic.puppets.gear import belly_shade, draw_gear
from engine.backends.animatic.puppets.grips import TWO_HANDED
from engine.backends.animatic.puppets.hair import draw_back_hair, draw_front_hair
from engine.backends.animatic.puppets.hair_styles import style_of
from engine.backends.animatic.puppets.hats import draw_hat, rise_of
from engine.backends.animatic.puppets.implements import IMPLEMENTS
from engine.backends.animatic.puppets.limbs import (
    FAR_SHADE,
    draw_grasp,
    draw_leg,
    draw_shoe,
    draw_sleeve,
    draw_thigh,
    glove_of,
)
from engine.backends.animatic.puppets.motion import blink, stance_of
from engine.backends.animatic.puppets.paper_cut import Knife, Point, capsule, closed, oval
from engine.backends.animatic.puppets.performances.company import works_left
from engine.backends.animatic.puppets.puff import PUFFS, draw_puff, is_there
from engine.backends.animatic.puppets.skirts import draw_pauldrons, draw_skirt
from engine.backends.animatic.puppets.skull import EAR_Y, Head
from engine.backends.animatic.puppets.stance import Bones, Triple, solve
from engine.backends.animatic.puppets.supports import (
    borne,
    draw_chair,
    draw_peg,
    draw_stick,
    draw_stool,
    leans,
    rolls,
    seated_pose,
)
from engine.backends.animatic.puppets.tool import Grip
from engine.backends.animatic.puppets.toolbox import ONE_HANDED, REACH, draw_implement
from engine.backends.animatic.puppets.trunk import Torso
from engine.backends.animatic.stage import Act, Face, Pose

STEP_DEPTH = 0.17
"""How much lower a foot is drawn for each metre it is nearer: who walks toward us or away is seen to step."""


@dataclass(frozen=True, slots=True)
class View:
    """Projects the figure's joints (forward, up, left) onto the sheet (x right, y down)."""

    yaw: float

    def at(self, joint: Triple) -> Point:
        """Where the joint is seen."""
        a = math.radians(self.yaw)
        return joint[0] * math.sin(a) + joint[2] * math.cos(a), -joint[1]

    def depth(self, joint: Triple) -> float:
        """How near the joint is to us."""
        a = math.radians(self.yaw)
        return joint[0] * math.cos(a) - joint[2] * math.sin(a)


@lru_cache(maxsize=64)
def _bones(costume: Costume, pose: Pose) -> Bones:
    body = body_of(costume)
    return solve(borne(stance_of(seated_pose(costume, pose), body.frame), costume, pose), body.frame)


def short(pitch: float) -> float:
    """How much a camera that looks down (or up) shortens a standing figure: less than the cosine, for it is a flat sheet."""
    return 1.0 - 0.20 * math.sin(math.radians(min(66.0, abs(pitch)))) * (1.0 if pitch > 0 else 0.35)


def _along(pose: Pose) -> float:
    """How far along itself somebody who is down lies from the mark, in heights: who lies down is in the middle of the bed."""
    return 0.45 if pose.act is Act.LIE else 0.34


def _turned(yaw: float) -> float:
    """Yaw in -180..180."""
    return (yaw + 180) % 360 - 180


_FEATURES = {
    "nose": (0.0, 0.17, 1.06), "eye_left": (EYE_AT, EYE_Y, 0.97), "eye_right": (-EYE_AT, EYE_Y, 0.97),
    "ear_left": (86.0, EAR_Y, 1.0), "ear_right": (-86.0, EAR_Y, 1.0),
}  # fmt: skip
"""Features of the face on the head: angle from its middle (degrees, to its left positive), height (down, head heights), how far out."""


_WIDE = {"wings": 0.50, "shawl": 0.30, "quiver": 0.22}
_TALL_HAIR = {"cloud": 0.5, "rings": 0.5, "afro": 0.2, "mohawk": 0.2, "geisha": 0.2, "high bun": 0.2}
"""How far hair stands over the crown, in head heights."""


def _reach_of(costume: Costume) -> float:
    """How far clothes and gear reach beyond the joints, in heights."""
    cloth = 0.31 if costume.cape or costume.garment == "tutu" else 0.24 if costume.support == "wheelchair" else 0.0
    return max(_WIDE.get(costume.extra, 0.0), cloth)


class Person:
    """A Puppet cut from a costume."""

    def __init__(self, costume: Costume) -> None:
        self.costume = costume
        self.body: Body = body_of(costume)
        self.height = costume.height + rise_of(costume) * self.body.head * 0.9
        self.width = 0.46 * costume.height
        self.eye_line = costume.height - self.body.head * 0.575
        if costume.support == "wheelchair":
            lower = 0.44 * self.body.frame.leg
            self.height, self.eye_line = self.height - lower, self.eye_line - lower

    def bones(self, pose: Pose) -> Bones:
        """The solved joints of that pose, in metres."""
        return _bones(self.costume, pose)

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the feet at the origin (see Puppet)."""
        if pose.pitch > 66:
            from engine.backends.animatic.puppets.from_above import draw_person_from_above

            draw_person_from_above(canvas, self.costume, self.body, pose)
            return
        bones = self.bones(pose)
        canvas.save()
        self._tip(canvas, bones, pose)
        canvas.scale(1.0, short(pose.pitch))
        knife = Knife(canvas, self.costume.height)
        if is_there(pose):
            _Drawing(knife, self.costume, self.body, bones, pose).all()
        draw_puff(knife, pose, self.costume.height)
        canvas.restore()

    def _tip(self, canvas: skia.Canvas, bones: Bones, pose: Pose) -> None:
        """Turn the whole sheet over for somebody who falls, lies or flies."""
        if abs(bones.tip) < 0.01:
            return
        facing = -1.0 if math.sin(math.radians(pose.yaw)) < -1e-6 else 1.0
        over = math.sin(math.radians(bones.tip))
        canvas.translate(-facing * _along(pose) * self.costume.height * over, -self.body.deep * 1.0 * abs(over))
        canvas.rotate(bones.tip * facing)

    def face(self, pose: Pose) -> Face | None:
        """Where the head is when it is not over the feet (see Faced)."""
        bones = self.bones(pose)
        if abs(bones.tip) < 30:
            return None
        x, y = View(_turned(pose.yaw)).at(bones.head)
        facing = -1.0 if math.sin(math.radians(pose.yaw)) < -1e-6 else 1.0
        turn = math.radians(bones.tip * facing)
        over = math.sin(math.radians(bones.tip))
        x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
        x, y = x - facing * _along(pose) * self.costume.height * over, y - self.body.deep * abs(over)
        return Face(x, -y, self.body.head * 1.05)

    def joint(self, pose: Pose, name: str, index: int) -> Point:
        """Where a joint is drawn ("ankle", "hand", ...; 0 left, 1 right), for tests and for things that are held."""
        return View(_turned(pose.yaw)).at(getattr(self.bones(pose), name)[index])

    def landmarks(self, pose: Pose) -> dict[str, tuple[float, float, bool]]:
        """Where joints and features are drawn: metres to the right of and below the feet, and whether that side is turned to us.
        Empty from straight above. "neck", "nose", and with _left or _right: shoulder, elbow, hand, thigh, knee, ankle, eye, ear."""
        if pose.pitch > 66:
            return {}
        bones, canvas = self.bones(pose), skia.Surface(1, 1).getCanvas()
        self._tip(canvas, bones, pose)
        canvas.scale(1.0, short(pose.pitch))
        view, body = View(_turned(pose.yaw)), canvas.getTotalMatrix()
        found: dict[str, tuple[float, float, bool]] = {}
        for part in ("shoulder", "elbow", "hand", "thigh", "knee", "ankle"):
            for side, joint in zip(("left", "right"), getattr(bones, part), strict=True):
                at = body.mapXY(*view.at(joint))
                found[f"{part}_{side}"] = (at.x(), at.y(), True)
        neck = body.mapXY(*view.at(bones.neck))
        found["neck"] = (neck.x(), neck.y(), True)

        def note(knife: Knife, head: Head) -> None:
            matrix = knife.canvas.getTotalMatrix()
            for name, (angle, y, out) in _FEATURES.items():
                x, down, toward = head.at(angle, y, out)
                at = matrix.mapXY(x, down)
                found[name] = (at.x(), at.y(), toward > (-0.35 if "ear" in name else 0.0))

        _Drawing(Knife(canvas, self.costume.height), self.costume, self.body, bones, pose).in_head(note)
        return found

    def grasp(self, pose: Pose) -> Point | None:
        """Where the hand is that carries something (see Handed); between the two where both carry it."""
        if pose.pitch > 66 or abs(self.bones(pose).tip) > 1:
            return None
        (x, y), (a, b) = (self._palm(pose, i) for i in ((0, 1) if pose.swapped else (1, 0)))
        if pose.grip in TWO_HANDED:
            x, y = (x + a) / 2, (y + b) / 2
        return x, -y * short(pose.pitch)

    def _palm(self, pose: Pose, i: int) -> Point:
        """The middle of a hand's palm."""
        (ex, ey), (x, y) = self.joint(pose, "elbow", i), self.joint(pose, "hand", i)
        length = math.hypot(x - ex, y - ey) or 1e-6
        on = 0.55 * self.body.limb / length
        return x + (x - ex) * on, y + (y - ey) * on

    def draw_fingers(self, canvas: skia.Canvas, pose: Pose) -> None:
        """The fingers that close over what is held, around the grip (see grips.Fingered)."""
        knife = Knife(canvas, self.costume.height)
        skin = glove_of(self.costume) or self.costume.skin
        both = pose.grip in TWO_HANDED
        first = 0 if pose.swapped else 1
        (x, y), (a, b) = self._palm(pose, first), self._palm(pose, 1 - first)
        middle = ((x + a) / 2, (y + b) / 2) if both else (x, y)
        for i, at in ((first, (x, y)), (1 - first, (a, b)))[: 1 + both]:
            elbow = self.joint(pose, "elbow", i)
            angle = math.atan2(at[1] - elbow[1], at[0] - elbow[0])
            spot = (at[0] - middle[0], (at[1] - middle[1]) * short(pose.pitch))
            draw_grasp(knife, self.body, skin, spot, angle, thumb=both or pose.grip in ("card", "cup"))

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel, with room for hats, hems and cut edges."""
        h = self.costume.height
        if pose.pitch > 66:
            return skia.Rect.MakeLTRB(-0.62 * h, -0.62 * h, 0.62 * h, 0.62 * h)
        bones, view = self.bones(pose), View(_turned(pose.yaw))
        joints = [
            view.at(j)
            for j in (bones.hips, bones.neck, bones.head, *bones.knee, *bones.ankle, *bones.elbow, *bones.hand)
        ]
        works = pose.business in IMPLEMENTS or pose.over in IMPLEMENTS
        pad = 0.17 * h if not pose.holds and not works else 0.45 * h
        pad = 0.5 * h if pose.business in PUFFS else pad
        pad = REACH.get(pose.over or pose.business, pad / h) * h
        pad = max(pad, _reach_of(self.costume) * h)
        head = view.at(bones.head)
        reach = self.body.head * (0.95 if self.costume.hat else 0.80) * (1.2 if pose.pitch > 5 else 1.0)
        left = min(min(x for x, _ in joints) - pad, head[0] - reach * 1.05)
        right = max(max(x for x, _ in joints) + pad, head[0] + reach * 1.05)
        crown = rise_of(self.costume) + _TALL_HAIR.get(self.costume.hair, 0.0)
        top = min(min(y for _, y in joints) - pad, head[1] - reach * 1.1 - crown * self.body.head)
        low = max(max(y for _, y in joints) + 0.07 * h, (0.34 if works else 0.05) * h)
        if self.costume.cape:  # it hangs from the hips, which a seated or lying figure lowers
            low = max(low, view.at(bones.hips)[1] + self.body.frame.leg * 0.85 + 0.04 * h)
        box = skia.Rect.MakeLTRB(left, top, right, low)
        if abs(bones.tip) < 0.01:
            return box
        facing = -1.0 if math.sin(math.radians(pose.yaw)) < -1e-6 else 1.0
        over = math.sin(math.radians(bones.tip))
        matrix = skia.Matrix()
        matrix.setTranslate(-facing * _along(pose) * h * over, -self.body.deep * abs(over))
        matrix.preRotate(bones.tip * facing)
        return matrix.mapRect(box)


class _Drawing:
    """One drawing of one person: the order in which the sheets are laid down."""

    def __init__(self, knife: Knife, costume: Costume, body: Body, bones: Bones, pose: Pose) -> None:
        self.knife, self.costume, self.body, self.bones, self.pose = knife, costume, body, bones, pose
        self.yaw = _turned(pose.yaw)
        self.view = View(self.yaw)
        self.s, self.c = math.sin(math.radians(self.yaw)), math.cos(math.radians(self.yaw))
        self.hips, self.neck = self.view.at(bones.hips), self.view.at(bones.neck)
        length = math.hypot(self.neck[0] - self.hips[0], self.neck[1] - self.hips[1])
        self.torso = Torso(body, self.yaw, max(length, body.frame.torso * 0.6))
        self.slant = math.degrees(math.atan2(self.neck[0] - self.hips[0], self.hips[1] - self.neck[1]))
        self.swing = -0.02 * pose.travel * self.s + 0.004 * math.sin(pose.clock * 1.7)
        if pose.travel:
            self.swing += 0.012 * math.sin(pose.gone * 7.0)
        self.swing -= 0.2 * pose.wind  # it blows from the right

    def all(self) -> None:
        """Back to front."""
        seated = (self.pose.seated or Act.SIT in (self.pose.act, self.pose.before)) and self.bones.seat > 0.02
        behind = self.c < -0.35
        if seated and self.pose.seat == "stool":
            draw_stool(self.knife, self.body, self.view.at((-0.42 * self.body.frame.leg, 0.0, 0.0))[0])
        rolling = rolls(self.costume, self.pose)
        if rolling:
            draw_chair(self.knife, self.body, self.pose, self.hips, self.s, self.c, near=behind)
        if self.costume.cape and not behind:
            self._on_trunk(draw_cape, behind, -self.hips[1])
        self._on_trunk(partial(draw_gear, front=False))
        if not behind:
            self.in_head(self._back_hair)
        order = sorted((0, 1), key=lambda i: self.view.depth(self.bones.shoulder[i]))
        far_arms = [i for i in order if self._arm_is_far(i)]
        for i in far_arms:
            self._arm(i)
        for i in order:
            self._leg(i)
        legs = tuple(self._leg_line(i) for i in (0, 1))
        draw_skirt(self.knife, self.torso, self.costume, self.hips, legs, self.bones.seat > 0.35, self.swing)
        self._neck_piece()
        self._on_trunk(draw_trunk)
        self._on_trunk(belly_shade)
        self._on_trunk(draw_sash)
        if self.costume.apron and not behind:
            self._on_trunk(draw_apron)
        self._on_trunk(draw_on_chest)
        self._on_trunk(draw_bag)
        self._on_trunk(partial(draw_gear, front=True))
        self._on_trunk(draw_pauldrons)
        if behind and (self.costume.apron or self.costume.garment in ("dress", "gown")):
            self._on_trunk(draw_knot)
        if self.costume.cape and behind:
            self._on_trunk(draw_cape, behind, -self.hips[1])
        self._head()
        if self.costume.scarf:
            self._on_trunk(draw_scarf, self.swing)
        if rolling:
            draw_chair(self.knife, self.body, self.pose, self.hips, self.s, self.c, near=not behind)
        if not behind:
            self._implement()
        for i in order:
            if i not in far_arms:
                self._arm(i)

    def _arm_is_far(self, i: int) -> bool:
        if self.c < -0.35 and self.bones.hand[i][0] > 0.06:
            return True
        works = self.pose.business or self.pose.over
        if works and self.c > 0.3 and self.bones.hand[i][0] - self.bones.shoulder[i][0] > 0.10 * self.body.height:
            return False  # a hand that works before the chest is before it
        return self.view.depth(self.bones.shoulder[i]) < -0.35 * self.body.frame.shoulder

    def _on_trunk(self, draw, *more: object) -> None:
        canvas = self.knife.canvas
        canvas.save()
        canvas.translate(*self.hips)
        canvas.rotate(self.slant)
        draw(self.knife, self.torso, self.costume, *more)
        canvas.restore()

    def _leg_line(self, i: int) -> tuple[Point, Point, Point]:
        b = self.bones
        (kx, ky), (ax, ay) = self.view.at(b.knee[i]), self.view.at(b.ankle[i])
        low = STEP_DEPTH * b.ankle[i][0] * self.c * abs(self.c)  # a foot that comes toward us is lower in the picture
        return self.view.at(b.thigh[i]), (kx, ky + low * 0.4), (ax, ay + low)

    def _leg(self, i: int) -> None:
        leg = self._leg_line(i)
        if self.costume.one_legged and i == 1:
            draw_peg(self.knife, self.body, leg[1], leg[2], self.body.frame.ankle * 0.98)
            draw_thigh(self.knife, self.body, self.costume, leg)
            return
        far = self.view.depth(self.bones.thigh[i]) < -0.2 * self.body.frame.hip
        draw_shoe(self.knife, self.body, self.costume, leg[2], self.yaw, self.bones.tilt[i], 1 if i == 0 else -1)
        draw_leg(self.knife, self.body, self.costume, leg, far)

    def _arm(self, i: int) -> None:
        b = self.bones
        far = self.view.depth(b.shoulder[i]) < -0.2 * self.body.frame.shoulder
        hand = self.view.at(b.hand[i])
        if i == 1 and leans(self.costume, self.pose) and self.bones.seat < 0.3:
            draw_stick(self.knife, self.costume, self.body, hand, self.view.at(b.shoulder[i]), self.s)
        if self.pose.holds and i == 1:
            self._held(hand)
        draw_sleeve(
            self.knife,
            self.body,
            self.costume,
            self.view.at(b.shoulder[i]),
            self.view.at(b.elbow[i]),
            hand,
            FAR_SHADE if far else 0.0,
        )

    def _implement(self) -> None:
        """What the hands work with (see implements)."""
        pose, b = self.pose, self.bones
        name = pose.over if pose.over in IMPLEMENTS else pose.business
        if name not in IMPLEMENTS or ((pose.carries or pose.empty) and name in ONE_HANDED):
            return
        work = 0 if works_left(pose) else 1
        head = self.view.at(b.head)
        mouth = (head[0] + 0.30 * self.body.head * self.s, head[1] + 0.22 * self.body.head)
        side = -1.0 if self.s < -0.05 else 1.0
        hands = self.view.at(b.hand[work]), self.view.at(b.hand[1 - work])
        grip = Grip(
            *hands, mouth, side, self.costume.height, pose.phase, pose.length, pose.reach, b.seat > 0.5, pose.span > 0
        )
        draw_implement(self.knife, name, grip)

    def _held(self, hand: Point) -> None:
        from engine.backends.animatic.puppets.things import thing_for

        thing = thing_for(self.pose.holds[0])
        canvas = self.knife.canvas
        size = min(1.0, 0.42 * self.costume.height / max(thing.height, thing.width))
        canvas.save()
        canvas.translate(*hand)
        canvas.scale(size, size)
        grip = getattr(thing, "grip", 0.35)
        canvas.translate(0.0, thing.height * grip)
        thing.draw(canvas, Pose(clock=self.pose.clock))
        canvas.restore()

    def _neck_piece(self) -> None:
        head = self.view.at(self.bones.head)
        h = self.body.height
        skin = tone(self.costume.skin, -0.055)
        self.knife.plain(
            capsule((self.neck[0], self.neck[1] + 0.02 * h), (head[0], head[1] + 0.1 * h), 0.031 * h, 0.029 * h), skin
        )

    def in_head(self, draw: Callable[[Knife, Head], None]) -> None:
        """Draw in head heights around the head's centre, bowed with the nod."""
        canvas, bones = self.knife.canvas, self.bones
        x, y = self.view.at(bones.head)
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate((bones.nod + bones.lean * 0.35) * self.s * 0.9)
        size = self.body.head * (1 + 0.20 * math.sin(math.radians(self.pose.pitch)))  # what is nearer to us is larger
        canvas.scale(size, size / short(self.pose.pitch))
        bow = (bones.nod + bones.lean * 0.35) * max(-0.3, self.c) * 0.9 + self.pose.pitch * 0.62
        yaw = _turned(self.yaw + bones.turn + self.pose.gaze[0] * 9)
        draw(Knife(canvas, self.costume.height / size, size), Head(yaw, bow, self.costume.jaw))
        canvas.restore()

    def _back_hair(self, knife: Knife, head: Head) -> None:
        draw_back_hair(knife, head, self.costume, self.swing * 2.2)

    def _head(self) -> None:
        self.in_head(self._head_pieces)

    def _head_pieces(self, knife: Knife, head: Head) -> None:
        costume = self.costume
        behind = abs(head.yaw) > 108
        self._ears(knife, head, far=True)
        knife.sheet(closed(head.outline(), 0.95), costume.skin, drop=1.0, rough=0.24)
        if not behind:
            if knife.fine:
                self._chin_shade(knife, head)
            shut = 1.0 if self.pose.asleep else max(blink(self.pose.clock), self.bones.lids)
            draw_face(knife, head, costume, self.pose, shut)
        self._ears(knife, head, far=False)
        draw_front_hair(knife, head, costume, self.swing * 2.2, bool(costume.hat))
        if self.c < -0.35:
            draw_back_hair(knife, head, costume, self.swing * 2.2)
        draw_hat(knife, head, costume)

    def _chin_shade(self, knife: Knife, head: Head) -> None:
        """The side turned from the light is a second, warmer paper."""
        ring = head.outline()
        side = [p for p in ring if p[0] > 0 and p[1] > -0.25]
        inner = [(x * 0.80 - 0.01, y - 0.035) for x, y in reversed(side)]
        if len(side) > 2:
            knife.tint(closed([*side, *inner], 0.9), tone(self.costume.skin, -0.075), 0.55)

    def _ears(self, knife: Knife, head: Head, far: bool) -> None:
        for side in (-1, 1):
            x, y, z = head.at(side * 92, EAR_Y, 1.05)
            if (z < -0.05) != far or style_of(self.costume.hair).covers_ears or z < -0.6:
                continue
            knife.plain(oval(x, y, 0.062, 0.085), tone(self.costume.skin, -0.02))
            if knife.fine:
                knife.plain(oval(x + 0.006 * side, y + 0.005, 0.032, 0.05), tone(self.costume.skin, -0.11))
