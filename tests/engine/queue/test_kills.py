"""A kill at every named failpoint, and kills at random, end as an uninterrupted run does: every take, byte for byte.

The command is `tests/fakes/render_command.py`: load, plan, queue, render, adopt, save.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from card_films import CARDBOARD, film, node, tree

from engine.client import Client, Empty
from engine.failpoints import COMMAND_FAILPOINTS, FAILPOINTS, WORKER_FAILPOINTS
from engine.film.store import load, save
from engine.plan.plan import plan
from engine.queue.locks import queue_lock

COMMAND = CARDBOARD.with_name("render_command.py")
ACTIONS = ("", "b", "c")
pytestmark = pytest.mark.timeout(600)  # the first test waits for all the kills, on however busy a machine
KILLED = -signal.SIGKILL if hasattr(signal, "SIGKILL") else 137


def new_film(folder: Path) -> Path:
    folder.mkdir()
    save(film(ACTIONS), folder)
    return folder


def command(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", str(COMMAND), str(folder)],
        env={**os.environ, "STORYREEL_RUNTIME_DIR": str(folder / "cache" / "runtime"), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_film(tmp_path_factory.mktemp("whole") / "Cards.film")
    assert command(folder).returncode == 0
    return folder


def assert_like(folder: Path, whole: Path) -> None:
    """Hash-equal takes, no more and no fewer, the same film, an empty queue, nothing lying about."""
    assert tree(folder / "takes") == tree(whole / "takes")
    assert (folder / "film.json").read_bytes() == (whole / "film.json").read_bytes()
    loaded = load(folder)
    assert [len(shot.takes) for shot in loaded.shots] == [1] * len(ACTIONS)
    assert Client(folder).state() == Empty()
    assert list(Client(folder).store.keys()) == list(Client(whole).store.keys())


def killed_and_run_again(folder: Path, failpoint: str) -> tuple[int, int]:
    """Exit codes of the command that is killed (or whose worker is) and of the next one."""
    new_film(folder)
    mark = str(folder.parent / f"{folder.name}.mark")
    first = command(folder, STORYREEL_FAILPOINT=failpoint, STORYREEL_FAILPOINT_MARK=mark)
    assert Path(mark).exists(), f"{failpoint} was never passed"
    load(folder)  # whatever happened, the film can be read
    if failpoint.partition(":")[0] in WORKER_FAILPOINTS:
        return first.returncode, 0
    return first.returncode, command(folder).returncode


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, tuple[int, int]]]:
    """Every failpoint, two commands at a time."""
    base = tmp_path_factory.mktemp("kills")
    names = [*sorted(FAILPOINTS), "worker.mid_shot:2", "takes.after_rename:3", "ledger.before_done:2"]
    folders = [base / f"{name.replace(':', '-')}.film" for name in names]
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(killed_and_run_again, folders, names))
    return {name: (folder, end) for name, folder, end in zip(names, folders, ends, strict=True)}


@pytest.mark.parametrize(
    "name", [*sorted(FAILPOINTS), "worker.mid_shot:2", "takes.after_rename:3", "ledger.before_done:2"]
)
def test_a_kill_ends_like_an_uninterrupted_run(
    name: str, kills: dict[str, tuple[Path, tuple[int, int]]], uninterrupted: Path
) -> None:
    folder, (first, second) = kills[name]
    command_died = name.partition(":")[0] in COMMAND_FAILPOINTS
    assert first == (KILLED if command_died else 0)  # a dead worker is replaced while the command goes on
    assert second == 0
    assert_like(folder, uninterrupted)


def test_two_commands_at_once_leave_the_film_whole(tmp_path: Path, uninterrupted: Path) -> None:
    folder = new_film(tmp_path / "Cards.film")
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(command, [folder, folder]))
    assert [(end.returncode, end.stderr) for end in ends] == [(0, "")] * 2
    assert_like(folder, uninterrupted)


def test_two_hundred_jobs_with_workers_and_supervisors_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path / "runtime"))
    client = Client(tmp_path, extra=[CARDBOARD])
    nodes = [node(n) for n in range(200)]
    client.submit(nodes)
    dice = random.Random(7)
    for _ in range(4):
        supervisor = subprocess.Popen([sys.executable, "-P", "-c", RUN, str(tmp_path)])
        wait_for_work(client, supervisor)
        time.sleep(dice.uniform(0.02, 0.15))
        victim = dice.choice([supervisor.pid, *children(supervisor.pid)])
        os.kill(victim, signal.SIGKILL)
        if victim != supervisor.pid:
            time.sleep(0.1)
            supervisor.kill()
        supervisor.wait()
    client.submit(nodes)
    client.run(lambda event: None)
    assert {row.job.key for row in client.rows() if type(row.state).__name__ == "Failed"} == set()
    assert set(client.store.keys()) == {n.key for n in nodes}
    assert all(client.store.sound(n.key) for n in nodes)
    assert not (tmp_path / "takes" / "damaged").exists()
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


RUN = f"""
import sys
from pathlib import Path
from engine.client import Client
Client(Path(sys.argv[1]), extra=[Path({str(CARDBOARD)!r})]).run(lambda event: None)
"""


def wait_for_work(client: Client, supervisor: subprocess.Popen[bytes]) -> None:
    before = len(list(client.store.keys()))
    end = time.monotonic() + 60
    while len(list(client.store.keys())) <= before and supervisor.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.01)


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def test_ctrl_c_leaves_a_queue_that_goes_on(tmp_path: Path, uninterrupted: Path) -> None:
    folder = new_film(tmp_path / "Cards.film")
    slow = film(["slow"] * 2, duration=60)
    save(slow, folder)
    running = subprocess.Popen(
        [sys.executable, "-P", str(COMMAND), str(folder)],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "STORYREEL_RUNTIME_DIR": str(tmp_path)},
    )
    client = Client(folder)
    end = time.monotonic() + 60
    while not any(row.tries for row in client.rows()):
        assert time.monotonic() < end
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.startswith("Stopped: 0 of 2 shots are rendered and kept. Run the same command again")
    assert "Traceback" not in said
    assert [(type(row.state).__name__, row.tries) for row in client.rows()] == [("Queued", 0)] * 2
    with queue_lock(folder):
        assert list((folder / "takes" / ".tmp").iterdir()) == []


def test_the_worker_dies_with_its_supervisor(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    client.submit([node(1, "slow", frames=2000)])
    supervisor = subprocess.Popen([sys.executable, "-P", "-c", RUN, str(tmp_path)])
    end = time.monotonic() + 60
    while not any(row.tries for row in client.rows()):
        assert time.monotonic() < end
        time.sleep(0.02)
    workers = children(supervisor.pid)
    supervisor.kill()
    supervisor.wait()
    assert workers
    while any(alive(pid) for pid in workers):
        assert time.monotonic() < end
        time.sleep(0.02)
    client.store.sweep()
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


def alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_plan_is_what_the_kill_tests_think_it_is() -> None:
    assert len(plan(film(ACTIONS)).nodes) == len(ACTIONS)
