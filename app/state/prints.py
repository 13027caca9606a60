"""The pictures that a film keeps (panels, references), small enough for a strip or a card, fetched without waiting.

A picture is asked for again each time a view paints; the first time it is not there yet, and `ready` says when it is. It is known by its
digest, so it never changes under the same name (`stills` is for what stands for a whole shot).
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from app.state.darkroom import Darkroom
from engine.film.cast import Reference

LONGEST = 640
"""Pixels of a print's longer side."""
_KEPT = 240
_QUICK = 70
"""Qt's PNG 'quality': 0 packs longest."""


class Prints(QObject):
    """Prints of one film folder's pictures."""

    ready = Signal(str)  # digest

    def __init__(self, folder: Path, parent: QObject | None = None, *, longest: int = LONGEST) -> None:
        super().__init__(parent)
        self._folder, self._longest = folder, longest
        self._held: OrderedDict[str, QImage] = OrderedDict()
        self._small: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._darkroom = Darkroom(self)
        self._darkroom.developed.connect(self._hold)

    def get(self, reference: Reference) -> QImage | None:
        """The picture, or None while it is being read; a null one where it cannot be read."""
        held = self._held.get(reference.digest)
        if held is not None:
            self._held.move_to_end(reference.digest)
            return held
        path, longest = self._folder / reference.path, self._longest
        self._darkroom.wish(reference.digest, lambda: printed(path, longest))
        return None

    def small(self, reference: Reference, longest: int) -> QImage | None:
        """The picture with its longer side no longer than so many pixels, or None while it is being read. Scaled once and with all its
        pixels: painted small by a painter, thin lines fall apart."""
        print_ = self.get(reference)
        if print_ is None or max(print_.width(), print_.height()) <= longest:
            return print_
        key = (reference.digest, longest)
        if key not in self._small:
            while len(self._small) >= _KEPT:
                self._small.popitem(last=False)
            modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._small[key] = print_.scaled(QSize(longest, longest), *modes)
        return self._small[key]

    def lay(self, digest: str, picture: QImage) -> None:
        """The picture of that digest is known already: it was drawn here, and need not be read."""
        self._hold(digest, picture)

    def close(self) -> None:
        """Read no more."""
        self._darkroom.close()

    def _hold(self, digest: str, picture: QImage | None) -> None:
        self._held[digest] = picture or QImage()
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        self.ready.emit(digest)


def printed(path: Path, longest: int) -> QImage:
    """The picture in a file, upright and no larger than `longest`; null where there is none that can be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def png(picture: QImage) -> bytes:
    """The picture as PNG, packed quickly rather than tightly."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", _QUICK)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(content.data())
