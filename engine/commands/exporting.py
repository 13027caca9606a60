"""`storyreel export FILM OUT`: conform a cut of a saved film into one file. Reads the film; changes nothing in it."""

from __future__ import annotations

from pathlib import Path

from engine.commands.console import Bar, Console
from engine.errors import BadInput, Cancelled, DamagedTake
from engine.film.cuts import Cut
from engine.film.document import Film
from engine.film.timecode import timecode
from engine.media.conform import Exported, ExportOptions, check_place, export
from engine.queue.interrupts import Interrupts
from engine.takes.store import TakeStore

_SUFFIXES = {"h264": (".mp4", ".m4v"), "prores": (".mov",)}


def check_out(out: Path, options: ExportOptions, script: Path | None = None) -> None:
    """Whether a film file may be written to `out`, asked before anything is done. Raises BadInput or StorageFailed."""
    allowed = _SUFFIXES[options.codec]
    if script is not None and out.exists() and script.exists() and out.samefile(script):
        raise BadInput(f"{out} is the script itself.", "Give the film another name, such as film.mp4.")
    check_place(out)
    if out.suffix.lower() not in allowed:
        raise BadInput(
            f"{out} does not end in {allowed[0]}, as this kind of film file must.",
            f"Write {out.with_suffix(allowed[0]).name} instead.",
        )


def export_cut(
    folder: Path, film: Film, out: Path, console: Console, *, cut: str, options: ExportOptions, before: int = 0
) -> Exported:
    """Write the cut of that name (empty: the first) to `out`; `before` pieces were encoded by this command already.

    Raises BadInput, MediaFailed, StorageFailed, Cancelled.
    A take that is damaged is moved aside before DamagedTake is raised, so that the next render makes it again.
    """
    chosen = cut_named(film, cut)
    try:
        exported = _export(folder, film, chosen, out, console, options)
    except DamagedTake as damage:
        TakeStore(folder).sound(damage.key)
        raise
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


def _export(folder: Path, film: Film, cut: Cut, out: Path, console: Console, options: ExportOptions) -> Exported:
    with console.bar("Exporting") as bar, Interrupts() as interrupts:
        return export(
            film,
            cut,
            out,
            take_folder=lambda take: folder / Path(take.media).parent,
            cache=folder / "cache",
            options=options,
            report=_Progress(bar, console),
            cancel=_Cancel(interrupts),
            folder=folder,
        )


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
