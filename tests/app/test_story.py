"""The editor's story under a real X server: a script is dropped, two prompts edited, rendered, a take circled, the cut trimmed,
all undone and redone, exported, reopened. `editor_story` (tests/fakes) tells it by keys and mouse.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FAKES = Path(__file__).resolve().parents[1] / "fakes"

needs_display = pytest.mark.skipif(
    shutil.which("Xvfb") is None, reason="there is no Xvfb here (packaging/bootstrap.py check installs it)"
)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


@needs_display
@pytest.mark.timeout(300)
def test_a_newcomer_goes_from_a_script_to_an_exported_film(display: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(FAKES)]),
    }
    command = [sys.executable, "-P", str(FAKES / "editor_story.py"), str(tmp_path)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.splitlines()[-1] == "told on xcb"
    assert "Traceback" not in run.stderr, run.stderr
