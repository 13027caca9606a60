"""Two shots in hand: nobody takes the parts away from under another, and what goes wrong at one desk stays there."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers.models.autoencoders.autoencoder_kl_wan import AutoencoderKLWan
from tiny_studio import Studio

from engine.backends.base import Taken
from engine.backends.diffusion import fit, resident
from engine.backends.diffusion.desks import Floor, handing_over
from engine.backends.diffusion.resident import Resident
from engine.errors import StorageFailed
from engine.shelf import places

Open = Callable[..., Studio]
SOON = 20.0
"""Seconds after which a test that hangs is over; nothing here takes one."""


def test_the_floor_is_cleared_when_those_who_decode_have_left() -> None:
    floor, decoding, done = Floor(), threading.Event(), threading.Event()
    seen: list[str] = []

    def shot() -> None:
        with floor.taken() as stay:
            stay.close()
            decoding.set()
            done.wait(SOON)
            seen.append("decoded")

    def clear() -> None:
        with floor.cleared():
            seen.append("cleared")

    threads = [threading.Thread(target=shot), threading.Thread(target=clear)]
    threads[0].start()
    assert decoding.wait(SOON)
    threads[1].start()
    assert seen == []
    done.set()
    for thread in threads:
        thread.join(SOON)
    assert seen == ["decoded", "cleared"]


def test_the_next_shot_is_let_on_when_one_decodes() -> None:
    floor, on = Floor(), threading.Event()

    def next_shot() -> None:
        with floor.taken():
            on.set()

    waiting = threading.Thread(target=next_shot)
    with floor.taken() as stay:
        waiting.start()
        assert not on.wait(0.02)
        stay.close()
        assert on.wait(SOON)
    waiting.join(SOON)


def test_a_decoder_is_given_back_as_it_was() -> None:
    class Vae:
        def decode(self, latents: str) -> str:
            return latents.upper()

    vae = Vae()
    seen: list[str] = []
    with handing_over(vae, lambda: seen.append("left")):
        assert vae.decode("a") == "A"
    assert seen == ["left"]
    assert vars(vae) == {}


def test_out_of_memory_at_one_desk_waits_for_the_other(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts of a shot in hand are never cleared away, and both desks go on with the new ones."""
    own = studio("wan-5b")
    orders = [own.order(seed=seed) for seed in range(3)]
    whole = own.take(seed=0).seen
    own.backend.desks = 2
    full, decoding = threading.Event(), [0]
    decoding_then: list[int] = []
    plain, clear = AutoencoderKLWan.decode, Resident.clear

    def decode(vae: AutoencoderKLWan, *args: Any, **kwargs: Any) -> Any:
        decoding[0] += 1
        full.wait(SOON)
        made = plain(vae, *args, **kwargs)
        decoding[0] -= 1
        return made

    def cleared(resident: Resident) -> None:
        decoding_then.append(decoding[0])
        clear(resident)

    def narrow(done: int) -> None:
        if own.steps[-1][0] == "1" and not full.is_set():
            full.set()
            raise torch.OutOfMemoryError("CUDA out of memory.")

    monkeypatch.setattr(AutoencoderKLWan, "decode", decode)
    monkeypatch.setattr(Resident, "clear", cleared)
    own.on_step = narrow
    assert own.render(*orders) == [Taken(str(n)) for n in range(3)]
    assert decoding_then == [0]
    assert [own.reels[str(n)].facts["fit"] for n in range(3)] == ["resident", "fp8", "fp8"]
    assert np.array_equal(own.reels["0"].seen, whole)


def test_out_of_memory_at_both_desks_moves_one_rung(studio: Open) -> None:
    own = studio("wan-5b")
    own.backend.desks = 2
    left = {"0", "1"}

    def narrow(done: int) -> None:
        if (key := own.steps[-1][0]) in left and own.backend._loaded.rung == "resident":
            left.discard(key)
            raise torch.OutOfMemoryError("CUDA out of memory.")

    own.on_step = narrow
    assert own.render(*(own.order(seed=seed) for seed in range(3))) == [Taken(str(n)) for n in range(3)]
    assert {own.reels[str(n)].facts["fit"] for n in range(3)} == {"fp8"}
    assert len([note for note in own.notes if note.startswith("Out of memory")]) == 1


def test_a_shelf_that_cannot_be_written_costs_no_shot(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does what is remembered there, when it is damaged."""

    def full_disk(path: Path, facts: object) -> None:
        raise StorageFailed("The disk is full.")

    own = studio("wan-t2v")
    (places.shelf() / fit.FITS).write_text('{"cpu": {"tiny-wan-t2v": ["odd"]}}')
    monkeypatch.setattr(fit, "keep", full_disk)
    own.on_step = Once(torch.OutOfMemoryError("CUDA out of memory."))
    assert own.render(own.order()) == [Taken("0")]
    assert own.reels["0"].facts["fit"] == "fp8"


class Once:
    """Raises at the first step, and never again."""

    def __init__(self, error: Exception) -> None:
        self.left = [error]

    def __call__(self, done: int) -> None:
        if self.left:
            raise self.left.pop()


@pytest.mark.parametrize("name", ["wan-modular", "ltx2", "hunyuan15"])
def test_words_that_do_not_fit_are_read_on_the_cpu(studio: Open, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Without any other net beside them, and in the same numbers."""
    own = studio(name)
    whole = own.take().seen
    own.reopen()
    once = Once(torch.OutOfMemoryError("CUDA out of memory."))
    plain = Resident._reader

    def reader(resident: Resident, encoders: dict[str, Any], *, alone: bool) -> Any:
        once(0)
        return plain(resident, encoders, alone=True)

    monkeypatch.setattr(Resident, "_reader", reader)
    assert np.array_equal(own.take().seen, whole)
    assert "the CPU reads them" in own.notes[-1]


def test_words_said_before_are_not_forgotten_by_the_run_that_needs_them(
    studio: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resident, "_WORDS_KEPT", 2)
    own = studio("wan-t2v")
    said = [own.order(action=f"IRIS walks, {n}.") for n in range(3)]
    own.render(*said[:2])
    assert own.render(said[0], said[2]) == [Taken("0"), Taken("1")]
    assert len(own.backend._loaded._words) == 2
