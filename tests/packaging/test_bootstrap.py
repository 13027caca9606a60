"""The set-up: what it needs, what it leaves alone, and that an interrupted one is made good by the next run.

pip and apt are replaced by plain functions that do what they would do here (a file per package); the environment, the
stamp, the lock and the path file are real. The real thing is tried on a bare machine (see CONTRIBUTING.md).
"""

from __future__ import annotations

import ast
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import psutil
import pytest

SOURCE = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"


@dataclass
class Trial:
    """A house of its own in a folder with a blank and a Chinese character in its name, and a pip that can be stopped."""

    bootstrap: ModuleType
    root: Path
    installs: list[list[str]] = field(default_factory=list)
    stop_pip: bool = False
    need_system_packages: Callable[[], None] = lambda: None
    pip_install: Callable[[Sequence[Path]], None] = lambda locks: None

    def pip(self, locks: Sequence[Path]) -> None:
        self.installs.append([lock.stem for lock in locks])
        for lock in locks:
            (self.root / ".venv" / f"{lock.stem}.installed").touch()
        if self.stop_pip:
            raise KeyboardInterrupt

    def installed(self) -> set[str]:
        return {path.stem for path in (self.root / ".venv").glob("*.installed")}


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    spec = importlib.util.spec_from_file_location("bootstrap_on_trial", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    bootstrap = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bootstrap)
    root = tmp_path / "my films 影"
    (root / "packaging" / "locks").mkdir(parents=True)
    (root / "assets" / "films").mkdir(parents=True)
    for layer in ("core", "editor", "dev", "draft", "diffusion"):
        (root / "packaging" / "locks" / f"{layer}.txt").write_text(f"# {layer}\n{layer}-package==1.0\n")
    trial = Trial(bootstrap, root, need_system_packages=bootstrap._need_system_packages)
    trial.pip_install = bootstrap._pip_install
    for name, value in {
        "ROOT": root,
        "VENV": root / ".venv",
        "STAMP": root / ".venv" / "storyreel-setup.json",
        "_pip_install": trial.pip,
        "_need_system_packages": lambda layers: None,
        "_make_venv": lambda: bare_environment(root / ".venv"),
    }.items():
        monkeypatch.setattr(bootstrap, name, value)
    monkeypatch.setattr(bootstrap, "venv_python", lambda: python_of(root / ".venv"))
    return trial


def bare_environment(folder: Path) -> None:
    """A real environment without pip: quick to make."""
    subprocess.check_call([sys.executable, "-m", "venv", "--without-pip", "--clear", str(folder)])


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


# --- the file itself --------------------------------------------------------------------------------------------------


def test_it_needs_nothing_but_the_standard_library() -> None:
    imported: set[str] = set()
    for node in ast.walk(ast.parse(SOURCE.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").split(".")[0])
    assert imported <= sys.stdlib_module_names


def test_a_python_that_is_too_old_answers_with_one_sentence() -> None:
    source = SOURCE.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    old = f"import sys; sys.version_info = (3, 9, 2, 'final', 0); exec(compile({source!r}, 'bootstrap.py', 'exec'))"
    run = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, check=False)
    assert run.returncode == 10
    assert run.stderr.startswith("Storyreel needs Python 3.11 or newer; this is Python 3.9.")
    assert len(run.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["movie"], ["film", "a", "b", "c"], ["film", "--fast"], ["check", "all"], ["edit", "a", "b"]]
)
def test_a_wrong_command_gets_the_usage(arguments: list[str]) -> None:
    run = subprocess.run([sys.executable, str(SOURCE), *arguments], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "bootstrap.py film" in run.stderr
    assert "bootstrap.py check" in run.stderr
    assert "Traceback" not in run.stderr


def test_help_is_no_failure() -> None:
    run = subprocess.run([sys.executable, str(SOURCE), "--help"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "bootstrap.py film" in run.stdout


# --- the set-up -------------------------------------------------------------------------------------------------------


def test_the_second_run_only_reads_the_stamp(trial: Trial) -> None:
    trial.bootstrap.set_up(("core",))
    started = time.perf_counter()
    trial.bootstrap.set_up(("core",))
    assert time.perf_counter() - started < 0.5
    assert trial.installs == [["core"]]


def test_a_layer_is_added_to_what_is_there(trial: Trial) -> None:
    trial.bootstrap.set_up(("core",))
    trial.bootstrap.set_up(("core", "dev"))
    assert trial.installs == [["core"], ["dev"]]
    trial.bootstrap.set_up(("core",))
    assert trial.installed() == {"core", "dev"}


def test_pip_adds_only_what_torch_names_for_this_system(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], tuple[str, ...]]] = []
    monkeypatch.setattr(
        trial.bootstrap, "_pip", lambda locks, *options: asked.append(([p.stem for p in locks], options))
    )
    trial.pip_install([trial.bootstrap.lock_file(layer) for layer in trial.bootstrap.LAYERS["check"]])
    assert asked == [(["core", "editor", "dev"], ("--no-deps",)), (["draft", "diffusion"], ("--no-compile",))]


def test_a_set_up_that_was_interrupted_is_made_again_from_the_start(trial: Trial) -> None:
    trial.bootstrap.set_up(("core",))
    trial.stop_pip = True
    with pytest.raises(KeyboardInterrupt):
        trial.bootstrap.set_up(("core", "dev"))
    trial.stop_pip = False
    (trial.root / ".venv" / "half").touch()
    trial.bootstrap.set_up(("core", "dev"))
    assert trial.installs[-1] == ["core", "dev"]
    assert not (trial.root / ".venv" / "half").exists()


def test_a_lock_that_changed_is_installed_from_the_start(trial: Trial) -> None:
    trial.bootstrap.set_up(("core", "dev"))
    (trial.root / "packaging/locks/core.txt").write_text("core-package==2.0\n")
    trial.bootstrap.set_up(("core",))
    assert trial.installs[-1] == ["core"]
    assert trial.installed() == {"core"}


def test_comments_and_line_ends_change_nothing(trial: Trial) -> None:
    trial.bootstrap.set_up(("core",))
    (trial.root / "packaging/locks/core.txt").write_bytes(b"# another word\r\ncore-package==1.0\r\n\r\n")
    trial.bootstrap.set_up(("core",))
    assert trial.installs == [["core"]]


@pytest.mark.parametrize("damage", ["gone", "no json", "[]", '{"home": 3}'])
def test_a_damaged_stamp_means_a_new_set_up(trial: Trial, damage: str) -> None:
    trial.bootstrap.set_up(("core",))
    stamp = trial.root / ".venv" / "storyreel-setup.json"
    stamp.unlink()
    if damage != "gone":
        stamp.write_text(damage)
    trial.bootstrap.set_up(("core",))
    assert trial.installs == [["core"], ["core"]]


def test_an_environment_of_another_place_is_made_again(trial: Trial) -> None:
    trial.bootstrap.set_up(("core",))
    stamp = trial.root / ".venv" / "storyreel-setup.json"
    moved = json.loads(stamp.read_text(encoding="utf-8"))
    moved["home"]["root"] = "/somewhere/else"
    stamp.write_text(json.dumps(moved))
    trial.bootstrap.set_up(("core",))
    assert trial.installs == [["core"], ["core"]]


def test_an_environment_without_its_python_is_made_again(trial: Trial) -> None:
    trial.bootstrap.set_up(("core",))
    python_of(trial.root / ".venv").unlink()
    trial.bootstrap.set_up(("core",))
    assert trial.installs == [["core"], ["core"]]


@pytest.mark.skipif(sys.platform == "win32", reason="the command is a .cmd file there")
def test_the_storyreel_command_passes_everything_on_from_any_folder(trial: Trial, tmp_path: Path) -> None:
    (trial.root / "engine").mkdir()
    (trial.root / "engine" / "__init__.py").touch()
    (trial.root / "engine" / "cli.py").write_text("import sys; print(sys.argv[1:])\n")
    (tmp_path / "engine.py").write_text("raise SystemExit('the wrong one')\n")
    trial.bootstrap.set_up(("core",))
    command = [str(trial.root / ".venv/bin/storyreel"), "film", "my script.txt", "影.mp4"]
    run = subprocess.run(command, cwd=tmp_path, env={}, capture_output=True, encoding="utf-8", check=False)
    assert run.stdout.strip() == "['film', 'my script.txt', '影.mp4']", run.stderr


# --- what the system must have ----------------------------------------------------------------------------------------


def test_missing_libraries_are_named_by_their_debian_package(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial.bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(trial.bootstrap, "_loads", lambda library: "GL" not in library)
    assert trial.bootstrap.missing_packages(("core",)) == ["libegl1", "libgl1"]
    monkeypatch.setattr(trial.bootstrap, "_loads", lambda library: True)
    assert trial.bootstrap.missing_packages(("core",)) == []


def test_a_window_needs_more_and_a_check_a_display(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial.bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(trial.bootstrap, "_loads", lambda library: "xcb-cursor" not in library)
    monkeypatch.setattr(trial.bootstrap.shutil, "which", lambda program: None)
    assert trial.bootstrap.missing_packages(("core",)) == []
    assert trial.bootstrap.missing_packages(trial.bootstrap.LAYERS["edit"]) == ["libxcb-cursor0"]
    assert trial.bootstrap.missing_packages(trial.bootstrap.LAYERS["check"]) == ["libxcb-cursor0", "xvfb", "xauth"]


def test_who_may_not_install_gets_the_exact_command(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = refused(trial, monkeypatch, may=False)
    assert failure.code == 11
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in str(failure)


def test_without_apt_the_packages_are_named(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = refused(trial, monkeypatch, may=True, apt="")
    assert failure.code == 11
    assert "libegl1, libgl1" in str(failure)


def test_an_apt_that_fails_is_told_with_its_reason(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    class Apt:
        @staticmethod
        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            return subprocess.CompletedProcess(command, 100, "", "E: Unable to locate package libegl1\n")

    monkeypatch.setattr(trial.bootstrap, "subprocess", Apt)
    failure = refused(trial, monkeypatch, may=True)
    assert failure.code == 11
    assert "Unable to locate package libegl1" in str(failure)
    assert "apt-get install" in str(failure)


def refused(trial: Trial, monkeypatch: pytest.MonkeyPatch, *, may: bool, apt: str = "/usr/bin/apt-get") -> Any:
    """Ask for system packages where libegl1 and libgl1 are missing; returns what was raised."""
    monkeypatch.setattr(trial.bootstrap, "missing_packages", lambda layers: ["libegl1", "libgl1"])
    monkeypatch.setattr(trial.bootstrap, "_may_install", lambda: may)
    monkeypatch.setattr(trial.bootstrap.shutil, "which", lambda name: apt)
    with pytest.raises(trial.bootstrap.SetupFailed) as caught:
        trial.need_system_packages(("core",))
    return caught.value


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            ["WARNING: Retrying after connection broken by 'x'", "ERROR: No matching distribution"],
            "could not be reached",
        ),
        (["ERROR: Could not install: [Errno 28] No space left on device"], "the disk is full"),
        (["Collecting x", "ERROR: No matching distribution found for x==1"], "No matching distribution found for x==1"),
        ([], "run the same command again"),
    ],
)
def test_a_failing_pip_is_told_by_its_real_reason(trial: Trial, said: list[str], sentence: str) -> None:
    assert sentence in trial.bootstrap._why_pip_failed(said)


# --- the three commands -----------------------------------------------------------------------------------------------


def test_edit_becomes_the_editor(trial: Trial, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(trial.bootstrap, "hand_over", lambda command: asked.append(command) or 0)
    assert trial.bootstrap.main(["edit"]) == 0
    assert trial.bootstrap.main(["edit", str(tmp_path)]) == 0
    assert [command[1:] for command in asked] == [["-P", "-m", "app"], ["-P", "-m", "app", str(tmp_path)]]
    assert trial.bootstrap.main(["edit", str(tmp_path / "nowhere.film")]) == 2
    assert trial.installs == [["core", "editor"]]


def test_film_without_arguments_takes_the_first_sample(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("README.md", "2-b.txt", "1-a-night.fountain", "10-c.fountain", "0-note.json"):
        (trial.root / "assets/films" / name).touch()
    assert handed_over(trial, monkeypatch, "film") == (trial.root / "assets/films/1-a-night.fountain", "a-night.mp4")


def test_film_with_a_script_names_the_film_after_it(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "江雪.txt"
    script.touch()
    assert handed_over(trial, monkeypatch, "film", str(script)) == (script, "江雪.mp4")
    assert handed_over(trial, monkeypatch, "film", str(script), "x/y.mp4") == (script, "x/y.mp4")


def test_a_script_named_like_an_option_is_a_file(trial: Trial, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-x.txt").touch()
    asked: list[list[str]] = []
    monkeypatch.setattr(trial.bootstrap, "hand_over", lambda command: asked.append(command) or 0)
    assert trial.bootstrap.main(["film", "./-x.txt"]) == 0
    assert not any(word.startswith("-x") for word in asked[0])
    assert [Path(word) for word in asked[0][-2:]] == [Path("-x.txt"), Path("-x.mp4")]


def handed_over(trial: Trial, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[Path, str]:
    """The script and the film that storyreel was asked for."""
    asked: list[list[str]] = []
    monkeypatch.setattr(trial.bootstrap, "hand_over", lambda command: asked.append(command) or 0)
    assert trial.bootstrap.main(arguments) == 0
    (command,) = asked
    assert command[1:5] == ["-P", "-m", "engine.cli", "film"]
    return Path(command[5]), command[6]


def test_a_script_that_is_not_there_is_told_before_anything_is_set_up(
    trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trial.bootstrap.main(["film", "nowhere.fountain"]) == 2
    assert "There is no script nowhere.fountain" in capsys.readouterr().err
    assert trial.installs == []


@pytest.mark.parametrize(
    ("failing", "code"), [(set(), 0), ({"ruff check"}, 1), ({"pytest"}, 1), ({"basedpyright", "import-linter"}, 1)]
)
def test_check_runs_every_step_with_the_tests_last(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, failing: set[str], code: int
) -> None:
    steps: list[str] = []

    def passes(name: str, command: Sequence[str], *, quiet: bool = False) -> bool:
        steps.append(name)
        return name not in failing

    monkeypatch.setattr(trial.bootstrap, "passes", passes)
    assert trial.bootstrap.main(["check"]) == code
    assert steps == ["ruff check", "ruff format", "basedpyright", "import-linter", "pytest"]


def test_what_a_step_compiles_is_kept_wherever_that_is_forbidden(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    step = [sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)"]
    assert trial.bootstrap.passes("step", step)


HANGING = """
import faulthandler, subprocess, sys, time
faulthandler.enable()
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
with open(sys.argv[1], "w") as note:
    note.write(str(child.pid))
time.sleep(600)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells who started whom")
def test_a_step_that_hangs_is_ended_with_all_it_started_and_tells_where_it_stood(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(trial.bootstrap, "LONGEST_STEP_S", 1.0)
    note = tmp_path / "child"
    assert not trial.bootstrap.passes("step", [sys.executable, "-c", HANGING, str(note)])
    assert "this step hangs" in (said := capfd.readouterr().err)
    assert "most recent call first" in said
    child = int(note.read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_a_folder_that_cannot_be_written_is_one_sentence(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (trial.root / ".venv.lock").mkdir()
    assert trial.bootstrap.main(["check"]) == 13
    assert "could not write" in capsys.readouterr().err
