"""How well an estimate foretells on this machine: three shots are drawn with a tiny model, then others are foretold and drawn.

Nothing is asserted, since a busy machine would fail it; tests/engine/plan/test_costing.py proves the sums for any machine that keeps its pace.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fakes"))

LEARNT, ASKED = (9, 33, 17), (13, 25, 41, 33)
"""Pictures of the shots that teach the machine's pace, and of those that are foretold."""


def main() -> None:
    """Print a line a shot."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["STORYREEL_MODELS"] = str(folder / "models")
        for name in ("wan-t2v", "wan-vace", "ltx"):
            _foretold(folder, name)


def _foretold(folder: Path, name: str) -> None:
    from tiny_studio import Studio

    from engine.plan.costing import take_cost
    from engine.shelf.speeds import pace

    own = Studio.at(folder, name, folder / "tiny", steps=20)
    own.take(frames=5, head=0, tail=0)  # the first forwards of a process wait for memory
    (folder / "models" / "speeds.json").unlink(missing_ok=True)
    for number, frames in enumerate((*LEARNT, *ASKED)):
        order = own.order(frames=frames, head=0, tail=0, raster={"width": 256, "height": 128}, seed=number)
        cost = take_cost(order, own.manifest, pace(own.manifest.id, "cpu")) if number >= len(LEARNT) else None
        began = time.perf_counter()
        own.render(order)
        took = time.perf_counter() - began
        if cost is not None and cost.seconds is not None:
            off = 100 * (cost.seconds / took - 1)
            print(
                f"{name:9} {frames:3} frames, {cost.tokens:5} tokens: foretold {cost.seconds:6.2f} s, took {took:6.2f} s ({off:+.0f}%)"
            )


if __name__ == "__main__":
    main()
