"""Drafts that leave steps out: forwards are skipped, pictures stay close, and no final is ever touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from tiny_studio import Studio

from engine.errors import Cancelled

Open = Callable[..., Studio]


@contextmanager
def blocks_run(own: Studio) -> Iterator[list[int]]:
    """How often the last blocks of the transformers really work while the block runs, in a list of one."""
    times = [0]

    def ran(*_: object) -> None:
        times[0] += 1

    hooks = [net.blocks[-1].attn1.register_forward_pre_hook(ran) for net in own.backend._loaded.transformers]
    yield times
    for hook in hooks:
        hook.remove()


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    return float(-10 * np.log10(((one - other) ** 2).mean() + 1e-12))


@pytest.mark.parametrize("name", ["wan-t2v", "wan-5b", "wan-a14b"])
def test_forwards_are_skipped_and_pictures_stay_close(studio: Open, name: str) -> None:
    own = studio(name, steps=12, cache=0.1)
    with blocks_run(own) as run:
        draft = own.take(finish="draft")
    cached = run[0]
    with blocks_run(own) as run:
        final = own.take()
    assert draft.facts["cache"] == 0.1
    assert "cache" not in final.facts
    assert run[0] == 2 * 12
    own = studio(name, steps=12)
    with blocks_run(own) as run:
        plain = own.take(finish="draft").seen
    near = psnr(draft.seen, plain)
    print(f"{name}: {cached} of {run[0]} forwards made, {near:.1f} dB")
    assert cached < run[0] == 2 * 5
    assert near > 35
    assert np.array_equal(final.seen, own.take().seen)


@pytest.mark.parametrize("name", ["wan-vace", "wan-modular"])
def test_other_families_leave_nothing_out(studio: Open, name: str) -> None:
    plain = studio(name).take(finish="draft")
    own = studio(name, cache=0.3)
    asked = own.take(finish="draft")
    assert "cache" not in asked.facts
    assert np.array_equal(asked.seen, plain.seen)


def test_a_stopped_draft_starts_over_and_nothing_of_its_cache_is_left(studio: Open) -> None:
    own = studio("wan-t2v", cache=0.1)
    whole = own.take(finish="draft").seen
    own.stop_at = 2
    with pytest.raises(Cancelled):
        own.take(finish="draft")
    own.stop_at = -1
    assert not (own.root / "unfinished" / "0").exists()
    assert not any(net.is_cache_enabled for net in own.backend._loaded.transformers)
    assert np.array_equal(own.take(finish="draft").seen, whole)
