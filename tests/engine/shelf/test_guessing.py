"""A guess is one question to the machine: asking for its graphics cards starts a program, and a film has a thousand shots."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.machine import Card
from engine.plan.plan import Node, plan
from engine.plan.speed import Shot as Taken
from engine.shelf import guessing, speeds
from engine.shelf.manifests import find

WAN = "wan2.2-ti2v-5b"


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[int]]:
    """How often the machine was asked for its cards; it has none."""
    times: list[int] = []

    def cards() -> tuple[Card, ...]:
        times.append(1)
        return ()

    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path))
    monkeypatch.setattr(guessing, "cards", cards)
    guessing.has_card.cache_clear()
    yield times
    guessing.has_card.cache_clear()


def drawn(*engines: str) -> tuple[Node, ...]:
    shots = tuple(
        Shot(id=f"s{at}", slate=f"1{at}", action="A gull flies.", duration=24 + at, engine=engine)
        for at, engine in enumerate(engines)
    )
    return plan(Film(scenes=(Scene(id="s", number="1", shots=shots),))).nodes


def test_the_machine_is_asked_once_however_many_shots_are_drawn(asked: list[int]) -> None:
    paces = guessing.paces_of(drawn(WAN, WAN, WAN, "ltx-2"), {name: find(name) for name in (WAN, "ltx-2")})
    assert paces.guessed == {WAN, "ltx-2"} == set(paces.by_engine)
    assert len(asked) == 1


def test_beside_a_card_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "cards", lambda: (Card("H200", 140_000),))
    paces = guessing.paces_of(drawn(WAN), {WAN: find(WAN)})
    assert (paces.by_engine, paces.guessed) == ({}, frozenset())


def test_what_was_measured_is_no_guess_and_asks_nobody(asked: list[int]) -> None:
    speeds.learn(WAN, "cpu", Taken(tokens=100, forwards=2, seconds=4))
    paces = guessing.paces_of(drawn(WAN, "animatic"), {name: find(name) for name in (WAN, "animatic")})
    assert paces.by_engine == {WAN: speeds.pace(WAN)}
    assert not paces.guessed
    assert not asked
