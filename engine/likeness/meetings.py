"""Two shots that meet at a cut: does anything jump? The same people, and the light around them.

Only light and tint of the surroundings are compared, never their colours one by one: a close-up after a wide shot has another
background by right.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from engine.likeness import telling
from engine.likeness.tones import LIGHT_COUNTS, Shift, alike, shift
from engine.plan.sittings import Sat

HALF, STEEP = 10.0, 0.46
"""Steps of light and tint at which a cut within a scene is as likely spoilt as whole; fitted as tones.HALF was."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How well two takes go together: 1 nothing jumps, 0 everything does; and what jumps most, in a sentence."""

    score: float
    sentence: str


def meeting(before: Sat, after: Sat, same: Collection[str]) -> Meeting | None:
    """The takes on both sides of a cut within a scene; `same` are the names of those who wear the same in both. None where
    nothing can be compared."""
    found = [*_people(before, after, same), *_light(before, after)]
    if not found:
        return None
    worst = min(found, key=lambda each: each.score)
    return worst if worst.score < telling.FINE else Meeting(worst.score, telling.SAME)


def _people(before: Sat, after: Sat, same: Collection[str]) -> list[Meeting]:
    there = {seen.name: seen.palette for seen in before.subjects if seen.name in same and telling.is_judged(seen)}
    told: list[Meeting] = []
    for seen in after.subjects:
        expected = there.get(seen.name)
        if expected and telling.is_judged(seen):
            score = alike(expected, seen.palette)
            told.append(Meeting(score, telling.of_subject(seen.name, expected, seen.palette, score)))
    return told


def _light(before: Sat, after: Sat) -> list[Meeting]:
    if not (before.tail and after.head):
        return []
    change = shift(before.tail, after.head)
    return [Meeting(1 / (1 + math.exp(STEEP * (jump(change) - HALF))), telling.of_light(change))]


def jump(change: Shift) -> float:
    """How far light and tint of the surroundings jump, in steps of L*a*b*."""
    return math.hypot(LIGHT_COUNTS * change.light, change.a, change.b)
