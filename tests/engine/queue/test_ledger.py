"""The ledger's rows stay true: no job is lost, doubled, or tried for ever."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import NewerFilm, StorageFailed
from engine.protocol import Job
from engine.queue.ledger import Cancelled, Done, Failed, Leased, Ledger, Queued
from engine.queue.lessee import Lessee, boot_id, this_process
from engine.queue.locks import runtime_folder
from engine.queue.schema import FILE

ME = Lessee(1, 1.0, "today")


def job(key: str, *needs: str, engine: str = "cardboard", priority: int = 0) -> Job:
    return Job(key=key, engine=engine, payload="{}", needs=needs, priority=priority)


def line(ledger: Ledger) -> list[str]:
    return [row.job.key for row in ledger.rows() if isinstance(row.state, Queued)]


def state(ledger: Ledger, key: str) -> object:
    row = ledger.row(key)
    assert row is not None
    return row.state


def test_jobs_come_back_as_they_went_in(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        assert ledger.enqueue([job("a"), job("b", "a", priority=0)]) == 2
    with Ledger(tmp_path) as ledger:
        assert [row.job for row in ledger.rows()] == [job("a"), job("b", "a")]


def test_enqueueing_twice_changes_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b")])
        ledger.lease("render", ME)
        before = ledger.rows()
        assert ledger.enqueue([job("a"), job("b")]) == 0
        assert ledger.rows() == before


def test_what_is_given_back_after_others_were_moved_stands_in_front_again(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job(key) for key in "abcdef"])
        leased = [row.key for row in ledger.lease("render", ME, limit=3)]
        assert leased == ["a", "b", "c"]
        ledger.done("a")
        ledger.move("f")
        ledger.give_back(["b", "c"])
        assert line(ledger) == ["b", "c", "f", "d", "e"]


@pytest.mark.parametrize("end", ["done", "failed", "cancelled"])
def test_a_settled_job_asked_for_again_starts_afresh(tmp_path: Path, end: str) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a")])
        ledger.lease("render", ME)
        ledger.begun("a")
        match end:
            case "done":
                ledger.done("a", 2.5)
                assert state(ledger, "a") == Done(2.5)
            case "failed":
                ledger.failed("a", "It tore.", "Glue it.")
                assert state(ledger, "a") == Failed("It tore.", "Glue it.")
            case _:
                ledger.cancel()
                ledger.give_back(["a"])
                assert state(ledger, "a") == Cancelled()
        assert ledger.unsettled() == 0
        assert ledger.enqueue([job("a")]) == 1
        row = ledger.row("a")
        assert row is not None
        assert (row.tries, row.state) == (0, Queued())


def test_leases_follow_the_line_and_one_engine(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b"), job("c", engine="other"), job("d"), job("e", priority=1)])
        assert [j.key for j in ledger.lease("render", ME, limit=3)] == ["e", "a", "b"]
        assert ledger.upcoming("render") == "other"
        assert [j.key for j in ledger.lease("render", ME, limit=3)] == ["c"]
        assert ledger.lease("desk", ME) == ()
        assert state(ledger, "a") == Leased(ME, stopping=False)


def test_only_the_wanted_are_leased(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b"), job("c", "b"), job("d", "c")])
        wanted = ledger.with_needs({"d"})
        assert wanted == {"b", "c", "d"}
        assert [j.key for j in ledger.lease("render", ME, limit=9, among=wanted)] == ["b"]
        assert ledger.lease("render", ME, among=frozenset()) == ()


def test_what_stands_on_another_waits_for_it_and_falls_with_it(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b", "a"), job("c", "b"), job("d", "long done")])
        assert [j.key for j in ledger.lease("render", ME, limit=9)] == ["a", "d"]
        ledger.done("a")
        assert [j.key for j in ledger.lease("render", ME, limit=9)] == ["b"]
        ledger.failed("b", "It tore.")
        assert isinstance(state(ledger, "c"), Failed)
        assert ledger.unsettled() == 1


def test_a_second_death_fails_the_job(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b")])
        for last in (False, True):
            assert "a" in [j.key for j in ledger.lease("render", ME, limit=2)]
            ledger.begun("a")
            assert ledger.died("a", "It died.") is last
            ledger.give_back(["b"])
        assert state(ledger, "a") == Failed("It died.", "")
        row = ledger.row("b")
        assert row is not None
        assert row.tries == 0


def test_a_death_before_the_first_picture_counts_too(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a")])
        ledger.lease("render", ME)
        assert not ledger.died("a", "It died.")
        ledger.lease("render", ME)
        assert ledger.died("a", "It died.")


def test_a_reboot_does_not_count(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a")])
        for day in range(5):
            yesterday = replace(ME, boot=f"day {day}")
            assert ledger.lease("render", yesterday)
            ledger.begun("a")
            assert ledger.recover(replace(ME, boot=f"day {day + 1}")) == 1
            assert state(ledger, "a") == Queued()
        row = ledger.row("a")
        assert row is not None
        assert row.tries == 0


def test_a_supervisor_that_dies_twice_over_a_job_fails_it(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b")])
        for _ in range(2):
            ledger.lease("render", ME, limit=2)
            ledger.begun("a")
            ledger.recover(replace(ME, pid=2))
        assert isinstance(state(ledger, "a"), Failed)
        assert state(ledger, "b") == Queued()


def test_cancelling_takes_what_waits_and_marks_what_runs(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a"), job("b"), job("c")])
        ledger.lease("render", ME)
        assert ledger.cancel(["a", "b", "nobody"]) == 2
        assert ledger.wishes() == {"a"}
        assert state(ledger, "a") == Leased(ME, stopping=True)
        assert state(ledger, "b") == Cancelled()
        ledger.give_back(["a"])
        assert state(ledger, "a") == Cancelled()
        assert line(ledger) == ["c"]


def test_a_cancel_nobody_was_there_to_heed_is_heeded_by_the_next(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a")])
        ledger.lease("render", ME)
        ledger.cancel()
        ledger.recover(this_process())
        assert state(ledger, "a") == Cancelled()


def test_a_paused_queue_leases_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger, Ledger(tmp_path) as other:
        ledger.enqueue([job("a")])
        other.pause()
        assert ledger.paused
        assert ledger.lease("render", ME) == ()
        assert ledger.upcoming("render") is None
        other.pause(False)
        assert ledger.lease("render", ME) != ()


@given(st.lists(st.tuples(st.integers(0, 5), st.none() | st.integers(0, 5)), max_size=8))
@settings(max_examples=25, deadline=None)
def test_moving_reorders_and_loses_nothing(tmp_path_factory: pytest.TempPathFactory, moves: list) -> None:
    keys = list("abcdef")
    with Ledger(tmp_path_factory.mktemp("film")) as ledger:
        ledger.enqueue([job(key, priority=n % 2) for n, key in enumerate(keys)])
        expected = line(ledger)
        for key, before in ((keys[a], None if b is None else keys[b]) for a, b in moves):
            ledger.move(key, before)
            if key != before:
                expected.remove(key)
                expected.insert(0 if before is None else expected.index(before), key)
            assert line(ledger) == expected


def test_two_processes_never_lease_the_same_job(tmp_path: Path) -> None:
    keys = [str(n) for n in range(40)]
    with Ledger(tmp_path) as ledger:
        ledger.enqueue(job(key) for key in keys)
    got: list[str] = []

    def take(pid: int) -> None:
        with Ledger(tmp_path) as mine:
            while jobs := mine.lease("render", replace(ME, pid=pid), limit=3):
                got.extend(j.key for j in jobs)

    threads = [threading.Thread(target=take, args=(pid,)) for pid in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == sorted(keys)


@pytest.mark.parametrize("harm", ["noise", "zeroed header", "another program's"])
def test_a_damaged_queue_is_kept_aside_and_begun_anew(tmp_path: Path, harm: str) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a")])
    path = tmp_path / FILE
    match harm:
        case "noise":
            path.write_bytes(b"this was a queue" * 500)
        case "zeroed header":
            path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
        case _:
            path.unlink()
            with sqlite3.connect(path) as other:
                other.execute("PRAGMA user_version=1")
            other.close()
    with Ledger(tmp_path) as ledger:
        assert "damaged" in ledger.repaired
        assert ledger.rows() == ()
        assert ledger.enqueue([job("a")]) == 1
    assert (tmp_path / "queue.damaged-1.sqlite").exists()
    with Ledger(tmp_path) as ledger:
        assert ledger.repaired == ""
        assert len(ledger.rows()) == 1


def test_damage_inside_is_found_by_a_check(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue(job(f"{n:064}") for n in range(400))
        assert ledger.whole()
    path = tmp_path / FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 8192] = b"\xa5" * 8192
    path.write_bytes(bytes(content))
    with Ledger(tmp_path) as ledger:
        assert not ledger.whole()
        ledger.begin_anew()
        assert ledger.rows() == ()
        assert ledger.whole()


def test_a_newer_queue_is_left_untouched(tmp_path: Path) -> None:
    Ledger(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as newer:
        newer.execute("PRAGMA user_version=99")
    newer.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(NewerFilm):
        Ledger(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        Ledger(tmp_path / "nowhere")


def test_a_full_disk_is_one_sentence_and_nothing_is_half_written(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.enqueue([job("a")])
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StorageFailed, match="is full"):
            ledger.enqueue(job(f"{n:064}") for n in range(2000))
        assert line(ledger) == ["a"]


def test_the_boot_has_a_name() -> None:
    assert boot_id()
    assert this_process().boot == boot_id()


def test_a_machine_without_names_for_its_users_has_a_place_for_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    (tmp_path / "file").touch()
    monkeypatch.delenv("STORYREEL_RUNTIME_DIR", raising=False)
    monkeypatch.setattr("platformdirs.user_runtime_dir", lambda *_, **__: str(tmp_path / "file" / "no"))
    monkeypatch.setattr("getpass.getuser", nameless)
    assert runtime_folder().name.startswith("storyreel-")
