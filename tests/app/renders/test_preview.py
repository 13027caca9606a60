"""The picture of what is drawn: never black between two shots, and never one shot's picture under another's slate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.renders.preview import PreviewPanel
from app.state.session import Session
from app.state.stills import Stills


class Drawing(QObject):
    """An engine that draws the shot whose id is the key."""

    started = Signal(str)
    preview = Signal(str, str)
    taken = Signal(str)

    def shots_of(self, key: str) -> tuple[str, ...]:
        return (key,)


@pytest.fixture
def drawing(qapp: object) -> Drawing:
    return Drawing()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, drawing: Drawing) -> Iterator[PreviewPanel]:
    stills = Stills(session)
    made = PreviewPanel(session, cast(Any, drawing), stills)
    qtbot.addWidget(made)
    made.resize(480, 270)
    made.show()
    yield made
    stills.close()


def painted(session: Session, color: str) -> str:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    image.save(str(session.folder / f"{color[1:]}.png"))
    return f"{color[1:]}.png"


def corner(panel: PreviewPanel) -> QColor:
    return panel.grab().toImage().pixelColor(QPoint(30, 30))


@pytest.fixture
def begun(session: Session, drawing: Drawing, panel: PreviewPanel) -> tuple[str, str]:
    """The first two shots; a picture of the first has been told of, and is being read."""
    first, second = (shot.id for shot in list(session.film.shots)[:2])
    drawing.started.emit(first)
    drawing.preview.emit(first, painted(session, "#c04020"))
    return first, second


def test_between_two_shots_the_last_picture_stays_dimmed_under_the_next_slate(
    qtbot: QtBot, panel: PreviewPanel, session: Session, drawing: Drawing, begun: tuple[str, str]
) -> None:
    first, second = begun
    qtbot.waitUntil(lambda: corner(panel).name() == "#c04020")
    drawing.taken.emit(first)
    assert corner(panel).name() == "#c04020"  # until the take's own picture has been read
    drawing.started.emit(second)
    dimmed, middle = corner(panel), panel.grab().toImage()
    assert 30 < dimmed.red() < 0xC0
    assert any(middle.pixelColor(x, y).lightness() > 120 for x in range(200, 280) for y in range(90, 220))  # the slate
    drawing.preview.emit(second, painted(session, "#2060a0"))
    qtbot.waitUntil(lambda: corner(panel).name() == "#2060a0")


def test_a_picture_that_was_read_too_late_is_not_shown_for_the_next_shot(
    qtbot: QtBot, panel: PreviewPanel, session: Session, drawing: Drawing, begun: tuple[str, str]
) -> None:
    drawing.started.emit(begun[1])  # before the thread that reads it has answered
    qtbot.wait(150)
    assert panel.picture is None
