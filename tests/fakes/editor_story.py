"""The editor's story, told by keys and mouse in a window on a real X server: from a dropped script to an exported film, and back.

    python -P tests/fakes/editor_story.py FOLDER

A program of its own, because the tests' own windows are offscreen. Prints a line a step; ends with an assertion when a step fails.
STORYREEL_STORY_PICTURES names a folder for a picture of every step.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.__main__ import window_for
from app.main_window import MainWindow
from app.overlays import covered
from app.renders.export_sheet import ExportSheet
from app.sheets.tour import Tour
from app.state.save_state import Saved
from app.state.session import Session
from engine.film.document import Film

SCRIPT = """\
Title: The Ferry

EXT. RIVER - DUSK

WIDE SHOT. A boat crosses the river.

CLOSE-UP. MIRA, 30, in a red coat, looks up.
"""

PATIENCE = 90.0  # seconds for the slowest step, on a machine that does other things


class Story:
    """One window and the person before it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder
        self.pictures = os.environ.get("STORYREEL_STORY_PICTURES", "")
        self.step = 0

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def film(self) -> Film:
        return self.session.film

    def told(self, step: str) -> None:
        self.step += 1
        QTest.qWait(150)
        print(f"{self.step} {step}", flush=True)
        if self.pictures:
            name = f"{self.step:02} {step}.png"
            self.window.grab().save(str(Path(self.pictures) / name))

    def until(self, what: Callable[[], object], told: str) -> None:
        end = time.monotonic() + PATIENCE
        while not what():
            assert time.monotonic() < end, f"waited in vain: {told}; the bar says {self.window.bar.problem}"
            QTest.qWait(30)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def keys(self, *names: str) -> None:
        for name in names:
            QTest.keySequence(self.window.windowHandle(), name)
            QTest.qWait(20)

    def sheet_button(self, name: str) -> QPushButton:
        sheet = covered(self.window)
        assert sheet is not None
        return next(each for each in sheet.findChildren(QPushButton) if name in (each.objectName(), each.text()))

    # --- the story

    def drop_the_script(self) -> None:
        script = self.folder / "ferry.fountain"
        script.write_text(SCRIPT, encoding="utf-8")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(script))])
        where, copy = QPoint(400, 300), Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(where, copy, mime, left, none))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(where), copy, mime, left, none))
        self.until(lambda: self.window.session is not None, "the script is read")
        assert [shot.slate for shot in self.film.shots] == ["1A", "1B"]
        self.told("imported")

    def take_the_tour(self) -> None:
        self.until(lambda: self.window.findChild(Tour) is not None, "the tour begins")
        tour = self.window.findChild(Tour)
        assert isinstance(tour, Tour)
        for step in range(4):
            assert tour.step == step
            self.told(f"tour {step + 1}")
            QTest.keyClick(tour, Qt.Key.Key_Return)
        QTest.qWait(50)

    def make_it_small(self) -> None:
        self.window.actions_table["window.settings"].trigger()
        size = self.window.settings.size
        size.setFocus()
        QTest.keyClicks(size, "640")
        self.click(self.sheet_button("Apply"))
        assert self.film.raster.width == 640
        self.told("settings")

    def edit_two_prompts(self) -> None:
        field = self.window.rooms.bench.inspector.action.field
        for number, words in enumerate(("WIDE: a ferry crosses the river at dusk.", "Mira waves.")):
            shot = list(self.film.shots)[number]
            self.session.take_in_hand(shot.id)
            QTest.qWait(50)
            self.click(field.viewport())
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(field, words)
            self.until(lambda shot=shot, words=words: self._shot(shot.id).action == words, "the words are in the film")
            self.told(f"prompt of {shot.slate}")
        self.window.setFocus()

    def render(self) -> None:
        self.click(self.window.top.render_button)
        self.until(lambda: covered(self.window) is not None, "the estimate is shown")
        self.told("estimate")
        self.click(self.sheet_button("begin"))
        self.until(lambda: all(shot.takes for shot in self.film.shots), "every shot has a take")
        self.told("rendered")

    def circle(self) -> None:
        bench = self.window.rooms.bench
        shot = next(iter(self.film.shots))
        self.session.take_in_hand(shot.id)
        bench.side.setCurrentWidget(bench.takes)
        QTest.qWait(50)
        self.click(bench.takes.list.viewport(), QPoint(60, 30))
        QTest.keyClick(bench.takes.list, Qt.Key.Key_C)
        self.until(lambda: self._shot(shot.id).circled is not None, "the take is circled")
        self.told("circled")

    def trim(self) -> None:
        self.keys("Ctrl+2")
        before = self.film.cuts[0].frames
        self.window.rooms.bench.viewer.setFocus()
        self.keys("Home")
        for _ in range(24):
            self.keys("Right")
        self.until(lambda: self.session.playhead.frame == 24, "the playhead has moved")
        self.keys("Q")
        self.until(lambda: self.film.cuts[0].frames == before - 24, "the head is trimmed")
        self.told("trimmed")

    def undo_and_redo_all(self) -> None:
        done, steps = self.film, self.session.undo.count()
        assert steps >= 5, steps
        for _ in range(steps):
            self.keys("Ctrl+Z")
        assert self.session.undo.index() == 0, self.session.undo.index()
        assert next(iter(self.film.shots)).action.startswith("A boat")
        assert all(shot.takes for shot in self.film.shots), "undo took a take away"
        self.told("all undone")
        for _ in range(steps):
            self.keys("Ctrl+Shift+Z")
        assert self.film == done
        self.told("all redone")

    def export(self) -> None:
        self.keys("Ctrl+Shift+E")
        self.until(lambda: covered(self.window) is not None, "the export sheet is shown")
        sheet = covered(self.window)
        assert sheet is not None
        form = sheet.findChild(ExportSheet)
        assert isinstance(form, ExportSheet)
        out = self.folder / "ferry.mp4"
        form.place.selectAll()
        QTest.keyClicks(form.place, str(out))
        self.told("export sheet")
        self.click(form.go)
        self.until(lambda: out.is_file() and form.finished.isVisible(), "the film is written")
        assert out.stat().st_size > 10_000
        self.told("exported")
        self.click(form.finished)

    def reopen(self) -> None:
        film = self.film
        self.keys("Ctrl+S")
        self.until(lambda: self.session.save_state == Saved(), "the film is saved")
        self.keys("Ctrl+W")
        self.until(lambda: self.window.session is None, "the film is closed")
        self.told("start page")
        self.click(self.window.start.recent.posters[0])
        self.until(lambda: self.window.session is not None, "the film is open again")
        assert self.film == film
        QTest.qWait(500)
        self.told("reopened")

    def _shot(self, shot_id: str) -> object:
        return self.film.shot(shot_id)


def main() -> None:
    folder = Path(sys.argv[1])
    os.environ["STORYREEL_PREFERENCES"] = str(folder / "editor.json")
    os.environ["STORYREEL_RUNTIME_DIR"] = str(folder / "runtime")
    application = QApplication([])
    window = window_for(application)
    window.preferences.films = str(folder / "films")
    window.speak("en")
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    story = Story(window, folder)
    story.drop_the_script()
    story.take_the_tour()
    story.make_it_small()
    story.edit_two_prompts()
    story.render()
    story.circle()
    story.trim()
    story.undo_and_redo_all()
    story.export()
    story.reopen()
    assert window.close()
    QTest.qWait(100)
    print("told on", application.platformName(), flush=True)


if __name__ == "__main__":
    main()
