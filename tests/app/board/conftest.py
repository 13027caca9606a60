"""The pictures of the session's film, and a board that is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from standing_shots import Stand

from app.actions import Actions
from app.board.panel import BoardPanel
from app.state.session import Session
from app.state.stills import Stills


@pytest.fixture
def stills(session: Session) -> Iterator[Stills]:
    made = Stills(session)
    yield made
    made.close()


@pytest.fixture
def stand() -> Stand:
    return Stand()


@pytest.fixture
def board(session: Session, actions: Actions, stills: Stills, stand: Stand, qtbot: QtBot) -> BoardPanel:
    """The board of the small film: three shots by the river, two in the cabin."""
    made = BoardPanel(session, actions, stills, stand)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.view.setFocus()
    return made
