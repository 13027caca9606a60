"""The field's video models through diffusers: one class for all of them, its family told by the manifest.

Words of all shots are encoded first, then shots follow each other by shape over parts that stay. The pipelines are diffusers' own, called
as anybody would call them, so a take equals a stock call with the same arguments; what is ours goes on around them (the tape).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import torch

from engine.backends.base import Cancel, Failed, Report, Taken, TakeWriter
from engine.backends.diffusion import fit
from engine.backends.diffusion.call_sheet import CallSheet, sheet_for
from engine.backends.diffusion.desks import overlapped
from engine.backends.diffusion.drawing import Drawing, Drawn
from engine.backends.diffusion.families.family import Family
from engine.backends.diffusion.families.known import FAMILIES
from engine.backends.diffusion.finals import AgainstDraft
from engine.backends.diffusion.following import Following
from engine.backends.diffusion.parts import Checkpoint, hushed
from engine.backends.diffusion.resident import Resident
from engine.backends.diffusion.screening import conformed_to_film, facts_of, surplus_of
from engine.backends.diffusion.speed import attention, large_pages
from engine.backends.diffusion.watch import Timesheet
from engine.backends.outcomes import outcome
from engine.errors import StoryreelError, Unsupported
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder
from engine.shelf import places, soundness
from engine.shelf.quick import at_hand, hindrance

VERSION = "1"

_SENTENCE = "This shot could not be rendered."
_ACTION = "The details are in the film's cache/worker.log; another engine may do."


class DiffusionBackend:
    """Renders for any manifest with a family (implements engine.backends.base.Backend). `desks` is how many shots are in hand at
    once: with two, one is decoded while the next is denoised."""

    name = "diffusion"
    version = VERSION
    desks = 1

    def __init__(self) -> None:
        self._resident: Resident | None = None
        self._slower = ""
        """Why drafts take longer than the manifest says."""

    def load(self, manifest: ModelManifest, report: Report) -> None:
        """Look at the weights; they are read when the first shot needs them. Raises Unsupported when they can't be used."""
        hushed()
        large_pages()
        folder = places.folder_of(manifest)
        soundness.check(folder, manifest)
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._slower = hindrance(manifest)
        manifest = at_hand(manifest)
        checkpoint = Checkpoint(folder, manifest)
        self.name = manifest.engine
        load, free = fit.load_of(checkpoint, device), fit.measured(device)
        rung = fit.chosen(load, free) if device.type == "cuda" else "resident"
        self.desks = 2 if device.type == "cuda" and rung == "resident" else 1
        self._resident = Resident(checkpoint, _family(manifest), device, rung)
        if device.type == "cuda":
            report.note(fit.sentence(manifest.title, rung, load, free))
        else:
            report.note(
                f"No GPU was found: {manifest.title} is rendered on the CPU, which takes hours for a real shot."
            )

    def run(
        self, orders: Sequence[tuple[str, ShotOrder]], out: TakeWriter, report: Report, cancel: Cancel
    ) -> Iterator[Taken | Failed]:
        """Render the orders, those of one shape together. Raises Cancelled; any other trouble fails only its own order."""
        resident = self._loaded
        times = Timesheet(None if resident.ready else time.monotonic())
        resident.check = cancel.check
        sheets: list[CallSheet] = []
        for key, order in orders:
            try:
                sheets.append(sheet_for(key, order, resident.manifest, out))
            except StoryreelError as error:
                yield Failed(key, error)
        sheets.sort(key=lambda sheet: (not sheet.quick, sheet.shape))
        if self._slower and any(sheet.quick for sheet in sheets):
            report.note(self._slower)
        resident.words(sheets, report, cancel)
        drawing = Drawing(resident, self.name, self.version, report, self.desks, times)

        def draw(sheet: CallSheet, desk: int) -> Taken | Failed:
            return outcome(
                sheet.key, lambda: self._render(sheet, desk, drawing, out, report, cancel), _SENTENCE, _ACTION
            )

        with attention(resident.device):
            for quick, some in groupby(sheets, lambda sheet: sheet.quick):
                together = list(some)
                resident.recast(quick=quick)
                drawing.prepare(together)
                yield from overlapped(together, draw, self.desks)

    def unload(self) -> None:
        """Let the weights go."""
        if self._resident is not None:
            self._resident.clear()
        self._resident = None

    def _render(
        self, sheet: CallSheet, desk: int, drawing: Drawing, out: TakeWriter, report: Report, cancel: Cancel
    ) -> None:
        try:
            self._written(sheet, desk, drawing, out, report, cancel)
        finally:
            drawing.times.left()

    def _written(
        self, sheet: CallSheet, desk: int, drawing: Drawing, out: TakeWriter, report: Report, cancel: Cancel
    ) -> None:
        surplus = surplus_of(sheet)
        with out.open(sheet.order, sheet.key, rate=sheet.order.rate, pixels="rgb_float", surplus=surplus) as sink:
            layout = self._loaded.family.layout
            following = Following(sheet, layout, drawing.rows(sheet), report, cancel, out.unfinished(sheet.key))
            drawn = drawing.draw(sheet, following, desk)
            beside = AgainstDraft(sheet, out)
            for picture in conformed_to_film(drawn.pictures, sheet, surplus):
                cancel.check()
                sink.write(picture)
                beside.see(picture)
            if drawn.sound is not None:
                sink.sound(drawn.sound.samples, drawn.sound.rate)
            sink.finish(self._made_with(sheet, drawn) | facts_of(sheet, surplus, self._loaded.manifest))
            beside.tell(report)
            drawing.learn(sheet, drawn)
            following.finished()

    def _made_with(self, sheet: CallSheet, drawn: Drawn) -> dict[str, Any]:
        """What take.json says of the engine, and of what made a draft quick."""
        told: dict[str, Any] = {"engine": self.name, "version": self.version, "fit": drawn.rung}
        if drawn.cache:
            told["cache"] = drawn.cache
        if sheet.quick and self._loaded.quick:
            told["quick"] = ", ".join(file.name for file in self._loaded.checkpoint.quick)
        return told

    @property
    def _loaded(self) -> Resident:
        if self._resident is None:
            raise RuntimeError("run before load")
        return self._resident


def _family(manifest: ModelManifest) -> Family:
    if manifest.family is None or manifest.family not in FAMILIES:
        raise Unsupported(f"Storyreel does not know the family of {manifest.title}.", "Choose another engine.")
    return FAMILIES[manifest.family]
