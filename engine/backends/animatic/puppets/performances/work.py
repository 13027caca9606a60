"""Work, music and meals: what hands do with a tool, drawn in them by `puppets.implements`.

The tool follows the hands, so a performance only has to move those: it puts them where the tool is gripped.
"""

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
    strike,
    wave,
)
from engine.backends.animatic.puppets.stance import Stance, ease

MOUTH = SHOULDER_TO_MOUTH


def _read(m: Moment) -> Stance:
    """The book before the chest, the eyes down; a page turns every four seconds."""
    on = kept(m, 0.6)
    page = pulse(m.t % 4.0 - 3.2, 1.25) * (3.2 < m.t % 4.0 < 4.0)
    arms = {**arm(m, "l", 0.52, -0.20, 4), **arm(m, "r", 0.54 - 0.08 * page, -0.20 + 0.10 * page, 4 - 18 * page)}
    return posed(added(m.base, nod=(14 + 2 * wave(m.t, 0.11)) * on, turn=5 * wave(m.t, 0.35) * on), on, **arms)


def _write(m: Moment) -> Stance:
    on = kept(m, 0.6)
    along = (m.t * 0.45) % 1.0
    arms = {
        **arm(m, "l", 0.56, -0.34, 2),
        **arm(m, "r", 0.58 + 0.03 * wave(m.t, 3.3), -0.30 + 0.03 * pulse(m.t, 2.7), -14 + 20 * along),
    }
    return posed(added(m.base, nod=19 * on, lean=8 * on, turn=6 * (along - 0.5) * on), on, **arms)


def _type(m: Moment) -> Stance:
    on = kept(m, 0.5)
    arms = {
        **arm(m, "l", 0.66, -0.38 + 0.04 * pulse(m.t, 4.3), 2),
        **arm(m, "r", 0.66, -0.38 + 0.04 * pulse(m.t, 3.7, 0.4), 2),
    }
    return posed(added(m.base, nod=8 * on, lean=6 * on), on, **arms)


def _eat(m: Moment) -> Stance:
    """The bowl near the chest; the hand goes down to it and up to the mouth, which comes to meet it."""
    on = kept(m, 0.5)
    bite = ease((m.t % 2.2) / 0.6) * (1 - ease((m.t % 2.2 - 1.0) / 0.6))
    spoon = arm(m, "r", 0.52 + (MOUTH[0] - 0.42) * bite, -0.30 + (MOUTH[1] + 0.24) * bite, 2)
    return posed(
        added(m.base, nod=(6 + 9 * bite) * on, lean=(3 + 4 * bite) * on), on, **arm(m, "l", 0.50, -0.26, 0), **spoon
    )


def _drink(m: Moment) -> Stance:
    """The cup comes up, the head goes back, a swallow, and down; again after a while."""
    on, u = kept(m, 0.5), m.t % 4.2
    up = ease((u - 0.4) / 0.7) * (1 - ease((u - 2.3) / 0.7))
    sip = ease((u - 1.0) / 0.4) * (1 - ease((u - 2.1) / 0.4))
    cup = arm(m, "r", 0.55 + (MOUTH[0] - 0.45) * up, -0.32 + (MOUTH[1] + 0.24) * up, 6)
    return posed(added(m.base, nod=-15 * sip * on, lean=-5 * sip * on), on, **cup)


def _cook(m: Moment) -> Stance:
    """Stirring round; now and then a taste."""
    on = kept(m, 0.5)
    arms = {
        **arm(m, "l", 0.62, -0.46, 8),
        **arm(m, "r", 0.60 + 0.10 * wave(m.t, 0.95), -0.36 + 0.03 * wave(m.t, 0.95, 0.25), 2),
    }
    return posed(added(m.base, nod=15 * on, lean=(7 + 2 * wave(m.t, 0.95)) * on), on, **arms)


def _chop(m: Moment) -> Stance:
    on, up = kept(m, 0.5), strike(m.t, 1.7)
    arms = {**arm(m, "l", 0.58, -0.48, 2), **arm(m, "r", 0.58, -0.44 + 0.34 * up, 2)}
    return posed(added(m.base, nod=17 * on, lean=(9 - 3 * up) * on), on, **arms)


def _hammer(m: Moment) -> Stance:
    on, up = kept(m, 0.5), strike(m.t, 1.1)
    arms = {**arm(m, "l", 0.60, -0.44, 4), **arm(m, "r", 0.62 - 0.42 * up, -0.36 + 0.98 * up, 6)}
    return posed(added(m.base, nod=12 * on, lean=(14 - 16 * up) * on, hip=-0.02 * on), on, **arms)


def _saw(m: Moment) -> Stance:
    on, s = kept(m, 0.5), wave(m.t, 1.0)
    arms = {**arm(m, "l", 0.62, -0.62, 10), **arm(m, "r", 0.55 + 0.26 * s, -0.48 - 0.10 * s, 0)}
    return posed(
        added(m.base, lean=(20 + 5 * s) * on, nod=8 * on, foot_l=0.2 * on, foot_r=-0.2 * on, hip=-0.03 * on), on, **arms
    )


def _wash(m: Moment) -> Stance:
    """A cloth in circles, the other hand holds."""
    on = kept(m, 0.5)
    rub = arm(m, "r", 0.64 + 0.12 * wave(m.t, 1.2), -0.34 + 0.06 * wave(m.t, 1.2, 0.25), -2 + 12 * wave(m.t, 0.6))
    return posed(
        added(m.base, lean=(11 + 3 * wave(m.t, 1.2)) * on, nod=12 * on), on, **arm(m, "l", 0.58, -0.46, 8), **rub
    )


def _sweep(m: Moment) -> Stance:
    """Both hands on the stick, a stroke to one side, and lifted back."""
    on = kept(m, 0.5)
    s = wave(m.t, 0.75)
    arms = {**arm(m, "r", 0.40 + 0.10 * s, -0.14, 0), **arm(m, "l", 0.48 + 0.24 * s, -0.66, 0)}
    legs = {"foot_l": 0.16, "foot_r": -0.14, "hip": 0.955}
    return posed(
        added(m.base, lean=(11 + 4 * s) * on, nod=10 * on, turn=10 * s * on, sway=0.04 * s * on), on, **arms, **legs
    )


def _dig(m: Moment) -> Stance:
    """The spade in, a foot's worth of weight, and the earth over the shoulder."""
    on, u = kept(m, 0.5), m.t % 2.2 / 2.2
    down, toss = ease(u / 0.3) * (1 - ease((u - 0.45) / 0.25)), ease((u - 0.5) / 0.2) * (1 - ease((u - 0.78) / 0.2))
    arms = {
        **arm(m, "r", 0.28 - 0.12 * down + 0.2 * toss, -0.22 - 0.16 * down + 0.30 * toss, 0),
        **arm(m, "l", 0.62 + 0.1 * toss, -0.62 - 0.12 * down + 0.62 * toss, 2),
    }
    legs = {"foot_l": 0.26, "foot_r": -0.18, "hip": 0.93 - 0.07 * down}
    return posed(
        added(m.base, lean=(12 + 22 * down - 12 * toss) * on, nod=8 * on, turn=-18 * toss * on), on, **arms, **legs
    )


def _paint(m: Moment) -> Stance:
    """Long strokes up and down, a step back to look."""
    on, s = kept(m, 0.5), wave(m.t, 0.6)
    look = pulse(m.t % 6.0 - 4.6, 0.7) * (m.t % 6.0 > 4.6)
    arms = {
        **arm(m, "l", 0.46, -0.40, 10),
        **arm(m, "r", 0.86 - 0.3 * look, 0.10 + 0.30 * s * (1 - look) - 0.2 * look, 10 + 8 * wave(m.t, 0.23)),
    }
    return posed(added(m.base, lean=(3 - 8 * look) * on, nod=(-5 - 8 * s) * on, turn=10 * look * on), on, **arms)


def _sew(m: Moment) -> Stance:
    on, draw = kept(m, 0.5), pulse(m.t, 0.62)
    arms = {**arm(m, "l", 0.46, -0.24, -4), **arm(m, "r", 0.50 + 0.14 * draw, -0.22 + 0.30 * draw, 2 + 14 * draw)}
    return posed(added(m.base, nod=(17 - 5 * draw) * on, lean=5 * on), on, **arms)


def _piano(m: Moment) -> Stance:
    on, sway = kept(m, 0.5), wave(m.t, 0.3)
    arms = {
        **arm(m, "l", 0.74, -0.34 + 0.07 * pulse(m.t, 2.0), -6 + 12 * wave(m.t, 0.37)),
        **arm(m, "r", 0.76, -0.34 + 0.08 * pulse(m.t, 2.6, 0.3), -2 + 14 * wave(m.t, 0.29, 0.3)),
    }
    return posed(added(m.base, lean=(6 + 5 * sway) * on, nod=(5 - 7 * sway) * on), on, **arms)


def _zither(m: Moment) -> Stance:
    on, sway = kept(m, 0.6), wave(m.t, 0.22)
    arms = {
        **arm(m, "l", 0.62, -0.36 + 0.02 * pulse(m.t, 3.0), 26 + 10 * wave(m.t, 0.4)),
        **arm(m, "r", 0.60, -0.36 + 0.09 * pulse(m.t, 1.3), 4),
    }
    return posed(added(m.base, lean=(5 + 3 * sway) * on, nod=(10 - 6 * sway) * on), on, **arms)


def _guitar(m: Moment) -> Stance:
    """One hand on the neck, the other down and up across the strings; a foot beats time."""
    on, strum = kept(m, 0.5), wave(m.t, 1.6)
    arms = {**arm(m, "l", 0.62, -0.10 + 0.03 * wave(m.t, 0.4), 30), **arm(m, "r", 0.34, -0.46 + 0.07 * strum, -12)}
    return posed(
        added(
            m.base,
            nod=(6 + 4 * wave(m.t, 0.8)) * on,
            lean=(-2 + 2 * wave(m.t, 0.4)) * on,
            turn=8 * on,
            foot_r_tilt=9 * pulse(m.t, 0.8) * on,
        ),
        on,
        **arms,
    )


def _violin(m: Moment) -> Stance:
    on, bow = kept(m, 0.5), wave(m.t, 0.7)
    arms = {**arm(m, "l", 0.74, 0.16, 16), **arm(m, "r", 0.46 + 0.13 * bow, 0.02 - 0.12 * bow, 2)}
    return posed(added(m.base, nod=(10 + 3 * bow) * on, turn=-12 * on, lean=3 * wave(m.t, 0.35) * on), on, **arms)


def _flute(m: Moment) -> Stance:
    on, tune = kept(m, 0.5), wave(m.t, 0.35)
    arms = {**arm(m, "l", MOUTH[0] + 0.10, MOUTH[1] - 0.04, 4), **arm(m, "r", MOUTH[0] + 0.22, MOUTH[1] - 0.12, 24)}
    return posed(added(m.base, nod=(3 - 5 * tune) * on, lean=3 * tune * on, turn=5 * tune * on), on, **arms)


def _drum(m: Moment) -> Stance:
    on = kept(m, 0.4)
    a, b = strike(m.t, 1.6), strike(m.t + 0.31, 1.6)
    arms = {**arm(m, "l", 0.56, -0.36 + 0.46 * a, 8), **arm(m, "r", 0.56, -0.36 + 0.46 * b, 8)}
    return posed(added(m.base, nod=(4 + 5 * pulse(m.t, 1.6)) * on, lean=4 * on), on, **arms)


def _fish(m: Moment) -> Stance:
    on = kept(m, 0.7)
    tug = pulse(m.t % 5.0 - 4.2, 1.25) * (m.t % 5.0 > 4.2)
    arms = {**arm(m, "r", 0.56, -0.26 + 0.12 * tug, 4), **arm(m, "l", 0.46, -0.36 + 0.10 * tug, -2)}
    return posed(added(m.base, nod=5 * on, lean=(4 - 8 * tug) * on), on, **arms)


def _row(m: Moment) -> Stance:
    """Forward with straight arms, back with the whole body."""
    on, u = kept(m, 0.4), m.t * 0.42 % 1.0
    pull = ease(u / 0.5) if u < 0.5 else 1 - ease((u - 0.5) / 0.5)
    lift = wave(u, 1.0) * 0.1
    arms = {side: arm(m, side, 0.90 - 0.5 * pull, -0.30 - lift, 4) for side in "lr"}
    return posed(added(m.base, lean=(22 - 38 * pull) * on, nod=(-10 + 10 * pull) * on), on, **arms["l"], **arms["r"])


def _drive(m: Moment) -> Stance:
    on, s = kept(m, 0.4), wave(m.t, 0.3)
    arms = {**arm(m, "l", 0.74, -0.10 + 0.10 * s, 8), **arm(m, "r", 0.74, -0.10 - 0.10 * s, 8)}
    return posed(added(m.base, turn=4 * s * on), on, **arms)


def _phone(m: Moment) -> Stance:
    """At the ear; the free hand talks, the body turns a little from side to side."""
    on = kept(m, 0.5)
    talk = max(0.0, wave(m.t, 0.3))
    arms = {**arm(m, "r", 0.12, 0.50, 22), **arm(m, "l", 0.34 + 0.2 * talk, -0.55 + 0.35 * talk, 16)}
    return posed(added(m.base, turn=(-10 + 6 * wave(m.t, 0.19)) * on, nod=(5 + 4 * wave(m.t, 0.45)) * on), on, **arms)


def _text(m: Moment) -> Stance:
    on = kept(m, 0.5)
    arms = {**arm(m, "r", 0.48 + 0.012 * wave(m.t, 3.0), -0.12, 0), **arm(m, "l", 0.48, -0.16, -4)}
    return posed(added(m.base, nod=(18 + 2 * wave(m.t, 0.13)) * on, lean=3 * on), on, **arms)


def _photograph(m: Moment) -> Stance:
    """Up to the eye, still, a flash, down to look."""
    on, u = kept(m, 0.5), m.t % 3.6
    look = ease((u - 2.4) / 0.4) * (1 - ease((u - 3.2) / 0.4))
    arms = {side: arm(m, side, MOUTH[0] + 0.14 + 0.1 * look, MOUTH[1] + 0.10 - 0.42 * look, 6) for side in "lr"}
    return posed(
        added(m.base, lean=(3 - 4 * look) * on, nod=14 * look * on, hip=-0.02 * on), on, **arms["l"], **arms["r"]
    )


def _archery(m: Moment) -> Stance:
    """Nock, draw to the cheek, held breath, loosed; the arm follows through."""
    draw = part(m, 0.15, 0.5) * (1 - part(m, 0.66, 0.69))
    on = held(m, 0.6, 0.6)
    follow = part(m, 0.66, 0.72) * (1 - part(m, 0.85, 1.0))
    arms = {
        **arm(m, "l", 0.97, 0.14, 10),
        **arm(m, "r", 0.80 - 0.52 * draw - 0.4 * follow, 0.14 + 0.08 * draw, 20 + 16 * follow),
    }
    return posed(
        added(m.base, lean=-4 * draw, nod=-2 * on, turn=-6 * draw), on, foot_l=0.24, foot_r=-0.22, hip=0.955, **arms
    )


def _shoot(m: Moment) -> Stance:
    on, kick = held(m, 0.4, 0.4), part(m, 0.5, 0.54) * (1 - part(m, 0.56, 0.75))
    arms = {
        **arm(m, "r", 0.92 - 0.1 * kick, 0.16 + 0.14 * kick, 2),
        **arm(m, "l", 0.78 - 0.08 * kick, 0.08 + 0.1 * kick, -6),
    }
    return posed(added(m.base, lean=-7 * kick), on, foot_l=0.2, foot_r=-0.2, hip=0.95, **arms)


def _pour(m: Moment) -> Stance:
    tilt = part(m, 0.2, 0.4) * (1 - part(m, 0.75, 0.9))
    on = held(m, 0.6, 0.5)
    arms = {**arm(m, "r", 0.66, -0.16 + 0.10 * tilt, 4), **arm(m, "l", 0.62, -0.52, -2)}
    return posed(added(m.base, nod=13 * on, lean=(4 + 3 * tilt) * on), on, **arms)


def _light(m: Moment) -> Stance:
    """A hand reaches, shelters the flame, and both faces are lit."""
    on, near = held(m, 0.5, 0.4), part(m, 0.1, 0.5)
    arms = {**arm(m, "r", 0.52 + 0.18 * near, -0.12 - 0.05 * near, 0), **arm(m, "l", 0.58, -0.06, 2)}
    return posed(added(m.base, lean=8 * near * on, nod=12 * on), on, **arms)


def _juggle(m: Moment) -> Stance:
    on = kept(m, 0.4)
    arms = {
        **arm(m, "l", 0.46, -0.34 + 0.14 * pulse(m.t, 1.5), 14),
        **arm(m, "r", 0.46, -0.34 + 0.14 * pulse(m.t, 1.5, 0.5), 14),
    }
    return posed(added(m.base, nod=-12 * on, turn=6 * wave(m.t, 1.5) * on), on, **arms)


def _smoke(m: Moment) -> Stance:
    on, u = kept(m, 0.5), m.t % 4.0
    up = ease(u / 0.6) * (1 - ease((u - 1.4) / 0.6))
    return posed(
        added(m.base, nod=-7 * (u > 2.0) * ease((u - 2) / 0.5) * on),
        on,
        **arm(m, "r", 0.5 + (MOUTH[0] - 0.36) * up, -0.25 + (MOUTH[1] + 0.25) * up, 6),
    )


def _groom(m: Moment) -> Stance:
    on, s = kept(m, 0.5), pulse(m.t, 0.8)
    return posed(added(m.base, turn=8 * on, nod=(4 + 4 * s) * on), on, **arm(m, "r", 0.20, 0.62 - 0.36 * s, 20))


def _tear(m: Moment) -> Stance:
    """Both hands on it, apart, and apart again."""
    on, apart = held(m, 0.4, 0.4), 0.5 - 0.5 * wave(m.t, 0.85, 0.25)
    arms = {
        **arm(m, "l", 0.56 - 0.05 * apart, -0.18 + 0.12 * apart, 4 + 26 * apart),
        **arm(m, "r", 0.56 - 0.05 * apart, -0.18 - 0.10 * apart, 4 + 26 * apart),
    }
    return posed(added(m.base, nod=9 * on, lean=-3 * apart * on), on, **arms)


def _tie(m: Moment) -> Stance:
    """Down on a knee to it, fingers busy."""
    on, busy = kept(m, 0.6), wave(m.t, 1.9)
    low = posed(
        m.base, on, hip=0.58, foot_l=0.24, foot_r=-0.48, foot_r_up=0.03, foot_r_tilt=-55, lean=44, nod=12, sway=-0.05
    )
    return posed(low, on, **arm(m, "l", 0.66, -0.66, 2 + 5 * busy), **arm(m, "r", 0.68, -0.64, 2 - 5 * busy))


def _kite(m: Moment) -> Stance:
    """Head back, the reel before the chest; a hand pulls the line and gives it back."""
    on, pull = kept(m, 0.6), pulse(m.t, 0.55)
    arms = {**arm(m, "l", 0.44, -0.20, 4), **arm(m, "r", 0.62 - 0.14 * pull, 0.30 - 0.22 * pull, 6)}
    return posed(added(m.base, nod=-24 * on, lean=(-6 - 4 * pull) * on, turn=8 * wave(m.t, 0.2) * on), on, **arms)


def _chess(m: Moment) -> Stance:
    """Chin on the fist, then a move."""
    on, u = kept(m, 0.6), m.t % 4.2
    move = ease((u - 2.2) / 0.5) * (1 - ease((u - 3.3) / 0.6))
    hand = arm(m, "r", MOUTH[0] + 0.02 + 0.42 * move, MOUTH[1] - 0.16 - 0.52 * move, 0)
    return posed(
        added(m.base, nod=(9 + 6 * move) * on, lean=(7 + 7 * move) * on), on, **arm(m, "l", 0.50, -0.42, 0), **hand
    )


WORK: dict[str, Performance] = {
    "read": _read, "write": _write, "type": _type, "eat": _eat, "drink": _drink, "cook": _cook, "chop": _chop,
    "hammer": _hammer, "saw": _saw, "wash": _wash, "sweep": _sweep, "dig": _dig, "paint": _paint, "sew": _sew, "piano": _piano,
    "zither": _zither, "guitar": _guitar, "violin": _violin, "flute": _flute, "drum": _drum, "fish": _fish, "row": _row, "tear": _tear, "kite": _kite, "tie": _tie, "chess": _chess,
    "drive": _drive, "phone": _phone, "text": _text, "photograph": _photograph, "archery": _archery, "shoot": _shoot,
    "pour": _pour, "light": _light, "juggle": _juggle, "smoke": _smoke, "bathe": _groom,
}  # fmt: skip
