"""Where the props stand: in a hand, in the air, beside somebody, or in the free room behind the players.

A held thing copies its holder's beats, so it goes wherever the hand goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.reading import Names, Reading
from engine.backends.animatic.stage import Act, Beat, Player, Puppet
from engine.film.setup import Size
from engine.plan.orders import ShotOrder

_PAINTED = re.compile(
    r"^(?:the |full |crescent )?(?:moon|sun|stars?|sky|clouds?|snow|rain|fog|mist|wind|sea|ocean|water|waves?|shore"
    r"|beach|river|mountains?|hills?|forest|trees?|street|road|room|floor|wall|ground|grass|horizon|night|sunrise|sunset"
    r"|moonlight|city|town|snowflakes?|storm|lightning)$"
    r"|^(?:月|月亮|明月|一轮月亮|太阳|日|星|星星|天|天空|云|雪|大雪|白雪|雨|雾|风|海|江|河|水|江水|海水|浪|山|群山|树|森林"
    r"|路|山路|街|房间|墙|地|草|夜|满江|江面|水面|岸|江边|海边|江心)$",
    re.I,
)
"""Nouns that the set or the weather paints."""

_HOLDING = re.compile(
    r"\b(?:hold|carr|with|take|took|give|gave|bring|brought|grab|pick|wave|read|lift|raise|offer|hand|clutch|hug|show|wear"
    r"|swing|play|open|drink|eat|throw|tie|pull)\w*\b"
    r"|拿|提|握|撑|抱|捧|带|执|端|举|送|给|递|拉|弹|吹|喝|吃|抓|扔|打着|拄|背|放下|持",
    re.I,
)
_UMBRELLA = re.compile(r"umbrella|parasol|伞", re.I)
_FLOATS = re.compile(r"balloon|kite|气球|风筝|孔明灯|天灯|bubble|泡泡|feather|butterfly|蝴蝶|leaf|leaves|花瓣|叶", re.I)
_LAID = Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP
_HAND, _BIG = 0.9, 1.6  # heights in units: what a hand can hold, what must stand behind the players


@dataclass(frozen=True, slots=True)
class Thing:
    """A prop with its puppet."""

    name: str
    puppet: Puppet


def place_things(
    players: Sequence[Player], things: Sequence[Thing], reading: Reading, order: ShotOrder, seconds: float
) -> tuple[Player, ...]:
    """The players with their props, farthest first. Nouns that the set paints (moon, snow, sea) are left to it."""
    taken = {player.name for player in players}
    placed: list[Player] = list(players)
    free = 0
    for thing in things:
        if thing.name in taken or _PAINTED.match(thing.name.strip()):
            continue
        holder = _holder(thing, players, order.action, things)
        if holder is not None:
            placed.append(_held(thing, holder))
        elif not players:
            placed.append(_alone(thing, free, order, seconds))
            free += 1
        else:
            placed.append(_beside(thing, players, reading, free, seconds))
            free += 1
    return tuple(sorted(placed, key=lambda player: -player.z))


def _holder(thing: Thing, players: Sequence[Player], action: str, things: Sequence[Thing]) -> Player | None:
    """Who holds it: the player named last before a holding word that stands before the thing, in the same sentence."""
    if thing.puppet.height > _HAND and not _UMBRELLA.search(thing.name):
        return None
    names = Names([(player.name, ()) for player in players] + [(other.name, ()) for other in things])
    for sentence in re.split(r"[.!?。！？\n]", action):
        mentions = names.mentions(sentence)
        at = next((m.start for m in mentions if m.name == thing.name), None)
        if at is None or not _HOLDING.search(sentence[:at]):
            continue
        before = [m.name for m in mentions if m.start < at]
        for name in reversed(before):
            holder = next((player for player in players if player.name == name), None)
            if holder is not None:
                return holder
        return players[0] if players else None
    return None


def _held(thing: Thing, holder: Player) -> Player:
    """In the hand on the side the holder faces (an animal: in its mouth; an umbrella: over the head)."""
    tall = holder.puppet.height > holder.puppet.width
    over = bool(_UMBRELLA.search(thing.name))
    reach = 0.0 if over else (0.19 * holder.puppet.height if tall else 0.5 * holder.puppet.width)
    up = holder.puppet.eye_line * (0.62 if tall else 0.86) - (
        0 if _FLOATS.search(thing.name) else thing.puppet.height / 2
    )
    lift = holder.lift + (holder.puppet.height * 0.45 if over else max(0.05, up))
    beats = tuple(
        replace(beat, x0=beat.x0 + reach * _facing(beat), x1=beat.x1 + reach * _facing(beat)) for beat in holder.beats
    )
    return Player(thing.name, thing.puppet, beats, z=holder.z - 0.01, lift=lift, seed=holder.seed, is_thing=True)


def _facing(beat: Beat) -> int:
    return 1 if beat.yaw >= 0 else -1


def _alone(thing: Thing, place: int, order: ShotOrder, seconds: float) -> Player:
    """A shot of things: the first in the middle, the others beside it. A small one in a close size is lifted to the eye."""
    x = 0.0 if place == 0 else (0.6 + thing.puppet.width) * (-1) ** place * ((place + 1) // 2)
    small = thing.puppet.height < _HAND
    lift = 1.9 if _FLOATS.search(thing.name) else 1.0 if small and order.setup.size in _LAID else 0.0
    beat = Beat(Act.STAND, 0.0, seconds, x, x, 0.0)
    return Player(thing.name, thing.puppet, (beat,), z=0.02 * place, lift=lift, seed=place, is_thing=True)


def _beside(thing: Thing, players: Sequence[Player], reading: Reading, place: int, seconds: float) -> Player:
    """Next to the company, alternately right and left; what is tall stands behind, what floats hangs in the air."""
    left = min(player.beats[-1].x1 - player.puppet.width / 2 for player in players)
    right = max(player.beats[-1].x1 + player.puppet.width / 2 for player in players)
    step = thing.puppet.width / 2 + 0.15 + 0.35 * (place // 2)
    big = thing.puppet.height > _BIG
    x = (right + step if place % 2 == 0 else left - step) * (0.8 if big else 1.0)
    floats = bool(_FLOATS.search(thing.name)) or any(deed.act is Act.FLY for deed in reading.of(thing.name))
    z = (0.9 if big else 0.12) + 0.02 * place + (players[0].z if players else 0.0)
    lift = max(player.puppet.height for player in players) * 0.75 if floats else players[0].lift
    beat = Beat(Act.FLY if floats else Act.STAND, 0.0, seconds, x, x, 0.0)
    return Player(thing.name, thing.puppet, (beat,), z=z, lift=lift, seed=place, is_thing=True)
