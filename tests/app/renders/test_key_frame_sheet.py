"""Key frames of many shots are reckoned before they are put in line; a few are drawn at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from card_films import film as card_film
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.overlays import Overlay, covered
from app.renders.key_frame_sheet import offer_key_frames
from app.second_unit import SecondUnit
from app.state.forecast import of_key_frames
from engine.plan.key_frames import LAYOUT

PATIENCE = 20_000


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[str, ...], str, bool]]:
    """What was asked for; nothing of it is drawn."""
    asked: list[tuple[tuple[str, ...], str, bool]] = []

    def draw(_: SecondUnit, shots: Any, engine: str, *, another: bool = False) -> None:
        asked.append((tuple(shots), engine, another))

    monkeypatch.setattr(SecondUnit, "draw_key_frames", draw)
    return asked


def sheet_over(host: QWidget, qtbot: QtBot) -> tuple[Overlay, str, list[QPushButton]]:
    qtbot.waitUntil(lambda: covered(host) is not None, timeout=PATIENCE)
    sheet = covered(host)
    assert sheet is not None
    words = " | ".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())
    return sheet, words, [each for each in sheet.findChildren(QPushButton) if each.isVisible()]


def test_many_are_reckoned_and_begun_with_enter(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, drawn: list[Any]
) -> None:
    open_ = studio("a", "b", "c", "d")
    shots = tuple(shot.id for shot in open_.session.film.shots)
    offer_key_frames(host, open_.session, open_.engine, shots, LAYOUT, another=False)
    _, words, (_, begin) = sheet_over(host, qtbot)
    assert "4 key frames" in words
    assert "Layout, by the paper theatre" in words
    assert "about" in words
    assert drawn == []
    qtbot.keyClick(begin, Qt.Key.Key_Return)
    assert drawn == [(shots, LAYOUT, False)]
    assert covered(host) is None


def test_not_now_draws_nothing(studio: Callable[..., Any], host: QWidget, qtbot: QtBot, drawn: list[Any]) -> None:
    open_ = studio("a", "b", "c", "d")
    offer_key_frames(host, open_.session, open_.engine, ("shot-0",) * 4, LAYOUT, another=True)
    _, _, (later, _) = sheet_over(host, qtbot)
    later.click()
    assert (drawn, covered(host)) == ([], None)


def test_an_image_model_that_is_not_here_leads_to_the_shelf(
    studio: Callable[..., Any],
    host: QWidget,
    qtbot: QtBot,
    drawn: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    open_ = studio("a", "b", "c", "d")
    shots = tuple(shot.id for shot in open_.session.film.shots)
    offer_key_frames(host, open_.session, open_.engine, shots, "flux.2-klein-4b", another=False)
    _, words, buttons = sheet_over(host, qtbot)
    assert "are not on this machine" in words
    assert [each.text() for each in buttons] == ["Not now", "Open the shelf"]
    with qtbot.waitSignal(open_.engine.room_wanted) as wanted:
        buttons[1].click()
    assert (wanted.args, drawn) == (["models"], [])


def test_a_few_are_drawn_without_a_question(
    studio: Callable[..., Any], host: QWidget, qtbot: QtBot, drawn: list[Any]
) -> None:
    open_ = studio("a", "b", "c", "d")
    offer_key_frames(host, open_.session, open_.engine, ("shot-0", "shot-1"), LAYOUT, another=True)
    assert drawn == [(("shot-0", "shot-1"), LAYOUT, True)]


def test_what_is_there_is_not_drawn_again_but_a_layout_always_is() -> None:
    film = card_film(["a", "b"])
    shots = [shot.id for shot in film.shots]

    def missing(by: str, *, another: bool) -> int:
        return len(of_key_frames(film, shots, by, lambda key: True, another=another).missing)

    assert [missing("flux.2-klein-4b", another=each) for each in (False, True)] == [0, 2]
    assert missing(LAYOUT, another=False) == 2  # the shots' takes have the same orders


def test_a_layout_costs_more_than_its_one_picture() -> None:
    film = card_film(["a", "b"])
    found = of_key_frames(film, [shot.id for shot in film.shots], LAYOUT, lambda key: False, another=False)
    assert found.cost.frames == 2 * round(film.rate)  # its set has to be built
