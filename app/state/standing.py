"""How each shot stands: what its picture is worth now, and what the queue is doing about it.

The film knows takes, the plan knows which take a shot asks for, the queue knows who waits; a card shows one word. What
happens now comes first: a shot that is being drawn is being drawn, whatever takes it has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from app.state.line import Line
from engine import client
from engine.film.document import Film
from engine.film.shots import Shot


@dataclass(frozen=True, slots=True)
class Fresh:
    """Its chosen take answers what the shot asks for now, or a person brought it in."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Its chosen take was made for another wording, look or engine."""


@dataclass(frozen=True, slots=True)
class Unrendered:
    """It has no take."""


@dataclass(frozen=True, slots=True)
class Queued:
    """It waits; `place` counts from 1."""

    place: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """It is being drawn: `done` of `total` steps (0 of 0 until the first word), seconds left where known, and a picture of
    it so far (a path inside the film's folder; "" for none)."""

    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    preview: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be drawn: why, and what helps."""

    sentence: str
    action: str


Standing: TypeAlias = Fresh | Stale | Unrendered | Queued | Rendering | Failed


def standings(film: Film, keys: Mapping[str, str], line: Line, drawn: Mapping[str, Rendering]) -> dict[str, Standing]:
    """Every shot's standing by its id. `keys`: shot id -> key of the take it asks for; `drawn`: what is known of the jobs
    that are being drawn, by key."""
    rows = {row.job.key: row for row in line.rows if row.job.lane == "render"}
    waiting = (row.job.key for row in line.waiting if row.job.lane == "render")
    places = {key: place for place, key in enumerate(waiting, 1)}
    return {shot.id: _standing(shot, keys.get(shot.id, ""), rows, places, drawn) for shot in film.shots}


def _standing(
    shot: Shot, key: str, rows: Mapping[str, client.Row], places: Mapping[str, int], drawn: Mapping[str, Rendering]
) -> Standing:
    row = rows.get(key)
    state = row.state if row is not None else None
    if key in places and key not in drawn:
        return Queued(places[key])
    if isinstance(state, client.AtWork):
        return drawn.get(key, Rendering())
    worth = _worth(shot, key)
    if isinstance(state, client.Failed) and not isinstance(worth, Fresh):
        return Failed(state.sentence, state.action)
    return worth


def _worth(shot: Shot, key: str) -> Fresh | Stale | Unrendered:
    take = shot.chosen
    if take is None:
        return Unrendered()
    if take.recipe.origin != "rendered" or not key or take.recipe.key == key:
        return Fresh()
    return Stale()
