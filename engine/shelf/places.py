"""Where weights lie on this machine: in a folder of ours, one a model, or wherever they were linked from.

A folder of ours is whole only when its `storyreel.json` stands in it, which is written last; a link is a line in `links.json`, so that
nothing is copied and taking a model off the shelf can never touch a folder that is not ours.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
from filelock import FileLock, Timeout

from engine.errors import Locked, StorageFailed, Unsupported, storage_failed
from engine.film.durable import replace_file
from engine.plan.capabilities import ModelManifest

SHELF = "STORYREEL_MODELS"
"""Names another folder for weights, on a larger disk say."""

RECEIPT = "storyreel.json"
LINKS = "links.json"

_PATIENCE = 5.0
"""Seconds; writing one of these files takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Weights we downloaded: ours to remove. `files` are (name, bytes, sha256) of that revision."""

    folder: Path
    revision: str
    files: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Weights that were on the disk already; `folder` is theirs and stays as it is."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A download that stopped on its way and goes on from there."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing of it is here."""


Standing = Fetched | Linked | Unfinished | Absent
"""How a model stands on the shelf."""


def shelf() -> Path:
    """The folder of all weights; it may not exist yet."""
    chosen = os.environ.get(SHELF, "")
    return (
        Path(chosen).expanduser()
        if chosen
        else Path(platformdirs.user_data_dir("storyreel", appauthor=False), "models")
    )


def own_folder(manifest: ModelManifest) -> Path:
    """Where a download of it lies, or would."""
    return shelf() / manifest.id


def standing(manifest: ModelManifest) -> Standing:
    """How the model stands on the shelf; a link goes before a download. Raises StorageFailed."""
    if (linked := links().get(manifest.id)) is not None:
        return Linked(Path(linked))
    folder = own_folder(manifest)
    receipt = _read(folder / RECEIPT)
    if receipt is None:
        return Unfinished(folder) if folder.is_dir() and any(folder.iterdir()) else Absent()
    return Fetched(folder, str(receipt.get("revision", "")), _fetched(receipt, folder / RECEIPT))


def folder_of(manifest: ModelManifest) -> Path:
    """The folder that holds the model's index. Raises Unsupported, with what to do, where its weights are not here."""
    match standing(manifest):
        case Fetched(folder) | Linked(folder) if folder.is_dir():
            return folder
        case Linked(folder):
            raise Unsupported(
                f"The weights of {manifest.title} were linked from {folder}, which is gone.",
                f"Bring the folder back, or link another: storyreel models link FOLDER {manifest.id}",
            )
        case Unfinished():
            raise Unsupported(
                f"The weights of {manifest.title} are only partly here.",
                f"Go on with: storyreel models get {manifest.id}",
            )
        case _:
            raise Unsupported(
                f"The weights of {manifest.title} are not on this machine.",
                f"Fetch them: storyreel models get {manifest.id}, or use a folder you have: storyreel models link FOLDER {manifest.id}",
            )


def links() -> dict[str, str]:
    """Model id -> folder of everything that is linked. Raises StorageFailed."""
    return {str(name): str(folder) for name, folder in (_read(shelf() / LINKS) or {}).items()}


def keep_link(name: str, folder: Path | None) -> None:
    """The model of that id lies in that folder; None: it is linked no more. Raises Locked, StorageFailed."""
    noted(shelf() / LINKS, name, None if folder is None else str(folder))


def _fetched(receipt: dict[str, Any], path: Path) -> tuple[tuple[str, int, str], ...]:
    """(name, bytes, sha256) of what a receipt tells of. Raises StorageFailed."""
    try:
        return tuple((str(name), int(size), str(sha)) for name, size, sha in receipt.get("files", ()))
    except (TypeError, ValueError) as bad:
        raise _damaged(path) from bad


def noted(path: Path, name: str, entry: Any) -> None:
    """Write one entry of a file that `keep` writes, or take it out where it is None; all others stay as they are, also those that
    another Storyreel writes right now or that mean nothing to this one. Raises Locked, StorageFailed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE):
            told = {other: one for other, one in kept(path).items() if other != name}
            keep(path, told if entry is None else {**told, name: entry})
    except Timeout as busy:
        raise Locked(f"Another Storyreel is writing {path} right now.", "Wait for it.") from busy
    except OSError as error:
        raise storage_failed(error, path) from error


def keep(path: Path, facts: dict[str, Any]) -> None:
    """Write JSON whole or not at all, its folder with it. Raises StorageFailed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True).encode())
    except OSError as error:
        raise storage_failed(error, path) from error


def kept(path: Path) -> dict[str, Any]:
    """What `keep` wrote there; empty where there is nothing yet. Raises StorageFailed."""
    return _read(path) or {}


def bytes_in(folder: Path) -> int:
    """What the files of a folder weigh; links into a hub cache count as what they lead to."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise storage_failed(error, path) from error
    except (ValueError, RecursionError) as bad:
        raise _damaged(path) from bad
    if not isinstance(told, dict):
        raise _damaged(path)
    return told


def _damaged(path: Path) -> StorageFailed:
    return StorageFailed(f"{path} is damaged.", "Correct it, or move it away and link or fetch your models again.")
