"""How the screen puts the layers of a picture together, and what it draws over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Plain:
    """The first layer alone."""


@dataclass(frozen=True, slots=True)
class Onion:
    """The second layer (the last frame of the shot before) shines through."""

    strength: float = 0.4


@dataclass(frozen=True, slots=True)
class Wipe:
    """The first layer left of a line, the second right of it; `at` is 0 to 1 of the picture's width."""

    at: float = 0.5


@dataclass(frozen=True, slots=True)
class Beside:
    """Both layers next to each other, half as wide."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the layers differ: black where they are the same."""


Look: TypeAlias = Plain | Onion | Wipe | Beside | Difference


@dataclass(frozen=True, slots=True)
class Guides:
    """Lines over the picture."""

    safe: bool = False
    thirds: bool = False


@dataclass(frozen=True, slots=True)
class Inset:
    """A picture of what is being drawn, with a few words: in the corner, or over the `whole` picture."""

    picture: QImage
    words: str
    whole: bool = False
