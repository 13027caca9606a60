"""What a machine has is asked of the system, and what cannot be known is not made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.machine import Card, cards, free_mb, look


def tool(folder: Path, monkeypatch: pytest.MonkeyPatch, says: str, code: int = 0) -> None:
    """A driver's tool that says this."""
    (folder / "nvidia-smi").write_text(f"#!/bin/sh\nprintf '{says}'\nexit {code}\n")
    (folder / "nvidia-smi").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_this_machine_has_cores_memory_and_a_disk(tmp_path: Path) -> None:
    found = look(tmp_path / "not yet" / "there")
    assert found.cores >= 1
    assert found.memory_mb is not None
    assert found.memory_mb > 100
    assert found.free_mb is not None
    assert found.ffmpeg
    assert found.missing == ()


def test_cards_are_told_by_the_drivers_own_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, monkeypatch, "NVIDIA GeForce RTX 4090, 24564\\nNVIDIA T4, 15360\\n")
    assert cards() == (Card("NVIDIA GeForce RTX 4090", 25757), Card("NVIDIA T4", 16106))
    card = look(tmp_path).card
    assert card is not None
    assert card.memory_mb == 25757


@pytest.mark.parametrize(
    "says", ["", "No devices were found\\n", "NVIDIA-SMI has failed, because it could not talk\\n"]
)
def test_a_driver_that_knows_nothing_is_no_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    tool(tmp_path, monkeypatch, says, code=9)
    assert cards() == ()


def test_no_tool_is_no_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cards() == ()
    assert free_mb(tmp_path) is not None
