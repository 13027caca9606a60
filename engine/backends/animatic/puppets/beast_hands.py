"""Beasts on end: what a bear, a panda or a squirrel does with its forepaws, and how anything with claws goes up a tree.

The paws are told from the chest in shoulder heights, so the same table serves one who sits and one who stands on its hind legs.
"""

from __future__ import annotations

import math
from dataclasses import replace

from engine.backends.animatic.puppets.beast_build import Build, between
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.motion import WALKING
from engine.backends.animatic.puppets.paper_cut import Point
from engine.backends.animatic.puppets.performances.moment import pulse, wave
from engine.backends.animatic.puppets.stance import ease
from engine.backends.animatic.stage import Act, Pose

_SEATED: dict[str, Point] = {
    "eat": (0.34, 0.16), "drink": (0.34, 0.16), "read": (0.42, -0.12), "think": (0.30, 0.10), "scratch head": (0.10, 0.42), "wash": (0.30, 0.22),
    "cry": (0.24, 0.26), "pray": (0.34, 0.0), "drum": (0.40, -0.20), "play": (0.40, -0.1), "yawn": (0.26, -0.1), "clap": (0.40, 0.0),
}  # fmt: skip
_STANDING: dict[str, Point] = {
    "give": (0.56, -0.02), "take": (0.56, 0.0), "hug": (0.50, 0.0), "reach": (0.32, 0.50), "raise": (0.22, 0.55), "cheer": (0.24, 0.52),
    "dance": (0.30, 0.34), "fight": (0.46, 0.14), "point": (0.58, 0.10), "salute": (0.24, 0.34), "shake hands": (0.54, -0.08), "throw": (0.42, 0.34),
    "catch": (0.44, 0.12), "knock": (0.52, 0.14), "push": (0.54, 0.0), "lift": (0.28, 0.54), "pick up": (0.46, -0.70), "bow": (0.16, -0.34),
    "punch": (0.56, 0.08), "shout": (0.20, -0.28), "look around": (0.14, -0.34), "wave": (0.30, 0.50), "comfort": (0.5, 0.0),
}  # fmt: skip
"""Where the near paw is, ahead of and above the chest, by what is done on the rump and on the hind legs."""
_HELD: Point = (0.40, -0.06)
"""Where what it holds is, from the chest; it sits down to hold it."""
_BOTH = frozenset(
    {
        "eat",
        "drink",
        "read",
        "pray",
        "clap",
        "hug",
        "cheer",
        "dance",
        "fight",
        "push",
        "lift",
        "wash",
        "cry",
        "shout",
        "look around",
        "bow",
    }
)


def climbs(breed: Breed) -> bool:
    """Whether it has claws to climb with: no hoof, no trunk, no hare."""
    return not breed.hooved and breed.ears != "fan" and not (breed.hops and not breed.hands) and breed.face != "snout"


def on_end(breed: Breed, build: Build, pose: Pose, seated: Build, standing: Build) -> Build | None:
    """The build with the trunk on end, where what it does wants that; `seated` and `standing` are how it is upright. None: it does it
    as beasts do."""
    name = pose.over or pose.business
    if name == "climb" and climbs(breed):
        return _climbing(breed, standing, pose)
    if not breed.hands:
        return None
    if pose.act is Act.WAVE:
        name = "wave"
    low = name in _SEATED or (pose.seated and name in _STANDING)
    goal = _SEATED.get(name) or _STANDING.get(name)
    if goal is None and pose.carries and pose.act not in WALKING:
        goal, low = _HELD, name not in _STANDING
    if goal is None:
        return seated if pose.seated else None
    up = seated if low else standing
    on = ease(pose.phase / 0.8) if pose.before is not None else 1.0
    return _with_paws(build, up, name, goal, on, pose)


def _with_paws(build: Build, up: Build, name: str, goal: Point, on: float, pose: Pose) -> Build:
    stir = 0.06 * wave(pose.phase, 1.1) if name in ("dance", "cheer", "wave", "fight", "drum", "clap") else 0.0
    bite = 0.09 * pulse(pose.phase, 0.5) if name in ("eat", "drink") else 0.0
    x, y = up.chest[0] + goal[0] - stir, up.chest[1] + goal[1] - bite + stir
    other = (x + 0.04, y - 0.04 - 2 * stir) if name in _BOTH else up.feet[1]
    sway = 0.05 * wave(pose.phase, 0.8) if name == "dance" else 0.0
    bent = 0.30 * math.sin(math.pi * min(1.0, pose.phase / max(pose.length, 0.8))) if name == "bow" else 0.0
    chest = (up.chest[0] + sway + bent, up.chest[1] - 0.6 * bent)
    fore = ((x, y), other) if math.sin(math.radians(pose.yaw)) < 0 else (other, (x, y))  # the near paw does it
    done = replace(up, chest=chest, feet=(*fore, *up.feet[2:]), nod=up.nod + 70 * bent - 4 * bite)
    return between(build, done, on)


def _climbing(breed: Breed, standing: Build, pose: Pose) -> Build:
    """Belly to the bark: paw over paw, the hind feet drawn up after them."""
    s = math.sin(2 * math.pi * (pose.gone / (0.55 * breed.tall) if pose.span > 0 else pose.phase * 1.2))
    low = 0.16
    chest = (standing.chest[0] + 0.02, standing.chest[1] - low)
    rump = (standing.rump[0] - 0.04, standing.rump[1] - low + 0.02 * s)
    reach = breed.deep * 0.55
    ahead, over = chest[0] + reach + 0.45 * breed.head, chest[1] + 0.22 + 0.5 * breed.head
    fore = ((ahead, over + 0.15 * s), (ahead + 0.02, over - 0.15 * s))
    hind = ((rump[0] + reach + 0.1, 0.18 - 0.10 * s), (rump[0] + reach + 0.1, 0.16 + 0.10 * s))
    return replace(standing, chest=chest, rump=rump, feet=(*fore, *hind), nod=-14.0, folded=0.0)
