"""Whether an engine can draw on this machine now: the packages it rests on and its weights, told before anybody waits for it.

A package is looked for and not loaded, so that the editor may ask while it paints its first window.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest
from engine.shelf.places import folder_of

DRAFT_WEIGHTS = "STORYREEL_DRAFT_WEIGHTS"
"""Names a folder of weights other than the one in the box: a training's, before they are anybody's default."""

_RESTS_ON = {
    "diffusion": ("torch", "diffusers", "transformers", "accelerate"),
    "draft": ("torch", "diffusers", "safetensors"),
}
"""Extra of this package -> what it brings that an engine cannot do without."""


def hurdle(manifest: ModelManifest) -> Unsupported | None:
    """What keeps the engine from drawing, and what to do about it; None when it can. Raises StorageFailed."""
    try:
        if manifest.family is not None:
            folder_of(manifest)
        elif manifest.engine == "draft":
            draft_weights()
    except Unsupported as told:
        return told
    missing = [name for name in _RESTS_ON.get(_extra(manifest), ()) if find_spec(name) is None]
    if missing:
        return Unsupported(
            f"{manifest.title} lacks packages it needs ({', '.join(missing)}).",
            cure(manifest),
        )
    return None


def cure(manifest: ModelManifest) -> str:
    """What to do where a package is missing."""
    extra = _extra(manifest)
    if not extra:
        return "Set Storyreel up again."
    return f'Install it with: pip install "storyreel[{extra}]", or render with the animatic engine.'


def draft_weights() -> Path:
    """Where the draft engine's weights lie. Raises Unsupported where there are none."""
    chosen = os.environ.get(DRAFT_WEIGHTS, "")
    folder = Path(chosen) if chosen else assets_folder() / "weights" / "draft"
    if (folder / "config.json").is_file():
        return folder
    if chosen:
        raise Unsupported(
            f"There are no weights for the draft engine in {folder}.",
            "Train them (docs/draft-engine.md) or render with the animatic engine.",
        )
    raise Unsupported(
        "The draft engine is not trained yet.",
        "Render with the animatic engine, or train it (docs/draft-engine.md).",
    )


def _extra(manifest: ModelManifest) -> str:
    """The extra of this package that brings what the engine needs; "" where it comes with the package."""
    if manifest.family is not None:
        return "diffusion"
    return "draft" if manifest.engine == "draft" else ""
