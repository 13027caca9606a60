"""A checkpoint's parts, read one by one from its folder: what is needed now, as precise as it should be, and nothing else.

Parts come and go on their own (the text encoders weigh more than some transformers and are needed for seconds), so no pipeline loads
them; a pipeline is put together from parts that are there. Only safetensors are read, and only classes that diffusers and transformers have.
"""

from __future__ import annotations

import functools
import hashlib
import importlib
import inspect
import json
from pathlib import Path
from typing import Any

import diffusers
import torch
import transformers
from safetensors import SafetensorError

from engine.backends.diffusion.looking import CLASSES as LOOKING
from engine.backends.diffusion.looking import Looking
from engine.backends.diffusion.packed import unpacked
from engine.backends.diffusion.quick import fused
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest
from engine.shelf.packing import is_packed, packed_in
from engine.shelf.quick import quick_files

INDEXES = ("model_index.json", "modular_model_index.json")
_ROOTS = ("diffusers", "transformers")


def hushed() -> None:
    """No progress bars and no advice from the libraries: a worker's log is for what a person can act on."""
    for library in (diffusers.utils.logging, transformers.utils.logging):
        library.set_verbosity_error()
        library.disable_progress_bar()


class Checkpoint:
    """A folder of parts. Nothing is read before it is asked for."""

    def __init__(self, folder: Path, manifest: ModelManifest) -> None:
        """Raises Unsupported when there is no index to go by."""
        self.folder, self.manifest = folder, manifest
        self.quick = quick_files(manifest)
        """What drafts are drawn with, a file for each transformer; empty where there is none."""
        index = _index(folder, manifest)
        self.classes = {name: tuple(entry[:2]) for name, entry in index.items() if _is_part(entry)}
        """Part -> library and class."""
        self.settings = {name: entry for name, entry in index.items() if not (name.startswith("_") or _listed(entry))}
        """What the pipeline itself is made with: boundary_ratio, expand_timesteps."""

    def names(self, begin: str = "") -> tuple[str, ...]:
        """The parts whose names begin so."""
        return tuple(name for name in self.classes if name.startswith(begin))

    @property
    def encoders(self) -> tuple[str, ...]:
        """What turns words into tensors, and may leave after that."""
        return self.names("text_encoder")

    @property
    def transformers(self) -> tuple[str, ...]:
        """What denoises: A14B has two."""
        return self.names("transformer")

    @property
    def packed(self) -> bool:
        """Whether what denoises comes in GGUF files."""
        return is_packed(self.folder)

    def bytes_of(self, name: str) -> int:
        """What the part's weights weigh on the disk."""
        if (packed := packed_in(self.folder / name)) is not None:
            return packed.stat().st_size
        return sum(path.stat().st_size for path in (self.folder / name).glob("*.safetensors"))

    def pipeline(self) -> Any:
        """The class that the manifest names."""
        return pipeline_class(self.manifest.pipeline, self.manifest)

    @functools.cached_property
    def fingerprint(self) -> str:
        """Tells these weights from others without reading them: names, sizes and times of their files, and where links lead (in a
        hub cache a link names its content)."""
        found = [
            f"{path.relative_to(self.folder).as_posix()} {_content(path)}"
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        ]
        found += [f"{file.name} {_content(file)}" for file in self.quick]
        return hashlib.sha256("\n".join(found).encode()).hexdigest()

    def read(self, name: str, dtype: torch.dtype, *, quick: bool = False) -> Any:
        """The part, on the CPU; a transformer that is to be `quick` with the weights for drafts in it. Raises Unsupported when its
        files are not what they should be."""
        library, kind = self.classes[name]
        made = Looking if kind in LOOKING else _class(library, kind, self.manifest)
        try:
            part = self._read(made, name, dtype)
        except (OSError, ValueError, RuntimeError, KeyError, TypeError, SafetensorError) as bad:
            raise Unsupported(
                f"The {name} of {self.manifest.title} in {self.folder} cannot be read.",
                f"Check the files with: storyreel models verify {self.manifest.id}",
            ) from bad
        if quick and name in self.transformers:
            fused(part, self.quick[min(self.transformers.index(name), len(self.quick) - 1)], self.pipeline())
        return part

    def _read(self, made: Any, name: str, dtype: torch.dtype) -> Any:
        if made is Looking:
            return Looking.read(self.folder / name)
        if not _has_weights(made):
            return made.from_pretrained(self.folder / name, local_files_only=True)
        if (packed := packed_in(self.folder / name)) is not None:
            part = unpacked(made, packed, dtype)
        else:
            part = made.from_pretrained(self.folder / name, local_files_only=True, use_safetensors=True, dtype=dtype)
        return part.eval().requires_grad_(False)


def part_dtype(name: str, manifest: ModelManifest, device: torch.device) -> torch.dtype:
    """How precise a part is kept: as the manifest says; on a CPU, which gains nothing from halves, in full."""
    return torch.float32 if device.type == "cpu" else getattr(torch, manifest.dtype_of(name))


def pipeline_class(name: str, manifest: ModelManifest) -> Any:
    """The pipeline class of that name. Raises Unsupported when this diffusers has none."""
    return _class("diffusers", name, manifest)


def _index(folder: Path, manifest: ModelManifest) -> dict[str, Any]:
    for name in INDEXES:
        try:
            return json.loads((folder / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as bad:
            raise Unsupported(f"{folder / name} cannot be read.", _again(manifest)) from bad
    raise Unsupported(f"{folder} holds no model: there is no model_index.json in it.", _again(manifest))


def _again(manifest: ModelManifest) -> str:
    return f"Fetch it again with: storyreel models get {manifest.id}"


def _content(path: Path) -> str:
    if path.is_symlink():
        return path.resolve().name
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _has_weights(made: Any) -> bool:
    return inspect.isclass(made) and issubclass(made, torch.nn.Module)


def _listed(entry: Any) -> bool:
    return isinstance(entry, list)


def _is_part(entry: Any) -> bool:
    return _listed(entry) and len(entry) >= 2 and entry[0] is not None and entry[1] is not None


def _class(library: str, kind: str, manifest: ModelManifest) -> Any:
    """A class of diffusers or transformers, or of a pipeline's folder in diffusers ("ltx2"). Nobody else's code is run."""
    module = library if library in _ROOTS else f"diffusers.pipelines.{library}"
    try:
        return getattr(importlib.import_module(module), kind)
    except (ImportError, AttributeError) as missing:
        raise Unsupported(
            f"{manifest.title} asks for {library}.{kind}, which this installation does not have.",
            'Install the newest with: pip install --upgrade "storyreel[diffusion]"',
        ) from missing
