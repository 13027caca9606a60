"""Killed in mid-shot: a dead worker is one sentence and its shot is drawn again; of a dead editor the queue is picked up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from card_films import CARDBOARD
from card_films import film as card_film
from pytestqt.qtbot import QtBot

from app.bridge import Engine
from app.problems import Problem
from app.state.opening import Held, make_film, open_film
from app.state.session import Session
from app.state.standing import Fresh
from engine.client import Client
from engine.film import store

FAKES = Path(__file__).resolve().parents[1] / "fakes"
PATIENCE = 20_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def drawn(session: Session, engine: Engine) -> bool:
    return all(isinstance(engine.standing(shot.id), Fresh) for shot in session.film.shots)


def workers() -> list[psutil.Process]:
    """The processes that draw for us."""
    return [child for child in psutil.Process().children() if "engine.worker" in child.cmdline()]


def test_a_worker_killed_from_outside_is_one_sentence_and_everything_is_drawn(tmp_path: Path, qtbot: QtBot) -> None:
    session = Session(make_film(tmp_path / "Cards.film", card_film(["slow", "b"])))
    said: list[Problem] = []
    session.said.connect(said.append)
    engine = Engine(session, engines=[CARDBOARD], linger=0.3, look=0.1)
    try:
        engine.render()
        with qtbot.waitSignal(engine.progress, timeout=PATIENCE):
            pass
        for worker in workers():
            worker.send_signal(signal.SIGKILL)
        qtbot.waitUntil(lambda: drawn(session, engine), timeout=PATIENCE)
        told = [each.sentence for each in said if "renderer" in each.sentence]
        assert len(told) == 1
        assert "was killed" in told[0]
    finally:
        engine.close()
        session.let_go()


def test_the_queue_of_a_killed_editor_waits_for_the_next_one(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "Cards.film"
    store.save(card_film(["a", "slow", "c"]), folder)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(FAKES)]),
        "STORYREEL_EXTRA_BACKENDS": str(CARDBOARD),
    }
    command = [sys.executable, "-P", str(FAKES / "rendering_editor.py"), str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as editor:
        assert editor.stdout is not None
        assert editor.stdout.readline().strip() == "drawing"
        editor.send_signal(signal.SIGKILL)
    opened = open_film(folder)
    assert isinstance(opened.access, Held)
    session = Session(opened)
    said: list[Problem] = []
    session.said.connect(said.append)
    engine = Engine(session, engines=[CARDBOARD], linger=0.3, look=0.1)
    try:
        qtbot.waitUntil(lambda: bool(said) and len(session.film.shot("shot-0").takes) == 1, timeout=PATIENCE)
        assert said[0].sentence == "2 shots wait in line from last time."
        assert Client(folder).paused
        assert said[0].act is not None
        said[0].act()
        qtbot.waitUntil(lambda: drawn(session, engine), timeout=PATIENCE)
    finally:
        engine.close()
        session.let_go()
