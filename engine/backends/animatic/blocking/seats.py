"""Seats that belong to the set: whoever sits down in a teahouse sits on its bench, whoever lies down at home lies in a bed.

The furniture comes to the actors, as on any stage: marks stay where framing and eyelines want them, and the set builds
what it has under and before them. Props that the script names (a throne, a red couch) are the prop department's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Beat, Fitting, Furnishing, Player, SetKind, Staging
from engine.plan.business import named
from engine.plan.furniture import BED, SEAT, SURFACE


@dataclass(frozen=True, slots=True)
class Seating:
    """What a kind of set offers: something to sit on, a table to sit at, something to lie on; `share`: how many metres apart
    two may sit and still share one seat (0: each has their own)."""

    seat: Furnishing
    table: Furnishing | None = None
    bed: Furnishing | None = None
    share: float = 0.0


OFFERS: dict[SetKind, Seating] = {
    "living room": Seating("sofa", bed="sofa bed", share=1.5),
    "bedroom": Seating("armchair", bed="bed"),
    "kitchen": Seating("chair", "table"),
    "classroom": Seating("chair", "desk"),
    "library": Seating("chair", "table"),
    "office": Seating("office chair", "desk"),
    "hospital": Seating("chair", bed="hospital bed"),
    "tavern": Seating("chair", "table"),
    "teahouse": Seating("bench", "square table"),
    "workshop": Seating("crate"),
    "attic": Seating("crate", bed="mattress"),
    "shop": Seating("chair"),
    "prison": Seating("plank", bed="plank", share=1.4),
    "church": Seating("pew", share=2.6),
    "temple hall": Seating("bench"),
    "palace hall": Seating("armchair"),
    "theatre": Seating("chair"),
    "train": Seating("train seat", bed="plank"),
    "car": Seating("car seat"),
    "spaceship": Seating("pilot chair", bed="mattress"),
    "station": Seating("park bench", bed="park bench", share=1.5),
    "courtyard": Seating("stone stool", "stone table"),
    "village": Seating("bench", share=1.2),
    "market": Seating("crate"),
    "deck": Seating("crate"),
}

SEAT_HIGH, BED_HIGH = 0.36, 0.50
_ON_THE_FLOOR = re.compile(r"\b(?:floor|ground|grass|sand|rug|carpet)\b|地上|地板|地面|草地|倒地|倒下|昏倒|晕倒", re.I)
_LOW = frozenset({Act.SIT, Act.LIE})
_GESTURES = frozenset({Act.LOOK, Act.TALK, Act.WAVE, Act.BUSINESS})
_SEATED_ALWAYS = frozenset({"car"})
_NARROW = 1.0  # metres: a chair is set under them, a bench stays where it is
_EACH = 0.62  # metres that somebody takes up on a seat
_BEFORE = 0.62  # metres from somebody's middle to the table they sit at


def rides(kind: SetKind, acts: Sequence[Act]) -> bool:
    """Whether somebody in such a place sits though nobody said so: nobody stands in a car, and in a train only who does
    something on their feet."""
    return kind == "car" or (kind == "train" and all(act in _GESTURES | {Act.SIT} for act in acts))


def take_seats(staging: Staging, action: str = "") -> Staging:
    """The staging with everybody who sits or lies on what the set has for that; unchanged where it has nothing."""
    players, fittings = list(staging.players), list[Fitting]()
    if staging.scenery.kind in _SEATED_ALWAYS:
        players = _driver_in_front([_dozing(player) for player in players], action)
    seats = [p for p in players if p.is_thing and (SEAT.search(p.name) or BED.search(p.name))]
    for thing in seats:
        _fill(thing, players)
        if thing.puppet.width > 1.5:  # the set puts its own away
            fittings.append(Fitting("sofa", thing.beats[0].x0, thing.z, 0.0, SEAT_HIGH, 1))
    offer = OFFERS.get(staging.scenery.kind)
    if offer is None:
        return replace(staging, players=tuple(players)) if seats else staging
    sitters = [p for p in players if _sits_free(p, Act.SIT, seats)]
    for group in _groups(sitters, offer.share):
        high = max(SEAT_HIGH, *(_natural(p) for p in group))
        fittings.append(_seat_for(group, offer, high))
        for player in group:
            _swap(players, player, _seated(player, high - _natural(player), turned=offer.seat == "car seat"))
    if offer.table and sitters and not any(p.is_thing and SURFACE.search(p.name) for p in players):
        fittings += _tables(sitters, offer.table)
    if offer.bed and not _ON_THE_FLOOR.search(action):
        for player in [p for p in players if _sits_free(p, Act.LIE, seats)]:
            fittings.append(
                Fitting(offer.bed, _low_at(player, Act.LIE), player.z + 0.03, 2.1, BED_HIGH, _head_of(player))
            )
            _swap(players, player, _lying(player, BED_HIGH))
    scenery = replace(staging.scenery, fittings=tuple(fittings))
    return replace(staging, scenery=scenery, players=tuple(sorted(players, key=lambda p: -p.z)))


def _dozing(player: Player) -> Player:
    """Whatever somebody does where one can only sit, they do it sitting."""
    if player.is_thing or not isinstance(player.puppet, Person):
        return player
    at = player.beats[-1].x1
    beats = tuple(
        replace(beat, act=beat.act if beat.act in _GESTURES else Act.SIT, x0=at, x1=at) for beat in player.beats
    )
    return replace(player, beats=beats)


_DRIVES = r"[^.!?。！？，,]{0,16}(?:\b(?:drives?|driving|steers?)\b|at the wheel|开着?车|驾车|驾驶|握着方向盘)"


def _driver_in_front(players: list[Player], action: str) -> list[Player]:
    """Whoever drives has the foremost seat: the car faces right."""
    riders = [p for p in players if not p.is_thing and isinstance(p.puppet, Person)]
    driver = next((p for p in riders if re.search(re.escape(p.name) + _DRIVES, action, re.I)), None)
    first = max(riders, key=lambda p: p.beats[-1].x1, default=None)
    if driver is None or first is None or first is driver:
        return players
    gap = first.beats[-1].x1 - driver.beats[-1].x1
    moved = {driver.name: gap, first.name: -gap}
    return [_moved(p, moved[p.name]) if p.name in moved else p for p in players]


def _fill(thing: Player, players: list[Player]) -> None:
    """Put those who sit nearest to a seat of the script's on it, side by side, as many as it holds."""
    if thing.carried_by or thing.lift > 0.1 or not SEAT.search(thing.name):
        return
    at, wide, high = thing.beats[0].x0, thing.puppet.width, 0.5 * thing.puppet.height
    free = [p for p in players if _sits_free(p, Act.SIT, ())]
    on_it = sorted(free, key=lambda p: abs(_low_at(p, Act.SIT) - at))[: max(1, int(wide / _EACH))]
    on_it = [p for p in on_it if abs(_low_at(p, Act.SIT) - at) < 0.5 * wide + 1.2]
    step = min(0.85, 0.78 * wide / max(1, len(on_it)))
    for k, player in enumerate(sorted(on_it, key=_hips_at)):
        shift = at + step * (k - (len(on_it) - 1) / 2) - _hips_at(player)
        if len(on_it) == 1 and abs(shift) < 0.5 * wide - 0.05:  # they are on it already
            shift = 0.0
            if wide < _NARROW:
                _swap(players, thing, _moved(thing, _hips_at(player) - at))
        lift = high - _natural(player) if 0.3 < high < 0.75 else 0.0
        _swap(players, player, _seated(_moved(player, shift), lift, turned=False))


def _moved(player: Player, by: float) -> Player:
    return replace(player, beats=tuple(replace(b, x0=b.x0 + by, x1=b.x1 + by) for b in player.beats))


def _swap(players: list[Player], old: Player, new: Player) -> None:
    players[next(i for i, p in enumerate(players) if p.name == old.name)] = new


def _sits_free(player: Player, act: Act, named: Sequence[Player]) -> bool:
    """Whether somebody is down on nothing that the script has named, nor on the ground."""
    if player.is_thing or not isinstance(player.puppet, Person) or player.seat is not None or player.lift > 0:
        return False
    if not any(beat.act is act and beat.lift == 0 for beat in player.beats):
        return False
    at = _low_at(player, act)
    return all(abs(at - thing.beats[0].x0) > 0.5 * thing.puppet.width for thing in named)


def _low_at(player: Player, act: Act) -> float:
    return next(beat.x0 for beat in reversed(player.beats) if beat.act is act)


def _yaw_of(player: Player) -> float:
    return next(beat.yaw for beat in reversed(player.beats) if beat.act is Act.SIT)


def _head_of(player: Player) -> int:
    """On which side of the feet somebody who lies has the head."""
    return head_side(next(beat for beat in reversed(player.beats) if beat.act is Act.LIE))


def head_side(lying: Beat) -> int:
    """On which side the head comes to lie: to that one faces; who sleeps has turned on the back, the head where the back was."""
    side = 1 if lying.yaw >= 0 else -1
    return -side if lying.business == "sleep" else side


def _natural(player: Player) -> float:
    """How high a person's own seat is: as their legs are long."""
    body = player.puppet.body if isinstance(player.puppet, Person) else None
    return SEAT_HIGH if body is None else 0.50 * body.frame.leg + body.frame.ankle - body.limb * 1.2


def _hips_at(player: Player) -> float:
    """Where the seat has to be: behind the feet by a thigh's length."""
    leg = player.puppet.body.frame.leg if isinstance(player.puppet, Person) else 0.8
    return _low_at(player, Act.SIT) - 0.42 * leg * math.sin(math.radians(_yaw_of(player)))


def _groups(sitters: Sequence[Player], share: float) -> list[list[Player]]:
    """Neighbours who share a seat, from left to right."""
    groups: list[list[Player]] = []
    for player in sorted(sitters, key=_hips_at):
        if groups and share and _hips_at(player) - _hips_at(groups[-1][-1]) <= share:
            groups[-1].append(player)
        else:
            groups.append([player])
    return groups


def _seat_for(group: Sequence[Player], offer: Seating, high: float) -> Fitting:
    places = [_hips_at(p) for p in group]
    middle, span = (places[0] + places[-1]) / 2, places[-1] - places[0]
    side = 1 if _yaw_of(group[0]) >= 0 else -1
    return Fitting(offer.seat, middle, max(p.z for p in group) + 0.015, span + 0.9, high, side)


def _seated(player: Player, lift: float, *, turned: bool) -> Player:
    """On the set's seat from when they sit until they rise."""
    beats: list[Beat] = []
    down = False
    for beat in player.beats:
        rises = (business := named(beat.business)) is not None and business.up
        down = beat.act is Act.SIT or (down and beat.act in _GESTURES and not rises)
        yaw = abs(beat.yaw) if turned and down else beat.yaw
        beats.append(replace(beat, lift=beat.lift + max(0.0, lift), yaw=yaw) if down else beat)
    return replace(player, beats=tuple(beats), seat="none")


def _lying(player: Player, lift: float) -> Player:
    beats = tuple(replace(beat, lift=lift) if beat.act in _LOW else beat for beat in player.beats)
    return replace(player, beats=beats)


def _tables(sitters: Sequence[Player], what: Furnishing) -> list[Fitting]:
    """One table between two who face each other, else one before each."""
    ordered = sorted(sitters, key=lambda p: _low_at(p, Act.SIT))
    z = min(p.z for p in sitters) - 0.10
    if len(ordered) == 2 and _yaw_of(ordered[0]) > 0 > _yaw_of(ordered[1]) and what != "desk":
        left, right = (_low_at(p, Act.SIT) for p in ordered)
        return [Fitting(what, (left + right) / 2, z, max(0.9, right - left - 0.1), SEAT_HIGH, 1)]
    sides = [1 if _yaw_of(p) >= 0 else -1 for p in ordered]
    return [
        Fitting(what, _low_at(p, Act.SIT) + _BEFORE * side, z, 1.05, SEAT_HIGH, side)
        for p, side in zip(ordered, sides, strict=True)
    ]
