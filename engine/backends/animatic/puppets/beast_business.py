"""What animals can of the verbs: a head goes down to eat, a dog digs, barks and stretches, everything jumps.

A beast has four feet on the ground and no hands; whatever of a verb needs hands is left out, the rest is head, trunk and feet.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from engine.backends.animatic.puppets.beast_build import Build
from engine.backends.animatic.puppets.performances.moment import pulse, strike, wave
from engine.backends.animatic.puppets.stance import ease
from engine.backends.animatic.stage import Pose


def _down(build: Build, pose: Pose, by: float = 72.0, low: float = 0.05) -> Build:
    on = ease(pose.phase / 0.7)
    return replace(build, nod=build.nod + by * on, chest=(build.chest[0], build.chest[1] - low * on))


def _grazes(build: Build, pose: Pose) -> Build:
    """Down to it, and a little up and down while it chews."""
    bent = _down(build, pose)
    return replace(bent, nod=bent.nod - 7 * pulse(pose.phase, 1.6))


def _sniffs(build: Build, pose: Pose) -> Build:
    bent = _down(build, pose, 52, 0.04)
    return replace(bent, nod=bent.nod + 8 * wave(pose.phase, 1.1))


def _digs(build: Build, pose: Pose) -> Build:
    """The forepaws, one after the other, under a lowered chest."""
    bent = _down(build, pose, 34, 0.08)
    a, b = strike(pose.phase, 2.2), strike(pose.phase + 0.22, 2.2)
    left, right, *hind = bent.feet
    return replace(bent, feet=((left[0] + 0.14 * a, 0.16 * a), (right[0] + 0.14 * b, 0.16 * b), *hind))


def _barks(build: Build, pose: Pose) -> Build:
    """Head up with each, the forefeet a little off the ground."""
    call = pulse(pose.phase, 1.5) ** 2
    left, right, *hind = build.feet
    lifted = ((left[0], 0.05 * call), (right[0], 0.05 * call), *hind)
    return replace(
        build,
        nod=build.nod - 10 - 14 * call,
        chest=(build.chest[0] + 0.03 * call, build.chest[1] + 0.04 * call),
        feet=lifted,
    )


def _nods(build: Build, pose: Pose) -> Build:
    return replace(build, nod=build.nod + 16 * wave(pose.phase, 1.5) * (1 - ease((pose.phase - 1.2) / 0.4)))


def _stretches(build: Build, pose: Pose) -> Build:
    """Down in front, up behind, as dogs and cats do it."""
    on = ease(pose.phase / 0.8) * (1 - ease((pose.phase - pose.length + 0.8) / 0.7))
    left, right, *hind = build.feet
    ahead = ((left[0] + 0.22 * on, 0.0), (right[0] + 0.22 * on, 0.0), *hind)
    return replace(
        build, chest=(build.chest[0] + 0.06 * on, build.chest[1] - 0.26 * on), nod=build.nod - 12 * on, feet=ahead
    )


def _dances(build: Build, pose: Pose) -> Build:
    """From the fore feet to the hind feet and back."""
    s = wave(pose.phase, 0.9)
    fore, hind = max(0.0, s), max(0.0, -s)
    (fl, fr, hl, hr) = build.feet
    feet = (
        (fl[0], fl[1] + 0.22 * fore),
        (fr[0], fr[1] + 0.16 * fore),
        (hl[0], hl[1] + 0.12 * hind),
        (hr[0], hr[1] + 0.16 * hind),
    )
    return replace(build,
        chest=(build.chest[0] - 0.02 * fore, build.chest[1] + 0.15 * fore), rump=(build.rump[0], build.rump[1] + 0.08 * hind), feet=feet,
        nod=build.nod - 10 * fore + 8 * hind, wag=1.4 * wave(pose.phase, 1.8),
    )  # fmt: skip


def _leaps(build: Build, pose: Pose) -> Build:
    """Chest first, legs drawn up, hind legs last: the flight itself is the stage's."""
    u = leap_of(pose)
    air = math.sin(math.pi * min(1.0, max(0.0, (u - 0.2) / 0.65)))
    tilt = 0.14 * math.cos(math.pi * u) * air
    tuck = [(0.10, 0.16), (0.04, 0.20), (-0.12, 0.14), (-0.06, 0.18)]
    feet = tuple((x + dx * air, y + dy * air) for (x, y), (dx, dy) in zip(build.feet, tuck, strict=True))
    crouch = 0.10 * (
        ease(u / 0.15) * (1 - ease((u - 0.18) / 0.08)) + ease((u - 0.84) / 0.06) * (1 - ease((u - 0.92) / 0.08))
    )
    return replace(build,
        chest=(build.chest[0], build.chest[1] + tilt - crouch), rump=(build.rump[0], build.rump[1] - tilt - crouch),
        feet=(feet[0], feet[1], feet[2], feet[3]), nod=build.nod - 8 * air,
    )  # fmt: skip


def _shivers(build: Build, pose: Pose) -> Build:
    shake = wave(pose.phase, 6.0)
    return replace(
        build, nod=build.nod + 8 + 1.5 * shake, chest=(build.chest[0] + 0.004 * shake, build.chest[1] - 0.04), wag=-0.6
    )


def _creeps(build: Build, pose: Pose) -> Build:
    """Belly low, head level."""
    return replace(
        build,
        chest=(build.chest[0], build.chest[1] * 0.78),
        rump=(build.rump[0], build.rump[1] * 0.80),
        nod=build.nod + 10,
        wag=0.0,
    )


def _looks_up(build: Build, pose: Pose) -> Build:
    return replace(build, nod=build.nod - 26 * ease(pose.phase / 0.6))


def _listens(build: Build, pose: Pose) -> Build:
    return replace(build, nod=build.nod - 12 + 5 * wave(pose.phase, 0.3))


def _struggles(build: Build, pose: Pose) -> Build:
    feet = tuple(
        (x + 0.10 * wave(pose.phase, 1.7, i * 0.25), y + 0.09 * pulse(pose.phase, 1.7, i * 0.25))
        for i, (x, y) in enumerate(build.feet)
    )
    return replace(build, feet=(feet[0], feet[1], feet[2], feet[3]), nod=build.nod + 16 * wave(pose.phase, 1.3))


_BEASTS: dict[str, Callable[[Build, Pose], Build]] = {
    "eat": _grazes, "drink": _grazes, "look down": _sniffs, "search": _sniffs, "kiss": _sniffs, "comfort": _sniffs, "pick up": _sniffs,
    "bow": _stretches, "dig": _digs, "shout": _barks, "sing": _barks, "cry": _barks, "laugh": _barks, "nod": _nods, "shake head": _nods,
    "sneeze": _nods, "cough": _nods, "stretch": _stretches, "yawn": _looks_up, "dance": _dances, "cheer": _dances, "clap": _dances,
    "spin": _dances, "jump": _leaps, "skip": _leaps, "shiver": _shivers, "crawl": _creeps, "sneak": _creeps, "hide": _creeps,
    "look up": _looks_up, "listen": _listens, "look around": _listens, "peek": _listens, "struggle": _struggles, "fight": _dances,
}  # fmt: skip


def leap_of(pose: Pose) -> float:
    """Which part of a leap this is, 0..1: by the ground covered, or by time on the spot."""
    if pose.span > 0:
        leaps = max(1, round(pose.span / 1.6))
        return pose.gone / pose.span * leaps % 1.0 if pose.gone < pose.span - 1e-6 else 0.0
    return pose.phase / 0.95 % 1.0


def beasts_business(build: Build, pose: Pose) -> Build:
    """The build with what the animal does of its business."""
    act = _BEASTS.get(pose.over or pose.business)
    return build if act is None else act(build, pose)
