"""How what is cut from paper stirs: boughs sway, lanterns swing, kelp and smoke waver, flames flicker, water falls.

A piece is baked once and bent by shifting its rows by whole pixels, since a copy costs a tenth of a warp: on a frame of a
still shot a wood in the wind costs no more than a wood.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Stir = Literal["", "sway", "hang", "drape", "flag", "waft", "flame", "play", "rise", "fall"]
"""Rooted at its foot; hung from its head; a curtain; a flag on its pole; what wavers upward; a flame; a fountain's jets; and what runs
up or down in its place."""

SCROLLS: frozenset[Stir] = frozenset({"rise", "fall"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A drawing's time in seconds, and how hard it blows (to the left) then: 0 calm, 1 a gale. `air` is how much stirs without wind;
    `line` is 1/720 of the picture's height, in pixels."""

    seconds: float
    gust: float = 0.0
    air: float = 1.0
    line: float = 1.0


Band = tuple[int, int, int]
"""First row, row after the last, and pixels to the right."""


def bands(stir: Stir, rows: int, seed: float, moment: Moment) -> list[Band]:
    """A piece of so many rows cut across into bands that move as one, from the top down."""
    shifts = np.rint(leans(stir, rows, seed, moment)).astype(int)
    edges = [0, *(np.flatnonzero(np.diff(shifts)) + 1).tolist(), rows]
    return [(a, b, int(shifts[a])) for a, b in itertools.pairwise(edges)]


def leans(stir: Stir, rows: int, seed: float, moment: Moment) -> NDArray[np.float64]:
    """How far each row (from the top) is blown to the right, in pixels: (rows,)."""
    up = 1 - (np.arange(rows) + 0.5) / rows
    t = moment.seconds
    if stir == "sway":
        limber = moment.line * math.sqrt(rows / moment.line)  # a blade of grass gives way more than a tree
        swing = 0.18 * moment.air * (math.sin(1.3 * t + seed) + 0.4 * math.sin(2.9 * t + 1.7 * seed))
        return limber * up**1.5 * (swing * (1 + 2 * moment.gust) - 1.1 * moment.gust)
    if stir == "hang":
        swing = 0.035 * moment.air * math.sin(1.9 * t + seed) + 0.10 * moment.gust * math.sin(5.3 * t + seed)
        return rows * (1 - up) * (swing - 0.22 * moment.gust)
    if stir == "drape":
        return rows * (1 - up) ** 1.4 * 0.022 * moment.air * (math.sin(0.9 * t + seed) + 0.5 * math.sin(2.3 * t + seed))
    if stir == "flag":
        return rows * 0.025 * (0.3 + moment.gust) * np.sin(math.tau * 1.3 * up - (2.5 + 4 * moment.gust) * t + seed)
    if stir == "waft":
        most = min(0.05 * rows, 10.0 * moment.line + 0.02 * rows) * (0.4 + 0.6 * moment.air)
        return most * up * np.sin(2.2 * math.tau * up - 1.5 * t + seed) - rows * up * 0.06 * moment.gust
    if stir == "flame":
        return 0.11 * rows * up * np.sin(math.tau * up * 0.9 - 11.0 * t + seed) - rows * up * 0.15 * moment.gust
    if stir == "play":
        return 0.035 * rows * up**0.5 * np.sin(math.tau * 2.5 * up - 9.0 * t + seed)
    return np.zeros(rows)


_SPEED: dict[Stir, float] = {"rise": -0.10, "fall": 0.55}
"""Its own heights a second, downward."""


def gone(stir: Stir, rows: int, moment: Moment) -> int:
    """How many pixels down what runs in its place has run, less than its height."""
    return round(_SPEED.get(stir, 0.0) * rows * moment.seconds) % rows


def moved(
    stir: Stir, rows: int, seed: float, at: NDArray[np.float64], now: Moment, then: Moment
) -> NDArray[np.float64]:
    """How far the points at rows `at` (n,) of a piece move from one moment to another: (n, 2) pixels right and down."""
    way = np.zeros((len(at), 2))
    if stir in SCROLLS:
        half = rows // 2
        way[:, 1] = (gone(stir, rows, then) - gone(stir, rows, now) + half) % rows - half
        return way
    before, after = (np.rint(leans(stir, rows, seed, moment)) for moment in (now, then))
    on = np.clip(np.floor(at).astype(int), 0, rows - 1)
    way[:, 0] = after[on] - before[on]
    return way
