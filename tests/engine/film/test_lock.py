"""One holder at a time, named to whoever comes second, and gone when its process is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import Locked, StorageFailed
from engine.film.lock import FilmLock

HOLD = """
import sys, time
from pathlib import Path
from engine.film.lock import FilmLock
with FilmLock(Path(sys.argv[1]), "storyreel render"):
    print("held", flush=True)
    time.sleep(60)
"""


def hold_elsewhere(folder: Path) -> subprocess.Popen[bytes]:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", HOLD, str(folder)], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"held"
    return process


def test_the_second_is_told_who_is_first_and_a_killed_holder_lets_go(tmp_path: Path) -> None:
    with hold_elsewhere(tmp_path) as process:
        try:
            with pytest.raises(Locked) as refused:
                FilmLock(tmp_path).acquire()
            assert "storyreel render" in refused.value.sentence
            assert str(process.pid) in refused.value.sentence
        finally:
            process.kill()
            process.wait()
    assert process.returncode == -signal.SIGKILL
    with FilmLock(tmp_path, "storyreel new"), pytest.raises(Locked, match="storyreel new"):
        FilmLock(tmp_path).acquire()


def test_two_locks_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    with FilmLock(tmp_path) as first:
        with pytest.raises(Locked):
            FilmLock(tmp_path).acquire()
        first.release()
        with FilmLock(tmp_path):
            pass


def test_a_program_started_meanwhile_does_not_keep_the_lock(tmp_path: Path) -> None:
    lock = FilmLock(tmp_path).acquire()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False) as child:
        try:
            lock.release()
            with FilmLock(tmp_path):
                pass
        finally:
            child.kill()


def test_a_film_that_is_not_there_cannot_be_held(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        FilmLock(tmp_path / "nowhere").acquire()


def test_a_lock_file_full_of_nonsense_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "film.lock").write_bytes(b"\xff\x00 nonsense")
    with FilmLock(tmp_path), pytest.raises(Locked):
        FilmLock(tmp_path).acquire()
