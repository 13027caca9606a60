"""Contact sheets of the acting: every verb of assets/lexicon/acting.json in four moments, as the stage plays it.

Drawn from a staged shot of one line ("Ada sneezes"), so that the sheet shows what a script would get and not what a puppet could.
"""

from __future__ import annotations

import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Act, Beat, Player
from engine.plan.business import Business, table

CELL, PHASES = (112, 140), (0.16, 0.38, 0.6, 0.84)
COLUMNS = 3
CAST = (
    ("Ada", "a young woman in a red coat", 3),
    ("Ben", "an old man in a blue suit", 8),
    ("小虎", "a boy of ten in a green sweater", 21),
    ("Wen", "a woman in a yellow dress", 34),
)


def sheet_of(names: list[str]) -> NDArray[np.uint8]:
    """uint8 (H, W, 3) BGR: the named business, `COLUMNS` a row, four moments each, with its first words."""
    rows = [_strip(name, i) for i, name in enumerate(names)]
    while len(rows) % COLUMNS:
        rows.append(np.full_like(rows[0], 214))
    return np.vstack([np.hstack(rows[i : i + COLUMNS]) for i in range(0, len(rows), COLUMNS)])


def _strip(name: str, place: int) -> NDArray[np.uint8]:
    business = table().business[name]
    width, height = CELL
    surface = skia.Surface.MakeRasterN32Premul(width * len(PHASES), height)
    canvas = surface.getCanvas()
    canvas.clear(0xFFE6DFD0)
    for i, share in enumerate(PHASES):
        canvas.save()
        canvas.translate(width * (i + 0.5), height - 24)
        _figure(canvas, business, place, share)
        canvas.restore()
    font = skia.Font(skia.Typeface(), 10.5)
    canvas.drawString(name, 5, height - 5, font, skia.Paint(AntiAlias=True, Color=0xFF4A3A36))
    return np.ascontiguousarray(surface.makeImageSnapshot().toarray()[:, :, :3])


def _figure(canvas: skia.Canvas, business: Business, place: int, share: float) -> None:
    who, told, seed = CAST[place % len(CAST)]
    puppet = puppet_for(who, told, "", seed, (), ())
    length = business.seconds or 4.0
    going = business.gait and (
        (business.act is not None and not business.stays) or business.name in {"push", "pull", "carry"}
    )
    act = (
        business.act
        if business.act is not None and not (business.stays or business.rides)
        else Act.WALK
        if going
        else Act.BUSINESS
    )
    span = 3.4 if going else 0.0
    start = -0.01 if business.low else 0.0
    partner = 0.9 if business.near else 0.0
    seated = business.rides or business.name in {"piano", "fish", "zither", "type", "write"}
    beats = (Beat(Act.STAND, -1.0, 0.0, 0.0, 0.0, 40.0),) if not seated else (Beat(Act.SIT, -3.0, 0.0, 0.0, 0.0, 50.0),)
    act = Act.BUSINESS if seated else act
    beats = (
        *beats,
        Beat(
            act,
            start,
            length,
            0.0,
            span,
            76.0 if going else 64.0 if business.aims else 40.0,
            0.0,
            business.name,
            "",
            "",
            partner,
        ),
    )
    player = Player(who, puppet, beats, seed=seed)
    pose = pose_at(player, share * length).pose
    scale = (CELL[1] - 30) / (1.22 * puppet.height)
    canvas.scale(scale, scale)
    puppet.draw(canvas, pose)
