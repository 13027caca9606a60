"""Which class renders for which engine name, loaded only when a worker needs it.

An engine that Storyreel does not ship comes as one Python file with its manifest beside it: `mine.py` holds a class
`Backend`, `mine.json` its manifest, and "mine" is the engine's name. Tests bring their fake that way.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.backends.base import Backend
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.shelf import manifests
from engine.shelf.readiness import cure

BUILT_IN = {
    "animatic": "engine.backends.animatic.backend:AnimaticBackend",
    "draft": "engine.backends.draft.backend:DraftBackend",
}
"""Engine name -> module:class."""

DIFFUSION = "engine.backends.diffusion.backend:DiffusionBackend"
"""What renders for every manifest that has a family."""


def find(engine: str, extra: Sequence[Path] = ()) -> tuple[Backend, ModelManifest]:
    """A back end for that engine, not yet loaded, and its manifest. Raises Unsupported."""
    for path in extra:
        if path.stem == engine:
            return _made(_module_at(path), "Backend"), load_manifest(path.parent, engine)
    manifest = manifests.find(engine)
    renderer = DIFFUSION if manifest.family is not None else BUILT_IN.get(engine)
    if renderer is None:
        raise Unsupported(f"The engine {engine!r} has a manifest but no renderer.", "Install Storyreel again.")
    module, _, name = renderer.partition(":")
    try:
        return _made(importlib.import_module(module), name), manifest
    except ImportError as missing:
        raise Unsupported(f"The engine {engine!r} lacks a package it needs ({missing}).", cure(manifest)) from missing


def master_writer(engine: str, extra: Sequence[Path] = ()) -> Any | None:
    """The engine's own `MasterWriter` class, where its file brings one instead of engine.media.masters'."""
    return _brought(engine, "MasterWriter", extra)


def chore(name: str, extra: Sequence[Path] = ()) -> Any | None:
    """The function `chore` of an extra file of that name (`engine.worker.chores`)."""
    return _brought(name, "chore", extra)


def _brought(stem: str, what: str, extra: Sequence[Path]) -> Any | None:
    return next((getattr(_module_at(path), what, None) for path in extra if path.stem == stem), None)


def _made(module: ModuleType, name: str) -> Backend:
    return getattr(module, name)()


def _module_at(path: Path) -> ModuleType:
    """The module in an extra file, imported once and known by name (dataclasses look themselves up there)."""
    name = f"storyreel_engine_{path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise Unsupported(f"There is no engine at {path}.", "Check the path.")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
