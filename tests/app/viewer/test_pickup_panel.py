"""Picking a part of a take up: marks, a painted mask, a longer head or tail; who cannot says who can; the child hangs under its take."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.state.session import Session
from app.viewer.marks import families, marked
from app.viewer.mask_layer import MaskLayer
from app.viewer.pickup_panel import PickupPanel, reckoned
from app.viewer.screen import Screen
from app.viewer.take_rows import Row, made_words
from app.viewer.viewer import ViewerPanel
from engine.assets import assets_folder
from engine.film.coverage import add_take
from engine.film.shots import Shot
from engine.film.takes import Recipe
from engine.plan import speed
from engine.plan.pickups import Part
from engine.shelf.manifests import find
from engine.shelf.speeds import learn

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(
    qtbot: QtBot, session_with_takes: Session, viewer: ViewerPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PickupPanel:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    made = PickupPanel(session_with_takes, viewer)
    qtbot.addWidget(made)
    shot = first(session_with_takes)
    made.open_for(shot.id, shot.takes[1].id)
    return made


def first(session: Session) -> Shot:
    return next(iter(session.film.shots))


def link_a_model(tmp_path: Path, model: str = "wan2.1-vace-1.3b") -> str:
    """A model, VACE, whose weights lie in a folder of the test's own."""
    told = json.loads((assets_folder() / "models" / f"{model}.json").read_text(encoding="utf-8"))
    weights = tmp_path / "weights"
    for part in told["components"]:
        (weights / part["name"]).mkdir(parents=True)
    (weights / "model_index.json").write_text(json.dumps({"_class_name": told["pipeline"]}), encoding="utf-8")
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "links.json").write_text(json.dumps({told["id"]: str(weights)}), encoding="utf-8")
    return str(told["engine"])


def paint(qtbot: QtBot, layer: MaskLayer) -> None:
    qtbot.mousePress(layer, LEFT, pos=QPoint(40, 40))
    qtbot.mouseMove(layer, QPoint(90, 60))
    qtbot.mouseRelease(layer, LEFT, pos=QPoint(90, 60))


def test_where_no_model_can_it_says_which_could(qtbot: QtBot, panel: PickupPanel) -> None:
    qtbot.waitUntil(lambda: "VACE" in panel.told.text())
    assert not panel.go.isEnabled()
    with qtbot.waitSignal(panel.shelf_wanted):
        panel.shelf.click()


def test_its_sentence_is_whole_where_there_is_little_room(qtbot: QtBot, panel: PickupPanel) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    down = QVBoxLayout(column)
    down.addWidget(panel)
    down.addWidget(QListView(), 1)
    column.resize(376, 120)
    column.show()
    qtbot.waitUntil(lambda: "VACE" in panel.told.text())
    qtbot.waitUntil(lambda: panel.told.height() >= panel.told.heightForWidth(panel.told.width()))
    panel.setParent(None)


def test_a_marked_range_is_asked_for(qtbot: QtBot, panel: PickupPanel, viewer: ViewerPanel, tmp_path: Path) -> None:
    engine = link_a_model(tmp_path)
    viewer.take_head.mark(3, 9)
    assert panel.part == Part(3, 10)
    qtbot.waitUntil(panel.go.isEnabled)
    shot = first(viewer._session)
    with qtbot.waitSignal(panel.wanted) as asked:
        panel.go.click()
    assert asked.args == [shot.id, shot.takes[1].id, Part(3, 10), engine, None]
    assert not panel.isVisible()


def test_a_painted_mask_goes_with_it_and_stands_for_the_whole_shot(
    qtbot: QtBot, panel: PickupPanel, session_with_takes: Session, tmp_path: Path
) -> None:
    link_a_model(tmp_path)
    panel.brush.setChecked(True)
    layer = panel._layer
    assert layer is not None
    paint(qtbot, layer)
    panel.feather.setValue(30)
    assert panel.part == Part(0, first(session_with_takes).duration, None, 30)
    qtbot.waitUntil(panel.go.isEnabled)
    with qtbot.waitSignal(panel.wanted) as asked:
        panel.go.click()
    assert asked.args is not None
    raster, mask = session_with_takes.film.raster, QImage.fromData(asked.args[4])
    assert (mask.width(), mask.height()) == (raster.width, raster.height)


def test_a_longer_tail_needs_no_marks(panel: PickupPanel) -> None:
    assert panel.part == Part()
    panel.tail.setValue(24)
    assert panel.part == Part(more_tail=24)


def test_another_take_in_the_viewer_closes_it(panel: PickupPanel, viewer: ViewerPanel) -> None:
    viewer.show_take(first(viewer._session).takes[0].id)
    assert not panel.isVisible()
    assert panel._layer is None


def test_paint_is_rubbed_out_and_cleared(qtbot: QtBot) -> None:
    screen = Screen()
    qtbot.addWidget(screen)
    screen.resize(320, 180)
    layer = MaskLayer(screen, QSize(640, 360))
    screen.show()
    assert layer.empty
    paint(qtbot, layer)
    assert layer.painting.pixelColor(80, 80).red() == 255  # at the film's size
    assert not layer.grab().toImage().isNull()
    qtbot.mouseClick(layer, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    layer.tool = "rub out"
    layer.set_brush(400)
    paint(qtbot, layer)
    assert layer.empty
    layer.tool = "paint"
    paint(qtbot, layer)
    layer.clear()
    assert layer.empty


def test_a_screen_forgets_a_layer_that_is_gone(qtbot: QtBot) -> None:
    screen = Screen(Fraction(16, 9))
    qtbot.addWidget(screen)
    screen.resize(320, 180)
    layer = MaskLayer(screen, QSize(640, 360))
    screen.wants.emit(None)
    followed = layer.geometry()
    layer.deleteLater()
    QCoreApplication.sendPostedEvents(layer, QEvent.Type.DeferredDelete)
    screen.wants.emit(None)  # an uncaught error in here fails the test
    assert followed == screen.picture_rect().toAlignedRect()


def test_a_pickup_stands_under_the_take_it_is_of(session_with_takes: Session) -> None:
    session, shot = session_with_takes, first(session_with_takes)
    parent = shot.takes[0]
    recipe = Recipe(engine="wan2.1-vace-1.3b", key="e" * 64, origin="pickup", parent=parent.recipe.key)
    session.edit("x", lambda film: add_take(film, shot.id, parent.with_(id="child", recipe=recipe)))
    rows = families(marked(session.film, first(session), session.cut_id, None))
    assert [each.number for each in rows] == [2, 1, 3]
    assert made_words(Row(rows[2], shot.id, 1.0).marked).startswith("pickup of take 1 · ")


def test_rubbing_out_with_the_right_button_opens_no_menu(qtbot: QtBot, panel: PickupPanel, viewer: ViewerPanel) -> None:
    layer, window = viewer.screen_.findChild(MaskLayer), viewer.windowHandle()
    assert isinstance(layer, MaskLayer)
    assert window is not None
    menus: list[object] = []
    viewer.menu_wanted.connect(menus.append)

    def press_right(x: int) -> None:
        """By the window, as a hand does: only so a menu is asked for."""
        inside = layer.mapTo(viewer, QPoint(x, 40))
        QTest.mousePress(window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, inside)
        QTest.mouseRelease(window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, inside)

    press_right(20)
    assert len(menus) == 1  # on the picture itself it opens one
    panel.brush.setChecked(True)
    press_right(90)
    assert len(menus) == 1


def test_what_was_asked_of_the_last_take_is_not_asked_of_the_next(
    panel: PickupPanel, session_with_takes: Session
) -> None:
    panel.head.setValue(12)
    panel.tail.setValue(24)
    panel.brush.setChecked(True)
    panel.close_panel()
    shot = first(session_with_takes)
    panel.open_for(shot.id, shot.takes[0].id)
    assert (panel.part.more_head, panel.part.more_tail) == (0, 0)
    assert not panel.brush.isChecked()
    assert not panel.go.isEnabled()


def test_the_keys_go_back_to_the_takes_when_it_closes(qtbot: QtBot, panel: PickupPanel) -> None:
    """Else they went to the film's title, and the next letter renamed the film."""
    strip, title = QWidget(), QLineEdit()
    takes = QListView()
    strip.setFocusProxy(takes)
    everything = QWidget()
    for place, inside in ((everything, (title, strip)), (strip, (takes, panel))):
        layout = QVBoxLayout(place)
        for each in inside:
            layout.addWidget(each)
    qtbot.addWidget(everything)
    everything.show()
    everything.activateWindow()
    qtbot.waitUntil(everything.isActiveWindow)
    panel.tail.setFocus()
    panel.close_panel()
    assert takes.hasFocus()
    panel.setParent(None)  # who made it puts it away


def test_a_drafts_pickup_is_priced_without_quick_weights_that_are_not_here(
    session_with_takes: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    wan = find(link_a_model(tmp_path, "wan2.2-ti2v-5b"))
    learn(wan.engine, "cpu", speed.Shot(tokens=10_000, forwards=100, seconds=100.0))
    film = session_with_takes.film
    shot = first(session_with_takes)
    draft = shot.with_(rendering=shot.rendering.with_(finish="draft"))
    scenes = tuple(
        scene.with_(shots=tuple(draft if each is shot else each for each in scene.shots)) for scene in film.scenes
    )

    def seconds() -> float:
        found = reckoned(film.with_(scenes=scenes), draft, draft.takes[1], Part(more_tail=24), wan.engine)
        return found.seconds or 0.0

    usual = seconds()
    lies = tmp_path / "shelf" / f"{wan.id}.drafts"
    lies.mkdir()
    for name in wan.drafts.files if wan.drafts else ():
        (lies / Path(name).name).write_bytes(b"weights")
    assert 0 < seconds() < 0.2 * usual
