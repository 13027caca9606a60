"""A clever beast: a monkey has hands, so it sits, kneels, bows, climbs, eats out of its hand, carries, gives and dances as people do.

It goes on all fours and does everything else upright or on its haunches; what it does is told by how it holds itself and where one
hand goes, each by name.
"""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from engine.backends.animatic.puppets.paper_cut import Knife, Point
from engine.backends.animatic.puppets.stance import settle
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.puppets.wild.habits import GOING, Motion, stride_of
from engine.backends.animatic.puppets.wild.primates import FOURS, POSTURES, Body, between, draw_body, leant, shifted
from engine.backends.animatic.stage import Act, Face, Pose

_CARRIED = (0.36, 0.12)
_PAWS: dict[str, Point] = {
    "give": (0.50, 0.04), "take": (0.50, 0.06), "offer": (0.50, 0.04), "show": (0.46, -0.04), "point": (0.52, -0.12), "reach": (0.38, -0.40),
    "raise": (0.26, -0.46), "scratch head": (0.14, -0.38), "think": (0.20, -0.08), "rub": (0.12, -0.36), "eat": (0.20, -0.12),
    "drink": (0.20, -0.12), "knock": (0.48, -0.06), "pick up": (0.44, 0.44), "clap": (0.32, 0.0), "hug": (0.42, -0.04), "cry": (0.18, -0.20),
    "salute": (0.20, -0.36), "pour": (0.46, 0.06), "throw": (0.42, -0.30), "catch": (0.42, -0.10), "wave": (0.26, -0.44), "beckon": (0.42, -0.14),
    "read": (0.32, 0.10), "write": (0.34, 0.16), "pray": (0.22, 0.0), "shake hands": (0.48, 0.08), "phone": (0.12, -0.28), "comfort": (0.46, -0.02),
}  # fmt: skip
"""Where the near hand goes in what it does, from the shoulder: (ahead, down) in its own heights."""
_BOTH = frozenset({"clap", "hug", "eat", "read", "pray", "catch", "cheer", "lift", "cry"})
"""What both hands do."""

_SHAKES = frozenset({"scratch head", "rub", "knock", "clap", "wave", "beckon"})
_UPRIGHT = frozenset(
    {"dance", "cheer", "clap", "reach", "raise", "hug", "fight", "give", "take", "shake hands", "salute", "throw", "catch", "lift", "fence",
     "punch", "kick", "juggle", "spin", "comfort", "kiss", "kissed", "knock", "wave", "beckon", "shout", "stretch", "point"}
)  # fmt: skip
_SQUATTING = frozenset(
    {
        "eat",
        "drink",
        "read",
        "write",
        "think",
        "scratch head",
        "rub",
        "cry",
        "sew",
        "guitar",
        "drum",
        "flute",
        "phone",
        "fish",
    }
)
_STANDS = 0.6
"""Share of a stride that a hand or foot is on the ground."""
_CLIMBS_IN = 0.42
"""Its own heights that it climbs with one reach."""


def posture_in(act: Act, business: str, *, going: bool) -> str:
    """How it holds itself while it does that."""
    if business == "climb":
        return "climb"
    if business == "jump":
        return "leap"
    if business == "swing" and not going:
        return "hang"
    if going:
        return "fours"
    if act is Act.LIE:
        return "lie"
    low = {"kneel": "kneel", "pray": "kneel", "kowtow": "bowed", "crouch": "sit", "hide": "sit"}.get(business)
    if low:
        return low
    if act is Act.SIT or business in _SQUATTING:
        return "sit"
    if business == "bow":
        return "stand"
    return "stand" if act is Act.WAVE or business in _UPRIGHT else "stoop" if business == "pick up" else "fours"


def body_of(pose: Pose, m: Motion, walk: Body = FOURS) -> Body:
    """Where its joints are; `walk` is the body on its way."""
    name = pose.over or pose.business
    now = _posture(pose, m, walk, pose.act, name)
    if pose.before is not None or pose.was:
        was = _posture(pose, m, FOURS, pose.before or Act.STAND, pose.was, before=True)
        now = between(was, now, settle(pose.phase / 0.6, 0.5) if not m.going else min(1.0, pose.phase / 0.25))
    now = leant(now, lean_of(pose))
    if name in ("dance", "cheer"):
        now = shifted(
            now, 0.05 * math.sin(2 * math.pi * 1.1 * pose.phase), -0.05 * abs(math.sin(math.pi * 2.2 * pose.phase))
        )
    return _with_hands(now, pose, name)


def _posture(pose: Pose, m: Motion, walk: Body, act: Act, name: str, *, before: bool = False) -> Body:
    going = not before and bool(m.going) and act.value in GOING
    told = posture_in(act, name, going=going)
    if told == "fours" and pose.seated and not going:
        told = posture_in(Act.SIT, pose.posture, going=False)
    if told == "climb":
        return _climbing(pose, m)
    if told == "bowed":
        down = 0.5 - 0.5 * math.cos(2 * math.pi * min(1.0, pose.phase / 2.6 % 1.0))
        return between(POSTURES["kneel"], POSTURES["bowed"], min(1.0, 1.6 * down))
    if told == "leap":
        return between(FOURS, POSTURES["leap"], math.sin(math.pi * min(1.0, pose.phase / 0.95 % 1.0)))
    return walk if told == "fours" else POSTURES[told]


def _climbing(pose: Pose, m: Motion) -> Body:
    """Hand over hand, a foot after each."""
    s = math.sin(2 * math.pi * (pose.gone / _CLIMBS_IN if m.going else pose.phase * 1.1))
    body = shifted(POSTURES["climb"], 0.0, -0.02 * abs(s))
    (near, far), (left, right) = body.hands, body.feet
    return replace(
        body,
        hands=((near[0], near[1] + 0.10 * s), (far[0], far[1] - 0.10 * s)),
        feet=((left[0], left[1] - 0.07 * s), (right[0], right[1] - 0.05 + 0.07 * s)),
    )


def _with_hands(body: Body, pose: Pose, name: str) -> Body:
    paw = paw_of(pose)
    if paw is None or name in ("climb",):
        return body
    near = (body.shoulder[0] + paw[0], min(-0.05, body.shoulder[1] + paw[1]))
    both = name in _BOTH or name in ("cheer",)
    far = (near[0] + 0.03, near[1] + 0.03) if both else body.hands[1]
    return replace(body, hands=(near, far))


def paw_of(pose: Pose) -> Point | None:
    """Where the near hand is, from the shoulder (its own heights, down positive); None where it has nothing to do."""
    name = pose.over or pose.business
    if name in ("dance", "cheer"):
        return 0.30 + 0.08 * math.sin(7 * pose.phase), -0.34 + 0.10 * math.sin(2 * math.pi * 1.1 * pose.phase)
    goal = _PAWS["wave"] if pose.act is Act.WAVE else _PAWS.get(name)
    rest = _CARRIED if pose.carries else None
    if goal is None:
        return rest
    x0, y0 = rest or (0.20, 0.30)
    on = settle(pose.phase / 0.55)
    shake = 0.03 * math.sin(9 * pose.phase) if name in _SHAKES or pose.act is Act.WAVE else 0.0
    chew = (
        0.10 * (0.5 + 0.5 * math.cos(2 * math.pi * 0.55 * max(0.0, pose.phase - 0.6)))
        if name in ("eat", "drink")
        else 0.10
    )
    return x0 + (goal[0] - x0) * on + shake * 0.5, y0 + (goal[1] + 0.10 - chew - y0) * on + shake


def lean_of(pose: Pose) -> float:
    """How far the body leans forward, in degrees."""
    name = pose.over or pose.business
    if name == "bow":
        return 42 * math.sin(math.pi * min(1.0, pose.phase / max(pose.length, 0.6)))
    if name in ("dance", "cheer", "clap"):
        return -4 + 9 * math.sin(2 * math.pi * 1.1 * pose.phase)
    return {"give": 5.0, "hug": 6.0, "comfort": 6.0, "raise": -5.0}.get(name, 0.0) * settle(pose.phase / 0.5)


class Clever(Creature):
    """A creature with hands (see Handed)."""

    def motion(self, pose: Pose) -> Motion:
        """The motion of its habit; who lies does so by its joints, and is not tipped over."""
        told = super().motion(pose)
        asleep = pose.business == "sleep"
        return replace(told, down=0.0 if pose.act is Act.LIE else told.down, shut=1.0 if asleep else told.shut)

    def body(self, pose: Pose) -> Body:
        """Where its joints are (see primates.joints)."""
        m = self.motion(pose)
        return body_of(pose, m, walking(m))

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw it upright, one unit high."""
        canvas.scale(self.height, self.height)
        knife = Knife(canvas, max(0.8, 0.6 * self.kind.wide), self.height)
        draw_body(knife, self.hue, self.body(pose), self.motion(pose))

    def face(self, pose: Pose) -> Face | None:
        """Where the face is (see Faced)."""
        x, y = self.body(pose).head
        tall, way = self.kind.head[2], self.way(pose)
        return Face(x * way * self.height, -y * self.height, tall * self.height, 0.3 * tall * way * self.height)

    def grasp(self, pose: Pose) -> Point | None:
        """Where the near hand is, if it carries something."""
        if not pose.carries or pose.pitch > 66 or pose.act in (Act.LIE, Act.FALL):
            return None
        hand = self.body(pose).hands[0]
        at = self.matrix(pose).mapXY(hand[0] * self.height, hand[1] * self.height)
        return at.x(), -at.y()


def walking(m: Motion) -> Body:
    """On all fours, each hand with the foot across from it, planted by the ground covered."""
    if not m.going:
        return FOURS

    def paddle(late: float) -> Point:
        u, reach = (m.beat - late) % 1.0, _STANDS * stride_of("tramp", 1.0)
        if u < _STANDS:
            return reach * (0.5 - u / _STANDS), 0.0
        t = (u - _STANDS) / (1 - _STANDS)
        return reach * (-0.5 + t * t * (3 - 2 * t)), -0.10 * math.sin(math.pi * t)

    def put(rest: tuple[Point, Point], late: tuple[float, float]) -> tuple[Point, Point]:
        (x, y), (v, w) = paddle(late[0]), paddle(late[1])
        return (rest[0][0] + x, rest[0][1] + y), (rest[1][0] + v, rest[1][1] + w)

    bob = 0.012 * math.cos(4 * math.pi * m.beat)
    body = shifted(FOURS, 0.0, bob)
    return replace(body, hands=put(FOURS.hands, (0.75, 0.25)), feet=put(FOURS.feet, (0.0, 0.5)))
