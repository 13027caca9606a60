"""What can go wrong around a film, as a film-maker meets it: one sentence, the documented exit code, nothing lost, nothing
half-written. The real engine, small pictures.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from commands_film import SCRIPT, SMALL, Made, begun

from engine.cli import main
from engine.client import Client, Submitted
from engine.film import store
from engine.film.lock import FilmLock
from engine.plan.plan import Node, plan
from engine.queue.ledger import Ledger

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and signals")
Said = pytest.CaptureFixture[str]


@pytest.fixture
def said(capsys: Said) -> Said:
    return capsys


@pytest.fixture
def copy(whole: Made, tmp_path: Path) -> Made:
    """A film of one's own to break."""
    shutil.copytree(whole.base, tmp_path / "film")
    return Made(tmp_path / "film")


def run(*words: object) -> int:
    return main([str(word) for word in words])


def masters(made: Made) -> list[Path]:
    return sorted(made.folder.glob("takes/??/*/master.mov"))


def without_damaged(made: Made) -> dict[str, str]:
    return {path: digest for path, digest in made.bytes().items() if "/damaged/" not in path}


def tell(said: Said) -> str:
    """What stood on standard error: never a traceback, never more than a sentence and an action a trouble."""
    told = said.readouterr().err
    assert "Traceback" not in told
    assert "Error" not in told
    return told


def flip(master: Path) -> None:
    content = bytearray(master.read_bytes())
    content[len(content) // 2] ^= 1
    master.write_bytes(content)


HARMS: dict[str, Callable[[Path], object]] = {
    "flipped byte": flip,
    "truncated": lambda master: os.truncate(master, 4000),
    "missing": lambda master: master.unlink(),
    "record": lambda master: (master.parent / "take.json").write_text("{"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_film_heals_a_damaged_take(harm: str, copy: Made, whole: Made, said: Said) -> None:
    HARMS[harm](masters(copy)[0])
    shutil.rmtree(copy.folder / "cache")
    assert run("film", copy.script, copy.out, *SMALL) == 0
    assert "damaged" in tell(said)
    assert without_damaged(copy) == whole.bytes()
    assert len(list((copy.folder / "takes" / "damaged").iterdir())) == 1


def test_export_refuses_a_damaged_take_and_render_makes_it_again(copy: Made, whole: Made, said: Said) -> None:
    flip(masters(copy)[0])
    shutil.rmtree(copy.folder / "cache")
    before = copy.out.read_bytes()
    assert run("export", copy.folder, copy.out, "--no-title") == 6
    assert "is damaged: its master.mov has changed since it was rendered" in tell(said)
    assert copy.out.read_bytes() == before
    assert run("render", copy.folder) == 0
    assert run("export", copy.folder, copy.out, "--no-title") == 0
    assert without_damaged(copy) == whole.bytes()


@pytest.mark.parametrize("content", ["", '{"schema": "Film.1", "ti', '{"schema": "Film.1", "title": 7}', "[]", "\0\0"])
def test_a_damaged_document_is_kept_and_made_anew_from_the_script(
    content: str, copy: Made, whole: Made, said: Said
) -> None:
    document = copy.folder / store.FILM_FILE
    document.write_text(content)
    for words in (("render", copy.folder), ("export", copy.folder, copy.base / "no.mp4"), ("show", copy.folder)):
        assert run(*words) == 2
        assert tell(said).count("\n") == 2
        assert document.read_text() == content
    assert not (copy.base / "no.mp4").exists()
    assert run("film", copy.script, copy.out, *SMALL) == 0
    assert "autosave" in tell(said)
    assert copy.bytes() == whole.bytes()
    assert content in [path.read_text() for path in (copy.folder / "autosave").iterdir()]


def test_a_newer_film_is_left_untouched(copy: Made, said: Said) -> None:
    document = copy.folder / store.FILM_FILE
    document.write_text('{"schema": "Film.99"}')
    before = copy.bytes()
    for words in (("film", copy.script, copy.out, *SMALL), ("render", copy.folder), ("queue", "run", copy.folder)):
        assert run(*words) == 2
        assert "newer Storyreel" in tell(said)
    assert copy.bytes() == before


@pytest.mark.parametrize(
    ("name", "code"), [("folder.mp4", 4), ("two.txt", 2), ("two", 2), ("two.mov", 2), ("two.fountain", 2)]
)
def test_a_film_file_that_cannot_be_is_refused_before_anything_is_done(
    name: str, code: int, tmp_path: Path, said: Said
) -> None:
    made = begun(tmp_path)
    (tmp_path / "folder.mp4").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert run("film", made.script, tmp_path / name, *SMALL) == code
    assert tell(said).count("\n") == 2
    assert sorted(tmp_path.rglob("*")) == before
    assert made.script.read_text(encoding="utf-8") == SCRIPT


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (os.urandom(64) + b"\0" * 8, "binary"),
        (b"MARY walks by the sea.\n" * 2_300_000, "MB long"),
        (b" \n\n", "empty"),
        ("INT. CAFÉ - DAY\n\nMary sits.\n".encode("latin-1"), "Line 1"),
        (b"INT. CAFE - DAY\n\nMary sits.\n\n/* cut\n\nMore\n", "Line 5"),
    ],
    ids=["binary", "50 MB", "empty", "encoding", "boneyard"],
)
def test_a_script_that_cannot_be_read_writes_nothing(content: bytes, sentence: str, tmp_path: Path, said: Said) -> None:
    script = tmp_path / "bad.fountain"
    script.write_bytes(content)
    assert run("film", script, tmp_path / "bad.mp4") == 2
    told = tell(said)
    assert sentence in told
    assert told.count("\n") == 2
    assert list(tmp_path.iterdir()) == [script]


def limited(made: Made, size: int, *words: str) -> subprocess.CompletedProcess[str]:
    """A command that may write no file longer than `size` bytes: what a full disk looks like from inside."""
    code = (
        "import resource, sys; from engine.cli import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); sys.exit(main(sys.argv[1:]))"
    )
    line = [sys.executable, "-P", "-c", code, *words]
    return subprocess.run(line, env=made.environment(), capture_output=True, text=True, timeout=60, check=False)


@POSIX
@pytest.mark.parametrize(("when", "size"), [("save", 500), ("take", 65_000)])
def test_a_full_disk_while_a_film_is_made(when: str, size: int, tmp_path: Path, whole: Made) -> None:
    made = begun(tmp_path / "film")
    ended = limited(made, size, *made.line()[4:])
    assert ended.returncode == 4, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ".tmp" not in ended.stderr  # a person is told of the film, not of our drafts
    assert not made.out.exists()
    assert (made.folder / store.FILM_FILE).exists() == (when == "take")
    assert not list(made.folder.glob("takes/.tmp/*"))
    assert made.make().returncode == 0
    assert made.bytes() == whole.bytes()


@POSIX
def test_a_full_disk_while_a_film_is_exported(copy: Made, whole: Made) -> None:
    shutil.rmtree(copy.folder / "cache")
    before = copy.bytes()
    ended = limited(copy, 3000, "export", str(copy.folder), str(copy.out), "--no-title")
    assert ended.returncode == 4, ended.stderr
    assert ended.stderr.count("\n") == 2
    assert copy.bytes() == before
    assert not list(copy.base.rglob("*.part"))
    assert not list(copy.folder.glob("cache/segments/*"))


@POSIX
@pytest.mark.parametrize("moment", ["render", "export"])
def test_ctrl_c_is_heard_and_the_same_command_goes_on(moment: str, tmp_path: Path, whole: Made) -> None:
    made = begun(tmp_path / "film")
    sign = {"render": "two.film/takes/.tmp/*/master*", "export": "two.film/cache/segments/.making-*"}[moment]
    running = subprocess.Popen(made.line(), env=made.environment(), stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not list(made.base.glob(sign)):
        assert time.monotonic() < end
        assert running.poll() is None
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert "Run the same command again" in told
    assert "Traceback" not in told
    assert not list(made.folder.glob("takes/.tmp/*"))
    assert not list(made.base.rglob("*.part"))
    assert made.make().returncode == 0
    assert made.bytes() == whole.bytes()


def test_a_queue_run_beside_a_render(copy: Made, whole: Made) -> None:
    shutil.rmtree(copy.folder / "takes")
    line = [sys.executable, "-P", "-m", "engine.cli"]
    words = [["render", str(copy.folder)], ["queue", "run", str(copy.folder)]]
    running = [
        subprocess.Popen([*line, *each], env=copy.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for each in words
    ]
    said = [process.communicate(timeout=60)[1] for process in running]
    assert running[0].returncode == 0, said
    assert running[1].returncode == 0, said
    assert copy.bytes() == whole.bytes()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(copy: Made, said: Said) -> None:
    copy.folder.chmod(0o555)
    try:
        assert run("render", copy.folder) == 4
        assert "may not write" in tell(said)
    finally:
        copy.folder.chmod(0o755)


def queue_all(made: Made) -> None:
    """Every shot of the film waits in its queue."""
    film = store.load(made.folder)
    Client(made.folder).submit(plan(film).nodes)


@pytest.fixture
def unrendered(copy: Made) -> Made:
    """The film with neither takes nor queue: a document."""
    for folder in ("takes", "cache"):
        shutil.rmtree(copy.folder / folder)
    for file in copy.folder.glob("queue.*"):
        file.unlink()
    film = store.load(copy.folder)
    bare = [scene.with_(shots=[shot.with_(takes=()) for shot in scene.shots]) for scene in film.scenes]
    store.save(film.with_(scenes=bare), copy.folder)
    return copy


def test_a_queue_run_while_the_film_is_open_keeps_its_takes_for_later(unrendered: Made, said: Said) -> None:
    queue_all(unrendered)
    with FilmLock(unrendered.folder, "the editor"):
        assert run("queue", "run", unrendered.folder) == 0
    told = tell(said)
    assert "the editor" in told
    assert "The takes are kept" in told
    assert run("export", unrendered.folder, unrendered.out, "--no-title") == 0
    assert "Not rendered yet" not in tell(said)
    assert not any(shot.takes for shot in store.load(unrendered.folder).shots)  # exporting saves nothing


def test_a_queue_run_tells_of_its_own_shots_only(unrendered: Made, said: Said) -> None:
    queue_all(unrendered)
    first, *_ = plan(store.load(unrendered.folder)).nodes
    with Ledger(unrendered.folder) as ledger:
        ledger.failed(first.key, "The card is torn.")
    assert run("queue", "run", unrendered.folder) == 0
    assert said.readouterr().out == "1 done, 0 failed.\n"
    assert run("queue", "run", unrendered.folder) == 0
    assert said.readouterr().out == "0 done, 0 failed.\n"


def test_shots_that_another_command_took_off_the_queue_are_missed(
    unrendered: Made, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def submitted(self: Client, nodes: Sequence[Node]) -> Submitted:
        sent = submit(self, nodes)
        self.cancel(sent.queued[:1])
        return sent

    submit = Client.submit
    monkeypatch.setattr(Client, "submit", submitted)
    unrendered.out.unlink()
    assert run("film", unrendered.script, unrendered.out, *SMALL) == 130
    assert "1 shot taken off the queue by another command" in tell(said)
    assert not unrendered.out.exists()


@POSIX
def test_a_polite_kill_of_an_export_leaves_nothing_half_written(copy: Made) -> None:
    shutil.rmtree(copy.folder / "cache")
    line = [sys.executable, "-P", "-m", "engine.cli", "export", str(copy.folder), str(copy.base / "new.mp4")]
    running = subprocess.Popen(line, env=copy.environment(), stderr=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not list(copy.folder.glob("cache/segments/.making-*")):
        assert time.monotonic() < end
        assert running.poll() is None
        time.sleep(0.005)
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert not list(copy.folder.glob("cache/segments/.making-*"))
