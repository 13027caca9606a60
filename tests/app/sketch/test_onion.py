"""Whose picture shines through: the panels before and after, over the cut too."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from app.sketch.drawing import PAPER
from app.sketch.easel import washed
from app.sketch.onion import neighbours
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.shots import Panel, Scene, Shot


def _reference(name: str) -> Reference:
    return Reference(path=f"panels/{name}.png", digest=name * 64)


def _shot(name: str, *panels: str, omitted: bool = False) -> Shot:
    drawn = tuple(Panel(id=p, start=i, picture=_reference(p) if p.islower() else None) for i, p in enumerate(panels))
    return Shot(id=name, slate=name, duration=48, panels=drawn, omitted=omitted)


FILM = Film(
    scenes=(
        Scene(id="x", number="1", shots=(_shot("s1", "a", "b"), _shot("s2"), _shot("s3", "c", omitted=True))),
        Scene(id="y", number="2", shots=(_shot("s4", "X", "d"),)),
    )
)


def test_the_neighbours_are_found_over_the_cut() -> None:
    a, b, d = (_reference(name) for name in "abd")
    assert neighbours(FILM, "s1", "a") == (None, b)
    assert neighbours(FILM, "s1", "b") == (a, d)
    assert neighbours(FILM, "s4", "d") == (b, None)


def test_a_sheet_that_is_not_in_the_film_yet_stands_behind_its_shot() -> None:
    assert neighbours(FILM, "s2", "new") == (_reference("b"), _reference("d"))
    assert neighbours(FILM, "s1", "new") == (_reference("b"), _reference("d"))


def test_a_ghost_is_coloured_lines_on_white() -> None:
    panel = QImage(64, 36, QImage.Format.Format_RGB32)
    panel.fill(QColor(PAPER))
    panel.setPixelColor(10, 10, QColor("#2d2b30"))
    ghost = washed(panel, QSize(64, 36), "#c2574a")
    assert ghost.pixelColor(40, 20).lightness() == 255
    assert ghost.pixelColor(10, 10).red() > ghost.pixelColor(10, 10).blue() + 60
