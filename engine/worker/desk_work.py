"""The desk lane's chores for a cut and its media: export, import, decoded sound, stills (engine.plan.desk says in what words).

Each leaves whole files or none, and finding its result there already is as good as making it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO, TypeVar

from pydantic import ValidationError

from engine.backends.base import Cancel, Report
from engine.errors import BadInput, MediaFailed, storage_failed
from engine.film.bench import cut_of
from engine.film.cuts import MARK, Footage
from engine.film.durable import replace_file
from engine.film.film_text import film_from
from engine.film.pictures import plain_name
from engine.film.takes import Recipe, Take
from engine.media import clips
from engine.media.conform import ExportOptions
from engine.media.delivery import check_out, deliver
from engine.media.probe import probe
from engine.plan import desk
from engine.protocol import Job
from engine.takes.adopt import take_id
from engine.takes.record import MASTER, Rendered, TakeRecord
from engine.takes.store import TakeStore

FOOTAGE = "footage"
"""The film's folder for media that no shot owns."""

ENGINE = "import"
"""What stands in a take's recipe where an engine would."""

_CHUNK = 1 << 20

W = TypeVar("W", desk.Export, desk.Sound, desk.Import, desk.Still)


def export(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Write a cut to a file (desk.Export). Raises what engine.media.delivery does."""
    told = _told(desk.Export, job)
    try:
        film = film_from((folder / told.film).read_bytes(), folder.name)
    except OSError as gone:
        raise storage_failed(gone, folder / told.film) from gone
    film = film.with_(raster=told.raster) if told.raster is not None else film
    options = ExportOptions(
        captions=told.captions,
        title=told.title,
        burn_in=told.burn_in,
        codec=told.codec,
        label=told.label,
        span=told.span,
        ending=told.ending,
    )
    check_out(Path(told.out), options)
    deliver(folder, film, cut_of(film, told.cut), Path(told.out), options, _Keyed(job.key, report), cancel)


def sound(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Decode a file's sound and its peaks (desk.Sound)."""
    told = _told(desk.Sound, job)
    pcm, peaks = folder / desk.pcm_path(told.digest), folder / desk.peaks_path(told.digest)
    if not peaks.exists():
        clips.decode_sound(folder / told.source, pcm, cancel.check)
        clips.write_peaks(pcm, peaks)


def still(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Take one picture out of a take or of footage (desk.Still)."""
    told = _told(desk.Still, job)
    out = folder / desk.still_path(told)
    if not out.exists():
        clips.write_still(folder / told.source, told.picture, out)


def bring_in(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Import a clip as a take, or as footage (desk.Import); the answer says which film facts came of it."""
    told = _told(desk.Import, job)
    if told.into == "take":
        arrived = desk.Arrived(take=_take(folder, told, job.key, report, cancel))
    else:
        arrived = desk.Arrived(footage=_footage(folder, told, cancel))
    answer = folder / desk.answer_path(job.key)
    try:
        answer.parent.mkdir(parents=True, exist_ok=True)
        replace_file(answer, arrived.model_dump_json().encode())
    except OSError as error:
        raise storage_failed(error, answer) from error


def _told(kind: type[W], job: Job) -> W:
    try:
        return kind.model_validate_json(job.payload)
    except ValidationError as bad:
        raise BadInput("This desk work cannot be read.", "Ask for it again.") from bad


class _Keyed:
    """An export reports under a name of its own; the queue knows it by the job's key."""

    def __init__(self, key: str, report: Report) -> None:
        self._key, self._report = key, report

    def progress(self, key: str, done: int, total: int) -> None:
        self._report.progress(self._key, done, total)

    def note(self, sentence: str) -> None:
        self._report.note(sentence)


def _take(folder: Path, told: desk.Import, key: str, report: Report, cancel: Cancel) -> Take:
    """The take made of that file; the store may have it from before."""
    store = TakeStore(folder)
    record = store.read(key) if store.sound(key) else _made(store, Path(told.source), key, report, cancel)
    master = record.file(MASTER)
    if master is None:
        raise MediaFailed("The imported take has no picture.", "Import the clip again.")
    media = store.path(key, MASTER)
    shown = probe(media)
    return Take(
        id=take_id(key),
        recipe=Recipe(engine=ENGINE, origin="imported"),
        rate=record.rate,
        frames=record.frames,
        media=media.relative_to(folder).as_posix(),
        digest=master.digest,
        fit=clips.fitting(shown.width, shown.height, told.raster, fill=told.fill),
    )


def _made(store: TakeStore, source: Path, key: str, report: Report, cancel: Cancel) -> TakeRecord:
    def advance(done: int, total: int) -> None:
        cancel.check()
        report.progress(key, done, total)

    draft = store.begin(key)
    try:
        brought = clips.bring_in(source, draft.folder, advance)
        facts = {"name": source.name, "width": brought.width, "height": brought.height, "sounds": brought.sounds}
        return store.commit(draft, Rendered(engine=ENGINE, rate=brought.rate, frames=brought.frames, facts=facts))
    finally:
        store.discard(draft)


def _footage(folder: Path, told: desk.Import, cancel: Cancel) -> Footage:
    """A copy of the file in the film's folder, with its length: of its pictures, or of its sound when it has none."""
    kept, digest = _kept(folder, Path(told.source), cancel)
    try:
        facts = probe(kept)
        rate, frames = Fraction(facts.rate), facts.frames
    except MediaFailed:
        heard = clips.decode_sound(kept, folder / desk.pcm_path(digest), cancel.check)
        rate, frames = told.rate, clips.length_in_frames(heard, told.rate)
    return Footage(path=kept.relative_to(folder).as_posix(), digest=digest, rate=rate, frames=frames)


def _kept(folder: Path, source: Path, cancel: Cancel) -> tuple[Path, str]:
    """The film's own copy and its sha256. Raises BadInput when the file cannot be read, StorageFailed."""
    room, name = folder / FOOTAGE, plain_name(source.stem) or "clip"
    part = room / f".{name}.part"
    try:
        room.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as copy:
            digest = _copied(source, copy, cancel)
        kept = room / f"{name}-{digest[:MARK]}{source.suffix.lower()}"
        if not kept.exists():
            part.replace(kept)
    except OSError as error:
        raise storage_failed(error, room) from error
    finally:
        part.unlink(missing_ok=True)
    return kept, digest


def _copied(source: Path, copy: BinaryIO, cancel: Cancel) -> str:
    """The sha256 of what was copied: read once, because a recorder may still be writing the file."""
    digest = hashlib.sha256()
    for chunk in _chunks(source):
        digest.update(chunk)
        copy.write(chunk)
        cancel.check()
    return digest.hexdigest()


def _chunks(source: Path) -> Iterator[bytes]:
    """The file, piece by piece. Raises BadInput."""
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as unread:
        raise BadInput(f"{source.name} cannot be read.", "Check that the file is there and may be read.") from unread
