"""The cast room: on the left who and what there is, on the right everything about the one that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QStackedWidget, QWidget

from app import words
from app.actions import Actions
from app.cast.entry_page import EntryPage
from app.cast.faces import Faces, Studio
from app.cast.roll import Roll, paint_face, rows
from app.commands import cast
from app.commands.cast import Entry
from app.empty import Empty
from app.overlays import Overlay, ask, scrolled, sheet_of
from app.state.session import Session
from app.state.stills import Stills
from app.theme.frames import column, ground_of, hairline, row, sheet, text
from app.words import say, tr, word
from engine.film.document import Film

_NAMED = 4
"""Slates that a question names."""


class CastRoom(QWidget):
    """`shot_wanted(id)`: a slate was clicked; the shot is selected already, the window shows the board."""

    shot_wanted = Signal(str)

    def __init__(
        self, session: Session, actions: Actions, stills: Stills | None = None, studio: Studio | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._chosen = ""
        self._shown = session.film
        self.prints = Faces(session, studio, self)
        self.roll = Roll(self.prints)
        self.page = EntryPage(session, self.prints, stills)
        ground_of(self, "ground")
        self._build(self._add_commands(actions))
        session.film_changed.connect(self._on_film)
        words.changed.connect(self.refresh)
        self.roll.chosen.connect(self.look_at)
        self.page.shot_wanted.connect(self._go_to)
        self.page.unwanted.connect(self.ask_to_remove)
        self.page.merging.connect(self.ask_to_merge)
        self._find.textChanged.connect(self.refresh)
        first = next((each.id for each in (*session.film.cast, *session.film.props, *session.film.places)), "")
        self.look_at(first)

    def _add_commands(self, actions: Actions) -> list[QAction]:
        room = word("Cast")
        adders = (
            ("cast.add.subject", word("Add subject"), self.add_subject, "Ctrl+Shift+C", "user-plus"),
            ("cast.add.prop", word("Add prop"), self.add_prop, "Ctrl+Shift+P", "package"),
            ("cast.add.place", word("Add place"), self.add_place, "Ctrl+Shift+L", "map-pin"),
        )
        made = [
            actions.add(name, says, run, room=room, where=self, keys=(key,), icon=icon)
            for name, says, run, key, icon in adders
        ]
        actions.add("cast.find", word("Find"), self._begin_find, room=room, where=self, keys=("Ctrl+F",), icon="search")
        actions.add("cast.paste", word("Paste reference"), self.page.paste, room=room, where=self, keys=("Ctrl+V",))
        return made

    def _build(self, adders: list[QAction]) -> None:
        whole = row(self, gap=0)
        left = sheet("panel")
        left.setFixedWidth(288)
        down = column(left, gap=0)
        top = row(gap=8)
        top.setContentsMargins(16, 16, 16, 8)
        self._find = QLineEdit()
        self._find.setClearButtonEnabled(True)
        say(self._find.setPlaceholderText, "Find")
        say(self._find.setAccessibleName, "Find in the cast")
        self._add = QPushButton()
        say(self._add.setText, "Add")
        menu = QMenu(self._add)
        menu.addActions(adders)
        self._add.setMenu(menu)
        top.addWidget(self._find, 1)
        top.addWidget(self._add)
        down.addLayout(top)
        down.addWidget(self.roll, 1)
        whole.addWidget(left)
        whole.addWidget(hairline(upright=True))
        whole.addWidget(self._pages(), 1)

    def _pages(self) -> QStackedWidget:
        self._stack = QStackedWidget()
        self._empty = Empty(
            "users",
            word("Nobody is in this film yet."),
            word("A script brings its cast, props and places along. Or begin with somebody."),
            act=(word("Add subject"), self.add_subject),
        )
        middle = QWidget()
        line = row(middle, gap=0)
        self.page.setMaximumWidth(880)
        line.addWidget(self.page, 1)
        line.addStretch(0)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(scrolled(middle))
        return self._stack

    # --- what is shown

    @property
    def chosen(self) -> str:
        """Whom the page is about; "" when there is nobody."""
        return self._chosen

    def look_at(self, entry_id: str) -> None:
        """Show the page of this one."""
        self._chosen = entry_id
        self.refresh()

    def refresh(self) -> None:
        """Show the film as it is."""
        film = self._shown = self._session.film
        entry = cast.entry_of(film, self._chosen)
        self.roll.show_rows(rows(film, self._find.text()), self._chosen)
        if entry is not None:
            self.page.show_entry(entry, cast.appearances(film, entry.id))
        self._stack.setCurrentIndex(0 if entry is None else 1)

    def _on_film(self, before: Film, after: Film) -> None:
        same = before.cast is after.cast and before.props is after.props and before.places is after.places
        if (same and before.scenes is after.scenes) or not self.isVisible():
            return  # nobody looks: it is shown anew when somebody does
        if cast.entry_of(after, self._chosen) is None:
            self._chosen = self._heir(before, after)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed meanwhile."""
        if self._shown is not self._session.film:
            self._on_film(self._shown, self._session.film)

    def _heir(self, before: Film, after: Film) -> str:
        """Who is looked at when the one on the page is gone: the next one of the list."""
        order = [each.id for each in (*before.cast, *before.props, *before.places)]
        there = [each.id for each in (*after.cast, *after.props, *after.places)]
        at = order.index(self._chosen) if self._chosen in order else 0
        near = (*order[at + 1 :], *reversed(order[:at]), *there)
        return next((each for each in near if each in there), "")

    def _begin_find(self) -> None:
        self._find.setFocus()
        self._find.selectAll()

    def _go_to(self, shot_id: str) -> None:
        self._session.select((shot_id,))
        self.shot_wanted.emit(shot_id)

    # --- edits

    def add_subject(self) -> None:
        """One more in the cast, ready to be named."""
        self._added(cast.add_subject(self._session, tr("New subject")))

    def add_prop(self) -> None:
        """One more prop."""
        self._added(cast.add_prop(self._session, tr("New prop")))

    def add_place(self) -> None:
        """One more place."""
        self._added(cast.add_place(self._session, tr("New place")))

    def _added(self, entry_id: str) -> None:
        if entry_id:
            self._find.clear()
            self.look_at(entry_id)
            self.page.write_name()

    def ask_to_remove(self, entry_id: str) -> None:
        """What no shot uses goes at once; else ask, saying where it would be missed."""
        film = self._session.film
        entry, seen = cast.entry_of(film, entry_id), cast.appearances(film, entry_id)
        if entry is None:
            return
        if not seen:
            cast.remove(self._session, entry_id)
            return
        slates = ", ".join(shot.slate for shot in seen[:_NAMED]) + ("…" if len(seen) > _NAMED else "")
        ask(
            self.window(),
            word("Remove it everywhere?"),
            word("{name} is in {n} shots ({slates}) and leaves them too. Undo brings everything back."),
            (word("Keep"), "", lambda: None),
            (word("Remove everywhere"), "danger", lambda: cast.remove(self._session, entry_id)),
            name=entry.name,
            n=len(seen),
            slates=slates,
        )

    def ask_to_merge(self, entry_id: str) -> None:
        """Who is the same person? The one on the page stays."""
        film = self._session.film
        kept = cast.entry_of(film, entry_id)
        if kept is None:
            return
        paper, inside = sheet_of(word("Who is the same?"))
        inside.addWidget(
            text("{name} takes over the shots, lines, looks and names.", "muted", wrap=True, name=kept.name)
        )
        choices = {other.id: self._choice(other) for other in film.cast if other.id != entry_id}
        many = QWidget()
        down = column(many, gap=4)
        for choice in choices.values():
            down.addWidget(choice)
        area = scrolled(many)
        area.setMinimumHeight(min(400, many.sizeHint().height()))
        inside.addWidget(area)
        overlay = Overlay(self.window(), paper)
        for gone, choice in choices.items():
            choice.clicked.connect(overlay.close_sheet)
            choice.clicked.connect(lambda _=False, gone=gone: cast.merge(self._session, entry_id, gone))

    def _choice(self, entry: Entry) -> QPushButton:
        """Somebody to choose, with the face."""
        made = QPushButton(entry.name)
        made.setProperty("kind", "quiet")
        made.setStyleSheet("text-align: left; min-height: 40px;")
        ratio = self.devicePixelRatioF()
        face = QPixmap(QSize(32, 32) * ratio)
        face.setDevicePixelRatio(ratio)
        face.fill(Qt.GlobalColor.transparent)
        painter = QPainter(face)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_face(painter, QRectF(0, 0, 32, 32), entry, self.prints)
        painter.end()
        made.setIcon(QIcon(face))
        made.setIconSize(QSize(32, 32))
        return made
