"""CogVideoX: from words, or from words and a first frame. Its DPM scheduler draws new chance at every step."""

from __future__ import annotations

from typing import Any

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Family, Words, guided, its_own, sized


def _arguments(sheet: CallSheet) -> Arguments:
    told = sized(sheet) | {"num_frames": sheet.frames, "guidance_scale": sheet.recipe.guidance}
    return told if sheet.first is None else told | {"image": sheet.first}


def _encode(pipeline: Any, sheet: CallSheet) -> Words:
    said, avoided = pipeline.encode_prompt(
        prompt=sheet.prompt, negative_prompt=sheet.negative, do_classifier_free_guidance=guided(sheet)
    )
    return {"prompt_embeds": said} if avoided is None else {"prompt_embeds": said, "negative_prompt_embeds": avoided}


COGVIDEOX = Family(its_own, _arguments, _encode, layout="tchw", regional=False)
