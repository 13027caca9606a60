"""A panel out of the film as a PNG: as it is filmed, without camera marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app import errands
from app.problems import note, problem_of
from app.sketch.drawing import Drawing, flat
from app.state.prints import png
from app.state.session import Session
from app.words import tr
from engine.errors import storage_failed
from engine.film.durable import replace_file


def ask_where(parent: QWidget, name: str, then: Callable[[Path], object]) -> None:
    """Ask where to save it; nothing waits for the answer."""
    asked = QFileDialog(parent, tr("Save panel as PNG"), f"{name}.png", "PNG (*.png)")
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix("png")
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.fileSelected.connect(lambda path: then(Path(path)))
    asked.open()


def save_panel(owner: QObject, session: Session, drawing: Drawing, path: Path) -> None:
    """Write it in a thread and say how that went."""

    def write() -> str:
        try:
            replace_file(path, png(flat(drawing)))
        except OSError as error:
            raise storage_failed(error, path) from error
        return path.name

    def saved(name: str) -> None:
        session.say(note(tr("{name} is saved.", name=name)))

    errands.send(owner, write, saved, lambda error: session.say(problem_of(error)))
