"""The deck of a ship, laid over the sea set's beach: planks to stand on, a rail, and the sea behind it.

A boat is a puppet that people sit in; a ship is too big for the frame, so its deck is the stage.
"""

from __future__ import annotations

import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, cells, chance, outline
from engine.backends.animatic.sets import overhead, parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_DECK = re.compile(r"\b(?:deck|ship|ferry|liner|steamer|galleon)\b|甲板|轮船|大船|海盗船|战船", re.I)
_OAK: Colour = (0.60, 0.44, 0.29)
_RAIL_Z = 2.6


def has_deck(order: SetOrder) -> bool:
    """Whether the words speak of a ship that one stands on."""
    return bool(_DECK.search(order.words))


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Rail and planks, from far to near."""
    rail = Sheet("rail", _RAIL_Z, lambda k, a, b: _rail(k, a, b, palette), top=1.3, bottom=-0.4, gap=0.8)
    rows = parts.ground(
        palette,
        lambda z: _oak(palette),
        lambda k, a, b, z, row: _planks(k, a, b, z, row, order, palette),
        bump=0.0,
        until=3.0,
    )
    return (rail, *rows)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Planks from above."""
    tone = _oak(palette)

    def seam(knife: Knife, x: float, y: float, seed: int) -> None:
        knife.rect(x - 0.5, y, 1.0, 0.03, darker(tone, 0.2), 0.3)

    return (overhead.floor("planks", tone, seam, 0.5, 0.9, order.seed),)


def _oak(palette: Palette) -> Colour:
    oak = mix(_OAK, palette.sky_top, 0.66) if palette.is_dark else mix(_OAK, palette.near, 0.25)
    return mix(oak, palette.snow, 0.62) if palette.snowy else oak


def _rail(knife: Knife, x0: float, x1: float, palette: Palette) -> None:
    tone = palette.at(darker(_oak(palette), 0.12), _RAIL_Z)
    knife.rect(x0 - 1, -0.4, x1 - x0 + 2, 0.62, darker(tone, 0.10), 0.8)
    for i in cells(x0, x1, 0.9, 1):
        knife.rect(i * 0.9 - 0.05, 0.1, 0.10, 0.85, tone, 0.6)
    knife.rect(x0 - 1, 0.90, x1 - x0 + 2, 0.12, lighter(tone, 0.08), 0.8)


def _planks(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_oak(palette), z)
    for i in cells(x0, x1, 2.4, 1):
        x = (i + 0.8 * chance(order.seed, row, i)) * 2.4
        knife.dab(outline([(x, -0.5), (x + 0.03, -0.5), (x + 0.03, 0), (x, 0)]), darker(tone, 0.18), 0.8)
    knife.dab(outline([(x0, -0.03), (x1, -0.03), (x1, 0), (x0, 0)]), darker(tone, 0.16), 0.7)
