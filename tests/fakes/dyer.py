"""A fake engine for tests of likeness: snow, and somebody in it whose coat has another colour with every seed (0 blue, 1 green, 2 red)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.backends.base import Cancel, Failed, Report, Taken, TakeWriter
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder

COATS = ((30, 60, 200), (40, 150, 60), (200, 40, 40))
SNOW = (225, 230, 235)


def picture(seed: int, width: int = 192, height: int = 108) -> np.ndarray:
    """RGB, (height, width, 3): the coat of that seed in the snow."""
    drawn = np.full((height, width, 3), SNOW, np.uint8)
    drawn[height // 3 :, width // 3 : width // 2] = COATS[seed % len(COATS)]
    return drawn


class Backend:
    """Implements engine.backends.base.Backend."""

    name = "dyer"
    version = "1"

    def load(self, manifest: ModelManifest, report: Report) -> None:
        pass

    def run(
        self, orders: Sequence[tuple[str, ShotOrder]], out: TakeWriter, report: Report, cancel: Cancel
    ) -> Iterator[Taken | Failed]:
        for key, order in orders:
            with out.open(order, key, rate=order.rate, pixels="rgb8") as sink:
                for _ in range(order.length):
                    sink.write(picture(order.seed, order.raster.width, order.raster.height))
                sink.finish({})
            yield Taken(key)

    def unload(self) -> None:
        pass
