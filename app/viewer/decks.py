"""Makes the pictures: open readers in a row, the least used closed first, and transitions mixed as the export mixes them.

One thread owns a set of decks. OpenCV is loaded by that thread when the first picture is wanted, because it would cost the
window a third of its start.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from app.viewer.cards import draw_card
from app.viewer.programme import Card, Dark, Filmed, Mixed, Picture, Showing, Sketch
from engine.errors import StoryreelError

if TYPE_CHECKING:
    from engine.media.playback import Playback

Pixels = NDArray[np.uint8]
"""uint8 (height, width, 4) in BGRA order, opaque: what Qt calls RGB32."""

OPEN = 12
"""Readers kept open: a cut goes back and forth between few shots; each holds a file and a decoder."""

STILLS = 24


@dataclass(frozen=True, slots=True)
class Size:
    """Of the pictures that are made, in device pixels."""

    width: int
    height: int


SMALL = Size(640, 360)


class Decks:
    """Pictures of one size after the other; use it from one thread."""

    def __init__(self) -> None:
        self._open: OrderedDict[Path, Playback] = OrderedDict()
        self._broken: set[Path] = set()
        self._stills: OrderedDict[Any, Pixels] = OrderedDict()

    def picture(self, showing: Showing, size: Size, *, fine: bool = False) -> Pixels:
        """What is to be shown, in that size. `fine` takes the originals instead of the light copies."""
        if not isinstance(showing, Mixed):
            return self._plain(showing, size, fine)
        return _mixed(
            showing.style,
            self._plain(showing.outgoing, size, fine),
            self._plain(showing.incoming, size, fine),
            float(showing.weight),
        )

    def look_again(self) -> None:
        """Files that could not be read may be there now."""
        self._broken.clear()
        self._stills.clear()

    def close(self) -> None:
        """Let go of every file."""
        while self._open:
            self._open.popitem()[1].close()

    def _plain(self, showing: Picture, size: Size, fine: bool) -> Pixels:
        if isinstance(showing, Filmed):
            files = tuple(reversed(showing.files)) if fine else showing.files
            found = next(
                (each for each in (self._read(file, showing.index) for file in files) if each is not None), None
            )
            return self._plain(showing.spare, size, fine) if found is None else _fitted(found, size, fill=showing.fill)
        if isinstance(showing, Dark):
            return black(size)
        return self._still(showing, size)

    def _read(self, file: Path, index: int) -> Pixels | None:
        if file in self._broken:
            return None
        try:
            reader = self._reader(file)
            return reader.frame(min(index, reader.frames - 1))
        except (StoryreelError, IndexError):
            self._broken.add(file)
            if file in self._open:
                self._open.pop(file).close()
            return None

    def _reader(self, file: Path) -> Playback:
        from engine.media.playback import Playback  # loads OpenCV

        if file not in self._open:
            self._open[file] = Playback(file)
            if len(self._open) > OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(file)
        return self._open[file]

    def _still(self, still: Sketch | Card, size: Size) -> Pixels:
        key = (still, size)
        if key not in self._stills:
            self._stills[key] = self._drawn(still, size)
            if len(self._stills) > STILLS:
                self._stills.popitem(last=False)
        self._stills.move_to_end(key)
        return self._stills[key]

    def _drawn(self, still: Sketch | Card, size: Size) -> Pixels:
        if isinstance(still, Card):
            return np.ascontiguousarray(draw_card(still, size.width, size.height))
        found = _loaded(still.path)
        return self._drawn(still.spare, size) if found is None else _fitted(found, size, fill=False)


def _loaded(path: Path) -> Pixels | None:
    """A picture file in BGR order; paper behind what is transparent. None when it cannot be read."""
    import cv2

    try:
        raw = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError:
        return None
    found = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED) if raw.size else None
    if found is None or found.dtype != np.uint8:
        found = cv2.imdecode(raw, cv2.IMREAD_COLOR) if raw.size else None
    if found is None:
        return None
    if found.ndim == 2:
        return np.asarray(cv2.cvtColor(found, cv2.COLOR_GRAY2BGR), np.uint8)
    if found.shape[2] == 4:
        alpha = found[:, :, 3:].astype(np.float32) / 255
        return (found[:, :, :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return np.asarray(found, np.uint8)


def black(size: Size) -> Pixels:
    """A black picture."""
    pixels = np.zeros((size.height, size.width, 4), np.uint8)
    pixels[:, :, 3] = 255
    return pixels


def _fitted(picture: Pixels, size: Size, *, fill: bool) -> Pixels:
    """A BGR picture of any shape in the middle of a frame, black around it, or (`fill`) cropped to it."""
    import cv2

    height, width = picture.shape[:2]
    across, down = size.width / width, size.height / height
    scale = max(across, down) if fill else min(across, down)
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    # A pixel of difference is rounding, not shape: no hairline of black at the edge.
    wide = size.width if abs(wide - size.width) <= 2 else wide
    high = size.height if abs(high - size.height) <= 2 else high
    way = cv2.INTER_AREA if scale < 0.75 else cv2.INTER_LINEAR
    scaled = picture if (wide, high) == (width, height) else cv2.resize(picture, (wide, high), interpolation=way)
    shown = np.asarray(cv2.cvtColor(scaled, cv2.COLOR_BGR2BGRA), np.uint8)
    if (wide, high) == (size.width, size.height):
        return shown
    if fill:
        left, top = (wide - size.width) // 2, (high - size.height) // 2
        return np.ascontiguousarray(shown[top : top + size.height, left : left + size.width])
    framed = black(size)
    left, top = (size.width - wide) // 2, (size.height - high) // 2
    framed[top : top + high, left : left + wide] = shown
    return framed


def _mixed(style: str, outgoing: Pixels, incoming: Pixels, weight: float) -> Pixels:
    import cv2

    if style == "wipe":
        edge = round(weight * outgoing.shape[1])
        return np.hstack([incoming[:, :edge], outgoing[:, edge:]])
    return np.asarray(cv2.addWeighted(outgoing, 1 - weight, incoming, weight, 0), np.uint8)
