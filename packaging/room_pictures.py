"""A contact sheet of rooms in use: who sits on what, what passes or falls outside the windows, what lamps light.

Staged from a script as a film would be, since it is the words that put people on seats.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

CELL = Raster(width=320, height=180)
COLUMNS, QUALITY = 4, 80
SCRIPT = """
INT. LIVING ROOM - NIGHT - RAIN

FULL SHOT - ANNA and TOM sit on the couch.

INT. TEAHOUSE - DAY

FULL SHOT - An OLD MAN sits. LI sits opposite.

INT. TRAIN CARRIAGE - DAY

FULL SHOT - ANNA looks out.

INT. CAR - DUSK

FULL SHOT - TOM drives. ANNA talks.

INT. CLASSROOM - DAY

FULL SHOT - MIA, a girl of eight, sits and reads.

INT. HOSPITAL - DAY

FULL SHOT - TOM lies down.

INT. CHURCH - DAY

FULL SHOT - ANNA and TOM sit.

EXT. TRAIN STATION - NIGHT

FULL SHOT - ANNA sits and waits.

INT. BEDROOM - DAY - SNOW

FULL SHOT - Outside the window, a bird flies past.

INT. LIBRARY - NIGHT

FULL SHOT - ANNA sits. TOM walks past outside the window.

INT. SPACESHIP - DAY

FULL SHOT - ANNA sits.

EXT. VILLAGE - NIGHT

FULL SHOT - ANNA walks.
"""


def draw(folder: Path) -> None:
    """Write rooms.jpg into a folder."""
    with TemporaryDirectory() as scratch:
        script = Path(scratch) / "rooms.fountain"
        script.write_text(SCRIPT, encoding="utf-8")
        film = breakdown(read_script(script), rate=FILM, raster=CELL)
    cells: list[NDArray[np.uint8]] = []
    for _, order in orders(film):
        theatre = Theatre(stage(order), order.raster, order.rate)
        cells.append(theatre.picture(int(order.frames * 0.55))[:, :, :3])
    cells += [np.zeros_like(cells[0])] * (-len(cells) % COLUMNS)
    rows = [np.hstack(cells[at : at + COLUMNS]) for at in range(0, len(cells), COLUMNS)]
    cv2.imwrite(str(folder / "rooms.jpg"), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
