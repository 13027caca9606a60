"""A fake engine for tests: flat cards written to flat files, with every bad habit a real engine may have.

The order's action says what goes wrong: "die" (every time), "die once", "fail", "fault", "slow", "deaf" (slow, and does
not look at cancel), "full disk", "chatter" (prints on standard output), "short" (draws too few pictures), "silent" (no
answer). It brings its own MasterWriter, so no ffmpeg is started.
"""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.backends.base import Cancel, Failed, Report, Taken, TakeWriter
from engine.errors import RenderFailed
from engine.film.rate import Raster
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder


class Backend:
    """Implements engine.backends.base.Backend."""

    name = "cardboard"
    version = "1"

    def __init__(self) -> None:
        self._loads = 0

    def load(self, manifest: ModelManifest, report: Report) -> None:
        self._loads += 1
        report.note(f"{manifest.title} was loaded for the {self._loads}. time.")

    def run(
        self, orders: Sequence[tuple[str, ShotOrder]], out: TakeWriter, report: Report, cancel: Cancel
    ) -> Iterator[Taken | Failed]:
        for key, order in orders:
            if order.action == "silent":
                continue
            try:
                self._draw(key, order, out, report, cancel)
            except RenderFailed as error:
                yield Failed(key, error)
            else:
                yield Taken(key)

    def unload(self) -> None:
        self._loads = 0

    def _draw(self, key: str, order: ShotOrder, out: TakeWriter, report: Report, cancel: Cancel) -> None:
        if order.action == "fail":
            raise RenderFailed("The card is torn.", "Glue it.")
        length = order.length - (order.action == "short")
        with out.open(order, key, rate=order.rate, pixels="rgb8") as sink:
            for n in range(length):
                if order.action != "deaf":
                    cancel.check()
                _misbehave(order.action, n)
                sink.write(np.full((order.raster.height, order.raster.width, 3), (order.seed + n) % 256, np.uint8))
                report.progress(key, n + 1, order.length)
            sink.finish({"card": order.seed})

    def __repr__(self) -> str:
        return "cardboard"


def _misbehave(action: str, n: int) -> None:
    if action == "chatter":
        print('{"v":1,"type":"taken","key":"nonsense"}', flush=True)
    if action in ("slow", "deaf"):
        time.sleep(0.05)
    if n != 2:
        return
    if action == "die" or (action == "die once" and _first_time()):
        os.kill(os.getpid(), signal.SIGKILL)
    if action == "fault":
        raise ZeroDivisionError("a bug in the engine")
    if action == "full disk":
        raise OSError(errno.ENOSPC, "No space left on device")


def _first_time() -> bool:
    try:
        Path(os.environ["CARDBOARD_MARK"]).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


@dataclass
class Encoded:
    master: Path
    proxy: Path
    poster: Path
    frames: int


class MasterWriter:
    """Stands in for engine.media.masters.MasterWriter: raw pictures in a file."""

    def __init__(self, folder: Path, raster: Raster, rate: Fraction, pixels: str) -> None:
        self._folder = folder
        self._file = (folder / "master.mov").open("wb")
        self._frames = 0

    def write(self, picture: np.ndarray) -> None:
        if os.environ.get("CARDBOARD_FULL") and Path(os.environ["CARDBOARD_FULL"]).exists():
            with Path("/dev/full").open("wb", buffering=0) as full:  # the kernel's own ENOSPC
                full.write(picture.data)
        self._file.write(picture.data)
        self._frames += 1

    def close(self) -> Encoded:
        self._file.close()
        proxy, poster = self._folder / "proxy.mp4", self._folder / "poster.jpg"
        proxy.write_bytes(b"proxy")
        poster.write_bytes(b"poster")
        return Encoded(self._folder / "master.mov", proxy, poster, self._frames)

    def abort(self) -> None:
        self._file.close()
