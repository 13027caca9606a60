"""The contact sheet of the styles: one little script, a frame of each shot, drawn in every shipped style.

The shots are the hard ones for a style: a landscape, faces, an animal, water at dusk, a lamp in a room, rain by night, snow
before a face, a moon.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.styles import shipped

WIDTH, HEIGHT = 256, 144

SCRIPT = """\
Title: Looks

EXT. MOUNTAINS - DAWN

WIDE SHOT. A POET, 30, in a long teal robe and a red scarf, walks along the path.

EXT. STREET - DAY

FULL SHOT. IRIS, 28, a young woman in a red coat and a yellow scarf, talks to OLD TOM, 70, white beard, blue sweater and cap.

EXT. FOREST - DAY

FULL SHOT. A fox, young and bright orange, looks up at a red balloon.

EXT. LAKE - DUSK

WIDE SHOT. OLD TOM sits in a small boat and fishes.

INT. STUDY - NIGHT

MEDIUM SHOT. Iris sits at the table and reads a letter. A candle burns on the table.

EXT. STREET - NIGHT - RAIN

FULL SHOT. Iris walks under an umbrella in the rain. She carries a lantern.

EXT. BAMBOO GROVE - DAY - SNOW

MEDIUM CLOSE SHOT. OLD TOM looks up at the snow, happy.

EXT. NIGHT SKY - NIGHT

WIDE SHOT. A white crane flies past the moon.
"""


def draw(folder: Path) -> None:
    """Write looks.jpg: a row for each shot, a column for each style."""
    order = ("paper", "ink", "pencil", "shadow")
    columns = [np.vstack(_frames(name)) for name in (*order, *sorted(set(shipped()) - set(order)))]
    cv2.imwrite(str(folder / "looks.jpg"), np.hstack(columns), [cv2.IMWRITE_JPEG_QUALITY, 88])


def _frames(style: str) -> list[NDArray[np.uint8]]:
    """A frame of every shot in that style, drawn at three times its size."""
    film = breakdown(read_text(SCRIPT), raster=Raster(width=3 * WIDTH, height=3 * HEIGHT)).with_(style=style)
    frames = []
    for _, order in orders(film):
        picture = Theatre(stage(order), order.raster, order.rate).picture(order.frames // 2)
        small = cv2.resize(picture[:, :, :3], (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        frames.append(np.asarray(small, np.uint8))
    return frames
