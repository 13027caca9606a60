"""The desk work that draws a shot's guide passes beside its take: depth, subject masks, pose, clean plate, optical flow.

They are drawn from the same order as the take, into a folder that gets its name when all of it is whole.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.guides.body_plans import PLANS
from engine.backends.animatic.guides.passes import FLOW_STEP, FLOW_ZERO, Guides, colour_of, coloured, encoded
from engine.backends.animatic.guides.skeleton import POINTS, Skeleton, drawn
from engine.backends.animatic.theatre import Theatre
from engine.backends.base import Cancel, Report
from engine.errors import Unsupported, storage_failed
from engine.film.rate import Raster
from engine.media.lossless import Kind, LosslessVideo
from engine.plan.guides import FACTS
from engine.plan.orders import ShotOrder
from engine.protocol import Job

Drawn = Callable[[int], NDArray[Any]]


def draw_guides(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Draw the passes that the job's payload names (engine.plan.guides.payload). Raises Unsupported, StorageFailed, MediaFailed."""
    told = json.loads(job.payload)
    order = ShotOrder.model_validate(told["order"])
    if order.engine != "animatic":
        raise Unsupported(
            f"The {order.engine} engine cannot tell depth or motion.",
            "Ask for guides of a film that the animatic engine draws.",
        )
    if order.panels:
        raise Unsupported("A drawn panel has neither depths nor joints.", "Ask for guides of shots that puppets play.")
    into = folder / told["into"]
    part = into.with_name(f"{into.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _draw(order, told, part, job.key, report, cancel)
        shutil.rmtree(into, ignore_errors=True)
        part.replace(into)
    except OSError as error:
        raise storage_failed(error, into) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _draw(order: ShotOrder, told: dict[str, Any], part: Path, key: str, report: Report, cancel: Cancel) -> None:
    cv2.setNumThreads(1)
    passes: Sequence[str] = told["passes"]
    frames = range(-order.head, order.frames + order.tail)
    staging = stage(order)
    apart = Theatre(staging, order.raster, order.rate, apart=True) if "depth" in passes else None
    guides = Guides(Theatre(staging, order.raster, order.rate), frames, apart)
    people: list[tuple[Skeleton, ...]] = []
    with ExitStack() as videos:
        films = [
            (videos.enter_context(LosslessVideo(part / name, order.raster, order.rate, kind)), draw)
            for name, kind, draw in _films(guides, order.raster, passes, people)
        ]
        for done, frame in enumerate(frames):
            cancel.check()
            for film, draw in films:
                film.write(draw(frame))
            report.progress(key, done + 1, len(frames))
        for film, _ in films:
            film.close()
    _tell(guides, order, told, part, people)


def _films(
    guides: Guides, raster: Raster, passes: Sequence[str], people: list[tuple[Skeleton, ...]]
) -> list[tuple[str, Kind, Drawn]]:
    """The files of the passes, in the order in which they are drawn."""
    size, most = (raster.width, raster.height), raster.height / 30
    last: dict[str, Any] = {}

    def pose(frame: int) -> NDArray[np.uint8]:
        people.append(guides.people(frame))
        return drawn(people[-1], size)

    def flow(frame: int) -> NDArray[np.uint16]:
        last["flow"] = guides.flow(frame)
        return encoded(last["flow"])

    table: dict[str, list[tuple[str, Kind, Drawn]]] = {
        "depth": [("depth.mkv", "gray16", guides.depth)],
        "masks": [("masks.mkv", "bgr8", guides.masks)],
        "pose": [("pose.mkv", "bgr8", pose)],
        "plate": [("plate.mkv", "bgr8", guides.plate)],
        "flow": [("flow.mkv", "rgb16", flow), ("flow-view.mkv", "bgr8", lambda _: coloured(last["flow"], most))],
    }
    return [film for name in passes for film in table[name]]


def _tell(
    guides: Guides, order: ShotOrder, told: dict[str, Any], part: Path, people: Sequence[tuple[Skeleton, ...]]
) -> None:
    """The facts without which the pictures cannot be read."""
    passes: Sequence[str] = told["passes"]
    facts: dict[str, Any] = {
        "take": told["take"],
        "passes": list(passes),
        "frames": order.length,
        "first_frame": -order.head,
        "rate": str(Fraction(order.rate)),
        "size": [order.raster.width, order.raster.height],
    }
    if "depth" in passes:
        facts["depth"] = {
            "unit": "metre",
            "nearest": guides.nearest,
            "value": "65535 * nearest / distance, 0: nothing there",
        }
    if "masks" in passes:
        legend = {
            name: "#{2:02x}{1:02x}{0:02x}".format(*colour_of(label)) for label, name in enumerate(guides.names, 1)
        }
        facts["masks"] = {"legend": legend, "nobody": "#000000"}
    if "flow" in passes:
        facts["flow"] = {
            "encoding": "KITTI: red is right, green is down, blue is 1 where the point is still seen in the next frame",
            "pixels": f"(value - {FLOW_ZERO}) / {FLOW_STEP:g}",
        }
    if "pose" in passes:
        facts["pose"] = _bodies(people)
    (part / FACTS).write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")


def _bodies(people: Sequence[tuple[Skeleton, ...]]) -> dict[str, Any]:
    """Where the joints are, frame by frame, and how each kind of body hangs together."""
    plans = {body.name: body.plan for now in people for body in now}
    told = {plan: {"points": list(p.names), "limbs": p.limbs} for plan, p in PLANS.items() if plan in plans.values()}
    return {"points": list(POINTS), "plans": told, "bodies": plans, "frames": [_posed(now) for now in people]}


def _posed(people: tuple[Skeleton, ...]) -> dict[str, list[float]]:
    """OpenPose's `pose_keypoints_2d` of each body: x, y, and how sure, for every point of its plan."""
    return {person.name: [value for point in person.points for value in point] for person in people}
