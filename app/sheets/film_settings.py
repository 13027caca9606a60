"""What holds for the whole film: title, author, rate, picture size, style, language, handles. One undo step for all of it.

Below the fields is the place for what the choice of now would change, because another rate or size concerns every shot of the film.
"""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from app.overlays import Overlay, sheet_of
from app.sheets.consequences import Settings, at_most, consequences, stakes_of
from app.state.session import Session
from app.theme.frames import button, row, text
from app.words import LANGUAGES, language, tr, word
from engine.film.document import Film
from engine.film.rate import FILM, FILM_NTSC, NTSC, PAL, Raster, rate_told
from engine.film.style import StyleSheet
from engine.script.styles import shipped

SIZES = ((1280, 720), (1920, 1080), (2048, 858), (960, 720), (720, 1280), (1080, 1080), (640, 360))
RATES = (Fraction(12), FILM_NTSC, FILM, PAL, NTSC, Fraction(30), Fraction(48), Fraction(50), Fraction(60))


class SettingsSheet:
    """The sheet over a window. `overlay.closed` comes when it is done."""

    def __init__(self, host: QWidget, session: Session) -> None:
        self._session = session
        self._film = film = session.film
        self._stakes = stakes_of(film)
        self.title, self.author = QLineEdit(film.title), QLineEdit(film.author)
        self.rate = _choice([(str(rate), rate_told(rate)) for rate in RATES], str(film.rate))
        size = f"{film.raster.width}x{film.raster.height}"
        self.size = _choice([(f"{w}x{h}", f"{w} × {h}") for w, h in SIZES], size)
        self.style = _choice(_styles(), film.style if isinstance(film.style, str) else film.style.name)
        self.language = _choice(list(LANGUAGES.items()), film.language)
        self.handles = QSpinBox()
        self.handles.setRange(0, 240)
        self.handles.setValue(film.handles)
        self.handles.lineEdit().setTextMargins(9, 0, 0, 0)  # a style sheet's padding does not reach into a spin box
        self.told = text("", "muted", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.overlay = self._open(host)
        for box in (self.rate, self.size, self.style, self.language):
            box.currentIndexChanged.connect(self._tell)
        self.handles.valueChanged.connect(self._tell)
        self._keep_room()
        self._tell()

    def apply(self) -> None:
        """Make it so, as one undo step."""
        self.overlay.close_sheet()
        self._session.edit(tr("Film settings"), lambda film: self._wanted(film).applied(film))

    def _wanted(self, film: Film) -> Settings:
        width, _, height = str(self.size.currentData()).partition("x")
        style, handles = self.style.currentData(), self.handles.value()
        return Settings(
            title=self.title.text().strip() or film.title,
            author=self.author.text().strip(),
            rate=Fraction(self.rate.currentData()),
            raster=Raster(width=int(width), height=int(height)),
            style=film.style if isinstance(film.style, StyleSheet) and film.style.name == style else style,
            language=self.language.currentData(),
            handles=handles if handles != self._film.handles else None,
        )

    def _tell(self, *_: object) -> None:
        self.told.setText("\n".join(consequences(self._stakes, self._wanted(self._film))))
        self.overlay.fit()

    def _keep_room(self) -> None:
        """As much as may be said of this film has its place from the beginning, or *Apply* would go from under the pointer."""
        self.told.setText("\n".join(at_most(self._stakes)))
        self.overlay.fit()
        self.told.setMinimumHeight(self.told.heightForWidth(self.told.width()))

    def _open(self, host: QWidget) -> Overlay:
        frame, inside = sheet_of(word("Film settings"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for words, field in (
            (word("Title"), self.title),
            (word("Author"), self.author),
            (word("Frames per second"), self.rate),
            (word("Picture size"), self.size),
            (word("Style"), self.style),
            (word("Language of the film"), self.language),
            (word("Handles (frames)"), self.handles),
        ):
            label = text(words, "muted")
            label.setBuddy(field)
            form.addRow(label, field)
        inside.addLayout(form)
        inside.addWidget(self.told)
        line = row()
        line.addStretch(1)
        cancel, done = button(word("Cancel")), button(word("Apply"), "primary")
        line.addWidget(cancel)
        line.addWidget(done)
        inside.addLayout(line)
        overlay = Overlay(host, frame, width=460)
        cancel.clicked.connect(overlay.close_sheet)
        done.clicked.connect(self.apply)
        done.setDefault(True)
        for field in (self.title, self.author):
            field.returnPressed.connect(self.apply)
        return overlay


def _choice(options: list[tuple[str, str]], now: str) -> QComboBox:
    box = QComboBox()
    if now not in (value for value, _ in options):
        options = [(now, now), *options]
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(now))
    return box


def _styles() -> list[tuple[str, str]]:
    chinese = language() == "zh"
    return [(name, _style_words(style, chinese)) for name, style in shipped().items()]


def _style_words(style: StyleSheet, chinese: bool) -> str:
    """The first name a style has in the language, else its title."""
    names = [name for name in style.names if not name.isascii()] if chinese else [style.title]
    return names[0] if names else style.title or style.name
