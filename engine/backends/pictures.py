"""The pictures an order names, read: references, first and last frames.

Paths go through numpy, because OpenCV cannot open one that isn't ASCII on every system.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import BadInput
from engine.plan.orders import ShotOrder


class Pictures(Protocol):
    """Knows where the film keeps its pictures (engine.backends.base.TakeWriter)."""

    def picture(self, digest: str) -> Path:
        """Where that picture lies. Raises BadInput."""
        ...


class Takes(Pictures, Protocol):
    """Knows where the film keeps its takes, too."""

    def master(self, key: str) -> Path | None:
        """The master of that take; None where there is none."""
        ...

    def parent(self, order: ShotOrder) -> Path | None:
        """The take that a pickup is of, at the film's size and rate."""
        ...


def picture_of(path: Path) -> NDArray[np.uint8]:
    """A picture file as (H, W, 3) RGB. Raises BadInput."""
    try:
        read = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR_RGB)
    except (OSError, cv2.error) as bad:
        raise BadInput(f"The picture {path.name} cannot be read.", "Choose another one.") from bad
    if read is None:
        raise BadInput(f"The picture {path.name} cannot be read.", "Choose another one.")
    return np.asarray(read, np.uint8)
