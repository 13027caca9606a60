"""One model on the shelf: what it can be given, what it weighs and asks, how it fits this machine, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QWidget

from app.shelf.drafts_row import SIDE, DraftsRow
from app.shelf.fitting import fit
from app.shelf.porter import Checking, Errand, Fetching, Idle, Waiting
from app.shelf.sentences import abilities_told, fit_told, gigabytes, size_told
from app.theme.frames import button, column, ground_of, hairline, kind_of, row, text
from app.theme.lettering import figures
from app.times import lasting
from app.words import changed as language_changed
from app.words import in_a_row, say, tr, word
from engine.errors import StoryreelError
from engine.machine import Machine
from engine.plan.capabilities import ModelManifest
from engine.shelf.places import Absent, Fetched, Linked, Standing, Unfinished

_STEADY = ("stop", "get", "check", "link")
"""Buttons that may have the focus unasked: pressing one more time ends nothing."""


class ModelCard(QFrame):
    """A card; it asks for things by `wanted(what)`: get, stop, cancel, link, check, remove; `dropped` brings a folder to link."""

    wanted = Signal(str)
    dropped = Signal(object)  # Path

    def __init__(self, manifest: ModelManifest) -> None:
        super().__init__()
        self.manifest = manifest
        self._machine: Machine | None = None
        self.standing: Standing | None = None  # nobody has looked yet
        self._errand: Errand = Idle()
        self._hurdle: StoryreelError | None = None
        self.fit_label, self.state_label, self.hurdle_label = QLabel(), QLabel(), QLabel()
        self._facts, self._limits = QLabel(), QLabel()
        self.bar = QProgressBar()
        self.drafts = DraftsRow(manifest, manifest.drafts) if manifest.drafts else None
        self.buttons: dict[str, QPushButton] = {
            "get": button(word("Download"), icon="download"),
            "stop": button(word("Pause"), icon="pause"),
            "cancel": button(word("Cancel"), "quiet", icon="x"),
            "link": button(word("Link a folder…"), "quiet", icon="link"),
            "check": button(word("Check"), "quiet", icon="badge-check"),
            "remove": button(word("Remove"), "quiet", icon="trash-2"),
        }
        self._lay()
        self.setAcceptDrops(True)
        for what, each in self.buttons.items():
            each.clicked.connect(lambda _=False, what=what: self.wanted.emit(what))
        language_changed.connect(self.refresh)

    def show_machine(self, machine: Machine) -> None:
        """The machine is known: say how the model fits it."""
        self._machine = machine
        self.refresh()

    def show_standing(self, standing: Standing | None, errand: Errand) -> None:
        """How it stands on the shelf, and what is being done with it."""
        self.standing, self._errand = standing, errand
        self.refresh()

    def show_hurdle(self, hurdle: StoryreelError | None) -> None:
        """What keeps it from drawing, where that is more than weights that a button fetches."""
        self._hurdle = hurdle
        self.refresh()

    def refresh(self) -> None:
        """Say everything in the language of now."""
        self._facts.setText("\n".join(filter(None, (abilities_told(self.manifest), self._size()))))
        limits = self.manifest.terms.limits if self.manifest.terms else ()
        self._limits.setText(in_a_row(*(tr(limit) for limit in limits)))
        self._limits.setVisible(bool(limits))
        if self._machine is not None:
            told, kind = fit_told(fit(self.manifest, self._machine))
            self.fit_label.setText(told)
            kind_of(self.fit_label, kind)
        told = self._stopped()
        self.hurdle_label.setText(tr(told.sentence) if told else "")
        self.hurdle_label.setToolTip(tr(told.action) if told and told.action else "")
        kind_of(
            self.hurdle_label, "muted" if self.manifest.family is None else "warn"
        )  # what came in the box is nobody's fault
        self.hurdle_label.setVisible(told is not None)
        self._show_state()
        self._show_buttons()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder may be dropped where one may be linked."""
        if self._takes_link and _folder_in(event) is not None:
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went on."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """The folder is looked at and linked."""
        self._light(False)
        if (folder := _folder_in(event)) is not None:
            event.acceptProposedAction()
            self.dropped.emit(folder)

    # --- inside

    @property
    def _takes_link(self) -> bool:
        free = isinstance(self.standing, Absent | Unfinished)
        return isinstance(self._errand, Idle) and self.manifest.family is not None and free

    def _light(self, on: bool) -> None:
        ground_of(self, "panel" if on else "raised")
        self.style().polish(self)

    def _size(self) -> str:
        native, told = self.manifest.native, [size_told(self.manifest)] if self.manifest.family else []
        if native is not None:
            told.append(f"{native.width} × {native.height}")
            if native.frames > 1:
                told.append(tr("{n} frames", n=native.frames))
        return "  ·  ".join(told)

    def _lay(self) -> None:
        ground_of(self, "raised")
        down = column(self, margin=16, gap=12)
        line = row(gap=24)
        words = column(gap=4)
        head = row(gap=8)
        head.addWidget(text(self.manifest.title, "strong"))
        head.addWidget(text("{licence}", "muted", wrap=True, licence=self.manifest.licence), 1)
        words.addLayout(head)
        for label in (self._facts, self._limits, self.fit_label, self.hurdle_label):
            label.setWordWrap(True)
            kind_of(label, "muted")
            words.addWidget(label)
        words.addWidget(self.bar)
        line.addLayout(words, 1)
        line.addWidget(self._side())
        down.addLayout(line)
        if self.drafts is not None:
            down.addWidget(hairline())
            down.addWidget(self.drafts)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE)
        down = column(side, gap=4)
        self.state_label.setFont(figures())
        self.state_label.setWordWrap(True)
        down.addWidget(self.state_label)
        for each in self.buttons.values():
            down.addWidget(each)
        down.addStretch(1)
        self.bar.setTextVisible(False)
        say(self.bar.setAccessibleName, "Download")
        return side

    def _show_state(self) -> None:
        self.bar.setVisible(isinstance(self._errand, Fetching | Waiting | Checking))
        match self._errand:
            case Fetching(done, total, speed):
                self.bar.setRange(0, 1000 if total else 0)
                self.bar.setValue(1000 * done // total if total else 0)
                self.state_label.setText(_fetched(done, total, speed))
            case Waiting() | Checking():
                self.bar.setRange(0, 0)
                told = tr("Waits its turn") if isinstance(self._errand, Waiting) else tr("Looks at the files")
                self.state_label.setText(told)
            case _:
                self.state_label.setText(self._place())
        ready = isinstance(self.standing, Fetched | Linked) and self._stopped() is None
        kind_of(self.state_label, "ok" if ready else "muted")

    def _stopped(self) -> StoryreelError | None:
        """A hurdle that no button of this card takes away."""
        ours = self.manifest.family is None
        return self._hurdle if ours or isinstance(self.standing, Fetched | Linked) else None

    def _place(self) -> str:
        if self.standing is None:
            return tr("Looks at the files")
        if self.manifest.family is None:
            return tr("Not ready yet") if self._hurdle else tr("Comes with Storyreel")
        match self.standing:
            case Fetched():
                return tr("On the shelf")
            case Linked(folder):
                return tr("Linked from {folder}", folder=Path(folder).name)
            case Unfinished():
                return tr("Partly here")
            case _:
                return tr("Not here")

    def _show_buttons(self) -> None:
        idle, ours = isinstance(self._errand, Idle), self.manifest.family is not None
        here, part = isinstance(self.standing, Fetched | Linked), isinstance(self.standing, Unfinished)
        shown = {
            "get": self._takes_link and self.manifest.hub is not None,
            "stop": isinstance(self._errand, Fetching),
            "cancel": isinstance(self._errand, Fetching | Waiting),
            "link": self._takes_link,
            "check": idle and ours and here,
            "remove": idle and ours and (here or part),
        }
        held = self.hasFocus() or any(each.hasFocus() and not shown[what] for what, each in self.buttons.items())
        for what, on in shown.items():
            self.buttons[what].setVisible(on)
        if held:  # else it falls to whichever button comes next: another download, or the end of this one
            next((self.buttons[what] for what in _STEADY if shown[what]), self).setFocus()
        say(self.buttons["get"].setText, "Go on" if part else "Download")
        say(self.buttons["remove"].setText, "Forget the link" if isinstance(self.standing, Linked) else "Remove")


def _folder_in(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.is_dir()), None)


def _fetched(done: int, total: int, speed: float) -> str:
    if not total:
        return tr("Asks for its files")
    told = tr("{done} of {total}", done=gigabytes(done // 1_000_000), total=gigabytes(total // 1_000_000))
    if speed <= 0:
        return told
    pace = f"{speed / 1_000_000:.1f} MB/s"
    left = tr("{what}, {time} left", what=pace, time=lasting((total - done) / speed))
    return f"{told}\n{left}"
