"""Who comes toward the camera or goes away from it: 向镜头走来, "walks off into the distance", 背影渐行渐远.

Such a way has no side: the figure faces us or turns its back, stays on its spot of the picture, and grows or shrinks with the ground
it covers. It is laid over the beats at the end, so that marks, eyelines and screen direction are made as for anybody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Beat, Player
from engine.film.setup import Angle
from engine.plan.names import names_of

_TOWARD = re.compile(
    r"\b(?:towards?|to|at|up to)\s+(?:us|(?:the\s+)?(?:camera|lens|viewer|audience))\b"
    r"|[向朝对迎]着?(?:镜头|我们|观众)[^，。]{0,4}[走跑冲来奔]|[走跑冲奔]向(?:镜头|我们|观众)|迎面(?:走|跑|冲|奔)?来",
    re.I,
)
_AWAY = re.compile(
    r"\baway from\s+(?:us|(?:the\s+)?(?:camera|lens))\b|\b(?:into|towards?) the (?:\w+ )?(?:distance|horizon|sunset|sunrise)\b"
    r"|\b(?:his|her|their) backs? to (?:us|the camera)\b|\bfrom behind\b|\brecedes?\b"
    r"|背对(?:着)?(?:镜头|我们)|背影|走远(?!的)|跑远|远去(?!的)|渐行渐远(?!的)|[向往朝](?:远处|远方|天边)|[走跑奔]向(?:远处|远方|天边|地平线)|消失在[^，。]{0,6}(?:尽头|远方|远处|地平线)",
    re.I,
)
_GOES = re.compile(
    r"\b(?:walk|run|stride|head|march|stroll|wander|limp|shuffle|trudge|rush|race|sprint|jog|step|stagger|creep|plod|recede)(?:n?ing|s|es|d|ed)?\b"
    r"|\b(?:comes?|came|coming|go|goes|going|went|ran|strode|crept|running|striding)\b|走|跑|冲|奔|远去(?!的)|渐行|来|去",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:they|both|all|the (?:two|three|four))\b|[他她]们|俩|大家|众人|[两二三四]个?(?:人|孩子|老人|朋友|兄弟|姐妹|少年|姑娘)",
    re.I,
)
_SEES_OFF = re.compile(r"目送|[望看]着[^，。]{0,8}(?:远去|走远|背影)")
"""Who sees somebody off stays."""
_RUNS = re.compile(r"\b(?:run|rush|race|sprint|jog)\w*\b|跑|冲|奔", re.I)
_CLAUSE = re.compile(r"[.!?;。！？；\n]+")
_PACE, _RUN_PACE, _FARTHEST = 1.15, 2.8, 7.0
"""Metres a second, and the most that anybody goes in a shot."""
_AIR = 0.08
"""Metres between two who go side by side."""
_TRAVELS = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT})


def in_depth(
    action: str,
    players: tuple[Player, ...],
    company: Sequence[tuple[str, tuple[str, ...]]],
    angle: Angle,
    seconds: float,
) -> tuple[Player, ...]:
    """The players, those with a way in depth on it. A bird sees no depth, and nobody grows in a point of view."""
    if angle is Angle.BIRDS_EYE:
        return players
    ways = _told(action, company)
    goers = [player for player in players if player.name in ways and isinstance(player.puppet, Person)]
    gone = {player.name: _on_the_way(player, *ways[player.name], seconds) for player in goers}
    for way in {ways[name][0] for name in gone}:
        gone |= _side_by_side([player for player in goers if ways[player.name][0] == way], gone)
    return tuple(gone.get(player.name, player) for player in players)


def _side_by_side(marks: Sequence[Player], gone: Mapping[str, Player]) -> dict[str, Player]:
    """Those who go the same way in depth, in the row they stood in: two children are not one behind the other."""
    row = sorted(marks, key=lambda player: player.beats[0].x0)
    places = [gone[player.name].beats[-1].x1 for player in row]
    wide = [0.5 * (a.puppet.width + b.puppet.width) + _AIR for a, b in pairwise(row)]
    if all(right - left > 0.5 * need for left, right, need in zip(places, places[1:], wide, strict=False)):
        return {}
    at = sum(places) / len(places) - sum(wide) / 2
    found: dict[str, Player] = {}
    for player, step in zip(row, (*wide, 0.0), strict=True):
        found[player.name] = _shifted(gone[player.name], at)
        at += step
    return found


def _shifted(player: Player, x: float) -> Player:
    """On its way in depth at another place of the picture; who has stood before goes over to it on the way."""
    *before, last = player.beats
    return replace(player, beats=(*before, replace(last, x0=last.x0 if before else x, x1=x)))


def _told(action: str, company: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[int, bool]]:
    """Name -> (1 away, -1 toward us; whether at a run)."""
    names = names_of(tuple(company))
    ways: dict[str, tuple[int, bool]] = {}
    last = ""
    for clause in _CLAUSE.split(action):
        mentioned = [mention.name for mention in names.mentions(clause)]
        doer = mentioned[0] if mentioned else last or (company[0][0] if company else "")
        last = doer
        way = 1 if _AWAY.search(clause) else -1 if _TOWARD.search(clause) else 0
        together = [name for name, _ in company] if _TOGETHER.search(clause) else [doer]
        if way and doer and _GOES.search(clause) and not _SEES_OFF.search(clause):
            ways |= dict.fromkeys(together, (way, _RUNS.search(clause) is not None))
    return ways


def _on_the_way(player: Player, way: int, runs: bool, seconds: float) -> Player:
    """The first travel (or all of the shot) becomes the way in depth."""
    travel = next((i for i, beat in enumerate(player.beats) if beat.act in _TRAVELS), None)
    start = player.beats[travel].start if travel is not None else 0.0
    before = player.beats[: travel or 0]
    x = before[-1].x1 if before else _middle(player)
    end = max(seconds, start + 1.0)
    far = min(_FARTHEST, (_RUN_PACE if runs else _PACE) * (end - start))
    z0, z1 = (0.0, far) if way > 0 else (far, 0.0)
    beat = Beat(Act.RUN if runs else Act.WALK, start, end, x, x, 180.0 if way > 0 else 4.0, z0=z0, z1=z1)
    return replace(player, beats=(*before, beat), looks_at="")


def _middle(player: Player) -> float:
    """Where somebody is who would have crossed the picture: on the mark, in its middle."""
    xs = [beat.x1 for beat in player.beats if beat.act not in (Act.EXIT, Act.ENTER)] or [0.0]
    return min(xs, key=abs)
