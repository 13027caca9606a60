"""Gestures of head, hands and face: nods and shrugs, tears and laughter, what is said with the body and not with words."""

from __future__ import annotations

from engine.backends.animatic.puppets.performances.moment import (
    SHOULDER_TO_MOUTH,
    Moment,
    Performance,
    added,
    arm,
    held,
    kept,
    part,
    posed,
    pulse,
    wave,
)
from engine.backends.animatic.puppets.stance import Stance, ease, settle

MOUTH = SHOULDER_TO_MOUTH


def _nod(m: Moment) -> Stance:
    """Chin up a little, then twice down."""
    down = pulse(m.t, 1.7, 0.5) - 0.5 if m.t < 1.25 else 0.0
    return added(m.base, nod=26 * down * 1.6, lean=5 * down)


def _shake_head(m: Moment) -> Stance:
    fade = 1 - ease((m.t - 1.2) / 0.5)
    return added(m.base, turn=34 * wave(m.t, 1.5) * fade, nod=6 * fade, lean=-2 * fade)


def _shrug(m: Moment) -> Stance:
    up = held(m, 0.35, 0.5)
    arms = {**arm(m, "l", 0.42, -0.38, 34), **arm(m, "r", 0.42, -0.38, 34)}
    return posed(added(m.base, stretch=0.045 * up, nod=-5 * up, turn=14 * up), up, **arms)


def _bow(m: Moment) -> Stance:
    """Feet together, down slowly, held, up; the hands meet before the chest as one greets with the hand over the fist."""
    down = held(m, 0.75, 0.7)
    arms = {**arm(m, "l", 0.52, -0.30, 4), **arm(m, "r", 0.52, -0.30, 4)}
    bent = added(
        m.base,
        lean=46 * max(-0.08, down),
        nod=22 * down,
        sway=-0.13 * down,
        foot_l=-m.base.foot_l,
        foot_r=-m.base.foot_r,
    )
    return posed(bent, min(1.0, max(0.0, down)), **arms)


def _clap(m: Moment) -> Stance:
    """Hands high before the chest, so that they are seen to meet."""
    on, apart = kept(m, 0.35), pulse(m.t, 2.4)
    arms = {side: arm(m, side, 0.60, -0.02 + 0.04 * apart, -2 + 30 * apart) for side in "lr"}
    return posed(added(m.base, nod=-3 + 2 * apart, lean=-2), on, **arms["l"], **arms["r"])


def _cheer(m: Moment) -> Stance:
    """Both fists up, down a little, up: the whole figure stretches with them."""
    on, up = kept(m, 0.4), pulse(m.t, 1.4)
    arms = {side: arm(m, side, 0.15, 0.72 + 0.26 * up, 22) for side in "lr"}
    hop = max(0.0, up - 0.55) * 0.16
    body = added(m.base, stretch=0.03 * up, nod=-12 * up, lean=-4, hip=-0.06 * (1 - up), rise=hop)
    return posed(body, on, **arms["l"], **arms["r"])


def _beckon(m: Moment) -> Stance:
    up, curl = held(m), pulse(m.t, 1.6)
    return posed(m.base, up, **arm(m, "r", 0.85 - 0.38 * curl, 0.04 + 0.2 * curl, 16), nod=m.base.nod - 4 * curl)


def _salute(m: Moment) -> Stance:
    up = held(m, 0.3, 0.35)
    straight = posed(m.base, up, lean=-2, stretch=1.02, nod=-3, foot_l=0.0, foot_r=0.0)
    return posed(straight, up, **arm(m, "r", 0.24, 0.52, 38), arm_l=0, arm_l_out=4, arm_l_bend=2)


def _point(m: Moment) -> Stance:
    """Look first, then the arm: straight, held, with a second little thrust."""
    up = settle((m.t - 0.15) / 0.4) * (1 - ease((m.t - m.length + 0.4) / 0.4))
    thrust = 0.05 * pulse(m.t - 0.9, 1.1) * (0.9 < m.t < 1.8)
    return posed(added(m.base, lean=5 * up, sway=0.05 * up), up, **arm(m, "r", 0.93 + thrust, 0.16, 8), nod=-4)


def _stretch(m: Moment) -> Stance:
    up = held(m, 0.9, 0.7)
    arms = {**arm(m, "l", -0.05, 0.97, 26), **arm(m, "r", 0.05, 0.97, 26)}
    arched = added(m.base, lean=-11 * up, nod=-20 * up, stretch=0.05 * up, lids=up * 0.9, hip=0.01 * up)
    return posed(arched, up, **arms)


def _yawn(m: Moment) -> Stance:
    """Breath in, head back, a hand before the mouth, and slack."""
    up = held(m, 0.7, 0.6)
    slack = part(m, 0.75, 1.0)
    drawn = added(
        m.base, nod=-17 * up + 6 * slack, lean=-5 * up + 3 * slack, lids=0.85 * up, stretch=0.03 * up - 0.012 * slack
    )
    return posed(drawn, up, **arm(m, "r", MOUTH[0] + 0.06, MOUTH[1] + 0.02, 4))


def _sneeze(m: Moment) -> Stance:
    """In, in, and out: two short breaths, then the body folds."""
    back = max(pulse(m.t, 1.9) * (m.t < 0.53), ease((m.t - 0.53) / 0.4) * (0.53 <= m.t < 0.97))
    out = ease((m.t - 0.95) / 0.1) * (1 - ease((m.t - 1.15) / 0.6))
    body = added(
        m.base, nod=-20 * back + 30 * out, lean=-7 * back + 24 * out, lids=max(0.6 * back, out), hip=-0.05 * out
    )
    return posed(body, max(0.6 * back, out), **arm(m, "r", MOUTH[0] + 0.1, MOUTH[1] - 0.02, 2))


def _cough(m: Moment) -> Stance:
    on = held(m, 0.3, 0.4)
    jerk = pulse(m.t, 2.1) ** 3
    body = added(m.base, lean=(7 + 8 * jerk) * on, nod=(8 + 10 * jerk) * on, lids=0.7 * jerk * on)
    return posed(body, on, **arm(m, "r", MOUTH[0] + 0.04, MOUTH[1] - 0.05, 2))


def _shiver(m: Moment) -> Stance:
    on, shake = kept(m, 0.5), wave(m.t, 5.6)
    arms = {**arm(m, "l", 0.36, -0.20, -26), **arm(m, "r", 0.40, -0.26, -26)}
    small = added(
        m.base,
        hip=-0.05 * on,
        lean=(8 + 0.9 * shake) * on,
        nod=(9 + 1.2 * shake) * on,
        turn=3 * shake * on,
        stretch=-0.02 * on,
    )
    tight = posed(small, on, **arms)
    return added(tight, arm_l=2.2 * shake * on, arm_r=-2.2 * shake * on)


def _laugh(m: Moment) -> Stance:
    """Head back, shoulders going, a hand on the belly; every third breath it bends the body forward."""
    on, ha = kept(m, 0.35), pulse(m.t, 3.6)
    fold = max(0.0, wave(m.t, 0.33, -0.2)) ** 2
    body = added(
        m.base,
        lean=(-9 + 26 * fold) * on,
        nod=(-15 + 12 * fold + 4 * ha) * on,
        stretch=0.022 * ha * on,
        hip=-0.05 * fold * on,
    )
    return posed(body, on, **arm(m, "r", 0.34, -0.50, -6), arm_l=10, arm_l_out=26 - 10 * fold, arm_l_bend=52, lids=0.75)


def _cry(m: Moment) -> Stance:
    """Face in the hands, shoulders that jerk, a long breath."""
    on, sob = kept(m, 0.8), pulse(m.t, 1.9) * (0.4 + 0.6 * max(0.0, wave(m.t, 0.27)))
    arms = {**arm(m, "l", MOUTH[0] + 0.03, MOUTH[1] + 0.14, 2), **arm(m, "r", MOUTH[0] + 0.06, MOUTH[1] + 0.10, 0)}
    body = added(
        m.base,
        lean=(10 + 3 * sob) * on,
        nod=(20 - 4 * sob) * on,
        stretch=(-0.02 + 0.02 * sob) * on,
        lids=on,
        hip=-0.03 * on,
    )
    return posed(body, on, **arms)


def _shout(m: Moment) -> Stance:
    """Leaning into it, both hands a funnel, in bursts."""
    on = kept(m, 0.35)
    force = 0.55 + 0.45 * pulse(m.t, 0.8)
    arms = {**arm(m, "l", MOUTH[0] + 0.16, MOUTH[1], 8), **arm(m, "r", MOUTH[0] + 0.16, MOUTH[1] - 0.03, 8)}
    return posed(added(m.base, lean=(3 + 8 * force) * on, nod=-9 * force * on, sway=0.05 * on), on, **arms)


def _whisper(m: Moment) -> Stance:
    on = kept(m, 0.6)
    near = added(m.base, lean=12 * on, nod=6 * on, hip=-0.02 * on, turn=6 * wave(m.t, 0.2) * on)
    return posed(near, on, **arm(m, "r", MOUTH[0] + 0.10, MOUTH[1] + 0.04, 14))


def _sing(m: Moment) -> Stance:
    """A hand on the heart, the other opens with the tune; the body sways."""
    on, tune = kept(m, 0.6), wave(m.t, 0.42)
    open_ = 0.5 + 0.5 * tune
    body = added(
        m.base, lean=(-4 + 3 * tune) * on, nod=(-8 - 5 * open_) * on, turn=8 * tune * on, stretch=0.02 * open_ * on
    )
    return posed(body, on, **arm(m, "l", 0.34, -0.26, -14), **arm(m, "r", 0.55 + 0.25 * open_, -0.32 + 0.5 * open_, 30))


def _pray(m: Moment) -> Stance:
    on = kept(m, 0.8)
    arms = {**arm(m, "l", 0.44, 0.02, -8), **arm(m, "r", 0.44, 0.02, -8)}
    return posed(added(m.base, nod=(17 + 3 * wave(m.t, 0.25)) * on, lean=5 * on, lids=on), on, **arms)


def _think(m: Moment) -> Stance:
    """One arm across, the chin on the other hand; now and then a finger taps."""
    on, tap = kept(m, 0.8), pulse(m.t, 2.0) * (m.t % 3.0 > 2.0)
    arms = {**arm(m, "l", 0.32, -0.42, -24), **arm(m, "r", MOUTH[0] + 0.02, MOUTH[1] - 0.16 + 0.03 * tap, -2)}
    return posed(
        added(m.base, nod=(4 + 3 * wave(m.t, 0.17)) * on, turn=9 * wave(m.t, 0.12) * on, lean=-3 * on), on, **arms
    )


def _argue(m: Moment) -> Stance:
    """One hand chops the points, then the other."""
    on, beat = kept(m, 0.4), pulse(m.t, 1.25)
    left = m.t % 3.2 > 1.6
    active, rest = ("l", "r") if left else ("r", "l")
    arms = {**arm(m, active, 0.62, -0.28 + 0.36 * beat, 16), **arm(m, rest, 0.28, -0.62, 18)}
    return posed(added(m.base, lean=(5 + 3 * beat) * on, nod=(-2 + 6 * beat) * on), on, **arms)


def _listen(m: Moment) -> Stance:
    on = kept(m, 0.6)
    return posed(added(m.base, lean=9 * on, turn=-20 * on, nod=3 * on), on, **arm(m, "r", 0.12, 0.46, 30))


def _rub_eyes(m: Moment) -> Stance:
    on, rub = held(m, 0.5, 0.5), wave(m.t, 2.2)
    arms = {
        **arm(m, "r", MOUTH[0] + 0.02, MOUTH[1] + 0.18 + 0.03 * rub, -2),
        **arm(m, "l", MOUTH[0], MOUTH[1] + 0.16 - 0.03 * rub, -2),
    }
    return posed(added(m.base, nod=(10 + 2 * rub) * on, lids=on), on, **arms)


def _cover(m: Moment) -> Stance:
    on = held(m, 0.5, 0.6)
    arms = {**arm(m, "l", MOUTH[0] + 0.05, MOUTH[1] + 0.16, 0), **arm(m, "r", MOUTH[0] + 0.08, MOUTH[1] + 0.14, 0)}
    return posed(added(m.base, nod=12 * on, lids=on, lean=4 * on), on, **arms)


def _blow(m: Moment) -> Stance:
    """A breath in, cheeks, and forward."""
    back, out = part(m, 0.0, 0.35) * (1 - part(m, 0.35, 0.48)), part(m, 0.38, 0.5) * (1 - part(m, 0.78, 1.0))
    return added(m.base, lean=-7 * back + 15 * out, nod=-8 * back + 6 * out, stretch=0.03 * back - 0.012 * out)


def _struggle(m: Moment) -> Stance:
    on = kept(m, 0.3)
    a, b = wave(m.t, 1.7), wave(m.t, 1.3, 0.3)
    arms = {**arm(m, "l", 0.5 * a, 0.35 + 0.4 * b, 40), **arm(m, "r", -0.5 * b, 0.3 + 0.4 * a, 40)}
    body = added(
        m.base,
        lean=14 * b * on,
        turn=18 * a * on,
        nod=8 * b * on,
        foot_l_up=0.2 * max(0.0, a) * on,
        foot_r_up=0.2 * max(0.0, -a) * on,
    )
    return posed(body, on, **arms)


def _sway(m: Moment) -> Stance:
    on, s = kept(m, 0.6), wave(m.t, 0.5)
    return added(
        m.base, sway=0.12 * s * on, lean=-7 * s * on, nod=5 * s * on, arm_l_out=8 * s * on, arm_r_out=-8 * s * on
    )


def _hail(m: Moment) -> Stance:
    """A wave on the way."""
    on, swing = kept(m, 0.5), wave(m.t, 1.9)
    return posed(added(m.base, nod=-3), on, arm_r=8, arm_r_out=128, arm_r_bend=28 + 30 * swing)


def _tai_chi(m: Moment) -> Stance:
    """A slow push from one leg to the other, knees soft."""
    on, s = kept(m, 1.0), wave(m.t, 0.22)
    arms = {**arm(m, "l", 0.62 + 0.28 * s, -0.05 - 0.12 * s, 14), **arm(m, "r", 0.62 - 0.28 * s, -0.05 + 0.12 * s, 14)}
    low = posed(m.base, on, hip=0.84, foot_l=0.34, foot_r=-0.34, sway=0.12 * s, lean=2 + 3 * s)
    return posed(low, on, **arms)


GESTURES: dict[str, Performance] = {
    "nod": _nod, "shake head": _shake_head, "shrug": _shrug, "bow": _bow, "clap": _clap, "cheer": _cheer, "beckon": _beckon,
    "salute": _salute, "point": _point, "stretch": _stretch, "yawn": _yawn, "sneeze": _sneeze, "cough": _cough, "shiver": _shiver,
    "laugh": _laugh, "cry": _cry, "shout": _shout, "whisper": _whisper, "sing": _sing, "pray": _pray, "think": _think,
    "gesture": _argue, "listen": _listen, "stir awake": _rub_eyes, "close eyes": _cover, "blow out": _blow,
    "struggle": _struggle, "swing": _sway, "exercise": _tai_chi, "hail": _hail,
}  # fmt: skip
