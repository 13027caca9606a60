"""What a back end is asked to make: one canonical, id-free order per shot.

An order holds everything that may change a pixel and nothing else, so its hash is the take's key: two equal shots share
a take, and renaming an id or moving a shot renders nothing again. Orders carry words, not ids.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Literal

from pydantic import Field

from engine.film.cast import Colour, Digest
from engine.film.document import Language
from engine.film.rate import Raster, Rate
from engine.film.setup import Setup
from engine.film.shots import Between, Control, Finish, Overlong, TimeOfDay, Weather
from engine.film.style import StyleSheet
from engine.film.values import Value
from engine.plan.air import Air
from engine.plan.period import Period

ORDER_SCHEMA = "Order.1"

Side = Literal[-1, 0, 1]
"""Which side of the frame a subject keeps through its scene (180-degree rule): -1 left, 0 middle, 1 right."""


Posture = Literal["upright", "seated", "on the ground", "lying"]
"""How somebody is when a shot begins: on the ground means that they sit, kneel or crouch there."""


_AS_USUAL = ("control", "between", "finish", "overlong", "pickup", "drafted")
"""Fields that are no part of a key while they say nothing: the takes of films that know none of them stay valid."""


class SubjectOrder(Value):
    """A subject in this shot. `description` is true in every look; `look` describes what is worn now."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    look: str = ""
    look_seed: int
    palette: tuple[Colour, ...] = ()
    references: tuple[Digest, ...] = ()
    side: Side = 0
    aboard: str = ""  # name of the boat, vehicle or animal it sits in or on
    posture: Posture = "upright"
    period: Period = ""  # when the film plays, for whose clothes nothing else tells
    up_on: str = ""  # what it has climbed and is still up on (a key of engine.plan.climbs.CLIMBED)
    comes_by: Side = 0  # the edge of the frame it enters by, from where it last left; 0: as it likes
    begun: float = 0.0  # seconds for which it has been at its first act when the shot begins (match on action)
    goes_on: bool = False  # its last act goes on in the next shot


class PropOrder(Value):
    """A prop that must be seen."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    references: tuple[Digest, ...] = ()
    held_by: str = ""  # who has had it in the hand since an earlier shot
    shows: tuple[SubjectOrder, ...] = ()  # who is seen in a photograph or portrait


class PlaceOrder(Value):
    """Where the shot plays."""

    name: str = ""
    description: str = ""
    interior: bool | None = None
    references: tuple[Digest, ...] = ()


class LineOrder(Value):
    """A line as the back end needs it: who moves their mouth from when to when, in frames from the shot's frame 0."""

    speaker: str = ""
    text: str
    manner: str = ""
    voice_over: bool = False
    start: int = 0
    frames: Annotated[int, Field(ge=1)]


class PanelOrder(Value):
    """A drawn panel that stands for the shot from `start` (frames). `matte`: what stands in front, drawn by hand; `flat`: nothing."""

    start: int
    picture: Digest
    matte: Digest | None = None
    flat: bool = False


class ConformOrder(Value):
    """How a take that is not at the film's rate plays in the film: so many of its pictures are a second of the film's time, `head` of them lie
    before the shot's frame 0, and it has `frames` of the film's; in a raster of another shape it fills the film's (`fill`) or has bars."""

    rate: Rate
    head: Annotated[int, Field(ge=0)] = 0
    frames: Annotated[int, Field(ge=1)]
    fill: bool = False


class PickupOrder(Value):
    """A part of a take to be drawn again: the film frames from `first` up to `end` (counted from the shot's frame 0), all of the picture
    or, with a painted `mask`, what is white in it and `feather` pixels around; and whatever the take has no picture of. The take
    has `head` pictures before frame 0 and `frames` in all (0: nobody told), counted as the film plays it: at its own rate, or as
    `conform` says."""

    take: Digest  # its key
    head: Annotated[int, Field(ge=0)] = 0
    frames: Annotated[int, Field(ge=0)] = 0
    first: int
    end: int
    mask: Digest | None = None
    feather: Annotated[int, Field(ge=0, le=256)] = 12
    conform: ConformOrder | None = None


class DraftOrder(Value):
    """The take that a final starts from: its key, how many of its pictures lie before the shot's frame 0, and how many of them are a second
    of the film's time."""

    take: Digest
    head: Annotated[int, Field(ge=0)] = 0
    rate: Rate


class ShotOrder(Value):
    """One shot, ready to render. The take has `head + frames + tail` pictures at `rate`; picture `head` is frame 0."""

    schema_: Annotated[Literal["Order.1"], Field(alias="schema")] = ORDER_SCHEMA
    engine: str
    style: str | StyleSheet
    language: Language
    raster: Raster
    rate: Rate
    frames: Annotated[int, Field(ge=1)]
    head: Annotated[int, Field(ge=0)] = 0
    tail: Annotated[int, Field(ge=0)] = 0
    seed: int = 0
    action: str = ""
    setup: Setup = Setup()
    place: PlaceOrder = PlaceOrder()
    time_of_day: TimeOfDay = "day"
    weather: Weather = "clear"
    air: tuple[Air, ...] = ()  # what the words put into it beyond the weather
    period: Period = ""  # when the film plays
    cast: tuple[SubjectOrder, ...] = ()
    opposite: SubjectOrder | None = None  # who is off screen before the only one in the shot
    props: tuple[PropOrder, ...] = ()
    lines: tuple[LineOrder, ...] = ()
    panels: tuple[PanelOrder, ...] = ()
    first_frame: Digest | None = None
    last_frame: Digest | None = None
    control: Control = ""
    between: Between = ""
    finish: Finish = ""
    overlong: Overlong = ""
    pickup: PickupOrder | None = None
    drafted: DraftOrder | None = None

    model_config = Value.model_config | {"populate_by_name": True}

    @property
    def length(self) -> int:
        """Pictures in the take, handles included."""
        return self.head + self.frames + self.tail


def draft_of(order: ShotOrder) -> ShotOrder:
    """The order of the draft that the order's take is the final of: it alone differs in its steps."""
    return order.with_(finish="draft", drafted=None)


def canonical(order: ShotOrder, stands_on: tuple[str, ...] = ()) -> bytes:
    """The order as sorted, compact JSON, with the keys of what it stands on."""
    body = order.model_dump(mode="json", by_alias=True)
    if order.finish == "final":
        body["finish"] = ""  # a model's usual recipe is its final one: it is not rendered twice
    if order.pickup is not None:
        del body["pickup"]["frames"]  # the take's key says it
        if order.pickup.conform is None:
            del body["pickup"]["conform"]  # those that were drawn before stay valid
    body = {name: value for name, value in body.items() if value or name not in _AS_USUAL}
    return json.dumps(
        {"order": body, "stands_on": list(stands_on)}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def key_of(order: ShotOrder, stands_on: tuple[str, ...] = ()) -> str:
    """The take's key: sha256 of the canonical order, in hex."""
    return hashlib.sha256(canonical(order, stands_on)).hexdigest()
