"""What a film costs from script to mp4, through the real command: frames a second, processor time and memory of every
process together, beside MoviePy compositing and encoding as many layers in the same run. Printed, not asserted.

    python -P tests/perf/film.py [SCRIPT ...] [--size 1280x720]

A shared machine is noisy: the load is printed too, and core-milliseconds a frame say more than frames a second.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assets" / "films"
SCRIPTS = (".fountain", ".txt")
LAYERS = 5
MOVIEPY_FRAMES = 240
RATE = 24


@dataclass(frozen=True, slots=True)
class Cost:
    """One command: wall and processor seconds of its whole tree, the most memory it held (MB), what it said."""

    wall: float
    processor: float
    memory: float
    said: str

    def told(self, frames: int) -> str:
        """As one row of the table."""
        return (
            f"{frames:6d} frames {self.wall:6.1f} s {frames / self.wall:6.1f} frames/s"
            f" {1000 * self.processor / frames:6.1f} core-ms/frame {self.memory:6.0f} MB"
        )


class Scales:
    """Weighs a process and all it starts, ten times a second: shared pages are counted once (PSS) where the kernel can."""

    def __init__(self, pid: int) -> None:
        self.most = 0.0
        self._root = psutil.Process(pid)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._weigh)
        self._thread.start()

    def stop(self) -> float:
        """The most memory seen, in MB."""
        self._over.set()
        self._thread.join()
        return self.most

    def _weigh(self) -> None:
        while not self._over.wait(0.1):
            try:
                tree = [self._root, *self._root.children(recursive=True)]
            except psutil.Error:
                return
            self.most = max(self.most, sum(map(weight, tree)) / 1e6)


def weight(process: psutil.Process) -> int:
    """Bytes of one process; 0 when it is gone."""
    try:
        full = process.memory_full_info()
    except psutil.Error:
        return 0
    return getattr(full, "pss", full.rss)


def processor_seconds() -> float:
    """User and system seconds of all children that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def command(*words: object) -> Cost:
    """`storyreel WORDS` in a process of its own, weighed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    before, began = processor_seconds(), time.perf_counter()
    line = [sys.executable, "-P", "-m", "engine.cli", *map(str, words)]
    with subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, text=True) as process:
        scales = Scales(process.pid)
        said, _ = process.communicate()
    wall = time.perf_counter() - began
    memory = scales.stop()
    if process.returncode:
        sys.exit(f"the command ended with {process.returncode}: {said}")
    return Cost(wall, processor_seconds() - before, memory, said)


def moviepy(frames: int, width: int, height: int, out: Path) -> Cost:
    """MoviePy composites LAYERS moving layers with soft-edged masks and encodes them, in a process of its own."""
    before, began = processor_seconds(), time.perf_counter()
    words = [str(word) for word in ("--moviepy", frames, width, height, out)]
    with subprocess.Popen([sys.executable, "-P", __file__, *words]) as process:
        scales = Scales(process.pid)
        process.wait()
    return Cost(time.perf_counter() - began, processor_seconds() - before, scales.stop(), "")


def composite(frames: int, width: int, height: int, out: str) -> None:
    """What MoviePy is asked to do: the layers of a paper set, sliding past each other."""
    from moviepy import CompositeVideoClip, ImageClip

    random = np.random.default_rng(3)
    clips = []
    for index in range(LAYERS):
        picture = random.integers(0, 255, (height, width + 200, 4), dtype=np.uint8)
        picture[: height * index // (LAYERS + 1), :, 3] = 0
        picture[height * index // (LAYERS + 1) :, :, 3] = 255
        clip = ImageClip(picture, duration=frames / RATE)
        clips.append(clip.with_position(lambda t, k=index: (-4 * t * (k + 1), 0)))
    made = CompositeVideoClip(clips, size=(width, height))
    made.write_videofile(out, fps=RATE, codec="libx264", preset="veryfast", audio=False, logger=None)


def frames_in(path: Path) -> int:
    """Pictures in a finished film."""
    import cv2

    film = cv2.VideoCapture(str(path))
    return int(film.get(cv2.CAP_PROP_FRAME_COUNT))


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    ask.add_argument("scripts", nargs="*", type=Path)
    ask.add_argument("--size", default="1280x720")
    asked = ask.parse_args()
    scripts = asked.scripts or sorted(path for path in SAMPLES.iterdir() if path.suffix in SCRIPTS)
    width, height = map(int, asked.size.split("x"))
    print(f"{len(os.sched_getaffinity(0))} cores, {asked.size}, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for script in scripts:
            out = base / "film.mp4"
            cost = command("film", script, out, "--size", asked.size)
            print(f"{script.stem:28} {cost.told(frames_in(out))}  load {os.getloadavg()[0]:.1f}", flush=True)
            shutil.rmtree(base / "film.film")
        cost = moviepy(MOVIEPY_FRAMES, width, height, base / "peer.mp4")
        print(f"{f'MoviePy, {LAYERS} such layers':28} {cost.told(MOVIEPY_FRAMES)}  load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--moviepy"]:
        composite(int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    else:
        main()
