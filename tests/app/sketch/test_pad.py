"""The pad shows the panel that the film names, and what is done on it is the film's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app import words
from app.actions import Actions
from app.commands.panels import panel_of
from app.problems import Problem
from app.sketch.drawing import Drawing
from app.sketch.nibs import Tool
from app.sketch.pad import SketchPad
from app.state.opening import open_film
from app.state.session import Session
from engine.film.board import edit_shot, remove_shot
from engine.film.setup import Move
from engine.film.shots import Panel, Shot


@pytest.fixture
def pad(qtbot: QtBot, session: Session, actions: Actions) -> Iterator[SketchPad]:
    made = SketchPad(session, actions)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    yield made
    made.book.settle()
    made.prints.close()


def _shot(session: Session) -> Shot:
    return session.film.shot(session.shot_id)


def _panel(pad: SketchPad, session: Session) -> Panel:
    found = panel_of(_shot(session), pad.panel_id)
    assert found is not None
    return found


def _at(pad: SketchPad, x: float, y: float) -> QPoint:
    return pad.canvas.view.to_window(pad.canvas.size()).map(QPointF(x, y)).toPoint()


def _stroke(qtbot: QtBot, pad: SketchPad, *places: tuple[float, float], settle: bool = True) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(pad.canvas, left, pos=_at(pad, *places[0]))
    for place in places[1:]:
        qtbot.mouseMove(pad.canvas, _at(pad, *place))
    qtbot.mouseRelease(pad.canvas, left, pos=_at(pad, *places[-1]))
    if settle:
        pad.book.settle()


def _drawing(pad: SketchPad) -> Drawing:
    assert pad.canvas.drawing is not None
    return pad.canvas.drawing


def test_an_empty_panel_invites_and_the_first_stroke_makes_it(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    assert pad.canvas.invitation == "Draw here, or drop a picture."
    assert _shot(session).panels == ()
    _stroke(qtbot, pad, (300, 300), (400, 300), (500, 300))
    assert [panel.id for panel in _shot(session).panels] == [pad.panel_id]
    assert pad.canvas.invitation == ""
    assert session.undo.count() == 1


def test_undo_and_redo_go_stroke_by_stroke(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    seen: list[Drawing] = [_drawing(pad)]
    for y in (200.0, 300.0, 400.0):
        _stroke(qtbot, pad, (300, y), (400, y), (500, y))
        seen.append(_drawing(pad))
    for drawing in reversed(seen[1:-1]):
        session.undo.undo()
        assert _drawing(pad) is drawing
    session.undo.undo()
    assert _shot(session).panels == ()
    assert _drawing(pad).layers[2].picture == seen[0].layers[2].picture
    for drawing in seen[1:]:
        session.undo.redo()
        assert _drawing(pad) is drawing


def test_a_quick_hand_is_not_overtaken_by_the_disk(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    for y in (200.0, 300.0, 400.0):
        _stroke(qtbot, pad, (300, y), (400, y), (500, y), settle=False)
    last = _drawing(pad)
    pad.book.settle()
    assert _drawing(pad) is last
    assert session.undo.count() == 3


def test_a_camera_mark_and_the_move_are_one_step(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    before = _shot(session).setup.move
    pad.tools.choose(Tool.FRAME)
    _stroke(qtbot, pad, (300, 150), (500, 300), (900, 480))
    assert _shot(session).setup.move is Move.PUSH_IN
    assert len(_drawing(pad).marks) == 1
    pad.clear_camera()
    pad.book.settle()
    assert _shot(session).setup.move is Move.STATIC
    session.undo.undo()
    session.undo.undo()
    assert _shot(session).setup.move is before
    assert _drawing(pad).marks == ()


def test_a_mark_stays_while_older_strokes_are_on_their_way(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    _stroke(qtbot, pad, (300, 300), (500, 300), settle=False)
    pad.tools.choose(Tool.FRAME)
    _stroke(qtbot, pad, (300, 150), (500, 300), (900, 480), settle=False)
    seen: list[Move] = []
    session.film_changed.connect(lambda before, after: seen.append(pad.canvas.move_of_shot))
    pad.book.settle()
    assert seen == [Move.PUSH_IN, Move.PUSH_IN]


def test_layers_are_shown_thinned_ordered_and_put_in_front(pad: SketchPad, session: Session) -> None:
    pad.exchange.lay_picture(_picture())
    pad.layers.shown.emit(1, False)
    pad.layers.thinned.emit(0, 0.4)
    pad.layers.fronted.emit(0, True)
    pad.layers.raised.emit(0, 1)
    pad.book.settle()
    names = [layer.name for layer in _drawing(pad).layers]
    assert names == ["Figures", "Setting", "Line work"]
    moved = _drawing(pad).layers[1]
    assert (moved.opacity, moved.front) == (0.4, True)
    assert _panel(pad, session).matte is not None
    assert session.undo.count() == 5


def _picture(colour: str = "#3f6f8f") -> QImage:
    made = QImage(320, 180, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_an_imported_picture_lies_under_what_was_drawn(
    qtbot: QtBot, pad: SketchPad, session: Session, tmp_path: Path
) -> None:
    _stroke(qtbot, pad, (300, 300), (500, 300))
    lines = _drawing(pad).layers[2].picture
    _picture().save(str(tmp_path / "sea.png"))
    pad.exchange.import_picture(tmp_path / "sea.png")
    qtbot.waitUntil(lambda: _drawing(pad).layers[0].picture.pixelColor(5, 5) == QColor("#3f6f8f"))
    assert _drawing(pad).layers[2].picture == lines


def test_what_is_no_picture_is_told_and_changes_nothing(
    qtbot: QtBot, pad: SketchPad, session: Session, tmp_path: Path
) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    (tmp_path / "notes.png").write_text("no picture")
    pad.exchange.import_picture(tmp_path / "notes.png")
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].sentence == "notes.png is not a picture that can be read."
    assert session.undo.count() == 0


def test_paste_takes_pictures_and_picture_files(qtbot: QtBot, pad: SketchPad, session: Session, tmp_path: Path) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(_picture("#b5523b"))
    pad.exchange.paste()
    assert _drawing(pad).layers[0].picture.pixelColor(5, 5) == QColor("#b5523b")
    _picture("#5f7d5a").save(str(tmp_path / "moss.png"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "moss.png"))])
    clipboard.setMimeData(mime)
    pad.exchange.paste()
    qtbot.waitUntil(lambda: _drawing(pad).layers[0].picture.pixelColor(5, 5) == QColor("#5f7d5a"))
    clipboard.clear()
    said: list[Problem] = []
    session.said.connect(said.append)
    pad.exchange.paste()
    assert said[0].weight == "note"


def test_the_pad_follows_the_shot_and_keeps_strokes_with_theirs(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    first = session.shot_id
    _stroke(qtbot, pad, (300, 300), (500, 300), settle=False)
    pad.step_shot(1)
    assert session.shot_id != first
    pad.book.settle()
    assert len(session.film.shot(first).panels) == 1
    assert _shot(session).panels == ()
    pad.step_panel(-1)
    assert session.shot_id == first
    assert pad.panel_id == session.film.shot(first).panels[0].id


def test_arrows_on_the_paper_leaf_through_the_board(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    shots = [shot.id for shot in session.film.shots]
    for key, modifier, lands in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, shots[1]),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, shots[1]),  # somebody else's
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, shots[0]),
    ):
        qtbot.keyClick(pad.canvas, key, modifier)
        assert session.shot_id == lands


def test_panels_are_added_duplicated_and_removed(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    _stroke(qtbot, pad, (300, 300), (500, 300))
    first = pad.panel_id
    pad.duplicate_panel()
    second = pad.panel_id
    assert _panel(pad, session).picture == _shot(session).panels[0].picture
    _stroke(qtbot, pad, (300, 400), (500, 400))
    assert _shot(session).panels[0].picture != _shot(session).panels[1].picture
    pad.remove_panel()
    assert pad.panel_id == first
    session.undo.undo()
    assert [panel.id for panel in _shot(session).panels] == [first, second]
    pad.add_panel()
    assert len(_shot(session).panels) == 3


def test_the_next_shot_is_begun_without_leaving_the_pad(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    first = session.shot_id
    pad.commands["sketch.shot.add"].trigger()
    order = [shot.id for shot in session.film.shots]
    assert order.index(session.shot_id) == order.index(first) + 1
    _stroke(qtbot, pad, (300, 300), (500, 300))
    assert len(_shot(session).panels) == 1
    assert session.film.shot(first).panels == ()


def test_the_last_panel_that_goes_leaves_blank_paper(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    _stroke(qtbot, pad, (300, 300), (500, 300))
    pad.remove_panel()
    assert _shot(session).panels == ()
    assert pad.canvas.invitation != ""
    _stroke(qtbot, pad, (300, 300), (500, 300))
    assert len(_shot(session).panels) == 1


def test_a_move_chosen_elsewhere_is_shown(pad: SketchPad, session: Session) -> None:
    setup = _shot(session).setup.with_(move=Move.TILT_UP)
    session.edit("Move", lambda film: edit_shot(film, session.shot_id, setup=setup))
    assert pad.canvas.move_of_shot is Move.TILT_UP


def test_a_film_without_shots_has_no_paper(pad: SketchPad, session: Session) -> None:
    for shot in list(session.film.shots):
        session.edit("Remove", lambda film, shot_id=shot.id: remove_shot(film, shot_id))
    assert pad.canvas.drawing is None
    pad.add_panel()
    pad.clear_layer()
    session.undo.undo()
    assert pad.canvas.drawing is not None


def test_a_read_only_film_says_why_nothing_is_kept(
    qtbot: QtBot, session: Session, pad: SketchPad, actions: Actions
) -> None:
    other = Session(open_film(session.folder))
    said: list[Problem] = []
    other.said.connect(said.append)
    looker = SketchPad(other, Actions())
    qtbot.addWidget(looker)
    looker.resize(1100, 720)
    looker.show()
    _stroke(qtbot, looker, (300, 300), (500, 300))
    assert len(said) == 1
    assert _drawing(looker).layers[2].picture == _drawing(pad).layers[2].picture
    assert next(iter(other.film.shots)).panels == ()
    looker.prints.close()
    other.let_go()


def test_keys_take_tools_widths_and_layers(qtbot: QtBot, pad: SketchPad) -> None:
    pad.canvas.setFocus()
    for key, tool in (
        (Qt.Key.Key_I, Tool.INK),
        (Qt.Key.Key_E, Tool.ERASER),
        (Qt.Key.Key_B, Tool.BRUSH),
        (Qt.Key.Key_P, Tool.PENCIL),
    ):
        qtbot.keyClick(pad.canvas, key)
        assert pad.canvas.nib.tool is tool
    wide = pad.canvas.nib.width
    qtbot.keyClick(pad.canvas, Qt.Key.Key_BracketRight)
    assert pad.canvas.nib.width > wide
    qtbot.keyClick(pad.canvas, Qt.Key.Key_1)
    assert pad.canvas.hand == 0


def test_the_onion_skin_shows_the_neighbours(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    pad.tools.choose(Tool.FILL)
    qtbot.mouseClick(pad.canvas, Qt.MouseButton.LeftButton, pos=_at(pad, 400, 300))
    pad.book.settle()
    pad.add_panel()
    bare = pad.canvas.grab().toImage().pixelColor(_at(pad, 400, 300))
    pad.toggle_onion()
    qtbot.waitUntil(lambda: pad.canvas.grab().toImage().pixelColor(_at(pad, 400, 300)).red() != bare.red())
    pad.toggle_onion()
    assert pad.canvas.grab().toImage().pixelColor(_at(pad, 400, 300)) == bare


def test_a_panel_is_saved_as_png_without_marks(qtbot: QtBot, pad: SketchPad, session: Session, tmp_path: Path) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    _stroke(qtbot, pad, (300, 300), (500, 300))
    pad.exchange.export_panel(tmp_path / "1A.png")
    qtbot.waitUntil(lambda: bool(said))
    assert QImage(str(tmp_path / "1A.png")).size() == _drawing(pad).size
    pad.exchange.export_panel(tmp_path / "nowhere" / "1A.png")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "does not exist" in said[1].sentence


def test_it_speaks_chinese_at_once(pad: SketchPad) -> None:
    words.speak("zh")
    assert pad.canvas.invitation == "在这里画，或拖入一张图片。"
    assert pad.commands["sketch.tool.ink"].text() == "墨线"


def test_nobody_waits_for_drawings_while_the_pad_is_away(qtbot: QtBot, pad: SketchPad, session: Session) -> None:
    _stroke(qtbot, pad, (300, 300), (500, 300))
    drawn, first = pad.panel_id, session.shot_id
    pad.hide()
    for _ in range(2):
        pad.step_shot(1)
    assert pad.panel_id == drawn
    pad.show()
    assert pad.panel_id != drawn
    session.select((first,))
    assert pad.panel_id == drawn
