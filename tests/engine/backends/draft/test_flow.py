"""Rectified flow: the path ends where the estimate points, slabs that are given stay, guidance pulls the right way."""

from __future__ import annotations

import pytest
import torch
from draft_fakes import conditions, tiny
from torch import Tensor

from engine.backends.draft.conditions import Conditions
from engine.backends.draft.flow import (
    Guidance,
    guided,
    noised,
    sample,
    shifted,
    steps_of,
    training_times,
    velocity_loss,
)

CLIP = (2, 3, 8, 32, 64)


class Knows:
    """Estimates one clip whatever it is shown, a brighter one with words and a darker one with references."""

    def __init__(self, clip: Tensor) -> None:
        self.clip = clip
        self.passes: list[int] = []

    def __call__(self, clip: Tensor, time: Tensor, told: Conditions, slabs: Tensor | None) -> Tensor:
        self.passes.append(len(clip))
        base = self.clip.repeat(len(clip) // len(self.clip), 1, 1, 1, 1)
        pull = 0.1 * told.said.any(1).float() - 0.03 * told.shown.any(1).float()
        return base + pull[:, None, None, None, None]


def test_a_perfect_estimate_is_reached() -> None:
    clip = torch.rand(CLIP) - 0.5
    made = sample(Knows(clip), conditions(2, 8).without_words().without_references(), torch.randn(CLIP), steps=4)
    torch.testing.assert_close(made, clip)


def test_given_slabs_come_back_untouched_and_are_seen_as_noisy_as_said() -> None:
    seen: list[Tensor] = []

    def watching(clip: Tensor, time: Tensor, told: Conditions, slabs: Tensor | None) -> Tensor:
        seen.append(torch.cat([clip[:, :, :4].flatten(1).std(1, keepdim=True), time], 1))
        return torch.zeros_like(clip)

    given, noise = torch.full(CLIP, 0.5), torch.randn(CLIP)
    kept = torch.tensor([[1.0, 0.0], [0.8, 0.0]])
    made = sample(watching, conditions(2, 8), noise, steps=3, given=given, given_time=kept)
    assert torch.equal(made[:, :, :4], given[:, :, :4])
    assert made[:, :, 4:].abs().max() == 0
    assert all(float(at[0, 0]) == 0 and float(at[0, 1]) == 1 for at in seen)
    assert all(float(at[1, 0]) == pytest.approx(0.2, abs=0.02) and float(at[1, 1]) == pytest.approx(0.8) for at in seen)


def test_guidance_goes_beyond_and_costs_a_pass_only_where_it_pulls() -> None:
    knows = Knows(torch.zeros(CLIP))
    told, time = conditions(2, 8), torch.full((2, 2), 0.5)
    both = guided(knows, Guidance(2.0, 2.0))(torch.zeros(CLIP), time, told, None)
    assert float(both.mean()) == pytest.approx(2 * 0.07)
    apart = guided(knows, Guidance(3.0, 2.0))(torch.zeros(CLIP), time, told, None)
    assert float(apart.mean()) == pytest.approx(3 * 0.1 - 2 * 0.03)
    guided(knows, Guidance())(torch.zeros(CLIP), torch.full((2, 2), 0.01), told, None)
    guided(knows, Guidance(1.0, 1.0))(torch.zeros(CLIP), time, told, None)
    assert knows.passes == [4, 6, 2, 2]


def test_the_path_goes_from_noise_to_clip_and_lingers_in_noise_for_long_clips() -> None:
    short, long = steps_of(20, 16), steps_of(20, 128)
    for path in (short, long):
        assert float(path[0]) == 0
        assert float(path[-1]) == 1
        assert bool((path.diff() > 0).all())
    assert bool((long[1:-1] < short[1:-1]).all())


def test_training_times_cover_the_path_and_follow_the_length() -> None:
    dice = torch.Generator().manual_seed(0)
    short, long = training_times(4000, 16, dice), training_times(4000, 128, dice)
    assert float(short.min()) < 0.05
    assert float(short.max()) > 0.95
    assert float(long.mean()) < float(short.mean()) - 0.1
    assert torch.equal(shifted(short, 1.0), short)


def test_the_loss_is_the_velocitys_and_counts_only_what_was_wanted() -> None:
    clip, noise = torch.rand(CLIP) - 0.5, torch.randn(CLIP)
    time = torch.full((2, 2), 0.5)
    wrong = clip + 0.1
    masks = torch.zeros(2, 8, 32, 64)
    at = noised(clip, noise, time)
    velocity = ((wrong - at) / 0.5 - (clip - noise)).square().mean(
        (1, 2, 3, 4)
    ) * 3  # summed over colours, as pixels are counted
    both = velocity_loss(wrong, clip, time, masks, torch.ones(2, 2, dtype=torch.bool))
    torch.testing.assert_close(both * 3, velocity)
    wrong[:, :, 4:] = clip[:, :, 4:]
    assert float(velocity_loss(wrong, clip, time, masks, torch.tensor([[False, True]] * 2)).sum()) == 0
    first = velocity_loss(wrong, clip, time, masks, torch.tensor([[True, False]] * 2))
    torch.testing.assert_close(first, both)
    assert bool((velocity_loss(wrong, clip, time, masks + 1, torch.tensor([[True, False]] * 2)) > first).all())


def test_a_real_transformer_draws_the_same_twice() -> None:
    noise = torch.randn(CLIP, generator=torch.Generator().manual_seed(3))
    one, two = (sample(guided(tiny(), Guidance()), conditions(2, 8), noise, steps=2) for _ in range(2))
    assert torch.equal(one, two)
