"""Who and what is seen: the cast with their looks, the props."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.board.inspector.chips import Chip, Chips
from app.board.inspector.inspected import Inspected
from app.board.inspector.section import Section
from app.commands import company
from app.commands.dictation import dictation_of
from app.state.session import Session
from app.theme.frames import button, row, text
from app.words import word
from engine.film.cast import Prop, Subject


class CastSection(Section):
    """Subjects as chips; each opens its looks."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Cast"), needs=("reference pictures",))
        self.chips = Chips(word("Add somebody"), word("Add somebody to the shot"))
        self.chips.added.connect(lambda name: company.cast(session, self.ids, name))
        self.chips.removed.connect(lambda subject: company.uncast(session, self.ids, subject))
        self.chips.chosen.connect(self._wear)
        self.nobody = QWidget()
        across = row(self.nobody, gap=8)
        across.addWidget(text(word("Nobody is in the picture."), "muted"), 1)
        self.from_words = button("Cast from the words", "quiet")
        self.from_words.clicked.connect(lambda: dictation_of(session).read_anew(self.ids))
        across.addWidget(self.from_words)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.chips)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """Who is in the shots, and who could be."""
        return (of.film.cast, any(shot.action for shot in of.shots), *(shot.cast for shot in of.shots))

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """Everybody who is in one of the shots."""
        chips = tuple(self._chips(of))
        here = {chip.id for chip in chips if chip.every}
        self.nobody.setVisible(not chips and any(shot.action.strip() for shot in of.shots))
        self.chips.show_chips(chips, [subject.name for subject in of.film.cast if subject.id not in here])

    def _chips(self, of: Inspected) -> Iterator[Chip]:
        cast: dict[str, Subject] = {subject.id: subject for subject in of.film.cast}
        seen = dict.fromkeys(casting.subject for shot in of.shots for casting in shot.cast)
        for subject in (cast[each] for each in seen if each in cast):
            looks = {casting.look for shot in of.shots for casting in shot.cast if casting.subject == subject.id}
            every = all(any(casting.subject == subject.id for casting in shot.cast) for shot in of.shots)
            look = next(iter(looks)) if len(looks) == 1 else None
            choices = tuple(each.name for each in subject.looks) if len(subject.looks) > 1 else ()
            yield Chip(subject.id, subject.name, look or "", choices, every)

    def _wear(self, subject: str, look: str) -> None:
        company.wear(self.session, self.ids, subject, look)


class PropsSection(Section):
    """Props as chips."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Props"))
        self.chips = Chips(word("Add a prop"), word("Add a prop to the shot"))
        self.chips.added.connect(lambda name: company.add_prop(session, self.ids, name))
        self.chips.removed.connect(lambda prop: company.remove_prop(session, self.ids, prop))
        self.body.addWidget(self.chips)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """What is in the shots, and what could be."""
        return (of.film.props, *(shot.props for shot in of.shots))

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """Every prop of one of the shots."""
        props: dict[str, Prop] = {prop.id: prop for prop in of.film.props}
        seen = [props[each] for each in dict.fromkeys(p for shot in of.shots for p in shot.props) if each in props]
        chips = [Chip(p.id, p.name, every=all(p.id in shot.props for shot in of.shots)) for p in seen]
        here = {chip.id for chip in chips if chip.every}
        self.chips.show_chips(chips, [prop.name for prop in of.film.props if prop.id not in here])
