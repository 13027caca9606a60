"""What hangs and dances in the air on its own account: leaves, petals, fireflies, dust, embers, shooting stars.

Every piece is a function of time and seed, laid from a few cut pictures; a leaf is cut once in twelve turns, since turning a
path each frame costs five times as much as laying a picture of it.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import LINEAR, chance, curve, outline, skia_colour
from engine.backends.animatic.stage import SetOrder
from engine.backends.animatic.winds import wind_of
from engine.plan.air import Air

_TURNS = 12
_AUTUMN: tuple[Colour, ...] = ((0.84, 0.44, 0.16), (0.90, 0.62, 0.20), (0.70, 0.26, 0.16), (0.62, 0.47, 0.22))
_BLOSSOM: tuple[Colour, ...] = ((0.97, 0.78, 0.82), (0.95, 0.68, 0.76), (0.98, 0.88, 0.88))
_SPARK: Colour = (1.0, 0.56, 0.22)
_FIREFLY: Colour = (0.93, 0.95, 0.42)


@dataclass(frozen=True, slots=True)
class View:
    """One frame as the weather department sees it: its size in pixels, the moment, and how far the camera has slid."""

    width: int
    height: int
    seconds: float
    shift: tuple[float, float]
    near: bool


@dataclass(frozen=True, slots=True)
class Flock:
    """Pieces of one kind: how many behind and before the players, their size in lines, heights fallen a second, heights
    swayed, and how much of the wind they take."""

    behind: int
    before: int
    size: float
    fall: float
    sway: float
    blown: float
    tones: tuple[Colour, ...]
    shape: str


_FLOCKS: dict[str, Flock] = {
    "leaves": Flock(26, 11, 11.0, 0.17, 0.05, 1.0, _AUTUMN, "leaf"),
    "petals": Flock(44, 16, 6.5, 0.10, 0.06, 0.9, _BLOSSOM, "petal"),
    "embers": Flock(30, 10, 2.6, -0.16, 0.03, 0.7, (_SPARK, (1.0, 0.78, 0.36)), "spark"),
    "dust": Flock(46, 30, 0.9, -0.012, 0.035, 0.4, ((1.0, 0.93, 0.74),), "spark"),
}


def flying(order: SetOrder) -> tuple[Air, ...]:
    """What of an order's air moves by itself. A strong wind that nobody tells more of carries a few leaves."""
    told: list[Air] = [each for each in order.air if each in _FLOCKS or each in ("fireflies", "meteors")]
    dry = order.weather in ("wind", "storm") and order.kind not in _LEAFLESS and "sandstorm" not in order.air
    if dry and wind_of(order) > 0.2 and "petals" not in told and "leaves" not in told:
        told.append("leaves")
    return tuple(told)


_LEAFLESS = frozenset({"sea", "desert", "snowfield", "beach", "lighthouse", "harbour"})


def draw(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View) -> None:
    """Everything that flies, on the sheets behind or before the players."""
    for each in flying(order):
        if each == "fireflies":
            _fireflies(canvas, order, palette, view)
        elif each == "meteors":
            _meteors(canvas, order, palette, view)
        else:
            told = each in order.air
            _drift(canvas, _FLOCKS[each], order, palette, view, 1.0 if told else 0.35)


def _drift(
    canvas: skia.Canvas, flock: Flock, order: SetOrder, palette: Palette, view: View, share: float
) -> None:  # fmt: skip
    """Pieces that sink swaying, and run to the left with the wind."""
    w, h, t, seed = view.width, view.height, view.seconds, order.seed
    wind = wind_of(order)
    grown = 1.7 if view.near else 1.0
    tones = flock.tones if not palette.is_dark or flock.shape == "spark" else tuple(_dimmed(c) for c in flock.tones)
    tones = tuple(palette.own(tone) for tone in tones)
    for i in range(round(share * (flock.before if view.near else flock.behind))):
        k = 2 * i + view.near
        pace = (0.75 + 0.5 * chance(seed, k, 1)) * (1.35 if view.near else 1.0)
        sway = math.sin(t * (1.0 + 0.9 * chance(seed, k, 2)) + 6.3 * chance(seed, k, 3))
        run = wind * flock.blown * 0.55 * pace * h * t
        x = (chance(seed, k, 4) * 1.2 * w - run + flock.sway * h * sway + view.shift[0]) % (1.2 * w) - 0.1 * w
        y = (chance(seed, k, 5) * 1.2 * h + flock.fall * pace * h * t * (1 - 0.55 * wind) + view.shift[1]) % (
            1.2 * h
        ) - 0.1 * h
        if flock.shape == "spark":
            shine = 0.45 + 0.55 * math.sin(t * (1.5 + chance(seed, k, 6)) + 6.3 * chance(seed, k, 7)) ** 2
            sprite = _spark(round(flock.size * grown * h / 720, 1), tones[k % len(tones)])
            paint = skia.Paint(BlendMode=skia.BlendMode.kPlus, Alphaf=shine)
            canvas.drawImage(sprite, x - sprite.width() / 2, y - sprite.height() / 2, LINEAR, paint)
            continue
        turn = t * (0.35 + wind) * (0.6 + chance(seed, k, 8)) + 0.12 * sway + chance(seed, k, 9)
        pieces = _cut_pieces(flock.shape, round(flock.size * grown * h / 720, 1), tones)
        piece = pieces[(k % len(tones)) * _TURNS + math.floor(turn * _TURNS) % _TURNS]
        canvas.drawImage(piece, x, y, LINEAR)


def _dimmed(colour: Colour) -> Colour:
    """The same paper by moonlight."""
    return mix(darker(colour, 0.35), (0.22, 0.30, 0.48), 0.35)


@functools.lru_cache(maxsize=16)
def _cut_pieces(shape: str, size: float, tones: tuple[Colour, ...]) -> tuple[skia.Image, ...]:
    """A leaf or petal of each tone in all its turns: it tumbles, so half of them show it almost edge on."""
    made: list[skia.Image] = []
    box = math.ceil(size * 2.6) + 4
    for tone in tones:
        for turn in range(_TURNS):
            surface = skia.Surface(box, box)
            canvas = surface.getCanvas()
            canvas.translate(box / 2, box / 2)
            canvas.rotate(360 * turn / _TURNS)
            canvas.scale(size, size * (0.30 + 0.70 * abs(math.sin(math.pi * turn / _TURNS * 2 + 0.4))))
            for dx, colour, alpha in ((0.12, darker(tone, 0.8), 0.22), (0.0, tone, 1.0)):
                path = _leaf(dx) if shape == "leaf" else _petal(dx)
                canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour, alpha)))
            if shape == "leaf":
                vein = skia.Paint(AntiAlias=True, Color=skia_colour(darker(tone, 0.25)), StrokeWidth=0.09)
                canvas.drawLine(-0.85, 0, 1.15, 0, vein)
            made.append(surface.makeImageSnapshot())
    return tuple(made)


def _leaf(d: float) -> skia.Path:
    return curve([(-0.9 + d, d), (-0.45 + d, -0.5 + d), (0.35 + d, -0.46 + d), (0.95 + d, d), (0.35 + d, 0.46 + d), (-0.45 + d, 0.5 + d)])  # fmt: skip


def _petal(d: float) -> skia.Path:
    return curve([(-0.9 + d, d), (-0.1 + d, -0.62 + d), (0.85 + d, -0.42 + d), (0.62 + d, d), (0.85 + d, 0.42 + d), (-0.1 + d, 0.62 + d)])  # fmt: skip


@functools.lru_cache(maxsize=24)
def _spark(radius: float, tone: Colour) -> skia.Image:
    """A point of light with its halo, to be added."""
    r = max(0.5, radius)
    box = math.ceil(r * 8) + 2
    surface = skia.Surface(box, box)
    middle = skia.Point(box / 2, box / 2)
    stops = [skia_colour(lighter(tone, 0.5), 1.0), skia_colour(tone, 0.42), skia_colour(tone, 0.0)]
    shader = skia.GradientShader.MakeRadial(middle, box / 2, stops, [0.0, 0.24, 1.0])
    surface.getCanvas().drawCircle(middle, box / 2, skia.Paint(AntiAlias=True, Shader=shader))
    return surface.makeImageSnapshot()


def _fireflies(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View) -> None:
    """Wandering lights that swell and go out, each in its own time; by day they do not show."""
    if not palette.is_dark and order.time_of_day != "dusk":
        return
    w, h, t, seed = view.width, view.height, view.seconds, order.seed
    for i in range(12 if view.near else 30):
        k = 2 * i + view.near
        shine = max(0.0, math.sin(t * (0.9 + chance(seed, k, 21)) + 6.3 * chance(seed, k, 22))) ** 0.7
        if shine < 0.05:
            continue
        a, b = 6.3 * chance(seed, k, 23), 6.3 * chance(seed, k, 24)
        x = chance(seed, k, 25) * w + 0.05 * h * (math.sin(0.7 * t + a) + 0.5 * math.sin(1.9 * t + b)) + view.shift[0]
        y = (0.30 + 0.62 * chance(seed, k, 26)) * h + 0.04 * h * math.sin(0.9 * t + b) + view.shift[1]
        sprite = _spark(
            round((4.2 if view.near else 2.4) * (0.8 + 0.4 * chance(seed, k, 27)) * h / 720, 1), palette.own(_FIREFLY)
        )
        paint = skia.Paint(BlendMode=skia.BlendMode.kPlus, Alphaf=shine)
        canvas.drawImage(sprite, x % (1.1 * w) - 0.05 * w, y, LINEAR, paint)


def _meteors(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View) -> None:
    """A streak across the upper sky every second and a half, each on its own slant."""
    if view.near or not palette.is_dark:
        return
    w, h = view.width, view.height
    pace = 1.5
    for back in range(2):
        n = math.floor(view.seconds / pace) - back
        age = view.seconds / pace - n - 0.6 * chance(order.seed, n, 41)
        if not 0 <= age < 0.62:
            continue
        way, tail = 0.36 * h * age / 0.62, 0.24 * h * math.sin(math.pi * age / 0.62)
        x, y = (
            (0.25 + 0.8 * chance(order.seed, n, 42)) * w - way * 1.6,
            (0.03 + 0.14 * chance(order.seed, n, 43)) * h + way * 0.55,
        )
        streak = outline([(x, y - 0.002 * h), (x + tail, y - 0.35 * tail), (x, y + 0.0025 * h)])
        ends = [skia.Point(x, y), skia.Point(x + tail, y - 0.35 * tail)]
        stops = [skia_colour(lighter(palette.light, 0.5), 0.95), skia_colour(palette.light, 0.0)]
        shader = skia.GradientShader.MakeLinear(ends, stops)
        canvas.drawPath(streak, skia.Paint(AntiAlias=True, Shader=shader))
