"""How an export says how far it is, and how it is asked to stop; the same shapes that a back end uses.

They are repeated here and not imported, because only the worker may import `engine.backends`.
"""

from __future__ import annotations

from typing import Protocol


class Report(Protocol):
    """Where an export says how far it is."""

    def progress(self, key: str, done: int, total: int) -> None:
        """`done` of `total` frames."""
        ...

    def note(self, sentence: str) -> None:
        """One line worth telling: a shot without a take, a take that is too short."""
        ...


class Cancel(Protocol):
    """Asked between pieces, and while ffmpeg works."""

    def check(self) -> None:
        """Raises engine.errors.Cancelled when a person asked to stop."""
        ...


class Quiet:
    """A report that nobody reads and a cancel that nobody presses."""

    def progress(self, key: str, done: int, total: int) -> None:
        """Says nothing."""

    def note(self, sentence: str) -> None:
        """Says nothing."""

    def check(self) -> None:
        """Goes on."""
