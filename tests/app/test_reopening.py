"""A film is closed and opened again in the same window, with every room entered each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor_films import FILM
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import preferences
from app.main_window import MainWindow
from app.overlays import covered
from app.state.opening import make_film
from app.state.session import Session


def nameless(window: MainWindow) -> set[str]:
    """What Tab stops at and a screen reader has no name for."""
    stops = [each for each in window.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    seen = [each for each in stops if each.isVisible() and each.focusProxy() is None]
    return {type(each).__name__ for each in seen if not _name(each)}


def _name(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else widget.accessibleName()


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
            assert nameless(window) == set(), room
        assert window.session is not None
        assert window.rooms is not None
        window.rooms.sketch(window.session.shot_id)
        assert nameless(window) == set(), "sketch pad"
        assert {"renders.render"} <= {command.id for command in window.actions_table} - commands
        assert window.close_film()


def test_what_tab_stops_at_on_a_sheet_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    Session(make_film(tmp_path / "Small.film", FILM)).let_go()
    window = MainWindow(preferences.read(tmp_path / "editor.json"))
    qtbot.addWidget(window)
    window.show()
    window.open_folder(tmp_path / "Small.film")
    qtbot.waitUntil(lambda: window.rooms is not None, timeout=20_000)
    rooms, session = window.rooms, window.session
    assert rooms is not None
    assert session is not None
    shots = [shot.id for shot in session.film.shots]
    sheets: tuple[Callable[[], object], ...] = (
        window.show_settings, window.show_shortcuts, window.show_about, rooms.export, rooms.draw,
        lambda: rooms.bench.inspector.key_frame.draw_for(shots),
    )  # fmt: skip
    for show in sheets:
        show()
        qtbot.waitUntil(lambda: covered(window) is not None, timeout=20_000)
        sheet = covered(window)
        assert sheet is not None
        assert sheet.sheet.accessibleName()
        assert nameless(window) == set(), sheet.sheet.accessibleName()
        sheet.close_sheet()
    assert window.close_film()
