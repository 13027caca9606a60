"""A render that was stopped, killed or lost its memory goes on, and ends in the same pixels; nothing is left behind."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from tiny_models import BUILT
from tiny_studio import Studio

from engine.backends.base import Failed, Taken
from engine.backends.diffusion import checkpoints, fit
from engine.errors import Cancelled
from engine.shelf import places

Open = Callable[..., Studio]


class Killed(BaseException):
    """Stands for the death of the process: nothing on the way may catch it."""


@pytest.mark.parametrize("name", BUILT)
def test_a_cancelled_shot_goes_on_where_it_stopped_and_ends_bit_equal(studio: Open, name: str) -> None:
    """On every family, within one step, in another process's place."""
    own = studio(name)
    whole = own.take().seen
    own.stop_at = 2
    own.steps.clear()
    with pytest.raises(Cancelled):
        own.take()
    assert own.steps[-1][1] == 2
    own.stop_at = -1
    own.steps.clear()
    own.reopen()
    again = own.take().seen
    assert np.array_equal(again, whole)
    assert [done for _, done, _ in own.steps] == [0, 3, 4, 5]
    assert not list((own.root / "unfinished").iterdir())


def test_a_killed_render_goes_on_from_its_last_checkpoint(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "EVERY", 0.0)
    own = studio("cogvideox")
    whole = own.take().seen

    def die(done: int) -> None:
        if done == 3:
            raise Killed

    own.on_step = die
    with pytest.raises(Killed):
        own.take()
    own.on_step = lambda done: None
    own.steps.clear()
    own.reopen()
    assert np.array_equal(own.take().seen, whole)
    assert [done for _, done, _ in own.steps] == [0, 4, 5]


@pytest.mark.parametrize("wrong", ["torn", "another recipe's", "other weights'"])
def test_a_checkpoint_that_is_not_this_renders_is_not_believed(
    studio: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wrong: str
) -> None:
    monkeypatch.setattr(checkpoints, "EVERY", 0.0)
    own = studio("wan-t2v")
    whole = own.take().seen
    own.stop_at = 2
    with pytest.raises(Cancelled):
        own.take()
    own.stop_at = -1
    kept = own.root / "unfinished" / "0"
    if wrong == "torn":
        kept.write_bytes(kept.read_bytes()[:-500])
    elif wrong == "other weights'":
        folder = tmp_path / "retrained"
        shutil.copytree(places.folder_of(own.manifest), folder)
        changed = next((folder / "transformer").glob("*.safetensors"))
        save_file({name: 1.1 * tensor for name, tensor in load_file(changed).items()}, changed)
        places.keep_link(own.engine, folder)
        own.reopen()
        resumed = own.take().seen
        whole = own.take(seed=3).seen
        assert np.array_equal(resumed, whole)
    else:
        own = studio("wan-t2v", guidance=1.0)
        whole = studio("wan-t2v", guidance=1.0).take().seen
    assert np.array_equal(own.take().seen, whole)


def test_a_cancel_while_pictures_are_decoded_is_heard_and_only_decoding_is_done_again(studio: Open) -> None:
    for name in ("wan-modular", "ltx2"):
        own = studio(name)
        whole = own.take().seen
        own.steps.clear()
        own.stop_at = 4  # all its steps
        with pytest.raises(Cancelled):
            own.take()
        own.stop_at = -1
        own.steps.clear()
        assert np.array_equal(own.take().seen, whole)
        assert [done for _, done, _ in own.steps] == [0, 5]


def test_a_cancel_is_heard_inside_an_encoder(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    own = studio("wan-t2v")
    asked: list[str] = []

    def check() -> None:
        asked.append("check")
        if len(asked) == 12:
            raise Cancelled("Stopped.")

    monkeypatch.setattr(own, "check", check)
    with pytest.raises(Cancelled):
        own.render(own.order())
    assert own.steps == []  # nothing was begun


def test_a_cancel_while_prompts_are_read_is_heard(studio: Open) -> None:
    own = studio("wan-t2v")
    own.steps.append(("", 9, 9))
    own.stop_at = 1
    with pytest.raises(Cancelled):
        own.render(own.order())
    own.stop_at = -1
    assert own.render(own.order()) == [Taken("0")]


class Narrow:
    """A GPU that is too small for the first `times` forwards."""

    def __init__(self, studio: Studio, times: int) -> None:
        self.left, self.studio = times, studio

    def __call__(self, done: int) -> None:
        if self.left:
            self.left -= 1
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")


def test_out_of_memory_moves_one_rung_down_and_is_remembered(studio: Open) -> None:
    own = studio("wan-t2v")
    own.on_step = Narrow(own, 1)
    assert own.render(own.order()) == [Taken("0")]
    assert own.reels["0"].facts["fit"] == "fp8"
    assert any("8 bits" in note for note in own.notes)
    own.reopen()
    assert own.render(own.order()) == [Taken("0")]
    assert own.reels["0"].facts["fit"] == "fp8"
    assert own.render(own.order(frames=2, head=0, tail=0)) == [Taken("0")]


def test_the_rungs_are_walked_once_per_order_down_to_the_last(studio: Open) -> None:
    own = studio("wan-t2v")
    rungs = []
    for _ in range(2):
        own.on_step = Narrow(own, 1)
        assert own.render(own.order()) == [Taken("0")]
        rungs.append(own.reels["0"].facts["fit"])
    own.on_step = Narrow(own, 2)
    failed = own.render(own.order())[0]
    assert isinstance(failed, Failed)
    assert failed.error.sentence == "The machine ran out of memory drawing 9 pictures of 64x32."
    own.on_step = lambda done: None
    assert own.render(own.order()) == [Taken("0")]
    rungs.append(own.reels["0"].facts["fit"])
    assert rungs == ["fp8", "streamed", "tiled"]


@pytest.mark.parametrize("name", ["wan-a14b", "ltx2", "cogvideox", "hunyuan15"])
@pytest.mark.parametrize("rung", ["streamed", "tiled"])
def test_a_lower_rung_draws_the_same_picture(studio: Open, name: str, rung: fit.Rung) -> None:
    """Where weights wait changes nothing but the time; only 8 bits and tiles may be seen."""
    own = studio(name)
    whole = own.take().seen
    own.reopen()
    own.backend._loaded.rung = rung
    assert np.abs(own.take().seen - whole).max() < (1e-5 if rung == "streamed" else 0.5)


@pytest.mark.parametrize(
    ("video", "rung"), [(200, "resident"), (40, "resident"), (30, "fp8"), (12, "streamed"), (4, "tiled")]
)
def test_the_rung_is_chosen_from_what_is_free(video: int, rung: fit.Rung) -> None:
    load = fit.Load(transformers=28 << 30, others=1 << 30)
    assert fit.chosen(load, fit.Free(video << 30, 64 << 30)) == rung


def test_the_sentence_says_which_rung_and_why_and_counts_main_memory() -> None:
    load = fit.Load(transformers=28 << 30, others=1 << 30)
    told = fit.sentence("Wan", "streamed", load, fit.Free(12 << 30, 16 << 30))
    assert told == (
        "Wan streams its transformer from main memory, block by block: 29.0 GiB of weights, 12.0 GiB free on the GPU; "
        "main memory is short, too: 16.0 GiB are free."
    )
    assert "main memory is short" not in fit.sentence("Wan", "streamed", load, fit.Free(12 << 30, 64 << 30))
