"""What a shot takes over from others: the shot whose last frame it goes on from, and weather of its own where it has changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QComboBox

from app.board.inspector.inspected import Inspected, Same
from app.board.inspector.section import Section, pairs
from app.board.inspector.setting import WEATHERS
from app.commands import shots
from app.state.session import Session
from app.theme.frames import text
from app.words import changed as language_changed
from app.words import say, tr, word


class ContinuitySection(Section):
    """Two lists: the shot before, the weather."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Continuity"))
        self.follows, self.weather = QComboBox(), QComboBox()
        grid = pairs()
        for at, (name, box) in enumerate(((word("Goes on from"), self.follows), (word("Weather"), self.weather))):
            grid.addWidget(text(name, "muted"), at, 0)
            grid.addWidget(box, at, 1)
        say(self.follows.setAccessibleName, "Shot it goes on from")
        say(self.weather.setAccessibleName, "Weather of this shot")
        self.body.addLayout(grid)
        self.follows.activated.connect(
            lambda _: shots.set_follows(session, self.ids, self.follows.currentData() or None)
        )
        self.weather.activated.connect(
            lambda _: shots.set_weather(session, self.ids, self.weather.currentData() or None)
        )
        language_changed.connect(self._fill_weather)
        self._fill_weather()

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """What they share. One shot can go on from another; several at once cannot be asked."""
        self.follows.clear()
        self.follows.addItem(tr("Nothing: it begins anew"), "")
        for shot_id, slate in self._before(of):
            self.follows.addItem(tr("Shot {slate}", slate=slate), shot_id)
        self.follows.setEnabled(of.alone)
        self.follows.setCurrentIndex(self.follows.findData(of.shot.follows or "") if of.alone else -1)
        shared = of.shared(lambda shot: shot.weather or "")
        self.weather.setCurrentIndex(self.weather.findData(shared.value) if isinstance(shared, Same) else -1)

    def _before(self, of: Inspected) -> Iterator[tuple[str, str]]:
        """The shots of the scene that come before it, the nearest first, and the one it follows wherever that is."""
        before: list[tuple[str, str]] = []
        for shot in of.scene.shots:
            if shot.id == of.shot.id:
                break
            before.insert(0, (shot.id, shot.slate))
        followed = of.shot.follows
        if followed is not None and all(shot_id != followed for shot_id, _ in before):
            before.append((followed, of.film.shot(followed).slate))
        yield from before

    def _fill_weather(self) -> None:
        chosen = self.weather.currentIndex()
        self.weather.clear()
        self.weather.addItem(tr("As in the scene"), "")
        for name, said in WEATHERS.items():
            self.weather.addItem(tr(said), name)
        for box in (self.follows, self.weather):
            box.setPlaceholderText(tr("Several"))
        self.weather.setCurrentIndex(chosen)
