"""Camera marks as they are painted over the sheet: drawn by the window, never into the panel."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.sketch.drawing import Arrow, Frame, Mark

_WIDTH = 3.0


def paint_mark(painter: QPainter, mark: Mark, colour: QColor, *, scale: float, drawn: bool = True) -> None:
    """Paint a mark in sheet pixels; `scale` is window pixels to a sheet pixel, so that lines are as thick at any zoom. What nobody drew
    (it stands for the shot's move) is dashed."""
    halo = QColor(20, 20, 20, 110)
    for ink, width in ((halo, _WIDTH + 2.5), (colour, _WIDTH)):
        pen = QPen(ink, width / scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        if not drawn:
            pen.setDashPattern([9 / width, 8 / width])  # in widths: both inks break at the same places
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if isinstance(mark, Frame):
            _paint_frame(painter, mark, scale)
        else:
            _paint_arrow(painter, mark, ink, scale)


def _paint_frame(painter: QPainter, frame: Frame, scale: float) -> None:
    box = QRectF(frame.left, frame.top, frame.width, frame.height)
    painter.drawRect(box)
    tick = min(18 / scale, box.width() / 5)
    for corner, sx, sy in (
        (box.topLeft(), -1, -1), (box.topRight(), 1, -1), (box.bottomLeft(), -1, 1), (box.bottomRight(), 1, 1),
    ):  # fmt: skip
        painter.drawLine(corner, corner + QPointF(sx * tick, sy * tick))


def _paint_arrow(painter: QPainter, arrow: Arrow, ink: QColor, scale: float) -> None:
    points = [QPointF(x, y) for x, y in arrow.points]
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    painter.drawPath(path)
    tip, back = points[-1], _some_way_back(points, 14 / scale)
    heading = math.atan2(tip.y() - back.y(), tip.x() - back.x())
    reach = 20 / scale
    wings = [tip - QPointF(math.cos(heading + a) * reach, math.sin(heading + a) * reach) for a in (0.45, -0.45)]
    painter.setBrush(ink)
    painter.setPen(
        QPen(ink, painter.pen().widthF(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _some_way_back(points: list[QPointF], far: float) -> QPointF:
    """A point of the line that is about so far before its end: the last two points alone tell a shaky heading."""
    tip = points[-1]
    for point in reversed(points[:-1]):
        if math.hypot(tip.x() - point.x(), tip.y() - point.y()) >= far:
            return point
    return points[0]


def reach_of(mark: Mark) -> QRectF:
    """The part of the sheet (and beyond) that a mark takes up."""
    if isinstance(mark, Frame):
        return QRectF(mark.left, mark.top, mark.width, mark.height)
    xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def hit(mark: Mark, x: float, y: float, near: float) -> bool:
    """Whether a point lies on a mark's line, `near` sheet pixels around."""
    if isinstance(mark, Frame):
        box = reach_of(mark)
        outer, inner = box.adjusted(-near, -near, near, near), box.adjusted(near, near, -near, -near)
        return outer.contains(x, y) and not inner.contains(x, y)
    return any(_off(x, y, a, b) <= near for a, b in zip(mark.points, mark.points[1:], strict=False))


def _off(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = 0.0 if square == 0 else max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / square))
    return math.hypot(x - a[0] - share * dx, y - a[1] - share * dy)
