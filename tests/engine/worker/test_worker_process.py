"""The worker process: its line cannot be corrupted, it runs our engine wherever it is started, and it leaves with us."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from card_films import CARDBOARD, node

from engine import protocol
from engine.client import Client, job_for
from engine.errors import Cancelled
from engine.worker.stopping import Stopping
from engine.worker.wire import Reporter


def talk(folder: Path, *lines: bytes, **environment: str) -> tuple[list[protocol.Event], str, int]:
    """Say these lines to a worker and hang up; returns what it said, its standard error, and its exit code."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "engine.worker", str(folder), "--extra", str(CARDBOARD)],
        input=b"".join(lines),
        capture_output=True,
        env={**os.environ, **environment},
        timeout=30,
        check=False,
    )
    events = [protocol.decode_event(line) for line in done.stdout.splitlines()]
    assert None not in events, done.stdout
    return [event for event in events if event is not None], done.stderr.decode(), done.returncode


def run(*actions: str) -> bytes:
    return protocol.encode(protocol.Run(tuple(job_for(node(n, action)) for n, action in enumerate(actions))))


def test_prints_of_a_library_never_reach_the_line(tmp_path: Path) -> None:
    events, errors, code = talk(tmp_path, run("chatter"), protocol.encode(protocol.Shutdown()))
    assert code == 0
    assert [e.key for e in events if isinstance(e, protocol.Taken)] == [node(0, "chatter").key]
    assert "nonsense" in errors


def test_an_unknown_request_is_skipped_with_a_log(tmp_path: Path) -> None:
    strange = json.dumps({"v": 1, "type": "dance"}).encode() + b"\nnot json\n"
    events, _, _ = talk(tmp_path, strange, run(""), protocol.encode(protocol.Shutdown()))
    assert sum(isinstance(e, protocol.Log) for e in events) == 2
    assert isinstance(events[-1], protocol.Idle)


def test_hanging_up_stops_the_work_and_leaves_no_draft(tmp_path: Path) -> None:
    events, _, _ = talk(tmp_path, run("slow", "slow", "slow"))
    assert not any(isinstance(e, protocol.Failed) for e in events)
    assert list((tmp_path / "takes").glob(".tmp/*")) == []


def test_a_cancel_right_behind_its_run_is_not_lost(tmp_path: Path) -> None:
    lines = run("slow", "slow"), protocol.encode(protocol.Cancel()), protocol.encode(protocol.Shutdown())
    events, _, _ = talk(tmp_path, *lines)
    assert sum(isinstance(e, protocol.Cancelled) for e in events) == 2
    assert not any(isinstance(e, protocol.Progress | protocol.Taken) for e in events)


def test_a_take_that_is_there_is_not_drawn_again(tmp_path: Path) -> None:
    first, _, _ = talk(tmp_path, run("", "b"), protocol.encode(protocol.Shutdown()))
    again, _, _ = talk(tmp_path, run("", "b"), protocol.encode(protocol.Shutdown()))
    assert sum(isinstance(e, protocol.Started) for e in first) == 2
    assert [type(e) for e in again] == [protocol.Hello, protocol.Taken, protocol.Taken, protocol.Idle]


@pytest.mark.parametrize("path", ["", ".", "relative/folder"])
def test_a_film_folder_with_an_engine_of_its_own_is_no_trap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (tmp_path / "engine.py").write_text("raise SystemExit('the wrong engine')")
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path / "runtime"))
    client = Client(tmp_path, extra=[CARDBOARD])
    client.submit([node(1)])
    assert client.run(lambda event: None).done == (node(1).key,)


class Heard:
    """Stands in for the wire."""

    def __init__(self) -> None:
        self.events: list[protocol.Event] = []

    def send(self, event: protocol.Event) -> None:
        self.events.append(event)


def test_progress_is_thinned_out_but_the_end_is_told() -> None:
    heard = Heard()
    report = Reporter(heard)  # type: ignore[arg-type]
    report.started("k")
    for done in range(1, 1001):
        report.progress("k", done, 1000)
    steps = [e for e in heard.events if isinstance(e, protocol.Progress)]
    assert len(steps) < 20
    assert (steps[-1].done, steps[-1].seconds_left) == (1000, 0.0)


def test_a_cancel_counts_only_for_open_shots() -> None:
    stop = Stopping()
    stop.opened("a")
    stop.ask(("b",))
    stop.check()
    stop.closed("a")
    with pytest.raises(Cancelled):
        stop.opened("b")
    stop.fresh()
    stop.opened("b")
    stop.ask(())
    with pytest.raises(Cancelled):
        stop.check()
