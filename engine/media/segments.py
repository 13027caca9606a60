"""Encoded pieces on disk: made once, side by side, kept under the hash of everything that decides their pixels.

A piece is only given its name when it is whole and its pictures have been counted, so whatever lies in the folder can be
used again, whoever was killed while making it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from fractions import Fraction
from pathlib import Path

from engine.assets import caption_font
from engine.errors import BadInput, Cancelled, DamagedTake, MediaFailed, storage_failed
from engine.film.rate import NTSC
from engine.film.timecode import frame_at, timecode
from engine.media import titles
from engine.media.ffmpeg import Check, run, version
from engine.media.graph import BurnIn, Command, Format, Lettered
from engine.media.lettering import LETTERING
from engine.media.pieces import Card, Piece, Reel
from engine.media.probe import probe
from engine.media.progress import Cancel, Report

_MOST_WORKERS = 8
_KEEP_SECONDS = 30 * 24 * 3600
LEFTOVER_SECONDS = 24 * 3600
"""What a killed export left half made is not touched sooner: it might be one that still runs."""
_KEY = re.compile(r"[0-9a-f]{64}")  # the name of a take's folder
_PICTURE = re.compile(rb"\x00\x00\x01[\x01\x21\x41\x61\x25\x45\x65]")
"""A slice of H.264 (ITU-T H.264, 7.4.1: nal_unit_type 1 or 5, any nal_ref_idc); with one slice a picture, a picture."""


class Segments:
    """The encoded pieces of a film: one file each in `folder`, named by the piece's key. `workers` of None: one a core."""

    def __init__(self, folder: Path, form: Format, workers: int | None) -> None:
        self._folder, self._form = folder, form
        self._workers = workers or min(_MOST_WORKERS, _cores())
        self._settings = (version(), LETTERING, str(form.raster), str(form.rate), *form.encoder())
        self._keys: dict[Piece, str] = {}

    def path(self, piece: Piece) -> Path:
        """Where this piece lies when it has been encoded."""
        if piece not in self._keys:
            self._keys[piece] = piece.key(self._settings)
        return self._folder / f"{self._keys[piece]}{self._form.suffix}"

    def fill(self, row: Sequence[Piece], report: Report, cancel: Cancel) -> int:
        """Encode every piece that is not there yet, several at a time; returns how many that were."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            missing = [piece for piece in dict.fromkeys(row) if not self._kept(piece)]
        except OSError as error:
            raise storage_failed(error, self._folder) from error
        total = sum(piece.frames for piece in row)
        done = total - sum(piece.frames for piece in missing)
        report.progress("export", done, total)
        for piece in _side_by_side(missing, self._encode, self._workers, cancel):
            done += piece.frames
            report.progress("export", done, total)
        return len(missing)

    def forget(self, row: Sequence[Piece]) -> None:
        """Remove these pieces: something in them is wrong."""
        for piece in row:
            self.path(piece).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove pieces that no export has used for a month, and what killed exports left half made yesterday.

        Never raises: another export may be faster, and the film is made by now.
        """
        now = time.time()
        with contextlib.suppress(OSError):
            for path in list(self._folder.iterdir()):
                with contextlib.suppress(OSError):
                    _sweep(path, now - path.stat().st_mtime)

    def _kept(self, piece: Piece) -> bool:
        path = self.path(piece)
        if not path.is_file() or path.stat().st_size == 0:
            return False
        os.utime(path)
        return True

    def _encode(self, piece: Piece, check: Check) -> None:
        reels = [side for side in (piece.side, piece.mix and piece.mix.incoming) if isinstance(side, Reel)]
        for reel in reels:
            _verify(reel)
        kept = self.path(piece)
        try:
            with tempfile.TemporaryDirectory(dir=self._folder, prefix=".making-") as made:
                part = Path(made) / kept.name
                arguments = self._arguments(piece, Path(made), part)
                doing = f"encoding {reels[0].of if reels else 'a card'}"
                run(arguments, doing=doing, out=self._folder, check=check, cwd=caption_font().parent)
                _count(part, piece, doing)
                part.replace(kept)
        except OSError as error:
            raise storage_failed(error, self._folder) from error

    def _arguments(self, piece: Piece, made: Path, part: Path) -> list[str]:
        """The command for a piece, after drawing its cards and captions into `made`."""
        cards: dict[Card, Path] = {}
        for side in (piece.side, piece.mix.incoming if piece.mix else piece.side):
            if isinstance(side, Card) and side.kind != "black":
                cards[side] = _drawn(side, self._form, made / f"card{len(cards)}.png")
        lettered: list[Lettered] = []
        for number, caption in enumerate(piece.captions):
            picture, left, top = titles.caption_plate(caption.lines, self._form.raster)
            path = made / f"caption{number}.png"
            path.write_bytes(titles.png(picture))
            lettered.append(Lettered(path, left, top, caption.start, caption.end))
        burn = _burn_in(piece, self._form.rate)
        return Command(piece, self._form).arguments(cards, lettered, burn, part)


def _sweep(path: Path, age: float) -> None:
    if path.is_dir() and age > LEFTOVER_SECONDS:
        shutil.rmtree(path, ignore_errors=True)
    elif path.is_file() and age > _KEEP_SECONDS:
        path.unlink(missing_ok=True)


def _cores() -> int:
    """Cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _side_by_side(
    work: Sequence[Piece], encode: Callable[[Piece, Check], None], workers: int, cancel: Cancel
) -> Iterator[Piece]:
    """Run `encode` on every piece, `workers` at a time; yields each that is done. The first failure stops the others."""
    stop = threading.Event()

    def check() -> None:
        if stop.is_set():
            raise Cancelled("The export was stopped.", "Run it again to go on where it stopped.")

    with ThreadPoolExecutor(max_workers=workers) as pool:
        waiting: dict[Future[None], Piece] = {pool.submit(encode, piece, check): piece for piece in work}
        try:
            while waiting:
                cancel.check()
                done, _ = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
                for future in done:
                    future.result()
                    yield waiting.pop(future)
        finally:
            stop.set()
            for future in waiting:
                future.cancel()


def _verify(reel: Reel) -> None:
    """A take that is not what the film says is refused before it gets into an export."""
    try:
        with Path(reel.path).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise storage_failed(error, reel.path) from error
    if found == reel.digest:
        return
    key = Path(reel.path).parent.name
    if _KEY.fullmatch(key):
        raise DamagedTake(
            f"The take of {reel.of} is damaged: its {Path(reel.path).name} has changed since it was rendered.",
            "Render that shot again; the damaged files are kept.",
            key=key,
        )
    raise MediaFailed(f"{reel.path} is damaged: it has changed since it came into the film.", "Bring it in again.")


def _count(part: Path, piece: Piece, doing: str) -> None:
    """Refuse a piece with too few pictures; ffmpeg ends happily when its input does."""
    if part.suffix == ".h264":
        found = len(_PICTURE.findall(part.read_bytes())) if part.is_file() else 0
    else:
        found = probe(part).frames
    if found != piece.frames:
        raise MediaFailed(f"Only {found} of {piece.frames} pictures came while {doing}.", "Render that shot again.")


def _drawn(card: Card, form: Format, path: Path) -> Path:
    """A card as a picture file."""
    if card.kind == "panel":
        return Path(card.path)
    if card.kind == "title":
        picture = titles.title_card(card.words[0], card.words[1], form.raster)
    else:
        picture = titles.slate_card(card.words[0], card.words[1], card.words[2], form.raster)
    path.write_bytes(titles.png(picture))
    return path


def _burn_in(piece: Piece, rate: Fraction) -> BurnIn | None:
    """Timecode begins at one hour, as the trade has it; drop-frame at 30000/1001."""
    if piece.burn is None:
        return None
    try:
        first = frame_at("01:00:00:00", rate) if rate != NTSC else frame_at("01:00:00;00", rate)
        label = timecode(first + piece.burn.start, rate, drop=rate == NTSC)
    except BadInput:
        label = None
    return BurnIn(caption_font().name, piece.burn.slate, label, piece.burn.start)
