"""What each tool leaves on the sheet."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.sketch.drawing import blank, merged, sheet_size
from app.sketch.nibs import Nib, Stroke, Tool
from app.sketch.strokes import Sample

SHEET = QRect(0, 0, 320, 180)


def _stroke(tool: Tool, width: float, *places: tuple[float, float, float]) -> Stroke:
    stroke = Stroke(Nib(tool, width), SHEET, even=False)
    for x, y, pressure in places:
        stroke.add(Sample(x, y, pressure))
    stroke.end()
    return stroke


def _cover(picture: QImage, part: QRect = SHEET) -> int:
    """How many pixels are not clear."""
    return sum(
        picture.pixelColor(x, y).alpha() > 8
        for x in range(part.left(), part.right() + 1)
        for y in range(part.top(), part.bottom() + 1)
    )


def test_ink_is_as_wide_as_the_hand_presses() -> None:
    soft = _stroke(Tool.INK, 12, (20, 60, 0.2), (160, 60, 0.2), (300, 60, 0.2))
    hard = _stroke(Tool.INK, 12, (20, 60, 1.0), (160, 60, 1.0), (300, 60, 1.0))
    column = QRect(160, 30, 1, 60)
    assert _cover(soft.wet, column) < 5
    assert 11 <= _cover(hard.wet, column) <= 14


def test_a_touch_leaves_a_dot() -> None:
    for tool in (Tool.PENCIL, Tool.INK, Tool.BRUSH):
        assert _cover(_stroke(tool, 6, (50, 50, 0.8)).wet) > 4


def test_what_a_stroke_says_it_touched_holds_all_of_it() -> None:
    for tool in (Tool.PENCIL, Tool.INK, Tool.BRUSH):
        stroke = _stroke(tool, 20, (40, 40, 0.9), (120, 90, 0.7), (200, 60, 0.9))
        assert _cover(stroke.wet) == _cover(stroke.wet, stroke.touched)


def test_graphite_takes_the_papers_tooth_and_paint_shows_the_hairs() -> None:
    pencil = _stroke(Tool.PENCIL, 14, (20, 60, 0.6), (160, 60, 0.6), (300, 60, 0.6))
    tones = {pencil.seen(SHEET).pixelColor(x, 60).alpha() for x in range(60, 260)}
    assert len(tones) > 20
    brush = _stroke(Tool.BRUSH, 40, (20, 60, 0.9), (160, 60, 0.9), (300, 60, 0.9))
    across = {brush.seen(SHEET).pixelColor(160, y).alpha() for y in range(46, 74)}
    assert len(across) > 3


def test_the_eraser_takes_out_only_what_it_passes_over() -> None:
    black = blank(SHEET.size()).layers[0].picture.copy()
    black.fill(0xFF000000)
    rubber = _stroke(Tool.ERASER, 20, (0, 90, 1.0), (160, 90, 1.0), (319, 90, 1.0))
    left = merged(black, rubber.seen(SHEET), rubber.nib.mode)
    assert left.pixelColor(160, 90).alpha() == 0
    assert left.pixelColor(160, 60).alpha() == 255


def test_the_sheet_has_the_films_shape() -> None:
    assert (sheet_size(1920, 1080).width(), sheet_size(1920, 1080).height()) == (1280, 720)
    assert (sheet_size(1080, 1920).width(), sheet_size(1080, 1920).height()) == (720, 1280)
    assert sheet_size(2048, 858).height() == 536
