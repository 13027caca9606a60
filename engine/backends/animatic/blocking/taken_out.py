"""What is taken out of a pocket, a bag, a drawer or its sheath: nobody stoops for it, and it lies nowhere before.

The words have one performance for whatever is taken up. Where they say that it comes out of something, it stays behind whoever takes
it until the hand has it, and the hand goes no lower than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.plan.names import Mention, names_of

if TYPE_CHECKING:
    from engine.backends.animatic.stage import Player
    from engine.plan.orders import ShotOrder

_HIP = 0.42  # of the height of whoever takes it out: where it is hidden by the body
_BEHIND = 0.012
_GROUND = (
    r"(?:floor|ground|grass|sand|snow|earth|dirt|mud|dust|street|road|path|pavement|gutter|puddle|water|sea|lake|river|deck|rug"
    r"|carpet|leaves|ashes|rubble|table|desk)"
)
_DRAWS = re.compile(
    r"\b(?:produc(?:es?|ed|ing)|extracts?|(?:pull|tak|whip|draw|fish|slip|bring|dig|get)\w* out|(?:draws?|drew|drawing|unsheath\w*))\s+(?:(?!from\b|of\b)\w+\s+){0,3}$",
    re.I,
)
_FROM = re.compile(
    rf"^\s+(?:from|out of)\s+(?:under |inside |behind |within )?(?:an?|the|his|her|their|its|\w+['’]s)\s+(?!(?:\w+\s+)?{_GROUND}\b)\w",
    re.I,
)
_ON_GROUND = re.compile(rf"^\s+(?:from|out of|off)\s+(?:\w+\s+){{0,3}}?{_GROUND}\b", re.I)
_DRAWS_ZH = re.compile(r"(?:[拿取掏摸抽拔][了]?出|亮出)[来了]?[^，。；！？、]{0,8}$")
_GROUND_ZH = re.compile(r"从[^，。；！？]{0,4}(?:地|雪|草|沙滩?|水|泥|路|桌)[^，。；！？抽屉]{0,2}[拿取掏摸抽拔]")


def taken_out(players: Sequence[Player], order: ShotOrder) -> tuple[Player, ...]:
    """The players, what is taken out of something hidden until then."""
    lying = {player.name for player in players if player.is_thing and player.taken_at > 0}
    things = [(prop.name, prop.aliases) for prop in order.props if prop.name in lying]
    out = {mention.name for mention in _drawn(order.action, things)} if things else set[str]()
    by_name = {player.name: player for player in players}
    for thing in [player for player in players if player.name in out]:
        holder = by_name.get(thing.carried_by)
        if holder is None:
            continue
        hidden = replace(
            thing, beats=holder.beats, lift=holder.lift + _HIP * holder.puppet.height, z=holder.z + _BEHIND
        )
        upright = tuple(replace(b, business="take") if b.business == "pick up" else b for b in holder.beats)
        by_name |= {thing.name: hidden, holder.name: replace(holder, beats=upright)}
    return tuple(by_name[player.name] for player in players)


def _drawn(action: str, things: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[Mention]:
    """Where the action has one of the things come out of something."""
    for mention in names_of(tuple(things)).mentions(action):
        before, after = action[: mention.start], action[mention.end :]
        zh = _DRAWS_ZH.search(before) and not _GROUND_ZH.search(before)
        from_where = _FROM.match(after)
        if zh or from_where or (_DRAWS.search(before) and not _ON_GROUND.match(after)):
            yield mention
