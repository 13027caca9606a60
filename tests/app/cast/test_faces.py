"""Who has no picture is drawn by the theatre: asked for once, again when the words change, and a reference goes before it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.cast.faces import Faces
from app.cast.roll import paint_face
from app.commands import cast
from app.state.session import Session
from engine.film.cast import Reference

RED = "#c02020"


class Painter(QObject):
    """A studio that hands over a red card for everybody."""

    portrait_ready = Signal(str, str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.asked: list[tuple[str, str]] = []

    def want_portrait(self, entry_id: str, look: str = "") -> None:
        self.asked.append((entry_id, look))
        made = QImage(32, 32, QImage.Format.Format_RGB32)
        made.fill(QColor(RED))
        path = self._session.folder / f"{len(self.asked)}.png"
        made.save(str(path))
        self.portrait_ready.emit(entry_id, look, Reference(path=path.name, digest=f"{len(self.asked)}" * 64))


def middle(session: Session, faces: Faces) -> str:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_face(painter, QRectF(0, 0, 40, 40), session.film.cast[0], faces)
    painter.end()
    return image.pixelColor(20, 20).name()


def test_a_portrait_comes_and_is_drawn_anew_when_the_words_change(qtbot: QtBot, session: Session) -> None:
    studio = Painter(session)
    faces = Faces(session, studio)
    mira = session.film.cast[0]
    assert middle(session, faces) != RED
    qtbot.waitUntil(lambda: middle(session, faces) == RED)
    assert studio.asked == [(mira.id, "")]
    cast.describe(session, mira.id, description="a tall woman with a scar")
    assert middle(session, faces) == RED  # the last one stays until the next comes
    qtbot.waitUntil(lambda: len(studio.asked) == 2)
    faces.close()


def test_who_was_undone_before_the_order_went_out_is_asked_for_after_the_redo(qtbot: QtBot, session: Session) -> None:
    """Undone and redone within a second: the wish found nobody there, and was remembered as if it had been asked for."""
    studio = Painter(session)
    faces = Faces(session, studio)
    ida = cast.add_subject(session, "Ida")

    def asked() -> int:
        return studio.asked.count((ida, ""))

    assert faces.drawn(session.film.subject(ida)) is None
    session.undo.undo()
    qtbot.wait(700)  # the wish is looked at after half a second
    assert asked() == 0
    session.undo.redo()
    faces.drawn(session.film.subject(ida))
    qtbot.waitUntil(lambda: asked() == 1)
    faces.close()


def test_without_a_studio_there_is_a_card_of_paper(qtbot: QtBot, session: Session) -> None:
    faces = Faces(session, None)
    assert faces.drawn(session.film.cast[0]) is None
    assert middle(session, faces) != RED
    faces.close()
