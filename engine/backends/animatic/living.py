"""Takes a set's sheets apart into what stands still and what stirs, so that the wind has something to take hold of.

Painters only say which of their cuts are alive (`paper.living`); a set painted tomorrow sways too. Few sheets are taken apart, the
nearest ones: each costs a texture of its own, and behind them nobody sees a leaf move.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import skia

from engine.backends.animatic.paper import NOTHING, STILL, Knife
from engine.backends.animatic.sheets import Paint, Sheet
from engine.backends.animatic.stage import INDOORS, SetOrder
from engine.backends.animatic.stirring import Stir

MOST, MOST_IN_PARALLAX = 4, 1
"""Sheets that are taken apart."""

_NEAR, _FAR, _FARTHEST = -4.0, 22.0, 60.0
_REACH = 14.0
"""Metres to either side of the stage in which something alive is looked for."""

_KINDS: tuple[Stir, ...] = get_args(Stir)


_LIVELY: frozenset[Stir] = frozenset({"flame", "play", "rise", "fall"})
"""What is missed at once when it stands still."""


def taken_apart(sheets: Sequence[Sheet], order: SetOrder, *, parallax: bool) -> list[Sheet]:
    """The sheets, of which a few are now a still one and, just before it, one for each way of stirring. With parallax each layer
    is warped for every frame: one sheet only, and no curtain, while the eye follows the camera."""
    stirring = {sheet.name: kinds for sheet in sheets if (kinds := _stirs(sheet, order))}
    if parallax and order.kind in INDOORS:
        stirring = {name: kinds for name, kinds in stirring.items() if _LIVELY & set(kinds)}
    depth = {sheet.name: abs(sheet.z) for sheet in sheets}
    near = sorted(stirring, key=lambda name: (not _LIVELY & set(stirring[name]), depth[name]))
    near = near[: MOST_IN_PARALLAX if parallax else MOST]
    found: list[Sheet] = []
    for sheet in sheets:
        found += _split(sheet, stirring[sheet.name]) if sheet.name in near else [sheet]
    return found


def _stirs(sheet: Sheet, order: SetOrder) -> tuple[Stir, ...]:
    if sheet.joins or sheet.drift is not None or sheet.apart or not _NEAR < sheet.z < _FARTHEST:
        return ()
    kinds = _met(order, sheet.name, sheet.z, _Painted(sheet.paint))
    return kinds if sheet.z < _FAR or _LIVELY & set(kinds) else ()


class _Painted:
    """A painter that is the same for the cache whichever shot has made it: the order, name and depth tell it."""

    def __init__(self, paint: Paint) -> None:
        self.paint = paint

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Painted)

    def __hash__(self) -> int:
        return 0


@functools.lru_cache(maxsize=512)
def _met(order: SetOrder, name: str, z: float, painted: _Painted) -> tuple[Stir, ...]:
    knife = Knife(skia.Surface(4, 4).getCanvas(), 0.01, (0.0, 0.0, 0.0), shows=NOTHING)
    reach = _REACH + max(z, 0.0)
    painted.paint(knife, -reach, reach)
    return tuple(kind for kind in _KINDS if kind in knife.met)


def _split(sheet: Sheet, kinds: Sequence[Stir]) -> list[Sheet]:
    still = replace(sheet, paint=_only(sheet.paint, STILL))
    return [
        still,
        *(
            replace(
                sheet,
                name=f"{sheet.name} {kind}",
                z=sheet.z - 1e-4 * (n + 1),
                paint=_only(sheet.paint, kind),
                stir=kind,
                apart=True,
            )
            for n, kind in enumerate(kinds)
        ),
    ]


def _only(paint: Paint, shows: str) -> Paint:
    def shown(knife: Knife, x0: float, x1: float) -> None:
        paint(knife.showing(shows), x0, x1)

    return shown
