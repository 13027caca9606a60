"""The base of every value in the film document: frozen, strict about unknown fields, with stable ids.

`model_copy(update=...)` of pydantic does not validate, so values are changed with `Value.with_`, which does.
"""

from __future__ import annotations

import uuid
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable, validated value. Collections are tuples; equality is by content."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, ser_json_inf_nan="null")

    def with_(self, **changes: Any) -> Self:
        """A validated copy with some fields replaced. Raises pydantic.ValidationError on a bad value."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        made = type(self)(**{**fields, **changes})
        # Validation makes every tuple anew. What did not change stays the same object: who shows a film looks by identity.
        vars(made).update({name: kept for name, kept in fields.items() if name not in changes})
        return made


def fresh_id() -> str:
    """A new id for something a person made: 12 hex digits, never reused."""
    return uuid.uuid4().hex[:12]
