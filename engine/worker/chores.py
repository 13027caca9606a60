"""The desk lane's work: what a film needs done that is not rendering, so that a long render never blocks it.

A chore is a function of the film's folder and the job; it answers nothing, its effect is on the disk, and doing it twice
does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from engine.backends import registry
from engine.backends.base import Cancel, Report
from engine.errors import Unsupported
from engine.plan import desk
from engine.plan.guides import CHORE
from engine.protocol import Job
from engine.takes.store import TakeStore

Chore = Callable[[Path, Job, Report, Cancel], None]


def find(name: str, extra: Sequence[Path] = ()) -> Chore:
    """The chore of that name. Raises Unsupported."""
    brought = registry.chore(name, extra)
    if brought is not None:
        return brought
    if name not in _CHORES:
        raise Unsupported(f"There is no desk work called {name!r}.", f"Choose one of: {', '.join(sorted(_CHORES))}.")
    return _CHORES[name]


def verify_takes(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Read every byte of every take; damaged ones are moved aside, and a note says how many."""
    store = TakeStore(folder)
    keys = sorted(store.keys())
    damaged = 0
    for done, key in enumerate(keys):
        cancel.check()
        report.progress(job.key, done, len(keys))
        damaged += not store.sound(key)
    if damaged:
        report.note(f"{damaged} of {len(keys)} takes were damaged and moved aside; render to make them again.")


def draw_guides(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Draw a shot's guide passes (engine.worker.guiding, which brings the whole theatre along)."""
    from engine.worker.guiding import draw_guides

    draw_guides(folder, job, report, cancel)


def draw_portrait(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Draw somebody's portrait (engine.worker.portraying, which brings the whole theatre along)."""
    from engine.worker.portraying import draw_portrait

    draw_portrait(folder, job, report, cancel)


def look_at_takes(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
    """Look at takes for their likeness (engine.worker.likening, which brings the whole theatre along)."""
    from engine.worker.likening import look_at_takes

    look_at_takes(folder, job, report, cancel)


def _at_the_desk(name: str) -> Chore:
    """A chore of engine.worker.desk_work, which brings ffmpeg and the media room along, when it is first needed."""

    def chore(folder: Path, job: Job, report: Report, cancel: Cancel) -> None:
        from engine.worker import desk_work

        getattr(desk_work, name)(folder, job, report, cancel)

    return chore


_CHORES: dict[str, Chore] = {
    "verify": verify_takes,
    CHORE: draw_guides,
    desk.Export.chore: _at_the_desk("export"),
    desk.Import.chore: _at_the_desk("bring_in"),
    desk.Likeness.chore: look_at_takes,
    desk.Portrait.chore: draw_portrait,
    desk.Sound.chore: _at_the_desk("sound"),
    desk.Still.chore: _at_the_desk("still"),
}
