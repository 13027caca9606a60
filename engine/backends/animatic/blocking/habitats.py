"""Where creatures and craft belong: a whale in the water and not on the beach, a saucer in the air, fish half way up an underwater scene.

Marks chalk a row on the ground, as for people; here those who never stand on the ground are moved to where they live, with whoever
rides on them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.marks import Mark
from engine.backends.animatic.blocking.parts import Part
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.sets.sea import is_afloat
from engine.backends.animatic.sets.waters import LEVELS, SHORES
from engine.backends.animatic.stage import Act, Beat, Player, Puppet, SetOrder
from engine.plan.deeds import Reading
from engine.plan.orders import ShotOrder, SubjectOrder

_SUNK = 0.40
"""How much of a swimmer's height is under water at the surface."""
_AFLOAT = re.compile(
    r"\b(?:swims?|swam|swimming|floats?|floating|drifts?|drifting|paddles?|bobs?|on the (?:water|lake|pond|river))\b|[游浮漂]|水[面上中里]|[湖河江塘池][面上中里]",
    re.I,
)
_ALOFT = re.compile(
    r"\b(?:flies|fly|flew|flying|hovers?|hovering|soars?|soaring|floats?|glides?|circles|takes? off|rises|climbs|in the (?:sky|air)|overhead|above)\b|[飞翔]|盘旋|悬[停浮在]|升空|起飞|掠过|空中|天上",
    re.I,
)
_LANDED = re.compile(
    r"\b(?:parked|landed|grounded|on the (?:ground|runway|tarmac|grass|beach)|crashed|wreck)\b|停在|降落在|坠毁|残骸|地上",
    re.I,
)
_HANGS = frozenset({"flutter", "hover", "soar"})


def at_home(
    people: Sequence[SubjectOrder],
    puppets: Sequence[Puppet],
    marks: Sequence[Mark],
    order: ShotOrder,
    place: SetOrder,
    reading: Reading,
    riders: Mapping[str, str],
) -> tuple[Mark, ...]:
    """The marks, with swimmers in the water and flyers in the air."""
    company = [
        p.height for s, p in zip(people, puppets, strict=True) if not _lives_elsewhere(p) and s.name not in riders
    ]
    moved = [
        mark if person.name in riders else _moved(person, puppet, mark, order, place, reading, company)
        for person, puppet, mark in zip(people, puppets, marks, strict=True)
    ]
    at = {person.name: i for i, person in enumerate(people)}
    for rider, mount in riders.items():
        if rider in at and mount in at:
            i, j = at[rider], at[mount]
            z = moved[i].z + moved[j].z - marks[j].z
            if isinstance(puppets[j], Bird | Creature):  # astride: a leg hangs on our side
                z = moved[j].z - 0.02
            moved[i] = replace(moved[i], z=z, lift=moved[i].lift + moved[j].lift - marks[j].lift)
    return tuple(moved)


_LANDS = r"\b(?:lands?|landed|alights?|settles?|touch(?:es)? down|comes? to rest|swoops? down)\b|[落降]|停[在到]"
_FOOTED = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT})


def on_the_wing(part: Part, player: Player, action: str) -> Player:
    """Who is in the air flies in and out and does not walk there; who stands first takes off from the ground, and who lands comes
    down to it. What is long keeps its heading, in the air or not."""
    if not isinstance(player.puppet, Bird | Creature | Vehicle):
        return player
    player = _keeping_its_heading(player)
    if not part.mark.airborne:
        return player
    if isinstance(player.puppet, Creature) and player.puppet.swims:
        return player
    gone = next((i for i, beat in enumerate(player.beats) if beat.act is Act.EXIT), len(player.beats))
    beats = [replace(b, act=Act.FLY) if b.act in _FOOTED or i > gone else b for i, b in enumerate(player.beats)]
    flying = [i for i, beat in enumerate(beats) if beat.act is Act.FLY]
    if not flying:
        return player
    last = beats[-1]
    if flying[-1] == len(beats) - 1 and last.end - last.start > 1.2 and _lands(part, action):
        down = last.start + 0.72 * (last.end - last.start)
        beats = [
            *beats[:-1],
            replace(last, end=down),
            replace(last, act=Act.STAND, start=down, x0=last.x1, yaw=_aside(last.yaw)),
        ]
    if flying[0] == 0 and beats[-1].act is Act.FLY:
        rises = _SKYWARD.search(action) is not None and not part.mark.vehicle
        return _into_the_sky(replace(player, beats=tuple(beats))) if rises else replace(player, beats=tuple(beats))
    aloft = [
        replace(b, lift=b.lift + player.lift) if b.act is Act.FLY and _stays_up(beats, i) else b
        for i, b in enumerate(beats)
    ]
    return replace(player, beats=tuple(aloft), lift=0.0)


_HEADING = 62.0
"""Yaw (degrees) of what has stopped and still points the way it came."""


def _keeping_its_heading(player: Player) -> Player:
    """A bus that has arrived does not turn round to look at its passengers, nor does a fish."""
    if isinstance(player.puppet, Bird) or player.puppet.width < 1.2 * player.puppet.height:
        return player
    beats: list[Beat] = []
    for beat in player.beats:
        before = beats[-1] if beats else beat
        came = before.yaw if abs(before.yaw) > 45 else 0.0
        stops = beat.act in (Act.STAND, Act.LOOK, Act.TALK) and abs(beat.x1 - beat.x0) < 0.02
        beats.append(replace(beat, yaw=math.copysign(_HEADING, came)) if came and stops else beat)
    return replace(player, beats=tuple(beats))


_SKYWARD = re.compile(
    r"\b(?:fl(?:y|ies|ew|ying)|soar\w*|flutter\w*|wheel\w*|burst\w*|shoot\w*|shot|ris(?:es|ing|e)|rose|climb\w*) (?:straight |high )?(?:up|into the (?:\w+ )?(?:sky|air|clouds))\b"
    r"|\bskywards?\b|\b(?:takes?|took|taking) (?:wing|flight|off|to the (?:air|sky))\b|飞[起上]|飞[向入进往](?:了)?(?:蓝|夜|高|天)?[空天云]|冲[天上]|腾空|升空|一飞",
    re.I,
)
_LEAST_RISE, _RISE = 0.4, 2.2
"""Metres, and heights of its own, that it rises while we look."""


def _into_the_sky(player: Player) -> Player:
    """From near the ground, and still rising when the shot ends: nobody who flies up into the sky stays level."""
    rise = max(_LEAST_RISE, _RISE * player.puppet.height)
    gone = [(b.end - player.beats[0].start) / player.beats[-1].end for b in player.beats]
    beats = tuple(replace(b, lift=b.lift + rise * k) for b, k in zip(player.beats, gone, strict=True))
    return replace(player, beats=beats, lift=max(0.1, player.lift - 0.5 * rise))


def _stays_up(beats: Sequence[Beat], i: int) -> bool:
    """Whether it is still in the air when the beat is over: a landing is a glide of its own."""
    return i + 1 == len(beats) or beats[i + 1].act is Act.FLY


def off_the_quay(marks: Sequence[Mark], ashore: Sequence[bool], place: SetOrder) -> tuple[Mark, ...]:
    """The marks, with those afloat below a quay further out when nobody in the picture stands on it: its edge hides what lies
    right under it. `ashore` says of each whether it must be beside the others all the same (a back in the foreground need not)."""
    if not -2 < LEVELS.get(place.kind, 0.0) < 0 or any(
        mark.lift >= 0 for mark, on in zip(marks, ashore, strict=True) if on
    ):
        return tuple(marks)
    return tuple(replace(mark, z=mark.z + _OFFING) if mark.lift < 0 else mark for mark in marks)


_OFFING = 4.0
"""Metres of water between a quay and a boat that is looked at from it."""


def _aside(yaw: float) -> float:
    return 52.0 if yaw >= 0 else -52.0


def _lands(part: Part, action: str) -> bool:
    spelled = "|".join(re.escape(name) for name in (part.order.name, *part.order.aliases))
    return re.search(rf"(?:{spelled})[^.!?。！？]*?(?:{_LANDS})", action, re.I) is not None


def _lives_elsewhere(puppet: Puppet) -> bool:
    """Whether the ground is not where it belongs."""
    if isinstance(puppet, Creature):
        return puppet.swims or puppet.kind.habit in _HANGS
    return isinstance(puppet, Vehicle) and puppet.model.winged


def _moved(
    person: SubjectOrder, puppet: Puppet, mark: Mark, order: ShotOrder, place: SetOrder, reading: Reading, company: Sequence[float]
) -> Mark:  # fmt: skip
    if isinstance(puppet, Creature) and puppet.swims:
        return _in_water(puppet, mark, place, company)
    if isinstance(puppet, Bird) and puppet.plumage.style == "swimmer" and _AFLOAT.search(order.action):
        flies = any(deed.act is Act.FLY for deed in reading.of(person.name))
        return mark if flies or place.kind not in SHORES else _at_surface(puppet, mark, place, 0.10)
    if _is_aloft(puppet, person, order, reading) and not mark.airborne:
        return replace(mark, lift=mark.lift + _altitude(puppet, company), airborne=True)
    return mark


def _is_aloft(puppet: Puppet, person: SubjectOrder, order: ShotOrder, reading: Reading) -> bool:
    if not _lives_elsewhere(puppet) or _LANDED.search(order.action):
        return False
    flies = any(deed.act is Act.FLY for deed in reading.of(person.name))
    always = isinstance(puppet, Creature) and puppet.kind.habit == "hover"
    return always or flies or bool(_ALOFT.search(order.action))


def _in_water(puppet: Puppet, mark: Mark, place: SetOrder, company: Sequence[float]) -> Mark:
    if place.kind == "underwater":
        return replace(mark, lift=max(0.25, 0.55 * max(company, default=1.6) - 0.3 * puppet.height), airborne=True)
    if place.kind in SHORES:
        return _at_surface(puppet, mark, place, _SUNK)
    return mark


def _at_surface(puppet: Puppet, mark: Mark, place: SetOrder, sunk: float) -> Mark:
    """Out on the water, cut by it."""
    out = 0.0 if place.kind == "sea" and is_afloat(place) else SHORES[place.kind] + 0.5
    return replace(mark, z=mark.z + out, lift=LEVELS.get(place.kind, 0.0) - sunk * puppet.height)


def _altitude(puppet: Puppet, company: Sequence[float]) -> float:
    """How high something hangs: its own height over the ground when alone, else at the heads of the company."""
    if not company:
        return 0.8 + 0.9 * puppet.height if isinstance(puppet, Vehicle) else 0.5 + 0.35 * puppet.height
    return max(0.3, 1.25 * max(company) - 0.4 * puppet.height)
