"""A guess is one question to the machine: asking for its graphics cards starts a program, and a film has a thousand shots."""

from __future__ import annotations

import pytest

from engine.commands import guessing
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.plan.plan import plan
from engine.shelf.manifests import find

WAN = "wan2.2-ti2v-5b"


def test_the_machine_is_asked_once_for_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def cards() -> tuple[object, ...]:
        asked.append(1)
        return ()

    monkeypatch.setattr(guessing, "cards", cards)
    shots = tuple(Shot(id=f"s{at}", slate=f"1{at}", action="A gull flies.", duration=24 + at) for at in range(5))
    nodes = plan(Film(engine=WAN, scenes=(Scene(id="s", number="1", shots=shots),))).nodes
    assert len(nodes) == 5
    assert set(guessing.guessed_of(nodes, {WAN: find(WAN)})) == {WAN}
    assert len(asked) == 1
