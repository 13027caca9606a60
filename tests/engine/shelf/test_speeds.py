"""The machine's pace is kept in one small file beside the weights; noting it never gets in a render's way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.shelf.speeds import SPEEDS, learn, pace


def test_a_pace_is_kept_by_engine_and_device(shelf_folder: Path) -> None:
    assert pace("wan") is None
    for _ in range(2):
        learn("wan", "cuda", tokens=100, forwards=4, seconds=2.0, decode_seconds=0.5, memory_mb=900)
    learn("wan", "cpu", tokens=100, forwards=4, seconds=80.0)
    learn("ltx", "cuda", tokens=50, forwards=8, seconds=1.0)
    fast, slow = pace("wan", "cuda"), pace("wan", "cpu")
    assert fast is not None
    assert slow is not None
    assert (fast.shots, fast.last[-1].memory_mb) == (2, 900)
    assert slow.last[0].seconds == 80
    assert pace("wan") == fast  # the device used most
    assert pace("wan", "tpu") is None
    assert set(json.loads((shelf_folder / SPEEDS).read_text())) == {"wan", "ltx"}


@pytest.mark.parametrize("content", ["{", '{"wan": 3}', '{"wan": {"cuda": {"last": "x"}}}', "[]"])
def test_a_damaged_file_costs_no_render(shelf_folder: Path, content: str) -> None:
    shelf_folder.mkdir()
    (shelf_folder / SPEEDS).write_text(content)
    assert pace("wan") is None
    learn("wan", "cuda", tokens=100, forwards=4, seconds=2.0)
    assert pace("wan") is not None


def test_no_folder_costs_no_render(shelf_folder: Path) -> None:
    shelf_folder.write_text("a file in the way")
    learn("wan", "cuda", tokens=100, forwards=4, seconds=2.0)
    assert pace("wan") is None


def test_nonsense_is_not_learnt() -> None:
    learn("wan", "cuda", tokens=0, forwards=4, seconds=-1.0)
    assert pace("wan") is None
