"""What is wrong with a value, in words: pydantic's first complaint with the path to it."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from engine.errors import BadInput
from engine.film.values import Value

V = TypeVar("V", bound=Value)


def first_fault(bad: ValidationError) -> str:
    """Where and what the first fault is: "scenes[3].shots[2].duration (input should be at least 1)"."""
    fault = bad.errors(include_url=False, include_context=False, include_input=False)[0]
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"]).lstrip(".")
    what = fault["msg"].removeprefix("Value error, ")
    what = f"{what[:1].lower()}{what[1:]}"
    return f"{where} ({what})" if where else what


def amended(value: V, what: str, changes: dict[str, Any]) -> V:
    """The value with these fields changed; `what` names it for a person. Its id stays: everything else points at it.

    Raises BadInput for a field that does not exist or a content it cannot have.
    """
    if "id" in changes:
        raise BadInput(f"The id of {what} cannot be changed.", "Duplicate it instead.")
    try:
        return value.with_(**changes)
    except ValidationError as bad:
        raise BadInput(f"{what} cannot be changed: {first_fault(bad)}.", "Correct the value.") from bad
