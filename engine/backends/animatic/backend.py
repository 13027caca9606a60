"""The animatic engine as a back end: orders are staged, drawn and handed to the take writer, picture by picture.

It needs no weights and has no state but a shelf of baked textures, so loading is free and a failed order leaves nothing
behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.panels.planes import planes_of, read
from engine.backends.animatic.panels.playing import Panel, PanelTheatre, parts, travels
from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.theatre import Theatre
from engine.backends.base import Cancel, Failed, Report, Taken, TakeWriter
from engine.backends.outcomes import one_by_one
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder

VERSION = "1"


class AnimaticBackend:
    """Paper puppets on paper sets, on any CPU (implements engine.backends.base.Backend)."""

    name = "animatic"
    version = VERSION

    def __init__(self) -> None:
        self._bakery = Bakery()

    def load(self, manifest: ModelManifest, report: Report) -> None:
        """Nothing to load; keeps OpenCV from starting threads that would fight the encoder for the cores."""
        cv2.setNumThreads(1)

    def run(
        self, orders: Sequence[tuple[str, ShotOrder]], out: TakeWriter, report: Report, cancel: Cancel
    ) -> Iterator[Taken | Failed]:
        """Render orders one after the other. Raises Cancelled; any other trouble fails only its own order."""
        return one_by_one(
            orders,
            lambda key, order: self._render(key, order, out, report, cancel),
            "This shot could not be drawn.",
            "Change its words or its setup and render again; the log says more.",
        )

    def unload(self) -> None:
        """Forget the baked textures."""
        self._bakery = Bakery()

    def _render(self, key: str, order: ShotOrder, out: TakeWriter, report: Report, cancel: Cancel) -> None:
        cancel.check()
        report.progress(key, 0, order.length)
        theatre = _board(order, out) if order.panels else Theatre(stage(order), order.raster, order.rate, self._bakery)
        with out.open(order, key, rate=order.rate, pixels="bgra8") as sink:
            for index in range(order.length):
                cancel.check()
                sink.write(theatre.picture(index - order.head))
                report.progress(key, index + 1, order.length)
            sink.finish({"engine": self.name, "version": self.version})


def _board(order: ShotOrder, out: TakeWriter) -> PanelTheatre:
    """The shot's drawn panels instead of a stage. Raises BadInput for a picture that is gone or cannot be read."""
    aspect = order.raster.width / order.raster.height
    panels: list[Panel] = []
    for told in order.panels:
        path = out.picture(told.picture)
        matte = read(out.picture(told.matte).read_bytes(), "The matte") if told.matte else None
        picture = read(path.read_bytes(), path.name)
        along = 2.0 if travels(order.setup.move) else 1.0
        planes = planes_of(
            picture, matte, aspect, order.raster.height, flat=told.flat or not parts(order.setup.move), along=along
        )
        panels.append(Panel(told.start, planes))
    return PanelTheatre(panels, order.setup, order.raster, order.rate, order.frames, order.seed)
