"""All performances by name, and what the face does in them: which way the eyes go, what the mouth does, which mood shows.

One door, so that the rooms of acting and drawing ask for a name and need not know where it is played.
"""

from __future__ import annotations

import math
import re

from engine.backends.animatic.puppets.performances.bodies import BODIES
from engine.backends.animatic.puppets.performances.gestures import GESTURES
from engine.backends.animatic.puppets.performances.goings import GOINGS
from engine.backends.animatic.puppets.performances.moment import Moment, Performance
from engine.backends.animatic.puppets.performances.pairs import PAIRS
from engine.backends.animatic.puppets.performances.work import WORK
from engine.backends.animatic.puppets.stance import Frame, Stance
from engine.backends.animatic.stage import Mood, Pose, Viseme
from engine.plan.business import named

PERFORMANCES: dict[str, Performance] = {**GESTURES, **WORK, **BODIES, **GOINGS, **PAIRS}

WHOLE_BODY = frozenset(
    {"kneel", "kowtow", "crouch", "hide", "crawl", "swim", "float", "jump", "skip", "sleep", "faint", "climb", "skate"}
)
"""What leaves nothing of the posture it is done in."""

LOW = frozenset({"kneel", "crouch", "hide"})
"""Ways of being down without a seat."""

LEAVES_HANDS = frozenset(
    {"nod", "shake head", "look up", "look down", "look back", "look around", "stare", "turn", "spin", "blow out", "march", "wade",
     "stagger", "limp", "skip", "swing", "skate", "jump", "cry", "laugh", "yawn", "cough", "sneeze", "close eyes"}
)  # fmt: skip
"""What may be done with something in the hand, which stays where it is: a letter one cries over does not hide the face."""

_UPPER = frozenset(name for name in Stance._fields if name.startswith("arm")) | {"nod", "turn", "lids"}
_LOWER = frozenset(name for name in Stance._fields if name.startswith("foot")) | {"hip", "sway", "rise", "tip", "seat"}

GAZES: dict[str, tuple[float, float]] = {
    "read": (0.25, -0.6), "write": (0.25, -0.7), "sew": (0.2, -0.7), "text": (0.2, -0.6), "cook": (0.3, -0.6), "chop": (0.3, -0.7),
    "wash": (0.3, -0.6), "sweep": (0.3, -0.6), "dig": (0.3, -0.6), "pour": (0.3, -0.6), "light": (0.3, -0.5), "piano": (0.3, -0.4),
    "zither": (0.3, -0.6), "guitar": (0.2, -0.5), "search": (0.3, -0.7), "look up": (0.3, 0.8), "look down": (0.3, -0.8),
    "drop": (0.3, -0.8), "pick up": (0.3, -0.7), "put down": (0.3, -0.7), "stare": (0.6, 0.0), "point": (0.7, 0.1),
    "juggle": (0.2, 0.8), "kite": (0.4, 0.9), "think": (0.4, 0.6), "catch": (0.5, 0.4), "archery": (0.7, 0.0), "shoot": (0.7, 0.0),
    "fish": (0.4, -0.4), "peek": (0.8, 0.0), "climb": (0.2, 0.7), "bow": (0.2, -0.8), "eat": (0.2, -0.4), "throw": (0.7, 0.2),
}  # fmt: skip
"""Where the pupils rest: ahead (toward where the body faces) and up."""

_MOUTHS: dict[str, tuple[float, tuple[Viseme, ...]]] = {
    "laugh": (7.2, ("wide", "open")), "shout": (1.6, ("open", "open", "round", "open")), "sing": (1.5, ("round", "open", "wide", "round")),
    "yawn": (0.4, ("open",)), "cry": (3.8, ("teeth", "closed")), "eat": (3.2, ("closed", "closed", "round", "closed")),
    "cough": (2.1, ("open", "closed")), "kiss": (1.0, ("round",)), "whisper": (2.4, ("round", "closed", "teeth")),
    "cheer": (1.4, ("open", "wide")), "flute": (1.0, ("round",)), "blow out": (1.0, ("round",)), "gesture": (2.8, ("open", "closed", "wide")),
    "phone": (1.7, ("closed", "closed", "open", "round", "closed", "wide")), "struck": (1.0, ("open",)), "sneeze": (1.2, ("open", "closed")),
    "shiver": (6.0, ("teeth", "teeth")), "faint": (1.0, ("open",)), "stumble": (1.0, ("open",)), "fall": (1.0, ("open",)),
}  # fmt: skip

_MOODS: dict[str, Mood] = {
    "laugh": "happy", "cheer": "happy", "clap": "happy", "dance": "happy", "skip": "happy", "sing": "happy", "cry": "sad", "fight": "angry",
    "fence": "angry", "punch": "angry", "kick": "angry", "stab": "angry", "shiver": "afraid", "hide": "afraid", "struck": "surprised",
    "stumble": "surprised", "pushed": "surprised", "hug": "happy", "kiss": "happy", "kissed": "happy", "yawn": "tired", "sleep": "tired",
    "struggle": "afraid", "drop": "surprised", "juggle": "happy", "retreat": "afraid",
}  # fmt: skip


_OVER = {"wave": "hail"}
"""Standing, a wave is an act of its own."""


def mood_in(business: str, mood: Mood) -> Mood:
    """The face of it, where the script tells no other mood."""
    return _MOODS.get(business, mood) if mood == "calm" else mood


def mouth_in(business: str, t: float) -> Viseme:
    """What the mouth does while nothing is spoken."""
    hz, shapes = _MOUTHS.get(business, (0.0, ("closed",)))
    return shapes[int(max(0.0, t) * hz) % len(shapes)]


def works_left(pose: Pose) -> bool:
    """Whether the left hand does the work: facing left it is the one that is seen, and the right may carry something."""
    return math.sin(math.radians(pose.yaw)) < -0.05 and not pose.carries and not pose.holds


def mirrored(stance: Stance) -> Stance:
    """Left for right."""
    swapped = {name: getattr(stance, _OTHER_SIDE[name]) for name in Stance._fields}
    return Stance(**swapped)._replace(turn=-stance.turn)


_OTHER_SIDE = {
    name: re.sub(r"^(foot|arm)_([lr])", lambda m: f"{m[1]}_{'r' if m[2] == 'l' else 'l'}", name)
    for name in Stance._fields
}


def performed(name: str, pose: Pose, frame: Frame, base: Stance) -> Stance | None:
    """The stance of a performance over the stance `base`; None for one that nobody knows."""
    performance = PERFORMANCES.get(name)
    if performance is None:
        return None
    left = works_left(pose)
    told = mirrored(base) if left else base
    played = performance(Moment(pose, frame, told, pose.phase, max(0.1, pose.length)))
    played = mirrored(played) if left else played
    if not pose.seated or name in WHOLE_BODY:
        return played
    return played._replace(**{field: getattr(base, field) for field in _LOWER})


def laid_over(name: str, pose: Pose, frame: Frame, base: Stance) -> Stance:
    """What hands and face do while the rest goes on: walks while reading."""
    doing = named(pose.business)
    if doing is not None and doing.hands:  # both hands have their work: the face does the rest
        return base
    played = performed(_OVER.get(name, name), pose, frame, base)
    return base if played is None else base._replace(**{field: getattr(played, field) for field in _UPPER})
