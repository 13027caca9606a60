"""Pipelines put together from parts that are there, standard and modular ones alike.

They cost milliseconds and hold no weights of their own, so each shot gets the class it needs over the same transformer, and a decoder of
its own while the next shot denoises on.
"""

from __future__ import annotations

import inspect
from typing import Any

import diffusers
import torch

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Arguments, Words
from engine.backends.diffusion.parts import pipeline_class
from engine.plan.capabilities import ModelManifest

WORDS_BLOCK = "text_encoder"


def standard(name: str, manifest: ModelManifest, parts: dict[str, Any], settings: dict[str, Any]) -> Any:
    """A pipeline of that class; what it asks for and nobody has is None."""
    made = pipeline_class(name, manifest)
    asked = list(inspect.signature(made.__init__).parameters)[1:]
    known = {**settings, **parts}
    if "transformer_2" in parts and "transformer_2" not in asked:
        known["transformer"] = parts["transformer_2"]  # of two experts the one for little noise
    defaults = {p.name: p.default for p in inspect.signature(made.__init__).parameters.values()}
    given = {
        name: known.get(name, None if defaults[name] is inspect.Parameter.empty else defaults[name]) for name in asked
    }
    pipeline = made(**given)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def modular(name: str, manifest: ModelManifest, parts: dict[str, Any], *, words: bool = False) -> Any:
    """A modular pipeline without the blocks that read words, or of those alone."""
    blocks = getattr(diffusers.modular_pipelines, pipeline_class(name, manifest).default_blocks_name)()
    reading = blocks.sub_blocks.pop(WORDS_BLOCK)
    _hush(blocks)
    pipeline = (reading if words else blocks).init_pipeline()
    wanted = {name: parts[name] for name in pipeline.component_names if parts.get(name) is not None}
    pipeline.update_components(**wanted)
    return pipeline


def _hush(blocks: Any) -> None:
    """Loops in a modular pipeline draw a bar each."""
    if hasattr(blocks, "set_progress_bar_config"):
        blocks.set_progress_bar_config(disable=True)
    for block in getattr(blocks, "sub_blocks", {}).values():
        _hush(block)


def modular_words(pipeline: Any, sheet: CallSheet) -> Words:
    """What the blocks that read words hand to those that draw."""
    state = pipeline(prompt=sheet.prompt, negative_prompt=sheet.negative)
    return {name: part for name, part in state.get_by_kwargs("denoiser_input_fields").items() if part is not None}


def called(pipeline: Any, manifest: ModelManifest, told: Arguments, generator: torch.Generator) -> Any:
    """The pipeline's answer, with pixels as numpy floats."""
    told = told | {"generator": generator, "output_type": "np"}
    if not manifest.modular:
        return pipeline(**told)
    outputs = [name for name in ("videos", "images") if name in pipeline.blocks.output_names]
    return pipeline(
        **{name: one for name, one in told.items() if name in pipeline.blocks.input_names}, output=outputs[0]
    )
