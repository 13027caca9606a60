"""What the other one does: who is given something takes it, who is hugged hugs, who is struck reels.

A deed has one doer in the words and two on the stage; the answer is cut into the beats of whoever it is done to, where those
have nothing of their own to do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from engine.backends.animatic.puppets.implements import uses
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Beat, Player
from engine.plan.business import named

_FREE = frozenset({Act.STAND, Act.LOOK, Act.TALK, Act.SIT})
_FLIGHT = 0.9  # seconds after which what is thrown arrives
_FACING = 60.0
_PASSED = 0.58  # of giving: when it is in the other hand


def answered(players: Sequence[Player]) -> tuple[Player, ...]:
    """The players with the answers to what is done to them."""
    by_name = {player.name: player for player in players}
    for player in players:
        for beat in player.beats:
            other = by_name.get(beat.target)
            answer = _answer(beat, player) if other is not None and isinstance(other.puppet, Person) else None
            if other is not None and answer is not None:
                by_name[other.name] = replace(other, beats=tuple(_cut_in(other.beats, answer)))
    return tuple(by_name[player.name] for player in players)


def _answer(beat: Beat, doer: Player) -> Beat | None:
    business = named(beat.business)
    if business is None or not business.answer or not isinstance(doer.puppet, Person) or abs(beat.x1 - beat.x0) > 0.02:
        return None
    start = beat.start + (_FLIGHT if business.far else 0.0)
    end = beat.end + (_FLIGHT if business.far else 0.0)
    x = beat.x1 + beat.reach
    side = -math.copysign(1.0, beat.reach) if beat.reach else 1.0
    return Beat(Act.BUSINESS, start, end, x, x, side * _FACING, 0.0, business.answer, "", doer.name, -beat.reach)


def _cut_in(beats: tuple[Beat, ...], answer: Beat) -> Iterator[Beat]:
    """The beats, with the answer in place of what was free at its time; who is busy goes on."""
    for beat in beats:
        start, end = max(beat.start, answer.start), min(beat.end, answer.end)
        free = beat.act in _FREE and not beat.business and abs(beat.x1 - beat.x0) < 0.02
        if not free or end - start < 0.3:
            yield beat
            continue
        if start > beat.start + 0.01:
            yield replace(beat, end=start)
        yield replace(answer, start=start, end=end, x0=beat.x1, x1=beat.x1, reach=answer.reach, lift=beat.lift)
        if end < beat.end - 0.01:
            yield replace(beat, start=end, yaw=answer.yaw)


def handed_over(players: Sequence[Player]) -> tuple[Player, ...]:
    """The players and things with what changes hands in the shot, and what is worked with."""
    by_name = {player.name: player for player in players}
    for thing in [player for player in players if player.is_thing]:
        user = next((p.name for p in players if not p.is_thing and any(_works_with(b, thing) for b in p.beats)), "")
        by_name[thing.name] = replace(by_name[thing.name], used_by=user)
        gift = _gift(thing, by_name)
        if gift is None:
            continue
        giver, beat = gift
        at = beat.start + _PASSED * (beat.end - beat.start)
        lands = beat.target
        by_name[thing.name] = replace(by_name[thing.name], handed_to=lands, handed_at=at)
        by_name[giver.name] = replace(giver, handed_at=at)
        by_name[lands] = replace(by_name[lands], takes_at=at)
    return tuple(by_name[player.name] for player in players)


def _works_with(beat: Beat, thing: Player) -> bool:
    return uses(beat.over or beat.business, thing.name)


def _gift(thing: Player, by_name: Mapping[str, Player]) -> tuple[Player, Beat] | None:
    """Who gives it away, and when; None for what stays where it is."""
    giver = by_name.get(thing.carried_by)
    beats = giver.beats if giver is not None else ()
    beat = next((b for b in beats if b.business == "give" and b.target in by_name), None)
    return (giver, beat) if giver is not None and beat is not None else None
