"""Bird's-eye plans of the built places: the floor from straight above, the wall's top, and what stands along it.

A plan is a list of tops, since from above a piano and a bed are both rectangles until something lies on them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets.decor import Decor, plane, repainted
from engine.backends.animatic.sets.home import window_side
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetKind, SetOrder


@dataclass(frozen=True, slots=True)
class Top:
    """Something seen from above: its middle (x to the window's side, y away from the audience) and size in metres."""

    what: str
    x: float
    y: float
    wide: float
    deep: float


def _row(what: str, y: float, wide: float, deep: float, *xs: float) -> tuple[Top, ...]:
    return tuple(Top(what, x, y, wide, deep) for x in xs)


TOPS: dict[SetKind, tuple[Top, ...]] = {
    "bedroom": (Top("bed", -2.6, 1.9, 2.1, 1.4), Top("box", -4.1, 2.3, 0.5, 0.5), Top("box", 3.6, 2.6, 1.6, 0.6), Top("plant", 3.4, -2.2, 0.8, 0.8)),
    "living room": (Top("sofa", -2.4, 2.0, 2.2, 0.9), Top("table", -2.4, 0.9, 1.2, 0.6), Top("sofa", 3.0, 0.6, 0.9, 0.9), Top("box", 3.4, 2.7, 1.9, 0.6), Top("plant", -4.2, -1.8, 0.8, 0.8)),
    "kitchen": (*_row("counter", 2.7, 2.6, 0.8, -2.7, 0.4, 3.4), Top("table", 2.6, -1.2, 1.5, 0.9), *_row("stool", -1.2, 0.42, 0.42, 1.5, 3.7)),
    "classroom": (*_row("desk", 1.6, 1.0, 0.6, -3.6, -1.8, 1.8, 3.6), *_row("desk", -1.8, 1.0, 0.6, -3.6, -1.8, 0.0, 1.8, 3.6), *_row("stool", -2.4, 0.4, 0.4, -3.6, -1.8, 0.0, 1.8, 3.6), Top("box", 0.0, 3.0, 3.4, 0.2)),
    "library": (*_row("shelf", 2.9, 2.4, 0.5, -2.8, 0.0, 2.8), *_row("shelf", -2.6, 2.4, 0.5, -3.4, 3.4), Top("table", 2.8, 1.0, 1.5, 0.8), Top("stool", 2.8, 0.2, 0.45, 0.45)),
    "office": (*_row("desk", 1.6, 1.8, 0.8, -2.8, 2.8), *_row("stool", 0.8, 0.5, 0.5, -2.8, 2.8), *_row("box", 2.9, 0.6, 0.6, -1.0, -0.3, 0.4), Top("plant", 4.0, -2.0, 0.8, 0.8)),
    "hospital": (*_row("bed", 2.2, 1.2, 2.0, -3.6, -1.2, 1.2, 3.6), *_row("box", 2.8, 0.45, 0.5, -2.4, 0.0, 2.4), Top("table", 3.0, -1.8, 1.0, 0.6)),
    "shop": (Top("counter", -2.2, 1.5, 2.8, 0.8), *_row("shelf", 2.9, 2.6, 0.5, -2.6, 0.2, 3.0), *_row("barrel", 0.6, 0.7, 0.7, 2.6, 3.4), *_row("barrel", -2.0, 0.8, 0.8, -3.4, -2.6)),
    "tavern": (Top("counter", -2.2, 1.8, 3.2, 0.8), *_row("barrel", 0.9, 0.4, 0.4, -3.2, -2.2, -1.2), *_row("round", -1.9, 1.2, 1.2, -3.2, 3.2), Top("round", 3.0, 1.2, 1.2, 1.2)),
    "teahouse": (*_row("table", 1.6, 1.2, 1.2, -3.2, 3.2), *_row("table", -2.0, 1.2, 1.2, -3.2, 3.2), *_row("stool", 0.7, 1.1, 0.34, -3.2, 3.2), *_row("stool", -1.1, 1.1, 0.34, -3.2, 3.2)),
    "workshop": (Top("counter", -2.0, 2.3, 2.6, 0.9), Top("box", 2.8, 1.6, 1.4, 1.1), *_row("barrel", -2.0, 0.7, 0.7, 3.4), Top("table", -3.4, -1.8, 1.4, 0.7)),
    "prison": (Top("bed", -2.6, 2.4, 2.0, 0.8), Top("barrel", 3.2, 2.4, 0.5, 0.5), Top("bars", 0.0, -2.6, 9.0, 0.16)),
    "attic": (*_row("box", 2.4, 1.4, 0.8, -3.0, 2.6), *_row("box", -2.0, 1.1, 0.9, 3.4), Top("shelf", 0.4, 2.9, 1.6, 0.4)),
    "church": (*_row("pew", 1.0, 2.4, 0.5, -3.0, 3.0), *_row("pew", -0.2, 2.4, 0.5, -3.0, 3.0), *_row("pew", -1.4, 2.4, 0.5, -3.0, 3.0), *_row("pew", -2.6, 2.4, 0.5, -3.0, 3.0), Top("table", 0.0, 2.8, 1.9, 0.9)),
    "temple hall": (Top("altar", 0.0, 2.6, 3.0, 1.2), Top("table", 0.0, 1.5, 2.4, 0.7), *_row("column", 1.6, 0.5, 0.5, -2.4, 2.4), *_row("column", -2.2, 0.5, 0.5, -2.4, 2.4), *_row("barrel", -0.8, 0.7, 0.7, -2.6, 2.6)),
    "palace hall": (Top("altar", 0.0, 2.5, 3.4, 1.6), Top("carpet", 0.0, -1.4, 2.0, 6.4), *_row("column", 1.4, 0.6, 0.6, -2.8, 2.8), *_row("column", -2.2, 0.6, 0.6, -2.8, 2.8)),
    "theatre": (Top("curtain", 0.0, 2.8, 9.0, 0.4), Top("edge", 0.0, -1.7, 12.0, 0.2), *_row("pew", -2.6, 0.5, 0.5, *(0.75 * k for k in range(-6, 7))), *_row("pew", -3.4, 0.5, 0.5, *(0.75 * k for k in range(-6, 7)))),
    "train": (*_row("sofa", 1.35, 0.9, 1.4, -4.0, -2.4, 2.4, 4.0), *_row("sofa", -1.45, 0.9, 1.4, -4.0, -2.4, 2.4, 4.0)),
    "car": (Top("bonnet", 2.9, 0.0, 1.6, 1.9), Top("bonnet", -2.7, 0.0, 1.0, 1.9)),
    "spaceship": (Top("console", 0.0, 2.4, 4.4, 0.9), *_row("stool", 1.4, 0.7, 0.7, -1.6, 1.6), *_row("console", -2.4, 1.5, 0.8, -3.4, 3.4)),
    "station": (*_row("pew", 1.6, 1.9, 0.5, -2.8, 2.8), *_row("column", 2.0, 0.4, 0.4, -4.6, 0.0, 4.6)),
    "courtyard": (Top("round", 2.6, 1.2, 1.5, 1.5), *_row("barrel", 1.2, 0.45, 0.45, 1.4, 3.8), Top("tree", -3.2, 1.8, 3.2, 3.2), *_row("plant", -2.2, 0.7, 0.7, -3.6, 3.6)),
    "market": (*_row("awning", 2.6, 2.6, 1.6, -4.4, -1.5, 1.5, 4.4), *_row("awning", -2.8, 2.6, 1.6, -3.0, 0.2, 3.2)),
    "village": (Top("tree", -3.6, 2.2, 3.6, 3.6), Top("thatch", 3.8, 3.2, 4.4, 3.2), Top("thatch", -4.0, -3.4, 4.4, 3.0), Top("barrel", 2.8, 0.9, 1.1, 1.1)),
    "temple": (Top("tiles", 0.0, 4.2, 9.5, 3.4), Top("barrel", 0.0, 1.6, 1.2, 1.2), *_row("tree", 2.0, 2.6, 2.6, -4.2, 4.4), *_row("column", 1.6, 0.5, 0.5, -2.4, 2.4)),
    "palace": (Top("tiles", 0.0, 4.4, 12.0, 3.6), *_row("column", 1.8, 0.9, 0.9, -3.4, 3.4), Top("carpet", 0.0, 0.0, 1.6, 5.0)),
}  # fmt: skip
"""What stands where, for a window on the right."""

_OPEN: frozenset[SetKind] = frozenset({"courtyard", "market", "village", "temple", "palace", "station", "car"})


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Floor, rails or land, furniture, and the top of the back wall."""
    palette = repainted(order, palette)
    return (
        plane("floor", 0.0, _floor, order, palette, gap=0),
        plane("tops", -0.7, _tops, order, palette, gap=1.6),
        *(() if order.kind in _OPEN else (plane("walls", -1.2, _walls, order, palette, gap=2.2),)),
    )


def _floor(decor: Decor, x0: float, x1: float) -> None:
    """Boards indoors, flags outdoors, and what lies beyond the platform's or the carriage's edge."""
    tone = darker(decor.palette.ground, 0.06)
    decor.flat(x0, -80, x1 - x0, 160, tone)
    pitch = (0.9 if decor.order.kind in _OPEN else 0.3) * max(1, math.ceil((x1 - x0) / 30))
    half = (x1 - x0) * 0.6
    for k in cells(-half, half, pitch):
        decor.flat(x0, k * pitch, x1 - x0, pitch * 0.94, mix(darker(tone, 0.07), lighter(tone, 0.06), decor.odds(k)))
        for i in cells(x0, x1, 1.9 * pitch / 0.3 * 0.5, 1):
            decor.flat(
                (i + decor.odds(k, 2)) * 1.9 * pitch / 0.3 * 0.5, k * pitch, 0.018, pitch * 0.94, darker(tone, 0.2)
            )
    for top in (top for top in TOPS.get(decor.order.kind, ()) if top.what == "carpet"):
        _carpet(decor, top)
    if decor.order.kind == "station":
        _tracks(decor, x0, x1)
    if decor.order.kind == "car":
        _road(decor, x0, x1)
    if decor.palette.snowy and decor.order.kind in _OPEN:
        decor.flat(x0, -80, x1 - x0, 160, decor.palette.snow, 0.72)


def _tracks(decor: Decor, x0: float, x1: float) -> None:
    decor.flat(x0, 2.3, x1 - x0, 60, darker(decor.palette.ground, 0.4))
    decor.flat(x0, 2.1, x1 - x0, 0.16, decor.own("#d9b23f"))
    for i in cells(x0, x1, 0.7, 1):
        decor.box(i * 0.7, 2.7, 0.3, 2.2, decor.own("#6b5747"), 0.4)
    for y in (3.1, 4.4):
        decor.box(x0 - 1, y, x1 - x0 + 2, 0.09, decor.own("#aab0b0"), 0.6)


def _road(decor: Decor, x0: float, x1: float) -> None:
    decor.flat(x0, -80, x1 - x0, 160, darker(decor.palette.ground, 0.2))
    for i in cells(x0, x1, 3.0, 2):
        decor.flat(i * 3.0, 2.3, 1.5, 0.14, decor.pale)
    decor.box(-3.2, -1.0, 6.6, 2.0, decor.own("#a8493a"), 1.6)
    decor.box(-1.9, -0.85, 3.6, 1.7, darker(decor.palette.near, 0.2), 0.6)


def _tops(decor: Decor, x0: float, x1: float) -> None:
    side = window_side(decor.order)
    for n, top in enumerate(TOPS.get(decor.order.kind, ())):
        if top.what == "carpet":  # players stand on it
            continue
        _PAINT[top.what](decor.seeded(decor.order.seed + n), Top(top.what, side * top.x, top.y, top.wide, top.deep))


def _walls(decor: Decor, x0: float, x1: float) -> None:
    """The cut edge of the walls, as on an architect's sheet."""
    tone = darker(mix(decor.palette.far, decor.palette.near, 0.4), 0.2)
    decor.box(x0 - 1, 3.3, x1 - x0 + 2, 60, tone, 2.0)
    decor.box(x0 - 1, 3.3, x1 - x0 + 2, 0.32, lighter(tone, 0.25), 0.6)
    if decor.order.kind not in ("prison", "theatre", "spaceship"):
        for i in cells(x0, x1, 6.4, 3):
            decor.flat(
                i * 6.4 + 0.4 * window_side(decor.order), 3.36, 1.7, 0.2, mix(decor.palette.sky_low, decor.pale, 0.4)
            )


def _slab(decor: Decor, top: Top, colour, lift: float = 1.4) -> None:
    decor.box(top.x - top.wide / 2, top.y - top.deep / 2, top.wide, top.deep, colour, lift)


def _table(decor: Decor, top: Top) -> None:
    _slab(decor, top, lighter(decor.wood, 0.1))
    decor.round(top.x - 0.2 * top.wide, top.y, 0.13, 0.13, decor.pale, 0.4)
    decor.box(top.x + 0.12 * top.wide, top.y - 0.1, 0.22, 0.28, lighter(decor.pale, 0.3), 0.3)


def _round(decor: Decor, top: Top) -> None:
    for k in range(4):
        a = k * math.pi / 2 + 0.6
        decor.round(
            top.x + 0.72 * top.wide * math.cos(a),
            top.y + 0.72 * top.wide * math.sin(a),
            0.2,
            0.2,
            darker(decor.wood, 0.15),
            0.7,
        )
    decor.round(top.x, top.y, top.wide / 2, top.wide / 2, lighter(decor.wood, 0.12), 1.4)
    decor.round(top.x + 0.1, top.y, 0.13, 0.13, decor.pale, 0.4)


def _bed(decor: Decor, top: Top) -> None:
    """A bed: the pillow at its head, the blanket turned down."""
    _slab(decor, top, decor.wood)
    x, y, w, h = top.x - top.wide / 2, top.y - top.deep / 2, top.wide, top.deep
    decor.box(x + 0.06, y + 0.06, w - 0.12, h - 0.12, decor.pale, 0.4)
    cover = mix(decor.palette.accent, decor.pale, 0.3)
    if w > h:
        decor.box(x + w * 0.3, y + 0.04, w * 0.68, h - 0.08, cover, 0.7)
        decor.box(x + 0.12, y + h * 0.2, w * 0.16, h * 0.6, lighter(decor.pale, 0.4), 0.5)
    else:
        decor.box(x + 0.04, y + 0.04, w - 0.08, h * 0.66, cover, 0.7)
        decor.box(x + w * 0.2, y + h * 0.78, w * 0.6, h * 0.16, lighter(decor.pale, 0.4), 0.5)


def _sofa(decor: Decor, top: Top) -> None:
    _slab(decor, top, darker(decor.cloth, 0.08))
    x, y, w, h = top.x - top.wide / 2, top.y - top.deep / 2, top.wide, top.deep
    n = max(1, round(w / 0.9))
    for k in range(n):
        decor.box(
            x + 0.12 + (w - 0.24) * k / n, y + 0.05, (w - 0.24) / n - 0.04, h * 0.62, lighter(decor.cloth, 0.1), 0.6
        )


def _shelf(decor: Decor, top: Top) -> None:
    _slab(decor, top, decor.wood)
    hues = (decor.palette.accent, decor.palette.far, decor.own("#b5533f"), decor.own("#c99a3f"), decor.own("#5f7f93"))
    at = top.x - top.wide / 2 + 0.08
    for k in range(int((top.wide - 0.2) / 0.09)):
        decor.box(at + 0.09 * k, top.y - top.deep * 0.36, 0.075, top.deep * 0.6, decor.pick(hues, k), 0.2)


def _counter(decor: Decor, top: Top) -> None:
    _slab(decor, top, lighter(decor.wood, 0.14))
    for k in range(5):
        decor.round(
            top.x + top.wide * (0.17 * k - 0.34),
            top.y,
            0.1,
            0.1,
            decor.pick((decor.pale, decor.palette.accent, decor.own("#b5653f")), k),
            0.4,
        )


def _barrel(decor: Decor, top: Top) -> None:
    decor.round(top.x, top.y, top.wide / 2, top.deep / 2, decor.own("#a5754a"), 1.2)
    decor.dot(top.x, top.y, top.wide * 0.38, top.deep * 0.38, decor.own("#8a5f3c"))


def _column(decor: Decor, top: Top) -> None:
    decor.round(top.x, top.y, top.wide / 2, top.deep / 2, lighter(decor.palette.near, 0.1), 2.4)
    decor.dot(top.x, top.y, top.wide * 0.36, top.deep * 0.36, lighter(decor.palette.near, 0.22))


def _leaves(decor: Decor, top: Top) -> None:
    leaf = decor.palette.snow if decor.palette.snowy else decor.own("#6f8f4a")
    for k in range(9 if top.what == "plant" else 22):
        a, r = 2.4 * k, 0.5 * top.wide * ((k + 0.5) / 22) ** 0.5 if top.what == "tree" else 0.3 * top.wide
        tone = mix(leaf, lighter(leaf, 0.25), decor.odds(k))
        decor.round(top.x + r * math.cos(a), top.y + r * math.sin(a), top.wide * 0.17, top.wide * 0.15, tone, 1.2)


def _awning(decor: Decor, top: Top) -> None:
    hue = decor.pick((decor.own("#c9533f"), decor.own("#3f7f86"), decor.own("#d9a441"), decor.own("#6f8f4a")), 1)
    for k in range(8):
        x = top.x - top.wide / 2 + top.wide * k / 8
        decor.box(x, top.y - top.deep / 2, top.wide / 8, top.deep, hue if k % 2 else decor.pale, 1.4)


def _roof(decor: Decor, top: Top) -> None:
    """A roof from above: two slopes of thatch or tiles."""
    tiled = top.what == "tiles"
    hue = (
        decor.own("#c9953a")
        if decor.order.kind == "palace"
        else decor.own("#5d6a62")
        if tiled
        else decor.own("#b5924f")
    )
    hue = mix(hue, decor.palette.snow, 0.75) if decor.palette.snowy else hue
    _slab(decor, top, hue, 2.6)
    decor.flat(top.x - top.wide / 2, top.y - top.deep / 2, top.wide, top.deep / 2, darker(hue, 0.14))
    for k in range(1, round(top.wide / 0.4)):
        x = top.x - top.wide / 2 + 0.4 * k
        decor.line([(x, top.y - top.deep / 2), (x, top.y + top.deep / 2)], 0.035, darker(hue, 0.22), 0.6)
    decor.box(top.x - top.wide / 2, top.y - 0.12, top.wide, 0.24, darker(hue, 0.2), 0.8)


def _carpet(decor: Decor, top: Top) -> None:
    _slab(decor, top, decor.own("#a8322c"), 0.3)
    for side in (-1, 1):
        decor.flat(
            top.x + side * (top.wide / 2 - 0.14) - 0.04, top.y - top.deep / 2, 0.08, top.deep, decor.own("#e0b24a")
        )


def _console(decor: Decor, top: Top) -> None:
    _slab(decor, top, darker(decor.palette.near, 0.1))
    for k in range(int(top.wide / 0.16) - 1):
        hue = ((0.46, 0.86, 0.84), (0.98, 0.70, 0.36), (0.94, 0.42, 0.38))[int(decor.odds(k) * 3)]
        decor.flat(top.x - top.wide / 2 + 0.1 + 0.16 * k, top.y - 0.06, 0.09, 0.12, hue)


def _plain(decor: Decor, top: Top) -> None:
    tone = {
        "bars": decor.own("#474d52"),
        "curtain": decor.own("#a8302c"),
        "edge": decor.own("#d9a441"),
        "bonnet": decor.own("#a8493a"),
    }
    _slab(decor, top, tone.get(top.what, mix(decor.wood, decor.palette.near, 0.3)))


_PAINT: dict[str, Callable[[Decor, Top], None]] = {
    "table": _table, "desk": _table, "altar": _plain, "round": _round, "bed": _bed, "sofa": _sofa, "shelf": _shelf, "box": _plain,
    "counter": _counter, "barrel": _barrel, "stool": _barrel, "pew": _plain, "column": _column, "plant": _leaves, "tree": _leaves,
    "awning": _awning, "thatch": _roof, "tiles": _roof, "carpet": _carpet, "console": _console, "bars": _plain, "curtain": _plain,
    "edge": _plain, "bonnet": _plain,
}  # fmt: skip
