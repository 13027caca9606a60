"""The start page: three ways to begin, the films of the last days, the samples. Nothing here reads a film.

What is clicked is only told; the window opens it. So the page is painted before the engine's document is even imported.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from app import words
from app.overlays import scrolled
from app.preferences import Preferences, Recent, choose_language, turn_theme
from app.start.posters import Poster, Wall
from app.theme import tokens
from app.theme.frames import button, column, ground_of, row, text, tool
from app.words import LANGUAGES, Language, tr, word

_WIDEST = 920
_DAY = 86400


class StartPage(QWidget):
    """Tells what a person wants to begin with."""

    import_wanted = Signal()
    board_wanted = Signal()
    open_wanted = Signal()
    film_wanted = Signal(str)  # a film's folder
    sample_wanted = Signal(str)  # a script's path

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.recent, self.samples = Wall(), Wall()
        self._recent_title = text(word("Recent films"), "strong")
        self._lay()
        words.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent films as they are now."""
        films = [film for film in self._preferences.recent if Path(film.folder).is_dir()]
        self.recent.hang([self._film(film) for film in films])
        self._recent_title.setVisible(bool(films))
        self.recent.setVisible(bool(films))
        self.samples.hang(self._sample_posters())

    def _sample_posters(self) -> list[Poster]:
        from app.start.samples import samples

        posters: list[Poster] = []
        for sample in sorted(samples(), key=lambda each: each.chinese != (words.language() == "zh")):
            language = tr("Chinese script") if sample.chinese else tr("English script")
            poster = Poster(sample.title, language, sample.poster if sample.poster.exists() else None)
            poster.clicked.connect(lambda _=False, script=str(sample.script): self.sample_wanted.emit(script))
            posters.append(poster)
        return posters

    def _film(self, film: Recent) -> Poster:
        shots = tr("{n} shots", n=film.shots)
        line = f"{shots} · {_when(film.opened)}"
        poster = Poster(film.title, line, Path(film.poster) if film.poster else None)
        poster.setToolTip(film.folder)
        poster.clicked.connect(lambda _=False, folder=film.folder: self.film_wanted.emit(folder))
        return poster

    def _lay(self) -> None:
        ground_of(self, "ground")
        inside = QWidget()
        middle = row(inside)
        middle.addStretch(1)
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        middle.addWidget(page, 100)
        middle.addStretch(1)
        down = column(page, margin=32, gap=16)
        self._lay_head(down)
        down.addSpacing(16)
        for title, wall in ((self._recent_title, self.recent), (text(word("Sample films"), "strong"), self.samples)):
            down.addWidget(title)
            down.addWidget(wall)
            down.addSpacing(8)
        down.addStretch(1)
        column(self).addWidget(scrolled(inside))

    def _lay_head(self, down: QVBoxLayout) -> None:
        line = row()
        name = QLabel("Storyreel")
        name.setProperty("kind", "title")
        line.addWidget(name)
        line.addStretch(1)
        line.addWidget(LanguageSwitch(self._preferences))
        line.addWidget(theme_switch(self._preferences))
        down.addLayout(line)
        down.addWidget(text(word("A script becomes a film on this computer."), "muted"))
        down.addSpacing(8)
        buttons = row(gap=8)
        first = button(word("Import a script"), "primary", icon="file-text")
        board = button(word("New board"), icon="plus")
        film = button(word("Open a film"), icon="folder-open")
        for each, wanted in ((first, self.import_wanted), (board, self.board_wanted), (film, self.open_wanted)):
            each.setMinimumHeight(tokens.now().row + 8)
            each.clicked.connect(wanted)
            buttons.addWidget(each)
        buttons.addStretch(1)
        down.addLayout(buttons)
        hint = word("or drop a script (Fountain, Final Draft, text), a shot list, drawings or clips anywhere")
        down.addWidget(text(hint, "muted", wrap=True))
        first.setFocus()


class LanguageSwitch(QFrame):
    """English | 简体中文, each by its own name; it follows a choice made elsewhere."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        line = row(self, gap=0)
        group = QButtonGroup(self)
        self.buttons: dict[Language, QToolButton] = {}
        for language, name in LANGUAGES.items():
            each = self.buttons[language] = tool("languages", word("Language"), checkable=True)
            each.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            each.setText(name)
            each.setAccessibleName(name)
            each.clicked.connect(partial(choose_language, preferences, language))
            group.addButton(each)
            line.addWidget(each)
        words.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.buttons[words.language()].setChecked(True)


def theme_switch(preferences: Preferences) -> QWidget:
    """Dark or light."""
    each = tool("sun", word("Dark or light"))
    each.clicked.connect(partial(turn_theme, preferences))
    return each


def _when(opened: float) -> str:
    days = int((time.time() - opened) // _DAY)
    if days <= 0:
        return tr("today")
    return tr("yesterday") if days == 1 else tr("{n} days ago", n=days)
