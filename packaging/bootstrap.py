"""Three commands from a bare machine to the result: `edit` opens the editor, `film` makes a film, `check` examines the house.

    python3 packaging/bootstrap.py edit [FILM | SCRIPT]       the editor's window
    python3 packaging/bootstrap.py film [SCRIPT [OUT.mp4]]    without SCRIPT: the first sample film
    python3 packaging/bootstrap.py check                      formatting, types, doors and tests

All make `.venv` beside this checkout when it is missing or out of date. This file must run before anything is
installed, so it uses the standard library only, and it must be readable by a Python that is too old for the rest,
so that such a Python answers with a sentence instead of a SyntaxError.

Exit codes: 0 done; 2 wrong usage; 10 Python is too old; 11 the system lacks packages and they could not be added
here (the exact command is printed); 12 Python packages could not be installed; 13 the set-up cannot write here;
130 stopped by Ctrl-C. `edit` and `film` otherwise end with storyreel's own code, `check` with 1 when a step failed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may open
    sys.stderr.write(
        "Storyreel needs Python 3.11 or newer; this is Python {}.{}. "
        "Install a newer Python and run the same command with it.\n".format(*sys.version_info[:2])
    )
    sys.exit(10)

import contextlib
import ctypes
import hashlib
import importlib.util
import io
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "storyreel-setup.json"
"""What was installed; written last, so a set-up that was interrupted has none and is made again from the start."""

LAYERS = {
    "film": ("core",),
    "edit": ("core", "editor"),
    "check": ("core", "editor", "dev", "draft", "diffusion"),
}
"""Which lock files each command stands on."""

WITH_TORCH = ("draft", "diffusion")
"""Layers whose torch names GPU libraries of its own, other ones on each system: pip adds what no lock can hold."""

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libexpat.so.1": "libexpat1",
    "libxcb.so.1": "libxcb1",
}
"""What skia-python and opencv-python load from a Linux system, and the Debian package that carries it."""

WINDOW_LIBRARIES = {
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libpulse.so.0": "libpulse0",
}
"""What Qt loads besides, for a window and for sound."""

CHECK_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth"}
"""The display that the editor's story is told on where there is no screen."""

MOST_TESTERS = 4
"""Test processes side by side; each may hold torch. A file's tests stay together, as they share what is slow to make."""

LONGEST_STEP_S = 70 * 60
"""A step of the check that takes longer hangs: the slowest machine seen needed a third of it."""

SCRIPT_KINDS = (".fountain", ".txt", ".md")


class SetupFailed(Exception):
    """The set-up cannot go on: a sentence and an action for a person, and the exit code."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code (see the top of this file)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _run(list(arguments))
    except SetupFailed as failure:
        say(str(failure), error=True)
        return failure.code
    except KeyboardInterrupt:
        say("Stopped. The same command goes on from here.", error=True)
        return 130


def _run(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "film" and len(rest) <= 2 and not any(word.startswith("-") for word in rest):
        script = Path(rest[0]) if rest else first_sample()
        return film(script, Path(rest[1] if len(rest) == 2 else film_name(script)))
    if command == "edit" and len(rest) <= 1 and not any(word.startswith("-") for word in rest):
        return edit(Path(rest[0]) if rest else None)
    if arguments == ["check"]:
        return check()
    asked = command in ("-h", "--help")
    say(usage(), error=not asked)
    return 0 if asked else 2


def usage() -> str:
    """The three commands, as they stand at the top of this file."""
    return (__doc__ or "").split("\n\n")[1]


def say(line: str, *, error: bool = False) -> None:
    """One line for a person, out at once even when the output is a file."""
    print(line, file=sys.stderr if error else sys.stdout, flush=True)


# --- the three commands -----------------------------------------------------------------------------------------------


def edit(path: Path | None) -> int:
    """Set up what the editor needs, then become it; `path` is a film's folder or a script."""
    if path is not None and not path.exists():
        raise SetupFailed(2, f"There is no {path}. Check the spelling of the path.")
    set_up(LAYERS["edit"])
    return hand_over([str(venv_python()), "-P", "-m", "app", *([] if path is None else [_word(path)])])


def film(script: Path, out: Path) -> int:
    """Set up what a film needs, then let storyreel make it; a relative path is relative to where the user stands."""
    if not script.is_file():
        raise SetupFailed(2, f"There is no script {script}. Check the spelling of the path.")
    set_up(LAYERS["film"])
    return hand_over([str(venv_python()), "-P", "-m", "engine.cli", "film", _word(script), _word(out)])


def _word(path: Path) -> str:
    """The path as a word on a command line: a file called -x.txt is no option."""
    return f".{os.sep}{path}" if str(path).startswith("-") else str(path)


def first_sample() -> Path:
    """The first sample film: the lowest file name in assets/films (they are numbered) that is a script."""
    folder = ROOT / "assets" / "films"
    scripts = sorted(path for path in folder.glob("*") if path.suffix in SCRIPT_KINDS and path.stem != "README")
    if not scripts:
        raise SetupFailed(2, f"There is no sample film in {folder}. Name a script: bootstrap.py film SCRIPT")
    return scripts[0]


def film_name(script: Path) -> str:
    """`1-the-last-ferry.fountain` makes `the-last-ferry.mp4`, in the folder where the user stands."""
    return (re.sub(r"^\d+[-_. ]+", "", script.stem) or script.stem) + ".mp4"


def check() -> int:
    """Every examination of the house; tests come last, so that the last lines are pytest's own summary."""
    set_up(LAYERS["check"])
    python = [str(venv_python()), "-P", "-m"]
    steps = {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "basedpyright": [*python, "basedpyright", "--pythonpath", str(venv_python())],
        "import-linter": [str(venv_program("lint-imports")), "--no-cache"],
    }
    failed = [name for name, command in steps.items() if not passes(name, command)]
    if failed:
        say(f"FAILED before the tests: {', '.join(failed)}")
    # The longest files come first; a test process that dies is replaced once, so that its last test is told and the rest run.
    side_by_side = ["-n", at_once(), "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "1"]
    tests = passes("pytest", [*python, "pytest", *side_by_side], quiet=True)
    return 0 if tests and not failed else 1


def at_once() -> str:
    """How many processes share one step of the check."""
    return str(min(os.cpu_count() or 1, MOST_TESTERS))


def passes(name: str, command: Sequence[str], *, quiet: bool = False) -> bool:
    """Run one step of the check in the checkout and say how long it took; `quiet` leaves the last word to the step."""
    say(f"--- {name}")
    started = time.monotonic()
    code = _ended(command)
    if not quiet:
        say(f"--- {name}: {'passed' if code == 0 else f'FAILED ({code})'} in {time.monotonic() - started:.1f} s")
    return code == 0


def _ended(command: Sequence[str]) -> int:
    """The exit code of a step; one that hangs is ended with all it started, and its Pythons print where they stood."""
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, env=compiling_once()) as step:
        try:
            return step.wait(LONGEST_STEP_S)
        except subprocess.TimeoutExpired:
            say(f"Stopped after {LONGEST_STEP_S / 60:.0f} minutes: this step hangs. Where it stood:", error=True)
            family = [step.pid, *descendants(step.pid)]
            for stop in (signal.SIGABRT, getattr(signal, "SIGKILL", signal.SIGTERM)):
                for pid in family:
                    with contextlib.suppress(OSError):
                        os.kill(pid, stop)
                time.sleep(1)
            return step.wait()
        except BaseException:
            step.kill()
            raise


def descendants(pid: int) -> list[int]:
    """Every process that one started, and what those started; empty where the system does not tell (it is Linux that does)."""
    try:
        children = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []
    return [*children, *(far for child in children for far in descendants(child))]


def compiling_once() -> dict[str, str]:
    """Our environment, but Python keeps what it compiles: the tests start some hundreds of Pythons, and each would do it anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def hand_over(command: list[str]) -> int:
    """Become `command`, so that Ctrl-C and kill reach it and nothing else; Windows cannot, so there we wait for it."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            return process.wait()


# --- the set-up -------------------------------------------------------------------------------------------------------


def set_up(layers: Sequence[str]) -> None:
    """Bring `.venv` to exactly what the lock files of `layers` say; a second run only reads the stamp."""
    wanted = {layer: fingerprint(lock_file(layer)) for layer in layers}
    if _stands(wanted):
        return
    _need_system_packages(layers)
    try:
        with _alone():
            if not _stands(wanted):
                _install(wanted)
    except OSError as error:
        raise SetupFailed(
            13, f"The set-up could not write to {ROOT} ({error}). Make room or choose a folder you may write to."
        ) from error


def lock_file(layer: str) -> Path:
    """The exact pins of one layer."""
    return ROOT / "packaging" / "locks" / f"{layer}.txt"


def fingerprint(lock: Path) -> str:
    """A lock file's pins as a hash: comments and line ends do not count."""
    pins = [line.split("#")[0].strip() for line in lock.read_text(encoding="utf-8").splitlines()]
    return hashlib.sha256("\n".join(pin for pin in pins if pin).encode()).hexdigest()


def venv_python(venv: Path = VENV) -> Path:
    """The interpreter inside the environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_program(name: str, venv: Path = VENV) -> Path:
    """A console program inside the environment."""
    return venv / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def _home() -> dict[str, str]:
    """What the environment is tied to: it cannot be moved, nor used by another Python."""
    return {"root": str(ROOT), "python": f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}"}


def _installed() -> dict[str, str]:
    """Lock fingerprints by layer of what stands in `.venv`; empty when it must be made from the start."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        usable = stamp["home"] == _home() and venv_python().exists()
        return dict(stamp["locks"]) if usable else {}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _stands(wanted: Mapping[str, str]) -> bool:
    return wanted.items() <= _installed().items()


def _install(wanted: Mapping[str, str]) -> None:
    """Add the layers that are missing; when one that is there has changed, or nothing is sure, begin from the start."""
    have = _installed()
    if any(layer in have and have[layer] != print_ for layer, print_ in wanted.items()):
        have = {}
    STAMP.unlink(missing_ok=True)
    if not have:
        say(f"Setting up in {VENV} (once; it takes a few minutes and up to 2 GB) ...")
        _make_venv()
    started = time.monotonic()
    _pip_install([lock_file(layer) for layer in wanted if layer not in have])
    _open_door()
    _write_stamp({**have, **wanted})
    say(f"Set up in {time.monotonic() - started:.0f} s.")


def _make_venv() -> None:
    """An empty environment of the Python that runs this, even when that is itself an environment's."""
    base = getattr(sys, "_base_executable", "") or sys.executable
    made = subprocess.run([base, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        reason = _last_line(made.stdout + made.stderr)
        raise SetupFailed(
            12, f"Python could not make the environment {VENV} ({reason}). Free that folder and try again."
        )


def _pip_install(locks: Sequence[Path]) -> None:
    """Install exact pins; the locks hold every package needed, so pip resolves nothing but what torch names for this system.

    What comes with torch is compiled as it is imported: of its thousands of modules the check imports a fraction.
    """
    open_ended = [lock for lock in locks if lock.stem in WITH_TORCH]
    _pip([lock for lock in locks if lock not in open_ended], "--no-deps")
    _pip(open_ended, "--no-compile")


def _pip(locks: Sequence[Path], *options: str) -> None:
    if not locks:
        return
    command = [str(venv_python()), "-m", "pip", "install", *options, "--no-input", "--disable-pip-version-check"]
    for lock in locks:
        command += ["-r", str(lock)]
    said: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            said.append(line.strip())
            if line.startswith("Collecting "):
                say("  " + line.split()[1])
    if pip.returncode:
        raise SetupFailed(12, f"The Python packages could not be installed: {_why_pip_failed(said)}")


def _why_pip_failed(said: Sequence[str]) -> str:
    """pip ends with 'no matching distribution' even when it never reached an index: look for the real reason first."""
    everything = "\n".join(said)
    if "No space left on device" in everything:
        return "the disk is full. Free about 2 GB and run the same command again."
    if re.search(r"Could not fetch URL|connection broken by|Failed to establish", everything):
        return "the package index could not be reached. Check the network and run the same command again."
    reason = _last_line("\n".join(line for line in said if "ERROR" in line) or everything)
    return f"pip says '{reason}'. Check the network and the free disk space, then run the same command again."


def _open_door() -> None:
    """Make `engine` and `app` importable from the checkout, and put a `storyreel` command into the environment.

    A path file and a two-line script instead of an editable install: those need a build back end, and an edit of this
    checkout takes effect at once either way.
    """
    site = subprocess.check_output(
        [str(venv_python()), "-P", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    encoding = "utf-8" if sys.version_info >= (3, 13) else "locale"
    (Path(site.strip()) / "storyreel.pth").write_text(f"{ROOT}\n", encoding=encoding)
    if os.name == "nt":
        (VENV / "Scripts" / "storyreel.cmd").write_text('@"%~dp0python.exe" -P -m engine.cli %*\n', encoding="ascii")
        return
    door = VENV / "bin" / "storyreel"
    door.write_text(f'#!/bin/sh\nexec {shlex.quote(str(venv_python()))} -P -m engine.cli "$@"\n', encoding="utf-8")
    door.chmod(0o755)


def _write_stamp(locks: Mapping[str, str]) -> None:
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps({"home": _home(), "locks": dict(locks)}, indent=1), encoding="utf-8")
    fresh.replace(STAMP)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Wait until no other command sets up this checkout; the system frees the lock when its holder dies."""
    with (ROOT / ".venv.lock").open("a+b") as handle:
        if os.name == "nt":
            import msvcrt

            handle.seek(0)
            while True:  # LK_LOCK gives up after ten seconds, a set-up takes minutes
                with contextlib.suppress(OSError):
                    msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                time.sleep(0.5)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# --- what the system must have ----------------------------------------------------------------------------------------


def _need_system_packages(layers: Sequence[str]) -> None:
    """Add the system packages that are missing when this user may, or print the exact command and stop."""
    missing = missing_packages(layers)
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetupFailed(11, f"This system lacks {', '.join(missing)} (Debian's names). Install them and try again.")
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not _may_install():
        raise SetupFailed(11, f"Some system packages are missing. Run this, then try again: sudo {shlex.join(command)}")
    say(f"Adding system packages: {' '.join(missing)} ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        done = subprocess.run(step, env=environment, capture_output=True, text=True, check=False)
        if done.returncode and step is command:
            reason = _last_line(done.stderr) or f"apt-get ended with {done.returncode}"
            raise SetupFailed(11, f"System packages could not be added ({reason}). Run: {shlex.join(command)}")


def missing_packages(layers: Sequence[str]) -> list[str]:
    """Names of the Debian packages these layers need and this machine lacks; always empty on Windows and macOS, whose wheels
    carry all."""
    missing = [] if importlib.util.find_spec("ensurepip") else ["python{}.{}-venv".format(*sys.version_info[:2])]
    if sys.platform.startswith("linux"):
        wanted = {**LIBRARIES, **(WINDOW_LIBRARIES if "editor" in layers else {})}
        missing += [package for library, package in wanted.items() if not _loads(library)]
        if {"editor", "dev"} <= set(layers):
            missing += [package for program, package in CHECK_PROGRAMS.items() if not shutil.which(program)]
    return list(dict.fromkeys(missing))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
