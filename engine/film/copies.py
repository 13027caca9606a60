"""Copies of a film inside its own folder: the version before the last save, autosaves, and damaged files set aside.

    autosave/film.previous.json     what film.json held before it was last saved
    autosave/film.<n>.json          autosaves, the highest number is the newest
    autosave/film.damaged.<n>.json  a film.json that could not be read when it was about to be replaced

A damaged film.json is never overwritten: somebody may still mend it by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.errors import BadFilm, NewerFilm
from engine.film.durable import keep_as
from engine.film.film_text import film_from

COPIES = "autosave"
PREVIOUS = "film.previous.json"

_NUMBERED = re.compile(r"film\.(\d+)\.json", re.ASCII)
_DAMAGED = re.compile(r"film\.damaged\.(\d+)\.json", re.ASCII)


def keep_previous(path: Path) -> None:
    """Keep the film.json at `path` before it is replaced: as the previous version, or set aside when it is damaged.

    Raises NewerFilm when it is a newer Storyreel's, and OSError.
    """
    try:
        film_from(path.read_bytes(), path.parent.name)
        name = PREVIOUS
    except FileNotFoundError:
        return
    except NewerFilm:
        raise
    except BadFilm:
        name = f"film.damaged.{_next_number(path.parent / COPIES, _DAMAGED)}.json"
    (path.parent / COPIES).mkdir(exist_ok=True)
    keep_as(path, path.parent / COPIES / name)


def autosaves(folder: Path) -> list[Path]:
    """The autosaved copies, newest first."""
    found = [(int(match[1]), path) for path, match in _matches(folder / COPIES, _NUMBERED)]
    return [path for _, path in sorted(found, reverse=True)]


def next_autosave(folder: Path) -> Path:
    """Where the next autosave goes."""
    return folder / COPIES / f"film.{_next_number(folder / COPIES, _NUMBERED)}.json"


def good_copies(folder: Path) -> list[Path]:
    """Every copy that can be read, most recently written first."""
    copies = [path for path in (*autosaves(folder), folder / COPIES / PREVIOUS) if _is_good(path)]
    return sorted(copies, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _is_good(path: Path) -> bool:
    try:
        film_from(path.read_bytes(), path.name)
    except (OSError, BadFilm, NewerFilm):
        return False
    return True


def _next_number(folder: Path, pattern: re.Pattern[str]) -> int:
    return 1 + max((int(match[1]) for _, match in _matches(folder, pattern)), default=0)


def _matches(folder: Path, pattern: re.Pattern[str]) -> list[tuple[Path, re.Match[str]]]:
    if not folder.is_dir():
        return []
    return [(path, match) for path in folder.iterdir() if (match := pattern.fullmatch(path.name))]
