"""How a film begins: from a script, from a sample, from one empty card. Disk only, no Qt: all of it runs in a thread.

Nobody is asked where to put a new film: it goes into the films folder under its title, and a free name is found.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from app.state.opening import Opened, make_film, open_film
from engine.errors import BadInput, storage_failed
from engine.film.board import add_scene, add_shot
from engine.film.document import Film, Language
from engine.film.durable import keep_as
from engine.film.in_step import NAMES
from engine.film.rate import FILM, Raster
from engine.film.revision import history
from engine.film.shots import Scene, Shot
from engine.film.store import FILM_FILE
from engine.film.values import fresh_id
from engine.film.versions import add_cut, assembly

_FIRST_CARD = 3  # seconds
_LONGEST_NAME = 80


def read(script: Path) -> Film:
    """The film that a script file tells, nowhere yet. Raises BadScript, StorageFailed."""
    from engine.script.whole_film import film_of  # the dictionaries behind it are half a second of reading

    film, _ = film_of(script, rate=FILM, raster=Raster())
    return film


def from_reading(film: Film, films: Path) -> Opened:
    """A new film of a script that was read. Raises StorageFailed."""
    folder = free_folder(films, film.title)
    opened = make_film(folder, film)
    history.keep_reading(folder, film)
    return opened


def blank(films: Path, title: str, language: Language) -> Opened:
    """A new board: one scene with one empty card, and a cut of it."""
    return make_film(free_folder(films, title), empty_board(title, language))


def bare(films: Path, title: str, language: Language) -> Opened:
    """A new film without a card, for what is to be its shots."""
    return make_film(free_folder(films, title), Film(title=title, language=language))


def empty_board(title: str, language: Language) -> Film:
    """A film of one empty card."""
    film = add_scene(Film(title=title, language=language), Scene(id=fresh_id(), number="1"))
    card = Shot(id=fresh_id(), slate="1A", duration=int(_FIRST_CARD * film.rate))
    film = add_shot(film, film.scenes[0].id, card)
    return add_cut(film, assembly(film, name=NAMES[language]))


def copy_of(folder: Path, films: Path) -> Opened:
    """A copy of a film with everything but its queue and caches; takes are shared on the disk where it can. For a film that
    is open elsewhere. Raises StorageFailed."""
    there = free_folder(films, folder.stem)
    part = there.with_name(f".{there.name}.part")  # a copy that is cut short must not look like a film
    try:
        shutil.rmtree(part, ignore_errors=True)
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not _left(inside):
                (part / inside).parent.mkdir(parents=True, exist_ok=True)
                if inside.parts[0] == "takes":
                    keep_as(path, part / inside)
                else:
                    shutil.copyfile(path, part / inside)
        part.rename(there)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise storage_failed(error, there) from error
    return open_film(there)


def _left(inside: Path) -> bool:
    """Whether a file of a film is only of its own: caches, the queue, takes that are being made."""
    hidden = any(part.startswith(".") for part in inside.parts)
    return hidden or inside.parts[0] in _LEFT or inside.name.startswith(_LEFT_FILES)


_LEFT = frozenset({"cache", "autosave"})
_LEFT_FILES = ("queue.", "film.lock")


def film_at(path: Path) -> Path:
    """The film folder that a path means: the folder itself, or its film.json. Raises BadInput."""
    folder = path.parent if path.name == FILM_FILE else path
    if not (folder / FILM_FILE).exists():
        raise BadInput(
            f"{folder.name} is not a film: it has no film.json.", "Choose a folder whose name ends in .film."
        )
    return folder


def free_folder(films: Path, title: str) -> Path:
    """Where a film of this title can lie: "Night Train.film", then "Night Train 2.film"."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title).strip(" .")[:_LONGEST_NAME].strip() or "Film"
    number = 1
    while (films / (folder := f"{name}.film" if number == 1 else f"{name} {number}.film")).exists():
        number += 1
    return films / folder
