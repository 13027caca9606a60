"""The renders room: what waits, what is drawn, what failed and what to do about it, by mouse and by keys, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import words
from app.actions import Actions
from app.overlays import covered
from app.renders.estimate_sheet import EstimateSheet
from app.renders.room import RendersRoom
from app.renders.slip_painter import SlipPainter, places
from app.renders.slips import Slip
from app.renders.standings_line import StandingsLine
from app.state.session import Session
from app.state.standing import Failed, Fresh
from app.theme import tokens
from engine.client import Client, Done
from engine.film.board import edit_shot
from engine.plan.plan import plan

Opens = Callable[..., Any]
PATIENCE = 20_000


def room_of(studio: Any, qtbot: QtBot) -> RendersRoom:
    made = RendersRoom(studio.session, Actions(), studio.engine, studio.stills)
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def keys(studio: Any) -> dict[str, str]:
    return plan(studio.session.film).keys


def slips(room: RendersRoom) -> list[Slip]:
    return [entry for entry in room.queue.rows.entries if isinstance(entry, Slip)]


def held(studio: Any, qtbot: QtBot) -> RendersRoom:
    """The film's shots wait in a paused queue."""
    client = Client(studio.session.folder)
    client.submit(plan(studio.session.film).nodes)
    client.pause()
    room = room_of(studio, qtbot)
    qtbot.waitUntil(lambda: len(slips(room)) == len(keys(studio)), timeout=PATIENCE)
    return room


def test_an_empty_queue_says_what_to_do(studio: Opens, qtbot: QtBot) -> None:
    room = room_of(studio("a"), qtbot)
    assert "Nothing waits" in room.heading.text()
    assert room.empty.button.isVisible()
    assert not room.pause_button.isVisible()
    assert not room.cancel_button.isVisible()


def test_a_film_is_drawn_from_the_estimate_to_the_last_take(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("slow", "b")
    open_.session.edit("Edit", lambda film: film.with_(engine="animatic"))
    room = room_of(open_, qtbot)
    room.empty.button.click()
    qtbot.waitUntil(lambda: covered(room) is not None, timeout=PATIENCE)
    sheet = covered(room)
    assert sheet is not None
    said = [label.text() for label in sheet.findChildren(type(room.heading))]
    assert "2 shots" in said
    assert any("about" in each for each in said)
    assert slips(room) == []  # nothing starts before the person says so
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert covered(room) is None
    open_.session.undo.undo()
    open_.engine.render()
    qtbot.waitUntil(lambda: "Drawing" in room.heading.text(), timeout=PATIENCE)
    assert room.pause_button.isVisible()
    qtbot.waitUntil(
        lambda: all(type(open_.engine.standing(s)) is Fresh for s in ("shot-0", "shot-1")), timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: room.heading.text() == "Every shot is drawn", timeout=PATIENCE)
    assert room.telling.text().startswith("The film can be exported")
    assert room.standings.accessibleName() == "2 drawn"
    assert {slip.name for slip in slips(room)} == {"1-0", "1-1"}  # the session's history


def test_where_nothing_is_missing_the_sheet_says_so_and_may_be_asked_for_more(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a")
    room = room_of(open_, qtbot)
    open_.engine.render()
    qtbot.waitUntil(lambda: type(open_.engine.standing("shot-0")) is Fresh, timeout=PATIENCE)
    room.offer_render()
    qtbot.waitUntil(lambda: covered(room) is not None, timeout=PATIENCE)
    (sheet,) = room.findChildren(EstimateSheet)
    assert "Nothing to render" in " ".join(label.text() for label in room.findChildren(QLabel))
    assert not sheet.begin.isEnabled()
    sheet.takes.setValue(2)  # the cards' engine has no manifest here: said, not raised
    qtbot.waitUntil(sheet.fetch.isVisible, timeout=PATIENCE)
    assert "no engine called" in " ".join(label.text() for label in room.findChildren(QLabel))


def test_where_every_shot_is_drawn_the_empty_room_leads_to_the_export(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a")
    room = room_of(open_, qtbot)
    assert room.empty.button.text() == "Render the film…"
    open_.engine.render()
    qtbot.waitUntil(lambda: room.empty.button.text() == "Export…", timeout=PATIENCE)
    room.empty.button.click()
    assert "cut" in open_.said[-1].sentence  # this film has none that could be exported


def test_nothing_is_counted_before_the_takes_were_looked_at(session: Session, qtbot: QtBot) -> None:
    known: list[bool] = []
    line = StandingsLine(session, lambda _: Fresh(), lambda: bool(known))
    qtbot.addWidget(line)
    assert line.accessibleName() == ""
    known.append(True)
    line.refresh()
    assert line.accessibleName().endswith(" drawn")


def test_pause_and_go_on_are_one_button(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a", "b")
    room = held(open_, qtbot)
    assert room.pause_button.text() == "Go on"
    assert "Paused: 2 shots wait" in room.heading.text()
    room.pause_button.click()
    qtbot.waitUntil(lambda: type(open_.engine.standing("shot-1")) is Fresh, timeout=PATIENCE)


def test_whoever_only_looks_at_a_film_neither_holds_nor_stops_its_queue(
    studio: Opens, second_editor: Opens, qtbot: QtBot
) -> None:
    open_ = studio("a", "b")
    held(open_, qtbot)
    watching = second_editor(open_)
    room, (first, last) = room_of(watching, qtbot), keys(open_).values()
    qtbot.waitUntil(room.cancel_button.isVisible, timeout=PATIENCE)
    assert not room.cancel_button.isEnabled()
    assert not room.pause_button.isEnabled()
    assert "not rendered" in room.pause_button.toolTip()
    room.queue.setCurrentIndex(room.queue.rows.index(room.queue.rows.row_of(first)))
    QTest.keyClick(room.queue, Qt.Key.Key_Delete)
    QTest.keyClick(room.queue, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    room.pause_or_resume()
    watching.engine.again(first)
    assert ["not rendered" in problem.hint for problem in watching.said] == [True] * 4
    client = Client(open_.session.folder)
    assert (client.paused, [row.job.key for row in client.line()]) == (True, [first, last])


def test_a_chosen_shot_that_is_done_does_not_carry_the_list_away_from_what_is_drawn_now(
    studio: Opens, qtbot: QtBot
) -> None:
    open_ = studio(*"abcdefg")
    room = held(open_, qtbot)
    room.resize(1280, 480)
    first, bar = keys(open_)["shot-0"], room.queue.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    room.queue.setCurrentIndex(room.queue.rows.index(room.queue.rows.row_of(first)))
    assert bar.value() == 0
    room.pause_button.click()
    qtbot.waitUntil(lambda: room.queue.slip is not None and isinstance(room.queue.slip.row.state, Done))
    assert room.queue.slip is not None
    assert room.queue.slip.key == first  # it is still the chosen one
    assert bar.value() == 0


def test_only_what_is_cut_off_is_told_whole_under_the_pointer(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a", "a fox that walks and walks through the snow and looks back once for the balloon " * 3)
    room = held(open_, qtbot)

    painter = room.queue.itemDelegate()

    def told(shot: str) -> str:
        row = room.queue.rows.row_of(keys(open_)[shot])
        box, slip = room.queue.visualRect(room.queue.rows.index(row)), room.queue.rows.entries[row]
        assert isinstance(painter, SlipPainter)
        assert isinstance(slip, Slip)
        assert painter.told_at(box, slip, dict(places(box, slip))["cancel"].center()) == "Take off the queue"
        return painter.told_at(box, slip, box.center() - QPoint(200, 0))

    assert told("shot-0") == ""
    assert told("shot-1").startswith("a fox")


def test_keys_reorder_and_take_off(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a", "b", "c")
    room, wanted = held(open_, qtbot), keys(open_)
    room.queue.setCurrentIndex(room.queue.rows.index(room.queue.rows.row_of(wanted["shot-2"])))
    QTest.keyClick(room.queue, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [slip.name for slip in slips(room)] == ["1-0", "1-2", "1-1"], timeout=PATIENCE)
    assert room.queue.slip is not None
    assert room.queue.slip.name == "1-2"  # what was chosen stays chosen
    QTest.keyClick(room.queue, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [row.job.key for row in open_.engine.line.waiting] == [wanted["shot-0"], wanted["shot-1"]])


def test_a_drop_at_the_end_is_the_last(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a", "b", "c")
    room, wanted = held(open_, qtbot), keys(open_)
    room.queue.rows.moved.emit(wanted["shot-0"], "")
    qtbot.waitUntil(lambda: [slip.name for slip in slips(room)] == ["1-1", "1-2", "1-0"], timeout=PATIENCE)


def test_a_failed_shot_shows_its_reason_and_is_tried_again_by_its_button(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("fail")
    room = room_of(open_, qtbot)
    open_.engine.render()
    qtbot.waitUntil(lambda: type(open_.engine.standing("shot-0")) is Failed, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(slips(room)) == 1, timeout=PATIENCE)
    slip = slips(room)[0]
    before = slip.row.changed
    box = room.queue.visualRect(room.queue.rows.index(room.queue.rows.row_of(slip.key)))
    place = dict(places(QRect(box), slip))["again"].center()
    QTest.mouseClick(room.queue.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.waitUntil(lambda: any(row.changed > before for row in open_.engine.line.rows), timeout=PATIENCE)


def test_a_click_on_the_film_strip_takes_the_shot_in_hand(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a", "b", "c", "d")
    room = room_of(open_, qtbot)
    at = QPoint(room.strip.width() * 5 // 8, room.strip.height() // 2)
    QTest.mouseClick(room.strip, Qt.MouseButton.LeftButton, pos=at)
    assert open_.session.shot_id == "shot-2"


def test_while_nothing_is_drawn_the_shot_in_hand_is_seen_large(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a", "b")
    open_.session.take_in_hand("shot-1")
    room = room_of(open_, qtbot)
    assert room.preview.shot_id == "shot-1"
    open_.session.take_in_hand("shot-0")
    assert room.preview.shot_id == "shot-0"


def test_what_is_drawn_is_shown_large(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("slow")
    open_.session.edit("Longer", lambda film: edit_shot(film, "shot-0", duration=30))
    room = room_of(open_, qtbot)
    open_.engine.render()
    qtbot.waitUntil(lambda: room.preview.shot_id == "shot-0" and room.preview.picture is not None, timeout=PATIENCE)
    assert room.preview.picture is not None
    assert room.preview.picture.width() == 64


def test_the_room_speaks_chinese_and_wears_the_light_theme(studio: Opens, qtbot: QtBot) -> None:
    room = held(studio("a", "b"), qtbot)
    dark = room.grab().toImage()
    words.speak("zh")
    assert room.heading.text() == "已暂停：2 个镜头在等待"
    assert room.empty.button.text() == "渲染影片…"
    tokens.use("light")
    assert room.grab().toImage() != dark


def test_the_engine_is_named_in_words_and_not_by_its_id(studio: Opens, qtbot: QtBot) -> None:
    open_ = studio("a")
    open_.session.edit("Edit", lambda film: film.with_(engine="animatic"))
    room = room_of(open_, qtbot)
    room.preview.show_shot(open_.session.shot_id)
    words.speak("zh")
    assert "动态分镜（纸偶剧场） · " in room.caption.text()
