"""`storyreel film SCRIPT OUT`: a script becomes a film file in one go: read, render what is missing, adopt, save, export.

Everything that can be known to fail is asked before the first picture is drawn: nobody should wait an hour to hear that
OUT is a folder. A take that turns out to be damaged is moved aside and rendered again, once.
"""

from __future__ import annotations

from pathlib import Path

from engine.client import Client
from engine.commands import exporting, making, revising
from engine.commands.ahead import Ahead, ahead
from engine.commands.console import Console
from engine.commands.from_script import film_from_script
from engine.errors import DamagedTake, storage_failed
from engine.film.document import Film
from engine.film.lock import FilmLock
from engine.media.conform import Exported, ExportOptions, encode_ahead
from engine.media.delivery import check_out
from engine.plan.plan import plan
from engine.takes.adopt import adopt


def film(
    script: Path, out: Path, folder: Path | None, wanted: making.Wanted, options: ExportOptions, console: Console
) -> None:
    """Make `out` from `script`, keeping the film in `folder` (by default beside `out`).

    Raises what reading, rendering and exporting raise; what was finished until then is kept for the next time.
    """
    check_out(out, options, script)
    folder = folder or out.with_suffix(".film")
    reading = film_from_script(script, making.Wanted(wanted.rate, wanted.raster), folder, console)
    asked = revising.with_asked(wanted, folder, console)
    asked(reading)  # what it asks for must be there, before anything is written
    _make(folder)
    with FilmLock(folder, "storyreel film"):
        made = revising.rewrite(folder, reading, asked, script.name, console)
        with ahead(lambda state: _encode_ahead(folder, made, options, state)) as begun:
            done = _rendered(folder, made, console)
        try:
            _exported(folder, done, out, options, console, begun.made)
        except DamagedTake as damage:
            console.say(f"{damage.sentence} It is kept in takes/damaged and its shot is rendered again.")
            _set_damaged_aside(folder, done)
            _exported(folder, _rendered(folder, done, console), out, options, console, begun.made)


def _rendered(folder: Path, made: Film, console: Console) -> Film:
    """The film with every shot rendered, and saved so. The lock is held."""
    planned = plan(made)
    making.render_plan(folder, made, planned, console)
    made = adopt(made, planned, Client(folder).store)
    making.store.save(made, folder)
    return made


def _encode_ahead(folder: Path, made: Film, options: ExportOptions, state: Ahead) -> None:
    """Encode what can be encoded of the film with the takes that are there by now."""
    made = adopt(made, plan(made), Client(folder).store)
    row = encode_ahead(
        made,
        exporting.cut_named(made, ""),
        take_folder=lambda take: folder / Path(take.media).parent,
        cache=folder / "cache",
        options=options,
        cancel=state,
        folder=folder,
    )
    for encoded in row:
        state.made += encoded
        if state.over:
            break


def _exported(folder: Path, made: Film, out: Path, options: ExportOptions, console: Console, before: int) -> Exported:
    return exporting.export_cut(folder, made, out, console, cut="", options=options, before=before)


def _set_damaged_aside(folder: Path, made: Film) -> None:
    """Where one take is damaged others may be: every byte is read, once."""
    store = Client(folder).store
    for node in plan(made).nodes:
        store.sound(node.key)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_failed(error, folder) from error
