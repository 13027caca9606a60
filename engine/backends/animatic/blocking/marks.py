"""Chalk marks: where each subject stands, so that nobody hides behind anybody and the 180-degree line holds.

Marks depend on the cast's sides and widths alone, not on what is done there, so a person keeps the mark from a wide to
the single that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.blocking.riding import saddle
from engine.backends.animatic.blocking.seats import rides
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.sets.sea import is_afloat
from engine.backends.animatic.sets.waters import LEVELS, SHORES
from engine.backends.animatic.stage import Act, Puppet, SetOrder
from engine.film.setup import Size
from engine.plan.continuity import names_a_boat
from engine.plan.deeds import Reading
from engine.plan.orders import ShotOrder, SubjectOrder

_MANY, _PITCH, _STEP = 4, 0.7, 0.6  # how many make two rows, metres between two of them, and from row to row
_GAP = 0.34  # air between two neighbours, in units
_BEHIND = 1.1  # metres between people and the train behind them
_DECK = 0.16  # where one sits in a boat, as a share of its height
_VEHICLE = re.compile(
    r"\b(?:car|taxi|cab|bus|truck|lorry|van|bicycle|bike|motorbike|motorcycle|train|tram|plane|aeroplane|airplane|rocket"
    r"|spaceship|tractor|carriage|scooter|helicopter|boat|ship|ferry|raft|canoe|sailboat|steamer|schooner|galleon|frigate|sloop|clipper|caravel|trawler|tug|longboat|lifeboat|skiff|kayak|yacht|catamaran)s?\b"
    r"|车|火车|飞机|火箭|自行车|摩托|[船舟艇筏](?![夫长工员家娘主客])",
    re.I,
)
_BIRD = re.compile(
    r"\b(?:bird|gull|seagull|crow|raven|sparrow|owl|eagle|hawk|dove|pigeon|crane|heron|egret|swallow|parrot|duck|goose"
    r"|swan|geese|magpie|albatross|falcon|vulture|stork|ibis|flamingo|finch|wren|robin|lark|nightingale|woodpecker|kingfisher|hummingbird"
    r"|cuckoo|pelican|pheasant|macaw|tern|puffin|kite|balloon|butterfly|bee|bat|dragon|phoenix|moth|dragonfly)s?\b"
    r"|鸟|鸥|鸦|雀|鹰|鸽|鹤|鹭|燕|鹅|鸭|鹊|雁|风筝|气球|蝶|蜂|龙|凤",
    re.I,
)
_FLOATER = re.compile(
    r"\b(?:balloon|kite|bubble|butterfly|bee|moth|dragonfly|ghost|spirit)s?\b|气球|风筝|泡泡|蝶|蜂|鬼魂|幽灵", re.I
)

_FRACTION = {
    Size.EXTREME_WIDE: 0.075,
    Size.WIDE: 0.30,
    Size.FULL: 0.80,
    Size.MEDIUM: 1.55,
    Size.MEDIUM_CLOSE: 2.1,
    Size.CLOSE: 2.9,
    Size.CLOSE_UP: 4.4,
    Size.EXTREME_CLOSE_UP: 8.0,
}
"""A standing subject's whole height in frame heights (LOOK.md's table)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a subject stands and on what."""

    x: float
    z: float = 0.0
    lift: float = 0.0
    seated: bool = False
    vehicle: bool = False
    airborne: bool = False


def framed_width(order: ShotOrder, puppets: Sequence[Puppet]) -> float:
    """About how many units the frame is wide at the subject plane: by the tallest, and never less than the row."""
    if not puppets:
        return 4.0
    tallest = max(puppet.height for puppet in puppets)
    row = sum(min(puppet.width, 4.0) + _GAP for puppet in puppets)
    row = _PITCH * len(puppets) + 0.4 if _is_group(puppets) else row
    return max(tallest / _FRACTION[order.setup.size] * order.raster.width / order.raster.height, row * 1.15)


def marks_for(
    people: Sequence[SubjectOrder],
    puppets: Sequence[Puppet],
    order: ShotOrder,
    reading: Reading,
    place: SetOrder,
    riders: Mapping[str, str],
) -> tuple[Mark, ...]:
    """A mark for each subject, in the order of `people`. `riders` sit on their mounts."""
    marks = _marks(people, puppets, order, reading, place, riders)
    at = {person.name: i for i, person in enumerate(people)}
    for rider, mount in riders.items():
        if mount in at and not is_boat(people[at[mount]]):
            on, i = marks[at[mount]], at[rider]
            lift = on.lift + saddle(puppets[at[mount]], puppets[i])
            astride = isinstance(puppets[at[mount]], Quadruped) or puppets[at[mount]].height < 1.25
            marks[i] = Mark(on.x, on.z - 0.02 if astride else on.z + 0.02, lift, seated=True)
    return tuple(marks)


def _marks(
    people: Sequence[SubjectOrder],
    puppets: Sequence[Puppet],
    order: ShotOrder,
    reading: Reading,
    place: SetOrder,
    riders: Mapping[str, str],
) -> list[Mark]:
    behind = {i for i in range(len(people)) if _is_backdrop(people[i], puppets[i], people, riders)}
    boats = {person.name: i for i, person in enumerate(people) if is_boat(person)}
    ashore = [i for i, p in enumerate(people) if p.aboard not in boats and p.name not in riders and i not in behind]
    where = dict(zip(ashore, _row([people[i] for i in ashore], [puppets[i] for i in ashore]), strict=True))
    if order.setup.size in _CLOSE and len(ashore) == len(people) == 2 and _TOGETHER.search(order.action):
        left, right = sorted(ashore, key=lambda i: where[i])
        where |= {left: -_SHARED / 2, right: _SHARED / 2}
    crews = {boat: [i for i, person in enumerate(people) if person.aboard == name] for name, boat in boats.items()}
    for boat, crew in crews.items():
        where |= _seats(where[boat], puppets[boat].width, crew)
    marks = [
        _mark(i, people, puppets, order, reading, place, where.get(i, 0.0), boats.get(people[i].aboard))
        for i in range(len(people))
    ]
    deep = dict(zip(ashore, _depths([people[i] for i in ashore], [puppets[i] for i in ashore]), strict=True))
    deep |= dict.fromkeys(behind, _BEHIND)
    return [replace(mark, z=mark.z + deep.get(i, 0.0)) for i, mark in enumerate(marks)]


_CLOSE = frozenset({Size.CLOSE, Size.MEDIUM_CLOSE, Size.CLOSE_UP})
_SHARED = 0.46  # units between two who share a close shot
_TOGETHER = re.compile(
    r"[身背][后边旁侧]|[搂拥]|依偎|并肩|头靠|\b(?:behind|beside|next to) (?:him|her|them)\b|\b(?:side by side|cheek to cheek|shoulder to shoulder)\b",
    re.I,
)
"""Words that put two into one close picture."""


def _is_backdrop(
    person: SubjectOrder, puppet: Puppet, people: Sequence[SubjectOrder], riders: Mapping[str, str]
) -> bool:
    """A train or a car whose people are beside it stands behind them, whole, instead of in their row."""
    afoot = [p for p in people if p.name != person.name and p.name not in riders and not is_vehicle(p)]
    bulky = is_vehicle(person) and not is_boat(person) and puppet.width > 3
    return bulky and bool(afoot) and person.name not in riders.values()


def _mark(
    i: int,
    people: Sequence[SubjectOrder],
    puppets: Sequence[Puppet],
    order: ShotOrder,
    reading: Reading,
    place: SetOrder,
    x: float,
    boat: int | None,
) -> Mark:
    person, puppet = people[i], puppets[i]
    wet = not is_afloat(place) and (is_boat(person) or boat is not None)
    off = SHORES[place.kind] + 0.5 if wet and place.kind in SHORES else 0.0
    level = LEVELS.get(place.kind, 0.0) if wet else 0.0
    deeds = [deed.act for deed in reading.of(person.name) if deed.act not in (Act.LOOK, Act.TALK)]
    moving = bool(deeds) and deeds[-1] in (Act.FLY, Act.ENTER, Act.EXIT)
    flies = boat is None and (is_floater(person) or (is_flyer(person) and moving))
    company = [_top(people[n], other, reading) for n, other in enumerate(puppets) if n != i and not is_flyer(people[n])]
    deck = puppets[boat].height * _DECK if boat is not None else 0.0
    return Mark(
        x=x,
        z=off + 0.02 * i + (0.03 if boat is not None else 0.0),
        lift=level + deck + (_altitude(puppet, company, order) if flies else 0.0),
        seated=(boat is not None and puppet.height > 0.9) or (isinstance(puppet, Person) and rides(place.kind, deeds)),
        vehicle=is_vehicle(person),
        airborne=flies,
    )


def _seats(x: float, length: float, crew: Sequence[int]) -> dict[int, float]:
    """Places in a boat: one in the middle, two at a third and two thirds, and so on."""
    return {i: x + length * ((n + 1) / (len(crew) + 1) - 0.5) * 0.9 for n, i in enumerate(crew)}


def _top(person: SubjectOrder, puppet: Puppet, reading: Reading) -> float:
    """How high somebody reaches in this shot: who sits or lies is lower."""
    acts = {deed.act for deed in reading.of(person.name)}
    return puppet.height * (0.3 if Act.LIE in acts else 0.62 if Act.SIT in acts else 1.0)


def _altitude(puppet: Puppet, company: Sequence[float], order: ShotOrder) -> float:
    """How high something flies: free when alone, else high in the frame that the company's tallest is measured by."""
    if not company:
        return 1.25 + 0.3 * puppet.height
    tallest = max(company)
    frame = tallest / _FRACTION[order.setup.size]
    over = max(2.2 * tallest, 1.4 * tallest + 1.5 * puppet.height)  # a dragon keeps clear of heads and roofs
    top = min(1.08 * tallest, frame) if frame < 1.6 * tallest else min(0.6 * frame, over)
    return max(0.15, top - puppet.height)


def _row(people: Sequence[SubjectOrder], puppets: Sequence[Puppet]) -> list[float]:
    """Side by side from left to right by side, each with its own width and a gap, centred on 0."""
    order = sorted(range(len(people)), key=lambda i: (people[i].side, i))
    xs = [0.0] * len(people)
    at = 0.0
    if _is_group(puppets):
        for place, i in enumerate(order):
            xs[i] = _PITCH * (place - (len(order) - 1) / 2)
        return xs
    for place, i in enumerate(order):
        half = puppets[i].width / 2
        at += half + (_GAP if place else 0.0)
        xs[i] = at
        at += half
    return [x - at / 2 for x in xs]


def _is_group(puppets: Sequence[Puppet]) -> bool:
    """Whether so many of a size stand there that they stand in two rows, as for a photograph."""
    return len(puppets) >= _MANY and all(0.5 < p.height < 2.6 and p.width < 1.3 for p in puppets)


def _depths(people: Sequence[SubjectOrder], puppets: Sequence[Puppet]) -> list[float]:
    """How far back each stands: of a group every second one, the taller half, so that heads show between shoulders; of three
    the one in the middle a step."""
    order = sorted(range(len(people)), key=lambda i: (people[i].side, i))
    back = dict.fromkeys(order, 0.0)
    if _is_group(puppets):
        odd, even = order[1::2], order[::2]
        taller = max((odd, even), key=lambda row: sum(puppets[i].height for i in row) / len(row))
        back |= dict.fromkeys(taller, _STEP)
    elif len(order) == 3 and all(0.5 < p.height < 2.6 for p in puppets):
        back[order[1]] = 0.4 * _STEP
    return [back[i] for i in range(len(people))]


def _told(person: SubjectOrder) -> str:
    return " ".join((person.name, *person.aliases))


def is_boat(person: SubjectOrder) -> bool:
    """Whether the subject floats."""
    return names_a_boat((person.name, *person.aliases))


def is_vehicle(person: SubjectOrder) -> bool:
    """Whether the subject drives, sails or rolls."""
    return bool(_VEHICLE.search(_told(person)))


def is_flyer(person: SubjectOrder) -> bool:
    """Whether the subject belongs in the air when it moves."""
    return bool(_BIRD.search(_told(person)))


def is_floater(person: SubjectOrder) -> bool:
    """Whether the subject is always in the air."""
    return bool(_FLOATER.search(_told(person)))
