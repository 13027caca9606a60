"""A stroke is a step of the film's own undo, survives on the disk, and leaves nothing behind that nobody names."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.problems import Problem
from app.sketch.drawing import Drawing, blank, clear
from app.sketch.sketchbook import Sketchbook, Wanted, layers_of, read_drawing, sheet_for, sweep
from app.state.prints import Prints
from app.state.session import Session
from engine.backends.animatic.panels.matte import paper_of
from engine.film import pictures, store
from engine.film.board import remove_shot
from engine.film.setup import Move

SIZE = QSize(64, 36)


def _dotted(drawing: Drawing, x: int) -> Drawing:
    picture = clear(SIZE)
    picture.setPixelColor(x, 5, QColor("#2d2b30"))
    return drawing.with_layer(2, picture=picture)


def _keep(book: Sketchbook, session: Session, drawing: Drawing, move: Move | None = None) -> None:
    book.keep(Wanted("Ink", session.shot_id, "p1", "1A", drawing, move))


def test_each_stroke_is_one_step_and_undo_finds_its_layers(session: Session) -> None:
    book = Sketchbook(session)
    one, two = _dotted(blank(SIZE), 5), _dotted(blank(SIZE), 9)
    _keep(book, session, one)
    _keep(book, session, two, Move.PUSH_IN)
    book.settle()
    assert [session.undo.text(i) for i in range(session.undo.count())] == ["Ink", "Ink"]
    shot = session.film.shot(session.shot_id)
    assert shot.setup.move is Move.PUSH_IN
    session.undo.undo()
    panel = session.film.shot(session.shot_id).panels[0]
    assert panel.picture is not None
    assert book.remembered(panel.picture.digest) is one
    session.undo.undo()
    assert session.film.shot(session.shot_id).panels == ()


def test_layers_come_back_from_the_disk(session: Session, qtbot: QtBot) -> None:
    book = Sketchbook(session)
    _keep(book, session, _dotted(blank(SIZE), 7))
    book.settle()
    panel = session.film.shot(session.shot_id).panels[0]
    assert panel.picture is not None
    again = Sketchbook(session)
    with qtbot.waitSignal(again.read) as came:
        again.ask(panel, SIZE)
    assert came.args is not None
    digest, drawing = came.args
    assert digest == panel.picture.digest
    assert drawing.layers[2].picture.pixelColor(7, 5) == QColor("#2d2b30")


def test_a_damaged_layer_file_still_shows_the_flat_panel(session: Session) -> None:
    book = Sketchbook(session)
    _keep(book, session, _dotted(blank(SIZE), 7))
    book.settle()
    picture = session.film.shot(session.shot_id).panels[0].picture
    assert picture is not None
    layers_of(session.folder, picture).write_bytes(b"torn")
    drawing = read_drawing(session.folder, picture, SIZE)
    assert drawing.layers[0].picture.pixelColor(7, 5) == QColor("#2d2b30")


def test_a_front_layer_becomes_the_matte(session: Session) -> None:
    book = Sketchbook(session)
    _keep(book, session, _dotted(blank(SIZE), 7).with_layer(2, front=True))
    book.settle()
    matte = session.film.shot(session.shot_id).panels[0].matte
    assert matte is not None
    assert QImage(str(session.folder / matte.path)).pixelColor(7, 5).lightness() == 255


def test_a_full_disk_is_one_sentence_and_nothing_is_lost(session: Session) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    (session.folder / "panels").write_text("a file where the folder should be")
    book = Sketchbook(session)
    _keep(book, session, _dotted(blank(SIZE), 7))
    book.settle()
    (problem,) = said
    assert session.film.shot(session.shot_id).panels == ()
    (session.folder / "panels").unlink()
    assert problem.act is not None
    problem.act()
    book.settle()
    assert len(session.film.shot(session.shot_id).panels) == 1


def test_a_stroke_that_breaks_something_unforeseen_is_not_waited_for(session: Session, qtbot: QtBot) -> None:
    book = Sketchbook(session)
    nothing = Drawing(())
    with qtbot.captureExceptions() as caught:
        _keep(book, session, nothing)
        book.settle()
    assert len(caught) == 1
    assert not book.busy("p1")


def test_a_shot_that_went_while_it_was_drawn_on_is_not_brought_back(session: Session) -> None:
    book = Sketchbook(session)
    shot_id = session.shot_id
    _keep(book, session, _dotted(blank(SIZE), 7))
    session.edit("Remove", lambda film: remove_shot(film, shot_id))
    book.settle()
    assert shot_id not in {shot.id for shot in session.film.shots}


def test_only_strokes_that_nobody_names_are_swept_up(session: Session) -> None:
    book = Sketchbook(session)
    for x in (3, 5, 7):
        _keep(book, session, _dotted(blank(SIZE), x))
    book.settle()
    room = session.folder / "panels"
    (room / "mine-0123456789ab.png").write_bytes(b"imported by hand")
    store.save(session.film, session.folder)
    shot = session.film.shot(session.shot_id)
    named = {panel.picture.path for panel in shot.panels if panel.picture}
    for copy in (session.folder / "autosave").glob("*"):
        copy.unlink()
    assert sweep(session.folder, named) == 2
    assert {path.name for path in room.glob("*.png")} == {Path(next(iter(named))).name, "mine-0123456789ab.png"}


@pytest.mark.parametrize("teller", ["cache/desk/film-0123456789abcdef.json", "queue.sqlite"])
def test_what_an_export_or_a_waiting_job_still_reads_is_not_swept(session: Session, teller: str) -> None:
    book = Sketchbook(session)
    _keep(book, session, _dotted(blank(SIZE), 3))
    book.settle()
    drawn = session.film.shot(session.shot_id).panels[0].picture
    assert drawn is not None
    _keep(book, session, _dotted(blank(SIZE), 5))
    book.settle()
    (session.folder / teller).parent.mkdir(parents=True, exist_ok=True)
    (session.folder / teller).write_text(f'... "{drawn.path}" ...')
    store.save(session.film, session.folder)
    panel = session.film.shot(session.shot_id).panels[0].picture
    assert panel is not None
    for copy in (session.folder / "autosave").glob("*"):
        copy.unlink()
    assert sweep(session.folder, {panel.path}) == 0
    (session.folder / teller).unlink()
    assert sweep(session.folder, {panel.path}) == 1


def test_a_panorama_gets_a_wide_sheet() -> None:
    frame = QSize(1280, 720)
    assert sheet_for(QImage(1920, 1080, QImage.Format.Format_RGB32), frame) == frame
    assert sheet_for(QImage(3840, 1080, QImage.Format.Format_RGB32), frame) == QSize(2560, 720)
    assert sheet_for(QImage(1080, 1920, QImage.Format.Format_RGB32), frame).height() > 720


def test_the_engine_sees_paper_and_finds_the_figure_that_was_told(session: Session) -> None:
    book = Sketchbook(session)
    figure = clear(SIZE)
    figure.fill(QColor(0, 0, 0, 0))
    for x in range(24, 40):
        for y in range(6, 32):
            figure.setPixelColor(x, y, QColor("#2d2b30"))
    _keep(book, session, blank(SIZE).with_layer(1, picture=figure, front=True))
    book.settle()
    panel = session.film.shot(session.shot_id).panels[0]
    assert panel.picture is not None
    assert panel.matte is not None
    seen = cv2.imread(str(pictures.find(session.folder, panel.picture.digest)))
    matte = cv2.imread(str(pictures.find(session.folder, panel.matte.digest)), cv2.IMREAD_GRAYSCALE)
    paper = paper_of(seen)
    assert paper is not None
    assert [round(float(part)) for part in paper] == [226, 236, 240]
    assert (matte[18, 30], matte[2, 2]) == (255, 0)


def test_a_stroke_that_landed_shows_in_the_strip_without_being_read(session: Session) -> None:
    prints = Prints(session.folder)
    book = Sketchbook(session, prints=prints)
    _keep(book, session, _dotted(blank(SIZE), 7))
    book.settle()
    picture = session.film.shot(session.shot_id).panels[0].picture
    assert picture is not None
    assert prints.get(picture) is not None
    prints.close()
