"""Whether a folder of weights is what its manifest says, found out before anything is loaded and without torch.

Only tensors are taken (safetensors, and transformers in GGUF): a pickle (.bin, .pt, .ckpt, .pth) runs whatever its author wrote into it when it is opened, and so does code that
comes with weights. Both are refused, with the reason.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.errors import Unsupported, storage_failed
from engine.plan.capabilities import ModelManifest
from engine.shelf.packing import PACKED, READABLE, check_packed, packed_in
from engine.shelf.quick import own_files, placed

INDEXES = ("model_index.json", "modular_model_index.json")
PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".msgpack")
TENSORS = (".safetensors",)

LIBRARIES = frozenset({"diffusers", "transformers", "ltx2"})
"""Whose classes are run; "ltx2" is a folder in diffusers, by which an index names what only that pipeline has."""

_NO_WEIGHTS = ("Tokenizer", "Scheduler", "Processor", "Extractor", "Guidance")
"""What the names of classes have in them that are settings or vocabularies, not tensors."""

_SAFE = "Use a checkpoint in safetensors."
_AGAIN = "Fetch or copy that file again."
_ITSELF = "Link it under the model it is: `storyreel models list` names them."
_LARGEST_HEADER = 100_000_000


def check(folder: Path, manifest: ModelManifest) -> None:
    """Raises Unsupported, in one sentence with what to do, for the first thing that is wrong with the folder; StorageFailed
    where it cannot be read."""
    try:
        if files := own_files(manifest):
            return _check_files(folder, files, manifest)
        index = _index(folder, manifest)
        _check_code(folder, index)
        _check_pipeline(folder, index, manifest)
        for name, (library, kind) in sorted(_parts(index).items()):
            _check_part(folder, name, library, kind)
        _check_parts(folder, index, manifest)
        _check_sister(folder, index, manifest)
    except OSError as error:
        raise storage_failed(error, error.filename or folder) from error


def check_tensors(path: Path) -> None:
    """A safetensors file must be as long as its header says. Raises Unsupported, OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(8)
        length = struct.unpack("<Q", head)[0] if len(head) == 8 else size
        _expect(length <= min(size - 8, _LARGEST_HEADER), f"The weights file {path.name} is cut short.", _AGAIN)
        told = file.read(length)
    try:
        ends = [tensor["data_offsets"][1] for name, tensor in json.loads(told).items() if name != "__metadata__"]
        whole = 8 + length + max(ends, default=0)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as bad:
        raise Unsupported(f"{path.name} is no safetensors file.", _AGAIN) from bad
    _expect(size == whole, f"The weights file {path.name} is cut short: {size} of {whole} bytes are there.", _AGAIN)


def _check_files(folder: Path, files: Sequence[str], manifest: ModelManifest) -> None:
    for name in files:
        path = placed(folder, name)
        _expect(
            path.is_file(),
            f"{folder} holds no {path.name}.",
            f"Name the folder that holds the files of {manifest.hub.id}." if manifest.hub else _AGAIN,
        )
        check_tensors(path)


def _index(folder: Path, manifest: ModelManifest) -> Mapping[str, Any]:
    _expect(folder.is_dir(), f"{folder} is no folder.", "Name the folder that holds model_index.json.")
    path = next((folder / name for name in INDEXES if (folder / name).is_file()), None)
    if path is None:
        wanted = INDEXES[1] if manifest.modular else INDEXES[0]
        loose = any(entry.suffix in TENSORS for entry in folder.iterdir())
        raise Unsupported(
            f"{folder} holds single weights files, not a diffusers folder."
            if loose
            else f"{folder} holds no {wanted}.",
            f"Name the folder of a diffusers checkpoint, such as one of {manifest.hub.id}."
            if manifest.hub
            else f"Name the folder that holds {wanted}.",
        )
    return _json(path)


def _check_code(folder: Path, index: Mapping[str, Any]) -> None:
    reason = "Weights may not bring code of their own, because it would run with your rights."
    code = next((path for path in sorted(folder.rglob("*.py"))), None)
    if code is not None:
        raise Unsupported(
            f"{folder.name} brings its own code ({code.name}). {reason}", "Use a checkpoint without code."
        )
    told = isinstance(index.get("_class_name"), list) or any(
        "auto_map" in _json(path) for path in sorted(folder.glob("*/config.json"))
    )
    foreign = [library for library, _ in _parts(index).values() if library not in LIBRARIES]
    _expect(
        not told and not foreign, f"{folder.name} asks for code of its own. {reason}", "Use a checkpoint without code."
    )


def _check_pipeline(folder: Path, index: Mapping[str, Any], manifest: ModelManifest) -> None:
    found = str(index.get("_class_name", ""))
    known = (manifest.pipeline, *manifest.pipelines)
    _expect(
        found in known,
        f"{folder.name} holds a {found or 'nameless pipeline'}, but {manifest.title} is a {manifest.pipeline}.",
        _ITSELF,
    )


def _check_parts(folder: Path, index: Mapping[str, Any], manifest: ModelManifest) -> None:
    """What the manifest names must be there, and be of a class that the family knows."""
    parts = _parts(index)
    for wanted in manifest.components:
        if wanted.name not in parts:
            _expect(
                wanted.optional,
                f"{folder.name} lacks the {_spoken(wanted.name)} of {manifest.title}.",
                "Fetch the whole checkpoint.",
            )
        elif wanted.classes and _has_tensors(kind := parts[wanted.name][1]):
            _expect(
                kind in wanted.classes,
                f"The {_spoken(wanted.name)} in {folder.name} is a {kind}; {manifest.title} needs a {wanted.classes[0]}.",
                _ITSELF,
            )


def _check_sister(folder: Path, index: Mapping[str, Any], manifest: ModelManifest) -> None:
    """Models of one pipeline class differ in their transformers and in what their VAE makes of a latent: taken for each other they load,
    and fail or draw noise."""
    parts, named = _parts(index), {wanted.name for wanted in manifest.components}
    more = "transformer_2" in parts and "transformer_2" not in named
    _expect(not more, f"{folder.name} has two transformers; {manifest.title} has one.", _ITSELF)
    if manifest.made_of is None or parts.get("vae", ("", ""))[1] != "AutoencoderKLWan":
        return
    scale, wanted = _json(folder / "vae" / "config.json").get("scale_factor_spatial", 8), manifest.made_of.stride[1]
    _expect(
        scale == wanted,
        f"The vae in {folder.name} makes {scale} pixels of a latent's one; that of {manifest.title} makes {wanted}.",
        _ITSELF,
    )


def _check_part(folder: Path, name: str, library: str, kind: str) -> None:
    _expect(Path(name).name == name, f"The index in {folder} names a part outside it: {name}.", _AGAIN)
    part = folder / name
    _expect(part.is_dir(), f"The folder {name} is missing in {folder}.", "Fetch or copy the whole checkpoint again.")
    if not _has_tensors(kind):
        return
    tensors = sorted(path for path in part.iterdir() if path.suffix in TENSORS)
    if not tensors:
        _check_other(part, name, kind)
    for path in _shards(part):
        _expect(path.is_file(), f"The weights file {path.name} of the {_spoken(name)} is missing.", _AGAIN)
    for path in tensors:
        check_tensors(path)


def _check_other(part: Path, name: str, kind: str) -> None:
    """A part without safetensors: only a transformer packed in a GGUF file may be so."""
    pickle = next((path for path in sorted(part.iterdir()) if path.suffix in PICKLES), None)
    if pickle is not None:
        raise Unsupported(
            f"The {_spoken(name)} is a pickle ({pickle.name}), and opening a pickle runs whatever is in it.", _SAFE
        )
    packed = packed_in(part)
    if packed is None:
        raise Unsupported(f"The {_spoken(name)} has no weights in {part}.", "Fetch or copy the whole checkpoint again.")
    _check_packed(packed, name, kind)


def _check_packed(path: Path, name: str, kind: str) -> None:
    _expect(
        kind in READABLE,
        f"The {_spoken(name)} is a GGUF file ({path.name}), and no {kind} can be read from one.",
        _SAFE,
    )
    several = len(list(path.parent.glob(f"*{PACKED}"))) > 1
    _expect(not several, f"{path.parent} holds several GGUF files.", "Leave the one that is to be used.")
    check_packed(path)


def _shards(part: Path) -> Iterator[Path]:
    """The files that an index of shards names. Raises Unsupported for an index that names anything else."""
    for index in sorted(part.glob("*.safetensors.index.json")):
        told = _json(index).get("weight_map")
        named: list[Any] = list(told.values()) if isinstance(told, dict) else [None]
        _expect(all(map(_is_shard, named)), f"{index.name} in {part} is damaged.", _AGAIN)
        yield from (part / name for name in sorted(set(named)))


def _is_shard(name: object) -> bool:
    """Whether it is the name of a weights file in the same folder."""
    return isinstance(name, str) and name.endswith(TENSORS) and not any(sign in name for sign in "/\\:")


def _parts(index: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Component -> (library, class); what the checkpoint leaves out is null there. A modular index tells more of each."""
    return {
        name: (str(value[0]), str(value[1]))
        for name, value in index.items()
        if not name.startswith("_") and isinstance(value, list) and len(value) >= 2 and value[0] and value[1]
    }


def _has_tensors(kind: str) -> bool:
    return not any(word in kind for word in _NO_WEIGHTS)


def _json(path: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as bad:
        raise Unsupported(f"{path.name} in {path.parent} is damaged.", _AGAIN) from bad
    _expect(isinstance(told, dict), f"{path.name} in {path.parent} is damaged.", _AGAIN)
    return told


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _expect(holds: bool, sentence: str, action: str) -> None:
    if not holds:
        raise Unsupported(sentence, action)
