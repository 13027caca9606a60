"""Old schemas climb the ladder; the shape of every schema is pinned, so that none changes by accident."""

from __future__ import annotations

import hashlib
import json
import pkgutil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine.film.migrations
from engine.errors import BadFilm, NewerFilm
from engine.film.document import SCHEMA, Film
from engine.film.migrations.ladder import LADDER, Body, Step, upgraded

VERSIONS = {
    # schema: fingerprint of what a film of that schema looks like on disk
    "Film.1": "8aef57b4c9d2dc4b",
}
"""Film.1 is not released yet, so its fingerprint may still be replaced. Once it is, a new shape needs a new schema: raise
SCHEMA, add engine/film/migrations/mNNN_*.py with a step in LADDER, and add a line here."""


def fingerprint() -> str:
    """The serialised shape: fields, types, limits; no titles, descriptions or order."""

    def bare(node: Any) -> Any:
        if isinstance(node, dict):
            return {
                key: bare(value)
                for key, value in node.items()
                if key not in ("title", "description") or isinstance(value, dict)
            }
        return [bare(each) for each in node] if isinstance(node, list) else node

    shape = bare(Film.model_json_schema(mode="serialization"))
    return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]


def test_the_shape_of_the_newest_schema_is_the_pinned_one() -> None:
    assert VERSIONS[SCHEMA] == fingerprint(), "the film's shape changed: see VERSIONS in this file"


def test_the_ladder_leads_from_every_version_to_the_newest() -> None:
    assert list(VERSIONS)[-1] == SCHEMA
    for version, after in zip(list(VERSIONS), list(VERSIONS)[1:], strict=False):
        assert LADDER[version].to == after
    assert len(LADDER) == len(VERSIONS) - 1


def test_every_step_has_a_file_of_its_own() -> None:
    files = [m.name for m in pkgutil.iter_modules(engine.film.migrations.__path__) if m.name.startswith("m")]
    assert len(files) == len(LADDER)


def _second(body: Body) -> Body:
    return {**{key: value for key, value in body.items() if key != "name"}, "title": body["name"]}


def _third(body: Body) -> Body:
    return {**body, "author": ""}


TALL = {"Film.1": Step("Film.2", _second), "Film.2": Step("Film.3", _third)}


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=4), st.text())
def test_steps_are_taken_in_turn_and_leave_their_input_alone(extra: dict[str, int], name: str) -> None:
    old: Body = {**extra, "schema": "Film.1", "name": name}
    copy = json.loads(json.dumps(old))
    new = upgraded(old, "x", ladder=TALL, newest="Film.3")
    assert new["schema"] == "Film.3"
    assert (new["title"], new["author"]) == (name, "")
    assert "name" not in new
    assert old == copy
    assert upgraded(new, "x", ladder=TALL, newest="Film.3") == new


@pytest.mark.parametrize("schema", ["Film.2", "Film.99"])
def test_the_future_is_refused(schema: str) -> None:
    with pytest.raises(NewerFilm, match=schema):
        upgraded({"schema": schema}, "Night Train")


@pytest.mark.parametrize(
    "schema", [None, 1, "", "Film", "Film.0", "Film.01", "Film.x", "Order.1", "Film.²", "Film.1\n"]
)
def test_a_schema_that_never_was_is_refused(schema: object) -> None:
    with pytest.raises(BadFilm):
        upgraded({"schema": schema}, "Night Train")


def test_a_step_that_is_missing_is_said() -> None:
    with pytest.raises(BadFilm, match="cannot upgrade"):
        upgraded({"schema": "Film.1"}, "Night Train", ladder={}, newest="Film.3")
