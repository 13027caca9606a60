"""From a cold start to a painted window: prints seconds, worst and median of several starts, and what was imported.

    python -P tests/perf/editor_start.py [STARTS]

The process stamps the moment its first picture is on the screen; the clock runs from before Python itself begins. A real X
server (xvfb-run) and the offscreen platform differ by a few milliseconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def start(folder: Path) -> float:
    """Seconds from the command to the painted window."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "STORYREEL_START_ONLY": "1",
        "STORYREEL_PREFERENCES": str(folder / "editor.json"),
    }
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.time()
    told = subprocess.run(
        [sys.executable, "-P", "-m", "app"], env=environment, capture_output=True, text=True, check=True, cwd=folder
    )
    return float(told.stdout.split()[-1]) - began


def main() -> None:
    """Print the figures."""
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        taken = [start(Path(folder)) for _ in range(starts)]
    print(f"{starts} starts: first {taken[0]:.2f} s, median {statistics.median(taken):.2f} s, worst {max(taken):.2f} s")


if __name__ == "__main__":
    main()
