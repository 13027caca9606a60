"""The house rules that a machine can read: empty `__init__`s, docstrings, sizes, and nothing that only one machine has."""

from __future__ import annotations

import ast
import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from longest import LONGEST

ROOT = Path(__file__).resolve().parents[2]
OURS = ("app", "engine", "packaging", "tests")

LONGEST_FILE = 600
LONGEST_FUNCTION = 70

ONE_MACHINE = ["/wor" + "k/", "/tmp/" + "lab", "/roo" + "t/", "/opt/" + "pypi"]
"""Folders of the machines we build on; put together here so that this file does not hold them itself."""

REGISTRIES = ["pypi" + ".org", "pythonhosted" + ".org", "deb.debian" + ".org", "npmjs" + ".org"]


@cache
def tracked() -> tuple[Path, ...]:
    """Files of the project: what git knows, or everything when this copy came without git."""
    try:
        names = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, stderr=subprocess.DEVNULL).decode()
        paths = [ROOT / name for name in names.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [path for room in (*OURS, "docs", "assets", ".ci") for path in (ROOT / room).rglob("*")]
    return tuple(path for path in paths if path.is_file() and "__pycache__" not in path.parts)


def ours(*rooms: str) -> list[Path]:
    """Our Python files in `rooms`, tracked or about to be."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


@dataclass(frozen=True)
class Read:
    """What the rules ask of one of our files."""

    told: bool
    """It opens with a docstring."""

    functions: tuple[tuple[str, int], ...]
    """Name and lines of each."""

    unsafe: tuple[int, ...]
    """Lines on which a process of ours is started without -P."""


@cache
def read(path: Path) -> Read:
    """A file, parsed once for all rules; its tree is not kept, as hundreds of them slow down every later test."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    return Read(
        told=bool(ast.get_docstring(tree)),
        functions=tuple(
            (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ),
        unsafe=tuple(
            node.lineno
            for node in nodes
            if isinstance(node, ast.List | ast.Tuple) and _starts_us(node) and "-P" not in _words(node)
        ),
    )


@cache
def content(path: Path) -> bytes:
    """A file as it lies there, read once for all rules."""
    return path.read_bytes()


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_package_files_are_empty() -> None:
    assert [named(path) for path in ours("app", "engine") if path.name == "__init__.py" and path.stat().st_size] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in ours("app", "engine")}
    assert [named(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_test_folders_are_no_packages_and_names_are_unique() -> None:
    names = Counter(path.name for path in ours("tests") if path.name != "conftest.py")
    assert names["__init__.py"] == 0
    assert [name for name, times in names.items() if times > 1] == []


def test_every_module_says_what_it_is_for() -> None:
    modules = [path for path in ours(*OURS) if path.name != "__init__.py"]
    silent = [named(path) for path in modules if not read(path).told]
    assert silent == []


def test_files_stay_short() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ours(*OURS)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    rooms = ours("app", "engine", "packaging")
    functions = {f"{named(path)}:{name}": lines for path in rooms for name, lines in read(path).functions}
    assert {name: lines for name, lines in functions.items() if lines > LONGEST_FUNCTION} == {}


def test_child_processes_start_without_the_current_folder() -> None:
    """`-m engine.worker` in a folder that holds an engine.py would run that file; `-P` cures it."""
    rooms = ours("app", "engine", "packaging")
    assert [f"{named(path)}:{line}" for path in rooms for line in read(path).unsafe] == []


def _words(node: ast.List | ast.Tuple) -> list[str]:
    return [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]


def _starts_us(node: ast.List | ast.Tuple) -> bool:
    words = _words(node)
    return any(flag == "-m" and module.split(".")[0] in ("app", "engine") for flag, module in pairwise(words))


@pytest.mark.parametrize("word", ONE_MACHINE + REGISTRIES)
def test_nothing_belongs_to_one_machine(word: str) -> None:
    told = [named(path) for path in tracked() if word.encode() in content(path)]
    assert told == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
def test_ci_runs_what_everybody_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "packaging/bootstrap.py check" in script.read_text(encoding="utf-8")


def test_the_longest_test_files_are_there_to_be_handed_out_first(request: pytest.FixtureRequest) -> None:
    order = list(dict.fromkeys(item.path for item in request.session.items))
    longest = [ROOT / "tests" / name for name in LONGEST]
    assert [path for path in longest if not path.is_file()] == []
    collected = [path for path in longest if path in order]
    assert order[: len(collected)] == collected
