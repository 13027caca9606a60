"""How film.json stands to the film: one of four. Apart from `saving`, so that the top bar needs no film document to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from engine.errors import StoryreelError


@dataclass(frozen=True, slots=True)
class Saved:
    """film.json holds the film."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """There are edits that film.json does not know; an autosave does, within seconds."""


@dataclass(frozen=True, slots=True)
class Saving:
    """film.json is being written."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The disk said no."""

    error: StoryreelError


SaveState: TypeAlias = Saved | Unsaved | Saving | NotSaved
