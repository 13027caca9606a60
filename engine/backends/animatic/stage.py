"""The values of the paper theatre: who stands where doing what, in world units and seconds.

World: one unit is one metre; x to the right, y up from the ground, z away from the audience. The subject plane is z = 0,
an adult is about 1.7 high. The camera stands at negative z and looks toward +z.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, Protocol, get_args, runtime_checkable

import skia

from engine.film.setup import Setup
from engine.film.shots import TimeOfDay, Weather
from engine.film.style import PAPER, StyleSheet
from engine.plan.acts import Act, Mood
from engine.plan.air import Air
from engine.plan.period import Period

Seat = Literal["stool", "ground", "none", "pedals"]
"""What somebody who sits sits on: a stool of the puppet's own, the ground, something that is already there, or a bicycle."""

Grip = Literal["", "hang", "lamp", "pole", "upright", "roof", "cup", "card", "open", "cradle", "strum"]
"""How a hand holds what it carries (see puppets.grips); "" where that does not matter."""

Viseme = Literal["closed", "open", "wide", "round", "teeth"]


@dataclass(frozen=True, slots=True)
class Pose:
    """What one drawing of a puppet shows.

    `phase` is seconds since the act began and `length` how long the act lasts; `travel` is the ground speed in units/s
    (0 when on the spot). `yaw` in degrees: 0 faces the audience, +90 faces screen right, -90 screen left, 180 shows the
    back. `gaze` is where the eyes look, each of x (right) and y (up) in -1..1. `clock` is seconds since the shot's frame
    0, for breathing and blinking. `pitch` in degrees: how far the camera looks down (90: bird's eye) or up (negative).
    """

    act: Act = Act.STAND
    phase: float = 0.0
    length: float = 1.0
    travel: float = 0.0
    yaw: float = 35.0
    mood: Mood = "calm"
    mouth: Viseme = "closed"
    gaze: tuple[float, float] = (0.0, 0.0)
    clock: float = 0.0
    pitch: float = 0.0
    holds: tuple[str, ...] = ()
    gone: float = 0.0  # ground covered since the act began, and
    span: float = 0.0  # in the whole act (0: unknown): the feet are planted by these, so they never slide
    emphasis: float = 0.0  # -1..1: how far a talking hand is raised on a stressed word (sign: which hand)
    before: Act | None = None  # the act this one grew out of; the first half second is blended from it
    seat: Seat = "stool"
    seated: bool = False  # waves or looks from a seat (who sits: has just done so)
    carries: bool = False  # the right hand is up in front, with something that is drawn on its own
    grip: Grip = ""  # how it is held, and
    raised: bool = False  # it is held up, for a close shot to see, and
    left: Grip = ""  # how the other hand holds something
    swapped: bool = False  # a thing's: it is in the left hand; a holder's: seen from that hand (see puppets.grips)
    asleep: bool = False  # eyes shut, head sunk
    wind: float = 0.0  # how hard it blows to the left now (0..1): hair and skirts give way
    business: str = ""  # what is performed (engine.plan.business), and
    over: str = ""  # what hands and face do over it; `was`: the business this one grew out of
    was: str = ""
    was_for: float = 0.0  # seconds that lasted
    posture: str = ""  # how somebody is down who does something from there: kneeling, crouching
    empty: bool = False  # the hand has let go of what it had
    reach: float = 0.0  # metres to whom it is done to, right positive; 0: nobody
    above: float = 0.0  # metres by which their shoulders are higher than one's own
    landing: float = 1e6  # seconds until the feet of who flies touch the ground


class Puppet(Protocol):
    """A subject or thing cut from paper. Built once per look; drawing has no memory, so any frame may be drawn alone."""

    height: float
    """Standing height in world units."""

    width: float
    """Widest extent in world units when at rest."""

    eye_line: float
    """Height of the eyes over the ground when standing, in world units (things: their middle)."""

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the origin at the feet (ground), one unit per world unit, x right, y DOWN (skia's way)."""
        ...

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box (same axes as `draw`) that holds every pixel of the drawing."""
        ...


@dataclass(frozen=True, slots=True)
class Face:
    """Where a face is in a drawing: its middle `x` to the right of and `y` above the feet, `tall` from chin to crown (ears
    included), in metres. `ahead` is how far the nose reaches from the middle, right positive."""

    x: float
    y: float
    tall: float
    ahead: float = 0.0


def glow_of(puppet: Puppet) -> tuple[float, float]:
    """How many metres around a puppet its own light reaches, and from what share of its height; (0, 0) for most, who have none."""
    return getattr(puppet, "glow", (0.0, 0.0))


@runtime_checkable
class Faced(Protocol):
    """A puppet whose face may be elsewhere than over its feet (an animal, somebody who lies): close shots are framed by it."""

    def face(self, pose: Pose) -> Face | None:
        """Where the face is in that pose; None where it is over the feet."""
        ...


@runtime_checkable
class Handed(Protocol):
    """A puppet that can carry a thing."""

    def grasp(self, pose: Pose) -> tuple[float, float] | None:
        """Where the carrying hand is drawn: metres right of and above the feet; None where no hand is free (lying)."""
        ...


@dataclass(frozen=True, slots=True)
class Beat:
    """One act of one player: from `start` to `end` (seconds from the shot's frame 0; handles may lie outside), moving
    from mark `x0` to mark `x1` (world x)."""

    act: Act
    start: float
    end: float
    x0: float
    x1: float
    yaw: float
    lift: float = 0.0  # more than the player's own: on a bed until they rise
    business: str = ""  # what is performed, and what hands and face do over it
    over: str = ""
    target: str = ""  # whom it is done to, so many metres to the right
    reach: float = 0.0
    above: float = 0.0  # metres by which their shoulders are higher
    z0: float = 0.0  # a way in depth: metres behind its mark at the start, and
    z1: float = 0.0  # at the end


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch in which a player's mouth follows a text."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Player:
    """A puppet on the stage. `beats` follow each other without holes; before the first and after the last the end pose
    is held. `seed` shifts blinking and breathing so that no two players move alike."""

    name: str
    puppet: Puppet
    beats: tuple[Beat, ...]
    speeches: tuple[Speech, ...] = ()
    z: float = 0.0
    mood: Mood = "calm"
    looks_at: str = ""
    eyeline: float = 0.0  # how far up (1) or down (-1) the eyes of the one it looks at are
    seed: int = 0
    lift: float = 0.0  # feet above the ground: on a chair, in the air
    holds: tuple[str, ...] = ()
    is_thing: bool = False  # a prop, not a subject
    carried_by: str = ""  # the player whose hand it is in; it goes wherever that hand goes
    taken_at: float = -math.inf  # when it is picked up; it lies there before
    lets_go: float = math.inf  # when it leaves that hand; of a person: when the hand is empty
    handed_to: str = ""  # who has it from `handed_at` seconds on
    handed_at: float = math.inf
    used_by: str = ""  # who works with it: while they do, it is drawn in their hands and nowhere else
    takes_at: float = math.inf  # when that player has something in the hand, who had nothing
    carries: bool = False  # that player
    grip: Grip = ""  # how that player holds it, and
    raised: bool = False  # it holds it up to the face, and
    left: Grip = ""  # what is in the other hand
    in_left: bool = False  # a thing that is in that hand
    asleep: bool = False
    seat: Seat | None = (
        None  # what it sits on; None: nothing of its own when lifted, else the ground outdoors, a stool indoors
    )


LandKind = Literal[
    "street", "forest", "sea", "mountains", "night sky", "alley", "skyline", "rooftop", "bamboo grove", "beach", "river",
    "snowfield", "grassland", "desert", "bridge", "harbour", "lighthouse", "cave", "underwater", "moon", "farm field",
    "garden", "swamp",
]  # fmt: skip
BuiltKind = Literal["village", "temple", "palace", "market", "courtyard", "station", "deck", "building"]
IndoorKind = Literal[
    "room", "bedroom", "living room", "kitchen", "classroom", "library", "office", "hospital", "shop", "tavern", "teahouse",
    "workshop", "prison", "attic", "church", "temple hall", "palace hall", "train", "car", "spaceship", "theatre",
]  # fmt: skip
SetKind = Literal[LandKind, BuiltKind, IndoorKind]

INDOORS: frozenset[SetKind] = frozenset(get_args(IndoorKind))
"""Sets under a roof: lamplight by night, and people sit on stools."""

_SHUT_IN: frozenset[SetKind] = frozenset(("cave", "underwater", "moon"))

SHELTERED: frozenset[SetKind] = INDOORS | _SHUT_IN
"""Sets into which no weather comes."""


@dataclass(frozen=True, slots=True)
class Dressing:
    """What the words say of a place beyond its name; every set takes all of it."""

    ruined: bool = False
    empty: bool = False
    crowded: bool = False
    small: bool = False
    huge: bool = False
    old: bool = False
    overgrown: bool = False
    frozen: bool = False
    flooded: bool = False
    lantern_lit: bool = False


PLAIN = Dressing()


Furnishing = Literal[
    "chair", "armchair", "sofa", "bench", "park bench", "pew", "crate", "plank", "stone stool", "office chair",
    "pilot chair", "train seat", "car seat", "bed", "hospital bed", "sofa bed", "mattress", "table", "square table",
    "stone table", "desk",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fitting:
    """A piece of the set's own furniture that somebody uses in this shot: `wide` metres about `x`, its seat `high`, facing
    `side` (-1 left, 1 right). With no width it stands for a prop that takes its place."""

    what: Furnishing
    x: float
    z: float
    wide: float
    high: float
    side: int


@dataclass(frozen=True, slots=True)
class SetOrder:
    """Which set, in which light and weather. `sign` names a place that no set stands for: it hangs there lettered."""

    kind: SetKind
    time_of_day: TimeOfDay
    weather: Weather
    seed: int
    words: str = ""  # heading and description, for dressing
    sign: str = ""
    dressing: Dressing = PLAIN
    air: tuple[Air, ...] = ()  # what is in the air beyond the weather: drizzle, petals, a rainbow
    period: Period = ""  # when it is: what is modern has no place in an old tale
    fittings: tuple[Fitting, ...] = ()  # what is sat on, sat at and lain on


Peephole = Literal["", "binoculars", "telescope", "keyhole", "door", "camera", "window", "leaves", "reeds", "bars"]
"""What the camera looks through; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Staging:
    """One shot, blocked: everything the theatre needs to draw any of its frames.

    `focus` names the players the camera frames by (the first is the one the size is measured on); `shoulder` the one
    whose back is in the foreground of an over-the-shoulder shot. `seconds` is the length without handles.
    """

    setup: Setup
    scenery: SetOrder
    players: tuple[Player, ...]
    focus: tuple[str, ...]
    seconds: float
    seed: int
    style: str | StyleSheet = PAPER
    shoulder: str = ""
    peephole: Peephole = ""
    table_top: bool = False  # seen from straight above, on a table and not on the set's ground
