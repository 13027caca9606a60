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


def fused(transformer: nn.Module, file: Path, pipeline: Any) -> None:
    """Add a LoRA's weights to the transformer's. `pipeline` is the class that loads such files. Raises Unsupported, and has changed
    nothing then, where they do not belong together."""
    told, scale = _read(file, pipeline)
    changes = list(_changes(transformer, told, scale, file))
    with torch.no_grad():
        for weight, change in changes:
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


def _changes(
    transformer: nn.Module, layers: Mapping[str, Mapping[str, Tensor]], scale: float, file: Path
) -> Iterator[tuple[Tensor, Tensor]]:
    """Each weight with what is added to it, looked at before anything is."""
    known = dict(transformer.named_parameters())
    for layer, parts in layers.items():
        down, up, shift = (parts.get(part) for part in _PARTS)
        weight, bias = known.get(f"{layer}.weight"), known.get(f"{layer}.bias")
        if down is not None and up is not None:
            if weight is None or not _fits(weight, down, up):
                raise _unfit(file)
            yield weight, scale * (up.float().flatten(1) @ down.float().flatten(1)).reshape(weight.shape)
        if shift is not None:
            if bias is None or shift.shape != bias.shape:
                raise _unfit(file)
            yield bias, scale * shift.float()


def _fits(weight: Tensor, down: Tensor, up: Tensor) -> bool:
    return down[0].shape == weight[0].shape and len(up) == len(weight) and up[0].numel() == len(down)


def _unfit(file: Path) -> Unsupported:
    return Unsupported(
        f"The quick recipe's weights in {file.name} do not belong to this model.",
        "Fetch or link the files that its manifest names, or render drafts with the usual recipe.",
    )
