"""The wheel carries all that a film needs, and runs from a folder that holds an `engine.py` of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ONE_SHOT = """EXT. FOREST - DUSK

A FOX runs.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and unpacked: what an installation looks like."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    built = subprocess.run([*pip, "-w", str(folder), str(ROOT)], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("storyreel-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A folder whose own engine.py and app.py must never run."""
    for name in ("engine", "app"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the wrong one was started')\n")
    return tmp_path


def run(site: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    python = [sys.executable, "-P", *command]
    return subprocess.run(python, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_has_every_asset_and_every_module(site: Path) -> None:
    assets = {path.relative_to(ROOT / "assets") for path in (ROOT / "assets").rglob("*") if path.is_file()}
    shipped = {path.relative_to(site / "engine/_assets") for path in (site / "engine/_assets").rglob("*")}
    assert assets <= shipped
    modules = {path.relative_to(ROOT) for room in ("app", "engine") for path in (ROOT / room).rglob("*.py")}
    assert modules <= {path.relative_to(site) for path in site.rglob("*.py")}


def test_the_wheel_has_its_licence_and_its_command(site: Path) -> None:
    (info,) = site.glob("storyreel-*.dist-info")
    assert "Apache License" in (info / "licenses" / "LICENSE").read_text(encoding="utf-8")
    assert "storyreel = engine.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")


def test_the_wheel_finds_its_assets_from_a_folder_with_an_engine_of_its_own(site: Path, trap: Path) -> None:
    found = run(site, trap, "-c", "from engine.assets import caption_font; print(caption_font())")
    assert found.returncode == 0, found.stderr
    assert Path(found.stdout.strip()).is_relative_to(site / "engine" / "_assets")


def test_without_the_switch_the_wrong_one_would_start(site: Path, trap: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "engine.assets"]
    wrong = subprocess.run(command, cwd=trap, env=environment, capture_output=True, text=True, check=False)
    assert "the wrong one was started" in wrong.stderr


def test_the_wheels_editor_paints_its_window(
    site: Path, trap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYREEL_START_ONLY", "1")
    monkeypatch.setenv("STORYREEL_PREFERENCES", str(tmp_path / "editor.json"))
    editor = run(site, trap, "-m", "app")
    assert (editor.returncode, editor.stderr) == (0, "")
    assert editor.stdout.split()


@pytest.mark.skipif(not (ROOT / "engine" / "cli.py").is_file(), reason="the command line is not written yet")
def test_the_wheel_makes_a_film_from_a_folder_with_an_engine_of_its_own(site: Path, trap: Path) -> None:
    (trap / "fox.fountain").write_text(ONE_SHOT, encoding="utf-8")
    made = run(site, trap, "-m", "engine.cli", "film", "fox.fountain", "fox.mp4")
    assert made.returncode == 0, made.stderr
    assert (trap / "fox.mp4").stat().st_size > 0
