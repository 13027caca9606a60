"""Errands: whatever becomes of the work, whoever sent it hears of it."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from app.errands import send
from app.faults import UNFORESEEN
from engine.errors import BadInput, StoryreelError


def _sent(qtbot: QtBot, error: Exception) -> list[StoryreelError]:
    """What the sender was told."""
    told: list[StoryreelError] = []
    owner = QObject()

    def work() -> None:
        raise error

    send(owner, work, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told


def test_a_refusal_comes_as_it_is(qtbot: QtBot) -> None:
    refusal = BadInput("No.", "Yes.")
    assert _sent(qtbot, refusal) == [refusal]


def test_nobody_waits_for_ever_for_what_failed_unforeseen(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as uncaught:
        told = _sent(qtbot, RecursionError("deep"))
    assert [str(each) for each in told] == [UNFORESEEN]
    assert [kind for kind, _, _ in uncaught] == [RecursionError]


@pytest.mark.parametrize("gone", [True, False])
def test_who_is_gone_is_not_called(qtbot: QtBot, gone: bool) -> None:
    came: list[int] = []
    go = threading.Event()
    owner, other, pool = QObject(), QObject(), QThreadPool(maxThreadCount=1)
    send(owner, lambda: go.wait(10) and 1, came.append, lambda _: None, pool=pool)
    send(other, lambda: 2, came.append, lambda _: None, pool=pool)
    if gone:
        owner.deleteLater()
        qtbot.waitUntil(lambda: not shiboken6.isValid(owner))
    go.set()
    qtbot.waitUntil(lambda: 2 in came)
    assert came == ([2] if gone else [1, 2])
