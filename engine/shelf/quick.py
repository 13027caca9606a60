"""Where a model's quick recipe lies: the distilled weights (a LoRA) that its manifest names for drafts.

They are files of their own, often by other people and under another licence, so they are fetched or linked apart from the model; a model
without them is whole, and its drafts take the usual recipe in fewer steps.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import Unsupported
from engine.plan.capabilities import Lora, ModelManifest, Terms
from engine.shelf.manifests import find_model
from engine.shelf.packing import is_packed
from engine.shelf.places import Fetched, Linked, links, shelf, standing

_DRAFTS = ".drafts"


def quick_id(manifest: ModelManifest) -> str:
    """What their folder on the shelf, or their link, is called."""
    return f"{manifest.id}{_DRAFTS}"


def on_the_shelf(name: str) -> ModelManifest:
    """What is kept under that name: a model, or the quick weights of one as if they were a model. Raises Unsupported."""
    manifest = find_model(name.removesuffix(_DRAFTS))
    return quick_weights(manifest) if name.endswith(_DRAFTS) else manifest


def own_files(manifest: ModelManifest) -> tuple[str, ...]:
    """The files that quick weights are; empty for a model, which is known by its parts."""
    return manifest.drafts.files if manifest.drafts is not None and manifest.id.endswith(_DRAFTS) else ()


def quick_weights(manifest: ModelManifest) -> ModelManifest:
    """A model's quick weights as if they were a model: to be fetched, linked, checked and removed like one. Where nobody has verified
    their licence, that is what is asked. Raises Unsupported where none are known."""
    if (drafts := manifest.drafts) is None:
        raise Unsupported(
            f"No quick weights are known for {manifest.title}.", "Its drafts take the usual recipe in fewer steps."
        )
    return manifest.with_(
        id=quick_id(manifest),
        title=f"Quick recipe for {manifest.title}",
        hub=drafts.hub,
        licence=drafts.licence or "licence that nobody has verified",
        terms=drafts.terms or _terms(drafts),
        components=(),
        made_of=None,
    )


def _terms(drafts: Lora) -> Terms:
    unread = ("Nobody has verified under which licence these weights are: read it where they are published.",)
    where = f"https://huggingface.co/{drafts.hub.id}"
    return Terms(url=where, limits=() if drafts.licence else unread, asks=drafts.licence is None)


def placed(folder: Path, name: str) -> Path:
    """Where such a file lies in a folder: as on the hub, or beside others without the hub's folders, as people keep them."""
    whole = folder / name
    return whole if whole.is_file() else folder / Path(name).name


def quick_files(manifest: ModelManifest) -> tuple[Path, ...]:
    """The files, in the manifest's order: one for each transformer. Empty where they are not all here. Raises StorageFailed."""
    if manifest.drafts is None:
        return ()
    linked = links().get(quick_id(manifest))
    folder = shelf() / quick_id(manifest) if linked is None else Path(linked)
    files = tuple(placed(folder, name) for name in manifest.drafts.files)
    return files if all(file.is_file() for file in files) else ()


def at_hand(manifest: ModelManifest) -> ModelManifest:
    """The model as this machine has it: without its quick recipe where that cannot be used."""
    return manifest.with_(drafts=None) if hindrance(manifest) else manifest


def hindrance(manifest: ModelManifest) -> str:
    """Why drafts take the usual recipe though the manifest names a quick one, in a sentence; empty where they take that one, or none is
    named. Raises StorageFailed."""
    if manifest.drafts is None:
        return ""
    usual = "drafts take its usual recipe in fewer steps."
    if not quick_files(manifest):
        return f"{manifest.title}'s weights for drafts are not here: {usual}"
    here = standing(manifest)
    if isinstance(here, Fetched | Linked) and is_packed(here.folder):
        return f"{manifest.title}'s weights for drafts cannot be added to a transformer in GGUF: {usual}"
    return ""
