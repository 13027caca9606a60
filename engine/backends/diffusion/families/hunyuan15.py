"""HunyuanVideo 1.5: two text encoders, a guider in place of a guidance scale, and no callback at all."""

from __future__ import annotations

from typing import Any

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Family, Words, guided, its_own, sized

_NAMES: tuple[str, ...] = ("prompt_embeds", "prompt_embeds_mask", "prompt_embeds_2", "prompt_embeds_mask_2")


def _arguments(sheet: CallSheet) -> Arguments:
    return sized(sheet) | {"num_frames": sheet.frames}


def _encode(pipeline: Any, sheet: CallSheet) -> Words:
    words: Words = dict(zip(_NAMES, pipeline.encode_prompt(sheet.prompt), strict=True))
    if guided(sheet):
        avoided = pipeline.encode_prompt(sheet.negative)
        words |= {f"negative_{name}": part for name, part in zip(_NAMES, avoided, strict=True)}
    return words


def _tune(pipeline: Any, sheet: CallSheet) -> None:
    pipeline.guider = pipeline.guider.new(guidance_scale=sheet.recipe.guidance)


HUNYUAN_15 = Family(its_own, _arguments, _encode, tune=_tune)
