"""What the shipped manifests say of pipelines and parts is what diffusers and transformers have: a wrong fact is worse than none."""

from __future__ import annotations

import inspect
from typing import Any

import diffusers
import pytest
import transformers
from diffusers.pipelines import ltx2
from diffusers.schedulers.scheduling_unipc_multistep import UniPCMultistepScheduler

from engine.plan.architecture import grid
from engine.plan.capabilities import ModelManifest
from engine.plan.native import native_frames
from engine.shelf.manifests import find, models

SHIPPED = pytest.mark.parametrize("manifest", models(), ids=lambda manifest: manifest.id)


def asked(pipeline: str) -> set[str]:
    """What a pipeline is put together from."""
    return set(inspect.signature(getattr(diffusers, pipeline).__init__).parameters) - {"self"}


@SHIPPED
def test_its_pipelines_take_its_parts(manifest: ModelManifest) -> None:
    parts = {part.name for part in manifest.components}
    assert parts <= asked(manifest.pipeline)
    for other in manifest.pipelines:
        assert {"transformer", "vae", "scheduler"} <= asked(other)


@SHIPPED
def test_its_parts_are_of_classes_that_there_are(manifest: ModelManifest) -> None:
    rooms: tuple[Any, ...] = (diffusers, transformers, ltx2)
    unknown = [
        kind for part in manifest.components for kind in part.classes if not any(hasattr(room, kind) for room in rooms)
    ]
    assert not unknown


@SHIPPED
def test_its_raster_and_lengths_lie_on_its_grid(manifest: ModelManifest) -> None:
    native, made_of = manifest.native, manifest.made_of
    assert native is not None
    assert made_of is not None
    assert native.multiple % (made_of.stride[1] * made_of.patch[1]) == 0
    assert native.width % native.multiple == native.height % native.multiple == 0
    assert grid(made_of, native.width, native.height, native.frames)[0] >= 1
    if manifest.frame_grid is not None and manifest.max_frames is not None:
        step, first = manifest.frame_grid
        assert (manifest.max_frames - first) % step == (native.frames - first) % step == 0
        assert step % made_of.stride[0] == 0
        assert native_frames(native.frames, native.rate, manifest) == native.frames


@pytest.mark.parametrize("manifest", [each for each in models() if each.drafts], ids=lambda manifest: manifest.id)
def test_its_quick_weights_are_whole_facts(manifest: ModelManifest) -> None:
    drafts = manifest.drafts
    assert drafts is not None
    assert hasattr(getattr(diffusers, manifest.pipeline), "lora_state_dict")
    transformers_of = [part.name for part in manifest.components if part.name.startswith("transformer")]
    assert len(drafts.files) == len(transformers_of)
    assert [name for name, _ in drafts.hub.sha256] == [*drafts.files]
    assert drafts.source.startswith("https://")
    assert drafts.licence


@pytest.mark.parametrize(("engine", "boundary"), [("wan2.2-t2v-a14b", 0.875), ("wan2.2-i2v-a14b", 0.9)])
def test_its_quick_steps_are_two_for_each_expert_as_its_makers_say(engine: str, boundary: float) -> None:
    drafts = find(engine).drafts
    assert drafts is not None
    scheduler = UniPCMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=drafts.recipe.shift or 1.0
    )
    scheduler.set_timesteps(drafts.recipe.steps)
    assert [bool(step >= 1000 * boundary) for step in scheduler.timesteps] == [True, True, False, False]
    assert scheduler.timesteps.tolist() == pytest.approx([1000, 937.5, 833.3, 625], abs=1.5)
