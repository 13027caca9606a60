"""The draft transformer: any length in one pass, every condition counts, what is left out does not, and it survives the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from draft_fakes import conditions, tiny

from engine.backends.draft.conditions import SLAB, Conditions
from engine.backends.draft.uvit import UViT, turned


def estimate(
    weights: UViT, told: Conditions, frames: int = 8, seed: int = 0, slabs: torch.Tensor | None = None
) -> torch.Tensor:
    dice = torch.Generator().manual_seed(seed)
    clip = torch.randn(len(told), 3, frames, 32, 64, generator=dice)
    with torch.no_grad():
        return weights(clip, torch.full((len(told), frames // SLAB), 0.4), told, slabs)


@pytest.mark.parametrize("frames", [4, 16, 128])
def test_any_length_goes_through_in_one_pass(frames: int) -> None:
    assert estimate(tiny(), conditions(2, frames), frames).shape == (2, 3, frames, 32, 64)


@pytest.mark.parametrize("part", ["phrases", "references", "camera"])
def test_every_condition_changes_the_picture(part: str) -> None:
    told = conditions(1, 8)
    other = replace(told, **{part: getattr(told, part) + 1})
    assert not torch.allclose(estimate(tiny(), told), estimate(tiny(), other), atol=1e-4)


def test_what_is_masked_does_not_count() -> None:
    told = conditions(1, 8).without_words().without_references()
    other = replace(told, phrases=told.phrases + 1, references=told.references + 1, camera=told.camera + 1)
    assert torch.equal(estimate(tiny(), told), estimate(tiny(), other))


def test_two_subjects_that_swap_places_are_not_the_same() -> None:
    told = conditions(1, 8)
    swapped = replace(told, references=told.references.flip(1))
    assert not torch.allclose(estimate(tiny(), told), estimate(tiny(), swapped), atol=1e-4)


def test_where_a_slab_stands_on_the_time_axis_counts() -> None:
    told = conditions(1, 8)
    assert torch.equal(estimate(tiny(), told), estimate(tiny(), told, slabs=torch.tensor([0, 1])))
    assert not torch.allclose(estimate(tiny(), told), estimate(tiny(), told, slabs=torch.tensor([0, 9])), atol=1e-5)


def test_a_batch_is_its_clips() -> None:
    told = conditions(3, 8)
    together = estimate(tiny(), told)
    dice = torch.Generator().manual_seed(0)
    clip = torch.randn(3, 3, 8, 32, 64, generator=dice)
    with torch.no_grad():
        alone = tiny()(clip[1:2], torch.full((1, 2), 0.4), _one(told, 1))
    torch.testing.assert_close(together[1:2], alone, atol=1e-4, rtol=1e-4)


def test_it_begins_as_a_clip_of_small_numbers_and_every_weight_learns() -> None:
    weights = tiny()
    told = conditions(2, 8)
    told = replace(told, said=torch.tensor([[True] * 6, [False] * 6]), shown=torch.tensor([[True] * 2, [False] * 2]))
    told = replace(told, directed=torch.tensor([True, False]))
    made = weights(torch.randn(2, 3, 8, 32, 64), torch.rand(2, 2), told)
    assert made.abs().max() < 5
    made.square().mean().backward()
    assert [name for name, parameter in weights.named_parameters() if parameter.grad is None] == []


def test_saved_and_loaded_it_draws_the_same(tmp_path: Path) -> None:
    weights = tiny()
    weights.save_pretrained(tmp_path, max_shard_size="50KB")
    assert len(list(tmp_path.glob("*.safetensors"))) > 1
    loaded = UViT.from_pretrained(tmp_path)
    assert all(torch.equal(one, loaded.state_dict()[name]) for name, one in weights.state_dict().items())
    torch.testing.assert_close(estimate(weights, conditions(1, 8)), estimate(loaded.eval(), conditions(1, 8)))


def test_turning_keeps_lengths() -> None:
    x = torch.randn(2, 5, 64)
    angle = torch.randn(5, 32).repeat(1, 2)
    torch.testing.assert_close(turned(x, torch.stack([angle.cos(), angle.sin()])).norm(dim=-1), x.norm(dim=-1))


def test_the_whole_size_fits_the_box() -> None:
    with torch.device("meta"):
        weights = UViT()
    assert sum(parameter.numel() for parameter in weights.parameters()) * 2 <= 32_000_000


def _one(told: Conditions, number: int) -> Conditions:
    parts = {name: getattr(told, name)[number : number + 1] for name in Conditions.__dataclass_fields__}
    return Conditions(**parts)
