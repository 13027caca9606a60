"""One worker process as its supervisor sees it: requests in, events out, and ways to end it.

The child gets a session of its own, so that Ctrl-C in a terminal reaches only the supervisor, and so that ending it
takes its ffmpeg along. It is started with `-P` and only absolute folders in PYTHONPATH: a film folder that happens to hold
an `engine.py` must not be run.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import engine
from engine import protocol
from engine.errors import storage_failed

_LOG_LIMIT = 5_000_000  # bytes; then worker.log becomes worker.log.1


@dataclass(frozen=True, slots=True)
class Gone:
    """The child ended; `code` is its exit code, negative for a signal."""

    code: int


Inbox = queue.SimpleQueue[tuple["Child", protocol.Event | Gone]]


class Child:
    """A running worker for one lane of the film in `folder`. Its events go to `inbox` from a thread of its own."""

    def __init__(self, folder: Path, lane: protocol.Lane, inbox: Inbox, extra: Sequence[Path] = ()) -> None:
        self.pid = 0
        self._inbox = inbox
        self._process = _started(folder, lane, extra)
        self.pid = self._process.pid
        threading.Thread(target=self._hear, name=f"{lane} worker", daemon=True).start()

    def send(self, request: protocol.Request) -> None:
        """Send a request; a child that is gone says so in the inbox, not here."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.write(protocol.encode(request))
            self._process.stdin.flush()

    def terminate(self) -> None:
        """Ask the operating system to end it."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it and everything it started, now."""
        self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))

    def dismiss(self, patience: float) -> None:
        """Let it unload and leave; after `patience` seconds it is killed."""
        self.send(protocol.Shutdown())
        self._hang_up()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()

    def _hang_up(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.close()

    def _hear(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as events:
            for line in iter(events.readline, b""):
                event = protocol.decode_event(line)
                if event is not None:
                    self._inbox.put((self, event))
        code = self._process.wait()
        self._hang_up()
        self._inbox.put((self, Gone(code)))

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self.pid, number)


_APART = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows: Ctrl-C in a console is not for it, and it opens none of its own."""


def ended(gone: Gone) -> str:
    """Why the child ended, in words: "ended with code 3", "was killed"."""
    if gone.code >= 0:
        return f"ended with code {gone.code}"
    names = {9: "was killed (perhaps for want of memory)", 11: "crashed", 6: "crashed", 7: "crashed", 4: "crashed"}
    return names.get(-gone.code, f"was ended by signal {-gone.code}")


def _started(folder: Path, lane: protocol.Lane, extra: Sequence[Path]) -> subprocess.Popen[bytes]:
    # Absolute: a folder called -x.film is no option, and one called http:x.film no address.
    command = [sys.executable, "-P", "-m", "engine.worker", str(folder.absolute()), "--lane", lane]
    for path in extra:
        command += ["--extra", str(path.resolve())]
    try:
        with _log(folder) as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=_environment(),
                start_new_session=sys.platform != "win32",
                creationflags=_APART,
            )
    except OSError as error:
        raise storage_failed(error, folder) from error


def _log(folder: Path) -> IO[bytes]:
    path = folder / "cache" / "worker.log"
    path.parent.mkdir(exist_ok=True)
    if path.exists() and path.stat().st_size > _LOG_LIMIT:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def _environment() -> dict[str, str]:
    assert engine.__file__ is not None
    ours = str(Path(engine.__file__).resolve().parent.parent)
    others = (path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if Path(path).is_absolute())
    # torch's threads spin while they wait for each other, unless told before it is read: beside anything else that works, six times the
    # processor's time for the same pictures.
    patient = {"OMP_WAIT_POLICY": "PASSIVE"}
    return {**patient, **os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys((ours, *others)))}
