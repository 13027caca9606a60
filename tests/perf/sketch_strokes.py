"""How long a pen's move takes to be seen, tool by tool: one mouse move and the painting it asks for, on a 1280 x 720 sheet in a large window.

    python -P tests/perf/sketch_strokes.py

It takes the screen there is, or none. Run it alone on the machine. A frame at 60 per second is 16.7 ms.
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screen import or_offscreen

from app.sketch.canvas import Canvas
from app.sketch.drawing import Drawing, blank, flat, sheet_size
from app.sketch.filling import filled
from app.sketch.nibs import WIDTHS, Nib, Tool
from app.sketch.openraster import Packer, unpacked

WINDOW = (1600, 1000)
MOVES = 240


def main() -> None:
    """Print a line for each tool, and what the desk's thread has to do after a stroke."""
    or_offscreen()
    application = QApplication(sys.argv[:1])
    canvas = Canvas()
    canvas.resize(*WINDOW)
    canvas.show_drawing(blank(sheet_size(1920, 1080)), 1)
    canvas.show()
    application.processEvents()
    kept: list[Drawing] = []
    canvas.drawn.connect(lambda drawing, text, move: kept.append(drawing))
    print(f"{'tool':<10}{'width':>7}{'median':>9}{'95 %':>9}{'worst':>9}{'pen up':>9}   ms")
    for tool, width in (*WIDTHS.items(), (Tool.BRUSH, 160.0), (Tool.ERASER, 160.0)):
        canvas.take(Nib(tool, width, "#3f6f8f"))
        moves, up = _stroke(canvas)
        worst = sorted(moves)[int(len(moves) * 0.95)]
        print(
            f"{tool.name.lower():<10}{width:7.0f}{statistics.median(moves):9.2f}{worst:9.2f}{max(moves):9.2f}{up:9.2f}"
        )
    drawing = kept[-1]
    packer = Packer()
    print(f"lay flat {_took(lambda: flat(drawing)):.1f}", end="   ")
    print(f"pack the first time {_took(lambda: packer.pack(drawing)):.0f}", end="   ")
    one = drawing.with_layer(1, picture=drawing.layers[1].picture.copy())
    print(f"pack one layer {_took(lambda: packer.pack(one)):.0f}", end="   ")
    layers = packer.pack(one).layers
    print(f"read back {_took(lambda: unpacked(layers)):.0f}", end="   ")
    ink = QColor("#2d2b30")
    print(f"fill {_took(lambda: filled(one.layers[2].picture, flat(one), QPoint(4, 4), ink)):.0f}   ms")
    print(f"a panel on the disk: {len(packer.pack(one).flat) >> 10} KB flat, {len(layers) >> 10} KB with layers")


def _stroke(canvas: Canvas) -> tuple[list[float], float]:
    """Milliseconds for each move with its painting, and for lifting the pen."""
    to_window = canvas.view.to_window(canvas.size())

    def at(share: float) -> QPoint:
        x, y = 640 + 520 * math.cos(share * 9), 360 + 280 * math.sin(share * 13)
        return to_window.map(QPointF(x, y)).toPoint()

    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(0))
    moves: list[float] = []
    for number in range(1, MOVES + 1):
        began = time.perf_counter()
        QTest.mouseMove(canvas, at(number / MOVES))
        QApplication.processEvents()
        moves.append((time.perf_counter() - began) * 1000)
    began = time.perf_counter()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(1))
    QApplication.processEvents()
    return moves, (time.perf_counter() - began) * 1000


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
