"""What takes the whole body: dances, kneeling, falling asleep and getting up, looking about, opening, picking up, throwing.

Each grows out of the stance somebody has and gives it back at its end, so one performance follows another without a jump.
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
    wave,
)
from engine.backends.animatic.puppets.stance import Stance, between, ease


def _dance(m: Moment) -> Stance:
    """Four bars: hips from side to side, a kick, arms that open and close, a knee."""
    on, bar = kept(m, 0.4), m.t * 0.85
    s, bounce = math.sin(math.pi * bar), pulse(m.t, 1.7)
    left = math.floor(bar / 2) % 2 == 0
    lift = max(0.0, s) * (0.26 if math.floor(bar) % 4 == 3 else 0.10)
    high, low = ("l", "r") if left else ("r", "l")
    arms = {**arm(m, high, 0.25 + 0.2 * s, 0.80 - 0.12 * bounce, 26), **arm(m, low, 0.55, -0.28 + 0.3 * abs(s), 44)}
    feet = {"foot_l": 0.13 * s, "foot_r": -0.13 * s, f"foot_{low}_up": lift, f"foot_{high}_up": 0.0}
    body = posed(m.base, on, hip=0.93 + 0.045 * bounce, sway=0.13 * s, lean=-9 * s, nod=7 * s - 4, turn=14 * s, **feet)
    return posed(body, on, **arms)


def _kneel(m: Moment) -> Stance:
    """One knee after the other goes down; both in the end, the back straight."""
    down = part_of(m, 1.0)
    arms = {**arm(m, "l", 0.36, -0.76, 6), **arm(m, "r", 0.40, -0.76, 6)}
    low = posed(
        m.base,
        1.0,
        hip=0.47,
        foot_l=-0.46,
        foot_r=-0.50,
        foot_l_up=0.04,
        foot_r_up=0.04,
        foot_l_tilt=-62,
        foot_r_tilt=-62,
        lean=m.base.lean + 3,
    )
    half = posed(m.base, 1.0, hip=0.62, foot_l=0.26, foot_r=-0.5, foot_r_up=0.03, foot_r_tilt=-55, lean=8)
    down_there = posed(low, 1.0, **arms)
    return between(m.base, half, down / 0.5) if down < 0.5 else between(half, down_there, (down - 0.5) / 0.5)


def part_of(m: Moment, seconds: float) -> float:
    """0..1 while a posture is taken; 1 for who was in it before the shot."""
    return 1.0 if m.pose.before is None else ease(m.t / seconds)


def _kowtow(m: Moment) -> Stance:
    """On both knees, the forehead to the ground, up, and again."""
    kneeling = _kneel(m)
    u = max(0.0, m.t - 1.2) % 2.6 if m.pose.before is not None else m.t % 2.6
    down = ease((u - 0.2) / 0.7) * (1 - ease((u - 1.5) / 0.8))
    arms = {
        **arm(m, "l", 0.45 + 0.3 * down, -0.15 + 0.55 * down, 4),
        **arm(m, "r", 0.45 + 0.3 * down, -0.15 + 0.55 * down, 4),
    }
    bent = kneeling._replace(
        lean=kneeling.lean + 78 * down, nod=20 * down, sway=-0.28 * down, hip=kneeling.hip - 0.12 * down
    )
    return posed(bent, 1.0, **arms)


def _crouch(m: Moment) -> Stance:
    down = part_of(m, 0.6)
    arms = {**arm(m, "l", 0.50, -0.55, 4), **arm(m, "r", 0.54, -0.55, 4)}
    low = posed(
        m.base,
        1.0,
        hip=0.30,
        sway=-0.22,
        foot_l=0.12,
        foot_r=-0.08,
        foot_r_tilt=-24,
        foot_r_up=0.03,
        lean=30 + m.base.lean,
        nod=-14,
    )
    return between(m.base, posed(low, 1.0, **arms), down)


def _hide(m: Moment) -> Stance:
    """Small, arms about the knees; now and then the head comes up to look, and down again."""
    low = _crouch(m)
    peep = max(0.0, wave(m.t, 0.24)) ** 3
    arms = {**arm(m, "l", 0.44, -0.30, -14), **arm(m, "r", 0.46, -0.34, -14)}
    return posed(
        low._replace(
            lean=low.lean + 12 * (1 - peep), nod=low.nod + 24 * (1 - peep) - 4 * peep, turn=26 * wave(m.t, 0.48) * peep
        ),
        1.0,
        **arms,
    )


def _stumble(m: Moment) -> Stance:
    """The toe catches, the body goes on without it, the arms look for it; saved in two steps."""
    out = ease((m.t - 0.15) / 0.25) * (1 - ease((m.t - 0.8) / 0.7))
    flail = wave(m.t, 2.4) * out
    return added(
        m.base, lean=34 * out, nod=-14 * out, sway=0.10 * out, hip=-0.10 * out, foot_l=0.36 * out, foot_r=-0.30 * out, foot_r_up=0.14 * out,
        foot_r_tilt=-40 * out, arm_l=60 * out + 30 * flail, arm_r=30 * out - 30 * flail, arm_l_out=26 * out, arm_r_out=26 * out,
    )  # fmt: skip


_DOWN = Stance(
    tip=90,
    lean=4,
    nod=9,
    arm_l=52,
    arm_r=6,
    arm_l_out=12,
    arm_r_out=10,
    arm_l_bend=62,
    arm_r_bend=30,
    foot_l=0.20,
    foot_r=0.04,
    hip=0.93,
    lids=1.0,
)


def _faint(m: Moment) -> Stance:
    """The back of a hand to the brow, a sway, the knees go, and down it slides."""
    weak = ease(m.t / 0.6) * (1 - ease((m.t - 1.1) / 0.3))
    sway = wave(m.t, 0.8) * weak
    start = posed(
        added(m.base, lean=(-9 + 6 * sway) * weak, nod=-12 * weak, lids=0.8 * weak), weak, **arm(m, "r", 0.26, 0.56, 6)
    )
    buckled = start._replace(hip=0.70, lean=-12, foot_l=0.16, foot_r=0.10, nod=-8, tip=18, lids=1.0)
    if m.t < 1.25:
        return between(start, buckled, ease((m.t - 0.9) / 0.35))
    drop = min(1.0, (m.t - 1.25) / 0.5)
    return between(
        buckled,
        _DOWN._replace(stretch=1 - 0.03 * math.sin(math.pi * min(1.0, max(0.0, (m.t - 1.7) / 0.3)))),
        drop * drop,
    )


def _sleep(m: Moment) -> Stance:
    """On the back, a knee drawn up, a hand on the belly that goes up and down; long breaths."""
    air = wave(m.t, 0.22)
    return m.base._replace(
        tip=-90, hip=0.95, sway=0.0, lean=0.0, nod=3.0, turn=0.0, foot_l=0.16, foot_r=0.02, foot_l_up=0.10, foot_r_up=0.0, foot_l_tilt=-14,
        foot_r_tilt=0.0, arm_l=-8, arm_r=-2 + 2.0 * air, arm_l_out=6, arm_r_out=4, arm_l_bend=26, arm_r_bend=40, stretch=1 + 0.012 * air, lids=1.0,
        seat=0.0, rise=0.0,
    )  # fmt: skip


def _wake(m: Moment) -> Stance:
    """Up at last: a stretch with both arms, then a rub of the eyes."""
    up = ease((m.t - 0.5) / 0.6) * (1 - ease((m.t - 1.7) / 0.6))
    arms = {**arm(m, "l", 0.0, 0.96, 28), **arm(m, "r", 0.0, 0.94, 28)}
    return posed(
        added(m.base, lean=-9 * up, nod=-15 * up, stretch=0.04 * up, lids=max(0.0, 0.9 - m.t / 1.6)), up, **arms
    )


def _peek(m: Moment) -> Stance:
    """Out with the head alone, and back a little; a hand on what hides the rest."""
    on, out = kept(m, 0.7), 0.7 + 0.3 * wave(m.t, 0.3)
    leaning = added(
        m.base, lean=22 * out * on, sway=0.10 * on, hip=-0.05 * on, nod=-12 * on, turn=12 * wave(m.t, 0.4) * on
    )
    return posed(leaning, on, **arm(m, "r", 0.54, 0.06, 10))


def _look_around(m: Moment) -> Stance:
    """The head to one side, held, to the other; the body follows a little."""
    side = math.sin(2 * math.pi * m.t / 3.2)
    return added(m.base, turn=52 * max(-1.0, min(1.0, 1.5 * side)), nod=-4, lean=2 * side, arm_l_out=2, arm_r_out=2)


def _look_up(m: Moment) -> Stance:
    on = kept(m, 0.7)
    return added(m.base, nod=-26 * on, lean=-7 * on, stretch=0.012 * on)


def _look_down(m: Moment) -> Stance:
    on = kept(m, 0.7)
    return added(m.base, nod=25 * on, lean=6 * on)


def _look_back(m: Moment) -> Stance:
    on = held(m, 0.5, 0.5)
    return added(m.base, turn=-78 * on, lean=-2 * on)


def _stare(m: Moment) -> Stance:
    on = kept(m, 0.8)
    return m.base._replace(lean=m.base.lean + 7 * on, nod=-3, stretch=1.0, arm_l_out=6, arm_r_out=6)


def _search(m: Moment) -> Stance:
    """Bent over, hands that turn things over, the head from side to side."""
    on = kept(m, 0.5)
    a, b = wave(m.t, 0.9), wave(m.t, 0.7, 0.3)
    arms = {
        **arm(m, "l", 0.62 + 0.10 * a, -0.42 + 0.08 * b, 18 + 10 * a),
        **arm(m, "r", 0.62 + 0.10 * b, -0.42 - 0.08 * a, 18 + 10 * b),
    }
    return posed(
        added(m.base, lean=27 * on, nod=4 * on, turn=32 * wave(m.t, 0.32) * on, hip=-0.06 * on, sway=-0.08 * on),
        on,
        **arms,
    )


def _open(m: Moment) -> Stance:
    """A hand on it, the weight into it, and through."""
    reach, pull = part(m, 0.0, 0.3), part(m, 0.35, 0.75)
    on = held(m, 0.4, 0.4)
    return posed(
        added(m.base, lean=(8 * reach - 16 * pull) * on, turn=6 * pull * on),
        on,
        **arm(m, "r", 0.86 - 0.38 * pull, -0.22, 6 + 46 * pull),
    )


def _close(m: Moment) -> Stance:
    push, on = part(m, 0.2, 0.65), held(m, 0.4, 0.4)
    return posed(
        added(m.base, lean=(-3 + 14 * push) * on), on, **arm(m, "r", 0.46 + 0.46 * push, -0.14, 40 - 36 * push)
    )


def _knock(m: Moment) -> Stance:
    """Three raps, and listening."""
    on = held(m, 0.35, 0.35)
    rap = pulse(m.t - 0.4, 3.4) * (0.4 < m.t < 1.3)
    return posed(
        added(m.base, lean=(5 + 4 * (m.t > 1.4)) * on, turn=-10 * (m.t > 1.4) * on),
        on,
        **arm(m, "r", 0.66 + 0.14 * rap, 0.20, 4),
    )


def _pick_up(m: Moment) -> Stance:
    """Knees and back go down, the hand closes, up with it to the chest."""
    down = part(m, 0.05, 0.42) * (1 - part(m, 0.52, 0.88))
    up = part(m, 0.5, 0.9)
    arms = arm(m, "r", 0.40 + 0.20 * down, -0.50 - 0.44 * down + 0.22 * up * (1 - down), 6)
    low = added(
        m.base,
        hip=-0.40 * down,
        sway=-0.16 * down,
        lean=50 * down,
        nod=6 * down + 10 * up,
        foot_l=0.16 * down,
        foot_r=-0.16 * down,
        foot_r_tilt=-22 * down,
    )
    return posed(low, min(1.0, part(m, 0.0, 0.3) * (1 - 0.4 * part(m, 0.9, 1.0))), **arms)


def _put_down(m: Moment) -> Stance:
    down = part(m, 0.15, 0.5) * (1 - part(m, 0.6, 0.95))
    on = held(m, 0.3, 0.4)
    low = added(m.base, hip=-0.16 * down, sway=-0.10 * down, lean=32 * down, nod=12 * on)
    return posed(low, on, **arm(m, "r", 0.56 + 0.1 * down, -0.24 - 0.34 * down, 6))


def _drop(m: Moment) -> Stance:
    """The fingers open, the hand is still up there, and the eyes go down after it."""
    on, after = held(m, 0.25, 0.5), part(m, 0.25, 0.5)
    return posed(
        added(m.base, nod=22 * after * on, lean=-6 * part(m, 0.2, 0.35) * on),
        on,
        **arm(m, "r", 0.52, -0.22 + 0.14 * after, 12),
    )


def _lift(m: Moment) -> Stance:
    """From low, through the knees, to over the head; it trembles there."""
    up = part(m, 0.25, 0.65)
    low = part(m, 0.0, 0.2) * (1 - part(m, 0.28, 0.55))
    shake = 0.012 * wave(m.t, 6.0) * up
    arms = {side: arm(m, side, 0.52 - 0.34 * up, -0.70 + 1.60 * up + shake, 6) for side in "lr"}
    return posed(
        added(m.base, hip=-0.26 * low, lean=34 * low - 7 * up, nod=-14 * up, sway=-0.1 * low),
        held(m, 0.3, 0.5),
        **arms["l"],
        **arms["r"],
    )


def _raise(m: Moment) -> Stance:
    """One hand up, as high as it goes, and held there."""
    up = held(m, 0.5, 0.5)
    return posed(added(m.base, nod=-9 * up, lean=-3 * up, stretch=0.02 * up), up, **arm(m, "r", 0.18, 0.95, 10))


def _throw(m: Moment) -> Stance:
    """Wound up behind the ear, weight back; over the top, weight forward; the arm goes on across."""
    back, over = part(m, 0.0, 0.40) * (1 - part(m, 0.44, 0.54)), part(m, 0.44, 0.56) * (1 - part(m, 0.75, 1.0))
    arms = {
        **arm(m, "r", -0.42 * back + 0.86 * over, 0.42 * back - 0.10 * over - 0.5 * (1 - back) * (1 - over), 18),
        **arm(m, "l", 0.6 * back - 0.2 * over, 0.05 * back - 0.7 * (1 - back), 14),
    }
    body = added(
        m.base,
        lean=-15 * back + 25 * over,
        nod=-4,
        sway=-0.10 * back + 0.13 * over,
        foot_l=0.30 * max(back, over),
        foot_r=-0.22 * max(back, over),
        hip=-0.05 * max(back, over),
        foot_l_up=0.09 * back,
    )
    return posed(body, held(m, 0.25, 0.3), **arms)


def _catch(m: Moment) -> Stance:
    """Eyes on it, both hands up to meet it, and in to the chest."""
    up, in_ = part(m, 0.0, 0.4), part(m, 0.45, 0.65)
    arms = {side: arm(m, side, 0.74 - 0.34 * in_, 0.24 * up - 0.46 * in_, 6) for side in "lr"}
    body = added(m.base, hip=-0.08 * in_, lean=-4 * up - 5 * in_, nod=-10 * up * (1 - in_) + 8 * in_, foot_r=-0.2 * up)
    return posed(body, held(m, 0.35, 0.4), **arms["l"], **arms["r"])


def _lean(m: Moment) -> Stance:
    """The back against something, arms folded, a foot crossed over."""
    on = kept(m, 0.7)
    arms = {**arm(m, "l", 0.36, -0.40, -30), **arm(m, "r", 0.40, -0.34, -30)}
    return posed(added(m.base, lean=-9 * on, sway=0.16 * on, nod=5 * on, foot_l=0.26 * on, hip=-0.015 * on), on, **arms)


def _turn(m: Moment) -> Stance:
    """The arms fly out a little with the turn and fall back."""
    out = math.sin(math.pi * min(1.0, m.t / 1.3)) if m.t < 1.3 else 0.0
    return added(m.base, arm_l_out=34 * out, arm_r_out=34 * out, stretch=0.015 * out, hip=0.0, nod=-3 * out)


def _puff(m: Moment) -> Stance:
    """A flourish before it happens."""
    up = part(m, 0.0, 0.4)
    arms = {side: arm(m, side, 0.35, -0.6 + 1.35 * up, 34) for side in "lr"}
    return posed(added(m.base, nod=-10 * up, lean=-4 * up, rise=0.08 * up), up, **arms["l"], **arms["r"])


BODIES: dict[str, Performance] = {
    "dance": _dance,
    "kneel": _kneel,
    "kowtow": _kowtow,
    "crouch": _crouch,
    "hide": _hide,
    "stumble": _stumble,
    "faint": _faint,
    "sleep": _sleep,
    "wake": _wake,
    "peek": _peek,
    "look around": _look_around,
    "look up": _look_up,
    "look down": _look_down,
    "look back": _look_back,
    "stare": _stare,
    "search": _search,
    "open": _open,
    "close": _close,
    "knock": _knock,
    "pick up": _pick_up,
    "put down": _put_down,
    "drop": _drop,
    "lift": _lift,
    "raise": _raise,
    "throw": _throw,
    "catch": _catch,
    "turn": _turn,
    "lean": _lean,
    "spin": _turn,
    "vanish": _puff,
    "appear": _puff,
    "transform": _puff,
}
