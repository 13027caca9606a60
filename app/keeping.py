"""Pictures that come from outside (dropped, pasted, chosen): copied into the film in a thread, then put where they belong as one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter

from app.errands import send
from app.problems import problem_of
from app.state.session import Session
from app.words import tr
from engine.film import coverage, pictures
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.locate import shot_of
from engine.film.shots import Panel
from engine.film.values import fresh_id


def keep_files(
    owner: QObject, session: Session, paths: Sequence[Path], then: Callable[[tuple[Reference, ...]], object]
) -> None:
    """Copy picture files into the film's panels; `then` gets them, a Problem is said where one cannot be read."""
    if session.refuses():
        return
    folder = session.folder

    def work() -> tuple[Reference, ...]:
        return tuple(pictures.keep(folder, pictures.PANELS, path, path.stem) for path in paths)

    send(owner, work, then, lambda error: session.say(problem_of(error)))


def keep_image(owner: QObject, session: Session, image: QImage, then: Callable[[Reference], object]) -> None:
    """Keep a pasted picture as a PNG."""
    if session.refuses():
        return
    folder = session.folder

    def work() -> Reference:
        return pictures.keep_bytes(folder, pictures.PANELS, as_png(image), "pasted", ".png")

    send(owner, work, then, lambda error: session.say(problem_of(error)))


def hang_pictures(owner: QObject, session: Session, shot_id: str, paths: Sequence[Path]) -> None:
    """The pictures become panels of the shot, one after the other in what is left of its time."""

    def hang(references: tuple[Reference, ...]) -> None:
        session.edit(tr("Add {n} panels", n=len(references)), lambda film: hung(film, shot_id, references))

    keep_files(owner, session, paths, hang)


def hung(film: Film, shot_id: str, references: Sequence[Reference]) -> Film:
    """The film with the pictures behind the shot's panels."""
    shot = shot_of(film, shot_id)
    first = shot.panels[-1].start if shot.panels else 0
    parts = len(references) + (1 if shot.panels else 0)
    for number, reference in enumerate(references, 1 if shot.panels else 0):
        start = first + (shot.duration - first) * number // parts
        film = coverage.add_panel(film, shot_id, Panel(id=fresh_id(), start=start, picture=reference))
    return film


def as_png(image: QImage) -> bytes:
    """The picture as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(content.data())
