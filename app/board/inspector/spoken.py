"""What is said in the shot: a row for each line with its speaker, how it is said, from when, and whether it is heard from outside."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.board.durations import in_seconds, offset_of
from app.board.inspector.inspected import Inspected, Same
from app.board.inspector.section import Section
from app.board.inspector.writing import WritingField
from app.commands import lines
from app.problems import problem_of
from app.state.session import Session
from app.theme.frames import button, column, ground_of, row, text, tool
from app.theme.lettering import figures
from app.theme.wheel import let_it_scroll
from app.words import say, tr, word
from engine.errors import BadInput
from engine.film.document import Film
from engine.film.shots import Line, Shot


class LinesSection(Section):
    """All lines of one shot; several shots have theirs one by one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Lines"))
        self.rows: list[LineRow] = []
        self._list = column(gap=8)
        self._several = text(word("Select one shot to edit its lines."), "muted", wrap=True)
        self.add_button = button("Add a line", "quiet", icon="plus")
        self.add_button.clicked.connect(self.add)
        self.body.addLayout(self._list)
        self.body.addWidget(self._several)
        self.head.addWidget(self.add_button)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The lines, and who could speak them."""
        return (of.film.cast, of.film.rate, *(shot.lines for shot in of.shots))

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The lines of the shot in hand."""
        self._several.setVisible(not of.alone)
        self.add_button.setVisible(of.alone)
        said = of.shot.lines if of.alone else ()
        if fresh or [row.line.id for row in self.rows] != [line.id for line in said]:
            self._remake(of.shot, said)
        for shown, line in zip(self.rows, said, strict=True):
            shown.show_line(of.film, line)

    def leave(self) -> None:
        """What was typed belongs to the lines that were shown."""
        for shown in self.rows:
            shown.words.forget()

    def add(self) -> None:
        """One more, by the first of the cast who has not spoken last; ready to be typed."""
        if self.of is None:
            return
        shot = self.of.shot
        last = shot.lines[-1].speaker if shot.lines else ""
        speaker = next((casting.subject for casting in shot.cast if casting.subject != last), last)
        line_id = lines.add(self.session, shot.id, speaker)
        for shown in self.rows:
            if shown.line.id == line_id:
                shown.words.setFocus()

    def _remake(self, shot: Shot, said: tuple[Line, ...]) -> None:
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [LineRow(self.session, shot.id, line) for line in said]
        for shown in self.rows:
            self._list.addWidget(shown)


class LineRow(QWidget):
    """One line."""

    def __init__(self, session: Session, shot_id: str, line: Line) -> None:
        super().__init__()
        self._session, self._shot_id, self.line = session, shot_id, line
        self._film: Film | None = None
        ground_of(self, "raised")
        self.speaker = QComboBox()
        say(self.speaker.setAccessibleName, "Speaker")
        self.words = WritingField(word("What is said"), lines=2)
        say(self.words.setAccessibleName, "Line")
        self.manner = QLineEdit()
        say(self.manner.setPlaceholderText, "How: whispering")
        say(self.manner.setAccessibleName, "How it is said")
        self.start = QLineEdit()
        self.start.setFont(figures())
        self.start.setFixedWidth(64)
        say(
            self.start.setToolTip,
            "When it begins, counted from the shot's first frame; below zero it begins before the cut",
        )
        say(self.start.setAccessibleName, "Begins at")
        self.voice_over = QCheckBox()
        say(self.voice_over.setText, "Off screen")
        self._lay()
        let_it_scroll(self)  # the page was told before this line was there
        self._connect()

    def show_line(self, film: Film, line: Line) -> None:
        """What the film says."""
        self.line = line
        if film.cast is not (self._film.cast if self._film else None) or self.speaker.itemText(0) != tr("Narrator"):
            self.speaker.clear()
            self.speaker.addItem(tr("Narrator"), "")
            for subject in film.cast:
                self.speaker.addItem(subject.name, subject.id)
        self._film = film
        self.speaker.setCurrentIndex(max(0, self.speaker.findData(line.speaker)))
        self.words.show_text(Same(line.text))
        if not self.manner.hasFocus():
            self.manner.setText(line.manner)
        if not (self.start.hasFocus() and self.start.isModified()):
            self.start.setText(in_seconds(line.start, film.rate))
        self.voice_over.setChecked(line.voice_over)

    def _lay(self) -> None:
        down = column(self, margin=8, gap=6)
        head, foot = row(gap=6), row(gap=6)
        remove = tool("x", "Remove the line")
        remove.clicked.connect(lambda: lines.remove(self._session, self._shot_id, self.line.id))
        head.addWidget(self.speaker, 1)
        head.addWidget(self.start)
        head.addWidget(remove)
        foot.addWidget(self.manner, 1)
        foot.addWidget(self.voice_over)
        down.addLayout(head)
        down.addWidget(self.words)
        down.addLayout(foot)

    def _connect(self) -> None:
        self.speaker.activated.connect(lambda _: self._edit(speaker=self.speaker.currentData() or ""))
        self.manner.editingFinished.connect(lambda: self._edit(manner=self.manner.text().strip()))
        self.voice_over.clicked.connect(lambda checked: self._edit(voice_over=checked))
        self.start.editingFinished.connect(self._timed)
        self.words.written.connect(
            lambda words, merge: lines.set_text(self._session, self._shot_id, self.line.id, words, merge=merge)
        )

    def _edit(self, **changes: str | int) -> None:
        lines.edit(self._session, self._shot_id, self.line.id, **changes)

    def _timed(self) -> None:
        if self._film is None or not self.start.isModified():
            return
        self.start.setModified(False)
        try:
            self._edit(start=offset_of(self.start.text(), self._film.rate))
        except BadInput as bad:
            self._session.say(problem_of(bad))
        self.start.setText(in_seconds(self.line.start, self._film.rate))
