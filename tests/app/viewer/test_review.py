"""The review room: a take between its neighbours, single keys that judge it, and a second take laid against it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.state.session import Session
from app.state.stills import Stills
from app.theme import tokens
from app.viewer.booth import Lit, Printed
from app.viewer.decks import Size, black
from app.viewer.laps import round_of, sounds_of
from app.viewer.looks import Beside, Difference, Onion, Plain, Wipe
from app.viewer.review import ReviewRoom
from app.viewer.screen import Screen
from engine.film import board, judging
from engine.film.document import Film
from engine.film.shots import Shot


@pytest.fixture
def room(qtbot: QtBot, session_with_takes: Session, actions: Actions) -> Iterator[ReviewRoom]:
    stills = Stills(session_with_takes)
    made = ReviewRoom(session_with_takes, actions, stills, speakers=lambda: None)
    qtbot.addWidget(made)
    yield made
    made.close_film()
    stills.close()


def shots(session: Session) -> list[Shot]:
    return list(session.film.shots)


def press(qtbot: QtBot, room: ReviewRoom, *keys: Qt.Key) -> None:
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    for key in keys:
        qtbot.keyClick(room, key)


def test_a_take_is_looped_between_the_tail_before_and_the_head_after(session_with_takes: Session) -> None:
    session, second = session_with_takes, shots(session_with_takes)[1]
    looked = round_of(session.film, session.folder, session.cut_id, second, second.takes[0], neighbours=True)
    assert looked.own == (24, 24 + second.duration)
    assert looked.lap.frames == second.duration + 48
    assert [looked.lap.slate(frame) for frame in (0, 23, 24, looked.own[1] - 1, looked.own[1])] == [
        "1A",
        "1A",
        "1B",
        "1B",
        "1C",
    ]
    assert looked.before is not None
    assert looked.before.at(0) == looked.lap.at(23)
    alone = round_of(session.film, session.folder, session.cut_id, second, None, neighbours=False)
    assert (alone.own, alone.before) == ((0, second.duration), None)


def test_a_shot_that_the_cut_does_not_show_has_the_neighbours_of_the_story(session_with_takes: Session) -> None:
    session, first = session_with_takes, shots(session_with_takes)[0]
    looked = round_of(session.film, session.folder, "", first, None, neighbours=True)
    assert (looked.own, looked.at) == ((0, first.duration), 0)
    assert looked.lap.slate(looked.own[1]) == "1B"


def test_the_takes_still_stands_until_its_first_picture_is_made(
    room: ReviewRoom, session_with_takes: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(room.player), "load", lambda *args, **more: None)  # nothing is ever made
    second = shots(session_with_takes)[1]
    room.review(second.id, second.takes[0].id)

    def seen() -> QColor:
        picture = room.screen_.grab().toImage()
        return picture.pixelColor(picture.rect().center())

    ground = QColor(tokens.now().picture_ground)
    qtbot.waitUntil(lambda: seen() != ground)
    room.screen_.show_lit(Lit(0, (Printed(QImage(8, 8, QImage.Format.Format_RGB32), black(Size(8, 8))),)))
    room.review(shots(session_with_takes)[-1].id)  # it has no take: nothing of the last one stays
    assert seen() == ground


def test_only_takes_that_may_sound_are_heard(session_with_takes: Session) -> None:
    session, take = session_with_takes, shots(session_with_takes)[0].takes[0]
    drawn = take.with_(recipe=take.recipe.with_(engine="animatic"))
    clip = take.with_(recipe=take.recipe.with_(engine="import", origin="imported", key=None))
    assert sounds_of(drawn, session.film, (0, 10)) == ()
    [laid] = sounds_of(clip, session.film, (24, 34))
    assert (laid.at, laid.count, laid.start) == (48_000, 20_000, take.head * 2000)


def test_a_lone_take_is_not_compared_and_safe_areas_lie_over_any(
    qtbot: QtBot, room: ReviewRoom, session_with_takes: Session, actions: Actions
) -> None:
    session, first = session_with_takes, shots(session_with_takes)[0]
    room.review(first.id)
    assert actions["review.wipe"].isEnabled()
    session.edit("Throw away", lambda film: judging.bin_take(film, first.id, first.takes[1].id))
    assert not any(actions[f"review.{each}"].isEnabled() for each in ("wipe", "beside", "difference", "swap", "other"))
    press(qtbot, room, Qt.Key.Key_W)
    assert not actions["review.wipe"].isChecked()
    room.player.stop()
    ground = QColor(tokens.now().picture_ground)
    qtbot.waitUntil(lambda: room.screen_.grab().toImage().pixelColor(room.screen_.rect().center()) != ground)
    plain = room.screen_.grab().toImage()
    actions["review.safe"].trigger()
    assert room.screen_.grab().toImage() != plain


def test_it_plays_and_loops_at_once(qtbot: QtBot, room: ReviewRoom, session_with_takes: Session) -> None:
    room.review(shots(session_with_takes)[1].id)
    assert (room.player.speed, room.player.loops) == (1, True)
    qtbot.waitUntil(lambda: room.playhead.frame > 2)
    press(qtbot, room, Qt.Key.Key_Escape)
    assert not room.isVisible()
    assert room.player.speed == 0


def test_a_remark_is_of_the_frame_that_is_seen_and_leads_back_to_it(
    qtbot: QtBot, room: ReviewRoom, session_with_takes: Session, actions: Actions
) -> None:
    second = shots(session_with_takes)[1]
    room.review(second.id)
    first = room.scrubber.frame_at(room.scrubber.x_of(24))  # a second of what comes before
    for frame, words in ((30, "late"), (2, "hold")):
        room.player.stop()
        room.playhead.seek(first + frame)
        press(qtbot, room, Qt.Key.Key_N)
        assert room.player.speed == 0
        qtbot.keyClicks(room.note, words)
        qtbot.keyClick(room.note, Qt.Key.Key_Return)
    note = shots(session_with_takes)[1].verdict(room.seat.take_id).note
    assert note == "1:06 late; 0:02 hold"
    assert room.note.text() == note
    assert [each.frame for each in room.scrubber.remarks] == [first + 2, first + 30]
    room.player.stop()
    room.playhead.seek(first + 3)
    for lands in (first + 30, first + 2):
        actions["review.remark"].trigger()
        assert room.playhead.frame == lands
    room.playhead.seek(first + 30 + 12)  # it can be read for a second
    assert room.screen_.caption == "late"
    room.playhead.seek(first + 1)
    assert room.screen_.caption == ""
    dot = QPoint(round(room.scrubber.x_of(first + 30.5)) + 3, 10)
    qtbot.mouseClick(room.scrubber, Qt.MouseButton.LeftButton, pos=dot)
    assert room.playhead.frame == first + 30
    press(qtbot, room, Qt.Key.Key_N)
    qtbot.keyClick(room.note, Qt.Key.Key_Return)  # nothing was said of it
    assert shots(session_with_takes)[1].verdict(room.seat.take_id).note == note


def test_the_timecode_counts_the_take_as_remarks_do(
    qtbot: QtBot, room: ReviewRoom, session_with_takes: Session
) -> None:
    room.review(shots(session_with_takes)[1].id)
    room.player.stop()
    field = room.transport.timecode
    for frame, told in ((24, "00:00:00:00"), (24 + 30, "00:00:01:06"), (23, "−00:00:00:01")):
        room.playhead.seek(frame)
        assert field.text() == told
    for typed, lands in (("00:00:01:06", 54), ("2", 26), ("-4", 22)):
        field.setText(typed)
        field.returnPressed.emit()
        assert room.playhead.frame == lands


def test_keys_judge_the_take_that_is_seen(qtbot: QtBot, room: ReviewRoom, session_with_takes: Session) -> None:
    second = shots(session_with_takes)[1]
    room.review(second.id)
    press(qtbot, room, Qt.Key.Key_BracketLeft, Qt.Key.Key_C, Qt.Key.Key_3)
    judged = shots(session_with_takes)[1]
    assert (judged.circled, judged.verdict(second.takes[0].id).rating) == (second.takes[0].id, 3)
    press(qtbot, room, Qt.Key.Key_X, Qt.Key.Key_N)
    qtbot.keyClicks(room.note, "c minus")
    qtbot.keyClick(room.note, Qt.Key.Key_Return)
    judged = shots(session_with_takes)[1]
    assert judged.circled is None
    assert judged.verdict(second.takes[0].id).rejected
    assert judged.verdict(second.takes[0].id).note.endswith("c minus")
    assert room.seat.take_id == second.takes[0].id
    assert session_with_takes.undo.count() == 4


def test_from_shot_to_shot(qtbot: QtBot, room: ReviewRoom, session_with_takes: Session) -> None:
    order = [shot.id for shot in shots(session_with_takes)]
    room.review(order[0])
    press(qtbot, room, Qt.Key.Key_PageDown)
    assert room.seat.shot_id == order[1]
    press(qtbot, room, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert room.seat.shot_id == order[0]
    with qtbot.waitSignal(room.left, check_params_cb=lambda shot: shot == order[0]):
        room.leave()


def test_two_takes_are_wiped_swapped_and_laid_side_by_side(
    qtbot: QtBot, room: ReviewRoom, session_with_takes: Session
) -> None:
    first = shots(session_with_takes)[0]
    room.review(first.id)
    a, b = first.takes[0].id, first.takes[1].id  # the first is circled, so it is seen
    press(qtbot, room, Qt.Key.Key_W)
    assert (room.seat.take_id, room.seat.other_id, room.screen_.look) == (a, b, Wipe())
    press(qtbot, room, Qt.Key.Key_A)
    assert (room.seat.take_id, room.seat.other_id) == (b, a)
    press(qtbot, room, Qt.Key.Key_S)
    assert room.screen_.look == Beside()
    press(qtbot, room, Qt.Key.Key_D)
    assert room.screen_.look == Difference()
    press(qtbot, room, Qt.Key.Key_Escape)
    assert (room.screen_.look, room.isVisible()) == (Plain(), True)
    press(qtbot, room, Qt.Key.Key_G)
    assert room.screen_.look == Plain()  # nothing comes before the first shot
    press(qtbot, room, Qt.Key.Key_PageDown)
    assert room.screen_.look == Onion()


def test_the_rail_chooses_and_compares(qtbot: QtBot, room: ReviewRoom, session_with_takes: Session) -> None:
    first = shots(session_with_takes)[0]
    room.review(first.id)
    second_poster = room.rail._box(1).center().toPoint()
    qtbot.mouseClick(room.rail, Qt.MouseButton.LeftButton, pos=second_poster)
    assert room.seat.take_id == first.takes[1].id
    first_poster = room.rail._box(0).center().toPoint()
    qtbot.mouseClick(room.rail, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, first_poster)
    assert (room.seat.other_id, room.screen_.look) == (first.takes[0].id, Wipe())
    tokens.use("light")
    room.rail.resize(600, room.rail.height())
    edge = room.rail._box(0)
    ring = room.rail.grab().toImage().pixelColor(round(edge.left()), round(edge.center().y()))
    assert ring.lightness() < 60  # the take on the other side is marked on a light ground too


def test_nothing_but_the_picture(qtbot: QtBot, room: ReviewRoom, session_with_takes: Session) -> None:
    room.review(shots(session_with_takes)[0].id)
    press(qtbot, room, Qt.Key.Key_H)
    assert not room.rail.isVisible()
    qtbot.waitUntil(lambda: room.screen_.size() == room.size())
    press(qtbot, room, Qt.Key.Key_H)
    assert room.rail.isVisible()


def test_a_shot_that_is_removed_meanwhile_ends_the_review(room: ReviewRoom, session_with_takes: Session) -> None:
    first = shots(session_with_takes)[0]
    room.review(first.id)

    def gone(film: Film) -> Film:
        return board.remove_shot(film, first.id)

    session_with_takes.edit("Remove", gone)
    assert not room.isVisible()


# --- the screen


def plain(color: str, size: Size) -> Printed:
    pixels = black(size)
    rgb = QColor(color)
    pixels[:, :, 0], pixels[:, :, 1], pixels[:, :, 2] = rgb.blue(), rgb.green(), rgb.red()
    return Printed(QImage(pixels.data, size.width, size.height, pixels.strides[0], QImage.Format.Format_RGB32), pixels)


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    made = Screen()
    qtbot.addWidget(made)
    made.resize(320, 240)
    made.show()
    size = Size(320, 180)
    made.show_lit(Lit(0, (plain("#a05028", size), plain("#285aa0", size))))
    return made


def color_at(screen: Screen, x: int, y: int) -> str:
    return screen.grab().toImage().pixelColor(QPoint(x, y)).name()


def test_a_wipe_follows_the_mouse(qtbot: QtBot, screen: Screen) -> None:
    screen.set_look(Wipe())
    assert (color_at(screen, 20, 60), color_at(screen, 300, 60)) == ("#a05028", "#285aa0")
    with qtbot.waitSignal(screen.wiped):
        qtbot.mouseClick(screen, Qt.MouseButton.LeftButton, pos=QPoint(16, 120))
    assert color_at(screen, 40, 60) == "#285aa0"


def test_a_difference_is_shown_fourfold(screen: Screen) -> None:
    screen.set_look(Difference())
    assert color_at(screen, 160, 60) == "#ff28ff"


def test_an_onion_skin_shines_through(screen: Screen) -> None:
    screen.set_look(Onion(0.5))
    red = QColor(color_at(screen, 160, 60)).red()
    assert 0x28 < red < 0xA0


def test_the_picture_is_letterboxed_on_a_neutral_ground(screen: Screen) -> None:
    ground = QColor(color_at(screen, 160, 4))
    assert ground.red() == ground.green() == ground.blue()
    assert color_at(screen, 160, 120) == "#a05028"
