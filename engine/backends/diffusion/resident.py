"""The parts that stay: what denoises and decodes is read once for a film, what reads words comes and goes.

A film's prompts are encoded together, before the transformer is there; then the encoders leave and their memory with them. Words are kept
by what they say, so a shot rendered again with another seed needs no encoder.
"""

from __future__ import annotations

import copy
import gc
import threading
from collections.abc import Callable, Sequence
from typing import Any

import torch

from engine.backends.base import Cancel, Report
from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Family, Words
from engine.backends.diffusion.fit import FULL, Rung, settled
from engine.backends.diffusion.hearing import hearing
from engine.backends.diffusion.parts import Checkpoint, part_dtype
from engine.backends.diffusion.putting_together import modular, modular_words, standard
from engine.errors import RenderFailed
from engine.plan.capabilities import Recipe

_Said = tuple[str, str, bool]
"""The words of a shot, those to steer away from, and whether they are heard."""

_Reads = Callable[[Any, CallSheet], Words]

_WORTH_LOOKING = 100 << 20
"""Bytes of weights."""
_WORDS_KEPT = 500
"""Encoded prompts, a few megabytes each, in plain memory."""


class Resident:
    """One checkpoint on one device at one rung."""

    def __init__(self, checkpoint: Checkpoint, family: Family, device: torch.device, rung: Rung) -> None:
        self.checkpoint, self.family, self.device = checkpoint, family, device
        self.rung: Rung = rung
        self.manifest = checkpoint.manifest
        self.quick = False
        """Whether the transformers are those for drafts."""
        self.check: Callable[[], None] = lambda: None
        """Asked before a part is read; raises what is to end that."""
        self._parts: dict[str, Any] = {}
        self._autoencoders: list[Any] = []
        self._words: dict[_Said, Words] = {}
        self._pipelines: dict[tuple[str, int], Any] = {}
        self._reading = threading.RLock()  # what reads a part changes torch for the whole process while it does

    @property
    def ready(self) -> bool:
        """Whether anything has been read."""
        return bool(self._parts)

    @property
    def transformers(self) -> tuple[Any, ...]:
        """What denoises."""
        with self._reading:
            return tuple(self._part(name) for name in self.checkpoint.transformers)

    def fetch(self, desks: int) -> None:
        """Read all that stays, as far as it isn't there, and an autoencoder for each desk: before several shots are in hand at once."""
        with self._reading:
            for name in self.checkpoint.classes:
                if not self._only_reads(name):
                    self._part(name)
            while len(self._autoencoders) < desks - 1:
                self._autoencoders.append(copy.deepcopy(self._part("vae")))

    def words(self, sheets: Sequence[CallSheet], report: Report, cancel: Cancel) -> None:
        """Encode what these shots say, as far as it hasn't been said before; then the encoders leave. Raises Cancelled, RenderFailed."""
        wanted = {_said(sheet): sheet for sheet in sheets}
        known = {said: self._words.pop(said) for said in wanted if said in self._words}
        self._words |= known  # the last to be forgotten
        fresh = {said: sheet for said, sheet in wanted.items() if said not in known}
        read = modular_words if self.manifest.modular else self.family.encode
        if read is None or not fresh:
            return
        if not self._encoded(fresh, read, self.device, cancel):
            report.note(
                f"The words of {self.manifest.title} do not fit on the GPU beside what is there: the CPU reads them."
            )
            if not self._encoded(fresh, read, torch.device("cpu"), cancel):
                raise RenderFailed("The machine ran out of memory reading the shots' words.", "Close other programs.")
        while len(self._words) > max(_WORDS_KEPT, len(wanted)):
            self._words.pop(next(iter(self._words)))

    def _encoded(self, fresh: dict[_Said, CallSheet], read: _Reads, device: torch.device, cancel: Cancel) -> bool:
        """Whether memory lasted."""
        try:
            self._encode(fresh, read, device, cancel)
        except FULL:
            return False
        finally:
            self._freed(self.checkpoint.encoders)
        return True

    def _encode(self, fresh: dict[_Said, CallSheet], read: _Reads, device: torch.device, cancel: Cancel) -> None:
        encoders = {name: self._read(name).to(device) for name in self.checkpoint.encoders}
        reader = self._reader(encoders, alone=device != self.device)
        with hearing(encoders.values(), cancel.check):
            for said, sheet in fresh.items():
                cancel.check()
                with torch.no_grad():
                    words = read(reader, sheet)
                self._words[said] = {name: part.cpu() for name, part in words.items()}

    def words_of(self, sheet: CallSheet) -> Words:
        """A shot's words on the device; none for families that read them with the pictures."""
        if self.family.encode is None:
            return {}
        return {name: part.to(self.device) for name, part in self._words[_said(sheet)].items()}

    def pipeline(self, sheet: CallSheet, desk: int = 0) -> Any:
        """The pipeline for a shot with a fresh scheduler. Each `desk` decodes with an autoencoder of its own: Wan's keeps what it
        has seen on itself, so that two decodes at once on one of them go wrong without a word."""
        name = self.family.pipeline(self.manifest, sheet)
        with self._reading:
            if (name, desk) not in self._pipelines:
                self._pipelines[name, desk] = self._put_together(name, desk)
            pipeline = self._pipelines[name, desk]
            fresh = _shifted(self._part("scheduler"), sheet.recipe)
        pipeline.update_components(scheduler=fresh) if self.manifest.modular else setattr(pipeline, "scheduler", fresh)
        self.family.tune(pipeline, sheet)
        return pipeline

    def beside(self, pipeline: Any) -> list[Any]:
        """The pipeline's parts that are no transformers: what prepares and decodes."""
        return [part for name, part in pipeline.components.items() if name not in self.checkpoint.transformers]

    def recast(self, *, quick: bool) -> None:
        """Drafts and finals may need transformers of their own; those that are there leave. For when no shot is in hand."""
        quick = quick and bool(self.checkpoint.quick)
        if quick != self.quick:
            self.quick = quick
            for name in self.checkpoint.transformers:
                self._parts.pop(name, None)
            self._pipelines.clear()
            self._freed(self.checkpoint.transformers)

    def clear(self) -> None:
        """Let everything go but the words."""
        gone = tuple(self._parts)
        self._parts.clear()
        self._autoencoders.clear()
        self._pipelines.clear()
        self._freed(gone)

    def _freed(self, gone: Sequence[str]) -> None:
        """Give back what nobody holds any more. Looking for it takes half a second, so it must be worth it."""
        if sum(map(self.checkpoint.bytes_of, gone)) >= _WORTH_LOOKING:
            gc.collect()
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def _put_together(self, name: str, desk: int) -> Any:
        parts = {part: self._part(part) for part in self.checkpoint.classes if not self._only_reads(part)}
        if desk:
            self.fetch(desk + 1)
            parts["vae"] = self._autoencoders[desk - 1]
        if self.manifest.modular:
            return modular(name, self.manifest, parts)
        return standard(name, self.manifest, parts, self.checkpoint.settings)

    def _reader(self, encoders: dict[str, Any], *, alone: bool) -> Any:
        """A pipeline of all but the transformers, which fill the memory that encoders need. `alone`: off the GPU, with what is there."""
        large = (*encoders, *self.checkpoint.transformers)
        read = self._read if alone else self._part
        others = {name: read(name) for name in self.checkpoint.classes if name not in large}
        if self.manifest.modular:
            return modular(self.manifest.pipeline, self.manifest, others | encoders, words=True)
        return standard(self.manifest.pipeline, self.manifest, others | encoders, self.checkpoint.settings)

    def _only_reads(self, name: str) -> bool:
        return self.family.encode is not None and name in self.checkpoint.encoders

    def _part(self, name: str) -> Any:
        if name not in self._parts:
            part = self._read(name)
            if isinstance(part, torch.nn.Module):
                part = settled(name, part, self.rung, self.device)
            self._parts[name] = part
        return self._parts[name]

    def _read(self, name: str) -> Any:
        self.check()
        return self.checkpoint.read(name, part_dtype(name, self.manifest, self.device), quick=self.quick)


def _said(sheet: CallSheet) -> _Said:
    return sheet.prompt, sheet.negative, max(sheet.recipe.guidance, sheet.recipe.guidance_2 or 0) > 1


def _shifted(scheduler: Any, recipe: Recipe) -> Any:
    """A scheduler as new, with the recipe's shift where it asks for one."""
    if recipe.shift is None:
        return copy.deepcopy(scheduler)
    name = "flow_shift" if "flow_shift" in scheduler.config else "shift"
    return type(scheduler).from_config(scheduler.config, **{name: recipe.shift})
