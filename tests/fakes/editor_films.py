"""A small film for tests of the editor, broken down from a script; takes for it with real posters and proxies, made without an engine.

Posters are flat colours with a bar that tells takes apart; the proxies are one and the same two-second clip.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import imageio_ffmpeg
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from engine.film.document import Film
from engine.film.rate import FILM as RATE
from engine.film.rate import Raster
from engine.film.shots import Shot
from engine.film.takes import Recipe, Take
from engine.plan.plan import plan
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.takes.adopt import take_id
from engine.takes.record import MASTER, POSTER, PROXY, Rendered
from engine.takes.store import TakeStore

SCRIPT = """\
Title: The Ferry

EXT. RIVER - DUSK

WIDE SHOT. A ferry crosses the river.

MEDIUM SHOT. MIRA, 30, in a red coat, stands at the rail.

MIRA
Last one tonight.

CLOSE-UP. Mira looks up.

INT. CABIN - NIGHT

MEDIUM SHOT. TOM, 60, white beard, reads a map.

TOM
Then we wait.

WIDE SHOT. Mira opens the door. PUSH IN.
"""

RASTER = Raster(width=320, height=180)
FILM: Film = breakdown(read_text(SCRIPT, name="ferry.fountain"), rate=RATE, raster=RASTER)


def with_fake_takes(film: Film, folder: Path) -> Film:
    """The film with two takes for every shot but the last, lying in the store; the first shot's first take is circled."""
    keys, last = plan(film).keys, list(film.shots)[-1].id
    scenes = (
        scene.with_(
            shots=tuple(shot if shot.id == last else _taken(shot, keys[shot.id], folder) for shot in scene.shots)
        )
        for scene in film.scenes
    )
    film = film.with_(scenes=tuple(scenes))
    first = film.scenes[0]
    circled = first.shots[0].with_(circled=first.shots[0].takes[0].id)
    return film.with_(scenes=(first.with_(shots=(circled, *first.shots[1:])), *film.scenes[1:]))


def _taken(shot: Shot, key: str, folder: Path) -> Shot:
    older = hashlib.sha256(f"older {key}".encode()).hexdigest()
    return shot.with_(takes=(put_take(folder, older, shot, hue=30), put_take(folder, key, shot, hue=200)))


def put_take(folder: Path, key: str, shot: Shot, *, hue: int = 120, handles: int = 6) -> Take:
    """A take of this length in the store of the film folder, and its record for the shot."""
    store = TakeStore(folder)
    draft = store.begin(key)
    proxy = _clip()
    (draft.folder / MASTER).write_bytes(proxy + key.encode())
    (draft.folder / PROXY).write_bytes(proxy)
    _poster(hue, shot.slate).save(str(draft.folder / POSTER), "JPG")
    frames = shot.duration + 2 * handles
    record = store.commit(draft, Rendered(engine="cardboard", version="1", rate=RATE, frames=frames, head=handles))
    master = record.file(MASTER)
    assert master is not None
    return Take(
        id=take_id(key),
        recipe=Recipe(engine="cardboard", version="1", key=key),
        rate=RATE,
        frames=frames,
        head=handles,
        media=f"takes/{key[:2]}/{key}/{MASTER}",
        digest=master.digest,
    )


def _poster(hue: int, slate: str) -> QImage:
    picture = QImage(RASTER.width, RASTER.height, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(hue, 90, 140))
    painter = QPainter(picture)
    painter.fillRect(QRect(0, 120, 40 + 7 * sum(slate.encode()) % 240, 24), QColor.fromHsv(hue, 140, 220))
    painter.end()
    return picture


@cache
def _clip() -> bytes:
    """Two seconds of a moving test card, every picture a key frame."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "clip.mp4"
        card = f"testsrc=size={RASTER.width}x{RASTER.height}:rate=24:duration=3"
        command = [
            imageio_ffmpeg.get_ffmpeg_exe(),
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            card,
            "-g",
            "1",
            "-pix_fmt",
            "yuv420p",
            str(out),
        ]
        subprocess.run(command, check=True)
        return out.read_bytes()
