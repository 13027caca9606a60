"""How creatures without a walker's legs go: they swim, hop, slither, flutter, hover, scuttle or tramp.

A habit turns a pose into a motion: how far through its cycle the body is, and where the whole sheet is carried. The cycle follows
the ground covered wherever something touches the ground, so nothing skims.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from engine.backends.animatic.puppets.motion import blink
from engine.backends.animatic.puppets.stance import settle
from engine.backends.animatic.stage import Act, Mood, Pose

Habit = Literal["swim", "drift", "hop", "slither", "flutter", "hover", "scuttle", "tramp", "soar"]

GOING = frozenset({"walk", "run", "enter", "exit", "fly", "swim", "crawl", "climb", "jump", "float"})
"""Names of acts that carry a body along: asked by name, so that an act that is new is nothing to be afraid of."""

_OPEN = {"closed": 0.0, "teeth": 0.25, "wide": 0.45, "round": 0.6, "open": 0.85}


@dataclass(frozen=True, slots=True)
class Motion:
    """What a cut needs to know of the moment. `beat` counts cycles of the habit, `going` is 0 (at rest) to 1, `side` how much of
    a profile is seen (0: frontal), `front` 1 toward us to -1 away, `gape` how far the mouth is open, `shut` the lids."""

    act: Act
    beat: float
    going: float
    side: float
    front: float
    clock: float
    mood: Mood
    gape: float
    shut: float
    gaze: tuple[float, float]
    raise_: float
    down: float
    paw: tuple[float, float] | None = None  # where the near hand is, of a creature that has hands

    def swing(self, cycles: float = 1.0, late: float = 0.0) -> float:
        """-1..1, `late` cycles behind the beat."""
        return math.sin(2 * math.pi * (self.beat * cycles - late))

    def idle(self, rate: float = 1.0, late: float = 0.0) -> float:
        """-1..1 by the clock alone."""
        return math.sin(self.clock * rate - late)


def motion_of(pose: Pose, habit: Habit, tall: float) -> Motion:
    """The motion of a creature `tall` metres high."""
    going = 1.0 if pose.act.value in GOING and (pose.travel > 0.02 or pose.act is Act.FLY) else 0.0
    raw = (pose.yaw + 180) % 360 - 180
    down = settle(pose.phase / 0.7) if pose.act is Act.FALL else 1.0 if pose.act is Act.LIE else 0.0
    return Motion(
        act=pose.act,
        beat=_beat(pose, habit, tall, going),
        going=going,
        side=abs(math.sin(math.radians(raw))),
        front=math.cos(math.radians(raw)),
        clock=pose.clock,
        mood=pose.mood,
        gape=max(_OPEN[pose.mouth], {"surprised": 0.3, "afraid": 0.2}.get(pose.mood, 0.0)),
        shut=1.0 if pose.asleep else blink(pose.clock),
        gaze=pose.gaze,
        raise_=settle(pose.phase / 0.5) * (0.75 + 0.25 * math.sin(pose.phase * 8)) if pose.act is Act.WAVE else 0.0,
        down=down,
    )


def _beat(pose: Pose, habit: Habit, tall: float, going: float) -> float:
    covered = pose.gone or pose.phase * pose.travel
    if habit in ("hop", "slither", "scuttle", "tramp"):
        return covered / stride_of(habit, tall) if going else 0.0
    rate = {"swim": 0.55, "drift": 0.45, "soar": 0.75, "hover": 0.5}.get(
        habit, min(11.0, 3.0 / math.sqrt(max(tall, 0.04)))
    )
    return pose.clock * rate + covered / (2.2 * max(tall, 0.1)) * (habit == "swim")


def stride_of(habit: Habit, tall: float) -> float:
    """Ground covered in one cycle, metres."""
    return tall * {"hop": 1.5, "slither": 1.122, "scuttle": 0.8, "tramp": 0.55}.get(habit, 1.0)


def carried(habit: Habit, m: Motion) -> tuple[float, float, float, float]:
    """(right, down, degrees, squash): where the habit carries the whole sheet, in its own heights."""
    match habit:
        case "swim" | "soar":
            return 0.0, 0.05 * m.idle(1.5), (3.0 - 3.0 * m.going) * m.idle(0.9), 1.0
        case "drift" | "hover":
            return 0.03 * m.idle(0.8), 0.06 * m.idle(1.5), 3 * m.idle(1.1, 0.4), 1.0
        case "hop":
            up = abs(math.sin(math.pi * m.beat)) * m.going
            return (
                0.0,
                -0.42 * up,
                -9 * math.cos(math.pi * (m.beat % 1.0)) * m.going * (up > 0.02),
                1 + 0.07 * (up - 0.4) * m.going,
            )
        case "flutter":
            return 0.10 * m.idle(1.7), 0.16 * m.idle(2.3, 0.7), 7 * m.idle(1.9), 1.0
        case "tramp":
            return 0.0, -0.025 * abs(m.swing(0.5)) * m.going, 2.5 * m.swing(0.5) * m.going, 1.0
        case _:
            return 0.0, 0.0, 0.0, 1.0
