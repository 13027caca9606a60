"""What makes a film faster changes no picture: shots decoded beside each other, encoders that leave, attention that is given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from diffusers.models import attention_dispatch
from tiny_studio import Studio

from engine.backends.base import Failed, Taken
from engine.backends.diffusion import speed
from engine.backends.diffusion.parts import Checkpoint
from engine.errors import Cancelled

Open = Callable[..., Studio]


@pytest.mark.parametrize("name", ["wan-5b", "ltx2", "wan-modular"])
def test_two_desks_draw_what_one_does(studio: Open, name: str) -> None:
    """Wan's autoencoder keeps what it has seen on itself: each desk needs its own."""
    own = studio(name)
    orders = [own.order(seed=seed) for seed in range(4)]
    own.render(*orders)
    one_by_one = [own.reels[str(n)].seen for n in range(4)]
    own.reopen()
    own.backend.desks = 2
    answers = own.render(*orders)
    assert answers == [Taken(str(n)) for n in range(4)]
    assert all(np.array_equal(own.reels[str(n)].seen, one_by_one[n]) for n in range(4))


def test_a_shot_is_decoded_while_the_next_is_denoised(studio: Open) -> None:
    own = studio("wan-5b")
    own.backend.desks = 2
    seen: list[str] = []
    own.on_step = lambda done: seen.append("step")
    plain = own.open

    def opened(*args: Any, **kwargs: Any):
        reel = plain(*args, **kwargs)
        written = reel.write
        reel.write = lambda picture: (seen.append("picture"), written(picture))  # type: ignore[method-assign]
        return reel

    own.open = opened  # type: ignore[method-assign]
    own.render(*(own.order(seed=seed) for seed in range(3)))
    first, last = seen.index("picture"), len(seen) - 1 - seen[::-1].index("step")
    assert first < last


def test_a_cancel_with_two_desks_ends_both(studio: Open) -> None:
    own = studio("wan-5b")
    own.backend.desks = 2
    own.stop_at = 2
    with pytest.raises(Cancelled):
        own.render(*(own.order(seed=seed) for seed in range(4)))
    own.stop_at = -1
    own.steps.clear()
    assert own.render(*(own.order(seed=seed) for seed in range(4))) == [Taken(str(n)) for n in range(4)]


def test_one_bad_shot_at_a_desk_fails_alone(studio: Open) -> None:
    own = studio("wan-5b")
    own.backend.desks = 2

    def fail(done: int) -> None:
        if own.steps[-1][0] == "1":
            raise ValueError("a bug")

    own.on_step = fail
    answers = own.render(*(own.order(seed=seed) for seed in range(3)))
    assert [type(answer) for answer in answers] == [Taken, Failed, Taken]


def test_encoders_are_read_once_for_a_film_and_leave(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    own = studio("hunyuan15")
    read: list[str] = []
    plain = Checkpoint.read
    monkeypatch.setattr(Checkpoint, "read", lambda self, name, dtype: (read.append(name), plain(self, name, dtype))[1])
    own.render(own.order(), own.order(action="IRIS sits down."))
    assert read.count("text_encoder") == read.count("text_encoder_2") == read.count("transformer") == 1
    parts = own.backend._loaded._parts
    assert not any(name.startswith("text_encoder") for name in parts)
    pipelines = own.backend._loaded._pipelines.values()
    assert all(pipeline.text_encoder is None for pipeline in pipelines)
    own.render(own.order(seed=8))
    assert read.count("text_encoder") == read.count("transformer") == 1


def test_attention_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: (9, 0))
    registry = attention_dispatch._AttentionBackendRegistry
    before = registry.get_active_backend()[0]
    with speed.attention(torch.device("cuda")):
        assert registry.get_active_backend()[0].value == "_native_cudnn"
    assert registry.get_active_backend()[0] == before
    with speed.attention(torch.device("cpu")):
        assert registry.get_active_backend()[0] == before


def test_blocks_are_compiled_only_where_it_pays(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path))
    monkeypatch.delenv("TORCHINDUCTOR_CACHE_DIR", raising=False)

    class Transformer:
        asked: dict[str, Any] | None = None

        def compile_repeated_blocks(self, **how: Any) -> None:
            self.asked = how

    one = Transformer()
    assert not speed.compiled([one], torch.device("cpu"), 1000)
    assert not speed.compiled([one], torch.device("cuda"), 8)
    assert one.asked is None
    assert speed.compiled([one], torch.device("cuda"), 1000)
    assert one.asked == {"fullgraph": True}
