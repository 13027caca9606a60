"""Everything about one subject, prop or place: names, words, pictures, and the shots in which it is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QMenu, QToolButton, QWidget

from app import errands
from app.board.inspector.inspected import Same
from app.board.inspector.writing import WritingField
from app.cast.capture import FrameSheet, captured
from app.cast.cropping import CropSheet, cut_out
from app.cast.faces import Faces
from app.cast.look_card import LookCard
from app.cast.roll import paint_face
from app.cast.shot_shelf import ShotShelf
from app.commands import cast
from app.commands.cast import Entry
from app.overlays import Overlay, scrolled, sheet_of
from app.problems import note, problem_of
from app.state.session import Session
from app.state.stills import Stills
from app.theme import tokens
from app.theme.frames import column, row, text, tool
from app.theme.lettering import letters
from app.theme.wheel import let_it_scroll
from app.words import say, tr, word
from engine.errors import StoryreelError
from engine.film.cast import Place, Reference, Subject
from engine.film.shots import Shot
from engine.film.takes import Take

_PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff"
_INSIDE = ((None, word("The script does not say")), (True, word("Inside")), (False, word("Outside")))


class EntryPage(QWidget):
    """`shot_wanted(id)`: a slate was clicked. `unwanted(id)` and `merging(id)`: the room asks."""

    shot_wanted = Signal(str)
    unwanted = Signal(str)
    merging = Signal(str)

    def __init__(self, session: Session, prints: Faces, stills: Stills | None) -> None:
        super().__init__()
        self._session, self._prints, self._stills = session, prints, stills
        self._entry: Entry | None = None
        self.card = LookCard(session, prints)
        self._build()
        self._lay_out()
        self.card.brought.connect(self.bring)
        self.card.asked_for_file.connect(self.ask_for_file)
        self.card.asked_for_take.connect(self.ask_for_frame)
        self.card.paste_button.clicked.connect(self.paste)

    def _build(self) -> None:
        self._face = _Face(self._prints)
        raster = self._session.film.raster
        self._shelf = ShotShelf(self._stills, raster.width / raster.height)
        self._shelf.chosen.connect(self.shot_wanted)
        self._name = _line("Name", self._rename)
        self._name.setProperty("kind", "bare")
        font = letters(title=True, strong=True)
        self._name.setFont(font)
        self._aliases = _line("Other names, with commas between", self._alias)
        self._voice = _line("How the voice sounds", self._speak)
        self._words = WritingField("What is true of it in every shot.", lines=3)
        say(self._words.setAccessibleName, "Description")
        self._words.written.connect(self._describe)
        self._inside = QComboBox()
        for value, words in _INSIDE:
            self._inside.addItem("", value)
            say(_Item(self._inside, self._inside.count() - 1).setText, words)
        self._inside.activated.connect(lambda at: self._place(self._inside.itemData(at)))
        say(self._inside.setAccessibleName, "Inside or outside")
        self._more = tool("ellipsis", "More")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)

    def _lay_out(self) -> None:
        whole = column(self, margin=24, gap=8)
        head = row(gap=16)
        head.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        names = column(gap=4)
        first = row(gap=8)
        first.addWidget(self._name, 1)
        first.addWidget(self._more)
        names.addLayout(first)
        names.addWidget(text("Other names", "muted"))
        names.addWidget(self._aliases)
        names.addStretch(1)
        head.addLayout(names, 1)
        whole.addLayout(head)
        whole.addSpacing(8)
        whole.addWidget(text("Description", "muted"))
        whole.addWidget(self._words)
        whole.addSpacing(8)
        self._of_subject, self._of_place = QWidget(), QWidget()
        voice = column(self._of_subject, gap=8)
        voice.addWidget(text("Voice", "muted"))
        voice.addWidget(self._voice)
        column(self._of_place, gap=8).addWidget(self._inside)
        whole.addWidget(self._of_subject)
        whole.addWidget(self._of_place)
        whole.addSpacing(8)
        whole.addWidget(self.card)
        whole.addSpacing(8)
        self._seen_in = text("", "muted")
        whole.addWidget(self._seen_in)
        whole.addWidget(self._shelf)
        whole.addStretch(1)
        let_it_scroll(self)

    # --- what is shown

    @property
    def entry_id(self) -> str:
        """Whose page it is."""
        return self._entry.id if self._entry else ""

    def show_entry(self, entry: Entry, shots: tuple[Shot, ...]) -> None:
        """Show this one, seen in these shots."""
        fresh = self._entry is None or self._entry.id != entry.id
        if fresh:
            self._words.forget()
        self._entry = entry
        self._face.show_entry(entry)
        for field, value in ((self._name, entry.name), (self._aliases, ", ".join(entry.aliases))):
            if fresh or not field.hasFocus():
                field.setText(value)
        self._words.show_text(Same(entry.description))
        self._of_subject.setVisible(isinstance(entry, Subject))
        self._of_place.setVisible(isinstance(entry, Place))
        if isinstance(entry, Subject) and (fresh or not self._voice.hasFocus()):
            self._voice.setText(entry.voice)
        if isinstance(entry, Place):
            self._inside.setCurrentIndex([value for value, _ in _INSIDE].index(entry.interior))
        self.card.show_entry(entry, fresh=fresh)
        self._show_shots(shots)

    def _show_shots(self, shots: tuple[Shot, ...]) -> None:
        said = word("Seen in {n} shots") if shots else word("In no shot yet")
        say(self._seen_in.setText, said, n=len(shots))
        self._shelf.show_shots(shots)

    def write_name(self) -> None:
        """The name is ready to be written over."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def _fill_menu(self) -> None:
        self._menu.clear()
        if isinstance(self._entry, Subject) and len(self._session.film.cast) > 1:
            self._menu.addAction(tr("Merge with another…"), lambda: self.merging.emit(self.entry_id))
        self._menu.addAction(tr("Remove from the film"), lambda: self.unwanted.emit(self.entry_id))

    # --- edits

    def _rename(self, name: str) -> None:
        if self._entry is not None and name.strip() != self._entry.name:
            cast.rename(self._session, self._entry.id, name)
            self._name.setText(self._entry.name)

    def _alias(self, words: str) -> None:
        names = tuple(
            dict.fromkeys(
                name.strip() for name in words.replace("，", ",").replace("、", ",").split(",") if name.strip()
            )
        )
        if self._entry is not None and names != self._entry.aliases:
            cast.describe(self._session, self._entry.id, aliases=names)

    def _speak(self, words: str) -> None:
        if isinstance(self._entry, Subject) and words.strip() != self._entry.voice:
            cast.describe(self._session, self._entry.id, voice=words.strip())

    def _describe(self, words: str, merge: str) -> None:
        if self._entry is not None:
            cast.describe(self._session, self._entry.id, merge=merge, description=words)

    def _place(self, interior: bool | None) -> None:
        if isinstance(self._entry, Place) and interior != self._entry.interior:
            cast.describe(self._session, self._entry.id, interior=interior)

    # --- pictures

    def bring(self, sources: list[Path] | QImage) -> None:
        """Copy pictures into the film, in a thread, and add them to the look that is seen now."""
        entry = self._entry
        if entry is None or self._session.refuses():
            return
        many = [sources] if isinstance(sources, QImage) else sources
        folder, room, look = self._session.folder, cast.room_of(entry), self.card.look

        def copy() -> tuple[Reference, ...]:
            return tuple(cast.kept_picture(folder, room, each, entry.name) for each in many)

        def add(new: tuple[Reference, ...]) -> None:
            cast.put_references(self._session, entry.id, look, tr("Add references"), lambda had: (*had, *new))

        errands.send(self, copy, add, self._sorry)

    def ask_for_file(self) -> None:
        """Ask for picture files."""
        asked = QFileDialog(self.window(), tr("Reference pictures"), "", f"{tr('Pictures')} ({_PICTURES})")
        asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.filesSelected.connect(lambda paths: self.bring([Path(path) for path in paths]))
        asked.open()

    def paste(self) -> None:
        """The picture in the clipboard."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.bring(files)
        elif mime.hasImage():
            self.bring(QImage(mime.imageData()))
        else:
            self._session.say(note(tr("There is no picture in the clipboard.")))

    def ask_for_frame(self) -> None:
        """Show the frames of the takes in which it is seen; where there are none, of all."""
        entry, film = self._entry, self._session.film
        if entry is None or self._stills is None:
            return
        seen = cast.appearances(film, entry.id)
        shots = tuple(s for s in seen if s.takes) or tuple(s for s in film.shots if s.takes)
        if not shots:
            self._session.say(note(tr("There are no takes yet: render a shot first.")))
            return
        self._offer_frames(shots, self._stills, film.raster.width / film.raster.height)

    def _offer_frames(self, shots: tuple[Shot, ...], stills: Stills, aspect: float) -> None:
        frames = FrameSheet(shots, stills, aspect)
        paper, inside = sheet_of(word("Which frame?"))
        area = scrolled(frames)
        area.setMinimumHeight(min(frames.sizeHint().height(), 420))
        inside.addWidget(area)
        overlay = Overlay(self.window(), paper, width=frames.width() + 72)
        frames.taken.connect(overlay.close_sheet)
        frames.taken.connect(lambda take, number: self._offer_part(take, number, shots, stills, aspect))

    def _offer_part(self, take: Take, number: int, shots: tuple[Shot, ...], stills: Stills, aspect: float) -> None:
        """The frame, large, to cut somebody out of it."""
        part = CropSheet(take, number, stills, aspect)
        overlay = Overlay(self.window(), part, width=part.sizeHint().width())
        part.take_button.setFocus()
        part.taken.connect(self.capture)
        for done in (part.taken, part.back):
            done.connect(overlay.close_sheet)
        part.back.connect(lambda: self._offer_frames(shots, stills, aspect))

    def capture(self, take: Take, number: int, box: QRectF) -> None:
        """A frame of a take, or what a box in it holds, becomes a reference."""
        folder = self._session.folder
        errands.send(self, lambda: cut_out(captured(folder, take, number), box), self.bring, self._sorry)

    def _sorry(self, error: StoryreelError) -> None:
        self._session.say(problem_of(error))


class _Face(QWidget):
    """The portrait, large."""

    def __init__(self, prints: Faces) -> None:
        super().__init__()
        self._prints = prints
        self._entry: Entry | None = None
        self.setFixedSize(QSize(112, 112))
        prints.ready.connect(self.update)
        tokens.changed.connect(self.update)

    def show_entry(self, entry: Entry) -> None:
        self._entry = entry
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first reference, or the paper portrait."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._entry is not None:
            paint_face(painter, QRectF(self.rect()), self._entry, self._prints)
        painter.end()


class _Item:
    """One item of a combo box, as something that can be told a text."""

    def __init__(self, box: QComboBox, index: int) -> None:
        self._box, self._index = box, index
        box.setProperty(f"item{index}", self)  # as long as the box is there

    def setText(self, words: str) -> None:
        self._box.setItemText(self._index, words)


def _line(words: str, done: Callable[[str], object]) -> QLineEdit:
    made = QLineEdit()
    say(made.setPlaceholderText, words)
    say(made.setAccessibleName, words)
    made.editingFinished.connect(lambda: done(made.text()))
    return made
