"""The cast room: what is typed, dropped, picked and asked for reaches the film."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app import words
from app.actions import Actions
from app.cast.capture import FrameSheet
from app.cast.cropping import CropSheet
from app.cast.reference_sheet import SIDE
from app.cast.room import CastRoom
from app.cast.shot_shelf import ShotShelf
from app.commands import cast
from app.overlays import covered
from app.problems import Problem
from app.state.session import Session
from app.state.stills import Stills
from engine.film.cast import Reference, Subject
from engine.film.document import Film

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot: QtBot, session: Session, actions: Actions) -> Iterator[CastRoom]:
    made = CastRoom(session, actions)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    yield made
    made.prints.close()


def _mira(session: Session) -> Subject:
    return session.film.cast[0]


def _field(room: CastRoom, name: str) -> QLineEdit:
    return next(field for field in room.findChildren(QLineEdit) if field.accessibleName() == name)


def _button(room: CastRoom, text: str) -> QPushButton:
    return next(b for b in room.window().findChildren(QPushButton) if b.text() == text and b.isVisible())


def _picture(tmp_path: Path, name: str = "coat.png", colour: str = "#b5523b") -> Path:
    made = QImage(160, 120, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    made.save(str(tmp_path / name))
    return tmp_path / name


def _references(session: Session) -> tuple[Reference, ...]:
    return _mira(session).looks[0].references


def test_the_first_of_the_cast_is_on_the_page(room: CastRoom, session: Session) -> None:
    assert room.chosen == _mira(session).id
    assert _field(room, "Name").text() == "MIRA"


def test_names_are_typed(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    name = _field(room, "Name")
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "IRIS")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert _mira(session).name == "IRIS"
    aliases = _field(room, "Other names, with commas between")
    assert aliases.text() == "MIRA"
    aliases.setFocus()
    aliases.setText("MIRA，the ferry girl、小米")
    qtbot.keyClick(aliases, Qt.Key.Key_Return)
    assert _mira(session).aliases == ("MIRA", "the ferry girl", "小米")
    session.undo.undo()
    session.undo.undo()
    assert _mira(session).name == "MIRA"


def test_an_empty_name_is_refused_in_one_sentence(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    name = _field(room, "Name")
    name.setFocus()
    name.clear()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert len(said) == 1
    assert name.text() == "MIRA"


def test_dropped_pictures_become_references(qtbot: QtBot, room: CastRoom, session: Session, tmp_path: Path) -> None:
    mime = QMimeData()
    files = [_picture(tmp_path), _picture(tmp_path, "face.png", "#c9973f")]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    drop = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    room.page.card.sheet.dropEvent(drop)
    qtbot.waitUntil(lambda: len(_references(session)) == 2)
    assert session.undo.count() == 1
    room.page.card.sheet.put_first.emit(_references(session)[1].digest)
    room.page.card.sheet.removed.emit(_references(session)[1].digest)
    assert [Path(r.path).name.startswith("MIRA-") for r in _references(session)] == [True]


def test_what_is_no_picture_is_told(qtbot: QtBot, room: CastRoom, session: Session, tmp_path: Path) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    (tmp_path / "notes.txt").write_text("words")
    room.page.bring([tmp_path / "notes.txt"])
    qtbot.waitUntil(lambda: bool(said))
    assert _references(session) == ()


def test_paste_and_the_palette_from_references(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    picture = QImage(160, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("#b03028"))
    QGuiApplication.clipboard().setImage(picture)
    room.page.paste()
    qtbot.waitUntil(lambda: len(_references(session)) == 1)
    room.page.card.take_palette()
    qtbot.waitUntil(lambda: bool(_mira(session).looks[0].palette))
    assert QColor(_mira(session).looks[0].palette[0]).red() > 150
    room.page.card.sheet.take_dropper(True)
    session.undo.undo()
    qtbot.mouseClick(room.page.card.sheet, LEFT, pos=QPoint(SIDE // 2, SIDE // 2))
    assert _mira(session).looks[0].palette == ("#b03028",)


def test_looks_are_added_named_worn_and_removed(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    card = room.page.card
    card.add_look()
    assert card.look == "New look"
    name = _field(room, "Name of the look")
    name.setText("rain coat")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert [look.name for look in _mira(session).looks] == ["default", "rain coat"]
    assert card.look == "rain coat"
    card.wear("default")
    assert name.text() == "Everyday"
    session.undo.undo()
    session.undo.undo()
    assert [look.name for look in _mira(session).looks] == ["default"]


def test_a_look_that_is_called_default_stays_default_when_the_field_is_left(
    qtbot: QtBot, room: CastRoom, session: Session
) -> None:
    qtbot.keyClick(_field(room, "Name of the look"), Qt.Key.Key_Return)
    assert _mira(session).looks[0].name == "default"
    assert session.undo.count() == 0


def test_a_slate_leads_to_its_shot(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    shots = cast.appearances(session.film, _mira(session).id)
    (shelf,) = room.findChildren(ShotShelf)
    assert shelf.shots == shots
    with qtbot.waitSignal(room.shot_wanted) as came:
        qtbot.mouseClick(shelf, LEFT, pos=shelf.box(1).center())
    assert came.args == [shots[1].id]
    assert session.selection == (shots[1].id,)


def test_keys_begin_at_the_first_slate_and_it_is_marked(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    shots = cast.appearances(session.film, _mira(session).id)
    (shelf,) = room.findChildren(ShotShelf)
    room.activateWindow()
    before = shelf.grab().toImage()
    shelf.setFocus()
    qtbot.waitUntil(shelf.hasFocus)
    assert shelf.grab().toImage() != before
    with qtbot.waitSignal(room.shot_wanted) as came:
        qtbot.keyClick(shelf, Qt.Key.Key_Return)
    assert came.args == [shots[0].id]


def test_removing_asks_where_it_is_used(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    mira = _mira(session).id
    room.ask_to_remove(mira)
    assert covered(room) is not None
    qtbot.mouseClick(_button(room, "Keep"), LEFT)
    assert _mira(session).id == mira
    room.ask_to_remove(mira)
    qtbot.mouseClick(_button(room, "Remove everywhere"), LEFT)
    assert _mira(session).name == "TOM"
    assert room.chosen == _mira(session).id
    session.undo.undo()
    assert _mira(session).id == mira


def test_what_nobody_uses_goes_without_a_question(room: CastRoom, session: Session) -> None:
    room.add_prop()
    made = room.chosen
    room.ask_to_remove(made)
    assert covered(room) is None
    assert cast.entry_of(session.film, made) is None


def test_two_are_merged_by_choice(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    room.ask_to_merge(_mira(session).id)
    qtbot.mouseClick(_button(room, "TOM"), LEFT)
    assert "TOM" in _mira(session).aliases
    assert all(subject.name != "TOM" for subject in session.film.cast)


def test_an_empty_film_says_how_to_begin(qtbot: QtBot, room: CastRoom, session: Session) -> None:
    session.edit("Empty", lambda film: Film(title=film.title))
    assert room.chosen == ""
    qtbot.mouseClick(_button(room, "Add subject"), LEFT)
    assert [subject.name for subject in session.film.cast] == ["New subject"]
    assert room.chosen == session.film.cast[0].id


def test_a_place_is_inside_or_outside(room: CastRoom, session: Session) -> None:
    place = session.film.places[0]
    room.look_at(place.id)
    room.page._inside.setCurrentIndex(1)
    room.page._inside.activated.emit(1)
    assert session.film.places[0].interior is True


def test_a_frame_of_a_take_becomes_a_reference(qtbot: QtBot, session_with_takes: Session, actions: Actions) -> None:
    session = session_with_takes
    stills = Stills(session)
    room = CastRoom(session, actions, stills)
    qtbot.addWidget(room)
    room.resize(1200, 900)
    room.show()
    room.page.ask_for_frame()
    sheet = covered(room)
    assert sheet is not None
    (shown,) = sheet.sheet.findChildren(FrameSheet)
    qtbot.mouseClick(shown, LEFT, pos=QPoint(200, 50))
    (part,) = room.findChildren(CropSheet)
    assert part.accessibleName() == "What of it?"
    qtbot.mouseClick(part.take_button, LEFT)
    qtbot.waitUntil(lambda: len(_references(session)) == 1, timeout=20000)
    kept = QImage(str(session.folder / _references(session)[0].path))
    assert (kept.width(), kept.height()) == (320, 180)
    _cut_a_quarter_out(qtbot, room, stills)
    qtbot.waitUntil(lambda: len(_references(session)) == 2, timeout=20000)
    part_of_it = QImage(str(session.folder / _references(session)[1].path))
    assert abs(part_of_it.width() - 160) <= 1
    assert abs(part_of_it.height() - 90) <= 1
    stills.close()
    room.prints.close()


def _cut_a_quarter_out(qtbot: QtBot, room: CastRoom, stills: Stills) -> None:
    room.page.ask_for_frame()
    qtbot.mouseClick(next(s for s in room.findChildren(FrameSheet) if s.isVisible()), LEFT, pos=QPoint(200, 50))
    part = next(s for s in room.findChildren(CropSheet) if s.isVisible())
    part.frames.setValue(3)
    view = part.view
    assert view.number == 3
    qtbot.mousePress(view, LEFT, pos=QPoint(1, 1))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(view.width() // 2, view.height() // 2))
    qtbot.waitUntil(part.frames.hasFocus)
    qtbot.keyClick(part.frames, Qt.Key.Key_Return)


def test_a_frame_of_a_tall_film_fits_the_window(qtbot: QtBot, session_with_takes: Session) -> None:
    stills = Stills(session_with_takes)
    take = next(shot.chosen for shot in session_with_takes.film.shots if shot.chosen)
    sizes = []
    for aspect in (16 / 9, 9 / 16):
        part = CropSheet(take, 0, stills, aspect)
        qtbot.addWidget(part)
        sizes.append((part.view.width(), part.view.height()))
        assert part.sizeHint().height() < 640
    stills.close()
    assert sizes == [(760, 428), (241, 428)]


def test_it_speaks_chinese_at_once(room: CastRoom, session: Session) -> None:
    words.speak("zh")
    assert _field(room, "名字").text() == "MIRA"
    assert room.page.card._name.text() == "日常"


def test_a_room_nobody_looks_at_catches_up_when_it_is_entered(room: CastRoom, session: Session) -> None:
    room.hide()
    mira = _mira(session).id
    cast.rename(session, mira, "IRIS")
    assert _field(room, "Name").text() == "MIRA"
    room.show()
    assert _field(room, "Name").text() == "IRIS"
    room.hide()
    cast.remove(session, mira)
    room.show()
    assert room.chosen == session.film.cast[0].id
