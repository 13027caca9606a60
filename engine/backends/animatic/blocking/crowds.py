"""The rows behind the players: as many as the words say, in up to three planes, doing what the first of them do.

They are no subjects: the camera frames the players, and a crowd that it measured would make dwarfs of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.parts import puppet_of
from engine.backends.animatic.puppets.crowd import Extra, Row
from engine.backends.animatic.stage import Act, Beat, Player
from engine.film.setup import Size
from engine.plan.crowds import count_of
from engine.plan.orders import ShotOrder, SubjectOrder

_FIRST, _DEEP = 1.5, 1.05  # how far behind the players the first row is, and each behind the one before it
_ROWS = 3
_LATE, _LATE_ON_THE_WAY = 1.9, 0.12  # seconds that the last of a row is behind the first
_ABREAST, _LOOSE = 0.95, 1.8  # metres from one to the next, and how much more there is where they are few
_NO_ROOM = frozenset({Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
_TRAVELS = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT})


def crowds(order: ShotOrder, players: Sequence[Player], room: float) -> tuple[Player, ...]:
    """The players with the rows behind them, farthest first."""
    if order.setup.size in _NO_ROOM:
        return tuple(players)
    rows = [row for group in _groups(order) for row in _rows(order, group, players, room)]
    return tuple(sorted((*players, *rows), key=lambda player: -player.z))


def _groups(order: ShotOrder) -> list[tuple[list[SubjectOrder], int]]:
    """(who of it is cast, how many more there are) for each noun that several of the cast go by."""
    found: dict[str, list[SubjectOrder]] = {}
    for subject in order.cast:
        for alias in subject.aliases[:1]:
            if re.search(r"\d$", subject.name):
                found.setdefault(alias, []).append(subject)
    told = [(members, count_of(order.action, noun) - len(members)) for noun, members in found.items()]
    return [(members, more) for members, more in told if more > 0]


def _rows(
    order: ShotOrder, group: tuple[list[SubjectOrder], int], players: Sequence[Player], room: float
) -> list[Player]:
    members, more = group
    lead = next((player for player in players if player.name == members[0].name), None)
    if lead is None or not lead.beats:
        return []
    count = min(_ROWS, 1 + more // 7)
    return [_row(order, members, lead, range(n, more, count), n, room) for n in range(count)]


def _row(order: ShotOrder, members: list[SubjectOrder], lead: Player, which: range, depth: int, room: float) -> Player:
    goes = any(beat.act in _TRAVELS and abs(beat.x1 - beat.x0) > 0.1 for beat in lead.beats)
    abreast = max(_ABREAST, 0.9 * lead.puppet.width)  # horses need more room than people
    apart = abreast if goes else max(abreast, min(1.25 * room / max(1, len(which)), _LOOSE * abreast))
    middle = (len(which) - 1) / 2
    late = _LATE_ON_THE_WAY if goes else _latest(lead)
    extras = [
        _extra(members[i % len(members)], i, (n - middle + 0.45 * (depth % 2) + 0.22 * _chance(i)) * apart, late, goes)
        for n, i in enumerate(which)
    ]
    shift = 0.0 if goes else -lead.beats[-1].x1
    beats = tuple(replace(beat, x0=beat.x0 + shift, x1=beat.x1 + shift, target="", reach=0.0) for beat in lead.beats)
    z = lead.z + _FIRST + depth * _DEEP
    return Player(
        f"{members[0].name} … {depth + 1}",
        Row(extras),
        _upright(beats),
        z=z,
        lift=lead.lift,
        mood=lead.mood,
        seed=order.seed + depth,
        is_thing=True,
    )


def _upright(beats: tuple[Beat, ...]) -> tuple[Beat, ...]:
    """Who leads may do what needs another: the row only looks on."""
    return tuple(replace(beat, act=Act.STAND) if beat.act is Act.TALK else beat for beat in beats)


def _latest(lead: Player) -> float:
    """How much later than the first the last of them may begin: so much that it is still seen to do it."""
    shortest = min((b.end - b.start for b in lead.beats if b.act is not Act.STAND), default=_LATE / 0.2)
    return min(_LATE, 0.2 * shortest)


def _extra(like: SubjectOrder, i: int, x: float, latest: float, goes: bool) -> Extra:
    seed = like.look_seed + 7919 * (i + 1)
    puppet = puppet_of(like.model_copy(update={"name": f"{like.name} {i}", "look_seed": seed}))
    return Extra(puppet, x, _chance(i + 31) * latest, not goes and _chance(i + 77) > 0.5)


def _chance(i: int) -> float:
    return math.sin(i * 12.9898 + 4.1) * 43758.5453 % 1.0
