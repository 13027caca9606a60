"""What is dropped into the cut: shots, takes, transitions, music."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from app.actions import Actions
from app.commands.cuts import start_of
from app.state.session import Session
from app.timeline.drops import SHOTS, dropped, mime_of, mime_of_style
from app.timeline.panel import TimelinePanel
from engine.film.cuts import Clip, Footage, Transition
from engine.film.rows import row_of

Room = Any
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


def drop(view: Any, mime: QMimeData, point: Any, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
    over = QDragMoveEvent(point, COPY, mime, LEFT, keys)
    view.dragMoveEvent(over)
    event = QDropEvent(QPointF(point), COPY, mime, LEFT, keys)
    view.dropEvent(event)
    return event.isAccepted()


def test_a_card_dropped_stands_over_what_is_there(room: Room) -> None:
    first = room.clips()[0]
    at = room.placed()[2][0]
    assert drop(room.view, mime_of([first.shot]), room.at(at))
    assert room.clips()[2].shot == first.shot
    assert room.session.undo.count() == 1


def test_with_ctrl_it_comes_in_between(room: Room) -> None:
    total, first = room.cut.frames, room.clips()[0]
    at = room.placed()[2][0]
    assert drop(room.view, mime_of([first.shot]), room.at(at + 3), Qt.KeyboardModifier.ControlModifier)
    assert room.clips()[2].shot == first.shot
    assert room.cut.frames == total + first.frames


def test_a_take_from_its_strip_is_pinned(room: Room) -> None:
    shot = list(room.session.film.shots)[1]
    assert drop(room.view, mime_of([shot.id], shot.takes[0].id), room.at(room.cut.frames))
    assert room.clips()[-1].take == shot.takes[0].id


def test_a_transition_lands_on_the_nearest_edit(room: Room) -> None:
    assert drop(room.view, mime_of_style("wipe"), room.at(room.placed()[1][0] + 8))
    (join,) = [item for item in room.cut.tracks[0].items if isinstance(item, Transition)]
    assert join.style == "wipe"


def test_what_is_no_film_matter_is_left_to_others(room: Room) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/letter.pdf")])
    assert dropped(mime) is None
    assert not drop(room.view, mime, room.at(10))
    body = json.loads(bytes(mime_of(["a"]).data(SHOTS).data()))
    assert body == {"shots": ["a"]}


class FakeDesk(QObject):
    """Copies nothing, and answers when it is told to."""

    sound_ready = Signal(str)
    footage_ready = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Path, object]] = []
        self.sounds: list[str] = []

    def import_footage(self, path: Path, token: object) -> None:
        self.asked.append((path, token))

    def want_sound(self, source: str, digest: str) -> None:
        self.sounds.append(source)


def test_music_dropped_lands_on_a_track_of_its_own(session: Session, qtbot: Any) -> None:
    desk = FakeDesk()
    panel = TimelinePanel(session, Actions(), None, desk)
    qtbot.addWidget(panel)
    panel.resize(1200, 400)
    panel.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/music/night.wav")])
    point = QPointF(panel.view.scale.x(24), 60).toPoint()
    assert drop(panel.view, mime, point)
    ((path, token),) = desk.asked
    assert path == Path("/music/night.wav")
    desk.footage_ready.emit(token, Footage(path="footage/n.wav", digest="c" * 64, rate=Fraction(24), frames=100))
    track = session.film.cuts[0].tracks[1]
    assert (track.kind, track.in_step) == ("sound", False)
    assert [(item.frames, item.footage.path) for item in track.items if isinstance(item, Clip) and item.footage] == [
        (100, "footage/n.wav")
    ]
    panel.waves.settle()
    qtbot.waitUntil(lambda: desk.sounds == ["footage/n.wav"])


def test_a_shots_own_sound_is_in_step_and_music_never_lands_beside_it(session: Session, qtbot: Any) -> None:
    desk = FakeDesk()
    panel = TimelinePanel(session, Actions(), None, desk)
    qtbot.addWidget(panel)
    assert panel.footage is not None
    second = list(session.film.shots)[1]
    panel.footage.bring([Path("/sounds/slam.wav")], "", 999, shot=second.id)
    panel.footage.bring([Path("/music/night.wav")], "", 60)
    for _, token in desk.asked:
        desk.footage_ready.emit(token, Footage(path="footage/n.wav", digest="c" * 64, rate=Fraction(24), frames=20))
    assert [(track.kind, track.in_step, len(track.items)) for track in session.film.cuts[0].tracks[1:]] == [
        ("sound", True, 2),  # a gap up to it
        ("sound", False, 2),
    ]
    (_, at, _) = list(row_of(session.film.cuts[0].tracks[1]).placed())[-1]
    assert at == start_of(session.film.cuts[0], second.id)


def test_what_comes_in_over_the_ruler_is_not_turned_away(room: Room) -> None:
    """Who is turned away on coming in is never asked again over the clips: that was so in every real window."""
    for mime, welcome in ((mime_of_style("dissolve"), True), (QMimeData(), False)):
        event = QDragEnterEvent(QPoint(200, 4), COPY, mime, LEFT, Qt.KeyboardModifier.NoModifier)
        room.view.dragEnterEvent(event)
        assert event.isAccepted() == welcome
