"""A stretch of a take drawn again between the pictures on both sides of it, for models that take a first and a last frame and no mask.

What is drawn begins with the last picture that stays and ends with the first one that stays again, so it meets both; only what lies between
goes into the take. The model's pictures are spread evenly over the stretch, because its last one must fall on the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.backends.pictures import Takes
from engine.backends.retiming import scaled
from engine.errors import BadInput, Unsupported
from engine.media.playback import Playback
from engine.plan.capabilities import ModelManifest
from engine.plan.native import Pass, native_frames
from engine.plan.orders import ShotOrder

Bounded = Image.Image | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pictures of the order's take from `begin` up to `end` that are drawn again; `before` and `after` say whether a picture that stays is
    drawn along on that side."""

    begin: int
    end: int
    before: bool
    after: bool

    @property
    def length(self) -> int:
        """Film frames that are drawn, those that stay included."""
        return self.end - self.begin + self.before + self.after

    def drawn_with(self, order: ShotOrder, manifest: ModelManifest) -> Pass:
        """What the model is asked for. Raises Unsupported where that is more than it draws at once."""
        frames = native_frames(self.length, order.rate, manifest)
        rate = manifest.native.rate if manifest.native is not None else order.rate
        if self.before and self.after and frames > 1:
            rate = Fraction(frames - 1, self.length - 1) * order.rate
        return Pass(frames, rate)

    def in_place(self, drawn: Iterable[NDArray[Any]], length: int) -> Iterator[NDArray[Any]]:
        """`length` pictures for the whole take: what was drawn in its place, held where the take's own stay."""
        coming = iter(drawn)
        shown = next(coming)
        if self.before:
            shown = next(coming)
        for number in range(length):
            if self.begin < number < self.end:
                shown = next(coming)
            yield shown


def stretch_of(order: ShotOrder, size: tuple[int, int], takes: Takes) -> tuple[Stretch, Bounded, Bounded]:
    """The one stretch that the pickup asks for, with the pictures on both sides of it at `size`. Raises BadInput where the take is gone,
    Unsupported for more than one stretch or a mask, MediaFailed."""
    pickup, master = order.pickup, takes.parent(order)
    if pickup is None or master is None:
        raise BadInput(
            "The take that is to be picked up is no longer there.", "Render the shot, then pick it up again."
        )
    with Playback(master) as take:
        ahead = order.head - pickup.head
        wanted = [(order.head + pickup.first, order.head + pickup.end), (0, ahead), (ahead + take.frames, order.length)]
        stretches = [(begin, end) for begin, end in wanted if begin < end]
        if len(stretches) != 1 or pickup.mask is not None:
            raise Unsupported(
                "This model draws one stretch of whole pictures at a time.",
                "Choose a model that takes a mask, such as Wan VACE.",
            )
        begin, end = stretches[0]
        stretch = Stretch(begin, end, begin > ahead, end < ahead + take.frames)

        def at(number: int) -> Image.Image:
            return Image.fromarray(scaled(np.ascontiguousarray(take.frame(number - ahead)[..., ::-1]), size))

        return stretch, at(begin - 1) if stretch.before else None, at(end) if stretch.after else None
