"""The projection booth: a thread that makes pictures ahead of the playhead, so that the window only has to paint them.

What is wanted at this moment comes first and replaces what was wanted before it; the rest of the time goes into the frames that
will be wanted next. Pictures are kept by what they show and not by frame, so an edit keeps all that it left alone.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QImage

from app.viewer.decks import SMALL, Decks, Pixels, Size, black
from app.viewer.programme import Programme, Showing

KEPT = 160 * 1024 * 1024
"""Bytes of pictures kept: two seconds of high definition, or ten of light copies."""

_SHOWN = 2
"""Frames beside those ahead: the one that is seen and the one it follows."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A picture to paint; `pixels` is the memory that `image` shows and must live as long."""

    image: QImage
    pixels: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Lit:
    """A frame with the picture of each layer. `fine`: made from the originals."""

    frame: int
    layers: tuple[Printed, ...]
    fine: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What the booth is to make: `frame` at once, then `ahead`, of these layers in this size."""

    layers: tuple[Programme, ...] = ()
    size: Size = SMALL
    frame: int = 0
    fine: bool = False
    ahead: tuple[int, ...] = ()


_Key: TypeAlias = tuple[Showing, Size, bool]


class Booth:
    """`tell` hears of every wanted frame, from the booth's thread."""

    def __init__(self, tell: Callable[[Lit], None]) -> None:
        self._tell = tell
        self._turn = threading.Condition()
        self._wish = Wish()
        self._told = True
        self._looking_again = False
        self._closed = False
        self._kept: OrderedDict[_Key, Printed] = OrderedDict()
        self._bytes = 0
        self._thread: threading.Thread | None = None

    def want(self, wish: Wish) -> None:
        """Make this from now on; `tell` hears when its frame is there."""
        with self._turn:
            self._wish, self._told = wish, False
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name="booth", daemon=True)
                self._thread.start()
            self._turn.notify()

    def follow(self, ahead: Sequence[int]) -> None:
        """The same, but these frames come next; nobody is told of them."""
        with self._turn:
            self._wish = Wish(self._wish.layers, self._wish.size, self._wish.frame, False, tuple(ahead))
            self._told = True
            self._turn.notify()

    def ready(self, frame: int) -> Lit | None:
        """The frame, if it has been made."""
        with self._turn:
            return self._ready(frame, self._wish)

    def look_again(self) -> None:
        """Files may have come or changed: takes that were rendered, pictures that were drawn."""
        with self._turn:
            self._looking_again = True
            self._told = False
            self._turn.notify()

    def close(self) -> None:
        """End the thread and let go of every file."""
        with self._turn:
            self._closed = True
            self._turn.notify()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        self._kept.clear()

    def _ready(self, frame: int, wish: Wish) -> Lit | None:
        layers: list[Printed] = []
        for programme in wish.layers:
            kept = self._kept.get((programme.at(frame), wish.size, wish.fine))
            if kept is None:
                return None
            layers.append(kept)
        return Lit(frame, tuple(layers), wish.fine) if layers else None

    def _work(self) -> None:
        decks = Decks()
        try:
            while (job := self._next()) is not None:
                self._make(decks, *job)
        finally:
            decks.close()

    def _next(self) -> tuple[int, Wish] | None:
        """The next frame to make (made already when only its telling is due); None at the end."""
        with self._turn:
            while True:
                if self._closed:
                    return None
                wish = self._wish
                if not self._told and wish.layers:
                    return wish.frame, wish
                missing = next((frame for frame in reach(wish) if self._ready(frame, wish) is None), None)
                if missing is not None:
                    return missing, wish
                self._turn.wait()

    def _make(self, decks: Decks, frame: int, wish: Wish) -> None:
        if self._looking_again:
            self._forget(decks)
        for programme in wish.layers:
            key = (programme.at(frame), wish.size, wish.fine)
            if key not in self._kept:
                self._keep(key, _printed(decks, *key))
        with self._turn:
            if self._told or self._wish is not wish or frame != wish.frame:
                return
            self._told = True
            lit = self._ready(frame, wish)
        if lit is not None:
            self._tell(lit)

    def _keep(self, key: _Key, printed: Printed) -> None:
        with self._turn:
            self._kept[key] = printed
            self._bytes += printed.pixels.nbytes
            while self._bytes > KEPT and len(self._kept) > 1:
                self._bytes -= self._kept.popitem(last=False)[1].pixels.nbytes

    def _forget(self, decks: Decks) -> None:
        decks.look_again()
        with self._turn:
            self._looking_again = False
            self._kept.clear()
            self._bytes = 0


def reach(wish: Wish) -> tuple[int, ...]:
    """Of the frames ahead as many as can be kept at once: beyond that each new picture would push out the one that is due."""
    each = 4 * wish.size.width * wish.size.height * max(1, len(wish.layers))
    return wish.ahead[: max(1, KEPT // max(1, each) - _SHOWN)]


def _printed(decks: Decks, showing: Showing, size: Size, fine: bool) -> Printed:
    try:
        pixels = decks.picture(showing, size, fine=fine)
    except Exception:  # one broken picture must not end the film
        _log.warning("a picture could not be made", exc_info=True)
        pixels = black(size)
    image = QImage(pixels.data, size.width, size.height, pixels.strides[0], QImage.Format.Format_RGB32)
    return Printed(image, pixels)
