"""Sittings: what is asked of the worker so that a subject in a take can be compared with its references, and what it answers.

The editor, the command line and the worker share these words and may not import each other. A sitting's key is the hash of all
that its answer depends on (take, references, blocking), so an answer under `cache/likeness` stays true until it is deleted.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from pydantic import Field

from engine.film.cast import Colour, Digest
from engine.film.values import Value
from engine.plan.orders import ShotOrder

_MEASURED = "Likeness.2"
"""Another way to measure gets another number: what was measured by the old one is measured again."""

By = Literal["blocking", "colour"]
"""How a subject was found in a take: where the blocking has it, or where the picture has its colours."""


class Tone(Value):
    """One colour of a palette in CIE L*a*b* (D65): lightness 0 to 100, and which part of the pixels has it, 0 to 1."""

    lightness: float
    a: float
    b: float
    share: float


Palette = tuple[Tone, ...]


class Picture(Value):
    """A reference picture, a path in the film's folder."""

    kind: Literal["picture"] = "picture"
    path: str
    digest: Digest


class Puppet(Value):
    """Somebody as the paper theatre draws them by themselves (engine.plan.portraits)."""

    kind: Literal["puppet"] = "puppet"
    order: ShotOrder


class Colours(Value):
    """The colours a person wrote down for a look."""

    kind: Literal["colours"] = "colours"
    colours: tuple[Colour, ...]


Source = Annotated[Picture | Puppet | Colours, Field(discriminator="kind")]


class Sitter(Value):
    """A subject in one look, and what it should look like; without a source it can be found by the blocking alone."""

    name: str
    sources: tuple[Source, ...] = ()


class Sitting(Value):
    """A take to be looked at: its pictures from `first`, `pictures` of them. `blocking` is the order that says where everybody
    stands in it; None: nobody knows, and they are looked for by their colours."""

    media: str
    digest: Digest
    first: Annotated[int, Field(ge=0)] = 0
    pictures: Annotated[int, Field(ge=1)]
    sitters: tuple[Sitter, ...] = ()
    blocking: ShotOrder | None = None


class Seen(Value):
    """A subject in a take: its colours (none: it was not to be seen, or only its `back` before the lens), the part of the picture it
    takes up, and the colours of each of its sources."""

    name: str
    palette: Palette = ()
    share: float = 0.0
    by: By = "blocking"
    back: bool = False
    sources: tuple[Palette, ...] = ()


class Sat(Value):
    """What a sitting found: the subjects, and the colours of everything that is no subject at the take's `head` and `tail`."""

    subjects: tuple[Seen, ...] = ()
    head: Palette = ()
    tail: Palette = ()


def sitting_key(sitting: Sitting) -> str:
    """sha256 in hex of what the answer depends on."""
    return hashlib.sha256(f"{_MEASURED} {sitting.model_dump_json(exclude={'media'})}".encode()).hexdigest()


def sat_path(sitting: Sitting) -> str:
    """Where the answer lies, relative to the film's folder."""
    return f"cache/likeness/{sitting_key(sitting)[:24]}.json"
