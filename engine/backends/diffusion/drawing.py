"""One shot drawn: its pipeline called on the tape, from where an earlier run stopped, a rung lower where memory runs out.

The floor is held while a shot denoises and handed over when it decodes, so that transformers are always busy and never shared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import torch
from numpy.typing import NDArray

from engine.backends.base import Report
from engine.backends.diffusion import checkpoints, fit, glimpses
from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.desks import Floor, handing_over, own_stream
from engine.backends.diffusion.families.family import Sound, pictures_of
from engine.backends.diffusion.following import Following
from engine.backends.diffusion.hearing import hearing
from engine.backends.diffusion.putting_together import called
from engine.backends.diffusion.resident import Resident
from engine.backends.diffusion.speed import (
    as_written,
    compiled,
    compiler_failed,
    hindrance,
    is_compiled,
    worth_compiling,
)
from engine.backends.diffusion.step_cache import cache_for, cached
from engine.backends.diffusion.tape import Tape
from engine.backends.diffusion.watch import Timesheet, Watch
from engine.errors import RenderFailed
from engine.plan.architecture import grid, tokens
from engine.plan.costing import forwards
from engine.plan.speed import Shot
from engine.shelf import places, speeds


class _Full(Exception):
    """Memory ran out on that rung."""

    def __init__(self, rung: fit.Rung) -> None:
        super().__init__(rung)
        self.rung: fit.Rung = rung


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a pipeline made of a shot: pictures (T, H, W, 3) in 0..1, what is heard, the rung it was made on, how near to the one
    before steps had to be to be left out (0: none was), and how long it took; `whole` is one that was not gone on with."""

    pictures: NDArray[np.float32]
    sound: Sound | None
    rung: fit.Rung
    cache: float
    watch: Watch
    whole: bool


class Drawing:
    """Draws the shots of one run over the resident parts."""

    def __init__(
        self, resident: Resident, engine: str, version: str, report: Report, desks: int, times: Timesheet
    ) -> None:
        self._resident, self._report, self._desks, self.times = resident, report, desks, times
        self._engine, self._made_with = engine, f"{engine} {version}"
        device = resident.device
        self._device = torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu"
        self._floor = Floor()

    def prepare(self, sheets: Sequence[CallSheet]) -> None:
        """Read what several desks share; compile where these shots pay for it."""
        resident = self._resident
        if self._desks > 1:
            resident.fetch(self._desks)
        passes = sum(forwards(sheet.recipe, sheet.steps) for sheet in sheets if not cache_for(sheet, resident))
        if resident.family.regional and resident.rung == "resident" and worth_compiling(resident.device, passes):
            if told := hindrance():
                self._report.note(told)
            else:
                compiled(resident.transformers)

    def draw(self, sheet: CallSheet, following: Following, desk: int) -> Drawn:
        """The shot drawn; out of memory, it is tried once more a rung lower. Raises RenderFailed, Cancelled."""
        size, model = self._tokens(sheet), self._resident.manifest.id
        self._lower(fit.remembered(self._device, model, size), "It ran out of memory on such a shot before")
        try:
            return self._tried(sheet, following, desk)
        except _Full as full:
            met = full.rung
        fit.remember(self._device, model, met, size)
        if (lower := fit.next_rung(met)) is None:
            raise _too_large(sheet)
        self._lower(lower, "Out of memory")
        try:
            return self._drawn(sheet, following, desk)
        except _Full as full:
            fit.remember(self._device, model, full.rung, size)
            raise _too_large(sheet) from full

    def rows(self, sheet: CallSheet) -> tuple[int, int]:
        """Rows and columns of the shot's tokens."""
        made_of = self._resident.manifest.made_of
        return (1, 1) if made_of is None else grid(made_of, *sheet.size, sheet.frames)[1:]

    def learn(self, sheet: CallSheet, drawn: Drawn) -> None:
        """The shot has been written: note what it took. Passes are counted as they are foretold, since some pipelines make the guided
        one and the other together; steps that were left out or made before teach nothing."""
        watch, size = drawn.watch, self._tokens(sheet)
        if not size or drawn.cache or not drawn.whole:
            return
        opening = self.times.opening(watch)
        shot = Shot(
            tokens=size,
            forwards=forwards(sheet.recipe, sheet.steps),
            seconds=watch.passes - (0.0 if opening is None else watch.waited),
            pixels=prod(sheet.size) * sheet.frames,
            beside=self.times.beside(watch),
            memory_mb=watch.memory_mb,
            rung=drawn.rung,
        )
        speeds.learn(self._engine, self._device, shot, opening)

    def _lower(self, rung: fit.Rung, why: str) -> None:
        """Be on that rung or below it. Others finish first what they hold; who waits takes its parts on the new rung."""
        rung = fit.within_reach(rung, packed=self._resident.checkpoint.packed)
        if fit.lower(rung, self._resident.rung):
            with self._floor.cleared():
                if fit.lower(rung, self._resident.rung):  # nobody else has moved meanwhile
                    self._resident.clear()
                    self._resident.rung = rung
                    self._report.note(f"{why}: {self._resident.manifest.title} {fit.TOLD[rung]} from here on.")

    def _tried(self, sheet: CallSheet, following: Following, desk: int) -> Drawn:
        """As compiled; where that fails, which it does in a first forward, as written. Raises _Full."""
        try:
            return self._drawn(sheet, following, desk)
        except RuntimeError as error:
            if not any(map(is_compiled, self._resident.transformers)) or not compiler_failed(error):
                raise
        with self._floor.cleared():
            if as_written(self._resident.transformers):
                self._report.note(
                    f"Compiling {self._resident.manifest.title} failed on this machine: it runs as written, and takes longer."
                )
        return self._drawn(sheet, following, desk)

    def _drawn(self, sheet: CallSheet, following: Following, desk: int) -> Drawn:
        """Raises _Full with the rung it was tried on."""
        with own_stream(self._resident.device, desk), self._floor.taken() as stay:
            rung = self._resident.rung
            try:
                return self._on_floor(sheet, following, desk if rung == "resident" else 0, stay)
            except fit.FULL as full:
                raise _Full(rung) from full

    def _on_floor(self, sheet: CallSheet, following: Following, desk: int, stay: ExitStack) -> Drawn:
        resident, rung = self._resident, self._resident.rung
        generator = torch.Generator().manual_seed(sheet.order.seed)
        following.let_on()
        following.made_by = self._made_by(sheet)
        following.matrix = glimpses.kept(self._colours)
        cache = cache_for(sheet, resident)
        tape = Tape(following, generator, None if cache else checkpoints.load(following.path, following.made_by))
        following.standing = (lambda: None) if cache else tape.standing  # what a cache remembers is not kept
        pipeline = resident.pipeline(sheet, desk)
        told = resident.family.arguments(sheet) | resident.words_of(sheet)
        watch = Watch(resident.device, stay if rung == "resident" else None)
        tape.passing = watch.passing
        stay.enter_context(tape.running(resident.transformers, pipeline.scheduler))
        stay.enter_context(cached(resident.transformers, cache))
        with handing_over(pipeline.vae, watch.denoised), hearing(resident.beside(pipeline), following.check):
            made = called(pipeline, resident.manifest, told, generator)
        watch.decoded()
        pictures = pictures_of(made)
        if following.matrix is None and following.grid is not None:
            glimpses.keep(self._colours, glimpses.fitted(following.grid, pictures[len(pictures) // 2]))
        return Drawn(pictures, resident.family.sound(pipeline, made), rung, cache, watch, tape.resumed is None)

    @property
    def _colours(self) -> Path:
        return places.shelf() / "glimpses" / f"{self._resident.manifest.id}.npy"

    def _tokens(self, sheet: CallSheet) -> int:
        made_of = self._resident.manifest.made_of
        return 0 if made_of is None else tokens(made_of, *sheet.size, sheet.frames, len(sheet.references))

    def _made_by(self, sheet: CallSheet) -> dict[str, Any]:
        """What must be the same for a checkpoint to be gone on from."""
        told = self._resident.manifest.model_dump_json() + repr(sheet.recipe) + sheet.prompt + sheet.negative
        return {
            "engine": f"{self._made_with} {hashlib.sha256(told.encode()).hexdigest()}",
            "weights": self._resident.checkpoint.fingerprint,
            "rung": self._resident.rung,
            "device": self._device,
            "torch": f"{torch.__version__} {diffusers.__version__}",
        }


def _too_large(sheet: CallSheet) -> RenderFailed:
    wide, high = sheet.size
    return RenderFailed(
        f"The machine ran out of memory drawing {sheet.frames} pictures of {wide}x{high}.",
        "Close other programs, shorten the shot, make the film smaller, or choose a smaller model.",
    )
