"""The pen on the sheet: mouse and tablet, zoomed, turned and mirrored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QInputDevice, QKeyEvent, QPointingDevice, QTabletEvent
from pytestqt.qtbot import QtBot

from app.sketch.canvas import Canvas
from app.sketch.drawing import Drawing, Frame, blank, sheet_size
from app.sketch.nibs import Nib, Tool
from engine.film.setup import Move

Drawn = list[tuple[Drawing, str, Move | None]]


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_drawing(blank(sheet_size(1920, 1080)), 2)
    made.show()
    return made


@pytest.fixture
def drawn(canvas: Canvas) -> Drawn:
    made: Drawn = []
    canvas.drawn.connect(lambda drawing, text, move: made.append((drawing, text, move)))
    return made


def _window(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.view.to_window(canvas.size()).map(QPointF(x, y)).toPoint()


def _draw(qtbot: QtBot, canvas: Canvas, *places: tuple[float, float]) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(canvas, left, pos=_window(canvas, *places[0]))
    for place in places[1:]:
        qtbot.mouseMove(canvas, _window(canvas, *place))
    qtbot.mouseRelease(canvas, left, pos=_window(canvas, *places[-1]))


def _alpha(drawing: Drawing, x: int, y: int, layer: int = 2) -> int:
    """The densest pixel around: a window pixel is more than one of the sheet's."""
    picture = drawing.layers[layer].picture
    return max(picture.pixelColor(x + i, y + j).alpha() for i in range(-3, 4) for j in range(-3, 4))


@pytest.mark.parametrize("turned", ["straight", "zoomed", "turned", "mirrored"])
def test_a_stroke_lands_under_the_pen(qtbot: QtBot, canvas: Canvas, drawn: Drawn, turned: str) -> None:
    {
        "straight": canvas.fit,
        "zoomed": lambda: canvas.zoom(1.5),
        "turned": lambda: canvas.turn(30),
        "mirrored": canvas.mirror,
    }[turned]()
    canvas.take(Nib(Tool.INK, 8))
    _draw(qtbot, canvas, (500, 300), (600, 340), (700, 380))
    ((drawing, text, move),) = drawn
    assert (text, move) == ("Ink", None)
    assert _alpha(drawing, 600, 340) > 200
    assert _alpha(drawing, 600, 420) == 0
    assert canvas.drawing is drawing


def test_the_eraser_and_the_bucket(qtbot: QtBot, canvas: Canvas, drawn: Drawn) -> None:
    canvas.take(Nib(Tool.FILL, 8, "#3f6f8f"))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_window(canvas, 640, 360))
    assert drawn[-1][0].layers[2].picture.pixelColor(100, 100) == QColor("#3f6f8f")
    canvas.take(Nib(Tool.ERASER, 40))
    _draw(qtbot, canvas, (500, 300), (600, 300), (700, 300))
    assert drawn[-1][0].layers[2].picture.pixelColor(600, 300).alpha() == 0
    assert drawn[-1][0].layers[2].picture.pixelColor(600, 500).alpha() == 255


def test_a_frame_and_an_arrow_tell_the_move(qtbot: QtBot, canvas: Canvas, drawn: Drawn) -> None:
    canvas.take(Nib(Tool.FRAME, 4))
    _draw(qtbot, canvas, (400, 200), (600, 300), (800, 420))
    drawing, _, move = drawn[-1]
    assert move is Move.PUSH_IN
    assert isinstance(drawing.marks[0], Frame)
    assert drawing.marks[0].width / drawing.marks[0].height == pytest.approx(16 / 9, abs=0.02)
    canvas.take(Nib(Tool.ARROW, 4))
    _draw(qtbot, canvas, (30, 100), (300, 100), (700, 104))
    drawing, _, move = drawn[-1]
    assert move is Move.PAN_RIGHT
    assert len(drawing.marks) == 1
    assert all(layer.picture == blank(drawing.size).layers[0].picture for layer in drawing.layers)


def test_a_slip_of_the_hand_is_no_mark(qtbot: QtBot, canvas: Canvas, drawn: Drawn) -> None:
    for tool in (Tool.FRAME, Tool.ARROW):
        canvas.take(Nib(tool, 4))
        _draw(qtbot, canvas, (400, 200), (404, 202))
    assert drawn == []


def test_alt_picks_a_colour(qtbot: QtBot, canvas: Canvas) -> None:
    picked: list[str] = []
    canvas.picked.connect(picked.append)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, alt, _window(canvas, 300, 300))
    assert picked == ["#f0ece2"]


def _tablet(
    canvas: Canvas, kind: QEvent.Type, at: tuple[float, float], pressure: float, *, rubber: bool = False
) -> None:
    pointer = QPointingDevice.PointerType.Eraser if rubber else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, pointer, QInputDevice.Capability.Pressure, 1, 2
    )  # fmt: skip
    where = QPointF(_window(canvas, *at))
    button = Qt.MouseButton.LeftButton
    canvas.tabletEvent(
        QTabletEvent(
            kind, device, where, where, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, button, button
        )
    )


def test_a_tablets_pressure_is_the_lines_width(canvas: Canvas, drawn: Drawn) -> None:
    canvas.take(Nib(Tool.INK, 30))
    kinds = QEvent.Type
    for pressure, y in ((0.1, 200.0), (1.0, 400.0)):
        _tablet(canvas, kinds.TabletPress, (300, y), pressure)
        for x in (400.0, 500.0, 600.0):
            _tablet(canvas, kinds.TabletMove, (x, y), pressure)
        _tablet(canvas, kinds.TabletRelease, (600, y), pressure)
    picture = drawn[-1][0].layers[2].picture

    def wide(y: int) -> int:
        return sum(picture.pixelColor(450, row).alpha() > 128 for row in range(y - 30, y + 30))

    assert wide(200) < 8
    assert 24 < wide(400) < 36


def test_the_pens_other_end_says_that_it_erases(canvas: Canvas) -> None:
    said: list[bool] = []
    canvas.turned_eraser.connect(said.append)
    _tablet(canvas, QEvent.Type.TabletPress, (300, 200), 0.5, rubber=True)
    assert said == [True]


def test_space_moves_the_paper_and_esc_drops_a_stroke(qtbot: QtBot, canvas: Canvas, drawn: Drawn) -> None:
    canvas.setFocus()
    before = canvas.view
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    _draw(qtbot, canvas, (500, 300), (600, 300))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view.centre.x() < before.centre.x()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.keyPress(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(320, 200))
    assert drawn == []


def test_nothing_is_drawn_on_a_hidden_layer(qtbot: QtBot, canvas: Canvas, drawn: Drawn) -> None:
    drawing = canvas.drawing
    assert drawing is not None
    canvas.show_drawing(drawing.with_layer(2, shown=False), 2)
    for tool in (Tool.INK, Tool.FILL):
        canvas.take(Nib(tool, 8))
        _draw(qtbot, canvas, (500, 300), (600, 300))
    assert drawn == []


def test_the_wheel_zooms_at_the_pointer(canvas: Canvas) -> None:
    point = QPointF(200, 150)
    under = canvas.on_sheet(point)
    canvas.look(canvas.view.zoomed(2.0, point, canvas.size()))
    assert (canvas.on_sheet(point) - under).manhattanLength() < 1e-6


def test_its_keys_are_its_own_while_it_has_the_focus(qtbot: QtBot, canvas: Canvas) -> None:
    done: list[str] = []
    action = QAction(canvas)
    action.setShortcut("I")
    action.triggered.connect(lambda: done.append("ink"))
    canvas.claim([action])
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_I, Qt.KeyboardModifier.NoModifier, "i")
    override.ignore()
    canvas.event(override)
    assert override.isAccepted()
    qtbot.keyClick(canvas, Qt.Key.Key_I)
    assert done == ["ink"]


def test_what_is_on_the_screen_is_what_is_on_the_sheet(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.take(Nib(Tool.INK, 40, "#b5523b"))
    _draw(qtbot, canvas, (400, 300), (500, 300), (600, 300))
    seen = canvas.grab().toImage()
    at = _window(canvas, 500, 300)
    assert seen.pixelColor(at * canvas.devicePixelRatio()).name() == "#b5523b"


def test_a_quick_stroke_ends_where_the_pen_was_lifted(qtbot: QtBot, canvas: Canvas, drawn: Drawn) -> None:
    left = Qt.MouseButton.LeftButton
    canvas.take(Nib(Tool.INK, 8))
    qtbot.mousePress(canvas, left, pos=_window(canvas, 300, 300))
    qtbot.mouseMove(canvas, _window(canvas, 500, 300))
    qtbot.mouseRelease(canvas, left, pos=_window(canvas, 700, 300))
    _tablet(canvas, QEvent.Type.TabletPress, (300, 500), 0.8)
    _tablet(canvas, QEvent.Type.TabletMove, (500, 500), 0.8)
    _tablet(canvas, QEvent.Type.TabletRelease, (700, 500), 0.5)
    drawing = drawn[-1][0]
    assert _alpha(drawing, 690, 300) > 100
    assert _alpha(drawing, 690, 500) > 100
