"""Errands: whatever becomes of the work, whoever sent it hears of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
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
    owner = QObject()
    send(owner, lambda: 1, came.append, lambda _: None)
    if gone:
        owner.deleteLater()
    other = QObject()
    send(other, lambda: 2, came.append, lambda _: None)
    qtbot.waitUntil(lambda: 2 in came and (gone or 1 in came))
    assert (1 in came) is not gone
