"""Draw the README's pictures from finished sample films: a contact sheet and one GIF.

    python3 packaging/bootstrap.py film assets/films/1-post-for-the-sea.fountain 1.mp4      (and so on)
    .venv/bin/python packaging/pictures.py 1.mp4 2.mp4 3.mp4
    .venv/bin/python packaging/pictures.py second 4.mp4 5.mp4 6.mp4      (the second sheet, of the films in ink, shadow, pencil)

    .venv/bin/python packaging/pictures.py creatures        (contact sheets that need no film: see SHEETS)

Committed pictures are made by this and by nothing else, so that they show what a reader's own film will look like.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SHEETS = {
    "creatures": "creature_pictures",
    "beasts": "beast_pictures",
    "staging": "staging_pictures",
    "sets": "set_pictures",
    "rooms": "room_pictures",
    "looks": "look_pictures",
    "people": "people_pictures",
    "verbs": "verb_pictures",
    "guides": "guide_pictures",
}
"""Contact sheets by name: the module beside this one whose `draw(folder)` writes them."""
SECOND = "second"
"""Before the films of the second contact sheet, which has no moving picture."""

COLUMNS, ROWS, WIDTH = 5, 3, 256
"""Of the contact sheet: pictures a row, rows a film, and each picture's width in pixels."""

HEAD_SECONDS = 4.5
"""Title and black at the head of a film, which are not shown."""

GIF_START, GIF_SECONDS, GIF_WIDTH = 47.0, 6.0, 448


def main(films: Sequence[str]) -> int:
    """Write the named sheets, docs/pictures/contact-sheet.jpg and, from the last film, docs/pictures/film.gif."""
    if not films:
        print(__doc__, file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    sys.path.append(str(ROOT))
    for name in (name for name in films if name in SHEETS):
        importlib.import_module(SHEETS[name]).draw(PICTURES)
    films = [film for film in films if film not in SHEETS]
    if not films:
        return 0
    second = films[0] == SECOND
    sheet = np.vstack([_rows(Path(film)) for film in films[second:]])
    name, quality = ("contact-sheet-2.jpg", 80) if second else ("contact-sheet.jpg", 86)
    cv2.imwrite(str(PICTURES / name), sheet, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if second:
        return 0
    _gif(Path(films[-1]), PICTURES / "film.gif")
    return 0


def _rows(film: Path) -> NDArray[np.uint8]:
    """One film's part of the sheet, uint8 (H, W, 3) BGR."""
    cells = list(_cells(film))
    return np.vstack([np.hstack(cells[at : at + COLUMNS]) for at in range(0, len(cells), COLUMNS)])


def _cells(film: Path) -> Iterator[NDArray[np.uint8]]:
    reel = cv2.VideoCapture(str(film))
    rate, frames = reel.get(cv2.CAP_PROP_FPS), int(reel.get(cv2.CAP_PROP_FRAME_COUNT))
    first, count = round(HEAD_SECONDS * rate), COLUMNS * ROWS
    for place in range(count):
        reel.set(cv2.CAP_PROP_POS_FRAMES, first + round((frames - first - rate) * (place + 0.5) / count))
        whole, picture = reel.read()
        if not whole:
            raise SystemExit(f"{film} ends before it should; make it again.")
        height = round(WIDTH * picture.shape[0] / picture.shape[1])
        yield np.asarray(cv2.resize(picture, (WIDTH, height), interpolation=cv2.INTER_AREA), np.uint8)
    reel.release()


def _gif(film: Path, out: Path) -> None:
    chain = f"fps=12,scale={GIF_WIDTH}:-2:flags=area,split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=bayer:bayer_scale=4"
    subprocess.run(
        [
            imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", "-ss", str(GIF_START), "-t", str(GIF_SECONDS),
            "-i", str(film), "-vf", chain, str(out),
        ],
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
