"""Cuts: tracks of clips, gaps and transitions. A film has several named cuts; a locked one never changes.

A track is a row of items laid end to end. Clips and gaps take time; a transition takes none: it stands between two
clips and overlaps `before` frames of the outgoing and `after` frames of the incoming clip, drawn from their handles.
At the head or tail of a track, or next to a gap, a transition goes from or to black.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from engine.film.cast import Digest
from engine.film.rate import Rate
from engine.film.values import Value

Length = Annotated[int, Field(ge=1)]
Gain = Annotated[float, Field(ge=-60.0, le=12.0)]
"""Decibels louder (+) or softer (-) than it was recorded."""

Play = Literal["on", "off", "solo"]
"""Whether a track is seen or heard: "off" is hidden or muted, and while any of its kind is solo, only those play."""

Colour = Literal["amber", "red", "green", "blue", "violet"]


MARK = 12
"""Letters of a digest in the names of the film's own copies."""


class Footage(Value):
    """Imported media that no shot owns: picture or sound. `path` is inside the film folder."""

    path: str
    digest: Digest
    rate: Rate
    frames: Length

    @property
    def title(self) -> str:
        """What the file was called that was brought in, before its copy got a mark of its contents: hum.wav."""
        name = self.path.rsplit("/", 1)[-1]
        return name.replace(f"-{self.digest[:MARK]}.", ".")


class Clip(Value):
    """A range of a shot (or of footage): film frames counted from the shot's frame 0.

    `start` may be negative: then it reaches into the take's head handle. `take` pins a take; without it the circled or
    current one supplies the media. Clips with the same `link` (picture and its sound) are moved and trimmed together.
    """

    kind: Literal["clip"] = "clip"
    id: str
    shot: str | None = None
    footage: Footage | None = None
    take: str | None = None
    start: int = 0
    frames: Length
    link: str | None = None
    gain: Gain = 0.0

    def model_post_init(self, context: Any, /) -> None:
        """A validator of the model would be asked again of every clip of a cut whenever the cut is: this once, when a clip is made."""
        if (self.shot is None) == (self.footage is None):
            raise ValueError("a clip shows either a shot or imported footage")


class Gap(Value):
    """Empty time: black picture, silence."""

    kind: Literal["gap"] = "gap"
    id: str
    frames: Length


class Transition(Value):
    """Between two items: dissolve, wipe, or a fade through black. `before` + `after` is its length in film frames."""

    kind: Literal["transition"] = "transition"
    id: str
    style: Literal["dissolve", "fade", "wipe"] = "dissolve"
    before: Annotated[int, Field(ge=0)] = 6
    after: Annotated[int, Field(ge=0)] = 6

    def model_post_init(self, context: Any, /) -> None:
        """Asked once, as of a clip."""
        if self.before + self.after < 1:
            raise ValueError("a transition lasts at least one frame")


Item = Annotated[Clip | Gap | Transition, Field(discriminator="kind")]


class Track(Value):
    """A row of items, played one after the other from frame 0. A `locked` one is left alone by every edit of the cut, one that
    is not `in_step` (music under the picture, say) by those edits of other tracks that all tracks follow."""

    id: str
    kind: Literal["picture", "sound"] = "picture"
    name: str = ""
    play: Play = "on"
    locked: bool = False
    in_step: bool = True
    gain: Gain = 0.0
    items: tuple[Item, ...] = ()

    @model_validator(mode="after")
    def _transitions_stand_apart(self) -> Self:
        joins = [index for index, item in enumerate(self.items) if item.kind == "transition"]
        if any(later - earlier == 1 for earlier, later in pairwise(joins)):
            raise ValueError("two transitions cannot follow each other")
        return self

    @cached_property
    def frames(self) -> int:
        """Length of the track in film frames; summed once, for a track is asked many times a frame."""
        return sum([item.frames for item in self.items if item.kind != "transition"])


class Marker(Value):
    """A note at a frame of the cut."""

    id: str
    frame: Annotated[int, Field(ge=0)]
    text: str = ""
    colour: Colour = "amber"


class Cut(Value):
    """A named version of the film's edit."""

    id: str
    name: str
    tracks: tuple[Track, ...] = ()
    markers: tuple[Marker, ...] = ()
    locked: bool = False

    @property
    def frames(self) -> int:
        """Length of the cut in film frames."""
        return max((track.frames for track in self.tracks), default=0)

    @property
    def playing(self) -> tuple[Track, ...]:
        """The tracks that are seen and heard: those that are solo, or else all that are not off; each kind by itself."""
        solo = {track.kind for track in self.tracks if track.play == "solo"}
        return tuple(t for t in self.tracks if t.play == ("solo" if t.kind in solo else "on"))
