"""A take looked at: a handful of its pictures, who is in them, and with which colours.

Where everybody stands comes from whoever knows (`Blocking`): this room draws no puppets. Without it subjects are looked for by
their colours, which is less sure, and the answer says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from engine.errors import BadInput, MediaFailed, StorageFailed
from engine.likeness.finding import found
from engine.likeness.pixels import (
    Bgr,
    Mask,
    colours_in,
    lab_of,
    palette_of,
    shows_something,
    subject_of,
)
from engine.media.playback import Playback
from engine.plan.sittings import Palette, Sat, Seen, Sitter, Sitting
from engine.takes.record import PROXY

LOOKS = 5
"""Pictures of a take that are looked at."""

HIGH = 270
"""Pixels: a wide shot's figure is still some forty high."""

LEAST = 0.0015
"""The part of the picture below which a subject tells nothing: forty by eight pixels of a 480 by 270 one are 0.0025."""


class Blocking(Protocol):
    """Where everybody stands, to the pixel; and of whom only the back is seen, before the lens."""

    @property
    def back(self) -> str:
        """Their name, or ""."""
        ...

    def mask(self, name: str, picture: int, size: tuple[int, int]) -> Mask | None:
        """Where that subject is seen in that picture of the take, (height, width) bool; None where nobody of that name is."""
        ...


def pictures_of(sitting: Sitting, folder: Path) -> tuple[tuple[int, Bgr], ...]:
    """Some pictures of the take with their numbers, small, without the black of a fade. Raises BadInput where there are none."""
    master = folder / sitting.media
    proxy = master.with_name(PROXY)
    seen: list[tuple[int, Bgr]] = []
    try:
        with Playback(proxy if proxy.exists() else master) as film:
            for number in _spread(sitting.first, min(sitting.pictures, film.frames - sitting.first)):
                picture = small(film.frame(number))
                if shows_something(picture):
                    seen.append((number, picture))
    except (MediaFailed, StorageFailed) as gone:
        raise BadInput(f"The take {master.parent.name[:12]} cannot be read.", "Render its shot again.") from gone
    return tuple(seen)


def sat(sitting: Sitting, pictures: Sequence[tuple[int, Bgr]], blocking: Blocking | None, sources: Sources) -> Sat:
    """Who is seen in these pictures of the take, and what is around them."""
    cast: list[Seen] = []
    everybody = [np.zeros(picture.shape[:2], bool) for _, picture in pictures]
    for sitter in sitting.sitters:
        told = tuple(filter(None, sources(sitter)))
        masks = [_mask(sitter, number, picture, blocking, told) for number, picture in pictures]
        everybody = [all_ | mask for all_, mask in zip(everybody, masks, strict=True)]
        cast.append(_seen(sitter, [picture for _, picture in pictures], masks, blocking, told))
    head, tail = (_around(pictures, everybody, at) for at in (0, -1))
    return Sat(subjects=tuple(cast), head=head, tail=tail)


Sources = Callable[[Sitter], tuple[Palette, ...]]
"""The palettes of what a subject should look like."""


def palette_of_picture(path: Path, mask: Mask | None = None) -> Palette:
    """The palette of a reference picture's subject. Raises BadInput when it is no picture."""
    try:
        picture = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    except (OSError, cv2.error):
        picture = None
    if picture is None:
        raise BadInput(f"The reference {path.name} cannot be read.", "Choose another picture for it.")
    return palette_in(small(np.asarray(picture, np.uint8)), mask)


def palette_in(picture: Bgr, mask: Mask | None = None) -> Palette:
    """The palette of a picture's subject (None: looked for)."""
    return palette_of(colours_in([picture], [subject_of(picture) if mask is None else mask]))


def palette_of_words(colours: Sequence[str]) -> Palette:
    """The palette of colours as #rrggbb, in equal parts."""
    bgr = np.array([[int(colour[at : at + 2], 16) for at in (5, 3, 1)] for colour in colours], np.uint8)
    return palette_of(np.repeat(lab_of(bgr), 40, axis=0))


def small(picture: Bgr) -> Bgr:
    """The picture at most HIGH pixels high."""
    height, width = picture.shape[:2]
    if height <= HIGH:
        return picture
    size = (max(1, round(width * HIGH / height)), HIGH)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _spread(first: int, pictures: int) -> list[int]:
    """LOOKS numbers spread evenly over so many pictures, away from both ends."""
    looks = min(LOOKS, max(pictures, 0))
    return [first + int((at + 0.5) * pictures / looks) for at in range(looks)]


def _mask(sitter: Sitter, number: int, picture: Bgr, blocking: Blocking | None, sources: tuple[Palette, ...]) -> Mask:
    height, width = picture.shape[:2]
    mask = blocking.mask(sitter.name, number, (width, height)) if blocking is not None else None
    if mask is None and blocking is None and sources:
        mask = found(picture, sources[0])
    return np.zeros((height, width), bool) if mask is None else mask


def _seen(
    sitter: Sitter,
    pictures: Sequence[Bgr],
    masks: Sequence[Mask],
    blocking: Blocking | None,
    sources: tuple[Palette, ...],
) -> Seen:
    """The subject over all pictures in which there is enough of it."""
    back = blocking is not None and blocking.back == sitter.name
    shown = [
        (picture, mask) for picture, mask in zip(pictures, masks, strict=True) if mask.mean() >= LEAST and not back
    ]
    share = max((float(mask.mean()) for mask in masks), default=0.0)
    colours = colours_in([picture for picture, _ in shown], [mask for _, mask in shown])
    by = "colour" if blocking is None else "blocking"
    return Seen(name=sitter.name, palette=palette_of(colours), share=round(share, 4), by=by, back=back, sources=sources)


def _around(pictures: Sequence[tuple[int, Bgr]], everybody: Sequence[Mask], at: int) -> Palette:
    """The colours of what is no subject in the first or last picture; of all of it where hardly anything else is seen."""
    if not pictures:
        return ()
    picture, mask = pictures[at][1], ~everybody[at]
    return palette_of(colours_in([picture], [mask if mask.mean() > 0.1 else np.ones_like(mask)]))
