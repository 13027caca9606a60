"""The window: films are opened, imported, closed; what goes wrong is one sentence; languages and themes change live."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_films import FILM, SCRIPT, with_fake_takes
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import preferences, words
from app.board.view import BoardView
from app.cast.room import CastRoom
from app.main_window import SMALLEST, MainWindow
from app.overlays import covered
from app.problems import Problem, note, refusal_of
from app.renders.export_sheet import ExportSheet
from app.sheets.tour import Tour
from app.sketch.pad import SketchPad
from app.state.opening import make_film, open_film
from app.state.session import Session
from app.theme import tokens
from engine.client import Client
from engine.errors import BadInput
from engine.film import store
from engine.film.board import edit_shot
from engine.film.revision import history
from engine.film.shots import Panel
from engine.plan.plan import plan


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    kept = preferences.read(tmp_path / "editor.json")
    kept.films = str(tmp_path / "films")
    kept.tour_seen = True
    made = MainWindow(kept)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_film()


def script(folder: Path, text: str = SCRIPT, name: str = "ferry.fountain") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def opened(window: MainWindow, qtbot: QtBot) -> Session:
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert window.session is not None
    return window.session


def test_a_script_becomes_a_film_in_the_films_folder(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.import_script(script(tmp_path))
    session = opened(window, qtbot)
    assert session.folder == tmp_path / "films" / "The Ferry.film"
    assert history.last_reading(session.folder) is not None
    assert window.bar.problem is not None
    assert "The Ferry.film" in window.bar.problem.sentence
    assert window.top.title.text() == "The Ferry"


def test_what_is_said_pushes_nothing_aside(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.import_script(script(tmp_path))
    session = opened(window, qtbot)
    rooms = window.rooms
    assert rooms is not None
    window.bar.clear()
    qtbot.waitUntil(lambda: rooms.isVisible() and rooms.height() > window.height() - 160)  # the rooms are laid out
    QApplication.processEvents()
    room = rooms.geometry()
    window.say(note("Three shots wait in line.", label="Go on", act=lambda: None))
    QApplication.processEvents()  # a layout would be done by now
    assert rooms.geometry() == room

    def lies_over_the_foot() -> bool:
        foot, bar = rooms.rect(), window.bar.geometry()
        return foot.contains(bar) and foot.bottom() - bar.bottom() == 16 and not window.bar.isHidden()

    assert lies_over_the_foot()
    window.say(Problem("A long sentence. " * 20))
    assert window.bar.width() <= 880
    assert window.bar.height() > 60
    window.resize(1100, 660)
    qtbot.waitUntil(lies_over_the_foot)
    window.bar.clear()
    window.say(refusal_of(BadInput("No.")))
    assert session.edit("Rename", lambda film: film.with_(title="Another"))
    assert window.bar.problem is None


def test_pictures_begin_a_film(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "board").mkdir()
    drawn = [tmp_path / "board" / f"{number}.png" for number in (1, 2)]
    for picture in drawn:
        QImage(16, 9, QImage.Format.Format_RGB32).save(str(picture))
    window.begin_with("picture", drawn)
    session = opened(window, qtbot)
    assert session.folder.name == "board.film"
    qtbot.waitUntil(lambda: [len(shot.panels) for shot in session.film.shots] == [1, 1], timeout=20_000)


def test_a_second_film_of_a_name_gets_a_number(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("Untitled.film", "Untitled 2.film"):
        window.new_board()
        assert opened(window, qtbot).folder.name == name
        assert sum(1 for _ in opened(window, qtbot).film.shots) == 1
        window.close_film()
    assert [film.title for film in window.preferences.recent] == ["Untitled", "Untitled"]
    assert len(window.start.recent.posters) == 2


def test_a_script_that_is_none_is_one_sentence(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.import_script(script(tmp_path, "", "empty.txt"))
    qtbot.waitUntil(
        lambda: window.bar.problem is not None and "is empty" in window.bar.problem.sentence, timeout=20_000
    )
    assert window.session is None
    assert window.start.isEnabled()


def test_a_script_that_is_none_leaves_the_film_open(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window._enter(make_film(tmp_path / "Ferry.film", FILM))
    session = window.session
    window.import_script(script(tmp_path, "", "empty.txt"))
    qtbot.waitUntil(
        lambda: window.bar.problem is not None and "is empty" in window.bar.problem.sentence, timeout=20_000
    )
    assert window.session is session
    window.import_script(script(tmp_path))
    qtbot.waitUntil(lambda: window.session not in (None, session), timeout=20_000)
    assert opened(window, qtbot).film.title == "The Ferry"


def test_a_folder_that_is_no_film_is_one_sentence(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_folder(tmp_path)
    qtbot.waitUntil(lambda: window.bar.problem is not None and "is not a film" in window.bar.problem.sentence)


def test_a_film_open_elsewhere_is_read_only_and_offers_a_copy(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    elsewhere = Session(make_film(tmp_path / "Ferry.film", FILM))
    window.open_folder(tmp_path / "Ferry.film")
    session = opened(window, qtbot)
    assert session.read_only
    problem = window.bar.problem
    assert problem is not None
    assert problem.label == "Open a copy"
    assert problem.act is not None
    problem.act()
    qtbot.waitUntil(lambda: window.session is not None and not window.session.read_only, timeout=20_000)
    assert opened(window, qtbot).film == FILM
    elsewhere.let_go()


def test_what_a_crash_left_is_offered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    crashed = Session(make_film(tmp_path / "Ferry.film", FILM))
    crashed.edit("Edit", lambda film: film.with_(title="Typed"))
    crashed.let_go()
    window.open_folder(tmp_path / "Ferry.film")
    session = opened(window, qtbot)
    problem = window.bar.problem
    assert problem is not None
    assert problem.label == "Recover"
    assert problem.act is not None
    problem.act()
    assert session.film.title == "Typed"


def test_a_sheet_goes_with_its_film(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    Session(make_film(tmp_path / "Other.film", FILM)).let_go()
    window.new_board()
    first = opened(window, qtbot)
    window.show_settings()
    window.open_folder(tmp_path / "Other.film")  # it was dropped on the window
    qtbot.waitUntil(lambda: window.session not in (None, first), timeout=20_000)
    assert covered(window) is None


def test_closing_the_window_saves(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.new_board()
    session = opened(window, qtbot)
    folder = session.folder
    session.edit("Edit", lambda film: film.with_(title="Kept"))
    assert window.close()
    again = open_film(folder)
    assert again.film.title == "Kept"
    Session(again).let_go()


def test_undo_and_redo_say_what_they_do(window: MainWindow, qtbot: QtBot) -> None:
    window.new_board()
    session = opened(window, qtbot)
    session.edit("Rename the film", lambda film: film.with_(title="New"))
    assert window.actions_table["window.undo"].text() == "Undo: Rename the film"
    window.actions_table["window.undo"].trigger()
    assert session.film.title == "Untitled"
    window.actions_table["window.redo"].trigger()
    assert session.film.title == "New"
    assert window.top.title.text() == "New"


def test_the_title_is_edited_in_the_top_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.new_board()
    session = opened(window, qtbot)
    window.activateWindow()
    window.top.title.setFocus()
    window.top.title.selectAll()
    qtbot.keyClicks(window.top.title, "Night Train")
    qtbot.keyClick(window.top.title, Qt.Key.Key_Return)
    assert session.film.title == "Night Train"
    assert not window.top.title.hasFocus()  # the next key is the film's


def test_export_stands_beside_render_once_something_is_cut(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = window.top.export_button
    assert not made.isVisible()
    window.import_script(script(tmp_path))
    session = opened(window, qtbot)
    assert (made.isVisible(), made.isEnabled(), made.toolTip()) == (True, True, "Export the film  Ctrl+E")
    made.click()
    assert window.findChildren(ExportSheet)
    session.edit("Empty the cut", lambda film: film.with_(cuts=()))
    assert (made.isEnabled(), made.toolTip()) == (False, "There is nothing in the cut yet.")
    session.undo.undo()
    assert made.isEnabled()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_word_of_the_top_bar_is_cropped_in_the_smallest_window(window: MainWindow, language: words.Language) -> None:
    window.resize(1440, 900)
    top, button = window.top, window.top.export_button
    top.show_film(True)
    top.show_title("The Ferry at the End of the World")
    words.speak(language)
    assert (button.iconSize().width(), top.title.width()) == (20, 200)
    window.resize(*SMALLEST)
    QApplication.processEvents()
    assert top.menus.width() >= top.menus.sizeHint().width()
    for each in (*top.tabs.values(), button, top.render_button):
        assert each.width() >= each.fontMetrics().horizontalAdvance(each.text()) + 16, each.text()
    assert top.render_button.geometry().right() < SMALLEST[0]
    assert top.title.width() < 200  # it is the title that gives way


def test_language_and_theme_change_live_and_are_remembered(window: MainWindow, tmp_path: Path) -> None:
    window.speak("zh")
    assert window.menus.file.title() == "文件"
    assert window.top.tabs["cut"].text() == "剪辑"
    window.turn_theme()
    assert tokens.now().name == "light"
    again = preferences.read(tmp_path / "editor.json")
    assert (again.language, again.theme) == ("zh", "light")
    assert words.language() == "zh"


def test_a_revised_script_is_one_undo_and_takes_its_reading_along(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    from app.sheets import revision

    window.import_script(script(tmp_path))
    session = opened(window, qtbot)
    before, reading = session.film, history.last_reading(session.folder)
    longer = script(tmp_path, SCRIPT + "\nWIDE SHOT. The ferry is gone.\n", "second draft.fountain")
    draft = revision.draft(session.film, session.folder, longer)
    with qtbot.waitSignal(session.film_changed, timeout=20_000):
        revision.make(session, draft)
    assert any("The ferry is gone" in shot.action for shot in session.film.shots)
    assert history.last_reading(session.folder) != reading
    session.undo.undo()
    assert session.film == before
    qtbot.waitUntil(lambda: history.last_reading(session.folder) == reading)


def test_a_revision_shows_what_it_changes_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    from app.sheets import revision

    window.import_script(script(tmp_path))
    session = opened(window, qtbot)
    longer = script(tmp_path, SCRIPT + "\nWIDE SHOT. The ferry is gone.\n", "second draft.fountain")
    revision.bring_in(window, session, longer)
    qtbot.waitUntil(lambda: covered(window) is not None, timeout=20_000)
    sheet = covered(window)
    assert sheet is not None
    assert session.undo.count() == 0
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert session.undo.count() == 0


def test_the_settings_of_the_film_are_one_step(window: MainWindow, qtbot: QtBot) -> None:
    window.new_board()
    session = opened(window, qtbot)
    window.show_settings()
    settings = window.settings
    settings.author.setText("M. R.")
    settings.size.setCurrentIndex(settings.size.findData("1920x1080"))
    settings.style.setCurrentIndex(settings.style.findData("ink"))
    settings.apply()
    assert (session.film.author, session.film.raster.width, session.film.style) == ("M. R.", 1920, "ink")
    assert session.undo.count() == 1


def test_the_sheet_of_keys_lists_every_command_that_has_one(window: MainWindow, qtbot: QtBot) -> None:
    window.show_shortcuts()
    sheet = covered(window)
    assert sheet is not None
    told = {label.text() for label in sheet.findChildren(QLabel)}
    assert {tr_of(command.words) for command in window.actions_table if command.action.shortcuts()} <= told
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert covered(window) is None


def tr_of(text: str) -> str:
    return words.tr(text)


def test_the_first_film_begins_with_the_tour_and_the_second_does_not(window: MainWindow, qtbot: QtBot) -> None:
    window.preferences.tour_seen = False
    window.new_board()
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(Tour) is not None)
    tour = window.findChild(Tour)
    assert isinstance(tour, Tour)
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert window.preferences.tour_seen


def test_the_tour_has_four_steps_and_ends(window: MainWindow, qtbot: QtBot) -> None:
    window.new_board()
    opened(window, qtbot)
    window.show_tour()
    tour = window.findChild(Tour)
    assert isinstance(tour, Tour)
    for step in range(4):
        assert tour.step == step
        qtbot.keyClick(tour, Qt.Key.Key_Return)
    assert not tour.isVisible()


def test_a_film_is_entered_at_its_board_and_the_tour_goes_back_there(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.new_board()
    opened(window, qtbot)
    assert isinstance(window.focusWidget(), BoardView)
    window.show_tour()
    tour = window.findChild(Tour)
    assert isinstance(tour, Tour)
    assert not isinstance(window.focusWidget(), BoardView)
    tour.end()
    assert isinstance(window.focusWidget(), BoardView)


def test_recent_films_that_are_gone_are_not_shown(window: MainWindow, tmp_path: Path) -> None:
    window.preferences.remember(preferences.Recent(str(tmp_path / "gone.film"), "Gone"))
    window.start.refresh()
    assert window.start.recent.posters == ()
    assert len(window.start.samples.posters) == 6


def test_damaged_preferences_are_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "editor.json"
    path.write_text('{"language": "xx", "recent": 3}', encoding="utf-8")
    assert preferences.read(path, "zh").language == "zh"
    assert os.fspath(path)


def test_a_stroke_on_its_way_is_the_step_that_undo_takes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.new_board()
    session = opened(window, qtbot)
    rooms = window.rooms
    assert rooms is not None
    session.edit("Title", lambda film: film.with_(title="Second"))
    rooms.sketch(session.shot_id)
    pad = rooms.findChild(SketchPad)
    assert pad is not None

    def settle() -> None:
        session.edit("Stroke", lambda film: film.with_(title="Drawn"))

    pad.book.settle = settle
    window.actions_table["window.undo"].trigger()
    assert session.film.title == "Second"


def test_a_panel_and_a_member_of_the_cast_are_opened_where_they_are_worked_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.import_script(script(tmp_path))
    session = opened(window, qtbot)
    rooms = window.rooms
    assert rooms is not None
    shot, somebody = session.shot_id, session.film.cast[-1].id
    session.edit("Panels", lambda film: edit_shot(film, shot, panels=(Panel(id="p1"), Panel(id="p2", start=6))))
    rooms.bench.inspector.panel_wanted.emit(shot, "p2")
    pad = rooms.findChild(SketchPad)
    assert pad is not None
    assert pad.isVisible()
    assert pad.panel_id == "p2"
    rooms.bench.inspector.cast_wanted.emit(somebody)
    cast = rooms.findChild(CastRoom)
    assert cast is not None
    assert rooms.room == "cast"
    assert cast.chosen == somebody


def test_the_first_take_is_the_films_poster_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Whose editor is killed has closed no film, and still finds its picture on the start page."""
    store.save(FILM, tmp_path / "Shown.film")
    window.open_folder(tmp_path / "Shown.film")
    session = opened(window, qtbot)
    assert window.preferences.recent[0].poster == ""
    session.adopt(with_fake_takes(FILM, session.folder))
    assert window.preferences.recent[0].poster.endswith("poster.jpg")
    assert Path(window.preferences.recent[0].poster).exists()


def test_what_was_said_of_a_film_goes_with_it_and_recovery_is_asked_before_the_queue(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Crashed.film"
    session = Session(make_film(folder, FILM))
    client = Client(folder)
    client.submit(plan(FILM).nodes)
    session.edit("Edit", lambda film: film.with_(title="Later"))
    session.let_go()  # as a crash leaves it: the autosave knows more, and shots wait in line
    window.open_folder(folder)
    opened(window, qtbot)
    assert window.rooms is not None
    with qtbot.waitSignal(window.rooms.engine.planned, timeout=20_000):
        pass
    assert client.paused
    assert window.bar.problem is not None
    assert window.bar.problem.label == "Recover"
    window.close_film()
    assert window.bar.problem is None


def test_the_sheet_of_keys_has_no_gaps(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    Session(make_film(tmp_path / "Keys.film", FILM)).let_go()
    window.open_folder(tmp_path / "Keys.film")
    opened(window, qtbot)
    window.show_shortcuts()
    sheet = covered(window)
    assert sheet is not None
    assert not [label.text() for label in sheet.findChildren(QLabel) if "{" in label.text()]
