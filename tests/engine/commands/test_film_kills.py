"""`storyreel film` with the real engine, killed at every failpoint and at random: run again, it ends byte for byte as an
uninterrupted run does. (tests/engine/queue/test_kills.py does the same with a fake engine, more often.)
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from commands_film import Made, begun

from engine.failpoints import COMMAND_FAILPOINTS, FAILPOINTS, WORKER_FAILPOINTS

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kills by signal"),
    pytest.mark.timeout(600),  # the first test waits for all the kills, on however busy a machine
]

VICTIMS = ("command", "worker", "everybody")


def killed_at(made: Made, failpoint: str) -> tuple[int, int]:
    """Exit codes of the run that dies there (or whose worker does: then it goes on) and of the next one."""
    mark = made.base / "mark"
    first = made.make(STORYREEL_FAILPOINT=failpoint, STORYREEL_FAILPOINT_MARK=str(mark))
    assert mark.exists(), f"{failpoint} was never passed"
    return first.returncode, 0 if failpoint in WORKER_FAILPOINTS else made.make().returncode


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Made, tuple[int, int]]]:
    """Every failpoint, two commands at a time."""
    base = tmp_path_factory.mktemp("kills")
    names = sorted(FAILPOINTS)
    films = [begun(base / name) for name in names]
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(killed_at, films, names))
    return dict(zip(names, zip(films, ends, strict=True), strict=True))


@pytest.mark.parametrize("name", sorted(FAILPOINTS))
def test_killed_at_a_failpoint(name: str, kills: dict[str, tuple[Made, tuple[int, int]]], whole: Made) -> None:
    made, (first, second) = kills[name]
    assert first == (-signal.SIGKILL if name in COMMAND_FAILPOINTS else 0)
    assert second == 0
    assert made.bytes() == whole.bytes()


@pytest.mark.parametrize("victim", VICTIMS)
def test_killed_at_a_random_moment(victim: str, tmp_path: Path, whole: Made) -> None:
    made = begun(tmp_path)
    dice = random.Random(victim)
    for _ in range(2):
        running = subprocess.Popen(made.line(), env=made.environment(), stderr=subprocess.DEVNULL)
        _wait_for_a_worker(running)
        time.sleep(dice.uniform(0.0, 1.2))
        _kill(running, victim)
        running.wait(120)
    ended = made.make()
    assert ended.returncode == 0, ended.stderr
    assert made.bytes() == whole.bytes()


def test_two_commands_on_one_film_and_one_on_another(tmp_path: Path, whole: Made) -> None:
    one, other = begun(tmp_path / "one"), begun(tmp_path / "other")
    running = [
        subprocess.Popen(made.line(), env=one.environment(), stderr=subprocess.PIPE, text=True)
        for made in (one, one, other)
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    codes = [process.returncode for process in running]
    assert sorted(codes[:2]) == [0, 3], said  # the second is told who has the film; it never waits in silence
    assert codes[2] == 0, said
    assert one.bytes() == whole.bytes()
    assert other.bytes() == whole.bytes()


def _wait_for_a_worker(running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while running.poll() is None and not psutil.Process(running.pid).children():
        assert time.monotonic() < end
        time.sleep(0.01)


def _kill(running: subprocess.Popen[bytes], victim: str) -> None:
    """SIGKILL the command, its worker, or the whole tree at once as a power cut would."""
    if running.poll() is not None:
        return
    command = psutil.Process(running.pid)
    tree = command.children(recursive=True)
    chosen = {"command": [command], "worker": tree[:1], "everybody": [command, *tree]}[victim]
    for process in chosen:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
