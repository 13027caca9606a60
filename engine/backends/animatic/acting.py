"""From beats to a pose: where a player is at any moment, doing what, facing and looking where, with which mouth.

A pure function of the player and the time. Ground speed eases in and out of every walk, and the pose carries the ground covered, so
that the puppet can plant its feet; turns are led by the eyes; the end of one act is the start of the next.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from engine.backends.animatic.puppets.beast_business import leap_of
from engine.backends.animatic.puppets.grips import other_hand
from engine.backends.animatic.puppets.mouths import mouth_at, stresses_of
from engine.backends.animatic.puppets.performances.company import GAZES, mood_in, mouth_in
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.toolbox import ONE_HANDED
from engine.backends.animatic.stage import Act, Beat, Handed, Player, Pose, Puppet, Speech, Viseme
from engine.plan.business import named

RUNS = 2.3
"""Metres a second from which a walk is a run."""

START_SECONDS = 0.42
"""Longest ease into and out of a walk."""
TURN_SECONDS = 0.42
LEAD_SECONDS = 0.17
"""How long the eyes go before the head and body."""
GESTURE_SECONDS = 0.85
_MOVING = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.FLY})
_WALKS = _MOVING - {Act.FLY}
_GESTURES = frozenset({Act.WAVE, Act.LOOK, Act.BUSINESS, Act.TALK})
_LASTING = frozenset({Act.SIT, Act.LIE, Act.FALL, Act.FLY, Act.BUSINESS})


@dataclass(frozen=True, slots=True)
class Placed:
    """A player at one moment: world x, height of the feet over the ground, and the pose."""

    x: float
    lift: float
    pose: Pose
    z: float = 0.0  # metres behind its mark


def in_hand(thing: Placed, puppet: Puppet, holder: Placed, hands: Puppet, squash: float = 1.0) -> Placed:
    """The thing where the holder's hand is at that moment, gripped where it is made to be gripped; on the ground when the
    holder is down. `squash` is how much the camera shortens heights."""
    if holder.pose.act in (Act.FALL, Act.LIE):
        return replace(thing, lift=0.0)
    if thing.pose.swapped:
        holder = replace(holder, pose=other_hand(holder.pose))
    hand = hands.grasp(holder.pose) if isinstance(hands, Handed) else None
    if hand is None:
        return thing
    across, up = getattr(puppet, "grip_x", 0.0), getattr(puppet, "grip", 0.35)
    turn = -1.0 if holder.pose.yaw < 0 else 1.0
    x = holder.x + hand[0] - turn * across * puppet.height
    pose = replace(thing.pose, act=Act.STAND, travel=0.0, yaw=holder.pose.yaw)
    lift = holder.lift + (hand[1] - up * puppet.height) / squash
    return Placed(x, max(holder.lift, lift) if holder.pose.grip in _OFF_THE_GROUND else lift, pose, holder.z)


_OFF_THE_GROUND = frozenset({"pole", "hang", "lamp"})
"""What is as long as its holder's arm is high stands on the ground, and does not go through it."""


def holder_at(thing: Player, seconds: float) -> str:
    """Who has it in the hand at that moment; "" while it is in the air or lies where it is."""
    if seconds >= thing.handed_at:
        return thing.handed_to
    return thing.carried_by if thing.taken_at <= seconds < thing.lets_go else ""


def is_in_use(thing: Player, user: Player | None) -> bool:
    """Whether somebody works with it, who then is drawn with one in the hands: two guitars would be one too many."""
    return user is not None and not (thing.carried_by and _hand_holds(user))


def _hand_holds(user: Player) -> bool:
    """Whether what is done in the shot is done with whatever the hand holds."""
    return any((beat.over or beat.business) in ONE_HANDED for beat in user.beats)


def _ease(t: float) -> float:
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def covered(t: float, length: float) -> tuple[float, float]:
    """Share of the way covered after `t` of `length` seconds, and the speed as a share of the way per second."""
    if length <= 0:
        return 1.0, 0.0
    t = min(length, max(0.0, t))
    ramp = min(START_SECONDS, length / 3)
    cruise = 1.0 / (length - ramp)
    if t < ramp:
        return cruise * t * t / (2 * ramp), cruise * t / ramp
    if t > length - ramp:
        left = length - t
        return 1.0 - cruise * left * left / (2 * ramp), cruise * left / ramp
    return cruise * (t - ramp / 2), cruise


def _current(player: Player, seconds: float) -> tuple[int, Beat]:
    """The beat that plays at that time (the first or last one outside all of them)."""
    for i, beat in enumerate(player.beats):
        if seconds < beat.end:
            return i, beat
    return len(player.beats) - 1, player.beats[-1]


def _moves(beat: Beat) -> bool:
    return beat.act in _MOVING and max(abs(beat.x1 - beat.x0), abs(beat.z1 - beat.z0)) > 0.02


def _facing(beat: Beat) -> float:
    """A walker faces where it goes; everybody else as the beat says."""
    if not _moves(beat) or abs(beat.z1 - beat.z0) > abs(beat.x1 - beat.x0):  # toward us or away
        return beat.yaw
    way = math.copysign(1.0, beat.x1 - beat.x0)
    side = abs((beat.yaw + 180) % 360 - 180)
    side = min(112.0, max(68.0, side)) if beat.act in _WALKS else min(110.0, max(60.0, side))
    return way * side


def _sits(player: Player, index: int) -> bool:
    """Whether a beat is done from a seat: nothing but gestures since somebody sat down."""
    return _seat(player, index) is not None


def _seat(player: Player, index: int) -> Beat | None:
    """The beat in which somebody sat down who has only made gestures since."""
    since = reversed(player.beats[: index + 1])
    last = next((beat for beat in since if beat.act not in _GESTURES or _rises(beat)), None)
    return last if last is not None and last.act is Act.SIT else None


def _rises(beat: Beat) -> bool:
    business = named(beat.business)
    return business is not None and business.up


def _after(beat: Beat, *, seated: bool = False) -> Beat:
    """What is held once the beat is over."""
    if beat.act in _LASTING or (beat.business and beat.act not in _MOVING):
        return replace(beat, start=beat.end, end=beat.end + 1e6, x0=beat.x1, z0=beat.z1)
    return Beat(
        Act.SIT if seated else Act.STAND,
        beat.end,
        beat.end + 1e6,
        beat.x1,
        beat.x1,
        beat.yaw,
        over=beat.over,
        z0=beat.z1,
        z1=beat.z1,
    )


def _shortest(start: float, end: float) -> float:
    return (end - start + 180) % 360 - 180


def _yaw(player: Player, index: int, beat: Beat, seconds: float) -> tuple[float, float]:
    """The yaw, and how far the eyes lead it (-1..1 to the right)."""
    target = _facing(beat)
    target += _spun(beat, seconds)
    if index == 0:
        return target, 0.0
    start = _facing(
        _after(player.beats[index - 1]) if beat.start >= player.beats[index - 1].end + 1 else player.beats[index - 1]
    )
    way = _shortest(start, target)
    if abs(way) < 1:
        return target, 0.0
    t = (seconds - beat.start - LEAD_SECONDS) / TURN_SECONDS
    lead = 1.0 - _ease(t) if seconds >= beat.start else 0.0
    over = 0.05 * math.sin(math.pi * min(1.0, max(0.0, t - 0.8) / 0.6)) if t > 0.8 else 0.0
    return start + way * (_ease(t) + over), math.copysign(lead, way) * min(1.0, abs(way) / 40)


def _spun(beat: Beat, seconds: float) -> float:
    """How far somebody has turned on the spot who spins, or turns this way and that in a dance."""
    t = seconds - beat.start
    if beat.business == "spin":
        return 360.0 * _ease(t / 1.4)
    return 40.0 * math.sin(1.3 * t) * _ease(t) if beat.business == "dance" else 0.0


def _speech(player: Player, seconds: float) -> Speech | None:
    return next((s for s in player.speeches if s.start <= seconds < s.end), None)


def _mouth(speech: Speech | None, seconds: float) -> Viseme:
    if speech is None:
        return "closed"
    return mouth_at(speech.text, (seconds - speech.start) / max(1e-6, speech.end - speech.start))


def _emphasis(player: Player, seconds: float) -> float:
    """How far a hand is up: anticipates the stressed word, holds, sinks."""
    best = 0.0
    for speech in player.speeches:
        if not speech.start - 1 < seconds < speech.end + 1:
            continue
        for stress in stresses_of(speech.text):
            at = speech.start + stress.at * (speech.end - speech.start)
            t = (seconds - at) / GESTURE_SECONDS
            if -0.45 < t < 0.85:
                force = _ease((t + 0.45) / 0.4) if t < 0.1 else 1 - _ease((t - 0.1) / 0.75)
                if force > abs(best):
                    best = force * stress.hand
    return best


def _gaze(player: Player, beat: Beat, phase: float, clock: float, lead: float, talking: bool) -> tuple[float, float]:
    """Where the pupils are: leading a turn, searching in a look, else resting with a glance aside now and then."""
    if abs(lead) > 0.05:
        return 0.9 * lead, 0.0
    if beat.act == Act.LOOK and beat.business not in GAZES:
        side = math.copysign(1.0, beat.yaw) if abs(beat.yaw) > 12 else 1.0
        up = player.eyeline or 0.25
        return 0.75 * side * _ease(phase / 0.18), up * _ease((phase - 0.4 * (player.eyeline == 0)) / 0.4)
    rest = GAZES.get(beat.over or beat.business)
    if rest is not None:
        return rest[0] * math.copysign(1.0, beat.yaw), rest[1]
    cycle = clock / 3.3
    t, glance = cycle % 1.0, math.sin(math.floor(cycle) * 91.7) * 43758.5 % 1.0
    aside = (glance - 0.5) * 0.9 if t > 0.72 and not player.looks_at else 0.0
    if talking and t > 0.62:
        aside, up = (glance - 0.5) * 0.8, 0.22 * glance
        return aside, up + player.eyeline
    droop = -0.55 if player.mood in ("sad", "tired") and not talking and not player.looks_at else 0.0
    return aside, min(1.0, max(-1.0, droop + player.eyeline))


class _Now(NamedTuple):
    """What plays at a moment: the beat and its place, when its act began, the act before, the yaw and how the eyes lead it."""

    at: int
    beat: Beat
    start: float
    before: Act | None
    yaw: float
    lead: float


def _now(player: Player, seconds: float) -> _Now:
    index, beat = _current(player, seconds)
    before: Act | None = player.beats[index - 1].act if index else None
    yaw, lead = _yaw(player, index, beat, seconds)
    if seconds >= beat.end:
        done = _after(beat, seated=_sits(player, index))
        before = beat.act if beat.act != done.act else before
        if done.act is beat.act:
            done = replace(done, start=beat.start)
        turned = _shortest(_facing(beat), done.yaw)
        yaw = _facing(beat) + turned * _ease((seconds - beat.end - LEAD_SECONDS) / TURN_SECONDS)
        beat = done
    start = beat.start
    for earlier in reversed(player.beats[:index]):
        if earlier.act != beat.act or earlier.business != beat.business or _moves(beat):
            break
        start = earlier.start
        before = None if earlier is player.beats[0] else before
    if index == 0 and seconds < beat.end and beat.act in (Act.SIT, Act.LIE):
        before = None
    return _Now(index, beat, start, before, yaw, lead)


def _act(beat: Beat, span: float, seconds: float) -> Act:
    """A walk with no way to go is standing, a fast one a run."""
    act = Act.STAND if beat.act in _WALKS and (not _moves(beat) or seconds < beat.start) else beat.act
    return Act.RUN if act in _WALKS and span / max(1e-6, beat.end - beat.start) > RUNS else act


_STANDS = (Beat(Act.STAND, 0.0, 1.0, 0.0, 0.0, 25.0),)


def pose_at(player: Player, seconds: float, pitch: float = 0.0) -> Placed:
    """Where the player is `seconds` after the shot's frame 0 (may be negative), and the pose seen from a camera that looks down
    `pitch` degrees. A player without beats stands at x = 0."""
    player = player if player.beats else replace(player, beats=_STANDS)
    index, beat, start, before, yaw, lead = _now(player, seconds)
    phase, clock = max(0.0, seconds - start), seconds + player.seed % 977 * 0.371
    span = math.hypot(beat.x1 - beat.x0, beat.z1 - beat.z0)
    share, rate = covered(seconds - beat.start, beat.end - beat.start)
    if beat.start > 1e5 or seconds < beat.start:
        share, rate = 0.0, 0.0
    speech, doing = _speech(player, seconds), beat.over or beat.business
    aloft = _glide(player.beats, index, share) if seconds < player.beats[index].end else 0.0
    last, seat = _before(player, index, beat), _seat(player, index)
    pose = Pose(
        act=_act(beat, span, seconds),
        phase=phase,
        length=min(600.0, (player.beats[index].end if beat.business else beat.end) - start),
        travel=span * rate if beat.act in _MOVING else 0.0,
        yaw=yaw,
        mood=mood_in(doing, player.mood),
        mouth=_mouth(speech, seconds) if speech else mouth_in(doing, phase),
        gaze=_gaze(player, beat, phase, clock, lead, speech is not None),
        clock=clock,
        pitch=pitch,
        holds=player.holds,
        carries=(player.carries or seconds >= player.takes_at) and seconds < player.lets_go,
        grip=player.grip,
        raised=player.raised,
        left=player.left,
        swapped=player.in_left,
        asleep=player.asleep,
        gone=span * share if _moves(beat) or beat.act is Act.SIT else 0.0,
        span=span if _moves(beat) else 0.0,
        emphasis=_emphasis(player, seconds),
        before=before,
        seated=_sits(player, index - 1 if player.beats[index].act is Act.SIT else index),
        seat=player.seat or ("none" if player.lift > 0 else "stool"),
        business=beat.business,
        over=beat.over,
        was=last.business,
        was_for=last.end - last.start,
        reach=beat.reach,
        above=beat.above,
        landing=_landing(player.beats, index, seconds),
        posture=seat.business if seat is not None and beat.act is not Act.SIT else "",
        empty=seconds >= player.lets_go,
    )
    x, z = beat.x0 + (beat.x1 - beat.x0) * share, beat.z0 + (beat.z1 - beat.z0) * share
    if beat.business == "circle" and beat.act is Act.FLY:
        right, behind, heading = _round_and_round(player.puppet.width, seconds)
        x, z, pose = x + right, z + behind, replace(pose, yaw=heading)
    return Placed(x, player.lift + _raised(player, index, seconds) + aloft + _leap(player, pose), pose, z)


def _round_and_round(wide: float, seconds: float) -> tuple[float, float, float]:
    """(metres right of and behind the middle's front, yaw) on a circle that is seen from its edge."""
    wide = min(2.4, max(0.5, wide))
    turn = (0.9 + 0.35 * wide) / wide * seconds
    right, behind = 0.62 * wide * math.sin(turn), 0.55 * wide * (1 - math.cos(turn))
    return right, behind, math.degrees(math.atan2(math.cos(turn), -0.89 * math.sin(turn)))


def _leap(player: Player, pose: Pose) -> float:
    """How high a beast is over the ground in a leap; people leap by their own legs."""
    if pose.business not in ("jump", "skip") or isinstance(player.puppet, Person):
        return 0.0
    up = math.sin(math.pi * min(1.0, max(0.0, (leap_of(pose) - 0.2) / 0.65)))
    return min(0.75, 0.6 * player.puppet.height) * up


_NOTHING = Beat(Act.STAND, 0.0, 0.0, 0.0, 0.0, 0.0)


def _before(player: Player, index: int, beat: Beat) -> Beat:
    """The beat this one grew out of: the last one of other business or another act."""
    if beat.start >= player.beats[index].end and beat.business != player.beats[index].business:
        return player.beats[index]
    for earlier in reversed(player.beats[:index]):
        if earlier.act != beat.act or earlier.business != beat.business:
            return earlier
    return _NOTHING


def _landing(beats: tuple[Beat, ...], index: int, seconds: float) -> float:
    """Seconds until who flies stands."""
    lands = beats[index].act is Act.FLY and index + 1 < len(beats) and beats[index + 1].act is not Act.FLY
    return max(0.0, beats[index].end - seconds) if lands else 1e6


GLIDE_SLOPE, GLIDE_MOST = 0.35, 1.1
"""How high over its landing place a bird comes in: a share of the way it flies, and at most so many metres."""


def _glide(beats: tuple[Beat, ...], index: int, share: float) -> float:
    """How far above its feet's mark somebody is who flies and then lands: down in a curve that flattens out."""
    beat = beats[index]
    lands = beat.act is Act.FLY and _moves(beat) and index + 1 < len(beats) and beats[index + 1].act is not Act.FLY
    return min(GLIDE_MOST, GLIDE_SLOPE * abs(beat.x1 - beat.x0)) * (1 - share) ** 1.6 if lands else 0.0


def _mounts(player: Player, index: int) -> bool:
    """Whether a beat leads up or down something: hand over hand, or by its steps."""
    now, before = player.beats[index], player.beats[index - 1].lift if index else 0.0
    return now.business == "climb" or (now.act in _WALKS and _moves(now) and now.lift > before + 0.5)


def _raised(player: Player, index: int, seconds: float) -> float:
    """How far the act lifts the feet: who rises from a bed is down on the floor as soon as they stand, and what flies or climbs
    takes the whole way to change its height."""
    now = player.beats[index]
    flies, mounts = now.act is Act.FLY and _moves(now), _mounts(player, index)
    before = player.beats[index - 1].lift if index else 0.0 if flies or mounts else now.lift
    takes = now.end - now.start if flies or mounts else TURN_SECONDS
    t = min(1.0, max(0.0, (seconds - now.start) / max(takes, TURN_SECONDS)))
    climbs = flies and now.lift > before  # steeply at first: nothing skims the grass on its way up
    return before + (now.lift - before) * (1 - (1 - t) ** 2.2 if climbs else _ease(t))
