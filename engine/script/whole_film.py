"""A script file becomes a film document: read, broken down, titled. The command line and the editor both begin here."""

from __future__ import annotations

import re
from pathlib import Path

from engine.errors import BadScript
from engine.film.document import Film
from engine.film.rate import Raster, Rate
from engine.script.breakdown import breakdown
from engine.script.reading import read_script
from engine.script.screenplay import Screenplay


def film_of(script: Path, *, rate: Rate, raster: Raster) -> tuple[Film, Screenplay]:
    """The film that a script file tells, and the script as it was read. Raises BadScript, StorageFailed; nothing is written."""
    screenplay = read_script(script)
    film = breakdown(screenplay, rate=rate, raster=raster)
    if not any(True for _ in film.shots):
        raise BadScript("The script has nothing to shoot.", "Write at least one line of action.")
    title = named_after(script) if film.title == Film.model_fields["title"].default else film.title
    return film.with_(title=title), screenplay


def named_after(script: Path) -> str:
    """The title of a film whose script has none: `2-the-last_ferry.txt` is "The last ferry"."""
    words = re.sub(r"[-_\s]+", " ", re.sub(r"^\d+[-_. ]+", "", script.stem)).strip() or script.stem
    return words[:1].upper() + words[1:]
