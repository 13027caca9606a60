"""Which style a film is drawn in: what the command line asks for, else what the script's title page tells.

Only a shipped style is kept by name. A film's own style (styles/ in its folder, or a file named on the line) goes into the
film in full, so that an edited style renders again and a moved folder loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.commands.console import Console
from engine.errors import BadInput
from engine.film.document import Film
from engine.film.style import STYLES, StyleSheet, read_style, style_meant, styles_in
from engine.script.styles import shipped


def styled(film: Film, asked: str, told: str, folder: Path, console: Console) -> Film:
    """The film in the style that is `asked` for, else in the one its script `told`. Raises BadInput for a style that is
    not there or whose file is wrong."""
    own = styles_in(folder / STYLES)
    words = asked or told
    if asked.endswith(".json"):
        return film.with_(style=read_style(Path(asked)))
    if not words.strip():
        return film
    if (mine := style_meant(words, own.values())) is not None:
        return film.with_(style=mine)
    if (known := style_meant(words, shipped().values())) is not None:
        return film.with_(style=known.name)
    if asked:
        raise BadInput(
            f"There is no style called {asked}.", f"Choose one of: {_listed((*shipped().values(), *own.values()))}."
        )
    console.say(
        f"No style is called {told.splitlines()[0]}; the film is cut from paper. Styles: {_listed(shipped().values())}."
    )
    return film


def restyled(film: Film, folder: Path) -> Film:
    """The film with its own style as the file in its folder has it now. Raises BadInput when that is wrong."""
    if isinstance(film.style, str):
        return film
    return film.with_(style=styles_in(folder / STYLES).get(film.style.name, film.style))


def _listed(styles: Iterable[StyleSheet]) -> str:
    return ", ".join(sorted({style.name for style in styles}))
