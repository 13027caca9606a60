"""The one window: top bar, start page or rooms, status line, and the problem bar over them; it opens and closes films.

Opening, importing and copying run in threads; what they say comes back into the bar. Only one film is open at a time.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from app import words
from app.actions import Actions
from app.bars import ProblemBar
from app.drops import SCRIPTS, Drops, Kind
from app.errands import send
from app.menus import Menus
from app.overlays import lift
from app.preferences import Preferences, Recent, choose_language, turn_theme
from app.problems import Problem, note, problem_of
from app.start.page import StartPage
from app.theme.frames import column
from app.top_bar import TopBar
from app.words import Language, say, tr

if TYPE_CHECKING:
    from app.rooms import Rooms
    from app.state.opening import Opened
    from app.state.session import Session
    from app.status_line import StatusLine
    from engine.film.document import Film

SMALLEST = (1024, 640)
FIRST = (1440, 900)
_SETTLED = 1500  # milliseconds after a film was opened


class MainWindow(QMainWindow):
    """Storyreel's window. `session` is the film that is open, or None."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.session: Session | None = None
        self.rooms: Rooms | None = None
        self._status: StatusLine | None = None
        self._busy = False
        self.actions_table = Actions(self)
        self.start = StartPage(preferences)
        self.top = TopBar()
        self._stack, self._middle = QStackedWidget(), QWidget()
        self._stack.addWidget(self.start)
        self._lay()
        self.bar = ProblemBar(self._middle, self._stack)
        self.menus = Menus(self)
        self._connect()
        Drops(self)

    # --- films

    def open_folder(self, folder: Path) -> None:
        """Open the film in this folder, once the present one is closed."""

        def opened_there() -> Opened:
            from app.start.beginnings import film_at
            from app.state.opening import open_film

            return open_film(film_at(folder))

        known = (film.title for film in self.preferences.recent if film.folder == str(folder))
        self._begin(opened_there, tr("Opening {name}", name=next(known, folder.stem)))

    def import_script(self, script: Path) -> None:
        """Make a new film of a script and open it. The film that is open stays so where that cannot be read."""
        if self._busy:
            return

        def read() -> Film:
            from app.start.beginnings import read

            return read(script)

        def made_of(film: Film) -> Opened:
            from app.start.beginnings import from_reading

            return from_reading(film, films)

        films, what = self.films_folder, tr("Reading {name}", name=script.name)
        if self.session is None:
            self._begin(lambda: made_of(read()), what, new=True)
            return
        self.say(note(what))
        send(
            self,
            read,
            lambda film: self._begin(lambda: made_of(film), what, new=True),
            lambda error: self.say(problem_of(error)),
        )

    def new_board(self) -> None:
        """Make a new film of one empty card and open it."""

        films, title, language = self.films_folder, tr("Untitled"), words.language

        def blank_board() -> Opened:
            from app.start.beginnings import blank

            return blank(films, title, language())

        self._begin(blank_board, tr("Opening {name}", name=title), new=True)

    def begin_with(self, kind: Kind, paths: list[Path]) -> None:
        """Make a new film whose shots are these pictures or clips, and open it."""
        title = paths[0].stem if len(paths) == 1 else paths[0].parent.name or tr("Untitled")
        films, language = self.films_folder, words.language

        def bare_board() -> Opened:
            from app.start.beginnings import bare

            return bare(films, title, language())

        self._begin(
            bare_board, tr("Reading {name}", name=paths[0].name), new=True, then=partial(self._take_in, kind, paths)
        )

    def open_copy(self, folder: Path) -> None:
        """Copy a film that is open elsewhere and open the copy."""

        def copied() -> Opened:
            from app.start.beginnings import copy_of

            return copy_of(folder, films)

        films = self.films_folder
        self._begin(copied, tr("Copying {name}", name=folder.stem), new=True)

    def close_film(self, then: Callable[[], object] = lambda: None) -> bool:
        """Save and close the film that is open; False where the disk refuses, or while shots are drawn: then a sheet asks,
        and `then` is called once the film is closed."""
        if self.session is None:
            return True
        if self.rooms is not None and self.rooms.engine.busy:
            from app.renders.closing import ask_before_closing

            ask_before_closing(
                self, self.rooms.engine, lambda: then() if self._close_now() else None, saved=self._saved
            )
            return False
        return self._close_now()

    def _saved(self) -> bool:
        """Bring what a panel holds back into the film, and the film onto the disk; False where that refuses."""
        if self.rooms is not None:
            self.rooms.settle()
        return self.session is None or self.session.save_now()

    def _close_now(self) -> bool:
        if self.session is None:
            return True
        session, rooms = self.session, self.rooms
        if not self._saved():
            return False
        if rooms is not None:
            rooms.close_rooms()
        if not session.close():  # a last take that came in between; its autosave has it
            session.let_go()
        self._remember(session)
        lift(self)  # a sheet of this film has nobody to answer to
        self.session = self.rooms = None
        self.bar.clear()  # what was said is about the film that is gone
        self.menus.follow(None)
        self.top.show_film(False)
        self._stack.setCurrentWidget(self.start)
        if rooms is not None:
            self._stack.removeWidget(rooms)
            rooms.deleteLater()
        if self._status is not None:
            self._status.hide()
            self._status.deleteLater()
            self._status = None
        session.deleteLater()
        self.start.refresh()
        self.setWindowTitle("Storyreel")
        return True

    @property
    def films_folder(self) -> Path:
        """Where new films are made."""
        if self.preferences.films:
            return Path(self.preferences.films)
        system = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        return Path(system or Path.home()) / "Storyreel"

    def open_path(self, path: Path) -> None:
        """Open what the command line names: a film's folder, else a script."""
        if path.suffix.lower() in SCRIPTS:
            self.import_script(path)
        else:
            self.open_folder(path)

    def pick_script(self) -> None:
        """Ask for a script file and import it."""
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import a script"), "", script_filter())
        if chosen:
            self.import_script(Path(chosen))

    def pick_film(self) -> None:
        """Ask for a film's folder and open it."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Open a film"), str(self.films_folder))
        if chosen:
            self.open_folder(Path(chosen))

    def say(self, problem: Problem) -> None:
        """Show a problem in the bar."""
        self.bar.show_problem(problem)

    def warm(self) -> None:
        """Import in a thread what the first film will need, while the person looks at the start page."""
        send(self, lambda: import_module("app.board.panel"), lambda _: None, lambda error: None)

    # --- what the menus call

    def save(self) -> None:
        """Write film.json now."""
        if self.session is not None:
            self.session.save()

    def pick_revision(self) -> None:
        """Ask for a revised script and show what it changes."""
        if self.session is None:
            return
        from app.sheets.revision import bring_in

        chosen, _ = QFileDialog.getOpenFileName(self, tr("Bring in a revised script"), "", script_filter())
        if chosen:
            bring_in(self, self.session, Path(chosen))

    def export(self) -> None:
        """Ask how the film should be written, and write it."""
        if self.rooms is not None:
            self.rooms.export()

    def reveal(self) -> None:
        """Show the film's folder in the system's file browser."""
        if self.session is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.folder)))

    def show_settings(self) -> None:
        """What holds for the whole film."""
        if self.session is not None:
            from app.sheets.film_settings import SettingsSheet

            self.settings = SettingsSheet(self, self.session)

    def show_shortcuts(self) -> None:
        """The sheet of keys."""
        from app.sheets.shortcuts import show_shortcuts

        show_shortcuts(self, self.actions_table)

    def show_about(self) -> None:
        """About Storyreel."""
        from app.sheets.about import show_about

        show_about(self)

    def show_tour(self) -> None:
        """The tour of four steps, through the rooms of an open film or over the start page."""
        from app.sheets.first_tour import first_tour

        self.preferences.keep(tour_seen=True)
        first_tour(self)

    def turn_theme(self) -> None:
        """Dark becomes light."""
        turn_theme(self.preferences)

    def speak(self, language: Language, *_: object) -> None:
        """Another language, at once and for good."""
        choose_language(self.preferences, language)

    def turn_full_screen(self) -> None:
        """Full screen, and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- inside

    def _take_in(self, kind: Kind, paths: list[Path]) -> None:
        if self.rooms is not None:
            self.rooms.intake.take(kind, paths)

    def _begin(
        self, work: Callable[[], Opened], what: str, *, new: bool = False, then: Callable[[], object] = lambda: None
    ) -> None:
        if self._busy or not self.close_film(lambda: self._begin(work, what, new=new, then=then)):
            return
        self._busy = True
        self.bar.clear()
        self.start.setEnabled(False)
        self.say(note(what))

        def opened(film: Opened) -> None:
            self._free()
            self._enter(film)
            then()
            if new:
                told = tr("The film is kept in {folder}.", folder=film.folder)
                self.say(note(told, label=tr("Film settings"), act=self.show_settings))

        send(self, work, opened, lambda error: (self._free(), self.say(problem_of(error))))

    def _free(self) -> None:
        self._busy = False
        self.start.setEnabled(True)
        self.bar.clear()

    def _enter(self, opened: Opened) -> None:
        from app.rooms import Rooms
        from app.state.session import Session
        from app.status_line import StatusLine

        self.actions_table.forget_but(self)
        session = self.session = Session(opened, self)
        self.rooms = Rooms(session, self.actions_table, self.preferences, self)
        self._status = StatusLine(session, self.rooms.engine)
        self._status.settings_wanted.connect(self.show_settings)
        self._status.renders_wanted.connect(lambda: self.enter("renders"))
        self._below.addWidget(self._status)
        self._stack.addWidget(self.rooms)
        session.said.connect(self.say)
        session.film_changed.connect(lambda before, after: self.top.show_title(after.title))
        session.film_changed.connect(self._on_film)
        session.film_changed.connect(self.bar.move_on)
        session.cut_changed.connect(self.bar.move_on)
        session.cut_changed.connect(lambda _: self._tell_cut())
        session.save_changed.connect(lambda state: self.top.show_save(state, read_only=session.read_only))
        self.rooms.entered.connect(self._entered)
        self.rooms.import_wanted.connect(self.pick_script)
        self.top.show_film(True)
        self.top.show_title(session.film.title)
        self._tell_cut()
        self.top.show_save(session.save_state, read_only=session.read_only)
        self.menus.follow(session)
        self.rooms.enter("board")
        self._stack.setCurrentWidget(self.rooms)
        self.rooms.setFocus()  # else the title has it, and the first key would write a new one
        self.setWindowTitle(f"{session.film.title} - Storyreel")
        self._remember(session)
        self._offer(session)
        QTimer.singleShot(_SETTLED, set_aside)
        if not self.preferences.tour_seen:
            QTimer.singleShot(0, self.show_tour)

    def _offer(self, session: Session) -> None:
        """What should be said at once: that the film is read-only, or that a crash left more behind."""
        if session.read_only:
            folder = session.folder
            self.say(
                Problem(session.who, tr("It can be looked at here, not edited."), tr("Open a copy"),
                        lambda: self.open_copy(folder), "warning")
            )  # fmt: skip
        elif session.recovery is not None:
            when = time.strftime("%H:%M", time.localtime(session.recovery.written))
            sentence = tr("Storyreel ended before it could save; an autosaved version of {time} knows more.", time=when)
            self.say(Problem(sentence, "", tr("Recover"), session.recover, "warning"))

    def _remember(self, session: Session) -> None:
        film = session.film
        count = sum(1 for _ in film.shots)
        self.preferences.remember(Recent(str(session.folder), film.title, count, _poster(session), time.time()))

    def _on_film(self, before: Film, after: Film) -> None:
        from engine.film.differing import other_takes  # the engine's document is not there before a film is

        if before.cuts is not after.cuts:
            self._tell_cut()
        if self.session is not None and other_takes(before, after):
            self._hang_poster(self.session)

    def _tell_cut(self) -> None:
        """Whether there is something to export: the button beside *Render* knows."""
        cuts = self.session.film.cuts if self.session is not None else ()
        self.top.show_cut(any(cut.frames for cut in cuts if self.session and cut.id == self.session.cut_id))

    def _hang_poster(self, session: Session) -> None:
        """The first picture of a film is its poster at once, not only when the film is closed: who is killed closes nothing."""
        known = next((film.poster for film in self.preferences.recent if film.folder == str(session.folder)), "")
        if _poster(session) != known:
            self._remember(session)

    def _lay(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST)
        self.setWindowTitle("Storyreel")
        self.setMenuWidget(self.top)
        self._below = column(self._middle, gap=0)
        self._below.addWidget(self._stack, 1)
        self.setCentralWidget(self._middle)
        if self.preferences.geometry:
            self.restoreGeometry(QByteArray.fromHex(self.preferences.geometry.encode()))

    def _connect(self) -> None:
        self.start.import_wanted.connect(self.pick_script)
        self.start.board_wanted.connect(self.new_board)
        self.start.open_wanted.connect(self.pick_film)
        self.start.film_wanted.connect(lambda folder: self.open_folder(Path(folder)))
        self.start.sample_wanted.connect(lambda script: self.import_script(Path(script)))
        self.top.room_wanted.connect(self.enter)
        self.top.title_edited.connect(self._rename)
        self.top.export_wanted.connect(lambda: self.actions_table["window.export"].trigger())
        self.top.render_wanted.connect(lambda: self.rooms.draw() if self.rooms is not None else None)
        say(self.start.setAccessibleName, "Start")

    def enter(self, room: str) -> None:
        """Go to a room of the open film."""
        if self.rooms is not None:
            self.rooms.enter(room)

    def _entered(self, room: str) -> None:
        self.top.show_room(room)
        QTimer.singleShot(0, self.menus.show_rooms)

    def _rename(self, title: str) -> None:
        if self.session is not None and title.strip():
            self.session.edit(tr("Rename the film"), lambda film: film.with_(title=title.strip()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and go; where the disk refuses, stay and say so."""
        self.preferences.keep(geometry=bytes(self.saveGeometry().toHex().data()).decode())
        if self.close_film(self.close):
            event.accept()
        else:
            event.ignore()


def set_aside() -> None:
    """A film that is open is no garbage: looking through 2,000 shots for some took 150 ms, seen as a hiccup while scrolling."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 25, 50)


def script_filter() -> str:
    """The endings of scripts as a file dialog wants them."""
    endings = " ".join(f"*{ending}" for ending in SCRIPTS)
    return f"{tr('Scripts')} ({endings})"


def _poster(session: Session) -> str:
    """The poster of the first shot that has a take: it lies beside the take's master."""
    media = next((shot.chosen.media for shot in session.film.shots if shot.chosen), "")
    return str((session.folder / media).with_name("poster.jpg")) if media else ""
