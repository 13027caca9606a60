"""Who gets off a train or into a car goes through its door, out of a boat over its side, down from a plane at its stairs.

Laid over the beats at the end: the vehicle is moved so that its door is behind the mark, since the camera frames the people, and
the way from there leads toward us. Whoever boards ends in the door with the back to us.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.puppets.casting import prop_for
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.sets.waters import LEVELS, SHORES
from engine.backends.animatic.stage import Act, Beat, Player, Puppet, SetKind, Staging
from engine.film.setup import Angle
from engine.plan.names import names_of

_DOORS: dict[str, tuple[float, float]] = {
    "train": (-0.20, 0.35), "bus": (0.32, 0.2), "car": (0.08, 0.12), "aeroplane": (0.28, 0.9), "helicopter": (0.18, 0.5),
    "rocket": (0.0, 0.7), "spaceship": (0.12, 0.7), "carriage": (-0.30, 0.7), "truck": (0.27, 0.7), "van": (0.18, 0.3),
    "tram": (-0.43, 0.35), "ship": (0.0, 1.3), "rowing boat": (-0.25, 0.35), "sailing boat": (-0.25, 0.5),
}  # fmt: skip
"""Of a vehicle seen from its side: how far ahead of its middle the door is (shares of its length), and how high its floor (metres)."""
_ELSE = (0.1, 0.4)

_VEHICLES = (
    r"trains?|carriage|coach|bus|tram|car|taxi|cab|van|truck|lorry|jeep|limousine|(?:air)?plane|aeroplane|jet|helicopter|rocket|spaceship|spacecraft"
    r"|lander|capsule|ship|ferry|boat|rowboat|canoe|raft|dinghy|yacht|gondola|sampan|wagon|cart|sled|sleigh"
)
_VEHICLES_ZH = "火车|列车|车厢|地铁|公交车|公交|大巴|电车|汽车|轿车|出租车|卡车|马车|车|飞机|直升机|火箭|飞船|登陆舱|轮船|渡轮|小船|木船|船|舟"
_OFF = re.compile(
    rf"\b(?:steps?|stepped|stepping|gets?|getting|got|climbs?|climbing|jumps?|hops?|comes?|walks?|leaps?|alights?|disembarks?|emerges?|exits?|descends?|clambers?|tumbles?|piles?|rushes|runs?)\s+"
    rf"(?:down\s+)?(?:off|out of|out|from|down from|off of)?\s*(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}?(?:{_VEHICLES})\b"
    rf"|\b(?:gets?|steps?|jumps?|hops?|climbs?) (?:off|out)(?=[.,;]|$| and\b)|\b(?:disembark|alight)s?\b"
    rf"|下(?:了|火车|公交|汽车|飞机|马车|船|车|地铁)|(?:从|自)[^，。]{{0,8}}(?:{_VEHICLES_ZH})[^，。]{{0,3}}[走跳爬钻下跨]|[走跳爬钻跨](?:出|下)(?:了)?[^，。]{{0,5}}(?:{_VEHICLES_ZH})",
    re.I,
)
_LEAVES = re.compile(r"\b(?:off|out|from|down|alights?|disembarks?|exits?|emerges?|descends?)\b|[下出]|从", re.I)
_ON = re.compile(
    rf"\b(?:gets?|getting|got|steps?|stepping|climbs?|climbing|jumps?|hops?|leaps?|clambers?|goes|piles?)\s+(?:up\s+)?(?:on|onto|on to|into|in|aboard|on board|up into)"
    rf"\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{_VEHICLES})\b"
    rf"|\bboards?\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{_VEHICLES})\b"
    rf"|(?:上|登上|踏上|跳上|坐上|坐进|钻进|走进|挤上|爬上|跨上|走上)了?[^，。]{{0,6}}(?:{_VEHICLES_ZH})",
    re.I,
)
_SENTENCE = re.compile(r"[.!?。！？；;\n]+")
_THROUGH, _HELD = 1.6, 0.7
"""Seconds from the door to the mark, and how long somebody is seen in the door."""
_OUT = 1.25  # metres from the vehicle's side to the mark
_FORWARD = 0.9  # and along it


def through_doors(staging: Staging, action: str, company: Sequence[tuple[str, tuple[str, ...]]]) -> Staging:
    """The staging with everybody who boards or leaves a vehicle that is there on the way through its door."""
    if staging.setup.angle is Angle.BIRDS_EYE:
        return staging
    told = _told(action, company)
    goers = [p for p in staging.players if p.name in told and isinstance(p.puppet, Person)]
    vehicles = [p for p in staging.players if _has_a_door(p.puppet)] or (_brought(action) if goers else [])
    if not vehicles or not goers:
        return staging
    ashore = {
        p.name: replace(p, z=0.02 * n) if p.z > _OUT else p for n, p in enumerate(goers)
    }  # who boards is not there yet
    staging = replace(staging, players=tuple(ashore.get(p.name, p) for p in staging.players))
    goers = list(ashore.values())
    vehicle = min(vehicles, key=lambda v: (not _is_named(v.name, action), v.z))
    parked = _parked(vehicle, goers, staging)
    ways = {p.name: _way(p, parked, told[p.name], n, staging.seconds) for n, p in enumerate(goers)}
    players = [parked, *(ways.get(p.name, p) for p in staging.players if p is not vehicle)]
    return replace(staging, players=tuple(sorted(players, key=lambda p: -p.z)))


def _brought(action: str) -> list[Player]:
    """The vehicle that is named where nothing else has brought it: at a station the train is part of the place."""
    way = next((found for found in (_OFF.search(action), _ON.search(action)) if found), None)
    nouns = re.findall(rf"\b(?:{_VEHICLES})\b|{_VEHICLES_ZH}", way.group() if way else "", re.I)
    puppet = prop_for(nouns[-1], nouns[-1], ()) if nouns and nouns[-1] != "车" else None
    still = (Beat(Act.STAND, 0.0, 1.0, 0.0, 0.0, 80.0),)
    return [Player(nouns[-1], puppet, still, is_thing=True)] if puppet is not None and _has_a_door(puppet) else []


def _has_a_door(puppet: Puppet) -> bool:
    """Whether one is inside it and not astride it."""
    return isinstance(puppet, Vehicle) and puppet.model.cut in _DOORS


def _told(action: str, company: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, bool]:
    """Name -> whether they board (else they leave), of everybody who does; the last that is told counts."""
    names = names_of(tuple(company))
    found: dict[str, bool] = {}
    last: list[str] = []
    for sentence in _SENTENCE.split(action):
        mentions = names.mentions(sentence)
        for pattern in (_OFF, _ON):
            way = pattern.search(sentence)
            if way is None or (pattern is _OFF and not _LEAVES.search(way.group())):
                continue
            doers = [m.name for m in mentions if m.start < way.start()] or last or [name for name, _ in company[:1]]
            found |= dict.fromkeys(doers, pattern is _ON)
        last = [m.name for m in mentions] or last
    return found


def _is_named(name: str, action: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(name)}", action, re.I) is not None


def _door(vehicle: Player) -> tuple[float, float]:
    puppet = vehicle.puppet
    return _DOORS.get(puppet.model.cut, _ELSE) if isinstance(puppet, Vehicle) else _ELSE


def _parked(vehicle: Player, goers: Sequence[Player], staging: Staging) -> Player:
    """The vehicle side on behind those who come and go, its door at their backs; a boat lies on the water where there is some."""
    ahead, _ = _door(vehicle)
    at = sum(p.beats[-1].x1 for p in goers) / len(goers) - _FORWARD
    moves = any(abs(beat.x1 - beat.x0) > 0.1 for beat in vehicle.beats)
    shift = at - ahead * vehicle.puppet.width - vehicle.beats[-1].x1
    end = vehicle.beats[-1].end
    beats = (
        tuple(replace(beat, x0=beat.x0 + shift, x1=beat.x1 + shift) for beat in vehicle.beats)
        if moves and vehicle.beats[-1].yaw >= 0
        else (Beat(Act.STAND, 0.0, end, vehicle.beats[-1].x1 + shift, vehicle.beats[-1].x1 + shift, 80.0),)
    )
    floats = isinstance(vehicle.puppet, Vehicle) and vehicle.puppet.model.afloat
    kind: SetKind = staging.scenery.kind
    z = SHORES[kind] + 0.4 if floats and kind in SHORES else min(p.z for p in goers) + _OUT
    lift = LEVELS.get(kind, 0.0) if floats and kind in SHORES else 0.0
    return replace(vehicle, beats=beats, z=z, lift=lift)


def _way(player: Player, vehicle: Player, boards: bool, place: int, seconds: float) -> Player:
    """Out of the door and to the mark, or the other way; who comes second waits until the first is through."""
    ahead, floor = _door(vehicle)
    stop = vehicle.beats[-1]
    arrived = next((b.end for b in reversed(vehicle.beats) if abs(b.x1 - b.x0) > 0.1), 0.0)
    door = stop.x1 + ahead * vehicle.puppet.width
    deep = vehicle.z - player.z - 0.04
    mark, rest = player.beats[-1].x1, player.beats[-1].yaw
    floor += vehicle.lift
    start = min(arrived + 0.9 * place, max(0.0, seconds - _THROUGH - _HELD))
    if boards:
        middle = start + _HELD
        beats = (
            Beat(Act.STAND, 0.0, middle, mark, mark, -38.0),
            Beat(Act.WALK, middle, middle + _THROUGH, mark, door, 150.0, 0.0, z0=0.0, z1=deep),
            Beat(Act.STAND, middle + _THROUGH, max(seconds, middle + _THROUGH + 0.1), door, door, 165.0, floor, z0=deep, z1=deep),
        )  # fmt: skip
    else:
        out = start + _HELD
        beats = (
            Beat(Act.STAND, 0.0, out, door, door, 20.0, floor, z0=deep, z1=deep),
            Beat(Act.WALK, out, out + _THROUGH, door, mark, 25.0, 0.0, z0=deep, z1=0.0),
            *_after(player, out + _THROUGH, seconds, mark, rest),
        )
    return replace(player, beats=beats, lift=0.0, seat=None if player.seat == "none" else player.seat)


def _after(player: Player, since: float, seconds: float, mark: float, rest: float) -> tuple[Beat, ...]:
    """What is done once they are there: what the beats told after the way, else they stand."""
    later = [
        b for b in player.beats if b.act not in (Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.STAND, Act.SIT, Act.FALL)
    ]
    rest = rest if abs(rest) < 60 else 38.0
    if not later or seconds - since < 0.6:
        return (Beat(Act.STAND, since, max(seconds, since + 0.1), mark, mark, rest),)
    share = (seconds - since) / len(later)
    return tuple(
        replace(b, start=since + n * share, end=since + (n + 1) * share, x0=mark, x1=mark, lift=0.0)
        for n, b in enumerate(later)
    )
