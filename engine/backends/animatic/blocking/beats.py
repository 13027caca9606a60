"""Deeds become beats: the acts of one subject one after the other, without holes, from the first frame to the last."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.in_step import LEAD, carried_on, met_half_way
from engine.backends.animatic.blocking.parts import FOLLOWS, TRAVELS, TRUCKS, Blocking, Part, begins, flees, target_of
from engine.backends.animatic.blocking.travel import arms_length, arrival, first_x, goal_of, hover
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.stage import Act, Beat, Handed
from engine.plan.business import named
from engine.plan.deeds import Deed
from engine.plan.postures import posture_after
from engine.plan.reading import EMBRACES

_WEIGHT = {Act.ENTER: 1.4, Act.EXIT: 1.4, Act.WALK: 1.3, Act.RUN: 1.3, Act.FLY: 1.3, Act.TALK: 0.0}
_QUICK = {Act.WAVE: 1.6, Act.FALL: 1.4}  # seconds after which the act is over
_PROFILE, THREE_QUARTER = 78.0, 38.0
_DOING, _HANDS_SEEN, _AIMING = 58.0, 46.0, 66.0  # yaw at which two face each other, hands and tools are seen, a blow is
_DOWN = frozenset({Act.SIT, Act.LIE})
_FROM_A_SEAT = frozenset({Act.WAVE, Act.LOOK, Act.BUSINESS, Act.TALK})
_STILL = 0.7  # seconds in which somebody is seen to sit before they rise


def beats_of(part: Part, blocking: Blocking, rest_yaw: float) -> tuple[Beat, ...]:
    """What a subject does, to the end of the shot. `rest_yaw` (degrees) is where it faces when it goes nowhere."""
    deeds = _worth_acting(part) or _talks(part)
    spans = _spans(deeds, blocking.seconds, begun=bool(deeds) and not deeds[0].word)
    beats: list[Beat] = []
    x = first_x(part, deeds, blocking, spans)
    yaw = rest_yaw
    for deed, span in zip(deeds, spans, strict=True):
        made, x, yaw = _beat(part, deed, blocking, span, x, (yaw, rest_yaw))
        beats += made
    if not beats:
        act = Act.TALK if part.speeches else Act.STAND
        beats = [Beat(act, 0.0, blocking.seconds, part.mark.x, part.mark.x, rest_yaw)]
    return _over_the_cuts(_without_holes(_straight_into(beats), blocking.seconds, part), part, blocking.seconds)


def _straight_into(beats: Sequence[Beat]) -> list[Beat]:
    """Who runs into somebody's arms does not stop before them to wait for it."""
    kept: list[Beat] = []
    for beat in beats:
        if _is_close(beat):
            while len(kept) > 1 and _only_waits(kept[-1]) and any(_goes(b) for b in kept[:-1]):
                kept.pop()
            beat = replace(beat, start=min(beat.start, kept[-1].end)) if kept else beat
        kept.append(beat)
    return kept


def _is_close(beat: Beat) -> bool:
    """Whether it is done to somebody from near by."""
    business = named(beat.over if beat.business == "crouch" else beat.business)
    return business is not None and business.near > 0 and beat.target != ""


def _goes(beat: Beat) -> bool:
    return beat.act in TRAVELS and abs(beat.x1 - beat.x0) > 0.02


def _only_waits(beat: Beat) -> bool:
    still = abs(beat.x1 - beat.x0) <= 0.02 and not beat.business and not beat.over
    return still and beat.act in (Act.STAND, Act.WALK, Act.RUN)


def _over_the_cuts(beats: tuple[Beat, ...], part: Part, seconds: float) -> tuple[Beat, ...]:
    """Match on action: what was begun before the cut is met half way, and what goes on after it does not stop for it."""
    first, *rest = beats
    if part.order.begun and rest and _goes(first) and _is_close(rest[0]):  # already in their arms
        first, *rest = replace(rest[0], start=0.0), *rest[1:]
    beats = (met_half_way(first, min(part.order.begun, LEAD), part.puppet), *rest) if part.order.begun else beats
    if not part.order.goes_on or not part.deeds or _is_close(beats[-1]):
        return beats
    last = max((i for i, beat in enumerate(beats) if beat.act is part.deeds[-1].act), default=-1)
    if last < 0 or beats[last].act not in TRAVELS:
        return beats
    return (*beats[:last], carried_on(replace(beats[last], end=seconds), seconds, part.puppet))


def on_the_ground(part: Part) -> bool:
    """Whether somebody who sits has nothing under them."""
    downs = [deed.ground for deed in part.deeds if deed.act is Act.SIT]
    if not downs and any(deed.act is Act.FALL for deed in part.deeds):
        return True
    return downs[-1] if downs else part.order.posture == "on the ground" and not part.mark.seated


def _worth_acting(part: Part) -> tuple[Deed, ...]:
    """Deeds without repeats; talking is the mouth's business unless there is nothing else to do."""
    kept: list[Deed] = []
    for deed in part.deeds:
        if (deed.act is Act.TALK and not deed.business) or (kept and _is_the_same(deed, kept[-1])):
            continue
        if part.mark.seated and deed.act in (Act.WALK, Act.RUN, Act.ENTER):
            business = named(deed.business)
            if not is_gait(deed) or business is None or not business.rides:
                continue
            deed = replace(deed, act=Act.BUSINESS)
        kept.append(deed)
    return tuple(_settled(kept, begins(part), part))


def _talks(part: Part) -> tuple[Deed, ...]:
    """Whoever only talks, with no line that is heard, talks with both hands."""
    talks = () if part.speeches else tuple(deed for deed in part.deeds if deed.act is Act.TALK)
    return tuple(replace(deed, business="gesture") for deed in talks[:1])


def _is_the_same(deed: Deed, last: Deed) -> bool:
    """Told again, or told more plainly than before."""
    gone = last.business == "vanish" and deed.act is Act.EXIT  # in a puff: nobody walks out as well
    return gone or (deed.act is last.act and deed.business in {last.business, ""})


def _settled(deeds: list[Deed], begins: Act | None, part: Part) -> list[Deed]:
    """Who sits or lies looks, waits and waves from there; only going somewhere, or standing up, ends it."""
    low = Deed(part.order.name, begins) if begins else None
    settled = [low] if low else []
    for deed in deeds:
        in_place = EMBRACES.match(deed.word) and not deed.word.startswith("扑")
        if deed.act is Act.LOOK and settled and settled[-1].act is Act.FALL and isinstance(part.puppet, Person):
            deed = replace(deed, act=Act.SIT, ground=True)  # who has fallen sits up to look: nobody has told of rising
        if low and low.ground and in_place:  # who kneels to hug a child goes to it and hugs it there, low
            settled[-1], low = replace(deed, ground=True), None
            continue
        if low and deed.act is not low.act and (deed.act in _DOWN or posture_after(deed, "seated") != "seated"):
            low = None
        if low is None:
            low = deed if deed.act in _DOWN else None
            settled.append(deed)
        elif low.act is Act.SIT and deed.act in _FROM_A_SEAT and isinstance(part.puppet, Handed):
            settled += [deed, low] if deed.act is Act.WAVE or quick(deed) else [deed]
        elif deed.business and deed.act is low.act and deed.business != low.business:
            low = _lower(deed, low, settled)
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
    weights = [_weight(deed, last=i == len(deeds) - 1) for i, deed in enumerate(deeds)]
    total = sum(weights) or 1.0
    spans: list[tuple[float, float]] = []
    at = 0.0
    for weight in weights:
        spans.append((at, at + seconds * weight / total))
        at = spans[-1][1]
    return spans


def _weight(deed: Deed, *, last: bool) -> float:
    """How much of the shot it takes: who sits down to do something is soon at it."""
    begins_it = deed.act is Act.SIT and not last
    return (
        0.5
        if begins_it or (quick(deed) and deed.act is Act.BUSINESS and not last)
        else _WEIGHT.get(deed.act, 1.0) or (1.0 if deed.business else 0.0)
    )


def _beat(
    part: Part, deed: Deed, blocking: Blocking, span: tuple[float, float], x: float, yaws: tuple[float, float]
) -> tuple[list[Beat], float, float]:
    """One deed as beats; returns them with the x and yaw they end with."""
    start, end = span
    _, rest_yaw = yaws
    target = target_of(deed, part, blocking)
    low = _is_small(part, target) or deed.ground
    if deed.act not in TRAVELS and not _goes_up_to(part, deed, target, x, blocking):
        return _on_the_spot(deed, span, x, turned(deed, _toward(target, x, yaws)), _reach(deed, target, x), low=low)
    goal = goal_of(part, deed, blocking, span, x)
    facing = _PROFILE if goal >= x else -_PROFILE
    if abs(goal - x) < 0.02 and deed.act is not Act.FLY:
        facing = rest_yaw
    goes_on = blocking.order.setup.move in FOLLOWS and (target is None or flees(target, deed))
    arrive = end if goes_on else arrival(deed.act, part, abs(goal - x), start, end)
    if blocking.order.setup.move in TRUCKS and target is None:  # the camera goes along: so do they, a little slower
        arrive = min(end, start + 1.5 * (arrive - start))
    lift = hover(part, deed, blocking)
    act, gait = (deed.act, deed.business if is_gait(deed) else "") if deed.act in TRAVELS else (Act.WALK, "")
    if deed.business and not gait:
        arrive = min(arrive, start + 0.6 * (end - start))
    beats = [Beat(act, start, arrive, x, goal, facing, lift, gait, deed.along)]
    if deed.business and not gait:
        done = replace(deed, act=Act.BUSINESS)
        to_them = _toward(target, goal, (facing, rest_yaw))
        beats += _on_the_spot(done, (arrive, end), goal, to_them, _reach(deed, target, goal), low=low)[0]
    elif arrive < end - 0.05:
        hold = Act.FLY if deed.act is Act.FLY and (part.mark.airborne or gait) else Act.STAND
        beats.append(Beat(hold, arrive, end, goal, goal, rest_yaw, lift, gait if hold is Act.FLY else "", deed.along))
    return beats, goal, facing


def is_gait(deed: Deed) -> bool:
    """Whether the business is a way of going there."""
    business = named(deed.business)
    return business is not None and (business.gait or business.rides) and deed.act is not Act.BUSINESS


def _lower(deed: Deed, low: Deed, settled: list[Deed]) -> Deed:
    """Who lies falls asleep there, who sits kneels, or fishes from the seat."""
    if deed.act is Act.LIE:
        settled[-1] = replace(low, business=deed.business)
        return settled[-1]
    settled.append(deed if is_low(deed) else replace(deed, act=Act.BUSINESS))
    return deed if is_low(deed) else low


def is_low(deed: Deed) -> bool:
    """Whether it is another way of being down: who sits may kneel."""
    business = named(deed.business)
    return business is not None and business.low


def quick(deed: Deed) -> float:
    """After how many seconds the act is over; 0: it goes on."""
    business = named(deed.business)
    return business.seconds if business is not None and deed.business != "wave" else _QUICK.get(deed.act, 0.0)


def turned(deed: Deed, yaws: tuple[float, float]) -> tuple[float, float]:
    """Who turns round faces the other way afterwards."""
    return (-yaws[0], -yaws[1]) if deed.business == "turn" and not deed.target else yaws


def _goes_up_to(part: Part, deed: Deed, target: Part | None, x: float, blocking: Blocking) -> bool:
    """Whether what is done to somebody wants them nearer than they are. Of two who do it to each other one comes."""
    if target is None or part.mark.seated or not isinstance(part.puppet, Person):
        return False
    near = arms_length(part, deed, target)
    if not near or abs(target.mark.x - x) <= near + 0.12:
        return False
    told = [other for other in target.deeds if other.business == deed.business and other.target == part.order.name]
    return not told or blocking.parts.index(part) < blocking.parts.index(target) or target.mark.seated


def _is_small(part: Part, target: Part | None) -> bool:
    """Whether it is an animal that a person goes down to."""
    if target is None or not isinstance(target.puppet, Quadruped) or not isinstance(part.puppet, Person):
        return False
    return target.puppet.height < 0.62 * part.puppet.height


def _toward(target: Part | None, x: float, yaws: tuple[float, float]) -> tuple[float, float]:
    if target is None or abs(target.mark.x - x) < 0.05:
        return yaws
    side = 1 if target.mark.x > x else -1
    return side * _DOING, side * _DOING


def _reach(deed: Deed, target: Part | None, x: float) -> tuple[str, float]:
    return ("", 0.0) if target is None or not deed.business else (target.order.name, target.mark.x - x)


def _on_the_spot(
    deed: Deed,
    span: tuple[float, float],
    x: float,
    yaws: tuple[float, float],
    whom: tuple[str, float],
    *,
    low: bool = False,
) -> tuple[list[Beat], float, float]:
    start, end = span
    yaw, rest_yaw = yaws
    facing = rest_yaw if abs(yaw) > 60 else yaw
    business = named(deed.business)
    if business is not None and (business.hands or business.aims):
        facing = math.copysign(max(abs(facing), _AIMING if business.aims else _HANDS_SEEN), facing)
    over_after = quick(deed)
    made = Beat(deed.act, start, end, x, x, facing, 0.0, deed.business, deed.along, *whom)
    if low and business is not None and business.near:  # a dog is hugged on one's heels
        made = replace(made, act=Act.BUSINESS, business="crouch", over=deed.business)
    if not over_after or end - start <= over_after or deed.act is Act.FALL:
        return [made], x, facing
    rest = Beat(Act.STAND, start + over_after, end, x, x, facing, over=deed.along)
    return [replace(made, end=start + over_after), rest], x, facing


def _without_holes(beats: list[Beat], seconds: float, part: Part) -> tuple[Beat, ...]:
    last = beats[-1]
    if last.end < seconds - 1e-6:
        beats = [*beats[:-1], replace(last, end=seconds)]
    if part.mark.seated and not isinstance(part.puppet, Bird):
        beats = [replace(b, act=Act.SIT) if b.act is Act.STAND else b for b in beats]
    return tuple(_waved_sitting(beats))


def _waved_sitting(beats: Sequence[Beat]) -> Iterator[Beat]:
    """The arm sinks again, and nobody has risen for it."""
    for i, beat in enumerate(beats):
        waved = beat.act is Act.STAND and i > 1 and beats[i - 1].act in _FROM_A_SEAT and beats[i - 2].act is Act.SIT
        yield replace(beat, act=Act.SIT) if waved else beat
