"""The field's video models through diffusers: one class for all of them, its family told by the manifest.

Words of all shots are encoded first, then shots follow each other by shape over parts that stay. The pipelines are diffusers' own, called
as anybody would call them, so a take equals a stock call with the same arguments; what is ours goes on around them (the tape).
"""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import diffusers
import numpy as np
import torch
from numpy.typing import NDArray

from engine.backends.base import Cancel, Failed, Report, Taken, TakeSink, TakeWriter
from engine.backends.diffusion import checkpoints, fit, glimpses
from engine.backends.diffusion.call_sheet import CallSheet, sheet_for
from engine.backends.diffusion.families.family import Family, Sound, pictures_of
from engine.backends.diffusion.families.known import FAMILIES
from engine.backends.diffusion.following import Following
from engine.backends.diffusion.parts import Checkpoint, hushed
from engine.backends.diffusion.putting_together import called
from engine.backends.diffusion.resident import Resident
from engine.backends.diffusion.tape import Tape
from engine.backends.outcomes import one_by_one
from engine.backends.retiming import conformed, kept
from engine.errors import RenderFailed, StoryreelError, Unsupported
from engine.plan.architecture import tokens
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder
from engine.shelf import places, soundness, speeds

VERSION = "1"

Key = tuple[str, ShotOrder]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a pipeline made of a shot: pictures (T, H, W, 3) in 0..1, and what is heard."""

    pictures: NDArray[np.float32]
    sound: Sound | None


class DiffusionBackend:
    """Renders for any manifest with a family (implements engine.backends.base.Backend)."""

    name = "diffusion"
    version = VERSION

    def __init__(self) -> None:
        self._resident: Resident | None = None

    def load(self, manifest: ModelManifest, report: Report) -> None:
        """Look at the weights; they are read when the first shot needs them. Raises Unsupported when they can't be used."""
        hushed()
        folder = places.folder_of(manifest)
        soundness.check(folder, manifest)
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        checkpoint = Checkpoint(folder, manifest)
        self.name = manifest.engine
        self._device_name = torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu"
        load, free = fit.load_of(checkpoint, device), fit.measured(device)
        rung = fit.chosen(load, free) if device.type == "cuda" else "resident"
        self._resident = Resident(checkpoint, _family(manifest), device, rung)
        if device.type == "cuda":
            report.note(fit.sentence(manifest.title, rung, load, free))
        else:
            report.note(
                f"No GPU was found: {manifest.title} is rendered on the CPU, which takes hours for a real shot."
            )

    def run(self, orders: Sequence[Key], out: TakeWriter, report: Report, cancel: Cancel) -> Iterator[Taken | Failed]:
        """Render the orders, those of one shape together. Raises Cancelled; any other trouble fails only its own order."""
        sheets: dict[str, CallSheet] = {}
        for key, order in orders:
            try:
                sheets[key] = sheet_for(key, order, self._loaded.manifest, out)
            except StoryreelError as error:
                yield Failed(key, error)
        ready = sorted(sheets.values(), key=lambda sheet: sheet.shape)
        self._loaded.words(ready, report, cancel)
        yield from one_by_one(
            [(sheet.key, sheet.order) for sheet in ready],
            lambda key, order: self._render(sheets[key], out, report, cancel),
            "This shot could not be rendered.",
            "The details are in the film's cache/worker.log; another engine may do.",
        )

    def unload(self) -> None:
        """Let the weights go."""
        if self._resident is not None:
            self._resident.clear()
        self._resident = None

    def _render(self, sheet: CallSheet, out: TakeWriter, report: Report, cancel: Cancel) -> None:
        surplus = _surplus(sheet)
        with out.open(sheet.order, sheet.key, rate=sheet.order.rate, pixels="rgb_float", surplus=surplus) as sink:
            following = Following(sheet, self._loaded.family.layout, report, cancel, out.unfinished(sheet.key))
            drawn = self._fitted(sheet, following, report)
            for picture in _conformed(drawn.pictures, sheet, surplus):
                cancel.check()
                sink.write(picture)
            self._close(sheet, sink, drawn, surplus)
            following.finished()

    def _close(self, sheet: CallSheet, sink: TakeSink, drawn: Drawn, surplus: int) -> None:
        if drawn.sound is not None:
            sink.sound(drawn.sound.samples, drawn.sound.rate)
        sink.finish({"engine": self.name, "version": self.version, **self._facts(sheet, surplus)})

    def _fitted(self, sheet: CallSheet, following: Following, report: Report) -> Drawn:
        """The shot drawn; out of memory, it is tried once more a rung lower. Raises RenderFailed."""
        resident = self._loaded
        size = self._tokens(sheet)
        lowest = fit.remembered(self._device_name, resident.manifest.id, size)
        if fit.RUNGS.index(lowest) > fit.RUNGS.index(resident.rung):
            self._move_to(lowest, report, "It ran out of memory on such a shot before")
        try:
            return self._drawn(sheet, following)
        except (torch.OutOfMemoryError, MemoryError) as full:
            lower = fit.next_rung(resident.rung)
            fit.remember(self._device_name, resident.manifest.id, resident.rung, size)
            if lower is None:
                raise _too_large(sheet) from full
        self._move_to(lower, report, "Out of memory")
        try:
            return self._drawn(sheet, following)
        except (torch.OutOfMemoryError, MemoryError) as full:
            fit.remember(self._device_name, resident.manifest.id, resident.rung, size)
            raise _too_large(sheet) from full

    def _move_to(self, rung: fit.Rung, report: Report, why: str) -> None:
        resident = self._loaded
        resident.clear()
        resident.rung = rung
        report.note(f"{why}: {resident.manifest.title} {fit.TOLD[rung]} from here on.")

    def _drawn(self, sheet: CallSheet, following: Following) -> Drawn:
        """The pipeline called on the tape, from where an earlier run stopped."""
        resident, began = self._loaded, time.monotonic()
        generator = torch.Generator().manual_seed(sheet.order.seed)
        following.made_by = self._made_by(sheet)
        tape = Tape(following, generator, checkpoints.load(following.path, following.made_by))
        following.standing = tape.standing
        colours = self._colours
        following.matrix = glimpses.kept(colours)
        pipeline = resident.pipeline(sheet)
        told = resident.family.arguments(sheet) | resident.words_of(sheet)
        with tape.running(resident.transformers, pipeline.scheduler):
            made = called(pipeline, resident.manifest, told, generator)
        pictures = pictures_of(made)
        if following.matrix is None and following.grid is not None:
            glimpses.keep(colours, glimpses.fitted(following.grid, pictures[len(pictures) // 2]))
        self._learn(sheet, tape.forwards, time.monotonic() - began)
        return Drawn(pictures, resident.family.sound(pipeline, made))

    @property
    def _colours(self):
        return places.shelf() / "glimpses" / f"{self._loaded.manifest.id}.npy"

    def _learn(self, sheet: CallSheet, forwards: int, seconds: float) -> None:
        if size := self._tokens(sheet):
            speeds.learn(self.name, self._device_name, tokens=size, forwards=forwards, seconds=seconds)

    def _tokens(self, sheet: CallSheet) -> int:
        made_of = self._loaded.manifest.made_of
        return 0 if made_of is None else tokens(made_of, *sheet.size, sheet.frames, len(sheet.references))

    def _made_by(self, sheet: CallSheet) -> dict[str, str]:
        """What must be the same for a checkpoint to be gone on from."""
        told = self._loaded.manifest.model_dump_json().encode() + repr(sheet.recipe).encode()
        return {
            "engine": f"{self.name} {self.version} {hashlib.sha256(told).hexdigest()}",
            "rung": self._loaded.rung,
            "device": self._device_name,
            "torch": f"{torch.__version__} {diffusers.__version__}",
        }

    def _facts(self, sheet: CallSheet, surplus: int) -> dict[str, Any]:
        """What take.json keeps of how the pictures came about."""
        hub, film = self._loaded.manifest.hub, (sheet.order.raster.width, sheet.order.raster.height)
        same = sheet.rate == sheet.order.rate
        return {
            "native": {
                "frames": sheet.frames,
                "rate": str(sheet.rate),
                "width": sheet.size[0],
                "height": sheet.size[1],
            },
            "between": "held" if sheet.still else "each" if same else _between(sheet),
            "cropped": list(kept(sheet.size, film)),
            "scaled": "none" if sheet.size == film else "lanczos" if sheet.size[0] < film[0] else "area",
            "surplus": surplus,
            "steps": sheet.recipe.steps,
            "guidance": sheet.recipe.guidance,
            "fit": self._loaded.rung,
            "revision": "" if hub is None or hub.revision is None else hub.revision,
            "diffusers": diffusers.__version__,
            "torch": torch.__version__,
        }

    @property
    def _loaded(self) -> Resident:
        if self._resident is None:
            raise RuntimeError("run before load")
        return self._resident


def _family(manifest: ModelManifest) -> Family:
    if manifest.family is None or manifest.family not in FAMILIES:
        raise Unsupported(f"Storyreel does not know the family of {manifest.title}.", "Choose another engine.")
    return FAMILIES[manifest.family]


def _between(sheet: CallSheet) -> Any:
    return sheet.order.between or sheet.recipe.between


def _surplus(sheet: CallSheet) -> int:
    """Film frames that the model draws beyond the order's last: its grid is coarser than a shot is long."""
    if sheet.still:
        return 0
    reach = math.floor((sheet.frames - 1) * sheet.order.rate / sheet.rate) + 1
    return max(0, reach - sheet.order.length)


def _conformed(pictures: NDArray[np.float32], sheet: CallSheet, surplus: int) -> Iterator[NDArray[Any]]:
    """The film's pictures, one at a time."""
    film, length = (sheet.order.raster.width, sheet.order.raster.height), sheet.order.length + surplus
    if sheet.still:
        still = next(conformed(pictures, 1, sheet.order.rate, sheet.rate, film))
        yield from (still for _ in range(length))
        return
    yield from conformed(pictures, length, sheet.order.rate, sheet.rate, film, _between(sheet))


def _too_large(sheet: CallSheet) -> RenderFailed:
    wide, high = sheet.size
    return RenderFailed(
        f"The machine ran out of memory drawing {sheet.frames} pictures of {wide}x{high}.",
        "Close other programs, shorten the shot, make the film smaller, or choose a smaller model.",
    )
