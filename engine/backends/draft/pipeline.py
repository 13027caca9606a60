"""Words, references and a camera's path become a clip of any length: the draft engine as a diffusers pipeline.

A take of up to 16 s is one pass, as Vidu's are. A longer one goes on in windows: each is given the last slab of the one before, a little
noisy so that its small faults are not taken for truth, and the very first slab as an anchor, without which a subject dissolves after
two or three windows (exposure bias).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import DiffusionPipeline
from diffusers.utils import BaseOutput
from diffusers.utils.torch_utils import randn_tensor
from numpy.typing import NDArray
from torch import Tensor

from engine.backends.draft.conditions import CAMERA, PHRASES, SLAB, SUBJECTS, WORDS, Conditions
from engine.backends.draft.flow import Guidance, guided, sample
from engine.backends.draft.uvit import UViT
from engine.backends.draft.words import embedded
from engine.errors import Unsupported

LONGEST = 128
"""Frames in one pass."""
_WINDOW = 16
"""Slabs of a window that goes on: the anchor, the slab before, and new ones."""
_ANCHOR_AWAY = 9
"""Where the slab before stands on the time axis when the anchor stands at 0: as in training."""
_PREFIX_TIME = 0.9


@dataclass(frozen=True, slots=True)
class Role:
    """A subject of the clip: its name or description, what it does, and its picture (H, W, 3) uint8 RGB on a plain ground."""

    name: str = ""
    action: str = ""
    reference: NDArray[np.uint8] | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One clip's order. camera: (T / 4, 4) as `conditions.CAMERA` says, None for a path of the model's own choice."""

    place: str = ""
    light: str = ""
    roles: tuple[Role, ...] = ()
    camera: NDArray[np.float32] | None = None


@dataclass
class DraftOutput(BaseOutput):
    """frames: (B, T, H, W, 3) float32 in 0..1, or a tensor (B, 3, T, H, W) in -1..1 with `output_type="pt"`."""

    frames: Any


class DraftPipeline(DiffusionPipeline):
    """Storyreel's draft engine. `from_pretrained` reads a folder that `save_pretrained` or the training wrote."""

    model_cpu_offload_seq = "transformer"
    _callback_tensor_inputs = ("clean",)

    def __init__(self, transformer: UViT) -> None:
        super().__init__()
        self.register_modules(transformer=transformer)

    @torch.no_grad()
    def __call__(
        self,
        prompt: Prompt | Sequence[Prompt],
        *,
        frames: int = 16,
        num_inference_steps: int = 20,
        guidance: Guidance | None = None,
        generator: torch.Generator | list[torch.Generator] | None = None,
        callback_on_step_end: Callable[[DraftPipeline, int, float, dict[str, Tensor]], Any] | None = None,
        output_type: str = "np",
        return_dict: bool = True,
    ) -> DraftOutput | tuple[Any]:
        """Clips of `frames` pictures at 8 a second (a multiple of 4; 16 s go in one pass, more in windows).

        callback_on_step_end: called as diffusers' pipelines do, (pipeline, step, time, {"clean": estimate so far}); steps count on over
        windows; it may raise to stop, the pipeline stays usable. Raises Unsupported for a prompt that cannot be taken.
        """
        prompts = [prompt] if isinstance(prompt, Prompt) else list(prompt)
        told = self.conditions_of(prompts, frames)
        noise = self._noise(len(prompts), frames, generator)
        steps = _Steps(self, callback_on_step_end)
        estimate = guided(self._estimate, guidance or Guidance())
        if frames <= LONGEST:
            clip = sample(estimate, told, noise, steps=num_inference_steps, each=steps)
        else:
            clip = _in_windows(estimate, told, noise, num_inference_steps, steps)
        made = clip if output_type == "pt" else _pictures(clip)
        return DraftOutput(frames=made) if return_dict else (made,)

    def conditions_of(self, prompts: Sequence[Prompt], frames: int) -> Conditions:
        """The prompts as tensors on the pipeline's device. Raises Unsupported."""
        if frames < SLAB or frames % SLAB:
            raise Unsupported(f"A draft has a multiple of {SLAB} frames, not {frames}.", "Round the length up.")
        parts = [self._told(prompt, frames) for prompt in prompts]
        stacked = [torch.stack([part[n] for part in parts]) for n in range(6)]
        return Conditions(*stacked).to(self._execution_device)

    def _told(self, prompt: Prompt, frames: int) -> tuple[Tensor, ...]:
        if len(prompt.roles) > SUBJECTS:
            raise Unsupported(f"A draft holds {SUBJECTS} subjects, not {len(prompt.roles)}.", "Split the shot.")
        phrases, said = _spoken(prompt)
        side = self.transformer.config.reference
        pictures = [_reference(role.reference, side) for role in prompt.roles]
        pictures += [torch.zeros(3, side, side)] * (SUBJECTS - len(pictures))
        shown = [n < len(prompt.roles) and prompt.roles[n].reference is not None for n in range(SUBJECTS)]
        camera, directed = _camera(prompt.camera, frames)
        return phrases, said, torch.stack(pictures), torch.tensor(shown), camera, directed

    def _noise(self, count: int, frames: int, generator: torch.Generator | list[torch.Generator] | None) -> Tensor:
        across, down = self.transformer.config.raster
        return randn_tensor((count, 3, frames, down, across), generator=generator, device=self._execution_device)

    def _estimate(self, clip: Tensor, time: Tensor, conditions: Conditions, slabs: Tensor | None) -> Tensor:
        made = self.transformer(clip.to(self.transformer.dtype), time, conditions, slabs)
        return made.to(clip.dtype)


class _Steps:
    """Counts steps over windows and tells the callback."""

    def __init__(self, pipeline: DraftPipeline, callback: Callable[..., Any] | None) -> None:
        self._pipeline = pipeline
        self._callback = callback
        self._done = 0

    def __call__(self, step: int, time: float, clean: Tensor) -> None:
        if self._callback is not None:
            self._callback(self._pipeline, self._done, time, {"clean": clean})
        self._done += 1


def windows(slab_count: int) -> list[tuple[int, int]]:
    """(first, last + 1) of the new slabs of every window of a take of `slab_count` slabs."""
    first = LONGEST // SLAB
    spans = [(0, first)]
    while spans[-1][1] < slab_count:
        begin = spans[-1][1]
        spans.append((begin, min(slab_count, begin + _WINDOW - 2)))
    return spans


def _in_windows(estimate: Any, told: Conditions, noise: Tensor, steps: int, each: _Steps) -> Tensor:
    first, *others = windows(noise.shape[2] // SLAB)
    clip = sample(estimate, _slabs_of(told, range(*first)), noise[:, :, : first[1] * SLAB], steps=steps, each=each)
    for begin, end in others:
        numbers = [0, begin - 1, *range(begin, end)]
        kept = torch.zeros(len(noise), len(numbers), device=noise.device)
        kept[:, 0], kept[:, 1] = 1.0, _PREFIX_TIME
        given = torch.cat(
            [clip[:, :, :SLAB], clip[:, :, -SLAB:], torch.zeros_like(noise[:, :, begin * SLAB : end * SLAB])], 2
        )
        fresh = torch.cat([noise[:, :, n * SLAB : (n + 1) * SLAB] for n in numbers], 2)
        away = torch.cat([torch.zeros(1), torch.arange(len(numbers) - 1) + _ANCHOR_AWAY]).to(noise.device)
        made = sample(
            estimate, _slabs_of(told, numbers), fresh, steps=steps, given=given, given_time=kept, slabs=away, each=each
        )
        clip = torch.cat([clip, made[:, :, 2 * SLAB :]], 2)
    return clip


def _slabs_of(told: Conditions, numbers: Sequence[int] | range) -> Conditions:
    return told.at_slabs(torch.tensor(list(numbers), device=told.camera.device))


def _spoken(prompt: Prompt) -> tuple[Tensor, Tensor]:
    words = [prompt.place, prompt.light]
    for number in range(SUBJECTS):
        role = prompt.roles[number] if number < len(prompt.roles) else Role()
        words += [role.name, role.action]
    said = torch.tensor([bool(phrase.strip()) for phrase in words])
    phrases = torch.zeros(len(PHRASES), WORDS)
    if bool(said.any()):
        phrases[said] = torch.from_numpy(embedded([phrase for phrase in words if phrase.strip()]))
    return phrases, said


def _reference(picture: NDArray[np.uint8] | None, side: int) -> Tensor:
    if picture is None:
        return torch.zeros(3, side, side)
    pixels = torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None].float()
    return F.interpolate(pixels, size=(side, side), mode="area")[0] / 127.5 - 1


def _camera(path: NDArray[np.float32] | None, frames: int) -> tuple[Tensor, Tensor]:
    slab_count = frames // SLAB
    if path is None:
        return torch.zeros(slab_count, CAMERA), torch.tensor(False)
    if path.shape != (slab_count, CAMERA):
        raise Unsupported(
            f"A camera's path of {frames} frames has {slab_count} x {CAMERA} numbers, not {path.shape}.",
            "Sample it anew.",
        )
    return torch.from_numpy(np.asarray(path, np.float32)), torch.tensor(True)


def _pictures(clip: Tensor) -> NDArray[np.float32]:
    return ((clip.clamp(-1, 1) + 1) / 2).permute(0, 2, 3, 4, 1).float().cpu().numpy()
