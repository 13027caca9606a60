"""A take: what was rendered, picked up from another take, or imported from a file; and what a person thinks of it.

The film knows a take only by these facts; the media lie in the take store (`engine.takes`) under the take's key.
Scores are computed apart and never part of a take. A verdict is no part of it either, since two equal shots share a take
and may need different things of it: like the circle, it stands in the shot.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from engine.film.cast import Digest
from engine.film.rate import Rate
from engine.film.values import Value

_KEY = re.compile(r"[0-9a-f]{64}")


class Recipe(Value):
    """How a take was made: the engine, its version, and the key of the order it answers (None for imported media).

    `seed` is the order's, for people to read; None where nobody knows it. `finish` says of a draft that it was drawn with its model's quick
    recipe: the shot asks for something else later, and the take does not change. `parent` is a pickup's: the key of the take that a part
    of was drawn again.
    """

    engine: str
    version: str = ""
    key: Digest | None = None
    seed: Annotated[int, Field(ge=0, lt=2**63)] | None = None
    origin: Literal["rendered", "pickup", "imported"] = "rendered"
    parent: Digest | None = None
    finish: Literal["", "draft"] = ""


class Take(Value):
    """`rate` and `frames` are the medium's own; `head` is how many of its frames lie before the shot's frame 0.

    `media` is the master's path inside the film folder, `digest` its sha256. `retime` says how the medium's rate maps
    to the film's, `fit` how its raster does.
    """

    id: str
    recipe: Recipe
    rate: Rate
    frames: Annotated[int, Field(ge=1)]
    head: Annotated[int, Field(ge=0)] = 0
    media: str
    digest: Digest
    retime: Literal["none", "interpolated", "retimed"] = "none"
    fit: Literal["none", "cropped", "padded", "scaled"] = "none"

    @property
    def stored(self) -> Digest | None:
        """The key under which the store keeps its media; of an imported take it is not an order's. None for media elsewhere."""
        folder = self.media.split("/")
        return folder[2] if len(folder) == 4 and _KEY.fullmatch(folder[2]) else None


class Verdict(Value):
    """What a person says of one take of a shot: one to five stars (0: none given), a note, and whether it is out."""

    take: str  # take id
    rating: Annotated[int, Field(ge=0, le=5)] = 0
    rejected: bool = False
    note: str = ""
