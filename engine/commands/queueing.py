"""`storyreel queue ...`: see, work off, pause, resume, reorder and cancel what waits to be rendered."""

from __future__ import annotations

import json
from pathlib import Path

from engine.client import Client, Empty, Paused, QueueState, Running, Waiting
from engine.commands.console import Console
from engine.commands.making import Watch, counted, take_in
from engine.errors import BadInput, RenderFailed
from engine.film import store
from engine.queue.ledger import Leased, Queued, Row


def run(folder: Path, console: Console) -> None:
    """Work the queue off with no window, then adopt the takes. Raises RenderFailed when a shot failed now, not one that
    failed before."""
    client = _client(folder)
    lengths = {row.job.key: _frames(row) for row in client.rows() if isinstance(row.state, Queued | Leased)}
    before = {row.job.key for row in client.rows()} - lengths.keys()
    with console.bar("Rendering") as bar:
        outcome = client.run(Watch(bar, console, lengths, {}))
    take_in(folder, console)
    done = [key for key in outcome.done if key not in before]
    failed = [failure for key, failure in outcome.failed if key not in before]
    console.result(f"{len(done)} done, {len(failed)} failed.", done=done)
    if failed:
        raise RenderFailed(failed[0].sentence, failed[0].action)


def show(folder: Path, console: Console) -> None:
    """The state of the queue and its jobs in line order."""
    client = _client(folder)
    rows, state = client.rows(), client.state()
    lines = [_told(state), *(f"  {row.job.key[:12]}  {_state(row):<10} {row.job.engine}" for row in rows)]
    console.result(
        "\n".join(lines),
        state=type(state).__name__.lower(),
        jobs=[{"key": row.job.key, "state": _state(row), "engine": row.job.engine} for row in rows],
    )


def pause(folder: Path, console: Console) -> None:
    """Begin nothing more until resumed."""
    _client(folder).pause()
    console.say("Paused: what is being drawn is finished, nothing new is begun.")


def resume(folder: Path, console: Console) -> None:
    """Go on after a pause."""
    _client(folder).resume()
    console.say("Resumed. `storyreel queue run FILM` works it off if nobody does already.")


def cancel(folder: Path, console: Console, keys: tuple[str, ...]) -> None:
    """Take jobs off the queue; without keys, all."""
    client = _client(folder)
    wanted = [_key(client, key) for key in keys] or None
    console.say(f"{counted(client.cancel(wanted))} cancelled; finished takes are kept.")


def move(folder: Path, console: Console, key: str) -> None:
    """Let a job be next."""
    client = _client(folder)
    client.move(_key(client, key))
    console.say("It is next.")


def _client(folder: Path) -> Client:
    store.load(folder)
    return Client(folder)


def _key(client: Client, beginning: str) -> str:
    """The one job whose key begins so."""
    found = [row.job.key for row in client.rows() if row.job.key.startswith(beginning)]
    if len(found) != 1:
        known = "No job in the queue begins" if not found else f"{len(found)} jobs in the queue begin"
        raise BadInput(f"{known} with {beginning!r}.", "`storyreel queue show FILM` lists them.")
    return found[0]


def _frames(row: Row) -> int:
    order = json.loads(row.job.payload).get("order", {})
    return order.get("head", 0) + order.get("frames", 1) + order.get("tail", 0)


def _state(row: Row) -> str:
    return type(row.state).__name__.lower()


def _told(state: QueueState) -> str:
    match state:
        case Empty():
            return "The queue is empty."
        case Waiting(queued):
            return f"{counted(queued)} in line; `storyreel queue run FILM` renders them."
        case Running(queued, rendering, by):
            return f"Process {by} renders {counted(len(rendering))}, {queued} wait."
        case Paused(queued):
            return f"Paused, {counted(queued)} in line."
