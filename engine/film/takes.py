"""A take: what was rendered, picked up from another take, or imported from a file.

The film knows a take only by these facts; the media lie in the take store (`engine.takes`) under the take's key.
Scores are computed apart and never part of a take.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.film.cast import Digest
from engine.film.rate import Rate
from engine.film.values import Value


class Recipe(Value):
    """How a take was made: the engine, its version, and the key of the order it answers (None for imported media)."""

    engine: str
    version: str = ""
    key: Digest | None = None
    origin: Literal["rendered", "pickup", "imported"] = "rendered"


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
