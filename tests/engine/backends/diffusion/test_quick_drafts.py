"""Drafts with distilled weights: they are in the draft's transformer and in nothing else, on every rung."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from tiny_studio import Studio

from engine.backends.base import Failed, Taken
from engine.backends.diffusion.parts import Checkpoint
from engine.shelf import places
from engine.shelf.quick import at_hand, quick_id

Open = Callable[..., Studio]
RECIPE = {"steps": 2, "guidance": 1.0, "shift": 5.0}
LAYERS = {"self_attn.q": "attn1.to_q", "cross_attn.o": "attn2.to_out.0", "ffn.2": "ffn.net.2"}
"""A few layers of a block, by Wan's own names and by diffusers'."""
WIDE = {"ffn.2": 32}
RANK, ALPHA = 4, 2.0


def lora(path: Path, seed: int = 0) -> dict[str, torch.Tensor]:
    """A file as the makers of distilled weights write them; returns what it adds to each layer of the transformer."""
    dice = torch.Generator().manual_seed(seed)
    told: dict[str, torch.Tensor] = {}
    adds: dict[str, torch.Tensor] = {}
    for theirs, ours in LAYERS.items():
        down = torch.randn(RANK, WIDE.get(theirs, 24), generator=dice)
        up = torch.randn(24, RANK, generator=dice)
        name = f"diffusion_model.blocks.1.{theirs}"
        told |= {
            f"{name}.lora_down.weight": down,
            f"{name}.lora_up.weight": up,
            f"{name}.alpha": torch.tensor(ALPHA),
        }
        adds[f"blocks.1.{ours}.weight"] = ALPHA / RANK * up @ down
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(told, path)
    return adds


def with_drafts(own: Studio, *files: str, recipe: dict[str, Any] = RECIPE) -> None:
    """Give the tiny model's manifest a quick recipe, and open it again."""
    path = places.shelf() / "manifests" / f"{own.engine}.json"
    told = json.loads(path.read_text())
    told["drafts"] = {"hub": {"id": "nobody/quick"}, "files": files, "licence": "Apache-2.0", "recipe": recipe}
    path.write_text(json.dumps(told))
    own.reopen()


def quick_folder(own: Studio) -> Path:
    return places.shelf() / quick_id(own.manifest)


def test_a_draft_is_drawn_with_the_distilled_weights_and_a_final_without(studio: Open, tmp_path: Path) -> None:
    own = studio("wan-t2v")
    final = own.take().seen
    adds = lora(quick_folder(own) / "quick.safetensors")
    with_drafts(own, "quick.safetensors")
    answers = own.render(own.order(), own.order(finish="draft"))
    assert answers == [Taken("1"), Taken("0")]  # drafts first: somebody waits for them
    draft = own.reels["1"]
    assert np.array_equal(own.reels["0"].seen, final)
    assert (draft.facts["steps"], draft.facts["guidance"], draft.facts["quick"]) == (2, 1.0, "quick.safetensors")
    assert "quick" not in own.reels["0"].facts
    assert np.array_equal(draft.seen, drawn_by_hand(studio, own, adds, tmp_path))


def drawn_by_hand(studio: Open, own: Studio, adds: dict[str, torch.Tensor], tmp_path: Path) -> np.ndarray:
    """The same recipe by a checkpoint that has those weights in it."""
    folder = tmp_path / "by hand"
    shutil.copytree(places.folder_of(own.manifest), folder)
    path = next((folder / "transformer").glob("*.safetensors"))
    weights = load_file(path)
    save_file({name: one + adds[name] if name in adds else one for name, one in weights.items()}, path)
    other = studio("wan-t2v", **RECIPE)
    places.keep_link(own.engine, folder)
    other.reopen()
    return other.take().seen


def test_each_of_two_experts_has_a_file_of_its_own(studio: Open) -> None:
    own = studio("wan-a14b")
    added = [lora(quick_folder(own) / name, seed) for seed, name in enumerate(("high.safetensors", "low.safetensors"))]
    with_drafts(own, "high.safetensors", "low.safetensors")
    checkpoint = Checkpoint(places.folder_of(own.manifest), own.manifest)
    for name, adds in zip(("transformer", "transformer_2"), added, strict=True):
        plain, quick = (dict(checkpoint.read(name, torch.float32, quick=q).named_parameters()) for q in (False, True))
        for layer, weight in plain.items():
            assert torch.equal(quick[layer], weight + adds[layer] if layer in adds else weight)


def as_published(path: Path, adds: dict[str, torch.Tensor]) -> None:
    """Give the file what those of Wan 2.2's step distillation have beside its matrices: changed biases, layers for a picture, and
    differences of norms and modulations that are nought."""
    told = load_file(path)
    for part in ("k_img", "v_img"):
        name = f"diffusion_model.blocks.0.cross_attn.{part}"
        told |= {f"{name}.lora_down.weight": torch.ones(RANK, 24), f"{name}.lora_up.weight": torch.ones(24, RANK)}
    bias = torch.arange(24.0)
    told |= {
        "diffusion_model.blocks.1.self_attn.q.diff_b": bias,
        "diffusion_model.blocks.0.diff_m": torch.zeros(1, 6, 24),
        "diffusion_model.blocks.1.cross_attn.norm_k.diff": torch.zeros(24),
    }
    adds["blocks.1.attn1.to_q.bias"] = bias
    save_file(told, path)


def test_the_files_that_are_published_for_wan_2_2_are_read_with_all_that_is_in_them(studio: Open) -> None:
    own = studio("wan-a14b")
    path = quick_folder(own) / "low.safetensors"
    adds = lora(path)
    as_published(path, adds)
    with_drafts(own, "low.safetensors", "low.safetensors")
    checkpoint = Checkpoint(places.folder_of(own.manifest), own.manifest)
    plain, quick = (
        dict(checkpoint.read("transformer_2", torch.float32, quick=q).named_parameters()) for q in (False, True)
    )
    assert {name for name, weight in plain.items() if not torch.equal(quick[name], weight)} == adds.keys()
    assert all(torch.equal(quick[name], plain[name] + change) for name, change in adds.items())


@pytest.mark.parametrize("rung", ["fp8", "streamed"])
def test_a_lower_rung_draws_the_same_draft(studio: Open, rung: str) -> None:
    own = studio("wan-t2v")
    lora(quick_folder(own) / "quick.safetensors")
    with_drafts(own, "quick.safetensors")
    whole = own.take(finish="draft").seen
    own.reopen()
    own.backend._loaded.rung = "fp8" if rung == "fp8" else "streamed"
    assert np.abs(own.take(finish="draft").seen - whole).max() < (0.5 if rung == "fp8" else 1e-5)


def test_without_those_weights_a_draft_takes_the_usual_recipe_and_it_is_said(studio: Open) -> None:
    own = studio("wan-t2v", steps=10)
    usual = own.take(finish="draft")
    with_drafts(own, "quick.safetensors")
    assert at_hand(own.manifest).drafts is None
    again = own.take(finish="draft")
    assert np.array_equal(again.seen, usual.seen)
    assert "weights for drafts are not here" in own.notes[-1]
    own.notes.clear()
    own.take()
    assert not own.notes


def anothers(path: Path) -> None:
    """Matrices of another model's width."""
    name = "diffusion_model.blocks.1.self_attn.q"
    save_file({f"{name}.lora_down.weight": torch.zeros(4, 48), f"{name}.lora_up.weight": torch.zeros(48, 4)}, path)


def cut_short(path: Path) -> None:
    lora(path)
    path.write_bytes(path.read_bytes()[:-40])


def no_lora(path: Path) -> None:
    save_file({"transformer.blocks.0.attn1.to_q.weight": torch.zeros(24, 24)}, path)


def only_for_pictures(path: Path) -> None:
    """Nothing but layers by which another model looks at a picture."""
    name = "diffusion_model.blocks.1.cross_attn.k_img"
    told = {f"{name}.lora_down.weight": torch.zeros(4, 24), f"{name}.lora_up.weight": torch.zeros(24, 4)}
    save_file(told | {"diffusion_model.blocks.1.cross_attn.v_img.diff_b": torch.zeros(24)}, path)


@pytest.mark.parametrize("harm", [anothers, cut_short, no_lora, only_for_pictures])
def test_weights_of_another_model_are_refused_and_a_final_is_drawn(studio: Open, harm: Callable[[Path], None]) -> None:
    own = studio("wan-t2v")
    quick_folder(own).mkdir(parents=True)
    harm(quick_folder(own) / "quick.safetensors")
    with_drafts(own, "quick.safetensors")
    draft, final = own.render(own.order(finish="draft"), own.order())
    assert isinstance(draft, Failed)
    assert "quick.safetensors" in draft.error.sentence
    assert final == Taken("1")


def test_a_pickle_is_refused_by_its_name(studio: Open) -> None:
    own = studio("wan-t2v")
    quick_folder(own).mkdir(parents=True)
    torch.save({}, quick_folder(own) / "quick.pt")
    with_drafts(own, "quick.pt")
    (draft,) = own.render(own.order(finish="draft"))
    assert isinstance(draft, Failed)
    assert "quick.pt" in draft.error.sentence
