"""Workers may die, hang, lie and run out of disk; the queue goes on, with one sentence each time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from card_films import CARDBOARD, node

from engine import protocol
from engine.client import Client, Running
from engine.errors import Cancelled, Locked, StorageFailed
from engine.plan.plan import Node
from engine.queue.broadcast import Broadcast
from engine.queue.lane import Patience
from engine.queue.ledger import Failed, Ledger, Queued
from engine.queue.locks import device_lock, queue_lock
from engine.queue.outcome import Outcome
from engine.queue.supervisor import Supervisor

HASTY = Patience(stall=30.0, terminate=0.3, kill=0.3)


class Listener:
    """Keeps events, and acts when one comes that it waits for."""

    def __init__(self, when: type | None = None, then: Callable[[], object] = lambda: None) -> None:
        self.events: list[protocol.Event] = []
        self._when = when
        self._then = then

    def __call__(self, event: protocol.Event) -> None:
        self.events.append(event)
        if self._when is not None and isinstance(event, self._when):
            self._when = None
            self._then()

    def of(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]


def queued(folder: Path, *actions: str, frames: int = 4) -> tuple[Client, list[Node]]:
    nodes = [node(n, action, frames=frames) for n, action in enumerate(actions)]
    client = Client(folder, extra=[CARDBOARD], patience=HASTY)
    client.submit(nodes)
    return client, nodes


def in_thread(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def eventually(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never became true"
        time.sleep(0.01)


def test_every_job_gets_its_take_and_the_engine_is_loaded_once(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, *[""] * 9)
    heard = Listener()
    outcome = client.run(heard)
    assert set(outcome.done) == {n.key for n in nodes}
    assert all(client.store.sound(n.key) for n in nodes)
    assert [e.sentence for e in heard.of(protocol.Note)] == ["Cardboard, a fake for tests was loaded for the 1. time."]
    assert [e.key for e in heard.of(protocol.Taken)] == [n.key for n in nodes]
    assert {e.done for e in heard.of(protocol.Progress)} >= {6}


def test_bad_jobs_fail_with_a_sentence_and_the_rest_goes_on(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "fail", "fault", "short", "silent", "chatter", "")
    outcome = client.run(Listener())
    sentences = {key: failed.sentence for key, failed in outcome.failed}
    assert sentences == {
        nodes[0].key: "The card is torn.",
        nodes[1].key: "The cardboard engine met a fault of its own (ZeroDivisionError).",
        nodes[2].key: "The cardboard engine drew 5 pictures where 6 were ordered.",
        nodes[3].key: "The cardboard engine gave no answer for this shot.",
    }
    assert set(outcome.done) == {nodes[4].key, nodes[5].key}
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []
    log = (tmp_path / "cache" / "worker.log").read_text()
    assert log.count("ZeroDivisionError: a bug in the engine") == 1


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARDBOARD_MARK", str(tmp_path / "mark"))
    client, nodes = queued(tmp_path, "", "die once", "", "")
    heard = Listener()
    outcome = client.run(heard)
    assert set(outcome.done) == {n.key for n in nodes}
    assert "tried once more" in heard.of(protocol.Note)[1].sentence


def test_a_second_death_fails_the_job_and_the_next_goes_on(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "", "die", "", "die", "")
    heard = Listener()
    outcome = client.run(heard)
    assert {key for key, _ in outcome.failed} == {nodes[1].key, nodes[3].key}
    assert set(outcome.done) == {nodes[0].key, nodes[2].key, nodes[4].key}
    assert [e.kind for e in heard.of(protocol.Failed)] == ["WorkerDied", "WorkerDied"]
    assert heard.of(protocol.Failed)[0].sentence.startswith("The renderer was killed")
    again = client.submit(nodes)
    assert set(again.unsettled) == {nodes[1].key, nodes[3].key}
    assert len(again.already_taken) == 3


def test_an_unknown_engine_and_an_unreadable_order_are_sentences(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    strange = node(1, engine="oil-paint")
    client.submit([strange])
    client.add([protocol.Job(key="0" * 64, engine="cardboard", payload='{"order": 3}')])
    outcome = client.run(Listener())
    sentences = {key: failed.sentence for key, failed in outcome.failed}
    assert sentences[strange.key] == "There is no engine called 'oil-paint'."
    assert sentences["0" * 64] == "This job's order cannot be read."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARDBOARD_FULL", str(tmp_path / "full"))
    client, nodes = queued(tmp_path, *[""] * 6)
    heard = Listener(protocol.Taken, (tmp_path / "full").touch)
    with pytest.raises(StorageFailed, match="is full"):
        client.run(heard)
    assert heard.of(protocol.Failed) == []
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []
    (tmp_path / "full").unlink()
    assert set(client.run(Listener()).done) == {n.key for n in nodes}
    assert not any(row.tries > 1 for row in client.rows())


def test_a_full_disk_met_by_the_engine_itself_stops_the_run_too(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "", "full disk", "")
    with pytest.raises(StorageFailed, match="is full"):
        client.run(Listener())
    assert client.store.has(nodes[0].key)
    assert sum(isinstance(row.state, Queued) for row in client.rows()) == 2


def test_cancel_of_a_slow_shot_takes_effect_between_pictures(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "slow", "", frames=400)
    began = [0.0]

    def cancel() -> None:
        began[0] = time.monotonic()
        client.cancel([nodes[0].key])

    ended: list[float] = []
    heard = Listener(protocol.Started, cancel)

    def report(event: protocol.Event) -> None:
        heard(event)
        if isinstance(event, protocol.Cancelled):
            ended.append(time.monotonic())

    outcome = client.run(report)
    assert outcome.cancelled == (nodes[0].key,)
    assert outcome.done == (nodes[1].key,)
    assert ended[0] - began[0] < 5.0  # its pictures would take twenty seconds
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


def test_a_worker_deaf_to_cancel_is_ended(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "deaf", "", frames=400)
    outcome = client.run(Listener(protocol.Started, lambda: client.cancel([nodes[0].key])))
    assert outcome.cancelled == (nodes[0].key,)
    assert outcome.done == (nodes[1].key,)
    assert client.store.sweep() == 0  # the next worker has swept


def test_cancelling_a_waiting_shot_leaves_the_drawn_one_alone(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "slow", "", "")
    outcome = client.run(Listener(protocol.Started, lambda: client.cancel([nodes[1].key])))
    assert outcome.cancelled == (nodes[1].key,)
    assert set(outcome.done) == {nodes[0].key, nodes[2].key}
    assert next(row.tries for row in client.rows() if row.job.key == nodes[0].key) == 1


def test_a_silent_worker_is_ended_and_its_job_fails(tmp_path: Path, error_records: list) -> None:
    _, nodes = queued(tmp_path, "", "")
    client = Client(
        tmp_path, extra=[CARDBOARD], patience=Patience(stall=8.0)
    )  # longer than a worker takes to start on a busy machine
    stopped: list[int] = []

    def stop_it() -> None:
        with Ledger(tmp_path) as ledger:
            assert ledger.unsettled()
        children = [int(pid) for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()]
        for pid in children:
            os.kill(pid, signal.SIGSTOP)
            stopped.append(pid)

    if not Path("/proc/self/task").exists():
        pytest.skip("needs /proc")
    outcome = client.run(Listener(protocol.Started, stop_it))
    assert stopped
    assert set(outcome.done) == {n.key for n in nodes}
    assert "said nothing" in error_records[0].getMessage()
    error_records.clear()


def test_pause_finishes_the_shot_in_hand_and_begins_no_other(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "slow", "", "")
    done: list[Outcome] = []
    thread = in_thread(lambda: done.append(client.run(Listener(protocol.Started, client.pause))))
    eventually(lambda: client.store.has(nodes[0].key))
    time.sleep(0.3)
    assert not client.store.has(nodes[1].key)
    client.resume()
    thread.join(60)
    assert set(done[0].done) == {n.key for n in nodes}


def test_stop_leaves_a_queue_that_goes_on(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "", "slow", "", frames=100)
    with pytest.raises(Cancelled, match="Stopped: "):
        client.run(Listener(protocol.Taken, client.stop))
    assert [row.tries for row in client.rows()][2] == 0
    assert sum(isinstance(row.state, Queued) for row in client.rows()) == 2
    client.cancel([nodes[1].key])
    assert nodes[2].key in client.run(Listener()).done


def test_until_works_on_nothing_else(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "", "", "", "")
    outcome = client.render([nodes[2].key], Listener())
    assert outcome.done == (nodes[2].key,)
    assert [client.store.has(n.key) for n in nodes] == [False, False, True, False]


def test_a_second_supervisor_is_refused_by_name(tmp_path: Path) -> None:
    queued(tmp_path, "")
    with queue_lock(tmp_path), pytest.raises(Locked, match=f"process {os.getpid()}"):
        Supervisor(tmp_path).run(Listener())
    Supervisor(tmp_path, extra=[CARDBOARD]).run(Listener())


def test_two_commands_share_one_film(tmp_path: Path) -> None:
    """The second watches the first, hears of its own shots, and both end with every take."""
    first, nodes = queued(tmp_path, *["slow"] * 3, frames=20)  # long enough to be met at work
    second = Client(tmp_path, extra=[CARDBOARD])
    later = [nodes[2], node(77)]
    heard = Listener()
    outcomes: list[Outcome] = []
    started = threading.Event()
    a = in_thread(
        lambda: outcomes.append(first.render([n.key for n in nodes], Listener(protocol.Started, started.set)))
    )
    assert started.wait(60)
    assert isinstance(second.state(), Running)
    submitted = second.submit(later)
    assert (submitted.already_queued, submitted.queued) == ((nodes[2].key,), (later[1].key,))
    outcomes.append(second.render(submitted.unsettled, heard))
    a.join(60)
    assert all(first.store.sound(n.key) for n in (*nodes, later[1]))
    assert {key for outcome in outcomes for key in outcome.done} == {n.key for n in (*nodes, later[1])}
    assert {e.key for e in heard.of(protocol.Taken)} == {nodes[2].key, later[1].key}


def test_the_watcher_takes_over_when_the_first_is_killed(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, *["slow"] * 3, frames=20)  # long enough to be met at work
    code = f"""
import sys
from pathlib import Path
from engine.client import Client
Client(Path(sys.argv[1]), extra=[Path({str(CARDBOARD)!r})]).run(lambda event: None)
"""
    other = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)])
    eventually(lambda: isinstance(client.state(), Running))
    outcomes: list[Outcome] = []
    watcher = in_thread(lambda: outcomes.append(client.render([n.key for n in nodes], Listener())))
    eventually(lambda: client.store.has(nodes[0].key))
    other.kill()
    other.wait()
    watcher.join(60)
    assert set(outcomes[0].done) == {n.key for n in nodes}


def test_another_film_on_the_same_device_waits_its_turn(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "")
    heard = Listener()
    outcomes: list[Outcome] = []
    with device_lock("cpu"):
        thread = in_thread(lambda: outcomes.append(client.run(heard)))
        eventually(lambda: bool(heard.of(protocol.Note)))
        time.sleep(0.2)
        assert not client.store.has(nodes[0].key)
        assert "Another film" in heard.of(protocol.Note)[0].sentence
    thread.join(60)
    assert outcomes[0].done == (nodes[0].key,)


def test_the_desk_works_while_the_device_is_busy(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "")
    client.run(Listener())
    client.store.path(nodes[0].key, "master.mov").write_bytes(b"other pictures")
    client.submit([node(9)])
    client.add([protocol.Job(key="check the shelf", engine="verify", payload="{}", lane="desk")])
    heard = Listener()
    with device_lock("cpu"):
        outcome = client.render(["check the shelf"], heard)
    assert outcome.done == ("check the shelf",)
    assert any("1 of 1 takes were damaged" in e.sentence for e in heard.of(protocol.Note))
    assert not client.store.has(nodes[0].key)


def test_a_damaged_queue_is_one_note_and_is_rebuilt(tmp_path: Path) -> None:
    client, nodes = queued(tmp_path, "", "")
    client.run(Listener())
    (tmp_path / "queue.sqlite").write_bytes(b"noise" * 999)
    third = node(3)
    assert client.submit([*nodes, third]).queued == (third.key,)
    assert set(client.run(Listener()).done) == {third.key}


def test_a_failed_upstream_fails_what_stands_on_it(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    first, second = node(1, "fail"), node(2)
    client.add(
        [
            protocol.Job(first.key, "cardboard", '{"order": {}}'),
            protocol.Job(second.key, "cardboard", '{"order": {}}', needs=(first.key,)),
        ]
    )
    outcome = client.render([second.key], Listener())
    assert outcome.failed == ((second.key, Failed("What this shot stands on was not made.", "Render it again.")),)


def test_ctrl_c_while_the_workers_leave_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client, nodes = queued(tmp_path, "")
    close = Broadcast.close
    monkeypatch.setattr(Broadcast, "close", lambda self: (signal.raise_signal(signal.SIGINT), close(self)))
    with pytest.raises(Cancelled, match="1 of 1 shots are rendered"):
        client.render([nodes[0].key], Listener())


def test_a_stop_between_two_supervisors_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client, nodes = queued(tmp_path, "")
    other = queue_lock(tmp_path).take()

    def watched(*_: object) -> None:
        client.stop()
        other.release()

    monkeypatch.setattr(client, "_watched", watched)
    with pytest.raises(Cancelled):
        client.render([nodes[0].key], Listener())
    assert not client.store.has(nodes[0].key)
