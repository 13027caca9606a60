"""Sleeves, hands and shoes: what hangs on the joints of arms and legs, pinned where the bones meet."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.clothes import sleeve_cloth
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.cuts import cut_of
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.trunk import LINEN, STEEL

FAR_SHADE = 0.05


def draw_shoe(knife: Knife, body: Body, costume: Costume, ankle: Point, yaw: float, tilt: float, side: int) -> None:
    """A small shoe or boot; it turns with the yaw and tilts with the step (degrees, toe up positive)."""
    s, c = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    length = 0.118 * body.height * (0.86 if costume.female or costume.age == "child" else 1.0)
    high = max(0.034 * body.height, body.limb * 0.95)
    toe = length * s
    splay = side * 0.10 * length * abs(c)
    knife.canvas.save()
    knife.canvas.translate(*ankle)
    if abs(s) > 0.3:
        knife.canvas.rotate(-tilt * math.copysign(1.0, s))
    half = body.limb * 1.08 + 0.012 * body.height * abs(c)
    base = body.frame.ankle * 0.98
    reach = toe * 0.86 + splay
    front = base
    points = [
        (-half, -high * 0.2), (half, -high * 0.2), (max(half, reach * 0.55 + half * 0.4), base - high * 0.62), (max(half * 1.05, reach + half * 0.15), base - high * 0.30),
        (max(half * 1.05, reach), front), (min(-half * 1.05, reach), front), (min(-half * 1.05, reach - half * 0.15), base - high * 0.30), (min(-half, reach * 0.55 - half * 0.4), base - high * 0.62),
    ]  # fmt: skip
    knife.sheet(closed(points, 0.7), costume.shoe_colour, drop=0.5)
    if costume.boots:
        knife.sheet(
            polygon(
                [
                    (-half * 1.15, base * 0.1),
                    (half * 1.15, base * 0.1),
                    (half * 1.25, -0.085 * body.height),
                    (-half * 1.25, -0.085 * body.height),
                ]
            ),
            costume.shoe_colour,
            drop=0.3,
        )
    knife.canvas.restore()


def draw_leg(knife: Knife, body: Body, costume: Costume, leg: tuple[Point, Point, Point], far: bool) -> None:
    """Thigh and shin with what they wear, pinned at hip and knee."""
    hip, knee, ankle = leg
    wears = cut_of(costume.garment).legs
    bare = wears == "bare" or (wears == "cloth" and costume.bottom != "trousers")
    cloth = {"same": costume.colour, "plate": STEEL, "ringed": costume.colour}.get(wears, costume.bottom_colour)
    cloth, skin = tone(cloth, -far * FAR_SHADE), tone(costume.skin, -far * FAR_SHADE)
    shin = skin if bare else cloth
    thigh = cloth if costume.bottom == "shorts" or not bare else skin
    r, wide = body.limb, 1.0 if bare else {"ringed": 1.62, "same": 1.12, "plate": 1.20}.get(wears, 1.28)
    end = (ankle[0], ankle[1] + 0.006 * body.height)
    knife.sheet(capsule(knee, end, r * 1.08 * wide, r * (0.70 if bare else 0.98) * max(1.0, wide * 0.8)), shin, knee, drop=0.6)  # fmt: skip
    knife.sheet(capsule(hip, knee, r * 1.50 * wide**0.5, r * 1.10 * wide), thigh, hip, drop=0.6)
    if wears in ("wrapped", "ringed", "plate") and knife.fine:
        _bands(knife, body, knee, ankle, r * wide, wears)
    if costume.garment in ("tracksuit", "turnout") and knife.fine:
        stripe = "#e6c84a" if costume.garment == "turnout" else blend(costume.accent, LINEN, 0.6)
        at = between(knee, ankle, 0.62)
        knife.tint(brush([(at[0] - r * 1.4, at[1]), (at[0] + r * 1.4, at[1])], (0.016 * body.height,) * 2), stripe, 1.0)


def draw_thigh(knife: Knife, body: Body, costume: Costume, leg: tuple[Point, Point, Point]) -> None:
    """A trouser leg tied off at the knee."""
    cloth = costume.colour if cut_of(costume.garment).legs == "same" else costume.bottom_colour
    r = body.limb
    knife.sheet(capsule(leg[0], between(leg[0], leg[1], 0.9), r * 1.6, r * 1.35), cloth, leg[0], drop=0.6)


def _bands(knife: Knife, body: Body, knee: Point, ankle: Point, r: float, wears: str) -> None:
    """Puttees round the shin, the joints of a pressure suit, the knee plate of a knight."""
    if wears == "plate":
        knife.sheet(oval(*knee, r * 1.05, r * 1.15), tone(STEEL, 0.05), drop=0.4)
        return
    colour = LINEN if wears == "wrapped" else "#b9b6ac"
    for share in (0.30, 0.52, 0.74) if wears == "wrapped" else (0.08, 0.86):
        x, y = between(knee, ankle, share)
        knife.tint(brush([(x - r * 1.1, y - 0.008), (x + r * 1.1, y + 0.008)], (0.014 * body.height,) * 2), colour, 0.9)


def between(a: Point, b: Point, share: float) -> Point:
    """The point `share` of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def draw_sleeve(
    knife: Knife, body: Body, costume: Costume, shoulder: Point, elbow: Point, hand: Point, dark: float
) -> None:
    """Upper and lower arm with their sleeve and the hand, pinned at shoulder and elbow. `dark` shades the far arm."""
    r, kind = body.limb, cut_of(costume.garment).sleeve
    skin = tone(costume.skin, -dark)
    colour = tone(STEEL if costume.garment == "plate" else sleeve_cloth(costume), -dark)
    naked = kind in ("bare", "short", "puffed") or (costume.garment == "tunic" and costume.female)
    angle = math.atan2(hand[1] - elbow[1], hand[0] - elbow[0])
    draw_hand(knife, body, tone(glove_of(costume) or costume.skin, -dark), hand, angle)
    loose = {"loose": 1.22, "straight": 1.34, "hanging": 1.3, "plate": 1.20, "ringed": 1.72}.get(kind, 1.08)
    if kind in ("wide", "hanging"):
        _wide_sleeve(knife, body, costume, elbow, hand, colour, 1.0 if kind == "wide" else 2.4)
    else:
        end = between(elbow, hand, 0.90)
        thin = 0.66 if naked else 0.80 * loose
        knife.sheet(capsule(elbow, end, r * 0.86 * (1 if naked else loose), r * thin), skin if naked else colour, elbow, drop=0.7)  # fmt: skip
        if knife.fine:
            _sleeve_end(knife, body, costume, elbow, hand, r * 0.84 * loose, colour)
    upper = skin if costume.garment == "tutu" else colour
    knife.sheet(capsule(shoulder, elbow, r * 1.04 * loose, r * 0.92 * loose), upper, shoulder, drop=0.7)
    _shoulder_end(knife, body, costume, shoulder, elbow, loose, colour)


def _sleeve_end(knife: Knife, body: Body, costume: Costume, elbow: Point, hand: Point, r: float, colour: str) -> None:
    """Cuffs, borders, stripes of rank, the rings of a suit."""
    end, cuff = between(elbow, hand, 0.90), between(elbow, hand, 0.80)
    garment, kind = costume.garment, cut_of(costume.garment).sleeve
    if garment in ("coat", "uniform", "suit", "sweater", "lab coat", "mao"):
        knife.sheet(polygon(_cuff(cuff, end, r)), tone(colour, -0.06), elbow, drop=0.2)
    elif kind == "straight":
        trim = blend(costume.accent, LINEN, 0.22) if garment != "monk" else tone(colour, -0.06)
        knife.sheet(polygon(_cuff(between(elbow, hand, 0.84), end, r)), trim, elbow, drop=0.2)
    elif garment == "turnout":
        knife.sheet(polygon(_cuff(between(elbow, hand, 0.66), cuff, r)), "#e6c84a", elbow, drop=0.2)
    elif kind == "ringed":
        knife.sheet(polygon(_cuff(between(elbow, hand, 0.74), end, r * 0.86)), tone(colour, -0.20), elbow, drop=0.2)
    elif garment == "tracksuit":
        stripe = blend(costume.accent, LINEN, 0.6)
        knife.tint(brush([elbow, cuff], (0.012 * body.height,) * 2), stripe, 1.0)


def _shoulder_end(
    knife: Knife, body: Body, costume: Costume, shoulder: Point, elbow: Point, loose: float, colour: str
) -> None:
    """A puffed sleeve, a steel elbow, a stripe down the arm."""
    r, garment = body.limb, costume.garment
    if garment == "gown":
        x, y = between(shoulder, elbow, 0.28)
        knife.sheet(oval(x, y, r * 1.75, r * 1.6), colour, shoulder, drop=0.7)
    elif garment == "plate":
        knife.sheet(oval(*elbow, r * 1.25, r * 1.2), tone(colour, 0.05), elbow, drop=0.4)
    elif garment in ("jersey", "scrubs", "qipao") and knife.fine:
        at = between(shoulder, elbow, 0.92)
        ends = [(at[0] - r * loose, at[1]), (at[0] + r * loose, at[1])]
        knife.tint(brush(ends, (0.010 * body.height,) * 2), blend(costume.accent, LINEN, 0.4), 1.0)
    elif garment == "tracksuit" and knife.fine:
        knife.tint(brush([shoulder, elbow], (0.012 * body.height,) * 2), blend(costume.accent, LINEN, 0.6), 1.0)


def glove_of(costume: Costume) -> str:
    """The colour of the gloves that go with the costume, "" for bare hands."""
    match costume.garment:
        case "plate":
            return tone(STEEL, -0.10)
        case "spacesuit":
            return tone(costume.colour, -0.14)
        case "turnout" | "diving suit":
            return "#4a464c"
        case _:
            return "#efe6d6" if costume.visage in ("clown",) else ""


def _cuff(a: Point, b: Point, r: float) -> list[Point]:
    """A turned-back cuff between two points of the forearm."""
    angle = math.atan2(b[1] - a[1], b[0] - a[0])
    nx, ny = -math.sin(angle) * r, math.cos(angle) * r
    ux, uy = math.cos(angle) * r * 0.45, math.sin(angle) * r * 0.45
    return [
        (a[0] + nx, a[1] + ny),
        (b[0] + nx * 1.06 + ux, b[1] + ny * 1.06 + uy),
        (b[0] - nx * 1.06 + ux, b[1] - ny * 1.06 + uy),
        (a[0] - nx, a[1] - ny),
    ]


def _wide_sleeve(
    knife: Knife, body: Body, costume: Costume, elbow: Point, hand: Point, colour: str, drop: float
) -> None:
    """A robe's sleeve: its mouth hangs from the wrist, a kimono's (`drop` above 1) far below it."""
    u = body.height
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    length = math.hypot(dx, dy) or 1e-6
    ux, uy = dx / length, dy / length
    wrist = (elbow[0] + dx * 0.96, elbow[1] + dy * 0.96)
    nx, ny = (-uy, ux) if ux >= 0 else (uy, -ux)
    r = body.limb
    deep = r * 1.5 + 0.085 * u * min(1.0, abs(ux) ** 1.5 * drop)
    top = (wrist[0] - nx * r * 1.5, wrist[1] - ny * r * 1.5)
    low = (wrist[0] + nx * deep, wrist[1] + ny * deep + 0.012 * u)
    path = polygon(
        [
            (elbow[0] - nx * r * 1.15, elbow[1] - ny * r * 1.15),
            top,
            low,
            (elbow[0] + nx * r * 1.25, elbow[1] + ny * r * 1.25),
        ]
    )
    path.addPath(oval(*elbow, r * 1.18, r * 1.18))
    knife.sheet(path, colour, elbow, drop=0.8)
    if knife.fine:
        knife.tint(
            brush(
                [top, ((top[0] + low[0]) / 2 + ux * 0.004, (top[1] + low[1]) / 2), low],
                (0.012 * u, 0.016 * u, 0.012 * u),
            ),
            blend(costume.accent, "#efe6d6", 0.2),
            1.0,
        )


def draw_hand(knife: Knife, body: Body, skin: str, hand: Point, angle: float) -> None:
    """A mitten with a thumb: small, as puppets have."""
    r = body.limb * 0.98
    ux, uy = math.cos(angle), math.sin(angle)
    tip = (hand[0] + ux * r * 1.15, hand[1] + uy * r * 1.15)
    knife.sheet(
        capsule((hand[0] - ux * r * 0.4, hand[1] - uy * r * 0.4), tip, r * 0.74, r * 0.78), skin, hand, drop=0.4
    )
    if knife.fine:
        thumb = (hand[0] + uy * r * 0.72 + ux * r * 0.45, hand[1] - ux * r * 0.72 + uy * r * 0.45)
        knife.plain(capsule((hand[0] + uy * r * 0.3, hand[1] - ux * r * 0.3), thumb, r * 0.34, r * 0.28), skin)


def draw_grasp(knife: Knife, body: Body, skin: str, at: Point, angle: float, *, thumb: bool) -> None:
    """What is seen of a hand over a thing it holds: a thumb laid on it, or a row of fingers closed round it."""
    r = body.limb * 0.98
    x, y = at
    if thumb:
        ux, uy = math.cos(angle), math.sin(angle)
        knife.sheet(capsule((x - ux * r * 0.5, y - uy * r * 0.5), (x + ux * r * 0.25, y + uy * r * 0.25), r * 0.42, r * 0.34), skin, at, drop=0.3)  # fmt: skip
        return
    knife.sheet(capsule((x - r * 0.52, y), (x + r * 0.52, y), r * 0.74, r * 0.70), skin, at, drop=0.3)
    if knife.fine:
        for k in (-1, 0, 1):
            crease = [(x - r * 0.5, y + k * r * 0.36), (x + r * 0.62, y + k * r * 0.34)]
            knife.tint(brush(crease, (r * 0.03, r * 0.12)), tone(skin, -0.13), 0.8)
