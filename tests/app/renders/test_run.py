"""What is being drawn stands in the status line in every room, and the film's size leads to its settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from app import words
from app.renders.pace import Reach
from app.renders.run import in_short
from app.state.line import Line
from app.status_line import StatusLine

PATIENCE = 20_000


def test_the_status_line_tells_the_run_and_is_silent_after_it(studio: Callable[..., Any], qtbot: QtBot) -> None:
    open_ = studio("slow", "b")
    line = StatusLine(open_.session, open_.engine)
    qtbot.addWidget(line)
    line.show()
    assert not line.work.isVisible()
    open_.engine.render()
    qtbot.waitUntil(lambda: line.work.text().startswith("Drawing shot 1 of 2"), timeout=PATIENCE)
    words.speak("zh")
    assert line.work.text().startswith("正在绘制第 1 个")
    with qtbot.waitSignal(line.renders_wanted):
        line.work.click()
    qtbot.waitUntil(lambda: not line.work.isVisible(), timeout=PATIENCE)


def test_a_held_queue_is_told_and_an_idle_one_is_not() -> None:
    assert in_short(Line(paused=True), Reach(0, 96, (1, 3), None)) == "Paused: 2 shots wait"
    assert in_short(Line(paused=True), Reach(0, 0, (0, 0), None)) == ""


def test_size_and_rate_follow_the_film(studio: Callable[..., Any], qtbot: QtBot) -> None:
    open_ = studio("a")
    line = StatusLine(open_.session, open_.engine)
    qtbot.addWidget(line)
    raster = open_.session.film.raster
    assert line.size_button.text() == f"{raster.width} × {raster.height}   {open_.session.film.rate} fps"
    open_.session.edit("Size", lambda film: film.with_(raster=raster.with_(width=320, height=180)))
    assert line.size_button.text().startswith("320 × 180")
    with qtbot.waitSignal(line.settings_wanted):
        line.size_button.click()
