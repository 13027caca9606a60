"""Where a model's quick recipe lies: the distilled weights (a LoRA) that its manifest names for drafts.

They are files of their own, often by other people and under another licence, so they are fetched or linked apart from the model; a model
without them is whole, and its drafts take the usual recipe in fewer steps.
"""

from __future__ import annotations

from pathlib import Path

from engine.plan.capabilities import ModelManifest
from engine.shelf.places import links, shelf


def quick_id(manifest: ModelManifest) -> str:
    """What their folder on the shelf, or their link, is called."""
    return f"{manifest.id}.drafts"


def quick_files(manifest: ModelManifest) -> tuple[Path, ...]:
    """The files, in the manifest's order: one for each transformer. Empty where they are not all here. Raises StorageFailed."""
    if manifest.drafts is None:
        return ()
    linked = links().get(quick_id(manifest))
    folder = shelf() / quick_id(manifest) if linked is None else Path(linked)
    files = tuple(folder / name for name in manifest.drafts.files)
    return files if all(file.is_file() for file in files) else ()


def at_hand(manifest: ModelManifest) -> ModelManifest:
    """The model as this machine has it: without its quick recipe where that is not here."""
    return manifest if manifest.drafts is None or quick_files(manifest) else manifest.with_(drafts=None)
