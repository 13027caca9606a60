"""A walk over a cut is on the same foot on both sides of it, at the pace it had."""

from __future__ import annotations

import itertools
import math

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.in_step import step_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.gait import stride
from engine.backends.animatic.stage import Player
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _walkers(*actions: str) -> list[tuple[Player, float]]:
    text = "EXT. STREET - DAY\n\n" + "\n\n".join(actions) + "\n"
    film = breakdown(read_text(text), rate=FILM, raster=Raster(width=320, height=180))
    staged = [stage(order) for _, order in orders(film)]
    return [(next(p for p in s.players if p.name == "MARA"), s.seconds) for s in staged]


def _foot(player: Player, seconds: float) -> float:
    """Where in the two steps the feet are: 0..2."""
    beat = next(b for b in player.beats if b.end > seconds)
    return step_at(beat, player.puppet, seconds) % 2


def _apart(one: float, other: float) -> float:
    return abs((one - other + 1) % 2 - 1)


@pytest.mark.parametrize(
    "actions",
    [
        ("WIDE SHOT. MARA walks along the street.", "MEDIUM SHOT. MARA walks along the street."),
        ("WIDE SHOT. MARA runs along the street.", "FULL SHOT. MARA runs along the street."),
        ("FULL SHOT. MARA walks.", "MEDIUM SHOT. MARA walks.", "WIDE SHOT. MARA walks."),
    ],
)
def test_the_foot_that_is_cut_away_from_is_the_one_that_is_cut_to(actions):
    walkers = _walkers(*actions)
    for (before, seconds), (after, _) in itertools.pairwise(walkers):
        assert _apart(_foot(before, seconds), _foot(after, 0.0)) < 0.3
        assert pose_at(before, seconds - 0.05).pose.travel > 0.5
        assert pose_at(after, 0.0).pose.travel > 0.5


def test_the_steps_counted_are_the_steps_drawn():
    (player, seconds), _ = _walkers("WIDE SHOT. MARA walks.", "MEDIUM SHOT. MARA walks.")
    pose = pose_at(player, seconds).pose
    facing = max(0.5, abs(math.sin(math.radians(pose.yaw))))
    drawn = stride(pose.gone / facing, pose.span / facing, 1.1 * pose.span / pose.length, player.puppet.body.frame.leg)
    assert _apart(drawn.beat, _foot(player, seconds)) < 0.05
