"""Two sheets: the guide passes of three shots, and a drawn board as the camera plays it.

The board's panels are frames of the fox's film in the pencil style, taken as if somebody had drawn them; nothing tells the panel theatre
where the figures stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.guides.passes import Guides, coloured
from engine.backends.animatic.guides.skeleton import drawn
from engine.backends.animatic.panels.planes import planes_of
from engine.backends.animatic.panels.playing import Panel, PanelTheatre, parts, travels
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script, read_text

CELL = Raster(width=288, height=162)
QUALITY = 82
SCRIPT = """
EXT. HARBOUR - DAY

FULL SHOT, TRUCK RIGHT. ROSA (70), an old woman in a red coat, waves to BEN (9), a boy in a blue jacket. A dog runs past.

INT. KITCHEN - NIGHT

MEDIUM SHOT, PUSH IN. Ben pours a cup of tea.

EXT. FOREST - DUSK

WIDE SHOT, ROLL CLOCKWISE. Rosa holds a lantern.
"""
BOARD = Path(__file__).resolve().parent.parent / "assets" / "films" / "3-the-fox-and-the-balloon.fountain"
ON_THE_BOARD = ("1A", "1B", "1C", "1F", "5A", "5D")


def draw(folder: Path) -> None:
    """Write guides.jpg and panels.jpg into a folder."""
    _write(folder / "guides.jpg", _guided())
    _write(folder / "panels.jpg", _played())


def _write(path: Path, rows: Sequence[Sequence[NDArray[np.uint8]]]) -> None:
    cv2.imwrite(str(path), np.vstack([np.hstack(row) for row in rows]), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])


def _guided() -> list[list[NDArray[np.uint8]]]:
    """A row a shot: the take, depth, masks, pose, clean plate, flow."""
    film = breakdown(read_text(SCRIPT), rate=FILM, raster=CELL)
    rows: list[list[NDArray[np.uint8]]] = []
    for _, order in orders(film):
        staging, frame = stage(order), order.frames // 2
        apart = Theatre(staging, order.raster, order.rate, apart=True)
        theatre = Theatre(staging, order.raster, order.rate)
        guides = Guides(theatre, range(order.frames), apart)
        depth = np.repeat((guides.depth(frame) >> 8).astype(np.uint8)[:, :, None], 3, axis=2)
        pose = drawn(guides.people(frame), (CELL.width, CELL.height))
        motion = coloured(guides.flow(frame), CELL.height / 40)
        rows.append([theatre.picture(frame)[:, :, :3], depth, guides.masks(frame), pose, guides.plate(frame), motion])
    return rows


def _played() -> list[list[NDArray[np.uint8]]]:
    """A row for two panels: the drawing, and the beginning and the end of its shot."""
    film = breakdown(read_script(BOARD), rate=FILM, raster=Raster(width=960, height=540)).with_(style="pencil")
    cells: list[list[NDArray[np.uint8]]] = []
    for shot, order in orders(film):
        if shot.slate in ON_THE_BOARD:
            drawing = Theatre(stage(order), order.raster, order.rate).picture(order.frames // 2)[:, :, :3].copy()
            along = 2.0 if travels(order.setup.move) else 1.0
            planes = planes_of(drawing, None, 16 / 9, CELL.height, flat=not parts(order.setup.move), along=along)
            player = PanelTheatre([Panel(0, planes)], order.setup, CELL, order.rate, order.frames, order.seed)
            small = np.asarray(cv2.resize(drawing, (CELL.width, CELL.height), interpolation=cv2.INTER_AREA), np.uint8)
            cells.append([small, *(player.picture(frame)[:, :, :3] for frame in (2, order.frames - 3))])
    return [[*one, *other] for one, other in zip(cells[::2], cells[1::2], strict=True)]
