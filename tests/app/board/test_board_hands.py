"""The mouse on the board: select, drag to another place, span a band, scrub a take, fold a scene."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from standing_shots import Stand

from app.actions import Actions
from app.board.card_painter import failed_box, picture_box
from app.board.hands import SHOTS, Hands, shots_in
from app.board.headings import add_box, fold_box
from app.board.inline import ActionField, HeadingField
from app.board.panel import BoardPanel
from app.state.session import Session
from app.state.standing import Failed, Queued, Stale
from app.state.stills import Stills

Mod, Left = Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def ids(session: Session) -> list[str]:
    return [shot.id for shot in session.film.shots]


def middle(board: BoardPanel, shot_id: str) -> QPoint:
    box = board.view.card_of(shot_id)
    assert box is not None
    return box.center()


def click(board: BoardPanel, at: QPoint, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.mouseClick(board.view.viewport(), Left, keys, at)


def test_click_ctrl_click_and_shift_click(board: BoardPanel, session: Session) -> None:
    shots = ids(session)
    click(board, middle(board, shots[1]))
    assert (session.selection, session.shot_id) == ((shots[1],), shots[1])
    click(board, middle(board, shots[3]), Mod.ControlModifier)
    assert set(session.selection) == {shots[1], shots[3]}
    click(board, middle(board, shots[3]), Mod.ControlModifier)
    assert session.selection == (shots[1],)
    click(board, middle(board, shots[4]), Mod.ShiftModifier)
    assert set(session.selection) == set(shots[1:])
    click(board, middle(board, shots[2]))
    assert session.selection == (shots[2],)  # a click into a selection leaves the one


def test_a_double_click_writes_on_the_card_or_renames_the_scene(board: BoardPanel, session: Session) -> None:
    QTest.mouseDClick(board.view.viewport(), Left, Mod.NoModifier, middle(board, ids(session)[0]))
    assert isinstance(board.field, ActionField)
    box = board.view.card_of(ids(session)[0])
    assert box is not None
    assert box.contains(board.field.geometry().center())
    QTest.keyClick(board.field, Qt.Key.Key_Escape)
    heading = board.view.laid.heading_of(session.film.scenes[1].id)
    assert heading is not None
    QTest.mouseDClick(board.view.viewport(), Left, Mod.NoModifier, heading.rect.topLeft() + QPoint(90, 20))
    assert isinstance(board.field, HeadingField)


def test_a_band_selects_what_it_touches(board: BoardPanel, session: Session) -> None:
    shots = ids(session)
    port, start = board.view.viewport(), QPoint(6, 60)
    QTest.mousePress(port, Left, Mod.NoModifier, start)
    QTest.mouseMove(port, middle(board, shots[1]))
    assert set(session.selection) == {shots[0], shots[1]}
    assert board.view.band is not None
    QTest.mouseRelease(port, Left, Mod.NoModifier, middle(board, shots[1]))
    assert board.view.band is None
    assert set(session.selection) == {shots[0], shots[1]}


def test_a_click_beside_the_cards_selects_nothing_and_keeps_the_hand(board: BoardPanel, session: Session) -> None:
    session.select([ids(session)[2]])
    click(board, QPoint(4, board.view.viewport().height() - 4))
    assert (session.selection, session.shot_id) == ((), ids(session)[2])


def carried(*shots: str) -> QMimeData:
    made = QMimeData()
    made.setData(SHOTS, json.dumps({"shots": shots}).encode())
    return made


def drop(board: BoardPanel, at: QPoint, what: QMimeData) -> None:
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    over = QDragMoveEvent(at, both, what, Left, Mod.NoModifier)
    board.hands.eventFilter(board.view.viewport(), over)
    assert over.isAccepted()
    event = QDropEvent(QPointF(at), both, what, Left, Mod.NoModifier)
    board.hands.eventFilter(board.view.viewport(), event)


def test_cards_are_dropped_into_another_scene_as_one_step(board: BoardPanel, session: Session) -> None:
    a, b, c, d, e = ids(session)
    box = board.view.card_of(e)
    assert box is not None
    drop(board, box.topLeft() + QPoint(10, 60), carried(c, a))
    assert ids(session) == [b, d, a, c, e]
    assert [len(scene.shots) for scene in session.film.scenes] == [1, 4]
    assert board.view.slot is None
    session.undo.undo()
    assert ids(session) == [a, b, c, d, e]


def test_while_cards_are_dragged_a_caret_shows_where_they_would_go(board: BoardPanel, session: Session) -> None:
    at = middle(board, ids(session)[1])
    what = carried(ids(session)[4])
    over = QDragMoveEvent(at, Qt.DropAction.MoveAction, what, Left, Mod.NoModifier)
    board.hands.eventFilter(board.view.viewport(), over)
    assert board.view.slot is not None
    assert board.view.slot.scene_id == session.film.scenes[0].id


def test_at_the_edge_the_board_comes_along_and_the_caret_with_the_pointer(
    board: BoardPanel, session: Session, qtbot: QtBot
) -> None:
    board.resize(900, 420)
    view, bar = board.view, board.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(bar.maximum())
    head, what = QPoint(120, 3), carried(ids(session)[4])
    over = QDragMoveEvent(head, Qt.DropAction.MoveAction, what, Left, Mod.NoModifier)
    board.hands.eventFilter(view.viewport(), over)
    before = view.slot
    assert before is not None
    qtbot.waitUntil(lambda: bar.value() == 0)  # the pointer does not move again
    qtbot.waitUntil(lambda: view.slot == view.laid.slot_at(view.to_board(head)))
    assert view.slot != before


def test_a_queued_and_a_stale_card_say_what_that_means(board: BoardPanel, session: Session, stand: Stand) -> None:
    stand.of = {ids(session)[0]: Queued(3), ids(session)[1]: Stale()}
    tips: list[str] = []
    for shot in ids(session)[:3]:
        QTest.mouseMove(board.view.viewport(), middle(board, shot))
        tips.append(board.view.viewport().toolTip())
    assert tips[0] == "Number 3 in the queue"
    assert "another wording" in tips[1]
    assert tips[2] == ""


def test_what_was_dragged_from_elsewhere_is_read_with_care() -> None:
    bad = QMimeData()
    bad.setData(SHOTS, b"[1")
    assert shots_in(bad) == []
    assert shots_in(carried("a")) == ["a"]
    take = QMimeData()
    take.setData(SHOTS, json.dumps({"shots": ["a"], "take": "t"}).encode())
    assert shots_in(take) == []


def files(*names: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in names])
    return made


def test_what_is_dropped_on_a_card_is_for_its_shot(board: BoardPanel, session: Session, qtbot: QtBot) -> None:
    shot = ids(session)[1]
    with qtbot.waitSignal(board.dropped) as wanted:
        drop(board, middle(board, shot), files("plate.mov", "notes.pdf", "rain.WAV"))
    assert wanted.args == [shot, (Path("/somewhere/plate.mov"), Path("/somewhere/rain.WAV"))]


def test_a_card_says_what_letting_files_go_would_do_to_it(board: BoardPanel, session: Session) -> None:
    first, second, *_ = session.film.shots

    def held(name: str, at: QPoint) -> tuple[str, str]:
        what = files(name)
        over = QDragMoveEvent(at, Qt.DropAction.CopyAction, what, Left, Mod.NoModifier)
        board.hands.eventFilter(board.view.viewport(), over)
        board.grab()
        return board.view.receiving

    here = middle(board, second.id)
    assert held("rain.wav", here) == (second.id, f"Drop to lay it under shot {second.slate}")
    assert held("plate.mov", here) == (second.id, f"Drop to make it a take of shot {second.slate}")
    session.select([first.id])
    beside = QPoint(4, board.view.viewport().height() - 4)
    assert held("rain.wav", beside)[0] == first.id
    assert held("a.png", beside) == ("", "")  # shots of their own: the caret says where
    drop(board, here, files("rain.wav"))
    assert board.view.receiving == ("", "")


def test_what_is_dropped_beside_the_cards_is_to_be_shots_where_the_caret_stands(
    board: BoardPanel, session: Session, qtbot: QtBot
) -> None:
    box = board.view.card_of(ids(session)[1])
    assert box is not None
    beside = QPoint(box.right() + 4, box.center().y())
    with qtbot.waitSignal(board.dropped_beside) as wanted:
        drop(board, beside, files("a.png", "b.png"))
    assert wanted.args == [session.film.scenes[0].id, 2, (Path("/somewhere/a.png"), Path("/somewhere/b.png"))]
    assert board.view.slot is None


def test_a_sound_beside_the_cards_is_for_the_shot_in_hand(board: BoardPanel, session: Session, qtbot: QtBot) -> None:
    session.select([ids(session)[2]])
    with qtbot.waitSignal(board.dropped) as wanted:
        drop(board, QPoint(4, board.view.viewport().height() - 4), files("rain.wav"))
    assert wanted.args == [ids(session)[2], (Path("/somewhere/rain.wav"),)]


def test_the_arrow_folds_and_the_plus_adds(board: BoardPanel, session: Session) -> None:
    heading = board.view.laid.heading_of(session.film.scenes[0].id)
    assert heading is not None
    click(board, fold_box(heading.rect).center())
    assert len(board.view.laid.order) == 2
    click(board, fold_box(heading.rect).center())
    click(board, add_box(heading.rect).center())
    assert len(session.film.scenes[0].shots) == 4


def test_a_failure_says_why_on_the_card_and_a_click_there_tries_again(
    board: BoardPanel, session: Session, stand: Stand, qtbot: QtBot
) -> None:
    shot = ids(session)[1]
    stand.of[shot] = Failed("The card ran out of memory.", "Choose a smaller size.")
    board.restand()
    box = board.view.card_of(shot)
    assert box is not None
    at = failed_box(picture_box(box, board.view.aspect)).center()
    with qtbot.waitSignal(board.render_wanted) as wanted:
        click(board, at)
    assert wanted.args == [(shot,)]
    QTest.mouseMove(board.view.viewport(), at + QPoint(2, 0))
    assert board.view.viewport().toolTip() == "The card ran out of memory. Choose a smaller size."


def test_moving_over_a_picture_scrubs_its_take(
    session_with_takes: Session, actions: Actions, qtbot: QtBot, stand: Stand
) -> None:
    stills = Stills(session_with_takes)
    board = BoardPanel(session_with_takes, actions, stills, stand)
    qtbot.addWidget(board)
    board.resize(900, 700)
    board.show()
    shot = session_with_takes.film.scenes[0].shots[0]
    qtbot.waitUntil(lambda: stills.picture(shot, board.view.laid.measures.width)[1] is not None)
    box = board.view.card_of(shot.id)
    assert box is not None
    frame = picture_box(box, board.view.aspect)
    QTest.mouseMove(board.view.viewport(), QPoint(frame.left() + frame.width() // 2, frame.center().y()))
    assert board.view.scrub is not None
    assert board.view.scrub[0] == shot.id
    assert abs(board.view.scrub[1] - 0.5) < 0.02
    before = board.view.viewport().grab(frame).toImage()
    take = shot.chosen
    assert take is not None
    picture = int(board.view.scrub[1] * (take.frames - 1))
    qtbot.waitUntil(lambda: stills.frame(take, picture, frame.width()) is not None)
    assert board.view.viewport().grab(frame).toImage() != before
    QTest.mouseMove(board.view.viewport(), QPoint(2, 690))
    assert board.view.scrub is None
    stills.close()


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_scrolls(board: BoardPanel) -> None:
    at = QPointF(200, 200)

    def turn(by: int, keys: Qt.KeyboardModifier) -> None:
        wheel = QWheelEvent(
            at, at, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(board.view.viewport(), wheel)

    wide = board.view.card_width
    turn(240, Mod.ControlModifier)
    assert board.view.card_width > wide
    assert board.tools.slider.value() == board.view.card_width
    board.resize(500, 300)
    top = board.view.top
    turn(-240, Mod.NoModifier)
    assert board.view.top > top


def test_hands_rest_between_gestures(board: BoardPanel) -> None:
    hands: Hands = board.hands
    click(board, QPoint(4, 690))
    assert type(hands.gesture).__name__ == "Resting"
