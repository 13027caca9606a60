"""Who is carried in somebody's arms or on a back: children and small beasts, by the words of an action.

A child in its mother's arms is no prop: it keeps its own puppet and face, so it is set on her arm as a rider on a mount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.riding import HIPS, seated_on
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.stage import Act, Beat, Player
from engine.plan.names import Mention, names_of

_CARRIES = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying)|cradl(?:es|ed|ing)|scoops?|lifts|lifted|lifting|picks (?=\w+ up)|picks up|hoists)\b"
    r"|(?:抱|背)(?:着|起|上|了)",
    re.I,
)
_HOLDS = re.compile(r"\b(?:holds|holding|held|takes|took|has)\b|(?:抱|搂|背)", re.I)
_IN_ARMS = re.compile(
    r"\b(?:in|into|on) (?:the |his |her |their |its )?(?:\w+'s )?(?:arms|back|hip|lap|shoulders)\b|怀里|怀中|背上|肩上",
    re.I,
)
_NOT_IT = re.compile(r"^\s*(?:['’]s?\b|的)")
"""What is carried is then a thing of theirs."""
_CLAUSE = re.compile(r"[.!?。！？;；\n]+")
_NEAR = 22  # letters between the verb and whom it carries
_SMALLER = 0.8  # of the carrier's height
_BEAST = 1.0  # metres long: a cat, a lamb, a small dog
_MOUNTED = 0.3  # metres: who was lifted onto a horse sits there
_ARM, _LAP = 0.42, 0.26  # of the carrier's height: where the forearm is, and the lap of who sits


def in_arms(action: str, players: Sequence[Player], known: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Player, ...]:
    """The players, with the carried ones on their carriers' arms. `known` are names with aliases."""
    on_stage = {player.name: player for player in players}
    carried = {
        child: carrier
        for child, carrier in _told(action, [k for k in known if k[0] in on_stage])
        if _is_carried_by(on_stage[child], on_stage[carrier])
    }
    return tuple(
        _on_arm(player, on_stage[carried[player.name]])
        if player.name in carried
        else replace(player, carries=player.carries or player.name in carried.values())
        for player in players
    )


def _told(action: str, known: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    """(carried, carrier) wherever the words say so."""
    names = names_of(tuple(known))
    found: list[tuple[str, str]] = []
    for clause in _CLAUSE.split(action):
        mentions = names.mentions(clause)
        verbs = [*_CARRIES.finditer(clause), *(_HOLDS.finditer(clause) if _IN_ARMS.search(clause) else ())]
        for verb in verbs:
            found += _by_verb(clause, verb, mentions)
        told = _IN_ARMS.search(clause)
        if not verbs and told and mentions and len(known) == 2:  # "Leo is asleep in her arms"
            child = mentions[0].name
            found += [(child, name) for name, _ in known if name != child and mentions[0].end <= told.start()]
    return found


def _by_verb(clause: str, verb: re.Match[str], mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    doers = [m.name for m in mentions if m.end <= verb.start()]
    after = [m for m in mentions if 0 <= m.start - verb.end() <= _NEAR and not _NOT_IT.match(clause[m.end :])]
    return [(after[0].name, doers[-1])] if doers and after and after[0].name != doers[-1] else []


def _is_carried_by(child: Player, carrier: Player) -> bool:
    if not isinstance(carrier.puppet, Person) or child.lift > _MOUNTED:
        return False
    if isinstance(child.puppet, Quadruped):
        return child.puppet.width <= _BEAST
    return isinstance(child.puppet, Person) and child.puppet.height <= _SMALLER * carrier.puppet.height


def _on_arm(child: Player, carrier: Player) -> Player:
    """Sitting on the forearm before the carrier's chest, on the side it faces."""
    reach = 0.17 * carrier.puppet.height
    hips = HIPS * child.puppet.height if isinstance(child.puppet, Person) else 0.0
    sits = all(beat.act is Act.SIT for beat in carrier.beats)
    rest = (_LAP if sits else _ARM) * carrier.puppet.height
    held = seated_on(child, carrier, 0.0)
    beats = tuple(_ahead(beat, reach) for beat in held.beats)
    return replace(held, beats=beats, z=carrier.z - 0.03, lift=carrier.lift + rest - hips, seat="none")


def _ahead(beat: Beat, reach: float) -> Beat:
    way = reach if beat.yaw >= 0 else -reach
    return replace(beat, x0=beat.x0 + way, x1=beat.x1 + way)
