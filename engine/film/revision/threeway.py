"""Three versions of a thing made one: what was read last (`base`), what a person has made of it (`mine`), what the revised
script says (`theirs`).

What only one side changed is taken from that side. Where both did, the script's words win and everything else stays a
person's: a rewritten line must be heard, but nobody wants a camera moved back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from engine.film.values import Value

V = TypeVar("V", bound=Value)
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def chosen(base: T, mine: T, theirs: T, *, script: bool) -> T:
    """One of the three; `script` says who wins where both sides changed it."""
    if theirs == base or mine == theirs:
        return mine
    return theirs if mine == base or script else mine


def merged(base: V, mine: V, theirs: V, *, script: Collection[str], keep: Collection[str] = ()) -> V:
    """The value field by field: the `script` fields win conflicts, those in `keep` are never touched."""
    fields = [name for name in type(mine).model_fields if name != "id" and name not in keep]
    changes: dict[str, Any] = {}
    for name in fields:
        was, is_, said = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        taken = chosen(was, is_, said, script=name in script)
        if taken != is_:
            changes[name] = taken
    return mine.with_(**changes) if changes else mine


def members(base: Iterable[K], mine: Iterable[K], theirs: Iterable[K]) -> tuple[K, ...]:
    """A set in order: what either side added is in, what either side removed is out."""
    base, mine, theirs = tuple(base), tuple(mine), tuple(theirs)
    gone = (set(base) - set(mine)) | (set(base) - set(theirs))
    return tuple(each for each in in_order(base, mine, theirs) if each not in gone)


def in_order(base: Sequence[K], mine: Sequence[K], theirs: Sequence[K]) -> tuple[K, ...]:
    """All of mine and theirs: in the script's order, unless only a person changed the order. What one side has alone
    stands behind what it stands behind there."""
    by_hand = _reordered(base, mine) and not _reordered(base, theirs)
    first, second = (mine, theirs) if by_hand else (theirs, mine)
    row = list(dict.fromkeys(first))
    there = set(row)
    after: K | None = None
    for each in second:
        if each not in there:
            row.insert(0 if after is None else row.index(after) + 1, each)
            there.add(each)
        after = each
    return tuple(row)


def _reordered(base: Sequence[K], other: Sequence[K]) -> bool:
    known, there = set(base), set(other)
    return [each for each in base if each in there] != [each for each in other if each in known]


def merged_row(
    base: Sequence[V],
    mine: Sequence[V],
    theirs: Sequence[V],
    *,
    key: Callable[[V], str],
    one: Callable[[V, V, V], V],
    needed: Callable[[V], bool] = lambda _: False,
) -> tuple[V, ...]:
    """A row of things with names (`key`): each merged by `one`, those that came or went on one side come or go.

    A thing that the script has dropped stays while it is `needed` or was edited; one that a person has dropped comes back
    only when it is needed.
    """
    old, own, said = ({key(each): each for each in row} for row in (base, mine, theirs))
    kept: list[V] = []
    for name in in_order(tuple(old), tuple(own), tuple(said)):
        if name in own and name in said:
            kept.append(one(old.get(name, said[name]), own[name], said[name]))
        elif name in own:
            dropped = name in old and own[name] == old[name] and not needed(own[name])
            kept += [] if dropped else [own[name]]
        elif name not in old or needed(said[name]):
            kept.append(said[name])
    return tuple(kept)
