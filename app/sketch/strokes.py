"""From the jerky positions of a hand to a smooth line: centripetal Catmull-Rom through the samples, resampled at even steps.

The centripetal form never loops or overshoots between two samples (Yuksel, Schaefer and Keyser 2011), which the uniform one does where a
hand slows down.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the pen was, in sheet pixels, and how hard it was pressed (0 to 1)."""

    x: float
    y: float
    pressure: float = 1.0


class Line:
    """A line that is being drawn. `add` tells the points that have become certain; `end` the rest. Points are `step` pixels apart."""

    def __init__(self, step: float = 1.5) -> None:
        self.points: list[Sample] = []
        self._samples: list[Sample] = []
        self._step = step
        self._left = 0.0  # how far the next point is from the last sample passed

    def add(self, sample: Sample) -> list[Sample]:
        """The pen has moved. A sample on the last one says nothing new."""
        if self._samples and math.dist((sample.x, sample.y), (self._samples[-1].x, self._samples[-1].y)) < 0.4:
            return []
        self._samples.append(sample)
        if len(self._samples) == 1:
            self.points.append(sample)
            return [sample]
        # A span is certain once the sample after its end is known.
        return self._laid(len(self._samples) - 3) if len(self._samples) > 2 else []

    def end(self) -> list[Sample]:
        """The pen was lifted."""
        return self._laid(len(self._samples) - 2) if len(self._samples) > 1 else []

    def _laid(self, span: int) -> list[Sample]:
        first, last = self._samples[span], self._samples[span + 1]
        before = self._samples[span - 1] if span else _mirrored(first, last)
        after = self._samples[span + 2] if span + 2 < len(self._samples) else _mirrored(last, first)
        new = list(self._spaced(before, first, last, after))
        self.points += new
        return new

    def _spaced(self, before: Sample, first: Sample, last: Sample, after: Sample) -> Iterator[Sample]:
        chord = math.dist((first.x, first.y), (last.x, last.y))
        pieces = max(2, math.ceil(chord / (self._step / 2)))
        here = first
        for piece in range(1, pieces + 1):
            there = between(before, first, last, after, piece / pieces)
            self._left += math.dist((here.x, here.y), (there.x, there.y))
            if self._left >= self._step:
                self._left = 0.0
                yield there
            here = there


def between(before: Sample, first: Sample, last: Sample, after: Sample, share: float) -> Sample:
    """The point at `share` (0 to 1) of the way from `first` to `last`."""
    knots = [0.0]
    for one, next_ in ((before, first), (first, last), (last, after)):
        knots.append(knots[-1] + max(1e-3, math.sqrt(math.dist((one.x, one.y), (next_.x, next_.y)))))
    t = knots[1] + (knots[2] - knots[1]) * share
    x = _blended([p.x for p in (before, first, last, after)], knots, t)
    y = _blended([p.y for p in (before, first, last, after)], knots, t)
    return Sample(x, y, first.pressure + (last.pressure - first.pressure) * share)


def _blended(values: list[float], knots: list[float], t: float) -> float:
    """Barry and Goldman's pyramid: each level mixes neighbours over a longer stretch of knots, the last over the span itself."""
    a = [_mix(values[i], values[i + 1], knots[i], knots[i + 1], t) for i in range(3)]
    b = [_mix(a[i], a[i + 1], knots[i], knots[i + 2], t) for i in range(2)]
    return _mix(b[0], b[1], knots[1], knots[2], t)


def _mix(low: float, high: float, start: float, end: float, t: float) -> float:
    share = (t - start) / (end - start)
    return low + (high - low) * share


def _mirrored(end: Sample, inner: Sample) -> Sample:
    """A sample beyond the end of a line, as far as the one inside."""
    return Sample(2 * end.x - inner.x, 2 * end.y - inner.y, end.pressure)


def tapered(points: list[Sample], length: float) -> list[Sample]:
    """A mouse presses evenly: its line thins out over its first and last `length` pixels, as a hand's does."""
    along = [0.0]
    for one, next_ in itertools.pairwise(points):
        along.append(along[-1] + math.dist((one.x, one.y), (next_.x, next_.y)))
    reach = min(length, along[-1] / 3) or 1.0
    return [
        Sample(p.x, p.y, p.pressure * _eased(min(at, along[-1] - at) / reach))
        for p, at in zip(points, along, strict=True)
    ]


def _eased(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return 0.25 + 0.75 * share * (2 - share)


def ribbon(points: list[Sample], width: float) -> QPainterPath:
    """The outline of a line whose width goes with the pressure: discs joined by tangents, one path, so that its edge is smooth."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # every piece turns clockwise, so that overlaps never cancel
    last: Sample | None = None
    for point in points:
        radius = max(0.35, width * point.pressure / 2)
        path.addEllipse(QPointF(point.x, point.y), radius, radius)
        if last is not None:
            _join(path, last, point, width)
        last = point
    return path


def _join(path: QPainterPath, one: Sample, other: Sample, width: float) -> None:
    dx, dy = other.x - one.x, other.y - one.y
    far = math.hypot(dx, dy)
    if far < 1e-6:
        return
    nx, ny = -dy / far, dx / far
    a, b = max(0.35, width * one.pressure / 2), max(0.35, width * other.pressure / 2)
    corners = (
        QPointF(one.x - nx * a, one.y - ny * a),
        QPointF(other.x - nx * b, other.y - ny * b),
        QPointF(other.x + nx * b, other.y + ny * b),
        QPointF(one.x + nx * a, one.y + ny * a),
    )
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
