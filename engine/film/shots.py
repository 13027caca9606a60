"""Scenes and shots: what happens, how it is seen, who is in it, what is said, and which take was circled."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from engine.film.cast import Reference
from engine.film.setup import Setup
from engine.film.takes import Take, Verdict
from engine.film.values import Value

TimeOfDay = Literal["day", "dawn", "dusk", "night"]
Weather = Literal["clear", "rain", "snow", "fog", "wind", "storm"]
Frames = Annotated[int, Field(ge=0)]
Length = Annotated[int, Field(ge=1)]


class Line(Value):
    """A spoken line (or narration, when `voice_over`). `start` counts film frames from the shot's frame 0.

    A line may run over its cut: `start` may be negative (J cut) and `start + frames` may pass the shot's end (L cut).
    """

    id: str
    speaker: str  # subject id; empty for an unnamed narrator
    text: str
    manner: str = ""  # the parenthetical
    voice_over: bool = False
    start: int = 0
    frames: Length


class Panel(Value):
    """A storyboard panel: a picture that stands for the shot from `start`, in film frames from the shot's frame 0.

    `matte` is a hand-drawn one (white in front); without it the engine looks for a foreground, unless the panel is `flat`.
    """

    id: str
    start: Frames = 0
    picture: Reference | None = None
    matte: Reference | None = None
    flat: bool = False
    note: str = ""


class Casting(Value):
    """A subject in one shot, wearing one look (None: the default one)."""

    subject: str  # subject id
    look: str | None = None


Control = Literal["", "depth", "pose"]
"""The guide pass that leads a model which takes control video: drawn from the shot's own blocking."""

Between = Literal["", "flow", "blend", "nearest"]
"""How a model's pictures become the film's where the rates differ; "": as its manifest says."""

Finish = Literal["", "draft", "final"]
"""Which of the model's recipes; "": its usual one."""


Overlong = Literal["", "stretch"]
"""A shot that is longer than a model draws in one pass: "" refuses it, "stretch" slows the longest pass down to it."""


class Rendering(Value):
    """How a person wants a shot drawn by a model, where they said anything about it."""

    control: Control = ""
    between: Between = ""
    finish: Finish = ""
    overlong: Overlong = ""
    drafted: str = ""  # id of the take that the final starts from


class KeyFrame(Value):
    """A picture of the shot as it begins, drawn to be looked at before the shot is: who drew it, with which seed. Approved, it is
    the shot's first frame as well; `engine` of "" is a person's own picture."""

    picture: Reference
    engine: str = ""
    seed: Annotated[int, Field(ge=0, lt=2**63)] | None = None


class Shot(Value):
    """One shot. `duration` is in film frames. `takes` is oldest first; the newest is current, a person may circle one.

    `verdicts` has at most one for each take, binned ones included. `binned` are takes a person threw away: no list shows
    them and nothing takes them in again by itself, and until the bin is emptied their media are still there.

    `follows` names the shot whose last frame this one continues. `engine` and `seed` of None mean the film's default.
    """

    id: str
    slate: str
    action: str = ""
    lines: tuple[Line, ...] = ()
    setup: Setup = Setup()
    cast: tuple[Casting, ...] = ()
    props: tuple[str, ...] = ()  # prop ids
    duration: Length
    panels: tuple[Panel, ...] = ()
    first_frame: Reference | None = None
    last_frame: Reference | None = None
    key_frame: KeyFrame | None = None
    follows: str | None = None
    seed: Annotated[int, Field(ge=0, lt=2**63)] | None = None
    engine: str | None = None
    rendering: Rendering = Rendering()
    note: str = ""
    weather: Weather | None = None  # where it has changed since the scene began
    takes: tuple[Take, ...] = ()
    circled: str | None = None  # take id
    verdicts: tuple[Verdict, ...] = ()
    binned: tuple[Take, ...] = ()
    omitted: bool = False  # a revision left it out: its number and takes stay, and it is not played

    def model_post_init(self, context: Any, /) -> None:
        """Asked once, when a shot is made: a validator would be asked again of every shot of a film whenever the film is."""
        if self.circled is not None and all(take.id != self.circled for take in self.takes):
            raise ValueError(f"shot {self.slate} circles a take it does not have")
        if self.verdicts or self.binned:
            self._verdicts_are_on_takes()

    def _verdicts_are_on_takes(self) -> None:
        kept, binned = ({take.id for take in takes} for takes in (self.takes, self.binned))
        judged = [verdict.take for verdict in self.verdicts]
        if kept & binned or len(set(judged)) < len(judged) or not {*judged} <= kept | binned:
            raise ValueError(f"shot {self.slate} judges or bins a take it does not have, or one twice")

    @property
    def current(self) -> Take | None:
        """The newest take."""
        return self.takes[-1] if self.takes else None

    @property
    def chosen(self) -> Take | None:
        """The circled take, or else the newest that was not rejected, or else the current one."""
        if self.circled is not None:
            return self.take(self.circled)
        if not self.verdicts:
            return self.current
        out = {verdict.take for verdict in self.verdicts if verdict.rejected}
        return next((take for take in reversed(self.takes) if take.id not in out), self.current)

    def take(self, take_id: str) -> Take | None:
        """The take of that id, if the shot has it."""
        return next((take for take in self.takes if take.id == take_id), None)

    def verdict(self, take_id: str) -> Verdict:
        """What a person said of the take; a blank one where nobody did."""
        return next((each for each in self.verdicts if each.take == take_id), Verdict(take=take_id))


class Scene(Value):
    """A scene: shots that share a place and a time. `number` is a string: 12A exists."""

    id: str
    number: str
    heading: str = ""
    place: str | None = None  # place id
    time_of_day: TimeOfDay = "day"
    weather: Weather = "clear"
    synopsis: str = ""
    omitted: bool = False
    shots: tuple[Shot, ...] = ()
