"""The editor and a cold command line may use all of the shelf: nothing heavy comes along with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HEAVY = ("torch", "diffusers", "transformers", "huggingface_hub", "safetensors", "numpy", "cv2")
ASKED = f"""
import importlib, pathlib, sys
for path in sorted(pathlib.Path("engine/shelf").glob("*.py")):
    importlib.import_module(f"engine.shelf.{{path.stem}}")
from engine.shelf.stock import stock
from engine.shelf.speeds import pace
assert len(stock()) >= 15 and pace("wan2.2-ti2v-5b") is None
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def test_the_shelf_brings_nothing_heavy(shelf_folder: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{ASKED}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.stdout.strip() == "[]", told.stderr
