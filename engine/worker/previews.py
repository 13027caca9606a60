"""What is being drawn, shown while it is drawn: now and then one small picture of a shot goes into `cache/previews`.

Pixels never cross the pipe, only the path does. A preview is a hint: a disk that refuses one, or a picture of a shape nobody
expected, costs nothing but the preview.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import protocol
from engine.worker.wire import Wire

FOLDER = "cache/previews"
_EVERY = 0.5  # seconds
_WIDTH = 480


class Previews:
    """Shows pictures of one film's jobs; used by the thread that renders."""

    def __init__(self, folder: Path, wire: Wire) -> None:
        self._folder, self._wire = folder, wire
        self._shown = time.monotonic()  # a shot that is drawn at once needs no preview

    def sweep(self) -> None:
        """Throw away what earlier workers showed."""
        shutil.rmtree(self._folder / FOLDER, ignore_errors=True)

    def show(self, key: str, picture: NDArray[Any]) -> None:
        """A picture of the job: (H, W, 3) RGB or (H, W, 4) BGRA, uint8 or float in 0..1. Most calls return at once."""
        now = time.monotonic()
        if now - self._shown < _EVERY:
            return
        self._shown = now
        with contextlib.suppress(OSError, ValueError):
            self._write(key, picture)

    def forget(self, key: str) -> None:
        """The job is over: its picture goes."""
        with contextlib.suppress(OSError):
            (self._folder / FOLDER / f"{key}.jpg").unlink(missing_ok=True)

    def _write(self, key: str, picture: NDArray[Any]) -> None:
        path = self._folder / FOLDER / f"{key}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(_jpeg(picture))
        part.replace(path)
        self._wire.send(protocol.Preview(key, f"{FOLDER}/{key}.jpg"))


def _jpeg(picture: NDArray[Any]) -> bytes:
    """At most `_WIDTH` wide."""
    import cv2  # only where something is drawn for so long that it is shown

    height, width, channels = picture.shape
    if width > _WIDTH:
        picture = cv2.resize(picture, (_WIDTH, round(height * _WIDTH / width)), interpolation=cv2.INTER_AREA)
    if picture.dtype != np.uint8:
        picture = (np.clip(picture, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)
    bgr = np.ascontiguousarray(picture[..., :3] if channels == 4 else picture[..., ::-1])
    return cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].tobytes()
