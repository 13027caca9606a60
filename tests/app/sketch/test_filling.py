"""The bucket fills up to the lines, over small gaps, and never over a line of its own layer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.sketch.drawing import PAPER, Layer, clear, laid
from app.sketch.filling import filled

SIZE = QSize(200, 120)
BLUE = QColor("#3f6f8f")


def _ring(gap: int = 0) -> QImage:
    layer = clear(SIZE)
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#2d2b30"), 3))
    painter.drawEllipse(QRectF(60, 20, 80, 80))
    if gap:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(98, 10, gap, 20, QColor(0, 0, 0))
    painter.end()
    return layer


def _sheet(layer: QImage) -> QImage:
    return laid([Layer("Lines", layer)], SIZE, QColor(PAPER))


def test_the_inside_fills_and_the_outside_stays() -> None:
    ring = _ring()
    after, part = filled(ring, _sheet(ring), QPoint(100, 60), BLUE)
    assert after.pixelColor(100, 60) == BLUE
    assert after.pixelColor(20, 20).alpha() == 0
    assert part.width() < 90


def test_the_line_stays_on_top_without_a_bright_seam() -> None:
    ring = _ring()
    after, _ = filled(ring, _sheet(ring), QPoint(100, 60), BLUE)
    assert after.pixelColor(60, 60).lightness() < 70
    seam = [after.pixelColor(x, 60).alpha() for x in range(61, 70)]
    assert min(seam) == 255


def test_a_small_gap_does_not_leak_and_a_large_one_does() -> None:
    for gap, leaks in ((3, False), (14, True)):
        ring = _ring(gap)
        after, _ = filled(ring, _sheet(ring), QPoint(100, 60), BLUE)
        assert (after.pixelColor(10, 10).alpha() > 0) is leaks


def test_filled_ground_can_be_filled_anew() -> None:
    ring = _ring()
    blue, _ = filled(ring, _sheet(ring), QPoint(100, 60), BLUE)
    red, _ = filled(blue, _sheet(blue), QPoint(100, 60), QColor("#b5523b"))
    assert red.pixelColor(100, 60) == QColor("#b5523b")


def test_a_point_on_a_line_or_off_the_sheet_fills_nothing() -> None:
    ring = _ring()
    for point in (QPoint(60, 60), QPoint(-4, 10), QPoint(500, 10)):
        assert filled(ring, _sheet(ring), point, BLUE)[1].isEmpty()
