"""The inspector: what it shows of one shot and of several, and that each change is one undo step for all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app import words
from app.board.inspector.chips import Chip, ChipFace, Chips
from app.board.inspector.inspected import Inspected, inspected
from app.board.inspector.making import reckoned
from app.board.inspector.panel import InspectorPanel
from app.board.inspector.section import Section
from app.board.inspector.tabbing import stops
from app.commands import company, shots
from app.problems import Problem
from app.state.engines import manifests
from app.state.session import Session
from app.state.stills import Stills
from engine.assets import assets_folder
from engine.film.board import edit_shot
from engine.film.cast import Look, Reference
from engine.film.casting import add_look
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Panel, Rendering, Scene, Shot
from engine.script.timing import line_frames

Key = Qt.Key
# The screenless plug-in has no popups to raise or to grab keys with, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def inspector(session: Session, stills: Stills, qtbot: QtBot) -> InspectorPanel:
    made = InspectorPanel(session, stills)
    qtbot.addWidget(made)
    made.resize(360, 1400)
    made.show()
    qtbot.waitExposed(made)
    return made


def ids(session: Session) -> list[str]:
    return [shot.id for shot in session.film.shots]


def hand(session: Session) -> Shot:
    assert session.shot is not None
    return session.shot


def test_typing_in_one_go_is_one_step_and_a_pause_begins_another(inspector: InspectorPanel, session: Session) -> None:
    session.select([ids(session)[0]])
    before = session.undo.count()
    field = inspector.action.field
    field.select_all_text()
    QTest.keyClicks(field, "Fog")
    field.tell()
    QTest.keyClicks(field, " rolls in.")
    field.tell()
    assert hand(session).action == "Fog rolls in."
    assert session.undo.count() == before + 1
    field.end_burst()
    QTest.keyClicks(field, " Bells.")
    field.tell()
    assert session.undo.count() == before + 2
    session.undo.undo()
    assert field.toPlainText() == "Fog rolls in."
    session.undo.undo()
    assert hand(session).action == "A ferry crosses the river."


def test_what_is_typed_is_told_a_moment_later_and_before_another_shot_comes(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    first, second = ids(session)[:2]
    session.select([first])
    QTest.keyClicks(inspector.action.field, "One. ")
    qtbot.waitUntil(lambda: "One." in session.film.shot(first).action)
    QTest.keyClicks(inspector.action.field, "Two. ")
    session.select([second])
    assert "Two." in session.film.shot(first).action
    assert "Two." not in session.film.shot(second).action
    assert inspector.action.field.toPlainText() == session.film.shot(second).action


def test_undo_in_a_field_is_the_films(inspector: InspectorPanel, session: Session) -> None:
    session.select([ids(session)[0]])
    field = inspector.action.field
    field.setFocus()
    QTest.keyClicks(field, "Now ")
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.toPlainText().startswith("Now ")  # the field does not undo by itself
    session.undo.undo()
    assert field.toPlainText() == "A ferry crosses the river."


def test_several_shots_are_edited_as_one_step(inspector: InspectorPanel, session: Session) -> None:
    session.select(ids(session)[:3])
    assert inspector.action.field.toPlainText() == ""
    before = session.undo.count()
    inspector.camera.size_picker.picked.emit(Size.CLOSE)
    inspector.camera.move_picker.picked.emit(Move.PUSH_IN)
    assert [shot.setup.size for shot in session.film.shots][:3] == [Size.CLOSE] * 3
    assert [shot.setup.move for shot in session.film.shots][:3] == [Move.PUSH_IN] * 3
    assert session.undo.count() == before + 2
    inspector.duration.field.setText("60f")
    inspector.duration.field.setModified(True)
    inspector.duration.field.editingFinished.emit()
    assert [shot.duration for shot in session.film.shots][:3] == [60] * 3
    session.undo.undo()
    assert len({shot.duration for shot in session.film.shots}) > 1


def test_a_duration_that_is_none_is_one_sentence_and_changes_nothing(
    inspector: InspectorPanel, session: Session
) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    before = session.film
    QTest.keyClicks(inspector.duration.field, "soon")
    QTest.keyClick(inspector.duration.field, Key.Key_Return)
    assert session.film is before
    assert len(said) == 1
    assert "soon" not in inspector.duration.field.text()


def test_an_untouched_cut_follows_a_duration(inspector: InspectorPanel, session: Session) -> None:
    session.select([ids(session)[0]])
    inspector.duration.field.setText("10s")
    inspector.duration.field.setModified(True)
    inspector.duration.field.editingFinished.emit()
    assert session.film.cuts[0].frames == sum(shot.duration for shot in session.film.shots)


def test_lenses_are_picked_or_typed(inspector: InspectorPanel, session: Session) -> None:
    lens = inspector.camera.lens
    lens.setEditText("50mm")
    lens.lineEdit().editingFinished.emit()
    assert hand(session).setup.lens == 50
    lens.setEditText("3")
    lens.lineEdit().editingFinished.emit()
    assert hand(session).setup.lens == 8
    lens.setCurrentIndex(0)
    lens.activated.emit(0)
    assert hand(session).setup.lens is None


def test_somebody_is_added_by_name_and_a_new_name_joins_the_film(inspector: InspectorPanel, session: Session) -> None:
    session.select(ids(session)[:2])
    field = inspector.cast.chips.field
    for name in ("tom", "阿梅"):
        QTest.keyClicks(field, name) if name.isascii() else field.setText(name)
        QTest.keyClick(field, Key.Key_Return)
    names = {subject.id: subject.name for subject in session.film.cast}
    for shot in list(session.film.shots)[:2]:
        assert {"TOM", "阿梅"} <= {names[casting.subject] for casting in shot.cast}
    session.undo.undo()
    assert all(subject.name != "阿梅" for subject in session.film.cast)


def test_looks_are_chosen_on_the_chip(inspector: InspectorPanel, session: Session) -> None:
    mira = next(subject for subject in session.film.cast if subject.name == "MIRA")
    session.edit("Look", lambda film: add_look(film, mira.id, Look(name="wet")))
    session.select([ids(session)[1]])
    assert inspector.cast.chips.shown[0].choices == (mira.looks[0].name, "wet")
    inspector.cast.chips.chosen.emit(mira.id, "wet")
    assert hand(session).cast[0].look == "wet"
    assert inspector.cast.chips.shown[0].detail == "wet"
    inspector.cast.chips.chosen.emit(mira.id, mira.looks[0].name)
    assert hand(session).cast[0].look is None


def test_who_is_only_in_some_of_the_shots_is_shown_as_such(inspector: InspectorPanel, session: Session) -> None:
    session.select(ids(session)[:2])
    chips = {chip.name: chip.every for chip in inspector.cast.chips.shown}
    assert chips["MIRA"] is False
    inspector.cast.chips.removed.emit(next(c.id for c in inspector.cast.chips.shown if c.name == "MIRA"))
    assert all(chip.name != "MIRA" for chip in inspector.cast.chips.shown)


def test_props_come_and_go(inspector: InspectorPanel, session: Session) -> None:
    QTest.keyClicks(inspector.props.chips.field, "lantern")
    QTest.keyClick(inspector.props.chips.field, Key.Key_Return)
    assert [prop.name for prop in session.film.props if prop.id in hand(session).props] == ["lantern"]
    QTest.keyClick(inspector.props.chips.field, Key.Key_Backspace)
    assert hand(session).props == ()
    assert isinstance(inspector.props.chips.shown, tuple)
    assert Chip("a", "b").every


def test_the_place_is_the_scenes_and_a_new_name_is_a_new_place(inspector: InspectorPanel, session: Session) -> None:
    place = inspector.setting.place
    place.selectAll()
    QTest.keyClicks(place, "Harbour")
    QTest.keyClick(place, Key.Key_Return)
    scene = session.film.scenes[0]
    assert scene.place is not None
    assert session.film.place(scene.place).name == "Harbour"
    inspector.setting.weather.setCurrentIndex(inspector.setting.weather.findData("fog"))
    inspector.setting.weather.activated.emit(0)
    assert session.film.scenes[0].weather == "fog"


def test_lines_are_added_written_and_taken_away(inspector: InspectorPanel, session: Session) -> None:
    session.select([ids(session)[2]])
    inspector.lines.add_button.click()
    row = inspector.lines.rows[0]
    assert row.words.hasFocus() or row.words.isVisible()
    QTest.keyClicks(row.words, "There is the light.")
    row.words.tell()
    (line,) = hand(session).lines
    assert line.text == "There is the light."
    assert line.frames == line_frames(line.text, session.film.rate)
    assert session.film.subject(line.speaker).name == "MIRA"
    row.start.setText("-0.5s")
    row.start.setModified(True)
    row.start.editingFinished.emit()
    row.voice_over.click()
    assert hand(session).lines[0].start == -12
    assert hand(session).lines[0].voice_over
    session.select(ids(session)[1:3])
    assert inspector.lines.rows == []
    assert not inspector.lines.add_button.isVisible()


def test_a_first_frame_is_pasted_shown_and_removed(inspector: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    picture = QImage(64, 36, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(picture)
    well = inspector.frames.first
    QTest.keySequence(well, QKeySequence(QKeySequence.StandardKey.Paste))
    qtbot.waitUntil(lambda: hand(session).first_frame is not None)
    kept = hand(session).first_frame
    assert kept is not None
    assert QImage(str(session.folder / kept.path)).size() == picture.size()
    assert well.filled
    QTest.keyClick(well, Key.Key_Delete)
    assert hand(session).first_frame is None


def test_a_file_becomes_the_last_frame(
    inspector: InspectorPanel, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "end.png"
    QImage(32, 18, QImage.Format.Format_RGB32).save(str(file))
    inspector.frames.put("last", file)
    qtbot.waitUntil(lambda: hand(session).last_frame is not None)
    with qtbot.waitSignal(inspector.neighbour_wanted) as wanted:
        inspector.frames.neighbour_wanted.emit("first")
    assert wanted.args == [session.shot_id, "first"]


def test_engine_and_seed(inspector: InspectorPanel, session: Session) -> None:
    making = inspector.making
    making.engine.setCurrentIndex(making.engine.findData("draft"))
    making.engine.activated.emit(0)
    assert hand(session).engine == "draft"
    QTest.keyClicks(making.seed, "77")
    QTest.keyClick(making.seed, Key.Key_Return)
    assert hand(session).seed == 77
    making.seed.clear()
    making.seed.setModified(True)
    making.seed.editingFinished.emit()
    assert hand(session).seed is None


def test_what_the_engine_cannot_do_is_marked_where_it_is_asked(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    shot = ids(session)[0]
    frame = Reference(path="panels/x.png", digest="0" * 64)
    session.edit("Frame", lambda film: film.with_(scenes=(with_frame(film.scenes[0], frame), *film.scenes[1:])))
    assert reckoned(session.film, session.film.shot(shot)).unmet == ("a last frame",)
    session.select([shot])
    qtbot.waitUntil(lambda: bool(inspector.making.unmet.text()))
    assert "a last frame" in inspector.making.unmet.text()
    assert manifests()["animatic"].title in inspector.making.unmet.text()
    assert inspector.frames.warning.isVisible()
    assert not inspector.cast.warning.isVisible()
    inspector.frames.last.emptied.emit()
    qtbot.waitUntil(lambda: not inspector.making.unmet.text())


def with_frame(scene: Scene, frame: Reference) -> Scene:
    return scene.with_(shots=(scene.shots[0].with_(last_frame=frame), *scene.shots[1:]))


def test_how_a_model_draws_is_asked_only_where_a_model_draws(inspector: InspectorPanel, session: Session) -> None:
    first, second = ids(session)[:2]
    session.select([first])
    assert inspector.wishes.isHidden()
    session.edit("Engine", lambda film: edit_shot(film, first, engine="wan2.2-ti2v-5b"))
    assert inspector.wishes.isVisible()
    wishes = inspector.wishes.fields
    assert wishes["control"].isHidden()
    before = session.undo.count()
    for field, value in (("finish", "draft"), ("between", "blend"), ("overlong", "stretch")):
        wishes[field].setCurrentIndex(wishes[field].findData(value))
        wishes[field].activated.emit(0)
    assert hand(session).rendering == Rendering(finish="draft", between="blend", overlong="stretch")
    assert session.undo.count() == before + 3
    session.undo.undo()
    assert wishes["overlong"].currentData() == ""
    session.select([first, second])
    assert inspector.wishes.isHidden()


def test_a_model_that_follows_blocking_can_be_led(inspector: InspectorPanel, session: Session) -> None:
    first, second = ids(session)[:2]
    session.select([first, second])
    for shot in (first, second):
        session.edit("Engine", lambda film, shot=shot: edit_shot(film, shot, engine="wan2.1-vace-1.3b"))
    control = inspector.wishes.fields["control"]
    assert control.isVisible()
    control.setCurrentIndex(control.findData("pose"))
    control.activated.emit(0)
    assert [session.film.shot(shot).rendering.control for shot in (first, second)] == ["pose", "pose"]
    session.edit("Depth", lambda film: edit_shot(film, first, rendering=Rendering(control="depth")))
    assert control.currentIndex() == -1


def test_an_engine_that_is_not_here_says_so_before_it_is_asked(
    inspector: InspectorPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    first = ids(session)[0]
    session.select([first])
    session.edit("Engine", lambda film: edit_shot(film, first, engine="wan2.1-flf2v-14b"))
    making = inspector.making
    qtbot.waitUntil(lambda: "not on this machine" in making.unmet.text())
    assert "needs a first frame" in making.unmet.text()
    listed = {making.engine.itemData(at): making.engine.itemText(at) for at in range(making.engine.count())}
    assert listed["wan2.1-flf2v-14b"].endswith("(not ready)")
    assert listed["animatic"] == manifests()["animatic"].title
    assert making.engine.currentData() == "wan2.1-flf2v-14b"


def test_a_model_of_ones_own_is_in_the_list_without_opening_the_editor_again(
    inspector: InspectorPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    session.select([ids(session)[0]])
    engines = inspector.making.engine
    assert engines.findData("my-wan") == -1
    told = json.loads((assets_folder() / "models" / "wan2.1-t2v-1.3b.json").read_text(encoding="utf-8"))
    own = tmp_path / "shelf" / "manifests"
    own.mkdir(parents=True)
    told |= {"id": "my-wan", "engine": "my-wan", "title": "My Wan"}
    (own / "my-wan.json").write_text(json.dumps(told), encoding="utf-8")
    inspector.hide()
    inspector.show()
    qtbot.waitUntil(lambda: engines.itemText(engines.findData("my-wan")) == "My Wan (not ready)")
    ready = [engines.itemData(at) for at in range(engines.count()) if "(not ready)" not in engines.itemText(at)]
    assert ready == [engines.itemData(at) for at in range(len(ready))]  # they stand first


def test_the_wheel_changes_no_field_on_its_way(inspector: InspectorPanel, session: Session) -> None:
    inspector.resize(360, 300)
    session.select([ids(session)[0]])
    inspector.lines.add()  # its speaker is a field that came later
    before = session.film
    for field in (inspector.camera.lens, inspector.lines.rows[-1].speaker):
        place, shown = QPointF(field.rect().center()), field.currentIndex()
        down = QWheelEvent(
            place, field.mapToGlobal(place), QPoint(0, -120), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, down)
        assert (session.film, field.currentIndex()) == (before, shown)
        assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus  # and no focus either


def test_a_click_on_a_panel_opens_that_panel(inspector: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    first = ids(session)[0]
    panels = (Panel(id="p1"), Panel(id="p2", start=12))
    session.select([first])
    session.edit("Panels", lambda film: edit_shot(film, first, panels=panels))
    strip = inspector.panels.strip
    with qtbot.waitSignal(inspector.panel_wanted) as heard:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(130, 20))
    assert heard.args == [first, "p2"]
    with qtbot.assertNotEmitted(inspector.panel_wanted):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(320, 20))


def test_pictures_that_arrive_are_shown_where_they_belong(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    picture = QImage(64, 36, QImage.Format.Format_RGB32)
    for name, color in (("first", "#40a060"), ("last", "#a04060"), ("panel", "#4060a0")):
        picture.fill(QColor(color))
        picture.save(str(session.folder / f"{name}.png"))
    first = ids(session)[0]
    frames = {
        f"{end}_frame": Reference(path=f"{end}.png", digest=f"{at}" * 64) for at, end in enumerate(("first", "last"))
    }
    panel = Panel(id="p", picture=Reference(path="panel.png", digest="2" * 64))
    session.edit("Pictures", lambda film: edit_shot(film, first, panels=(panel,), **frames))
    session.select([first])

    def seen(widget: QWidget) -> QColor:
        return widget.grab().toImage().pixelColor(30, 20)

    shown = inspector.frames
    qtbot.waitUntil(lambda: (seen(shown.first), seen(shown.last)) == (QColor("#40a060"), QColor("#a04060")))
    qtbot.waitUntil(lambda: seen(inspector.panels.strip) == QColor("#4060a0"))


def test_a_chip_shows_one_name_after_the_other_and_nothing_of_the_last_is_left() -> None:
    chips = Chips("Add somebody", "Add somebody to the shot")
    mira, otto = Chip("m", "MIRA", "wet", ("dry", "wet")), Chip("o", "OTTO", every=False)
    chips.show_chips([mira, otto], [])
    faces = chips.findChildren(ChipFace)
    buttons = [face.findChildren(QToolButton)[0] for face in faces]
    assert [(each.text(), each.menu() is not None, each.isEnabled()) for each in buttons] == [
        ("MIRA · wet", True, True),
        ("OTTO", False, False),
    ]
    chips.show_chips([otto], [])
    assert [face.isHidden() for face in faces] == [False, True]
    assert (buttons[0].text(), buttons[0].menu(), buttons[0].isEnabled()) == ("OTTO", None, False)
    chips.show_chips([mira, otto], [])
    assert chips.findChildren(ChipFace) == faces
    heard: list[str] = []
    chips.removed.connect(heard.append)
    for face in faces:
        face.findChildren(QToolButton)[1].click()
    assert heard == ["m", "o"]


def test_a_chip_leads_to_the_cast_room(inspector: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    first = ids(session)[0]
    session.select([first])
    chip = inspector.cast.chips.shown[0]
    face = next(each for each in inspector.cast.chips.findChildren(QToolButton) if each.text() == chip.name)
    with qtbot.waitSignal(inspector.cast_wanted) as heard:
        face.click()
    assert heard.args == [chip.id]
    for name in ("Rain coat", "Uniform"):
        session.edit("Look", lambda film, name=name: add_look(film, chip.id, Look(name=name)))
    menu = next(each.menu() for each in inspector.cast.chips.findChildren(QToolButton) if each.menu() is not None)
    assert menu is not None
    with qtbot.waitSignal(inspector.cast_wanted) as heard:
        menu.actions()[-1].trigger()
    assert heard.args == [chip.id]


def test_a_shot_has_weather_of_its_own_and_goes_on_from_another(inspector: InspectorPanel, session: Session) -> None:
    scene = session.film.scenes[0]
    first, second = scene.shots[0].id, scene.shots[1].id
    session.select([second])
    part = inspector.continuity
    assert [part.follows.itemData(at) for at in range(part.follows.count())] == ["", first]
    part.follows.setCurrentIndex(1)
    part.follows.activated.emit(1)
    part.weather.setCurrentIndex(part.weather.findData("snow"))
    part.weather.activated.emit(0)
    assert (hand(session).follows, hand(session).weather) == (first, "snow")
    assert session.film.scenes[0].weather == scene.weather
    session.undo.undo()
    assert part.weather.currentText() == "As in the scene"
    part.follows.setCurrentIndex(0)
    part.follows.activated.emit(0)
    assert hand(session).follows is None
    session.select([first])
    assert part.follows.count() == 1


def test_with_no_shot_it_says_what_to_do(inspector: InspectorPanel, session: Session) -> None:
    session.edit("Empty", lambda film: film.with_(scenes=(), cuts=()))
    assert inspector.shown is None
    assert not inspector.action.field.isVisible()


def test_the_names_follow_the_language(inspector: InspectorPanel, session: Session) -> None:
    session.select([ids(session)[0]])
    english = inspector.camera.size_picker.accessibleName()
    words.speak("zh")
    assert "远景" in inspector.camera.size_picker.accessibleName()
    assert english != inspector.camera.size_picker.accessibleName()
    assert "帧" in inspector.duration.exact.text()


def test_pickers_are_walked_and_picked_with_the_keys(inspector: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    session.select([ids(session)[0]])
    picker = inspector.camera.angle_picker
    QTest.keyClick(picker, Key.Key_Down)
    assert hand(session).setup.angle is Angle.HIGH
    picker.open()
    assert picker.sheet is not None
    grid = picker.sheet.grid
    QTest.keyClick(grid, Key.Key_Right)
    QTest.keyClick(grid, Key.Key_Return)
    assert hand(session).setup.angle is Angle.LOW


def test_tab_goes_from_the_head_to_the_foot_chips_and_lines_included(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    session.select([ids(session)[1]])
    qtbot.waitUntil(lambda: inspector.lines.rows[0].words.isVisible() and inspector.lines.rows[0].y() > 0)
    walked = [widget for widget in stops(inspector.page) if widget.isVisible()]
    heights = [widget.mapTo(inspector.page, QPoint(0, 0)).y() // 24 for widget in walked]
    assert heights == sorted(heights)
    assert inspector.lines.rows[0].words in walked
    inspector.slate.setFocus()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        if inspector.lines.rows[0].words.hasFocus():
            break
    assert inspector.lines.rows[0].words.hasFocus()
    assert all(widget.accessibleName() or getattr(widget, "text", str)() for widget in walked)


def test_a_slate_is_rewritten(inspector: InspectorPanel, session: Session) -> None:
    inspector.slate.setText("99Z")
    inspector.slate.editingFinished.emit()
    assert hand(session).slate == "99Z"


class _Counting(Section):
    """A part that shows actions, and counts how often it is asked to."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.times = 0

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """Actions."""
        return tuple(shot.action for shot in of.shots)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """Counted."""
        self.times += 1


def test_a_part_is_shown_anew_only_when_what_it_reads_has_changed(session: Session, qtbot: QtBot) -> None:
    part = _Counting(session)
    qtbot.addWidget(part)
    first, second = (shot.id for shot in list(session.film.shots)[:2])

    def look() -> bool:
        of = inspected(session)
        assert of is not None
        return part.inspect(of)

    session.select([first])
    assert look()
    shots.set_seed(session, [first], 7)
    assert not look()
    shots.set_action(session, [first], "The fog lifts.")
    assert look()
    session.select([second])
    assert look()
    of = inspected(session)
    assert of is not None
    assert part.inspect(of, anew=True)  # the language has changed
    assert part.times == 4


def test_a_shot_with_nobody_in_it_says_so_and_is_cast_from_its_words(
    inspector: InspectorPanel, session: Session
) -> None:
    shot = next(shot for shot in session.film.shots if shot.cast)
    session.select([shot.id])
    assert inspector.cast.nobody.isHidden()
    for casting in shot.cast:
        company.uncast(session, [shot.id], casting.subject)
    assert not inspector.cast.nobody.isHidden()
    inspector.cast.from_words.click()
    assert {each.subject for each in hand(session).cast} == {each.subject for each in shot.cast}
    assert inspector.cast.nobody.isHidden()
