"""One look of a subject: what it is called, what is worn, its pictures and colours. For a prop or a place only the pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.board.inspector.flow import Flow
from app.board.inspector.inspected import Same
from app.board.inspector.writing import WritingField
from app.cast.colours import palette_of
from app.cast.palette_row import PaletteRow
from app.cast.reference_sheet import ReferenceSheet
from app.commands import cast
from app.commands.cast import Entry
from app.state.prints import Prints
from app.state.session import Session
from app.theme.frames import button, column, row, text, tool
from app.words import say, tr
from engine.film.cast import Look, Reference, Subject

DEFAULT = "default"


class LookCard(QWidget):
    """Edits by itself; `brought` and `asked_for_file` are the page's, which reads files in a thread."""

    brought = Signal(object)
    asked_for_file = Signal()
    asked_for_take = Signal()

    def __init__(self, session: Session, prints: Prints) -> None:
        super().__init__()
        self._session, self._prints = session, prints
        self._entry: Entry | None = None
        self.look = ""
        self._chips: list[QPushButton] = []
        self._palette_wanted = False
        prints.ready.connect(self._on_print)
        self._build()
        self._lay_out()

    def _build(self) -> None:
        self._tabs = QWidget()
        self._row = Flow(self._tabs, gap=4)
        self._name = QLineEdit()
        self._name.editingFinished.connect(self._rename)
        say(self._name.setAccessibleName, "Name of the look")
        say(self._name.setPlaceholderText, "Name of the look")
        self._remove = tool("trash-2", "Remove look")
        self._remove.clicked.connect(self._drop_look)
        self._worn = WritingField("Costume, age, wounds…", lines=2)
        say(self._worn.setAccessibleName, "What is worn")
        self._worn.written.connect(self._describe)
        self.sheet = ReferenceSheet(self._prints)
        self.sheet.brought.connect(self.brought)
        self.sheet.asked_for_file.connect(self.asked_for_file)
        self.sheet.removed.connect(self._remove_picture)
        self.sheet.put_first.connect(self._lead_with)
        self.palette_row = PaletteRow()
        self.palette_row.changed.connect(self._paint)
        self.palette_row.from_references.connect(self.take_palette)
        self.palette_row.dropper.connect(self.sheet.take_dropper)
        self.sheet.picked.connect(self.palette_row.add)

    def _lay_out(self) -> None:
        whole = column(self, gap=8)
        self._looks = QWidget()
        looks = column(self._looks, gap=8)
        looks.addWidget(text("Looks", "muted"))
        looks.addWidget(self._tabs)
        named = row(gap=8)
        named.addWidget(self._name, 1)
        named.addWidget(self._remove)
        looks.addLayout(named)
        looks.addWidget(self._worn)
        whole.addWidget(self._looks)
        pictures = row(gap=8)
        pictures.addWidget(text("References", "muted"))
        pictures.addStretch(1)
        self._paste = button("Paste", "quiet", icon="clipboard-paste")
        self._capture = button("From a take…", "quiet", icon="camera")
        self._capture.clicked.connect(self.asked_for_take)
        pictures.addWidget(self._paste)
        pictures.addWidget(self._capture)
        whole.addSpacing(8)
        whole.addLayout(pictures)
        whole.addWidget(self.sheet)
        self._colours = QWidget()
        colours = column(self._colours, gap=8)
        colours.setContentsMargins(0, 8, 0, 0)
        colours.addWidget(text("Palette", "muted"))
        colours.addWidget(self.palette_row)
        whole.addWidget(self._colours)

    @property
    def paste_button(self) -> QPushButton:
        """The page pastes."""
        return self._paste

    def show_entry(self, entry: Entry, *, fresh: bool) -> None:
        """Show this one; `fresh`: another one than before."""
        if fresh:
            self._palette_wanted = False
            self._worn.forget()
            self.look = entry.looks[0].name if isinstance(entry, Subject) else ""
            self.palette_row.show_palette((), references=False)
        self._entry = entry
        worn = self._worn_look(entry)
        for each in (self._looks, self._colours):
            each.setVisible(worn is not None)
        if worn is not None and isinstance(entry, Subject):
            self._show_looks(entry, worn)
        self.sheet.show_references(cast.references_of(entry, self.look))

    def _worn_look(self, entry: Entry) -> Look | None:
        if not isinstance(entry, Subject):
            return None
        worn = entry.look(self.look)
        self.look = worn.name
        return worn

    def _show_looks(self, subject: Subject, worn: Look) -> None:
        names = [look.name for look in subject.looks]
        if [chip.property("look") for chip in self._chips] != names:
            self._make_chips(names)
        for chip in self._chips:
            chip.setChecked(chip.property("look") == worn.name)
        if self._name.text() != shown_name(worn.name) and not self._name.hasFocus():
            self._name.setText(shown_name(worn.name))
        self._remove.setEnabled(len(names) > 1)
        self._worn.show_text(Same(worn.description))
        self.palette_row.show_palette(worn.palette, references=bool(worn.references))

    def _make_chips(self, names: list[str]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # it is only deleted when nothing else is to be done
                widget.deleteLater()
        self._chips = []
        for name in names:
            chip = QPushButton(shown_name(name))
            chip.setCheckable(True)
            chip.setProperty("look", name)
            chip.clicked.connect(lambda _=False, name=name: self.wear(name))
            self._row.addWidget(chip)
            self._chips.append(chip)
        add = button("Add look", "quiet", icon="plus")
        add.clicked.connect(self.add_look)
        self._row.addWidget(add)

    # --- edits

    def wear(self, name: str) -> None:
        """Look at another look."""
        self._worn.forget()
        self.look = name
        if self._entry is not None:
            self._name.clearFocus()
            self.show_entry(self._entry, fresh=False)

    def add_look(self) -> None:
        """One more, and its name ready to be written over."""
        entry = self._entry
        if isinstance(entry, Subject) and (name := cast.add_look(self._session, entry.id, tr("New look"))):
            self.wear(name)
            self._name.setFocus()
            self._name.selectAll()

    def _rename(self) -> None:
        entry, name = self._entry, self._name.text().strip()
        if isinstance(entry, Subject) and name and name not in (self.look, shown_name(self.look)):
            old, self.look = self.look, name
            if not cast.edit_look(self._session, entry.id, old, tr("Rename look"), name=name):
                self.look = old
        self._name.setText(shown_name(self.look))

    def _drop_look(self) -> None:
        if isinstance(self._entry, Subject):
            cast.remove_look(self._session, self._entry.id, self.look)

    def _describe(self, words: str, merge: str) -> None:
        if isinstance(self._entry, Subject):
            cast.edit_look(
                self._session, self._entry.id, self.look, tr("Describe look"), merge=merge, description=words
            )

    def _paint(self, colours: tuple[str, ...]) -> None:
        if isinstance(self._entry, Subject):
            cast.edit_look(self._session, self._entry.id, self.look, tr("Palette"), palette=colours)

    def take_palette(self) -> None:
        """The main colours of the references, as soon as all of them have been read."""
        if self._entry is None:
            return
        prints = [self._prints.get(each) for each in cast.references_of(self._entry, self.look)]
        self._palette_wanted = any(print_ is None for print_ in prints)
        colours = palette_of([print_ for print_ in prints if print_ is not None and not print_.isNull()])
        if colours and not self._palette_wanted:
            self._paint(colours)

    def _on_print(self, _digest: str) -> None:
        if self._palette_wanted:
            self.take_palette()

    def _remove_picture(self, digest: str) -> None:
        self._put(tr("Remove reference"), lambda had: [each for each in had if each.digest != digest])

    def _lead_with(self, digest: str) -> None:
        self._put(tr("Reference first"), lambda had: sorted(had, key=lambda each: each.digest != digest))

    def _put(self, words: str, change: Callable[[tuple[Reference, ...]], Sequence[Reference]]) -> None:
        if self._entry is not None:
            cast.put_references(self._session, self._entry.id, self.look, words, change)

    def add_pictures(self, new: tuple[Reference, ...]) -> None:
        """Pictures that lie in the film by now."""
        self._put(tr("Add references"), lambda had: (*had, *new))


def shown_name(look: str) -> str:
    """The default look by its name in the language of now; any other as it was named."""
    return tr("Everyday") if look == DEFAULT else look
