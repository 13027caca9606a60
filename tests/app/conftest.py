"""What every test of the editor stands on: the theme, English, and a small film that is open in a temporary folder.

The film is broken down once and copied: reading a script takes longer than most of these tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editor_films import FILM, with_fake_takes
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import preferences, words
from app.actions import Actions
from app.farewell import all_gone
from app.rooms import Rooms
from app.state.opening import make_film, open_film
from app.state.session import Session
from app.theme import tokens
from app.theme.dressing import dress
from engine.film import store

PATIENCE = 60_000
"""Milliseconds until what a test waits for is given up; on a busy machine a first picture or a worker takes ten seconds."""


class PatientBot(QtBot):
    """Waits as long as a busy machine needs where a test does not say how long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The theme as the editor wears it."""
    dress(qapp)


@pytest.fixture(autouse=True)
def _english_and_dark(_dressed: None) -> Iterator[None]:
    yield
    words.speak("en")
    tokens.use("dark")


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks of the whole machine go into the test's own folder: no test waits for a real render."""
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


@pytest.fixture(autouse=True)
def _nobody_is_left() -> Iterator[None]:
    """What a closed film leaves behind ends with its test."""
    yield
    assert all_gone()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A small film without takes, open for editing."""
    opened = Session(make_film(tmp_path / "Small.film", FILM))
    yield opened
    opened.let_go()


@pytest.fixture
def session_with_takes(tmp_path: Path) -> Iterator[Session]:
    """The same film; every shot but the last has two takes with real posters and proxies, and the first shot's first take is
    circled."""
    folder = tmp_path / "Taken.film"
    store.save(with_fake_takes(FILM, folder), folder)
    opened = Session(open_film(folder))
    yield opened
    opened.let_go()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window for sheets to lie over."""
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def window_of_actions(qtbot: object) -> QWidget:
    """A widget for commands to belong to."""
    return QWidget()


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    """An empty table of commands."""
    return Actions()


@pytest.fixture
def rooms(session_with_takes: Session, actions: Actions, qtbot: QtBot, tmp_path: Path) -> Iterator[Rooms]:
    """The rooms of the small film with takes, none of them entered yet."""
    built = Rooms(session_with_takes, actions, preferences.read(tmp_path / "editor.json"))
    qtbot.addWidget(built)
    yield built
    built.close_rooms()
