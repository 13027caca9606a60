"""What a take is: a stock call's pixels, the same again, led by its pictures, and told of how it came about."""

from __future__ import annotations

from collections.abc import Callable

import diffusers
import numpy as np
import pytest
import torch
from tiny_studio import Studio

from engine.backends.base import Failed, Taken
from engine.backends.diffusion.families.family import pictures_of
from engine.backends.diffusion.families.known import FAMILIES
from engine.backends.retiming import scaled
from engine.plan.orders import SubjectOrder
from engine.plan.prompts import prompt_for
from engine.shelf.manifests import models
from engine.shelf.places import folder_of

Open = Callable[..., Studio]

STOCK = {
    "wan-t2v": "WanPipeline",
    "wan-5b": "WanPipeline",
    "wan-a14b": "WanPipeline",
    "ltx": "LTXConditionPipeline",
    "ltx2": "LTX2Pipeline",
    "cogvideox": "CogVideoXPipeline",
    "hunyuan15": "HunyuanVideo15Pipeline",
}


@pytest.mark.parametrize("name", STOCK)
def test_a_take_equals_a_stock_call_with_the_same_arguments(studio: Open, name: str) -> None:
    """The pipeline as anybody loads it, fed with words and not with tensors, at the model's own rate and raster."""
    own = studio(name)
    order = own.order(rate=str(own.manifest.native.rate))
    assert own.render(order) == [Taken("0")]
    recipe, said = own.manifest.defaults, prompt_for(order, own.manifest)
    stock = getattr(diffusers, STOCK[name]).from_pretrained(folder_of(own.manifest), local_files_only=True)
    stock.set_progress_bar_config(disable=True)
    own_frames = own.reels["0"].facts["native"]["frames"]
    told = {
        "prompt": said.text, "negative_prompt": said.negative, "width": 64, "height": 32, "num_frames": own_frames,
        "num_inference_steps": recipe.steps, "guidance_scale": recipe.guidance,
    }  # fmt: skip
    told |= {"guidance_scale_2": recipe.guidance_2} if recipe.guidance_2 else {}
    told |= {"frame_rate": 24.0} if name.startswith("ltx") else {}
    if name == "ltx":
        told |= {"timesteps": list(recipe.timesteps), "decode_timestep": 0.05, "decode_noise_scale": 0.025}
    if name == "hunyuan15":
        stock.guider = stock.guider.new(guidance_scale=told.pop("guidance_scale"))
    if recipe.shift is not None:
        given = "flow_shift" if "flow_shift" in stock.scheduler.config else "shift"
        stock.scheduler = type(stock.scheduler).from_config(stock.scheduler.config, **{given: recipe.shift})
    made = stock(**told, generator=torch.Generator().manual_seed(order.seed), output_type="np")
    wanted = [scaled(picture, (128, 64)) for picture in pictures_of(made)]
    assert np.array_equal(own.reels["0"].seen, np.stack(wanted))


def test_two_orders_in_any_sequence_give_the_same_pixels(studio: Open) -> None:
    own = studio("wan-t2v")
    one, two = own.order(seed=1), own.order(seed=2, action="IRIS sits down.")
    assert own.render(one, two) == [Taken("0"), Taken("1")]
    first = [own.reels[key].seen for key in "01"]
    own.reopen()
    own.render(two, one)
    assert np.array_equal(own.reels["0"].seen, first[1])
    assert np.array_equal(own.reels["1"].seen, first[0])
    assert not np.array_equal(*first)


def test_shots_of_one_shape_follow_each_other(studio: Open) -> None:
    """... so that nothing is compiled or allocated anew between them; and every order is answered."""
    own = studio("wan-5b")
    short, long = own.order(frames=3), own.order(frames=12)
    answers = own.render(long, short, long.model_copy(update={"seed": 9}), short.model_copy(update={"seed": 9}))
    assert [answer.key for answer in answers] == ["1", "3", "0", "2"]


@pytest.mark.parametrize("name", ["wan-vace", "klein", "qwen-edit"])
def test_another_reference_gives_other_pixels(studio: Open, name: str) -> None:
    own = studio(name)
    red, blue = own.picture_in((30, 30, 220)), own.picture_in((220, 30, 30))
    with_red, with_blue, with_both = (
        own.take(cast=(SubjectOrder(name="IRIS", look_seed=7, references=shown),)).seen
        for shown in ((red,), (blue,), (red, blue))
    )
    assert not np.array_equal(with_red, with_blue)
    assert not np.array_equal(with_red, with_both)


def test_two_subjects_show_vace_a_picture_each(studio: Open) -> None:
    own = studio("wan-vace")
    iris = SubjectOrder(name="IRIS", look_seed=7, references=(own.picture_in((30, 30, 220)),))
    tom = SubjectOrder(name="TOM", look_seed=8, references=(own.picture_in((220, 30, 30)),))
    assert not np.array_equal(own.take(cast=(iris, tom)).seen, own.take(cast=(iris,)).seen)


@pytest.mark.parametrize("name", ["wan-i2v", "wan-flf", "wan-5b", "wan-vace", "ltx", "ltx2", "cogvideox-i2v"])
def test_another_first_frame_gives_other_pixels(studio: Open, name: str) -> None:
    own = studio(name)
    one, other = (own.take(first_frame=own.picture_in(colour)).seen for colour in ((30, 30, 220), (220, 30, 30)))
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("name", ["wan-i2v", "wan-flf", "wan-vace", "ltx", "ltx2"])
def test_another_last_frame_gives_other_pixels(studio: Open, name: str) -> None:
    own = studio(name)
    first = own.picture_in((90, 90, 90))
    one, other = (
        own.take(first_frame=first, last_frame=own.picture_in(colour)).seen for colour in ((30, 30, 220), (220, 30, 30))
    )
    assert not np.array_equal(one, other)


def test_another_control_video_gives_other_pixels(studio: Open) -> None:
    """Depth, pose, and no control at all; and the blocking itself: a walk to the left is led otherwise than one to the right."""
    own = studio("wan-vace")
    led = [own.take(control=control).seen for control in ("", "depth", "pose")]
    led.append(own.take(control="depth", cast=(SubjectOrder(name="IRIS", look_seed=7, side=1),), action="").seen)
    led.append(own.take(control="depth", cast=(SubjectOrder(name="IRIS", look_seed=7, side=-1),), action="").seen)
    for number, one in enumerate(led):
        assert not any(np.array_equal(one, other) for other in led[number + 1 :])


def test_ltx_2_is_heard(studio: Open) -> None:
    take = studio("ltx2").take()
    assert take.heard is not None
    samples, rate = take.heard
    assert samples.shape[0] == 2
    assert samples.dtype == np.float32
    assert rate == 16000
    assert np.isfinite(samples).all()


def test_a_take_tells_how_its_pictures_became_the_films(studio: Open) -> None:
    own = studio("wan-t2v")
    take = own.take(raster={"width": 192, "height": 108})
    assert take.facts["native"] == {"frames": 9, "rate": "16", "width": 64, "height": 32}
    assert (take.facts["between"], take.facts["cropped"], take.facts["scaled"]) == ("flow", [57, 32], "lanczos")
    assert (take.facts["steps"], take.facts["fit"]) == (4, "resident")
    assert len(take.pictures) == 10 + take.facts["surplus"]
    assert take.pictures[0].shape == (108, 192, 3)
    assert take.pictures[0].dtype == np.float32


def test_what_is_drawn_beyond_the_end_is_a_handle(studio: Open) -> None:
    """Nine pictures of 24 a second cover ten film frames' grid of 13: three more than ordered."""
    take = studio("wan-5b").take()
    assert take.facts["native"]["frames"] == 13
    assert take.facts["surplus"] == 3
    assert len(take.pictures) == 13
    assert take.facts["between"] == "each"


def test_nearest_shows_the_models_own_pictures_only(studio: Open) -> None:
    own = studio("wan-t2v")
    nearest, blend = own.take(between="nearest"), own.take(between="blend")
    assert (nearest.facts["between"], blend.facts["between"]) == ("nearest", "blend")
    unlike = {picture.tobytes() for picture in nearest.pictures}
    assert len(unlike) <= nearest.facts["native"]["frames"] < len({picture.tobytes() for picture in blend.pictures})


def test_a_key_frame_stands_for_its_whole_shot(studio: Open) -> None:
    take = studio("klein").take()
    assert len(take.pictures) == 10
    assert take.facts["between"] == "held"
    assert all(np.array_equal(picture, take.pictures[0]) for picture in take.pictures)


def test_a_picture_that_is_gone_fails_its_own_shot(studio: Open) -> None:
    own = studio("wan-5b")
    lost = own.order(first_frame="f" * 64)
    failed, taken = own.render(own.order(), lost)
    assert isinstance(failed, Failed)
    assert failed.error.sentence == "The picture is gone."
    assert taken == Taken("0")


def test_every_family_of_the_shelf_has_an_adapter() -> None:
    assert {manifest.family for manifest in models()} <= set(FAMILIES)


def test_a_modular_pipeline_draws_what_the_standard_one_does(studio: Open) -> None:
    standard, modular = studio("wan-t2v").take().seen, studio("wan-modular").take().seen
    assert np.array_equal(standard, modular)
