"""What is on the screen at every frame, as values: which picture of which file, a storyboard panel, a drawn slate, a mix of two.

There is always something: a picture names what stands in for it when its file cannot be read. Nothing here touches the disk or
Qt, so a programme is made anew on every edit, in the time of a key press, and compared with the last one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from engine.film.cuts import Cut, Footage
from engine.film.differing import differing
from engine.film.document import Film
from engine.film.flat import flattened, runs_of
from engine.film.resolve import Black, Blend, Run, Segment, Strip
from engine.film.shots import Panel, Shot
from engine.film.supply import picture_at, shots_by_id
from engine.film.takes import Take

PROXY = "proxy.mp4"
"""The light copy that lies beside a take's master."""


@dataclass(frozen=True, slots=True)
class Dark:
    """Black."""


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn slate: nobody has rendered the shot, or its footage is gone."""

    slate: str
    action: str = ""
    missing: Literal["render", "footage"] = "render"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A still that stands for the shot: a storyboard panel, or the picture the shot shall begin with."""

    path: Path
    spare: Card


Spare: TypeAlias = Sketch | Card


@dataclass(frozen=True, slots=True)
class Filmed:
    """Picture `index` of the first of `files` that can be read: light copies first, the original last."""

    files: tuple[Path, ...]
    index: int
    spare: Spare
    fill: bool = False


Picture: TypeAlias = Dark | Card | Sketch | Filmed


@dataclass(frozen=True, slots=True)
class Mixed:
    """A transition between two pictures; `weight` of the incoming one, 0 to 1."""

    style: Literal["dissolve", "wipe"]
    outgoing: Picture
    incoming: Picture
    weight: Fraction


Showing: TypeAlias = Picture | Mixed
DARK = Dark()


class Programme(Protocol):
    """Frames [0, frames) in the film's rate and shape."""

    @property
    def frames(self) -> int:
        """How many there are."""
        ...

    def at(self, frame: int) -> Showing:
        """What is seen at a frame; the nearest one beyond the ends."""
        ...

    def slate(self, frame: int) -> str:
        """The slate of the shot that is seen, "" where there is none."""
        ...


@dataclass(frozen=True)
class Blank:
    """A programme of nothing."""

    frames: int = 0

    def at(self, frame: int) -> Showing:
        """Black."""
        return DARK

    def slate(self, frame: int) -> str:
        """None."""
        return ""


@dataclass(frozen=True)
class Shelf:
    """A film's pictures as they lie in its folder."""

    film: Film
    folder: Path
    shots: Mapping[str, Shot] = field(default_factory=dict[str, Shot])

    def take(self, shot: Shot, take: Take, frame: int) -> Filmed:
        """The take's picture at a film frame counted from the shot's frame 0; where it has none, its nearest."""
        index = min(max(picture_at(take, self.film.rate, frame), 0), take.frames - 1)
        return Filmed(files_of(self.folder / take.media), index, self.spare(shot, frame), take.fit == "cropped")

    def footage(self, footage: Footage, frame: int) -> Filmed:
        """A picture of imported footage."""
        index = min(max(int(frame * footage.rate / self.film.rate), 0), footage.frames - 1)
        gone = Card(footage.title, "", "footage")
        return Filmed(files_of(self.folder / footage.path), index, gone)

    def spare(self, shot: Shot, frame: int) -> Spare:
        """What stands for a shot without a take: a later panel once its time has come, the first frame, a panel, a slate."""
        card = Card(shot.slate, shot.action)
        panel = panel_at(shot, frame)
        first = shot.first_frame
        if panel is not None and panel.picture is not None and (panel.start > 0 or first is None):
            return Sketch(self.folder / panel.picture.path, card)
        return Sketch(self.folder / first.path, card) if first is not None else card

    def strip(self, strip: Strip, index: int) -> Picture:
        """Picture `index` of a strip."""
        frame = strip.start + index
        if strip.footage is not None:
            return self.footage(strip.footage, frame)
        shot = self.shots.get(strip.shot or "")
        if shot is None:
            return DARK
        return self.take(shot, strip.take, frame) if strip.take is not None else self.spare(shot, frame)


def files_of(media: Path) -> tuple[Path, ...]:
    """Where a medium's pictures are, the light copy first."""
    return media.with_name(PROXY), media


def panel_at(shot: Shot, frame: int) -> Panel | None:
    """The panel with a picture that stands at a frame of the shot; before the first one, the first."""
    drawn = [panel for panel in shot.panels if panel.picture is not None]
    return next((panel for panel in reversed(drawn) if panel.start <= frame), drawn[0] if drawn else None)


class CutProgramme:
    """A cut of the film, with its transitions. `before` is what was loaded until now: most edits on a board change no picture of the cut,
    and a long cut is not laid flat for them again."""

    def __init__(self, film: Film, cut: Cut, folder: Path, before: CutProgramme | None = None) -> None:
        self._shelf = Shelf(film, folder, shots_by_id(film))
        self._cut = cut
        self.as_before = before is not None and before.plays(film, cut)
        known = before._flat if before is not None else None
        self._flat = known if known is not None and self.as_before else flattened(film, cut, known)
        self.frames = cut.frames

    def plays(self, film: Film, cut: Cut) -> bool:
        """Whether the film's cut is this one still: the same clips, of the same takes, with the same words spoken."""
        was = self._shelf.film
        return (
            cut is self._cut
            and film.rate == was.rate
            and film.cast is was.cast
            and all(_plays_alike(*pair) for pair in differing(was, film).values())
        )

    def at(self, frame: int) -> Showing:
        """What the cut shows."""
        found = self._segment(frame)
        if found is None:
            return DARK
        segment, index = found
        if isinstance(segment, Black):
            return DARK
        if isinstance(segment, Run):
            return self._shelf.strip(segment.strip, index)
        return self._blend(segment, index)

    def slate(self, frame: int) -> str:
        """The slate at a frame; in a transition the incoming one."""
        found = self._segment(frame)
        strip = _strip(found[0]) if found else None
        shot = self._shelf.shots.get(strip.shot or "") if strip else None
        return shot.slate if shot else ""

    def shot(self, frame: int) -> str:
        """The id of the shot at a frame, "" where there is none."""
        found = self._segment(frame)
        strip = _strip(found[0]) if found else None
        return (strip.shot or "") if strip else ""

    def start_of(self, frame: int) -> int:
        """Where what is seen at a frame begins."""
        found = self._segment(frame)
        return min(max(frame, 0), self.frames - 1) - found[1] if found else 0

    def first_of(self, shot_id: str) -> int | None:
        """Where the shot is first seen whole; None where the cut does not show it."""
        span = self.span_of(shot_id)
        return span[0] if span is not None else None

    def span_of(self, shot_id: str) -> tuple[int, int] | None:
        """Record frames [first, end) of the shot's first clip, transitions left out; None where the cut does not show it."""
        return next(runs_of(self._flat, shot_id), None)

    @cached_property
    def edits(self) -> tuple[int, ...]:
        """Where something begins: the frames that up and down go to."""
        return (*self._flat.starts, self.frames)

    def _segment(self, frame: int) -> tuple[Segment, int] | None:
        """What is seen, and which picture of it."""
        if not self._flat.pieces:
            return None
        frame = min(max(frame, 0), self.frames - 1)
        found = self._flat.at(frame)
        return self._flat.pieces[found], frame - self._flat.starts[found]

    def _blend(self, segment: Blend, index: int) -> Showing:
        """The weights are the export's (engine.media.pieces): a fade ends on black, a fade from black begins on it."""
        at, length = segment.offset + index, segment.length
        out = self._shelf.strip(segment.outgoing, index) if segment.outgoing else None
        into = self._shelf.strip(segment.incoming, index) if segment.incoming else None
        style = "wipe" if segment.style == "wipe" else "dissolve"
        if out is None or into is None:
            weight = Fraction(at + (into is None), length)
            return Mixed(style, out or DARK, into or DARK, weight)
        if segment.style != "fade":
            return Mixed(style, out, into, segment.mix(index))
        fall = length // 2
        if at < fall:
            return Mixed(style, out, DARK, Fraction(at + 1, fall))
        return Mixed(style, DARK, into, Fraction(at - fall, length - fall))


def _plays_alike(was: Shot | None, now: Shot | None) -> bool:
    if was is None or now is None:
        return False
    return (was.chosen, was.takes, was.lines, was.duration) == (now.chosen, now.takes, now.lines, now.duration)


def _strip(segment: Segment) -> Strip | None:
    if isinstance(segment, Run):
        return segment.strip
    return (segment.incoming or segment.outgoing) if isinstance(segment, Blend) else None


@dataclass(frozen=True)
class TakeProgramme:
    """One take of a shot over the shot's own length, [0, duration); `take` None: what stands in for it."""

    shelf: Shelf
    shot: Shot
    take: Take | None

    @property
    def frames(self) -> int:
        """The shot's length."""
        return self.shot.duration

    def at(self, frame: int) -> Showing:
        """The take's picture."""
        frame = min(max(frame, 0), self.frames - 1)
        return self.shelf.take(self.shot, self.take, frame) if self.take else self.shelf.spare(self.shot, frame)

    def slate(self, frame: int) -> str:
        """The shot's."""
        return self.shot.slate


@dataclass(frozen=True)
class Lap:
    """Parts of other programmes, one after the other: the tail of the shot before, the take, the head of the next."""

    parts: tuple[tuple[Programme, int, int], ...]  # (programme, first frame, frames)

    @property
    def frames(self) -> int:
        """All parts together."""
        return sum(frames for _, _, frames in self.parts)

    def at(self, frame: int) -> Showing:
        """What is seen."""
        found = self._part(frame)
        return found[0].at(found[1]) if found else DARK

    def slate(self, frame: int) -> str:
        """Of whichever part it is."""
        found = self._part(frame)
        return found[0].slate(found[1]) if found else ""

    def with_part(self, index: int, programme: Programme) -> Lap:
        """Another programme in the place of one."""
        old = self.parts[index]
        return replace(self, parts=(*self.parts[:index], (programme, *old[1:]), *self.parts[index + 1 :]))

    def _part(self, frame: int) -> tuple[Programme, int] | None:
        at = min(max(frame, 0), self.frames - 1)
        for programme, first, frames in self.parts:
            if at < frames:
                return programme, first + at
            at -= frames
        return None


@dataclass(frozen=True)
class Held:
    """One frame of another programme, for ever: what the onion skin shows."""

    programme: Programme
    frame: int

    @property
    def frames(self) -> int:
        """As long as you like; one is enough."""
        return 1

    def at(self, frame: int) -> Showing:
        """Always the same."""
        return self.programme.at(self.frame)

    def slate(self, frame: int) -> str:
        """Of the held frame."""
        return self.programme.slate(self.frame)
