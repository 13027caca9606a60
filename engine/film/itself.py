"""A value as a key by which object it is: for answers about one film that several ask for after the same edit.

Films compare by content, and comparing two thousand shots would cost more than the answer. The key holds the value, so the object it
names is never another one.
"""

from __future__ import annotations

from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Itself(Generic[T]):
    """The key. Two are equal when they hold the same object."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.value is cast("Itself[object]", other).value
