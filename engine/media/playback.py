"""Reading a proxy frame by frame, exactly: frame n asked for is frame n given.

Players seek to a time and land near it; all-intra proxies read with OpenCV land on the frame. OpenCV points Qt at its own
plug-ins when it is imported, which breaks the editor's Qt, so those two variables are taken away again here.
"""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaFailed, storage_failed

for _name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    if "cv2" in os.environ.get(_name, ""):
        del os.environ[_name]


class Playback:
    """A proxy (or any video) opened for frame-exact reading; use it from one thread at a time.

    Sequential reads are cheap; a jump costs one seek, exact in all-intra media. Raises StorageFailed when the file is missing,
    MediaFailed when it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise storage_failed(FileNotFoundError(2, "missing"), path)
        self._path = path
        self._video = cv2.VideoCapture(str(path.absolute()), cv2.CAP_FFMPEG)  # absolute: a:b.mp4 is no address
        if not self._video.isOpened():
            raise MediaFailed(f"{path} cannot be played.", "Render the shot again.")
        self._next = 0

    def __enter__(self) -> Playback:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return int(self._video.get(cv2.CAP_PROP_FRAME_COUNT))

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return int(self._video.get(cv2.CAP_PROP_FRAME_WIDTH)), int(self._video.get(cv2.CAP_PROP_FRAME_HEIGHT))

    @property
    def rate(self) -> Fraction:
        """Frames per second."""
        return Fraction(self._video.get(cv2.CAP_PROP_FPS)).limit_denominator(1001)

    def frame(self, number: int) -> NDArray[np.uint8]:
        """Frame `number`, counted from 0: uint8 (H, W, 3) in BGR order. Raises IndexError beyond the ends."""
        if not 0 <= number < self.frames:
            raise IndexError(f"frame {number} of {self.frames}")
        if number != self._next:
            self._video.set(cv2.CAP_PROP_POS_FRAMES, number)
        read, picture = self._video.read()
        if not read:
            self._next = -1
            raise MediaFailed(f"Frame {number} of {self._path} cannot be read.", "Render the shot again.")
        self._next = number + 1
        return np.asarray(picture, dtype=np.uint8)

    def close(self) -> None:
        """Let go of the file."""
        self._video.release()
