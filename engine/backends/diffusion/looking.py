"""What prepares words and pictures for an encoder that reads both (Qwen2.5-VL).

transformers' own processor does the same and asks for torchvision, for films that nobody shows it; that would be one more gigabyte.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer, BatchFeature
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

CLASSES = ("Qwen2VLProcessor", "Qwen2_5_VLProcessor")
"""Whose place it takes."""

_PICTURE = "<|image_pad|>"


class Looking:
    """Called as transformers' processor is, with sentences and pictures."""

    def __init__(self, pictures: Any, tokenizer: Any) -> None:
        self._pictures, self._tokenizer = pictures, tokenizer

    @classmethod
    def read(cls, folder: Path) -> Looking:
        """From a processor's folder. Raises OSError, ValueError."""
        return cls(
            Qwen2VLImageProcessorPil.from_pretrained(folder, local_files_only=True),
            AutoTokenizer.from_pretrained(folder, local_files_only=True),
        )

    def __call__(
        self, text: Sequence[str], images: Any = None, *, padding: bool = True, return_tensors: str = "pt"
    ) -> BatchFeature:
        """Tokens, of which each picture takes one for every few of its patches; and the patches."""
        seen: dict[str, Any] = {}
        sentences = list(text)
        if images is not None:
            seen = dict(self._pictures(images, return_tensors=return_tensors))
            each = seen["image_grid_thw"].prod(dim=1) // self._pictures.merge_size**2
            sentences = _with_room(sentences, each.tolist())
        words = self._tokenizer(sentences, padding=padding, return_tensors=return_tensors)
        return BatchFeature({**words, **seen})


def _with_room(sentences: list[str], counts: list[int]) -> list[str]:
    """Each mark of a picture repeated as often as it takes tokens."""
    left = iter(counts)
    made: list[str] = []
    for sentence in sentences:
        first, *others = sentence.split(_PICTURE)
        made.append(first + "".join(_PICTURE * next(left) + other for other in others))
    return made
