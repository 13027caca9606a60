"""A viewer of a film with takes, without a sound card."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.state.session import Session
from app.viewer.viewer import ViewerPanel


@pytest.fixture
def viewer(qtbot: QtBot, session_with_takes: Session, actions: Actions) -> Iterator[ViewerPanel]:
    panel = ViewerPanel(session_with_takes, actions, speakers=lambda: None)
    qtbot.addWidget(panel)
    panel.resize(480, 400)
    panel.show()
    yield panel
    panel.close_film()
