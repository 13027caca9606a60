"""How a video model is to draw the shot: what leads it, its recipe, how its pictures become the film's, what to do when it is too long.

Only shots that such a model draws have these fields; the engines that come with Storyreel read none of them.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtWidgets import QComboBox, QLabel

from app.board.inspector.inspected import Inspected, Same
from app.board.inspector.making import engine_of
from app.board.inspector.section import Section, pairs
from app.commands import shots
from app.state.engines import manifests
from app.state.session import Session
from app.theme.frames import text
from app.words import changed as language_changed
from app.words import say, tr, word

_Choices: TypeAlias = tuple[tuple[str, str], ...]

_FIELDS: dict[str, tuple[str, _Choices]] = {
    "finish": (
        word("Recipe"),
        (("", word("The usual one")), ("draft", word("Draft: fewer steps")), ("final", word("Final"))),
    ),
    "control": (
        word("Led by"),
        (("", word("Words and pictures")), ("depth", word("Depths of the blocking")), ("pose", word("Poses of the blocking"))),
    ),
    "between": (
        word("Pictures between"),
        (
            ("", word("As the model needs")),
            ("flow", word("Follow the motion")),
            ("blend", word("Blend")),
            ("nearest", word("Hold the nearest")),
        ),
    ),
    "overlong": (word("Too long for it"), (("", word("Refuse it")), ("stretch", word("Slow it down")))),
}  # fmt: skip
"""Field of a shot's `Rendering` -> its name, and what may be chosen."""


class WishesSection(Section):
    """Four lists, each one a part of `Shot.rendering`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("How the model draws it"))
        self.fields: dict[str, QComboBox] = {}
        self._names: dict[str, QLabel] = {}
        grid = pairs()
        for at, (field, (name, _)) in enumerate(_FIELDS.items()):
            box = self.fields[field] = QComboBox()
            say(box.setAccessibleName, name)
            box.activated.connect(lambda _=0, field=field: self._chosen(field))
            self._names[field] = text(name, "muted")
            grid.addWidget(self._names[field], at, 0)
            grid.addWidget(box, at, 1)
        self.body.addLayout(grid)
        language_changed.connect(self._fill)
        self._fill()

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The engines and what is wished of them."""
        return (of.film.engine, *((shot.engine, shot.rendering) for shot in of.shots))

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """What they share; nothing where one of them is drawn by no video model."""
        drawn_by = [manifests().get(engine_of(of.film, shot)) for shot in of.shots]
        models = [each for each in drawn_by if each is not None and each.family is not None]
        self.setVisible(len(models) == len(of.shots))
        led = all("control" in each.conditions for each in models)
        for field, box in self.fields.items():
            shared = of.shared(lambda shot, field=field: getattr(shot.rendering, field))
            box.setCurrentIndex(box.findData(shared.value) if isinstance(shared, Same) else -1)
            seen = field != "control" or led or not isinstance(shared, Same) or shared.value != ""
            box.setVisible(seen)
            self._names[field].setVisible(seen)

    def _chosen(self, field: str) -> None:
        shots.set_rendering(self.session, self.ids, **{field: self.fields[field].currentData()})

    def _fill(self) -> None:
        for field, box in self.fields.items():
            chosen = box.currentIndex()
            box.clear()
            for value, words in _FIELDS[field][1]:
                box.addItem(tr(words), value)
            box.setPlaceholderText(tr("Several"))
            box.setCurrentIndex(chosen)
