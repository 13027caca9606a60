"""The draft engine as a back end: each order becomes a prompt, a clip at eight frames a second, and a take at the film's rate and raster.

Nothing is asked of the machine but torch and the weights; where one of them is missing a sentence says what to do, and the animatic engine
stays what everybody gets. Steps are counted, not pictures: they are where the time goes, and between any two of them a cancel is heard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from engine.backends.base import Cancel, Failed, Report, Taken, TakeWriter
from engine.backends.draft.conditions import FPS, SLAB
from engine.backends.draft.flow import Guidance
from engine.backends.draft.long_takes import passes
from engine.backends.draft.pipeline import DraftOutput, DraftPipeline
from engine.backends.draft.prompts import prompt_for
from engine.backends.draft.retiming import facts, native_frames
from engine.backends.draft.uvit import UViT
from engine.backends.outcomes import one_by_one
from engine.backends.pictures import Pictures, picture_of
from engine.backends.retiming import Size, conformed, kept, scaled
from engine.errors import Unsupported
from engine.plan.capabilities import Between, ModelManifest
from engine.plan.orders import ShotOrder
from engine.shelf.readiness import draft_weights

VERSION = "1"
STEPS = 20
GUIDANCE = Guidance()
BETWEEN: Between = "flow"

Frames = NDArray[np.float32]


class DraftBackend:
    """Our own U-ViT for video (implements engine.backends.base.Backend)."""

    name = "draft"
    version = VERSION

    def __init__(self) -> None:
        self._pipeline: DraftPipeline | None = None

    def load(self, manifest: ModelManifest, report: Report) -> None:
        """Read the weights; on a GPU where there is one. Raises Unsupported when there are none."""
        cv2.setNumThreads(1)
        folder = draft_weights()
        try:
            transformer = UViT.from_pretrained(folder, torch_dtype=torch.float32, local_files_only=True)
        except (OSError, ValueError, RuntimeError) as bad:
            raise Unsupported(
                f"The draft engine's weights in {folder} cannot be read.", "Fetch or train them anew."
            ) from bad
        device = "cuda" if torch.cuda.is_available() else "cpu"
        self._pipeline = DraftPipeline(transformer.eval()).to(device)
        self._pipeline.set_progress_bar_config(disable=True)
        report.note(f"Drafts are made on the {'GPU' if device == 'cuda' else 'CPU'}.")

    def run(
        self, orders: Sequence[tuple[str, ShotOrder]], out: TakeWriter, report: Report, cancel: Cancel
    ) -> Iterator[Taken | Failed]:
        """Render orders one after the other. Raises Cancelled; any other trouble fails only its own order."""
        return one_by_one(
            orders,
            lambda key, order: self._render(key, order, out, report, cancel),
            "This shot could not be drafted.",
            "Render it with the animatic engine; the log says more.",
        )

    def unload(self) -> None:
        """Let the weights go."""
        self._pipeline = None

    def _render(self, key: str, order: ShotOrder, out: TakeWriter, report: Report, cancel: Cancel) -> None:
        cancel.check()
        pipeline = self._loaded
        size, film = pipeline.raster, (order.raster.width, order.raster.height)
        frames = native_frames(order.length, order.rate)
        prefix = _prefix(order, size, out)
        counted = _Counted(
            key, STEPS * passes(frames, 0 if prefix is None else len(prefix)), order.length, report, cancel
        )
        wide, high = kept(size, film)
        if 2 * wide * high < size[0] * size[1]:
            report.note("The draft engine draws 16:9; more than half of each picture is cut off for this film's shape.")
        with out.open(order, key, rate=order.rate, pixels="rgb8") as sink:
            drafts = self._drawn(pipeline, order, frames, prefix, out, counted)
            shots = np.rint(drafts * 255).astype(np.uint8)
            for picture in conformed(shots, order.length, order.rate, Fraction(FPS), film, BETWEEN):
                sink.write(picture)
                counted.picture()
            sink.finish({"engine": self.name, "version": self.version, **_recipe(frames, size, film)})

    def _drawn(
        self,
        pipeline: DraftPipeline,
        order: ShotOrder,
        frames: int,
        prefix: Frames | None,
        out: TakeWriter,
        counted: _Counted,
    ) -> Frames:
        """(T, H, W, 3) in 0..1 at eight a second. Chance is drawn on the CPU, so that a GPU starts from the same noise."""
        made = pipeline(
            prompt_for(order, frames // SLAB, out),
            frames=frames,
            num_inference_steps=STEPS,
            guidance=GUIDANCE,
            prefix=prefix,
            generator=torch.Generator().manual_seed(order.seed),
            callback_on_step_end=counted.step,
        )
        assert isinstance(made, DraftOutput)
        return made.frames[0]

    @property
    def _loaded(self) -> DraftPipeline:
        if self._pipeline is None:
            raise RuntimeError("run before load")
        return self._pipeline


class _Counted:
    """Tells of steps and pictures done, a picture as a hundredth of a step or so, and hears a cancel at each."""

    def __init__(self, key: str, steps: int, pictures: int, report: Report, cancel: Cancel) -> None:
        self._key, self._report, self._cancel = key, report, cancel
        self._done, self._steps, self._pictures, self._written = 0, steps, pictures, 0
        report.progress(key, 0, steps + 1)

    def step(self, pipeline: DraftPipeline, step: int, time: float, tensors: dict[str, torch.Tensor]) -> None:
        """As diffusers calls it, after each step."""
        self._done += 1
        self._report.progress(self._key, self._done, self._steps + 1)
        self._cancel.check()

    def picture(self) -> None:
        """One picture is written."""
        self._written += 1
        if self._written == self._pictures:
            self._report.progress(self._key, self._steps + 1, self._steps + 1)
        self._cancel.check()


def _prefix(order: ShotOrder, size: Size, pictures: Pictures) -> Frames | None:
    """The picture that the shot goes on from, held for one slab: (4, H, W, 3) in 0..1."""
    if order.first_frame is None:
        return None
    picture = scaled(picture_of(pictures.picture(order.first_frame)), size)
    return np.repeat((picture[None] / 255).astype(np.float32), SLAB, axis=0)


def _recipe(frames: int, size: Size, film: Size) -> dict[str, Any]:
    """What take.json keeps of how the pictures came about."""
    native = facts(frames, size, film, BETWEEN)
    return {**native, "steps": STEPS, "guidance": [GUIDANCE.words, GUIDANCE.reference], "torch": torch.__version__}
