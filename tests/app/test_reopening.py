"""A film is closed and opened again in the same window, with every room entered each time."""

from __future__ import annotations

from pathlib import Path

from editor_films import FILM
from pytestqt.qtbot import QtBot

from app import preferences
from app.main_window import MainWindow
from app.state.opening import make_film
from app.state.session import Session

ROOMS = ("renders", "models", "cut", "cast", "board")


def test_every_room_can_be_entered_again_after_the_film_was_closed(qtbot: QtBot, tmp_path: Path) -> None:
    Session(make_film(tmp_path / "Small.film", FILM)).let_go()
    window = MainWindow(preferences.read(tmp_path / "editor.json"))
    qtbot.addWidget(window)
    window.show()
    for _ in range(2):
        window.open_folder(tmp_path / "Small.film")
        qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
        commands = {command.id for command in window.actions_table}
        for room in ROOMS:
            window.enter(room)
        assert {"renders.render"} <= {command.id for command in window.actions_table} - commands
        assert window.close_film()
