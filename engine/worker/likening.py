"""The desk work that looks at takes so that likeness can be told: who is seen in them and with which colours (engine.plan.sittings).

Each take's answer is written as soon as it is there, and found again by whoever asks next; a reference is looked at once for all.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import cv2
import numpy as np
from pydantic import ValidationError

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.theatre import Theatre
from engine.backends.base import Cancel, Report
from engine.errors import BadInput, StoryreelError, storage_failed
from engine.film.durable import replace_file
from engine.film.rate import Raster
from engine.film.setup import Angle
from engine.likeness.looking import HIGH, palette_in, palette_of_picture, palette_of_words, pictures_of, sat
from engine.likeness.pixels import Mask
from engine.plan import desk
from engine.plan.orders import ShotOrder
from engine.plan.sittings import Colours, Palette, Picture, Puppet, Sitter, Sitting, Source, sat_path
from engine.protocol import Job
from engine.worker.portraying import sitting

_BAKERY = Bakery()


def look_at_takes(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Answer desk.Likeness: one file a take, unless it is there; a take that cannot be read has none. Raises BadInput, StorageFailed."""
    try:
        told = desk.Likeness.model_validate_json(job.payload)
    except ValidationError as bad:
        raise BadInput("What was asked about the takes cannot be read.", "Ask for their likeness again.") from bad
    cv2.setNumThreads(1)
    models = _Models(folder)
    for done, held in enumerate(told.sittings):
        cancel.check()
        report.progress(job.key, done, len(told.sittings))
        out = folder / sat_path(held)
        if out.exists():
            continue
        try:
            _answer(folder, held, models, out)
        except BadInput as unread:
            report.note(unread.sentence)


def _answer(folder: Path, held: Sitting, models: _Models, out: Path) -> None:
    blocking = None if held.blocking is None else _Stage(held.blocking, held.first)
    seen = sat(held, pictures_of(held, folder), blocking, models)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        replace_file(out, seen.model_dump_json().encode())
    except OSError as error:
        raise storage_failed(error, out) from error


class _Stage:
    """Where the paper theatre has everybody, of whom it may draw only the outlines."""

    def __init__(self, order: ShotOrder, first: int) -> None:
        near = _small(order)
        self._theatre = Theatre(stage(near), near.raster, near.rate, _BAKERY)
        self._first = first

    @property
    def back(self) -> str:
        """Whose back is in the foreground of an over-the-shoulder shot."""
        staging = self._theatre.staging
        return staging.shoulder if self._theatre.shoot.angle is Angle.OVER_SHOULDER else ""

    def mask(self, name: str, picture: int, size: tuple[int, int]) -> Mask | None:
        """Where that subject is seen in that picture of the take."""
        if all(player.name != name for player in self._theatre.staging.players):
            return None
        seen = self._theatre.mask(name, picture - self._first).astype(np.uint8)
        return np.asarray(cv2.resize(seen, size, interpolation=cv2.INTER_NEAREST), bool)


class _Models:
    """What subjects should look like, each looked at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[str, str], Palette] = {}

    def __call__(self, sitter: Sitter) -> tuple[Palette, ...]:
        return tuple(self._palette(source, sitter.name) for source in sitter.sources)

    def _palette(self, source: Source, name: str) -> Palette:
        asked = (source.model_dump_json(), name)
        if asked not in self._known:
            self._known[asked] = self._looked_at(source, name)
        return self._known[asked]

    def _looked_at(self, source: Source, name: str) -> Palette:
        match source:
            case Colours(colours=colours):
                return palette_of_words(colours)
            case Puppet(order=order):
                return _of_puppet(order, name)
            case Picture(path=path, digest=digest):
                return self._of_picture(self._folder / path, digest)

    def _of_picture(self, path: Path, digest: str) -> Palette:
        """A reference that is gone, or no picture, tells nothing: the others may."""
        try:
            same = hashlib.sha256(path.read_bytes()).hexdigest() == digest
            return palette_of_picture(path) if same else ()
        except (StoryreelError, OSError):
            return ()


def _of_puppet(order: ShotOrder, name: str) -> Palette:
    near = _small(order)
    theatre, middle = Theatre(sitting(near), near.raster, near.rate, _BAKERY), near.frames // 2
    return palette_in(theatre.picture(middle)[:, :, :3], theatre.mask(name, middle))


def _small(order: ShotOrder) -> ShotOrder:
    """The shot at the size at which it is looked at."""
    width, height = order.raster.width, order.raster.height
    if height <= HIGH:
        return order
    return order.with_(raster=Raster(width=max(64, round(width * HIGH / height / 2) * 2), height=HIGH))
