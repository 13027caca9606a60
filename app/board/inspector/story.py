"""What happens and for how long: the action, the duration, a note for people."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from app.board.durations import as_label, frames_of, in_seconds
from app.board.inspector.inspected import Inspected, Mixed
from app.board.inspector.section import Section
from app.board.inspector.writing import WritingField
from app.commands import shots
from app.commands.dictation import dictation_of
from app.problems import problem_of
from app.state.session import Session
from app.theme.frames import kind_of, row, text
from app.theme.lettering import figures
from app.words import say, tr, word
from engine.errors import BadInput


class ActionSection(Section):
    """The action, in any language."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Action"))
        self.field = WritingField(word("What happens in this shot?"), lines=4)
        say(self.field.setAccessibleName, "Action")
        self.field.written.connect(self._written)
        self.field.left.connect(dictation_of(session).take_down)
        self.body.addWidget(self.field)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The actions."""
        return tuple(shot.action for shot in of.shots)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The action they share."""
        self.field.show_text(of.shared(lambda shot: shot.action))

    def leave(self) -> None:
        """What was typed belongs to the shots that were shown."""
        self.field.forget()
        dictation_of(self.session).take_down()

    def _written(self, words: str, merge: str) -> None:
        dictation_of(self.session).write(self.ids, words, merge=merge)


class NoteSection(Section):
    """A note that no engine reads."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Note"))
        self.field = WritingField(word("For people; no engine reads it."), lines=2)
        say(self.field.setAccessibleName, "Note")
        self.field.written.connect(lambda words, merge: shots.set_note(self.session, self.ids, words, merge=merge))
        self.body.addWidget(self.field)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The notes."""
        return tuple(shot.note for shot in of.shots)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The note they share."""
        self.field.show_text(of.shared(lambda shot: shot.note))

    def leave(self) -> None:
        """What was typed belongs to the shots that were shown."""
        self.field.forget()


class DurationSection(Section):
    """How long: typed as seconds, frames or a label."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.field = QLineEdit()
        self.field.setFont(figures())
        self.field.setMaximumWidth(96)
        say(self.field.setToolTip, "2.5s, 60f, or 1:12 for seconds and frames")
        say(self.field.setAccessibleName, "Duration")
        self.exact = QLabel()
        self.exact.setFont(figures())
        kind_of(self.exact, "muted")
        across = row(gap=8)
        across.addWidget(text(word("Duration"), "muted"))
        across.addWidget(self.field)
        across.addWidget(self.exact, 1)
        self.body.addLayout(across)
        self.field.editingFinished.connect(self._typed)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The durations."""
        return (of.film.rate, *(shot.duration for shot in of.shots))

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The duration they share, and what all of them last."""
        if self.field.hasFocus() and self.field.isModified() and not fresh:
            return
        frames = of.shared(lambda shot: shot.duration)
        rate = of.film.rate
        if isinstance(frames, Mixed):
            self.field.clear()
            self.field.setPlaceholderText(tr("Several"))
            total = sum(shot.duration for shot in of.shots)
            self.exact.setText(tr("together {time}", time=in_seconds(total, rate)))
        else:
            self.field.setText(in_seconds(frames.value, rate))
            self.exact.setText(tr("{n} frames", n=frames.value) + "  ·  " + as_label(frames.value, rate))
        self.field.setModified(False)

    def leave(self) -> None:
        """What was typed belongs to the shots that were shown."""
        self._typed()

    def _typed(self) -> None:
        if not self.field.isModified() or self.of is None:
            return
        self.field.setModified(False)
        try:
            frames = frames_of(self.field.text(), self.of.film.rate)
        except BadInput as bad:
            self.session.say(problem_of(bad))
        else:
            shots.set_duration(self.session, self.ids, frames)
        self.show_shots(self.of, fresh=True)
