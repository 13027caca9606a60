"""Encoding ahead looks again and again, keeps its troubles to itself, and drops its work only when the film is stopped."""

from __future__ import annotations

import signal
import sys
import threading
import time

import pytest

from engine.commands import ahead as ahead_module
from engine.commands.ahead import Ahead, ahead
from engine.errors import Cancelled, MediaFailed


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead_module, "_PAUSE", 0.01)


def test_it_looks_again_after_a_trouble() -> None:
    looked, twice = list[Ahead](), threading.Event()

    def look(state: Ahead) -> None:
        looked.append(state)
        state.made += 1
        if len(looked) == 2:
            twice.set()
        raise MediaFailed("A take is damaged.")

    with ahead(look) as begun:
        assert twice.wait(10)
    assert begun.made == len(looked) >= 2
    assert begun.over
    begun.check()  # the piece in hand may be finished


def test_a_stopped_film_drops_the_piece_in_hand() -> None:
    began, dropped = threading.Event(), threading.Event()

    def look(state: Ahead) -> None:
        began.set()
        while not state.over:
            pass
        try:
            state.check()
        except Cancelled:
            dropped.set()

    def film() -> None:
        with ahead(look):
            assert began.wait(10)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        film()
    assert dropped.is_set()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_while_the_last_piece_is_finished_drops_it() -> None:
    began, pressed, dropped = threading.Event(), threading.Event(), threading.Event()

    def look(state: Ahead) -> None:
        began.set()
        while True:
            try:
                state.check()
            except Cancelled:
                time.sleep(0.1)  # ending ffmpeg takes a moment
                dropped.set()
                raise
            if state.over and not pressed.is_set():
                pressed.set()
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            time.sleep(0.01)

    def film() -> None:
        with ahead(look):
            assert began.wait(10)

    with pytest.raises(KeyboardInterrupt):
        film()
    assert dropped.is_set()
