"""How the shot is seen: size, angle and move as pictures, the lens in millimetres."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox

from app.board.inspector.inspected import Inspected, Mixed, Same, Shared
from app.board.inspector.pickers import TermPicker
from app.board.inspector.section import Section
from app.board.pictograms import Term
from app.commands import shots
from app.state.session import Session
from app.theme.frames import row, text
from app.theme.lettering import figures
from app.words import say, tr, word
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Shot

LENSES = (18, 24, 28, 35, 50, 85, 100, 135, 200)
"""Millimetres, as a set of primes has them."""

_SHORTEST, _LONGEST = 8, 400


class CameraSection(Section):
    """Three pickers side by side, and the lens."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Camera"))
        self.size_picker = TermPicker(list(Size), word("Size"), columns=4)
        self.angle_picker = TermPicker(list(Angle), word("Angle"), columns=4)
        self.move_picker = TermPicker(list(Move), word("Move"), columns=5)
        across = row(gap=8)
        for picker, field in ((self.size_picker, "size"), (self.angle_picker, "angle"), (self.move_picker, "move")):
            across.addWidget(picker)
            picker.picked.connect(lambda term, field=field: shots.set_setup(session, self.ids, **{field: term}))
        self.body.addLayout(across)
        self.lens = QComboBox()
        self.lens.setEditable(True)
        self.lens.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.lens.setFont(figures())
        say(self.lens.setAccessibleName, "Lens")
        below = row(gap=8)
        below.addWidget(text(word("Lens"), "muted"))
        below.addWidget(self.lens, 1)
        self.body.addLayout(below)
        self.lens.activated.connect(lambda _: self._typed())
        edit = self.lens.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self._typed)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The setups."""
        return tuple(shot.setup for shot in of.shots)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """What they share."""
        self.size_picker.show_term(_term(of, lambda shot: shot.setup.size))
        self.angle_picker.show_term(_term(of, lambda shot: shot.setup.angle))
        self.move_picker.show_term(_term(of, lambda shot: shot.setup.move))
        lens = of.shared(lambda shot: shot.setup.lens)
        self.lens.blockSignals(True)
        if self.lens.itemText(0) != tr("As the size asks"):
            self.lens.clear()
            self.lens.addItems([tr("As the size asks"), *(f"{each} mm" for each in LENSES)])
        self.lens.setCurrentIndex(-1)
        self.lens.setEditText(tr("Several") if isinstance(lens, Mixed) else _written(lens.value))
        self.lens.blockSignals(False)

    def _typed(self) -> None:
        typed = self.lens.currentText()
        if self.of is None or typed == tr("Several"):
            return
        digits = re.search(r"\d+", typed)
        lens = max(_SHORTEST, min(int(digits[0][:4]), _LONGEST)) if digits else None
        if self.of.shared(lambda shot: shot.setup.lens) != Same(lens):
            shots.set_setup(self.session, self.ids, lens=lens)


def _written(lens: int | None) -> str:
    return tr("As the size asks") if lens is None else f"{lens} mm"


def _term(of: Inspected, part: Callable[[Shot], Term]) -> Shared[Term]:
    shared = of.shared(part)
    return Mixed() if isinstance(shared, Mixed) else Same(shared.value)
