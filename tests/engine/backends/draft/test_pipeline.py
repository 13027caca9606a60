"""The draft pipeline: prompts in, clips out, of any length; a callback that may stop it; saved and loaded whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from draft_fakes import REFERENCE, tiny

from engine.backends.draft.flow import Guidance
from engine.backends.draft.long_takes import LONGEST, windows
from engine.backends.draft.pipeline import DraftPipeline, Prompt, Role
from engine.errors import Unsupported

GIRL = Role("a girl in a red coat", "walks to the left", np.full((40, 40, 3), (200, 30, 30), np.uint8))
FOX = Role("狐狸", "跳起来")


@pytest.fixture
def pipeline() -> DraftPipeline:
    made = DraftPipeline(tiny())
    made.set_progress_bar_config(disable=True)
    return made


def drawn(pipeline: DraftPipeline, prompt: Prompt, frames: int = 8, **more: Any) -> np.ndarray:
    dice = torch.Generator().manual_seed(3)
    return pipeline(prompt, frames=frames, num_inference_steps=2, generator=dice, **more).frames


def test_a_prompt_becomes_pictures_and_the_same_ones_again(pipeline: DraftPipeline) -> None:
    prompt = Prompt("a street", "night", (GIRL, FOX), np.zeros((2, 4), np.float32))
    one, two = drawn(pipeline, prompt), drawn(pipeline, prompt)
    assert one.shape == (1, 8, 32, 64, 3)
    assert one.dtype == np.float32
    assert 0 <= one.min() < one.max() <= 1
    assert np.array_equal(one, two)


@pytest.mark.parametrize(
    "other",
    [
        Prompt("a beach", "night", (GIRL,)),
        Prompt("a street", "day", (GIRL,)),
        Prompt("a street", "night", (Role(GIRL.name, "jumps", GIRL.reference),)),
        Prompt("a street", "night", (Role(GIRL.name, GIRL.action),)),
        Prompt("a street", "night", (FOX,)),
        Prompt("a street", "night", (GIRL,), np.full((2, 4), 0.3, np.float32)),
    ],
)
def test_every_part_of_a_prompt_counts(pipeline: DraftPipeline, other: Prompt) -> None:
    plain = Guidance(1.0, 1.0)
    first = drawn(pipeline, Prompt("a street", "night", (GIRL,)), guidance=plain)
    assert not np.allclose(first, drawn(pipeline, other, guidance=plain), atol=1e-5)


def test_the_callback_hears_each_step_and_may_stop_it(pipeline: DraftPipeline) -> None:
    heard: list[int] = []

    def listen(_: DraftPipeline, step: int, time: float, tensors: dict[str, torch.Tensor]) -> None:
        heard.append(step)
        assert tensors["clean"].shape == (1, 3, 8, 32, 64)
        if len(heard) == 3:
            raise KeyboardInterrupt

    prompt = Prompt("a street")
    before = drawn(pipeline, prompt, callback_on_step_end=listen)
    with pytest.raises(KeyboardInterrupt):
        drawn(pipeline, prompt, callback_on_step_end=listen)
    assert heard == [0, 1, 0]
    assert np.array_equal(before, drawn(pipeline, prompt))


def test_a_take_longer_than_a_pass_goes_on_in_windows(pipeline: DraftPipeline) -> None:
    frames = LONGEST + 64
    made = drawn(pipeline, Prompt("a street", roles=(GIRL,)), frames)
    assert made.shape[1] == frames
    assert windows(frames // 4) == [(0, 32), (32, 46), (46, 48)]
    assert windows(3) == [(0, 3)]
    assert all(float(frame.std()) > 0 for frame in made[0])


def test_a_take_goes_on_from_pictures_and_holds_on_to_an_anchor(pipeline: DraftPipeline) -> None:
    prompt = Prompt("a street", roles=(GIRL,))
    red, blue = (np.full((4, 32, 64, 3), colour, np.float32) for colour in ((1, 0, 0), (0, 0, 1)))
    fresh = drawn(pipeline, prompt)
    after = {
        "red": drawn(pipeline, prompt, prefix=red),
        "blue": drawn(pipeline, prompt, prefix=blue),
        "red of long ago": drawn(pipeline, prompt, prefix=blue, anchor=red),
        "two slabs": drawn(pipeline, prompt, prefix=np.concatenate([red, blue])),
    }
    assert all(clip.shape == fresh.shape for clip in after.values())
    clips = [fresh, *after.values()]
    assert all(not np.allclose(one, two, atol=1e-5) for n, one in enumerate(clips) for two in clips[:n])


def test_a_long_take_keeps_the_anchor_it_was_given(pipeline: DraftPipeline) -> None:
    red, blue = (np.full((4, 32, 64, 3), colour, np.float32) for colour in ((1, 0, 0), (0, 0, 1)))
    long = LONGEST + 32
    one = drawn(pipeline, Prompt("a street"), long, prefix=blue, anchor=blue)
    two = drawn(pipeline, Prompt("a street"), long, prefix=blue, anchor=red)
    assert one.shape[1] == long
    assert not np.allclose(one[0, -1], two[0, -1], atol=1e-5)


def test_guidance_by_words_and_by_reference_are_two_things(pipeline: DraftPipeline) -> None:
    prompt = Prompt("a street", "night", (GIRL,))
    clips = [
        drawn(pipeline, prompt, guidance=Guidance(*pulls)) for pulls in ((1.0, 1.0), (4.0, 1.0), (1.0, 4.0), (4.0, 4.0))
    ]
    assert all(not np.allclose(one, two, atol=1e-5) for n, one in enumerate(clips) for two in clips[:n])


@pytest.mark.parametrize(
    "more",
    [
        {"prefix": np.zeros((3, 32, 64, 3), np.float32)},
        {"prefix": np.zeros((4, 36, 64, 3), np.float32)},
        {"anchor": np.zeros((4, 32, 64, 3), np.float32)},
    ],
)
def test_what_cannot_be_gone_on_from_is_said(pipeline: DraftPipeline, more: dict[str, Any]) -> None:
    with pytest.raises(Unsupported):
        drawn(pipeline, Prompt("a street"), **more)


def test_saved_and_loaded_it_is_the_same_pipeline(pipeline: DraftPipeline, tmp_path: Path) -> None:
    pipeline.save_pretrained(tmp_path)
    loaded = DraftPipeline.from_pretrained(tmp_path)
    np.testing.assert_allclose(drawn(pipeline, Prompt("海边")), drawn(loaded, Prompt("海边")), atol=1e-4)


@pytest.mark.parametrize(
    ("prompt", "frames"),
    [
        (Prompt("x"), 10),
        (Prompt("x"), 0),
        (Prompt(roles=(GIRL, FOX, FOX)), 8),
        (Prompt(camera=np.zeros((3, 4), np.float32)), 8),
    ],
)
def test_what_cannot_be_taken_is_said(pipeline: DraftPipeline, prompt: Prompt, frames: int) -> None:
    with pytest.raises(Unsupported):
        pipeline(prompt, frames=frames)


def test_references_are_shown_at_the_size_it_knows(pipeline: DraftPipeline) -> None:
    told = pipeline.conditions_of([Prompt(roles=(GIRL,))], 8)
    assert told.references.shape == (1, 2, 3, REFERENCE, REFERENCE)
    assert told.shown.tolist() == [[True, False]]
    assert float(told.references[0, 0, 0].mean()) == pytest.approx(200 / 127.5 - 1, abs=1e-5)
    assert told.said.tolist() == [[False, False, True, True, False, False]]
