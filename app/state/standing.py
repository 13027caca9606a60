"""How each shot stands: what its picture is worth now, and what the queue is doing about it.

The film knows takes, the plan knows which take a shot asks for, the queue knows who waits; a card shows one word. What
happens now comes first: a shot that is being drawn is being drawn, whatever takes it has.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from app.state.line import Line
from engine import client
from engine.film.differing import differing
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.supply import shots_by_id
from engine.plan.second_unit import Assignment

What: TypeAlias = Literal["take", "pickup", "key frame"]


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
    """It waits; `place` counts from 1. `what` it is: its take, or something that was asked for beside it."""

    place: int
    what: What = "take"


@dataclass(frozen=True, slots=True)
class Rendering:
    """It is being drawn: `done` of `total` steps (0 of 0 until the first word), seconds left where known, and a picture of
    it so far (a path inside the film's folder; "" for none). `what` it is: its take, or something beside it."""

    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    preview: str = ""
    what: What = "take"


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be drawn: why, and what helps."""

    sentence: str
    action: str


Standing: TypeAlias = Fresh | Stale | Unrendered | Queued | Rendering | Failed


@dataclass(frozen=True, slots=True)
class Known:
    """All that the standings follow from. `keys`: shot id -> key of the take it asks for; `drawn`: what is known of the jobs that are
    being drawn, by key; `beside`: what the second unit was asked for, by shot id."""

    film: Film
    keys: Mapping[str, str]
    line: Line
    drawn: Mapping[str, Rendering]
    beside: Mapping[str, tuple[Assignment, ...]] = field(default_factory=dict[str, tuple[Assignment, ...]])


def otherwise(before: Known | None, now: Known) -> set[str]:
    """The shots that may stand otherwise than before: after most edits one, and all of them only when the queue has moved."""
    if before is None or before.line is not now.line:
        return {*(shots_by_id(before.film) if before is not None else ()), *shots_by_id(now.film)}
    at_work = before.drawn.keys() | now.drawn.keys()
    return {
        *differing(before.film, now.film),
        *(() if before.keys is now.keys else (shot for shot, _ in before.keys.items() ^ now.keys.items())),
        *before.beside,
        *now.beside,
        *((shot for shot, key in now.keys.items() if key in at_work) if at_work else ()),
    }


def standings(known: Known, only: Collection[str] | None = None) -> dict[str, Standing]:
    """Every shot's standing by its id; of these only, where they are named."""
    rows = {row.job.key: row for row in known.line.rows if row.job.lane == "render"}
    waiting = (row.job.key for row in known.line.waiting if row.job.lane == "render")
    places = {key: place for place, key in enumerate(waiting, 1)}
    shots = shots_by_id(known.film)
    keys, drawn, beside = known.keys, known.drawn, known.beside
    asked_of = shots if only is None else [shot for shot in only if shot in shots]
    now = {each: _standing(shots[each], keys.get(each, ""), rows, places, drawn) for each in asked_of}
    for shot in now.keys() & beside.keys():
        if not isinstance(now[shot], Rendering | Queued):
            now[shot] = next((each for a in beside[shot] if (each := _beside(a, rows, places, drawn))), now[shot])
    return now


def _beside(
    asked: Assignment, rows: Mapping[str, client.Row], places: Mapping[str, int], drawn: Mapping[str, Rendering]
) -> Standing | None:
    """How a piece of the second unit's work stands, while it does."""
    row = rows.get(asked.key)
    if row is not None and isinstance(row.state, client.AtWork) and (asked.key in drawn or row.state.begun):
        return replace(drawn.get(asked.key, Rendering()), what=asked.kind)
    return Queued(places[asked.key], asked.kind) if asked.key in places else None


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
