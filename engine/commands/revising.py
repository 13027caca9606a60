"""`revise`, `revise --undo`, `lock-numbers`, and what `film` does to a folder that holds a film: the script has changed, and
what a person has made of it so far stays.

A revision is shown before it is made, saved in one go, and taken back by one command.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from engine.client import Client
from engine.commands import making
from engine.commands.console import Console
from engine.commands.from_script import film_from_script
from engine.commands.styling import STYLES, styled
from engine.errors import BadFilm, BadInput
from engine.film import store
from engine.film.document import Film
from engine.film.lock import LOCK_FILE
from engine.film.revision import history
from engine.film.revision.changes import Change, Kind
from engine.film.revision.numbering import lock_numbers, unlock_numbers
from engine.film.revision.revise import Revised, untouched
from engine.film.revision.revise import revise as revised_film
from engine.plan.plan import plan
from engine.script.whole_film import named_after
from engine.takes.adopt import adopt

_SIGNS: dict[Kind, str] = {
    "new": "+", "changed": "~", "moved": ">", "omitted": "-", "back": "+", "kept": "=", "renumbered": "#",
}  # fmt: skip
_NAMES = {"cast": "cast member", "film": "title"}
_UNDO = "`storyreel revise FILM --undo` takes it back"


def revise(folder: Path, script: Path, console: Console, *, yes: bool) -> None:
    """Show what a revised script changes, and make it so once that is agreed to.

    Raises BadScript, BadFilm, Locked, StorageFailed; the film is then as it was.
    """
    with making.opened(folder, "storyreel revise"):
        film = _with_takes(folder, store.load(folder))
        reading = film_from_script(script, _as_made(film), folder, console)
        revised = revised_film(film, _titled(reading, script.name, film), history.last_reading(folder))
        if not revised.changes:
            number = history.apply(folder, film, revised, script.name)
            console.result(f"{script.name} changes nothing in {film.title}.", changes=[], applied=bool(number))
            return
        _show(film, script.name, revised, console)
        if yes or _agreed(console):
            number = _applied(folder, film, revised, script.name)
            _tell(console, revised, number)
        else:
            console.result("Nothing was changed. Add --yes to make the revision.", **_facts(revised), applied=False)


def undo(folder: Path, console: Console) -> None:
    """Take the last revision back. Raises BadInput where there is none."""
    with making.opened(folder, "storyreel revise"):
        there = history.versions(folder)
        film = history.undo(folder)
    script = there[-1].script
    told = f"The revision{f' from {script}' if script else ''} is taken back"
    console.result(f"{told}: {making.counted(_count(film))}.", undone=there[-1].number, shots=_count(film))


def number(folder: Path, console: Console, *, unlock: bool) -> None:
    """Lock the film's numbers, or let them count on again. Raises BadInput where two are the same."""
    with making.opened(folder, "storyreel lock-numbers"):
        film = store.load(folder)
        film = unlock_numbers(film) if unlock else lock_numbers(film)
        store.save(film, folder)
    scenes = sum(1 for _ in film.scenes)
    locked = "count on again with the next revision" if unlock else "are locked; what comes in gets a letter"
    told = f"The numbers of {scenes} scenes and {making.counted(_count(film))} {locked}."
    console.result(told, numbering=film.numbering)


def rewrite(folder: Path, reading: Film, asked: Callable[[Film], Film], script: str, console: Console) -> Film:
    """Bring the film in a folder up to its script as it reads now, or begin it there; `asked` adds what the command line
    asks for. Hold the lock. Raises BadInput where the folder holds something else, StorageFailed."""
    before = _there(folder, console)
    last = history.last_reading(folder)
    if before is not None and before.rate != reading.rate:
        before = _at_another_rate(before, last)
    before = None if before is None else _with_takes(folder, before)
    revised = (
        Revised(reading, reading, ())
        if before is None
        else revised_film(before, _titled(reading, script, before), last)
    )
    film = _with_takes(folder, asked(revised.film))
    if before is None or revised.film == before:
        store.save(film, folder)
        history.keep_reading(folder, revised.reading)
    else:
        history.apply(folder, before, Revised(film, revised.reading, revised.changes), script)
    if before is not None and revised.changes:
        console.say(f"The film is brought up to its script: {_counted(revised.changes)}. {_UNDO}.")
    return film


def with_asked(wanted: making.Wanted, folder: Path, console: Console) -> Callable[[Film], Film]:
    """What the command line asks of a film beside its script: the engine and the style. Raises Unsupported."""

    making.manifest_of(wanted.engine)

    def asked(film: Film) -> Film:
        film = film.with_(engine=wanted.engine) if wanted.engine != making.Wanted.engine else film
        return styled(film, wanted.style, "", folder, console)

    return asked


def _there(folder: Path, console: Console) -> Film | None:
    """The film in the folder; None where none has been saved yet, or where it is damaged and so made anew."""
    there = {path.name for path in folder.iterdir()}
    # A command that was killed in its first save leaves the lock and a temp file, and no film.
    strange = {name for name in there - {LOCK_FILE, STYLES} if not name.startswith(f".{store.FILM_FILE}.")}
    if store.FILM_FILE not in there:
        if strange:
            raise BadInput(f"{folder} is not a film folder.", "Choose another name for the film.")
        return None
    try:
        return store.load(folder)
    except BadFilm as bad:
        console.say(f"{bad.sentence} It is made anew from the script, and what was there is kept in autosave/.")
        return None


def _at_another_rate(before: Film, last: Film | None) -> Film | None:
    """The film where nothing in it counts frames of its own rate; else a sentence."""
    if last is None or untouched(before, last):
        return before if last is not None else None
    raise BadInput(
        f"{before.title} has been edited at {float(before.rate):g} frames a second; its rate cannot change any more.",
        "Choose another name for the film, or ask for the rate that it has.",
    )


def _titled(reading: Film, script: str, film: Film) -> Film:
    """A script without a title is called after its file, and a new draft's name is no new title."""
    return reading.with_(title=film.title) if reading.title == named_after(Path(script)) else reading


def _as_made(film: Film) -> making.Wanted:
    return making.Wanted(rate=film.rate, raster=film.raster)


def _with_takes(folder: Path, film: Film) -> Film:
    """The film with the takes that were finished while nobody looked."""
    return adopt(film, plan(film), Client(folder).store)


def _applied(folder: Path, film: Film, revised: Revised, script: str) -> int:
    after = _with_takes(folder, revised.film)
    return history.apply(folder, film, Revised(after, revised.reading, revised.changes), script)


def _agreed(console: Console) -> bool:
    """Whether the person at the terminal says yes; nobody is asked where nobody is there."""
    if not sys.stdin or not sys.stdin.isatty() or not console.for_people:
        return False
    console.say("Make this revision? [y/N]")
    return sys.stdin.readline().strip().casefold() in {"y", "yes", "是", "好"}


def _show(film: Film, script: str, revised: Revised, console: Console) -> None:
    console.say(f"{script} against {film.title}: {_counted(revised.changes)}.")
    for change in revised.changes:
        console.say(f"  {_SIGNS[change.kind]} {change.sentence}")
    for cut in (cut for cut in film.cuts if cut.locked):
        console.say(f"  = The locked cut {cut.name} stays as it is.")


def _tell(console: Console, revised: Revised, number: int) -> None:
    told = f"Revision {number} is made: {_counted(revised.changes)}. {_UNDO}."
    console.result(told, **_facts(revised), applied=True, revision=number)


def _facts(revised: Revised) -> dict[str, list[dict[str, str]]]:
    return {"changes": [asdict(change) for change in revised.changes]}


def _counted(changes: tuple[Change, ...]) -> str:
    """ "2 shots new, 1 line changed": in the order of the list's signs."""
    things = {(change.what, change.kind, change.id) for change in changes if change.kind not in {"renumbered", "kept"}}
    counts = Counter((_NAMES.get(what, what), kind) for what, kind, _ in things)
    order: list[str] = list(_SIGNS)
    ranked = sorted(counts.items(), key=lambda each: (order.index(each[0][1]), each[0][0]))
    told = [f"{count} {what}{'s' if count > 1 else ''} {kind}" for (what, kind), count in ranked]
    return ", ".join(told) or "other numbers"


def _count(film: Film) -> int:
    return sum(1 for _ in film.played.shots)
