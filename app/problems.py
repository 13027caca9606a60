"""What a person is told when something goes wrong: one sentence and one action, shown by a bar and never by a dialog.

The engine's errors carry both already; a `Problem` adds the button, because only the editor knows what it can do about it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.words import tr
from engine.errors import StoryreelError

Weight = Literal["note", "refusal", "warning", "trouble"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence, what to do about it in words (`hint`), and a button (`label`) that does it, where there is one.

    The texts are in the language of now. A "note" goes away by itself, a "refusal" when something else is done.
    """

    sentence: str
    hint: str = ""
    label: str = ""
    act: Callable[[], object] | None = None
    weight: Weight = "trouble"


def problem_of(error: StoryreelError, *, label: str = "", act: Callable[[], object] | None = None) -> Problem:
    """The problem that an error of the engine's is."""
    return Problem(tr(error.sentence), tr(error.action) if error.action else "", label, act)


def refusal_of(error: StoryreelError) -> Problem:
    """What somebody tried is not done, and nothing is wrong."""
    return Problem(tr(error.sentence), tr(error.action) if error.action else "", weight="refusal")


def note(sentence: str, *, label: str = "", act: Callable[[], object] | None = None) -> Problem:
    """Something worth a word that is no trouble."""
    return Problem(sentence, "", label, act, "note")
