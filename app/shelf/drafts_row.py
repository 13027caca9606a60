"""A model's weights for quick drafts, a quiet row on its card: other people's, under their own licence, so they come and go apart from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.shelf.porter import Checking, Errand, Fetching, Idle, Waiting
from app.shelf.sentences import gigabytes, size_told
from app.theme.frames import kind_of, row, tool
from app.theme.lettering import figures
from app.words import changed as language_changed
from app.words import in_a_row, say, tr, word
from engine.plan.capabilities import Lora, ModelManifest
from engine.shelf.places import Absent, Fetched, Linked, Standing, Unfinished
from engine.shelf.quick import quick_files, quick_weights

SIDE = 176
"""Pixels of a card's right column: how it stands, and what can be done."""


class DraftsRow(QWidget):
    """What they are, how they stand, and what can be done; asks by `wanted(what)`: get, stop, cancel, link, remove."""

    wanted = Signal(str)

    def __init__(self, model: ModelManifest, drafts: Lora) -> None:
        super().__init__()
        self._model, self._steps = model, drafts.recipe.steps
        self.manifest = quick_weights(model)
        self.standing: Standing | None = None  # nobody has looked yet
        self._errand: Errand = Idle()
        self._usable = False
        self.facts, self.state_label = QLabel(), QLabel()
        self.buttons: dict[str, QToolButton] = {
            "get": tool("download", word("Download")),
            "stop": tool("pause", word("Pause")),
            "cancel": tool("x", word("Cancel")),
            "link": tool("link", word("Link a folder…")),
            "remove": tool("trash-2", word("Remove")),
        }
        self._lay()
        for what, each in self.buttons.items():
            each.clicked.connect(lambda _=False, what=what: self.wanted.emit(what))
        language_changed.connect(self.refresh)
        self.refresh()

    def usable(self) -> bool:
        """Whether a draft is drawn with them, however they came here: people lay files into the folder themselves. Asks the disk.
        Raises StorageFailed."""
        return bool(quick_files(self._model))

    def show_errand(self, errand: Errand) -> None:
        """What is being done with them."""
        self._errand = errand
        self.refresh()

    def show_standing(self, standing: Standing, *, usable: bool) -> None:
        """How they stand on the shelf."""
        self.standing, self._usable = standing, usable
        self.refresh()

    def refresh(self) -> None:
        """Say everything in the language of now."""
        told = (tr("Quick drafts in {n} steps", n=self._steps), size_told(self.manifest), tr(self.manifest.licence))
        limits = self.manifest.terms.limits if self.manifest.terms else ()
        asked = in_a_row(*(tr(limit) for limit in limits))
        self.facts.setText("\n".join(filter(None, ("  ·  ".join(told), asked))))
        self.state_label.setText(self._place())
        kind_of(self.state_label, "ok" if self._usable and isinstance(self._errand, Idle) else "muted")
        self._show_buttons()

    # --- inside

    def _lay(self) -> None:
        line = row(self, gap=24)
        kind_of(self.facts, "muted")
        self.facts.setWordWrap(True)
        line.addWidget(self.facts, 1)
        side = QWidget()
        side.setFixedWidth(SIDE)
        across = row(side, gap=4)
        self.state_label.setFont(figures())
        self.state_label.setWordWrap(True)
        across.addWidget(self.state_label, 1)
        for each in self.buttons.values():
            across.addWidget(each)
        line.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)

    def _place(self) -> str:
        match self._errand:
            case Fetching(done, total) if total:
                done_told, total_told = (gigabytes(size // 1_000_000) for size in (done, total))
                return tr("{done} of {total}", done=done_told, total=total_told)
            case Fetching():
                return tr("Asks for its files")
            case Waiting():
                return tr("Waits its turn")
            case Checking():
                return tr("Looks at the files")
            case _:
                return self._standing_told()

    def _standing_told(self) -> str:
        match self.standing:
            case None:
                return tr("Looks at the files")
            case Linked(folder):
                return tr("Linked from {folder}", folder=Path(folder).name)
            case _ if self._usable:
                return tr("On the shelf")
            case Fetched() | Unfinished():
                return tr("Partly here")
            case _:
                return tr("Not here")

    def _show_buttons(self) -> None:
        idle = isinstance(self._errand, Idle)
        free = idle and isinstance(self.standing, Absent | Unfinished) and not self._usable
        shown = {
            "get": free,
            "stop": isinstance(self._errand, Fetching),
            "cancel": isinstance(self._errand, Fetching | Waiting),
            "link": free,
            "remove": idle and isinstance(self.standing, Fetched | Linked | Unfinished),
        }
        for what, on in shown.items():
            self.buttons[what].setVisible(on)
        part, linked = isinstance(self.standing, Unfinished), isinstance(self.standing, Linked)
        named(self.buttons["get"], "Go on" if part else "Download")
        named(self.buttons["remove"], "Forget the link" if linked else "Remove")


def named(made: QToolButton, words: str) -> None:
    """A button that shows only an icon says what it does now."""
    say(made.setToolTip, words)
    say(made.setAccessibleName, words)
