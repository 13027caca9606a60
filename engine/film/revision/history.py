"""The revisions of a film on disk: what its script said last, and every version that a revision replaced.

    revisions/reading.json           the last reading of the script, which the next revision is compared with
    revisions/<n>/film.json          the film before revision n
    revisions/<n>/reading.json       the reading before it (missing where there was none)
    revisions/<n>/script.txt         the name of the script that was read
    revisions/undone.<n>/            revision n, taken back: the film as it was after it

The version before is written first, then the film, then the reading. A crash in between leaves a film that the next
revision finds revised already, never one that it takes for a person's work.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from engine.errors import BadFilm, BadInput, NewerFilm, storage_failed
from engine.film.document import Film
from engine.film.durable import replace_file
from engine.film.film_text import film_from, film_text
from engine.film.revision.revise import Revised
from engine.film.shots import Shot
from engine.film.store import FILM_FILE, load, save

FOLDER = "revisions"
READING = "reading.json"
SCRIPT = "script.txt"
KEPT = 50
"""How many versions are kept; a film that is made over and over from its script would fill the disk."""

_NUMBERED = re.compile(r"(\d+)", re.ASCII)
_UNDONE = re.compile(r"undone\.(\d+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Version:
    """A version that a revision replaced: the revision's number, its folder, and the script's name."""

    number: int
    folder: Path
    script: str


def last_reading(folder: Path) -> Film | None:
    """What the script said last; None where nobody kept it or the file is damaged (then words alone are compared)."""
    try:
        return film_from((folder / FOLDER / READING).read_bytes(), folder.name)
    except (OSError, BadFilm, NewerFilm):
        return None


def keep_reading(folder: Path, reading: Film) -> None:
    """The script says this now. Raises StorageFailed."""
    path = folder / FOLDER / READING
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, film_text(reading))
    except OSError as error:
        raise storage_failed(error, path) from error


def versions(folder: Path) -> tuple[Version, ...]:
    """The versions that can be gone back to, oldest first."""
    found = [(int(m[1]), path) for path, m in _matching(folder / FOLDER, _NUMBERED) if (path / FILM_FILE).exists()]
    return tuple(Version(number, path, _script(path)) for number, path in sorted(found))


def apply(folder: Path, before: Film, revised: Revised, script: str = "") -> int:
    """Save a revision of the film `before`, keeping that; the revision's number, 0 where nothing changes. Hold the lock.

    Raises StorageFailed; the film is then as it was.
    """
    if revised.film == before:
        keep_reading(folder, revised.reading)
        return 0
    number = _keep(folder, before, script)
    save(revised.film, folder)
    keep_reading(folder, revised.reading)
    return number


def undo(folder: Path) -> Film:
    """Take the last revision back, with one exception: takes that were made since are kept by their shots. What it
    replaces is kept too. Hold the lock. Raises BadInput where there is nothing to take back, StorageFailed."""
    there = versions(folder)
    if not there:
        raise BadInput(f"{folder.name} has no revision to take back.", "`storyreel show FILM` lists what is in it.")
    version, now = there[-1], load(folder)
    before = _with_takes_of(film_from((version.folder / FILM_FILE).read_bytes(), folder.name), now)
    reading = version.folder / READING
    try:
        _set_aside(folder, version, now)
        save(before, folder)
        if reading.exists():
            replace_file(folder / FOLDER / READING, reading.read_bytes())
        else:
            (folder / FOLDER / READING).unlink(missing_ok=True)
        shutil.rmtree(version.folder)
    except OSError as error:
        raise storage_failed(error, version.folder) from error
    return before


def _keep(folder: Path, before: Film, script: str) -> int:
    number = 1 + max((int(m[1]) for p in (_NUMBERED, _UNDONE) for _, m in _matching(folder / FOLDER, p)), default=0)
    kept = folder / FOLDER / str(number)
    try:
        kept.mkdir(parents=True)
        if (folder / FOLDER / READING).exists():
            replace_file(kept / READING, (folder / FOLDER / READING).read_bytes())
        replace_file(kept / SCRIPT, f"{script}\n".encode(errors="backslashreplace"))
        replace_file(kept / FILM_FILE, film_text(before))
        for old in versions(folder)[:-KEPT]:
            shutil.rmtree(old.folder)
    except OSError as error:
        raise storage_failed(error, kept) from error
    return number


def _set_aside(folder: Path, version: Version, now: Film) -> None:
    aside = folder / FOLDER / f"undone.{version.number}"
    aside.mkdir(exist_ok=True)
    replace_file(aside / FILM_FILE, film_text(now))
    reading = folder / FOLDER / READING
    if reading.exists():
        replace_file(aside / READING, reading.read_bytes())


def _with_takes_of(film: Film, now: Film) -> Film:
    """The film with the takes that its shots have got since."""
    since = {shot.id: shot for shot in now.shots}

    def richer(shot: Shot) -> Shot:
        known = {take.id for take in shot.takes}
        new = tuple(take for take in since[shot.id].takes if take.id not in known) if shot.id in since else ()
        return shot.with_(takes=(*new, *shot.takes)) if new else shot

    scenes = (scene.with_(shots=tuple(richer(shot) for shot in scene.shots)) for scene in film.scenes)
    return film.with_(scenes=tuple(scenes))


def _script(kept: Path) -> str:
    try:
        return (kept / SCRIPT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _matching(folder: Path, pattern: re.Pattern[str]) -> list[tuple[Path, re.Match[str]]]:
    if not folder.is_dir():
        return []
    return [(path, match) for path in folder.iterdir() if (match := pattern.fullmatch(path.name))]
