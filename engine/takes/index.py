"""A light index of the take store for the editor and the plan: which takes exist, how big they are, where the poster is.

Ten thousand take.json files are too many to open each time a film is opened. A shard folder's modification time changes
whenever a take comes or goes, so only shards that changed since the last look are read again; what was read is kept in
`cache/takes.json`, which may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from engine.errors import DamagedTake
from engine.takes.departures import Departed, departure_of
from engine.takes.record import MASTER, POSTER, PROXY, TakeRecord
from engine.takes.store import TakeStore

_VERSION = 1
_SETTLED_NS = 2_000_000_000
"""A shard that changed less than two seconds before it was read may have changed again within one tick of a coarse
clock (FAT has two seconds), so it is read once more next time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One take, as the board needs it. `bytes` is the size of its media."""

    key: str
    engine: str
    version: str
    rate: str
    frames: int
    head: int
    bytes: int
    digest: str


@dataclass(slots=True)
class _Shard:
    seen_ns: int  # when it was read
    changed_ns: int  # its modification time then
    takes: dict[str, Entry] = field(default_factory=dict[str, Entry])

    def is_fresh(self, changed_ns: int) -> bool:
        return self.changed_ns == changed_ns and self.seen_ns - changed_ns > _SETTLED_NS


class TakeIndex:
    """The index of one film. `refresh` looks at the disk; everything else answers from memory."""

    def __init__(self, film_folder: Path) -> None:
        self._folder = film_folder
        self._store = TakeStore(film_folder)
        self._file = film_folder / "cache" / "takes.json"
        self._shards = _load(self._file)
        self._entries: Mapping[str, Entry] = MappingProxyType({})
        self.refresh()

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Every readable take by key."""
        return self._entries

    def has(self, key: str) -> bool:
        """Whether the take was in the store at the last refresh."""
        return key in self._entries

    def poster(self, key: str) -> Path:
        """The take's poster picture (JPEG)."""
        return self._store.path(key, POSTER)

    def departure(self, key: str) -> Departed | None:
        """How far that final has come away from its draft, where anybody knows; reads one small file."""
        return departure_of(self._folder, key)

    def proxy(self, key: str) -> Path:
        """The take's light copy for playing (H.264)."""
        return self._store.path(key, PROXY)

    @property
    def bytes(self) -> int:
        """Size of all media in the store, in bytes."""
        return sum(entry.bytes for entry in self._entries.values())

    def refresh(self) -> bool:
        """Read what changed since the last look; True when anything did. A damaged record is left out."""
        found = dict(self._found())
        changed = found != {name: shard.changed_ns for name, shard in self._shards.items()}
        stale = [name for name, changed_ns in found.items() if not self._is_fresh(name, changed_ns)]
        for name in self._shards.keys() - found.keys():
            del self._shards[name]
        for name in stale:
            self._shards[name] = self._read(name, found[name])
        if stale or changed or not self._entries:
            before = self._entries
            self._entries = MappingProxyType({k: e for shard in self._shards.values() for k, e in shard.takes.items()})
            changed = before != self._entries
        if stale:
            _save(self._file, self._shards)
        return changed

    def _is_fresh(self, name: str, changed_ns: int) -> bool:
        shard = self._shards.get(name)
        return shard is not None and shard.is_fresh(changed_ns)

    def _found(self) -> Iterator[tuple[str, int]]:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(self._store.root) as shards:
            for shard in shards:
                if len(shard.name) == 2 and shard.is_dir():
                    yield shard.name, shard.stat().st_mtime_ns

    def _read(self, name: str, changed_ns: int) -> _Shard:
        """A key that was known is read again like the others: its take may have been damaged and rendered anew."""
        shard = _Shard(time.time_ns(), changed_ns)
        with contextlib.suppress(FileNotFoundError):
            for key in sorted(path.name for path in (self._store.root / name).iterdir()):
                with contextlib.suppress(KeyError, ValueError, DamagedTake):
                    shard.takes[key] = _entry(self._store.read(key))
        return shard


def _entry(record: TakeRecord) -> Entry:
    master = record.file(MASTER)
    return Entry(
        key=record.key,
        engine=record.engine,
        version=record.version,
        rate=str(record.rate),
        frames=record.frames,
        head=record.head,
        bytes=record.bytes,
        digest=master.digest if master else "",
    )


def _load(path: Path) -> dict[str, _Shard]:
    """What the last look found; empty when the cache is gone, old or unreadable."""
    try:
        body = cast(dict[str, Any], json.loads(path.read_bytes()))
        if body["version"] != _VERSION:
            return {}
        return {name: _shard(*row) for name, row in body["shards"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _shard(seen_ns: int, changed_ns: int, rows: list[list[Any]]) -> _Shard:
    return _Shard(seen_ns, changed_ns, {str(row[0]): Entry(*row) for row in rows})


def _save(path: Path, shards: Mapping[str, _Shard]) -> None:
    """Keep what was read; a cache that cannot be written only costs time."""
    rows = {
        name: [shard.seen_ns, shard.changed_ns, [_row(e) for e in shard.takes.values()]]
        for name, shard in shards.items()
    }
    part = path.with_suffix(f".{os.getpid()}.part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        part.write_text(json.dumps({"version": _VERSION, "shards": rows}), encoding="utf-8")
        part.replace(path)


def _row(entry: Entry) -> list[Any]:
    return [getattr(entry, name) for name in Entry.__slots__]
