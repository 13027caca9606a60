"""Likeness in words: one sentence for how a subject or a picture differs. English; assets/words/engine.zh.json has each in Chinese.

A number alone sends nobody to the right slider, and a sentence alone cannot be sorted: both come from the same shift of colours.
"""

from __future__ import annotations

from engine.likeness.tones import Shift, is_colourless, shift
from engine.plan.sittings import Palette, Seen

FINE = 0.8
"""From here on a likeness needs no reason."""

_STRONGER = 6.0  # steps of mean chroma that are seen


def of_subject(name: str, expected: Palette, seen: Palette, score: float) -> str:
    """How somebody differs from what was expected."""
    if is_colourless(expected) and is_colourless(seen):
        return f"{name} has hardly any colour; the score tells little."
    if score >= FINE:
        return f"{name} looks alike."
    change = shift(expected, seen)
    if change.is_of_light:
        return f"{name} is lighter." if change.light > 0 else f"{name} is darker."
    if change.is_of_colour:
        return _tinted(name, change)
    if abs(change.chroma) > _STRONGER:
        return f"{name} is stronger in colour." if change.chroma > 0 else f"{name} is paler."
    return f"{name} has other colours."


def of_absent(seen: Seen) -> str:
    """Somebody who was not measured."""
    if seen.back:
        return f"{seen.name} is seen from behind."
    if is_too_near(seen):
        return f"{seen.name} is too near to judge."
    if seen.by == "colour":
        return f"{seen.name} is not to be found." if seen.sources else f"{seen.name} has no reference to compare with."
    return f"{seen.name} is too small to judge." if seen.share > 0 else f"{seen.name} is out of the picture."


def of_light(change: Shift) -> str:
    """How the second of two pictures is lit."""
    if abs(change.light) * 0.6 >= max(abs(change.a), abs(change.b)):
        return "The picture grows lighter at the cut." if change.light > 0 else "The picture grows darker at the cut."
    if abs(change.b) >= abs(change.a):
        return "The picture grows warmer at the cut." if change.b > 0 else "The picture grows colder at the cut."
    return "The picture grows redder at the cut." if change.a > 0 else "The picture grows greener at the cut."


def is_too_near(seen: Seen) -> bool:
    """Whether so little of somebody fills the picture that the rest of their colours must be missing."""
    return seen.share > _NEAR


def is_judged(seen: Seen) -> bool:
    """Whether there is enough of somebody, and not too much."""
    return bool(seen.palette) and not is_too_near(seen)


_NEAR = 0.45


SAME = "Nothing jumps at the cut."


def _tinted(name: str, change: Shift) -> str:
    if abs(change.a) >= abs(change.b):
        return f"{name} is redder." if change.a > 0 else f"{name} is greener."
    return f"{name} is yellower." if change.b > 0 else f"{name} is bluer."
