"""LTX-Video and LTX-2: frames are conditions at an index, and LTX-2 makes the sound with the picture.

LTX-Video's pipeline with conditions draws from words alone where there are none; LTX-2 has two pipelines. LTX-2 was taught on pictures
that had been through H.264; passing crf=0 leaves that out, for it would need PyAV with its own ffmpeg.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition
from diffusers.pipelines.ltx2.pipeline_ltx2_condition import LTX2VideoCondition

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Family, Sound, Words, guided, sized
from engine.plan.capabilities import ModelManifest
from engine.plan.finals import NOISE

_NAMES = ("prompt_embeds", "prompt_attention_mask", "negative_prompt_embeds", "negative_prompt_attention_mask")
_DECODE_AT, _DECODE_NOISE = 0.05, 0.025
"""How much noise the decoder of 0.9.8 takes away itself, as its card recommends."""


def _common(sheet: CallSheet) -> Arguments:
    told = sized(sheet) | {"num_frames": sheet.frames, "guidance_scale": sheet.recipe.guidance}
    return told | {"frame_rate": float(sheet.rate)}


def _ltx(sheet: CallSheet) -> Arguments:
    told = _common(sheet) | {"decode_timestep": _DECODE_AT, "decode_noise_scale": _DECODE_NOISE}
    if sheet.recipe.timesteps:
        told["timesteps"] = list(sheet.recipe.timesteps)
    if sheet.drafted:
        held = LTXVideoCondition(video=list(sheet.drafted), frame_index=0, strength=1 - NOISE)
        return told | {"conditions": [held]}
    shown = [
        LTXVideoCondition(image=frame, frame_index=at)
        for at, frame in ((0, sheet.first), (sheet.frames - 1, sheet.last))
        if frame is not None
    ]
    return told | {"conditions": shown} if shown else told


def _ltx2(sheet: CallSheet) -> Arguments:
    shown = [
        LTX2VideoCondition(frames=frame, index=at, crf=0)
        for at, frame in ((0, sheet.first), (-1, sheet.last))
        if frame is not None
    ]
    told = _common(sheet)
    return told | {"conditions": shown} if shown else told


def _encode(pipeline: Any, sheet: CallSheet) -> Words:
    """T5's or Gemma's view, with the masks that say how long the words are."""
    parts = pipeline.encode_prompt(
        prompt=sheet.prompt, negative_prompt=sheet.negative, do_classifier_free_guidance=guided(sheet)
    )
    return {name: part for name, part in zip(_NAMES, parts, strict=True) if part is not None}


def _sound(pipeline: Any, made: Any) -> Sound | None:
    heard = getattr(made, "audio", None)
    if heard is None:
        return None
    samples = np.atleast_2d(heard[0].detach().float().cpu().numpy())
    return Sound(samples.astype(np.float32), int(pipeline.vocoder.config.output_sampling_rate))


def _ltx2_pipeline(manifest: ModelManifest, sheet: CallSheet) -> str:
    """Frames are taken by a pipeline of their own."""
    return manifest.pipeline if sheet.first is None and sheet.last is None else "LTX2ConditionPipeline"


LTX = Family(lambda manifest, sheet: "LTXConditionPipeline", _ltx, _encode, layout="packed")
LTX_2 = Family(_ltx2_pipeline, _ltx2, _encode, layout="packed", sound=_sound)
