"""The one tree of errors: what went wrong as a sentence for a person, and what to do next.

Nothing below the front ends prints or shows a dialog; they raise one of these. The front end (command line or editor)
prints `sentence` and `action`, and logs the traceback once.

    StoryreelError
    ├── BadInput            a script, film or value that cannot be used as it is     exit 2
    │   ├── BadScript       ... a script, with the line where it goes wrong
    │   ├── BadFilm         ... a film folder: damaged, not a film
    │   └── NewerFilm       ... a film written by a newer Storyreel
    ├── Locked              somebody else has the film (or device) open               exit 3
    ├── StorageFailed       disk full, read-only folder, missing file                 exit 4
    ├── RenderFailed        a shot could not be rendered                              exit 5
    │   └── WorkerDied      ... because the worker process ended by itself
    ├── MediaFailed         ffmpeg or a media file let us down                        exit 6
    │   └── DamagedTake     ... a take whose files are not what was rendered
    ├── Unsupported         this back end or machine cannot do what was asked         exit 7
    └── Cancelled           a person stopped it; what was finished is kept            exit 130
"""

from __future__ import annotations

import errno
from pathlib import Path


class StoryreelError(Exception):
    """An error that can be shown to a person as it stands.

    `sentence` says what happened, `action` what to do next (may be empty); the cause travels as `__cause__`.
    """

    exit_code = 1

    def __init__(self, sentence: str, action: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.action = action

    def __str__(self) -> str:
        return f"{self.sentence} {self.action}".strip()


class BadInput(StoryreelError):
    """A script, film or value that cannot be used as it is."""

    exit_code = 2


class BadScript(BadInput):
    """A script that cannot be read; `line` is 1-based, or None when no single line is to blame."""

    def __init__(self, sentence: str, action: str = "", *, line: int | None = None) -> None:
        super().__init__(sentence, action)
        self.line = line


class BadFilm(BadInput):
    """A film folder that is damaged or is not a film."""


class NewerFilm(BadInput):
    """A film whose schema is newer than this Storyreel; it is left untouched."""


class Locked(StoryreelError):
    """Somebody else holds the lock on this film or device."""

    exit_code = 3


class StorageFailed(StoryreelError):
    """The disk said no: full, read-only, missing."""

    exit_code = 4


class RenderFailed(StoryreelError):
    """A shot could not be rendered."""

    exit_code = 5


class WorkerDied(RenderFailed):
    """The worker process ended without saying why."""


class MediaFailed(StoryreelError):
    """ffmpeg or a media file let us down."""

    exit_code = 6


class DamagedTake(MediaFailed):
    """A take whose files are not what was rendered; it is moved aside, never deleted, and renders again."""

    def __init__(self, sentence: str, action: str = "", *, key: str = "") -> None:
        super().__init__(sentence, action)
        self.key = key


class Unsupported(StoryreelError):
    """This back end or machine cannot do what was asked."""

    exit_code = 7


class Cancelled(StoryreelError):
    """A person stopped it; what was finished is kept."""

    exit_code = 130


_STORAGE_SENTENCES = {
    errno.ENOSPC: (
        "The disk that holds {path} is full.",
        "Free some space and run the command again; nothing was lost.",
    ),
    errno.EDQUOT: (
        "Your disk quota for {path} is used up.",
        "Free some space and run the command again; nothing was lost.",
    ),
    errno.EROFS: ("{path} is on a read-only disk.", "Choose a folder you may write to."),
    errno.EACCES: ("You may not write to {path}.", "Choose a folder you may write to, or change its permissions."),
    errno.EPERM: ("You may not write to {path}.", "Choose a folder you may write to, or change its permissions."),
    errno.ENOENT: ("{path} does not exist.", "Check the spelling of the path."),
    errno.ENOTDIR: ("Part of the path {path} is a file, not a folder.", "Choose another place."),
    errno.EEXIST: ("{path} is a file, not a folder.", "Choose another name."),
    errno.ENAMETOOLONG: ("The name {path} is too long.", "Choose a shorter name."),
    errno.EISDIR: ("{path} is a folder, not a file.", "Choose another name."),
}


def storage_failed(error: OSError, path: Path | str) -> StorageFailed:
    """Turn an OSError met at `path` into one sentence; raise it `from` the OSError."""
    fallback = (f"{{path}} could not be used: {error.strerror or error}.", "Check the disk and try again.")
    sentence, action = _STORAGE_SENTENCES.get(error.errno or 0, fallback)
    return StorageFailed(sentence.replace("{path}", str(path)), action)
