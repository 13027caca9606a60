"""Breaks every import contract on purpose: a contract that no longer bites is worse than none.

Each case plants one forbidden import in a copy of the tree and expects it to break exactly the contract that it must.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Verdict:
    """What lint-imports says of a house: each contract kept or not, and which imports break it."""

    kept: dict[str, bool]
    breaks: dict[str, list[str]]
    """Contract name -> the modules at the head of its forbidden chains of imports."""


def lint(house: Path) -> Verdict:
    """The verdict on a house, as lint-imports prints it."""
    program = Path(sys.executable).parent / ("lint-imports.exe" if os.name == "nt" else "lint-imports")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    run = subprocess.run(
        [program, "--no-cache"], cwd=house, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    verdicts = re.findall(r"^(.+?) (KEPT|BROKEN)\b", run.stdout, re.MULTILINE)
    assert verdicts, run.stdout + run.stderr
    assert (run.returncode == 0) == all(verdict == "KEPT" for _, verdict in verdicts)
    sections = re.split(r"^(.+)\n-{5,}$", run.stdout, flags=re.MULTILINE)[1:]
    said = dict(zip(sections[::2], sections[1::2], strict=True))
    breaks = {name: re.findall(r"^(?:-|\s+&)\s+(\S+) -> ", said.get(name, ""), re.MULTILINE) for name, _ in verdicts}
    return Verdict({name: verdict == "KEPT" for name, verdict in verdicts}, breaks)


def contracts() -> dict[str, str]:
    """Contract id -> name, from pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def put(house: Path, folder: str, source: str, name: str) -> str:
    """Plant a module; its dotted name. Nothing imports what is planted, so one plant cannot break another's contract."""
    package = house / folder
    if not package.is_dir():
        package.mkdir()
        (package / "__init__.py").touch()
    (package / f"{name}.py").write_text(source + "\n", encoding="utf-8")
    return f"{folder.replace('/', '.')}.{name}"


@pytest.fixture(scope="module")
def planted(house: Path) -> tuple[list[str], list[str], Verdict]:
    """Everything forbidden and everything allowed, planted at once: lint-imports reads the whole house every time."""
    forbidden = [put(house, folder, source, f"forbidden_{n}") for n, (_, folder, source) in enumerate(PLANTS)]
    allowed = [put(house, folder, source, f"allowed_{n}") for n, (folder, source) in enumerate(ALLOWED)]
    return forbidden, allowed, lint(house)


@pytest.mark.parametrize("number", range(len(PLANTS)), ids=[f"{p[1]} {p[2]}" for p in PLANTS])
def test_a_forbidden_import_breaks_its_contract(planted: tuple[list[str], list[str], Verdict], number: int) -> None:
    forbidden, _, verdict = planted
    broken = [name for name, breakers in verdict.breaks.items() if forbidden[number] in breakers]
    assert broken == [contracts()[PLANTS[number][0]]]
    assert not verdict.kept[broken[0]]


def test_what_the_doors_let_through_breaks_nothing(planted: tuple[list[str], list[str], Verdict]) -> None:
    forbidden, allowed, verdict = planted
    breakers = {breaker for breakers in verdict.breaks.values() for breaker in breakers}
    assert set(forbidden) <= breakers
    assert not set(allowed) & breakers


def test_the_house_as_it_stands_keeps_every_contract() -> None:
    assert lint(ROOT).kept == dict.fromkeys(contracts().values(), True)


def test_every_contract_is_broken_once_on_purpose() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(contracts())
