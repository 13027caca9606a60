"""What the other one does: who is given something takes it, who is hugged hugs, who is struck reels.

A deed has one doer in the words and two on the stage; the answer is cut into the beats of whoever it is done to, where those
have nothing of their own to do.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.toolbox import ONE_HANDED, uses
from engine.backends.animatic.stage import Act, Beat, Handed, Player
from engine.plan.business import named

_FREE = frozenset({Act.STAND, Act.LOOK, Act.TALK, Act.SIT})
_FLIGHT = 0.7  # seconds after which whom it is thrown to reaches for it
_FACING = 60.0
_PASSED, _LOOSED, _GRIPPED = 0.58, 0.53, 0.46  # of giving, throwing and picking up: when it leaves or meets the hand
_ON_HEELS = 0.42
"""How much lower one's shoulders are on one's heels, in heights."""
_BEHIND = 0.02  # metres
_AIR, _THROW = 0.62, 2.6  # seconds in the air, and metres


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


def met(players: Sequence[Player]) -> tuple[Player, ...]:
    """The players who do something to each other, told how far and how high the other is when they do it."""
    by_name = {player.name: player for player in players}
    told = (replace(p, beats=tuple(_measured(b, p, by_name) for b in p.beats)) for p in players)
    return tuple(_behind_the_smaller(player, by_name) for player in told)


def _behind_the_smaller(player: Player, by_name: Mapping[str, Player]) -> Player:
    """Who hugs a child does not stand before it."""
    hugged = {beat.target for beat in player.beats if "hug" in (beat.business, beat.over)} & by_name.keys()
    smaller = [by_name[name] for name in hugged if by_name[name].puppet.height < 0.85 * player.puppet.height]
    return replace(player, z=max(player.z, *(other.z + _BEHIND for other in smaller))) if smaller else player


def _measured(beat: Beat, player: Player, by_name: Mapping[str, Player]) -> Beat:
    other, business = by_name.get(beat.target), named(beat.business)
    if other is None or business is None or not beat.reach or not isinstance(other.puppet, Person | Quadruped):
        return beat
    middle = (beat.start + beat.end) / 2
    there = next((b for b in other.beats if b.start <= middle < b.end), other.beats[-1])
    share = min(1.0, max(0.0, (middle - there.start) / max(there.end - there.start, 1e-6)))
    reach = there.x0 + (there.x1 - there.x0) * share - beat.x1
    above = 0.8 * (other.puppet.height - player.puppet.height) + other.lift + there.lift - player.lift - beat.lift
    above += _ON_HEELS * player.puppet.height if beat.business == "crouch" else 0.0
    return replace(beat, reach=reach or beat.reach, above=round(above, 3))


def _answer(beat: Beat, doer: Player) -> Beat | None:
    business = named(beat.over if beat.business == "crouch" else beat.business)
    if business is None or not business.answer or not isinstance(doer.puppet, Handed) or abs(beat.x1 - beat.x0) > 0.02:
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


def handed_over(players: Sequence[Player], mentioned: Collection[str]) -> tuple[Player, ...]:
    """The players and things with what changes hands in the shot, what is picked up, and what is worked with. `mentioned` are
    the names in the action: what only comes along from an earlier shot is not what the verbs mean."""
    by_name = {player.name: player for player in players}
    for thing in [player for player in players if player.is_thing]:
        user = next((p.name for p in players if not p.is_thing and any(_works_with(b, thing) for b in p.beats)), "")
        holder = by_name.get(thing.carried_by)
        if thing.name not in mentioned:
            pocketed = holder is not None and any(_needs_both_hands(beat) for beat in holder.beats)
            by_name[thing.name] = replace(thing, used_by=thing.carried_by if pocketed else user)
            continue
        by_name[thing.name] = replace(thing, used_by=user)
        for beat in holder.beats if holder is not None else ():
            if change := _CHANGES.get(beat.business):
                changed = change(by_name[thing.name], by_name[thing.carried_by], beat, by_name)
                by_name |= {player.name: player for player in changed}
                if beat.business != "pick up":
                    break
    return tuple(by_name[player.name] for player in players)


def _works_with(beat: Beat, thing: Player) -> bool:
    return uses(beat.over or beat.business, thing.name)


def _needs_both_hands(beat: Beat) -> bool:
    name = beat.over or beat.business
    business = named(name)
    return business is not None and business.hands and name not in ONE_HANDED


def _given(thing: Player, giver: Player, beat: Beat, by_name: Mapping[str, Player]) -> tuple[Player, ...]:
    """From hand to hand."""
    taker = by_name.get(beat.target)
    if taker is None:
        return ()
    at = beat.start + _PASSED * (beat.end - beat.start)
    return (
        replace(thing, lets_go=at, handed_to=taker.name, handed_at=at),
        replace(giver, lets_go=at),
        replace(taker, takes_at=at, grip=giver.grip),
    )


def _thrown(thing: Player, thrower: Player, beat: Beat, by_name: Mapping[str, Player]) -> tuple[Player, ...]:
    """Out of the hand in a curve, into other hands or down on the ground."""
    at = beat.start + _LOOSED * (beat.end - beat.start)
    catcher = by_name.get(beat.target)
    side = math.copysign(1.0, beat.yaw)
    lands = at + _AIR
    x0, x1 = beat.x1 + 0.45 * side, beat.x1 + (beat.reach if catcher is not None else _THROW * side)
    hand = 0.72 * thrower.puppet.height
    high = 0.0 if catcher is None else 0.45 * catcher.puppet.height
    before = tuple(replace(b, end=min(b.end, thing.taken_at)) for b in thing.beats[:1]) if thing.taken_at > 0 else ()
    flight = (
        *before,
        Beat(Act.STAND, max(0.0, thing.taken_at), at, x0, x0, beat.yaw, hand),
        Beat(Act.FLY, at, lands, x0, x1, beat.yaw, high),
        Beat(Act.STAND, lands, lands + 1.0, x1, x1, beat.yaw, high),
    )
    gone = replace(thing, lets_go=at, beats=flight, lift=0.0)
    if catcher is None:
        return gone, replace(thrower, lets_go=at)
    return (
        replace(gone, handed_to=catcher.name, handed_at=lands),
        replace(thrower, lets_go=at),
        replace(catcher, takes_at=lands, grip=thrower.grip),
    )


def _picked_up(thing: Player, holder: Player, beat: Beat, by_name: Mapping[str, Player]) -> tuple[Player, ...]:
    """It lies before whoever picks it up, and then is in the hand."""
    at = beat.start + _GRIPPED * (beat.end - beat.start)
    x = beat.x1 + 0.42 * math.copysign(1.0, beat.yaw)
    lying = (Beat(Act.STAND, 0.0, max(0.1, beat.end), x, x, 0.0),)
    found = replace(thing, taken_at=at, beats=lying, lift=0.0)
    return found, replace(holder, carries=False, takes_at=at)


_CHANGES = {"give": _given, "throw": _thrown, "pick up": _picked_up}
