"""How fast media are written and conformed, printed and not asserted: a shared machine is too noisy to judge by.

Run it by hand: `python -P tests/perf/media.py` with the repository on PYTHONPATH. Core-milliseconds count the processor time
of ffmpeg and of this process, so they say more than frames per second when others use the machine too.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np

from engine.film.cuts import Clip, Cut, Track
from engine.film.document import Film
from engine.film.rate import FILM, Raster
from engine.film.shots import Line, Scene, Shot
from engine.film.takes import Recipe, Take
from engine.media.conform import Exported, ExportOptions, export
from engine.media.masters import Encoded, MasterWriter
from engine.media.playback import Playback

RASTER = Raster()
FRAMES = 96
SHOTS = 6


@contextmanager
def measured(what: str, frames: int) -> Iterator[None]:
    before, began = os.times(), time.perf_counter()
    yield
    after, took = os.times(), time.perf_counter() - began
    core = sum(after[:4]) - sum(before[:4])
    print(f"{what:44} {frames / took:7.1f} f/s {core * 1000 / frames:7.1f} core-ms/frame {took:7.2f} s")


def paper_theatre(frames: int, seed: int) -> list[np.ndarray]:
    """Grainy paper hills that slide past each other: bgra8 pictures like the animatic engine's."""
    random = np.random.default_rng(seed)
    height, width = RASTER.height, RASTER.width
    sheets = []
    for depth in range(4):
        grain = cv2.GaussianBlur(random.standard_normal((height, width * 2)).astype(np.float32), (0, 0), 1.2)
        tint = random.uniform(60, 210, 3)
        sheet = np.clip(tint + grain[..., None] / grain.std() * 4, 0, 255).astype(np.uint8)
        crest = height * (0.3 + 0.15 * depth) + 50 * np.sin(np.arange(width * 2) / (90 + 40 * depth) + seed)
        sheets.append((sheet, np.arange(height)[:, None] > crest[None]))
    pictures = []
    for number in range(frames):
        picture = np.full((height, width, 4), 255, np.uint8)
        picture[..., :3] = (200, 190, 170)
        for depth, (sheet, mask) in enumerate(sheets):
            view = slice(number * (depth + 1), number * (depth + 1) + width)
            np.copyto(picture[..., :3], sheet[:, view], where=mask[:, view, None])
        pictures.append(picture)
    return pictures


def write(folder: Path, pictures: list[np.ndarray]) -> Encoded:
    with MasterWriter(folder, RASTER, FILM, "bgra8") as writer:
        for picture in pictures:
            writer.write(picture)
        return writer.close()


def take(folder: Path, name: str) -> Take:
    digest = hashlib.sha256((folder / name / "master.mov").read_bytes()).hexdigest()
    media = f"{name}/master.mov"
    return Take(id=name, recipe=Recipe(engine="perf"), rate=FILM, frames=FRAMES, media=media, digest=digest)


def film_of(folder: Path, shots: int) -> tuple[Film, Cut]:
    """A film of `shots` shots that share a few takes' media but not their captions."""
    takes = [take(folder, f"t{number}") for number in range(SHOTS)]
    made = tuple(
        Shot(
            id=f"s{number}",
            slate=str(number),
            duration=FRAMES,
            takes=(takes[number % SHOTS],),
            lines=(Line(id=f"l{number}", speaker="", text=f"This is line {number}.", start=10, frames=40),),
        )
        for number in range(shots)
    )
    clips = tuple(Clip(id=f"c{number}", shot=f"s{number}", frames=FRAMES) for number in range(shots))
    cut = Cut(id="c", name="main", tracks=(Track(id="v", items=clips),))
    return Film(title="Paper", scenes=(Scene(id="s", number="1", shots=made),), cuts=(cut,)), cut


def main() -> None:
    print(f"{RASTER.width}x{RASTER.height}, {len(os.sched_getaffinity(0)) if sys.platform == 'linux' else '?'} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(SHOTS):
            pictures = paper_theatre(FRAMES, number)
            with measured(f"master + proxy + poster, take {number + 1}", FRAMES):
                made = write(folder / f"t{number}", pictures)
        size = made.master.stat().st_size / FRAMES / 1000
        print(f"a master takes {size:.0f} kB a frame, a proxy {made.proxy.stat().st_size / FRAMES / 1000:.0f} kB")
        with measured("playback, in order", FRAMES), Playback(made.proxy) as playback:
            for number in range(FRAMES):
                playback.frame(number)
        with measured("playback, jumping", FRAMES), Playback(made.proxy) as playback:
            for number in range(FRAMES):
                playback.frame(number * 37 % FRAMES)
        exports(folder)


def exports(folder: Path) -> None:
    def conform(film: Film, cut: Cut, options: ExportOptions) -> Exported:
        return export(
            film,
            cut,
            folder / "out.mp4",
            take_folder=lambda one: folder / one.id,
            cache=folder / "cache",
            options=options,
        )

    for options in (ExportOptions(captions="none", title=False), ExportOptions()):
        film, cut = film_of(folder, SHOTS)
        frames = cut.frames + (72 if options.title else 0)
        with measured(f"export, captions {options.captions}, title {options.title}", frames):
            conform(film, cut, options)
        with measured("  again, nothing changed", frames):
            assert conform(film, cut, options).encoded == 0
        row = cut.tracks[0].items
        shorter = row[2].with_(frames=FRAMES - 1)  # pyright: ignore[reportCallIssue]
        edited = cut.with_(tracks=(cut.tracks[0].with_(items=(*row[:2], shorter, *row[3:])),))
        with measured("  again, one clip trimmed", FRAMES - 1):
            assert conform(film, edited, options).encoded == 1
    for shots in (10, 100, 1000):
        film, cut = film_of(folder, shots)
        began = time.perf_counter()
        keys = piece_keys(film, cut)
        print(
            f"{shots:5} shots laid out and keyed in {(time.perf_counter() - began) * 1000:.0f} ms ({len(keys)} pieces)"
        )


def piece_keys(film: Film, cut: Cut) -> list[str]:
    from engine.film.resolve import Strip
    from engine.media.captions import captions
    from engine.media.pieces import Card, Media, pieces

    class Anywhere:
        def media(self, strip: Strip) -> Media | None:
            found = strip.take
            return Media("master.mov", found.digest, found.frames, found.rate) if found else None

        def panel(self, shot: Shot) -> Card | None:
            return None

    return [piece.key(("perf",)) for piece in pieces(film, cut, Anywhere(), captions(film, cut), burn_in=False)]


if __name__ == "__main__":
    main()
