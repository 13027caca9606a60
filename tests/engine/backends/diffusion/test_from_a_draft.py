"""A final that starts from its draft: over its pictures, led by its motion, or from the same seed alone, as the family can; as long as ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import diffusers
import numpy as np
import pytest
import torch
from PIL import Image
from tiny_studio import Reel, Studio

from engine.backends.base import Failed
from engine.backends.diffusion.call_sheet import sheet_for
from engine.backends.diffusion.drafted import coloured, motion_of
from engine.backends.diffusion.screening import conformed_to_film
from engine.errors import Cancelled
from engine.plan.finals import draft_picture
from engine.plan.orders import DraftOrder, ShotOrder
from engine.shelf import places

Open = Callable[..., Studio]
DRAFT = "d" * 64
OVER_PICTURES = {"wan-t2v": 1, "wan-5b": 2, "wan-a14b": 1, "cogvideox": 3, "ltx": 4}
"""Tiny model -> the steps it makes of four: the more its schedule is shifted to noise, the fewer are left."""


def lay(own: Studio, left_is_light: bool = True) -> None:
    """A draft of ten pictures in the store: half light, half dark, the edge moving."""
    pictures = np.full((10, 64, 128, 3), 0.1, np.float32)
    for n, picture in enumerate(pictures):
        edge = 40 + 4 * n
        (picture[:, :edge] if left_is_light else picture[:, edge:])[...] = 0.9
    own.keep(DRAFT, pictures)


def final(own: Studio, **changes: Any) -> Reel:
    drafted = DraftOrder(take=DRAFT, head=1, rate=own.order().rate)
    return own.take(finish="final", **{"drafted": drafted} | changes)


@pytest.mark.parametrize("name", OVER_PICTURES)
def test_it_is_drawn_over_the_drafts_pictures(studio: Open, name: str) -> None:
    own = studio(name)
    lay(own)
    one = final(own).seen
    steps = own.steps[-1][2] - 1
    assert (steps, len(one)) == (OVER_PICTURES[name], own.order().length + own.reels["0"].facts["surplus"])
    lay(own, left_is_light=False)
    assert not np.array_equal(one, final(own).seen)


def test_it_is_led_by_the_drafts_motion(studio: Open) -> None:
    own = studio("wan-vace")
    lay(own)
    led = final(own).seen
    lay(own, left_is_light=False)
    assert np.array_equal(final(own).seen, led)  # the same edge moves, whatever is light
    assert not np.array_equal(own.take().seen, led)


def test_blocking_that_was_chosen_goes_before_the_draft(studio: Open) -> None:
    own = studio("wan-vace")
    lay(own)
    assert np.array_equal(final(own, control="depth").seen, own.take(control="depth").seen)


@pytest.mark.parametrize("name", ["hunyuan15", "wan-i2v", "wan-modular"])
def test_others_draw_it_from_the_same_seed(studio: Open, name: str) -> None:
    own = studio(name)
    lay(own)
    first = {"first_frame": own.picture_in((9, 9, 200))} if name == "wan-i2v" else {}
    assert np.array_equal(final(own, **first).seen, own.take(**first).seen)


def test_a_draft_that_is_gone_is_told(studio: Open) -> None:
    own = studio("wan-t2v")
    (answer,) = own.render(own.order(drafted=DraftOrder(take=DRAFT, rate=own.order().rate)))
    assert isinstance(answer, Failed)
    assert "no longer there" in answer.error.sentence


def test_a_final_over_its_draft_goes_on_where_it_stopped(studio: Open) -> None:
    own = studio("wan-5b", steps=10)
    lay(own)
    whole = final(own).seen
    own.stop_at = 2
    own.steps.clear()
    with pytest.raises(Cancelled):
        final(own)
    own.stop_at = -1
    own.reopen()
    assert np.array_equal(final(own).seen, whole)


def test_it_equals_a_stock_call_with_the_same_video(studio: Open) -> None:
    """Of the low-noise expert, as diffusers runs it."""
    own = studio("wan-a14b")
    lay(own)
    ours = final(own).seen
    folder = places.folder_of(own.manifest)
    expert = diffusers.WanTransformer3DModel.from_pretrained(folder / "transformer_2")
    stock = diffusers.WanVideoToVideoPipeline.from_pretrained(folder, transformer=expert)
    order = own.order(finish="final", drafted=DraftOrder(take=DRAFT, head=1, rate=own.order().rate))
    sheet = sheet_for("0", order, own.manifest, own)
    stock.scheduler = type(stock.scheduler).from_config(stock.scheduler.config, flow_shift=sheet.recipe.shift)
    made: Any = stock(
        video=list(sheet.drafted), prompt=sheet.prompt, negative_prompt=sheet.negative, width=64, height=32,
        num_inference_steps=4, strength=1.5 / 4, guidance_scale=sheet.recipe.guidance_2,
        generator=torch.Generator().manual_seed(order.seed), output_type="np",
    )  # fmt: skip
    assert np.array_equal(ours[: order.length], np.stack([*conformed_to_film(made.frames[0], sheet, 0)]))


def test_a_draft_of_another_rate_lies_under_the_same_moments(studio: Open) -> None:
    own = studio("wan-t2v")
    lay(own)
    slow = DraftOrder(take=DRAFT, head=0, rate=own.order().rate / 2)
    order: ShotOrder = own.order(drafted=slow)
    assert [draft_picture(order, n) for n in range(6)] == [-1, 0, 0, 1, 1, 2]
    assert len(final(own, drafted=slow).seen) == len(own.take().seen)


def test_motion_is_coloured_as_the_models_learned_it() -> None:
    """The wheel of Baker et al.: what stands still is white, to the right red, down yellow, to the left cyan, up blue."""
    ways = np.asarray([[[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]], np.float32)
    still, right, down, left, up = coloured(ways)[0].tolist()
    assert still == [255, 255, 255]
    assert right == [255, 0, 0]
    assert down[2] == 0 < 150 < min(down[:2])
    assert left[0] == 0 < 150 < min(left[1:])
    assert up[2] == 255 > 140 > max(up[:2])


def test_there_is_a_picture_of_motion_for_every_picture() -> None:
    frames = [
        Image.fromarray(cv2.circle(np.zeros((32, 64, 3), np.uint8), (20 + 3 * n, 16), 8, (200, 90, 40), -1))
        for n in range(4)
    ]
    assert len(motion_of(frames)) == 4
    assert len(motion_of(frames[:1])) == 1
