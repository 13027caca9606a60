"""How fast this machine has been, kept beside the weights: one small file, refined after each shot.

It is the machine's, not the film's: a take must not depend on it, and a film that is carried to another machine must not bring a wrong
estimate along.
"""

from __future__ import annotations

import logging

from filelock import FileLock, Timeout

from engine.errors import StoryreelError
from engine.plan.speed import Pace, Shot, learned
from engine.shelf.places import keep, kept, shelf

SPEEDS = "speeds.json"

_log = logging.getLogger(__name__)


def learn(
    engine: str,
    device: str,
    *,
    tokens: int,
    forwards: int,
    seconds: float,
    decode_seconds: float = 0.0,
    memory_mb: int | None = None,
) -> None:
    """Take in what one shot took: `forwards` passes over `tokens` tokens in `seconds`, then the decoding. Never raises: a render
    must not fail because its speed could not be noted."""
    shot = Shot(tokens=tokens, forwards=forwards, seconds=seconds, decode_seconds=decode_seconds, memory_mb=memory_mb)
    try:
        folder = shelf()
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f".{SPEEDS}.lock", timeout=2):
            told = kept(folder / SPEEDS)
            own = told.setdefault(engine, {})
            before = Pace.model_validate(own[device]) if device in own else None
            own[device] = learned(before, shot).model_dump(mode="json")
            keep(folder / SPEEDS, told)
    except (OSError, ValueError, AttributeError, Timeout, StoryreelError) as bad:
        _log.info("the speed of %s was not noted: %s", engine, bad)


def pace(engine: str, device: str = "") -> Pace | None:
    """How fast the engine has been here (on that device; on whichever was used most where none is named). None before the
    first shot, or where what was noted cannot be read."""
    try:
        own = kept(shelf() / SPEEDS).get(engine, {})
        paces = {name: Pace.model_validate(value) for name, value in own.items()}
    except (ValueError, AttributeError, StoryreelError) as bad:
        _log.info("the speed of %s cannot be read: %s", engine, bad)
        return None
    return paces.get(device) if device else max(paces.values(), key=lambda one: one.shots, default=None)
