"""`storyreel likeness FILM`, and `render --until-like`: how far everybody looks like themselves, and takes until they do.

A score never chooses: other seeds are tried and every take is kept, but circling one is a person's business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

from engine import protocol
from engine.client import Client
from engine.commands.console import Console
from engine.commands.making import Watch, opened, render, take_in, wanted_shots
from engine.errors import BadInput, Cancelled, Locked, RenderFailed
from engine.film import store
from engine.film.board import edit_shot
from engine.film.document import Film
from engine.film.shots import Shot
from engine.likeness.meetings import Meeting
from engine.likeness.roll_call import PUPPETS, RollCall, SubjectLikeness, all_takes
from engine.plan import desk
from engine.plan.plan import plan
from engine.plan.sittings import Sitting

_AT_ONCE = 24
"""Takes in one job: a cancelled one has lost no more."""

_SEEDS = 2**63


def likeness(folder: Path, console: Console, *, slates: Collection[str] = ()) -> None:
    """Look at the takes of these shots (all without any) and print a table. Raises BadInput, RenderFailed, Cancelled."""
    film = store.load(folder)
    shots = wanted_shots(film, slates)
    roll = looked_at(folder, film, console)
    takes = [told for shot in shots for told in _takes(roll, shot)]
    cuts = list(_cuts(roll, shots))
    lines = [*_table(takes), *_told(roll, shots), *(["", *cuts_table(cuts)] if cuts else [])]
    console.result(
        "\n".join(lines) or "No take has anybody in it to compare.",
        takes=[facts for _, facts in takes],
        cuts=[
            {"before": a.slate, "after": b.slate, "score": round(met.score, 3), "reason": met.sentence}
            for a, b, met in cuts
        ],
    )


def render_until_like(
    folder: Path, console: Console, line: float, at_most: int, *, slates: Collection[str] = (), **wishes: Any
) -> int:
    """Render as `making.render` does, and again with other seeds each shot whose cast is less alike than `line` (0 to 1), at most so
    many times in all; returns how many takes were rendered. Raises what `making.render` does."""
    if not 0 < line <= 1 or at_most < 1:
        raise BadInput("That line cannot be reached.", "Write --until-like 0.8 --at-most 4, say.")
    done = len(render(folder, console, slates=slates, **wishes).done)
    take_in(folder, console)
    for _ in range(at_most - 1):
        again = _below(folder, line, slates, console)
        if not again:
            break
        tried = {shot.id: _next_seed(shot) for shot in again}
        _seeded(folder, tried)
        try:
            done += len(render(folder, console, slates=tuple(tried), **wishes).done)
            take_in(folder, console)
        except BaseException:
            _without_untried(folder, again, tried, console)
            raise
    _tell_best(folder, line, slates, console)
    return done


def looked_at(folder: Path, film: Film, console: Console) -> RollCall:
    """The roll call of all takes of a film, every one of them looked at. Raises RenderFailed, Cancelled."""
    roll = RollCall(film, plan(film), all_takes(film))
    missing = roll.look(folder)
    jobs = [_job(missing[at : at + _AT_ONCE]) for at in range(0, len(missing), _AT_ONCE)]
    if jobs:
        client = Client(folder)
        client.add(jobs)
        lengths = {job.key: min(_AT_ONCE, len(missing) - at * _AT_ONCE) for at, job in enumerate(jobs)}
        with console.bar("Looking at takes") as bar:
            outcome = client.render(lengths.keys(), Watch(bar, console, lengths, {}))
        if outcome.failed:
            failed = outcome.failed[0][1]
            raise RenderFailed(failed.sentence, failed.action)
        if outcome.cancelled:
            raise Cancelled("The takes were not all looked at.", "Run the same command again to go on.")
        roll.look(folder)
    return roll


def _job(sittings: Sequence[Sitting]) -> protocol.Job:
    work = desk.Likeness(sittings=tuple(sittings))
    return protocol.Job(key=desk.key_of(work), engine=work.chore, payload=desk.payload(work), lane="desk")


# --- takes until they are alike


def _below(folder: Path, line: float, slates: Collection[str], console: Console) -> tuple[Shot, ...]:
    """The shots none of whose takes reaches the line, where another seed draws another picture."""
    film = store.load(folder)
    roll = looked_at(folder, film, console)
    wanted = [shot for shot in wanted_shots(film, slates) if _best(roll, shot) is not None]
    below = [shot for shot in wanted if (_best(roll, shot) or 0.0) < line]
    fixed = [shot for shot in below if (shot.engine or film.engine) == PUPPETS]
    if fixed:
        named = ", ".join(shot.slate for shot in fixed[:5]) + (", ..." if len(fixed) > 5 else "")
        console.say(f"{named}: the animatic engine draws the same with every seed, so it is not asked again.")
    return tuple(shot for shot in below if shot not in fixed)


def _best(roll: RollCall, shot: Shot) -> float | None:
    return max((told.score for told in roll.takes(shot) if told.score is not None), default=None)


def _seeded(folder: Path, seeds: Mapping[str, int | None]) -> None:
    with opened(folder, "storyreel render"):
        film = store.load(folder)
        for shot, seed in seeds.items():
            film = edit_shot(film, shot, seed=seed)
        store.save(film, folder)


def _without_untried(folder: Path, before: Collection[Shot], tried: Mapping[str, int], console: Console) -> None:
    """A seed that was stopped before it made a take leaves its shot as it was; the same command tries it again."""
    take_in(folder, console)
    made = {(shot.id, take.recipe.seed) for shot in store.load(folder).shots for take in shot.takes}
    untried = {shot.id: shot.seed for shot in before if (shot.id, tried[shot.id]) not in made}
    with suppress(Locked):  # somebody has opened the film meanwhile, and sees the seed there
        _seeded(folder, untried)


def _next_seed(shot: Shot) -> int:
    """One more than any take's: the same command on the same film tries the same seeds."""
    known = [take.recipe.seed or 0 for take in (*shot.takes, *shot.binned)]
    return (max(known, default=0) + 1) % _SEEDS


def _tell_best(folder: Path, line: float, slates: Collection[str], console: Console) -> None:
    """Which take comes nearest; it is circled by nobody."""
    film = store.load(folder)
    roll = looked_at(folder, film, console)
    for shot in wanted_shots(film, slates):
        best = max(roll.takes(shot), key=lambda told: told.score or 0.0, default=None)
        if best is None or best.score is None:
            continue
        reached = "over" if best.score >= line else "still under"
        number = [take.id for take in shot.takes].index(best.take) + 1
        console.say(
            f"Shot {shot.slate}: take {number} is the closest at {best.score:.2f}, {reached} {line:g}. {best.sentence}"
        )


# --- the table

_HEAD = ("shot", "take", "subject", "like", "beside", "")

Line = tuple[tuple[str, ...], dict[str, object]]


def _takes(roll: RollCall, shot: Shot) -> Iterator[Line]:
    """A row for each subject of each take, and its facts."""
    for number, take in enumerate(shot.takes, 1):
        told = roll.take(shot, take.id)
        for each in told.subjects if told else ():
            reason = f"{each.sentence} (found by its colours)" if each.by_colour else each.sentence
            yield (shot.slate, str(number), each.name, _number(each.score), _number(each.beside), reason), {
                "slate": shot.slate, "take": take.id, **_facts(each),
            }  # fmt: skip


def _facts(each: SubjectLikeness) -> dict[str, object]:
    return {
        "subject": each.name, "score": each.score, "beside": each.beside, "reason": each.sentence,
        "found": "colour" if each.by_colour else "blocking",
    }  # fmt: skip


def _told(roll: RollCall, shots: Collection[Shot]) -> Iterator[str]:
    """Which take comes nearest, where there are several."""
    for shot in shots:
        best = roll.closest(shot)
        if best is not None:
            number = [take.id for take in shot.takes].index(best.take) + 1
            yield f"Shot {shot.slate}: take {number} is the closest at {best.score:.2f}."


def _cuts(roll: RollCall, shots: Collection[Shot]) -> Iterator[tuple[Shot, Shot, Meeting]]:
    """Shots that follow each other in a scene, as their chosen takes go together."""
    wanted = {shot.id for shot in shots}
    for scene in roll.film.played.scenes:
        for one, other in pairwise(scene.shots):
            if one.chosen is None or other.chosen is None or not {one.id, other.id} & wanted:
                continue
            met = roll.between((one, one.chosen.id), (other, other.chosen.id))
            if met is not None:
                yield one, other, met


def _table(takes: Sequence[Line]) -> list[str]:
    return _columns([_HEAD, *(row for row, _ in takes)]) if takes else []


def cuts_table(cuts: Sequence[tuple[Shot, Shot, Meeting]]) -> list[str]:
    """A line for each cut within a scene."""
    rows = [(f"{a.slate} | {b.slate}", f"{met.score:.2f}", met.sentence) for a, b, met in cuts]
    return _columns([("cut", "goes", ""), *rows])


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _number(score: float | None) -> str:
    return "-" if score is None else f"{score:.2f}"
