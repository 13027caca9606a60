"""The content-addressed store of takes in a film's folder: `takes/3f/3fa9.../{take.json, master.mov, ...}`.

A take appears whole or not at all: it is written to a draft folder, hashed, synced and renamed. A draft is guarded by a
kernel lock instead of a process id, because only the kernel knows for certain that a writer died.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from engine.errors import DamagedTake, storage_failed
from engine.failpoints import failpoint
from engine.film.durable import sync_folder
from engine.takes.durable import digest_of, sync_file, write_whole
from engine.takes.record import RECORD, Rendered, StoredFile, TakeRecord, damaged, read_record, record_json

_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A take being written: put its files into `folder`, then `TakeStore.commit` or `TakeStore.discard` it."""

    key: str
    folder: Path
    lock: BaseFileLock


class TakeStore:
    """The takes of the film in `film_folder`. Reading creates nothing; any number of processes may use it at once."""

    def __init__(self, film_folder: Path) -> None:
        self.root = film_folder / "takes"
        self._drafts = self.root / ".tmp"

    def folder(self, key: str) -> Path:
        """Where the take of that key lies, or would lie. Raises ValueError when it is no key."""
        if not _KEY.fullmatch(key):
            raise ValueError(f"not a take's key: {key!r}")
        return self.root / key[:2] / key

    def path(self, key: str, name: str) -> Path:
        """A file of a take: `engine.takes.record.MASTER`, PROXY, POSTER or RECORD."""
        return self.folder(key) / name

    def has(self, key: str) -> bool:
        """Whether the take is in the store (one look at the disk; `verify` reads its bytes). Raises StorageFailed."""
        try:
            return self.path(key, RECORD).exists()
        except OSError as error:
            raise storage_failed(error, self.path(key, RECORD)) from error

    def read(self, key: str) -> TakeRecord:
        """The take's record. Raises KeyError when there is none, DamagedTake when it cannot be read."""
        try:
            return read_record(self.path(key, RECORD).read_bytes(), key)
        except (FileNotFoundError, NotADirectoryError) as missing:
            raise KeyError(key) from missing
        except OSError as error:
            raise storage_failed(error, self.path(key, RECORD)) from error

    def verify(self, key: str) -> TakeRecord:
        """The record of a take whose every byte is what was rendered.

        Raises KeyError when there is none. A damaged take is moved to `takes/damaged/`, never deleted, and DamagedTake is
        raised; the store has it no longer, so the next plan renders it again.
        """
        try:
            record = self.read(key)
            self._compare(record)
        except DamagedTake:
            self._set_aside(key)
            raise
        return record

    def sound(self, key: str) -> bool:
        """Whether a verified take is there; a damaged one is moved aside."""
        try:
            self.verify(key)
        except (KeyError, DamagedTake):
            return False
        return True

    def intact(self, key: str) -> bool:
        """Whether the take is there with every file at its full size, which needs no reading of media: cheap enough to ask
        of every shot before a render. One that is not is moved aside. Raises StorageFailed."""
        try:
            record = self.read(key)
            for file in record.files:
                self._measure(record.key, file)
        except KeyError:
            return False
        except DamagedTake:
            self._set_aside(key)
            return False
        return True

    def keys(self) -> Iterator[str]:
        """Every key in the store, in no particular order."""
        for shard in _folders(self.root):
            if len(shard.name) == 2:
                yield from (take.name for take in _folders(shard) if _KEY.fullmatch(take.name) and self.has(take.name))

    def begin(self, key: str) -> Draft:
        """A fresh draft folder for the take. Raises StorageFailed."""
        self.folder(key)
        try:
            self._drafts.mkdir(parents=True, exist_ok=True)
            return self._draft(key)
        except OSError as error:
            raise storage_failed(error, self.root) from error

    def commit(self, draft: Draft, rendered: Rendered) -> TakeRecord:
        """Hash the draft's files, write take.json and move the take into the store.

        A sound take that is there already wins, and the draft is thrown away. Raises StorageFailed; the draft is then
        thrown away too.
        """
        try:
            return self._commit(draft, rendered)
        except OSError as error:
            raise storage_failed(error, self.root) from error
        finally:
            self.discard(draft)

    def discard(self, draft: Draft) -> None:
        """Throw a draft away; nothing happens when it is gone already."""
        shutil.rmtree(draft.folder, ignore_errors=True)
        draft.lock.release(force=True)
        with contextlib.suppress(OSError):
            Path(draft.lock.lock_file).unlink()

    def remove(self, key: str) -> None:
        """Delete a take for good; one that is not there is deleted already. It goes as a whole: what a killed process has
        left of it is swept like a draft. Raises StorageFailed."""
        aside = self._drafts / f"{key[:16]}-{uuid.uuid4().hex[:8]}"
        try:
            self._drafts.mkdir(parents=True, exist_ok=True)
            self.folder(key).replace(aside)
            shutil.rmtree(aside)
        except FileNotFoundError:
            return
        except OSError as error:
            raise storage_failed(error, self.folder(key)) from error

    def sweep(self) -> int:
        """Throw away the drafts of processes that died; returns how many. Never raises: a leftover does no harm."""
        swept = 0
        with contextlib.suppress(OSError):
            names = {path.name.removesuffix(".lock") for path in self._drafts.iterdir()}
            swept = sum(self._sweep_one(name) for name in sorted(names))
        return swept

    def _draft(self, key: str) -> Draft:
        while True:
            name = f"{key[:16]}-{uuid.uuid4().hex[:8]}"
            lock = FileLock(self._drafts / f"{name}.lock", timeout=0, thread_local=False)
            try:
                lock.acquire()
            except Timeout:  # a sweep was faster than we were
                continue
            folder = self._drafts / name
            folder.mkdir()
            return Draft(key, folder, lock)

    def _commit(self, draft: Draft, rendered: Rendered) -> TakeRecord:
        files = tuple(_stored(path) for path in sorted(draft.folder.iterdir()))
        record = TakeRecord(**dict(rendered), key=draft.key, files=files)
        write_whole(draft.folder / RECORD, record_json(record))
        sync_folder(draft.folder)
        failpoint("takes.after_write")
        kept = self._move_in(draft)
        failpoint("takes.after_rename")
        return record if kept else self.read(draft.key)

    def _move_in(self, draft: Draft) -> bool:
        """Rename the draft into place; False when a sound take was there first."""
        target = self.folder(draft.key)
        _make_shard(target.parent)
        while True:
            if target.exists():  # os.replace onto a folder that is not empty fails (Errno 39)
                if self.sound(draft.key):
                    return False
                self._set_aside(draft.key)
            try:
                draft.folder.replace(target)
            except OSError:
                if target.exists():
                    continue  # another process was faster: look at its take
                raise
            sync_folder(target.parent)
            return True

    def _compare(self, record: TakeRecord) -> None:
        for file in record.files:
            path = self._measure(record.key, file)
            try:
                whole = digest_of(path) == file.digest
            except OSError as error:
                raise storage_failed(error, path) from error
            if not whole:
                raise damaged(record.key, f"{file.name} has changed since it was rendered")

    def _measure(self, key: str, file: StoredFile) -> Path:
        """Where the file lies. Raises DamagedTake when it is gone or has another size."""
        path = self.path(key, file.name)
        try:
            size = path.stat().st_size
        except FileNotFoundError as missing:
            raise damaged(key, f"{file.name} is missing") from missing
        except OSError as error:
            raise storage_failed(error, path) from error
        if size != file.size:
            raise damaged(key, f"{file.name} has changed since it was rendered")
        return path

    def _set_aside(self, key: str) -> None:
        """Move whatever lies in a take's place into takes/damaged/."""
        source = self.folder(key)
        aside = self.root / "damaged"
        try:
            aside.mkdir(parents=True, exist_ok=True)
            source.replace(aside / f"{key}-{uuid.uuid4().hex[:6]}")
        except FileNotFoundError:
            return  # another process was faster
        except OSError as error:
            raise storage_failed(error, source) from error

    def _sweep_one(self, name: str) -> bool:
        lock = FileLock(self._drafts / f"{name}.lock", timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return False
        self.discard(Draft("", self._drafts / name, lock))
        return True


def _stored(path: Path) -> StoredFile:
    sync_file(path)
    return StoredFile(name=path.name, digest=digest_of(path), size=path.stat().st_size)


def _make_shard(shard: Path) -> None:
    if not shard.is_dir():
        shard.mkdir(parents=True, exist_ok=True)
        sync_folder(shard.parent)


def _folders(parent: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(parent) as entries:
            yield from (entry for entry in entries if entry.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return
