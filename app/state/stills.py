"""The picture that stands for a shot: always something, chosen by one pure function and fetched without waiting.

    candidates(film, shot)              the best first: take, key frame, panel; a bare slate at the end
    Stills.picture(shot, width)         what can be shown now; `arrived` says when there is something better

A picture that is missing on the disk gives way to the next candidate, so a card is never blank.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from app.state.darkroom import Darkroom
from app.state.session import Session
from engine.film.document import Film
from engine.film.key_frames import is_approved
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.drafts import is_draft

if TYPE_CHECKING:
    from engine.media.playback import Playback

POSTER, PROXY = "poster.jpg", "proxy.mp4"
"""Beside a take's master in the store."""

_WIDTHS = (96, 192, 288, 384, 640, 960)
_ROUNDING = 2
_KEPT = 160 << 20
"""Bytes of pictures that are kept in memory."""


@dataclass(frozen=True, slots=True)
class Final:
    """A take that no final is to be drawn of any more."""

    take: Take


@dataclass(frozen=True, slots=True)
class Draft:
    """A take of the quick recipe, or of the engine that the film began with: see engine.plan.drafts."""

    take: Take


@dataclass(frozen=True, slots=True)
class KeyFrame:
    """The picture the shot is to begin (or end) with."""

    path: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A key frame that nobody has approved yet."""

    path: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A storyboard panel."""

    path: str


@dataclass(frozen=True, slots=True)
class Bare:
    """No picture yet: the slate alone."""


Still: TypeAlias = Final | Draft | KeyFrame | Proposed | Drawn | Bare


def candidates(film: Film, shot: Shot) -> tuple[Still, ...]:
    """What may stand for the shot, the best first; the last one is always there."""
    found: list[Still] = []
    if take := shot.chosen:
        found.append(Draft(take) if is_draft(take, shot, film) else Final(take))
    found += [KeyFrame(frame.path) for frame in (shot.first_frame, shot.last_frame) if frame]
    found += [Proposed(shot.key_frame.picture.path)] if shot.key_frame and not is_approved(shot) else []
    found += [Drawn(panel.picture.path) for panel in shot.panels if panel.picture][:1]
    return (*found, Bare())


def place_of(still: Still, folder: Path) -> Path | None:
    """Where the picture lies."""
    if isinstance(still, Final | Draft):
        return (folder / still.take.media).with_name(POSTER)
    return None if isinstance(still, Bare) else folder / still.path


@dataclass(frozen=True, slots=True)
class _Print:
    """A picture at one of a few widths, or, with a height, as large as it fits in just that; `stamp` tells apart what was written to the
    same place later."""

    path: Path
    width: int
    frame: int = -1
    stamp: int = 0
    height: int = 0


class Stills(QObject):
    """The pictures of one film. Everything answers at once; `arrived(path)` says that more can be shown."""

    arrived = Signal(object)  # Path

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session = session
        self._prints: OrderedDict[_Print, QImage] = OrderedDict()
        self._last: dict[Path, _Print] = {}
        self._bytes = 0
        self._missing: set[_Print] = set()
        self._chosen: dict[str, tuple[Shot, str, Still, Path | None]] = {}  # while nothing new is missing
        self._darkroom = Darkroom(self)
        self._darkroom.developed.connect(self._on_developed)
        self._reel = _Reel()

    def picture(self, shot: Shot, width: int) -> tuple[Still, QImage | None]:
        """The best still of the shot and its picture, about `width` pixels wide; the picture is None for a bare slate and while
        the first one is being fetched."""
        still, path = self._best(shot)
        return still, self.image(path, width) if path else None

    def fitted(self, shot: Shot, box: QSize) -> tuple[Still, QImage | None]:
        """The same, as large as it fits in a box of so many pixels: painted there, nothing is left to be scaled."""
        still, path = self._best(shot)
        if path is None:
            return still, None
        wanted = _Print(path, box.width(), height=box.height())
        return still, self._known(wanted) or self._wished(wanted)

    def _best(self, shot: Shot) -> tuple[Still, Path | None]:
        engine, known = self._session.film.engine, self._chosen.get(shot.id)
        if known is None or known[0] is not shot or known[1] != engine:
            known = self._chosen[shot.id] = (shot, engine, *self._choose(shot))
        return known[2], known[3]

    def _choose(self, shot: Shot) -> tuple[Still, Path | None]:
        for still in candidates(self._session.film, shot):
            path = place_of(still, self._session.folder)
            if path is None or not self.is_missing(path):
                return still, path
        return Bare(), None

    def image(self, path: Path, width: int, *, stamp: int = 0) -> QImage | None:
        """The picture; while it is being fetched what there was of it before, or None. A new `stamp` means that it was written anew."""
        wanted = _Print(path, _bucket(width), stamp=stamp)
        return self._known(wanted) or self._wished(wanted)

    def is_missing(self, path: Path, *, stamp: int = 0) -> bool:
        """Whether the picture was looked for and is not there."""
        return _Print(path, 0, stamp=stamp) in self._missing

    def frame(self, take: Take, number: int, width: int) -> QImage | None:
        """A picture of the take's proxy, counted from its first; None while it is being fetched."""
        path = (self._session.folder / take.media).with_name(PROXY)
        wanted = _Print(path, _bucket(width), max(0, min(number, take.frames - 1)))
        if (known := self._known(wanted)) is None and not self.is_missing(path):
            self._wish(wanted)
        return known

    @property
    def waiting(self) -> int:
        """How many pictures have been asked for and not been begun."""
        return self._darkroom.waiting

    def forget_fitted(self) -> None:
        """What was to be fitted into boxes has scrolled away."""
        self._darkroom.forget(lambda key: isinstance(key, _Print) and key.height > 0)

    def look_again(self, path: Path) -> None:
        """Something was written there: what is known of it is forgotten."""
        self._missing = {each for each in self._missing if each.path != path}
        self._chosen.clear()
        self._darkroom.forget(lambda key: isinstance(key, _Print) and key.path == path)
        for each in [each for each in self._prints if each.path == path]:
            self._bytes -= self._prints.pop(each).sizeInBytes()
        self.arrived.emit(path)

    def close(self) -> None:
        """End the thread; to be called before the film is closed."""
        self._darkroom.close()
        self._reel.close()

    def _known(self, wanted: _Print) -> QImage | None:
        if (known := self._prints.get(wanted)) is not None:
            self._prints.move_to_end(wanted)
        return known

    def _wished(self, wanted: _Print) -> QImage | None:
        """What there is until it comes: the same picture at another width, or as it was before it was written anew."""
        self._wish(wanted)
        last = self._last.get(wanted.path)
        return self._prints.get(last) if last is not None else None

    def _wish(self, wanted: _Print) -> None:
        reel = self._reel
        if wanted.frame >= 0:
            self._darkroom.wish(wanted, lambda: reel.frame(wanted.path, wanted.frame, wanted.width))
        else:
            self._darkroom.wish(wanted, lambda: _read(wanted.path, wanted.width, wanted.height))

    def _on_developed(self, wanted: object, picture: object) -> None:
        if not isinstance(wanted, _Print):
            return
        if isinstance(picture, QImage):
            self._keep(wanted, picture)
        else:
            self._missing.add(_Print(wanted.path, 0, stamp=wanted.stamp))
            self._chosen.clear()
        self.arrived.emit(wanted.path)

    def _keep(self, wanted: _Print, picture: QImage) -> None:
        self._prints[wanted] = picture
        if wanted.frame < 0:
            self._last[wanted.path] = wanted
        self._bytes += picture.sizeInBytes()
        while self._bytes > _KEPT and len(self._prints) > 1:
            self._bytes -= self._prints.popitem(last=False)[1].sizeInBytes()


class _Reel:
    """The proxies that were scrubbed last, kept open; used in the darkroom's thread alone. As many as a slip shows at once."""

    OPEN = 4

    def __init__(self) -> None:
        self._open: OrderedDict[Path, Playback] = OrderedDict()

    def frame(self, path: Path, number: int, width: int) -> QImage | None:
        reader = self._reader(path)
        if reader is None:
            return None
        pixels = reader.frame(min(number, reader.frames - 1))
        high, wide = pixels.shape[:2]
        whole = QImage(pixels.tobytes(), wide, high, wide * 3, QImage.Format.Format_BGR888)
        return whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation).convertToFormat(_SCREEN)

    def close(self) -> None:
        """Let go of the files."""
        while self._open:
            self._open.popitem()[1].close()

    def _reader(self, path: Path) -> Playback | None:
        from engine.media.playback import Playback  # OpenCV takes its time: not before somebody scrubs

        if path not in self._open:
            if not path.is_file():
                return None
            while len(self._open) >= self.OPEN:
                self._open.popitem(last=False)[1].close()
            self._open[path] = Playback(path)
        self._open.move_to_end(path)
        return self._open[path]


_SCREEN = QImage.Format.Format_ARGB32_Premultiplied


def _bucket(width: int) -> int:
    return next((each for each in _WIDTHS if each >= width), _WIDTHS[-1])


def _read(path: Path, width: int, height: int) -> QImage | None:
    """The picture, never larger than it is, or as large as it fits where a height is given; JPEGs are scaled while they are decoded. None
    when there is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and height:
        turned = QImageIOHandler.Transformation.TransformationRotate90 in reader.transformation()
        reader.setScaledSize(_fit(size, QSize(height, width) if turned else QSize(width, height)))
    elif size.isValid() and size.width() > width:
        reader.setScaledSize(QSize(width, max(1, round(size.height() * width / size.width()))))
    picture = reader.read()
    if picture.isNull():
        return None
    return picture.convertToFormat(_SCREEN) if picture.hasAlphaChannel() else picture


def _fit(size: QSize, box: QSize) -> QSize:
    """As large as it fits; a pixel of rounding is no letterbox."""
    fit = size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
    near = abs(fit.width() - box.width()) <= _ROUNDING and abs(fit.height() - box.height()) <= _ROUNDING
    return box if near else fit.expandedTo(QSize(1, 1))
