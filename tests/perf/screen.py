"""Where a bench with windows runs, and how its frames are told: on the screen there is, or offscreen where there is none.

Qt ends the process when it finds no display, and a bench that aborts measures nothing.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

FRAME = 1000 / 60
"""Milliseconds that one of sixty frames a second may take."""

Frames = list[tuple[float, float]]


def or_offscreen() -> None:
    """To be called before the QApplication is made."""
    if sys.platform.startswith("linux") and "QT_QPA_PLATFORM" not in os.environ and not _display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _display() -> bool:
    """Whether a display is named and there; one on this machine has a socket."""
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    local = not host or host == "unix"
    return bool(number) and (not local or Path(f"/tmp/.X11-unix/X{number.partition('.')[0]}").exists())


def timed(act: Callable[[], object], settle: Callable[[], object], count: int) -> Frames:
    """So many frames, one every sixtieth of a second as a screen shows them: by the clock, and by what this thread used of a core. A
    frame is what was done and everything that Qt has to do before the next one (`settle`)."""
    frames: Frames = []
    for _ in range(count):
        begun, used = time.perf_counter(), time.thread_time()
        act()
        settle()
        clock, own = time.perf_counter() - begun, time.thread_time() - used
        frames.append((1000 * clock, 1000 * own))
        time.sleep(max(0.0, FRAME / 1000 - clock))
    return frames


def tell(what: str, frames: Frames) -> None:
    """Own time holds on a machine that is busy with other things; the clock is what a person sees."""
    clock, own = (sorted(each) for each in zip(*frames, strict=True))
    late = sum(1 for each in clock if each > FRAME)
    told = "   ".join(f"{name} {_spread(each)}" for name, each in (("own", own), ("clock", clock)))
    print(f"{what:<44}{told}   late {late} of {len(clock)}", flush=True)


def head() -> None:
    """What the columns of `tell` are."""
    print(f"{'milliseconds a frame':<44}{'own    median     95 %    worst':<35}clock  median     95 %    worst")


def _spread(times: list[float]) -> str:
    return f"{times[len(times) // 2]:9.1f}{times[int(len(times) * 0.95)]:9.1f}{times[-1]:9.1f}"
