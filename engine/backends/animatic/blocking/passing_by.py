"""Who stands where a horse or a car goes by stands before it, or it would ride over them and hide their face."""

from __future__ import annotations

from dataclasses import replace

from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.stage import Act, Player, Staging

_BULKY = 1.3
"""Metres: what is longer hides a person."""
_NEARER = 0.45
"""Metres that the one who stands there is nearer to us."""
_DOWN = frozenset({Act.SIT, Act.LIE})


def clear_of_what_passes(staging: Staging) -> Staging:
    """The staging with everybody afoot before the mounts and vehicles that pass their marks, and what they hold with them."""
    passing = [p for p in staging.players if _passes(p)]
    nearer = {
        p.name: min(b.z for b in passing) - _NEARER for p in staging.players if any(_is_hidden(p, b) for b in passing)
    }
    if not nearer:
        return staging
    players = [
        replace(p, z=nearer[p.name])
        if p.name in nearer
        else replace(p, z=nearer[p.carried_by] - 0.01)
        if p.carried_by in nearer
        else p
        for p in staging.players
    ]
    return replace(staging, players=tuple(sorted(players, key=lambda p: -p.z)))


def _passes(player: Player) -> bool:
    bulky = (
        isinstance(player.puppet, Quadruped | Vehicle) and player.puppet.width > _BULKY and player.puppet.height > 0.9
    )
    return bulky and player.lift < 0.5 and any(abs(b.x1 - b.x0) > 0.5 for b in player.beats)


def _is_hidden(player: Player, big: Player) -> bool:
    """Whether somebody afoot is in the way of something big that is nearer to us."""
    afoot = isinstance(player.puppet, Person) and player.lift < 0.1 and not any(b.act in _DOWN for b in player.beats)
    if not afoot or player.z < big.z - 0.1:
        return False
    half = big.puppet.width / 2
    left, right = (edge(min(b.x0, b.x1) if edge is min else max(b.x0, b.x1) for b in big.beats) for edge in (min, max))
    return any(left - half < x < right + half for b in player.beats for x in (b.x0, b.x1)) and big.z - player.z < 0.6
