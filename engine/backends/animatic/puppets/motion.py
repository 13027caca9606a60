"""What each act looks like on a jointed figure: pose in, stance out.

Nothing is remembered between drawings: an act grows out of the one before it by blending from that act's last stance, so any
frame can be drawn alone.
"""

from __future__ import annotations

import math
from dataclasses import replace

from engine.backends.animatic.puppets.gait import RUN_FROM, pace_of, stride
from engine.backends.animatic.puppets.grips import carrying
from engine.backends.animatic.puppets.performances.company import (
    LEAVES_HANDS,
    LOW,
    PERFORMANCES,
    WHOLE_BODY,
    laid_over,
    performed,
)
from engine.backends.animatic.puppets.stance import Frame, Stance, between, ease, settle
from engine.backends.animatic.stage import Act, Mood, Pose

BLEND_SECONDS = 0.45
SIT_SECONDS, LIE_SECONDS = 0.9, 1.7
FALL_SECONDS = 1.1
WALKING = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT})

_MOODS: dict[Mood, Stance] = {
    "calm": Stance(),
    "happy": Stance(lean=-2, nod=-3, arm_l_out=13, arm_r_out=13, arm_l_bend=22, arm_r_bend=22, stretch=1.015),
    "sad": Stance(hip=0.97, lean=6, nod=15, arm_l=9, arm_r=9, arm_l_out=5, arm_r_out=5, arm_l_bend=6, arm_r_bend=6, stretch=0.985),
    "angry": Stance(lean=5, nod=4, arm_l=-4, arm_r=-4, arm_l_out=18, arm_r_out=18, arm_l_bend=38, arm_r_bend=38, foot_l=0.06, foot_r=-0.06),
    "afraid": Stance(hip=0.94, lean=-5, nod=6, arm_l=24, arm_r=24, arm_l_out=6, arm_r_out=6, arm_l_bend=105, arm_r_bend=105, stretch=0.98),
    "surprised": Stance(lean=-5, nod=-5, arm_l=8, arm_r=8, arm_l_out=26, arm_r_out=26, arm_l_bend=46, arm_r_bend=46, stretch=1.03),
    "tired": Stance(hip=0.955, lean=8, nod=11, arm_l=11, arm_r=11, arm_l_out=4, arm_r_out=4, arm_l_bend=4, arm_r_bend=4, stretch=0.975),
}  # fmt: skip
_SEATED = Stance(
    hip=0.50, sway=-0.42, lean=3, foot_l=0.14, foot_r=0.06, arm_l=13, arm_r=9, arm_l_out=6, arm_r_out=6, arm_l_bend=46,
    arm_r_bend=50, seat=1.0,
)  # fmt: skip
_GROUNDED = Stance(
    hip=0.13, sway=-0.34, lean=5, foot_l=0.50, foot_r=0.38, arm_l=34, arm_r=30, arm_l_out=10, arm_r_out=10, arm_l_bend=30,
    arm_r_bend=34, seat=1.0,
)  # fmt: skip
_PRONE = Stance(
    tip=90, lean=3, nod=4, arm_l=14, arm_r=-8, arm_l_out=14, arm_r_out=12, foot_l=0.07, foot_r=-0.05, hip=0.95
)


def breath(clock: float) -> float:
    """-1..1: in slowly, out faster, a little rest; about 15 a minute."""
    t = clock / 3.9 % 1.0
    return math.sin(math.pi * ease(t / 0.45)) if t < 0.45 else -0.35 * math.sin(math.pi * (t - 0.45) / 0.55)


def blink(clock: float) -> float:
    """0 (open) to 1 (shut): a blink of about a sixth of a second every 3-5 s, at uneven times, sometimes double."""
    cycle = 4.1
    index = math.floor(clock / cycle)
    wobble = math.sin(index * 12.9898) * 43758.5453 % 1.0
    at = 0.6 + wobble * 1.6
    t = clock - index * cycle - at
    if 0.34 < t < 0.51 and wobble > 0.72:
        t -= 0.34
    return 1.0 if 0.0 <= t < 0.125 else 0.45 if -0.04 <= t < 0.17 else 0.0


def _still(pose: Pose) -> Stance:
    """Standing: the mood's bearing, breath, and a slow shift of weight."""
    base = _MOODS[pose.mood]
    air = breath(pose.clock)
    shift = math.sin(pose.clock * 0.55) * 0.5 + math.sin(pose.clock * 0.23 + 1) * 0.5
    shake = math.sin(pose.clock * 47) * 0.8 if pose.mood == "afraid" else 0.0
    return base._replace(
        stretch=base.stretch + 0.008 * air,
        lean=base.lean + 0.5 * shift,
        nod=base.nod - 1.2 * air + 1.2 * shift + shake,
        arm_l=base.arm_l + 1.5 * air,
        arm_r=base.arm_r + 1.5 * air - shift,
        arm_l_out=base.arm_l_out + 1.2 * air + shake,
        arm_r_out=base.arm_r_out + 1.2 * air - shake,
    )


def _going(pose: Pose, frame: Frame) -> Stance:
    """Walking and running: feet from the footprints, the rest follows their beat."""
    speed = pace_of(pose, 3.0 if pose.act == Act.RUN else 1.2)
    gone = pose.gone or pose.phase * speed
    facing = max(0.5, abs(math.sin(math.radians(pose.yaw))))
    pace = stride(gone / facing, pose.span / facing, max(speed, 2.6 if pose.act == Act.RUN else 0.0), frame.leg)
    running = pose.act == Act.RUN or speed > RUN_FROM * (frame.leg / 0.72) ** 0.5
    leg = frame.leg
    reach = pace.step * (0.30 if running else 0.56) / leg
    low = 1 - math.sqrt(max(0.1, 1 - min(0.75, reach) ** 2))
    bounce = 0.5 - 0.5 * math.cos(2 * math.pi * (pace.beat - 0.06))
    base = _MOODS[pose.mood]
    swing = math.sin(math.pi * pace.beat) * pace.swing * min(1.0, pace.step / (0.8 * leg))
    arm, bend = (46, 82) if running else (36, 14)
    back_l, back_r = max(0.0, -swing), max(0.0, swing)  # an arm that swings back straightens
    rise = 0.09 * pace.swing * bounce if running else 0.0
    return base._replace(
        hip=min(0.985, base.hip) - (0.05 if running else 0.0) - low * (bounce if not running else 1 - bounce) * (0.75 if running else 1.0) + rise,
        lean=base.lean * 0.6 + (13.0 if running else 3.0 + 2.2 * min(2.0, speed)) * pace.swing,
        nod=base.nod * 0.8 - (6 if running else 2) * pace.swing + 2.0 * bounce * pace.swing,
        foot_l=pace.left.ahead / leg, foot_l_up=pace.left.up / leg, foot_l_tilt=pace.left.tilt,
        foot_r=pace.right.ahead / leg, foot_r_up=pace.right.up / leg, foot_r_tilt=pace.right.tilt,
        arm_l=swing * arm, arm_r=-swing * arm,
        arm_l_out=8, arm_r_out=8,
        arm_l_bend=(base.arm_l_bend * 0.5 + bend) * (1 - 0.8 * back_l * (not running)) + 14 * back_r, arm_r_bend=(base.arm_r_bend * 0.5 + bend) * (1 - 0.8 * back_r * (not running)) + 14 * back_l,
    )  # fmt: skip


def _waving(pose: Pose) -> Stance:
    """The hand goes up with an anticipation, waves in bursts, rests between them."""
    still = _sitting(pose) if pose.seated else _still(pose)
    up = settle(pose.phase / 0.6) * (1 - ease((pose.phase - pose.length + 0.45) / 0.4) if pose.length > 1.4 else 1)
    burst = 1.0 if pose.phase % 2.6 < 1.9 else 0.25
    swing = math.sin(2 * math.pi * 1.9 * pose.phase) * burst
    waved = still._replace(lean=still.lean - 2, nod=still.nod - 3 + 2 * swing)
    side = "l" if pose.carries else "r"  # the other hand is not free
    out = getattr(still, f"arm_{side}_out")
    waved = waved._replace(
        **{f"arm_{side}": 8, f"arm_{side}_out": out + (128 - out) * up, f"arm_{side}_bend": 28 + 30 * swing}
    )
    return between(still, waved, min(1.0, max(-0.1, up)))


def _looking(pose: Pose) -> Stance:
    """A look: chin up a little, weight forward once the thing is found."""
    still = _sitting(pose) if pose.seated else _still(pose)
    found = settle(pose.phase / 0.7, 0.6)
    return still._replace(
        lean=still.lean + 4 * found,
        nod=still.nod - 9 * found * (0.4 + max(0.0, pose.gaze[1])) + 3 * found,
        arm_r_bend=still.arm_r_bend + 10 * found,
    )


def _sitting(pose: Pose) -> Stance:
    """On a stool or on the ground, in the mood's bearing."""
    base, still = _MOODS[pose.mood], _still(pose)
    if pose.seat == "pedals":
        return _pedalling(pose, base)
    seat = _GROUNDED if pose.seat == "ground" else _SEATED
    return seat._replace(
        lean=seat.lean + base.lean, nod=base.nod * 1.1 - (still.nod - base.nod), stretch=still.stretch,
        arm_l_bend=seat.arm_l_bend + (base.arm_l_bend - 12) * 0.5, arm_r_bend=seat.arm_r_bend + (base.arm_r_bend - 12) * 0.5,
    )  # fmt: skip


_CRANK, _PEDAL, _GEAR = (-0.06, -0.20), 0.165, 0.65
"""In leg lengths: the crank from where the feet would stand, and its length; turns follow the wheels (see vehicle_cuts), in radians a half metre."""


def _pedalling(pose: Pose, base: Stance) -> Stance:
    """On a saddle, hands on the bar, the feet go round with the ground covered."""
    turn = pose.gone / (2 * _GEAR * 0.5)
    feet = [
        (_CRANK[0] + _PEDAL * math.cos(turn + way), _CRANK[1] - _PEDAL * math.sin(turn + way)) for way in (0.0, math.pi)
    ]
    return _SEATED._replace(
        hip=0.52, sway=-0.27, lean=13 + base.lean, nod=base.nod - 6, foot_l=feet[0][0], foot_l_up=feet[0][1], foot_r=feet[1][0], foot_r_up=feet[1][1],
        arm_l=44, arm_r=44, arm_l_out=5, arm_r_out=5, arm_l_bend=14, arm_r_bend=14,
    )  # fmt: skip


def _falling(pose: Pose) -> Stance:
    """Off balance, a grab at the air, down, one bounce, still."""
    t = pose.phase / FALL_SECONDS
    start = _still(pose)
    reeling = start._replace(
        lean=-14, nod=-10, arm_l=60, arm_r=-50, arm_l_out=30, arm_r_out=60, foot_l=0.18, foot_l_up=0.10, hip=0.95
    )
    if t < 0.32:
        return between(start, reeling, ease(t / 0.32))
    drop = min(1.0, (t - 0.32) / 0.36)
    down = between(reeling, _PRONE, drop * drop)
    if t < 0.68:
        return down
    bounce = max(0.0, 1 - (t - 0.68) / 0.32)
    return _PRONE._replace(
        tip=90 - 9 * math.sin(math.pi * (1 - bounce)) * (bounce > 0), arm_l=14 + 40 * bounce, arm_r=-8 - 30 * bounce
    )


def _lying(pose: Pose) -> Stance:
    air = breath(pose.clock)
    return _PRONE._replace(stretch=1 + 0.01 * air, lids=1.0 if pose.mood in ("tired", "calm", "sad") else 0.0)


def _flying(pose: Pose) -> Stance:
    wave = math.sin(pose.clock * 2.1)
    return Stance(
        tip=62,
        lean=-8,
        nod=-38,
        arm_l=150,
        arm_r=150,
        arm_l_out=8,
        arm_r_out=8,
        foot_l=-0.05 + 0.05 * wave,
        foot_r=-0.12 - 0.05 * wave,
        rise=0.5 + 0.04 * wave,
    )


def _talk(pose: Pose, stance: Stance) -> Stance:
    """Hands and head on the stressed words, over whatever else is being done."""
    force = abs(pose.emphasis)
    if force < 0.01:
        return stance
    if _busy(pose):
        return stance._replace(nod=stance.nod - 5 * force)
    arm = "arm_r" if pose.emphasis > 0 and not pose.carries else "arm_l"  # a hand that carries something keeps still
    raised = {
        name: getattr(stance, name) + by * force for name, by in ((arm, 26), (f"{arm}_out", 10), (f"{arm}_bend", 72))
    }
    return stance._replace(nod=stance.nod - 5 * force, **raised)


def _holding(pose: Pose, stance: Stance) -> Stance:
    down = pose.act in (Act.FALL, Act.LIE, Act.FLY) or (pose.act is Act.WAVE and not pose.carries) or _busy(pose)
    if down or not (pose.holds or pose.carries):
        return stance
    if pose.carries:
        return carrying(stance, pose)
    return stance._replace(
        arm_r=stance.arm_r * 0.4 + 18, arm_r_bend=max(64.0, stance.arm_r_bend * 0.4 + 60), arm_r_out=10
    )


def _busy(pose: Pose) -> bool:
    """Whether a performance says where the right hand is."""
    return any(name in PERFORMANCES and name not in LEAVES_HANDS for name in (pose.business, pose.over))


def _act(pose: Pose, frame: Frame) -> Stance:
    """The act, what is performed of it, and what hands and face do over that."""
    stance = _plain(pose, frame)
    if pose.business and not (pose.business == "sleep" and pose.act is not Act.LIE):
        stance = performed(pose.business, pose, frame, stance) or stance
    return laid_over(pose.over, pose, frame, stance) if pose.over else stance


def _plain(pose: Pose, frame: Frame) -> Stance:
    if pose.act in WALKING:
        return _going(pose, frame)
    if pose.business in WHOLE_BODY:
        return _still(pose)
    match pose.act:
        case Act.WAVE:
            return _waving(pose)
        case Act.LOOK:
            return _looking(pose)
        case Act.SIT:
            return between(_still(pose), _sitting(pose), 1.0)
        case Act.FALL:
            return _falling(pose)
        case Act.LIE:
            return _lying(pose)
        case Act.FLY:
            return _flying(pose)
        case _:
            return _from_down_there(pose, frame) if pose.seated else _still(pose)


def _from_down_there(pose: Pose, frame: Frame) -> Stance:
    """Seated, or kneeling, or crouching: what is done there is done over this."""
    down = (
        performed(pose.posture, replace(pose, before=None, seated=False, phase=9.0), frame, _still(pose))
        if pose.posture in LOW
        else None
    )
    return down or _sitting(pose)


def _lain_down(was: Stance, now: Stance, share: float) -> Stance:
    """Down on the ground first, then over: nobody lies down like a felled tree."""
    if share < 0.5:
        return between(was, _GROUNDED, ease(share / 0.5))
    return between(_GROUNDED, now, ease((share - 0.5) / 0.5))


def _goes_on(pose: Pose) -> bool:
    """Whether there is nothing to blend from: the shot's first act, the same one still, or a walk that ended on its feet."""
    same = pose.before == pose.act and pose.was == pose.business
    return pose.before is None or same or (pose.before in WALKING and not pose.was)


def stance_of(pose: Pose, frame: Frame) -> Stance:
    """The stance of a figure with those limbs in that pose, blended from the act before."""
    now = _talk(pose, _holding(pose, _act(pose, frame)))
    if _goes_on(pose):
        return now
    down = {pose.act, pose.before} & {Act.SIT, Act.LIE} or {pose.business, pose.was} & WHOLE_BODY
    seconds = LIE_SECONDS if pose.act is Act.LIE else SIT_SECONDS if down else BLEND_SECONDS
    if pose.phase >= seconds:
        return now
    assert pose.before is not None
    lasted = pose.was_for + pose.phase if pose.was else 60.0
    was = _act(
        replace(
            pose, act=pose.before, business=pose.was, over="", phase=lasted, length=pose.was_for if pose.was else 120.0, before=None,
            span=0.0, gone=0.0, seated=pose.seated or pose.before is Act.SIT,
        ),
        frame,
    )  # fmt: skip
    if pose.act is Act.LIE:
        return _lain_down(was, now, pose.phase / seconds)
    share = settle(pose.phase / seconds, 0.6) if pose.act != Act.FALL else ease(pose.phase / 0.2)
    if pose.act in WALKING:  # the feet belong to the footprints from the first step on
        was = was._replace(**{name: getattr(now, name) for name in now._fields if name.startswith("foot")})
    return between(was, now, share)
