"""A script becomes a film document, for `film`, `new` and `revise`: the one step that loads every word of the trade.

Reading takes half a second of words to load, so a command that only renders or plays never imports this.
"""

from __future__ import annotations

from pathlib import Path

from engine.commands.console import Console
from engine.commands.making import Wanted, manifest_of
from engine.commands.styling import styled
from engine.film.document import Film
from engine.script.whole_film import film_of


def film_from_script(script: Path, wanted: Wanted, folder: Path, console: Console) -> Film:
    """Read a script and break it down, for a film in `folder`. Raises BadScript, BadInput, StorageFailed, Unsupported;
    nothing is written."""
    film, screenplay = film_of(script, rate=wanted.rate, raster=wanted.raster)
    manifest_of(wanted.engine)
    return styled(
        film.with_(engine=wanted.engine), wanted.style, screenplay.title_page.get("style", ""), folder, console
    )
