"""How shots stand with the engine, as a test says."""

from __future__ import annotations

from app.state.standing import Standing, Unrendered


class Stand:
    """How shots stand, as a test says."""

    def __init__(self) -> None:
        self.of: dict[str, Standing] = {}

    def __call__(self, shot_id: str) -> Standing:
        return self.of.get(shot_id, Unrendered())
