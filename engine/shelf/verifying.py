"""Whether the weights on the shelf are still the bytes that were published: every file read again, against the digests that are known.

Of a download all of them are; of a hub cache those of its large files, which it keeps by their digest; of any other folder only what the
manifest pins. How much was known is part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import Unsupported, storage_failed
from engine.plan.capabilities import ModelManifest
from engine.shelf.fetching import Ask, Progress, Tell, never, quiet, sha256_of
from engine.shelf.packing import PACKED
from engine.shelf.places import Fetched, Linked, folder_of, standing
from engine.shelf.quick import own_files, placed
from engine.shelf.soundness import TENSORS, check

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Verified:
    """All is well: `checked` of `files` weights files were compared with a digest that was known."""

    checked: int
    files: int


@dataclass(frozen=True, slots=True)
class Damaged:
    """These files are not what was published, or are gone."""

    files: Sequence[str]


def verify(manifest: ModelManifest, *, tell: Tell = quiet, ask: Ask = never) -> Verified | Damaged:
    """Read every weights file again. Raises Unsupported where the weights are not here or cannot be this model's,
    StorageFailed, Cancelled."""
    folder = folder_of(manifest)
    here = standing(manifest)
    known = {name: sha for name, _, sha in here.files} if isinstance(here, Fetched) else dict(_known(folder, manifest))
    try:
        gone = tuple(sorted(name for name in known if not (folder / name).is_file()))
        wrong = gone if gone else tuple(_wrong(folder, known, tell, ask))
        tensors = len(own_files(manifest)) or sum(1 for path in folder.rglob("*") if path.suffix in (*TENSORS, PACKED))
    except OSError as error:
        raise storage_failed(error, error.filename or folder) from error
    if wrong:
        return Damaged(wrong)
    check(folder, manifest)
    return Verified(sum(1 for name in known if name.endswith(TENSORS)), tensors)


def cure(manifest: ModelManifest) -> str:
    """What to do about damaged weights."""
    if isinstance(standing(manifest), Linked):
        return "They are linked, so Storyreel leaves them as they are: put good files there, or link another folder."
    return f"Fetch them again: storyreel models get {manifest.id} --revision {_revision(manifest)}"


def must_be_whole(found: Verified | Damaged, manifest: ModelManifest) -> Verified:
    """Raises Unsupported where weights are damaged."""
    if isinstance(found, Damaged):
        first, *others = found.files
        more = f" and {len(others)} more" if others else ""
        raise Unsupported(f"{first}{more} of {manifest.title} is damaged or gone.", cure(manifest))
    return found


def _wrong(folder: Path, known: dict[str, str], tell: Tell, ask: Ask) -> Iterator[str]:
    sizes = {name: (folder / name).stat().st_size for name in known}
    total, done = sum(sizes.values()), 0
    for name, sha in sorted(known.items()):
        tell(Progress(done, total, name))
        if sha256_of(folder / name, ask) != sha:
            yield name
        done += sizes[name]
        tell(Progress(done, total, name))


def _known(folder: Path, manifest: ModelManifest) -> Iterator[tuple[str, str]]:
    """Digests of a linked folder's files: a hub cache names its large blobs by them. Of quick weights only their own are looked at, for
    people keep them among many others."""
    own = [placed(folder, name) for name in own_files(manifest)]
    for name, sha in manifest.hub.sha256 if manifest.hub else ():
        yield placed(folder, name).relative_to(folder).as_posix() if own else name, sha
    for path in own or sorted(folder.rglob("*")):
        if path.is_symlink() and _SHA256.fullmatch(blob := path.readlink().name):
            yield path.relative_to(folder).as_posix(), blob


def _revision(manifest: ModelManifest) -> str:
    here = standing(manifest)
    return here.revision if isinstance(here, Fetched) else "main"
