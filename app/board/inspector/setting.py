"""Where and when: the place, the time of day and the weather of the scene that the shot is in."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from app.board.inspector.inspected import Inspected
from app.board.inspector.section import Section
from app.commands import scenes
from app.state.session import Session
from app.theme.frames import row
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.film.shots import TimeOfDay, Weather

TIMES: dict[TimeOfDay, str] = {"day": word("Day"), "dawn": word("Dawn"), "dusk": word("Dusk"), "night": word("Night")}
WEATHERS: dict[Weather, str] = {
    "clear": word("Clear"),
    "rain": word("Rain"),
    "snow": word("Snow"),
    "fog": word("Fog"),
    "wind": word("Wind"),
    "storm": word("Storm"),
}


class SettingSection(Section):
    """A place by name (a new name is a new place), and two lists."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Place"))
        self.place = QLineEdit()
        say(self.place.setPlaceholderText, "Where does the scene play?")
        say(self.place.setAccessibleName, "Place of the scene")
        self._places = QStringListModel(self)
        completer = QCompleter(self._places, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.place.setCompleter(completer)
        self.place.editingFinished.connect(self._typed)
        self.time, self.weather = QComboBox(), QComboBox()
        say(self.time.setAccessibleName, "Time of day")
        say(self.weather.setAccessibleName, "Weather")
        self.body.addWidget(self.place)
        across = row(gap=8)
        across.addWidget(self.time, 1)
        across.addWidget(self.weather, 1)
        self.body.addLayout(across)
        self.time.activated.connect(lambda _: self._timed())
        self.weather.activated.connect(lambda _: self._weathered())
        language_changed.connect(self._fill)
        self._fill()

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The scene's setting, and every place."""
        return (of.scene.id, of.scene.place, of.scene.time_of_day, of.scene.weather, of.film.places)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The scene of the shot in hand."""
        if fresh or not (self.place.hasFocus() and self.place.isModified()):
            self.place.setText(self._name())
            self.place.setModified(False)
        self._places.setStringList([place.name for place in of.film.places])
        self.time.setCurrentIndex(self.time.findData(of.scene.time_of_day))
        self.weather.setCurrentIndex(self.weather.findData(of.scene.weather))

    def leave(self) -> None:
        """What was typed belongs to the scene that was shown."""
        self._typed()

    def _name(self) -> str:
        of = self.of
        return of.film.place(of.scene.place).name if of and of.scene.place else ""

    def _typed(self) -> None:
        if self.of is None or not self.place.isModified():
            return
        self.place.setModified(False)
        name = self.place.text().strip()
        if name and name != self._name():
            scenes.set_new_place(self.session, self.of.scene.id, name)
        elif not name and self.of.scene.place:
            scenes.set_place(self.session, self.of.scene.id, None)

    def _timed(self) -> None:
        if self.of is not None:
            scenes.set_time(self.session, self.of.scene.id, self.time.currentData())

    def _weathered(self) -> None:
        if self.of is not None:
            scenes.set_weather(self.session, self.of.scene.id, self.weather.currentData())

    def _fill(self) -> None:
        for box, words in ((self.time, TIMES), (self.weather, WEATHERS)):
            chosen = box.currentData()
            box.clear()
            for name, said in words.items():
                box.addItem(tr(said), name)
            box.setCurrentIndex(box.findData(chosen))
