"""How fast this machine has been, kept beside the weights: one small file, refined after each shot.

It is the machine's, not the film's: a take must not depend on it, and a film that is carried to another machine must not bring a wrong
estimate along.
"""

from __future__ import annotations

import logging
import time

from filelock import FileLock, Timeout
from pydantic import TypeAdapter

from engine.errors import StoryreelError
from engine.plan.speed import Pace, Shot, learned
from engine.shelf.places import keep, kept, shelf

SPEEDS = "speeds.json"

_FILE = TypeAdapter(dict[str, dict[str, Pace]])
_log = logging.getLogger(__name__)


def learn(engine: str, device: str, shot: Shot, opening: float | None = None) -> None:
    """Take in what one shot took, the first of a run with what that took once. Never raises: a render must not fail because its speed
    could not be noted."""
    try:
        folder = shelf()
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f".{SPEEDS}.lock", timeout=2):
            told = _told()
            own = told.setdefault(engine, {})
            own[device] = learned(own.get(device), shot, opening)
            keep(folder / SPEEDS, _FILE.dump_python(told, mode="json"))
    except (OSError, ValueError, Timeout, StoryreelError) as bad:
        _log.info("the speed of %s was not noted: %s", engine, bad)


def pace(engine: str, device: str = "") -> Pace | None:
    """How fast the engine has been here (on that device; on whichever was used most where none is named). None before the
    first shot."""
    paces = _told().get(engine, {})
    return paces.get(device) if device else max(paces.values(), key=lambda one: one.shots, default=None)


def multiplications_per_second() -> float:
    """Floating point operations a second that this CPU does in a product of matrices, halved, since a model does other things
    too: only good for saying hours or weeks. Takes a tenth of a second."""
    import numpy as np  # only here: the editor asks for paces and needs no arrays for that

    ones = np.ones((768, 768), np.float32)
    took: list[float] = []
    for _ in range(4):
        begun = time.perf_counter()
        np.dot(ones, ones)
        took.append(time.perf_counter() - begun)
    return ones.shape[0] ** 3 / max(min(took), 1e-6)


def _told() -> dict[str, dict[str, Pace]]:
    """Engine -> device -> pace; a file that cannot be read is begun anew, since a few shots make it good."""
    try:
        return _FILE.validate_python(kept(shelf() / SPEEDS))
    except (ValueError, StoryreelError) as bad:
        _log.info("the machine's speeds cannot be read: %s", bad)
        return {}
