"""The viewer: the cut in hand or a take of the shot in hand, always with something to see, following every edit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import words
from app.actions import Actions
from app.commands import shots
from app.state.session import Session
from app.viewer.looks import Onion, Plain
from app.viewer.screen import NOTHING_YET
from app.viewer.timecode_field import frame_of, label
from app.viewer.viewer import ViewerPanel
from engine.film import board
from engine.film.coverage import add_take
from engine.film.cuts import Clip, Footage, Track
from engine.film.cutting import add_track
from engine.film.takes import Recipe

Make = Callable[..., ViewerPanel]


def key(
    qtbot: QtBot, viewer: ViewerPanel, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    viewer.activateWindow()
    qtbot.waitUntil(viewer.isActiveWindow)
    for each in keys:
        qtbot.keyClick(viewer, each, modifier)


def test_it_shows_the_cut_in_its_own_size(qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session) -> None:
    qtbot.waitUntil(lambda: viewer.screen_.lit is not None)
    lit = viewer.screen_.lit
    assert lit is not None
    box = viewer.screen_.picture_rect()
    assert lit.layers[0].image.width() == round(box.width() * viewer.devicePixelRatioF())
    assert session_with_takes.playhead.length == session_with_takes.film.cuts[0].frames


def test_keys_play_step_and_mark(qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session) -> None:
    head = session_with_takes.playhead
    key(qtbot, viewer, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_I)
    key(qtbot, viewer, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    key(qtbot, viewer, Qt.Key.Key_O, Qt.Key.Key_Left)
    assert (head.frame, head.in_mark, head.out_mark) == (25, 2, 26)
    key(qtbot, viewer, Qt.Key.Key_End)
    assert head.frame == head.length - 1
    key(qtbot, viewer, Qt.Key.Key_Home, Qt.Key.Key_L, Qt.Key.Key_L)
    assert viewer.player.speed == 2
    key(qtbot, viewer, Qt.Key.Key_K)
    assert viewer.player.speed == 0
    key(qtbot, viewer, Qt.Key.Key_X, modifier=Qt.KeyboardModifier.AltModifier)
    assert (head.in_mark, head.out_mark) == (None, None)


def test_an_edit_is_seen_at_once(qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session) -> None:
    first = next(iter(session_with_takes.film.shots))
    length = session_with_takes.playhead.length
    session_with_takes.edit("Remove", lambda film: board.remove_shot(film, first.id, clips="close"))
    qtbot.waitUntil(lambda: session_with_takes.playhead.length == length - first.duration)


def test_a_film_without_shots_says_what_to_do(qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session) -> None:
    assert viewer.screen_.invitation == ""  # its picture is on its way
    for scene in session_with_takes.film.scenes:
        session_with_takes.edit("Remove", lambda film, scene=scene: board.remove_scene(film, scene.id, clips="close"))
    qtbot.waitUntil(lambda: viewer.screen_.lit is None and viewer.screen_.invitation == NOTHING_YET)


def test_what_is_shown_is_called_by_its_name_in_the_language_of_now(
    qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session
) -> None:
    cut = session_with_takes.film.cuts[0]
    session_with_takes.edit("Rename", lambda film: film.with_(cuts=(cut.with_(name="Assembly"), *film.cuts[1:])))

    def named(name: str) -> bool:
        return any(label.text().startswith(f"{name} · ") for label in viewer.findChildren(QLabel))

    qtbot.waitUntil(lambda: named("Assembly"))
    words.speak("zh")
    assert named("初剪")


def test_take_mode_shows_the_shot_in_hand(qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session) -> None:
    shots = list(session_with_takes.film.shots)
    session_with_takes.take_in_hand(shots[1].id)
    viewer.show_take(shots[1].takes[0].id)
    assert viewer.player.frames == shots[1].duration
    session_with_takes.take_in_hand(shots[2].id)
    assert viewer.player.frames == shots[2].duration
    assert viewer.take_id == ""
    cut_frame = session_with_takes.playhead.frame
    viewer.player.step(3)
    assert (viewer.player.playhead.frame, session_with_takes.playhead.frame) == (3, cut_frame)
    session_with_takes.playhead.seek(cut_frame + 7)  # in the timeline
    assert viewer.mode == "cut"
    assert viewer.player.playhead is session_with_takes.playhead


def test_the_boards_viewer_goes_to_the_shot_in_hand(
    qtbot: QtBot, session_with_takes: Session, actions: Actions
) -> None:
    panel = ViewerPanel(session_with_takes, actions, name="board", leads=False, speakers=lambda: None)
    qtbot.addWidget(panel)
    shots = list(session_with_takes.film.shots)
    session_with_takes.take_in_hand(shots[1].id)
    assert session_with_takes.playhead.frame == shots[0].duration
    session_with_takes.playhead.seek(shots[0].duration + 5)
    session_with_takes.take_in_hand(shots[0].id)
    session_with_takes.take_in_hand(shots[1].id)
    assert session_with_takes.playhead.frame == shots[0].duration
    panel.close_film()


def test_an_onion_skin_is_a_second_layer(
    qtbot: QtBot, viewer: ViewerPanel, actions: Actions, session_with_takes: Session
) -> None:
    first = next(iter(session_with_takes.film.shots))
    session_with_takes.playhead.seek(first.duration + 2)
    actions["viewer.onion"].trigger()
    assert isinstance(viewer.screen_.look, Onion)
    qtbot.waitUntil(lambda: viewer.screen_.lit is not None and len(viewer.screen_.lit.layers) == 2)
    session_with_takes.playhead.seek(0)
    qtbot.waitUntil(lambda: isinstance(viewer.screen_.look, Plain))  # nothing is before the first shot


def test_sounds_that_are_not_decoded_are_asked_for_once(
    qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session
) -> None:
    asked: list[tuple[str, str]] = []
    viewer.sound_wanted.connect(lambda source, digest: asked.append((source, digest)))
    footage = Footage(path="footage/rain.wav", digest="a" * 64, rate=Fraction(24), frames=48)
    track = Track(id="s", kind="sound", items=(Clip(id="x", footage=footage, frames=24),))
    cut = session_with_takes.film.cuts[0].id
    session_with_takes.edit("Lay", lambda film: add_track(film, cut, track))
    qtbot.waitUntil(lambda: bool(asked))
    session_with_takes.undo.undo()
    session_with_takes.undo.redo()
    qtbot.wait(20)
    assert asked == [("footage/rain.wav", "a" * 64)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [("00:00:02:00", 48), ("30", 30), ("+12", 22), ("-4", 6), ("ten", None), ("00:00:00:24", None)],
)
def test_a_timecode_may_be_typed(text: str, frame: int | None) -> None:
    assert frame_of(text, 10, Fraction(24)) == frame


def test_a_film_that_starts_at_one_hour_says_so() -> None:
    assert label(48, Fraction(24), 86_400) == "01:00:02:00"
    assert frame_of("01:00:02:00", 0, Fraction(24), 86_400) == 48
    assert label(5, Fraction(7, 3)) == "5"


def test_a_take_that_speaks_is_heard_in_take_mode(
    qtbot: QtBot, viewer: ViewerPanel, session_with_takes: Session
) -> None:
    asked: list[str] = []
    viewer.sound_wanted.connect(lambda source, digest: asked.append(digest))
    shot = next(iter(session_with_takes.film.shots))
    clip = shot.takes[0].with_(id="clip", recipe=Recipe(engine="import", origin="imported"), digest="b" * 64)
    session_with_takes.edit("Import", lambda film: add_take(film, shot.id, clip))
    viewer.show_take("clip")
    assert asked == ["b" * 64]


def test_spoken_lines_stand_over_the_picture(
    viewer: ViewerPanel, actions: Actions, session_with_takes: Session
) -> None:
    shots = list(session_with_takes.film.shots)
    actions["viewer.captions"].trigger()
    session_with_takes.playhead.seek(shots[0].duration + shots[1].lines[0].start + 2)
    assert viewer.screen_._caption == shots[1].lines[0].text
    session_with_takes.playhead.seek(0)
    assert viewer.screen_._caption == ""


def test_a_new_shot_is_gone_to_as_soon_as_it_is_in_the_cut(
    qtbot: QtBot, session_with_takes: Session, actions: Actions
) -> None:
    panel = ViewerPanel(session_with_takes, actions, name="board", leads=False, speakers=lambda: None)
    qtbot.addWidget(panel)
    panel.show()
    length = session_with_takes.film.cuts[0].frames
    scene = session_with_takes.film.scenes[-1]
    shots.add(session_with_takes, scene.id)
    assert session_with_takes.film.cuts[0].frames > length
    qtbot.waitUntil(lambda: session_with_takes.playhead.frame == length)
    panel.close_film()
