"""Does the worker grow? Hundreds of shots through one worker, its memory printed along the way; asserts nothing.

    python -P tests/perf/soak.py [SHOTS]        (default 500)

Places, lights, weather and people change all the time, so a cache without a bound would show. The engine keeps baked
textures up to a bound of its own (scenes.Bakery); pictures are large enough here to fill that shelf in the first third.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fakes"))

import psutil
from big_films import screenplay, short

from engine import protocol
from engine.client import Client
from engine.film.rate import Raster
from engine.plan.plan import plan
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

RASTER = Raster(width=480, height=270)


class Scales:
    """Hears the worker's events and weighs it after every tenth of the shots."""

    def __init__(self, shots: int) -> None:
        self._every = max(1, shots // 10)
        self._done = 0
        self._began = time.perf_counter()
        self.weights: list[tuple[int, float]] = []

    def __call__(self, event: protocol.Event) -> None:
        """One event."""
        if isinstance(event, protocol.Failed):
            print(f"  failed: {event.sentence}")
        if not isinstance(event, protocol.Taken):
            return
        self._done += 1
        if self._done % self._every == 0 or self._done == 1:
            megabytes = worker_memory()
            self.weights.append((self._done, megabytes))
            print(f"  {self._done:5d} shots {megabytes:7.1f} MB {time.perf_counter() - self._began:7.1f} s", flush=True)


def worker_memory() -> float:
    """MB that only this process's workers hold (their ffmpeg children are not counted)."""
    workers = [child for child in psutil.Process().children() if "engine.worker" in child.cmdline()]
    return sum(worker.memory_full_info().uss for worker in workers) / 1e6


def main() -> None:
    """Print the worker's memory as the shots pass."""
    shots = int(sys.argv[1]) if sys.argv[1:] else 500
    with tempfile.TemporaryDirectory() as name:
        script = Path(name) / "soak.fountain"
        script.write_text(screenplay(shots), encoding="utf-8")
        film = short(breakdown(read_script(script))).with_(raster=RASTER)
        client = Client(Path(name))
        scales = Scales(shots)
        client.render(client.submit(plan(film).nodes).queued, scales)
    half = len(scales.weights) // 2
    first, second = (max(mb for _, mb in part) for part in (scales.weights[:half], scales.weights[half:]))
    print(f"most in the first half {first:.0f} MB, in the second {second:.0f} MB")


if __name__ == "__main__":
    main()
