"""The export sheet: which kind of file, how large, which part, captions, where; then how far it is, and the file.

The sheet may be closed while the export goes on: it is a job of the queue like any other, and a note tells when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from app.bridge import Engine
from app.overlays import Overlay
from app.problems import Problem, note
from app.renders.export_choices import CAPTIONS, FORMATS, Choice, default_place, sizes, suffix_of
from app.renders.reveal import reveal
from app.state.cut_names import cut_name
from app.state.session import Session
from app.theme.frames import button, column, kind_of, row, text
from app.theme.lettering import figures
from app.words import in_a_row, say, tr, word
from engine.film.cuts import Cut
from engine.film.ending import Ending, end_of, overhang
from engine.film.timecode import timecode


@dataclass(frozen=True, slots=True)
class Asking:
    """The choices stand on the sheet."""


@dataclass(frozen=True, slots=True)
class Exporting:
    """The job of that key writes the file."""

    key: str
    out: Path


@dataclass(frozen=True, slots=True)
class Exported:
    """The file is there."""

    out: Path


State = Asking | Exporting | Exported


def offer_export(host: QWidget, session: Session, engine: Engine) -> Overlay | None:
    """Show the sheet over `host`; a note says so where there is no cut to export."""
    cut = next((cut for cut in session.film.cuts if cut.id == session.cut_id), None)
    if cut is None or cut.frames == 0:
        session.say(note(tr("There is nothing in the cut yet.")))
        return None
    sheet = ExportSheet(session, engine, cut)
    overlay = Overlay(host, sheet, width=560)
    sheet.finished.clicked.connect(overlay.close_sheet)
    sheet.turned.connect(overlay.fit)
    overlay.fit()
    sheet.go.setFocus()  # what it offers is mostly what is wanted: Enter begins, as in the estimate
    return overlay


class ExportSheet(QFrame):
    """The sheet. `state` says whether it asks, waits or is done; `turned`: it is of another height now."""

    turned = Signal()

    def __init__(self, session: Session, engine: Engine, cut: Cut) -> None:
        super().__init__()
        self._session, self._engine, self._cut = session, engine, cut
        self.state: State = Asking()
        self._make()
        self._lay()
        self._connect()
        self._choose_format()
        self._tell_end()

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        codec = FORMATS[self.format.currentIndex()][0]
        raster = sizes(self._session.film.raster)[self.raster.currentIndex()]
        return Choice(
            codec=codec,
            raster=None if self.raster.currentIndex() == 0 else raster,
            span=self._marks() if self.marked.isChecked() else None,
            ending=self._ending,
            captions=CAPTIONS[self.captions.currentIndex()][0],
            title=self.with_title.isChecked(),
            burn_in=self.burn_in.isChecked(),
            label=self.label.isChecked(),
            out=Path(self.place.text()).expanduser(),
        )

    def begin(self) -> None:
        """Have it exported."""
        choice = self.choice
        self.problem.hide()
        self.go.setEnabled(False)

        def ordered(key: str) -> None:
            self._stand(Exporting(key, choice.out))

        self._engine.export(choice.work(self._cut.id), ordered)

    def stop(self) -> None:
        """Take the export off the queue."""
        if isinstance(self.state, Exporting):
            self._engine.cancel([self.state.key])

    # --- inside

    def _make(self) -> None:
        self.format, self.raster, self.captions = QComboBox(), QComboBox(), QComboBox()
        self.whole, self.marked = QRadioButton(), QRadioButton()
        self.with_picture, self.with_sound = QRadioButton(), QRadioButton()
        self.runs_on, self.length = text("", "warn", wrap=True), text("", "muted")
        self.with_title, self.burn_in, self.label = QCheckBox(), QCheckBox(), QCheckBox()
        self.place, self.browse = QLineEdit(), button(word("Browse…"))
        self.bar, self.telling, self.problem = QProgressBar(), QLabel(), QLabel()
        self.go = button(word("Export"), "primary", icon="file-down")
        self.later, self.away = button(word("Close")), button(word("Close"))
        self.halt, self.finished = button(word("Stop the export")), button(word("Close"), "primary")
        self.show_file = button(word("Show the file"), icon="folder-open")
        self._fill()

    def _fill(self) -> None:
        for _, _, words in FORMATS:
            self.format.addItem(tr(words))
        for raster in sizes(self._session.film.raster):
            own = tr(" (the film’s own)") if raster == self._session.film.raster else ""
            self.raster.addItem(f"{raster.width} × {raster.height}{own}")
        for _, words in CAPTIONS:
            self.captions.addItem(tr(words))
        say(self.whole.setText, "The whole cut")
        say(self.with_title.setText, "Title card at the head")
        say(self.burn_in.setText, "Slate, timecode and frame in the picture")
        say(self.label.setText, "Write the AIGC label into the file")
        for box, words in (
            (self.format, word("File")),
            (self.raster, word("Picture size")),
            (self.captions, word("Captions")),
        ):
            say(box.setAccessibleName, words)
        say(self.place.setAccessibleName, "Where the file goes")
        self._fill_marks()
        self._fill_ending()

    def _fill_ending(self) -> None:
        """What sound past the last picture comes to; only where there is some."""
        seconds = overhang(self._cut) / self._session.film.rate
        say(self.runs_on.setText, "The sound runs {n} s past the last picture.", n=f"{float(seconds):.1f}")
        say(self.with_picture.setText, "End with the picture; the sound fades out")
        say(self.with_sound.setText, "Let the sound run on over black")
        self.with_picture.setChecked(True)

    def _fill_marks(self) -> None:
        marks = self._marks()
        self.whole.setChecked(marks is None)
        self.marked.setChecked(marks is not None)
        self.marked.setEnabled(marks is not None)
        first, end = marks or (0, self._cut.frames)
        rate = self._session.film.rate
        span = f"{timecode(first, rate)} – {timecode(end - 1, rate)}"
        if marks is None:
            say(self.marked.setText, "From the in to the out mark (set them with I and O)")
        else:
            say(self.marked.setText, "From in to out: {span}", span=span)
        self.with_title.setChecked(marks is None and self._is_named())

    def _is_named(self) -> bool:
        """A film that nobody gave a name opens on no card that says so."""
        return self._session.film.title not in ("", "Untitled", tr("Untitled"))

    def _lay(self) -> None:
        self.pages = QStackedWidget()
        self._pages = (self._asking(), self._exporting(), self._done())
        for page in self._pages:
            self.pages.addWidget(page)
        self._turn(0)
        say(self.setAccessibleName, "Export the cut")
        inside = column(self, margin=24, gap=16)
        inside.addWidget(text(word("Export the cut"), "title"))
        inside.addWidget(self.length)
        inside.addWidget(self.pages)

    @property
    def _ending(self) -> Ending:
        return "sound" if self.with_sound.isChecked() else "picture"

    def _tell_end(self) -> None:
        """How long the file is to be, without its title; and whether it is asked what it ends with."""
        span = self._marks() if self.marked.isChecked() else None
        first, end = span or (0, end_of(self._cut, self._ending))
        length = timecode(end - first, self._session.film.rate)
        self.length.setText(tr("{name}, {length}", name=cut_name(self._cut), length=length))
        self._form.setRowVisible(self._end, self.whole.isChecked() and overhang(self._cut) > 0)
        self.turned.emit()

    def _asking(self) -> QWidget:
        page = QWidget()
        down, form = column(page, gap=16), QFormLayout()
        self._form = form
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        part, extras, where = column(gap=0), column(gap=0), row()
        self._end = self._endings()
        for several in (part, extras):
            several.setContentsMargins(0, 4, 0, 0)  # the first stands on the line of its name
        part.addWidget(self.whole)
        part.addWidget(self.marked)
        for each in (self.with_title, self.burn_in, self.label):
            extras.addWidget(each)
        where.addWidget(self.place, 1)
        where.addWidget(self.browse)
        form.addRow(text(word("File"), "muted"), self.format)
        form.addRow(text(word("Picture size"), "muted"), self.raster)
        form.addRow(text(word("Part"), "muted"), part)
        form.addRow(text(word("End"), "muted"), self._end)
        form.addRow(text(word("Captions"), "muted"), self.captions)
        form.addRow(text(word("Also"), "muted"), extras)
        form.addRow(text(word("Where"), "muted"), where)
        down.addLayout(form)
        kind_of(self.problem, "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        down.addWidget(self.problem)
        down.addLayout(_right(self.later, self.go))
        return page

    def _endings(self) -> QWidget:
        box = QWidget()  # of its own: else these two and those of the part would be one choice of four
        down = column(box, gap=0)
        down.setContentsMargins(0, 4, 0, 0)
        self.runs_on.setContentsMargins(0, 3, 0, 3)  # on the line of its name
        for each in (self.runs_on, self.with_picture, self.with_sound):
            down.addWidget(each)
        return box

    def _exporting(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=12)
        self.telling.setFont(figures())
        self.bar.setTextVisible(False)
        hint = text("The sheet may be closed; the export goes on.", "muted", wrap=True)
        self.away.clicked.connect(self.finished.click)
        for each in (self.telling, self.bar, hint):
            down.addWidget(each)
        down.addStretch(1)
        down.addLayout(_right(self.halt, self.away))
        return page

    def _done(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=12)
        self.done = QLabel()
        self.done.setWordWrap(True)
        kind_of(self.done, "ok")
        down.addWidget(self.done)
        down.addStretch(1)
        down.addLayout(_right(self.show_file, self.finished))
        return page

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(lambda _: self._choose_format())
        for each in (self.marked, self.with_sound):
            each.toggled.connect(lambda _: self._tell_end())
        self.marked.toggled.connect(lambda on: self.with_title.setChecked(not on and self._is_named()))
        self.browse.clicked.connect(self._pick)
        self.go.clicked.connect(self.begin)
        self.halt.clicked.connect(self.stop)
        self.later.clicked.connect(self.finished.click)
        self.show_file.clicked.connect(self._reveal)
        desk = self._engine.desk
        desk.export_progress.connect(self._on_progress)
        desk.export_done.connect(self._on_done)
        desk.export_failed.connect(self._on_failed)

    def _choose_format(self) -> None:
        """The name's ending follows the kind of file."""
        codec = FORMATS[self.format.currentIndex()][0]
        written = self.place.text().strip()
        if written:
            self.place.setText(str(Path(written).with_suffix(suffix_of(codec))))
        else:
            self.place.setText(str(default_place(self._session.folder, self._session.film, codec)))

    def _marks(self) -> tuple[int, int] | None:
        """Record frames [in, out], where a person has set one of the two."""
        head = self._session.playhead
        if head.in_mark is None and head.out_mark is None:
            return None
        first = head.in_mark or 0
        last = head.out_mark if head.out_mark is not None else self._cut.frames - 1
        return (first, min(last + 1, self._cut.frames)) if first < self._cut.frames else None

    def _pick(self) -> None:
        suffix = suffix_of(FORMATS[self.format.currentIndex()][0])
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export the cut"), self.place.text(), f"*{suffix}")
        if chosen:
            self.place.setText(str(Path(chosen).with_suffix(suffix)))

    def _reveal(self) -> None:
        if isinstance(self.state, Exported):
            reveal(self.state.out)

    def _stand(self, state: State) -> None:
        self.state = state
        self.go.setEnabled(True)
        match state:
            case Asking():
                self._turn(0)
            case Exporting(_, out):
                self.telling.setText(tr("{name} waits for the desk.", name=out.name))
                self.bar.setRange(0, 0)
                self._turn(1)
                self.away.setFocus()  # who presses Enter twice stops nothing
            case Exported(out):
                self.done.setText(tr("{name} is written.", name=out.name))
                self._turn(2)
                self.finished.setFocus()

    def _turn(self, number: int) -> None:
        """Only the page that is seen takes room."""
        for each, page in enumerate(self._pages):
            high = QSizePolicy.Policy.Preferred if each == number else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.pages.setCurrentIndex(number)
        self.pages.updateGeometry()
        self.turned.emit()

    def _on_progress(self, key: str, done: int, total: int) -> None:
        if isinstance(self.state, Exporting) and self.state.key == key:
            self.bar.setRange(0, max(1, total))
            self.bar.setValue(done)
            frames = tr("{done} of {total} frames", done=done, total=total)
            self.telling.setText(tr("{name}: {what}", name=self.state.out.name, what=frames))

    def _on_done(self, key: str, out: Path) -> None:
        if isinstance(self.state, Exporting) and self.state.key == key:
            self._stand(Exported(out))

    def _on_failed(self, key: str, problem: Problem | None) -> None:
        if isinstance(self.state, Exporting) and self.state.key == key:
            self._stand(Asking())
            told = tr("The export was stopped.") if problem is None else in_a_row(problem.sentence, problem.hint)
            self.problem.setText(told)
            self.problem.show()


def _right(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons at the right end of a line."""
    line = row()
    line.addStretch(1)
    for each in buttons:
        line.addWidget(each)
    return line
