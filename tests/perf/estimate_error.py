"""How well an estimate foretells on this machine: three shots are drawn with a tiny model, then others are foretold and drawn.

Each is told on the wall's clock and on the processor's own, because on a shared machine the wall tells how busy the others are: the second is
what the estimate is to be judged by there. Nothing is asserted; tests/engine/plan/test_costing.py proves the sums for any machine that keeps
its pace. Each model is tried three times (`--runs=5`: five times). `--quick` takes the small pictures of the tests, of which none lasts half a second.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "fakes"))

LEARNT, ASKED = (9, 33, 17), (13, 25, 41, 49)
"""Pictures of the shots that teach the machine's pace, and of those that are foretold."""

STEPS = {"wan-t2v": 20, "wan-vace": 20, "wan-5b": 20, "ltx": 8, "cogvideox": 20, "hunyuan15": 4}
"""The tiny models, and in how many steps they draw."""

MADE_OF: dict[str, dict[str, object]] = {
    "hunyuan15": {
        "stride": [4, 4],
        "stacks": [{"layers": 1, "width": 16, "feed_forward": 32, "reads": "double", "gated": False}],
    }
}
"""What a tiny model is made of, where it is so much narrower than its latents are long that other sums tell its time than the real one's."""


def main() -> None:
    """Print a line a shot, and at the end what all of them come to; the models to try may be named."""
    asked = [name for name in sys.argv[1:] if not name.startswith("-")] or list(STEPS)
    runs = next((int(each.partition("=")[2]) for each in sys.argv if each.startswith("--runs=")), 3)
    clocks = {"wall": time.monotonic, "processor": time.process_time}
    met: dict[tuple[str, str], list[float]] = {(name, clock): [] for name in asked for clock in clocks}
    for name, clock in [*met] * runs:
        with tempfile.TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patched:
            patched.setenv("STORYREEL_MODELS", str(Path(scratch) / "models"))
            patched.setattr(time, "monotonic", clocks[clock])
            met[name, clock] += _foretold(Path(scratch), name, clock)
    for (name, clock), errors in met.items():
        print(f"{name:9} {clock:9} {_summed(errors)}")
    for clock in clocks:
        print(f"{'all':9} {clock:9} {_summed([one for name in asked for one in met[name, clock]])}")


def _summed(errors: list[float]) -> str:
    near = sum(abs(each) <= 0.25 for each in errors)
    return f"{near} of {len(errors)} within 25%, half of them within {median(map(abs, errors)):.0%}, worst {max(errors, key=abs):+.0%}"


def _foretold(folder: Path, name: str, clock: str) -> list[float]:
    import torch
    from tiny_studio import Studio

    from engine.plan.costing import take_cost
    from engine.shelf.speeds import pace

    torch.set_num_threads(1)  # several would count the same second twice
    own = Studio.at(folder, name, folder / "tiny", steps=STEPS[name])
    times = 1 if "--quick" in sys.argv else 6 if name == "ltx" else 2
    _told_right(folder / "models" / "manifests" / f"{own.engine}.json", name, times)
    own.reopen()
    size = own.manifest.native
    errors: list[float] = []
    for number, frames in enumerate((*LEARNT, *ASKED)):
        raster = {"width": size.width, "height": size.height}
        order = own.order(frames=frames, head=0, tail=0, rate=str(size.rate), raster=raster, seed=number)
        known = pace(own.manifest.id, "cpu")
        cost = take_cost(order, own.manifest, known) if number >= len(LEARNT) else None
        began = time.monotonic()
        own.render(order)
        took = time.monotonic() - began
        if cost is not None and cost.seconds is not None:
            errors.append(cost.seconds / took - 1)
            told = f"foretold {cost.seconds:6.2f} s, took {took:6.2f} s ({errors[-1]:+.0%})"
            print(f"{name:9} {clock:9} {frames:3} frames, {cost.tokens:5} tokens: {told}", flush=True)
    return errors


def _told_right(path: Path, name: str, times: int) -> None:
    """The manifest with what the tiny model is made of, and so many times as wide and high as the tests', so that a shot takes a second."""
    told = json.loads(path.read_text(encoding="utf-8"))
    told["native"] |= {"width": 64 * times, "height": 32 * times}
    told["made_of"] |= MADE_OF.get(name, {})
    path.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
