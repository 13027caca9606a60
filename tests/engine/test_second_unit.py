"""Work beside the plan: it is drawn like any take, and a note tells what it was for, also after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from card_films import CARDBOARD, film

from engine.client import Client
from engine.film.coverage import add_take
from engine.plan.key_frames import key_frame_node
from engine.plan.pickups import Part, pickup_node
from engine.plan.plan import orders, plan
from engine.plan.second_unit import Assignment, assignment
from engine.takes.adopt import take_of


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


def key_frame(action: str, seed: int | None = None) -> Assignment:
    ((shot, order),) = orders(film([action]))
    return assignment("key frame", key_frame_node(shot.id, order, "cardboard", seed))


def test_what_was_asked_for_is_known_to_whoever_opens_the_film_next(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    wanted = key_frame("a")
    assert client.assign([wanted, key_frame("a")]).queued == (wanted.key,)
    assert client.delivered(wanted) is None
    client.run(lambda event: None)
    later = Client(tmp_path)
    assert later.assignments() == (wanted,)
    take = later.delivered(later.assignments()[0])
    assert take is not None
    assert (take.frames, take.recipe.key) == (1, wanted.key)
    later.dismiss(wanted)
    assert later.assignments() == ()


def test_another_seed_draws_another(tmp_path: Path) -> None:
    assert key_frame("a", 7).key != key_frame("a").key
    assert key_frame("a", 7).order.frames == 1


def test_a_note_that_is_torn_is_passed_over(tmp_path: Path) -> None:
    client = Client(tmp_path)
    client.assign([key_frame("a")])
    (tmp_path / key_frame("a").note).write_bytes(b'{"kind": "key fr')
    assert client.assignments() == ()


def test_a_pickup_is_a_take_that_knows_its_parent(tmp_path: Path) -> None:
    client = Client(tmp_path, extra=[CARDBOARD])
    shots = film(["a"])
    nodes = plan(shots).nodes
    client.submit(nodes)
    client.run(lambda event: None)
    parent = take_of(nodes[0], client.store)
    shots = add_take(shots, nodes[0].shots[0], parent)
    wanted = assignment("pickup", pickup_node(shots, next(shots.shots), parent, Part(1, 3), "cardboard"))
    assert wanted.order.pickup is not None
    assert (wanted.order.pickup.take, wanted.key != parent.recipe.key) == (parent.recipe.key, True)


def test_a_click_that_a_crash_kept_from_the_queue_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client, wanted = Client(tmp_path, extra=[CARDBOARD]), key_frame("a")

    def crash(*_: object, **__: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(client, "submit", crash)
        with pytest.raises(SystemExit):
            client.assign([wanted])
    later = Client(tmp_path, extra=[CARDBOARD])
    assert (later.assignments(), later.unqueued()) == ((), (wanted,))
    assert later.assign(later.unqueued()).queued == (wanted.key,)
    assert (later.assignments(), later.unqueued()) == ((wanted,), ())
