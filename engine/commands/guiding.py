"""`storyreel guides FILM`: draw guide passes of shots, aligned to their takes, for video models and for metrics."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from engine import protocol
from engine.client import Client
from engine.commands.console import Console
from engine.commands.making import Watch, counted, wanted_shots
from engine.errors import BadInput, RenderFailed
from engine.film import store
from engine.film.document import Film
from engine.plan.guides import CHORE, FACTS, PASSES, GuidePass, job_key, payload
from engine.plan.orders import canonical
from engine.plan.plan import Node, plan


def passes_named(words: str) -> tuple[GuidePass, ...]:
    """The passes of a comma-separated list; all of them for an empty one. Raises BadInput."""
    asked = [word.strip().lower() for word in words.replace("，", ",").split(",") if word.strip()]
    if strange := next((word for word in asked if word not in PASSES), ""):
        raise BadInput(f"There is no guide pass called {strange}.", f"Choose among: {', '.join(PASSES)}.")
    return tuple(name for name in PASSES if not asked or name in asked)


def guides(
    folder: Path, console: Console, *, slates: Collection[str] = (), passes: tuple[GuidePass, ...] = PASSES
) -> None:
    """Draw the passes of these shots (all without any) that are not there yet. Raises BadInput, RenderFailed, Cancelled."""
    film = store.load(folder)
    shots = {shot.id for shot in wanted_shots(film, slates)}
    nodes = {node.key: node for node in plan(film, shots).nodes}
    jobs = [_job(film, node, passes) for node in nodes.values()]
    told = {job.key: json.loads(job.payload) for job in jobs}
    missing = [job for job in jobs if not _is_there(folder / told[job.key]["into"], told[job.key])]
    client = Client(folder)
    client.add(missing)
    lengths = {job.key: nodes[told[job.key]["take"]].order.length for job in missing}
    with console.bar("Drawing guides") as bar:
        outcome = client.render(lengths.keys(), Watch(bar, console, lengths, {}))
    if outcome.failed:
        failed = outcome.failed[0][1]
        raise RenderFailed(failed.sentence, failed.action)
    places = sorted(body["into"] for body in told.values())
    console.result(
        f"{counted(len(places))} with guides ({', '.join(passes)}) in {folder / 'guides'}.",
        passes=list(passes),
        places=places,
    )


def _job(film: Film, node: Node, passes: tuple[GuidePass, ...]) -> protocol.Job:
    slate = next((shot.slate for shot in film.shots if shot.id in node.shots), "")
    told = payload(canonical(node.order).decode(), node.key, slate, passes)
    return protocol.Job(key=job_key(told), engine=CHORE, payload=told, lane="desk")


def _is_there(place_: Path, told: dict[str, object]) -> bool:
    """Whether the passes asked for were drawn before, for the very same take."""
    try:
        facts = json.loads((place_ / FACTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    wanted = told["passes"]
    return (
        isinstance(wanted, list) and facts.get("take") == told["take"] and set(wanted) <= set(facts.get("passes", ()))
    )
