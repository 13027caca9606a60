"""Ways of going: crawling, climbing, swimming, limping, skating; each is the walk with another body, or a gait of its own.

The beat of a gait of its own comes from the ground covered, so that hands and feet stay with the way as a walker's do.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.performances.moment import (
    Moment,
    Performance,
    added,
    arm,
    kept,
    part,
    posed,
    pulse,
    wave,
)
from engine.backends.animatic.puppets.stance import Stance, ease

HOP = 1.15
"""Metres of one leap on the way."""


def _leaps(m: Moment) -> float:
    """Which part of a leap this is, 0..1: by the ground covered on a way, by time on the spot."""
    if m.pose.span > 0:
        count = max(1, round(m.pose.span / HOP))
        return m.pose.gone / m.pose.span * count % 1.0 if m.pose.gone < m.pose.span - 1e-6 else 0.0
    return m.t / 1.15 % 1.0


def _jump(m: Moment) -> Stance:
    """Crouch with the arms back, up with the arms, tucked in the air, and down into the knees."""
    u = _leaps(m)
    crouch = ease(u / 0.22) * (1 - ease((u - 0.26) / 0.1)) + ease((u - 0.80) / 0.08) * (1 - ease((u - 0.90) / 0.10))
    air = math.sin(math.pi * min(1.0, max(0.0, (u - 0.28) / 0.54)))
    throw = ease((u - 0.2) / 0.18) * (1 - ease((u - 0.72) / 0.2))
    arms = {side: arm(m, side, -0.45 * crouch + 0.5 * throw, -0.75 + 1.35 * throw + 0.1 * crouch, 16) for side in "lr"}
    going = 0.3 if m.pose.span > 0 else 0.0
    legs = {
        "foot_l": going * air, "foot_r": -going * air, "foot_l_up": 0.16 * air, "foot_r_up": 0.24 * air,
        "foot_l_tilt": -30 * air, "foot_r_tilt": -34 * air,
    }  # fmt: skip
    body = posed(
        m.base,
        1.0,
        hip=0.985 - 0.26 * crouch,
        rise=0.62 * air,
        lean=22 * crouch - 4 * throw + 20 * going * air,
        nod=-10 * throw,
        **legs,
    )
    return posed(body, 1.0, **arms["l"], **arms["r"])


def _skip(m: Moment) -> Stance:
    """Step and hop: every stride leaves the ground, the arms swing wide."""
    beat = m.pose.gone / 0.62 if m.pose.span > 0 else m.t * 1.9
    hop, side = abs(math.sin(math.pi * beat)), 1.0 if math.floor(beat) % 2 else -1.0
    knee = hop * 0.34
    return m.base._replace(
        hip=0.93 + 0.05 * hop, rise=0.20 * hop, lean=4, nod=-7, foot_l=0.16 * side * hop, foot_r=-0.16 * side * hop,
        foot_l_up=knee * (side > 0), foot_r_up=knee * (side < 0), foot_l_tilt=-20 * hop, foot_r_tilt=-20 * hop,
        arm_l=-46 * side * hop, arm_r=46 * side * hop, arm_l_out=24, arm_r_out=24, arm_l_bend=30, arm_r_bend=30,
    )  # fmt: skip


def _crawl(m: Moment) -> Stance:
    """On hands and knees: an arm and the other knee go forward together."""
    beat = m.pose.gone / 0.42 if m.pose.span > 0 else m.t * 1.5
    s, lift = math.sin(math.pi * beat), 0.05 * abs(math.cos(math.pi * beat))
    return m.base._replace(
        hip=0.44 + 0.02 * abs(s), sway=-0.28, lean=72 + 2 * s, nod=-62, turn=5 * s, foot_l=-0.80 + 0.14 * s, foot_r=-0.80 - 0.14 * s,
        foot_l_up=lift, foot_r_up=lift, foot_l_tilt=-66, foot_r_tilt=-66, arm_l=-26 - 19 * s, arm_r=-26 + 19 * s, arm_l_out=5, arm_r_out=5,
        arm_l_bend=12 + 10 * max(0.0, -s), arm_r_bend=12 + 10 * max(0.0, s), rise=0.0, tip=0.0, seat=0.0,
    )  # fmt: skip


def _climb(m: Moment) -> Stance:
    """Hand over hand, a knee up with each reach, the face to where it goes."""
    beat = m.pose.gone / 0.36 if m.pose.span > 0 else m.t * 1.3
    s = math.sin(math.pi * beat)
    arms = {**arm(m, "l", 0.50, 0.48 + 0.36 * s, 6), **arm(m, "r", 0.50, 0.48 - 0.36 * s, 6)}
    legs = m.base._replace(
        hip=0.86 + 0.05 * abs(s), lean=9, nod=-24, turn=4 * s, foot_l=0.20, foot_r=0.16, foot_l_up=0.26 * max(0.0, -s) + 0.02,
        foot_r_up=0.26 * max(0.0, s) + 0.02, foot_l_tilt=12, foot_r_tilt=12,
    )  # fmt: skip
    return posed(legs, 1.0, **arms)


def _swim(m: Moment) -> Stance:
    """A crawl: one arm over, one under, the feet flutter, a breath to the side."""
    turn = 2 * math.pi * 0.62 * m.t
    return m.base._replace(
        tip=80, hip=0.96, sway=0.0, lean=-4, nod=-34 + 8 * math.sin(turn), turn=16 * math.sin(turn), rise=0.10 + 0.02 * math.sin(turn * 2),
        foot_l=0.10 * math.sin(5 * turn), foot_r=-0.10 * math.sin(5 * turn), foot_l_up=0.0, foot_r_up=0.0, foot_l_tilt=-50, foot_r_tilt=-50,
        arm_l=90 + 85 * math.sin(turn), arm_r=90 - 85 * math.sin(turn), arm_l_out=10, arm_r_out=10, arm_l_bend=24 + 22 * math.cos(turn),
        arm_r_bend=24 - 22 * math.cos(turn), seat=0.0,
    )  # fmt: skip


def _float(m: Moment) -> Stance:
    """Hanging in the air: toes down, arms adrift."""
    s = wave(m.t, 0.22)
    return m.base._replace(
        hip=0.985, rise=0.42 + 0.06 * s, lean=-3 + 3 * s, foot_l=-0.05, foot_r=-0.13 + 0.03 * s, foot_l_up=0.03, foot_r_up=0.08, foot_l_tilt=-46,
        foot_r_tilt=-52, arm_l=12 + 8 * s, arm_r=8 - 8 * s, arm_l_out=34 + 7 * s, arm_r_out=34 - 5 * s, arm_l_bend=24, arm_r_bend=24, nod=-4 + 4 * s,
    )  # fmt: skip


def _sink(m: Moment) -> Stance:
    down = part(m, 0.0, 1.0)
    arms = {**arm(m, "l", 0.2, 0.85 + 0.1 * wave(m.t, 1.0), 20), **arm(m, "r", 0.1, 0.85 - 0.1 * wave(m.t, 1.0), 20)}
    return posed(added(m.base, rise=-0.9 * down, nod=-16 * down), min(1.0, 3 * down), **arms)


def _march(m: Moment) -> Stance:
    """The walk with straight arms and lifted knees, chin up."""
    b = m.base
    return b._replace(
        lean=-2, nod=-6, arm_l=1.5 * b.arm_l, arm_r=1.5 * b.arm_r, arm_l_bend=4, arm_r_bend=4, arm_l_out=4, arm_r_out=4,
        foot_l_up=1.9 * b.foot_l_up, foot_r_up=1.9 * b.foot_r_up, stretch=1.02,
    )  # fmt: skip


def _sneak(m: Moment) -> Stance:
    """Low in the knees, on the toes, hands before the chest; the head looks round."""
    b = m.base
    low = b._replace(
        hip=b.hip - 0.13, lean=20, nod=-6, turn=24 * wave(m.t, 0.3), foot_l_up=1.6 * b.foot_l_up + 0.02, foot_r_up=1.6 * b.foot_r_up + 0.02,
        foot_l_tilt=b.foot_l_tilt - 18, foot_r_tilt=b.foot_r_tilt - 18,
    )  # fmt: skip
    return posed(
        low, 1.0, **arm(m, "l", 0.46, -0.14 + 0.004 * b.arm_l, 6), **arm(m, "r", 0.46, -0.14 + 0.004 * b.arm_r, 6)
    )


def _limp(m: Moment) -> Stance:
    """One leg stays stiff: the body drops on it, the hand is at the thigh."""
    b = m.base
    drop = max(0.0, 1 - 6 * abs(b.foot_l)) if b.foot_l_up < 0.02 else 0.0
    bent = b._replace(
        hip=b.hip - 0.05 - 0.05 * drop, lean=11 + 8 * drop, nod=8, foot_l_up=0.35 * b.foot_l_up, foot_l_tilt=-16
    )
    return posed(bent, 1.0, **arm(m, "l", 0.16, -0.78, 4))


def _stagger(m: Moment) -> Stance:
    b, s = m.base, wave(m.t, 0.55)
    return b._replace(
        lean=10 + 15 * s, nod=10 - 8 * s, turn=16 * wave(m.t, 0.4), sway=0.10 * s, hip=b.hip - 0.04, arm_l_out=28 + 22 * s, arm_r_out=28 - 22 * s,
        arm_l=14 + 20 * wave(m.t, 0.8), arm_r=4 - 20 * s, arm_l_bend=34, arm_r_bend=20,
    )  # fmt: skip


def _wade(m: Moment) -> Stance:
    b = m.base
    return b._replace(
        lean=12, nod=4, hip=b.hip - 0.02, foot_l_up=2.2 * b.foot_l_up, foot_r_up=2.2 * b.foot_r_up, arm_l_out=30, arm_r_out=30, arm_l_bend=46, arm_r_bend=46,
    )  # fmt: skip


def _skate(m: Moment) -> Stance:
    """Long pushes to either side, low and leaning."""
    beat = m.pose.gone / 1.3 if m.pose.span > 0 else m.t * 0.7
    s = math.sin(math.pi * beat)
    return m.base._replace(
        hip=0.86, lean=24, nod=-14, sway=0.05 * s, foot_l=0.18 + 0.0 * s, foot_r=-0.42 * abs(s), foot_r_up=0.16 * abs(s), foot_l_up=0.0, foot_l_tilt=0.0,
        foot_r_tilt=-26 * abs(s), arm_l=46 * s, arm_r=-46 * s, arm_l_out=24, arm_r_out=24, arm_l_bend=26, arm_r_bend=26,
    )  # fmt: skip


def _stroll(m: Moment) -> Stance:
    """Hands behind the back, chin up."""
    return posed(added(m.base, lean=-3, nod=-3), 1.0, **arm(m, "l", -0.30, -0.62, -6), **arm(m, "r", -0.28, -0.64, -6))


def _retreat(m: Moment) -> Stance:
    arms = {**arm(m, "l", 0.62, -0.06, 16), **arm(m, "r", 0.66, -0.02, 16)}
    return posed(added(m.base, lean=-14, nod=4), 1.0, **arms)


def _balance(m: Moment) -> Stance:
    s = wave(m.t, 0.6)
    return m.base._replace(
        arm_l=6,
        arm_r=6,
        arm_l_out=82 + 14 * s,
        arm_r_out=82 - 14 * s,
        arm_l_bend=6,
        arm_r_bend=6,
        lean=4 * s,
        nod=6,
        sway=0.05 * s,
    )


def _push(m: Moment) -> Stance:
    """Arms straight out, the body a slanting strut behind them."""
    on = 1.0 if m.pose.span > 0 else kept(m, 0.4)
    s = 0.0 if m.pose.span > 0 else wave(m.t, 0.5)
    arms = {side: arm(m, side, 0.86 + 0.05 * s, -0.02, 6) for side in "lr"}
    return posed(
        added(m.base, lean=(20 + 5 * s) * on, nod=-8 * on, hip=-0.06 * on, foot_l=0.0, foot_r=-0.18 * on),
        on,
        **arms["l"],
        **arms["r"],
    )


def _pull(m: Moment) -> Stance:
    """Leaning away from it, both hands on the rope, one heave after the other."""
    going = m.pose.span > 0
    on, heave = (1.0, 0.5) if going else (kept(m, 0.4), pulse(m.t, 0.6))
    if going:  # whoever hauls while walking has it over the shoulder
        return posed(
            added(m.base, lean=17, nod=6, hip=-0.04), 1.0, **arm(m, "r", 0.20, 0.02, 10), **arm(m, "l", 0.28, -0.16, 0)
        )
    arms = {side: arm(m, side, 0.84 - 0.30 * heave, -0.20 + 0.05 * heave, 2) for side in "lr"}
    body = added(
        m.base,
        lean=(-6 - 16 * heave) * on,
        hip=-(0.05 + 0.07 * heave) * on,
        sway=-0.10 * heave * on,
        foot_l=0.26 * on,
        foot_r=-0.08 * on,
    )
    return posed(body, on, **arms["l"], **arms["r"])


def _carry(m: Moment) -> Stance:
    """Both arms under it before the belly, leaning back against the weight."""
    on = kept(m, 0.4) if m.pose.span <= 0 else 1.0
    arms = {side: arm(m, side, 0.56, -0.42, 0) for side in "lr"}
    return posed(added(m.base, lean=-7 * on, hip=-0.02 * on), on, **arms["l"], **arms["r"])


GOINGS: dict[str, Performance] = {
    "jump": _jump,
    "skip": _skip,
    "crawl": _crawl,
    "climb": _climb,
    "swim": _swim,
    "float": _float,
    "sink": _sink,
    "march": _march,
    "sneak": _sneak,
    "limp": _limp,
    "stagger": _stagger,
    "wade": _wade,
    "skate": _skate,
    "stroll": _stroll,
    "retreat": _retreat,
    "balance": _balance,
    "push": _push,
    "pull": _pull,
    "carry": _carry,
}
