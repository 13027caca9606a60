"""Contact sheets of the acting: every verb of assets/lexicon/acting.json in four moments, and a few lines as a film shows them.

The verbs are drawn alone on paper, so that a weak one shows; the lines are drawn by the theatre, so that the sheets don't lie.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Act, Beat, Player
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.business import Business, table
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

CELL, PHASES = (112, 140), (0.16, 0.38, 0.6, 0.84)
COLUMNS, SHEETS = 3, 3
CAST = (
    ("Mei", "a young woman in a red coat with black hair in a bun", 11),
    ("Ben", "an old man in a blue suit with white hair", 8),
    ("Tom", "a boy of ten in a green sweater and brown shorts", 21),
    ("Wen", "a woman in a yellow dress with brown hair", 34),
)
SEATED = frozenset({"piano", "fish", "zither", "type", "write", "row", "drive"})
LINES = """EXT. VILLAGE SQUARE - DAY

FULL SHOT. ANNA (20), a young woman in a red coat, gives a letter to BEN (30), a man in a blue suit.

FULL SHOT. Ben hugs Anna.

FULL SHOT. Anna walks across the square, reading a book.

FULL SHOT. Ben plays the guitar. Anna dances.

WIDE SHOT. Twelve soldiers march across the square.

FULL SHOT. A crowd cheers.

FULL SHOT. Ben picks up a stone and throws it.

FULL SHOT. Anna sweeps the ground. Ben kneels and prays.
"""
FRAME = (400, 225)


def draw(folder: Path) -> None:
    """Write verbs-1.jpg to verbs-3.jpg and verbs-staged.jpg into `folder`."""
    names = list(table().business)
    share = -(-len(names) // SHEETS)
    for i in range(SHEETS):
        _write(folder / f"verbs-{i + 1}.jpg", sheet_of(names[i * share : (i + 1) * share]))
    _write(folder / "verbs-staged.jpg", staged(LINES))


def _write(path: Path, sheet: NDArray[np.uint8]) -> None:
    cv2.imwrite(str(path), sheet, [cv2.IMWRITE_JPEG_QUALITY, 76])


def sheet_of(names: list[str]) -> NDArray[np.uint8]:
    """uint8 (H, W, 3) BGR: the named business, `COLUMNS` a row, four moments each, with its name."""
    rows = [_strip(name, i) for i, name in enumerate(names)]
    while len(rows) % COLUMNS:
        rows.append(np.full_like(rows[0], 218))
    return np.vstack([np.hstack(rows[i : i + COLUMNS]) for i in range(0, len(rows), COLUMNS)])


def staged(script: str) -> NDArray[np.uint8]:
    """uint8 (H, W, 3) BGR: three frames of each shot of a script, two shots a row."""
    rows = list(_frames(script))
    if len(rows) % 2:
        rows.append(np.zeros_like(rows[0]))
    return np.vstack([np.hstack(rows[i : i + 2]) for i in range(0, len(rows), 2)])


def _frames(script: str) -> Iterator[NDArray[np.uint8]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.fountain"
        path.write_text(script, encoding="utf-8")
        film = breakdown(read_script(path), rate=FILM, raster=Raster(width=FRAME[0], height=FRAME[1] // 2 * 2))
    for _, order in orders(film):
        theatre = Theatre(stage(order), order.raster, order.rate)
        yield np.hstack([theatre.picture(int(order.frames * share))[:, :, :3] for share in (0.12, 0.5, 0.9)])


def _strip(name: str, place: int) -> NDArray[np.uint8]:
    business = table().business[name]
    width, height = CELL
    surface = skia.Surface.MakeRasterN32Premul(width * len(PHASES), height)
    canvas = surface.getCanvas()
    canvas.clear(0xFFE6DFD0)
    for i, share in enumerate(PHASES):
        canvas.save()
        canvas.translate(width * (i + 0.5), height - 26)
        _figures(canvas, business, place, share)
        canvas.restore()
    font = skia.Font(skia.Typeface(), 11)
    canvas.drawString(name, 5, height - 6, font, skia.Paint(AntiAlias=True, Color=0xFF4A3A36))
    return np.ascontiguousarray(surface.makeImageSnapshot().toarray()[:, :, :3])


def _figures(canvas: skia.Canvas, business: Business, place: int, share: float) -> None:
    paired = business.near > 0 and bool(business.answer) and business.name != "whisper"
    apart = business.near if paired else 0.0
    _figure(canvas, business, place, share, -apart / 2, apart)
    if paired:
        _figure(
            canvas,
            table().business.get(business.answer) or Business(business.answer, seconds=business.seconds),
            place + 1,
            share,
            apart / 2,
            -apart,
        )


def _figure(canvas: skia.Canvas, business: Business, place: int, share: float, x: float, reach: float) -> None:
    """One of them, `x` metres from the middle of the cell; `reach` is how far the other is."""
    who, told, seed = CAST[place % len(CAST)]
    puppet = puppet_for(who, told, "", seed, (), ())
    length = business.seconds or 4.0
    seated = business.name in SEATED
    before = Beat(
        Act.SIT if seated else Act.STAND, -3.0, 0.0, 0.0, 0.0, -64.0 if reach < 0 else 64.0 if reach else 40.0
    )
    yaw = (76.0 if _goes(business) else 64.0 if business.aims or reach else 40.0) * (-1 if reach < 0 else 1)
    act = Act.BUSINESS if seated else _act(business)
    span = 3.4 if _goes(business) else 0.0
    beat = Beat(act, 0.0, length, 0.0, span, yaw, 0.0, business.name, "", "", reach)
    pose = pose_at(Player(who, puppet, (before, beat), seed=seed), share * length).pose
    scale = (CELL[1] - 30) / (1.22 * puppet.height)
    scale *= 0.78 if abs(reach) > 1.0 else 1.0
    canvas.save()
    canvas.scale(scale, scale)
    canvas.translate(x - 0.25 * (pose.business == "archery"), 0.0)
    puppet.draw(canvas, pose)
    canvas.restore()


def _goes(business: Business) -> bool:
    going = business.gait and not business.stays and business.act is not None
    return going or business.name in {"push", "pull", "carry"}


def _act(business: Business) -> Act:
    if business.act is None or business.stays or business.rides:
        return Act.WALK if _goes(business) else Act.BUSINESS
    return business.act
