"""Kernel locks of the queue: one supervisor per film, one renderer per device of the machine.

The kernel lets go of a lock when its holder dies, however it dies; a lock file with a process id in it would have to be
guessed about. The name of the holder is written beside the lock only to be shown to a person.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
import sys
import tempfile
import warnings
from pathlib import Path
from types import TracebackType
from typing import Self

import platformdirs
from filelock import FileLock, Timeout

from engine.errors import Locked, storage_failed


class KernelLock:
    """An exclusive lock on a name in the file system. `what` completes the sentence "... is <what>"."""

    def __init__(self, path: Path, busy: str, action: str) -> None:
        self._path = path
        self._busy = busy
        self._action = action
        self._lock = FileLock(path, thread_local=False)

    def take(self) -> Self:
        """Take the lock now, or raise Locked with who has it. Raises StorageFailed when the folder cannot be written."""
        if not self.try_take():
            raise Locked(f"{self._busy}{self._holder()}.", self._action)
        return self

    def try_take(self) -> bool:
        """Take the lock if it is free. Raises StorageFailed."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as error:
            raise storage_failed(error, self._path.parent) from error
        with contextlib.suppress(OSError):
            self._card.write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")
        return True

    def release(self) -> None:
        """Let go; nothing happens when it is not held."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._card.unlink()
            self._lock.release(force=True)

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._lock.is_locked

    def __enter__(self) -> Self:
        return self.take()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    @property
    def _card(self) -> Path:
        return self._path.with_suffix(".holder")

    def _holder(self) -> str:
        try:
            return f" ({self._card.read_text(encoding='utf-8')})"
        except OSError:
            return ""


def queue_lock(film_folder: Path) -> KernelLock:
    """Held by the film's supervisor. It lies outside cache/, which a person may delete under a running queue."""
    return KernelLock(
        film_folder / "queue.lock",
        f"Another Storyreel is rendering {film_folder.name}",
        "Wait until it has finished, or stop it.",
    )


def device_lock(device: str) -> KernelLock:
    """Held by whoever renders on `device` ("cpu", "gpu"), one for the whole machine."""
    return KernelLock(
        runtime_folder() / f"device-{device}.lock",
        f"Another film is rendering on this machine's {device.upper()}",
        "It goes on when that one has finished.",
    )


def _user() -> str:
    """This user, who in a container may have a number and no name."""
    return str(os.getuid()) if sys.platform != "win32" else getpass.getuser()


def runtime_folder() -> Path:
    """Where locks of the whole machine lie; STORYREEL_RUNTIME_DIR overrides it."""
    chosen = os.environ.get("STORYREEL_RUNTIME_DIR", "")
    if chosen:
        return Path(chosen)
    with warnings.catch_warnings():  # platformdirs warns where there is no login session (containers, cron)
        warnings.simplefilter("ignore")
        folder = Path(platformdirs.user_runtime_dir("storyreel", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / f"storyreel-{_user()}"
    return folder
