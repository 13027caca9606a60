"""Words, references and a camera's path become a clip of any length: the draft engine as a diffusers pipeline.

It takes words and pictures and knows no film; the back end beside it turns shot orders into its prompts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from diffusers.pipelines.pipeline_utils import DiffusionPipeline
from diffusers.utils.outputs import BaseOutput
from diffusers.utils.torch_utils import randn_tensor
from numpy.typing import NDArray
from torch import Tensor

from engine.backends.draft.conditions import CAMERA, PHRASES, SLAB, SUBJECTS, WORDS, Conditions
from engine.backends.draft.flow import Guidance, guided
from engine.backends.draft.long_takes import Before, whole_take
from engine.backends.draft.uvit import UViT
from engine.backends.draft.words import embedded
from engine.errors import Unsupported


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

    @property
    def raster(self) -> tuple[int, int]:
        """Width and height of its pictures."""
        return self.transformer.raster

    @torch.no_grad()
    def __call__(
        self,
        prompt: Prompt | Sequence[Prompt],
        *,
        frames: int = 16,
        num_inference_steps: int = 20,
        guidance: Guidance | None = None,
        prefix: NDArray[np.float32] | None = None,
        anchor: NDArray[np.float32] | None = None,
        generator: torch.Generator | list[torch.Generator] | None = None,
        callback_on_step_end: Callable[[DraftPipeline, int, float, dict[str, Tensor]], Any] | None = None,
        output_type: str = "np",
        return_dict: bool = True,
    ) -> DraftOutput | tuple[Any]:
        """Clips of `frames` pictures at 8 a second (a multiple of 4; 16 s go in one pass, more in windows).

        prefix: (P, H, W, 3) or one such a prompt, in 0..1 at the pipeline's own raster, P a multiple of 4: the pictures that the clips go on
        from; they do not come back. anchor: (4, H, W, 3), pictures from long before a prefix, for who must stay as they were.
        callback_on_step_end: called as diffusers' pipelines do, (pipeline, step, time, {"clean": estimate so far}); steps count on over
        windows; it may raise to stop, the pipeline stays usable. Raises Unsupported for a prompt that cannot be taken.
        """
        prompts = [prompt] if isinstance(prompt, Prompt) else list(prompt)
        told = self.conditions_of(prompts, frames)
        before = self._before(prefix, anchor, len(prompts))
        led_in = 0 if before is None else before.prefix.shape[2]
        noise = self._noise(len(prompts), led_in + frames, generator)
        steps = _Steps(self, callback_on_step_end)
        estimate = guided(self._estimate, guidance or Guidance())
        clip = whole_take(estimate, told, noise, steps=num_inference_steps, before=before, each=steps)
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
        side = self.transformer.reference
        pictures = [_reference(role.reference, side) for role in prompt.roles]
        pictures += [torch.zeros(3, side, side)] * (SUBJECTS - len(pictures))
        shown = [n < len(prompt.roles) and prompt.roles[n].reference is not None for n in range(SUBJECTS)]
        camera, directed = _camera(prompt.camera, frames)
        return phrases, said, torch.stack(pictures), torch.tensor(shown), camera, directed

    def _noise(self, count: int, frames: int, generator: torch.Generator | list[torch.Generator] | None) -> Tensor:
        across, down = self.raster
        return randn_tensor((count, 3, frames, down, across), generator=generator, device=self._execution_device)

    def _before(
        self, prefix: NDArray[np.float32] | None, anchor: NDArray[np.float32] | None, count: int
    ) -> Before | None:
        if prefix is None:
            if anchor is not None:
                raise Unsupported("An anchor holds only what goes on from other pictures.", "Give a prefix, too.")
            return None
        first = self._clip_of(prefix, count)
        return Before(first, None if anchor is None else self._clip_of(anchor, count)[:, :, :SLAB])

    def _clip_of(self, pictures: NDArray[np.float32], count: int) -> Tensor:
        """(P, H, W, 3) or (B, P, H, W, 3) in 0..1 -> (B, 3, P, H, W) in -1..1 on the pipeline's device. Raises Unsupported."""
        across, down = self.raster
        clip = torch.from_numpy(np.ascontiguousarray(pictures, np.float32))
        clip = clip if clip.ndim == 5 else clip.expand(count, *clip.shape)
        if (
            clip.shape[0] != count
            or clip.shape[2:] != (down, across, 3)
            or clip.shape[1] < SLAB
            or clip.shape[1] % SLAB
        ):
            raise Unsupported(
                f"A take goes on from a multiple of {SLAB} pictures of {across}x{down}, not from {tuple(pictures.shape)}.",
                "Scale and repeat them.",
            )
        return (clip * 2 - 1).permute(0, 4, 1, 2, 3).to(self._execution_device)

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
