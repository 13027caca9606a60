"""The shot that is being drawn shows in the viewer: small in the corner, or over a slate; never while the film plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.state.session import Session
from app.state.standing import Fresh, Rendering, Standing
from app.state.stills import Stills
from app.viewer.live import LivePicture
from app.viewer.viewer import ViewerPanel


class FakeEngine(QObject):
    standing_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.now = session, cast(Standing, Fresh())

    def standing(self, shot_id: str) -> Standing:
        return self.now

    def draws(self, shot_id: str, colour: str, left: float | None = None) -> None:
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.save(str(self.session.folder / "now.png"))
        self.now = Rendering(1, 4, left, "now.png")
        self.standing_changed.emit((shot_id,))


@pytest.fixture
def engine(session_with_takes: Session) -> FakeEngine:
    return FakeEngine(session_with_takes)


@pytest.fixture(autouse=True)
def _live(session_with_takes: Session, viewer: ViewerPanel, engine: FakeEngine) -> Iterator[None]:
    stills = Stills(session_with_takes)
    LivePicture(session_with_takes, viewer, stills, engine.standing, cast(SignalInstance, engine.standing_changed))
    yield
    stills.close()


def colour(viewer: ViewerPanel) -> str:
    inset = viewer.screen_._inset
    return "" if inset is None else inset.picture.pixelColor(5, 5).name()


def test_what_is_drawn_stands_in_the_corner_with_the_seconds_left(
    qtbot: QtBot, viewer: ViewerPanel, engine: FakeEngine, session_with_takes: Session
) -> None:
    first = next(iter(session_with_takes.film.shots))
    engine.draws(first.id, "#102030", 42.0)
    qtbot.waitUntil(lambda: colour(viewer) == "#102030")
    inset = viewer.screen_._inset
    assert inset is not None
    assert (inset.whole, inset.words) == (False, "Next take, 42 s left")
    engine.draws(first.id, "#405060")
    qtbot.waitUntil(lambda: colour(viewer) == "#405060")  # written anew at the same place
    assert not viewer.screen_.grab().toImage().isNull()
    engine.now = Fresh()
    engine.standing_changed.emit((first.id,))
    assert viewer.screen_._inset is None


def test_a_shot_without_a_picture_is_seen_whole(
    qtbot: QtBot, viewer: ViewerPanel, engine: FakeEngine, session_with_takes: Session
) -> None:
    last = list(session_with_takes.film.shots)[-1]
    session_with_takes.take_in_hand(last.id)
    viewer.show_take()
    engine.draws(last.id, "#102030")
    qtbot.waitUntil(lambda: viewer.screen_._inset is not None)
    inset = viewer.screen_._inset
    assert inset is not None
    assert inset.whole


def test_while_the_film_plays_nothing_covers_it(
    qtbot: QtBot, viewer: ViewerPanel, engine: FakeEngine, session_with_takes: Session
) -> None:
    first = next(iter(session_with_takes.film.shots))
    engine.draws(first.id, "#102030")
    qtbot.waitUntil(lambda: viewer.screen_._inset is not None)
    viewer.player.play()
    assert viewer.screen_._inset is None
    viewer.player.stop()
    assert viewer.screen_._inset is not None
