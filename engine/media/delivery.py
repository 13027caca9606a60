"""A cut of a film's folder becomes one file: what the command and the desk's export share.

Both find takes and cuts in the same way, and both set a damaged take aside, so that the next render makes it again
instead of the next export failing over it.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import BadInput, DamagedTake
from engine.film.cuts import Cut
from engine.film.document import Film
from engine.media.conform import Exported, ExportOptions, check_place, export
from engine.media.progress import Cancel, Report
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


def deliver(
    folder: Path, film: Film, cut: Cut, out: Path, options: ExportOptions, report: Report, cancel: Cancel
) -> Exported:
    """Write the cut to `out` from the takes, footage and panels in the film's folder.

    Raises BadInput, MediaFailed, StorageFailed, Cancelled. A take that is damaged is moved aside before DamagedTake is
    raised.
    """
    try:
        return export(
            film,
            cut,
            out,
            take_folder=lambda take: folder / Path(take.media).parent,
            cache=folder / "cache",
            options=options,
            report=report,
            cancel=cancel,
            folder=folder,
        )
    except DamagedTake as damage:
        if damage.key:
            TakeStore(folder).sound(damage.key)
        raise
