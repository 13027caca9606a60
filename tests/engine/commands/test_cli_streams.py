"""Where a command's words go: a pipe that closes, a full disk, a terminal that is not UTF-8, no terminal at all. Each command
is a process of its own, because what happens at the interpreter's end counts too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from engine.cli import main
from engine.film import store
from engine.film.document import Film

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX devices and pipes")
COMMAND = [sys.executable, "-P", "-m", "engine.cli"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Chinese film without shots."""
    store.save(Film(title="江雪"), tmp_path / "river.film")
    return tmp_path / "river.film"


def ended(
    words: list[str],
    *,
    stdout: int | IO[bytes] = subprocess.PIPE,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **(env or {})}
    return subprocess.run(
        [*COMMAND, *words], env=environment, stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False
    )


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_terminal_without_chinese_gets_escapes(form: list[str], folder: Path) -> None:
    shown = ended([*form, "show", str(folder)], env={"PYTHONIOENCODING": "ascii"})
    assert shown.returncode == 0, shown.stderr
    assert b"\\u6c5f\\u96ea" in shown.stdout
    assert shown.stderr == b""


@POSIX
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_reader_who_goes_away_is_no_fault(form: list[str], folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        shown = ended([*form, "show", str(folder)], stdout=writer)
    finally:
        os.close(writer)
    assert shown.returncode == 141
    assert shown.stderr == b""


@POSIX
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_output_that_is_full_is_told_by_the_exit_code(form: list[str], folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        shown = ended([*form, "show", str(folder)], stdout=full)
    assert shown.returncode == 4, shown.stderr
    assert b"Traceback" not in shown.stderr
    assert b"Exception" not in shown.stderr
    assert (b"The disk that holds the output is full." in shown.stderr) == (not form)


@POSIX
@pytest.mark.parametrize(("words", "code"), [(["--json", "show"], 0), (["show"], 0), (["queue", "run", "nothing"], 4)])
def test_a_program_without_any_stream_runs_all_the_same(words: list[str], code: int, folder: Path) -> None:
    words = [*words, str(folder)] if code == 0 else words
    line = ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *COMMAND, *words]
    assert subprocess.run(line, timeout=60, check=False).returncode == code


@POSIX
def test_a_name_that_is_no_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "s.txt"
    script.write_text("A fox runs.\n", encoding="utf-8")
    assert main(["film", str(script), str(tmp_path / "\udcff.mp4")]) == 2
    assert "is not text in UTF-8" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [script]


def test_the_unforeseen_is_told_even_without_room_for_a_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bolt came loose")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.film.store.load", broken)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    assert main(["show", str(folder)]) == 1
    assert "a bolt came loose" in capsys.readouterr().err


@POSIX
@pytest.mark.parametrize("module", ["argparse", "engine.errors", "engine.commands.show"])
def test_ctrl_c_while_we_are_imported_is_no_traceback(module: str, folder: Path) -> None:
    code = f"""
import builtins, runpy, signal, sys
real = builtins.__import__
def pressed(name, *rest, **more):
    if name == {module!r} and rest and rest[0].get("__name__") == "__main__":
        signal.raise_signal(signal.SIGINT)
    return real(name, *rest, **more)
sys.argv = ["storyreel", "show", {str(folder)!r}]
builtins.__import__ = pressed
runpy.run_module("engine.cli", run_name="__main__")
"""
    stopped = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, timeout=60, check=False)
    assert stopped.returncode in (-2, 130)
    assert b"Traceback" not in stopped.stderr
