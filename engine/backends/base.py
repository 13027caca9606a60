"""What every back end is: load a model, turn orders into takes, say how far it is, stop when asked.

Orders come as a sequence so that a back end may encode all prompts at once, overlap decoding, or share work between
shots. Pixels go into a `TakeSink`; they never cross a process boundary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.errors import StoryreelError
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder
from engine.takes.departures import Departed

Pixels = Literal["bgra8", "rgb8", "rgb_float"]
"""bgra8: uint8 (H, W, 4), opaque; rgb8: uint8 (H, W, 3); rgb_float: float32 (H, W, 3) in 0..1, display-referred bt709."""

Picture = NDArray[np.uint8] | NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Taken:
    """An order was rendered and its take is in the store under `key`."""

    key: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An order could not be rendered; the next one goes on."""

    key: str
    error: StoryreelError


class Report(Protocol):
    """Where a back end says how far it is. Never raises, never blocks for long."""

    def progress(self, key: str, done: int, total: int) -> None:
        """`done` of `total` steps (the animatic engine: pictures) of the order with that key."""
        ...

    def preview(self, key: str, picture: NDArray[np.uint8]) -> None:
        """What the order looks like so far: (H, W, 3) RGB of any size. Finished pictures are shown by the take's sink; this
        is for engines that work on a whole shot at once."""
        ...

    def note(self, sentence: str) -> None:
        """One line worth telling the user (a rung chosen, a fallback taken)."""
        ...


class Cancel(Protocol):
    """Asked between steps."""

    def check(self) -> None:
        """Raises engine.errors.Cancelled when a person asked to stop."""
        ...


class TakeSink(Protocol):
    """Receives the pictures of one take in order. Leaving the `with` block without `finish` throws the take away."""

    def __enter__(self) -> TakeSink: ...

    def __exit__(self, *exc: object) -> None: ...

    def write(self, picture: Picture) -> None:
        """One picture; the buffer may be reused by the caller afterwards."""
        ...

    def sound(self, samples: NDArray[np.float32], rate: int) -> None:
        """What is heard in the take, from its first picture on: (channels, count) in -1..1 at `rate` samples a second."""
        ...

    def finish(self, facts: dict[str, Any]) -> None:
        """All pictures are written: encode, hash and move the take into the store. `facts` (JSON) is kept in take.json."""
        ...


class TakeWriter(Protocol):
    """Opens sinks; given to a back end by the worker."""

    def open(self, order: ShotOrder, key: str, *, rate: Fraction, pixels: Pixels, surplus: int = 0) -> TakeSink:
        """A sink for one take. `surplus` pictures come after those ordered: a model's grid is coarser than a shot is long, and
        what it draws beyond the end is a handle."""
        ...

    def unfinished(self, key: str) -> Path:
        """Where a back end may keep how far it has come with that take; the folder is made by whoever writes."""
        ...

    def master(self, key: str) -> Path | None:
        """The master of a take that is in the store; None where there is none."""
        ...

    def parent(self, order: ShotOrder) -> Path | None:
        """The take that a pickup is of, at the film's size and rate, however its own master is; None where there is none. Raises
        StorageFailed, MediaFailed."""
        ...

    def departed(self, key: str, far: Departed) -> None:
        """Keep beside a final, never in it, how far it has come away from its draft. Never raises."""
        ...

    def picture(self, digest: str) -> Path:
        """Where the film keeps the picture that an order names. Raises BadInput when it is gone."""
        ...


class Backend(Protocol):
    """A renderer. One instance lives in one worker process and is used by one thread."""

    name: str
    version: str

    def load(self, manifest: ModelManifest, report: Report) -> None: ...

    def run(
        self, orders: Sequence[tuple[str, ShotOrder]], out: TakeWriter, report: Report, cancel: Cancel
    ) -> Iterator[Taken | Failed]:
        """Render (key, order) pairs; yields one outcome per order, in any order. Raises Cancelled when cancelled."""
        ...

    def unload(self) -> None: ...
