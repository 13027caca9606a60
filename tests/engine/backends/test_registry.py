"""Engines by name: the animatic is everybody's, and one whose packages are absent says how to get them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from engine.backends import registry
from engine.errors import Unsupported


def test_the_animatic_comes_first() -> None:
    assert next(iter(registry.BUILT_IN)) == "animatic"


def test_an_engine_nobody_knows_is_said_to_be_one() -> None:
    with pytest.raises(Unsupported):
        registry.find("daguerreotype")


def test_without_torch_the_draft_engine_says_how_to_get_it() -> None:
    blocked = (
        "import sys; sys.modules['torch'] = None\n"
        "from engine.backends import registry\n"
        "from engine.errors import Unsupported\n"
        "try: registry.find('draft')\n"
        "except Unsupported as told: print(told)\n"
    )
    run = subprocess.run([sys.executable, "-P", "-c", blocked], capture_output=True, encoding="utf-8", check=True)
    assert "lacks a package it needs" in run.stdout
    assert 'pip install "storyreel[draft]"' in run.stdout
    assert "animatic" in run.stdout
