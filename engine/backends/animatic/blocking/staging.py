"""Blocks a shot: from an order's words to marks, beats and eyelines, as a director's assistant would chalk them.

Deterministic, and made from one order alone. The 180-degree rule comes with the order (each subject's `side`); screen
direction is kept by a habit: people travel to the right, and to the left when they come back.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.blocking.in_arms import in_arms
from engine.backends.animatic.blocking.marks import Mark, framed_width, is_boat, is_floater, is_flyer, marks_for
from engine.backends.animatic.blocking.places import scenery
from engine.backends.animatic.blocking.riding import carried_deeds, carries, mounts, seated_on
from engine.backends.animatic.blocking.sight import window_of
from engine.backends.animatic.blocking.sleep import sleepers
from engine.backends.animatic.blocking.things import Props, Thing, is_bed, place_things
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import prop_for, puppet_for
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.stage import Act, Beat, Mood, Player, Puppet, SetOrder, Speech, Staging
from engine.film.setup import Angle, Move, Size
from engine.plan.orders import LineOrder, Posture, ShotOrder, SubjectOrder
from engine.plan.postures import posture_after
from engine.plan.reading import EMBRACES, Deed, Reading, read_action

_WALK, _RUN = 1.25, 3.4  # ground speed, units/s; LOOK.md: feet don't slide, so speed and stride agree
_DRIVE = 4.5
_TIGHT = frozenset({Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP})
_NEAR = _TIGHT | {Size.FULL}
_INSERTS = _TIGHT - {Size.MEDIUM, Size.MEDIUM_CLOSE}
_SINGLES = _TIGHT - {Size.MEDIUM}
_TRAVELS = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.FLY})
_FOLLOWS = frozenset({Move.FOLLOW})
_TRUCKS = {Move.TRUCK_LEFT: -1, Move.TRUCK_RIGHT: 1}
_LEADS = {**_TRUCKS, Move.PAN_LEFT: -1, Move.PAN_RIGHT: 1}  # where a camera turns, there they go
_LOW_DOWN = {Act.SIT: 0.78, Act.LIE: 0.3, Act.FALL: 0.3}  # how much of somebody's height is left
_TWO_SHOT = 0.46  # how far apart two stand who share a close shot, in units
_HUNTS = frozenset({Act.RUN, Act.FLY})
_PACES = _HUNTS | {Act.WALK}
_WEIGHT = {Act.ENTER: 1.4, Act.EXIT: 1.4, Act.WALK: 1.3, Act.RUN: 1.3, Act.FLY: 1.3, Act.TALK: 0.0}
_QUICK = {Act.WAVE: 1.6, Act.FALL: 1.4}  # seconds after which the act is over
_PROFILE, _THREE_QUARTER = 78.0, 38.0
_DOWN = frozenset({Act.SIT, Act.LIE})
_POSTURES: dict[Posture, Act | None] = {
    "upright": None,
    "seated": Act.SIT,
    "on the ground": Act.SIT,
    "lying": Act.LIE,
}
_FROM_A_SEAT = frozenset({Act.WAVE, Act.LOOK})
_STILL = 0.7  # seconds in which somebody is seen to sit before they rise


@dataclass(frozen=True, slots=True)
class _Part:
    """A subject with its puppet, its place and what it does in this shot."""

    order: SubjectOrder
    puppet: Puppet
    mark: Mark
    deeds: tuple[Deed, ...]
    speeches: tuple[Speech, ...]
    mood: Mood
    mount: str = ""


@dataclass(frozen=True, slots=True)
class _Blocking:
    """What all parts of one shot share. `room` is how many units the frame is wide at the subject plane."""

    order: ShotOrder
    seconds: float
    parts: tuple[_Part, ...]
    room: float


def stage(order: ShotOrder) -> Staging:
    """The whole shot, ready for the theatre."""
    seconds = float(order.frames / order.rate)
    people = _seen(order)
    things = tuple(Thing(p.name, prop_for(p.name, p.description, p.aliases)) for p in order.props)
    company = [(s.name, s.aliases) for s in order.cast]
    reading = read_action(order.action, company, [(p.name, p.aliases) for p in order.props])
    place = scenery(order)
    parts = _cast(order, people, reading, place)
    blocking = _Blocking(order, seconds, parts, framed_width(order, [part.puppet for part in parts]))
    players = _mounted(parts, tuple(_player(part, blocking) for part in parts))
    asleep = sleepers(order.action, company)
    players = in_arms(order.action, tuple(replace(p, asleep=p.name in asleep) for p in players), company)
    bare = Staging(
        setup=order.setup,
        scenery=place,
        players=players,
        focus=_focus(order, players, things, reading),
        seconds=seconds,
        seed=_seed(order),
        style=order.style,
        shoulder=_shoulder(order, people),
    )
    window = window_of(bare, order.raster.width / order.raster.height) if things and _frames_players(bare) else None
    return replace(bare, players=place_things(players, things, Props(reading, order, seconds, window)))


def _frames_players(staging: Staging) -> bool:
    """Whether the camera frames by somebody who is there before the props are."""
    return any(player.name in staging.focus for player in staging.players)


def _seen(order: ShotOrder) -> tuple[SubjectOrder, ...]:
    """Who is on stage. In a point-of-view shot the first of two or more is the one who looks, and is not seen."""
    if order.setup.angle is Angle.POINT_OF_VIEW and len(order.cast) > 1:
        return tuple(subject for subject in order.cast[1:] if subject.name != order.cast[0].aboard)
    return order.cast


def _shoulder(order: ShotOrder, people: Sequence[SubjectOrder]) -> str:
    if order.setup.angle is not Angle.OVER_SHOULDER or len(people) < 2:
        return ""
    speakers = [line.speaker for line in order.lines if not line.voice_over]
    front = speakers[0] if speakers and any(s.name == speakers[0] for s in people) else people[0].name
    return next(subject.name for subject in people if subject.name != front)


def _cast(order: ShotOrder, people: Sequence[SubjectOrder], reading: Reading, place: SetOrder) -> tuple[_Part, ...]:
    puppets = [puppet_for(s.name, s.description, s.look, s.look_seed, s.palette, s.aliases) for s in people]
    riders = _riders(order, people, puppets)
    marks = marks_for(people, puppets, order, reading, place, riders)
    deeds = {subject.name: reading.of(subject.name) for subject in people}
    return tuple(
        _Part(
            order=subject,
            puppet=puppet,
            mark=mark,
            deeds=carried_deeds(subject.name, deeds, riders),
            mount=riders.get(subject.name, ""),
            speeches=_speeches(subject.name, order),
            mood=_mood(subject.name, reading, order.lines),
        )
        for subject, puppet, mark in zip(people, puppets, marks, strict=True)
    )


def _riders(order: ShotOrder, people: Sequence[SubjectOrder], puppets: Sequence[Puppet]) -> dict[str, str]:
    here = {s.name for s, puppet in zip(people, puppets, strict=True) if is_boat(s) or carries(puppet)}
    afloat = {s.name: s.aboard for s in people if s.aboard in here and not is_flyer(s)}
    return mounts(order.action, people, puppets, afloat)


def _speeches(name: str, order: ShotOrder) -> tuple[Speech, ...]:
    rate = order.rate
    return tuple(
        Speech(line.text, float(line.start / rate), float((line.start + line.frames) / rate))
        for line in order.lines
        if line.speaker == name and not line.voice_over
    )


def _mood(name: str, reading: Reading, lines: Sequence[LineOrder]) -> Mood:
    """The action's word for it, else the manner of the subject's own line."""
    if name in reading.moods:
        return reading.moods[name]
    for line in lines:
        if line.speaker == name and line.manner:
            told = read_action(f"{name} {line.manner}", [(name, ())]).moods
            if name in told:
                return told[name]
    return "calm"


def _mounted(parts: Sequence[_Part], players: tuple[Player, ...]) -> tuple[Player, ...]:
    """Riders go where their mounts go."""
    on_stage = {part.order.name: (part, player) for part, player in zip(parts, players, strict=True)}
    seated: list[Player] = []
    for part, player in zip(parts, players, strict=True):
        mount = on_stage.get(part.mount) if part.puppet.height > 0.7 else None
        seated.append(seated_on(player, mount[1], part.mark.x - mount[0].mark.x) if mount else player)
    return tuple(seated)


def _player(part: _Part, blocking: _Blocking) -> Player:
    partner = _partner(part, blocking.parts)
    beats = _beats(part, blocking, _rest_yaw(part, partner, blocking.order, is_ridden=_is_ridden(part, blocking)))
    if isinstance(part.puppet, Person) and is_floater(part.order):
        beats = tuple(_hovering(beat, part.mark.x) for beat in beats)
    gazes = [deed.gaze for deed in part.deeds if deed.gaze]
    return Player(
        name=part.order.name,
        puppet=part.puppet,
        beats=beats,
        speeches=part.speeches,
        z=part.mark.z,
        mood=part.mood,
        looks_at=gazes[-1] if gazes else (partner.order.name if partner else ""),
        seed=part.order.look_seed,
        lift=part.mark.lift,
        seat="ground" if _on_the_ground(part) else None,
    )


def _hovering(beat: Beat, x: float) -> Beat:
    """A ghost hangs upright in the air where it appears: it does not swim."""
    return replace(beat, act=Act.STAND, x0=x, x1=x) if beat.act is Act.FLY else beat


def _is_ridden(part: _Part, blocking: _Blocking) -> bool:
    return (
        any(other.mount == part.order.name for other in blocking.parts)
        and not part.mark.seated
        and not is_boat(part.order)
    )


def _partner(part: _Part, parts: Sequence[_Part]) -> _Part | None:
    """Whom this one attends to: the target of a deed, else whoever speaks, else the nearest other."""
    others = [other for other in parts if other is not part]
    targets = [deed.target for deed in part.deeds if deed.target]
    for other in others:
        if targets and other.order.name == targets[-1]:
            return other
    speaking = [other for other in others if other.speeches]
    pool = speaking or others
    return min(pool, key=lambda other: abs(other.mark.x - part.mark.x), default=None)


def _rest_yaw(part: _Part, partner: _Part | None, order: ShotOrder, *, is_ridden: bool) -> float:
    """Where the body faces when it goes nowhere: the partner, or off-screen past the line."""
    if order.setup.angle is Angle.POINT_OF_VIEW:
        return 0.0
    if is_ridden:
        return _THREE_QUARTER  # the way it came: out and on to the right
    if partner is not None and abs(partner.mark.x - part.mark.x) > 0.05:
        return _THREE_QUARTER if partner.mark.x > part.mark.x else -_THREE_QUARTER
    return -_THREE_QUARTER if part.order.side > 0 else _THREE_QUARTER


def _beats(part: _Part, blocking: _Blocking, rest_yaw: float) -> tuple[Beat, ...]:
    deeds = _worth_acting(part)
    spans = _spans(deeds, blocking.seconds, begun=bool(deeds) and not deeds[0].word)
    beats: list[Beat] = []
    x = _first_x(part, deeds, blocking, spans)
    yaw = rest_yaw
    for deed, span in zip(deeds, spans, strict=True):
        made, x, yaw = _beat(part, deed, blocking, span, x, (yaw, rest_yaw))
        beats += made
    if not beats:
        act = Act.TALK if part.speeches else Act.STAND
        beats = [Beat(act, 0.0, blocking.seconds, part.mark.x, part.mark.x, rest_yaw)]
    return _without_holes(beats, blocking.seconds, part)


def _begins(part: _Part) -> Act | None:
    """How somebody is down as the shot begins: on a mount or in a boat, or since an earlier shot of the scene."""
    if part.mark.seated:
        perches = isinstance(part.puppet, Bird)  # sitting, a bird would sink behind the gunwale
        return None if perches or any(deed.act is Act.LIE for deed in part.deeds) else Act.SIT
    entering = bool(part.deeds) and part.deeds[0].act is Act.ENTER
    return None if entering or part.mark.airborne else _POSTURES[part.order.posture]


def _on_the_ground(part: _Part) -> bool:
    downs = [deed.ground for deed in part.deeds if deed.act is Act.SIT]
    return downs[-1] if downs else part.order.posture == "on the ground" and not part.mark.seated


def _worth_acting(part: _Part) -> tuple[Deed, ...]:
    """Deeds without repeats; talking is the mouth's business unless there is nothing else to do."""
    kept: list[Deed] = []
    for deed in part.deeds:
        if deed.act is Act.TALK or (kept and kept[-1].act is deed.act):
            continue
        if part.mark.seated and deed.act in (Act.WALK, Act.RUN, Act.ENTER):
            continue
        kept.append(deed)
    return tuple(_settled(kept, _begins(part), part))


def _settled(deeds: list[Deed], begins: Act | None, part: _Part) -> list[Deed]:
    """Who sits or lies looks, waits and waves from there; only going somewhere, or standing up, ends it."""
    low = Deed(part.order.name, begins) if begins else None
    settled = [low] if low else []
    for deed in deeds:
        if low and low.ground and EMBRACES.match(deed.word):  # who crouched to hug a child hugs it there
            continue
        if low and deed.act is not low.act and (deed.act in _DOWN or posture_after(deed, "seated") != "seated"):
            low = None
        if low is None:
            low = deed if deed.act in _DOWN else None
            settled.append(deed)
        elif low.act is Act.SIT and deed.act in _FROM_A_SEAT and isinstance(part.puppet, Person):
            settled += [deed, low] if deed.act is Act.WAVE else [deed]
        elif settled[-1] is low:
            low = settled[-1] = replace(low, target=deed.target or low.target, gaze=deed.gaze)
    return settled


def _spans(deeds: Sequence[Deed], seconds: float, *, begun: bool) -> list[tuple[float, float]]:
    """Share the shot's time between the deeds; quick ones take what they need, the last one may hold. What was `begun`
    before the cut only shows, and gives way."""
    if begun and len(deeds) > 1:
        still = min(_STILL, 0.2 * seconds)
        rest = _spans(deeds[1:], seconds - still, begun=False)
        return [(0.0, still), *((start + still, end + still) for start, end in rest)]
    total = sum(_WEIGHT.get(deed.act, 1.0) for deed in deeds) or 1.0
    spans: list[tuple[float, float]] = []
    at = 0.0
    for deed in deeds:
        length = seconds * _WEIGHT.get(deed.act, 1.0) / total
        spans.append((at, at + length))
        at += length
    return spans


def _first_x(part: _Part, deeds: Sequence[Deed], blocking: _Blocking, spans: Sequence[tuple[float, float]]) -> float:
    """Where the subject is when the shot begins: on its mark, off-stage, or far enough back for the way it has to go."""
    if not deeds or deeds[0].act not in _TRAVELS or deeds[0].act is Act.EXIT:
        return part.mark.x
    first = deeds[0]
    if first.act is Act.ENTER:
        side = -(_LEADS.get(blocking.order.setup.move) or (1 if part.order.side <= 0 else -1))
        return side * _wings(part, blocking)
    way = _way(part, first, blocking, spans[0])
    target = _target(first, part, blocking)
    if target is not None and not _flees(target, first):
        return part.mark.x - math.copysign(min(abs(way), blocking.room * 0.3), target.mark.x - part.mark.x)
    return _lined_up(part, first, blocking) - way * 0.5


def _wings(part: _Part, blocking: _Blocking) -> float:
    """How far from the middle nobody in the house can see a player any more."""
    return blocking.room * 0.56 + part.puppet.width * 0.55


def _beat(
    part: _Part, deed: Deed, blocking: _Blocking, span: tuple[float, float], x: float, yaws: tuple[float, float]
) -> tuple[list[Beat], float, float]:
    """One deed as beats; returns them with the x and yaw they end with."""
    start, end = span
    yaw, rest_yaw = yaws
    if deed.act not in _TRAVELS:
        return _on_the_spot(deed, span, x, yaw, rest_yaw)
    goal = _goal(part, deed, blocking, span, x)
    facing = _PROFILE if goal >= x else -_PROFILE
    if abs(goal - x) < 0.02 and deed.act is not Act.FLY:
        facing = rest_yaw
    target = _target(deed, part, blocking)
    goes_on = blocking.order.setup.move in _FOLLOWS and (target is None or _flees(target, deed))
    arrive = end if goes_on else _arrival(deed.act, part, abs(goal - x), start, end)
    if blocking.order.setup.move in _TRUCKS and target is None:  # the camera goes along: so do they, a little slower
        arrive = min(end, start + 1.5 * (arrive - start))
    lift = _hover(part, deed, blocking)
    beats = [Beat(deed.act, start, arrive, x, goal, facing, lift)]
    if arrive < end - 0.05:
        hold = Act.FLY if deed.act is Act.FLY and part.mark.airborne else Act.STAND
        beats.append(Beat(hold, arrive, end, goal, goal, rest_yaw, lift))
    return beats, goal, facing


def _hover(part: _Part, deed: Deed, blocking: _Blocking) -> float:
    """How much lower (negative) than its own height a balloon ends that flies to somebody: over an animal, at the head of a
    person, whom it would hide."""
    target = _target(deed, part, blocking)
    if target is None or not _floats(part) or target.mark.airborne or _flees(target, deed):
        return 0.0
    over = 0.12 if _ends_over(part, target) else -0.6 * part.puppet.height
    return min(0.0, target.puppet.height * _low(target) + over - part.mark.lift)


def _hover_gap(part: _Part, target: _Part) -> float:
    """How far from somebody's middle it ends."""
    if _ends_over(part, target):
        return 0.2 * target.puppet.width
    return (part.puppet.width + target.puppet.width) / 2 + 0.1


def _ends_over(part: _Part, target: _Part) -> bool:
    """Whether it may end over the target: an animal, in a frame that has room up there."""
    free = part.mark.lift > target.puppet.height * _low(target) + 0.05
    return free and not isinstance(target.puppet, Person)


def _low(part: _Part) -> float:
    """How much of its height is left of who sits or lies."""
    downs = [deed.act for deed in part.deeds if deed.act in _LOW_DOWN]
    return _LOW_DOWN[downs[-1]] if downs else 1.0


def _floats(part: _Part) -> bool:
    return part.mark.airborne and is_floater(part.order)


def _on_the_spot(
    deed: Deed, span: tuple[float, float], x: float, yaw: float, rest_yaw: float
) -> tuple[list[Beat], float, float]:
    start, end = span
    facing = rest_yaw if abs(yaw) > 60 else yaw
    quick = _QUICK.get(deed.act)
    if quick is None or end - start <= quick or deed.act is Act.FALL:
        return [Beat(deed.act, start, end, x, x, facing)], x, facing
    return (
        [
            Beat(deed.act, start, start + quick, x, x, facing),
            Beat(Act.STAND, start + quick, end, x, x, facing),
        ],
        x,
        facing,
    )


def _direction(deed: Deed) -> int:
    """The house habit: out and on to the right, home to the left."""
    return -1 if deed.back else 1


def _speed(part: _Part, act: Act) -> float:
    if part.mark.vehicle:
        return _DRIVE if act is not Act.FLY else 5.0
    size = min(1.0, 0.35 + part.puppet.height / 2.6)  # short legs, slower steps
    return (_RUN if act in (Act.RUN, Act.FLY) else _WALK) * size


def _way(part: _Part, deed: Deed, blocking: _Blocking, span: tuple[float, float]) -> float:
    """Signed distance of a travel with no goal. A camera that stays lets nobody out of its frame."""
    hunters, hunted = _hunt(blocking)
    together = [*hunters, *hunted] if part in (*hunters, *hunted) and deed.act in _PACES else [part]
    natural = min(_speed(runner, deed.act) for runner in together) * (span[1] - span[0])
    if blocking.order.setup.move not in _FOLLOWS:
        share = 0.5 if blocking.order.setup.size in _TIGHT else 0.7
        share += 0.25 if blocking.order.setup.move in _TRUCKS else 0.0  # the camera goes half a frame along
        least = 0.35 * blocking.room if part.mark.vehicle else 0.0  # a bus as long as the frame drives through it
        natural = min(natural, max(least, blocking.room * share - part.puppet.width * 0.5))
    return natural * (_LEADS.get(blocking.order.setup.move) or _chase(part, deed, blocking) or _direction(deed))


def _chase(part: _Part, deed: Deed, blocking: _Blocking) -> int:
    """Which way a chase goes, for all in it: from the hunters' marks toward the hunted ones'. 0 where nobody is chased."""
    hunters, hunted = _hunt(blocking)
    if deed.act not in _PACES or part not in (*hunters, *hunted):
        return 0
    middle = sum(other.mark.x for other in hunted) / len(hunted)
    return 1 if middle >= hunters[0].mark.x else -1


def _hunt(blocking: _Blocking) -> tuple[list[_Part], list[_Part]]:
    """(hunters, hunted): who goes after somebody who goes too, nearest first, and everybody else on the way."""
    goers = [part for part in blocking.parts if any(deed.act in _PACES | {Act.EXIT} for deed in part.deeds)]
    hunters = [part for part in goers if (d := _first_way(part)) and (t := _target(d, part, blocking)) and _flees(t, d)]
    hunted = [part for part in goers if part not in hunters]
    return (hunters, hunted) if hunters and hunted else ([], [])


def _first_way(part: _Part) -> Deed | None:
    return next((deed for deed in part.deeds if deed.act in _PACES), None)


def _lined_up(part: _Part, deed: Deed, blocking: _Blocking) -> float:
    """Where the middle of somebody's way is: on the mark; a hunter's lies behind all who are hunted, and behind the hunters
    before it."""
    hunters, hunted = _hunt(blocking)
    if part not in hunters or deed.act not in _PACES:
        return part.mark.x
    way = _chase(part, deed, blocking)
    last = min(hunted, key=lambda other: way * other.mark.x)
    file = sorted(hunters, key=lambda other: -way * other.mark.x)
    ahead = [last.puppet.width / 2, *(other.puppet.width + 0.3 for other in file[: file.index(part)])]
    return last.mark.x - way * (sum(ahead) + part.puppet.width / 2 + 0.3)


def _target(deed: Deed, part: _Part, blocking: _Blocking) -> _Part | None:
    return next((other for other in blocking.parts if other.order.name == deed.target and other is not part), None)


def _flees(target: _Part, deed: Deed) -> bool:
    """A chase has no end in its shot: whoever runs after a traveller, or follows one, travels too."""
    return (deed.act in _HUNTS or deed.trails) and any(other.act in _TRAVELS - {Act.ENTER} for other in target.deeds)


def _goal(part: _Part, deed: Deed, blocking: _Blocking, span: tuple[float, float], x: float) -> float:
    if deed.act is Act.ENTER:
        return part.mark.x
    if deed.act is Act.EXIT:
        leaving = [other for other in blocking.parts if any(d.act is Act.EXIT for d in other.deeds)]
        alone = len(blocking.parts) > 1 and len(leaving) == 1
        nearer = -1 if alone and part.order.side < 0 and not deed.back else _direction(deed)
        return nearer * _wings(part, blocking)
    target = _target(deed, part, blocking)
    if target is not None and not _flees(target, deed):
        close = blocking.order.setup.size in _SINGLES
        gap = _TWO_SHOT if close else (part.puppet.width + target.puppet.width) / 2 + 0.25
        gap = _hover_gap(part, target) if _floats(part) and not close else gap
        return target.mark.x - gap if target.mark.x >= part.mark.x else target.mark.x + gap
    way = _way(part, deed, blocking, span)
    if blocking.order.setup.move not in _FOLLOWS and _begins(part):
        way = math.copysign(min(abs(way), blocking.room * 0.3), way)  # from the seat, which is in the middle
    return x + way


def _arrival(act: Act, part: _Part, distance: float, start: float, end: float) -> float:
    """When a traveller arrives at natural speed. What flies or drives takes all the time there is."""
    if act is Act.FLY and _floats(part):
        return start + 0.8 * (end - start)
    if part.mark.vehicle and act is Act.ENTER:
        return start + 0.8 * (end - start)
    if act is Act.FLY or part.mark.vehicle:
        return end
    if act is Act.ENTER:  # whoever comes in is seen to be there
        end = start + 0.6 * (end - start)
    return min(end, start + max(0.6, distance / _speed(part, Act.RUN if act is Act.RUN else Act.WALK)))


def _without_holes(beats: list[Beat], seconds: float, part: _Part) -> tuple[Beat, ...]:
    last = beats[-1]
    if last.end < seconds - 1e-6:
        beats = [*beats[:-1], replace(last, end=seconds)]
    if part.mark.seated and not isinstance(part.puppet, Bird):
        beats = [replace(b, act=Act.SIT) if b.act is Act.STAND else b for b in beats]
    return tuple(_waved_sitting(beats))


def _waved_sitting(beats: Sequence[Beat]) -> Iterator[Beat]:
    """The arm sinks again, and nobody has risen for it."""
    for i, beat in enumerate(beats):
        waved = beat.act is Act.STAND and i > 1 and beats[i - 1].act is Act.WAVE and beats[i - 2].act is Act.SIT
        yield replace(beat, act=Act.SIT) if waved else beat


def _focus(order: ShotOrder, players: Sequence[Player], things: Sequence[Thing], reading: Reading) -> tuple[str, ...]:
    """Whom the camera frames: in close sizes one (the speaker, else whoever is mentioned first), else everybody, measured
    on the tallest so that nobody loses a head; a vehicle's bulk does not count."""
    names = [player.name for player in players]
    if not names:
        return tuple(thing.name for thing in things[:3])
    speakers = [line.speaker for line in order.lines if not line.voice_over and line.speaker in names]
    shoulder = _shoulder(order, order.cast)
    if shoulder:
        return tuple(name for name in names if name != shoulder)[:1]
    mentioned = [name for name in reading.mentioned if name in names or any(t.name == name for t in things)]
    if not speakers and order.setup.size in _INSERTS and (thing := _insert(order, mentioned, names)):
        return (thing,)
    lead = (speakers or [name for name in mentioned if name in names] or names)[0]
    if order.setup.size in _SINGLES:
        return (lead, *_cheek_by_cheek(lead, players))
    framed = [player for player in players if not _overflows(player, order.setup.size)] or list(players)
    tallest = max(framed, key=_reach).name
    beds = [t.name for t in things if is_bed(t.name)] if any(_lies(player) for player in framed) else []
    return (tallest, *(player.name for player in framed if player.name != tallest), *beds[:1])


def _lies(player: Player) -> bool:
    return any(beat.act is Act.LIE for beat in player.beats)


def _overflows(player: Player, size: Size) -> bool:
    """A train behind somebody is not what a full shot of them is measured by."""
    return isinstance(player.puppet, Vehicle) and player.puppet.width > (3 if size in _TIGHT else 5) and size in _NEAR


def _reach(player: Player) -> float:
    """How high a player stands in the picture: a vehicle's bulk does not count, nor the height of
    who is down; what hangs in the air says nothing about the ground."""
    if isinstance(player.puppet, Vehicle) and player.puppet.width > 3:
        return 0.2 * player.puppet.height
    rides = any(beat.act is Act.SIT for beat in player.beats)
    if player.lift > 0.4:
        return player.lift + 0.6 * player.puppet.height if rides else 0.1 * player.puppet.height
    return player.puppet.height * min(_LOW_DOWN.get(beat.act, 1.0) for beat in player.beats)


def _cheek_by_cheek(lead: str, players: Sequence[Player]) -> tuple[str, ...]:
    """Who ends so near the lead that a close shot holds both faces."""
    at = next(player for player in players if player.name == lead)
    others = [p for p in players if p is not at and (p.puppet.height > 0.7 or p.beats[-1].act is Act.FLY)]
    others = [p for p in others if not isinstance(p.puppet, Vehicle)]
    apart = [(abs(p.beats[-1].x1 - at.beats[-1].x1), p.name) for p in others]
    return tuple(name for distance, name in apart if 0.15 < distance <= _TWO_SHOT + 0.01)[:1]


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


def _seed(order: ShotOrder) -> int:
    text = f"{order.seed}|{order.action}|{order.place.name}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])
