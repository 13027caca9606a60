"""Neither a cold editor nor an animatic film touches torch or diffusers, not even by way of a third-party package.

import-linter cannot see what other people's packages import, and where torch is absent its absence proves nothing. Every
Python process here therefore finds a false `torch` that leaves a note when imported, and a `sitecustomize` that leaves a
note when a process starts, which proves that the watch was kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "diffusers", "transformers")

NOTE = """
import os, pathlib, sys
with open(pathlib.Path(os.environ["STORYREEL_TEST_NOTES"]) / {name!r}, "a") as notes:
    notes.write(" ".join(getattr(sys, "orig_argv", [])) + "\\n")
"""

DOORS = (
    "film.document",
    "script.reading",
    "plan.plan",
    "takes.index",
    "media.playback",
    "client",
    "protocol",
    "errors",
)

COLD_EDITOR = f"""
import importlib, importlib.util, pkgutil, sys
import app
for module in pkgutil.walk_packages(app.__path__, "app."):
    importlib.import_module(module.name)
for door in {DOORS!r}:
    if importlib.util.find_spec("engine." + door):
        importlib.import_module("engine." + door)
print(*sorted({set(HEAVY)!r} & set(sys.modules)))
"""

TWO_SHOTS = """INT. ROOM - NIGHT

MIRA, 30, in a red coat, stands by the window.

EXT. STREET - DAY

MIRA walks.
"""


@dataclass(frozen=True)
class Watch:
    """An environment in which heavy imports leave notes."""

    environment: dict[str, str]
    notes: Path

    def noted(self, name: str) -> list[str]:
        """Command lines of the processes that left a note under `name`."""
        note = self.notes / name
        return note.read_text().splitlines() if note.exists() else []

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        python = [sys.executable, "-P", *command]
        return subprocess.run(python, cwd=cwd, env=self.environment, capture_output=True, text=True, check=False)


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    decoys, notes = tmp_path / "decoys", tmp_path / "notes"
    notes.mkdir()
    for name in HEAVY:
        (decoys / name).mkdir(parents=True)
        (decoys / name / "__init__.py").write_text(NOTE.format(name=name))
    (decoys / "sitecustomize.py").write_text(NOTE.format(name="started"))
    path = os.pathsep.join([str(decoys), str(ROOT)])
    return Watch({**os.environ, "PYTHONPATH": path, "STORYREEL_TEST_NOTES": str(notes)}, notes)


def test_the_watch_notices_torch_wherever_it_is_imported(watch: Watch, tmp_path: Path) -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-P', '-c', 'import torch'])"
    assert watch.run("-c", child, cwd=tmp_path).returncode == 0
    assert len(watch.noted("started")) == 2
    assert len(watch.noted("torch")) == 1


def test_a_cold_editor_has_no_torch(watch: Watch, tmp_path: Path) -> None:
    run = watch.run("-c", COLD_EDITOR, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []
    assert [name for name in HEAVY if watch.noted(name)] == []


@pytest.mark.skipif(not (ROOT / "engine" / "cli.py").is_file(), reason="the command line is not written yet")
def test_an_animatic_film_has_no_torch_in_any_process(watch: Watch, tmp_path: Path) -> None:
    script, out = tmp_path / "two shots.fountain", tmp_path / "two shots.mp4"
    script.write_text(TWO_SHOTS, encoding="utf-8")
    run = watch.run("-m", "engine.cli", "film", str(script), str(out), "--size", "128x72", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert out.stat().st_size > 0
    assert any("engine.worker" in command for command in watch.noted("started"))
    assert [name for name in HEAVY if watch.noted(name)] == []
