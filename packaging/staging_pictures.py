"""Contact sheets of the staging and of the weather: each cell is a shot of a script below, read and drawn like any film.

    .venv/bin/python packaging/pictures.py staging

The scripts are the ones a writer would type, so the sheets also show which words do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic import weather
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.orders import ShotOrder
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

CELL = Raster(width=320, height=180)
COLUMNS = 5
_HEIGHT = 20  # pixels of a label

STAGING = """Title: Staging

INT. KITCHEN - DAY

MARA, 30, in a red coat, and TOM, a boy of 8 in a blue shirt, stand. = two-shot, child and adult

OTS over Tom on Mara. Mara smiles. = over the shoulder

OTS over Mara on Tom. Tom looks at Mara. = and back

CLOSE ON Mara. She waits. = single: eyes down to the child

CLOSE ON Tom. He waits. = single: eyes up

CLOSE-UP on Tom. He is surprised. = reaction

INSERT: a key in Mara's hand. = insert: her hand

INSERT - THE LETTER. It reads "Come home before the sea freezes." = insert: the words

CLOSE-UP of a phone. The message says "Where are you?" = insert: a screen

HIGH ANGLE. INSERT: a map and a knife on the table. = insert: a table top

INSERT: a clock on the wall. = insert: a clock

MARA'S POV: Tom runs to the door. = point of view

TOM'S POV through the keyhole: Mara dances. = keyhole

Through the window: Mara reads a book. = through a window

Through the crack of the door: Tom sits. = door ajar

EXT. HARBOUR - DAY

FULL SHOT. Mara, Tom, OLD JACK, 70, a sailor, ROSA, 25, in green, and PAUL, 40, in grey, wait. = a group of five

MEDIUM SHOT. Mara, Rosa, Tom, Paul, Old Jack wait. = the same, medium

MEDIUM SHOT. Mara, Tom and Old Jack wait. = three

Through binoculars: a ship on the horizon. = binoculars

Through the reeds: Rosa walks. = through reeds

EXT. STREET - DAY

FULL SHOT, FOLLOW. Mara walks. Tom follows her. = follow keeps who follows

WIDE SHOT. Mara walks across the square. = match on action: wide

CLOSE ON Mara. She walks. = and close

Mara stands beside a sign that says TEA HOUSE. = lettering on the set

Through the leaves: Tom waits. = through leaves
"""

WEATHER = """Title: Weather

EXT. STREET - DAY

A light drizzle. MARA, 30, in a red coat with long black hair, walks. = drizzle

EXT. STREET - NIGHT

FULL SHOT. A downpour. Mara runs. = downpour

EXT. SEA - NIGHT

A thunderstorm. Mara stands on the shore. = storm, a strike @flash

EXT. FOREST - DAY

Thick fog. Mara walks. = fog

EXT. RIVER - DAWN

FULL SHOT. 薄雾笼罩着江面。Mist. Mara stands. = mist

EXT. GRASSLAND - DAY

FULL SHOT. A strong wind blows. Mara stands. = wind

EXT. VILLAGE - DAY

Soft snow falls. Mara stands. = light snow

EXT. MOUNTAIN - DAY

A blizzard. Mara walks. = blizzard

EXT. DESERT - DAY

A sandstorm. Mara walks. = sandstorm

EXT. GARDEN - DAY

FULL SHOT. Cherry petals drift down. Mara stands. = petals

EXT. FOREST - DAY

FULL SHOT. Autumn leaves fall. Mara stands. = falling leaves

EXT. FOREST - NIGHT

Fireflies. Mara stands. = fireflies

INT. ATTIC - DAY

Dust dances in a shaft of light. Mara stands. = dust in a sunbeam

EXT. SEA - DAY

A rainbow. Mara stands on the shore. = rainbow

EXT. SEA - DUSK

The sun sets. Mara stands on the shore. = sunset

EXT. MOUNTAIN - NIGHT

A crescent moon. Mara stands. = crescent moon

EXT. GRASSLAND - NIGHT

The sky is full of stars. Shooting stars. Mara stands. = stars and meteors @late

EXT. STREET - DUSK

FULL SHOT. It snows. Sparks fly from a brazier. Mara stands. = embers in snow

EXT. FOREST - DAY

Shafts of light between the trunks. Mara walks. = sunbeams

EXT. BRIDGE - NIGHT

FULL SHOT. Heavy snow. Mara stands. = snow by night

EXT. SNOWFIELD - NIGHT

The northern lights dance. Mara walks. = northern lights

EXT. VILLAGE - DAY

Hail hammers the roofs. Mara runs. = hail

EXT. GRASSLAND - DAY

Dark clouds gather. Mara stands. = overcast

EXT. SEA - NIGHT

A half moon. Mara stands on the shore. = half moon

EXT. BEACH - DAY

A breeze. Mara walks. = breeze
"""


def draw(folder: Path) -> None:
    """Write staging.jpg and weather.jpg."""
    for name, script in (("staging", STAGING), ("weather", WEATHER)):
        cells = list(_cells(script))
        cells += [np.zeros_like(cells[0])] * (-len(cells) % COLUMNS)
        rows = [np.hstack(cells[at : at + COLUMNS]) for at in range(0, len(cells), COLUMNS)]
        cv2.imwrite(str(folder / f"{name}.jpg"), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, 84])


def _cells(script: str) -> Iterator[NDArray[np.uint8]]:
    """A labelled picture of each shot; what stands behind "=" is the label and not the script."""
    lines = [line.partition(" = ") for line in script.splitlines()]
    labels = [label for _, _, label in lines if label]
    film = breakdown(read_text("\n".join(line for line, _, _ in lines)), rate=FILM, raster=CELL)
    shots = [order for _, order in orders(film)]
    if len(shots) != len(labels):
        raise SystemExit(f"The script makes {len(shots)} shots, but {len(labels)} are labelled.")
    bakery = Bakery()
    for order, label in zip(shots, labels, strict=True):
        yield _cell(order, label, bakery)


def _cell(order: ShotOrder, label: str, bakery: Bakery) -> NDArray[np.uint8]:
    text, _, when = label.partition(" @")
    theatre = Theatre(stage(order), order.raster, order.rate, bakery)
    frame = round(order.frames * (0.85 if when == "late" else 0.55))
    if when == "flash":
        scenery = theatre.staging.scenery
        frame = next(f for f in range(order.frames) if weather.flash(scenery, float(f / order.rate)) > 0.9)
    picture = theatre.picture(frame)[:, :, :3]
    strip = np.full((_HEIGHT, CELL.width, 3), 38, np.uint8)
    cv2.putText(strip, text, (6, 14), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (225, 225, 225), 1, cv2.LINE_AA)
    return np.vstack([picture, strip])
