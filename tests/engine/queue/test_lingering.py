"""A queue beside a person: workers stay for the next job, a pause holds drawing only, and a shot is seen while it is drawn."""

from __future__ import annotations

import threading
from pathlib import Path

import cv2
from card_films import CARDBOARD, node

from engine import protocol
from engine.client import Client
from engine.plan import desk


def test_a_worker_stays_for_the_next_job_with_what_it_has_loaded(tmp_path: Path) -> None:
    client, heard = Client(tmp_path, extra=[CARDBOARD]), []
    first, second = node(1), node(2)
    client.submit([first])

    def hear(event: protocol.Event) -> None:
        heard.append(event)
        if event == protocol.Taken(first.key, getattr(event, "seconds", 0.0)):
            threading.Timer(0.2, client.submit, [[second]]).start()

    client.run(hear, linger=1.5)
    assert client.store.has(second.key)
    loads = [event.sentence for event in heard if isinstance(event, protocol.Note) and "loaded" in event.sentence]
    assert len(loads) == 1


def test_a_pause_holds_drawing_and_lets_the_desk_go_on(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    client.submit([node(1)])
    client.pause()
    (tmp_path / "mute.wav").write_bytes(b"")
    key = client.order(desk.Sound(source="mute.wav", digest="0" * 64))
    assert client.has_work
    outcome = client.render([key], lambda event: None)
    assert outcome.done == (key,)
    assert not client.has_work
    assert not client.store.has(node(1).key)


def test_a_shot_shows_itself_while_it_is_drawn_and_its_preview_goes_with_it(tmp_path: Path) -> None:
    client, shown = Client(tmp_path, extra=[CARDBOARD]), []
    work = node(1, "slow", frames=22)
    client.submit([work])

    def hear(event: protocol.Event) -> None:
        if isinstance(event, protocol.Preview):
            shown.append((event.key, cv2.imread(str(tmp_path / event.picture))))

    client.run(hear)
    assert shown
    assert {key for key, _ in shown} == {work.key}
    assert shown[0][1].shape == (64, 64, 3)
    assert not list((tmp_path / "cache").rglob("*.jpg"))


def test_the_line_knows_desk_work_and_leaves_orders_out(tmp_path: Path) -> None:
    client = Client(tmp_path)
    client.submit([node(1)])
    key = client.order(desk.Sound(source="a.wav", digest="0" * 64))
    rows = {row.job.key: row for row in client.line()}
    assert rows[node(1).key].job.payload == ""
    assert desk.Sound.model_validate_json(rows[key].job.payload).source == "a.wav"
    assert all(row.changed > 0 for row in rows.values())
