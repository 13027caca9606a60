"""Which models there are: those whose manifests we ship, and those a person dropped into the shelf's `manifests` folder.

A model of a known family needs no code of ours, so its one JSON file may come from anywhere; ours go first, so that no dropped file can
change what a shipped name means.
"""

from __future__ import annotations

from pathlib import Path

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.shelf.places import shelf

OWN = "manifests"
"""The folder on the shelf for manifests of one's own."""


def find(engine: str) -> ModelManifest:
    """The manifest of that engine. Raises Unsupported where there is none, or one that cannot be read."""
    found = _paths().get(engine)
    if found is None:
        raise Unsupported(f"There is no engine called {engine!r}.", f"Choose one of: {', '.join(sorted(_paths()))}.")
    manifest = load_manifest(found.parent, engine)
    if manifest.id != engine or manifest.engine != engine:
        raise Unsupported(f"The manifest {found.name} is for {manifest.id!r}.", f"Call the file {manifest.id}.json.")
    return manifest


def models() -> tuple[ModelManifest, ...]:
    """Every model that is run through diffusers, by id. Raises Unsupported for a manifest that cannot be read."""
    each = (find(engine) for engine in sorted(_paths()))
    return tuple(manifest for manifest in each if manifest.family is not None)


def find_model(name: str) -> ModelManifest:
    """A model by its id. Raises Unsupported for an engine that has no weights to keep on a shelf."""
    manifest = find(name)
    if manifest.family is None:
        raise Unsupported(
            f"{manifest.title} comes with Storyreel; it has no weights on the shelf.",
            "`storyreel models list` names those that do.",
        )
    return manifest


def _paths() -> dict[str, Path]:
    folders = (shelf() / OWN, assets_folder() / "models")
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.json"))}
