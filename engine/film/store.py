"""A film's folder on disk: save, load, go back.

Saving writes a temp file, syncs it, and renames it over film.json, so a crash leaves the old film or the new one. What
film.json held before is kept once in autosave/ (see `copies`). Only the holder of the film's lock (`lock`) saves; anybody
may load.
"""

from __future__ import annotations

import os
from pathlib import Path

from engine.errors import BadFilm, BadInput, storage_failed
from engine.failpoints import failpoint
from engine.film.check import checked
from engine.film.copies import COPIES, good_copies, keep_previous
from engine.film.document import Film
from engine.film.durable import replace_file
from engine.film.film_text import film_from, film_text

FILM_FILE = "film.json"


def save(film: Film, folder: Path) -> None:
    """Write the film into its folder, which is made if need be.

    Raises BadFilm when the film does not hold together, NewerFilm when the folder holds a newer Storyreel's film, and
    StorageFailed when the disk refuses; each time film.json stays as it was.
    """
    text = film_text(checked(film))
    path = folder / FILM_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if _read(path) == text:
            os.utime(path)  # saved again: now younger than any autosave
            return
        replace_file(
            path, text, before_write=lambda: failpoint("film.save.before_write"), before_replace=lambda: _about_to(path)
        )
    except OSError as error:
        raise storage_failed(error, path) from error
    failpoint("film.save.after_replace")


def load(folder: Path) -> Film:
    """The film in this folder. Raises BadFilm (not a film, or damaged: where, and which copy to go back to), NewerFilm,
    or StorageFailed; the folder is left as it is."""
    path = folder / FILM_FILE
    try:
        if folder.is_dir() and not path.exists():
            raise _with_a_way_back(BadFilm(f"{folder.name} is not a film: it has no film.json."), folder)
        text = path.read_bytes()
    except OSError as error:
        raise storage_failed(error, folder if not folder.exists() else path) from error
    try:
        return film_from(text, folder.name)
    except BadFilm as bad:
        raise _with_a_way_back(bad, folder) from bad


def go_back(folder: Path, copy: Path) -> Film:
    """Put a copy (one of `good_copies`) in film.json's place and return it; what film.json held is kept in autosave/.

    Raises BadFilm when the copy is damaged, StorageFailed when the disk refuses.
    """
    try:
        film = film_from(copy.read_bytes(), copy.name)
    except OSError as error:
        raise storage_failed(error, copy) from error
    save(film, folder)
    return film


def must_be_new(folder: Path) -> None:
    """Raises BadInput when the folder holds something already: a new film never replaces anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(f"{folder} is there already.", "Choose another name, or remove it.")


def _about_to(path: Path) -> None:
    failpoint("film.save.after_write")
    keep_previous(path)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _with_a_way_back(bad: BadFilm, folder: Path) -> BadFilm:
    """The same complaint, with the newest good copy as the next step where there is one."""
    copy = next(iter(good_copies(folder)), None)
    if copy is None:
        return BadFilm(
            bad.sentence, bad.action or "Choose another folder, or a backup of this one; nothing was changed."
        )
    return BadFilm(
        bad.sentence, f"The last good copy is {COPIES}/{copy.name}: copy it over film.json; nothing was changed so far."
    )
