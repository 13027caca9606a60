"""How films written by an older Storyreel are upgraded: one pure dict -> dict step per schema version.

The steps work on plain JSON, never on `Film`, because today's classes cannot read yesterday's shape. A new version adds
one file here (`m002_what_changed.py`, with a function `upgrade`), one line to `LADDER`, and its shape to the version map
that tests/engine/film/test_migrations.py pins. Film.1 is the first schema, so the ladder is still empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from engine.errors import BadFilm, NewerFilm
from engine.film.document import SCHEMA

Body = dict[str, Any]
"""A film as JSON, with its "schema"."""


class Step(NamedTuple):
    """To which schema `upgrade` leads; it returns a new body and leaves "schema" to the ladder."""

    to: str
    upgrade: Callable[[Body], Body]


LADDER: Mapping[str, Step] = {}
"""From a schema to the next one."""

_SCHEMA = re.compile(r"Film\.([1-9][0-9]{0,5})", re.ASCII)


def upgraded(body: Body, name: str, *, ladder: Mapping[str, Step] = LADDER, newest: str = SCHEMA) -> Body:
    """The body in the newest schema; `name` is what the person calls the film.

    Raises NewerFilm for a schema from the future, BadFilm for one that never was.
    """
    schema = _known(body.get("schema"), name, ladder, newest)
    while schema != newest:
        step = ladder[schema]
        body = {**step.upgrade(body), "schema": step.to}
        schema = step.to
    return body


def _known(schema: object, name: str, ladder: Mapping[str, Step], newest: str) -> str:
    if isinstance(schema, str) and (schema == newest or schema in ladder):
        return schema
    number = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if number is None:
        raise BadFilm(f"{name} is not a film of Storyreel: its film.json names no schema.", "Choose another folder.")
    if int(number[1]) > int(newest.removeprefix("Film.")):
        raise NewerFilm(
            f"{name} was written by a newer Storyreel ({schema}; this one reads {newest}).",
            "Open it with that version; it was left as it is.",
        )
    raise BadFilm(
        f"{name} is in a schema ({schema}) that this Storyreel cannot upgrade.", "Open it with an older version."
    )
