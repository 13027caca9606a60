"""The row above the board: find by words, narrow to a state or to somebody, how large the cards are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSlider, QWidget

from app.board.finding import STATES, Query
from app.board.view import LARGEST, SMALLEST, USUAL
from app.state.session import Session
from app.theme import tokens
from app.theme.frames import ground_of, kind_of, row, spring
from app.theme.icons import dress_icon
from app.words import changed as language_changed
from app.words import say, tr
from engine.film.document import Film

_PAUSE = 120
"""Milliseconds after the last letter: then the board is narrowed."""


class Tools(QWidget):
    """Tells by signals what is wanted of the board."""

    query_changed = Signal(object)  # Query
    zoom_wanted = Signal(int)
    board_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        ground_of(self, "panel")
        self.setFixedHeight(48)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        glass = self.search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        dress_icon(glass.setIcon, "search", lambda: tokens.now().muted)
        self.search.setMaximumWidth(360)
        self.search.setMinimumWidth(160)
        say(self.search.setPlaceholderText, "Find words, names, slates")
        say(self.search.setAccessibleName, "Find shots")
        self.state, self.cast = QComboBox(), QComboBox()
        say(self.state.setAccessibleName, "Show which shots")
        say(self.cast.setAccessibleName, "Show whose shots")
        self.counted = QLabel()
        kind_of(self.counted, "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setValue(USUAL)
        self.slider.setFixedWidth(112)
        say(self.slider.setToolTip, "Size of the cards")
        say(self.slider.setAccessibleName, "Size of the cards")
        self._lay()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self._fill()

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return Query(self.search.text(), self.state.currentData() or "", self.cast.currentData() or "")

    def clear(self) -> None:
        """Nothing is looked for."""
        if not self.query.any:
            return
        self.search.clear()
        self.state.setCurrentIndex(0)
        self.cast.setCurrentIndex(0)
        self._tell()

    def count(self, found: frozenset[str] | None) -> None:
        """Say how many were found."""
        if found is None:
            self.counted.clear()
        elif found:
            self.counted.setText(tr("{n} found", n=len(found)))
        else:
            self.counted.setText(tr("Nothing found"))

    def show_zoom(self, width: int) -> None:
        """The cards have this width now."""
        self.slider.blockSignals(True)
        self.slider.setValue(width)
        self.slider.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc forgets what was looked for; Enter and Down go to what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.board_wanted.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._tell()
                self.board_wanted.emit()
                return True
        return False

    def _lay(self) -> None:
        across = row(self, gap=8)
        across.setContentsMargins(16, 0, 16, 0)
        across.addWidget(self.search, 3)
        across.addWidget(self.state)
        across.addWidget(self.cast)
        across.addWidget(self.counted)
        across.addWidget(spring(), 1)
        across.addWidget(self.slider)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.installEventFilter(self)
        self._soon.timeout.connect(self._tell)
        self.state.activated.connect(lambda _: self._tell())
        self.cast.activated.connect(lambda _: self._tell())
        self.slider.valueChanged.connect(self.zoom_wanted)
        self._session.film_changed.connect(self._on_film)
        language_changed.connect(self._fill)

    def _tell(self) -> None:
        self._soon.stop()
        self.query_changed.emit(self.query)

    def _fill(self) -> None:
        """The lists, in the language of now, with what was chosen."""
        film = self._session.film
        _refill(self.state, [(tr(words), name) for name, words in STATES.items()])
        _refill(self.cast, [(tr("Everyone"), ""), *((subject.name, subject.id) for subject in film.cast)])

    def _on_film(self, before: Film, after: Film) -> None:
        if before.cast is not after.cast:
            self._fill()


def _refill(box: QComboBox, items: list[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    for words, name in items:
        box.addItem(words, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
