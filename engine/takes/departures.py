"""How far a final has come away from its draft, kept beside the take and never in it.

take.json is the same whoever rendered the order and whatever else was in the store, so what depends on a draft that happens to be there lies
in the film's cache; where that was emptied nobody is told any more, and nothing else is lost.
"""

from __future__ import annotations

import logging
from pathlib import Path

from pydantic import ValidationError

from engine.film.cast import Digest
from engine.film.durable import replace_file
from engine.film.values import Value

_log = logging.getLogger(__name__)


class Departed(Value):
    """A final against the take `draft`: how alike their motion and their composition are, from -1 to 1, and whether that is seen."""

    draft: Digest
    flow: float
    layout: float
    departs: bool


def keep_departure(film_folder: Path, key: str, departed: Departed) -> None:
    """Write it. Never raises: a take must not be lost because this could not be noted."""
    path = _path(film_folder, key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, departed.model_dump_json().encode())
    except OSError as error:
        _log.info("how far %s departs from its draft was not noted: %s", key[:12], error)


def departure_of(film_folder: Path, key: str) -> Departed | None:
    """What was kept of the take with that key; None where it is no final, or nobody knows any more."""
    try:
        return Departed.model_validate_json(_path(film_folder, key).read_bytes())
    except (OSError, ValidationError):
        return None


def _path(film_folder: Path, key: str) -> Path:
    return film_folder / "cache" / "departures" / f"{key}.json"
