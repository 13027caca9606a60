"""Adjectives dress a place, and only when they are said of the place."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from engine.backends.animatic.blocking.adjectives import dressing_for
from engine.backends.animatic.blocking.places import places_in


def _traits(name: str, *told: str) -> set[str]:
    return {trait for trait, worn in asdict(dressing_for(name, told, places_in())).items() if worn}


@pytest.mark.parametrize(
    ("name", "traits"),
    [
        ("RUINED TEMPLE", {"ruined"}),
        ("ABANDONED RAILWAY STATION", {"ruined", "empty"}),
        ("CROWDED NIGHT MARKET", {"crowded"}),
        ("OLD STONE BRIDGE", {"old"}),
        ("TINY KITCHEN", {"small"}),
        ("VAST FROZEN LAKE", {"huge", "frozen"}),
        ("FLOODED STREET", {"flooded"}),
        ("OVERGROWN GARDEN", {"overgrown"}),
        ("LANTERN-LIT ALLEY", {"lantern_lit"}),
        ("GARDEN", set()),
        ("破庙", {"ruined"}),
        ("古镇", {"old"}),
        ("狭窄的小巷", {"small"}),
        ("结冰的湖面", {"frozen"}),
        ("杂草丛生的院子", {"overgrown"}),
        ("张灯结彩的街市", {"lantern_lit"}),
        ("巨大的山洞", {"huge"}),
        ("空荡荡的教室", {"empty"}),
        ("夜空", set()),
        ("老人的小屋", set()),
    ],
)
def test_a_heading_dresses_its_place(name: str, traits: set[str]) -> None:
    assert _traits(name) == traits


@pytest.mark.parametrize(
    ("told", "traits"),
    [
        ("An old man waits on the bridge.", set()),
        ("He crosses the old stone bridge.", {"old"}),
        ("The street is empty.", {"empty"}),
        ("The street is not crowded.", set()),
        ("Her glass is empty.", set()),
        ("A small dog runs along the beach.", set()),
        ("The harbour is crowded with boats.", {"crowded"}),
        ("老人走过石桥。", set()),
        ("街上空无一人。", {"empty"}),
        ("广场上人山人海。", {"crowded"}),
        ("他走进破旧的寺庙。", {"ruined", "old"}),
        ("一个巨大的影子。", set()),
    ],
)
def test_an_action_dresses_only_the_place(told: str, traits: set[str]) -> None:
    assert _traits("", told) == traits


def test_a_sky_full_of_stars_crowds_no_meadow():
    told = dressing_for("GRASSLAND", ["The sky is full of stars. Mara stands.", "An empty sky."], places_in())
    assert not told.crowded
    assert not told.empty
