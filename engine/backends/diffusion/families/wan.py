"""Wan 2.1 and 2.2: from words, from a first and a last frame, and (VACE) from references and a control video.

Wan 2.2 5B draws from words and from a first frame with the same weights, by two pipelines; A14B has two transformers, one for each end
of the noise. VACE takes one video and one mask: what the mask leaves black is kept, so first and last frames go in there.
"""

from __future__ import annotations

from typing import Any

from PIL import Image

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Family, Words, from_draft, guided, its_own, sized
from engine.plan.capabilities import ModelManifest

_GREY = (128, 128, 128)
_KEPT, _DRAWN = 0, 255

FROM_VIDEO = "WanVideoToVideoPipeline"


def _pipeline(manifest: ModelManifest, sheet: CallSheet) -> str:
    if sheet.drafted:
        return FROM_VIDEO
    if manifest.modular or sheet.first is None:
        return manifest.pipeline
    return "WanImageToVideoPipeline"


def _common(sheet: CallSheet) -> Arguments:
    told = sized(sheet) | {"num_frames": sheet.frames, "guidance_scale": sheet.recipe.guidance}
    if sheet.recipe.guidance_2 is not None:
        told["guidance_scale_2"] = sheet.recipe.guidance_2
    return told


def _framed(sheet: CallSheet) -> Arguments:
    if sheet.drafted:
        return _from_video(sheet)
    shown: Arguments = {} if sheet.first is None else {"image": sheet.first}
    if sheet.last is not None:
        shown["last_image"] = sheet.last
    return _common(sheet) | shown


def _from_video(sheet: CallSheet) -> Arguments:
    """At the noise where a final begins, Wan 2.2 A14B is in the hands of its second expert."""
    told = sized(sheet) | from_draft(sheet)
    return told | {
        "guidance_scale": sheet.recipe.guidance if sheet.recipe.guidance_2 is None else sheet.recipe.guidance_2
    }


def _vace(sheet: CallSheet) -> Arguments:
    told = _common(sheet)
    if sheet.references:
        told["reference_images"] = list(sheet.references)
    if sheet.kept:
        return told | {"video": list(sheet.kept), "mask": list(sheet.redrawn)}
    if sheet.first is None and sheet.last is None and not sheet.control:
        return told
    video = list(sheet.control) or [Image.new("RGB", sheet.size, _GREY)] * sheet.frames
    mask = [Image.new("L", sheet.size, _DRAWN)] * sheet.frames
    for place, frame in ((0, sheet.first), (-1, sheet.last)):
        if frame is not None:
            video[place], mask[place] = frame, Image.new("L", sheet.size, _KEPT)
    return told | {"video": video, "mask": mask}


def encode(pipeline: Any, sheet: CallSheet) -> Words:
    """UMT5's view of what is asked for, and of what is to be avoided."""
    said, avoided = pipeline.encode_prompt(
        prompt=sheet.prompt,
        negative_prompt=sheet.negative,
        do_classifier_free_guidance=guided(sheet) or (sheet.recipe.guidance_2 or 0) > 1,
        max_sequence_length=512,
    )
    words = {"prompt_embeds": said}
    return words if avoided is None else words | {"negative_prompt_embeds": avoided}


def _tune(pipeline: Any, sheet: CallSheet) -> None:
    """A modular pipeline is guided by a part of its own; one that starts from a video must know how far the autoencoder shrinks it."""
    if type(pipeline).__name__ == FROM_VIDEO:
        # diffusers 0.42 counts the autoencoder's stages here, which is wrong for that of Wan 2.2 5B; the other Wan pipelines ask it
        pipeline.vae_scale_factor_spatial = pipeline.vae.config.scale_factor_spatial
    if getattr(pipeline, "guider", None) is not None:
        pipeline.update_components(guider=pipeline.guider.new(guidance_scale=sheet.recipe.guidance))


WAN = Family(_pipeline, _framed, encode, tune=_tune, caches=True)
WAN_VACE = Family(its_own, _vace, encode)
