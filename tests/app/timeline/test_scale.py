"""Frames and pixels: what is under the pointer stays there, and the ruler is readable at every zoom."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.timeline.scale import FARTHEST, NEAREST, Scale, fitted, ticks


@given(st.floats(FARTHEST, NEAREST), st.integers(0, 100_000), st.floats(0.2, 5))
def test_a_zoom_keeps_the_frame_under_the_pointer(per_frame: float, frame: int, factor: float) -> None:
    scale = Scale(per_frame, max(0.0, frame * per_frame - 300))
    x = scale.x(frame)
    zoomed = scale.zoomed(factor, x)
    assert abs(zoomed.x(frame) - x) < 1e-6 * max(1, frame) or zoomed.left == 0


@given(st.integers(0, 5000), st.floats(0.05, NEAREST))
def test_a_frame_is_found_where_it_is_drawn(frame: int, per_frame: float) -> None:
    scale = Scale(per_frame, 0)
    assert scale.frame(scale.x(frame)) == frame
    assert scale.edge(scale.x(frame)) == frame


@pytest.mark.parametrize("frames", [1, 24, 5000, 400_000])
def test_a_fitted_cut_ends_inside_the_window(frames: int) -> None:
    assert fitted(frames, 1200).x(frames) <= 1200


@pytest.mark.parametrize("per_frame", [0.005, 0.02, 0.3, 1.0, 2.0, 7.0, 24.0])
@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(60)])
def test_labels_of_the_ruler_never_touch(per_frame: float, rate: Fraction) -> None:
    scale = Scale(per_frame, 333)
    found = [scale.x(tick.frame) for tick in ticks(scale, 1600, rate, 0) if tick.label]
    assert found
    assert all(b - a >= 100 for a, b in pairwise(found))


def test_labels_count_from_the_films_start() -> None:
    labels = [tick.label for tick in ticks(Scale(5, 0), 400, Fraction(24), 86_400) if tick.label]
    assert labels[0] == "01:00:00:00"


def test_a_part_of_the_ruler_has_the_lines_of_the_whole() -> None:
    scale = Scale(0.7, 300)
    whole = list(ticks(scale, 900, Fraction(24), 0))
    part = list(ticks(scale, 900, Fraction(24), 0, 500))
    assert part == whole[-len(part) :]
    assert len(part) < len(whole)
    assert scale.x(part[0].frame) <= 500 < scale.x(part[1].frame)
    assert list(ticks(scale, 900, Fraction(24), 0, -40)) == whole
