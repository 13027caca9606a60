"""`storyreel export FILM OUT`: conform a cut of a saved film into one file. Reads the film; changes nothing in it."""

from __future__ import annotations

from pathlib import Path

from engine.commands.console import Bar, Console
from engine.errors import BadInput, Cancelled
from engine.film.cuts import Cut
from engine.film.document import Film
from engine.film.ending import overhang
from engine.film.timecode import timecode
from engine.media.conform import Exported, ExportOptions
from engine.media.delivery import deliver
from engine.queue.interrupts import Interrupts


def export_cut(
    folder: Path, film: Film, out: Path, console: Console, *, cut: str, options: ExportOptions, before: int = 0
) -> Exported:
    """Write the cut of that name (empty: the first) to `out`; `before` pieces were encoded by this command already.

    Raises BadInput, MediaFailed, StorageFailed, Cancelled.
    A take that is damaged is moved aside before DamagedTake is raised, so that the next render makes it again.
    """
    chosen = cut_named(film, cut)
    if told := ending_told(film, chosen, options):
        console.say(told)
    with console.bar("Exporting") as bar, Interrupts() as interrupts:
        exported = deliver(folder, film, chosen, out, options, _Progress(bar, console), _Cancel(interrupts))
    length = timecode(exported.frames, film.rate)
    encoded, reused = exported.encoded + before, max(0, exported.reused - before)
    console.result(
        f"{out}: {length} ({encoded} pieces encoded, {reused} kept from before).",
        path=str(out),
        frames=exported.frames,
        encoded=encoded,
        reused=reused,
    )
    return exported


def ending_told(film: Film, cut: Cut, options: ExportOptions) -> str:
    """What becomes of sound that runs past the last picture, in one line before anything is written; "" where there is none."""
    over = overhang(cut)
    if not over or options.span is not None:
        return ""
    runs = f"The sound runs {float(over / film.rate):.1f} s past the last picture"
    if options.ending == "sound":
        return f"{runs}, over black, as you ask."
    return f"{runs}: it fades out there (--ending sound lets it run on over black)."


def cut_named(film: Film, name: str) -> Cut:
    """The cut of that name, or the first one. Raises BadInput when there is none."""
    for cut in film.cuts:
        if not name or cut.name == name:
            return cut
    known = ", ".join(cut.name for cut in film.cuts) or "none"
    raise BadInput(f"The film has no cut called {name!r}.", f"Its cuts: {known}.")


class _Progress:
    def __init__(self, bar: Bar, console: Console) -> None:
        self._bar = bar
        self._console = console

    def progress(self, key: str, done: int, total: int) -> None:
        self._bar.at(done, total)

    def note(self, sentence: str) -> None:
        self._console.say(sentence)


class _Cancel:
    """Ctrl-C, a closed terminal and a polite kill ask to stop, so that ffmpeg is ended and nothing half-written stays."""

    def __init__(self, interrupts: Interrupts) -> None:
        self._interrupts = interrupts

    def check(self) -> None:
        if self._interrupts.count:
            raise Cancelled("The export was stopped; finished pieces are kept.", "Run the same command again to go on.")
