"""The board with its keys: shots added, written, moved, merged, found, each as one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from standing_shots import Stand

from app import words
from app.board.card_painter import picture_box
from app.board.inline import ActionField, HeadingField, LengthField
from app.board.panel import BoardPanel
from app.commands import shots
from app.problems import Problem
from app.state.session import Session
from app.state.standing import Failed, Rendering
from app.theme import tokens
from engine.film.board import edit_shot
from engine.film.rate import Raster

Key, Mod = Qt.Key, Qt.KeyboardModifier


def slates(session: Session) -> str:
    return " ".join(shot.slate for shot in session.film.shots)


def ids(session: Session) -> list[str]:
    return [shot.id for shot in session.film.shots]


def press(board: BoardPanel, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(board.view, key, keys)


def length_field(board: BoardPanel) -> LengthField:
    assert isinstance(board.field, LengthField)
    return board.field


def action_field(board: BoardPanel) -> ActionField:
    assert isinstance(board.field, ActionField)
    return board.field


def test_n_adds_a_shot_behind_the_one_in_hand_and_its_action_is_written_at_once(
    board: BoardPanel, session: Session
) -> None:
    first = ids(session)[0]
    session.select([first])
    press(board, Key.Key_N)
    field = action_field(board)
    QTest.keyClicks(field, "The fog lifts.")
    QTest.keyClick(field, Key.Key_Return)
    assert [shot.action for shot in session.film.scenes[0].shots][1] == "The fog lifts."
    assert session.shot_id == ids(session)[2]  # Enter goes on writing
    QTest.keyClick(action_field(board), Key.Key_Escape)
    assert board.field is None
    session.undo.undo()
    session.undo.undo()
    assert len(ids(session)) == 5


def test_enter_writes_the_board_from_card_to_card_and_a_blank_one_behind_the_last_goes_again(
    board: BoardPanel, session: Session
) -> None:
    *_, last = ids(session)
    before = session.undo.count()
    board.edit_action(ids(session)[3])
    QTest.keyClicks(action_field(board), "One.")
    QTest.keyClick(action_field(board), Key.Key_Return)
    QTest.keyClicks(action_field(board), "Two.")
    QTest.keyClick(action_field(board), Key.Key_Enter)
    assert [session.film.shot(shot).action for shot in ids(session)[3:5]] == ["One.", "Two."]
    assert session.shot_id not in (last, "")  # the story goes on
    QTest.keyClick(action_field(board), Key.Key_Return)
    assert session.undo.count() == before + 2
    assert (board.field, session.shot_id, ids(session)[-1]) == (None, last, last)


def test_what_enter_behind_the_last_card_is_for_is_written_and_esc_takes_a_blank_one_back(
    board: BoardPanel, session: Session
) -> None:
    board.edit_action(ids(session)[-1])
    QTest.keyClicks(action_field(board), "She leaves.")
    QTest.keyClick(action_field(board), Key.Key_Return)
    QTest.keyClicks(action_field(board), "The door shuts.")
    QTest.keyClick(action_field(board), Key.Key_Return)
    QTest.keyClick(action_field(board), Key.Key_Escape)
    assert [shot.action for shot in session.film.shots][4:] == ["She leaves.", "The door shuts."]
    assert board.field is None


def test_enter_goes_on_behind_a_last_card_that_holds_nothing_but_a_line(board: BoardPanel, session: Session) -> None:
    board.edit_action(ids(session)[-1])
    action_field(board).setPlainText("阿福：客官，外面有人找你！")
    QTest.keyClick(action_field(board), Key.Key_Return)
    *_, spoken, behind = session.film.shots
    assert (spoken.action, [line.text for line in spoken.lines][-1]) == ("", "客官，外面有人找你！")
    QTest.keyClicks(action_field(board), "Silence.")
    QTest.keyClick(action_field(board), Key.Key_Return)
    assert session.film.shot(behind.id).action == "Silence."


def test_tab_goes_across_the_card_and_on_to_the_next_and_esc_leaves_it_as_it_was(
    board: BoardPanel, session: Session
) -> None:
    first, second = ids(session)[:2]
    board.edit_action(first)
    QTest.keyClick(action_field(board), Key.Key_Tab)
    length = length_field(board)
    assert session.shot_id == first
    QTest.keyClicks(length, "36f")
    QTest.keyClick(length, Key.Key_Tab)
    assert session.film.shot(first).duration == 36
    assert session.shot_id == second
    QTest.keyClick(action_field(board), Key.Key_Backtab)
    assert session.shot_id == first
    assert length_field(board).text() == "1.5 s"
    before = session.film
    QTest.keyClick(length_field(board), Key.Key_Tab)
    field = action_field(board)
    QTest.keyClicks(field, "Nothing of this stays")
    QTest.keyClick(field, Key.Key_Escape)
    assert session.film is before
    assert board.field is None


def test_what_is_written_on_a_card_is_in_the_film_when_typing_rests_and_esc_takes_it_back(
    board: BoardPanel, session: Session, qtbot: QtBot
) -> None:
    shot = ids(session)[0]
    before = session.film.shot(shot).action
    board.edit_action(shot)
    field = action_field(board)
    QTest.keyClicks(field, "The lamp goes out.")
    field.rest.setInterval(1)
    qtbot.waitUntil(lambda: session.film.shot(shot).action == "The lamp goes out.")
    QTest.keyClicks(field, " Silence.")
    qtbot.waitUntil(lambda: session.film.shot(shot).action.endswith("Silence."))
    assert session.undo.count() == 1
    QTest.keyClick(field, Key.Key_Escape)
    assert session.film.shot(shot).action == before
    assert session.undo.count() == 0  # what came to nothing is no step


def test_a_length_that_is_none_is_said_and_the_shot_stays_as_long_as_it_was(
    board: BoardPanel, session: Session
) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    session.select([ids(session)[0]])
    press(board, Key.Key_T)
    before = session.film
    QTest.keyClicks(length_field(board), "soon")
    QTest.keyClick(length_field(board), Key.Key_Return)
    assert session.film is before
    assert "soon" in said[0].sentence
    assert board.field is None


def test_ctrl_enter_divides_the_shot_at_the_cursor_as_one_step(board: BoardPanel, session: Session) -> None:
    shot = ids(session)[0]
    shots.set_action(session, [shot], "She waits. The ferry comes.")
    shots.set_duration(session, [shot], 54)
    before = session.undo.count()
    board.edit_action(shot)
    field = action_field(board)
    cursor = field.textCursor()
    cursor.setPosition(len("She waits."))
    field.setTextCursor(cursor)
    QTest.keyClick(field, Key.Key_Return, Mod.ControlModifier)
    first, second = list(session.film.shots)[:2]
    assert (first.id, first.action, second.action) == (shot, "She waits.", "The ferry comes.")
    assert (first.duration, second.duration) == (21, 33)
    assert session.shot_id == second.id
    assert isinstance(board.field, ActionField)
    assert session.undo.count() == before + 1


def test_ctrl_enter_behind_the_last_word_keeps_it_and_adds_the_next_shot(board: BoardPanel, session: Session) -> None:
    board.edit_action(ids(session)[-1])
    field = action_field(board)
    QTest.keyClicks(field, "She leaves.")
    QTest.keyClick(field, Key.Key_Return, Mod.ControlModifier)
    assert len(ids(session)) == 6
    assert session.film.shot(ids(session)[4]).action == "She leaves."
    assert isinstance(board.field, ActionField)
    assert session.undo.count() == 1


def test_words_and_the_ctrl_enter_that_divides_them_are_one_step(board: BoardPanel, session: Session) -> None:
    before = session.film
    board.edit_action(ids(session)[0])
    field = action_field(board)
    QTest.keyClicks(field, "She waits. The ferry comes.")
    field.rest.timeout.emit()  # typing rested in between
    cursor = field.textCursor()
    cursor.setPosition(len("She waits."))
    field.setTextCursor(cursor)
    QTest.keyClick(field, Key.Key_Return, Mod.ControlModifier)
    assert [shot.action for shot in session.film.shots][:2] == ["She waits.", "The ferry comes."]
    assert session.undo.count() == 1
    session.undo.undo()
    assert session.film.scenes == before.scenes


def test_arrows_walk_and_shift_selects(board: BoardPanel, session: Session) -> None:
    shots = ids(session)
    session.select([shots[0]])
    press(board, Key.Key_Right)
    assert session.shot_id == shots[1]
    press(board, Key.Key_Right, Mod.ShiftModifier)
    assert set(session.selection) == {shots[1], shots[2]}
    press(board, Key.Key_End)
    assert session.selection == (shots[4],)
    press(board, Key.Key_A, Mod.ControlModifier)
    assert len(session.selection) == 5


def test_duplicate_remove_split_merge_each_is_one_step(board: BoardPanel, session: Session) -> None:
    whole = session.film
    session.select(ids(session)[:2])
    press(board, Key.Key_D)
    assert len(ids(session)) == 7
    press(board, Key.Key_Delete)
    assert len(ids(session)) == 5
    session.select([ids(session)[0]])
    length = session.film.shot(session.shot_id).duration
    press(board, Key.Key_S)
    assert len(ids(session)) == 6
    press(board, Key.Key_M)
    assert len(ids(session)) == 5
    assert session.film.shot(session.shot_id).duration == length
    for _ in range(4):
        session.undo.undo()
    assert session.film == whole


def test_alt_and_an_arrow_carry_a_shot_over_the_edge_of_its_scene(board: BoardPanel, session: Session) -> None:
    third = ids(session)[2]
    session.select([third])
    press(board, Key.Key_Right, Mod.AltModifier)
    assert [len(scene.shots) for scene in session.film.scenes] == [2, 3]
    assert session.film.scenes[1].shots[0].id == third
    press(board, Key.Key_Left, Mod.AltModifier)
    press(board, Key.Key_Left, Mod.AltModifier)
    assert ids(session).index(third) == 1


def test_a_cut_nobody_has_touched_follows_what_happens_on_the_board(board: BoardPanel, session: Session) -> None:
    before = session.film.cuts[0].frames
    session.select([ids(session)[0]])
    press(board, Key.Key_D)
    assert session.film.cuts[0].frames == before + session.film.shot(session.shot_id).duration


def test_f2_renames_the_scene(board: BoardPanel, session: Session) -> None:
    session.select([ids(session)[4]])
    press(board, Key.Key_F2)
    field = board.field
    assert isinstance(field, HeadingField)
    field.setText("INT. WHEELHOUSE - DAWN")
    QTest.keyClick(field, Key.Key_Return)
    assert session.film.scenes[1].heading == "INT. WHEELHOUSE - DAWN"
    assert board.field is None


def test_a_new_scene_comes_behind_the_one_in_hand_and_is_named_at_once(board: BoardPanel, session: Session) -> None:
    session.select([ids(session)[0]])
    press(board, Key.Key_N, Mod.ShiftModifier)
    field = board.field
    assert isinstance(field, HeadingField)
    field.setText("EXT. QUAY")
    QTest.keyClick(field, Key.Key_Return)
    assert [scene.heading for scene in session.film.scenes][1] == "EXT. QUAY"
    board.add_shot(session.film.scenes[1].id)
    assert len(session.film.scenes[1].shots) == 1


@pytest.mark.parametrize("keys", [Mod.NoModifier, Mod.ControlModifier])
def test_a_heading_written_on_a_card_begins_a_scene_and_its_first_shot_is_written_next(
    board: BoardPanel, session: Session, keys: Qt.KeyboardModifier
) -> None:
    last = ids(session)[-1]
    session.select([last])
    board.jotting.write(last)
    field = action_field(board)
    field.setPlainText("ext. harbour - dawn")
    QTest.keyClick(field, Key.Key_Return, keys)
    assert session.film.scenes[-1].heading == "ext. harbour - dawn"
    assert [shot.id for shot in session.film.scenes[-1].shots] == [last]
    assert (session.shot_id, action_field(board).toPlainText()) == (last, "")


def test_finding_narrows_the_board_and_esc_shows_everything(board: BoardPanel, session: Session, qtbot: QtBot) -> None:
    QTest.keyClick(board, Key.Key_F, Mod.ControlModifier)
    assert board.tools.search.hasFocus()
    QTest.keyClicks(board.tools.search, "map")
    qtbot.waitUntil(lambda: len(board.view.laid.order) == 1)
    assert "1" in board.tools.counted.text()
    QTest.keyClick(board.tools.search, Key.Key_Escape)
    assert len(board.view.laid.order) == 5
    assert board.view.hasFocus()


def test_a_search_by_state_follows_the_queue(board: BoardPanel, session: Session, stand: Stand) -> None:
    board.tools.state.setCurrentIndex(board.tools.state.findData("failed"))
    board.tools.state.activated.emit(board.tools.state.currentIndex())
    assert board.view.laid.order == ()
    assert board.nothing.isVisible()
    stand.of[ids(session)[3]] = Failed("The card ran out of memory.", "")
    board.restand()
    assert board.view.laid.order == (ids(session)[3],)
    assert board.view.isVisible()


def test_a_new_shot_is_seen_although_something_was_looked_for(board: BoardPanel, session: Session) -> None:
    board.tools.search.setText("map")
    board.tools.query_changed.emit(board.tools.query)
    board.add_shot()
    assert session.shot_id in board.view.laid.order


def test_folding_and_zooming(board: BoardPanel, session: Session) -> None:
    scene = session.film.scenes[0].id
    board.view.fold(scene)
    assert len(board.view.laid.order) == 2
    board.view.fold_all(False)
    wide = board.view.laid.measures.columns
    QTest.keyClick(board, Key.Key_Minus, Mod.ControlModifier)
    assert board.view.laid.measures.columns >= wide
    assert board.tools.slider.value() == board.view.card_width


def test_an_empty_board_says_what_to_do_and_begins_with_one_button(board: BoardPanel, session: Session) -> None:
    session.edit("Empty", lambda film: film.with_(scenes=(), cuts=()))
    assert not board.view.isVisible()
    board.empty.button.click()
    assert len(ids(session)) == 1
    assert session.film.cuts[0].frames == session.film.shot(session.shot_id).duration
    assert isinstance(board.field, ActionField)


def test_a_read_only_film_is_not_written_on(
    board: BoardPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(session), "read_only", property(lambda self: True))
    said: list[str] = []
    session.said.connect(lambda problem: said.append(problem.hint))
    board.edit_action(ids(session)[0])
    board.rename(session.film.scenes[0].id)
    assert board.field is None
    assert said == ["It can be looked at here, not edited."] * 2


def test_the_board_looks_another_in_each_language_theme_and_state(
    board: BoardPanel, session: Session, stand: Stand
) -> None:
    def seen() -> bytes:
        return bytes(board.grab().toImage().constBits())

    looks = [seen()]
    words.speak("zh")
    looks.append(seen())
    tokens.use("light")
    looks.append(seen())
    stand.of[ids(session)[0]] = Rendering(30, 60, 12.0)
    board.restand()
    looks.append(seen())
    session.edit("Tall", lambda film: film.with_(raster=Raster(width=720, height=1280)))
    looks.append(seen())
    assert len(set(looks)) == 5


def test_a_shot_that_is_being_drawn_shows_itself_as_far_as_it_is(
    board: BoardPanel, session: Session, stand: Stand, qtbot: QtBot
) -> None:
    shot = ids(session)[0]
    preview = QImage(160, 90, QImage.Format.Format_RGB32)
    preview.fill(QColor("#c02040"))
    (session.folder / "cache").mkdir(exist_ok=True)
    preview.save(str(session.folder / "cache" / "now.png"))
    stand.of[shot] = Rendering(3, 10, 2.0, "cache/now.png")
    board.restand()

    def middle() -> str:
        box = board.view.card_of(shot)
        assert box is not None
        frame = picture_box(box, board.view.aspect)
        return board.view.viewport().grab(frame).toImage().pixelColor(frame.width() // 2, frame.height() // 2).name()

    qtbot.waitUntil(lambda: middle() == "#c02040")
    stand.of[shot] = Rendering(9, 10, 0.2, "cache/now.png")  # written anew: until it is read the old one stays
    board.restand()
    assert middle() == "#c02040"


def test_every_command_of_the_board_has_words_a_key_and_an_icon(board: BoardPanel) -> None:
    mine = [command for command in board.table if command.id.startswith("board.")]
    assert len(mine) >= 15
    assert all(not command.action.icon().isNull() and not command.action.shortcut().isEmpty() for command in mine)
    keys = [key.toString(QKeySequence.SequenceFormat.PortableText) for c in mine for key in c.action.shortcuts()]
    assert len(set(keys)) == len(keys)


def test_a_shot_is_split_at_the_playhead_or_in_its_middle(board: BoardPanel, session: Session) -> None:
    first = session.film.scenes[0].shots[0]
    session.select([first.id])
    session.playhead.seek(17)
    press(board, Key.Key_S)
    assert session.film.scenes[0].shots[0].duration == 17
    session.undo.undo()
    session.playhead.seek(0)
    press(board, Key.Key_S)
    assert session.film.scenes[0].shots[0].duration == first.duration // 2


def test_omitted_shots_are_brought_back(board: BoardPanel, session: Session) -> None:
    first = ids(session)[0]
    session.edit("Omit", lambda film: edit_shot(film, first, omitted=True))
    session.select(ids(session)[:2])
    before = session.undo.count()
    board.table["board.bring_back"].trigger()
    assert not session.film.shot(first).omitted
    assert session.undo.count() == before + 1
    board.table["board.bring_back"].trigger()
    assert session.undo.count() == before + 1


class _Painted(QObject):
    """Which parts of a widget were painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.parts: list[QRect] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks on."""
        if isinstance(event, QPaintEvent):
            self.parts.append(event.region().boundingRect())
        return False


def test_an_edit_paints_only_the_scene_it_is_in(board: BoardPanel, session: Session, qtbot: QtBot) -> None:
    board.resize(900, 2000)
    qtbot.wait(20)
    painted = _Painted(board.view.viewport())
    last = ids(session)[-1]
    heading, here = board.view.laid.heading_of(session.film.scenes[0].id), board.view.card_of(last)
    assert heading is not None
    assert here is not None
    there = board.view.to_view(heading.rect)
    shots.set_action(session, [last], "The door closes.")
    qtbot.waitUntil(lambda: any(part.contains(here) and not part.intersects(there) for part in painted.parts))


def test_a_step_with_the_arrow_keys_paints_the_two_cards_it_concerns(
    board: BoardPanel, session: Session, qtbot: QtBot
) -> None:
    first, second, third = ids(session)[:3]
    session.select([first])
    qtbot.wait(20)
    painted = _Painted(board.view.viewport())
    left, right, other = (board.view.card_of(shot) for shot in (first, second, third))
    assert left is not None
    assert right is not None
    assert other is not None
    press(board, Key.Key_Right)
    qtbot.waitUntil(
        lambda: any(
            part.contains(left) and part.contains(right) and not part.intersects(other) for part in painted.parts
        )
    )
