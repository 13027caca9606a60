"""Weights that are on the disk already: used where they lie, never copied, never removed.

A hub cache is a folder of such folders, one a revision; what a person names may be any of them, or a plain folder.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import BadInput, storage_failed
from engine.plan.capabilities import ModelManifest
from engine.shelf.fetching import alone
from engine.shelf.licences import must_be_accepted
from engine.shelf.places import Absent, Fetched, Linked, Unfinished, keep_link, own_folder, standing
from engine.shelf.soundness import INDEXES, check


def link(folder: Path, manifest: ModelManifest) -> Linked:
    """Use the weights in that folder (or in that hub cache) for the model. Raises Unsupported for weights that are not sound
    or not this model's, BadInput where there is no such folder, StorageFailed; nothing is changed then."""
    found = _checkpoint(folder.expanduser(), manifest)
    check(found, manifest)
    must_be_accepted(manifest)
    whole = found.absolute()  # not resolved: a hub cache's own links stay what they are
    keep_link(manifest.id, whole)
    return Linked(whole)


def remove(manifest: ModelManifest) -> str:
    """Take the model off the shelf: a download goes, a linked folder is only forgotten. Returns what was done, in a sentence.
    Raises BadInput where nothing is there, Locked while it is fetched, StorageFailed."""
    match standing(manifest):
        case Linked(folder):
            keep_link(manifest.id, None)
            return f"{manifest.title} is no longer linked; {folder} is left as it is."
        case Fetched(folder) | Unfinished(folder):
            with alone(manifest):
                _throw_away(folder)
            return f"The weights of {manifest.title} are removed."
        case Absent():
            raise BadInput(
                f"No weights of {manifest.title} are on this machine.", "`storyreel models list` shows what is."
            )


def _throw_away(folder: Path) -> None:
    """First it gets another name: a removal that is cut short must not leave something that looks whole."""
    doomed = folder.with_name(f".{folder.name}.removed")
    try:
        if doomed.exists():
            shutil.rmtree(doomed)
        folder.rename(doomed)
        shutil.rmtree(doomed)
    except OSError as error:
        raise storage_failed(error, error.filename or folder) from error


def _checkpoint(folder: Path, manifest: ModelManifest) -> Path:
    """The folder with the index: itself, or the revision of a hub cache that is in use."""
    if not folder.is_dir():
        raise BadInput(f"{folder} is no folder.", "Name the folder that holds the weights, or a hub cache.")
    if folder.resolve() == own_folder(manifest).resolve():
        raise BadInput(f"{folder} is where Storyreel keeps its own download.", "It is used without a link.")
    if any((folder / index).is_file() for index in INDEXES):
        return folder
    cached = folder / f"models--{manifest.hub.id.replace('/', '--')}" if manifest.hub else folder
    for cache in (cached, folder):
        if (cache / "snapshots").is_dir():
            return _revision(cache, manifest)
    return folder


def _revision(cache: Path, manifest: ModelManifest) -> Path:
    """The pinned revision where it is there, else the one that the cache calls main, else the only one."""
    taken = {path.name: path for path in sorted((cache / "snapshots").iterdir()) if path.is_dir()}
    main = cache / "refs" / "main"
    wanted = [
        manifest.hub.revision or "" if manifest.hub else "",
        main.read_text(encoding="utf-8").strip() if main.is_file() else "",
        *(taken if len(taken) == 1 else ()),
    ]
    for name in wanted:
        if name in taken:
            return taken[name]
    raise BadInput(
        f"{cache} holds no revision that could be meant.", "Name one of the folders in its snapshots folder."
    )
