"""What an action line comes to: who does what, to whom, in which mood.

The stage acts these and the plan carries them from shot to shot, so both can be handed a reading without reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.plan.acts import Act, Mood


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing somebody does. `target` is who stands behind the verb, or "" ; `back` is a way home (screen left)."""

    doer: str
    act: Act
    target: str = ""
    gaze: str = ""  # "up", "down" or ""
    back: bool = False
    word: str = field(default="", compare=False)  # the verb as written, lower case
    trails: bool = field(default=False, compare=False)  # goes after the target, who goes on
    ground: bool = field(default=False, compare=False)  # kneels, crouches, or sits on the floor
    business: str = field(default="", compare=False)  # what is seen of it (engine.plan.business), and
    along: str = field(default="", compare=False)  # what the hands and the face do at the same time


@dataclass(frozen=True, slots=True)
class Reading:
    """The deeds in order, each name's mood, and the order in which names are first mentioned."""

    deeds: tuple[Deed, ...]
    moods: dict[str, Mood]
    mentioned: tuple[str, ...]

    def of(self, name: str) -> tuple[Deed, ...]:
        """What `name` does, in order."""
        return tuple(deed for deed in self.deeds if deed.doer == name)
