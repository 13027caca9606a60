"""CogVideoX: from words, or from words and a first frame. Its DPM scheduler draws new chance at every step."""

from __future__ import annotations

from typing import Any

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Family, Words, from_draft, guided, its_own, sized
from engine.plan.capabilities import ModelManifest


def _arguments(sheet: CallSheet) -> Arguments:
    told = sized(sheet) | {"guidance_scale": sheet.recipe.guidance}
    if sheet.drafted:
        return told | from_draft(sheet)
    told["num_frames"] = sheet.frames
    return told if sheet.first is None else told | {"image": sheet.first}


def _encode(pipeline: Any, sheet: CallSheet) -> Words:
    said, avoided = pipeline.encode_prompt(
        prompt=sheet.prompt, negative_prompt=sheet.negative, do_classifier_free_guidance=guided(sheet)
    )
    return {"prompt_embeds": said} if avoided is None else {"prompt_embeds": said, "negative_prompt_embeds": avoided}


def _pipeline(manifest: ModelManifest, sheet: CallSheet) -> str:
    return "CogVideoXVideoToVideoPipeline" if sheet.drafted else its_own(manifest, sheet)


COGVIDEOX = Family(_pipeline, _arguments, _encode, layout="tchw", regional=False)
