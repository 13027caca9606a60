"""In an old tale no set shows what is modern: no tower block, no current, no plastic; in the East it is dressed the Chinese way."""

from __future__ import annotations

from dataclasses import replace

import pytest
import skia

from engine.backends.animatic.palette import palette_for
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import eastern, furniture, pieces
from engine.backends.animatic.sets.decor import Decor
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.stage import SetOrder


def _painted(order: SetOrder) -> None:
    palette = palette_for(order)
    for sheet in scenery_for(order.kind).sheets(order, palette):
        sheet.paint(Knife(skia.Surface(8, 8).getCanvas(), 0.01, (0.0, 0.0, 0.0)), -12, 12)


@pytest.mark.parametrize("kind", ["rooftop", "skyline", "bridge"])
@pytest.mark.parametrize("period", ["old", "old east"])
def test_no_tower_block_looks_over_an_old_roof(kind, period, monkeypatch):
    built: list[str] = []
    monkeypatch.setattr(pieces, "tower", lambda *told, **named: built.append("tower"))
    for seed in range(6):
        _painted(SetOrder(kind, "night", "clear", seed, period=period))
    assert not built
    for seed in range(6):
        _painted(SetOrder(kind, "night", "clear", seed))
    assert built


@pytest.mark.parametrize("kind", ["room", "living room", "bedroom", "kitchen", "shop", "office", "attic"])
def test_candles_or_lanterns_burn_where_there_is_no_current(kind, monkeypatch):
    lamps: list[str] = []
    monkeypatch.setattr(furniture, "old_lamp", lambda *told, **named: lamps.append("old"))
    monkeypatch.setattr(eastern, "lantern", lambda *told, **named: lamps.append("lantern"))
    for seed in range(3):
        _painted(SetOrder(kind, "night", "clear", seed, period="old"))
    assert lamps


def test_lamps_with_shades_are_candles_in_an_old_tale():
    class Counting(Knife):
        cuts = 0

        def cut(self, path: skia.Path, colour, lift: float = 1.0) -> None:
            self.cuts += 1

    order = SetOrder("room", "night", "clear", 3)
    counts = []
    for each in (order, replace(order, period="old")):
        knife = Counting(skia.Surface(4, 4).getCanvas(), 0.01, (0.0, 0.0, 0.0))
        furniture.table_lamp(Decor(knife, each, palette_for(each), 3), 0.0, 1.0)
        counts.append((knife.cuts, sorted(knife.met)))
    assert counts[0][1] == []
    assert counts[1][1] == ["flame"]


def test_every_place_of_an_old_eastern_film_is_dressed_the_chinese_way():
    assert not eastern.is_eastern(SetOrder("street", "day", "clear", 1, words="street"))
    assert eastern.is_eastern(SetOrder("street", "day", "clear", 1, words="street", period="old east"))
