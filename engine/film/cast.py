"""Who and what is seen: subjects with their looks, props and places, each with reference pictures.

`look_seed` comes from the first name a subject ever had and survives a rename, so a puppet or a diffusion seed that
depends on it stays the same when MARY turns out to be called MARIA.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import count
from typing import Annotated

from pydantic import Field

from engine.film.values import Value

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""sha256 of a file, in hex."""

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Reference(Value):
    """A reference picture: a path inside the film folder, and the digest of the file."""

    path: str
    digest: Digest


class Look(Value):
    """One appearance of a subject: costume, age, wounds. `description` is free text in the film's language."""

    name: str = "default"
    description: str = ""
    references: tuple[Reference, ...] = ()
    palette: tuple[Colour, ...] = ()


class Subject(Value):
    """A person, animal, vehicle or thing that acts; it stays itself from shot to shot.

    `looks` has at least one member; the first is the default. `description` holds what is true in every look.
    """

    id: str
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    description: str = ""
    looks: Annotated[tuple[Look, ...], Field(min_length=1)] = (Look(),)
    voice: str = ""
    look_seed: Annotated[int, Field(ge=0, lt=2**32)]

    def look(self, name: str | None) -> Look:
        """The look of that name, or the default one where there is none."""
        return next((look for look in self.looks if look.name == name), self.looks[0])


class Prop(Value):
    """A hero prop: a thing the story needs, with references of its own."""

    id: str
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    description: str = ""
    references: tuple[Reference, ...] = ()


class Place(Value):
    """Where scenes happen. `interior` is None when the script does not say."""

    id: str
    name: Annotated[str, Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    description: str = ""
    interior: bool | None = None
    references: tuple[Reference, ...] = ()


MAIN_COLOURS = 20
"""How many main colours the wardrobe has for people about whom nothing is said; a seed's remainder chooses."""


def look_seed(first_name: str, taken: Iterable[int] = ()) -> int:
    """A stable 32-bit seed from a subject's first name. Of a company whose seeds are `taken` nobody else has its main colour,
    as long as there are any left."""
    worn = {seed % MAIN_COLOURS for seed in taken}
    name = first_name.strip().casefold()
    seeds = (_hashed(name if not again else f"{name}#{again}") for again in count())
    return next(seed for seed in seeds if len(worn) >= MAIN_COLOURS or seed % MAIN_COLOURS not in worn)


def _hashed(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4])
