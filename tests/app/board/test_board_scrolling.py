"""While the board is scrolled, what was seen moves along, only what comes into sight is painted, and no card stays blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from wheels import wheel

from app.actions import Actions
from app.board import card_prints
from app.board.layout import HEADING, CardRow
from app.board.panel import BoardPanel
from app.board.view import BoardView
from app.state.session import Session
from app.state.stills import Stills
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.shots import Panel, Scene, Shot


@pytest.fixture
def arrived(stills: Stills) -> set[Path]:
    """The pictures that have come."""
    paths: set[Path] = set()
    stills.arrived.connect(paths.add)
    return paths


@pytest.fixture
def long(
    session: Session,
    arrived: set[Path],
    actions: Actions,
    stills: Stills,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> BoardPanel:
    """A board of sixty shots, each with its panel on the disk."""
    monkeypatch.setattr(card_prints, "BUDGET", 10.0)
    session.edit("Long", lambda film: _long(film, session))
    made = BoardPanel(session, actions, stills)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: not _unread(made.view, arrived, 2) and not _blank(made.view))
    qtbot.wait(20)
    return made


def _long(film: Film, session: Session) -> Film:
    (session.folder / "panels").mkdir(exist_ok=True)
    shots = tuple(
        Shot(id=f"s{at}", slate=f"{at}", action=f"Shot {at}.", duration=48, panels=(_panel(session, at),))
        for at in range(60)
    )
    return film.with_(scenes=(Scene(id="one", number="1", shots=shots),), cuts=())


def _panel(session: Session, at: int) -> Panel:
    picture = QImage(64, 36, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(at * 6, 200, 200))
    picture.save(str(session.folder / f"panels/{at}.png"))
    return Panel(id=f"p{at}", picture=Reference(path=f"panels/{at}.png", digest=f"{at:064x}"))


def _cards(view: BoardView) -> Iterator[tuple[Shot, QRect]]:
    for row in view.laid.between(view.top, view.top + view.viewport().height()):
        if isinstance(row, CardRow):
            yield from ((shot, view.laid.card(row, at)) for at, shot in enumerate(row.shots))


def _blank(view: BoardView) -> list[str]:
    """Cards in sight whose picture is not there."""
    return [shot.id for shot, _ in _cards(view) if view.picture_of(shot)[1] is None]


def _unread(view: BoardView, arrived: set[Path], pages: int) -> list[str]:
    """The cards of so many pages, from the head of the window on, whose picture has not been read."""
    rows = view.laid.between(view.top, view.top + pages * view.viewport().height())
    shots = (shot for row in rows if isinstance(row, CardRow) for shot in row.shots)
    return [shot.id for shot in shots if view.session.folder / f"panels/{shot.id[1:]}.png" not in arrived]


def _seen(board: BoardPanel) -> QImage:
    """What is on the screen, as it came there bit by bit."""
    return board.screen().grabWindow(board.winId()).toImage()


class Painted(QObject):
    """Which parts were asked for anew."""

    def __init__(self, watched: BoardView) -> None:
        super().__init__()
        self.parts: list[QRect] = []
        watched.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on."""
        if isinstance(event, QPaintEvent):
            self.parts += list(cast(Iterable[QRect], event.region()))
        return False


@pytest.mark.parametrize("turns", [(-120, -120, -120), (-120, -240, 120, 120), (-2400, 120), (-120, -4800, 4800)])
def test_what_has_moved_along_is_what_would_be_painted_anew(
    long: BoardPanel, turns: tuple[int, ...], stills: Stills, qtbot: QtBot
) -> None:
    view = long.view
    for turned in turns:
        wheel(view, turned)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not stills.waiting and not _blank(view))
    qtbot.wait(30)
    moved = _seen(long)
    view.repaint_all()
    qtbot.wait(30)
    assert moved == _seen(long)


def test_a_notch_of_the_wheel_paints_what_comes_into_sight_and_the_pinned_heading(
    long: BoardPanel, qtbot: QtBot
) -> None:
    view, painted = long.view, Painted(long.view)
    wheel(view, -120)
    qtbot.waitUntil(lambda: bool(painted.parts))
    high = view.viewport().height()
    assert view.top > 0
    assert all(part.bottom() < HEADING or part.top() >= high - view.top for part in painted.parts)


def test_a_picture_that_arrives_paints_the_cards_that_show_it(
    long: BoardPanel, session: Session, stills: Stills, qtbot: QtBot
) -> None:
    (shot, box), *others = _cards(long.view)
    painted = Painted(long.view)
    stills.look_again(session.folder / "panels" / "0.png")
    qtbot.waitUntil(lambda: any(part.contains(long.view.to_view(box)) for part in painted.parts))
    assert shot.id == "s0"
    assert not any(part.intersects(long.view.to_view(other)) for part in painted.parts for _, other in others)


def test_the_pictures_of_the_next_page_are_there_before_it_is_seen(
    long: BoardPanel, arrived: set[Path], qtbot: QtBot
) -> None:
    view, bar = long.view, long.view.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.value() + view.viewport().height())
        qtbot.waitUntil(lambda: not _unread(view, arrived, 2))
    assert view.top > 2 * view.viewport().height()


def test_what_scrolled_away_unread_is_given_up_and_what_is_in_sight_is_read(
    long: BoardPanel, stills: Stills, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, bar = long.view, long.view.verticalScrollBar()
    view.zoom(160)  # pictures of another size, none of them read
    monkeypatch.setattr("app.board.lookout._PAGES", 0)
    for at in range(8):
        bar.setValue(bar.maximum() * at // 8)
        QApplication.processEvents()
    assert stills.waiting < 60
    qtbot.waitUntil(lambda: not stills.waiting and not _blank(view))
