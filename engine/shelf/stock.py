"""What the shelf holds, model by model: what a list, on the command line or in the editor, shows of each."""

from __future__ import annotations

from dataclasses import dataclass

from engine.plan.capabilities import ModelManifest
from engine.plan.costing import least_memory
from engine.shelf.licences import said_yes
from engine.shelf.manifests import models
from engine.shelf.places import Absent, Fetched, Linked, Standing, Unfinished, bytes_in, standing


@dataclass(frozen=True, slots=True)
class Item:
    """A model on the list. `bytes` is what lies on the disk; `weighs` what its transformer's weights come to (at least what a download
    weighs), None where the architecture is not known; `accepted` whether its licence asks nothing more."""

    manifest: ModelManifest
    standing: Standing
    bytes: int
    weighs: int | None
    accepted: bool

    @property
    def ready(self) -> bool:
        """Whether it can draw: its weights are here and its folder is still there."""
        match self.standing:
            case Fetched(folder) | Linked(folder):
                return folder.is_dir()
            case _:
                return False


def stock() -> tuple[Item, ...]:
    """Every model, by id. Raises StorageFailed, Unsupported for a manifest that cannot be read."""
    return tuple(item_of(manifest) for manifest in models())


def item_of(manifest: ModelManifest) -> Item:
    """One model as it stands now. Raises StorageFailed."""
    here = standing(manifest)
    held = 0 if isinstance(here, Absent) else bytes_in(here.folder)
    asks = manifest.terms is not None and manifest.terms.asks
    return Item(manifest, here, held, least_memory(manifest), not asks or said_yes(manifest) is not None)


def at_hand() -> tuple[ModelManifest, ...]:
    """The models that can draw now. Raises StorageFailed, Unsupported."""
    return tuple(item.manifest for item in stock() if item.ready)


def in_words(item: Item) -> str:
    """How it stands, for a person."""
    match item.standing:
        case Fetched(_, revision):
            return f"here, fetched at {revision[:8]}"
        case Linked(folder):
            return f"here, linked from {folder}" if folder.is_dir() else f"gone: it was linked from {folder}"
        case Unfinished():
            return "partly fetched"
        case Absent():
            return "not here"
