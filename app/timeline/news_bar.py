"""A quiet bar that says what has come onto the board and the cut does not show, and brings it in: all of it, or what is ticked.

Never by itself, and it speaks up only about what the board has got since the film was opened: a shot that is missing otherwise was
left out on purpose. `ask` shows those too.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from app import words
from app.problems import note
from app.state.session import Session
from app.theme.frames import button, column, ground_of, row, spring, tool
from app.words import say, tr, word
from engine.film.document import Film
from engine.film.following import Changed, Left, Longer, Missing, News, changed, follow, news

_LISTED = 8
"""News that are listed by themselves; more are only counted."""


class NewsBar(QWidget):
    """Hidden while the cut shows all that the board has."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._news: tuple[News, ...] = ()
        self._put_off: tuple[News, ...] = ()
        self._boxes: list[tuple[News, QCheckBox]] = []
        self._changed, self._all = Changed(), False
        ground_of(self, "raised")
        down = column(self, gap=4)
        down.setContentsMargins(12, 4, 8, 4)
        across = row(gap=8)
        self.sentence = QLabel()
        self.review = button(word("Choose"), "quiet")
        self.review.setCheckable(True)
        self.bring = button(word("Bring into the cut"))
        self.later = tool("x", word("Not now"))
        for each in (self.sentence, spring(), self.review, self.bring, self.later):
            across.addWidget(each)
        down.addLayout(across)
        self._ticks = QWidget()
        self._rows = column(self._ticks, gap=0)
        self._ticks.hide()
        down.addWidget(self._ticks)
        self.review.toggled.connect(self._ticks.setVisible)
        self.bring.clicked.connect(self._bring)
        self.later.clicked.connect(self._put_away)
        session.film_changed.connect(self._on_film)
        session.cut_changed.connect(self._on_cut)
        words.changed.connect(self._show)
        self.refresh()

    def refresh(self) -> None:
        """Look at board and cut again."""
        film, cut_id = self._session.film, self._session.cut_id
        cut = next((each for each in film.cuts if each.id == cut_id), None)
        found = news(film, cut_id, self._changed.lengths) if cut is not None and not cut.locked else ()
        found = tuple(each for each in found if self._is_new(each))
        if found != self._news:
            self._news = found
            self._show()
        self.setVisible(bool(found) and found != self._put_off and not self._session.read_only)

    def ask(self) -> None:
        """Show everything that the board has and the cut does not, also what was left out on purpose."""
        self._all, self._put_off = True, ()
        self.refresh()
        if self._news:
            self.review.setChecked(len(self._news) <= _LISTED)
        else:
            self._session.say(note(tr("The cut shows all that is on the board.")))

    def _is_new(self, each: News) -> bool:
        return self._all or not isinstance(each, Missing) or each.shot in self._changed.come

    def _show(self) -> None:
        say(self.sentence.setText, "{words}", words=_summary(self._news))
        while (child := self._rows.takeAt(0)) is not None:
            if (widget := child.widget()) is not None:
                widget.deleteLater()
        slates = {shot.id: shot.slate for shot in self._session.film.shots}
        self._boxes = [(each, _tick(each, slates)) for each in self._news[:_LISTED]]
        for _, box in self._boxes:
            self._rows.addWidget(box)
        self.review.setVisible(len(self._news) <= _LISTED)

    def _bring(self) -> None:
        ticked = [each for each, box in self._boxes if box.isChecked()]
        chosen = (*ticked, *self._news[_LISTED:])
        cut_id = self._session.cut_id
        if chosen:
            self._session.edit(tr("Follow the board"), lambda film: follow(film, cut_id, chosen))

    def _put_away(self) -> None:
        self._put_off, self._all = self._news, False
        self.refresh()

    def _on_cut(self, cut_id: str) -> None:
        self._all = False
        self.refresh()

    def _on_film(self, before: Film, after: Film) -> None:
        """Only what comes, goes, or has another length can be news: not a word that was written."""
        step = changed(before, after)
        self._changed = self._changed.and_then(step)
        if step != Changed() or before.cuts is not after.cuts:
            self.refresh()


def _summary(found: tuple[News, ...]) -> str:
    """The board has ...: "3 new shots, 1 omitted shot"."""
    kinds = (
        (sum(isinstance(each, Missing) for each in found), word("{n} new shots")),
        (sum(isinstance(each, Left) for each in found), word("{n} omitted shots")),
        (sum(isinstance(each, Longer) for each in found), word("{n} shots of another length")),
    )
    parts = [tr(text, n=number) for number, text in kinds if number]
    return tr("On the board, not in this cut: {parts}", parts=tr(", ").join(parts)) if parts else ""


def _tick(each: News, slates: dict[str, str]) -> QCheckBox:
    slate = slates.get(each.shot, "?")
    if isinstance(each, Missing):
        text = tr("Shot {slate} comes in", slate=slate)
    elif isinstance(each, Left):
        text = tr("Shot {slate} goes: it was omitted", slate=slate)
    else:
        text = tr("Shot {slate} changes its length by {by} frames", slate=slate, by=f"{each.by:+d}")
    box = QCheckBox(text)
    box.setChecked(True)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
