"""What a front end asks and is told about a film's queue."""

from __future__ import annotations

from pathlib import Path

import pytest
from card_films import CARDBOARD, node

from engine import protocol
from engine.client import Client, Empty, Paused, Waiting
from engine.errors import StorageFailed
from engine.queue.broadcast import Audience, Broadcast
from engine.queue.outcome import Outcome
from engine.takes.record import MASTER


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


def test_looking_creates_nothing(tmp_path: Path) -> None:
    client = Client(tmp_path)
    assert client.state() == Empty()
    assert client.rows() == ()
    assert not client.paused
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_render_starts_nothing(tmp_path: Path) -> None:
    assert Client(tmp_path).render([], lambda event: None) == Outcome()
    assert list(tmp_path.iterdir()) == []


def test_states_of_a_queue(tmp_path: Path) -> None:
    client = Client(tmp_path)
    client.submit([node(1), node(2)])
    assert client.state() == Waiting(2)
    client.pause()
    assert client.state() == Paused(2)
    client.resume()
    client.cancel([node(1).key])
    assert client.state() == Waiting(1)
    client.cancel()
    assert client.state() == Empty()


def test_submitting_skips_what_is_rendered_and_asks_again_for_what_was_damaged(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    nodes = [node(1), node(2)]
    keys = tuple(n.key for n in nodes)
    assert client.submit(nodes).queued == keys
    assert client.submit(nodes).already_queued == keys
    client.run(lambda event: None)
    assert client.submit(nodes).already_taken == keys
    client.store.path(keys[0], MASTER).write_bytes(b"mould")
    assert not client.store.sound(keys[0])
    assert client.submit(nodes).queued == keys[:1]
    client.run(lambda event: None)
    assert client.store.sound(keys[0])


def test_extra_engines_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_EXTRA_BACKENDS", str(CARDBOARD))
    client = Client(tmp_path)
    client.submit([node(1)])
    assert client.run(lambda event: None).done == (node(1).key,)


def test_the_next_in_line_can_be_chosen(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    nodes = [node(n) for n in range(4)]
    client.submit(nodes)
    client.move(nodes[3].key)
    client.move(nodes[0].key, before=nodes[2].key)
    taken: list[str] = []
    client.run(lambda event: taken.append(event.key) if isinstance(event, protocol.Taken) else None)
    assert taken == [nodes[n].key for n in (3, 1, 0, 2)]


def test_a_film_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        Client(tmp_path / "nowhere").submit([node(1)])


def test_watchers_hear_on_across_supervisors(tmp_path: Path) -> None:
    first = Broadcast(tmp_path)
    first.send(protocol.Note("before"))
    audience = Audience(tmp_path)
    first.send(protocol.Note("one"))
    assert list(audience.heard()) == [protocol.Note("one")]
    first.close()
    second = Broadcast(tmp_path)
    second.send(protocol.Note("two"))
    assert list(audience.heard()) == [protocol.Note("two")]
    assert list(audience.heard()) == []
    second.close()
    audience.close()
