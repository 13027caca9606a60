"""What one changed shot costs in a film of 10, 100 and 1,000 shots, end to end through the command, and what a command costs
when nothing changed. Printed, not asserted; small pictures and short shots, so that the first render is bearable.

    python -P tests/perf/one_shot_edit.py [SHOTS ...]
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fakes"))

from big_films import FRAMES, screenplay, short

from engine.film.board import edit_shot
from engine.film.document import Film
from engine.film.store import load, save
from engine.plan.plan import plan
from engine.script.breakdown import breakdown
from engine.script.reading import read_script
from engine.takes.store import TakeStore

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """One command: wall and processor seconds, and its JSON events."""

    wall: float
    processor: float
    events: list[dict[str, object]]

    def found(self, kind: str, name: str) -> object:
        """A fact of the last event of that type."""
        return next((event.get(name) for event in reversed(self.events) if event["type"] == kind), None)


def command(*words: object) -> Ran:
    """`storyreel --json WORDS`."""
    line = [sys.executable, "-P", "-m", "engine.cli", "--json", *map(str, words)]
    before, began = os.times(), time.perf_counter()
    ended = subprocess.run(line, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, check=False)
    wall, after = time.perf_counter() - began, os.times()
    if ended.returncode:
        sys.exit(f"{words} ended with {ended.returncode}: {ended.stdout[-400:]!r}")
    spent = sum(after[2:4]) - sum(before[2:4])
    return Ran(wall, spent, [json.loads(row) for row in ended.stdout.splitlines()])


@contextlib.contextmanager
def measured(what: str) -> Iterator[None]:
    """Prints how long the block took."""
    began = time.perf_counter()
    yield
    print(f"  {what:44} {time.perf_counter() - began:8.3f} s", flush=True)


def told(what: str, *ran: Ran) -> None:
    """One row: wall and processor seconds of commands that belong together."""
    rendered = next((r.found("result", "rendered") for r in ran if r.found("result", "rendered") is not None), "-")
    encoded = next((r.found("result", "encoded") for r in ran if r.found("result", "encoded") is not None), "-")
    wall, processor = sum(r.wall for r in ran), sum(r.processor for r in ran)
    print(
        f"  {what:44} {wall:8.2f} s {processor:8.2f} core-s   {rendered} shots rendered, {encoded} pieces encoded",
        flush=True,
    )


def planned(film: Film, store: TakeStore) -> float:
    """Median seconds from the film to what is missing, the looks into the store included."""
    took: list[float] = []
    for _ in range(5):
        began = time.perf_counter()
        plan(film).missing(store.has)
        took.append(time.perf_counter() - began)
    return median(took)


def measure(shots: int, base: Path) -> None:
    """One film of that size, from its script to its second edit."""
    folder, written, out = base / f"{shots}.film", base / f"{shots}.fountain", base / f"{shots}.mp4"
    written.write_text(screenplay(shots), encoding="utf-8")
    with measured("script read and broken down"):
        film = short(breakdown(read_script(written)))
    shot_ids = [shot.id for shot in film.shots]
    print(f"{len(shot_ids)} shots of {FRAMES} frames, load {os.getloadavg()[0]:.1f}")
    save(film, folder)
    told("first: render, then export", command("render", folder), command("export", folder, out, "--no-title"))
    told("nothing changed: render", command("render", folder))
    told("nothing changed: export", command("export", folder, out, "--no-title"))
    film = edit_shot(load(folder), shot_ids[len(shot_ids) // 2], action="MARY waves and laughs.")
    with measured("save the edited film"):
        save(film, folder)
    print(f"  {'plan, with what is missing':44} {planned(film, TakeStore(folder)):8.3f} s")
    told("one shot edited: render", command("render", folder))
    told("one shot edited: export", command("export", folder, out, "--no-title"))


def main() -> None:
    """Measure films of each size."""
    with tempfile.TemporaryDirectory() as name:
        for shots in [int(word) for word in sys.argv[1:]] or [10, 100, 1000]:
            measure(shots, Path(name))


if __name__ == "__main__":
    main()
