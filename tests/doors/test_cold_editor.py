"""A cold editor is light: the window is painted before the film document, numpy or a back end is in the process.

What is imported at the start is paid for at every start; on two cores that is the difference between 1 s and 3 s.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = "pydantic", "numpy", "cv2", "skia", "torch", "diffusers", "transformers", "PySide6.QtMultimedia"

START = f"""
import sys
import app.__main__ as editor
code = editor.main(["storyreel"])
print(code, *sorted({set(HEAVY)!r} & set(sys.modules)))
"""


def test_the_window_is_painted_without_what_a_film_needs(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "STORYREEL_START_ONLY": "1",
        "STORYREEL_PREFERENCES": str(tmp_path / "editor.json"),
    }
    run = subprocess.run(
        [sys.executable, "-P", "-c", START], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1].split() == ["0"]
    assert run.stderr == ""
