"""What makes a film faster changes no picture: shots decoded beside each other, encoders that leave, attention that is given back."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from diffusers.models import attention_dispatch
from tiny_studio import Reel, Studio
from torch.nn.attention import SDPBackend

from engine.backends.base import Failed, Taken
from engine.backends.diffusion import drawing, speed
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


def test_a_shot_is_decoded_while_the_next_is_denoised(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    own = studio("wan-5b")
    own.backend.desks = 2
    seen: list[str] = []
    written = Reel.write

    def write(reel: Reel, picture: np.ndarray) -> None:
        seen.append("picture")
        written(reel, picture)

    monkeypatch.setattr(Reel, "write", write)
    own.on_step = lambda done: seen.append("step")
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
    monkeypatch.setattr(
        Checkpoint, "read", lambda self, name, dtype, **how: (read.append(name), plain(self, name, dtype, **how))[1]
    )
    own.render(own.order(), own.order(action="IRIS sits down."))
    assert read.count("text_encoder") == read.count("text_encoder_2") == read.count("transformer") == 1
    parts = own.backend._loaded._parts
    assert not any(name.startswith("text_encoder") for name in parts)
    pipelines = own.backend._loaded._pipelines.values()
    assert all(pipeline.text_encoder is None for pipeline in pipelines)
    own.render(own.order(seed=8))
    assert read.count("text_encoder") == read.count("transformer") == 1


def kinds_of_attention() -> tuple[str, list[int], tuple[bool, bool]]:
    """What diffusers asks torch for, in which order torch looks for it, and whether cuDNN's and the plainest are allowed."""
    asked = attention_dispatch._AttentionBackendRegistry.get_active_backend()[0]
    allowed = torch.backends.cuda.cudnn_sdp_enabled(), torch.backends.cuda.math_sdp_enabled()
    return str(asked), torch._C._get_sdp_priority_order(), allowed


@pytest.mark.parametrize(("capability", "first"), [((9, 0), True), ((8, 9), False)])
def test_attention_is_chosen_and_given_back(
    monkeypatch: pytest.MonkeyPatch, capability: tuple[int, int], first: bool
) -> None:
    """cuDNN's goes first on the newest, and the plainest is always there for what no other can do."""
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: capability)
    before = kinds_of_attention()
    with speed.attention(torch.device("cuda")):
        asked, order, allowed = kinds_of_attention()
        assert "NATIVE" in asked.upper()
        assert (order[0] == SDPBackend.CUDNN_ATTENTION.value) is first
        assert allowed == (True, True)
    assert kinds_of_attention() == before
    with speed.attention(torch.device("cpu")):
        assert kinds_of_attention() == before


def test_large_pages_are_asked_for_unless_a_person_said_otherwise(
    studio: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "THP_MEM_ALLOC_ENABLE"
    monkeypatch.setenv(asked, "")
    monkeypatch.delenv(asked)
    own = studio("wan-5b")
    assert os.environ[asked] == "1"
    monkeypatch.setenv(asked, "0")
    own.reopen()
    assert os.environ[asked] == "0"


def test_blocks_are_compiled_only_where_it_pays() -> None:
    assert not speed.worth_compiling(torch.device("cpu"), 1000)
    assert not speed.worth_compiling(torch.device("cuda"), 8)
    assert speed.worth_compiling(torch.device("cuda"), 1000)


def test_without_a_compiler_it_is_said_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CC", raising=False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/cc")
    assert speed.hindrance() == ""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "no C compiler" in speed.hindrance()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert "no Triton" in speed.hindrance()


@pytest.fixture
def as_on_a_gpu(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], list[int]]:
    """Compiles whatever is drawn, with a compiler of the test's own; counts the graphs that it is given."""

    def with_(compiler: Any) -> list[int]:
        graphs: list[int] = []

        def make(graph: Any, inputs: Any) -> Any:
            graphs.append(len(graphs))
            return compiler(graph)

        plain = speed.compiled
        monkeypatch.setattr(drawing, "worth_compiling", lambda device, forwards: True)
        monkeypatch.setattr(drawing, "hindrance", lambda: "")
        monkeypatch.setattr(drawing, "compiled", lambda transformers: plain(transformers, backend=make))
        torch.compiler.reset()
        return graphs

    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", "")
    return with_


def test_blocks_compile_whole_once_and_draw_the_same(studio: Open, as_on_a_gpu: Callable[[Any], list[int]]) -> None:
    """One graph for all blocks of a kind, and none more for the next shot of that shape, nor for the next run."""
    own = studio("wan-t2v")
    plain = own.take().seen
    graphs = as_on_a_gpu(lambda graph: graph.forward)
    assert np.array_equal(own.take().seen, plain)
    assert graphs == [0]
    own.take(seed=4)
    assert graphs == [0]
    assert not any("Compiling" in note for note in own.notes)


def test_where_compiling_fails_shots_are_drawn_as_written(
    studio: Open, as_on_a_gpu: Callable[[Any], list[int]]
) -> None:
    def broken(graph: Any) -> Any:
        raise OSError("no working compiler")

    own = studio("wan-t2v")
    plain = own.take().seen
    as_on_a_gpu(broken)
    assert np.array_equal(own.take().seen, plain)
    assert "it runs as written" in own.notes[-1]
    assert not any(map(speed.is_compiled, own.backend._loaded.transformers))


def test_a_fault_of_the_models_own_is_not_the_compilers(studio: Open, as_on_a_gpu: Callable[[Any], list[int]]) -> None:
    own = studio("wan-t2v")
    as_on_a_gpu(lambda graph: graph.forward)

    def fail(done: int) -> None:
        raise RuntimeError("shapes do not match")

    own.on_step = fail
    assert isinstance(own.render(own.order())[0], Failed)
    assert not any("Compiling" in note for note in own.notes)
