"""What a render costs is said before it starts, with what will be left out and what is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.bridge import Engine
from app.overlays import covered
from app.renders.estimate_sheet import EstimateSheet, offer_render
from app.state.forecast import Wish
from app.times import roughly
from app.words import speak
from engine.client import Empty
from engine.film.board import edit_shot
from engine.film.cast import Reference
from engine.film.document import Film

PATIENCE = 20_000


def offered(studio: Any, host: QWidget, qtbot: QtBot, **more: Any) -> tuple[str, list[QPushButton]]:
    """What the sheet says, and its buttons."""
    offer_render(host, studio.session, studio.engine, **more)
    qtbot.waitUntil(lambda: covered(host) is not None, timeout=PATIENCE)
    sheet = covered(host)
    assert sheet is not None
    words = " | ".join(label.text() for label in sheet.findChildren(QLabel))
    return words, [each for each in sheet.findChildren(QPushButton) if each.isVisible()]


def drawn_by(engine: str) -> Callable[[Film], Film]:
    return lambda film: film.with_(engine=engine)


def test_only_the_shots_that_were_asked_for_are_reckoned(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot
) -> None:
    open_ = studio("a", "b", "c")
    open_.session.edit("Engine", drawn_by("animatic"))
    words, _ = offered(open_, host, qtbot, shots=["shot-1"])
    assert "1 shot" in words
    assert "no graphics card needed" in words
    assert "Animatic" in words


def test_what_is_left_out_is_said(studio: Callable[..., Any], host: QWidget, qtbot: QtBot) -> None:
    open_ = studio("a")
    frame = Reference(path="panels/x.png", digest="0" * 64)
    open_.session.edit("Engine", lambda film: edit_shot(film.with_(engine="animatic"), "shot-0", first_frame=frame))
    words, _ = offered(open_, host, qtbot)
    assert "Shot 1-0" in words
    assert "cannot use a first frame" in words


def test_missing_weights_lead_to_the_shelf_and_not_into_a_failure(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    open_ = studio("a")
    open_.session.edit("Engine", drawn_by("wan2.2-ti2v-5b"))
    words, buttons = offered(open_, host, qtbot)
    assert "The weights of Wan 2.2 TI2V 5B are not on this machine." in words
    assert [each.text() for each in buttons] == ["Not now", "Open the shelf"]
    with qtbot.waitSignal(open_.engine.room_wanted) as wanted:
        buttons[1].click()
    assert wanted.args == ["models"]
    assert covered(host) is None
    assert open_.engine.client.state() == Empty()


def test_a_machine_without_a_graphics_card_is_told_no_card_and_a_guess(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    monkeypatch.setattr("engine.shelf.guessing.has_card", lambda: False)
    monkeypatch.setattr("app.state.forecast.hurdle", lambda manifest: None)
    open_ = studio("a")
    open_.session.edit("Engine", drawn_by("wan2.2-ti2v-5b"))
    sheet = sheet_in(open_, host, qtbot)
    assert "a guess: it has drawn nothing here yet" in said(host)
    assert "GB, without a graphics card" in said(host)
    listed = [label.text() for label in sheet.list.findChildren(QLabel)]
    assert any(each.startswith("about ") and each.endswith(", a guess") for each in listed)
    assert not any("of the graphics card" in each for each in listed)


@pytest.mark.parametrize(
    ("seconds", "said_so"), [(90, "2 min"), (3 * 3600 + 1500, "3 h"), (48 * 3600, "48 h"), (300 * 3600, "12 days")]
)
def test_a_guess_is_not_told_to_the_minute(seconds: float, said_so: str) -> None:
    assert roughly(seconds) == said_so


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_low_window_scrolls_what_is_left_out_and_crops_no_figure(
    studio: Callable[..., Any],
    host: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
    language: Any,
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    monkeypatch.setattr("app.state.forecast.hurdle", lambda manifest: None)
    speak(language)
    open_ = studio(*"abcdefgh")
    open_.session.edit("Engine", drawn_by("wan2.1-flf2v-14b"))
    host.resize(1280, 680)
    sheet = sheet_in(open_, host, qtbot)
    bar = sheet.left_out.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    shown = [each for each in sheet.facts.findChildren(QLabel) if each.isVisible()]
    assert len(shown) == 10
    for each in (*shown, sheet.begin, sheet.later, sheet.night):
        assert each.height() >= each.fontMetrics().height()
        assert host.rect().contains(QRect(each.mapTo(host, QPoint()), each.size()))
    assert sheet.left_out.height() >= 56
    chosen = sheet.list.buttons["wan2.1-flf2v-14b"]
    qtbot.waitUntil(lambda: chosen.visibleRegion().boundingRect() == chosen.rect())
    host.resize(1280, 1000)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_begin_begins(studio: Callable[..., Any], host: QWidget, qtbot: QtBot) -> None:
    open_ = studio("a")
    open_.session.edit("Engine", lambda film: film.with_(engine="animatic", raster=film.raster))
    _, buttons = offered(open_, host, qtbot)
    assert host.focusWidget() is buttons[1]
    qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(open_.engine.line.rows), timeout=PATIENCE)
    assert open_.engine.line.rows[0].job.engine == "animatic"


def test_it_is_shown_once_however_often_it_is_asked_for(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot
) -> None:
    open_ = studio("a")
    open_.session.edit("Engine", drawn_by("animatic"))
    reckoned: list[bool] = []
    offer_render(host, open_.session, open_.engine)
    offer_render(host, open_.session, open_.engine)
    open_.engine.forecast(None, lambda _: reckoned.append(True))
    qtbot.waitUntil(lambda: bool(reckoned), timeout=PATIENCE)
    assert len(host.findChildren(EstimateSheet)) == 1


def sheet_in(studio: Any, host: QWidget, qtbot: QtBot, **more: Any) -> EstimateSheet:
    offered(studio, host, qtbot, **more)
    (sheet,) = host.findChildren(EstimateSheet)
    qtbot.waitUntil(lambda: bool(sheet.list.buttons), timeout=PATIENCE)
    return sheet


def test_another_engine_is_reckoned_at_once_and_is_one_undo_step(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    open_ = studio("a", "b")
    open_.session.edit("Engine", lambda film: edit_shot(film.with_(engine="wan2.2-ti2v-5b"), "shot-1", engine="ltx-2"))
    sheet = sheet_in(open_, host, qtbot)
    assert None in sheet.list.buttons  # two engines: each shot its own
    assert sheet.list.buttons[None].isChecked()
    assert not sheet.begin.isVisible()
    sheet.list.buttons["animatic"].click()
    qtbot.waitUntil(lambda: "keeps it" in said(host), timeout=PATIENCE)
    assert "1 shot has an engine of its own and keeps it." in said(host)
    steps = open_.session.undo.count()
    begun = only_asked(monkeypatch)
    sheet.begin.show()
    sheet.begin.click()
    assert begun == [(None, 1)]
    assert (open_.session.film.engine, open_.session.film.shot("shot-1").engine) == ("animatic", "ltx-2")
    assert open_.session.undo.count() == steps + 1


def test_chosen_shots_get_the_engine_and_every_engine_says_what_it_costs_or_why_not(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    open_ = studio("a", "b")
    open_.session.edit("Engine", drawn_by("wan2.2-ti2v-5b"))
    sheet = sheet_in(open_, host, qtbot, shots=["shot-1"])
    assert sheet.list.buttons["wan2.2-ti2v-5b"].isChecked()
    words = said(sheet.list)
    assert "about 1 s" in words
    assert "The weights of LTX-Video 0.9.8 13B distilled are not on this machine." in words
    assert sheet.finish.isVisible()
    sheet.list.buttons["animatic"].click()
    qtbot.waitUntil(lambda: sheet.begin.isVisible() and sheet.begin.isEnabled(), timeout=PATIENCE)
    assert not sheet.finish.isVisible()
    sheet.takes.setValue(2)
    assert "stages every take alike" not in said(host)
    qtbot.waitUntil(lambda: "2 takes" in said(host), timeout=PATIENCE)
    assert "stages every take alike" in said(host)
    begun = only_asked(monkeypatch)
    sheet.begin.click()
    assert [shot.engine for shot in open_.session.film.shots] == [None, "animatic"]
    assert begun == [(["shot-1"], 2)]


def test_another_recipe_is_reckoned_for_every_engine(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    asked: list[Wish] = []
    offers = Engine.offers

    def listened(engine: Engine, shots: Any, wish: Wish, then: Any) -> None:
        asked.append(wish)
        offers(engine, shots, wish, then)

    monkeypatch.setattr(Engine, "offers", listened)
    open_ = studio("a", "b")
    open_.session.edit("Engine", drawn_by("wan2.2-ti2v-5b"))
    sheet = sheet_in(open_, host, qtbot)
    first = dict(sheet.list.buttons)
    first["ltx-2"].click()
    sheet.finish.setCurrentIndex(sheet.finish.findData("draft"))
    sheet.finish.activated.emit(sheet.finish.currentIndex())
    qtbot.waitUntil(lambda: sheet.list.buttons["ltx-2"] is not first["ltx-2"], timeout=PATIENCE)
    assert [wish.finish for wish in asked] == [None, "draft"]
    assert sheet.list.buttons.keys() == first.keys()
    assert sheet.list.buttons["ltx-2"].isChecked()  # what was chosen stays
    qtbot.waitUntil(lambda: len(sheet.list.findChildren(QRadioButton)) == len(first), timeout=PATIENCE)


def only_asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, int]]:
    """What the engine is asked to render, and not rendered."""
    asked: list[tuple[Any, int]] = []
    monkeypatch.setattr(Engine, "render", lambda engine, shots, takes: asked.append((shots, takes)))
    return asked


def said(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))
