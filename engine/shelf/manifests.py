"""Which models there are: those whose manifests we ship, and those a person dropped into the shelf's `manifests` folder.

A model of a known family needs no code of ours, so its one JSON file may come from anywhere; ours go first, so that no dropped file can
change what a shipped name means.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.film.faults import first_fault
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.shelf.places import shelf

OWN = "manifests"
"""The folder on the shelf for manifests of one's own."""


def find(engine: str) -> ModelManifest:
    """The manifest of that engine. Raises Unsupported where there is none, or one that cannot be read."""
    found = _paths().get(engine)
    if found is None:
        raise Unsupported(f"There is no engine called {engine!r}.", f"Choose one of: {', '.join(sorted(_paths()))}.")
    return load_manifest(found.parent, engine) if found.parent == _shipped() else _own(found)


def models() -> tuple[ModelManifest, ...]:
    """Every model that is run through diffusers, by id; manifests of one's own that cannot be read are left out (`unreadable`)."""
    return tuple(manifest for manifest in _each([]) if manifest.family is not None)


def every() -> tuple[ModelManifest, ...]:
    """Every engine, by id, the ones that come with Storyreel included; manifests that cannot be read are left out."""
    return tuple(_each([]))


def own_stamp() -> tuple[tuple[str, int], ...]:
    """Names and times of the manifests of one's own: equal while nobody added, changed or removed one."""
    stamps: list[tuple[str, int]] = []
    for path in sorted((shelf() / OWN).glob("*.json")):
        with contextlib.suppress(OSError):  # removed between two looks
            stamps.append((str(path), path.stat().st_mtime_ns))
    return tuple(stamps)


def unreadable() -> tuple[str, ...]:
    """What is wrong with manifests on the shelf that cannot be read, a sentence each."""
    faults: list[str] = []
    list(_each(faults))
    return tuple(faults)


def find_model(name: str) -> ModelManifest:
    """A model by its id. Raises Unsupported for an engine that has no weights to keep on a shelf."""
    manifest = find(name)
    if manifest.family is None:
        raise Unsupported(
            f"{manifest.title} comes with Storyreel; it has no weights on the shelf.",
            "`storyreel models list` names those that do.",
        )
    return manifest


def _each(faults: list[str]) -> Iterator[ModelManifest]:
    for engine in sorted(_paths()):
        try:
            yield find(engine)
        except Unsupported as bad:
            faults.append(str(bad))


def _own(path: Path) -> ModelManifest:
    """A manifest that somebody wrote: what is wrong with it is said, not that Storyreel must be installed again."""
    try:
        manifest = ModelManifest.model_validate(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise Unsupported(f"The manifest {path} cannot be read.", "Correct its permissions, or remove it.") from error
    except ValidationError as bad:
        raise Unsupported(
            f"The manifest {path.name} is wrong at {first_fault(bad)}.", f"Correct or remove {path}."
        ) from bad
    except ValueError as bad:
        raise Unsupported(f"The manifest {path.name} is no JSON.", f"Correct or remove {path}.") from bad
    if manifest.id != path.stem or manifest.engine != path.stem:
        raise Unsupported(f"The manifest {path.name} is for {manifest.id!r}.", f"Call the file {manifest.id}.json.")
    if manifest.family is None:
        raise Unsupported(f"The manifest {path.name} names no family.", f"Correct or remove {path}.")
    return manifest


def _shipped() -> Path:
    return assets_folder() / "models"


def _paths() -> dict[str, Path]:
    folders = (shelf() / OWN, _shipped())
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.json"))}
