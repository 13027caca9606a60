"""The desk work that draws a portrait: one picture out of the paper theatre, for the cast room to know people by.

The shelf of baked sets stays from one portrait to the next, since they all stand before the same few.
"""

from __future__ import annotations

from pathlib import Path

import cv2
from pydantic import ValidationError

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.stage import Staging
from engine.backends.animatic.theatre import Theatre
from engine.backends.base import Cancel, Report
from engine.errors import BadInput, RenderFailed, storage_failed
from engine.film.durable import replace_file
from engine.film.setup import Size
from engine.plan import desk
from engine.plan.orders import ShotOrder
from engine.protocol import Job

_BAKERY = Bakery()


def draw_portrait(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Draw desk.Portrait, unless it is there. Raises BadInput, StorageFailed."""
    try:
        told = desk.Portrait.model_validate_json(job.payload)
    except ValidationError as bad:
        raise BadInput("This portrait's order cannot be read.", "Open the cast room again.") from bad
    out = folder / desk.portrait_path(told)
    if out.exists():
        return
    cv2.setNumThreads(1)
    order = told.order
    theatre = Theatre(sitting(order), order.raster, order.rate, _BAKERY)
    cancel.check()
    made, png = cv2.imencode(".png", theatre.picture(order.frames // 2 if told.at is None else told.at)[:, :, :3])
    if not made:
        raise RenderFailed("The portrait could not be made.", "Open the cast room again.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        replace_file(out, png.tobytes())
    except OSError as error:
        raise storage_failed(error, out) from error


def sitting(order: ShotOrder) -> Staging:
    """The staging of a portrait: a vehicle, which has no face, is shown whole."""
    close = stage(order)
    if not any(isinstance(player.puppet, Vehicle) for player in close.players):
        return close
    return stage(order.with_(setup=order.setup.with_(size=Size.FULL)))
