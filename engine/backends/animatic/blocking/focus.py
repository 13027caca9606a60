"""Whom the camera frames: in close sizes one (the speaker, else whoever is mentioned first), else everybody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.backends.animatic.blocking.parts import LOW_DOWN, SINGLES, TIGHT, TWO_SHOT
from engine.backends.animatic.blocking.things import Thing, is_bed
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.stage import Act, Player
from engine.film.setup import Angle, Move, Size
from engine.plan.deeds import Reading
from engine.plan.furniture import SURFACE
from engine.plan.orders import ShotOrder, SubjectOrder

_NEAR = TIGHT | {Size.FULL}
_INSERTS = TIGHT - {Size.MEDIUM, Size.MEDIUM_CLOSE}
_FACE = re.compile(r"^\W*(?:[\w.'’]+ ){0,3}?(?:\w+['’]s?|his|her) (?:\w+ )?(?:eyes?|face|lips|mouth)\b", re.I)


def shoulder_of(order: ShotOrder, people: Sequence[SubjectOrder]) -> str:
    """Whose back is in the foreground of an over-the-shoulder shot, or "": whoever does not speak first. Alone and silent,
    somebody shows us the back and what they look at."""
    if order.setup.angle is not Angle.OVER_SHOULDER or not people:
        return ""
    if len(people) == 1:
        return "" if order.lines else people[0].name
    speakers = [line.speaker for line in order.lines if not line.voice_over]
    front = speakers[0] if speakers and any(s.name == speakers[0] for s in people) else people[0].name
    return next(subject.name for subject in people if subject.name != front)


def focus_of(order: ShotOrder, players: Sequence[Player], things: Sequence[Thing], reading: Reading) -> tuple[str, ...]:
    """Whom the camera frames: in close sizes one (the speaker, else whoever is mentioned first), else everybody, measured
    on the tallest so that nobody loses a head; a vehicle's bulk does not count."""
    names = [player.name for player in players]
    if not names:
        small = [thing for thing in things if not SURFACE.search(thing.name)] if order.setup.size in _INSERTS else []
        return tuple(thing.name for thing in (small or things)[:3])
    speakers = [line.speaker for line in order.lines if not line.voice_over and line.speaker in names]
    shoulder = shoulder_of(order, order.cast)
    if shoulder:
        return tuple(name for name in names if name != shoulder)[:1]
    mentioned = [name for name in reading.mentioned if name in names or any(t.name == name for t in things)]
    face = _FACE.search(order.action) is not None  # the eyes above the mask, not the mask
    if not speakers and not face and order.setup.size in _INSERTS and (thing := _insert(order, mentioned, names)):
        return (thing,)
    lead = (speakers or [name for name in mentioned if name in names] or names)[0]
    if order.setup.size in SINGLES:
        both = _cheek_by_cheek(lead, players) or _each_at_it(lead, speakers, players, reading, order)
        return (lead, *(_behind(lead, names, reading, order) or both))
    framed = [player for player in players if not _overflows(player, order.setup.size)] or list(players)
    tallest = max(framed, key=_reach).name
    beds = [t.name for t in things if is_bed(t.name)] if any(_lies(player) for player in framed) else []
    return (tallest, *(player.name for player in framed if player.name != tallest), *beds[:1])


def _behind(lead: str, names: Sequence[str], reading: Reading, order: ShotOrder) -> tuple[str, ...]:
    """Who goes after the lead, or whom the lead goes after, where the camera goes along: it keeps both in the picture."""
    if order.setup.move is not Move.FOLLOW or order.setup.size is not Size.MEDIUM_CLOSE:
        return ()
    followed = {deed.target for deed in reading.of(lead) if deed.trails}
    return tuple(
        n for n in names if n in followed or (n != lead and any(d.trails and d.target == lead for d in reading.of(n)))
    )[:1]


def _each_at_it(
    lead: str, speakers: Sequence[str], players: Sequence[Player], reading: Reading, order: ShotOrder
) -> tuple[str, ...]:
    """The other of two in a medium close shot, where each has a sentence of his own and nobody speaks: both are seen."""
    if order.setup.size is not Size.MEDIUM_CLOSE or speakers or len(players) != 2:
        return ()
    other = next(player for player in players if player.name != lead)
    alive = [p for p in players if isinstance(p.puppet, Person)]
    return (other.name,) if len(alive) == 2 and all(reading.of(player.name) for player in players) else ()


def _lies(player: Player) -> bool:
    return any(beat.act is Act.LIE for beat in player.beats)


def _overflows(player: Player, size: Size) -> bool:
    """A train behind somebody is not what a full shot of them is measured by."""
    return isinstance(player.puppet, Vehicle) and player.puppet.width > (3 if size in TIGHT else 5) and size in _NEAR


def _reach(player: Player) -> float:
    """How high a player stands in the picture: a vehicle's bulk does not count, nor the height of
    who is down; what hangs in the air says nothing about the ground."""
    if isinstance(player.puppet, Vehicle) and player.puppet.width > 3:
        return 0.2 * player.puppet.height
    rides = any(beat.act is Act.SIT for beat in player.beats)
    if player.lift > 0.4:
        return player.lift + 0.6 * player.puppet.height if rides else 0.1 * player.puppet.height
    return player.puppet.height * min(LOW_DOWN.get(beat.act, 1.0) for beat in player.beats)


def _cheek_by_cheek(lead: str, players: Sequence[Player]) -> tuple[str, ...]:
    """Who ends so near the lead that a close shot holds both faces."""
    at = next(player for player in players if player.name == lead)
    others = [p for p in players if p is not at and (p.puppet.height > 0.7 or p.beats[-1].act is Act.FLY)]
    others = [p for p in others if not isinstance(p.puppet, Vehicle)]
    apart = [(abs(p.beats[-1].x1 - at.beats[-1].x1), p.name) for p in others]
    return tuple(name for distance, name in apart if 0.15 < distance <= TWO_SHOT + 0.01)[:1]


def _insert(order: ShotOrder, mentioned: Sequence[str], names: Sequence[str]) -> str:
    """The thing that a close shot shows, where its first sentence is about that and nobody: "A green ledger." Or ""."""
    first = re.split(r"[.!?。！？]", order.action, maxsplit=1)[0]
    words = len(first.split()) if first.isascii() else len(first) / 2
    owned = len(mentioned) > 1 and mentioned[0] in names and mentioned[1] not in names
    own_zh = (
        rf"的[^，]{{0,2}}{re.escape(mentioned[1])}" if owned else ""
    )  # her letter, not the letter her tears fall on
    if owned and re.match(rf"\W*{re.escape(mentioned[0])}(?:['’]s\s|{own_zh})", first, re.I):
        return mentioned[1]
    if not mentioned or mentioned[0] in names or words > 8:
        return ""
    return "" if any(name.casefold() in first.casefold() for name in names) else mentioned[0]
