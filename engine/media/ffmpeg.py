"""Running ffmpeg: the one place that starts it, feeds it, stops it and turns its complaints into sentences.

ffmpeg is GPL, so it is only ever a child process. Its stderr goes to an unnamed file and not to a pipe: a pipe that
nobody drains fills up and stops the child for good. The child has a process group of its own, so that Ctrl-C reaches us
alone and we decide what is finished and what is thrown away.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, Any

import imageio_ffmpeg

from engine.errors import MediaFailed, StoryreelError, Unsupported, storage_failed

BT709 = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
"""Output options: ITU-R BT.709 primaries, transfer and matrix, limited range."""

TAGS = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
"""The same as a filter at the end of a graph: there, what a frame says overrides the output options."""

BITEXACT = ("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1")
"""Output options: no dates, no versions, no tags from the input, so that equal pictures give equal files."""

_PIPE_BYTES = 1 << 20
_POLL_SECONDS = 0.05

_SPEAKER = re.compile(r"^(\[[^]]*\] ?)+")
"""Which part of ffmpeg speaks: "[mov @ 0x55d0]"; the address differs from run to run and says nothing to a person."""

_STORAGE_WORDS = {
    "No space left on device": errno.ENOSPC,
    "Disk quota exceeded": errno.EDQUOT,
    "File too large": errno.ENOSPC,
    "Read-only file system": errno.EROFS,
    "Permission denied": errno.EACCES,
}

Check = Callable[[], None]
"""Raises engine.errors.Cancelled when a person asked to stop."""


@functools.cache
def executable() -> str:
    """Path of the ffmpeg that imageio-ffmpeg ships (or IMAGEIO_FFMPEG_EXE). Raises Unsupported when there is none."""
    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise Unsupported(
            "ffmpeg was not found.", "Install the package imageio-ffmpeg, or set IMAGEIO_FFMPEG_EXE to an ffmpeg."
        ) from error


@functools.cache
def version() -> str:
    """ffmpeg's version word, such as "9.0.2-static"; part of every cache key, since another version encodes otherwise."""
    banner = subprocess.run([executable(), "-version"], capture_output=True, text=True, check=False).stdout
    words = banner.split()
    return words[2] if len(words) > 2 else "unknown"


def address(path: Path) -> str:
    """A path as ffmpeg takes it, whatever colons or dashes it holds."""
    return f"file:{path.absolute()}"


class Child:
    """One running ffmpeg. `out` is the file or folder it writes to, named in sentences about the disk.

    Leaving the `with` block by an exception kills the child; nobody is left waiting for it.
    """

    def __init__(
        self, arguments: Sequence[str], *, doing: str, out: Path, fed: bool = False, cwd: Path | None = None
    ) -> None:
        self._doing, self._out = doing, out
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the child)
        self._process = subprocess.Popen(
            [executable(), "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y", *arguments],
            stdin=subprocess.PIPE if fed else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._complaints,
            bufsize=0,
            cwd=cwd,
            **_own_group(),
        )
        if self._process.stdin is not None:
            _widen(self._process.stdin.fileno())

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *exc: object) -> None:
        self.kill()

    def write(self, picture: memoryview | bytes) -> None:
        """Feed bytes; blocks while the child is busy. Raises MediaFailed or StorageFailed when it has died."""
        assert self._process.stdin is not None
        descriptor, left = self._process.stdin.fileno(), memoryview(picture).cast("B")
        try:
            while left:
                left = left[os.write(descriptor, left) :]
        except (BrokenPipeError, OSError) as error:
            raise self._failed() from error

    def wait(self, check: Check | None = None) -> None:
        """Close the child's input and wait until it has written everything; raises as `write` does."""
        self._close_input()
        while True:
            try:
                code = self._process.wait(timeout=None if check is None else _POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                if check is not None:
                    check()
        if code != 0:
            raise self._failed()
        self._complaints.close()

    def stop(self) -> None:
        """End the child now, if it still runs, and leave its pipe open: a thread may be writing into it, and is told so by the
        system. Safe to call twice."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    def kill(self) -> None:
        """End the child now, if it still runs. Safe to call twice."""
        self.stop()
        self._close_input()
        self._complaints.close()

    def _close_input(self) -> None:
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _failed(self) -> StoryreelError:
        self._close_input()
        code = self._process.wait()
        if self._complaints.closed:
            return MediaFailed(f"ffmpeg stopped early while {self._doing}.", "Try again.")
        self._complaints.seek(0)
        said = self._complaints.read().decode("utf-8", "replace")
        self._complaints.close()
        return _failure(code, said, doing=self._doing, out=self._out)


def run(
    arguments: Sequence[str],
    *,
    doing: str,
    out: Path,
    check: Check | None = None,
    feed: Iterable[bytes] | None = None,
    cwd: Path | None = None,
) -> None:
    """Run ffmpeg to its end. `doing` completes "while ...". Raises MediaFailed, StorageFailed, or what `check` raises."""
    with Child(arguments, doing=doing, out=out, fed=feed is not None, cwd=cwd) as child:
        for chunk in feed or ():
            child.write(chunk)
            if check is not None:
                check()
        child.wait(check)


def _failure(code: int, said: str, *, doing: str, out: Path) -> StoryreelError:
    """ffmpeg's exit code and stderr as one of our errors."""
    for words, number in _STORAGE_WORDS.items():
        if words in said:
            return storage_failed(OSError(number, words), out)
    if code < 0 and code == -getattr(signal, "SIGXFSZ", 0):
        return storage_failed(OSError(errno.ENOSPC, "file size limit"), out)
    # The first complaint is the cause; the last ones only say that ffmpeg gave up.
    lines = [_SPEAKER.sub("", line).strip() for line in said.splitlines() if line.strip()]
    reason = lines[0].rstrip(".") if lines else f"it ended with code {code}"
    return MediaFailed(f"ffmpeg failed while {doing}: {reason}.", "Check that the media file is whole, and try again.")


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"process_group": 0}


def _widen(descriptor: int) -> None:
    """A megabyte of pipe instead of 64 kB: fewer wake-ups per picture. Linux only; harmless where it is refused."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
