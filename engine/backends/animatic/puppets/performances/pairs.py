"""What two do: hugs, kisses, blows, swords, what one hands to the other. Each plays a side; the distance comes with the pose.

Hands reach to the middle between the two, so that they meet wherever the marks are.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.performances.moment import (
    Moment,
    Performance,
    added,
    arm,
    held,
    kept,
    part,
    posed,
    pulse,
    strike,
    wave,
)
from engine.backends.animatic.puppets.stance import Stance, ease, settle


def halfway(m: Moment, otherwise: float = 0.8) -> float:
    """How far ahead the middle between the two is, in lengths of the arm; at most an arm's length."""
    whole = m.frame.upper_arm + m.frame.fore_arm
    side = max(0.6, abs(math.sin(math.radians(m.pose.yaw))))
    return min(0.96, max(0.4, abs(m.pose.reach) / 2 / whole / side)) if m.pose.reach else otherwise


def level(m: Moment, up: float) -> float:
    """How high a hand goes to meet the other's, in lengths of the arm from one's own shoulder: half way between the two."""
    return up + max(-0.8, min(0.8, m.pose.above / 2 / (m.frame.upper_arm + m.frame.fore_arm)))


def bow_to(m: Moment) -> float:
    """How far one leans to somebody smaller (degrees), and back to somebody taller."""
    return max(-4.0, min(38.0, -52.0 * (m.pose.above + 0.12))) if m.pose.above < -0.12 else 0.0


def _give(m: Moment) -> Stance:
    """From the chest out to the other, held until it is taken, and empty back."""
    out = part(m, 0.08, 0.42) * (1 - part(m, 0.78, 1.0))
    ahead = 0.42 + (halfway(m) - 0.42) * out
    return posed(
        added(m.base, lean=(8 + 0.5 * bow_to(m)) * out, nod=5 * out),
        held(m, 0.3, 0.35),
        **arm(m, "r", ahead, -0.30 + (level(m, -0.16) + 0.30) * out, 6),
    )


def _take(m: Moment) -> Stance:
    """Waits for it, reaches, and brings it in."""
    out = part(m, 0.26, 0.50) * (1 - part(m, 0.66, 0.95))
    keep = part(m, 0.3, 0.5) * 0.9
    return posed(
        added(m.base, lean=(6 + 0.5 * bow_to(m)) * out, nod=8 * keep),
        keep,
        **arm(m, "r", 0.44 + (halfway(m) - 0.44) * out, -0.34 + (level(m, -0.16) + 0.34) * out, 4),
    )


def _hug(m: Moment) -> Stance:
    """Arms open on the way in, close, and squeeze; the head goes past the other's."""
    open_, on = part(m, 0.0, 0.10) if m.length > 3 else 1.0, kept(m, 0.5)
    close = settle((m.t - 0.25) / 0.5)
    squeeze = 0.03 * pulse(m.t, 0.5)
    arms = {
        **arm(m, "l", 0.64 - squeeze, level(m, 0.06), 26 - 30 * close),
        **arm(m, "r", 0.62 - squeeze, level(m, -0.20), 26 - 34 * close),
    }
    return posed(
        added(
            m.base,
            lean=(6 + bow_to(m) + 3 * close) * on * max(open_, 0.6),
            nod=9 * close,
            turn=12 * close,
            lids=0.85 * close,
        ),
        on,
        **arms,
    )


def _kiss(m: Moment) -> Stance:
    """Slowly nearer, held, and back a little with the eyes still shut."""
    near = ease((m.t - 0.2) / 0.9) * (1 - 0.5 * ease((m.t - 2.6) / 0.8))
    arms = {**arm(m, "l", 0.50, -0.26, 2), **arm(m, "r", 0.46, 0.10, 6)}
    return posed(added(m.base, lean=(12 + bow_to(m)) * near, nod=-3 * near, turn=8 * near, lids=near), near, **arms)


def _kissed(m: Moment) -> Stance:
    near = ease((m.t - 0.4) / 0.9)
    return posed(
        added(m.base, lean=(6 + bow_to(m)) * near, nod=-8 * near, lids=near), near, **arm(m, "l", 0.46, -0.30, 4)
    )


def _shake_hands(m: Moment) -> Stance:
    on, shake = held(m, 0.5, 0.5), wave(m.t, 1.8) * (m.t > 0.5)
    return posed(
        added(m.base, lean=(6 + 0.4 * bow_to(m)) * on, nod=(3 + 2 * shake) * on),
        on,
        **arm(m, "r", halfway(m), level(m, -0.34) + 0.05 * shake, 4),
    )


def _hold_hands(m: Moment) -> Stance:
    """Between them, low, swinging with the walk. Who looks right holds with the hand that is nearer."""
    side = "l" if m.pose.reach >= 0 else "r"
    return posed(
        m.base, kept(m, 0.5), **{f"arm_{side}": 5 + 6 * wave(m.t, 0.9), f"arm_{side}_out": 33, f"arm_{side}_bend": 4}
    )


def _comfort(m: Moment) -> Stance:
    on, pat = kept(m, 0.6), pulse(m.t, 1.1)
    return posed(
        added(m.base, lean=9 * on, nod=8 * on), on, **arm(m, "r", min(0.9, halfway(m) * 1.6), 0.02 + 0.05 * pat, 4)
    )


def _punch(m: Moment) -> Stance:
    """Drawn back with the shoulder, straight through, and the guard again."""
    back, out = part(m, 0.0, 0.35) * (1 - part(m, 0.38, 0.46)), part(m, 0.38, 0.46) * (1 - part(m, 0.6, 0.95))
    arms = {
        **arm(m, "r", 0.20 - 0.30 * back + 0.76 * out, -0.10 + 0.06 * back + 0.16 * out, 14 - 8 * out),
        **arm(m, "l", 0.42, 0.02, 4),
    }
    body = added(
        m.base, lean=-8 * back + 17 * out, sway=-0.06 * back + 0.14 * out, foot_l=0.24, foot_r=-0.24, hip=-0.06
    )
    return posed(between_guard(m, body), held(m, 0.2, 0.25), **arms)


def between_guard(m: Moment, body: Stance) -> Stance:
    """The body only where the guard is up: feet come apart and together with it."""
    on = held(m, 0.2, 0.25)
    return Stance(*(p + (q - p) * min(1.0, max(0.0, on)) for p, q in zip(m.base, body, strict=True)))


def _kick(m: Moment) -> Stance:
    """The knee comes up, the foot snaps out, the arms keep the balance."""
    knee, out = part(m, 0.1, 0.38) * (1 - part(m, 0.7, 0.95)), part(m, 0.36, 0.5) * (1 - part(m, 0.6, 0.8))
    legs = {
        "foot_r": 0.10 * knee + 0.74 * out,
        "foot_r_up": 0.30 * knee + 0.42 * out,
        "foot_r_tilt": -20 * knee + 40 * out,
    }
    arms = {**arm(m, "l", 0.45 * knee, -0.55 + 0.35 * knee, 24), **arm(m, "r", -0.4 * out, -0.6 + 0.2 * knee, 26)}
    return posed(added(m.base, lean=-10 * knee - 16 * out, hip=-0.02 * knee, **legs), held(m, 0.2, 0.3), **arms)


def _struck(m: Moment) -> Stance:
    """Nothing, then the blow: head first, arms after, a step back."""
    hit = ease((m.t - 0.42) / 0.10) * (1 - ease((m.t - 0.75) / 0.6))
    return added(
        m.base, lean=-25 * hit, nod=-22 * hit, turn=16 * hit, sway=-0.12 * hit, hip=-0.05 * hit, foot_r=-0.30 * hit, arm_l=46 * hit, arm_r=34 * hit,
        arm_l_out=34 * hit, arm_r_out=34 * hit, lids=hit,
    )  # fmt: skip


def _pushed(m: Moment) -> Stance:
    back = ease((m.t - 0.3) / 0.25) * (1 - ease((m.t - 1.1) / 0.6))
    return added(
        m.base,
        lean=-18 * back,
        sway=-0.08 * back,
        foot_r=-0.34 * back,
        hip=-0.05 * back,
        arm_l=40 * back,
        arm_r=40 * back,
    )


def _fight(m: Moment) -> Stance:
    """Guard, jab, jab, duck and swing: the two are half a bar apart, so one always meets the other's blow."""
    on = kept(m, 0.35)
    bar = m.t * 0.8 + (0.5 if m.pose.reach < 0 else 0.0)
    jab = strike(m.t + (0.62 if m.pose.reach < 0 else 0.0), 0.8)
    hit, left = 1 - jab if m.t * 0.8 % 1.0 > 0.5 else jab * 0.2, int(bar) % 2 == 0
    lead, rear = ("l", "r") if left else ("r", "l")
    s = wave(bar, 1.0)
    arms = {**arm(m, lead, 0.42 + 0.52 * hit, 0.02 + 0.10 * hit, 6), **arm(m, rear, 0.34, 0.00, 2)}
    body = posed(
        m.base,
        on,
        hip=0.90 - 0.05 * pulse(bar, 1.0),
        foot_l=0.25,
        foot_r=-0.25,
        lean=7 + 9 * s,
        sway=0.07 * s,
        nod=2 - 6 * s,
    )
    return posed(body, on, **arms)


def _fence(m: Moment) -> Stance:
    """En garde, lunge, parry: one attacks while the other gives way."""
    on = kept(m, 0.4)
    u = (m.t * 0.62 + (0.5 if m.pose.reach < 0 else 0.0)) % 1.0
    lunge = ease(u / 0.16) * (1 - ease((u - 0.26) / 0.2))
    parry = ease((u - 0.5) / 0.14) * (1 - ease((u - 0.74) / 0.2))
    arms = {
        **arm(m, "r", 0.58 + 0.38 * lunge - 0.14 * parry, -0.10 + 0.12 * lunge + 0.34 * parry, 4),
        **arm(m, "l", -0.42, 0.10 - 0.3 * lunge, 20),
    }
    feet = {"foot_r": 0.26 + 0.34 * lunge, "foot_l": -0.30 - 0.06 * lunge, "hip": 0.88 - 0.10 * lunge}
    return posed(
        posed(m.base, on, lean=4 + 15 * lunge - 9 * parry, sway=0.02 + 0.18 * lunge - 0.1 * parry, **feet), on, **arms
    )


def _stab(m: Moment) -> Stance:
    back, out = part(m, 0.0, 0.34) * (1 - part(m, 0.38, 0.48)), part(m, 0.38, 0.48) * (1 - part(m, 0.68, 0.95))
    arms = {
        **arm(m, "r", 0.40 - 0.40 * back + 0.56 * out, -0.10 + 0.32 * back - 0.02 * out, 6),
        **arm(m, "l", 0.30, -0.40, 20),
    }
    body = added(
        m.base,
        lean=-9 * back + 22 * out,
        sway=0.16 * out - 0.05 * back,
        foot_l=-0.26,
        foot_r=0.28 + 0.22 * out,
        hip=-0.07 - 0.08 * out,
    )
    return posed(between_guard(m, body), held(m, 0.2, 0.25), **arms)


PAIRS: dict[str, Performance] = {
    "give": _give, "take": _take, "hug": _hug, "kiss": _kiss, "kissed": _kissed, "shake hands": _shake_hands,
    "hold hands": _hold_hands, "comfort": _comfort, "punch": _punch, "kick": _kick, "struck": _struck, "pushed": _pushed,
    "fight": _fight, "fence": _fence, "stab": _stab,
}  # fmt: skip
