"""Models of stills, for key frames: FLUX.2 klein and Qwen-Image-Edit-Plus, both with pictures of the cast to go by.

Qwen's encoder looks at the references while it reads, so its words cannot be encoded apart from them.
"""

from __future__ import annotations

import math
from typing import Any

from PIL import Image

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Family, Words, guided, its_own, sized

_SMALLEST = 64
"""Pixels of an edge below which the pipelines refuse a picture."""


def _flux2(sheet: CallSheet) -> Arguments:
    told = sized(sheet) | {"guidance_scale": sheet.recipe.guidance}
    return told | {"image": _shown(sheet)} if sheet.references else told


def _shown(sheet: CallSheet) -> list[Image.Image]:
    """The references, small ones enlarged."""
    return [_enlarged(picture, _SMALLEST / min(picture.size)) for picture in sheet.references]


def _enlarged(picture: Image.Image, by: float) -> Image.Image:
    if by <= 1:
        return picture
    return picture.resize((math.ceil(picture.width * by), math.ceil(picture.height * by)), Image.Resampling.LANCZOS)


def _encode(pipeline: Any, sheet: CallSheet) -> Words:
    words = {"prompt_embeds": pipeline.encode_prompt(prompt=sheet.prompt)[0]}
    if guided(sheet) and not pipeline.config.is_distilled:
        words["negative_prompt_embeds"] = pipeline.encode_prompt(prompt=sheet.negative)[0]
    return words


def _qwen(sheet: CallSheet) -> Arguments:
    told = sized(sheet) | {"prompt": sheet.prompt, "negative_prompt": sheet.negative or " "}
    return told | {"true_cfg_scale": sheet.recipe.guidance, "image": _shown(sheet)}


FLUX_2 = Family(its_own, _flux2, _encode, layout="packed")
QWEN_EDIT = Family(its_own, _qwen, None, layout="packed 2x2")
