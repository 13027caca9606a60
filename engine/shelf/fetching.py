"""Weights from the hub: at one revision, checked against the hub's own digests, going on where it stopped.

huggingface_hub throws a half-fetched file away when a download stops, and a single one may be ten gigabytes; so its part is kept here
under a name of ours and handed back to huggingface_hub with the place to go on from. Each file appears under its own name only when
its digest is right, and the receipt is written last: whatever happens, what looks whole is whole.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from engine.errors import BadInput, Locked, StorageFailed, Unsupported, storage_failed
from engine.plan.capabilities import ModelManifest
from engine.shelf.hub import Listing, Remote, listing, pour
from engine.shelf.licences import must_be_accepted
from engine.shelf.places import RECEIPT, Fetched, Linked, keep, own_folder, shelf, standing
from engine.shelf.quick import own_files
from engine.shelf.soundness import INDEXES, PICKLES, TENSORS, check

SPARE = 1_000_000_000
"""Bytes that a download must leave free."""

PARTS = ".parts"
_READ = (".json", ".txt", ".model", ".jinja", ".spm", *TENSORS)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download or a check is: bytes, and the file that is being worked on."""

    done: int
    total: int
    file: str


Tell = Callable[[Progress], None]
Ask = Callable[[], None]
"""Called between pieces; raises Cancelled when a person asked to stop."""


def quiet(progress: Progress) -> None:
    """Nobody is told."""


def never() -> None:
    """Nobody asks to stop."""


def fetch(
    manifest: ModelManifest, *, revision: str = "", endpoint: str | None = None, tell: Tell = quiet, ask: Ask = never
) -> Fetched:
    """Download the model's weights, or the rest of them. `revision` names another than the pinned one.

    Raises Unsupported (no revision pinned, licence not accepted, hub out of reach, weights that may not be opened),
    StorageFailed (too little room), Locked (somebody else fetches it), Cancelled; what has come stays for the next time.
    """
    hub, wanted = _wanted(manifest, revision)
    must_be_accepted(manifest)
    if isinstance(standing(manifest), Linked):
        raise BadInput(
            f"{manifest.title} is linked already.", f"To fetch it instead: storyreel models remove {manifest.id}"
        )
    with alone(manifest):
        found = listing(hub, wanted, endpoint)
        files = chosen(found.files, manifest)
        here = own_folder(manifest)
        _must_fit(here, files, manifest)
        try:
            digests = _poured(here, found, files, endpoint, tell, ask)
        except OSError as error:
            raise storage_failed(error, error.filename or here) from error
        _must_match(manifest, digests)
        check(here, manifest)
        sizes = {file.name: file.size for file in files}
        told = [[name, sizes[name], sha] for name, sha in sorted(digests.items())]
        keep(here / RECEIPT, {"hub": hub, "revision": found.revision, "day": date.today().isoformat(), "files": told})
        shutil.rmtree(here / PARTS, ignore_errors=True)
    done = standing(manifest)
    assert isinstance(done, Fetched)
    return done


def chosen(files: Iterable[Remote], manifest: ModelManifest) -> tuple[Remote, ...]:
    """Of a repository's files those that the model is made of: its index and licence, and of its parts the settings and the
    tensors; or those that quick weights are. Raises Unsupported where a part comes as a pickle only, or such a file is not there."""
    if named := own_files(manifest):
        return _named(files, named, manifest)
    parts = {component.name for component in manifest.components}
    kept: dict[str, Remote] = {}
    pickled: dict[str, str] = {}
    for file in filter(_stays_inside, files):
        path = PurePosixPath(file.name)
        folder = path.parts[0] if len(path.parts) == 2 else ""
        if len(path.parts) == 1 and (file.name in INDEXES or file.name.upper().startswith(("LICENSE", "NOTICE"))):
            kept[file.name] = file
        elif folder and (not parts or folder in parts) and path.suffix in PICKLES:
            pickled.setdefault(folder, path.name)
        elif folder and (not parts or folder in parts) and path.suffix in _READ:
            kept[file.name] = file
    usual = {name: file for name, file in kept.items() if not (_variant(name) and _usual(name) in kept)}
    for folder, pickle in pickled.items():
        if not any(name.startswith(f"{folder}/") and name.endswith(TENSORS) for name in usual):
            raise Unsupported(
                f"The {folder.replace('_', ' ')} of {manifest.title} is published as a pickle ({pickle}) only, and opening a pickle runs whatever is in it.",
                "Use a checkpoint in safetensors.",
            )
    return tuple(usual[name] for name in sorted(usual))


def _named(files: Iterable[Remote], names: Sequence[str], manifest: ModelManifest) -> tuple[Remote, ...]:
    there = {file.name: file for file in filter(_stays_inside, files)}
    if missing := [name for name in names if name not in there or not name.endswith(TENSORS)]:
        raise Unsupported(
            f"{missing[0]} of {manifest.title} is not published there as safetensors.",
            "Try another revision, or link files that you have.",
        )
    return tuple(there[name] for name in names)


def _wanted(manifest: ModelManifest, revision: str) -> tuple[str, str]:
    if manifest.hub is None:
        raise Unsupported(f"{manifest.title} is not on the hub.", "Link a folder of its weights instead.")
    wanted = revision or manifest.hub.revision or ""
    if not wanted:
        raise Unsupported(
            f"Nobody has verified a revision of {manifest.hub.id} for this Storyreel yet.",
            f"Choose one yourself, the newest say: storyreel models get {manifest.id} --revision main",
        )
    return manifest.hub.id, wanted


@contextmanager
def alone(manifest: ModelManifest) -> Iterator[None]:
    """Nobody else fetches or removes the model while the block runs. Raises Locked, StorageFailed."""
    try:
        shelf().mkdir(parents=True, exist_ok=True)
        with FileLock(shelf() / f".{manifest.id}.lock", timeout=0):
            yield
    except Timeout as busy:
        raise Locked(f"Another Storyreel is fetching {manifest.title} right now.", "Wait for it.") from busy
    except OSError as error:
        raise storage_failed(error, shelf()) from error


def _must_fit(folder: Path, files: Sequence[Remote], manifest: ModelManifest) -> None:
    missing = sum(file.size for file in files) - sum(_there(folder, file) for file in files)
    free = shutil.disk_usage(shelf()).free
    if missing and free < missing + SPARE:
        raise StorageFailed(
            f"{manifest.title} needs {gigabytes(missing)} more, and {shelf()} has {gigabytes(free)} free.",
            "Free some space, or name a folder on a larger disk in STORYREEL_MODELS.",
        )


def _there(folder: Path, file: Remote) -> int:
    """How much of a file has come: never more than it is long."""
    for path in (folder / file.name, _part(folder, file)):
        if path.is_file():
            return min(path.stat().st_size, file.size)
    return 0


def _poured(
    folder: Path, found: Listing, files: Sequence[Remote], endpoint: str | None, tell: Tell, ask: Ask
) -> dict[str, str]:
    """Each file under its name, with its sha256 (hex)."""
    total, before = sum(file.size for file in files), 0
    digests: dict[str, str] = {}
    for file in files:
        path = folder / file.name
        counted = _Counted(before, total, file.name, tell, ask)
        if (digest := _kept(file, path, ask)) is None:
            part = _part(folder, file)
            part.parent.mkdir(parents=True, exist_ok=True)
            if part.is_file() and part.stat().st_size > file.size:
                part.unlink()
            pour(found, file, part, counted.more, endpoint)
            digest = _must_be(file, part)
            path.parent.mkdir(parents=True, exist_ok=True)
            (folder / RECEIPT).unlink(missing_ok=True)  # from here on it is another revision, and not whole
            part.replace(path)
        digests[file.name] = digest
        before += file.size
        tell(Progress(before, total, file.name))
    return digests


class _Counted:
    """Tells how far the whole is while one file comes."""

    def __init__(self, before: int, total: int, name: str, tell: Tell, ask: Ask) -> None:
        self._before, self._total, self._name, self._tell, self._ask = before, total, name, tell, ask

    def more(self, here: int) -> None:
        """`here` bytes of the file have come."""
        self._ask()
        self._tell(Progress(self._before + here, self._total, self._name))


def _kept(file: Remote, path: Path, ask: Ask) -> str | None:
    """The digest of a file that is here already and right; None where it has to come (again)."""
    if not path.is_file():
        return None
    digest = sha256_of(path, ask)
    return digest if _is(file, path, digest) else None


def _must_be(file: Remote, path: Path) -> str:
    """The digest of what came. Raises StorageFailed, and throws it away, where that is not the hub's file."""
    digest = sha256_of(path)
    if not _is(file, path, digest):
        path.unlink(missing_ok=True)
        raise StorageFailed(
            f"{file.name} did not arrive as it is on the hub.", "Run the same command again; the rest is kept."
        )
    return digest


def _is(file: Remote, path: Path, digest: str) -> bool:
    """By the hub's own digest: sha256 of large files, git's sha1 of small ones."""
    if path.stat().st_size != file.size:
        return False
    return digest == file.sha256 if file.sha256 else file.blob in ("", git_blob(path))


def _must_match(manifest: ModelManifest, digests: Mapping[str, str]) -> None:
    pinned = dict(manifest.hub.sha256) if manifest.hub else {}
    wrong = next((name for name, sha in pinned.items() if digests.get(name) != sha), None)
    if wrong is not None:
        raise Unsupported(
            f"{wrong} is not the file that the manifest of {manifest.title} names.", "Fetch the pinned revision."
        )


def sha256_of(path: Path, ask: Ask = never) -> str:
    """Hex; asks now and then whether to go on. Raises OSError, Cancelled."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 24):
            digest.update(piece)
            ask()
    return digest.hexdigest()


def git_blob(path: Path) -> str:
    """What git calls the file's content (sha1 with a header)."""
    content = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def gigabytes(size: float) -> str:
    """As people say it: 34.2 GB, 12 MB."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"


def _part(folder: Path, file: Remote) -> Path:
    return (
        folder / PARTS / f"{hashlib.sha256(f'{file.name} {file.sha256 or file.blob}'.encode()).hexdigest()[:32]}.part"
    )


def _stays_inside(file: Remote) -> bool:
    """Whether a file put under that name lies in the model's folder, on any system: what a hub says is not to be trusted."""
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part for part in file.name.split("/"))


def _variant(name: str) -> bool:
    return ".fp16." in name or ".bf16." in name


def _usual(name: str) -> str:
    return name.replace(".fp16.", ".").replace(".bf16.", ".")
