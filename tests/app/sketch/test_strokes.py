"""A hand's jerky samples become a smooth line that begins and ends where the hand did."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.sketch.strokes import Line, Sample, ribbon, tapered


def _drawn(samples: list[Sample], step: float = 1.5) -> list[Sample]:
    line = Line(step)
    for sample in samples:
        line.add(sample)
    line.end()
    return line.points


def test_a_line_goes_through_its_samples_at_even_steps() -> None:
    corners = [Sample(0, 0), Sample(60, 0), Sample(60, 60), Sample(0, 60)]
    points = _drawn(corners)
    for corner in corners:
        assert min(math.dist((corner.x, corner.y), (p.x, p.y)) for p in points) < 2
    steps = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(points)]
    assert max(steps) < 2.6
    assert min(steps) > 1.0


def test_pressure_goes_over_from_sample_to_sample() -> None:
    points = _drawn([Sample(0, 0, 0.0), Sample(50, 0, 0.5), Sample(100, 0, 1.0)])
    assert all(a.pressure <= b.pressure for a, b in pairwise(points))
    assert points[-1].pressure > 0.95


def test_a_sample_on_the_last_one_says_nothing() -> None:
    line = Line()
    assert line.add(Sample(5, 5)) == [Sample(5, 5)]
    assert line.add(Sample(5.1, 5)) == []
    assert line.end() == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), min_size=2, max_size=6))
def test_a_line_never_strays_far_from_the_hand(places: list[tuple[int, int]]) -> None:
    points = _drawn([Sample(x, y) for x, y in places], step=4.0)
    xs, ys = [x for x, _ in places], [y for _, y in places]
    assert min(xs) - 100 < min(p.x for p in points) <= max(p.x for p in points) < max(xs) + 100
    assert min(ys) - 100 < min(p.y for p in points) <= max(p.y for p in points) < max(ys) + 100


def test_a_mouse_line_thins_out_at_both_ends() -> None:
    points = tapered([Sample(x, 0, 0.8) for x in range(0, 200, 2)], 26)
    assert points[0].pressure < 0.3 > points[-1].pressure
    assert points[50].pressure == 0.8


def test_a_ribbon_that_turns_back_on_itself_has_no_holes() -> None:
    path = ribbon([Sample(10, 10), Sample(60, 10), Sample(12, 12)], 8)
    assert path.contains(path.boundingRect().center())
    assert path.boundingRect().width() > 56
