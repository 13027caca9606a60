"""Breaks every import contract on purpose: a contract that no longer bites is worse than none.

Each case plants one forbidden import in a copy of the tree and expects exactly the contracts that must break.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTS = [
    ("app-doors", "app", "from engine.takes import store"),
    ("app-doors", "app/board", "from engine.queue import ledger"),
    ("app-doors", "app", "from engine import typesetting"),
    ("app-tools", "app", "import subprocess"),
    ("app-tools", "app", "import skia"),
    ("engine-no-qt", "engine", "from PySide6 import QtCore"),
    ("engine-no-qt", "engine/media", "def late():\n    import app"),
    ("no-torch", "engine/backends/animatic", "import torch"),
    ("no-torch", "app", "import diffusers.models"),
    ("backends-by-worker", "engine/queue", "from engine.backends import base"),
    ("backends-by-worker", "engine", "from engine.backends.animatic import stage"),
    ("worker-apart", "engine/queue", "from engine import worker"),
    ("film-alone", "engine/film", "from engine import assets"),
    ("film-alone", "engine/film", "import numpy as np"),
    ("script-reads", "engine/script", "from engine.plan import orders"),
    ("script-reads", "engine/script", "import cv2"),
    ("plan-pure", "engine/plan", "from engine.takes import store"),
    ("plan-pure", "engine/plan", "import random"),
    ("shelf-light", "engine/shelf", "from engine.takes import store"),
    ("shelf-light", "engine/shelf", "import safetensors"),
]
"""The contract, the folder that gets a new module, and what that module says."""

ALLOWED = [
    ("app", "from engine.film import document"),
    ("app/board", "from engine import errors, protocol"),
    ("app", "from engine.media import playback"),
    ("app", "from engine.assets import assets_folder"),
    ("engine/worker", "from engine.backends import base"),
    ("engine/backends/diffusion", "import torch"),
    ("engine/backends/draft", "import torch"),
    ("engine/plan", "from engine.film import document"),
    ("engine/shelf", "from engine.plan import capabilities"),
    ("app", "from engine.shelf import stock"),
]
"""What the doors let through: without these a contract that forbids everything would look as good."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages and their contracts."""
    copy = tmp_path_factory.mktemp("house")
    for room in ("app", "engine"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture
def plant(house: Path) -> Iterator[list[Path]]:
    """Planted files; taken out again after the test."""
    planted: list[Path] = []
    yield planted
    for path in reversed(planted):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def lint(house: Path) -> dict[str, bool]:
    """Contract name -> kept, as lint-imports says it."""
    program = Path(sys.executable).parent / ("lint-imports.exe" if os.name == "nt" else "lint-imports")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    run = subprocess.run(
        [program, "--no-cache"], cwd=house, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    verdicts = re.findall(r"^(.+?) (KEPT|BROKEN)\b", run.stdout, re.MULTILINE)
    assert verdicts, run.stdout + run.stderr
    assert (run.returncode == 0) == all(verdict == "KEPT" for _, verdict in verdicts)
    return {name: verdict == "KEPT" for name, verdict in verdicts}


def contracts() -> dict[str, str]:
    """Contract id -> name, from pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def put(house: Path, plant: list[Path], folder: str, source: str) -> None:
    package = house / folder
    if not package.is_dir():
        package.mkdir()
        plant += [package, package / "__init__.py"]
        (package / "__init__.py").touch()
    module = package / "planted_on_purpose.py"
    module.write_text(source + "\n", encoding="utf-8")
    plant.append(module)


@pytest.mark.parametrize(("contract", "folder", "source"), PLANTS)
def test_a_forbidden_import_breaks_its_contract(
    house: Path, plant: list[Path], contract: str, folder: str, source: str
) -> None:
    put(house, plant, folder, source)
    broken = [name for name, kept in lint(house).items() if not kept]
    assert broken == [contracts()[contract]]


def test_what_the_doors_let_through_breaks_nothing(house: Path, plant: list[Path]) -> None:
    for folder, source in ALLOWED:
        put(house, plant, folder, source)
        plant[-1] = plant[-1].rename(plant[-1].with_stem(f"allowed_{len(plant)}"))
    assert all(lint(house).values())


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    assert lint(house) == dict.fromkeys(contracts().values(), True)


def test_every_contract_is_broken_once_on_purpose() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(contracts())
