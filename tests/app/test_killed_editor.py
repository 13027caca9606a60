"""An editor that is killed while somebody types loses at most the last five seconds, and offers the rest when it is opened."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from editor_films import FILM

from app.state.opening import open_film
from app.state.session import Session
from engine.film import store

FAKES = Path(__file__).resolve().parents[1] / "fakes"
LOST = 5.0  # seconds
TYPED_FOR = 7.0  # seconds at least: longer on a machine so busy that few words are typed in them
MUST_BE_KEPT = 4  # words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def test_at_most_five_seconds_of_typing_are_lost(tmp_path: Path) -> None:
    folder = tmp_path / "Typed.film"
    store.save(FILM, folder)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(FAKES)])}
    command = [sys.executable, "-P", str(FAKES / "typing_editor.py"), str(folder)]
    typed: list[tuple[int, float]] = []
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as editor:
        assert editor.stdout is not None
        for line in editor.stdout:
            number, at = line.split()
            typed.append((int(number), float(at)))
            now = typed[-1][1]
            if now - typed[0][1] > TYPED_FOR and now - typed[:MUST_BE_KEPT][-1][1] >= LOST:
                killed = time.monotonic()
                editor.send_signal(signal.SIGKILL)
                break
    opened = open_film(folder)
    film = opened.recovery.film if opened.recovery is not None else opened.film
    kept = [int(number) for number in re.findall(r"word(\d+)\.", next(iter(film.shots)).action)]
    must = [number for number, at in typed if at <= killed - LOST]
    assert len(must) >= MUST_BE_KEPT
    assert kept == list(range(1, len(kept) + 1))
    assert len(kept) >= len(must)
    Session(opened).let_go()
