"""A quick recipe's LoRA put into a transformer: the product of its two small matrices is added to the weights it belongs to, once, when these
are read (Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models").

Nothing is wrapped or switched, so it costs no time, works on every rung, and cannot leak: a final's transformer is read from the disk again.
diffusers knows the many ways in which LoRAs name their parts and brings them into one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from torch import Tensor, nn

from engine.errors import Unsupported
from engine.shelf.soundness import check_tensors

_PREFIX = "transformer."
_PARTS = ("lora_A.weight", "lora_B.weight", "lora_B.bias")
_PICTURES = (".add_k_proj", ".add_v_proj", "image_embedder.")
"""In the names of the layers by which Wan 2.1 looks at a picture. Wan 2.2 has none, and files distilled for it may bring them all the same
(github.com/ModelTC/LightX2V/issues/417): there they have nothing to change."""


def fused(transformer: nn.Module, file: Path, pipeline: Any) -> None:
    """Add a LoRA's weights to the transformer's. `pipeline` is the class that loads such files. Raises Unsupported, and has changed
    nothing then, where they do not belong together."""
    layers, scale = _read(file, pipeline)
    weights = dict(transformer.named_parameters())
    known = {name: parts for name, parts in layers.items() if not _only_for_pictures(name, weights)}
    if not known or not all(_belongs(name, parts, weights) for name, parts in known.items()):
        raise _unfit(file)
    with torch.no_grad():
        for name, parts in known.items():  # one by one: together the products are as large as the transformer itself
            for weight, change in _changes(name, parts, scale, weights):
                weight.copy_((weight.float() + change.to(weight.device)).to(weight.dtype))


def _read(file: Path, pipeline: Any) -> tuple[dict[str, dict[str, Tensor]], float]:
    """Layer -> part -> tensor; and what all changes are multiplied by."""
    if file.suffix != ".safetensors" or not hasattr(pipeline, "lora_state_dict"):
        raise _unfit(file)
    try:
        check_tensors(file)
        told, about = pipeline.lora_state_dict(
            str(file.parent), weight_name=file.name, local_files_only=True, use_safetensors=True, return_lora_metadata=True
        )  # fmt: skip
    except (OSError, ValueError, KeyError, RuntimeError, AttributeError, SafetensorError) as bad:
        raise _unfit(file) from bad
    layers: dict[str, dict[str, Tensor]] = {}
    for name, tensor in told.items():
        part = next((part for part in _PARTS if name.endswith(f".{part}")), None)
        if part is None or not name.startswith(_PREFIX):
            raise _unfit(file)
        layers.setdefault(name[len(_PREFIX) : -len(part) - 1], {})[part] = tensor
    return layers, _scale(about or {}, file)


def _scale(about: Mapping[str, Any], file: Path) -> float:
    """Of a file that diffusers itself wrote; in others it is in the matrices already."""
    if about.get(f"{_PREFIX}alpha_pattern"):
        raise _unfit(file)  # each layer its own: nobody distils so
    rank = about.get(f"{_PREFIX}r")
    return float(about.get(f"{_PREFIX}lora_alpha", rank)) / float(rank) if rank else 1.0


def _only_for_pictures(layer: str, weights: Mapping[str, Tensor]) -> bool:
    return f"{layer}.weight" not in weights and any(part in f".{layer}" for part in _PICTURES)


def _belongs(layer: str, parts: Mapping[str, Tensor], weights: Mapping[str, Tensor]) -> bool:
    """Whether the transformer has that layer, in the same shape."""
    down, up, shift = (parts.get(part) for part in _PARTS)
    weight, bias = weights.get(f"{layer}.weight"), weights.get(f"{layer}.bias")
    if down is not None and up is not None and (weight is None or not _fits(weight, down, up)):
        return False
    return shift is None or (bias is not None and shift.shape == bias.shape)


def _changes(
    layer: str, parts: Mapping[str, Tensor], scale: float, weights: Mapping[str, Tensor]
) -> Iterator[tuple[Tensor, Tensor]]:
    """Each of the layer's weights with what is added to it."""
    down, up, shift = (parts.get(part) for part in _PARTS)
    if down is not None and up is not None:
        weight = weights[f"{layer}.weight"]
        yield weight, scale * (up.float().flatten(1) @ down.float().flatten(1)).reshape(weight.shape)
    if shift is not None:
        yield weights[f"{layer}.bias"], scale * shift.float()


def _fits(weight: Tensor, down: Tensor, up: Tensor) -> bool:
    return down[0].shape == weight[0].shape and len(up) == len(weight) and up[0].numel() == len(down)


def _unfit(file: Path) -> Unsupported:
    return Unsupported(
        f"The quick recipe's weights in {file.name} do not belong to this model.",
        "Fetch or link the files that its manifest names, or render drafts with the usual recipe.",
    )
