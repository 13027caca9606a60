"""The film as text: canonical JSON out, a checked film in.

Keys are sorted and every field is written, also where it holds its default: a file must not change its meaning when a
later version changes a default. The text is parsed once, upgraded as plain JSON, and only then becomes a film.

Scenes and cuts that have not changed since the last text are not written out again: the editor saves a few seconds after every edit, in
a thread that shares the interpreter with the window, and a film of two thousand shots would make that stutter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, cast

from pydantic import ValidationError

from engine.errors import BadFilm
from engine.film.check import checked
from engine.film.document import SCHEMA, Film
from engine.film.faults import first_fault
from engine.film.itself import Itself
from engine.film.migrations.ladder import Body, upgraded
from engine.film.values import Value

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class _Texts:
    """What the last text was made of: the scenes and cuts of one film, by object, and not those of every film before it."""

    def __init__(self) -> None:
        self.told: dict[Itself[Value], str] = {}


_LAST = _Texts()


def film_text(film: Film) -> bytes:
    """Canonical JSON in UTF-8: sorted keys, one value a line, a newline at the end."""
    body = {**film.model_dump(mode="json", exclude={"scenes", "cuts"}), "schema": SCHEMA}
    known = _LAST.told
    parts = {key: known.get(key) or _told(key.value) for key in map(Itself[Value], (*film.scenes, *film.cuts))}
    _LAST.told = parts  # at once: two threads may save
    told = {key: _json(value, 1) for key, value in body.items()}
    told |= {"scenes": _list(film.scenes, parts), "cuts": _list(film.cuts, parts)}
    return ("{\n" + ",\n".join(f' "{key}": {told[key]}' for key in sorted(told)) + "\n}\n").encode()


def _list(values: tuple[Value, ...], told: Mapping[Itself[Value], str]) -> str:
    return "[\n  " + ",\n  ".join(told[Itself(value)] for value in values) + "\n ]" if values else "[]"


def _told(value: Value) -> str:
    return _json(value.model_dump(mode="json"), 2)


def _json(value: object, depth: int) -> str:
    """As it stands so many levels down in the film's text; a line break within a string is never a raw one."""
    text = json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False)
    return text.replace("\n", "\n" + " " * depth)


def film_from(text: bytes, name: str) -> Film:
    """The film in this text; `name` is what the person calls it. Raises BadFilm or NewerFilm in one sentence."""
    body = upgraded(_parsed(text, name), name)
    body = {key: value for key, value in body.items() if key != "schema"}
    try:
        film = Film.model_validate(body)
    except ValidationError as bad:
        raise BadFilm(f"{name} is damaged at {first_fault(bad)}.") from bad
    return checked(film)


def _parsed(text: bytes, name: str) -> Body:
    try:
        body: Any = json.loads(text.decode())
    except json.JSONDecodeError as bad:
        raise BadFilm(f"{name} is damaged in line {bad.lineno} of film.json: {bad.msg}.") from bad
    except UnicodeDecodeError as bad:
        line = text[: bad.start].count(b"\n") + 1
        raise BadFilm(f"{name} is damaged in line {line} of film.json: that is not text.") from bad
    except (ValueError, RecursionError) as bad:
        raise BadFilm(f"{name} is damaged: its film.json cannot be read.") from bad
    if not isinstance(body, dict):
        raise BadFilm(f"{name} is not a film: its film.json holds something else.")
    if half := _half_letter(text, body):
        raise BadFilm(f"{name} is damaged: its film.json holds half a letter ({half}).")
    return cast(Body, body)


def _half_letter(text: bytes, body: Any) -> str:
    """A surrogate without its other half: JSON may spell it, but no file can hold it, so the film could not be saved."""
    if _SURROGATE.search(text) is None:
        return ""
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError as bad:
        return f"\\u{ord(str(bad.object)[bad.start]):04x}"
    return ""
