"""The machine's pace is kept in one small file beside the weights; noting it never gets in a render's way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.plan.speed import Shot
from engine.shelf.speeds import SPEEDS, learn, pace

QUICK, SLOW = Shot(tokens=100, forwards=4, seconds=2.0, memory_mb=900), Shot(tokens=100, forwards=4, seconds=80.0)


def test_a_pace_is_kept_by_engine_and_device(shelf_folder: Path) -> None:
    assert pace("wan") is None
    for _ in range(2):
        learn("wan", "cuda", QUICK, 30.0)
    learn("wan", "cpu", SLOW)
    learn("ltx", "cuda", QUICK)
    fast, slow = pace("wan", "cuda"), pace("wan", "cpu")
    assert fast is not None
    assert slow is not None
    assert (fast.shots, fast.last[-1].memory_mb, fast.openings) == (2, 900, (30.0, 30.0))
    assert slow.last[0].seconds == 80
    assert pace("wan") == fast  # the device used most
    assert pace("wan", "tpu") is None
    assert set(json.loads((shelf_folder / SPEEDS).read_text())) == {"wan", "ltx"}


@pytest.mark.parametrize("content", ["{", '{"wan": 3}', '{"wan": {"cuda": {"last": "x"}}}', "[]"])
def test_a_damaged_file_costs_no_render(shelf_folder: Path, content: str) -> None:
    shelf_folder.mkdir()
    (shelf_folder / SPEEDS).write_text(content)
    assert pace("wan") is None
    learn("wan", "cuda", QUICK)
    assert pace("wan") is not None


def test_no_folder_costs_no_render(shelf_folder: Path) -> None:
    shelf_folder.write_text("a file in the way")
    learn("wan", "cuda", QUICK)
    assert pace("wan") is None
