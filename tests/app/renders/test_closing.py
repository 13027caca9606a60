"""Closing in the middle of a render asks, loses nothing, and can leave the queue running without a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from card_films import CARDBOARD
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bridge import Engine
from app.farewell import all_gone
from app.overlays import covered
from app.renders.closing import ask_before_closing
from engine.client import Client, Waiting
from engine.plan.plan import plan

PATIENCE = 30_000


def press(host: QWidget, words: str) -> None:
    sheet = covered(host)
    assert sheet is not None
    next(each for each in sheet.findChildren(QPushButton) if each.text() == words).click()


@pytest.fixture
def busy(studio: Callable[..., Any], qtbot: QtBot) -> tuple[Any, QWidget, list[str]]:
    """A film that is being drawn, the window over it, and what has happened to it."""
    open_, host, closed = studio("slow", "b"), QWidget(), []
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    open_.engine.render()
    qtbot.waitUntil(lambda: open_.engine.busy and bool(open_.engine.line.drawing), timeout=PATIENCE)
    ask_before_closing(host, open_.engine, lambda: closed.append("closed"))
    assert not closed
    return open_, host, closed


def test_a_film_at_rest_is_closed_at_once(studio: Callable[..., Any], qtbot: QtBot) -> None:
    open_, host, closed = studio("a"), QWidget(), []
    qtbot.addWidget(host)
    assert ask_before_closing(host, open_.engine, lambda: closed.append("closed")) is None
    assert closed == ["closed"]


def test_one_may_stay(busy: tuple[Any, QWidget, list[str]], qtbot: QtBot) -> None:
    open_, host, closed = busy
    press(host, "Stay here")
    assert not closed
    with qtbot.waitSignal(open_.engine.taken, timeout=PATIENCE):
        pass


@pytest.mark.parametrize("answer", ["Stop and close", "Leave it running"])
def test_a_film_that_the_disk_refuses_is_drawn_on(
    studio: Callable[..., Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    open_, host, closed = studio("a"), QWidget(), []
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    monkeypatch.setattr(Engine, "busy", True)
    ask_before_closing(host, open_.engine, lambda: closed.append("closed"), saved=lambda: False)
    press(host, answer)
    assert not closed
    open_.engine.render()
    with qtbot.waitSignal(open_.engine.taken, timeout=PATIENCE):
        pass


def test_stopped_shots_wait_in_line(busy: tuple[Any, QWidget, list[str]]) -> None:
    open_, host, closed = busy
    press(host, "Stop and close")
    assert closed == ["closed"]  # at once: the window waits for no worker
    assert all_gone()
    assert isinstance(Client(open_.session.folder).state(), Waiting)


def test_the_queue_goes_on_without_a_window(
    busy: tuple[Any, QWidget, list[str]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_, host, closed = busy
    monkeypatch.setenv("STORYREEL_EXTRA_BACKENDS", str(CARDBOARD))
    press(host, "Leave it running")
    assert closed == ["closed"]
    client, nodes = Client(open_.session.folder), plan(open_.session.film).nodes
    qtbot.waitUntil(lambda: all(client.store.has(node.key) for node in nodes), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not client.supervised, timeout=PATIENCE)
