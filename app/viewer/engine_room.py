"""What the strip of takes asks of the engine and of the disk, so that a test can stand in for both."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.state.standing import Standing
from engine.client import Client
from engine.plan.plan import Plan


class Renders(Protocol):
    """What the strip asks of the engine (app.bridge.Engine)."""

    plan: Plan
    client: Client
    planned: SignalInstance
    standing_changed: SignalInstance

    def render(self, shots: tuple[str, ...]) -> object:
        """Put these shots in the queue."""
        ...

    def import_take(self, source: Path, shot_id: str) -> object:
        """Make a take of a clip."""
        ...

    def standing(self, shot_id: str) -> Standing:
        """How a shot stands."""
        ...

    def ask(self, work: Callable[[], object], then: Callable[[object], object]) -> object:
        """Have something done in the engine's thread."""
        ...


def written(paths: Mapping[str, Path]) -> dict[str, datetime.datetime]:
    """When these files were written; those that are gone are left out."""
    found: dict[str, datetime.datetime] = {}
    for name, path in paths.items():
        try:
            found[name] = datetime.datetime.fromtimestamp(path.stat().st_mtime)
        except OSError:
            continue
    return found
