"""A studio for one tiny video model: the back end, loaded, with a desk that keeps whatever it hands over.

Nothing is encoded: pictures stay the floats that the back end made, so that two renders can be compared to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from tiny_shelf import shelve

from engine.backends import registry
from engine.backends.base import Failed, Taken
from engine.backends.diffusion.backend import DiffusionBackend
from engine.errors import BadInput, Cancelled
from engine.film.rate import Raster
from engine.media.masters import MasterWriter
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder
from engine.takes.departures import Departed


@dataclass
class Reel:
    """One take as it was handed over (implements TakeSink)."""

    key: str
    pictures: list[np.ndarray] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    heard: tuple[np.ndarray, int] | None = None

    def __enter__(self) -> Reel:
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def write(self, picture: np.ndarray) -> None:
        self.pictures.append(picture.copy())

    def sound(self, samples: np.ndarray, rate: int) -> None:
        self.heard = samples, rate

    def finish(self, facts: dict[str, Any]) -> None:
        self.facts = facts

    @property
    def seen(self) -> np.ndarray:
        return np.stack(self.pictures)


@dataclass
class Studio:
    """Implements Report, Cancel and TakeWriter. `stop_at` is the step after which a cancel is asked; `on_step` is called at each."""

    root: Path
    engine: str
    backend: DiffusionBackend = field(default_factory=DiffusionBackend)
    manifest: Any = None
    reels: dict[str, Reel] = field(default_factory=dict)
    steps: list[tuple[str, int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    previews: list[np.ndarray] = field(default_factory=list)
    album: dict[str, np.ndarray] = field(default_factory=dict)
    departures: dict[str, Departed] = field(default_factory=dict)
    stop_at: int = -1
    on_step: Callable[[int], None] = lambda done: None

    @classmethod
    def at(cls, root: Path, name: str, tiny: Path, **changes: Any) -> Studio:
        """With the tiny model of that name on the shelf `root`/models, and whatever else of its manifest changed."""
        engine = shelve(name, root / "models", tiny, **changes)
        studio = cls(root, engine)
        studio.reopen()
        return studio

    def reopen(self) -> None:
        """A fresh back end, as in another process."""
        made, self.manifest = registry.find(self.engine)
        assert isinstance(made, DiffusionBackend)
        self.backend = made
        made.load(self.manifest, self)

    def order(self, **changes: Any) -> ShotOrder:
        """A shot that the model can draw, in ten pictures of 128x64; it has the frames without which the model can't."""
        fields: dict[str, Any] = {
            "engine": self.engine, "style": "paper", "language": "en", "raster": {"width": 128, "height": 64}, "rate": "24",
            "frames": 8, "head": 1, "tail": 1, "seed": 3, "action": "IRIS walks along the quay.",
            "place": PlaceOrder(name="quay"), "cast": (SubjectOrder(name="IRIS", look_seed=7),),
        }  # fmt: skip
        needs = {
            name: self.picture_in((200, 60, 30))
            for name in ("first_frame", "last_frame")
            if name in self.manifest.needs
        }
        if "references" in self.manifest.needs:
            fields["cast"] = (SubjectOrder(name="IRIS", look_seed=7, references=(self.picture_in((30, 30, 220)),)),)
        return ShotOrder.model_validate(fields | needs | changes)

    def picture_in(self, colour: tuple[int, int, int]) -> str:
        """The digest of a picture in the album: a panel of that colour (BGR) with a dark square."""
        panel = np.full((48, 96, 3), colour, np.uint8)
        panel[12:36, 30:60] = 20
        digest = f"{len(self.album) + 1:064x}"
        self.album[digest] = panel
        return digest

    def render(self, *orders: ShotOrder) -> Sequence[Taken | Failed]:
        """Keys are "0", "1", ..."""
        return list(self.backend.run([(str(n), one) for n, one in enumerate(orders)], self, self, self))

    def take(self, **changes: Any) -> Reel:
        """One shot rendered."""
        assert self.render(self.order(**changes)) == [Taken("0")]
        return self.reels["0"]

    def open(self, order: ShotOrder, key: str, *, rate: Fraction, pixels: str, surplus: int = 0) -> Reel:
        assert pixels == "rgb_float"
        assert rate == order.rate
        self.reels[key] = Reel(key)
        return self.reels[key]

    def picture(self, digest: str) -> Path:
        if digest not in self.album:
            raise BadInput("The picture is gone.")
        path = self.root / f"{digest}.png"
        cv2.imwrite(str(path), self.album[digest])
        return path

    def master(self, key: str) -> Path | None:
        """Of a take that a test has laid there."""
        path = self.root / "masters" / f"{key}.mov"
        return path if path.is_file() else None

    def keep(self, key: str, pictures: np.ndarray) -> None:
        """Lay a take's pictures (T, H, W, 3) floats there under its key."""
        raster = Raster(width=pictures.shape[2], height=pictures.shape[1])
        with MasterWriter(self.root / "masters" / key, raster, Fraction(24), "rgb_float") as writer:
            for picture in pictures:
                writer.write(picture)
            writer.close().master.replace(self.root / "masters" / f"{key}.mov")

    def parent(self, order: ShotOrder) -> Path | None:
        return None if order.pickup is None else self.master(order.pickup.take)

    def departed(self, key: str, far: Departed) -> None:
        self.departures[key] = far

    def unfinished(self, key: str) -> Path:
        return self.root / "unfinished" / key

    def progress(self, key: str, done: int, total: int) -> None:
        self.steps.append((key, done, total))
        if 0 < done < total:
            self.on_step(done)

    def preview(self, key: str, picture: np.ndarray) -> None:
        self.previews.append(picture)

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def check(self) -> None:
        if self.stop_at >= 0 and self.steps and self.steps[-1][1] >= self.stop_at:
            raise Cancelled("Stopped.")
