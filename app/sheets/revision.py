"""A revised script comes into the open film: what it would change is shown first, then it is one edit and one undo.

The engine's revision keeps takes, cuts and a person's own edits. The reading that the next revision is compared with lies in the
film's folder; undo puts the earlier one back, or the next revision would take the script's words for a person's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errands import send
from app.overlays import Overlay, scrolled, sheet_of
from app.problems import note, problem_of
from app.state.session import Session
from app.theme.frames import Kind, button, column, row, text
from app.words import tr, word
from engine.film.document import Film
from engine.film.revision import history
from engine.film.revision.changes import Change
from engine.film.revision.revise import Revised, revise

_SIGNS: dict[str, tuple[str, Kind]] = {
    "new": ("+", "ok"), "back": ("+", "ok"), "changed": ("~", "warn"), "moved": ("→", "warn"),
    "omitted": ("−", "bad"), "kept": ("=", "muted"), "renumbered": ("#", "muted"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """What a revised script makes of a film."""

    before: Film
    reading: Film | None  # the last one
    revised: Revised
    script: str


def bring_in(host: QWidget, session: Session, script: Path) -> None:
    """Read the script in a thread, then show what it changes."""
    film = session.film
    session.say(note(tr("Reading {name}", name=script.name)))
    send(
        session,
        lambda: draft(film, session.folder, script),
        lambda found: _show(host, session, found),
        lambda error: session.say(problem_of(error)),
    )


def draft(film: Film, folder: Path, script: Path) -> Draft:
    """What the script makes of the film. Raises BadScript, StorageFailed; nothing is written."""
    from engine.script.whole_film import film_of, named_after

    reading, _ = film_of(script, rate=film.rate, raster=film.raster)
    if reading.title == named_after(script):  # a new draft's file name is no new title
        reading = reading.with_(title=film.title)
    last = history.last_reading(folder)
    return Draft(film, last, revise(film, reading.with_(engine=film.engine, style=film.style), last), script.name)


def make(session: Session, found: Draft, done: Callable[[], object] = lambda: None) -> None:
    """Make the revision: the version before is kept on the disk, then the film is edited."""

    def edit(_: object) -> None:
        if session.film is not found.before:
            session.say(note(tr("The film has changed meanwhile; bring the script in once more.")))
            return
        session.edit(
            tr("Revise the script"),
            lambda film: found.revised.film,
            also=lambda again: _readings(session, found, again),
        )
        done()

    send(
        session,
        lambda: history.apply(session.folder, found.before, found.revised, found.script),
        edit,
        lambda error: session.say(problem_of(error)),
    )


def _readings(session: Session, found: Draft, again: bool) -> None:
    """Undo and redo take the reading along."""
    reading = found.revised.reading if again else found.reading
    if reading is not None:
        send(
            session,
            lambda: history.keep_reading(session.folder, reading),
            _nothing,
            lambda error: session.say(problem_of(error)),
        )


def _nothing(_: object) -> None:
    pass


def _show(host: QWidget, session: Session, found: Draft) -> Overlay | None:
    if not found.revised.changes:
        session.say(note(tr("{script} changes nothing in this film.", script=found.script)))
        return None
    frame, inside = sheet_of(word("A revised script"))
    many = len(found.revised.changes)
    inside.addWidget(
        text(
            word("{script} makes {n} changes. Takes, cuts and your own edits stay."),
            "muted",
            wrap=True,
            script=found.script,
            n=many,
        )
    )
    page = QWidget()
    _list(column(page, gap=6), found.revised.changes)
    inside.addWidget(scrolled(page), 1)
    line = row()
    line.addStretch(1)
    cancel, yes = button(word("Cancel")), button(word("Revise the film"), "primary")
    line.addWidget(cancel)
    line.addWidget(yes)
    inside.addLayout(line)
    overlay = Overlay(host, frame, width=680)
    cancel.clicked.connect(overlay.close_sheet)
    yes.clicked.connect(overlay.close_sheet)
    yes.clicked.connect(lambda: make(session, found))
    yes.setFocus()
    return overlay


def _list(down: QVBoxLayout, changes: tuple[Change, ...]) -> None:
    for change in changes:
        line = row(gap=12)
        sign, kind = _SIGNS[change.kind]
        mark = QLabel(sign)
        mark.setProperty("kind", kind)
        mark.setFixedWidth(16)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        words = QLabel(tr(change.sentence))
        words.setWordWrap(True)
        line.addWidget(mark)
        line.addWidget(words, 1)
        down.addLayout(line)
    down.addStretch(1)
