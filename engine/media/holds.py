"""Held pictures: a movie whose pictures were encoded once each is written again with some of them shown several times.

Puppets move on twos and a still camera repeats itself, so up to half of a take's pictures equal the one before. In intra media
a repeated picture is the same bytes again, which copies a hundred times faster than it encodes; the file is laid out as an
encoder would have done it (ISO/IEC 14496-12: how many samples there are, their sizes and offsets are tables in `moov`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from engine.errors import MediaFailed

_FOLDERS = frozenset({b"moov", b"trak", b"edts", b"mdia", b"minf", b"stbl"})
_DURATIONS = {b"mvhd": 16, b"tkhd": 20, b"mdhd": 16, b"elst": 8}
"""Boxes of version 0 that tell how long something lasts, and at which byte of theirs."""


@dataclass(frozen=True, slots=True)
class _Samples:
    """Where each sample's bytes lie in the movie, how many there are, and how long each lasts in ticks of the track."""

    offsets: tuple[int, ...]
    sizes: tuple[int, ...]
    ticks: int


def hold(movie: Path, counts: Sequence[int]) -> None:
    """Show picture i of `movie` counts[i] times (once or more), in place.

    The movie is one of ours: a single intra-coded video track at a constant rate. Raises MediaFailed when it is not, OSError.
    """
    if all(count == 1 for count in counts):
        return
    held = movie.with_name(f"{movie.name}.held")
    try:
        with movie.open("rb") as source, held.open("wb") as out:
            _write(source, out, counts)
        held.replace(movie)
    except (KeyError, ValueError, struct.error) as odd:
        raise MediaFailed(
            f"{movie.name} is not laid out as a take's media are ({odd}).", "Render the shot again."
        ) from odd
    finally:
        held.unlink(missing_ok=True)


def _write(source: BinaryIO, out: BinaryIO, counts: Sequence[int]) -> None:
    boxes = _top(source)
    samples = _samples(boxes[b"moov"])
    if len(samples.sizes) != len(counts):
        raise ValueError(f"{len(samples.sizes)} pictures instead of {len(counts)}")
    shown = [index for index, count in enumerate(counts) for _ in range(count)]
    sizes = [samples.sizes[index] for index in shown]
    out.write(_box(b"ftyp", boxes[b"ftyp"]) + struct.pack(">I4sQ", 1, b"mdat", 16 + sum(sizes)))
    offsets = list(accumulate(sizes[:-1], initial=out.tell()))
    for index, count in enumerate(counts):
        source.seek(samples.offsets[index])
        picture = source.read(samples.sizes[index])
        for _ in range(count):  # one by one: a picture that stands for ten seconds would be a gigabyte
            out.write(picture)
    out.write(_box(b"moov", b"".join(_grown(boxes[b"moov"], sizes, offsets, samples))))


def _grown(body: bytes, sizes: Sequence[int], offsets: Sequence[int], samples: _Samples) -> Iterator[bytes]:
    """The boxes in `body`, with as many samples as there are `sizes`."""
    n = len(sizes)
    for kind, inner in _boxes(body):
        if kind in _FOLDERS:
            yield _box(kind, b"".join(_grown(inner, sizes, offsets, samples)))
        elif kind in _DURATIONS:
            yield _box(kind, _longer(inner, _DURATIONS[kind], n, len(samples.sizes)))
        elif kind == b"stts":
            yield _box(kind, struct.pack(">4I", 0, 1, n, samples.ticks))
        elif kind == b"stsz":
            yield _box(kind, struct.pack(f">3I{n}I", 0, 0, n, *sizes))
        elif kind == b"stsc":
            yield _box(kind, struct.pack(">5I", 0, 1, 1, 1, 1))
        elif kind in (b"stco", b"co64"):
            wide = offsets[-1] >= 1 << 32
            table = struct.pack(f">2I{n}{'Q' if wide else 'I'}", 0, n, *offsets)
            yield _box(b"co64" if wide else b"stco", table)
        elif kind in (b"stss", b"ctts"):
            raise ValueError("it is not intra-coded")
        else:
            yield _box(kind, inner)


def _longer(body: bytes, at: int, n: int, before: int) -> bytes:
    """A duration in a box of version 0, grown from `before` samples to `n`."""
    if body[0] != 0:
        raise ValueError("a box of version 1")
    (ticks,) = struct.unpack_from(">I", body, at)
    return body[:at] + struct.pack(">I", -(-ticks * n // before)) + body[at + 4 :]


def _samples(moov: bytes) -> _Samples:
    tables = dict(_tables(moov))
    runs, count, ticks = struct.unpack_from(">3I", tables[b"stts"], 4)
    same, n = struct.unpack_from(">2I", tables[b"stsz"], 4)
    if runs != 1 or count != n:
        raise ValueError("its rate is not constant")
    sizes = (same,) * n if same else struct.unpack_from(f">{n}I", tables[b"stsz"], 12)
    return _Samples(tuple(_offsets(tables, sizes)), sizes, ticks)


def _offsets(tables: dict[bytes, bytes], sizes: Sequence[int]) -> Iterator[int]:
    """Where each sample begins: chunk by chunk."""
    wide = b"co64" in tables
    table = tables[b"co64" if wide else b"stco"]
    (chunks,) = struct.unpack_from(">I", table, 4)
    (runs,) = struct.unpack_from(">I", tables[b"stsc"], 4)
    in_chunk = [struct.unpack_from(">2I", tables[b"stsc"], 8 + 12 * run) for run in range(runs)]
    sample, per, run = 0, 0, 0
    for chunk, start in enumerate(struct.unpack_from(f">{chunks}{'Q' if wide else 'I'}", table, 8), 1):
        if run < runs and in_chunk[run][0] == chunk:
            per, run = in_chunk[run][1], run + 1
        for size in sizes[sample : sample + per]:
            yield start
            start += size
        sample += per


def _tables(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes at the bottom of the tree. Raises ValueError for a second track."""
    seen = 0
    for kind, inner in _boxes(body):
        seen += kind == b"trak"
        if seen > 1:
            raise ValueError("it has a second track")
        yield from _tables(inner) if kind in _FOLDERS else [(kind, inner)]


def _boxes(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(body):
        size, kind = struct.unpack_from(">I4s", body, at)
        if size < 8:
            raise ValueError("a box without a size")
        yield kind, body[at + 8 : at + size]
        at += size


def _top(source: BinaryIO) -> dict[bytes, bytes]:
    """The content of `ftyp` and `moov`; the pictures stay on the disk."""
    found: dict[bytes, bytes] = {}
    at = 0
    while header := source.read(16):
        size, kind = struct.unpack_from(">I4s", header)
        size = struct.unpack_from(">Q", header, 8)[0] if size == 1 else size
        if size < 8:
            raise ValueError("a box without a size")
        if kind in (b"ftyp", b"moov"):
            source.seek(at + 8)
            found[kind] = source.read(size - 8)
        at += size
        source.seek(at)
    return found


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body
