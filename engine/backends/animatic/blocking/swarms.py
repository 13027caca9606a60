"""Who swims or flies in company or in circles: a school about its first fish, a wedge of geese, an eagle that wheels over the field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.shoal import MOST, Shoal
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Act, Beat, Player
from engine.plan.crowds import count_of
from engine.plan.orders import ShotOrder

_CIRCLES = re.compile(
    r"\bcircl(?:es?|ed|ing)\b|\bin circles\b|\bwheel(?:s|ed|ing)? (?:over|above|in|through|about|round|around)|盘旋|绕圈|转圈|兜圈|打转|绕着",
    re.I,
)
_FEW = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "several": 6,
    "some": 5,
    "a few": 4,
    "many": 12,
}
_FEW_ZH = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "几": 5, "数": 6, "许多": 12}
_GOES = frozenset({Act.WALK, Act.RUN, Act.FLY})
_ALOFT = re.compile(r"\b(?:above|overhead|over|in the (?:sky|air))\b|盘旋|[空天][中上]", re.I)
_UP = 1.2
"""Metres over the ground at which one circles at least."""
_BEHIND = 0.35
"""Metres by which the others are behind the first."""


def circling(order: ShotOrder, players: Sequence[Player]) -> tuple[Player, ...]:
    """The players, with those going round who are said to circle in the water or the air."""
    if not _CIRCLES.search(order.action):
        return tuple(players)
    aloft = _ALOFT.search(order.action) is not None
    return tuple(_round(player) if _is_free(player, aloft=aloft) else player for player in players)


def _is_free(player: Player, *, aloft: bool) -> bool:
    """Whether nothing holds it to the ground: a bird that flies, or is said to be up there."""
    if isinstance(player.puppet, Bird):
        return aloft or any(beat.act is Act.FLY for beat in player.beats)
    return isinstance(player.puppet, Creature) and player.puppet.kind.habit in ("swim", "soar", "flutter", "hover")


def _round(player: Player) -> Player:
    going = [beat for beat in player.beats if beat.act in _GOES] or list(player.beats)
    if any(beat.act in (Act.EXIT, Act.ENTER) for beat in player.beats):
        return player
    middle = sum(beat.x0 + beat.x1 for beat in going) / (2 * len(going))
    first, last = player.beats[0], player.beats[-1]
    whole = Beat(Act.FLY, min(0.0, first.start), last.end, middle, middle, 78.0, going[0].lift, "circle")
    flies = isinstance(player.puppet, Bird)
    return replace(
        player, beats=(whole,), lift=max(player.lift, _UP + 0.3 * player.puppet.height) if flies else player.lift
    )


def with_others(order: ShotOrder, players: Sequence[Player]) -> tuple[Player, ...]:
    """The players, and behind the first of a school or a flock all the others."""
    more: list[Player] = []
    for player in players:
        count = min(MOST, _count(order.action, player) - 1) if _swarms(player) else 0
        if count > 0 and isinstance(player.puppet, Bird | Creature):
            more.append(
                replace(
                    player,
                    name=f"{player.name} …",
                    puppet=Shoal(player.puppet, count),
                    speeches=(),
                    z=player.z + _BEHIND,
                    is_thing=True,
                )
            )
    return (*more, *players)


def _swarms(player: Player) -> bool:
    if player.is_thing or player.puppet.width > 4:
        return False
    if isinstance(player.puppet, Bird):
        return player.beats[0].act is Act.FLY
    return isinstance(player.puppet, Creature) and player.puppet.kind.habit in ("swim", "flutter", "hover", "drift")


def _count(action: str, player: Player) -> int:
    """How many of them the words say there are; 0 where they say nothing."""
    spelled = re.sub(r"\d+$", "", player.name).strip().lower()
    found = max(count_of(action, spelled), count_of(action, spelled + "s"))
    if found:
        return found
    plural = rf"{re.escape(spelled)}(?:e?s)?"
    for word, number in _FEW.items():
        if re.search(rf"\b{word}\s+(?:\w+\s+)?{plural}\b", action, re.I):
            return number
    for word, number in _FEW_ZH.items():
        if not spelled.isascii() and re.search(rf"{word}[条只头尾]{re.escape(spelled)}", action):
            return number
    return 0
